"""Together: rows of different reports that tell one thing, though it was taken for two, by one value told in like sentences."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import msgspec

from variorum.collate.alike_figures import figures_alike
from variorum.collate.dates import TOGETHER, can_be_one_date, dates_alike
from variorum.collate.draft import WEAK, DraftReading, DraftRow
from variorum.collate.extents import sentence_without
from variorum.collate.hours import hours_alike
from variorum.collate.matching import HELD, spread
from variorum.collate.number_slots import TOLL
from variorum.collate.one_deed import tell_one_deed
from variorum.encoder.statement import same_statement
from variorum.model import DateValue, EntityValue, QuantityValue, Span
from variorum.resolve.lookup import Lookup

SENTENCES = {"place": 0.3, "target": 0.4}  # likeness of two sentences that tell one place, or to whom, as of one thing


def together(rows: Sequence[DraftRow], lookup: Lookup) -> list[DraftRow]:
    """The rows, those joined that date, count, place or befall one thing: the likest first; the row that stands first gives its
    question. Tolls have their happening, and are left as they are."""
    found, kinds = [], dict[tuple[str, str, str], list[DraftRow]]()
    for row in rows:
        value = row.readings[0].value
        if isinstance(value, DateValue | QuantityValue) and row.slot not in TOLL:
            kinds.setdefault((row.story, row.slot, ""), []).append(row)
        elif isinstance(value, EntityValue) and row.slot in SENTENCES and are_one(row) and not is_weak(row):
            kinds.setdefault((row.story, row.slot, value.entity), []).append(row)
        else:
            found.append(row)
    return found + [row for some in kinds.values() for row in of_one_kind(some, lookup)]


def are_one(row: DraftRow) -> bool:
    """Whether all readings of a row give one value."""
    return len({str(r.value) for r in row.readings}) == 1


def of_one_kind(rows: Sequence[DraftRow], lookup: Lookup) -> list[DraftRow]:
    """The rows of one story and slot, those joined that tell one thing."""
    order = sorted(rows, key=standing)
    pairs = ((alike(order[n], order[m], lookup), n, m) for n, m in combinations(range(len(order)), 2))
    home, merged = list(range(len(order))), {n: [row] for n, row in enumerate(order)}
    for _, n, m in sorted((p for p in pairs if p[0]), key=lambda p: (-p[0], p[1], p[2])):
        one, other = sorted((home[n], home[m]))
        if one != other and can_be_one(merged[one], merged[other]):
            merged[one] += merged.pop(other)
            home = [one if at == other else at for at in home]
    return [joined(some) for _, some in sorted(merged.items())]


def standing(row: DraftRow) -> tuple[bool, int, str, Span]:
    """Where a row stands among those that it may be joined with: what strays from what most tell last, what most reports tell
    first."""
    return is_weak(row), -len({r.span.report for r in row.readings}), row.about, row.readings[0].span


def is_weak(row: DraftRow) -> bool:
    """Whether a row strays from what most tell."""
    return all(r.confidence <= WEAK for r in row.readings)


def joined(rows: Sequence[DraftRow]) -> DraftRow:
    """Several rows as one, the first of them with the readings of all."""
    if len(rows) == 1:
        return rows[0]
    readings = sorted((r for row in rows for r in row.readings), key=lambda r: r.span)
    if isinstance(readings[0].value, DateValue):
        readings = [msgspec.structs.replace(r, confidence=TOGETHER) for r in readings]
    why = "their sentences tell it of one thing" if rows[0].slot in SENTENCES else rows[0].joined
    return msgspec.structs.replace(rows[0], readings=tuple(readings), joined=why)


def can_be_one(some: Sequence[DraftRow], others: Sequence[DraftRow]) -> bool:
    """Whether rows that are joined already tell of other reports than others do, and dates that can be theirs."""
    ours, theirs = ([r for row in rows for r in row.readings] for rows in (some, others))
    if {r.span.report for r in ours} & {r.span.report for r in theirs}:
        return False
    return not isinstance(ours[0].value, DateValue) or all(can_be_one_date(a, b) for a in ours for b in theirs)


def alike(one: DraftRow, other: DraftRow, lookup: Lookup) -> float:
    """How far two rows of other reports tell of one thing, 0 where they do not."""
    if not can_be_one([one], [other]):
        return 0.0
    pairs = [(a, b) for a in spread(one.readings, HELD) for b in spread(other.readings, HELD)]
    if one.slot == "place" and all(leads(a, lookup) != leads(b, lookup) for a, b in pairs):
        return 0.0  # where somebody went is not where it was
    if one.slot in SENTENCES:
        likest = max((without_it(a, b, lookup) for a, b in pairs if tell_one_deed(a, b, lookup)), default=0.0)
        return likest if likest >= SENTENCES[one.slot] else 0.0
    if one.slot == "date":
        return max((dates_alike(a, b, lookup) for a, b in pairs if a.told and b.told), default=0.0)
    if one.slot == "time":
        same = one.question == other.question
        return 1.0 if same else max((hours_alike(a, b, lookup) for a, b in pairs), default=0.0)
    if one.slot == "other" and one.about != other.about and lookup.is_named(one.about) and lookup.is_named(other.about):
        return 0.0  # the ages of two persons
    return max(figures_alike(one, a, b, lookup) for a, b in pairs)


def leads(one: DraftReading, lookup: Lookup) -> bool:
    """Whether the words of a reading tell with their verb whither it leads ("flew to Ardova"), not where it was."""
    return one.told is not None and one.span.overlaps(lookup.proposition(one.told).predicate)


def without_it(one: DraftReading, other: DraftReading, lookup: Lookup) -> float:
    """How alike the sentences of two readings are without these."""
    first, second = (sentence_without(lookup.annotations[r.span.report], r.span) for r in (one, other))
    return same_statement(first, second).score


__all__ = ["together"]
