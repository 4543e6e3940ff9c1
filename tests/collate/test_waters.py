"""Waters: on, in or over which river, lake or sea a happening was."""

from __future__ import annotations

from tests.reports import report
from variorum.api import dossier_of


def rows(*texts: str) -> list[tuple[str, list[str]]]:
    made = dossier_of([report(f"r{n}", text) for n, text in enumerate(texts)])
    return [
        (c.verdict, [r.span.text for r in c.readings]) for c in made.claims if c.question.startswith("On which water")
    ]


def test_a_river_at_the_object_and_at_the_verb_is_one_water() -> None:
    found = rows(
        "A tourist ship struck a highway bridge on the Rhine river in western Germany on Tuesday, and 25 people were hurt.",
        "A tourist ship hit a highway bridge near Duisburg on Tuesday on the Rhine, and 25 people were hurt.",
    )
    assert found == [("AGREE", ["on the Rhine river", "on the Rhine"])]


def test_what_is_named_after_a_water_is_not_on_it() -> None:
    assert not rows(
        "A Rhine ship struck a highway bridge in western Germany on Tuesday, and 25 people were hurt.",
        "A Rhine ship hit a highway bridge near Duisburg on Tuesday, and 25 people were hurt.",
    )


def test_where_a_crash_happened_is_on_the_water_of_its_clause() -> None:
    found = rows(
        "The crash of a ship on the Rhine river on Tuesday hurt 25 people, police said.",
        "The crash happened on Tuesday on the Rhine. Police said that 25 people on the ship were hurt.",
    )
    assert found == [("AGREE", ["on the Rhine river", "on the Rhine"])]
