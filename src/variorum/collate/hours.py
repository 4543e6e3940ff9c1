"""Hours: at what time of the day something was, where the clock is told; an hour without a day is compared by the clock alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from variorum.collate.about import Happenings
from variorum.collate.consensus import label_of
from variorum.collate.dates import date_of
from variorum.collate.draft import DraftReading, DraftRow
from variorum.collate.extents import sentence_without
from variorum.encoder.statement import same_statement
from variorum.model import Annotation, Cast, DateValue, LocalRef, Span, TimeExpression
from variorum.resolve.lookup import Lookup

UNKNOWN_DAY = "XXXX-XX-XX"
NEARLY = re.compile(
    r"\b(?:around|about|approximately|roughly|nearly|almost|shortly|just|circa|some|before|after|toward|towards)\b",
    re.I,
)
LEFT_OVER = re.compile(r"(?:\s+(?:at|from|by|since|until|till|around|about|on|the))+\s*$", re.I)
OF_ONE_HOUR, OF_ONE_MINUTE = 0.3, 0.1  # likeness of the sentences of two hours, and of two that are told to the minute
HALF = re.compile(r"\d\s?[ap]\.?m\b|noon|midnight|morning|evening|night|hrs?\b|hours\b|GMT|UTC", re.I)
AT = re.compile(r"\b(?:at|around|about|by|before|until|till|after|since|from|past|near|nearly|shortly|just)\s+$", re.I)
HALF_AFTER = 16  # letters after an hour in which its half of the day is told
ROUND = {"00", "15", "30", "45"}
LONGEST = 90  # letters of the clause that a question quotes


def hour_rows(cast: Cast, lookup: Lookup, happenings: Happenings) -> Iterator[DraftRow]:
    """A row for each hour that clauses of a happening tell, for each other clause one of its own."""
    for story in cast.stories:
        found: dict[tuple[str, str, str], list[DraftReading]] = {}
        for report in story.reports:
            for one in hours_told(lookup.annotations[report]):
                own = happenings.of_ref.get(one.told) if one.told is not None else None
                about = own.id if own is not None else happenings.telling(report, one.span, one.told)
                asked = label_of(own, lookup) if own is not None else clause_left(one, lookup)
                if about is not None and asked:
                    found.setdefault((about, asked, date_of(one)), []).append(one)
        for (about, asked, _), some in found.items():
            yield DraftRow(
                story.id, about, "time", f"At what hour was it: {asked}?", tuple(some), "one hour of the clock"
            )


def hours_told(annotation: Annotation) -> Iterator[DraftReading]:
    """The hours of a report, each with the shortest clause in which it stands."""
    for time in annotation.times:
        ref = clause_at(annotation, time) if time.kind == "time" and is_clear(annotation.report.text, time) else None
        if ref is not None:
            told = annotation.propositions[ref.index]
            near = NEARLY.search(annotation.report.text, max(0, time.span.start - 12), time.span.end)
            day = (time.edtf or UNKNOWN_DAY).split("T")[0]
            value = DateValue(f"{day}T{time.hour}{'~' if near else ''}")
            yield DraftReading(value, time.span, told.voice, inferred=time.inferred, told=ref)


def is_clear(text: str, time: TimeExpression) -> bool:
    """Whether a time tells the hour, and which half of the day it is in: "5.52" alone could be either, a
    "midnight blue" is none."""
    if time.hour is None or not (any(c.isdigit() for c in time.span.text) or AT.search(text, 0, time.span.start)):
        return False
    shown = text[time.span.start : time.span.end + HALF_AFTER]
    return (
        HALF.search(shown) is not None
        or not "01:00" <= time.hour < "13:00"
        or re.search(r"\b0\d[:.]", shown) is not None
    )


def holds(clause: Span, time: Span) -> bool:
    """Whether a time stands in a clause, the full stop of its "a.m." perhaps behind it."""
    return clause.start <= time.start and time.end <= clause.end + 1


def clause_at(annotation: Annotation, time: TimeExpression) -> LocalRef | None:
    """The clause of a time: the one that it dates, else the shortest that holds it, a clause before a noun."""
    held = [
        (all(a.time is None or annotation.times[a.time] != time for a in p.arguments), p.nominal, len(p.span.text), n)
        for n, p in enumerate(annotation.propositions)
        if p.polarity and (holds(p.span, time.span) or any(a.span == time.span for a in p.arguments))
    ]
    return LocalRef(annotation.report.id, min(held)[3]) if held else None


def clause_left(one: DraftReading, lookup: Lookup) -> str:
    """The clause of an hour without it and the preposition before it, as far as a question quotes it."""
    clause = lookup.proposition(one.told).span if one.told is not None else one.span
    at = one.span.start - clause.start
    before, after = clause.text, ""
    if holds(clause, one.span):
        before, after = clause.text[:at], clause.text[at + len(one.span.text) :]
    words = " ".join(f"{LEFT_OVER.sub('', before)} {after}".split()).replace(" ,", ",").rstrip(" ,;:.")
    return words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0]


def hours_alike(one: DraftReading, other: DraftReading, lookup: Lookup) -> float:
    """How far two hours are told of one thing, 0 where they are not: one hour of the clock in sentences that are alike."""
    first, second = (sentence_without(lookup.annotations[r.span.report], r.span) for r in (one, other))
    score = same_statement(first, second).score
    minutes = {date_of(r).rstrip("~").split("T")[1][3:] for r in (one, other)}
    return score if score >= (OF_ONE_HOUR if minutes & ROUND else OF_ONE_MINUTE) else 0.0


__all__ = ["hour_rows", "hours_alike"]
