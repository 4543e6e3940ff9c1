"""The metrics of `evals events` against cases worked by hand."""

from __future__ import annotations

import pytest

from evals.events import Coded, category_figures, extents, figures, party_right, read_text

DEMAND = Coded("REQUEST", ((0, 5),), ((20, 25),))
RAID = Coded("ASSAULT", ((0, 5),), ())


def test_categories_count_once_a_text() -> None:
    pairs = [([DEMAND], [DEMAND, DEMAND, RAID]), ([RAID], [])]
    assert category_figures(pairs) == pytest.approx(
        {"category precision": 1 / 2, "category recall": 1 / 2, "category f1": 1 / 2}
    )


def test_a_text_without_events_can_only_cost_precision() -> None:
    assert category_figures([([], [RAID]), ([RAID], [RAID])])["category precision"] == pytest.approx(1 / 2)


@pytest.mark.parametrize(
    ("ours", "right"),
    [
        (Coded("REQUEST", ((0, 5),), ((20, 25),)), True),
        (Coded("REQUEST", ((3, 12),), ((24, 30),)), True),  # a letter shared is enough
        (Coded("REQUEST", ((0, 5),), ()), False),  # the recipient is missing
        (Coded("REQUEST", ((20, 25),), ((0, 5),)), False),  # turned round
        (Coded("REQUEST", ((0, 5), (20, 25)), ((20, 25),)), False),  # the recipient given as an actor too
    ],
)
def test_parties_are_right_where_each_is_met_and_none_is_the_other(ours: Coded, right: bool) -> None:
    assert (party_right(ours, DEMAND, "actors") and party_right(ours, DEMAND, "recipients")) is right


def test_where_gold_names_nobody_we_must_name_nobody() -> None:
    assert party_right(Coded("ASSAULT", ((0, 5),), ()), RAID, "recipients")
    assert not party_right(Coded("ASSAULT", ((0, 5),), ((9, 12),)), RAID, "recipients")


def test_shares_of_parties_are_of_the_events_found_and_of_all() -> None:
    pairs = [([DEMAND], [DEMAND]), ([RAID], [Coded("ASSAULT", (), ())]), ([RAID], []), ([RAID], [DEMAND])]
    shown = figures(pairs)
    assert (shown["parties right"], shown["whole event right"]) == (1 / 2, 1 / 4)


def test_a_pronoun_stands_for_the_name_before_it() -> None:
    read = read_text("Mira Lendal met the envoy. She accused the army of theft.")
    accused = next(p for p in read.propositions if p.lemma == "accuse")
    assert [read.report.text[a:b] for a, b in extents(read, accused.actors)] == ["Mira Lendal"]
