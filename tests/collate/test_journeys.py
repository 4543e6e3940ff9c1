"""Journeys: where somebody goes."""

from __future__ import annotations

from tests.reports import report
from variorum.api import dossier_of


def rows(*texts: str) -> list[tuple[str, list[str]]]:
    made = dossier_of([report(f"r{n}", text) for n, text in enumerate(texts)])
    found = [c for c in made.claims if c.question.startswith("Where does or did")]
    return [(c.verdict, [r.span.text for r in c.readings]) for c in found]


def test_a_trip_and_a_verb_of_going_tell_one_journey() -> None:
    found = rows(
        "Anna Berg spoke of the treaty on Monday. She will meet senators during her trip to Washington, her office said.",
        "Anna Berg decided on Monday to travel to Washington, where she will speak of the treaty with senators.",
    )
    assert found == [("AGREE", ["her trip to Washington", "travel to Washington"])]


def test_two_cities_are_two_journeys() -> None:
    assert not rows(
        "Anna Berg will meet senators during her trip to Washington, her office said on Monday.",
        "Anna Berg decided on Monday to travel to Paris, where she will speak of the treaty with ministers.",
    )
