"""GeoJSON (RFC 7946): a point for each event and entity that has coordinates."""

from __future__ import annotations

from typing import Any

import msgspec

from variorum.model import Dossier, Entity, Event


def to_geojson(dossier: Dossier) -> str:
    """A FeatureCollection of what in `dossier` has coordinates.

    Properties: id, kind or category, name or label, when (EDTF), claims (ids of the rows about it).
    """
    entities = {e.id: e for e in dossier.entities}
    rows: dict[str, list[str]] = {}
    for claim in dossier.claims:
        rows.setdefault(claim.about, []).append(claim.id)
    features = [event_point(e, entities, rows) for e in dossier.events if point_of(e, entities) is not None]
    features += [entity_point(e, rows) for e in dossier.entities if e.coordinates is not None]
    return msgspec.json.encode({"type": "FeatureCollection", "features": features}).decode("utf-8") + "\n"


def point_of(event: Event, entities: dict[str, Entity]) -> tuple[float, float] | None:
    """The coordinates of where an event happened, if known."""
    place = entities.get(event.where) if event.where else None
    return place.coordinates if place else None


def event_point(event: Event, entities: dict[str, Entity], rows: dict[str, list[str]]) -> dict[str, Any]:
    """The feature of an event."""
    return feature(
        point_of(event, entities),
        {
            "id": event.id,
            "category": event.category,
            "label": event.label,
            "when": event.when.edtf if event.when else None,
            "claims": rows.get(event.id, []),
        },
    )


def entity_point(entity: Entity, rows: dict[str, list[str]]) -> dict[str, Any]:
    """The feature of an entity."""
    return feature(
        entity.coordinates,
        {"id": entity.id, "kind": entity.kind, "name": entity.name, "when": None, "claims": rows.get(entity.id, [])},
    )


def feature(coordinates: tuple[float, float] | None, properties: dict[str, Any]) -> dict[str, Any]:
    """A point feature; its id is that of the event or entity."""
    return {
        "type": "Feature",
        "id": properties["id"],
        "geometry": {"type": "Point", "coordinates": coordinates},
        "properties": properties,
    }
