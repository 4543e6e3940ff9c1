"""Floors: what fell is named with its distance; the file of floors fits the evaluations."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

import evals.floors
from evals.floors import Pinned, falls, load, loosened, reset, run
from evals.shared import MissingDataError, Result, Row, in_sample

PINNED = Pinned(1, at_least={"ours": {"f1": 0.70}}, at_most={"ours": {"wrong": 2.0}})


def measured(f1: float, wrong: float) -> Result:
    return Result("task", (Row("ours", {"f1": f1, "wrong": wrong}),))


def test_nothing_fell_where_each_figure_is_on_its_side() -> None:
    assert list(falls("task", PINNED, measured(0.70, 2.0))) == []


def test_what_fell_is_named_with_how_far() -> None:
    assert list(falls("task", PINNED, measured(0.65, 3.0))) == [
        "FELL: task: ours: f1 is 0.650, 0.050 below its floor of 0.700",
        "FELL: task: ours: wrong is 3.000, 1.000 above its ceiling of 2.000",
    ]


def test_a_figure_that_is_gone_fell() -> None:
    assert len(list(falls("task", PINNED, Result("task", (Row("ours", {"f1": 0.9}),))))) == 1


@pytest.mark.parametrize(("figure", "floor"), [(0.719, 0.70), (0.72, 0.71), (1.0, 0.99)])
def test_a_floor_is_set_a_little_below(figure: float, floor: float) -> None:
    assert loosened(figure, 1) == floor


def test_a_ceiling_is_set_a_little_above() -> None:
    assert reset({"ours": {"wrong": 0.0}}, measured(0.5, 2.345), -1) == {"ours": {"wrong": 2.6}}


def test_every_pinned_task_is_an_evaluation() -> None:
    assert all(hasattr(importlib.import_module(f"evals.{task}"), "run") for task in load())


def test_a_task_without_data_is_skipped_with_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    skipped = Result("task", skipped="no data: task/dev.jsonl is not in nowhere")
    monkeypatch.setattr(evals.floors, "load", lambda: {"task": PINNED})
    monkeypatch.setattr(evals.floors, "measured", lambda pinned, data: [("task", skipped, 0.0)])
    result = run(Path("nowhere"))
    assert (result.fallen, result.notes) == ((), ("task: skipped, no data: task/dev.jsonl is not in nowhere",))


def test_absent_stories_are_skipped(tmp_path: Path) -> None:
    with pytest.raises(MissingDataError):
        importlib.import_module("evals.stories").one_way(tmp_path, bare=False)


def test_a_sample_takes_all_rows_of_a_text_together() -> None:
    rows = [{"doc": f"d{n // 2}", "start": n} for n in range(40)]
    kept = {r["doc"] for r in rows if in_sample(r, 3)}
    assert 0 < len(kept) < 20
    assert all(in_sample(r, 3) == (r["doc"] in kept) for r in rows)
