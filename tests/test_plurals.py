"""Nouns and units as they are printed for several."""

from __future__ import annotations

import pytest

from variorum.plurals import plural


@pytest.mark.parametrize(
    ("one", "several"),
    [
        ("year", "years"),
        ("foot", "feet"),
        ("inch", "inches"),
        ("square mile", "square miles"),
        ("mile per hour", "miles per hour"),
        ("degree Celsius", "degrees Celsius"),
        ("Egyptian pound", "Egyptian pounds"),
        ("policeman", "policemen"),
        ("German", "Germans"),
        ("country", "countries"),
        ("day", "days"),
        ("bus", "buses"),
    ],
)
def test_a_singular_gets_its_plural(one: str, several: str) -> None:
    assert plural(one) == several


@pytest.mark.parametrize("word", ["percent", "km", "GBP", "¥", "people", "troops", "Japanese", "aircraft"])
def test_what_is_plural_or_short_for_something_stays(word: str) -> None:
    assert plural(word) == word
