"""Origins: of which country somebody is told to be, where somebody is from, and for whom he works or plays."""

from __future__ import annotations

from tests.reports import report
from variorum.api import dossier_of


def rows(opening: str, *texts: str) -> list[tuple[str, list[str]]]:
    made = dossier_of([report(f"r{n}", text) for n, text in enumerate(texts)])
    found = [c for c in made.claims if c.question.startswith(opening)]
    assert all(c.verdict == "AGREE" for c in found)
    return [(c.question, [r.span.text for r in c.readings]) for c in found]


def test_a_title_and_a_noun_tell_one_country() -> None:
    found = rows(
        "Of which country",
        "French driver Romain Delage crashed into a wall in Karsholm on Sunday.",
        "Frenchman Romain Delage crashed into a wall on Sunday on his way to the grid.",
    )
    assert found == [("Of which country is Romain Delage?", ["French driver", "Frenchman"])]


def test_an_office_of_a_state_is_left_to_the_row_of_offices() -> None:
    assert not rows(
        "Of which country",
        "French President Romain Delage left Karsholm on Sunday after talks.",
        "French leader Romain Delage left Karsholm on Sunday after the talks ended.",
    )


def test_the_driver_of_a_team_and_the_teams_own_tell_one_body() -> None:
    found = rows(
        "For whom",
        "Memphis Rovers guard Tomas Varga was asked to leave the plane in Dallas on Sunday.",
        "Tomas Varga, who plays for the Memphis Rovers, was asked to leave the plane in Dallas on Sunday.",
    )
    assert [spans for _, spans in found] == [["Memphis Rovers guard", "Tomas Varga, who plays for the Memphis Rovers"]]


def test_who_stands_outside_a_body_does_not_work_for_it() -> None:
    assert not rows(
        "For whom",
        "Memphis Rovers fan Tomas Varga was asked to leave the plane in Dallas on Sunday.",
        "Memphis Rovers critic Tomas Varga was asked to leave the plane in Dallas on Sunday.",
    )


def test_a_town_and_the_state_that_it_lies_in_are_one_home() -> None:
    found = rows(
        "Where is",
        "A Louisiana man was arrested in a fraud case on Monday. Tomas Varga, 67, was charged with 12 counts.",
        "Tomas Varga, 67, of New Orleans, Louisiana, was arrested in a fraud case on Monday, police said.",
    )
    assert found == [("Where is Tomas Varga from?", ["A Louisiana man", "Tomas Varga, 67, of New Orleans"])]


def test_where_a_site_lies_is_told_by_its_state_and_its_city() -> None:
    found = rows(
        "Where does",
        "A gorilla was shot at an Ohio zoo on Saturday. The Cincinnati Zoo said that a boy had fallen into its enclosure.",
        "Officials of the Cincinnati Zoo shot a gorilla on Saturday. The Ohio zoo was open again on Sunday.",
    )
    assert [spans for _, spans in found] == [["an Ohio zoo", "The Ohio zoo"]]


def test_for_whom_somebody_played_is_told_by_a_clause() -> None:
    found = rows(
        "For whom",
        "Memphis Rovers guard Tomas Varga was asked to leave the plane in Dallas on Sunday.",
        "Tomas Varga was asked to leave the plane in Dallas on Sunday. Varga played two seasons for the Memphis Rovers.",
    )
    assert [spans for _, spans in found] == [["Memphis Rovers guard", "played two seasons for the Memphis Rovers"]]
