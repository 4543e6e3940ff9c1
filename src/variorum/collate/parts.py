"""Parts: happenings that are told as part of another (the meeting during the visit), and the days that follows from it."""

from __future__ import annotations

import calendar
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
    if any(is_during(one, other, lookup) for one in part.members for other in whole.members):
        return "told as during it"
    shared = sorted((ours.actors | ours.targets) & (theirs.actors | theirs.owners))
    places = theirs.places | {e for e in theirs.targets if lookup.entities[e].kind == "place"}
    inside = sorted(e for e in ours.places if any(near(lookup, e, p) for p in places))
    if not shared or not inside:
        return None
    who, where = (", ".join(lookup.entities[e].name for e in some) for some in (shared, inside))
    return f"{who} takes part in both, and {where} lies where the one went"


def is_during(one: LocalRef, other: LocalRef, lookup: Lookup) -> bool:
    """Whether the clause `one` tells of the happening of `other` after "during"."""
    if one.report != other.report or lookup.proposition(other).within != one.index:
        return False
    text = lookup.annotations[one.report].report.text
    start, end = lookup.proposition(one).predicate.end, lookup.proposition(other).predicate.start
    return "during" in text[start:end].casefold().split()


def narrowed(part: Happening, of: Part, lookup: Lookup) -> EventTime | None:
    """When a part was, as far as the days of the whole tell it: a weekday without a date falls within them."""
    own, whole = when_of(part, lookup), when_of(of.whole, lookup)
    if own is not None and precision(own.edtf) != "unknown":
        return own
    weekday = next((w for ref in part.members for w in traits_of(lookup, ref).weekdays), None)
    if whole is None or weekday is None or not is_short(whole.edtf):
        return own
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


__all__ = ["Part", "narrowed", "parts_of"]
