"""Parts: happenings that are told as part of another (the meeting during the visit), and the days that follows from it."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from datetime import timedelta

import msgspec

from variorum.annotate.edtf import bounds, compatible, precision
from variorum.collate.consensus import when_of
from variorum.model import EventTime, Happening, LocalRef
from variorum.resolve.lookup import Lookup
from variorum.resolve.traits import Traits, merged, near, traits_of

WHOLES = {"visit"}  # what others are part of
PARTS = {"meet", "speech", "negotiate", "agree"}
LONGEST = 14  # days of a whole within which a part's day is narrowed
WEEKDAYS = tuple(day.casefold() for day in calendar.day_name)


class Part(msgspec.Struct, frozen=True):
    """What a happening is part of, and why."""

    whole: Happening
    why: str


def parts_of(happenings: Sequence[Happening], lookup: Lookup) -> dict[str, Part]:
    """Of each happening that is part of exactly one other: which, and why."""
    told = {
        h.id: merged([traits_of(lookup, ref) for ref in h.members]) for h in happenings if h.frame in WHOLES | PARTS
    }
    found: dict[str, Part] = {}
    for part in (h for h in happenings if h.frame in PARTS):
        wholes = [h for h in happenings if h.frame in WHOLES and h.story == part.story]
        reasons = [(h, why) for h in wholes if (why := reason(part, h, told, lookup))]
        if len(reasons) == 1:
            found[part.id] = Part(*reasons[0])
    return found


def reason(part: Happening, whole: Happening, told: dict[str, Traits], lookup: Lookup) -> str | None:
    """Why `part` is told as part of `whole`; None where nothing says so or something speaks against it."""
    ours, theirs = told[part.id], told[whole.id]
    if ours.stance & {"denied", "hypothetical"} or (
        ours.dates and theirs.dates and not any(compatible(a, b) for a in ours.dates for b in theirs.dates)
    ):
        return None
    pairs = [(one, other) for one in part.members for other in whole.members]
    if any(is_during(one, other, lookup) for one, other in pairs):
        return "told as during it"
    if any(is_there(one, other, lookup) for one, other in pairs):
        return "told as taking place where the one went"
    shared = sorted((ours.actors | ours.targets) & (theirs.actors | theirs.owners))
    places = theirs.places | {e for e in theirs.targets if lookup.entities[e].kind == "place"}
    inside = sorted(e for e in ours.places if any(near(lookup, e, p) for p in places))
    where = ", ".join(lookup.entities[e].name for e in inside)
    if shared and inside:
        who = ", ".join(lookup.entities[e].name for e in shared)
        return f"{who} takes part in both, and {where} lies where the one went"
    together = {ref.report for ref in part.members} & {ref.report for ref in whole.members}
    unnamed = theirs.actors and not any(lookup.is_named(e) for e in theirs.actors)
    if together and inside and unnamed and ours.weekdays and not ours.dates:
        who = ", ".join(sorted(lookup.entities[e].name for e in theirs.actors))
        return f"{where} lies where {who} went, of whom no one is named"
    return None


def is_during(one: LocalRef, other: LocalRef, lookup: Lookup) -> bool:
    """Whether the clause `one` tells of the happening of `other` after "during"."""
    return lookup.proposition(other).within == one.index and "during" in between(one, other, lookup)


def is_there(one: LocalRef, other: LocalRef, lookup: Lookup) -> bool:
    """Whether the clause `one` is told with "where" of the place of `other` ("visited Ardova, where he met the mayor")."""
    return lookup.proposition(one).within == other.index and "where" in between(other, one, lookup)


def between(one: LocalRef, other: LocalRef, lookup: Lookup) -> list[str]:
    """The words from the verb of `one` to that of `other` in one report."""
    if one.report != other.report:
        return []
    text = lookup.annotations[one.report].report.text
    start, end = lookup.proposition(one).predicate.end, lookup.proposition(other).predicate.start
    return re.findall(r"\w+", text[start:end].casefold())


def narrowed(part: Happening, of: Part, lookup: Lookup) -> EventTime | None:
    """When a part was, as far as the days of the whole tell it: a weekday without a date falls within them."""
    own = when_of(part, lookup)
    if own is not None and precision(own.edtf) != "unknown":
        return own
    weekday = next((w for ref in part.members for w in sorted(traits_of(lookup, ref).weekdays)), None)
    return (day_within(weekday, of, lookup) if weekday is not None else None) or own


def day_within(weekday: str, of: Part, lookup: Lookup) -> EventTime | None:
    """The day of a weekday that is told of a part, or the few days of the whole that it is one of; None where those are not
    known."""
    whole = when_of(of.whole, lookup)
    if whole is None or not is_short(whole.edtf):
        return None
    day = the_day(weekday, whole.edtf)
    why = f"{weekday.title()}, within the days of what it is part of ({whole.edtf}): {of.why}"
    return EventTime(day or whole.edtf, why)


def is_short(edtf: str) -> bool:
    """Whether a date is a day or an interval of a few days."""
    if precision(edtf) != "interval":
        return precision(edtf) == "day"
    start, end = bounds(edtf.replace("XXXX", "2001"))
    return start is not None and end is not None and end - start <= timedelta(days=LONGEST)


def the_day(weekday: str, edtf: str) -> str | None:
    """The one day of that name in the interval, None where the year is not known or there are two."""
    start, end = bounds(edtf)
    name = next((w for w in WEEKDAYS if w in weekday), None)
    if start is None or end is None or name is None:
        return None
    days = [start + timedelta(days=n) for n in range((end - start).days + 1)]
    fit = [d for d in days if WEEKDAYS[d.weekday()] == name]
    return fit[0].isoformat() if len(fit) == 1 else None


__all__ = ["Part", "day_within", "narrowed", "parts_of"]
