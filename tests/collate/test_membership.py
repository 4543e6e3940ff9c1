"""Membership: of which party reports say that somebody is."""

from __future__ import annotations

import pytest

from tests.reports import report
from variorum.api import dossier_of
from variorum.resolve.affiliations import parties_in


def parties(*texts: str) -> list[tuple[str, str, list[str]]]:
    made = dossier_of([report(f"r{n}", text) for n, text in enumerate(texts)])
    rows = [c for c in made.claims if c.question.startswith("Of which party")]
    return [(c.question, c.verdict, [r.span.text for r in c.readings]) for c in rows]


def test_a_party_told_in_three_ways_is_one() -> None:
    found = parties(
        "Rep. Bruno Vassmann (D-Ohio) apologised on Monday for his remarks on farmers.",
        "On Monday, Bruno Vassmann, Democrat of Ohio, apologised for his remarks on farmers.",
        "Ohio Democratic Rep. Bruno Vassmann apologised on Monday for his remarks on farmers.",
    )
    readings = ["D-Ohio", "Democrat of Ohio", "Ohio Democratic Rep."]
    assert found == [("Of which party is Bruno Vassmann?", "AGREE", readings)]


def test_two_parties_never_agree() -> None:
    found = parties(
        "Rep. Bruno Vassmann (D-Ohio) apologised on Monday for his remarks on farmers.",
        "On Monday, Bruno Vassmann, Republican of Ohio, apologised for his remarks on farmers.",
    )
    assert [verdict for _, verdict, _ in found] == ["SOLE", "SOLE"]


@pytest.mark.parametrize("words", ["the Democratic Republic of Norland", "a democratic mayor", "Conservative People"])
def test_a_word_of_a_party_that_names_something_else_tells_none(words: str) -> None:
    assert not parties_in(words)
