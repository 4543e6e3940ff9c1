"""Circumstances: when, where and why a happening was, as rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from variorum.annotate.edtf import compatible, precision
from variorum.collate import wording
from variorum.collate.consensus import LOCKED_UP, label_of, times_told, when_of, where_of
from variorum.collate.dates import date_of, lasts_years
from variorum.collate.draft import WEAK, DraftReading, DraftRow
from variorum.collate.parts import WEEKDAYS, Part, day_within, parts_of
from variorum.model import (
    Argument,
    Cast,
    DateValue,
    EntityValue,
    Happening,
    LocalRef,
    Slot,
    TextValue,
    TimeExpression,
)
from variorum.resolve.lookup import Lookup
from variorum.resolve.traits import near, on_one_map

MOST_A_REPORT = 2
WIDEST = 80  # letters of a reading that names one thing
WORDS = re.compile(r"[^\W\d_]+")
ARTICLES = {"the", "a", "an", "this", "that", "these", "those"}
POINTING = re.compile(r"(?:the|this|that|these|those)\b", re.IGNORECASE)
GRAINS = {
    "town": "Where was it",
    "site": "At which site was it",
    "region": "In which region was it",
    "country": "In which country was it",
}


def circumstance_rows(cast: Cast, lookup: Lookup, dates: Mapping[str, Sequence[DraftReading]]) -> Iterator[DraftRow]:
    """The rows of each happening, in the order of happenings; `dates` are told of them by clauses that are no telling."""
    parts = parts_of(cast.happenings, lookup)
    for happening in cast.happenings:
        label = wording.told(label_of(happening, lookup))
        yield from date_rows(happening, lookup, label, dates.get(happening.id, ()), parts.get(happening.id))
        yield from place_rows(happening, lookup, label)
        yield from cause_rows(happening, lookup, label)


def date_rows(
    happening: Happening, lookup: Lookup, label: str, others: Sequence[DraftReading] = (), part: Part | None = None
) -> Iterator[DraftRow]:
    """One row of days, one of hours that no clock tells ("just after sunrise"); of a `part` of another, a weekday falls within
    the days of that."""
    days, hours = list(others), []
    for ref in happening.members:
        annotation = lookup.annotations[ref.report]
        for argument, clause in times_told(happening, ref, lookup):
            if argument.time is None:
                continue
            time = annotation.times[argument.time]
            if time.edtf is not None and time.kind in {"date", "time"}:
                weekday = weekday_in(time)
                day = day_within(weekday, part, lookup) if weekday is not None and part is not None else None
                value = DateValue(day.edtf if day is not None else time.edtf.split("T")[0])
                found = reading(argument, value, clause, lookup, inferred=time.inferred if day is None else day.why)
                days.append(msgspec.structs.replace(found, contrast=weekday))
            if time.hour is None and time.kind == "time":
                hours.append(reading(argument, TextValue(argument.span.text), clause, lookup))
    when = when_of(happening, lookup)
    fitting = [r for r in days if when is None or fits(r, when.edtf)]
    silent = {r.span.report for r in days} - {r.span.report for r in fitting}  # they tell another day, and only that
    agreed = finest([r for r in days if r in fitting or (r.span.report in silent and is_day(r))])
    about = bearer(happening, agreed, lookup)
    yield from row(happening, "date", f"When was it: {label}?", agreed, about=about)
    yield from rows_apart(
        happening, "date", f"When was it, told otherwise: {label}?", [r for r in days if r not in agreed]
    )
    yield from row(happening, "time", f"At what hour was it: {label}?", hours)


def bearer(happening: Happening, days: Sequence[DraftReading], lookup: Lookup) -> str | None:
    """The named one who did for years what a happening of no frame tells ("led the country from 2000 to 2006"), so that its
    dates are told of him."""
    if happening.frame != "tell" or not days or not all(lasts_years(date_of(one)) for one in days):
        return None
    doers = {e for ref in happening.members for _, e in lookup.fillers(ref, "who") if lookup.is_named(e)}
    return doers.pop() if len(doers) == 1 else None


def is_day(one: DraftReading) -> bool:
    """Whether a date reading tells a day."""
    return isinstance(one.value, DateValue) and precision(one.value.edtf) == "day"


def fits(one: DraftReading, edtf: str) -> bool:
    """Whether a date reading can be the date `edtf`."""
    return isinstance(one.value, DateValue) and compatible(one.value.edtf, edtf)


def rows_apart(happening: Happening, slot: Slot, question: str, readings: list[DraftReading]) -> Iterator[DraftRow]:
    """Rows of readings that do not go with what most tellings give: kept, shown weak, each value of a report by itself, since
    two that stray from the others agree in nothing."""
    by_value: dict[str, list[DraftReading]] = {}
    for one in readings:
        by_value.setdefault(f"{one.span.report} {one.value}", []).append(msgspec.structs.replace(one, confidence=WEAK))
    for _, some in sorted(by_value.items()):
        yield from row(happening, slot, question, some)


def weekday_in(time: TimeExpression) -> str | None:
    """The weekday's name, where it is all that is known of the day."""
    if time.edtf != "XXXX-XX-XX":
        return None
    return next((w for w in WEEKDAYS if w in time.span.text.casefold()), None)


def finest(days: list[DraftReading]) -> list[DraftReading]:
    """The readings that tell a day, weekday or month, where any tells a day: "this year" answers another question."""
    finenesses = [(r, precision(r.value.edtf)) for r in days if isinstance(r.value, DateValue)]
    fine = {r.span.report for r, fineness in finenesses if r.contrast or fineness in {"day", "hour"}}
    if not fine:
        return days
    return [
        r
        for r, fineness in finenesses
        if r.contrast
        or fineness in {"day", "hour"}
        or (fineness == "month" and ("month" not in r.span.text or r.span.report not in fine))
    ]


def place_rows(happening: Happening, lookup: Lookup, label: str) -> Iterator[DraftRow]:
    """A row of each grain: countries, regions, towns, sites. Two grains answer two questions, though one holds the other."""
    told = [
        (entity, reading(argument, EntityValue(entity), ref, lookup))
        for ref in happening.members
        for argument, entity in lookup.fillers(ref, "where")
        if argument.span.text.casefold() not in LOCKED_UP
    ]
    known = [place for place in (where_of(happening, lookup),) if place is not None]
    others = []
    for grain, question in GRAINS.items():
        of_grain = [(entity, found) for entity, found in told if grain_of(entity, lookup) == grain]
        main = main_place(of_grain, known, lookup)
        known += [main] if main is not None else []
        going = [found for entity, found in of_grain if main is not None and near(lookup, entity, main)]
        yield from row(happening, "place", f"{question}: {label}?", best_told(without_echoes(going), lookup))
        straying = [(entity, found) for entity, found in of_grain if found not in going]
        if grain == "site":  # several sites can hold: a compound, its wall
            for site in sorted({entity for entity, _ in straying}):
                found = [r for entity, r in straying if entity == site]
                yield from row(happening, "place", f"{question}: {label}?", best_told(without_echoes(found), lookup))
        else:
            others += [found for _, found in straying]
    yield from rows_apart(happening, "place", f"Where was it, told otherwise: {label}?", others)


def main_place(told: Sequence[tuple[str, DraftReading]], known: Sequence[str], lookup: Lookup) -> str | None:
    """Of the places of one grain the one that most reports tell, of those that go with what is known of where it was."""
    reports: dict[str, set[str]] = {}
    for entity, found in told:
        if all(near(lookup, entity, place) or not on_one_map(lookup, entity, place) for place in known):
            reports.setdefault(entity, set()).add(found.span.report)
    return min(reports, key=lambda e: (-len(reports[e]), e)) if reports else None


def grain_of(entity: str, lookup: Lookup) -> str:
    """How finely a place is told: a country, a region, a town, a site (what no gazetteer knows is one)."""
    place = lookup.place(entity)
    if place is None:
        return "site"
    return {"country": "country", "city": "town", "site": "site"}.get(place.feature, "region")


def best_told(readings: Sequence[DraftReading], lookup: Lookup) -> list[DraftReading]:
    """Of each report the readings that tell most: in the body before the headline, in a clause that fills more roles, early."""
    kept: dict[str, list[DraftReading]] = {}
    for one in sorted(readings, key=lambda r: (*telling(r, lookup), r.span)):
        if len(kept.setdefault(one.span.report, [])) < MOST_A_REPORT:
            kept[one.span.report].append(one)
    return [r for some in kept.values() for r in some]


def without_echoes(readings: Sequence[DraftReading]) -> list[DraftReading]:
    """The readings without those that say nothing beside another of their report ("the lorry" beside "a heavy lorry")."""
    ordered = sorted(readings, key=lambda r: r.span)
    return [
        one
        for n, one in enumerate(ordered)
        if not any(o.span.report == one.span.report and echoes(one, o, n > m) for m, o in enumerate(ordered) if m != n)
    ]


def echoes(one: DraftReading, other: DraftReading, later: bool) -> bool:
    """Whether the words of a reading are all among another's (of equal ones the later echoes), or a bare noun points back."""
    ours, theirs = ({w.casefold() for w in WORDS.findall(r.span.text)} - ARTICLES for r in (one, other))
    points = [POINTING.match(r.span.text) is not None and len(w) == 1 for r, w in ((one, ours), (other, theirs))]
    return ours < theirs or points == [True, False] or (later and ours == theirs)


def telling(one: DraftReading, lookup: Lookup) -> tuple[bool, int]:
    """How little a reading tells: whether it stands in a headline, and less the roles that its clause fills."""
    blocks = lookup.annotations[one.span.report].report.blocks
    headline = any(b.role == "headline" and b.start <= one.span.start < b.end for b in blocks)
    roles = {a.role for a in lookup.proposition(one.told).arguments} if one.told is not None else set()
    return headline, -len(roles)


def cause_rows(happening: Happening, lookup: Lookup, label: str) -> Iterator[DraftRow]:
    """Why it was done or came about, as the reports put it."""
    readings = [
        DraftReading(TextValue(a.span.text), wording.shortened(a.span), lookup.proposition(ref).voice, told=ref)
        for ref in happening.members
        for a in lookup.proposition(ref).arguments
        if a.role == "why"
    ]
    yield from row(happening, "cause", f"Why: {label}?", readings)


def reading(
    argument: Argument,
    value: DateValue | EntityValue | TextValue,
    ref: LocalRef,
    lookup: Lookup,
    *,
    inferred: str | None = None,
) -> DraftReading:
    """An argument as a reading, in the voice of its proposition."""
    return DraftReading(value, argument.span, lookup.proposition(ref).voice, inferred=inferred, told=ref)


def row(
    happening: Happening, slot: Slot, question: str, readings: list[DraftReading], *, about: str | None = None
) -> Iterator[DraftRow]:
    """The row of these readings, each value once a span; none where there are none."""
    once = {(r.span, str(r.value)): r for r in readings}
    if once:
        ordered = tuple(sorted(once.values(), key=lambda r: (r.span, str(r.value))))
        yield DraftRow(
            happening.story, about or happening.id, slot, question, ordered, f"one happening: {happening.why}"
        )
