"""What the words of time mean once the anchor and the tense are known: arithmetic on days, no regular expression or spaCy.

Weeks run from Monday to Sunday (ISO 8601). Without an anchor unknown digits are X. Nothing here asks the machine's
clock.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal, NamedTuple

from variorum.knowledge.calendar import named_day

Tense = Literal["past", "future"] | None
Prospect = Literal["past", "future", "open"] | None
NEWS_YEARS = range(1990, 2051)
"""The years in which a weekday with a day and month is looked for, where no anchor is known. Fixed, so that results
are."""
NEAR_FUTURE = timedelta(days=62)
"""A date without a year and without a verb is looked for ahead as far as this, then in the past."""


class Anchor(NamedTuple):
    """The day from which "yesterday" counts, why it is that day, and the years that the text prints in full."""

    day: date | None = None
    why: str = ""
    years: tuple[int, ...] = ()


class Situation(NamedTuple):
    """What a rule may ask of the words around: anchor, tense of the governing verb, whether a noun governs directly, and on
    which side the day of a foreseen thing lies ("the June 3 primary")."""

    anchor: Anchor
    tense: Callable[[], Tense]
    nominal: Callable[[], bool]
    prospect: Callable[[], Prospect] = lambda: None


UNTOLD_SIDE = "whether its day has been or is to come is not told"
LONG_PAST = 60
"""Days back from which an event that is called by its day may be another year's."""


class Reading(NamedTuple):
    """What an expression means; the fields are those of `model.TimeExpression`. `part` is TimeML's part of the day."""

    kind: Literal["date", "time", "duration", "set"]
    edtf: str | None = None
    hour: str | None = None
    inferred: str | None = None
    timex: str | None = None
    vague: bool = False


def counted(anchor: Anchor) -> str:
    """The reason of whatever is counted from the anchor."""
    return f"counted from {anchor.why}"


def day_of(anchor: Anchor, day: date) -> Reading:
    """A day that follows from the anchor."""
    return Reading("date", day.isoformat(), inferred=counted(anchor), timex=day.isoformat())


def full_date(year: int, month: int, day: int) -> Reading | None:
    """A date printed in full; None for a day that the calendar does not have."""
    try:
        text = date(year, month, day).isoformat()
    except ValueError:
        return None
    return Reading("date", text, timex=text)


def day_and_month(month: int, day: int, weekday: int | None, at: Situation) -> Reading | None:
    """A day and month without a year: by the anchor, by the weekday, or with the year unknown."""
    unknown = f"XXXX-{month:02}-{day:02}"
    if not 1 <= day <= (29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31):
        return None
    if at.anchor.day is not None:
        found = nearest(at.anchor.day, [made(year, month, day) for year in around(at.anchor.day)], at)
        if weekday is not None:
            fits = [d for d in (made(y, month, day) for y in around(at.anchor.day)) if d and d.weekday() == weekday]
            found = fits[0] if fits else found
        if found is not None and weekday is None and is_open(at.anchor.day, found, at):
            return Reading("date", unknown, inferred=UNTOLD_SIDE, timex=found.isoformat())
        if found is not None:
            return Reading(
                "date", found.isoformat(), inferred=f"the year {counted(at.anchor)}", timex=found.isoformat()
            )
    if weekday is None:
        return Reading("date", unknown, timex=unknown)
    fitting = [y for y in NEWS_YEARS if (d := made(y, month, day)) and d.weekday() == weekday]
    printed = [y for y in fitting if y in at.anchor.years]
    if len(printed) == 1:
        text = f"{printed[0]}-{month:02}-{day:02}"
        return Reading(
            "date", text, inferred=f"{printed[0]} is the one year printed in the text that has this weekday", timex=text
        )
    names = ", ".join(str(y) for y in fitting)
    return Reading("date", unknown, inferred=f"the weekday fits the years {names}", timex=unknown)


def is_long_past(reading: Reading, at: Situation) -> bool:
    """Whether the day read lies so far back that a year is a guess."""
    if at.anchor.day is None or reading.edtf is None or len(reading.edtf) != 10 or reading.edtf.startswith("X"):
        return False
    return (at.anchor.day - date.fromisoformat(reading.edtf)).days > LONG_PAST


def around(day: date) -> tuple[int, int, int]:
    """The year of `day`, then its neighbours."""
    return day.year, day.year - 1, day.year + 1


def made(year: int, month: int, day: int) -> date | None:
    """The date, None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def nearest(anchor: date, days: list[date | None], at: Situation) -> date | None:
    """The day meant among the same day of several years: the verb's side of the anchor, else soon ahead, else the
    last one."""
    known = sorted(d for d in days if d is not None)
    past, future = [d for d in known if d <= anchor], [d for d in known if d >= anchor]
    side = at.prospect()
    if side in ("past", "future") and (past if side == "past" else future):
        return past[-1] if side == "past" else future[0]
    tense = None if at.nominal() else at.tense()
    if future and (tense == "future" or (tense is None and future[0] - anchor <= NEAR_FUTURE)):
        if tense is None and past and anchor - past[-1] <= future[0] - anchor:
            return past[-1]
        return future[0]
    if past and future and tense == "past" and (future[0] - anchor).days <= 7 < (anchor - past[-1]).days:
        return future[0]
    return past[-1] if past else (future[0] if future else None)


def is_open(anchor: date, found: date, at: Situation) -> bool:
    """Whether the year of a day that a noun owns is a guess: it lies far from the anchor, and of a foreseen thing the clause
    tells no side, or the clause looks ahead and the day read has been ("will approve it during its meeting in October")."""
    if abs(found - anchor) <= NEAR_FUTURE:
        return False
    return at.prospect() == "open" or (
        found < anchor and at.prospect() is None and at.nominal() and at.tense() == "future"
    )


def named(rule: str, year: int | None, at: Situation) -> Reading | None:
    """A named day: in the year printed, else the one meant around the anchor, else with the year unknown."""
    if year is not None:
        text = named_day(rule, year).isoformat()
        return Reading("date", text, timex=text, inferred="the day that bears this name in that year")
    if at.anchor.day is not None:
        found = nearest(at.anchor.day, [named_day(rule, y) for y in around(at.anchor.day)], at)
        return None if found is None else day_of(at.anchor, found)
    unknown = f"XXXX-{rule}" if ":" not in rule and "easter" not in rule else "XXXX-XX-XX"
    return Reading("date", unknown, timex=unknown)


def weekday_day(weekday: int, modifier: str, close: bool, at: Situation) -> Reading:
    """A weekday: the day of publication where it is that weekday, else the verb's side of it (the past by default).

    `close`: a part of the day is told, as it is of the last hours. Of the day after publication such words tell what
    another time zone, which had reached it, saw; six days back nobody tells the part of the day without "last".
    """
    anchor = at.anchor.day
    if anchor is None:
        return Reading("date", "XXXX-XX-XX", timex=f"XXXX-WXX-{weekday + 1}")
    past = anchor - timedelta(days=(anchor.weekday() - weekday) % 7)
    future = anchor + timedelta(days=(weekday - anchor.weekday()) % 7)
    if modifier in ("last", "past", "previous"):
        return day_of(at.anchor, past if past < anchor else past - timedelta(days=7))
    if modifier in ("next", "following"):
        return day_of(at.anchor, week_of(anchor, 1)[0] + timedelta(days=weekday))
    if modifier in ("this", "coming", "upcoming"):
        return day_of(at.anchor, past if at.tense() == "past" else future)
    if at.tense() == "future" or (at.tense() is None and at.prospect() == "future"):
        return day_of(at.anchor, future)
    if close and anchor - past == timedelta(days=6):
        return day_of(at.anchor, future)._replace(
            inferred=f"the day after {at.anchor.why}, which another time zone had reached"
        )
    return day_of(at.anchor, past)


def week_of(day: date, offset: int) -> tuple[date, date]:
    """Monday and Sunday of the week `offset` weeks from that of `day`."""
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=offset)
    return monday, monday + timedelta(days=6)


def weekday_of_week(weekday: int, offset: int, at: Situation) -> Reading:
    """ "Tuesday of last week": the weekday in the week `offset` weeks away."""
    if at.anchor.day is None:
        return Reading("date", "XXXX-XX-XX", timex=f"XXXX-WXX-{weekday + 1}")
    return day_of(at.anchor, week_of(at.anchor.day, offset)[0] + timedelta(days=weekday))


def period(unit: str, offset: int, at: Situation) -> Reading:
    """The day, week, weekend, month, quarter, year, decade or century `offset` units from the anchor's."""
    anchor = at.anchor.day
    if anchor is None:
        unknown = {"D": "XXXX-XX-XX", "M": "XXXX-XX", "Y": "XXXX", "W": None, "WE": None}.get(unit)
        return Reading(
            "date", unknown, timex={"W": "XXXX-WXX", "Q": "XXXX-QX"}.get(unit, unknown), vague=unknown is None
        )
    edtf, timex = period_value(unit, offset, anchor)
    return Reading("date", edtf, inferred=counted(at.anchor), timex=timex)


def period_value(unit: str, offset: int, anchor: date) -> tuple[str, str]:
    """EDTF and TimeML value of the period."""
    if unit == "D":
        day = (anchor + timedelta(days=offset)).isoformat()
        return day, day
    if unit in ("W", "2W", "WE"):
        monday, sunday = week_of(anchor, offset * (2 if unit == "2W" else 1))
        iso = monday.isocalendar()
        start = sunday - timedelta(days=1) if unit == "WE" else monday
        return f"{start}/{sunday}", f"{iso.year}-W{iso.week:02}" + ("-WE" if unit == "WE" else "")
    if unit == "M":
        year, month = divmod(anchor.year * 12 + anchor.month - 1 + offset, 12)
        return f"{year}-{month + 1:02}", f"{year}-{month + 1:02}"
    if unit == "Q":
        year, quarter = divmod(anchor.year * 4 + (anchor.month - 1) // 3 + offset, 4)
        return quarter_months(year, quarter + 1), f"{year}-Q{quarter + 1}"
    if unit == "E":
        return f"{anchor.year // 10 + offset}X", f"{anchor.year // 10 + offset}"
    if unit == "C":
        return f"{anchor.year // 100 + offset}XX", f"{anchor.year // 100 + offset}"
    return str(anchor.year + offset), str(anchor.year + offset)


def quarter_months(year: int, quarter: int) -> str:
    """A quarter of a year as an interval of months."""
    return f"{year}-{quarter * 3 - 2:02}/{year}-{quarter * 3:02}"


def month_alone(month: int, modifier: str, at: Situation) -> Reading:
    """A month without a year."""
    anchor = at.anchor.day
    if anchor is None:
        return Reading("date", f"XXXX-{month:02}", timex=f"XXXX-{month:02}")
    if modifier in ("last", "past"):
        year = anchor.year - (month >= anchor.month)
    elif modifier in ("next", "coming"):
        year = anchor.year + (month <= anchor.month)
    elif month == anchor.month or modifier == "this":
        year = anchor.year
    else:
        found = nearest(anchor, [date(y, month, 15) for y in around(anchor)], at)
        year = found.year if found else anchor.year
        if found and is_open(anchor, found, at):
            return Reading("date", f"XXXX-{month:02}", inferred=UNTOLD_SIDE, timex=f"{year}-{month:02}")
    text = f"{year}-{month:02}"
    return Reading("date", text, inferred=f"the year {counted(at.anchor)}", timex=text)


def season(code: str, letters: str, year: int | None, modifier: str, at: Situation) -> Reading:
    """A season, in the year printed or the one meant; `letters` are TimeML's (SP, SU, FA, WI)."""
    anchor = at.anchor.day
    if year is None and anchor is None:
        return Reading("date", f"XXXX-{code}", timex=f"XXXX-{letters}")
    if year is None and anchor is not None:
        first = {"21": 3, "22": 6, "23": 9, "24": 12}[code]
        year = anchor.year
        if modifier in ("last", "past") and anchor.month < first + 3:
            year -= 1
        elif modifier in ("next", "coming") and anchor.month >= first:
            year += 1
        elif modifier == "" and anchor.month < first and at.tense() == "past":
            year -= 1
        return Reading("date", f"{year}-{code}", inferred=f"the year {counted(at.anchor)}", timex=f"{year}-{letters}")
    return Reading("date", f"{year}-{code}", timex=f"{year}-{letters}")


def away(count: float | None, unit: str, sign: int, about: bool, at: Situation) -> Reading:
    """So many units before or after the anchor ("two days ago", "in three weeks"), as fine as the unit."""
    anchor = at.anchor.day
    if count is None or unit in ("S", "M'", "H"):
        return Reading("date", timex="PAST_REF" if sign < 0 else "FUTURE_REF", vague=True)
    if anchor is None or count != int(count) or count > 5000:
        unknown = {"D": "XXXX-XX-XX", "M": "XXXX-XX", "Y": "XXXX"}.get(unit)
        return Reading("date", unknown, timex=unknown, vague=unknown is None)
    if unit in ("E", "C"):
        unit, count, about = "Y", count * (10 if unit == "E" else 100), True
    edtf, timex = period_value(unit, sign * int(count), anchor)
    mark = "~" if about and "/" not in edtf else ""
    return Reading("date", edtf + mark, inferred=counted(at.anchor), timex=timex)


def length(count: float | None, unit: str, at: Situation | None = None) -> Reading:
    """A duration: TimeML's P3D, PT2H, PXY where no number is given. Its numbers are the quantities layer's."""
    amount = "X" if count is None else f"{count:g}"
    letter = {"E": "DE", "C": "CE", "2W": "W", "Q": "Q", "WE": "WE", "M'": "M"}.get(unit, unit)
    if unit == "2W" and count is not None:
        amount = f"{2 * count:g}"
    timed = "T" if unit in ("S", "M'", "H") else ""
    return Reading("duration", timex=f"P{timed}{amount}{letter}")
