"""How values, dates and voices are put in words for people, and how hostile characters are made visible.

All renderers for people (terminal, page) say things through here, so that the same row reads the same everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from variorum.model import (
    ChainLink,
    Claim,
    DateValue,
    DossierReport,
    Entity,
    EntityValue,
    QuantityValue,
    Reading,
    Report,
    TextValue,
    Value,
)
from variorum.plurals import plural

MARKS = {"AGREE": "≡", "SOLE": "◦", "DIFFER": "≠"}
REASONS = {
    "definition": "they count or name different things",
    "update": "told at different times",
    "attribution": "different sources",
    "outlet": "the outlets differ",
}
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
UNITS_BEFORE = {"$": "$", "USD": "$", "EUR": "€", "GBP": "£", "€": "€", "£": "£", "¥": "¥"}
INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def visible(text: str) -> str:
    """`text` with control characters and bidirectional overrides as marks (`⟨U+202E⟩`); letters stay as they are."""
    return INVISIBLE.sub(lambda m: f"⟨U+{ord(m.group()):04X}⟩", text)


def one_line(text: str) -> str:
    """`visible` on one line: runs of white space become one space."""
    return visible(" ".join(text.split()))


def shortened(text: str, most: int) -> str:
    """`text` on one line, cut at a word with an ellipsis where it is longer than `most` characters."""
    line = one_line(text)
    if len(line) <= most:
        return line
    return line[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:…") + "…"


VAGUE = re.compile(
    r"\b(?:(?:tens|dozens|scores|hundreds|thousands) of )?(?:dozens|scores|hundreds|thousands|millions)\b",
    re.IGNORECASE,
)  # multiples whose number is left open


def number(value: float) -> str:
    """A number as people write it: thousands apart, no needless decimals."""
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,.10g}"


def quantity(value: QuantityValue) -> str:
    """A quantity in words: `at least 4`, `4 to 6`, `about $62`, `up to 30 km`, `at least 10 minutes`."""
    low, high = value.low, value.high
    before = UNITS_BEFORE.get(value.unit or "", "")
    single = low in {1, None} and high in {1, None}
    after = f" {value.unit if single else plural(value.unit)}" if value.unit and not before else ""

    def told(figure: float) -> str:
        return f"{before}{number(figure)}{after}"

    if low is None and high is None:
        words = "a number not told"
    elif high is None and low is not None:
        words = f"at least {told(low)}"
    elif low is None and high is not None:
        words = f"at most {told(high)}"
    elif low is not None and high is not None and low != high:
        words = f"{before}{number(low)} to {number(high)}{after}"
    else:
        words = told(low or 0)
    return f"about {words}" if value.approximate and low == high else words


def date(edtf: str) -> str:
    """An EDTF date in words: `11 November 2016, 23:05`, `12 June (year not told)`, `1 to 3 May 2017`; else as it is."""
    if "/" in edtf:
        first, _, last = edtf.partition("/")
        return f"{date(first) if first not in {'', '..'} else '…'} to {date(last) if last not in {'', '..'} else '…'}"
    found = re.fullmatch(
        r"([\dX]{4})(?:-([\dX]{2}))?(?:-([\dX]{2}))?(?:T(\d{2}:\d{2})(?::\d{2})?(Z|[+-]\d{2}:?\d{2})?)?([~?%]?)", edtf
    )
    if not found:
        return edtf
    year, month, day, hour, zone, qualifier = found.groups()
    named = MONTHS[int(month) - 1] if month and month.isdigit() and 1 <= int(month) <= 12 else None
    if month and not named and month.isdigit():
        return edtf
    parts = [str(int(day)) if day and day.isdigit() and named else "", named or "", year if "X" not in year else ""]
    words = " ".join(p for p in parts if p) or ("a day not told" if "X" in year else edtf)
    if "X" in year and named:
        words += " (year not told)"
    if hour and not any(parts):
        words = f"{hour}{' UTC' if zone == 'Z' else ' ' + zone if zone else ''}"
    elif hour:
        words += f", {hour}{' UTC' if zone == 'Z' else ' ' + zone if zone else ''}"
    return f"about {words}" if qualifier else words


def value_words(value: Value, entities: Mapping[str, Entity]) -> str:
    """A value in words, made safe to show."""
    match value:
        case QuantityValue():
            return visible(quantity(value))
        case DateValue():
            return visible(date(value.edtf))
        case EntityValue():
            return one_line(entities[value.entity].name if value.entity in entities else value.entity)
        case TextValue():
            return one_line(value.text)


def told_words(reading: Reading, entities: Mapping[str, Entity]) -> str:
    """The value of a reading in words; a vague figure as the report has it: `dozens (at least 24)`."""
    words = value_words(reading.value, entities)
    vague = VAGUE.search(reading.span.text) if isinstance(reading.value, QuantityValue) else None
    return f"{one_line(vague.group()).lower()} ({words})" if vague else words


def voice_words(voice: Sequence[ChainLink]) -> str:
    """Who says so, nearest first: `police, via Reuters`; empty for the report itself."""
    return ", via ".join(one_line(link.text) for link in voice)


def accounts_of(readings: Sequence[Reading]) -> list[str]:
    """The accounts that give a reading, in the order of the readings."""
    return list(dict.fromkeys(r.account for r in readings))


def verdict_words(claim: Claim) -> str:
    """The verdict with its form mark: `≡ 3 accounts agree`, `◦ told by one account`, `≠ differ: different sources`."""
    if claim.verdict == "AGREE":
        return f"≡ {len(accounts_of(claim.readings))} accounts agree"
    if claim.verdict == "SOLE":
        return "◦ told by one account"
    return "≠ differ" + (f": {REASONS[claim.reason]}" if claim.reason else "")


def report_names(reports: Sequence[DossierReport | Report]) -> dict[str, str]:
    """Outlet of each report; its id where the outlet is not known or is that of several."""
    outlets = [r.outlet for r in reports]
    return {
        r.id: one_line(r.outlet)
        if r.outlet and outlets.count(r.outlet) == 1
        else f"{one_line(r.outlet)} ({one_line(r.id)})"
        if r.outlet
        else one_line(r.id)
        for r in reports
    }
