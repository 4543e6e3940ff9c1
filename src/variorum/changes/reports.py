"""Which report of one dossier is which of the other, and so which words are the same words.

Reports are the same by the digest of their bytes. One that was left out and one that was added are a report in another
state where their address is the same, or their name and a good part of their text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec

from variorum.changes.model import Field, ReportChange, ReportRef, Reports
from variorum.model import Dossier, DossierReport, Span

ALIKE = 0.3  # share of the lesser text's word pairs from which two texts of one name are one report in two states
Place = tuple[object, ...]
"""What words are in both dossiers: the report and the offsets, or where its text changed the words and which of the same."""


class Paired(msgspec.Struct, frozen=True):
    """A report in both dossiers."""

    old: DossierReport
    new: DossierReport


class Witnesses:
    """The reports of two dossiers, paired, and the places of their words."""

    def __init__(self, old: Dossier, new: Dossier) -> None:
        same, gone, came = same_bytes(old.reports, new.reports)
        again = other_states(gone, came)
        self.pairs = tuple(sorted((*same, *again), key=lambda p: p.new.id))
        self.left_out = tuple(r for r in gone if all(r is not p.old for p in again))
        self.added = tuple(r for r in came if all(r is not p.new for p in again))
        self.new_of = {p.old.id: p.new.id for p in self.pairs}
        self.old_of = {p.new.id: p.old.id for p in self.pairs}
        self.rewritten = frozenset(p.new.id for p in self.pairs if p.old.text != p.new.text)
        self._old = {r.id: r for r in old.reports}
        self._new = {r.id: r for r in new.reports}

    def place_in_old(self, span: Span) -> Place:
        """The place of a span of the old dossier."""
        known = self.new_of.get(span.report)
        return ("old", *offsets(span)) if known is None else self._place(known, span, self._old)

    def place_in_new(self, span: Span) -> Place:
        """The place of a span of the new dossier."""
        return ("new", *offsets(span)) if span.report not in self.old_of else self._place(span.report, span, self._new)

    def _place(self, pair: str, span: Span, texts: dict[str, DossierReport]) -> Place:
        if pair not in self.rewritten:
            return (pair, span.start, span.end)
        return (pair, span.text, texts[span.report].text.count(span.text, 0, span.start))

    def stated(self) -> Reports:
        """What came, went and changed."""
        changed = [c for p in self.pairs if (c := change_of(p)) is not None]
        return Reports(tuple(map(ref, self.added)), tuple(map(ref, self.left_out)), tuple(changed))


def offsets(span: Span) -> tuple[str, int, int]:
    """Where a span stands in its own dossier."""
    return span.report, span.start, span.end


def same_bytes(
    old: Sequence[DossierReport], new: Sequence[DossierReport]
) -> tuple[list[Paired], list[DossierReport], list[DossierReport]]:
    """Pairs of reports with one digest, those of one id first, and what is left on either side."""
    pairs: list[Paired] = []
    gone, came = list(old), list(new)
    for same_id in (True, False):
        for one in list(gone):
            fits = (r for r in came if r.sha256 == one.sha256 and (r.id == one.id or not same_id))
            other = next(fits, None)
            if other is not None:
                pairs.append(Paired(one, other))
                gone.remove(one)
                came.remove(other)
    return pairs, gone, came


def other_states(gone: Iterable[DossierReport], came: Sequence[DossierReport]) -> list[Paired]:
    """Reports left out and added that are one in two states."""
    pairs: list[Paired] = []
    free = list(came)
    for one in gone:
        other = next((r for r in free if r.url and r.url == one.url), None)
        other = other or next((r for r in free if r.id == one.id and alike(one.text, r.text)), None)
        if other is not None:
            pairs.append(Paired(one, other))
            free.remove(other)
    return pairs


def alike(one: str, other: str) -> bool:
    """Whether two texts share a good part of their words in a row."""
    first, second = (set(pairwise(text.casefold().split())) for text in (one, other))
    return bool(first and second) and len(first & second) >= ALIKE * min(len(first), len(second))


def ref(report: DossierReport) -> ReportRef:
    """A report by what tells it."""
    return ReportRef(report.id, report.source, report.sha256, report.outlet, report.published)


def change_of(pair: Paired) -> ReportChange | None:
    """What is otherwise with a report that is in both, None where nothing is."""
    old, new = pair.old, pair.new
    names = ("id", "outlet", "published", "updated", "title", "url")
    fields = [Field(n, getattr(old, n), getattr(new, n)) for n in names if getattr(old, n) != getattr(new, n)]
    if old.text != new.text:
        fields.append(Field("text", f"{len(old.text):,} characters", f"{len(new.text):,} characters"))
    same = old.sha256 == new.sha256
    return ReportChange(old.id, new.id, same, tuple(fields)) if fields or not same else None
