"""The words of the calendar: months, weekdays, seasons, parts of the day, named days, units of time (`calendar.tsv`).

A named day's value is `MM-DD`, `month:weekday:n` (the n-th such weekday of the month, -1 the last, `+1` a day later),
or
`easter` with an offset in days (western Easter). An `other calendar` has such a day at another date ("Orthodox Christmas");
an `own day` is what a bare festival before a noun still dates ("the Easter service", not "the Easter market").
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, get_args

from variorum.knowledge.tables import read_table

WordKind = Literal[
    "month", "weekday", "abbreviated weekday", "season", "part of day", "named day", "other calendar", "own day", "unit"
]


@lru_cache(maxsize=8)
def calendar_words(kind: WordKind) -> dict[str, str]:
    """The value of each lower-case word of `kind`. Raises ValueError where a row has an unknown kind or no source."""
    table: dict[str, str] = {}
    for row in read_table("calendar.tsv"):
        if row["kind"] not in get_args(WordKind) or not row["source"]:
            raise ValueError(f"calendar.tsv: {row!r} has an unknown kind or no source")
        if row["kind"] == kind:
            table[row["word"]] = row["value"]
    return table


def named_day(rule: str, year: int) -> date:
    """The day that a named day's value means in `year`."""
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule[6:] or 0))
    if ":" not in rule:
        month, day = rule.split("-")
        return date(year, int(month), int(day))
    name, weekday, nth = rule.split(":")
    found = re.fullmatch(r"(-?\d)(\+\d)?", nth)
    if found is None:
        raise ValueError(f"{rule!r} is no rule for a day")
    wanted = int(calendar_words("abbreviated weekday")[weekday])
    month_number = int(calendar_words("month")[name])
    days = [d for d in month_days(year, month_number) if d.weekday() == wanted]
    return days[int(found[1]) - (int(found[1]) > 0)] + timedelta(days=int(found[2] or 0))


def month_days(year: int, month: int) -> list[date]:
    """The days of a month."""
    return [date(year, month, day) for day in range(1, calendar.monthrange(year, month)[1] + 1)]


def easter(year: int) -> date:
    """Western Easter Sunday (Meeus, Jones and Butcher's algorithm)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    el = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * el) // 451
    month, day = divmod(h + el - 7 * m + 114, 31)
    return date(year, month, day + 1)
