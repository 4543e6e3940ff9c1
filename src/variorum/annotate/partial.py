"""Partly quoted words that the parse ties to no cue: the nearest telling verb before them in their clause takes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from variorum.annotate.cues import negated
from variorum.annotate.direct_speech import Stretch
from variorum.annotate.found import Found
from variorum.annotate.sources import VERBAL, source_of, verb_group
from variorum.knowledge.cues import is_cue, voiced_attitudes

FINITE = {"VBD", "VBZ", "VBP", "MD"}
FAR = 25  # words from the verb to the marks
SURE = 0.6


def partly_quoted(doc: Doc, said: Sequence[Found], regions: Sequence[Stretch]) -> Iterator[Found]:
    """For each stretch of words, no name and no title, that nobody says yet: who says it by the verb before it."""
    for region in regions:
        if any(f.content[0] < region.end and region.start < f.content[1] for f in said) or not _is_wording(doc, region):
            continue
        verb = _teller(doc, region)
        source = source_of(verb) if verb is not None else None
        if verb is None or source is None or source[1] > region.start or not source[0] < region.start:
            continue
        cue = verb_group(verb)
        if source[0] <= verb.i < source[1] or any(f.cue[0] < cue[1] and cue[0] < f.cue[1] for f in said):
            continue
        yield Found(cue, (max(cue[1], source[1] if source[0] >= cue[1] else 0), region.end), source, (), SURE)


def _is_wording(doc: Doc, region: Stretch) -> bool:
    """Whether a stretch is a wording: two words in small letters at least, the first of all not a name's."""
    words = [t for t in doc[region.start : region.end] if t.is_alpha]
    return len(words) > 1 and words[0].pos_ != "PROPN" and sum(w.text.islower() and not w.is_stop for w in words) > 1


def _teller(doc: Doc, region: Stretch) -> Token | None:
    """The verb of telling before the stretch in its sentence, no other finite verb and no stop between."""
    first = doc[region.start].sent.start
    for at in range(region.start - 1, max(first, region.start - FAR) - 1, -1):
        token = doc[at]
        if token.text in (";", ":", "(", ")", "—", "–") or token.is_quote or (token.is_space and "\n" in token.text):
            return None
        if token.pos_ in VERBAL:
            lemma = token.lemma_.lower()
            telling = is_cue(lemma, "call", "accuse") or (lemma in voiced_attitudes() and not is_cue(lemma, "want"))
            passive = any(c.dep_ == "auxpass" for c in token.children)
            if telling and not passive and token.tag_ in ("VBD", "VBZ", "VBP", "VBG", "VBN") and not negated(token):
                return token if doc[at + 1].lower_ != "to" else None
            if token.tag_ in FINITE or token.tag_ == "VBN":
                return None
    return None
