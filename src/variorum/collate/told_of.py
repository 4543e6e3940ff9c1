"""Told of somebody: where reports speak of one, and rows of what several accounts tell of him alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

import msgspec

from variorum.collate.draft import DraftReading, DraftRow
from variorum.model import Cast, LocalRef, Proposition, Role, Span
from variorum.resolve.lookup import Lookup

Answers = Callable[[LocalRef, Lookup], Iterator[tuple[str, DraftReading]]]
"""What a report answers about one: what tells one answer from another, and the reading."""


def account_of(cast: Cast) -> dict[str, str]:
    """The account of each report, by their ids."""
    return {report: account.id for account in cast.accounts for report in account.reports}


def rows_of_persons(
    cast: Cast, lookup: Lookup, story_of: Mapping[str, str], answers: Answers, question: str, why: str
) -> Iterator[DraftRow]:
    """A row for each named person and answer that several accounts give; `question` has a place for his name."""
    accounts = account_of(cast)
    for person in cast.entities:
        if person.kind != "person" or not lookup.is_named(person.id):
            continue
        found: dict[tuple[str, str], list[DraftReading]] = {}
        for member in person.members:
            for answer, reading in answers(member, lookup):
                found.setdefault((story_of[member.report], answer), []).append(reading)
        for (story, _), readings in sorted(found.items()):
            told = in_text_order(readings)
            row = DraftRow(story, person.id, "other", question.format(person.name), told, why)
            yield from told_by_several(row, accounts)


def in_text_order(readings: Iterable[DraftReading]) -> tuple[DraftReading, ...]:
    """Each reading once, in text order; of the same words the one that fewer voices tell first, then the one found first: a
    chain to somebody's words may hold whom he told them, who does not say that he did."""
    return tuple(sorted(dict.fromkeys(readings), key=lambda r: (r.span, len(r.voice))))


def told_by_several(row: DraftRow, accounts: Mapping[str, str]) -> Iterator[DraftRow]:
    """The row with the first reading of each report, where more accounts than one give it."""
    first = {r.span.report: r for r in reversed(row.readings)}
    if len({accounts[report] for report in first}) > 1:
        yield msgspec.structs.replace(row, readings=tuple(sorted(first.values(), key=lambda r: r.span)))


def descriptions_of(member: LocalRef, lookup: Lookup) -> set[Span]:
    """The titles and roles that a report gives one."""
    roles = lookup.annotations[member.report].entities[member.index].roles
    return {*roles, *(span for m in lookup.mentions_of(member) for span in (*m.roles, *m.titles))}


def deeds_of(member: LocalRef, lookup: Lookup, *roles: Role) -> Iterator[Proposition]:
    """The clauses of a report in which one stands in one of `roles` ("who": he acts), no nouns and none that is denied."""
    ours = lookup.entity_of_local(member.report, member.index)
    for told in lookup.annotations[member.report].propositions:
        bearers = {lookup.entity_of(member.report, a) for a in told.arguments if a.role in roles}
        if told.polarity and not told.nominal and ours in bearers:
            yield told
