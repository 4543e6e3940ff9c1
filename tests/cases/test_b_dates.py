# ruff: noqa: E501  (cases: one line a wording)
"""Public cases, section B: dates."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from tests.cases.record import dates, record, rows
from variorum import brief
from variorum.model import Claim, Dossier


def date_row(made: Dossier, words: str) -> Claim:
    """The date row of the event that is told in these words."""
    about = {e.id for e in made.events if any(words in m.text for m in e.mentions)}
    (found,) = [c for c in rows(made, "date") if c.about in about]
    return found


SAME_DAY = {
    "C14": ("A court jailed the captain on Friday.", "The captain was jailed on 8 March."),
    "C14, other words": ("Police arrested the trader in Kelt on Friday.", "The trader was arrested in Kelt on March 8."),
    "C14, headline": ("Captain jailed on Friday\n\nA court jailed the captain on Friday.", "The court jailed the captain on March 8."),
}  # fmt: skip


@pytest.mark.parametrize(("first", "second"), SAME_DAY.values(), ids=SAME_DAY)
def test_the_weekday_of_publication_is_that_day(first: str, second: str, tmp_path: Path) -> None:
    """C14: dateparser#508."""
    made = record(tmp_path, first, second, published=("2019-03-08", "2019-03-09"))
    (row,) = rows(made, "date")
    assert (dates(row), row.verdict) == ({"2019-03-08"}, "AGREE")


TENSES = {
    "C15": ("A shop burned down on Friday. The court will hear the case on Friday.", "shop burned down", "court will hear"),
    "C15, opened": (
        "A new bridge opened in Kelt on Friday. The council will meet on Friday to name it.",
        "bridge opened",
        "council will meet",
    ),
    "C15, sold": ("The museum sold a painting on Friday. It is to close on Friday.", "sold a painting", "close on Friday"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "past", "future"), TENSES.values(), ids=TENSES)
def test_tense_decides_which_weekday_is_meant(text: str, past: str, future: str, tmp_path: Path) -> None:
    """C15: duckling#51."""
    made = record(tmp_path, text, published=("2017-06-21",))
    before, after = date_row(made, past), date_row(made, future)
    assert (dates(before), dates(after)) == ({"2017-06-16"}, {"2017-06-23"})
    statuses = {e.id: e.status for e in made.events}
    assert (statuses[before.about], statuses[after.about]) == ("happened", "planned")


LAST_WEEK = {
    "C17": ("The bridge was closed on Tuesday of last week.", "2019-04-02", "Tuesday of last week"),
    "C17, week before": ("The mayor was arrested on Monday of last week.", "2019-04-01", "Monday of last week"),
    "C17, this week": ("Police closed the port on Wednesday of this week.", "2019-04-10", "Wednesday of this week"),
}


@pytest.mark.parametrize(("text", "day", "words"), LAST_WEEK.values(), ids=LAST_WEEK)
def test_a_weekday_of_another_week_is_one_date(text: str, day: str, words: str, tmp_path: Path) -> None:
    """C17: Recognizers-Text#1527."""
    made = record(tmp_path, text, published=("2019-04-12",))
    (row,) = rows(made, "date")
    assert (dates(row), [r.span.text for r in row.readings]) == ({day}, [words])


DATELINES = {
    "C18": "February 21, 2015 (ADDIS ABABA) - The peace talks were put off until Monday.\n",
    "C18, postponed": "ADDIS ABABA, February 21, 2015 - The peace talks were postponed to Monday, a mediator said.\n",
    "C18, delayed": "Talks in Ardova\n\nFebruary 21, 2015 (ARDOVA) - The negotiations have been delayed until Monday.\n",
}


@pytest.mark.parametrize("text", DATELINES.values(), ids=DATELINES)
def test_the_dateline_and_no_clock_anchors_the_weekday(text: str, tmp_path: Path) -> None:
    """C18: timenorm#65."""
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "variorum.cli", "brief", "--json", str(tmp_path / "a.txt")]
    made = [
        subprocess.run(command, capture_output=True, check=True, env={**os.environ, **moment}).stdout
        for moment in ({"TZ": "Pacific/Kiritimati"}, {"TZ": "America/Anchorage", "SOURCE_DATE_EPOCH": "1424476800"})
    ]
    assert made[0] == made[1]
    dossier = msgspec.json.decode(made[0], type=Dossier)
    (row,) = rows(dossier, "date")
    assert dates(row) == {"2015-02-23"}
    assert {e.status for e in dossier.events if e.id == row.about} == {"planned"}


def test_a_date_in_a_script_or_address_is_no_publication_date(tmp_path: Path) -> None:
    """C20: htmldate#28, newspaper#967."""
    page = tmp_path / "news" / "mills-2026-1-list"
    page.parent.mkdir()
    told = "".join(
        f"<p>The mill in Kelt closed its gate {n} for good, and its keeper went home.</p>" for n in range(1, 5)
    )
    page.write_text(
        '<!doctype html><html><head><title>Mill closes</title><script>var page = {"expires":"2027-01-31"};</script></head>'
        f"<body><article><h1>Mill closes</h1><p>Published 2 November 2025</p>{told}</article></body></html>",
        encoding="utf-8",
    )
    made = brief([page])
    assert made.reports[0].published == "2025-11-02"
    whole = msgspec.json.encode(made).decode()
    assert "2027-01-31" not in whole
    assert "2026-01" not in whole
