"""Deeds: what no frame covers and one report tells, as events of the record."""

from __future__ import annotations

import pytest

from tests.reports import report
from variorum.api import dossier_of
from variorum.model import Dossier


def record(*texts: str) -> Dossier:
    return dossier_of([report(f"r{n}", text, published="2021-03-03") for n, text in enumerate(texts)])


def deeds(*texts: str) -> list[list[str]]:
    return [[m.text for m in e.mentions] for e in record(*texts).events if e.id.startswith("d")]


@pytest.mark.parametrize(
    "clause",
    [
        "Mira Lendal repaired a clock in Belmar",
        "Officers washed the beach",
        "Mira Lendal will leave Belmar",
        "Mira Lendal did not leave Belmar",
        "A shepherd found a boot",
        "Mira Lendal said in a statement",
        "Mira Lendal said on Tuesday",
        "Mira Lendal said at a news conference",
        "Mira Lendal told reporters",
        "Mira Lendal tweeted",
        "Mira Lendal notified the mayor",
    ],
)
def test_what_somebody_did_will_do_or_did_not_do_is_an_event(clause: str) -> None:
    saying = any(word in clause for word in (" said ", " told ", " tweeted", " notified "))
    text = f"{clause} that it was safe." if saying else f"{clause}."
    assert any(clause in words for words in deeds(text))


@pytest.mark.parametrize(
    "text",
    [
        "Mira Lendal remained calm.",
        "Mira Lendal wants a house.",
        "Mira Lendal may leave Belmar.",
        "Farmers grow apples.",
        "The blast destroyed a house in Belmar.",
        "The army carried out a drill.",
    ],
)
def test_a_state_a_wish_a_habit_and_another_event_s_effect_are_none(text: str) -> None:
    assert deeds(text) == []


def test_one_deed_of_one_person_in_two_reports_is_one_event() -> None:
    one, other = "Mira Lendal repaired a clock on Tuesday.", "On Tuesday Mira Lendal repaired a boat."
    found = [e for e in record(one, other).events if any("repaired" in m.text for m in e.mentions)]
    assert [len({m.report for m in e.mentions}) for e in found] == [2]


def test_what_a_report_tells_again_of_one_deed_is_no_deed_of_its_own() -> None:
    one = "The army ousted Mira Lendal in 2013. The army ousted the divisive Lendal following mass protests."
    other = "Jonas Brek led Lendal's overthrow in 2013 following mass protests. Mira Lendal fled."
    found = dossier_of([report("a", one, published="2021-03-03"), report("b", other, published="2021-03-03")])
    ousting = [e for e in found.events if any("ousted" in m.text for m in e.mentions)]
    assert len(ousting) == 1


def test_the_present_of_a_headline_tells_what_was_done() -> None:
    text = "Harbour repairs its old crane\n\nThe crane is a hundred years old. The harbour repairs cranes."
    assert deeds(text) == [["Harbour repairs its old crane"]]


def test_what_an_unfinished_verb_leads_to_is_the_deed() -> None:
    assert deeds("Mira Lendal tried to repair the clock.") == [["to repair the clock"]]
    assert deeds("Mira Lendal wanted to go.") == []
    assert deeds("Mira Lendal decided to repair the clock.") == [["Mira Lendal decided to repair the clock"]]


@pytest.mark.parametrize(("quoted", "kept"), [("Mira Lendal repaired the clock", True), ("You wasted the day", False)])
def test_in_somebody_s_own_words_a_deed_is_of_somebody_named(quoted: str, kept: bool) -> None:
    found = [words for some in deeds(f'"{quoted}," the mayor said. Mira Lendal lives in Belmar.') for words in some]
    assert any(quoted in words for words in found) is kept


def test_the_words_of_a_statement_are_told_where_it_is_told() -> None:
    (found,) = deeds('"The bridge is safe," Mira Lendal told reporters.')
    assert found == ['"The bridge is safe,"', "Mira Lendal told reporters"]


def test_what_somebody_said_he_would_do_is_a_deed_to_come() -> None:
    text = "Mira Lendal said the club would work with the mayor on the bridge."
    (found,) = [e for e in record(text).events if "would work" in e.label]
    assert found.status == "planned"


def test_what_somebody_calls_it_is_a_statement() -> None:
    assert any(
        "Mira Lendal termed the bridge" in words
        for some in deeds("Mira Lendal termed the bridge a disgrace.")
        for words in some
    )
