# ruff: noqa: E501  (one pattern a line: a rule that is folded cannot be compared with its neighbours)
"""The grammar of time expressions: a pattern and a reading for each way to write one. `RULES` is the whole list.

A reading may refuse (None): the words then are no time. Patterns ignore case; `May` and `March` alone are checked by
the times layer, which knows the tags.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Set
from typing import NamedTuple

from variorum.annotate.numerals import NUMERAL, read_numeral
from variorum.annotate.time_reading import (
    Reading,
    Situation,
    away,
    day_and_month,
    day_of,
    full_date,
    is_long_past,
    length,
    made,
    month_alone,
    named,
    period,
    quarter_months,
    season,
    weekday_day,
    weekday_of_week,
)
from variorum.knowledge.calendar import WordKind, calendar_words

Found = re.Match[str]
Read = Callable[[Found, Situation], Reading | None]


class Rule(NamedTuple):
    """One way to write a time. All that the pattern finds holds one of `words`, in whatever case; empty: it holds figures."""

    name: str
    pattern: re.Pattern[str]
    read: Read
    words: frozenset[str]

    def can_match(self, words: Set[str]) -> bool:
        """Whether the pattern can find anything in a text of these words."""
        return not self.words or not self.words.isdisjoint(words)


def one_of(*kinds: str) -> str:
    """Any word of these kinds of the calendar table, the longest first."""
    words = {word for kind in kinds for word in calendar_words(kind)}
    return "|".join(
        re.escape(w).replace(r"\ ", r"\s+").replace("'", "['’]") for w in sorted(words, key=lambda w: (-len(w), w))
    )


WD, SHORT_WD = one_of("weekday"), one_of("weekday", "abbreviated weekday")
MON = "|".join(m if len(m) > 4 or m in ("may", "june", "july") else rf"{m}\b\.?" for m in one_of("month").split("|"))
"""Months; only a short form takes its full stop along."""
SEASON, NAMED, UNIT = one_of("season"), one_of("named day"), one_of("unit")
PARTS = "mornings?|afternoons?|evenings?|nights?|lunchtime|dawn"
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d%:]|\.\d|,\d{3})"
YEAR = r"(?:1[5-9]|20)\d\d(?![\d%]|,\d|\.\d)"
SHORT_YEAR = r"['’]\d\d\b"
COUNT = rf"(?:{NUMERAL}|an?|several|a\s+few|a\s+couple(?:\s+of)?|few|many|couple\s+of|a\s+number\s+of)"
EARLY = (
    r"(?:(?:in\s+)?the\s+(?:early|small|wee|late)\s+(?:morning\s+)?hours\s+(?:of|on)\s+|the\s+(?:night|morning|evening|afternoon|weekend)\s+of\s+|"
    r"(?:very\s+)?(?:early|late|later|earlier)\s+(?:on\s+)?)"
)
DATED_WD = rf"(?:(?P<wd>{SHORT_WD})\.?(?:\s+(?P<at>{PARTS}))?,?\s+)?"
"""A weekday before its date: "Friday, 3 May", "Friday night, 3 May"."""
POST = rf"(?:,?\s+(?:early\s+|late\s+|mid-?|in\s+the\s+|at\s+)?(?P<part>{PARTS})\b)?"
THE = r"(?:(?:early|earlier|late|later|mid|sometime|some\s+time)[\s-]+(?:in\s+)?)?"
LAST = r"last|this|next|the\s+(?:last|past|previous|coming|next|current|following|preceding|same)|past|previous|coming|upcoming|current|that|earlier\s+this"
OFFSETS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "preceding": -1,
    "this": 0,
    "current": 0,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
    "following": 1,
}
PART_CODES = {"mo": "MO", "af": "AF", "ev": "EV", "ni": "NI", "lu": "MI", "da": "MO", "dawn": "MO"}
SEASON_LETTERS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}


def number(kind: str, word: str) -> int:
    """The number of a calendar word."""
    return int(calendar_words(kind)[re.sub(r"\s+", " ", word.lower().rstrip("."))])


def weekday_number(word: str) -> int:
    """0 for Monday; plurals and short forms too."""
    name = word.lower().rstrip(".").removesuffix("'s")
    table = calendar_words("weekday") | calendar_words("abbreviated weekday")
    return int(table[name if name in table else name.rstrip("s")])


def unit_code(word: str) -> str:
    """The code of a unit, singular or plural: D, W, M, Y, Q, H …"""
    table = calendar_words("unit")
    name = word.lower()
    return table[name if name in table else {"centurie": "century"}.get(name.removesuffix("s"), name.removesuffix("s"))]


def digits(text: str | None) -> int:
    """The number at the start of "12th"."""
    found = re.match(r"\d+", text or "")
    return int(found[0]) if found else 0


def in_part(reading: Reading | None, part: str | None) -> Reading | None:
    """`reading` with TimeML's part of the day."""
    if reading is None or not part or reading.timex is None:
        return reading
    return reading._replace(timex=f"{reading.timex}T{PART_CODES[part.lower()[:2]]}")


OF_2001 = re.compile(
    r"(?:\s+(?:terror|terrorist|al-?\s?qaeda|hijack))?[\s-]+(?:attacks|terrorists?|style|hijack\w*|era|commission)\b",
    re.I,
)
"""What stands behind "September 11" where it names the attacks of 2001."""


def read_date(m: Found, at: Situation) -> Reading | None:
    """Day and month, with weekday and year where printed."""
    month, day = number("month", m["month"]), digits(m["day"])
    year = m["year"]
    if year:
        short = year[1:] if not year[0].isdigit() else ""
        value = int(year) if not short else int(short) + (2000 if int(short) < 50 else 1900)
        return full_date(value, month, day)
    weekday = weekday_number(m["wd"]) if m["wd"] else None
    if (month, day, weekday) == (9, 11, None) and OF_2001.match(m.string, m.end()):
        return full_date(2001, month, day)
    reading = day_and_month(month, day, weekday, at)
    called = re.search(r"\b(?:the|a|that|this)\s+$|['’]s\s+$", m.string[max(0, m.start() - 6) : m.start()], re.I)
    if called and reading is not None and CALLED_BY_DAY.match(m.string, m.end()) and is_long_past(reading, at):
        unknown = f"XXXX-{month:02}-{day:02}"
        return Reading("date", unknown, timex=reading.timex, inferred="what is called by its day may be years back")
    return in_part(reading, m["part"] or m["at"])


CALLED_BY_DAY = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}(?:attacks?|bombings?|massacres?|riots?|insurrection|uprising|coup|assault|shootings?|committee|"
    r"movement|revolution|agreement|accords?|earthquake|tsunami)\b"
)
"""What stands behind a day that it is called by ("the October 7 attacks")."""


def read_iso(m: Found, at: Situation) -> Reading | None:
    """2016-11-10."""
    return full_date(int(m["y"]), int(m["m"]), int(m["d"]))


def read_slashed(m: Found, at: Situation) -> Reading | None:
    """11/10/2016: the number above twelve is the day; else the anchor's day decides, or day and month stay unknown."""
    first, second, year = int(m["a"]), int(m["b"]), int(m["y"])
    if year < 100:
        year += 2000 if year < 50 else 1900
    readings = [d for d in (made(year, first, second), made(year, second, first)) if d is not None]
    if not readings:
        return None
    if len(set(readings)) == 1:
        return full_date(year, readings[0].month, readings[0].day)
    if at.anchor.day in readings:
        return day_of(at.anchor, at.anchor.day)
    return Reading(
        "date", f"{year}-XX-XX", inferred="day and month cannot be told apart", timex=readings[0].isoformat()
    )


MOVED = re.compile(
    r"\b(?:mov|postpon|delay|reschedul|push|put|shift|chang|extend|brought|bring|defer|adjourn)\w*\b[^.;]{0,40}from\s*$",
    re.I,
)
"""Before "from": a day is given up for another."""


def read_days(m: Found, at: Situation) -> Reading | None:
    """A range of days: "June 9 to June 12", "9-12 June 2016"; none where a day is given up for another."""
    if MOVED.search(m.string, max(0, m.start() - 60), min(m.start("month"), m.start("day"))):
        return None
    month = number("month", m["month"])
    other = number("month", m["month2"]) if m["month2"] else month
    year = int(m["year"]) if m["year"] else None
    end = full_date(year, other, digits(m["day2"])) if year else day_and_month(other, digits(m["day2"]), None, at)
    if end is None or end.edtf is None:
        return None
    if end.edtf.startswith("XXXX"):
        start = day_and_month(month, digits(m["day"]), None, at)
    else:
        start = full_date(int(end.edtf[:4]), month, digits(m["day"]))
    if start is None or end is None or (month, digits(m["day"])) >= (other, digits(m["day2"])):
        return None
    return Reading("date", f"{start.edtf}/{end.edtf}", inferred=end.inferred, timex=start.timex)


def read_month_year(m: Found, at: Situation) -> Reading:
    """November 2016."""
    text = f"{m['year']}-{number('month', m['month']):02}"
    return Reading("date", text, timex=text)


def read_month(m: Found, at: Situation) -> Reading:
    """A month alone, "last April", "mid-March"."""
    words = (m["mod"] or "").lower().split()
    return month_alone(number("month", m["month"]), words[-1] if words else "", at)


def read_months(m: Found, at: Situation) -> Reading | None:
    """Between May and July, from March to June 2016: an interval of months of one year."""
    first, last = number("month", m["month"]), number("month", m["month2"])
    if first >= last:
        return None
    end = Reading("date", f"{m['year']}-{last:02}") if m["year"] else month_alone(last, "", at)
    year = (end.edtf or "").split("-")[0]
    return Reading("date", f"{year}-{first:02}/{end.edtf}", inferred=end.inferred, timex=f"{year}-{first:02}")


def read_year(m: Found, at: Situation) -> Reading:
    """A year."""
    return Reading("date", m["year"], timex=m["year"])


def read_years(m: Found, at: Situation) -> Reading | None:
    """2012-13, 2012 to 2013."""
    first, second = m["a"], m["b"]
    second = first[: 4 - len(second)] + second
    if not 0 < int(second) - int(first) < 200:
        return None
    return Reading("date", f"{first}/{second}", timex=first)


def read_decade(m: Found, at: Situation) -> Reading:
    """The 1990s, the '90s."""
    text = m["y"] if len(m["y"]) == 4 else f"{20 if int(m['y']) < 30 else 19}{m['y']}"
    return Reading("date", f"{text[:3]}X", timex=f"{text[:3]}X")


def read_century(m: Found, at: Situation) -> Reading:
    """The 19th century."""
    text = f"{digits(m['n']) - 1:02}"
    return Reading("date", f"{text}XX", timex=f"{text}XX")


def read_quarter(m: Found, at: Situation) -> Reading | None:
    """A quarter of a year."""
    words = ("first", "second", "third", "fourth")
    word = "fourth" if m["n"].lower() == "final" else m["n"].lower()
    quarter = words.index(word) + 1 if word in words else digits(word.strip("q"))
    year = int(m["year"]) if m["year"] else at.anchor.day.year if at.anchor.day else None
    if year is None or not 1 <= quarter <= 4:
        return Reading("date", vague=True, timex=f"XXXX-Q{quarter}")
    if not m["year"] and at.anchor.day and quarter > (at.anchor.day.month - 1) // 3 + 1 and at.tense() != "future":
        year -= 1
    why = None if m["year"] else f"the year counted from {at.anchor.why}"
    return Reading("date", quarter_months(year, quarter), inferred=why, timex=f"{year}-Q{quarter}")


def read_weekday(m: Found, at: Situation) -> Reading | None:
    """Friday, last Friday, late Friday night."""
    words = (m["mod"] or "").lower().split()
    early = re.search(r"\b(morning|night|evening|afternoon)\s+of\b", m[0], re.I)
    close = bool(
        m["part"]
        or early
        or re.search(r"\bearly\b", m[0], re.I)
        or re.match(r"\s+local\s+time", m.string[m.end() :], re.I)
    )
    reading = weekday_day(weekday_number(m["wd"]), words[-1] if words else "", close, at)
    return in_part(reading, m["part"] or (early[1] if early else None))


def read_weekday_of_week(m: Found, at: Situation) -> Reading:
    """Tuesday of last week."""
    return weekday_of_week(weekday_number(m["wd"]), OFFSETS[m["which"].lower().split()[-1]], at)


def read_relative_day(m: Found, at: Situation) -> Reading:
    """Today, yesterday morning, the day before yesterday, tonight, last night."""
    words = re.sub(r"\s+", " ", m["day"].lower())
    offset = {
        "yesterday": -1,
        "tomorrow": 1,
        "the day before yesterday": -2,
        "the day after tomorrow": 2,
        "last night": -1,
    }.get(words, 0)
    reading = period("D", offset, at)
    part = (
        m["part"]
        or ("night" if words in ("tonight", "last night") else None)
        or (words.split()[-1] if "this " in words else None)
    )
    whole = in_part(reading, part)
    return whole if whole is not None else reading


def read_period(m: Found, at: Situation) -> Reading | None:
    """Last week, this month, next year, earlier this year."""
    which = m["which"].lower().split()[-1]
    unit = unit_code(m["unit"])
    if unit in ("S", "M'", "H") or which == "same" or which == "that":
        return None if unit in ("S", "M'", "H") else Reading("date", vague=True)
    if which in ("following", "preceding") or re.match(r"the\s+(?:next|previous)\b", m["which"], re.I):
        return Reading("date", vague=True, inferred="counted from what the text told before")
    if re.match(r"(?:the\s+)?past\b", m["which"], re.I):
        return length(1, unit)
    past = unit == "WE" and which == "this" and at.anchor.day and at.anchor.day.weekday() < 2 and at.tense() == "past"
    return period(unit, -1 if past else OFFSETS[which], at)


def read_away(m: Found, at: Situation) -> Reading:
    """Two days ago, three years from now."""
    count = amount(m["count"])
    about = bool(m["about"]) or count is None or (m["count"] or "").lower() in ("couple of",)
    sign = -1 if m["way"].lower() == "ago" else 1
    return away(count, unit_code(m["unit"]), sign, about, at)


def read_text_relative(m: Found, at: Situation) -> Reading:
    """Two days later, the previous day: counted from what was told before, which is not certain enough to give a date.

    TimeML wants a guess: the anchor's.
    """
    if m["unit"]:
        sign = -1 if m["way"].lower() in ("earlier", "before") else 1
        guess = away(amount(m["count"]), unit_code(m["unit"]), sign, False, at).timex
    else:
        guess = period("D", -1 if re.search("previous|preceding|before", m[0], re.I) else 1, at).timex
    return Reading("date", vague=True, timex=guess, inferred="counted from what the text told before")


def read_weekend(m: Found, at: Situation) -> Reading:
    """The weekend: the one just past, or the coming one where the verb looks ahead."""
    day = at.anchor.day
    return period("WE", 0 if day is None or day.weekday() >= 5 or at.tense() == "future" else -1, at)


def read_length(m: Found, at: Situation) -> Reading | None:
    """Three days, 18-month, the past two years."""
    return length(amount(m["count"]), unit_code(m["unit"]))


def amount(words: str | None) -> float | None:
    """The number of a count; "a" is one, "a couple of" two, "several" none."""
    text = re.sub(r"\s+", " ", (words or "").lower())
    if text in ("a", "an"):
        return 1
    return 2 if "couple" in text else read_numeral(text)


def read_bare_length(m: Found, at: Situation) -> Reading:
    """Years, decades."""
    return length(None, unit_code(m["unit"]))


def read_season(m: Found, at: Situation) -> Reading:
    """Last summer, the winter of 2012."""
    code = calendar_words("season")[m["season"].lower()]
    words = (m["mod"] or "").lower().split()
    return season(code, SEASON_LETTERS[code], int(m["year"]) if m["year"] else None, words[-1] if words else "", at)


def read_named(m: Found, at: Situation) -> Reading | None:
    """New Year's Eve, Christmas 2016."""
    name = re.sub(r"\s+", " ", m["name"].lower().replace("’", "'"))
    return named(calendar_words("named day")[name], int(m["year"]) if m["year"] else None, at)


def read_set(m: Found, at: Situation) -> Reading:
    """Daily, every week, each year."""
    word = m[0].lower()
    code = {
        "daily": "D",
        "nightly": "D",
        "weekly": "W",
        "monthly": "M",
        "yearly": "Y",
        "annual": "Y",
        "annually": "Y",
        "quarterly": "Q",
    }
    unit = code.get(word) or (unit_code(m["unit"]) if m["unit"] else None)
    if unit is None:
        return Reading("set", vague=True, timex="XXXX-WXX-" + str(weekday_number(m["wd"]) + 1) if m["wd"] else None)
    return length(1, unit)._replace(kind="set")


def read_vague(m: Found, at: Situation) -> Reading:
    """Now, recently, soon."""
    word = re.sub(r"\s+", " ", m[0].lower())
    past = ("recent", "past", "previously", "lately", "long ago", "not long")
    future = ("future", "soon", "shortly", "coming days", "coming weeks")
    value = (
        "PAST_REF"
        if any(p in word for p in past)
        else "FUTURE_REF"
        if any(f in word for f in future)
        else "PRESENT_REF"
    )
    return Reading("date", timex=value, vague=True)


def rule(name: str, pattern: str, read: Read, words: Iterable[str] = ()) -> Rule:
    """A rule whose pattern stands between word ends."""
    return Rule(name, re.compile(rf"(?<![\w$€£/.-])(?:{pattern})(?![\w])", re.I), read, frozenset(words))


def words_in(text: str) -> set[str]:
    """The words of `text` in small letters, figures left out ("11pm" holds "pm")."""
    return set(re.findall(r"[^\W\d_]+", text.lower()))


def calendar_words_alone(kind: WordKind) -> set[str]:
    """One word of each wording of the calendar table, the longest."""
    return {max(re.findall(r"[^\W\d_]+", wording), key=len) for wording in calendar_words(kind)}


MONTHS, WEEKDAYS, SEASONS, FEASTS, UNITS = (
    calendar_words_alone(kind) for kind in ("month", "weekday", "season", "named day", "unit")
)
LENGTHS = {"seconds", "minutes", "hours", "days", "weeks", "months", "years", "decades", "centuries"}
YEAR_END = rf"(?:,?\s+(?P<year>{YEAR}|{SHORT_YEAR}))?"
TO = r"\s*(?:-|–|—|to|and|through|until|till)\s*"
RULES: tuple[Rule, ...] = (
    rule("month day", rf"{EARLY}?{DATED_WD}(?P<month>{MON})\s+(?:the\s+)?(?P<day>{DAY}){YEAR_END}{POST}", read_date, MONTHS),
    rule("day month", rf"{EARLY}?{DATED_WD}(?:the\s+)?(?P<day>{DAY})(?:\s+of)?[\s-](?P<month>{MON})(?:[,-]?\s*(?P<year>{YEAR}))?{POST}", read_date, MONTHS),
    rule("iso", r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)", read_iso),
    rule("slashed", r"(?P<a>\d{1,2})[/.](?P<b>\d{1,2})[/.](?P<y>\d{4}|\d{2})", read_slashed),
    rule("days of a month", rf"(?:from\s+|between\s+)?(?P<month>{MON})\s+(?P<day>{DAY}){TO}(?:(?P<month2>{MON})\s+)?(?P<day2>{DAY})(?:,?\s+(?P<year>{YEAR}))?", read_days, MONTHS),
    rule("days of a month, day first", rf"(?:from\s+|between\s+)?(?P<day>{DAY}){TO}(?P<day2>{DAY})\s+(?:of\s+)?(?P<month>{MON})(?P<month2>(?!))?(?:,?\s+(?P<year>{YEAR}))?", read_days, MONTHS),
    rule("month year", rf"{THE}(?P<month>{MON}),?\s+(?:of\s+)?(?P<year>{YEAR})", read_month_year, MONTHS),
    rule("months", rf"(?:from|between)\s+(?P<month>{MON})\s+(?:to|and|until|till|through)\s+(?P<month2>{MON})(?!\s+\d{{1,2}}\b)(?:,?\s+(?:of\s+)?(?P<year>{YEAR}))?", read_months, MONTHS),
    rule("month", rf"(?:(?P<mod>last|this|next|this\s+past|this\s+coming)\s+|{THE}|the\s+(?:beginning|middle|end|start)\s+of\s+)(?P<month>{MON})", read_month, MONTHS),
    rule("years", rf"(?:from\s+|between\s+)?(?P<a>{YEAR})(?:\s?[-–—]\s?|/|\s+(?:to|and|until|through)\s+)(?P<b>\d{{4}}|\d{{2}})(?![\d-])", read_years),
    rule("year", rf"(?:(?:early|late|mid|the\s+year|the\s+(?:end|start|beginning)\s+of)[\s-]+(?:in\s+)?)?(?P<year>{YEAR})", read_year),
    rule("decade", r"(?:the\s+)?(?:(?:early|late|mid)[\s-]*)?(?:(?P<y>(?:1[5-9]|20)\d0|(?<=['’])\d0)['’]?s)", read_decade),
    rule("century", r"(?:the\s+)?(?:(?:early|late|mid)[\s-]*)?(?P<n>\d{1,2})(?:st|nd|rd|th)[\s-]century", read_century, ["century"]),
    rule("quarter", rf"(?:the\s+)?(?P<n>first|second|third|fourth|final(?=[\s-]+quarter\s+of\s+{YEAR})|Q[1-4])(?:[\s-]+quarter|(?<=Q[1-4]))(?:\s+(?:of\s+)?(?P<year>{YEAR}))?", read_quarter, ["quarter", "q"]),
    rule("weekday of a week", rf"(?:the\s+)?(?P<wd>{WD})\s+(?:of\s+)?(?P<which>last|this|next)\s+week", read_weekday_of_week, WEEKDAYS),
    rule("weekday", rf"(?:(?P<mod>last|this|next|this\s+past|this\s+coming|the\s+previous|the\s+following|coming)\s+)?{EARLY}?(?P<wd>{WD}){POST}", read_weekday, WEEKDAYS),
    rule("relative day", rf"{EARLY}?(?P<day>the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow|yesterday|today|tomorrow|tonight|last\s+night|this\s+(?:very\s+)?(?:morning|afternoon|evening)){POST}", read_relative_day, ["yesterday", "today", "tomorrow", "tonight", "night", "morning", "afternoon", "evening"]),
    rule("period", rf"(?:(?:early|earlier|late|later|mid|sometime)[\s-]+)?(?P<which>{LAST})\s+(?:calendar\s+)?(?P<unit>{UNIT})", read_period, UNITS),
    rule("weekend", r"the\s+weekend", read_weekend, ["weekend"]),
    rule("away", rf"(?:(?P<about>about|around|almost(?:\s+exactly)?|nearly|some|roughly|more\s+than|over|at\s+least|just|exactly)\s+)?(?P<count>{COUNT})\s+(?P<unit>{UNIT})s?\s+(?P<way>ago|from\s+now|from\s+today)", read_away, ["ago", "now", "today"]),
    rule("later", rf"(?:(?:about|around|almost|nearly|some|just|only)\s+)?(?P<count>{COUNT})\s+(?P<unit>{UNIT})s?\s+(?P<way>later|earlier|after(?!\s+(?:the|his|her|a|that)\b)|before(?!\s+(?:the|his|her|a|that)\b))|the\s+(?:previous|following|next|same|preceding)\s+(?:day|morning|night|evening|afternoon)|the\s+(?:day|night)\s+before|the\s+day\s+after", read_text_relative, ["later", "earlier", "after", "before", "previous", "following", "next", "same", "preceding"]),
    rule("length", rf"(?:(?:at\s+least|about|around|more\s+than|less\s+than|nearly|almost|some|over|up\s+to|roughly)\s+)?(?:the\s+(?:past|last|next|first|previous|coming|final)\s+)?(?P<count>{COUNT})(?:\s+|-)(?:more\s+|full\s+|straight\s+|consecutive\s+)?(?P<unit>{UNIT}|centurie)s?(?![\s-]+old\b)", read_length, UNITS | LENGTHS | {f"{unit}s" for unit in UNITS}),
    rule("bare length", r"(?:(?:recent|past|coming|the\s+(?:last|past|coming|next)(?:\s+few)?)\s+)?(?P<unit>seconds|minutes|hours|days|weeks|months|years|decades|centuries)", read_bare_length, LENGTHS),
    rule("season", rf"(?:(?P<mod>last|this|next|this\s+past|this\s+coming)\s+|{THE}|the\s+(?:beginning|middle|end|start)\s+of\s+|the\s+)(?P<season>{SEASON})(?:\s+(?:of\s+)?(?P<year>{YEAR}))?", read_season, SEASONS),
    rule("named day", rf"(?P<name>{NAMED})(?:,?\s+(?P<year>{YEAR}))?", read_named, FEASTS),
    rule("set", rf"daily|nightly|weekly|monthly|yearly|annual|annually|quarterly|(?:every|each)\s+(?:other\s+|single\s+)?(?:(?P<unit>{UNIT})|(?P<wd>{WD}))", read_set, ["daily", "nightly", "weekly", "monthly", "yearly", "annual", "annually", "quarterly", "every", "each"]),
    rule("vague", r"now|nowadays|recently|currently|soon|lately|the\s+(?:near\s+)?(?:future|past)|at\s+the\s+moment|at\s+present|these\s+days|recent|current", read_vague, ["now", "nowadays", "recently", "currently", "soon", "lately", "future", "past", "moment", "present", "these", "recent", "current"]),
)  # fmt: skip
