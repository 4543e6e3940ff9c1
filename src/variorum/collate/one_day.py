"""One day: what a report that tells of a single day says was done, where nothing near it points to another time."""

from __future__ import annotations

import re

from variorum.annotate.edtf import bounds, precision
from variorum.collate.extents import sentence_of
from variorum.collate.same_day import LONG_AGO
from variorum.knowledge.cues import is_cue
from variorum.model import SIMPLE_PAST, Annotation, EventTime, Happening, LocalRef, Proposition, TimeExpression
from variorum.resolve.lookup import Lookup
from variorum.resolve.traits import SIDES

EARLIER = re.compile(rf"{LONG_AGO.pattern}|\bsince\b", re.I)
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
SAID = {
    "announce",
    "apologise",
    "blame",
    "claim",
    "condemn",
    "criticise",
    "reject",
    "request",
    "say",
    "threaten",
    "warn",
}
"""Frames of what is said, often on another day than that of which it is said."""
LASTING = {"agree", "appoint", "election", "found", "investigate", "marry", "negotiate", "retire", "review", "support"}
"""Frames of what a report tells of somebody's life, or of what goes on for days."""


def day_of_report(happening: Happening, lookup: Lookup) -> EventTime | None:
    """The day of a happening that no telling dates: that of reports that tell of a single day, of which the clause simply tells
    what was done; None where no report does, or two differ."""
    found = {day for ref in happening.members if (day := day_told(ref, happening.frame, lookup)) is not None}
    if len(found) != 1:
        return None
    return EventTime(found.pop(), "the only day that the report tells of, on which it tells what was done")


def day_told(ref: LocalRef, frame: str, lookup: Lookup) -> str | None:
    """The day that the clause `ref` tells of, where its report tells of that alone and it stands among what was done then."""
    annotation, told = lookup.annotations[ref.report], lookup.proposition(ref)
    if frame in LASTING or not is_deed(told, annotation) or told.nominal:
        return None
    if ASIDE.search(annotation.report.text[: told.span.start][-20:]) or OPENING.match(told.span.text):
        return None
    if not led_in(ref, lookup):
        return None
    day = single_day(annotation)
    sentence = sentence_of(annotation, told.predicate)
    if day is None or EARLIER.search(sentence.text):
        return None
    before = [date_of(t) for t in annotation.times if t.span.start < told.predicate.start and date_of(t) is not None]
    inside = [t for t in annotation.times if sentence.covers(t.span)]
    elsewhere = any(date_of(t) != day and not (date_of(t) is None and SHORTLY.search(t.span.text)) for t in inside)
    return None if elsewhere or (before and before[-1] != day) else day


def led_in(ref: LocalRef, lookup: Lookup) -> bool:
    """Whether the lead tells of all whom a clause names: of others a report tells in a round-up, or a link to another report."""
    named = {e for role in SIDES for _, e in lookup.fillers(ref, role) if lookup.is_named(e)}
    mentions = lookup.annotations[ref.report].mentions
    return named <= {lookup.entity_of_mention(ref.report, n) for n, m in enumerate(mentions) if m.span.start < LEAD}


def single_day(annotation: Annotation) -> str | None:
    """The only day that a report tells, where it came out then or the day after and tells of something done on it."""
    told = [
        (t.span.start, day) for t in annotation.times if (day := date_of(t)) is not None and precision(day) == "day"
    ]
    days = {day for _, day in told}
    published = bounds((annotation.report.published or "")[:10])[0]
    if len(days) != 1 or published is None or told[0][0] > LEAD:
        return None
    [day] = days
    start = bounds(day)[0]
    if start is None or "X" in day or not 0 <= (published - start).days <= FRESH:
        return None
    dated = (
        one
        for one in annotation.propositions
        if is_deed(one, annotation)
        and any(a.time is not None and date_of(annotation.times[a.time]) == day for a in one.arguments)
    )
    return day if any(dated) else None


def is_deed(told: Proposition, annotation: Annotation) -> bool:
    """Whether a clause tells in the report's words, or as somebody's report, what was done and not said."""
    said = told.part_of_utterance
    if told.status != "happened" or not told.polarity or told.frame in SAID:
        return False
    if is_cue(told.lemma, "say", "tell", "ask", "think") or (
        said is not None and annotation.quotations[said].mode == "direct"
    ):
        return False
    return told.nominal or SIMPLE_PAST in told.markers


def date_of(time: TimeExpression) -> str | None:
    """The date of a time, without its hour; None for lengths and sets of times."""
    if time.edtf is None or time.kind in {"duration", "set"}:
        return None
    return time.edtf if "/" in time.edtf else time.edtf.split("T")[0]


__all__ = ["day_of_report"]
