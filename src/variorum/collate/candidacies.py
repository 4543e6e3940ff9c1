"""Candidacies: for which office somebody runs, as rows where several accounts tell it.

It stands in a clause ("is running for Senate"), a title ("Senate candidate"), or at a noun of his ("her campaign for Senate").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from variorum.collate.draft import DraftReading, DraftRow
from variorum.collate.told_of import deeds_of, descriptions_of, rows_of_persons
from variorum.model import Cast, LocalRef, TextValue
from variorum.resolve.lookup import Lookup

SEAT = (
    r"(?P<{0}>Senate|House|Congress|president(?:ial|cy)?|White House|govern(?:or(?:ship)?)|gubernatorial|mayor(?:al|alty)?|"
    r"congressional|parliament(?:ary)?|re-?election)\b"
)
CANDIDATE = r"(?:candidate|hopeful|contender|nominee)"
TITLE = re.compile(
    rf"\b{SEAT.format('a')}\s+{CANDIDATE}\b|\b{CANDIDATE}\s+for\s+(?:the\s+)?{SEAT.format('b')}", re.IGNORECASE
)
CLAUSE = re.compile(
    rf"(?:run(?:s|ning)?|ran|stand(?:s|ing)?|stood|campaign(?:s|ed|ing)?)\s+for\s+(?:the\s+)?{SEAT.format('a')}"
    rf"|(?:seek(?:s|ing)?|sought|fac(?:e|es|ed|ing))\s+(?:an?\s+)?{SEAT.format('b')}(?:\s+(?:challenge|race|campaign|bid))?"
    rf"|elected\s+to\s+the\s+{SEAT.format('c')}",
    re.IGNORECASE,
)
OWNED = re.compile(
    rf"(?:[’']s?)?\s+(?:campaign|bid|race|candidacy|run)\s+for\s+(?:the\s+)?{SEAT.format('a')}"
    rf"|(?:[’']s?)?\s+{SEAT.format('b')}\s+(?:campaign|bid|race|candidacy|run)\b",
    re.IGNORECASE,
)
STEMS = {"white ": "presid", "gubern": "govern", "re-ele": "reelec"}
OWNERS = re.compile(r"(?:his|her)$|[’']s?$", re.IGNORECASE)


def candidacy_rows(cast: Cast, lookup: Lookup, story_of: Mapping[str, str]) -> Iterator[DraftRow]:
    """A row for each person and office for which several accounts tell that he runs."""
    question, why = "For which office does or did {} run?", "they name one office"
    yield from rows_of_persons(cast, lookup, story_of, offices_in, question, why)


def offices_in(member: LocalRef, lookup: Lookup) -> Iterator[tuple[str, DraftReading]]:
    """The offices for which a report says that somebody runs, by one word each, with the words that tell it."""
    report, mentions = lookup.annotations[member.report].report, lookup.mentions_of(member)
    for span in sorted({*descriptions_of(member, lookup), *(m.span for m in mentions if m.form == "nominal")}):
        found = TITLE.search(span.text)
        if found is not None:
            yield office_of(found), DraftReading(TextValue(span.text), span)
    for mention in mentions:
        owner = OWNED.match(report.text, mention.span.end)
        if owner is not None and (OWNERS.search(mention.span.text) or owner.group()[0] in "’'"):
            span = report.span(mention.span.start, owner.end())
            yield office_of(owner), DraftReading(TextValue(span.text), span)
    for told in deeds_of(member, lookup, "who", "whom"):
        clause = CLAUSE.match(report.text, told.predicate.start, told.span.end)
        if clause is not None and not (clause["c"] and told.status == "happened"):  # who was elected runs no more
            span = report.span(*clause.span())
            yield office_of(clause), DraftReading(TextValue(span.text), span)


def office_of(found: re.Match[str]) -> str:
    """The office of a match, by one word for all that is said of it ("presidential", "the White House")."""
    word = next(w for w in found.groups() if w is not None).casefold()[:6]
    return STEMS.get(word, word)
