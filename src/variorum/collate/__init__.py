"""Collate: Cast -> Grid. Questions that the reports answer, what each gives, and what that comes to over the accounts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from variorum.collate.about import Happenings
from variorum.collate.belonging import belonging_rows
from variorum.collate.candidacies import candidacy_rows
from variorum.collate.circumstances import circumstance_rows
from variorum.collate.dates import loose_date_rows, loose_dates
from variorum.collate.deeds import deeds
from variorum.collate.draft import DraftReading, DraftRow
from variorum.collate.events import entities_of, events_of
from variorum.collate.figures import figure_rows
from variorum.collate.forms import form_rows
from variorum.collate.hours import hour_rows
from variorum.collate.journeys import journey_rows
from variorum.collate.membership import membership_rows
from variorum.collate.naming import name_rows
from variorum.collate.origins import origin_rows
from variorum.collate.parties import party_rows
from variorum.collate.people import role_rows
from variorum.collate.retold import joined, led_to, retold, with_harm
from variorum.collate.said_once import said_once
from variorum.collate.stances import stance_rows
from variorum.collate.statements import LinedUp, lined_up, statement_rows, told_happenings
from variorum.collate.together import together
from variorum.collate.told_of import account_of
from variorum.collate.utterances import chain, utterances_of
from variorum.collate.verdicts import verdict_of, without_outliers
from variorum.collate.waters import water_rows
from variorum.collate.weapons import weapon_rows
from variorum.model import Bound, Cast, Claim, EntityValue, Grid, QuantityValue, Range, Reading
from variorum.resolve.lookup import Lookup


def collate(cast: Cast) -> Grid:
    """The grid of a cast. Every reading leads to words; every verdict over accounts says why."""
    lookup = Lookup(cast.annotations, cast.entities)
    happenings = Happenings(cast, lookup)
    accounts = account_of(cast)
    utterances = utterances_of(cast, lookup, accounts)
    lines = lined_up(cast, lookup, happenings, utterances)
    cast = msgspec.structs.replace(cast, happenings=(*cast.happenings, *told_happenings(lines, lookup)))
    again = retold(cast, lookup, cast.happenings, {ref for h in cast.happenings for ref in h.members})
    taken = {ref for h in again for ref in h.members}
    new = retold(cast, lookup, deeds(cast, lookup, taken), taken)
    once = said_once(led_to(joined([*again, *new], lookup), lookup), utterances, lookup)
    cast = msgspec.structs.replace(cast, happenings=tuple(once))
    happenings = Happenings(cast, lookup)
    drafts = [row for row in draft_rows(cast, lines, lookup, happenings) if row.about and row.readings]
    rows = [one for row in together(drafts, lookup) for one in without_outliers(row, accounts, lookup)]
    claims = tuple(claim_of(f"c{n}", row, accounts, lookup) for n, row in enumerate(sorted(rows, key=place_of), 1))
    used = {r.value.entity for c in claims for r in c.readings if isinstance(r.value, EntityValue)}
    used |= {link.entity for c in claims for r in c.readings for link in r.voice if link.entity}
    used |= {link.entity for u in utterances for w in u.wordings for link in w.voice if link.entity}
    used |= {c.about for c in claims} | {u.speaker for u in utterances if u.speaker}
    events = events_of(with_harm(cast, lookup), lookup)
    used |= {e for event in events for e in (*event.actors, *event.recipients, event.where) if e}
    return Grid(cast, entities_of(cast, lookup, used), events, claims, utterances)


def draft_rows(cast: Cast, lines: Sequence[LinedUp], lookup: Lookup, happenings: Happenings) -> Iterable[DraftRow]:
    """All rows before their verdicts."""
    yield from figure_rows(cast, lookup, happenings)
    dates = loose_dates(cast, lookup, happenings)
    yield from circumstance_rows(cast, lookup, dates)
    yield from weapon_rows(cast, lookup)
    yield from water_rows(cast, lookup)
    yield from party_rows(cast, lookup)
    yield from loose_date_rows(cast, lookup, happenings, dates)
    yield from hour_rows(cast, lookup, happenings)
    yield from stance_rows(cast, lookup, happenings)
    roles = list(role_rows(cast, lookup, happenings.story_of))
    yield from roles
    yield from origin_rows(cast, lookup, happenings.story_of, roles)
    yield from membership_rows(cast, lookup, happenings.story_of)
    yield from candidacy_rows(cast, lookup, happenings.story_of)
    yield from journey_rows(cast, lookup, happenings.story_of)
    yield from name_rows(cast, lookup, happenings.story_of)
    yield from form_rows(cast, lookup, happenings.story_of)
    yield from statement_rows(lines, lookup, happenings)
    clauses = {c.ref for line in lines for c in (*(c for some in line.together for c in some), *line.alone)}
    yield from belonging_rows(cast, lookup, happenings, clauses)


def place_of(row: DraftRow) -> tuple[str, str, str, str, str]:
    """Where a row stands before ranking: by what it says alone, so that input order changes nothing."""
    first = row.readings[0].span
    return row.story, row.slot, row.about, row.question, f"{first.report}:{first.start:08}:{first.end:08}"


def claim_of(name: str, row: DraftRow, accounts: dict[str, str], lookup: Lookup) -> Claim:
    """A row with its verdict."""
    reports = {r: a.report for r, a in lookup.annotations.items()}
    verdict, reason, why = verdict_of(row, accounts, reports, lookup)
    readings = tuple(reading_of(r, accounts, lookup) for r in row.readings)
    return Claim(name, row.story, row.about, row.slot, row.question, verdict, reason, why, range_of(readings), readings)


def reading_of(draft: DraftReading, accounts: dict[str, str], lookup: Lookup) -> Reading:
    """A draft reading as the dossier carries it."""
    return Reading(
        report=draft.span.report,
        account=accounts[draft.span.report],
        value=draft.value,
        span=draft.span,
        voice=chain(draft.voice, lookup),
        as_of=draft.as_of,
        confidence=draft.confidence,
        inferred=draft.inferred,
    )


def range_of(readings: tuple[Reading, ...]) -> Range | None:
    """The least low and the greatest high over number readings; an end that some reading leaves open is null."""
    numbers = [(r.value, n) for n, r in enumerate(readings) if isinstance(r.value, QuantityValue)]
    if not numbers:
        return None
    lows = [(v.low, n) for v, n in numbers if v.low is not None]
    highs = [(v.high, n) for v, n in numbers if v.high is not None]
    low = Bound(*min(lows)) if len(lows) == len(numbers) else None
    high = Bound(max(highs)[0], min(n for v, n in highs if v == max(highs)[0])) if len(highs) == len(numbers) else None
    return Range(low, high)


__all__ = ["collate"]
