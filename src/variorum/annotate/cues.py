"""Who says what by which word, read from the parse: cue verbs, their subjects, their complements.

Each finder takes a token or sentence and gives `Found` records in token indices; no quotation mark is looked at here.
What is held rather than said (wanting, endorsing) is marked `view` and becomes no quotation.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from variorum.annotate.complements import (
    clause_after,
    clause_before,
    held,
    labelled,
    object_and_complement,
    object_with,
    past_link,
    plain_object,
    rest_of,
    tidied,
)
from variorum.annotate.found import Found, parted
from variorum.annotate.infinitives import claimed, requested, warned_against
from variorum.annotate.media import QUOTING, is_voice, quoted_as_saying, via
from variorum.annotate.sources import (
    ENDS,
    RELATIVES,
    SUBJECTS,
    VERBAL,
    Range,
    phrase,
    source_between_commas,
    source_left_of,
    source_of,
    verb_group,
)
from variorum.annotate.strayed import announced, made_clear, strayed_clause
from variorum.knowledge.cues import is_cue

UNASKED = {"if", "unless", "whether"}


def attributions(sentence: DocSpan) -> list[Found]:
    """Every attribution that the parse of `sentence` shows, held views included, in the order of their cues."""
    return parted(sentence.doc, sorted(_read(sentence), key=lambda f: (f.cue, f.content)))


def _read(sentence: DocSpan) -> Iterator[Found]:
    for token in sentence:
        found: Found | None = None
        if token.lower_ == "according" and token.i + 1 < sentence.end and token.nbor().lower_ == "to":
            found = _according(token, sentence)
        elif token.pos_ in VERBAL:
            found = _of_verb(token) or _tail(token, sentence)
        elif token.pos_ == "NOUN" and is_cue(token.lemma_.lower(), "noun"):
            found = _of_noun(token)
        if found is not None:
            yield found


def _tail(verb: Token, sentence: DocSpan) -> Found | None:
    """Of "The bridge fell, reported Radio North" and "…, Norpress reported", where the parser sees no clause."""
    lemma, doc = verb.lemma_.lower(), verb.doc
    if not is_cue(lemma, "say") or verb.tag_ not in ("VBD", "VBZ", "VBP") or negated(verb):
        return None
    end = sentence.end
    while end > verb.i + 1 and (doc[end - 1].is_space or doc[end - 1].text in ENDS):
        end -= 1
    group = verb_group(verb)
    comma = group[0] - 1
    if comma > sentence.start and doc[comma].text == "," and group[1] < end:
        if any(c.dep_ == "nsubj" and c.i < comma for c in verb.children):
            return None  # "America First, a group of farmers, posted the footage"
        source = (group[1], next((t.i for t in doc[group[1] : end] if t.text == ","), end))
    else:
        comma = next((t.i for t in reversed(doc[sentence.start : group[0]]) if t.text == ","), -1)
        closed = (
            group[1] >= end
            or doc[group[1]].lower_
            in (
                "on",
                "in",
                "at",
                "late",
                "early",
                "earlier",
                "citing",
                ",",
            )
            or doc[group[1]].ent_type_ in ("DATE", "TIME")
        )
        if comma < 0 or not closed or comma + 1 >= group[0]:
            return None
        source = (comma + 1, group[0])
        earlier = next((t.i for t in reversed(doc[sentence.start : comma]) if t.text == ","), -1)
        if earlier >= 0 and comma - earlier <= 5 and all(t.pos_ == "PROPN" for t in doc[earlier + 1 : comma]):
            comma, source = earlier, (earlier + 1, group[0])
    named = doc[source[0] : source[1]]
    before = doc[sentence.start : comma]
    nouns = any(t.pos_ in ("NOUN", "PROPN", "PRON") or t.text.istitle() for t in named)
    if not nouns or any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in named):
        return None
    if named[0].pos_ in ("CCONJ", "ADP", "SCONJ") or named[0].lower_ in RELATIVES or len(named) > 12:
        return None
    if not any(t.pos_ in VERBAL and t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in before):
        return None
    start = past_link(doc, sentence.start, comma)
    return Found(group, (start, comma), source, via(verb), 0.8)


def _of_verb(verb: Token) -> Found | None:
    lemma = verb.lemma_.lower()
    if negated(verb) and not is_cue(lemma, "deny", "decline"):
        return _no_answer(verb)
    if any(child.dep_ == "mark" and child.lower_ in UNASKED for child in verb.children):
        return None
    if _is_asked(verb) or _is_noun(verb) or _is_quoting(verb):
        return None
    source = source_of(verb) or (source_between_commas(verb) if is_cue(lemma, "say") else None)
    cue = verb_group(verb)
    if source is not None and verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.doc[max(0, verb.i - 1)].text == ",":
        source = _who_can_speak(verb) or source
    content, confidence, declined, view = None, 0.9, False, False
    if (
        verb.dep_ == "acl"
        and verb.tag_ == "VBG"
        and verb.head.dep_ == "dobj"
        and verb.head.head.lemma_ in ("quote", "cite")
    ):
        teller = source_of(verb.head.head)
        told = clause_after(verb)
        if told is not None:
            return Found(
                cue, tidied(verb.doc, told), (verb.head.left_edge.i, verb.head.i + 1), (teller,) if teller else ()
            )
    sure = made_clear(verb)
    if sure is not None and source is not None:
        return Found((cue[0], max(cue[1], sure[0][1])), tidied(verb.doc, sure[1]), source, (), 0.8)
    aside = _inserted(verb, cue) or _between_commas(verb, cue)
    if aside is not None:
        return aside
    if lemma == "say" and verb.head.lower_ == "as" and is_cue(verb.head.head.lemma_.lower(), "quote"):
        return _quoted_as_saying(verb)
    if is_cue(lemma, "say", "manner", "tell", "ask", "show", "learn", "think", "deny", "call", "attitude"):
        content = clause_after(verb) if not is_cue(lemma, "call") or lemma in ("denounce",) else None
        if content is None and lemma in _OWNING:
            content = claimed(verb)
        if content is None and lemma == "warn":
            content = warned_against(verb)
        if content is None and is_cue(lemma, "say", "tell", "think", "learn", "show"):
            content = clause_before(verb, cue, source)
        if content is None and is_cue(lemma, "say", "tell"):
            content = strayed_clause(verb)
        if content is not None and is_cue(lemma, "think", "show", "learn") and not is_cue(lemma, "say"):
            confidence = 0.7
        if content is not None and lemma in ("know", "realize", "realise", "feel", "decide", "consider", "see", "love"):
            view = True
    if content is None and is_cue(lemma, "call"):
        content, confidence = object_and_complement(verb), 0.8
    if content is None and is_cue(lemma, "accuse"):
        content = object_with(verb, {"of", "for", "on"})
    if content is None and is_cue(lemma, "decline"):
        asked = next((c for c in verb.children if c.dep_ == "xcomp" and c.lemma_ in _COMMENTING), None)
        if asked is not None:
            content, declined = (asked.left_edge.i, asked.right_edge.i + 1), True
    if content is None and is_cue(lemma, "request"):
        content, confidence = requested(verb), 0.8
    if content is None and lemma == "deny":
        content, confidence = plain_object(verb), 0.8
    if content is None and is_cue(lemma, "want", "attitude"):
        content, view = held(verb), not _promises(verb)
    if content is None and verb.tag_ in ("VBD", "VBZ", "VBP", "VBG"):
        content, confidence = labelled(verb), 0.7
    if content is not None and source is None and content[0] >= cue[1] and verb.tag_ in ("VBD", "VBZ"):
        source = source_left_of(verb)
    if content is None or source is None:
        return None
    if source is not None and source[0] <= content[0] and content[1] <= source[1]:
        return None
    if source is not None and not is_cue(lemma, "tell", "think") and _shows_only(verb.doc, source):
        return None
    declined = declined or (verb.dep_ == "xcomp" and is_cue(verb.head.lemma_.lower(), "decline"))
    return Found(cue, tidied(verb.doc, content), source, via(verb), confidence, declined, view)


def _who_can_speak(verb: Token) -> Range | None:
    """Of "Lee was angry that the race was stopped, calling it “mad”": the nearest subject over `verb` that is a voice."""
    for over in verb.ancestors:
        subject = next((c for c in over.children if c.dep_ in SUBJECTS), None)
        if subject is not None and (subject.pos_ == "PRON" or is_voice(subject)):
            return phrase(subject)
    return None


def _promises(verb: Token) -> bool:
    """Whether a verb tells what somebody said of his own deeds to come: "pledged to rebuild the bridge"."""
    return verb.lemma_.lower() in _PROMISING and any(c.dep_ == "xcomp" and c.i > verb.i for c in verb.children)


_OWNING = {"admit", "claim"}
_PROMISING = {"pledge", "promise", "swear", "vow"}


def _is_asked(verb: Token) -> bool:
    """Whether "asked" is what somebody was: "Lee, when asked whether …"."""
    when = any(c.lower_ in ("when", "if", "as") for c in verb.children)
    return is_cue(verb.lemma_.lower(), "ask") and when and not any(c.dep_ in SUBJECTS for c in verb.children)


def _is_quoting(verb: Token) -> bool:
    """Whether what a verb quotes hangs on the saying after it: "Radio North quoted Lee as saying"."""
    links = (c for c in verb.children if c.lower_ == "as") if verb.lemma_ in QUOTING else ()
    return any(g.tag_ == "VBG" for c in links for g in c.children)


def _is_noun(verb: Token) -> bool:
    """Whether a "verb" is a noun set after a clause: "They blamed Lee for it, claims he denied"."""
    return verb.dep_ == "conj" and verb.tag_ == "VBZ" and verb.head.tag_ == "VBD" and verb.nbor(-1).text == ","


_SEEN = {"footage", "image", "video", "photo", "photograph", "picture", "map", "probing", "sign", "evidence"}


def _shows_only(doc: Doc, source: Range) -> bool:
    """Whether what "shows" or "suggests" is no telling source but a thing seen."""
    return any(t.lemma_.lower() in _SEEN or t.lower_ in _SEEN for t in doc[source[0] : source[1]][-1:])


_COMMENTING = {"comment", "say", "discuss", "elaborate", "answer", "give", "disclose", "respond", "confirm", "identify",
               "specify", "speculate", "provide", "name", "speak", "talk", "reveal", "explain"}  # fmt: skip


def _inserted(verb: Token, cue: Range) -> Found | None:
    """ "Her words, said Ann Lee, the mayor, are clear": the inverted cue between two commas of its content."""
    doc, sentence = verb.doc, verb.sent
    first, after = cue[0], cue[1]
    if (
        not is_cue(verb.lemma_.lower(), "say")
        or first - 2 < sentence.start
        or doc[first - 1].text != ","
        or verb.tag_ == "VBG"
    ):
        return None
    if (
        after + 1 >= sentence.end
        or doc[after].pos_ not in ("PROPN", "DET", "NOUN", "PRON", "ADJ")
        or verb.tag_ not in ("VBD", "VBZ")
    ):
        return None
    if any(t.pos_ in VERBAL and t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in doc[sentence.start : first]):
        return None
    finite = next(
        (t.i for t in doc[after : sentence.end] if t.pos_ in VERBAL and t.tag_ in ("VBD", "VBZ", "VBP", "MD")), None
    )
    comma = None if finite is None else next((i for i in range(finite - 1, after, -1) if doc[i].text == ","), None)
    if comma is None or finite is None or finite - comma > 3:
        return None
    end = sentence.end
    return Found(cue, tidied(doc, (past_link(doc, sentence.start, first), end)), (after, comma), via(verb), 0.8)


def _between_commas(verb: Token, cue: Range) -> Found | None:
    """ "These men, Lee explained on Monday, were paid": a cue after its subject between subject and verb of its content."""
    doc, sentence = verb.doc, verb.sent
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if subject is None or not is_cue(verb.lemma_.lower(), "say") or verb.tag_ not in ("VBD", "VBZ"):
        return None
    source = phrase(subject)
    rest = next((c for c in verb.children if c.dep_ == "conj" and c.i > verb.i and doc[c.i - 1].text == ","), None)
    if rest is None or rest.tag_ not in ("VBD", "VBZ", "VBP") or any(c.dep_ in SUBJECTS for c in rest.children):
        return None
    lead = doc[sentence.start : source[0] - 1] if source[0] > sentence.start else ()
    if not len(lead) or doc[source[0] - 1].text != "," or not any(t.pos_ in ("NOUN", "PROPN", "PRON") for t in lead):
        return None
    if any(t.pos_ in (*VERBAL, "ADP", "SCONJ") for t in lead):
        return None
    return Found(cue, tidied(doc, (past_link(doc, sentence.start, source[0]), sentence.end)), source, via(verb), 0.8)


def negated(verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in verb.children)


def _no_answer(verb: Token) -> Found | None:
    """ "X did not respond to a request for comment"."""
    if verb.lemma_ not in ("respond", "reply", "return", "answer", "comment"):
        return None
    words = verb.doc[verb.i : verb.right_edge.i + 1]
    if verb.lemma_ != "comment" and not any(
        w.lemma_.lower() in ("comment", "request", "call", "message") for w in words
    ):
        return None
    source = source_of(verb)
    rest = (verb.i, verb.right_edge.i + 1)
    if source is None or rest[1] - rest[0] < 2:
        return None
    return Found(verb_group(verb), tidied(verb.doc, (verb.i + 1, rest[1])), source, (), 0.8, declined=True)


def _quoted_as_saying(saying: Token) -> Found | None:
    content, quoted = clause_after(saying) or rest_of(saying), quoted_as_saying(saying)
    if quoted is None or content is None:
        return None
    return Found(verb_group(saying), tidied(saying.doc, content), *quoted)


def _of_noun(noun: Token) -> Found | None:
    """ "their claim that the bridge was safe": only where the noun says whose it is."""
    clause = next((c for c in noun.children if c.dep_ in ("acl", "ccomp") and c.i > noun.i), None)
    if clause is not None and any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children):
        told: Range | None = (clause.left_edge.i, clause.right_edge.i + 1)
    else:
        told = announced(noun)
    if told is None:
        return None
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    if owner is None:
        by = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ in ("by", "from", "of")), None)
        owner = next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None
    if owner is not None:
        source: Range | None = phrase(owner)
    elif noun.dep_ == "dobj" and noun.head.pos_ == "VERB":
        source = source_of(noun.head)
    else:
        source = None
    if source is None:
        return None
    return Found((noun.i, noun.i + 1), tidied(noun.doc, told), source, (), 0.6)


def _according(token: Token, sentence: DocSpan) -> Found | None:
    doc = token.doc
    to = token.nbor()
    name = next((c for t in (to, token) for c in t.children if c.dep_ in ("pobj", "dobj") and c.i > to.i), None)
    if name is None:
        name = next((t for t in doc[to.i + 1 : sentence.end] if t.pos_ in ("NOUN", "PROPN", "PRON")), None)
        name = name and next(
            (t for t in (name, *name.ancestors) if t.i < sentence.end and t.pos_ in ("NOUN", "PROPN")), name
        )
    if name is None:
        return None
    source = phrase(name)
    start, end = sentence.start, sentence.end
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in ENDS):
        end -= 1
    cue = (token.i, to.i + 1)
    lead = token.i - start
    if not any(t.pos_ in VERBAL for t in doc[start : token.i]) and lead <= 2:
        comma = next((t.i for t in doc[source[0] : end] if t.text == "," and t.i >= source[0]), None)
        own = {t.i for t in name.subtree}
        closing = next((t.i for t in doc[source[0] : end] if t.text == "," and t.i not in own), comma)
        if closing is None:
            return None
        named = (source[0], min(source[1], closing))
        cited = doc[closing + 1] if closing + 1 < end and doc[closing + 1].lemma_ in QUOTING else None
        goal = next((c for c in cited.children if c.dep_ == "dobj"), None) if cited is not None else None
        if goal is not None and is_voice(goal):  # "According to Norpress, citing the ministry, …"
            after = next((t.i for t in doc[goal.i + 1 : end] if t.text == "," and t.i >= goal.right_edge.i), None)
            if after is not None:
                return Found(cue, (after + 1, end), phrase(goal), (named,))
        return Found(cue, (closing + 1, end), named, (), 0.9)
    last = source[1]
    start = past_link(doc, start, token.i)
    content = (start, token.i)
    if last < end and doc[last].text == "," and last + 2 < end and any(t.pos_ in VERBAL for t in doc[last:end]):
        content = (start, end)
    return Found(cue, tidied(doc, content), source, (), 0.9)
