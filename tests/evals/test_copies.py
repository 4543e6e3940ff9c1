"""The metrics of `evals copies` on pairs judged by hand, against a case worked by hand."""

from __future__ import annotations

import pytest

from evals.copies import GOLD, Pair, hand_figures, joined, read
from evals.shared import read_jsonl

TEXT = (
    "Two ferries ran into each other in thick fog off the northern pier on Monday morning, and eleven passengers were"
    " treated for bruises at the town hospital.\nThe harbour office said that both captains had been tested and that"
    " the inquiry would take a month."
)


def test_only_labelled_pairs_count() -> None:
    labels: dict[Pair, str] = {("a", "b"): "copy", ("a", "c"): "part", ("b", "c"): "part", ("c", "d"): "independent"}
    found: set[Pair] = {("a", "b"), ("a", "c"), ("c", "d"), ("a", "z")}
    assert hand_figures(found, labels) == pytest.approx(
        {
            "precision": 2 / 3, "recall": 2 / 3, "f1": 2 / 3, "copies found": 1, "copies": 1,
            "parts found": 1, "parts": 2, "independent joined": 1, "independent": 1,
        }
    )  # fmt: skip


def test_reports_are_compared_within_their_group_alone() -> None:
    one, two, three = (
        read({"doc": name, "title": f"Ferries {name}", "outlet": "lark.example", "text": TEXT}) for name in "abc"
    )
    assert joined([[one, two], [three]]) == ({("a", "b")}, {("a", "b")})


def test_each_pair_is_labelled_once() -> None:
    rows = list(read_jsonl(GOLD))
    assert len({(row["a"], row["b"]) for row in rows}) == len(rows)
    assert all(row["a"] < row["b"] and row["label"] in ("copy", "part", "independent") for row in rows)
