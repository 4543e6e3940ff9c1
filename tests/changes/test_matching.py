"""Pairing by shared places."""

from __future__ import annotations

from variorum.changes.matching import match


def test_what_shares_most_is_paired() -> None:
    found = match({"a": [1, 2], "b": [3]}, {"x": [3], "y": [2, 1, 9]})
    assert found.pairs == {"a": "y", "b": "x"}
    assert found.joined == found.parted == {}


def test_of_equals_the_bonus_decides_then_the_order() -> None:
    old, new = {"a": [1], "b": [1]}, {"x": [1], "y": [1]}
    assert match(old, new).pairs == {"a": "x", "b": "y"}
    assert match(old, new, lambda one, other: float((one, other) == ("a", "y"))).pairs == {"a": "y", "b": "x"}


def test_what_joins_and_what_parts_goes_with_the_one_that_it_shares_most_with() -> None:
    found = match({"a": [1, 2], "b": [3]}, {"x": [1, 2, 3]})
    assert (found.pairs, found.joined) == ({"a": "x"}, {"b": "x"})
    assert found.olds_of("x") == ("a", "b")
    assert found.new_of("b") == "x"
    back = match({"x": [1, 2, 3]}, {"a": [1, 2], "b": [3]})
    assert (back.pairs, back.parted) == ({"x": "a"}, {"b": "x"})
    assert back.news_of("x") == ("a", "b")


def test_what_shares_nothing_is_nothing_of_the_other() -> None:
    found = match({"a": [1]}, {"x": [2]})
    assert found.new_of("a") is None
    assert found.olds_of("x") == ()
