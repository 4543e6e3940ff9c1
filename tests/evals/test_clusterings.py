"""Clusterings: the measures on cases that were worked out by hand."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.clusterings import b_cubed, ceafe, conll, heaviest, muc


def test_the_same_clusters_under_other_names_are_right_throughout() -> None:
    figures = conll([1, 1, 2, 3, 3], ["b", "b", "x", "a", "a"])
    assert figures == {"conll": 1.0, "muc": 1.0, "b3": 1.0, "ceafe": 1.0}


def test_muc_counts_the_links_that_are_missing() -> None:
    # {1 2 3} {4 5} against {1 2} {3 4 5}: gold needs 3 links and keeps 1 + 1, found makes 3 and 1 + 1 are right
    assert muc([1, 1, 1, 2, 2], [7, 7, 8, 8, 8]) == pytest.approx((2 / 3, 2 / 3, 2 / 3))


def test_b_cubed_counts_each_items_cluster() -> None:
    # Bagga and Baldwin 1998: {1 … 5} {6 7} {8 … 12} with the second pair put to the last five: .76 and 1
    gold = [1] * 5 + [2] * 2 + [3] * 5
    found = [1] * 5 + [2] * 7
    precision, recall, _ = b_cubed(gold, found)
    assert (precision, recall) == (pytest.approx((5 + 2 * 2 / 7 + 5 * 5 / 7) / 12), 1.0)


def test_ceafe_pairs_each_cluster_once() -> None:
    # {1 2 3} {4 5} against {1 2} {3 4 5}: 2·2/5 + 2·2/5 = 1.6, over two clusters on either side
    assert ceafe([1, 1, 1, 2, 2], [7, 7, 8, 8, 8]) == pytest.approx((0.8, 0.8, 0.8))


def test_ceafe_counts_what_stands_alone() -> None:
    # one cluster of two told as two lone ones: the best pair is 2·1/3, precision over two, recall over one
    assert ceafe([1, 1], [1, 2]) == pytest.approx((1 / 3, 2 / 3, 4 / 9))


def test_all_alone_has_no_link() -> None:
    assert muc([1, 1, 2], [1, 2, 3]) == (0.0, 0.0, 0.0)


@given(
    st.integers(1, 4).flatmap(
        lambda n: st.lists(st.lists(st.integers(0, 9), min_size=n, max_size=n), min_size=1, max_size=4)
    )
)
def test_the_pairing_is_the_heaviest_of_all(weights: list[list[int]]) -> None:
    rows, columns = len(weights), len(weights[0])
    side = max(rows, columns)
    square = [[weights[a][b] if a < rows and b < columns else 0 for b in range(side)] for a in range(side)]
    best = max(sum(square[a][b] for a, b in enumerate(order)) for order in permutations(range(side)))
    assert heaviest(weights) == pytest.approx(best)
