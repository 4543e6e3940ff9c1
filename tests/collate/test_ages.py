"""Ages: whose an age is."""

from __future__ import annotations

import pytest

from tests.reports import report
from variorum.api import dossier_of


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Keepers shot a lion named Simba. Simba, who was 17, was shot on Monday.", "How old is Simba?"),
        ("Keepers shot a lion named Simba. The video shows 17-year-old Simba.", "How old is Simba?"),
        ("Mira Lendal left on Monday. She is 17 years old, police said.", "How old is Mira Lendal?"),
        ("Mira Lendal, 17, left on Monday.", "How old is Mira Lendal?"),
        ("A 17-year-old boy fell into a well on Monday.", "How old is the boy?"),
        ("The 17-year-old girl fell into a well on Monday.", "How old is the girl?"),
    ],
)
def test_an_age_is_of_whom_its_words_speak(text: str, question: str) -> None:
    made = dossier_of([report("a", text)])
    assert question in {c.question for c in made.claims if c.slot == "other"}


def test_the_age_of_what_is_no_being_is_not_asked_for() -> None:
    made = dossier_of([report("a", "The picture of Simba is understood to be 17 years old.")])
    assert not any(c.question.startswith("How old") for c in made.claims)


def test_the_number_on_a_players_shirt_in_a_caption_is_no_age() -> None:
    lead = "Ravens win\n\nThe Ravens won in Oslo on Monday.\n\n"
    made = dossier_of(
        [report("a", lead + "Oslo guard Tomas Varga (7) shoots. (Photo: Reuters)\n\nThe game ended at 9 p.m.")]
    )
    assert not any(c.question.startswith("How old") for c in made.claims)
