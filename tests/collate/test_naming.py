"""Naming: by what name goes what the reports also speak of by a noun."""

from __future__ import annotations

from tests.reports import report
from variorum.api import dossier_of
from variorum.collate.draft import DraftReading
from variorum.collate.naming import fullest_of_each
from variorum.model import EntityValue, Span


def names(*texts: str) -> list[tuple[str, str, list[str]]]:
    made = dossier_of([report(f"r{n}", text) for n, text in enumerate(texts)])
    return [(c.question, c.verdict, [r.span.text for r in c.readings]) for c in made.claims if c.slot == "name"]


def test_the_name_of_one_who_is_told_of_by_a_noun_is_asked_for() -> None:
    found = names(
        "Police shot a gunman in Belmar on Monday. The gunman, identified as Tomas Varga, died in hospital.",
        "Tomas Varga died in a hospital of Belmar on Monday after police had shot him.",
    )
    assert found == [("What is the gunman called?", "AGREE", ["Tomas Varga", "Tomas Varga"])]


def test_an_office_holder_is_not_asked_for_by_name() -> None:
    assert not names("Minister Tomas Varga left Belmar on Monday. The minister said no.")


def test_a_noun_that_a_name_goes_before_is_no_noun_for_its_bearer() -> None:
    assert not names(
        "The feature is open through the PlayStation app and a PlayStation account.",
        "Log into your PlayStation account on the phone.",
    )


def test_which_company_several_reports_speak_of_is_asked_for() -> None:
    found = names(
        "Vexo lost the data of its customers on Monday. The company said that it was sorry for every one of them.",
        "Hackers stole data from Vexo on Monday, and the company said that it would pay its customers for the harm.",
    )
    assert found == [("What is the company called?", "AGREE", ["Vexo", "Vexo"])]


def test_a_name_that_holds_the_noun_is_no_answer() -> None:
    assert not names(
        "Belmar Zoo lost a gorilla on Monday. The zoo said that it was sorry for the boy and his family.",
        "A gorilla of Belmar Zoo was shot on Monday, and the zoo said that it would be open again on Friday.",
    )


def test_of_the_names_that_a_report_gives_the_fullest_is_shown() -> None:
    named = (("a", 0, "Norland"), ("a", 20, "Norland Savings Bank"), ("b", 5, "Norland"), ("b", 40, "Norland"))
    some = [DraftReading(EntityValue("e1"), Span(r, n, n + len(w), w)) for r, n, w in named]
    assert [x.span.text for x in fullest_of_each(some)] == ["Norland Savings Bank", "Norland"]
