"""Words without a cue of their own: a headline's colon, quoted sentences that go on, a promise between two tellings.

The speaker is who spoke before, who is announced by a colon, or who stands in the headline; such readings are less sure than
those that a cue verb gives.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from variorum.annotate.chains import voices
from variorum.annotate.direct_speech import Stretch
from variorum.annotate.layer import block_at, report_of, span_of, text_of, tokens_of
from variorum.annotate.sources import VERBAL, Range, source_of, verb_group
from variorum.annotate.verbs_of_speech import SPEECH
from variorum.encoder.words import stems, weight
from variorum.knowledge.cues import is_cue
from variorum.model import PERSONAL_KINDS, Quotation

SURE = 0.5
TELLING = 2.0  # weight of a word that carries sense
NEAR = 200  # letters to the next telling
LEAST = 4  # words in marks that are a wording, not a term
CAPTIONS = 3  # paragraphs between, a picture's caption and the like, over which speech that is left open goes on
PLEDGING = {"will", "must", "should", "shall", "never", "always"}


HEADED = re.compile(r"(?<=[\w,'’”\"]) ([Ss]ays?|SAYS?) (?=[\w'‘“\"])")
"""The verb of a headline that tells what somebody says."""
FIRST = 4  # words of a post ("Former Ardovan President") before the first name of a headline

_SPEAKING = {
    "report",
    "source",
    "official",
    "police",
    "medium",
    "witness",
    "ministry",
    "minister",
    "government",
    "army",
}


def headlined(doc: Doc, found: list[Quotation]) -> list[Quotation]:
    """Headlines that put the voice before or after a colon: "Army: bridge is safe", "Bridge is safe: reports"."""
    report = report_of(doc)
    added = []
    for block in report.blocks:
        if block.role != "headline":
            continue
        line = report.text[block.start : block.end].rstrip()
        here = [q for q in found if block.start <= q.content.start < block.end]
        told = _said_in_headline(doc, line, block.start)
        if told is not None and not any(q.cue is not None and q.cue.overlaps(told.cue or q.cue) for q in here):
            added.append(told)
            continue
        if here or line.count(": ") != 1:
            continue
        at = block.start + line.index(": ")
        end = block.start + len(line)
        for first, last, low, high in ((block.start, at, at + 2, end), (at + 2, end, block.start, at)):
            tokens = doc.char_span(first, last, alignment_mode="expand")
            content = doc.char_span(low, high, alignment_mode="expand")
            if (
                tokens is None
                or content is None
                or len(tokens) > 5
                or len(content) < 3
                or not _names_voice(doc, tokens)
            ):
                continue
            chain = voices(doc, (tokens.start, tokens.end))
            span = span_of(doc, content.start, content.end)
            added.append(
                Quotation("indirect", span, None, span_of(doc, tokens.start, tokens.end), chain, confidence=0.6)
            )
            break
    return added


def _said_in_headline(doc: Doc, line: str, start: int) -> Quotation | None:
    """Of "Lee Calls Plan a 'Shame,' Says She Will Not Pay": who stands first in the headline says what follows "says"."""
    cue = HEADED.search(line)
    if cue is None:
        return None
    content = doc.char_span(start + cue.end(), start + len(line), alignment_mode="expand")
    verb = doc.char_span(start + cue.start(1), start + cue.end(1), alignment_mode="expand")
    first = next((m for m in doc._.mentions if start <= m.span.start < start + cue.start() and m.form == "name"), None)
    if first is None or first.kind not in PERSONAL_KINDS or content is None or verb is None or len(content) < 3:
        return None
    before = tokens_of(doc, first.span).start - content[0].sent.start
    if text_of(doc)[start : first.span.start].strip() and before > FIRST:
        return None
    chain = voices(doc, (tokens_of(doc, first.span).start, tokens_of(doc, first.span).end))
    cued = span_of(doc, verb.start, verb.end)
    return Quotation("indirect", span_of(doc, content.start, content.end), cued, first.span, chain, confidence=0.8)


def _names_voice(doc: Doc, tokens: DocSpan) -> bool:
    """Whether the words are somebody who speaks: a person's or body's name alone, or police, reports, sources."""
    if tokens[-1].lemma_.lower() in _SPEAKING:
        return True
    start, end = tokens.start_char, tokens.end_char
    return any(
        m.form == "name" and m.kind in PERSONAL_KINDS and m.span.start <= start and m.span.end >= end
        for m in doc._.mentions
    )


def _holds(quotation: Quotation, region: Stretch) -> bool:
    """Whether a quotation takes the stretch up: its content meets it, and its cue does not stand within it."""
    content, marks = quotation.content, region.quote
    if content.start >= marks.end or marks.start >= content.end:
        return False
    return quotation.cue is None or not marks.start < quotation.cue.start < marks.end


def without_cue(
    doc: Doc, found: list[Quotation], parts: list[tuple[int, int, Range]], regions: list[Stretch]
) -> list[Quotation]:
    """Quoted sentences that no cue introduces: the last speaker goes on, of this paragraph or of the one before."""
    added: list[Quotation] = []
    carried: Quotation | None = None
    left_open: tuple[int, Quotation] | None = None
    for n, (start, end, (first, last)) in enumerate(parts):
        here = sorted((q for q in found if start <= q.content.start < end), key=lambda q: q.content.start)
        opened = [r for r in regions if first <= r.start < last]
        goes_on = left_open is not None and n - left_open[0] <= CAPTIONS and bool(opened) and opened[0].start == first
        speaker = left_open[1] if left_open is not None and goes_on else carried
        for region in opened:
            if any(_holds(q, region) for q in here):
                continue
            before = doc[region.start - 1].text if region.start > first else ""
            if not region.sentence or (before not in ("", ".", "?", "!", "”", '"', "''", "’", ":") and before.strip()):
                continue
            nearer = [
                q
                for q in here
                if q.content.end <= region.quote.start and q.mode != "indirect" and q.voice
                and not any(o is not q and o.cue is not None and q.content.covers(o.cue) for o in here)
            ]  # fmt: skip
            later = (q for q in here if q.mode != "indirect" and q.voice and not _led_in(q))
            voice = nearer[-1] if nearer else next(later, None) or speaker
            added.append(
                Quotation(
                    mode="direct",
                    content=span_of(doc, region.start, region.end),
                    voice=voice.voice if voice is not None else (),
                    confidence=0.7 if nearer else SURE if voice is not None else 0.3,
                )
            )
        open_here = bool(opened) and not opened[-1].quote.closed and not opened[-1].quote.single
        own = [q for q in (*here, *added) if start <= q.content.start < end and q.voice and q.mode != "indirect"]
        if open_here and own:
            left_open = n, max(own, key=lambda q: q.content.start)
        elif goes_on:
            left_open = None
        spoken_here = [q for q in here if q.mode != "indirect" and q.voice]
        if spoken_here:
            carried = spoken_here[-1]
        elif not opened:
            carried = _announced(doc, first, last) or next((q for q in reversed(here) if q.voice), None)
    return added


def fragments(
    doc: Doc, found: Sequence[Quotation], parts: Sequence[tuple[int, int, Range]], regions: Sequence[Stretch]
) -> list[Quotation]:
    """Quoted words within a sentence that has no cue, of a paragraph in which one speaker alone was heard before: his."""
    added = []
    for start, end, (first, last) in parts:
        here = [q for q in found if start <= q.content.start < end]
        for region in (r for r in regions if first <= r.start < last):
            sentence = doc[region.start].sent
            before = [q for q in here if q.voice and q.content.end <= sentence.start_char]
            if (
                region.quote.single
                or len(region.inner.split()) < LEAST
                or any(_meets_marks(q, region) or _meets(q, sentence) for q in here)
            ):
                continue
            heard = {_entity(doc, q) for q in before if q.cue is not None}
            words = [t for t in doc[region.start : region.end] if t.is_alpha]
            if len(heard) != 1 or None in heard or not any(t.pos_ in VERBAL and t.tag_ != "VBN" for t in words):
                continue
            content = span_of(doc, region.start, region.end)
            added.append(Quotation("direct", content, voice=before[-1].voice[:1], confidence=SURE))
    return added


def _led_in(quotation: Quotation) -> bool:
    """Whether the cue stands before the words, so that quoted words before the cue are not this speaker's."""
    return quotation.cue is not None and quotation.cue.end <= quotation.content.start


def _announced(doc: Doc, first: int, last: int) -> Quotation | None:
    """Of a paragraph that ends in a colon ("Lendal also said:"): its cue and speaker, for the words of the next."""
    words = [t for t in doc[first:last] if not t.is_space]
    if not words or words[-1].text != ":":
        return None
    verb = next((t for t in reversed(words) if t.pos_ in VERBAL and is_cue(t.lemma_.lower(), *SPEECH)), None)
    source = source_of(verb) if verb is not None else None
    if verb is None or source is None:
        return None
    cue = span_of(doc, *verb_group(verb))
    return Quotation("direct", cue, cue, span_of(doc, *source), voices(doc, source), confidence=0.9)


def told_again(doc: Doc, found: Sequence[Quotation], regions: Sequence[Stretch]) -> list[Quotation]:
    """Quoted words of no speaker that stand in what somebody says elsewhere in the report (a headline's, a summary's)."""
    spoken = [(f" {' '.join(stems(q.content.text))} ", q) for q in found if q.mode != "indirect" and q.voice]
    added = []
    for region in regions:
        words = stems(region.inner)
        whole = len(words) >= LEAST and in_title(doc, region)  # a headline's quotation may be of common words alone
        weighty = len(words) > 2 and sum(weight(w) >= TELLING for w in words) > 1
        if not (whole or weighty) or any(_meets_marks(q, region) for q in found):
            continue
        source = next((q for text, q in spoken if f" {' '.join(words)} " in text), None)
        if source is not None:
            content = span_of(doc, region.start, region.end)
            added.append(Quotation("direct", content, voice=source.voice, confidence=0.7))
    return added


def in_title(doc: Doc, region: Stretch) -> bool:
    """Whether a stretch stands in the headline."""
    block = block_at(doc, region.quote.start)
    return block is not None and block.role == "headline"


def _meets_marks(quotation: Quotation, region: Stretch) -> bool:
    return quotation.content.start < region.quote.end and region.quote.start < quotation.content.end


def going_on(doc: Doc, found: Sequence[Quotation]) -> list[Quotation]:
    """A sentence about what will or must be that stands in a paragraph between two tellings of one speaker."""
    told = sorted((q for q in found if q.cue is not None and q.source is not None), key=lambda q: q.source or q.content)
    sentences = list(doc.sents)
    added = []
    for first, second in pairwise(sentences):
        here = [q for q in told if q.source and first.start_char <= q.source.start < first.end_char]
        after = next((q for q in told if q.source and q.source.start >= second.end_char), None)
        if len(here) != 1 or here[0].mode != "indirect" or after is None or after.source is None or not here[0].voice:
            continue
        speaker = _entity(doc, here[0])
        if speaker is None or _entity(doc, after) != speaker or after.source.start - second.end_char > NEAR:
            continue
        if "\n" in text_of(doc)[first.end_char - 1 : second.start_char]:
            continue
        if not _pledges(second) or any(_meets(q, second) for q in found):
            continue
        end = second.end
        while doc[end - 1].is_punct or doc[end - 1].is_space:
            end -= 1
        added.append(Quotation("indirect", span_of(doc, second.start, end), voice=here[0].voice, confidence=SURE))
    return added


def _pledges(sentence: DocSpan) -> bool:
    """Whether a sentence tells what will or must be, of somebody else than "he" or "she"."""
    if any(t.text in '"“”‘«»' or t.tag_ == "VBD" for t in sentence):
        return False
    subject = next((c for c in sentence.root.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    return subject is not None and subject.pos_ != "PRON" and any(c.lower_ in PLEDGING for c in sentence.root.children)


def _entity(doc: Doc, quotation: Quotation) -> int | None:
    if not quotation.voice or quotation.voice[0].mention is None:
        return None
    entity: int | None = doc._.mentions[quotation.voice[0].mention].entity
    return entity


def _meets(quotation: Quotation, sentence: DocSpan) -> bool:
    spans = [s for s in (quotation.content, quotation.cue, quotation.source) if s is not None]
    return any(s.start < sentence.end_char and sentence.start_char < s.end for s in spans)
