"""The table of codes: every row loads, names a category of PLOVER or none, and says where it comes from."""

from __future__ import annotations

from variorum.knowledge.codes import FRIENDLY, HOSTILE, load_codes
from variorum.knowledge.tables import read_table

OTHERS = {"AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"}


def test_every_row_has_a_source_and_a_category_of_plover() -> None:
    rows = read_table("codes.tsv")
    assert all(row["source"] for row in rows)
    assert {row["category"] for row in rows} - {""} == FRIENDLY | HOSTILE | OTHERS


def test_no_lemma_has_the_same_row_twice() -> None:
    rows = read_table("codes.tsv")
    keys = [(lemma, row["pos"], row["condition"]) for row in rows for lemma in row["lemmas"].split("|")]
    assert sorted({k for k in keys if keys.count(k) > 1}) == []


def test_a_row_with_a_condition_comes_before_one_without() -> None:
    codes = load_codes()[("lift", "verb")]
    assert codes[0].conditions
    assert [c.category for c in load_codes()[("welcome", "verb")]][-1] in {"SUPPORT", "CONSULT"}
