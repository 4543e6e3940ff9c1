"""Same day: what is told to come of a happening, by a report that came out on the day of that."""

from __future__ import annotations

import re

from variorum.annotate.edtf import compatible, precision
from variorum.collate.about import Happenings
from variorum.collate.consensus import when_of
from variorum.collate.extents import sentence_of
from variorum.model import EventTime, Happening, LocalRef, Proposition
from variorum.resolve.lookup import Lookup

DEFINITE = re.compile(r"(?:the|this)\s", re.I)
BEFORE = re.compile(r"\b(?:before|ahead of|prior to|until|since|according to|despite|like|unlike|than)\b", re.I)
LONG_AGO = re.compile(r"\b(?:had|previously|earlier|former(?:ly)?|once|last|ago|always|never)\b|['’]d\b", re.I)
REAL = {"happened", "alleged"}


def day_of_news(happening: Happening, happenings: Happenings, lookup: Lookup) -> EventTime | None:
    """The day of a happening that no telling dates: that of the happening that its clause speaks of ("condemned the launch"),
    where the report came out on the same day, so that no other is left; None where that is not told, or tellings disagree."""
    found: dict[str, str] = {}
    for ref in happening.members:
        for noun, day in spoken_of(ref, happening, happenings, lookup):
            found[day] = min(found.get(day, noun), noun)
    if len(found) != 1:
        return None
    [(day, noun)] = found.items()
    return EventTime(day, f"told to come of {noun!r} of that day, by a report that came out on it")


def spoken_of(ref: LocalRef, happening: Happening, happenings: Happenings, lookup: Lookup) -> list[tuple[str, str]]:
    """The event nouns of dated happenings that a clause of the news speaks of, each with its day: that of the report."""
    annotation = lookup.annotations[ref.report]
    told = lookup.proposition(ref)
    published = (annotation.report.published or "")[:10]
    if not published or not is_news(told, lookup, ref):
        return []
    found = []
    for n, noun in enumerate(annotation.propositions):
        other = happenings.of_ref.get(LocalRef(ref.report, n))
        if other is None or other.id == happening.id or not noun.nominal or noun.within != ref.index:
            continue
        if noun.predicate.start < told.predicate.end or not told.span.covers(noun.predicate):
            continue
        between = annotation.report.text[told.predicate.end : noun.predicate.start]
        when = when_of(other, lookup) if DEFINITE.match(noun.span.text) and not BEFORE.search(between) else None
        if when is not None and when.edtf == published and precision(when.edtf) == "day":
            found.append((" ".join(noun.span.text.split()), when.edtf))
    return found


def is_news(told: Proposition, lookup: Lookup, ref: LocalRef) -> bool:
    """Whether a clause tells what was done of late: a verb, no pluperfect, no other date in its sentence, nobody's own words."""
    annotation = lookup.annotations[ref.report]
    if told.nominal or told.status not in REAL or not told.polarity:
        return False
    said = told.part_of_utterance
    if said is not None and annotation.quotations[said].mode == "direct":
        return False
    sentence = sentence_of(annotation, told.predicate)
    published = (annotation.report.published or "")[:10]
    times = [t for t in annotation.times if sentence.covers(t.span) and t.edtf is not None]
    return not LONG_AGO.search(sentence.text) and all(compatible(t.edtf or "", published) for t in times)


__all__ = ["day_of_news"]
