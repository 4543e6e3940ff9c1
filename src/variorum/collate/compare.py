"""How two values stand to each other: a short ladder for each type, and the rung that holds gives the words of the reason.

Every comparison is symmetric, its words included. None of them says AGREE: only the verdict knows the accounts.
"""

from __future__ import annotations

import re
from enum import Enum

import msgspec

from variorum.annotate.edtf import compatible
from variorum.knowledge.units import measures, one_measure
from variorum.model import DateValue, EntityValue, QuantityValue, Value
from variorum.resolve.lookup import Lookup

HOUR = re.compile(r"T(\d\d):(\d\d)")
ABOUT = 15  # minutes that "about five" can lie from what others tell
TURNED = 0.05  # a figure turned into another unit is rounded again: 30 miles, 50 km
ROUNDING = 0.1  # "about X" can stand for what lies within a tenth of it, and within the step that it is rounded to


class Relation(Enum):
    """From nearest to farthest."""

    SAME = "same"
    COMPATIBLE = "compatible"
    EXCLUDES = "excludes"


class Comparison(msgspec.Struct, frozen=True):
    """A relation and why it holds, in words."""

    relation: Relation
    why: str


def compare(one: Value, other: Value, lookup: Lookup) -> Comparison:
    """How two values of one row stand to each other. Values of different types can both hold."""
    if isinstance(one, QuantityValue) and isinstance(other, QuantityValue):
        return compare_quantities(one, other)
    if isinstance(one, DateValue) and isinstance(other, DateValue):
        return compare_dates(one, other)
    if isinstance(one, EntityValue) and isinstance(other, EntityValue):
        return compare_entities(one, other, lookup)
    return Comparison(Relation.COMPATIBLE, "both tell it, each in its words")


def compare_quantities(one: QuantityValue, other: QuantityValue) -> Comparison:
    """Equal bounds, bounds that overlap, a rounded figure and what it rounds, or figures that exclude each other."""
    if one.unit != other.unit and one_measure(one.unit, other.unit):
        return compare_measures(one, other)
    lesser, greater = sorted((one, other), key=lambda q: (*reach(q), q.approximate, q.unit or "", q.of or ""))
    low, high = reach(lesser), reach(greater)
    if low == high:
        return Comparison(Relation.SAME, f"both say {phrase(lesser)}")
    if low[1] >= high[0]:
        return Comparison(Relation.COMPATIBLE, f"{phrase(lesser)} and {phrase(greater)} can both be true")
    step = max((rounded_to(n) for q, n in ((lesser, low[1]), (greater, high[0])) if q.approximate), default=0.0)
    if (lesser.approximate or greater.approximate) and high[0] - low[1] <= min(ROUNDING * high[0], step):
        return Comparison(Relation.COMPATIBLE, f"{phrase(lesser)} can round to {phrase(greater)}")
    return Comparison(Relation.EXCLUDES, f"{phrase(lesser)} and {phrase(greater)} cannot both be true")


def compare_measures(one: QuantityValue, other: QuantityValue) -> Comparison:
    """Figures in two units of one dimension: one is turned into the other's, and taken as rounded."""
    first, second = sorted((one, other), key=lambda q: (q.unit or "", *reach(q), q.approximate, q.of or ""))
    (low, high), (least, most) = in_base(first), in_base(second)
    slack = ROUNDING if one.approximate or other.approximate else TURNED
    if max(low, least) - min(high, most) <= slack * max(low, least):
        return Comparison(Relation.COMPATIBLE, f"{phrase(first)} and {phrase(second)} can be one measure")
    return Comparison(Relation.EXCLUDES, f"{phrase(first)} and {phrase(second)} cannot both be true")


def in_base(value: QuantityValue) -> tuple[float, float]:
    """The bounds of a quantity in the first unit of its dimension."""
    measure = measures()[value.unit or ""]
    low, high = reach(value)
    return low * measure.least, high * measure.most


def rounded_to(value: float) -> float:
    """The step that a number told as "about" is rounded to: 100 for 6,400, 5 for 25, 1 for 6,438."""
    step = 1.0
    while value and value % (10 * step) == 0:
        step *= 10
    return 5 * step if value % (5 * step) == 0 else step


def reach(value: QuantityValue) -> tuple[float, float]:
    """The bounds of a quantity, open ends as infinities."""
    low = value.low if value.low is not None else float("-inf")
    return low, value.high if value.high is not None else float("inf")


def phrase(value: QuantityValue) -> str:
    """A quantity in words."""
    unit = f" {value.unit}" if value.unit else ""
    if value.low is not None and value.high is not None:
        if value.low == value.high:
            return f"{'about ' if value.approximate else ''}{number(value.low)}{unit}"
        return f"{number(value.low)} to {number(value.high)}{unit}"
    if value.low is not None:
        return f"at least {number(value.low)}{unit}"
    return f"at most {number(value.high)}{unit}" if value.high is not None else f"an open number{unit}"


def number(value: float) -> str:
    """A number as people write it."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


def compare_dates(one: DateValue, other: DateValue) -> Comparison:
    """The same date, dates of which one can hold the other, or dates that exclude each other."""
    first, second = sorted((one.edtf, other.edtf))
    if first == second:
        return Comparison(Relation.SAME, f"both say {first}")
    if compatible(first, second) or nearly_one_hour(first, second):
        return Comparison(Relation.COMPATIBLE, f"{first} and {second} can be one date")
    return Comparison(Relation.EXCLUDES, f"{first} and {second} cannot be one date")


def nearly_one_hour(one: str, other: str) -> bool:
    """Whether two hours of days that can be one lie so near each other that one, told as about it, can stand for the other."""
    ends = [HOUR.search(edtf) for edtf in (one, other)]
    if None in ends or not any(edtf.endswith("~") for edtf in (one, other)):
        return False
    first, second = (60 * int(m[1]) + int(m[2]) for m in ends if m is not None)
    days = [edtf.split("T")[0] for edtf in (one, other)]
    return abs(first - second) <= ABOUT and compatible(days[0], days[1])


def compare_entities(one: EntityValue, other: EntityValue, lookup: Lookup) -> Comparison:
    """The same entity, a place within the other, or two that are not known to be one (which excludes nothing)."""
    first, second = sorted((one.entity, other.entity), key=lambda e: (lookup.entities[e].name, e))
    names = lookup.entities[first].name, lookup.entities[second].name
    if first == second:
        return Comparison(Relation.SAME, f"both name {names[0]}")
    for inner, outer in ((first, second), (second, first)):
        if lookup.is_within(inner, outer):
            return Comparison(Relation.COMPATIBLE, f"{lookup.entities[inner].name} is in {lookup.entities[outer].name}")
    return Comparison(Relation.EXCLUDES, f"{names[0]} and {names[1]} are not known to be one")
