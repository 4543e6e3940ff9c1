"""Who is told of, where it was and when: the people, the places of the map and the timeline of a story."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from variorum.dossier.display import date, one_line, shortened
from variorum.dossier.map import Place
from variorum.dossier.page import Context, VoiceView
from variorum.knowledge.territories import territory_by_name
from variorum.model import Entity, Event, Story

MOST_POINTS = 14
WIDEST = 20.0  # degrees: a place told in passing does not stretch the map beyond it
DETERMINERS = frozenset(
    ["a", "an", "the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your", "some",
     "many", "all", "both"]
)  # fmt: skip


class PersonView(NamedTuple):
    """Somebody or some body, with names, roles and where they are named."""

    id: str
    kind: str
    name: str
    also: tuple[str, ...]
    roles: tuple[VoiceView, ...]
    href: str
    told: str
    why: str


class HappeningView(NamedTuple):
    """A point of the timeline."""

    when: str
    edtf: str
    label: str
    where: str
    status: str
    why: str
    href: str


class PlaceView(NamedTuple):
    """An entry of the list beside the map."""

    id: str
    name: str
    href: str
    described: str


def told_in(story: Story, page: Context) -> list[Entity]:
    """Named entities of a story, those first that most reports and most words name."""
    reports = set(story.reports)
    weighed = []
    for entity in page.dossier.entities:
        mine = [m for m in entity.mentions if m.report in reports]
        if mine and is_named(entity):
            weighed.append((-len({m.report for m in mine}), -len(mine), entity.id, entity))
    return [w[3] for w in sorted(weighed, key=lambda w: w[:3])]


def is_named(entity: Entity) -> bool:
    """Whether an entity has a name of its own.

    That of a person or group ends in a capitalised word ("Taliban", not "a Taliban spokesman"); that of a body has one
    beyond a determiner at its start ("the German foreign ministry").
    """
    for name in entity.names:
        words = name.split()
        rest = words[1:] if words and words[0].casefold() in DETERMINERS else words
        decisive = rest if entity.kind == "organisation" else rest[-1:]
        if any(w[0].isalpha() and not w[0].islower() for w in decisive):
            return True
    return False


def person(entity: Entity, story: Story, page: Context) -> PersonView:
    """An entry of people and bodies."""
    mine = [m for m in entity.mentions if m.report in story.reports]
    also = tuple(one_line(n) for n in entity.names if n != entity.name)
    roles = tuple(
        VoiceView(
            one_line(r.text), page.anchors.href(next((s for s in r.spans if s.report in story.reports), r.spans[0]))
        )
        for r in entity.roles
        if r.spans
    )
    count = len({m.report for m in mine})
    return PersonView(
        id=f"entity-{page.entity_ids[entity.id]}-{page.story_ids[story.id]}",
        kind=entity.kind,
        name=one_line(entity.name),
        also=also,
        roles=roles[:6],
        href=page.anchors.href(mine[0]),
        told=f"{count} report{'' if count == 1 else 's'}",
        why=one_line(entity.why),
    )


def timeline(events: Sequence[Event], page: Context) -> tuple[HappeningView, ...]:
    """Dated events, earliest first."""
    found = [
        HappeningView(
            when=date(e.when.edtf),
            edtf=e.when.edtf,
            label=shortened(e.label[:1].upper() + e.label[1:], 160),
            where=one_line(page.entities[e.where].name) if e.where in page.entities else "",
            status="" if e.status == "happened" else e.status,
            why=one_line(e.when.why),
            href=page.anchors.href(e.mentions[0]),
        )
        for e in events
        if e.when and e.mentions
    ]
    return tuple(sorted(found, key=lambda h: h.edtf))


def places_of(
    story: Story, entities: Sequence[Entity], events: Sequence[Event], page: Context
) -> tuple[tuple[PlaceView, ...], list[Place]]:
    """Places for the list and points for the map: where events happened first, then other places named."""
    scenes = dict.fromkeys(e.where for e in events if e.where)
    told = [page.entities[i] for i in scenes if i in page.entities] + [e for e in entities if e.coordinates]
    known = [e for e in dict.fromkeys(e.id for e in told) if page.entities[e].coordinates and page.entities[e].mentions]
    views: list[PlaceView] = []
    points: list[Place] = []
    must = {e.where for e in events if len({m.report for m in e.mentions}) > 1}
    for identifier in known[:MOST_POINTS]:
        entity = page.entities[identifier]
        if entity.coordinates is None:
            continue
        anchor = f"place-{page.entity_ids[identifier]}-{page.story_ids[story.id]}"
        described = one_line(entity.description) if entity.description != entity.kind else ""
        views.append(PlaceView(anchor, one_line(entity.name), page.anchors.href(entity.mentions[0]), described))
        point = Place(one_line(entity.name), entity.coordinates, anchor)
        near = not points or extent([*(p.coordinates for p in points), point.coordinates]) <= WIDEST
        if near or identifier in must:
            points.append(point)
    return tuple(views), [p for p in points if territory_by_name(p.name) is None] or points


def extent(points: Sequence[tuple[float, float]]) -> float:
    """The longer side of what holds the points, in degrees."""
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return max(max(xs) - min(xs), max(ys) - min(ys))
