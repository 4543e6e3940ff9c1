"""Holders: an office without a name in one report is that of whom another report tells to hold it."""

from __future__ import annotations

from tests.reports import report
from variorum.api import dossier_of

HOLDER = "Anna Berg, chairwoman of the House Farming Committee, called the ban a mistake in Belmar on Monday."


def names_of(phrase: str, *texts: str) -> set[str]:
    made = dossier_of([report(f"r{n}", text) for n, text in enumerate(texts)])
    return {e.name for e in made.entities if any(m.text == phrase for m in e.mentions)}


def test_the_office_of_one_report_is_held_by_whom_the_other_names() -> None:
    text = "Anna Berg called the ban a mistake on Monday. “It must go,” the committee chairwoman said in a statement."
    assert names_of("the committee chairwoman", text, HOLDER) == {"Anna Berg"}


def test_an_office_that_two_hold_is_left_open() -> None:
    text = "Anna Berg called the ban a mistake on Monday. “It must go,” the committee chairwoman said in a statement."
    two = f"{HOLDER} Eva Lund, chairwoman of the House Budget Committee, agreed with her on Tuesday."
    assert "Anna Berg" not in names_of("the committee chairwoman", text, two)
