"""One day: what a report that tells of a single day says was done, where nothing near it points to another time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from variorum.annotate.edtf import bounds, precision
from variorum.collate.extents import sentence_of
from variorum.collate.same_day import LONG_AGO
from variorum.knowledge.cues import is_cue
from variorum.model import SIMPLE_PAST, Annotation, EventTime, Happening, LocalRef, Proposition, TimeExpression
from variorum.resolve.lookup import Lookup
from variorum.resolve.traits import SIDES

EARLIER = re.compile(
    rf"{LONG_AGO.pattern}|\bsince\b|\b(?:repeatedly|often|regularly|routinely|usually|frequently|initially|originally|(?-i:times))\b"
    r"|\bfor (?:years|months|weeks|decades)\b",
    re.I,
)
"""Words of what was before, or is so again and again."""
SHORTLY = re.compile(r"second|minute|moment|hour|o['’]clock|\d[ap]m\b", re.I)
"""Lengths of time and hours that do not lead away from a day."""
ASIDE = re.compile(r"\b(?:after|before|until|once|because|since|if|unless|than|who|whom|whose|which)\s*$", re.I)
"""Words before a clause that tells what was so before, or tells more of somebody."""
OPENING = re.compile(r"(?:who|whom|whose|which|that|what|how|after|before|since)\b", re.I)
"""How such a clause opens, where its first word is its own."""
LEAD = 600
"""Letters at the beginning of a report within which the day of which it tells is told."""
FRESH = 1
"""Days after the day of the deed on which news of it still comes out."""
SAID = frozenset(
    ["announce", "apologise", "blame", "claim", "condemn", "criticise", "reject", "request", "say", "threaten", "warn"]
)
"""Frames of what is said, often on another day than that of which it is said."""
LASTING = {"agree", "appoint", "election", "found", "investigate", "marry", "negotiate", "retire", "review", "support"}
"""Frames of what a report tells of somebody's life, or of what goes on for days."""
ACCUSED = {"charge", "sue"}
"""Frames of charges: what somebody is charged with was done before."""
OWN = "the only day that the report tells of, on which it tells what was done"
OTHERS = (
    "the only day that other reports of the story tell of what was done; this one names none and came out with them"
)


def day_of_report(happening: Happening, lookup: Lookup, beside: Iterable[str] = ()) -> EventTime | None:
    """The day of a happening that no telling dates: that of reports that tell of a single day, of which the clause simply tells
    what was done; None where no report does, or two differ. `beside` are the reports of its story: one that names no day
    tells of theirs."""
    days = {single_day(lookup.annotations[report]) for report in beside} - {None}
    shared = days.pop() if len(days) == 1 else None
    found = {told for ref in happening.members if (told := day_told(ref, happening.frame, lookup, shared)) is not None}
    if len({day for day, _ in found}) != 1:
        return None
    return EventTime(*min(found, key=lambda told: (told[1] != OWN, told)))


def day_told(ref: LocalRef, frame: str, lookup: Lookup, shared: str | None) -> tuple[str, str] | None:
    """The day that the clause `ref` tells of and why, where its report tells of that alone up to there, or of none and came out
    on the `shared` one, and the clause stands among what was done then."""
    annotation, told = lookup.annotations[ref.report], lookup.proposition(ref)
    if frame in LASTING or not is_deed(told, annotation) or told.nominal:
        return None
    if ASIDE.search(annotation.report.text[: told.span.start][-20:]) or OPENING.match(told.span.text):
        return None
    if not led_in(ref, lookup):
        return None
    own = single_day(annotation) or single_day(annotation, until=told.predicate.start)
    day = own or (shared if names_no_day(annotation) and is_fresh(annotation, shared) else None)
    sentence = sentence_of(annotation, told.predicate)
    if day is None or EARLIER.search(sentence.text):
        return None
    before = [date_of(t) for t in annotation.times if t.span.start < told.predicate.start and date_of(t) is not None]
    inside = [t for t in annotation.times if sentence.covers(t.span)]
    elsewhere = any(date_of(t) != day and not (date_of(t) is None and SHORTLY.search(t.span.text)) for t in inside)
    if elsewhere or (own is not None and before and before[-1] != day):
        return None
    return day, OWN if own is not None else OTHERS


def led_in(ref: LocalRef, lookup: Lookup) -> bool:
    """Whether the lead tells of all whom a clause names: of others a report tells in a round-up, or a link to another report."""
    named = {e for role in SIDES for _, e in lookup.fillers(ref, role) if lookup.is_named(e)}
    mentions = lookup.annotations[ref.report].mentions
    return named <= {lookup.entity_of_mention(ref.report, n) for n, m in enumerate(mentions) if m.span.start < LEAD}


def names_no_day(annotation: Annotation) -> bool:
    """Whether a report tells no day, week or month: years alone date nobody's deeds of the day ("the champion of 2007")."""
    days = [day for t in annotation.times if (day := date_of(t)) is not None]
    return all(precision(day) == "year" for day in days)


def is_fresh(annotation: Annotation, day: str | None) -> bool:
    """Whether a report came out on `day` or the day after."""
    published = bounds((annotation.report.published or "")[:10])[0]
    start: date | None = bounds(day)[0] if day is not None and "X" not in day else None
    return published is not None and start is not None and 0 <= (published - start).days <= FRESH


def single_day(annotation: Annotation, until: int | None = None) -> str | None:
    """The only day that a report tells, where it came out then or the day after and tells of something done on it, and of no
    charge. `until`: the only one that it tells before that letter; then nothing may be told to be said on it, or what follows is
    of the days of which that speaks."""
    told = [
        (t.span.start, day)
        for t in annotation.times
        if (until is None or t.span.start < until) and (day := date_of(t)) is not None and precision(day) == "day"
    ]
    days = {day for _, day in told}
    if len(days) != 1 or told[0][0] > LEAD:
        return None
    [day] = days
    if not is_fresh(annotation, day):
        return None
    dated = [
        one
        for one in annotation.propositions
        if any(a.time is not None and date_of(annotation.times[a.time]) == day for a in one.arguments)
    ]
    if any(one.frame in ACCUSED or (until is not None and is_said(one)) for one in dated):
        return None
    return day if any(is_deed(one, annotation) for one in dated) else None


def is_said(told: Proposition) -> bool:
    """Whether a clause tells of a statement."""
    return told.frame in SAID or is_cue(told.lemma, "say", "tell", "ask")


def is_deed(told: Proposition, annotation: Annotation) -> bool:
    """Whether a clause tells in the report's words, or as somebody's report, what was done and not said."""
    said = told.part_of_utterance
    if told.status != "happened" or not told.polarity or is_said(told) or is_cue(told.lemma, "think"):
        return False
    if said is not None and annotation.quotations[said].mode == "direct":
        return False
    return told.nominal or SIMPLE_PAST in told.markers


def date_of(time: TimeExpression) -> str | None:
    """The date of a time, without its hour; None for lengths and sets of times."""
    if time.edtf is None or time.kind in {"duration", "set"}:
        return None
    return time.edtf if "/" in time.edtf else time.edtf.split("T")[0]


__all__ = ["EARLIER", "date_of", "day_of_report", "is_fresh", "is_said"]
