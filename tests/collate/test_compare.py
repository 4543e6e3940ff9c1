"""How two values stand to each other, and that the words do not depend on their order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.collate.compare import Relation, compare_dates, compare_quantities
from variorum.model import DateValue, QuantityValue


def quantity(low: float | None, high: float | None, *, approximate: bool = False) -> QuantityValue:
    return QuantityValue(low, high, approximate=approximate)


def test_at_least_four_and_six_can_both_be_true() -> None:
    assert compare_quantities(quantity(4, None), quantity(6, 6)).relation is Relation.COMPATIBLE


def test_at_least_six_excludes_four() -> None:
    assert compare_quantities(quantity(6, None), quantity(4, 4)).relation is Relation.EXCLUDES


def test_a_rounded_figure_and_what_it_rounds_can_both_be_true() -> None:
    assert compare_quantities(quantity(30, 30, approximate=True), quantity(32, 32)).relation is Relation.COMPATIBLE
    assert compare_quantities(quantity(30, 30, approximate=True), quantity(40, 40)).relation is Relation.EXCLUDES


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("2016-11-10", "2016-11-10", Relation.SAME),
        ("2016-11-10", "2016-11", Relation.COMPATIBLE),
        ("XXXX-04-26", "XXXX-04", Relation.COMPATIBLE),
        ("2016-11-10", "2016-11-11", Relation.EXCLUDES),
    ],
)
def test_dates_of_different_precision_can_be_one_date(one: str, other: str, relation: Relation) -> None:
    assert compare_dates(DateValue(one), DateValue(other)).relation is relation


bounds = st.one_of(st.none(), st.integers(0, 1000).map(float))
quantities = st.builds(QuantityValue, low=bounds, high=bounds, approximate=st.booleans()).filter(
    lambda q: q.low is None or q.high is None or q.low <= q.high
)


@given(quantities, quantities)
def test_a_comparison_is_the_same_in_either_order_words_included(one: QuantityValue, other: QuantityValue) -> None:
    assert compare_quantities(one, other) == compare_quantities(other, one)
