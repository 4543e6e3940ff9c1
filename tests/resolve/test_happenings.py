"""Happenings over reports: joined unless something typed speaks against it."""

from __future__ import annotations

from tests.reports import report
from variorum.annotate.pipeline import annotate
from variorum.model import Cast
from variorum.resolve import resolve

ONE = "A bomb exploded at a market in Ardova on Tuesday. The blast killed six people, police in Ardova said."
SAME = "Six people died in Ardova when a bomb exploded at a market there on Tuesday, officials said."
BEFORE = "A bomb exploded at a market in Ardova on Tuesday. Last month gunmen attacked a bank in Belmar, police said."


def cast(*texts: str) -> Cast:
    return resolve([annotate(report(f"r{n}", text, published="2021-03-03")) for n, text in enumerate(texts)])


def attacks(found: Cast) -> list[set[str]]:
    return [{ref.report for ref in h.members} for h in found.happenings if h.frame == "attack"]


def test_one_attack_told_by_two_reports_is_one_happening() -> None:
    assert attacks(cast(ONE, SAME)) == [{"r0", "r1"}]


def test_an_attack_of_another_month_and_place_stays_apart() -> None:
    assert len(attacks(cast(ONE, BEFORE))) == 2


def test_each_happening_says_why_its_tellings_were_joined() -> None:
    assert all(h.why for h in cast(ONE, SAME).happenings)
