"""Times: dates, hours, durations and sets of times as printed, resolved by the anchor of the report.

The anchor is the day of publication, else a dateline or update line that the text prints in full, else nothing: then
unknown digits are X. Every resolved value says in `inferred` what it was counted from. `time_rules` and `clock` hold
the grammar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc

from variorum.annotate.clock import CLOCK_RULES
from variorum.annotate.layer import is_set_aside, report_of
from variorum.annotate.tense import in_noun_phrase, prospect, tense_at
from variorum.annotate.time_checks import acceptable
from variorum.annotate.time_reading import Anchor, Reading, Situation
from variorum.annotate.time_rules import MOVED, RULES, YEAR, Rule, amount, words_in
from variorum.annotate.told_before import counted_from_before
from variorum.model import Report, TimeExpression

OPENING = 400
"""A dateline or update line stands within so many characters of the text's start."""
JOINT = re.compile(r",?\s*(?:\(?at\s+|on\s+|about\s+|around\s+|shortly\s+|the\s+night\s+of\s+|of\s+)*", re.I)
COUNTED_ON = re.compile(
    r"(?:(?P<about>about|around|almost|nearly|some)\s+)?(?:just\s+|only\s+)?"
    r"(?:the|(?P<count>[\w\s-]+?))\s+(?P<unit>day|week|fortnight)s?\s+(?P<way>before|after)",
    re.I,
)
DAYS_IN = {"day": 1, "week": 7, "fortnight": 14}
FIXED = re.compile(r"\d{4}(?:-\d\d){0,2}")
INTERVALS = (
    (re.compile(r"\bbetween\s+$", re.I), re.compile(r",?\s+and\s+", re.I)),
    (re.compile(r"\bfrom\s+$", re.I), re.compile(r",?\s+(?:to|until|till|through)\s+", re.I)),
    (
        re.compile(r"\b(?:(?:beginning|starting|began|started)\s+(?:in|on)|from|since)\s+$", re.I),
        re.compile(
            r",?\s+(?:and\s+)?(?:continu|last|end|runn)(?:ing|ed)\s+(?:in|on|to|until|till|through)\s+|\s+(?:until|through)\s+",
            re.I,
        ),
    ),
)
"""What opens an interval of two dates, and what stands between them."""
Found = tuple[int, int, Reading]
SINCE = re.compile(r"\b(?P<word>since|after|before|until|prior\s+to|as\s+of|ever\s+since)\s+(?:the\s+)?$", re.I)
DATELINE = re.compile(
    r"(?:updated?|published|posted|dated?)\b[^\n]{0,30}$"
    r"|(?:^|\n)\s*(?:[A-Z][\w .,'/()-]{1,40}[,(]\s*|(?-i:[A-Z][A-Z .'/-]{2,40})\s)?$",
    re.I,
)
FULL_RULES = frozenset({"month day", "day month", "iso", "slashed"})


@Language.component("variorum_times", requires=["token.tag", "token.dep"], assigns=["doc._.times"])
def times(doc: Doc) -> Doc:
    """Hang `doc._.times`, a tuple of TimeExpression in text order, on `doc`."""
    doc._.times = tuple(find_times(doc, anchor_of(report_of(doc))))
    return doc


def anchor_of(report: Report) -> Anchor:
    """The day that the report's relative times count from, and why: publication, else a line of the text, else none."""
    years = tuple(sorted({int(y) for y in re.findall(rf"\b{YEAR}", report.text)}))
    if report.published:
        try:
            day = date.fromisoformat(report.published[:10])
        except ValueError:
            day = None
        if day is not None:
            return Anchor(day, f"the publication date {day}", years)
    printed = printed_anchor(report.text)
    return Anchor(printed, f"the date {printed} printed at the head of the text" if printed else "", years)


def printed_anchor(text: str) -> date | None:
    """A full date in a dateline or update line at the head of the text, None where there is none."""
    head, nowhere = text[:OPENING], Situation(Anchor(), lambda: None, lambda: False)
    for rule in RULES:
        if rule.name not in FULL_RULES:
            continue
        for match in rule.pattern.finditer(head):
            reading = rule.read(match, nowhere)
            line = head[: match.start()]
            if reading is None or reading.edtf is None or "X" in reading.edtf or not DATELINE.search(line):
                continue
            if re.match(r"\s*(?:[(\n–—-]|$|\d{1,2}:\d\d|at\b|[A-Z]{3})", text[match.end() :]):
                return date.fromisoformat(reading.edtf)
    return None


def find_times(doc: Doc, anchor: Anchor) -> Iterator[TimeExpression]:
    """Yield the time expressions of `doc` in text order, set-aside blocks left out. Reads, never writes."""
    text = report_of(doc).text
    found = [item for item in joined(list(readings(doc, text, anchor)), text) if not is_set_aside(doc, item[0])]
    found = counted_from_before(found, text, anchor.day)
    for start, end, reading in found:
        value = opened(doc, text, start, end, reading)
        yield TimeExpression(
            span=report_of(doc).span(start, end),
            kind=value.kind,
            edtf=value.edtf,
            hour=value.hour,
            inferred=value.inferred,
            timex=value.timex,
            vague=value.vague,
        )


@lru_cache(maxsize=1)
def all_rules() -> tuple[Rule, ...]:
    """The grammar: dates, then clocks."""
    return RULES + CLOCK_RULES


def readings(doc: Doc, text: str, anchor: Anchor) -> Iterator[tuple[int, int, Reading]]:
    """Each place that a rule reads, the leftmost first and the longest of those that begin there, none overlapping."""
    words = words_in(text)
    candidates = [
        (match.start(), -match.end(), order, rule, match)
        for order, rule in enumerate(all_rules())
        if rule.can_match(words)
        for match in rule.pattern.finditer(text)
    ]
    candidates.sort(key=lambda c: c[:3])
    done = 0
    for start, end, _, rule, match in candidates:
        if start < done or not acceptable(doc, text, rule.name, match):
            continue
        situation = Situation(
            anchor,
            lambda start=start, end=-end: tense_at(doc, start, end),  # type: ignore[misc]
            lambda start=start, end=-end: in_noun_phrase(doc, start, end),  # type: ignore[misc]
            lambda start=start, end=-end: prospect(doc, start, end),  # type: ignore[misc]
        )
        reading = rule.read(match, situation)
        if reading is not None:
            start, end = trimmed(text, start, -end)
            done = end
            yield start, end, reading


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The place without prepositions and white space at its ends."""
    lead = re.compile(r"(?:(?:at(?!\s+(?:least|most))|in|on|from|by|until|since|between|for)\s+)+", re.I).match(
        text, start
    )
    start = lead.end() if lead and lead.end() < end else start
    while end > start and text[end - 1] in " \n\t,":
        end -= 1
    return start, end


def joined(found: list[Found], text: str) -> list[Found]:
    """Neighbours that tell one time made one: "at 11:30pm on Thursday", "Thursday, shortly before midnight"."""
    out: list[Found] = []
    for start, end, reading in found:
        if out and not text[out[-1][1] : start].strip() and (day := counted_on(text[out[-1][0] : out[-1][1]], reading)):
            out[-1] = out[-1][0], end, day
            continue
        if out and (span := interval(out[-1], (start, end, reading), text)) is not None:
            out[-1] = span
            continue
        if out and JOINT.fullmatch(text[out[-1][1] : start]):
            first, _, before = out[-1]
            one = one_time(before, reading)
            if one is not None:
                out[-1] = first, end, one
                continue
        out.append((start, end, reading))
    return out


def interval(first: Found, second: Found, text: str) -> Found | None:
    """Two dates as the one interval that they bound: "between January 2016 and May 2018", "beginning in 2009 and continuing
    through 2016"; None where they are two, or where something is moved from the one to the other."""
    start, last = first[2].edtf, second[2].edtf
    if not all(r.kind == "date" and not r.vague and r.edtf and FIXED.fullmatch(r.edtf) for r in (first[2], second[2])):
        return None
    before, between = text[max(0, first[0] - 60) : first[0]], text[first[1] : second[0]]
    if not any(opens.search(before) and closes.fullmatch(between) for opens, closes in INTERVALS) or MOVED.search(
        before
    ):
        return None
    if start is None or last is None or last.startswith(start) or start > last:
        return None
    why = first[2].inferred or second[2].inferred
    return first[0], second[1], Reading("date", f"{start}/{last}", inferred=why, timex=first[2].timex)


def counted_on(words: str, day: Reading) -> Reading | None:
    """The day that `words` count from a date behind them ("the day after Christmas"), vague where they are not exact.

    None where they do not count: then the date stands for itself.
    """
    if not re.search(r"\b(?:before|after)$", words, re.I) or day.kind != "date" or day.edtf is None:
        return None
    found = COUNTED_ON.fullmatch(words)
    count = None if found is None else 1 if found["count"] is None else amount(found["count"])
    if found is None or found["about"] or count is None or count != int(count) or len(day.edtf) != 10:
        return Reading("date", vague=True, timex=day.timex, inferred="counted from a day, not exactly")
    days = int(count) * DAYS_IN[found["unit"].lower()] * (1 if found["way"].lower() == "after" else -1)
    try:
        told = (date.fromisoformat(day.edtf) + timedelta(days=days)).isoformat()
    except ValueError:
        return Reading("date", vague=True, timex=day.timex, inferred="counted from a day of no known year")
    return Reading("date", told, timex=told, inferred=f"counted from {day.edtf}")


def one_time(first: Reading, second: Reading) -> Reading | None:
    """The time that a date and a clock beside it tell together, None where they are not one of each."""
    clock, day = (first, second) if first.kind == "time" else (second, first)
    if clock.kind != "time" or clock.edtf or day.kind != "date" or day.vague or day.edtf is None or "/" in day.edtf:
        return None
    if len(day.edtf) != 10:
        return None
    base = (day.timex or day.edtf).split("T")[0]
    return day._replace(kind="time", hour=clock.hour, timex=base + (clock.timex or ""))


def opened(doc: Doc, text: str, start: int, end: int, reading: Reading) -> Reading:
    """`reading` as an open interval after "since" and "before", and after "after" where the date stands alone."""
    before = SINCE.search(text[max(0, start - 20) : start])
    if before is None or reading.kind != "date" or reading.edtf is None or "/" in reading.edtf:
        return reading
    word = re.sub(r"\s+", " ", before["word"].lower())
    if word in ("until", "as of"):
        return reading
    if word in ("after", "before", "prior to") and (
        re.match(r"['’]s|s['’]", text[end : end + 2]) or in_noun_phrase(doc, start, end)
    ):
        return reading
    bare = reading.edtf.rstrip("~")
    return reading._replace(edtf=f"../{bare}" if word in ("before", "prior to") else f"{bare}/..")
