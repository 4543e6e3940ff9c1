"""What the tables say of where their rows come from."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from variorum.knowledge.tables import read_table

TABLES = sorted(path.name for path in files("variorum.knowledge").iterdir() if path.name.endswith(".tsv"))
CLOSED = re.compile("PolNeAR|PARC|OntoNotes|Levin|VerbNet|Quirk|Cambridge|Oxford|BIPM|NIST")
"""Sets whose word lists may not ship, and books that rows once named unread."""
SENSE = re.compile(r"WordNet 3\.0, (noun|verb|adv)\.[a-z]+, \S+%[124]:\d\d:\d\d::")
"""A sense as `training/check_sources.py` looks it up."""


@pytest.mark.parametrize("table", TABLES)
def test_no_row_names_a_work_that_may_not_ship_or_was_not_read(table: str) -> None:
    assert [row for row in read_table(table) if CLOSED.search(row["source"])] == []


@pytest.mark.parametrize("table", TABLES)
def test_who_names_wordnet_names_a_sense_that_can_be_looked_up(table: str) -> None:
    cited = [row["source"] for row in read_table(table) if row["source"].startswith("WordNet")]
    assert [source for source in cited if not SENSE.fullmatch(source)] == []


def test_each_cue_stands_once_in_its_kind() -> None:
    rows = read_table("cues.tsv")
    assert len({(row["cue"], row["kind"]) for row in rows}) == len(rows)
