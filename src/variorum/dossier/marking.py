"""A report's full text cut into segments, each leading to the rows and statements that rest on it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from variorum.dossier.display import visible
from variorum.model import Block, DossierReport, Span


class Mark(NamedTuple):
    """Words that a row or statement rests on: where it leads, its verdict, its short name and its title."""

    start: int
    end: int
    href: str
    verdict: str
    label: str
    title: str


class Segment(NamedTuple):
    """Words under the same marks: the mark whose link they carry, whether it begins here, other marks that end here."""

    text: str
    anchor: str | None
    mark: Mark | None
    first: bool
    also: tuple[Mark, ...]


class Paragraph(NamedTuple):
    """A block of the text; `aside` says why it is set aside, None where it is part of the report."""

    role: str
    aside: str | None
    segments: tuple[Segment, ...]


class Anchors:
    """Hands out the anchor of words in place and remembers which starts need one."""

    def __init__(self, slugs: dict[str, str]) -> None:
        self.slugs = slugs
        self.starts: dict[str, set[int]] = {report: set() for report in slugs}

    def href(self, span: Span) -> str:
        """The link to words in the full text of their report."""
        self.starts[span.report].add(span.start)
        return f"#{self.name(span.report, span.start)}"

    def name(self, report: str, start: int) -> str:
        """The id of the words at `start`."""
        return f"w-{self.slugs[report]}-{start}"


def paragraphs(report: DossierReport, marks: Sequence[Mark], anchors: Anchors) -> list[Paragraph]:
    """The whole text of `report` as paragraphs of segments, in order; nothing of it is left out."""
    starts = sorted(anchors.starts[report.id])
    cuts = sorted({0, len(report.text), *starts, *(m.start for m in marks), *(m.end for m in marks)})
    ordered = sorted(marks, key=lambda m: (m.start, -m.end, m.href))
    found = []
    for block in pieces(report):
        first = bisect_right(cuts, block.start)
        inner = [block.start, *cuts[first : bisect_left(cuts, block.end)], block.end]
        here = [m for m in ordered if m.start < block.end and m.end > block.start]
        segments = tuple(segments_of(report, inner, here, set(starts), anchors))
        found.append(Paragraph(block.role, block.why, segments))
    return found


def segments_of(
    report: DossierReport,
    cuts: Sequence[int],
    marks: Sequence[Mark],
    starts: set[int],
    anchors: Anchors,
) -> Iterable[Segment]:
    """The segments between `cuts`. Words lead to the closest mark around them; other marks lead from their end."""
    covering = [[m for m in marks if m.start <= a and b <= m.end] for a, b in pairwise(cuts)]
    chosen = [min(c, key=lambda m: (m.end - m.start, m.href)) if c else None for c in covering]
    hrefs = {m.href for m in chosen if m}
    for n, (a, b) in enumerate(pairwise(cuts)):
        if a == b:
            continue
        mark = chosen[n]
        ending = {m.href: m for m in covering[n] if m.end == b and m.href not in hrefs}
        anchor = anchors.name(report.id, a) if a in starts else None
        text = visible(report.text[a:b])
        yield Segment(text, anchor, mark, mark is not None and mark.start == a, tuple(ending.values()))


def pieces(report: DossierReport) -> Iterable[Block]:
    """The blocks of a report, and what stands between them as blocks too, so that no word and no anchor is lost."""
    at = 0
    for block in sorted(report.blocks, key=lambda b: b.start):
        if block.end <= at:
            continue
        if block.start > at:
            yield Block("noise" if report.text[at : block.start].strip() else "body", at, block.start, None)
        yield Block(block.role, max(block.start, at), block.end, block.why)
        at = block.end
    if at < len(report.text):
        yield Block("body", at, len(report.text), None)
