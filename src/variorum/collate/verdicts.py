"""Verdicts: what a row's readings come to over its accounts, and the reason of a difference.

One account alone gives SOLE (law 4); copies are one account (law 3). A DIFFER takes the first reason that holds: definition,
update, attribution, outlet.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

import msgspec

from variorum.collate.compare import Comparison, Relation, compare
from variorum.collate.draft import WEAK, DraftReading, DraftRow, is_vague
from variorum.collate.questions import is_rounded_bound
from variorum.knowledge.weapons import load_weapons
from variorum.model import DateValue, QuantityValue, Reason, Report, Verdict
from variorum.resolve.lookup import Lookup

NEXT_SIZE = 5  # times the least that an order of size can be: beyond it another word would be said (dozens, hundreds)
FAR_BEYOND, FAR_BEYOND_THOUSANDS = 10, 100  # times that least: from here on the two are different counts
THOUSANDS = 1000  # from here on few say "tens of thousands" where "thousands" will do
# What changes as things unfold: a figure told later is an update, not a contradiction.
UNFOLDING = {
    "killed",
    "injured",
    "missing",
    "detained",
    "kidnapped",
    "rescued",
    "displaced",
    "people",
    "count",
    "responsibility",
    "status",
}


def verdict_of(
    row: DraftRow, accounts: Mapping[str, str], reports: Mapping[str, Report], lookup: Lookup
) -> tuple[Verdict, Reason | None, str]:
    """The verdict over the accounts of `row`, its reason where it is DIFFER, and why in words."""
    told_by = sorted({accounts[r.span.report] for r in row.readings})
    if len(told_by) == 1:
        return "SOLE", None, "one account tells it"
    apart = contrasts(row, accounts, lookup)
    joined = f" ({row.joined})" if row.joined else ""
    if not apart:
        return "AGREE", None, f"{len(told_by)} accounts tell it and nothing in their values excludes it{joined}"
    one, other, found = apart[0]
    reason = reason_of(row, one, other, reports, lookup)
    kinds = f" ({'; '.join(sorted((one.kind or '', other.kind or '')))})" if reason == "definition" else ""
    return "DIFFER", reason, f"{found.why}: {IN_WORDS[reason]}{kinds}"


def without_outliers(row: DraftRow, accounts: Mapping[str, str], lookup: Lookup) -> Iterator[DraftRow]:
    """The row, and apart from it each value that answers another question than the one its accounts agree on.

    Where an account gives a value that fits what the others give, its values that exclude theirs are no second answer: they
    count or date something else (a part, another day) that the reading of one report alone did not tell apart.
    """
    if (
        not row.readings
        or not isinstance(row.readings[0].value, QuantityValue | DateValue)
        or contrasts(row, accounts, lookup)
    ):
        yield row
        return
    apart = [r for r in row.readings if any(excludes(row, r, o, accounts, lookup) for o in row.readings)]
    stand = tuple(r for r in row.readings if r not in apart or not fits_better(r, row, accounts, lookup))
    if len(stand) == len(row.readings):
        yield row
        return
    yield msgspec.structs.replace(row, readings=stand)
    for one in row.readings:
        if one not in stand:
            yield msgspec.structs.replace(row, readings=(msgspec.structs.replace(one, confidence=WEAK),))


def excludes(
    row: DraftRow, one: DraftReading, other: DraftReading, accounts: Mapping[str, str], lookup: Lookup
) -> bool:
    """Whether two readings of two accounts cannot both be right."""
    if accounts[one.span.report] == accounts[other.span.report]:
        return False
    return relation_in(row, one, other, lookup).relation is Relation.EXCLUDES


def fits_better(one: DraftReading, row: DraftRow, accounts: Mapping[str, str], lookup: Lookup) -> bool:
    """Whether the account of `one` gives another value with which fewer readings of the others are at odds."""
    own = [r for r in row.readings if accounts[r.span.report] == accounts[one.span.report]]
    odds = {r: sum(excludes(row, r, o, accounts, lookup) for o in row.readings) for r in own}
    return odds[one] > min(odds.values())


IN_WORDS: dict[Reason, str] = {
    "definition": "they count or name different things",
    "update": "the later telling has another figure",
    "attribution": "each side names other sources",
    "outlet": "neither the time, the source nor what is meant explains it",
}


def contrasts(
    row: DraftRow, accounts: Mapping[str, str], lookup: Lookup
) -> list[tuple[DraftReading, DraftReading, Comparison]]:
    """Pairs of readings of two accounts that exclude each other, where no reading of either account fits the other's."""
    by_account: dict[str, list[DraftReading]] = {}
    for reading in row.readings:
        by_account.setdefault(accounts[reading.span.report], []).append(reading)
    if row.slot in UNFOLDING:
        by_account = {account: [fullest(some)] for account, some in by_account.items()}
    by_account = {account: most_specific(some) for account, some in by_account.items()}
    found = []
    for first, second in combinations(sorted(by_account), 2):
        pairs = [(a, b, relation_in(row, a, b, lookup)) for a in by_account[first] for b in by_account[second]]
        if all(c.relation is Relation.EXCLUDES for _, _, c in pairs):
            found.append(min(pairs, key=lambda p: (p[0].span, p[1].span)))
    return found


def most_specific(readings: list[DraftReading]) -> list[DraftReading]:
    """An account's readings without those that name only the kind of what another of them names ("vehicle", "car")."""
    named = {r.contrast for r in readings if r.contrast}
    kinds = {n for n in named if any(o != n and load_weapons().is_a(o, n) for o in named)}
    return [r for r in readings if r.contrast not in kinds]


def fullest(readings: list[DraftReading]) -> DraftReading:
    """The reading of an account that gives its whole figure: the greatest number, a part of it told apart being less."""
    return max(readings, key=lambda r: (r.value.low or 0.0 if isinstance(r.value, QuantityValue) else 0.0, r.span))


def relation_in(row: DraftRow, one: DraftReading, other: DraftReading, lookup: Lookup) -> Comparison:
    """How two readings compare in this row: of a toll, another lower bound is another figure though bounds overlap.

    An order of size ("dozens") is no bound that somebody set: it holds what is of that size.
    """
    if one.contrast and other.contrast:
        return contrasted(one.contrast, other.contrast)
    found = compare(one.value, other.value, lookup)
    if found.relation is Relation.EXCLUDES and (one.inferred or other.inferred) and same_day_of_year(one, other):
        return Comparison(Relation.COMPATIBLE, "both tell the same day of the year, which is not printed")
    if one.kind and other.kind and one.kind != other.kind:
        return Comparison(Relation.EXCLUDES, found.why.replace("cannot both be true", "are two counts"))
    if found.relation is not Relation.COMPATIBLE or row.slot not in UNFOLDING:
        return found
    if row.slot in {"people", "count"} and is_rounded_bound(one, other):
        return found
    if isinstance(one.value, QuantityValue) and isinstance(other.value, QuantityValue):
        a, b = one.value, other.value
        ends = (a.low is None, a.high is None) == (b.low is None, b.high is None)
        alike = ends and not (of_this_size(one, other) or of_this_size(other, one))
        if beyond_size(one, other) or beyond_size(other, one):
            return Comparison(Relation.EXCLUDES, found.why.replace("can both be true", "are two counts"))
        exact = not (a.approximate or b.approximate)
        if exact and ((alike and a.low != b.low) or was_raised(one, other, lookup) or was_raised(other, one, lookup)):
            return Comparison(Relation.EXCLUDES, found.why.replace("can both be true", "are two counts"))
    return found


def was_raised(before: DraftReading, after: DraftReading, lookup: Lookup) -> bool:
    """Whether a report that came out later gives a greater number than the bound that an earlier one set ("at least 50", 58)."""
    assert isinstance(before.value, QuantityValue)
    assert isinstance(after.value, QuantityValue)
    if before.value.low is None or after.value.low is None or before.value.high is not None or is_vague(before):
        return False
    moments = [r.as_of or lookup.annotations[r.span.report].report.published for r in (before, after)]
    return all(moments) and str(moments[0]) < str(moments[1]) and before.value.low < after.value.low


def same_day_of_year(one: DraftReading, other: DraftReading) -> bool:
    """Whether two dates are one day and month, their years apart."""
    if not (isinstance(one.value, DateValue) and isinstance(other.value, DateValue)):
        return False
    first, second = one.value.edtf, other.value.edtf
    return "/" not in first + second and len(first) >= 10 and first[4:10] == second[4:10]


def of_this_size(vague: DraftReading, other: DraftReading) -> bool:
    """Whether `vague` is an order of size ("scores") and `other` a number that one would call so."""
    if not (isinstance(vague.value, QuantityValue) and isinstance(other.value, QuantityValue) and is_vague(vague)):
        return False
    low, said = vague.value.low or 0.0, other.value.low or 0.0
    return low <= said <= NEXT_SIZE * low


def beyond_size(vague: DraftReading, other: DraftReading) -> bool:
    """Whether `vague` is an order of size ("dozens") and `other` an exact number that nobody would call so."""
    assert isinstance(vague.value, QuantityValue)
    assert isinstance(other.value, QuantityValue)
    if not is_vague(vague) or vague.value.low is None or other.value.low is None or other.value.high is None:
        return False
    beyond = FAR_BEYOND if vague.value.low < THOUSANDS else FAR_BEYOND_THOUSANDS
    return other.value.low > beyond * vague.value.low


def contrasted(one: str, other: str) -> Comparison:
    """How two named things compare: the same, a kind and what is of that kind, or two that exclude each other."""
    first, second = sorted((one, other))
    if first == second:
        return Comparison(Relation.SAME, f"both tell of {first}")
    if load_weapons().is_a(first, second) or load_weapons().is_a(second, first):
        return Comparison(Relation.COMPATIBLE, f"{first} and {second} can be one thing")
    return Comparison(Relation.EXCLUDES, f"{first} is not {second}")


def reason_of(
    row: DraftRow, one: DraftReading, other: DraftReading, reports: Mapping[str, Report], lookup: Lookup
) -> Reason:
    """The first reason that holds for a difference."""
    if one.kind and other.kind and one.kind != other.kind:
        return "definition"
    if row.slot in UNFOLDING and later(one, other, reports):
        return "update"
    return "attribution" if by_other_sources(row, one, other, lookup) else "outlet"


def by_other_sources(row: DraftRow, one: DraftReading, other: DraftReading, lookup: Lookup) -> bool:
    """Whether a side of a difference names its sources wherever it tells its value, and none of them stands on both sides."""
    sides = [
        [r for r in row.readings if r in (end, *fitting(row, end, far, lookup))]
        for end, far in ((one, other), (other, one))
    ]
    named = [[{v.span.text.casefold() for v in r.voice} for r in side] for side in sides]
    shared = set[str]().union(*named[0]) & set[str]().union(*named[1])
    return any(all(side) for side in named) and not shared


def fitting(row: DraftRow, end: DraftReading, far: DraftReading, lookup: Lookup) -> list[DraftReading]:
    """The readings that stand on the side of `end`: they can be true with it and not with the other side's."""
    excluding = {r for r in row.readings if relation_in(row, r, far, lookup).relation is Relation.EXCLUDES}
    return [r for r in excluding if relation_in(row, r, end, lookup).relation is not Relation.EXCLUDES]


def later(one: DraftReading, other: DraftReading, reports: Mapping[str, Report]) -> bool:
    """Whether one of two readings was told after the other, or nothing is known of when they were told."""
    moments = [r.as_of or reports[r.span.report].published for r in (one, other)]
    return None in moments or moments[0] != moments[1]
