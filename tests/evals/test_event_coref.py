"""Event coreference: how mentions are joined, and the whole evaluation on a small invented set."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from evals.event_coref import run
from evals.event_likeness import clusters, load, probabilities, regression

TEXTS = {
    "1_1a": ("A blaze destroyed the mill in Torva. Nobody was hurt.", [("blaze", "fire"), ("destroyed", "ruin")]),
    "1_2a": ("The mill in Torva was destroyed by the blaze.", [("destroyed", "ruin"), ("blaze", "fire")]),
    "1_3b": ("Marta Keld won the race at Osmar on Friday.", [("won", "win")]),
}


def write_set(folder: Path) -> None:
    """Write the invented texts as a dev part."""
    docs, mentions = [], []
    for doc, (text, events) in TEXTS.items():
        docs.append({"doc": doc, "topic": "1", "story": f"1{doc[-1]}", "text": text})
        for words, chain in events:
            start = text.index(words)
            at = {"doc": doc, "start": start, "end": start + len(words), "kind": "event", "clean": 1, "chain": chain}
            mentions.append(at)
    (folder / "ecbplus").mkdir()
    for name, rows in (("docs", docs), ("mentions", mentions)):
        lines = "".join(json.dumps(row) + "\n" for row in rows)
        (folder / "ecbplus" / f"dev.{name}.jsonl").write_text(lines, encoding="utf-8")


def test_the_same_deed_in_two_reports_is_joined_and_another_is_not(tmp_path: Path) -> None:
    write_set(tmp_path)
    rows = {row.system: row.figures for row in run(tmp_path).rows}
    assert rows["same lemma"]["stories"] == 1.0
    assert rows["variorum, gold mentions"]["stories"] == 1.0
    assert rows["variorum, gold mentions"]["topics"] == 1.0


def test_clusters_grow_by_the_mean_likeness_of_their_members() -> None:
    # pairs (0,1) (0,2) (1,2): the third is near to one of two only, so its mean is .45
    assert clusters(3, [0.9, 0.8, 0.1], 0.5) == [0, 0, 2]
    assert clusters(3, [0.9, 0.8, 0.1], 0.4) == [0, 0, 0]


def test_the_regression_learns_what_tells_pairs_apart() -> None:
    rows = np.array([[0.0], [0.1], [0.2], [0.8], [0.9], [1.0]] * 20)
    weights, bias = regression(rows, np.array([0.0, 0.0, 0.0, 1.0, 1.0, 1.0] * 20))
    assert [round(p) for p in probabilities(rows[:6], weights, bias).tolist()] == [0, 0, 0, 1, 1, 1]


def test_there_is_a_weight_for_each_feature_and_the_sense_speaks_for_one_happening() -> None:
    assert len(load().weights) == 9
    assert load().weights[1] > 0 > load().weights[4]
