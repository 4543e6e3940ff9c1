"""Denials are tied to the accusation that they answer, and what an accusation leaves open is said."""

from __future__ import annotations

import pytest

from tests.reports import report
from variorum.api import dossier_of
from variorum.model import Dossier


def record(text: str) -> Dossier:
    return dossier_of([report("r0", text, published="2021-03-03")])


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("Ministers blamed Hezbollah for the fire. Hezbollah denied it.", True),
        ("Ministers accused Boko Haram of lies, and Boko Haram rejected the accusation.", True),
        ("Ministers blamed Hezbollah for the fire. Boko Haram denied it.", False),
        (
            "Ministers blamed Hezbollah for the fire. It rained for days. Trains stood still. Hezbollah denied a strike.",
            False,
        ),
        ("Ministers accused Hezbollah of lies. Hezbollah rejected the offer of the union.", False),
    ],
)
def test_a_denial_answers_the_accusation_of_the_one_who_denies(text: str, tied: bool) -> None:
    found = record(text)
    assert any("answers" in e.why for e in found.events) == tied
    assert any(c.question.startswith("Who denied it: ") for c in found.claims) == tied


def test_an_accusation_that_does_not_tell_of_which_attack_says_so() -> None:
    found = record(
        "After attacks in Lyon and Toulouse, France was on alert. On Monday a bomb exploded in Paris. "
        "Hezbollah claimed responsibility for the attack. Ministers blamed Boko Haram for the attack."
    )
    assert any(e.why.endswith("of which one is not told") for e in found.events)
    assert any(c.question.endswith("(which one is not told)?") for c in found.claims)
