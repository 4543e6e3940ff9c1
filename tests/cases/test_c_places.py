# ruff: noqa: E501  (cases: one line a wording)
"""Public cases, section C: places."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases.record import entity, record, rows

STATES = {
    "C21": ("The envoy travelled to China and then to the U.S. A truck left Long Beach, CA, for Fresno, CA.", ("Long Beach", "Fresno")),
    "C21, in full": (
        "The envoy flew from China to the U.S. on Monday. A lorry left Long Beach, Calif., for Fresno, California.",
        ("Long Beach", "Fresno"),
    ),
    "C21, dots": ("A deal of China with the U.S. is near. Trains ran from Long Beach, CA to Fresno, CA on Monday.", ("Long Beach", "Fresno")),
}  # fmt: skip


@pytest.mark.parametrize(("text", "cities"), STATES.values(), ids=STATES)
def test_countries_stay_countries_and_a_state_after_the_comma_places_its_city(
    text: str, cities: tuple[str, ...], tmp_path: Path
) -> None:
    """C21: mordecai#91, #104."""
    made = record(tmp_path, text)
    assert (entity(made, "China").identifiers.iso3166, entity(made, "China").kind) == ("CN", "place")
    assert entity(made, "U.S.").identifiers.iso3166 == "US"
    for city in cities:
        found = entity(made, city)
        assert (found.kind, found.identifiers.iso3166) == ("place", "US")
        assert found.coordinates is not None
        assert -125 < found.coordinates[0] < -114
        assert 32 < found.coordinates[1] < 42
    assert {e.identifiers.iso3166 for e in made.entities} <= {"CN", "US", "US-CA", None}
    assert not [e.name for e in made.entities if e.name in {"CA", "Calif.", "CA,"} and e.kind != "place"]


LETTERS = {
    "C23": "European carriers raised prices, said Dana Okafor, M.S., R.D.",
    "C23, doctor": "Asian traders sold bonds, said Dana Okafor, Ph.D., of a bank.",
    "C23, no dots": "“African growers lost crops,” said Dana Okafor, MD, MPH.",
}


@pytest.mark.parametrize("text", LETTERS.values(), ids=LETTERS)
def test_a_continents_adjective_and_letters_after_a_name_are_no_places(text: str, tmp_path: Path) -> None:
    """C23: cliff-annotator#30, #38."""
    made = record(tmp_path, text)
    assert all(e.coordinates is None for e in made.entities)
    assert entity(made, "Dana Okafor").kind == "person"
    assert not [e.name for e in made.entities if e.name.startswith(("M.S", "R.D", "Ph", "MD", "MPH"))]


GEORGIAS = {
    "C24": (
        "TBILISI - Georgian police dispersed a rally; 12 were held.",
        "ATLANTA - Georgia state police dispersed a rally; 12 were held.",
    ),
    "C24, in the text": (
        "Police in the Georgian capital, Tbilisi, broke up a rally and 12 people were arrested.",
        "Police in Atlanta, Georgia, broke up a rally and 12 people were arrested.",
    ),
}


@pytest.mark.parametrize(("first", "second"), GEORGIAS.values(), ids=GEORGIAS)
def test_a_country_and_a_state_of_one_name_are_two_stories(first: str, second: str, tmp_path: Path) -> None:
    """C24: GDELT's Georgia, USStateDept/bids#258."""
    made = record(tmp_path, first, second)
    assert [s.reports for s in made.stories] == [("r1",), ("r2",)]
    lands = {
        r: {e.identifiers.iso3166 for e in made.entities if any(m.report == r for m in e.mentions)}
        for r in ("r1", "r2")
    }
    assert (lands["r1"] - {None}, lands["r2"] - {None}) == ({"GE"}, {"US"})
    held = rows(made, "detained")
    assert [(c.verdict, len(c.readings)) for c in held] == [("SOLE", 1), ("SOLE", 1)]
    assert all(c.verdict == "SOLE" for c in made.claims)
    assert not [e for e in made.entities if e.coordinates == (0.0, 0.0)]
