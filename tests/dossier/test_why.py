"""The chain of reasons of one thing, down to the words."""

from __future__ import annotations

import io
import re

import msgspec
import pytest
from rich.console import Console

from tests.dossier import example
from variorum import model as m
from variorum.dossier.finding import find
from variorum.dossier.in_place import in_place
from variorum.dossier.kept import DossierError
from variorum.dossier.why import print_why

EVERY_ID = [
    thing.id
    for things in (
        example.dossier().claims,
        example.dossier().utterances,
        example.dossier().events,
        example.dossier().entities,
        example.dossier().accounts,
        example.dossier().stories,
        example.dossier().reports,
    )
    for thing in things
]


def printed(name: str, dossier: m.Dossier | None = None) -> str:
    out = io.StringIO()
    record = dossier or example.dossier()
    print_why(record, find(record, name), Console(file=out, width=100, highlight=False))
    return out.getvalue()


def at_(said: str) -> str:
    """Where words stand in the second report."""
    span = example.at("herald.html", said)
    return f"herald.html {span.start}:{span.end}"


def words(name: str) -> str:
    """What is printed, on one line."""
    return " ".join(printed(name).split())


@pytest.mark.parametrize("name", EVERY_ID)
def test_everything_that_has_an_id_has_a_chain(name: str) -> None:
    text = printed(name)
    assert len(text.splitlines()) > 1
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x07\x1b]", text)


def test_a_row_tells_its_verdict_reason_and_each_reading_with_voice_time_and_words_in_place() -> None:
    text = words("c1")
    assert text.startswith("≠ c1 How many were killed?")
    assert "verdict differ: told at different times why why it is so" in text
    assert "range from 4 (courier) to open; no figure is chosen" in text
    assert "about e1 bomb at a market why that one" in text
    assert f"herald.html Herald, 3 March 2021, account a2 value at least 6 says Jonas Brek, {at_('Jonas Brek')}" in text
    assert "as of 3 March 2021 confidence 1 inferred no, it is printed" in text
    assert "words >>At least six people<< died when a bomb went off at a market in Kunduz" in text
    assert f"at {at_('At least six people')}" in text
    assert "confidence 0.4, weak" in text
    assert "a1 courier, mirror: mirror copies courier" in text


def test_what_is_inferred_says_why() -> None:
    assert "inferred the Tuesday of its publication" in words("c2")


def test_who_leaves_a_row_out_is_told() -> None:
    assert "LEFT OUT BY herald.html was published before it" in words("c5")


def test_a_statement_tells_its_chain_of_voices() -> None:
    text = words("u1")
    assert "says Governor Mira Lendal (lendal), courier" in text
    assert "via Radio Ardova, courier" in text
    assert "mode direct, in quote marks" in text


def test_an_entity_and_an_event_tell_why_their_mentions_are_one_and_which_rows_they_have() -> None:
    assert "why one name" in words("lendal")
    assert "MENTIONED IN 2 REPORTS, 2 MENTIONS" in words("lendal")
    assert "SAYS u1" in words("lendal")
    event = words("e1")
    assert "TOLD IN 2 REPORTS, 2 MENTIONS" in event
    assert "≠ c1 How many were killed?" in event


def test_an_account_tells_what_is_copied_and_what_is_own() -> None:
    text = words("a1")
    assert "COPIED PASSAGES courier" in text
    assert ">>Traders want more patrols.<<" in text


def test_an_unknown_id_names_those_near_and_those_there_are() -> None:
    with pytest.raises(DossierError) as told:
        find(example.dossier(), "Jonas Brek", "d.json")
    assert str(told.value) == (
        'd.json: nothing in it has the id "Jonas Brek". Near it: brek. It has rows c1 to c10, statements u1 to u2, '
        "events e1 to e2 and f1, entities such as brek, accounts a1 to a4, stories s1 to s2, reports such as courier."
    )
    with pytest.raises(DossierError, match=r"Near it: c1\b"):
        find(example.dossier(), "C1")


def test_words_that_do_not_stand_where_they_say_are_told() -> None:
    (report,) = (r for r in example.dossier().reports if r.id == "courier")
    moved = msgspec.structs.replace(example.at("courier", "Kunduz"), start=3, end=9)
    assert "do not stand there" in in_place(moved, report)
    assert "do not stand there" in in_place(moved, None)
    assert in_place(example.at("courier", "Kabul"), report) == (
        "No group claimed the attack. Soldiers from >>Kabul<< sealed off the old town."
    )
