"""A speaker's day: what somebody says in a report that has him speak on a single day."""

from __future__ import annotations

from variorum.annotate.edtf import precision
from variorum.collate.extents import sentence_of
from variorum.collate.one_day import EARLIER, date_of, is_fresh, is_said
from variorum.model import SIMPLE_PAST, Annotation, EventTime, Happening, LocalRef, Proposition
from variorum.resolve.lookup import Lookup

VOICED = {"support"}
"""Frames of what is mostly voiced, besides statements."""


def day_of_speaker(happening: Happening, lookup: Lookup) -> EventTime | None:
    """The day of a statement that no telling dates: the only one on which its report has the same one speak; None where no report
    does, or two differ."""
    found = {day for ref in happening.members if (day := day_spoken(ref, lookup)) is not None}
    if len(found) != 1:
        return None
    return EventTime(found.pop(), "the only day on which the report has the same one speak")


def day_spoken(ref: LocalRef, lookup: Lookup) -> str | None:
    """The day on which the statement of the clause `ref` was made: its report came out then or the day after, and neither the
    clause nor its sentence leads to another time."""
    annotation, told = lookup.annotations[ref.report], lookup.proposition(ref)
    sentence = sentence_of(annotation, told.predicate)
    elsewhere = EARLIER.search(sentence.text) or any(sentence.covers(t.span) for t in annotation.times)
    if elsewhere or SIMPLE_PAST not in told.markers or not is_statement(told):
        return None
    days = {day for n in spoken_by(speakers(ref, lookup), ref.report, lookup) for day in dates(annotation, n)}
    if len(days) != 1:
        return None
    [day] = days
    return day if precision(day) == "day" and is_fresh(annotation, day) else None


def is_statement(told: Proposition) -> bool:
    """Whether a clause tells in the report's own words that something was said."""
    real = told.status == "happened" and told.polarity and not told.nominal and told.part_of_utterance is None
    return real and (is_said(told) or told.frame in VOICED)


def speakers(ref: LocalRef, lookup: Lookup) -> set[str]:
    """Who says it."""
    return {e for _, e in lookup.fillers(ref, "who")}


def spoken_by(who: set[str], report: str, lookup: Lookup) -> list[int]:
    """The statements that a report has the one in `who` make."""
    told = lookup.annotations[report].propositions
    if len(who) != 1:
        return []
    return [n for n, one in enumerate(told) if is_statement(one) and speakers(LocalRef(report, n), lookup) == who]


def dates(annotation: Annotation, n: int) -> set[str]:
    """The dates that a clause tells."""
    times = [annotation.times[a.time] for a in annotation.propositions[n].arguments if a.time is not None]
    return {day for time in times if (day := date_of(time)) is not None}


__all__ = ["day_of_speaker"]
