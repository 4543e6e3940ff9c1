"""Reliability: what is counted of judged readings."""

from __future__ import annotations

import pytest

from evals.reliability import comparable, rows_of


def test_each_confidence_has_the_share_that_is_right_of_what_could_be_judged() -> None:
    rows = {r.system: r.figures for r in rows_of([(0.7, True), (0.7, False), (0.7, None), (1.0, True), (0.4, None)])}
    assert rows["0.70"] == {"readings": 3, "judged": 2, "right": 0.5}
    assert rows["1.00"] == {"readings": 1, "judged": 1, "right": 1.0}
    assert rows["0.40"]["judged"] == 0
    assert rows["all"]["gap"] == pytest.approx(2 * 0.2 / 3)


def test_numbers_are_judged_by_numbers_and_hours_by_dates() -> None:
    assert comparable("quantity", {"type": "quantity", "slot": "killed"})
    assert comparable("text", {"type": "entity", "slot": "actor"})
    assert comparable("date", {"type": "text", "slot": "time"})
    assert not comparable("text", {"type": "quantity", "slot": "killed"})
