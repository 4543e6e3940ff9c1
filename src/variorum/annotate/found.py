"""Attributions as they are found in a sentence, and how those beside one another bound each other."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Doc

from variorum.annotate.complements import tidied
from variorum.annotate.sources import Range
from variorum.knowledge.cues import is_cue


@dataclass(frozen=True)
class Found:
    """An attribution in token ranges (end exclusive). `via`: through whom the source's words came, nearest first."""

    cue: Range
    content: Range
    source: Range | None = None
    via: tuple[Range, ...] = ()
    confidence: float = 0.9
    declined: bool = False
    view: bool = False


def parted(doc: Doc, found: list[Found]) -> list[Found]:
    """The attributions of a sentence, in the order of their cues, none taking in what belongs to the next."""
    told = _passed_on(doc, _participles(doc, found))
    return [_without_tail(doc, f, told) for f in told]


def _passed_on(doc: Doc, found: list[Found]) -> list[Found]:
    """Of "X said A, Y reported", which the parser reads as what X said of Y: X said A, and Y reported all of that."""
    out = list(found)
    for i, inner in enumerate(found):
        for j, outer in enumerate(found):
            if outer.source is None or inner.source is None or inner.view or outer.view:
                continue
            last, told = max(outer.cue[1], outer.source[1]), outer.content[1]
            same = (
                inner.content[0] == outer.content[0] and inner.content[1] == last and inner.cue[1] <= inner.content[0]
            )
            first = min(outer.cue[0], outer.source[0])
            if same and told <= first and any(t.text == "," for t in doc[told - 2 : first]):
                out[i] = replace(inner, content=outer.content)
                out[j] = replace(outer, content=(min(inner.source[0], inner.cue[0]), told))
    return out


def _without_tail(doc: Doc, inner: Found, found: list[Found]) -> Found:
    """Of "X said A, according to Y": A ends before the cue of Y, who tells all of it."""
    for outer in found:
        within = inner.content[0] < outer.cue[0] < inner.content[1] <= (outer.source or outer.cue)[1]
        if within and inner.cue[1] <= inner.content[0] and outer.content[0] <= inner.cue[0]:
            return replace(inner, content=tidied(doc, (inner.content[0], outer.cue[0])))
    return inner


def _participles(doc: Doc, found: list[Found]) -> list[Found]:
    """Of "X said A, adding that B": A ends at the comma, and X says B too, though the parser hangs "adding" in A."""
    out = list(found)
    for j, later in enumerate(found):
        verb = doc[later.cue[1] - 1]
        if verb.tag_ != "VBG" or not is_cue(verb.lemma_.lower(), "say", "tell") or later.cue[0] < 2 or later.view:
            continue
        if doc[later.cue[0] - 1].text != ",":
            continue
        for i in range(j - 1, -1, -1):
            first = out[i]
            comma = later.cue[0] - 1
            if first.view or first.content[0] >= comma or doc[first.cue[0]].tag_ == "NN":
                continue
            after_cue = first.content[0] >= first.cue[1] and first.content[1] > comma
            straight = first.source is not None and comma - 1 <= max(first.source[1], first.cue[1]) <= comma + 1
            if after_cue or straight:
                if after_cue and first.content[0] < comma:
                    out[i] = replace(first, content=(first.content[0], comma))
                out[j] = replace(later, source=first.source, via=later.via or first.via)
                break
    return out
