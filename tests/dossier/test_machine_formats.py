"""CSV, GeoJSON and the JSON Schema."""

from __future__ import annotations

import csv
import io
import json

import msgspec

from tests.dossier import example
from variorum.dossier.geojson import to_geojson
from variorum.dossier.schema import dossier_schema
from variorum.dossier.table import COLUMNS, to_csv
from variorum.model import Dossier


def rows() -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(to_csv(example.dossier()), newline="")))


def test_csv_has_a_line_a_reading_under_the_published_heading() -> None:
    assert tuple(rows()[0]) == COLUMNS
    assert len(rows()) == sum(len(c.readings) for c in example.claims())


def test_csv_gives_figures_voices_and_words_in_place() -> None:
    first = rows()[0]
    assert (first["low"], first["high"], first["of"], first["voice"]) == ("4", "", "people", "police")
    text = example.TEXTS[first["report"]]
    assert text[int(first["start"]) : int(first["end"])] == first["words"] == "at least four people"


def test_csv_names_events_and_entities() -> None:
    assert rows()[0]["about"] == "bomb at a market"
    assert {r["entity"] for r in rows() if r["slot"] == "place"} == {"Kunduz", "Mazar-i-Sharif"}


def test_no_csv_cell_starts_a_formula() -> None:
    cells = [cell for row in csv.reader(io.StringIO(to_csv(example.dossier()), newline="")) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert "'+1 =cmd @here" in cells
    assert "'=1+1 What is told of this?" in cells


def test_geojson_has_a_point_for_each_event_and_entity_with_coordinates() -> None:
    features = json.loads(to_geojson(example.dossier()))["features"]
    assert [f["id"] for f in features] == ["e1", "kunduz", "mazar", "kabul"]
    blast = features[0]
    assert blast["geometry"] == {"type": "Point", "coordinates": [68.86, 36.73]}
    assert blast["properties"]["when"] == "2021-03-02"
    assert "c1" in blast["properties"]["claims"]


def test_schema_names_every_field_of_the_dossier_and_resolves() -> None:
    schema = dossier_schema()
    assert set(schema["$defs"]["Dossier"]["properties"]) == set(Dossier.__struct_fields__)
    text = json.dumps(schema)
    used = {part.split('"')[0] for part in text.split('"#/$defs/')[1:]}
    assert used <= set(schema["$defs"])


def test_json_keeps_hostile_words_as_they_are() -> None:
    encoded = msgspec.json.encode(example.dossier())
    again = msgspec.json.decode(encoded, type=Dossier)
    assert again == example.dossier()
    assert "\u202e" in again.reports[3].text
