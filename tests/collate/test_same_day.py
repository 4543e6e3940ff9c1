"""Same day: what comes of a happening is of its day where the report came out on that; else nothing is said of it."""

from __future__ import annotations

import pytest

from tests.reports import report
from variorum.api import dossier_of
from variorum.model import EventTime

BLAST = "A bomb exploded at the market in Ardova on Wednesday. "


def when(text: str, verb: str, published: str) -> EventTime | None:
    """When the event told by `verb` was, in the record of one report."""
    found = dossier_of([report("r", BLAST + text, published=published)])
    return next(e.when for e in found.events if any(verb in m.text for m in e.mentions))


def test_what_is_told_of_a_blast_on_its_day_was_on_that_day_and_says_why() -> None:
    told = when("President Mira Lendal condemned the explosion.", "condemned", "2021-03-03")
    assert told is not None
    assert told.edtf == "2021-03-03"
    assert "by a report that came out on it" in told.why


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("President Mira Lendal condemned the explosion.", "2021-03-04"),
        ("President Mira Lendal condemned an earlier explosion.", "2021-03-03"),
        ("President Mira Lendal had condemned the explosion.", "2021-03-03"),
        ("President Mira Lendal condemned the mayor before the explosion.", "2021-03-03"),
    ],
)
def test_what_may_have_been_on_another_day_has_none(text: str, published: str) -> None:
    assert when(text, "condemned", published) is None
