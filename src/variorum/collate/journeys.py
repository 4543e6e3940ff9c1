"""Journeys: where somebody goes, as rows where several accounts tell it.

A report tells it by a verb ("returned to Karsholm"), another by a noun of his ("her trip to Karsholm").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from variorum.collate.draft import DraftReading, DraftRow
from variorum.collate.forms import told_by_several
from variorum.model import Cast, EntityValue, LocalRef, Span
from variorum.resolve.lookup import Lookup

GOING = {"go", "travel", "fly", "return", "come", "head", "move", "arrive", "sail", "journey", "visit"}
MOVED = re.compile(r"(?: (?:back|home|on|out|over|away))?(?: (?:to|for|in|into) | )(?:the )?")
TRIP = re.compile(
    r"(?:[’']s?)? (?:[a-z-]+ ){0,2}(?:trip|visit|journey|flight|return|tour|move|travels) (?:to|in|of) (?:the )?"
)
NEAR = 60  # letters between who goes and where


def journey_rows(cast: Cast, lookup: Lookup, story_of: dict[str, str]) -> Iterator[DraftRow]:
    """A row for each named person and place of which several accounts tell that he goes there, or did."""
    accounts = {report: account.id for account in cast.accounts for report in account.reports}
    for entity in cast.entities:
        if entity.kind != "person" or not lookup.is_named(entity.id):
            continue
        found: dict[tuple[str, str], list[DraftReading]] = {}
        for member in entity.members:
            for place, span in goals_in(member, lookup):
                reading = DraftReading(EntityValue(place), span)
                found.setdefault((story_of[member.report], place), []).append(reading)
        for (story, _), readings in sorted(found.items()):
            told = tuple(sorted(set(readings), key=lambda r: r.span))
            question = f"Where does or did {entity.name} go?"
            row = DraftRow(story, entity.id, "other", question, told, "they name one and the same")
            yield from told_by_several(row, accounts)


def goals_in(member: LocalRef, lookup: Lookup) -> Iterator[tuple[str, Span]]:
    """The places where a report says that somebody goes, with the words that tell it."""
    annotation = lookup.annotations[member.report]
    report, ours = annotation.report, lookup.entity_of_local(member.report, member.index)
    mentions = [annotation.mentions[n] for n in annotation.entities[member.index].mentions]
    for told in annotation.propositions:
        goes = told.lemma in GOING and not told.nominal and told.polarity
        if not goes or ours not in {lookup.entity_of(member.report, a) for a in told.arguments if a.role == "who"}:
            continue
        for place, span in places_behind(told.predicate.end, member.report, lookup, MOVED):
            yield place, report.span(told.predicate.start, span.end)
    for mention in mentions:
        for place, span in places_behind(mention.span.end, member.report, lookup, TRIP):
            if report.text[mention.span.end] in "’'" or mention.span.text.casefold() in {"his", "her"}:
                yield place, report.span(mention.span.start, span.end)


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
