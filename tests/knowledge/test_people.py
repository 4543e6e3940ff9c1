"""The table of words for people, bodies and places."""

from __future__ import annotations

from variorum.knowledge.people import closing_kind, gender_of, head_kind, is_word, known_kind, word_classes
from variorum.knowledge.tables import read_table


def test_each_row_has_a_source_and_stands_once_in_its_class() -> None:
    rows = read_table("people.tsv")
    assert all(row["source"] for row in rows)
    assert len({(row["word"], row["class"]) for row in rows}) == len(rows)
    assert word_classes()["title"]


def test_words_tell_kind_and_gender() -> None:
    assert head_kind("bomber") == "person"
    assert head_kind("consulate") == "facility"
    assert closing_kind("ministry") == "organisation"
    assert known_kind("Taliban") == "group"
    assert gender_of("wife") == "female"
    assert gender_of("doctor") is None
    assert is_word("general", "title")
