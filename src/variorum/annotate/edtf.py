"""EDTF as Variorum writes it: days, months, years with unknown digits X, seasons, hours, intervals, open ends.

The part of EDTF (Library of Congress, ISO 8601-2:2019) that the times layer gives: `2016-11-10`, `2016-11-10T23:30`,
`2016-11`, `2016-22` (a season), `201X`, `XXXX-06-12`, `XXXX-XX-XX`, `2012/2013`, `2014/..`, `../2014`, and the marks
`~`, `?`, `%` (which change no bound). Everything here is pure and needs no spaCy. A value that cannot be parsed
raises ValueError.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

Precision = Literal["hour", "day", "month", "season", "year", "decade", "century", "interval", "unknown"]

POINT = re.compile(
    r"([\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2})(?:T(\d{2}:\d{2})(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?)?)?[~?%]?"
)
SEASON_MONTHS = {"21": (3, 5), "22": (6, 8), "23": (9, 11), "24": (12, 2)}
LEAP_YEAR = "2000"
"""Stands for an unknown year where two dates share it, so that 29 February keeps its place."""


class Point(NamedTuple):
    """One date: digits as printed, X where unknown, None where not given."""

    year: str
    month: str | None
    day: str | None
    hour: str | None


class Interval(NamedTuple):
    """From `start` to `end`; None is an open end."""

    start: Point | None
    end: Point | None


@lru_cache(maxsize=4096)
def parse(edtf: str) -> Interval:
    """`edtf` as an interval; a single date starts and ends with itself. Raises ValueError where it is no EDTF of
    ours."""
    ends = edtf.split("/")
    if len(ends) > 2:
        raise ValueError(f"{edtf!r} is no date")
    points = [point(end) for end in ends]
    return Interval(points[0], points[-1])


def point(text: str) -> Point | None:
    """One end of an interval; None for `..` or nothing."""
    if text in ("..", ""):
        return None
    found = POINT.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is no date")
    return Point(*found.groups())


@lru_cache(maxsize=4096)
def bounds(edtf: str) -> tuple[date | None, date | None]:
    """The earliest and the latest day that `edtf` can mean; None where an end is open or the year wholly unknown."""
    start, end = parse(edtf)
    return (first_day(start) if start else None, last_day(end) if end else None)


def first_day(at: Point) -> date | None:
    """The earliest day of a date, None for an unknown year."""
    if at.year == "XXXX":
        return None
    year = int(at.year.replace("X", "0"))
    if at.month in SEASON_MONTHS:
        return made(year, SEASON_MONTHS[at.month][0], 1)
    month = lowest(at.month, 1, 12)
    return made(year, month, lowest(at.day, 1, 31))


def last_day(at: Point) -> date | None:
    """The latest day of a date, None for an unknown year."""
    if at.year == "XXXX":
        return None
    year = int(at.year.replace("X", "9"))
    if at.month in SEASON_MONTHS:
        month = SEASON_MONTHS[at.month][1]
        year += at.month == "24"
    else:
        month = highest(at.month, 1, 12)
    return made(year, month, highest(at.day, 1, 31))


def made(year: int, month: int, day: int) -> date | None:
    """The day, a day past the month's end moved back to it; None outside the calendar."""
    if not (1 <= year <= 9999 and 1 <= month <= 12):
        return None
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))


def lowest(digits: str | None, least: int, most: int) -> int:
    """The least number that `digits` (X unknown) can be."""
    if digits is None:
        return least
    return next((n for n in range(least, most + 1) if fits(digits, f"{n:02}")), least)


def highest(digits: str | None, least: int, most: int) -> int:
    """The greatest number that `digits` (X unknown) can be."""
    if digits is None:
        return most
    return next((n for n in range(most, least - 1, -1) if fits(digits, f"{n:02}")), most)


def fits(digits: str | None, other: str | None) -> bool:
    """Whether two digit strings of one length can be the same number; what is not given fits all."""
    if digits is None or other is None:
        return True
    return all(a == b or "X" in (a, b) for a, b in zip(digits, other, strict=True))


def precision(edtf: str) -> Precision:
    """How fine `edtf` is: the finest part with no X; `unknown` where nothing at all is known."""
    if "/" in edtf:
        return "interval"
    at = parse(edtf).start
    if at is None:
        return "unknown"
    if at.hour:
        return "hour"
    if at.day is not None and "X" not in at.day:
        return "day"
    if at.month is not None and "X" not in at.month:
        return "season" if at.month in SEASON_MONTHS else "month"
    known = len(at.year.rstrip("X"))
    widths: dict[int, Precision] = {4: "year", 3: "decade", 2: "century"}
    return widths.get(known, "unknown")


def compatible(one: str, other: str) -> bool:
    """Whether both can be true of one day: they overlap, unknown digits read in either's favour. Symmetric.

    Two hours told of one day must be the same hour; an hour fits a date without one.
    """
    if differing_hours(one, other):
        return False
    if "/" not in one and "/" not in other and not points_fit(one, other):
        return False
    return any(overlap(bounds(first), bounds(second)) for first, second in shared_years(one, other))


def contains(outer: str, inner: str) -> bool:
    """Whether every day that `inner` can mean lies within `outer`: "2016-11" contains "2016-11-10"."""
    if differing_hours(outer, inner) or (precision(outer) == "hour" and precision(inner) != "hour"):
        return False
    if outer == inner:
        return True
    if precision(outer) == "unknown" or precision(inner) == "unknown":
        return precision(outer) == "unknown"
    return any(within(bounds(first), bounds(second)) for first, second in shared_years(outer, inner))


def differing_hours(one: str, other: str) -> bool:
    """Whether both name an hour, and not the same."""
    a, b = parse(one).start, parse(other).start
    return bool(a and b and a.hour and b.hour and a.hour != b.hour and "/" not in one + other)


def points_fit(one: str, other: str) -> bool:
    """Whether the digits of two single dates can be the same; seasons are left to the bounds."""
    a, b = parse(one).start, parse(other).start
    if a is None or b is None or a.month in SEASON_MONTHS or b.month in SEASON_MONTHS:
        return True
    return fits(a.year, b.year) and fits(a.month, b.month) and fits(a.day, b.day)


def shared_years(one: str, other: str) -> list[tuple[str, str]]:
    """The two with a wholly unknown year replaced by the years of the other, or by one leap year where neither has
    any."""
    if "XXXX" not in one and "XXXX" not in other:
        return [(one, other)]
    years = sorted(set(re.findall(r"(?:(?<=^)|(?<=/))(\d{4})", f"{one}/{other}")))
    return [(one.replace("XXXX", year), other.replace("XXXX", year)) for year in years or [LEAP_YEAR]]


def overlap(a: tuple[date | None, date | None], b: tuple[date | None, date | None]) -> bool:
    """Whether two spans of days share one; None is open."""
    return (a[1] is None or b[0] is None or b[0] <= a[1]) and (b[1] is None or a[0] is None or a[0] <= b[1])


def within(outer: tuple[date | None, date | None], inner: tuple[date | None, date | None]) -> bool:
    """Whether `inner` lies in `outer`; an open end lies only in an open end."""
    starts = outer[0] is None or (inner[0] is not None and outer[0] <= inner[0])
    ends = outer[1] is None or (inner[1] is not None and inner[1] <= outer[1])
    return starts and ends
