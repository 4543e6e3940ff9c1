"""The table of words that introduce what somebody says."""

from __future__ import annotations

import re

from variorum.knowledge.tables import read_table

CITED = re.compile(r"WordNet 3\.0, (noun|verb|adv)\.[a-z]+, \S+%[124]:\d\d:\d\d::")
"""A sense that was looked up; `training/check_wordnet.py` looks it up again."""
LATER = re.compile(r"Open English WordNet, (noun|verb)\.communication, (post|tweet)%[12]:(10|32):\d\d::")
"""The two words of social media that are younger than WordNet 3.0."""
BY_HAND = {
    "compiled by hand for Variorum, not checked against a lexicon",
    "compiled by hand for Variorum, no such sense in WordNet 3.0",
}


def test_each_row_names_a_lexicon_that_may_ship_or_says_that_none_was_asked() -> None:
    for row in read_table("cues.tsv"):
        source = row["source"]
        assert CITED.fullmatch(source) or LATER.fullmatch(source) or source in BY_HAND, row


def test_a_cited_sense_is_one_of_the_rows_own_word() -> None:
    for row in read_table("cues.tsv"):
        if "%" in row["source"]:
            assert f", {row['cue'].lower().replace(' ', '_')}%" in row["source"]


def test_each_word_stands_once_in_its_kind() -> None:
    rows = read_table("cues.tsv")
    assert len({(row["cue"], row["kind"]) for row in rows}) == len(rows)
