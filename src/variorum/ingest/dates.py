"""Dates that a source gives for itself, made ISO: `2016-11-11`, or with its hour and zone `2016-11-11T07:40Z`.

Only forms that can be read one way: `11/10/2016` is none. What a text tells of days is read in annotate/times.py.
"""

from __future__ import annotations

import datetime as dt
import re

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# Zones that mean one thing in every country's papers.
ZONES = {
    **dict.fromkeys(("z", "utc", "gmt"), 0),
    "bst": 60,
    "cet": 60,
    "cest": 120,
    "est": -300,
    "edt": -240,
    "pst": -480,
    "pdt": -420,
    "jst": 540,
    "aest": 600,
    "aedt": 660,
}
MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
CLOCK = (
    r"(?:(?:\s+at|,|\s+-|\s+\|)?\s+(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d+)?)?"
    r"\s?(?P<half>[ap]\.?m\.?)?"
    r"(?:\s?(?P<zone>Z|[A-Z]{2,4}T?|[+-]\d\d:?\d\d)\b)?)?"
)
ISO = re.compile(
    r"(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)"
    r"(?:(?:T|t|\s+)(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?(?P<half>)"
    r"\s?(?P<zone>Z|z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?"
)
DAY_FIRST = re.compile(
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[\s-]+{MONTH},?[\s-]+(?P<year>\d{{4}}){CLOCK}", re.I
)
MONTH_FIRST = re.compile(rf"{MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}}){CLOCK}", re.I)
FORMS = (ISO, DAY_FIRST, MONTH_FIRST)
WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?"
PRINTED = re.compile(
    r"\b(?P<kind>(?:first |originally )?published|posted|(?:last )?updated|(?:last )?modified|last update)\b"
    rf"(?: on| at)?\s*:?\s*{WEEKDAY}(?P<when>(?=\d|[A-Z]).{{6,60}})",
    re.IGNORECASE | re.DOTALL,
)
DATELINE = re.compile(
    r"(?:(?P<before>[A-Z][a-z]+\.? \d{1,2}, \d{4}) \([A-Z][A-Z .,'’-]+\)|"
    r"[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+)*(?:, [A-Z][\w. ]{2,30})?,? (?P<after>[A-Z][a-z]+\.? \d{1,2},? \d{4}|"
    r"\d{1,2} [A-Z][a-z]+\.? \d{4})(?: ?\([\w /.]{2,30}\))?)\s*[-–—:]"
)


def iso_date(value: str) -> str | None:
    """`value` as an ISO date or date and time, None where it is no date that can be read one way."""
    value = value.strip()
    value = re.sub(rf"^{WEEKDAY}", "", value, flags=re.IGNORECASE)
    found = next((match for form in FORMS if (match := form.fullmatch(value))), None)
    return None if found is None else as_iso(found)


def leading_date(words: str) -> str | None:
    """The date with which `words` begin, None where they begin with none."""
    found = next((match for form in FORMS if (match := form.match(words.strip()))), None)
    return None if found is None else as_iso(found)


def printed_dates(line: str) -> dict[str, str]:
    """`published` and `updated` as a line of a page prints them ("Published 2 November 2025 | Updated: ...")."""
    dates: dict[str, str] = {}
    at = 0
    while found := PRINTED.search(line, at):
        at = found.end("kind")
        before = line[: found.start()].rstrip()
        date = leading_date(found["when"])
        # amid a sentence the word is a verb ("a study published 3 May 2019")
        if date and (not before or before.endswith(("|", "-", "–", "—", "·", ",", ")")) or ":" in found.group()[:24]):
            word = found["kind"].lower()
            dates.setdefault("updated" if "update" in word or "modified" in word else "published", date)
    return dates


def dateline_date(paragraph: str) -> str | None:
    """The full date in the dateline that opens a paragraph ("March 3, 2015 (ARDOVA) - ..."), None without one."""
    found = DATELINE.match(paragraph)
    return iso_date(found["before"] or found["after"]) if found else None


def as_iso(found: re.Match[str]) -> str | None:
    """The ISO form of a match, None where the calendar has no such day."""
    parts = found.groupdict()
    month = int(parts["number"]) if parts.get("number") else MONTHS.index(parts["month"].lower()[:3]) + 1
    try:
        day = dt.date(int(parts["year"]), month, int(parts["day"])).isoformat()
        if not parts.get("hour"):
            return day
        hour = int(parts["hour"])
        half = (parts.get("half") or "").lower()
        if half:
            hour = hour % 12 + (12 if half.startswith("p") else 0)
        clock = dt.time(hour, int(parts["minute"]), int(parts["second"] or 0))
    except ValueError:
        return None
    return f"{day}T{clock.isoformat('seconds' if clock.second else 'minutes')}{offset(parts.get('zone'))}"


def offset(zone: str | None) -> str:
    """A zone as `Z` or `+02:00`; nothing where it is unknown."""
    if not zone:
        return ""
    if zone[0] in "+-":
        digits = zone[1:].replace(":", "").ljust(4, "0")
        return "Z" if digits == "0000" else f"{zone[0]}{digits[:2]}:{digits[2:]}"
    minutes = ZONES.get(zone.lower())
    if minutes is None:
        return ""
    sign, (hours, rest) = "-" if minutes < 0 else "+", divmod(abs(minutes), 60)
    return "Z" if minutes == 0 else f"{sign}{hours:02}:{rest:02}"
