"""Questions in the words of a clause: what is asked, and what is left as it is."""

from __future__ import annotations

import pytest

from tests.reports import report
from variorum.annotate.pipeline import DEFAULT_PIPELINE, annotate
from variorum.collate.asking import question_of
from variorum.resolve import resolve
from variorum.resolve.lookup import Lookup


def questions(sentence: str) -> set[str]:
    cast = resolve([annotate(report("r", f"Ardova news\n\n{sentence}"), DEFAULT_PIPELINE)])
    lookup = Lookup(cast.annotations, cast.entities)
    return {q for told in cast.annotations[0].propositions if (q := question_of(told, lookup)) is not None}


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        ("The board published a report on Monday.", "What did the board publish on Monday?"),
        ("Mira Lendal met Jonas Brek.", "Whom did Mira Lendal meet?"),
        ("Mira Lendal apologized to Jonas Brek on Monday.", "To whom did Mira Lendal apologize on Monday?"),
        ("China urged Pakistan to guard the port.", "Whom did China urge to guard the port?"),
        ("The flight was operated by Belmar Air.", "By whom was the flight operated?"),
        ("They later flew to Paris with a nurse.", "Who later flew to Paris with a nurse?"),
        ("Mira Lendal would never visit the port again.", "Who would never visit the port again?"),
        ("Police found Mira Lendal, who had been shot in Belmar.", "Who had been shot in Belmar?"),
        ("The harbour, which was built in 1990, stayed open.", "What was built in 1990?"),
        ("Mira Lendal fell asleep and lost the key to the house.", "Who lost the key to the house?"),
        ("The two towns pledged to strengthen their ties.", "What did the two towns pledge to do?"),
        ("The old barge caught fire on Monday night.", "Who or what caught fire on Monday night?"),
        ("Two of the boats were moved to Belmar on Monday.", "Who or what was moved to Belmar on Monday?"),
        ("The ministers were ordered to pay the whole fine.", "What were the ministers ordered to do?"),
    ],
)
def test_a_clause_asks_for_what_it_tells(sentence: str, question: str) -> None:
    assert question in questions(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Mira Lendal, of Belmar, published a report.",  # words between commas
        "Fleeing the port, running to the ships.",  # no finite verb
        "It rains.",  # nobody is asked for
        "Nobody would visit the port again.",  # "Who would visit it?" says that somebody would
    ],
)
def test_what_cannot_be_turned_asks_nothing(sentence: str) -> None:
    assert not questions(sentence)


@pytest.mark.parametrize(
    "headline", ["Belmar work trains collide in tunnel", "Ardova Fires Another Rocket", "Boy trapped down a Belmar pit"]
)
def test_the_grammar_of_a_headline_is_not_turned(headline: str) -> None:
    cast = resolve([annotate(report("r", f"{headline}\n\nThe night was calm."), DEFAULT_PIPELINE)])
    lookup = Lookup(cast.annotations, cast.entities)
    assert not any(
        question_of(told, lookup) for told in cast.annotations[0].propositions if told.span.start < len(headline)
    )


def test_who_is_spoken_to_is_not_asked_for() -> None:
    assert not any("Whom" in q or "love" not in q for q in questions("Mira Lendal loves you."))


def test_what_is_planned_is_not_asked_for_as_done() -> None:
    assert "What did the board publish?" not in questions(
        "The board would publish a report. If the board published it, all fell."
    )
