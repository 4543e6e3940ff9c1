"""One day: what a report of a single day tells was done is of that day; what may be of another has none."""

from __future__ import annotations

import pytest

from tests.reports import report
from variorum.api import dossier_of
from variorum.model import EventTime

RACE = "The Ardova regatta was halted on Sunday after two boats sank. "


def when(text: str, verb: str, published: str = "2021-03-08") -> EventTime | None:
    """When the event told by `verb` was, in the record of one report that begins with the race."""
    found = dossier_of([report("r", RACE + text, published=published)])
    return next(e.when for e in found.events if any(verb in m.text for m in e.mentions))


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Mira Lendal crashed her boat into the pier.", "crashed"),
        ("The police evacuated the pier minutes later.", "evacuated"),
    ],
)
def test_what_a_report_of_a_single_day_tells_was_done_was_on_that_day(text: str, verb: str) -> None:
    told = when(text, verb)
    assert told is not None
    assert told.edtf == "2021-03-07"
    assert "the only day that the report tells of" in told.why


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Mira Lendal had crashed her boat into the pier.", "crashed"),
        ("Mira Lendal has crashed her boat into the pier.", "crashed"),
        ("Mira Lendal did not crash her boat into the pier.", "crash"),
        ("Mira Lendal explained the rules to the club.", "explained"),
        ("Mira Lendal once crashed her boat into the pier.", "crashed"),
        ("Mira Lendal, who crashed her boat into a pier, watched.", "crashed"),
        ("The club has grown since Mira Lendal crashed her boat into the pier.", "crashed"),
        ("Mira Lendal moved to Ardova in 2017. She crashed her boat into the pier.", "crashed"),
        ("Two days later, Mira Lendal crashed her boat into the pier.", "crashed"),
        ("The club met on Monday. Mira Lendal crashed her boat into the pier.", "crashed"),
        ('"I crashed my boat into the pier," Mira Lendal said.', "crashed"),
        ("Mira Lendal criticised the club.", "criticised"),
        ("The mayor appointed Mira Lendal.", "appointed"),
    ],
)
def test_what_may_have_been_on_another_day_has_none(text: str, verb: str) -> None:
    assert when(text, verb) is None


def test_a_day_long_before_the_report_is_not_that_of_all_it_tells() -> None:
    assert when("Mira Lendal crashed her boat into the pier.", "crashed", published="2021-03-12") is None


def test_a_day_on_which_something_was_only_said_is_not_that_of_what_was_done() -> None:
    text = "The mayor said on Sunday that the harbour is safe. Mira Lendal crashed her boat into the pier."
    found = dossier_of([report("r", text, published="2021-03-08")])
    assert all(e.when is None for e in found.events if any("crashed" in m.text for m in e.mentions))


def test_a_day_told_late_in_a_report_is_not_that_of_all_it_tells() -> None:
    text = "Mira Lendal crashed her boat into the pier. " + "Boats are safe and piers are long. " * 20
    found = dossier_of([report("r", text + "A storm hit the harbour on Sunday.", published="2021-03-08")])
    assert all(e.when is None for e in found.events if any("crashed" in m.text for m in e.mentions))


def test_what_befell_somebody_of_whom_the_lead_does_not_tell_has_no_day() -> None:
    between = "The wind was strong and the water was cold. " * 14
    assert when(f"Mira Lendal cheered. {between}Mira Lendal crashed her boat into the pier.", "crashed") is not None
    assert when(f"{between}Jonas Brek crashed his car into a shop.", "crashed") is None


def test_a_day_told_only_afterwards_does_not_lead_away_from_that_of_what_was_done_before() -> None:
    told = when("Mira Lendal crashed her boat into the pier. The club meets on Monday.", "crashed")
    assert told is not None
    assert told.edtf == "2021-03-07"


def test_what_follows_words_said_on_a_day_may_be_what_they_speak_of() -> None:
    text = "The mayor said on Sunday that he was sorry. Mira Lendal crashed her boat into the pier. The club meets on Monday."
    assert when(text, "crashed") is None


def test_what_somebody_is_charged_with_was_not_done_on_the_day_of_the_charge() -> None:
    text = "Jonas Brek was charged on Sunday with fraud. Jonas Brek spent the club's money in Ardova."
    found = dossier_of([report("r", text, published="2021-03-08")])
    assert all(e.when is None for e in found.events if any("spent" in m.text for m in e.mentions))


@pytest.mark.parametrize(("published", "dated"), [("2021-03-07", True), ("2021-03-08", True), ("2021-03-12", False)])
def test_a_report_without_a_day_tells_of_the_single_day_of_the_reports_it_came_out_with(
    published: str, dated: bool
) -> None:
    other = "The Ardova regatta was halted after two boats sank. Mira Lendal, the champion of 2017, crashed her boat."
    reports = [
        report("a", RACE + "Mira Lendal crashed her boat.", published="2021-03-08"),
        report("b", other + " The wind broke the mast.", published=published),
    ]
    found = dossier_of(reports)
    told = next(e.when for e in found.events if any("broke" in m.text for m in e.mentions))
    assert (told is not None and told.edtf == "2021-03-07") == dated
    assert told is None or "other reports of the story" in told.why
