"""The eight laws of the record, in the order and words of the design."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tests.reports import FIRST, OTHER, report, story
from variorum.annotate.pipeline import annotate
from variorum.api import dossier_of
from variorum.model import Dossier


def spans_in(node: Any) -> Iterator[dict[str, Any]]:
    """All spans of a dossier, wherever they stand."""
    if isinstance(node, dict):
        if {"report", "start", "end", "text"} <= set(node):
            yield node
        for value in node.values():
            yield from spans_in(value)
    elif isinstance(node, list | tuple):
        for value in node:
            yield from spans_in(value)


def plain(dossier: Dossier) -> Any:
    return msgspec.to_builtins(dossier)


def verdicts(dossier: Dossier) -> dict[tuple[str, str], str]:
    """The verdict of each row by its slot and its first words that both dossiers have."""
    return {
        (c.slot, f"{r.report}:{r.span.start}:{r.span.end}"): f"{c.verdict} {c.reason}"
        for c in dossier.claims
        for r in c.readings
    }


@pytest.fixture(scope="module")
def two() -> Dossier:
    return dossier_of(story())


def test_grounded_every_span_is_what_stands_at_its_offsets(two: Dossier) -> None:
    texts = {r.id: r.text for r in two.reports}
    spans = list(spans_in(plain(two)))
    assert spans
    assert all(texts[s["report"]][s["start"] : s["end"]] == s["text"] != "" for s in spans)


def test_grounded_what_rests_on_nothing_does_not_stand(two: Dossier) -> None:
    assert all(c.readings for c in two.claims)
    assert all(e.mentions for e in (*two.entities, *two.events))
    assert all(u.wordings for u in two.utterances)
    assert all(s.evidence for story in two.stories for s in story.summary)


def test_order_of_the_inputs_changes_nothing() -> None:
    reports = [*story(), report("third", OTHER, published="2021-03-06")]
    made = {msgspec.json.encode(dossier_of(list(order))) for order in itertools.permutations(reports)}
    assert len(made) == 1


def test_copies_count_once(two: Dossier) -> None:
    copy = report("copy", FIRST.replace("Bomb kills four", "Four killed by bomb"), published="2021-03-02")
    with_copy = dossier_of([*story(), copy])
    assert len(with_copy.accounts) == len(two.accounts)
    before, after = verdicts(two), verdicts(with_copy)
    assert {k: after[k] for k in before} == before


def test_one_witness_never_agrees() -> None:
    alone = dossier_of([report("first", FIRST, published="2021-03-02")])
    assert {c.verdict for c in alone.claims} | {u.verdict for u in alone.utterances} == {"SOLE"}
    twice = dossier_of([report("first", FIRST), report("second", FIRST)])
    assert {c.verdict for c in twice.claims} | {u.verdict for u in twice.utterances} == {"SOLE"}


def test_nobody_is_overwritten(two: Dossier) -> None:
    alone = dossier_of(story()[:1])
    told = {(r.span.start, r.span.end) for c in alone.claims for r in c.readings}
    still = {(r.span.start, r.span.end) for c in two.claims for r in c.readings if r.report == "first"}
    assert told <= still


def test_reading_is_local() -> None:
    first, second = story()
    before = annotate(first)
    annotate(second)
    assert annotate(first) == before


def test_the_same_bytes_under_any_hash_seed(tmp_path: Path) -> None:
    for item in story():
        (tmp_path / item.source).write_text(item.text, encoding="utf-8")
    command = [sys.executable, "-m", "variorum.cli", "brief", "--json", str(tmp_path)]
    made = {
        subprocess.run(command, capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed}).stdout
        for seed in ("1", "2")
    }
    assert len(made) == 1


def test_nothing_else_is_touched(tmp_path: Path) -> None:
    (tmp_path / "first.txt").write_text(FIRST, encoding="utf-8")
    before = sorted(tmp_path.iterdir())
    command = [sys.executable, "-m", "variorum.cli", "brief", "--json", "first.txt"]
    subprocess.run(command, capture_output=True, check=True, cwd=tmp_path)
    assert sorted(tmp_path.iterdir()) == before


def test_a_verdict_over_accounts_says_why(two: Dossier) -> None:
    for claim in two.claims:
        assert (claim.verdict == "DIFFER") == (claim.reason is not None)
        assert claim.why
        assert claim.question
        assert claim.about
