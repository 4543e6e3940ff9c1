"""How two values stand to each other, and that the words do not depend on their order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.collate.compare import Relation, compare_dates, compare_quantities
from variorum.knowledge.units import one_measure
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
        ((10, "mile"), (16, "kilometre"), Relation.COMPATIBLE),
        ((10, "mile"), (10, "kilometre"), Relation.EXCLUDES),
        ((2900, "hectare"), (7200, "acre"), Relation.COMPATIBLE),
        ((2900, "hectare"), (2900, "acre"), Relation.EXCLUDES),
        ((2750, "ton"), (2750, "tonne"), Relation.COMPATIBLE),
        ((48, "hour"), (2, "day"), Relation.COMPATIBLE),
        ((30, "day"), (1, "month"), Relation.COMPATIBLE),
        ((5, "day"), (1, "month"), Relation.EXCLUDES),
    ],
)
def test_figures_in_two_units_are_turned_into_one(
    one: tuple[float, str], other: tuple[float, str], relation: Relation
) -> None:
    first, second = (QuantityValue(figure, figure, unit) for figure, unit in (one, other))
    assert compare_quantities(first, second).relation is relation
    assert compare_quantities(first, second) == compare_quantities(second, first)


def test_figures_of_two_currencies_are_no_one_measure() -> None:
    assert one_measure("USD", "USD")
    assert one_measure("mile", "kilometre")
    assert not one_measure("USD", "EUR")
    assert not one_measure("USD", None)
    assert not one_measure("mile", "hectare")


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
units = st.sampled_from((None, "mile", "kilometre", "month", "USD"))
quantities = st.builds(QuantityValue, low=bounds, high=bounds, unit=units, approximate=st.booleans()).filter(
    lambda q: q.low is None or q.high is None or q.low <= q.high
)


@given(quantities, quantities)
def test_a_comparison_is_the_same_in_either_order_words_included(one: QuantityValue, other: QuantityValue) -> None:
    assert compare_quantities(one, other) == compare_quantities(other, one)
