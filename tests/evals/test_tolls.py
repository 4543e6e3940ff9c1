"""The metrics of `evals tolls` against cases worked by hand."""

from __future__ import annotations

import pytest

from evals.tolls import Toll, gold_tolls, lowered, nearest_word, numbers, persons
from tests.reports import report
from variorum.annotate.pipeline import annotate


def test_numbers_count_once_a_document_and_single_victims_are_left_out() -> None:
    gold = [Toll("killed", 6, 6), Toll("injured", 20, 20), Toll("killed", 1, 1)]
    ours = [Toll("killed", 6.0, 6.0), Toll("killed", 6.0, 6.0), Toll("killed", 20.0, 20.0), Toll("killed", 1.0, 1.0)]
    assert numbers([(gold, ours)]) == pytest.approx({"precision": 1 / 2, "recall": 1 / 2, "f1": 1 / 2})


def test_an_open_bound_agrees_by_its_number() -> None:
    assert numbers([([Toll("killed", 23, None)], [Toll("killed", 23.0, None)])])["f1"] == 1.0
    assert numbers([([Toll("killed", 100, 100)], [Toll("killed", 90.0, 110.0)])])["f1"] == 0.0


def test_persons_agree_by_slot_and_words() -> None:
    gold = [Toll("killed", 1, 1, ((10, 15),)), Toll("injured", None, None, ((30, 35),))]
    ours = [Toll("killed", 1, 1, ((0, 3), (12, 20))), Toll("killed", 1, 1, ((30, 35),))]
    assert persons([(gold, ours)]) == pytest.approx({"precision": 1 / 2, "recall": 1 / 2, "f1": 1 / 2})


def test_only_deaths_and_injuries_are_gold() -> None:
    row = {"doc": "d", "low": 2, "high": 2, "spans": [[[3, 8]], [[20, 25]]], "effect": ["DEATH", "NO INJURY"]}
    assert gold_tolls([row]) == {"d": [Toll("killed", 2, 2, ((3, 8), (20, 25)))]}


def test_small_letters_keep_the_offsets() -> None:
    assert lowered("İSTANBUL IS") == "İstanbul is"


def test_the_baseline_takes_the_nearest_word() -> None:
    read = annotate(report("r", "A bomb killed six people and wounded nine others."))
    assert {(t.slot, t.low) for t in nearest_word(read)} == {("killed", 6), ("injured", 9)}
