"""Journeys: where somebody goes, as rows where several accounts tell it.

A report tells it by a verb ("returned to Karsholm"), another by a noun of his ("her trip to Karsholm").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from variorum.collate.draft import DraftReading, DraftRow
from variorum.collate.told_of import deeds_of, rows_of_persons
from variorum.model import Cast, EntityValue, LocalRef, Span
from variorum.resolve.lookup import Lookup

GOING = {"go", "travel", "fly", "return", "come", "head", "move", "arrive", "sail", "journey", "visit"}
MOVED = re.compile(r"(?: (?:back|home|on|out|over|away))?(?: (?:to|for|in|into) | )(?:the )?")
TRIP = re.compile(
    r"(?:[’']s?)? (?:[a-z-]+ ){0,2}(?:trip|visit|journey|flight|return|tour|move|travels) (?:to|in|of) (?:the )?"
)
NEAR = 60  # letters between who goes and where


def journey_rows(cast: Cast, lookup: Lookup, story_of: Mapping[str, str]) -> Iterator[DraftRow]:
    """A row for each named person and place of which several accounts tell that he goes there, or did."""
    question, why = "Where does or did {} go?", "they name one and the same"
    yield from rows_of_persons(cast, lookup, story_of, goals_in, question, why)


def goals_in(member: LocalRef, lookup: Lookup) -> Iterator[tuple[str, DraftReading]]:
    """The places where a report says that somebody goes, with the words that tell it."""
    report = lookup.annotations[member.report].report
    for told in deeds_of(member, lookup, "who"):
        if told.lemma in GOING:
            for place, span in places_behind(told.predicate.end, member.report, lookup, MOVED):
                yield place, DraftReading(EntityValue(place), report.span(told.predicate.start, span.end))
    for mention in lookup.mentions_of(member):
        for place, span in places_behind(mention.span.end, member.report, lookup, TRIP):
            if report.text[mention.span.end] in "’'" or mention.span.text.casefold() in {"his", "her"}:
                yield place, DraftReading(EntityValue(place), report.span(mention.span.start, span.end))


def places_behind(at: int, report: str, lookup: Lookup, between: re.Pattern[str]) -> Iterator[tuple[str, Span]]:
    """The towns and countries whose names stand behind `at`, with words of a pattern between."""
    annotation = lookup.annotations[report]
    for n, mention in enumerate(annotation.mentions):
        if mention.form != "name" or not at < mention.span.start < at + NEAR:
            continue
        entity = lookup.entity_of_mention(report, n)
        place = lookup.place(entity) if entity is not None else None
        known = place is not None and place.feature in {"city", "region", "country"}
        if entity is not None and known and between.fullmatch(annotation.report.text, at, mention.span.start):
            yield entity, mention.span
