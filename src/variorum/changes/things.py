"""Events and entities of two dossiers: which came, went, became one or several, or are told otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from variorum.changes.matching import Matched
from variorum.changes.model import Field, ThingChange
from variorum.changes.reports import Witnesses
from variorum.changes.values import Bridge
from variorum.changes.words import listed, why_new, why_withdrawn
from variorum.model import Entity, Event


def event_changes(bridge: Bridge) -> Iterator[ThingChange]:
    """What became of each event, unordered; events of the same time, place, people and status yield nothing."""
    old, new = {e.id: e for e in bridge.old.events}, {e.id: e for e in bridge.new.events}
    yield from thing_changes(old, new, bridge.events, bridge)


def entity_changes(bridge: Bridge) -> Iterator[ThingChange]:
    """What became of each entity, unordered; entities of the same name, kind and identifiers yield nothing."""
    yield from thing_changes(bridge.old_entities, bridge.new_entities, bridge.entities, bridge)


def thing_changes(
    old: dict[str, Event] | dict[str, Entity],
    new: dict[str, Event] | dict[str, Entity],
    matched: Matched,
    bridge: Bridge,
) -> Iterator[ThingChange]:
    """What became of each thing of one sort."""
    for thing in new.values():
        olds = matched.olds_of(thing.id)
        if thing.id in matched.parted:
            continue
        if not olds:
            yield stated("new", thing, (), (thing.id,), why_new(reports_of(thing), bridge.reports))
            continue
        fields = fields_of(old[olds[0]], thing, bridge)
        news = matched.news_of(olds[0])
        found = [f"{f.name}: {f.new or 'not told'}, before {f.old or 'not told'}" for f in fields]
        if len(olds) > 1:
            found.append(f"{listed(label(old[o]) for o in olds)} are one now: {thing.why}")
        if len(news) > 1:
            found.append(f"{label(old[olds[0]])} is {len(news)} now: {listed(label(new[n]) for n in news)}")
        if found:
            yield stated("revised", thing, olds, news, "; ".join(found), fields)
    for thing in old.values():
        if matched.new_of(thing.id) is None:
            yield stated("withdrawn", thing, (thing.id,), (), why_withdrawn(reports_of(thing), bridge.reports))


def stated(
    kind: Literal["revised", "new", "withdrawn"],
    thing: Event | Entity,
    old: Sequence[str],
    new: Sequence[str],
    why: str,
    fields: Sequence[Field] = (),
) -> ThingChange:
    """The change of a thing."""
    return ThingChange(kind, tuple(old), tuple(new), label(thing), why, tuple(fields))


def label(thing: Event | Entity) -> str:
    """What an event or entity is called."""
    return thing.label if isinstance(thing, Event) else thing.name


def reports_of(thing: Event | Entity) -> list[str]:
    """The reports that tell of it."""
    return list(dict.fromkeys(m.report for m in thing.mentions))


def fields_of(old: Event | Entity, new: Event | Entity, bridge: Bridge) -> list[Field]:
    """The fields of a thing that are others now."""
    if isinstance(old, Event) and isinstance(new, Event):
        return event_fields(old, new, bridge)
    if isinstance(old, Entity) and isinstance(new, Entity):
        fields = [Field("name", old.name, new.name)] if bare(old.name) != bare(new.name) else []
        fields.append(Field("kind", old.kind, new.kind))
        registers = ("iso3166", "geonames", "wikidata")
        fields += [Field(n, text(getattr(old.identifiers, n)), text(getattr(new.identifiers, n))) for n in registers]
        return [f for f in fields if f.old != f.new]
    return []


def event_fields(old: Event, new: Event, bridge: Bridge) -> list[Field]:
    """The fields of an event that are others now, entities by what they are."""
    fields = [
        Field(name, before, now)
        for name, before, now in (
            ("status", old.status, new.status),
            ("category", old.category, new.category),
            ("when", old.when.edtf if old.when else None, new.when.edtf if new.when else None),
        )
        if before != now
    ]
    for name, before, now in (
        ("where", (old.where,) if old.where else (), (new.where,) if new.where else ()),
        ("actors", old.actors, new.actors),
        ("recipients", old.recipients, new.recipients),
    ):
        was, is_now = (
            listed(labels.get(e, e) for e in some) or None
            for labels, some in ((bridge.old_labels, before), (bridge.new_labels, now))
        )
        if {bridge.entities.new_of(e) for e in before} != set(now) and was != is_now:
            fields.append(Field(name, was, is_now))
    return fields


def bare(name: str) -> str:
    """A name without its article, case and hyphens: what differs in these alone is no other name."""
    words = name.casefold().replace("-", " ").split()
    return " ".join(words[1:] if words[:1] and words[0] in {"a", "an", "the"} else words)


def text(value: str | int | None) -> str | None:
    """An identifier as text."""
    return None if value is None else str(value)


def mention_places(
    things: Sequence[Event] | Sequence[Entity], reports: Witnesses, *, new: bool
) -> dict[str, list[tuple[object, ...]]]:
    """The places of the words that tell of each thing."""
    at = reports.place_in_new if new else reports.place_in_old
    return {t.id: [at(m) for m in t.mentions] for t in things}
