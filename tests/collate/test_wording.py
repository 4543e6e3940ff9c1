"""Words of a report as a question names them."""

from __future__ import annotations

import pytest

from variorum.collate.wording import gerund, named, of, told


@pytest.mark.parametrize(
    ("verb", "form"),
    [
        *(("close", "closing"), ("stop", "stopping"), ("keep", "keeping"), ("fix", "fixing"), ("show", "showing")),
        *(("visit", "visiting"), ("admit", "admitting"), ("begin", "beginning"), ("lie", "lying"), ("flee", "fleeing")),
        *(("be", "being"), ("traffic", "trafficking"), ("veto", "vetoing"), ("quit", "quitting"), ("sail", "sailing")),
        *(("offer", "offering"), ("refer", "referring"), ("eat", "eating"), ("carry", "carrying"), ("help", "helping")),
    ],
)
def test_the_form_in_ing_is_spelt_as_the_dictionary_has_it(verb: str, form: str) -> None:
    assert gerund(verb) == form


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("to close the port", "closing the port"),
        ("to quickly close the port", "quickly closing the port"),
        ("to be moved to the port", "being moved to the port"),
        ("to close the port and leave", "to close the port and leave"),  # a second infinitive would stay one
        ("to the port", "to the port"),
        ("to “close the port” by May", "to “close the port” by May"),
        ("Tomas Varga closed the port", "Tomas Varga closed the port"),
    ],
)
def test_an_infinitive_is_named_by_its_form_in_ing(words: str, name: str) -> None:
    assert named(words) == name


def test_a_clause_without_a_subject_is_what_a_question_asks_of() -> None:
    assert of("to close the port") == "closing the port"
    assert of("urging him to close it") == "urging him to close it"
    assert of("the port closed") == "this: the port closed"


def test_who_said_stands_with_what_he_said() -> None:
    assert told("Mira Lendal said") == "Mira Lendal said something"
    assert told("Mira Lendal closed the port") == "Mira Lendal closed the port"
