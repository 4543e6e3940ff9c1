"""Silences: which rows a report leaves out that others tell, and how: it ends before, came out before the fact, or is silent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal

from variorum.annotate.edtf import bounds
from variorum.model import Account, Claim, DateValue, Event, LeftOut, Report, Span

MOST_LEFT_OUT = 40  # rows of a report's list: those that an analyst would want first
How = Literal["silent", "ends_before", "published_before"]


class Silences:
    """What is asked of a dossier's reports, accounts and events to tell silences apart."""

    def __init__(self, reports: Sequence[Report], accounts: Sequence[Account], events: Sequence[Event]) -> None:
        self.published = {r.id: date.fromisoformat(r.published[:10]) for r in reports if r.published}
        self.length = {r.id: len(r.text.rstrip()) for r in reports}
        self.account = {r: a for a in accounts for r in a.reports}
        self.events: Mapping[str, Event] = {e.id: e for e in events}
        self.copied: dict[tuple[str, str], list[tuple[Span, Span]]] = defaultdict(list)
        for one, other in (pair for a in accounts for pair in a.copied):
            self.copied[one.report, other.report].append((one, other))
            self.copied[other.report, one.report].append((other, one))

    def left_out(self, report: str, claims: Sequence[Claim]) -> tuple[LeftOut, ...]:
        """The rows of `claims` that other accounts tell and `report` does not, in their order."""
        mine = self.account[report].id
        missing = [
            c
            for c in claims
            if c.verdict != "SOLE"
            and all(r.report != report for r in c.readings)
            and any(r.account != mine for r in c.readings)
        ]
        return tuple(LeftOut(c.id, self.how(report, c)) for c in missing[:MOST_LEFT_OUT])

    def how(self, report: str, claim: Claim) -> How:
        """How `report` leaves a row out."""
        if self.ends_before(report, claim):
            return "ends_before"
        return "published_before" if self.came_before(report, claim) else "silent"

    def ends_before(self, report: str, claim: Claim) -> bool:
        """Whether the report is a shorter form of a text that tells the row only after the passage with which the report ends."""
        for other in {r.report for r in claim.readings} & set(self.account[report].reports):
            shared = self.copied.get((report, other))
            if not shared or self.length[report] >= self.length[other]:
                continue
            last, there = max(shared, key=lambda pair: pair[1].end)
            told = min(r.span.start for r in claim.readings if r.report == other)
            if told >= there.end and all(a.end <= last.end for a, _ in shared) and self.is_end(report, last.end):
                return True
        return False

    def is_end(self, report: str, end: int) -> bool:
        """Whether a passage that ends at `end` closes the report: it has no passage of its own after it."""
        return all(s.report != report or s.end <= end for s in self.account[report].own)

    def came_before(self, report: str, claim: Claim) -> bool:
        """Whether the report came out before the day of what the row tells, and nobody who tells it did: what others told ahead,
        it could have told too."""
        published, day = self.published.get(report), self.day_of(claim)
        if published is None or day is None or published >= day or self.tells(report, claim.about):
            return False
        telling = [self.published.get(r.report) for r in claim.readings]
        return all(other is not None and other >= day for other in telling)

    def day_of(self, claim: Claim) -> date | None:
        """The earliest day of what a row tells: of its dates, else of the moments its figures are of, else of its event."""
        told = [r.value.edtf for r in claim.readings if isinstance(r.value, DateValue)]
        as_of = [r.as_of for r in claim.readings if r.as_of]
        event = self.events.get(claim.about)
        when = [event.when.edtf] if event is not None and event.when is not None else []
        days = [bounds(edtf)[0] for edtf in told or (as_of if len(as_of) == len(claim.readings) else []) or when]
        known = [day for day in days if day is not None]
        return min(known) if known and len(known) == len(days) else None

    def tells(self, report: str, about: str) -> bool:
        """Whether the report tells of the event that a row is about."""
        event = self.events.get(about)
        return event is not None and any(span.report == report for span in event.mentions)
