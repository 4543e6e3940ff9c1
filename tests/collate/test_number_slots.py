"""Which slot a number answers, and which numbers answer no question at all."""

from __future__ import annotations

import pytest

from tests.reports import report
from variorum.annotate.pipeline import annotate
from variorum.collate.figures import teller
from variorum.collate.number_slots import slot_of


def slots(text: str) -> list[tuple[float | None, str | None]]:
    """The least number and the slot of each figure of a text that has one."""
    found = annotate(report("a", text))
    told = [
        (q.low if q.low is not None else q.high, slot_of(found, q, teller(found, n)))
        for n, q in enumerate(found.quantities)
    ]
    return [(low, slot) for low, slot in told if slot is not None]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("One of the men was killed.", [(1, "killed")]),
        ("One died in hospital.", [(1, "killed")]),
        ("One person was killed and one wounded.", [(1, "killed"), (1, "injured")]),
        ("The blast claimed at least 12 lives.", [(12, "killed")]),
        ("Some 2.5 million more Americans may be affected.", [(2.5e6, "people")]),
        ("Up to 400,000 Danes' sensitive information was exposed.", [(4e5, "people")]),
        ("They took up to 400,000 Norwegian people's personal information.", [(4e5, "people")]),
        ("The bureau had 24 teams in place and 300 families had to leave.", [(24, "count"), (300, "count")]),
        ("He faces 20 counts of fraud and one count of perjury.", [(20, "count"), (1, "count")]),
        ("Nobody was hurt in the fire.", [(0, "injured")]),
        ("Two officials whose office was attacked said so.", [(2, "people")]),
        ("The alarm rang for four or five times.", [(4, "count")]),
        ("The case has 25 traders, five of whom were fined.", [(25, "people"), (5, "people")]),
        ("Thousands were attending the fair.", [(2000, "people")]),
        ("Eight suspects are currently in detention.", [(8, "detained")]),
        ("The country registered 1.1 million asylum seekers.", [(1.1e6, "people")]),
        ("Police cracked down on traders, jailing thousands of them.", [(2000, "detained")]),
    ],
)
def test_words_beside_a_number_give_its_slot(text: str, value: list[tuple[float, str]]) -> None:
    assert slots(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "At one point he left.",
        "It is one of the oldest towns in Ardova.",
        "The race was won by three-time champion Oder.",
        "Check that no one has taken out credit in your name.",
        "Nobody knows who was killed.",
    ],
)
def test_a_number_word_that_counts_nobody_answers_no_question(text: str) -> None:
    assert slots(text) == []


def test_lives_that_were_touched_were_not_lost() -> None:
    assert slots("The attack shattered more than 100 lives.") == [(100, "count")]
