"""Hours: one hour of the clock in sentences that are alike is one row; two hours are never joined, and never contradict."""

from __future__ import annotations

import pytest

from tests.reports import report
from variorum.annotate.pipeline import annotate
from variorum.collate import collate
from variorum.collate.compare import Relation, compare_dates
from variorum.dossier.display import date
from variorum.model import DateValue
from variorum.resolve import resolve


def hours(*texts: str) -> list[tuple[str, list[str]]]:
    """The verdict and the hours of each row of hours of invented reports."""
    rows = collate(resolve([annotate(report(f"r{n}", text)) for n, text in enumerate(texts)])).claims
    return [
        (row.verdict, [r.value.edtf for r in row.readings if isinstance(r.value, DateValue)])
        for row in rows
        if row.slot == "time"
    ]


def test_one_hour_of_the_clock_in_sentences_that_are_alike_is_agreed_however_it_is_written() -> None:
    rows = hours(
        "The family-friendly fireworks show at 21:00 quickly turned to chaos when a barge in Belmar caught fire.",
        "The 9 p.m. fireworks in Belmar took a turn for the worse when the barge went up in flames.",
    )
    assert rows == [("AGREE", ["XXXX-XX-XXT21:00", "XXXX-XX-XXT21:00"])]


def test_two_hours_are_two_rows_and_no_contradiction() -> None:
    rows = hours(
        "The flight to Belmar will land at 9:45 a.m. with all passengers on board.",
        "The flight to Belmar landed at 10:15 a.m. with all passengers on board.",
    )
    assert sorted(rows) == [("SOLE", ["XXXX-XX-XXT09:45"]), ("SOLE", ["XXXX-XX-XXT10:15"])]


@pytest.mark.parametrize(
    "text",
    [
        "The rocket will carry a midnight blue car into space.",
        "The lamp fell over the port of Belmar at 5:52 local time, a clerk said.",
    ],
)
def test_a_colour_and_an_hour_of_no_known_half_of_the_day_are_no_hours(text: str) -> None:
    assert hours(text) == []


def test_an_hour_told_as_about_can_stand_for_one_near_it() -> None:
    about, exact, far = (DateValue(f"XXXX-XX-XXT{clock}") for clock in ("05:00~", "05:10", "05:30"))
    assert compare_dates(about, exact).relation is Relation.COMPATIBLE
    assert compare_dates(about, far).relation is Relation.EXCLUDES
    assert compare_dates(exact, far).relation is Relation.EXCLUDES


def test_an_hour_of_no_known_day_is_shown_as_the_hour() -> None:
    assert date("XXXX-XX-XXT21:00") == "21:00"
