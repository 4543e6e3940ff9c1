"""Times counted from what the text told just before: "the next day", "a year later", "later that year", "July 22 that year"."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from variorum.annotate.edtf import precision
from variorum.annotate.time_reading import Reading
from variorum.annotate.time_rules import amount

NEAR = 250
"""Characters within which a date told before is still the one that is meant."""
Found = tuple[int, int, Reading]
PART = r"(?:day|morning|afternoon|evening|night)"
SAME = re.compile(
    rf"(?:(?:later|earlier)\s+)?(?:(?:the|that)\s+same\s+(?P<a>{PART}|month|year)|that\s+(?P<b>day|month|year))", re.I
)
NEXT = re.compile(rf"the\s+(?:(?:next|following)\s+{PART}|day\s+(?P<open>after))", re.I)
PREVIOUS = re.compile(rf"the\s+(?:(?:previous|preceding)\s+{PART}|(?:day|night)\s+(?P<open>before))", re.I)
COUNTED = re.compile(
    r"(?:(?:just|only)\s+)?(?P<count>[\w\s-]+?)\s+(?P<unit>day|month|year)s?\s+(?P<way>later|earlier)", re.I
)
ALONE = re.compile(r"\s*(?:[.,;:)!?”\"—–]|--|\n|$)")
DIGITS = {"day": 10, "month": 7, "year": 4}


def counted_from_before(found: list[Found], text: str, latest: date | None) -> list[Found]:
    """`found` in text order, each time that counts from the one told before it as the date that this makes; the others, those
    with no date near before them and those that would lie after `latest`, the day of the report, as they are."""
    out: list[Found] = []
    for start, end, reading in found:
        words = re.sub(r"\s+", " ", text[start:end])
        same = SAME.fullmatch(words)
        if same is not None and out and is_of_that(out[-1], start, text):
            first, last, day = out[-1]
            before = told_near(out[:-1], first)
            if before is not None:
                out[-1] = first, last, dated_in(day, before, str(same["a"] or same["b"]))
                reading = reading._replace(vague=False)
        elif reading.kind == "date" and reading.edtf is None and (before := told_near(out, start)) is not None:
            told = counted(words, reading, before, alone=ALONE.match(text, end) is not None)
            ahead = latest is not None and (told.edtf or "") > latest.isoformat()
            reading = reading if ahead else told
        out.append((start, end, reading))
    return out


def told_near(before: list[Found], start: int) -> str | None:
    """The date (EDTF) told last before `start`, None where that is far off, unknown or no single date."""
    dates = [item for item in before if item[2].kind in {"date", "time"} and (item[2].edtf or item[2].vague)]
    if not dates or start - dates[-1][1] > NEAR:
        return None
    edtf = (dates[-1][2].edtf or "X").split("T")[0].rstrip("~")
    return edtf if "X" not in edtf and precision(edtf) in {"day", "month", "year"} else None


def counted(words: str, reading: Reading, before: str, *, alone: bool) -> Reading:
    """What `words` make of the date told before; `reading` where they count nothing, or from what follows (`alone` is false)."""
    value = None
    if (same := SAME.fullmatch(words)) is not None:
        value = cut_to(before, str(same["a"] or same["b"]))
    elif (step := NEXT.fullmatch(words)) is not None and (alone or not step["open"]):
        value = moved(before, "day", 1)
    elif (step := PREVIOUS.fullmatch(words)) is not None and (alone or not step["open"]):
        value = moved(before, "day", -1)
    elif (step := COUNTED.fullmatch(words)) is not None:
        count, unit, way = amount(step["count"]), step["unit"].lower(), step["way"].lower()
        if count is not None and count == int(count) and (way == "later" or unit == "day"):
            value = moved(before, unit, int(count) if way == "later" else -int(count))
    if value is None:
        return reading
    return reading._replace(edtf=value, timex=value, vague=False, inferred=f"counted from {before}, told before it")


def cut_to(before: str, unit: str) -> str | None:
    """The day, month or year of a date, None where it tells less."""
    digits = DIGITS.get(unit.lower(), 10)
    return before[:digits] if len(before) >= digits else None


def moved(before: str, unit: str, count: int) -> str | None:
    """The day, month or year that lies `count` units from a date, None where the date is told less finely."""
    start = cut_to(before, unit)
    if start is None:
        return None
    if unit == "day":
        return (date.fromisoformat(start) + timedelta(days=count)).isoformat()
    if unit == "year":
        return f"{int(start) + count:04}"
    year, month = divmod(int(start[:4]) * 12 + int(start[5:]) - 1 + count, 12)
    return f"{year:04}-{month + 1:02}"


def is_of_that(item: Found, start: int, text: str) -> bool:
    """Whether a day or month without a year stands right before `start` ("July 22 that year")."""
    first, last, reading = item
    printed = re.search(r"\d{4}", text[first:last])
    return not text[last:start].strip(" ,\n") and printed is None and precision(reading.edtf or "") in {"day", "month"}


def dated_in(day: Reading, before: str, unit: str) -> Reading:
    """A day or month read with the year of the date told before."""
    if unit.lower() != "year" or day.edtf is None:
        return day
    value = before[:4] + day.edtf[4:]
    if len(value) == 10 and int(value[8:]) > calendar.monthrange(int(value[:4]), int(value[5:7]))[1]:
        return day
    return day._replace(edtf=value, timex=value, inferred=f"the year of {before}, told before it")
