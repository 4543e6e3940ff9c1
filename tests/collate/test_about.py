"""About: somebody's own words belong to the saying of them, what is told in the report's words to what it tells of."""

from __future__ import annotations

import pytest

from tests.reports import report
from variorum.api import dossier_of

TOLD = "A ferry sank off Ardova on Monday. "


def about(text: str, words: str) -> str:
    """The words of the event, or the name of the entity, that the row of `words` is about."""
    found = dossier_of([report("r", TOLD + text, published="2021-03-03")])
    row = next(c for c in found.claims for r in c.readings if words in r.span.text)
    labels = {**{e.id: e.name for e in found.entities}, **{e.id: e.label for e in found.events}}
    return labels[row.about]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"The old piers are a danger to the fishermen," Mira Lendal told reporters.', "danger"),
        ('"We want new piers," Mira Lendal told reporters. "The old piers are a danger to the fishermen."', "danger"),
    ],
)
def test_ones_own_words_are_about_the_saying_of_them(text: str, words: str) -> None:
    assert "told reporters" in about(text, words)


@pytest.mark.parametrize(
    "text",
    [
        '"We want new piers," Mira Lendal told reporters. The old piers are a danger to the fishermen.',
        '"We want new piers," Mira Lendal told reporters. "The old piers are a danger to the fishermen," Jon Vass said.',
        '"We want new piers," Mira Lendal told reporters. '
        + "The mayor stood beside her on a windy quay. " * 12
        + '"The old piers are a danger to the fishermen."',
    ],
)
def test_other_words_are_not_about_that_saying(text: str) -> None:
    assert "told reporters" not in about(text, "danger")


@pytest.mark.parametrize(
    ("text", "words", "owner"),
    [
        ("Mira Lendal, a five-term mayor of Ardova, watched the wreck.", "five-term", "Mira Lendal"),
        ("Divers were lowered into the 40m-deep wreck by Mira Lendal.", "40m", "wreck"),
        ("The Harbour Board, which oversees all of the ports, met on Monday.", "oversees", "Harbour Board"),
        ("The Lendal Yard is eleventh with 51 points.", "51 points", "Lendal Yard"),
        ("Mira Lendal, who led Ardova from 2001 to 2009, sold the wreck.", "2001 to 2009", "Mira Lendal"),
        ("Mira Lendal, who was president from 2001 until 2009, sold the wreck.", "2001 until 2009", "Mira Lendal"),
    ],
)
def test_what_one_measures_or_does_as_a_rule_is_told_of_that_one(text: str, words: str, owner: str) -> None:
    assert owner in about(text, words)


@pytest.mark.parametrize(
    ("text", "words", "event"),
    [
        ("Divers found the mast after a four-day search of the bay.", "four-day", "search"),
        ("The Harbour Board, which closed all of the ports, met on Monday.", "closed", "closed"),
        ("Mira Lendal, who closed the ports in 2009, sold the wreck.", "2009", "closed"),
    ],
)
def test_how_long_something_lasted_and_what_was_done_is_told_of_the_event(text: str, words: str, event: str) -> None:
    assert event in about(text, words)
