"""Changes: a Dossier and a later one -> their Difference, and the Difference for a terminal.

Nothing is matched by ids, which belong to one dossier: reports by the digest of their bytes, all else by the words that it
rests on (the report and the offsets of its spans).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from variorum.changes.claims import claim_changes
from variorum.changes.groups import group_changes
from variorum.changes.matching import Matched, match
from variorum.changes.model import ClaimChange, Difference, Field, ThingChange, UtteranceChange
from variorum.changes.reports import Witnesses
from variorum.changes.things import bare, entity_changes, event_changes, label, mention_places
from variorum.changes.utterances import utterance_changes
from variorum.changes.values import Bridge
from variorum.model import Dossier, Entity, Event

SAME_NAME = 100.0  # mentions that a kept name outweighs
KINDS = ("revised", "confirmed", "new", "withdrawn")
Change = TypeVar("Change", ClaimChange, UtteranceChange, ThingChange)


def difference(old: Dossier, new: Dossier) -> Difference:
    """What `new` tells otherwise than `old`, each change with its reason in words.

    Args:
        old: the earlier dossier, as `variorum.brief` returned it or `variorum.read_dossier` read it.
        new: the later one, of the same reports, of more or of others.

    Returns:
        The Difference (`variorum.difference/1`), the same for the same two dossiers: reports that came and went, accounts
        and stories that changed, and rows, statements, events and entities that are new, confirmed, revised or withdrawn.
        What tells the same as before stands nowhere in it.
    """
    reports = Witnesses(old, new)
    bridge = Bridge(
        old,
        new,
        reports,
        entities=matched_things(old.entities, new.entities, reports),
        events=matched_things(old.events, new.events, reports),
    )
    return Difference(
        schema="variorum.difference/1",
        made_otherwise=made_otherwise(old, new),
        reports=reports.stated(),
        accounts=tuple(group_changes(old.accounts, new.accounts, reports, alone=False)),
        stories=tuple(group_changes(old.stories, new.stories, reports, alone=True)),
        claims=in_order(claim_changes(bridge)),
        utterances=in_order(utterance_changes(bridge)),
        events=in_order(event_changes(bridge)),
        entities=in_order(entity_changes(bridge)),
    )


def matched_things(
    old: tuple[Event, ...] | tuple[Entity, ...], new: tuple[Event, ...] | tuple[Entity, ...], reports: Witnesses
) -> Matched:
    """Which event or entity is which, by the words that tell of it; one that keeps its name goes on under it."""
    was, now = {t.id: bare(label(t)) for t in old}, {t.id: bare(label(t)) for t in new}
    return match(
        mention_places(old, reports, new=False),
        mention_places(new, reports, new=True),
        lambda one, other: SAME_NAME * (was[one] == now[other]),
    )


def in_order(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Changes by kind, then as their dossier has them."""
    return tuple(sorted(changes, key=lambda c: KINDS.index(c.kind)))


def made_otherwise(old: Dossier, new: Dossier) -> tuple[Field, ...]:
    """What was otherwise when the two were made, so that not every change need come from the reports."""
    was, now = old.made_by, new.made_by
    fields = [Field("variorum", was.variorum, now.variorum)] if was.variorum != now.variorum else []
    for before, after in ((was.models, now.models), (was.options, now.options), (was.digests, now.digests)):
        names = sorted({*before, *after})
        fields += [Field(n, before.get(n), after.get(n)) for n in names if before.get(n) != after.get(n)]
    return tuple(fields)


__all__ = ["Difference", "difference"]
