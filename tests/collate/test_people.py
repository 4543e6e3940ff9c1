"""Offices: what two reports say that somebody is."""

from __future__ import annotations

import pytest

from variorum.collate.people import described_alike


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("police chief of Belmar province", "local police chief"),
        ("Ardovan President", "President"),
        ("the former mayor of Belmar", "ex-mayor"),
    ],
)
def test_two_descriptions_of_one_office(one: str, other: str) -> None:
    assert described_alike(one, other)
    assert described_alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mayor of Belmar", "former mayor of Belmar"),
        ("Belmar Hustle guard", "the brother of a player of the Timberwolves"),
    ],
)
def test_descriptions_that_are_not_one_office(one: str, other: str) -> None:
    assert not described_alike(one, other)
