"""Candidacies: for which office somebody runs, as rows where several accounts tell it.

It stands in a clause ("is running for Senate"), a title ("Senate candidate"), or at a noun of his ("her campaign for Senate").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from variorum.collate.draft import DraftReading, DraftRow
from variorum.collate.forms import told_by_several
from variorum.model import Cast, LocalRef, Span, TextValue
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
STEMS = {"white": "presid", "gubern": "govern", "re-ele": "reelec", "congre": "congre"}
OWNERS = re.compile(r"(?:his|her)$|[’']s?$", re.IGNORECASE)


def candidacy_rows(cast: Cast, lookup: Lookup, story_of: dict[str, str]) -> Iterator[DraftRow]:
    """A row for each person and office for which several accounts tell that he runs."""
    accounts = {report: account.id for account in cast.accounts for report in account.reports}
    for entity in cast.entities:
        if entity.kind != "person" or not lookup.is_named(entity.id):
            continue
        found: dict[tuple[str, str], list[DraftReading]] = {}
        for member in entity.members:
            for office, span in offices_in(member, lookup):
                reading = DraftReading(TextValue(span.text), span)
                found.setdefault((story_of[member.report], office), []).append(reading)
        for (story, _), readings in sorted(found.items()):
            told = tuple(sorted(set(readings), key=lambda r: r.span))
            question = f"For which office does or did {entity.name} run?"
            yield from told_by_several(
                DraftRow(story, entity.id, "other", question, told, "they name one office"), accounts
            )


def offices_in(member: LocalRef, lookup: Lookup) -> Iterator[tuple[str, Span]]:
    """The offices for which a report says that somebody runs, by one word each, with the words that tell it."""
    annotation = lookup.annotations[member.report]
    report, ours = annotation.report, lookup.entity_of_local(member.report, member.index)
    local = annotation.entities[member.index]
    mentions = [annotation.mentions[n] for n in local.mentions]
    phrases = {*local.roles, *(s for m in mentions for s in (*m.roles, *m.titles))}
    phrases |= {m.span for m in mentions if m.form == "nominal"}
    for span in sorted(phrases):
        found = TITLE.search(span.text)
        if found is not None:
            yield office_of(found), span
    for mention in mentions:
        owner = OWNED.match(report.text, mention.span.end)
        if owner is not None and (OWNERS.search(mention.span.text) or owner.group()[0] in "’'"):
            yield office_of(owner), report.span(mention.span.start, owner.end())
    for told in annotation.propositions:
        clause = CLAUSE.match(report.text, told.predicate.start, told.span.end)
        if clause is None or not told.polarity or told.nominal or (clause["c"] and told.status == "happened"):
            continue  # who was elected runs no more
        if ours in {lookup.entity_of(member.report, a) for a in told.arguments if a.role in {"who", "whom"}}:
            yield office_of(clause), report.span(clause.start(), clause.end())


def office_of(found: re.Match[str]) -> str:
    """The office of a match, by one word for all that is said of it ("presidential", "the White House")."""
    word = next(w for w in found.groups() if w is not None).casefold()[:6]
    return STEMS.get(word, word)
