"""A speaker's day: what somebody says in a report that has him speak on a single day."""

from __future__ import annotations

import pytest

from tests.reports import report
from variorum.api import dossier_of
from variorum.model import EventTime

SPOKE = "Mira Lendal said on Sunday that the harbour was safe. The town has three piers and a school. "


def when(text: str, verb: str, published: str = "2021-03-08") -> EventTime | None:
    """When the event told by `verb` was, in the record of one report."""
    found = dossier_of([report("r", text, published=published)])
    return next(e.when for e in found.events if any(verb in m.text for m in e.mentions))


def test_what_one_speaker_says_in_a_report_is_of_the_only_day_on_which_he_speaks() -> None:
    told = when(SPOKE + "Mira Lendal criticised the club.", "criticised")
    assert told is not None
    assert (told.edtf, told.why) == ("2021-03-07", "the only day on which the report has the same one speak")


@pytest.mark.parametrize(
    "text",
    [
        SPOKE + "Jonas Brek criticised the club.",
        SPOKE + "Mira Lendal has criticised the club.",
        SPOKE + "Mira Lendal repeatedly criticised the club.",
        SPOKE + "Mira Lendal criticised the club dozens of times.",
        SPOKE + "Mira Lendal once criticised the club.",
        SPOKE + "Mira Lendal criticised the club last year.",
        SPOKE + "On Monday, Mira Lendal said that the school was closed. Mira Lendal criticised the club.",
    ],
)
def test_what_may_have_been_said_on_another_day_has_none(text: str) -> None:
    told = when(text, "criticised")
    assert told is None or told.edtf != "2021-03-07"


def test_words_of_a_day_long_before_the_report_do_not_date_what_else_is_said() -> None:
    assert when(SPOKE + "Mira Lendal criticised the club.", "criticised", published="2021-03-19") is None
