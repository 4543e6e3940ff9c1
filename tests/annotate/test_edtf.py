"""Dates as EDTF: what they span, and when two can be the same."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.annotate.edtf import bounds, compatible, contains, precision

SPANS = {
    "2016-11-10": (date(2016, 11, 10), date(2016, 11, 10)),
    "2016-11-10T23:30": (date(2016, 11, 10), date(2016, 11, 10)),
    "2016-02": (date(2016, 2, 1), date(2016, 2, 29)),
    "2012/2013": (date(2012, 1, 1), date(2013, 12, 31)),
    "199X": (date(1990, 1, 1), date(1999, 12, 31)),
    "2014/..": (date(2014, 1, 1), None),
    "../2014-05": (None, date(2014, 5, 31)),
    "2016-22": (date(2016, 6, 1), date(2016, 8, 31)),
    "2015-03-15~": (date(2015, 3, 15), date(2015, 3, 15)),
    "XXXX-06-12": (None, None),
    "XXXX-XX-XX": (None, None),
}
CAN_BOTH_BE_TRUE = [
    ("2016-06-12", "XXXX-06-12"),
    ("2016-06", "2016-06-12"),
    ("XXXX-06-12", "XXXX-06-09/XXXX-06-12"),
    ("XXXX-XX-XX", "2016-06-12"),
    ("2016-06-12T23:30", "2016-06-12"),
    ("2014/..", "2016-06-12"),
    ("199X", "1998-08"),
    ("XXXX-02-29", "XXXX-02"),
]
CANNOT = [
    ("2016-06-13", "XXXX-06-12"),
    ("2016-06", "2016-07-12"),
    ("XXXX-06-13", "XXXX-06-09/XXXX-06-12"),
    ("2016-06-12T23:30", "2016-06-12T22:30"),
    ("2014/..", "2013-06-12"),
    ("XXXX-06-13", "XXXX-06-12"),
]


@pytest.mark.parametrize(("edtf", "days"), SPANS.items())
def test_a_date_spans_its_days(edtf: str, days: tuple[date | None, date | None]) -> None:
    assert bounds(edtf) == days


@pytest.mark.parametrize(("one", "other"), CAN_BOTH_BE_TRUE)
def test_dates_that_can_be_the_same_are_compatible_in_either_order(one: str, other: str) -> None:
    assert compatible(one, other)
    assert compatible(other, one)


@pytest.mark.parametrize(("one", "other"), CANNOT)
def test_dates_that_exclude_each_other_are_not_compatible(one: str, other: str) -> None:
    assert not compatible(one, other)
    assert not compatible(other, one)


def test_a_month_contains_its_days_and_no_day_contains_its_month() -> None:
    assert contains("2016-11", "2016-11-10")
    assert contains("XXXX-06", "XXXX-06-12")
    assert contains("2014/..", "2015")
    assert not contains("2016-11-10", "2016-11")
    assert not contains("2016-11", "2016-12-01")
    assert not contains("2016-11-10", "XXXX-XX-XX")
    assert contains("2016-11-10", "2016-11-10T23:30")


@pytest.mark.parametrize(
    ("edtf", "fine"),
    [("2016-11-10T23:30", "hour"), ("XXXX-06-12", "day"), ("2016-22", "season"), ("2016", "year"), ("201X", "decade"),
     ("19XX", "century"), ("2014/..", "interval"), ("XXXX-XX-XX", "unknown")],
)  # fmt: skip
def test_precision_is_the_finest_part_that_is_known(edtf: str, fine: str) -> None:
    assert precision(edtf) == fine


@pytest.mark.parametrize("words", ["Friday", "2016-1-1", "2016/2017/2018"])
def test_what_is_no_date_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match="is no date"):
        bounds(words)


@given(st.dates(), st.dates())
def test_two_days_are_compatible_exactly_when_they_are_one(one: date, other: date) -> None:
    assert compatible(one.isoformat(), other.isoformat()) == (one == other)
