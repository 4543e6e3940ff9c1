"""Residents: a person told of by his home in one report's lead is the one whom another report tells to be of there."""

from __future__ import annotations

from tests.reports import report
from variorum.api import dossier_of

NAMED = "Tomas Varga, 67, of New Orleans, Louisiana, was arrested in a fraud case on Monday, police said."


def names_of(phrase: str, *texts: str) -> set[str]:
    made = dossier_of([report(f"r{n}", text) for n, text in enumerate(texts)])
    return {e.name for e in made.entities if any(m.text == phrase for m in e.mentions)}


def test_the_state_of_a_lead_is_where_the_named_one_lives() -> None:
    lead = "A Louisiana man was arrested in a fraud case on Monday. Tomas Varga, 67, was charged with 12 counts."
    assert names_of("A Louisiana man", lead, NAMED) == {"Tomas Varga"}


def test_whom_a_report_does_not_name_stays_unknown() -> None:
    lead = "A Louisiana man was arrested in a fraud case on Monday. He was charged with 12 counts, police said."
    assert names_of("A Louisiana man", lead, NAMED) <= {"A Louisiana man"}


def test_one_of_two_from_there_is_not_chosen() -> None:
    lead = "A Louisiana man was arrested in a fraud case on Monday. Tomas Varga, 67, was charged with 12 counts."
    other = f"{NAMED} Anton Brekke, 40, of Baton Rouge, Louisiana, helped him, police said."
    assert names_of("A Louisiana man", lead, other) <= {"A Louisiana man"}


def test_a_site_of_a_state_is_the_named_one_in_its_city() -> None:
    lead = "A gorilla was shot at an Ohio zoo on Saturday. The Cincinnati Zoo said that a boy had fallen into its enclosure."
    other = "The Cincinnati Zoo shot a gorilla on Saturday after a boy had fallen into its enclosure, officials said."
    assert names_of("an Ohio zoo", lead, other) == {"Cincinnati Zoo"}
