# ruff: noqa: E501  (one pattern a line: a rule that is folded cannot be compared with its neighbours)
"""Clock times: "11:30 p.m. local time", "about an hour before midnight", "2130 GMT", "before dawn". Same rule shape
as dates.

`hour` is HH:MM where the words give it; a part of the night without a clock ("before dawn") is a time without an hour.
"""

from __future__ import annotations

import re

from variorum.annotate.numerals import ONES
from variorum.annotate.time_reading import Reading, Situation
from variorum.annotate.time_rules import COUNT, Found, Rule, amount, rule

ZONE = (
    r"(?:,?\s*(?P<paren>\()?(?:local\s+time|GMT|UTC|BST|EST|EDT|ET|CST|PST|PDT|PT|CET|CEST|IST|JST|local|"
    r"(?:eastern|pacific|central|mountain)(?:\s+(?:standard|daylight))?(?:\s+time)?|(?-i:[A-Z][a-z]+)\s+time)\b(?(paren)\)))"
)
ZONES = ["time", "local", "gmt", "utc", "bst", "est", "edt", "et", "cst", "pst", "pdt", "pt", "cet", "cest", "ist", "jst",
         "eastern", "pacific", "central", "mountain"]  # fmt: skip
"""Words of which each zone has one."""
HALF = r"(?P<half>a\.?\s?m\b\.?|p\.?\s?m\b\.?)"
ABOUT = r"(?:(?:at|around|about|by|shortly|just|soon|before|after|until|since|from|between|nearly|almost|some|approximately)\s+){0,3}"
HOURS = {word: value for word, value in ONES.items() if 1 <= value <= 12}


def clock(hour: int, minute: int, half: str | None) -> str | None:
    """HH:MM on the 24-hour clock, None for an hour that no clock shows."""
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.lower().startswith("p") else 0)
    return f"{hour:02}:{minute:02}" if 0 <= hour < 24 and 0 <= minute < 60 else None


def timed(hour: str | None) -> Reading | None:
    """A reading for an hour; the day is another expression's."""
    return None if hour is None else Reading("time", hour=hour, timex=f"T{hour}")


def read_clock(m: Found, at: Situation) -> Reading | None:
    """11:30 p.m., 21:30 GMT, 11pm."""
    groups = m.groupdict()
    return timed(clock(int(m["h"]), int(groups.get("m") or 0), groups.get("half")))


def read_digits(m: Found, at: Situation) -> Reading | None:
    """2130 GMT."""
    return timed(clock(int(m["h"]), int(m["m"]), None))


def read_oclock(m: Found, at: Situation) -> Reading | None:
    """Ten o'clock: the half of the day is unknown unless the words tell it."""
    word = m["h"].lower()
    hour = int(word) if word.isdigit() else HOURS[word]
    part = (m["part"] or "").lower()
    if not part:
        return Reading("time")
    return timed(clock(hour, 0, "a" if part == "morning" else "p"))


def read_noon(m: Found, at: Situation) -> Reading | None:
    """Midnight, noon, about an hour before midnight; "shortly before midnight" names no minute."""
    base = 0 if m["name"].lower() == "midnight" else 12 * 60
    if m["unit"]:
        count = amount(m["count"])
        if count is None:
            return Reading("time", timex=None)
        minutes = int(count * (60 if m["unit"].lower() == "hour" else 1))
        total = (base + (minutes if m["way"].lower() == "after" else -minutes)) % 1440
        return timed(f"{total // 60:02}:{total % 60:02}")
    if m["near"]:
        return Reading("time", timex="T00:00" if base == 0 else "T12:00")
    return timed(f"{base // 60:02}:00")


def read_dark(m: Found, at: Situation) -> Reading:
    """Before dawn, at dusk, overnight."""
    return Reading("time", timex="TMO" if re.search("dawn|sunrise|daybreak|first light", m[0], re.I) else "TNI")


CLOCK_RULES: tuple[Rule, ...] = (
    rule("clock", rf"{ABOUT}(?P<h>\d{{1,2}})[:.](?P<m>[0-5]\d)\s*{HALF}{ZONE}?", read_clock, ["am", "pm", "m"]),
    rule("clock without half", rf"{ABOUT}(?P<h>[01]?\d|2[0-3]):(?P<m>[0-5]\d)(?![:.]\d)(?:\s*(?:hours|hrs|h)\b)?{ZONE}?", read_clock),
    rule("hour", rf"{ABOUT}(?P<h>\d{{1,2}})\s*{HALF}{ZONE}?", read_clock, ["am", "pm", "m"]),
    rule("digits", rf"{ABOUT}(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d)\s*(?:hours\b|hrs\b|{ZONE})", read_digits, ["hours", "hrs", *ZONES]),
    rule("o'clock", rf"{ABOUT}(?P<h>{'|'.join(HOURS)}|\d{{1,2}})\s+o['’]clock(?:\s+(?:in\s+the|at)\s+(?P<part>morning|afternoon|evening|night))?", read_oclock, ["clock"]),
    rule("noon", rf"(?:(?:about|around|just|some)\s+)?(?:(?P<count>{COUNT})\s+(?P<unit>hour|minute)s?\s+(?P<way>before|after)\s+)?(?P<near>(?:shortly|just|soon)\s+(?:before|after)\s+|(?:about|around|towards?|by|before|after)\s+)?(?P<name>midnight|noon|midday){ZONE}?", read_noon, ["midnight", "noon", "midday"]),
    rule("dark", r"(?:just\s+|shortly\s+)?(?:before|at|after|around)\s+(?:dawn|dusk|sunrise|sunset|daybreak|nightfall|first\s+light)|overnight", read_dark, ["dawn", "dusk", "sunrise", "sunset", "daybreak", "nightfall", "light", "overnight"]),
)  # fmt: skip
