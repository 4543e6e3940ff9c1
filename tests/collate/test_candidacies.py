"""Candidacies: for which office somebody runs."""

from __future__ import annotations

from tests.reports import report
from variorum.api import dossier_of


def rows(*texts: str) -> list[tuple[str, list[str]]]:
    made = dossier_of([report(f"r{n}", text) for n, text in enumerate(texts)])
    found = [c for c in made.claims if c.question.startswith("For which office")]
    return [(c.verdict, [r.span.text for r in c.readings]) for c in found]


def test_a_clause_and_a_campaign_tell_one_office() -> None:
    found = rows(
        "Anna Berg, who is running for Senate this year, mocked farmers in a speech in Belmar on Monday.",
        "A video of a speech in Belmar hurts Anna Berg. Berg’s campaign for Senate said on Tuesday that she was sorry.",
    )
    assert found == [("AGREE", ["running for Senate", "Berg’s campaign for Senate"])]


def test_a_governor_and_a_senator_run_for_two_offices() -> None:
    assert not rows(
        "Anna Berg, who is running for Senate this year, mocked farmers in a speech in Belmar on Monday.",
        "Anna Berg, who is running for governor this year, mocked farmers in a speech in Belmar on Monday.",
    )


def test_who_was_elected_does_not_run() -> None:
    assert not rows(
        "Anna Berg was elected to the Senate in 2006 and mocked farmers in a speech in Belmar on Monday.",
        "Anna Berg, who was elected to the Senate in 2006, mocked farmers in a speech in Belmar on Monday.",
    )


def test_who_runs_for_the_white_house_runs_for_president() -> None:
    found = rows(
        "Presidential candidate Anna Berg mocked farmers in a speech in Belmar on Monday.",
        "Anna Berg, who is running for the White House, mocked farmers in a speech in Belmar on Monday.",
    )
    assert found == [("AGREE", ["Presidential candidate", "running for the White House"])]
