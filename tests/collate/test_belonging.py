"""Belonging: what a happening or body is said to be part of."""

from __future__ import annotations

import pytest

from tests.reports import report
from variorum.api import dossier_of
from variorum.collate.belonging import PART_OF


def test_what_a_visit_was_part_of_is_asked() -> None:
    text = "General Tomas Varga visited Norland on Monday. " + " ".join(
        f"Minister Lena Aas attacked Norland over its plan number {n} for Ardova in May." for n in range(60)
    )
    made = dossier_of([report("a", text + " The visit was part of the Joint Ferry Committee.")])
    row = next(c for c in made.claims if c.question == "What was the visit part of?")
    assert row.readings[0].span.text == "The visit was part of the Joint Ferry Committee"
    assert row.verdict == "SOLE"


@pytest.mark.parametrize("words", [" was part of what she called a plot", " was partly closed", " was a part-time job"])
def test_what_is_no_part_of_something(words: str) -> None:
    assert PART_OF.match(words) is None
