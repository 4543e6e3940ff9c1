"""Same statement: what is said twice scores above what only sounds alike."""

from __future__ import annotations

import pytest

from variorum.encoder import encode
from variorum.encoder.statement import same_statement, says_as_much
from variorum.encoder.words import stems

SAID = "The minister said that 40 people had died in the flood at Ardova."


@pytest.mark.parametrize(
    ("other", "named"),
    [
        ("The minister said that 12 people had died in the flood at Ardova.", "figures differ"),
        ("The minister said that 40 people had died in the flood at Belmar.", "a name stands in one only"),
        ("The minister said that 40 people had not died in the flood at Ardova.", "one is negated"),
    ],
)
def test_what_conflicts_scores_less_and_is_named(other: str, named: str) -> None:
    same = "That 40 people had died in the flood at Ardova was said by the minister."
    assert named in same_statement(SAID, other).why
    assert named not in same_statement(SAID, same).why
    assert same_statement(SAID, other).score < same_statement(SAID, same).score


def test_a_paraphrase_beats_a_neighbour_of_the_same_text() -> None:
    paraphrase = "Flooding killed 40 in Ardova, according to the minister."
    neighbour = "The minister said that roads to Ardova would open on Monday."
    assert same_statement(SAID, paraphrase).score > same_statement(SAID, neighbour).score + 0.2


def test_a_transliterated_name_counts_as_shared() -> None:
    one = same_statement("Haddawi left the city.", "Haddawy left the city.").score
    assert one > same_statement("Haddawi left the city.", "Okafor left the city.").score + 0.1


def test_the_order_of_two_wordings_changes_nothing() -> None:
    other = "There were no survivors at Ardova, officials told reporters."
    assert same_statement(SAID, other) == same_statement(other, SAID)


def test_the_same_words_score_one_and_no_words_score_low() -> None:
    assert same_statement(SAID, SAID.replace(" ", "  ")).score == 1.0
    assert 0.0 <= same_statement(SAID, "").score < 0.3


@pytest.mark.parametrize("other", ["Flooding killed 40 in Ardova, according to the minister.", f" {SAID}"])
def test_two_wordings_say_as_much_as_their_score(other: str) -> None:
    score = same_statement(SAID, other).score
    assert says_as_much(SAID, other, score)
    assert not says_as_much(SAID, other, score + 0.0001)


def test_wordings_whose_words_are_too_far_apart_are_parted_without_asking_for_their_sense() -> None:
    encode.cache_clear()
    assert not says_as_much(SAID, "Shares in Belmar closed 12 points lower.", 0.6)
    assert encode.cache_info().misses == 0


def test_a_curly_apostrophe_makes_no_other_word() -> None:
    assert stems("I’m sure they won’t pay for the mayor’s wall") == stems(
        "I'm sure they won't pay for the mayor's wall"
    )
