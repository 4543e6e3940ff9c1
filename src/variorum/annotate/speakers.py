"""Speakers that their words leave open: "he said" after a quotation, "the two officers".

Coreference knows nothing of who spoke before. Where it leaves a speaker open, or leads it to somebody of whom only the quoted
words tell, the speaker of the quotation before goes on, if number, gender and kind allow it and nobody else stands between.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from variorum.annotate.chains import with_voice
from variorum.annotate.layer import text_of, token_at
from variorum.annotate.sources import SUBJECTS
from variorum.model import Mention, Quotation, Span, Voice

PRONOUNS = {"he", "she", "they", "it"}
ANYBODY = {"the man", "the woman", "the boy", "the girl"}
GOING_ON = {"added", "adds", "continued", "continues", "concluded", "concludes"}
BOTH = {"two", "both", "pair", "duo", "couple"}
FORMS = {"he": {"he", "him", "his"}, "she": {"she", "her", "hers"}}
WORD = re.compile(r"[^\W\d_]+")
NEAR = 600  # letters within which a speaker goes on


def settled(doc: Doc, quotations: Sequence[Quotation]) -> list[Quotation]:
    """The quotations, open speakers led to who spoke before or to the two just named together."""
    out = list(quotations)
    before: list[Quotation] = []
    for i in sorted(range(len(out)), key=lambda i: (out[i].source or out[i].cue or out[i].content).start):
        quotation = out[i]
        if quotation.source is None or not quotation.voice:
            continue
        rest = quotation.voice[1:]
        found = (
            two_named(doc, quotation)
            or described_before(doc, quotation, before)
            or same_pronoun(doc, quotation, before)
            or told_of_before(doc, quotation, out)
            or going_on(doc, quotation, before)
        )
        if not found and (is_open(doc, quotation) or is_told_of(doc, quotation, before)):
            found = spoke_before(doc, quotation, before)
        if found:
            out[i] = with_voice(quotation, (*found, *(v for v in rest if v not in found)))
        nested = any(q.content.covers(quotation.source) for q in out if q is not quotation and q.source is not None)
        if not nested and not in_caption(doc, quotation.source) and not told_along(doc, quotation):
            before.append(out[i])
    return out


def is_open(doc: Doc, quotation: Quotation) -> bool:
    """Whether the words leave the speaker open: a pronoun, "the man", of whom nothing but the quoted words tells."""
    voice = quotation.voice[0]
    word = voice.span.text.lower()
    mention = _mention(doc, voice)
    if mention is not None and continues(doc, quotation, mention):
        return True
    if word not in PRONOUNS | ANYBODY:
        return False
    if mention is None or mention.entity is None:
        return True
    own = [doc._.mentions[m] for m in doc._.entities[mention.entity].mentions]
    named = [m for m in own if m.form != "pronoun" and m.span.start < voice.span.start and m.span.text.lower() != word]
    return all(quotation.content.covers(m.span) for m in named)


def is_told_of(doc: Doc, quotation: Quotation, before: Sequence[Quotation]) -> bool:
    """Whether a pronoun is led to somebody who since the last speaker stands only in what is said ("“Lee is wrong,” he said")."""
    mention = _mention(doc, quotation.voice[0])
    if mention is None or mention.form != "pronoun" or mention.entity is None or not before:
        return False
    last = before[-1]
    speaker = _mention(doc, last.voice[0])
    if last.source is None or speaker is None or speaker.entity in (None, mention.entity):
        return False
    own = [doc._.mentions[m].span for m in doc._.entities[mention.entity].mentions]
    since = [s for s in own if max(last.source.end, last.content.end) <= s.start < mention.span.start]
    return all(quotation.content.covers(s) for s in since)


def continues(doc: Doc, quotation: Quotation, mention: Mention) -> bool:
    """Whether a person told by a description alone goes on speaking ("the senator added")."""
    if mention.form != "nominal" or mention.kind != "person" or mention.plural or mention.entity is None:
        return False
    return (
        _goes_on(quotation)
        and mention.span.text.lower().startswith("the ")
        and not doc._.entities[mention.entity].names
    )


def described_before(doc: Doc, quotation: Quotation, before: Sequence[Quotation]) -> tuple[Voice, ...]:
    """For a pronoun led to words within those that named the speaker before ("Chairman of the board Lee"): Lee."""
    mention = _mention(doc, quotation.voice[0])
    named = next((q for q in reversed(before) if q.source is not None and q.source.text.lower() not in PRONOUNS), None)
    if named is None or named.source is None or mention is None or mention.form != "pronoun" or mention.entity is None:
        return ()
    told = [doc._.mentions[m] for m in doc._.entities[mention.entity].mentions]
    told = [m for m in told if m.form != "pronoun"]
    speaker = _mention(doc, named.voice[0])
    if not told or speaker is None or speaker.entity == mention.entity or speaker.form != "name":
        return ()
    within = all(named.source.covers(m.span) for m in told)
    return (Voice(quotation.voice[0].span, named.voice[0].mention),) if within else ()


def told_of_before(doc: Doc, quotation: Quotation, quotations: Sequence[Quotation]) -> tuple[Voice, ...]:
    """For the "he" or "she" who speaks after a sentence that tells of one person ("Lee rejects the plan. “…,” he said"): that
    sentence's subject, where the words speak of nobody who can be it."""
    assert quotation.source is not None
    word = quotation.source.text.lower()
    at = min(quotation.source.start, quotation.content.start)
    sentence = sentence_before(doc, at)
    if word not in ("he", "she") or sentence is None or FORMS[word] & set(WORD.findall(words_said(quotation).lower())):
        return ()
    subject = next((t for t in sentence.root.children if t.dep_ in SUBJECTS), None)
    subject = subject or next((t for t in sentence if t.dep_ in SUBJECTS), None)
    if subject is None or any(t.is_quote for t in sentence):
        return ()
    told = (q for q in quotations if q.content.start < sentence.end_char and sentence.start_char < q.content.end)
    if any(q.source is None or not q.source.start <= subject.idx < q.source.end for q in told):
        return ()
    for index, mention in enumerate(doc._.mentions):
        if mention.head.start <= subject.idx < mention.head.end and mention.form == "name":
            own = _mention(doc, quotation.voice[0])
            named = set(mention.span.text.split()) & set(words_said(quotation).split())
            same = own is not None and own.entity == mention.entity
            return () if same or named or not fits(word, mention, own) else (Voice(quotation.voice[0].span, index),)
    return ()


def words_said(quotation: Quotation) -> str:
    """What is said, without the words that name the speaker among it ("By lifting the ban, she said, they win")."""
    content, source = quotation.content, quotation.source
    if source is None or not content.covers(source):
        return content.text
    return content.text[: source.start - content.start] + content.text[source.end - content.start :]


def in_caption(doc: Doc, source: Span) -> bool:
    """Whether the paragraph ends without a stop, as a picture's caption does: who speaks there does not go on in the text."""
    text = text_of(doc)
    end = text.find("\n", source.end)
    line = text[source.end : end if end >= 0 else len(text)].rstrip(" '’\"”")
    return bool(line) and end >= 0 and line[-1].isalnum()


def told_along(doc: Doc, quotation: Quotation) -> bool:
    """Whether somebody else's deed is told and the saying only along with it ("after a man asked if …", "who said …")."""
    assert quotation.source is not None
    verb = token_at(doc, quotation.cue.end - 1) if quotation.cue is not None else None
    if verb is None or verb.dep_ not in ("advcl", "relcl", "conj") or quotation.source.text.lower() in PRONOUNS:
        return False
    own = any(c.dep_ in SUBJECTS for c in verb.children)
    over = (verb.dep_ == "conj" and not own) or any(t.dep_ in ("advcl", "relcl") for t in (verb, *verb.ancestors))
    first = next((t for t in verb.sent.root.children if t.dep_ in SUBJECTS), None)
    return over and first is not None and not quotation.source.start <= first.idx < quotation.source.end


def same_pronoun(doc: Doc, quotation: Quotation, before: Sequence[Quotation]) -> tuple[Voice, ...]:
    """For the second "he" of two who speak in one sentence ("“…,” he added, after a letter in which he said …"): the first's,
    where nobody else is told of between."""
    last = before[-1] if before else None
    if last is None or last.source is None or quotation.source is None or last.voice[0].mention is None:
        return ()
    first, second = token_at(doc, last.source.start), token_at(doc, quotation.source.start)
    if first is None or second is None or first.sent.start != second.sent.start:
        return ()
    if last.source.text.lower() not in FORMS or quotation.source.text.lower() != last.source.text.lower():
        return ()
    others = (m for m in doc._.mentions if last.source.end <= m.span.start < quotation.source.start)
    if any(m.form != "pronoun" and m.kind == "person" for m in others):
        return ()
    return (Voice(quotation.voice[0].span, last.voice[0].mention),)


def going_on(doc: Doc, quotation: Quotation, before: Sequence[Quotation]) -> tuple[Voice, ...]:
    """For "“…,” he added" led to somebody without a name: the named one who spoke last in a main clause."""
    own = _mention(doc, quotation.voice[0])
    word = quotation.voice[0].span.text.lower()
    if word not in FORMS or quotation.source is None or quotation.mode == "indirect" or not _goes_on(quotation):
        return ()
    if own is not None and own.entity is not None and doc._.entities[own.entity].names:
        return ()
    for last in reversed(before):
        speaker = _mention(doc, last.voice[0])
        if last.source is None or last.cue is None:
            continue
        if speaker is None or speaker.entity is None or not doc._.entities[speaker.entity].names:
            return ()
        near = quotation.source.start - last.source.end < NEAR + len(last.content.text) + len(quotation.content.text)
        return (Voice(quotation.voice[0].span, last.voice[0].mention),) if near and fits(word, speaker, own) else ()
    return ()


def _goes_on(quotation: Quotation) -> bool:
    """Whether the cue says that somebody goes on speaking."""
    return quotation.cue is not None and quotation.cue.text.lower().split()[-1] in GOING_ON


def sentence_before(doc: Doc, at: int) -> DocSpan | None:
    """The sentence that ends straight before the character `at`; None where `at` begins none."""
    token = token_at(doc, at)
    if token is None or any(t.is_alpha for t in doc[token.sent.start : token.i]):
        return None
    first = token.sent.start
    while first > 0 and (doc[first - 1].is_space or doc[first - 1].is_quote):
        first -= 1
    return doc[first - 1].sent if first > 0 else None


def spoke_before(doc: Doc, quotation: Quotation, before: Sequence[Quotation]) -> tuple[Voice, ...]:
    """The speaker of the quotation before, for the open words of this one; empty where something speaks against it."""
    if not before or quotation.source is None or before[-1].source is None:
        return ()
    open_voice, voice = quotation.voice[0], before[-1].voice[0]
    mention = _mention(doc, voice)
    word = open_voice.span.text.lower()
    if mention is None or mention.entity is None or not fits(word, mention, _mention(doc, open_voice)):
        return ()
    start = before[-1].source.end
    if quotation.source.start - start > NEAR + len(before[-1].content.text) + len(quotation.content.text):
        return ()
    if any(_in_the_way(m, mention, word, start, quotation, before[-1]) for m in doc._.mentions):
        return ()
    return (Voice(open_voice.span, voice.mention),)


def fits(word: str, mention: Mention, own: Mention | None) -> bool:
    """Whether "he", "they", "it" or "the man" can be the one of whom `mention` tells."""
    if word == "they":
        return mention.plural or mention.kind in ("organisation", "group")
    if word == "it":
        return not mention.plural and mention.gender is None and mention.form != "pronoun" and (
            mention.kind != "person" or mention.form == "nominal"
        )  # fmt: skip
    genders = {g for g in (mention.gender, own.gender if own is not None else None) if g is not None}
    if word in PRONOUNS | ANYBODY:
        genders |= {"male"} if word in ("he", "the man", "the boy") else {"female"}
    return mention.kind == "person" and not mention.plural and len(genders) < 2


def _in_the_way(
    other: Mention, speaker: Mention, word: str, start: int, quotation: Quotation, before: Quotation
) -> bool:
    """Whether `other` is a further one, told of between the two speakers, whom the open words may mean."""
    assert quotation.source is not None
    if not start <= other.span.start < quotation.source.start or other.form == "pronoun" or other.entity is None:
        return False
    if other.entity == speaker.entity or quotation.content.covers(other.span):
        return False
    if any(v.span == other.span for v in before.voice):
        return False  # through whom it came
    if before.content.covers(other.span) and word in PRONOUNS:
        return False
    if other.span.start < before.content.start and before.content.start - start < NEAR:
        return False  # whom the speaker told it, or of whom he did
    described = any(role.covers(other.span) for role in speaker.roles)
    return not described and other.plural == (word == "they") and fits(word, other, None)


def two_named(doc: Doc, quotation: Quotation) -> tuple[Voice, ...]:
    """Of "the two officers said": the two persons whom the sentence before names together ("Zhang and Brek both …")."""
    assert quotation.source is not None
    words = quotation.source.text.lower().split()
    mention = _mention(doc, quotation.voice[0])
    if not BOTH & set(words[:3]) or mention is None or mention.form == "name" or len(quotation.voice) > 2:
        return ()
    if mention.entity is not None and doc._.entities[mention.entity].names:
        return ()
    at = min(quotation.source.start, quotation.content.start)
    persons = [
        (i, m) for i, m in enumerate(doc._.mentions)
        if m.kind == "person" and m.form == "name" and not m.plural and at - NEAR < m.span.start < at
    ]  # fmt: skip
    for (a, one), (b, other) in reversed(list(pairwise(persons))):
        if text_of(doc)[one.span.end : other.span.start].strip() == "and" and one.entity != other.entity:
            return Voice(one.span, a), Voice(other.span, b)
    return ()


def _mention(doc: Doc, voice: Voice) -> Mention | None:
    return doc._.mentions[voice.mention] if voice.mention is not None else None
