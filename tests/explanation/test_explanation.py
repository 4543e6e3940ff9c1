"""What is said of one report, sentence by sentence."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from rich.console import Console

from tests.reports import FIRST, report
from variorum.annotate.pipeline import annotate
from variorum.explanation import Explanation, explain
from variorum.explanation.terminal import print_explanation
from variorum.ingest import IngestError

TEASER = FIRST + "\nRead more: ten recipes for spring\n"


@pytest.fixture(scope="module")
def first() -> Explanation:
    return explain(report("first", TEASER, published="2021-03-02"))


def printed(explanation: Explanation) -> str:
    out = io.StringIO()
    print_explanation(explanation, Console(file=out, width=100, highlight=False))
    return out.getvalue()


def test_it_holds_what_annotate_reads(first: Explanation) -> None:
    assert first.annotation == annotate(first.annotation.report)


def test_every_sentence_stands_in_it_once_in_text_order(first: Explanation) -> None:
    spans = [p.span for p in first.passages]
    assert spans == sorted(spans)
    assert [p.span for p in first.passages if p.role != "teaser"] == list(first.annotation.sentences)


def test_every_finding_stands_in_a_sentence(first: Explanation) -> None:
    for layer in ("mentions", "times", "quantities", "quotations", "propositions"):
        found = {n for p in first.passages for n in getattr(p, layer)}
        assert found == set(range(len(getattr(first.annotation, layer)))), layer


def test_a_sentence_that_yields_nothing_says_at_which_step(first: Explanation) -> None:
    unread = set(first.annotation.unread)
    for passage in first.passages:
        if passage.span in unread:
            assert {s.step for s in passage.stops} == {"propositions"}
        if any(first.annotation.propositions[n].frame for n in passage.propositions):
            assert passage.stops == ()


def test_what_is_set_aside_says_why(first: Explanation) -> None:
    (aside,) = (p for p in first.passages if p.role == "teaser")
    assert aside.span.text == "Read more: ten recipes for spring"
    assert [(s.step, bool(s.why)) for s in aside.stops] == [("blocks", True)]


def test_each_layer_is_printed_with_its_values(first: Explanation) -> None:
    text = " ".join(printed(first).split())
    assert "Tuesday: date 2021-03-02" in text
    assert "at least four: count, at least 4 of people" in text
    assert "Mira Lendal: person, Governor" in text
    assert 'direct "We will find those who did this," source Lendal, cue told' in text.replace('this,",', 'this,"')
    assert "killing: frame kill, happened" in text
    assert "set aside" in text


def test_hostile_characters_show_as_marks() -> None:
    told = explain(
        report("odd", "Blast\n\nA bomb killed 5 [bold]soldiers[/bold] in Ardova \u202eon Tuesday\x1b[31m.\n")
    )
    text = printed(told)
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x07\x1b]", text)
    assert "[bold]soldiers[/bold]" in text


def test_a_folder_of_several_and_a_file_that_is_none_are_errors(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FIRST)
    (tmp_path / "b.txt").write_text(FIRST)
    with pytest.raises(IngestError, match="it holds 2 reports, and one at a time is explained"):
        explain(tmp_path)
    with pytest.raises(IngestError, match="there is no such file"):
        explain(tmp_path / "c.txt")
    assert explain(tmp_path / "a.txt").annotation.report.id == "a"
