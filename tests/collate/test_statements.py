"""Clauses that line up as one statement, and those that tell two things though their words are near."""

from __future__ import annotations

import pytest

from tests.reports import report
from variorum.api import dossier_of
from variorum.collate.clauses import Clause
from variorum.collate.likeness import alike
from variorum.encoder import encode
from variorum.knowledge.opposites import are_opposite
from variorum.model import LocalRef, Span


def agreed(first: str, second: str) -> list[set[str]]:
    """The words of each row on which two reports of one happening agree."""
    one = f"{first} Traders in Belmar spoke of a calm day, said Nadia Wray of the bank Oderland."
    other = f"{second} Nadia Wray, who works for Oderland in Belmar, found the day calm."
    found = dossier_of([report("a", one, published="2021-03-03"), report("b", other, published="2021-03-03")])
    return [{r.span.text for r in c.readings} for c in found.claims if c.verdict == "AGREE" and c.slot == "other"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Shares of the carmaker Norland Motors rose slightly before the opening bell.",
            "Shares of the carmaker Norland Motors fell slightly after the opening bell.",
        ),
        ("The first suspicious packages were discovered.", "Two additional suspicious packages were discovered."),
        ("Did the envoy buy automatic rifles in Belmar?", "The envoy bought automatic rifles in Belmar."),
    ],
)
def test_opposite_tellings_are_no_one_statement(first: str, second: str) -> None:
    assert not any({first.rstrip("."), second.rstrip(".")} <= words for words in agreed(first, second))


def clause(words: str, lemma: str) -> Clause:
    keys, typed = frozenset({"@e-belmar"}), frozenset({("where", "e-belmar")})
    return Clause(
        LocalRef(lemma, 0),
        Span(lemma, 0, len(words), words),
        keys,
        frozenset(),
        typed,
        frozenset(),
        (True, False),
        2,
        lemma,
        None,
    )


def test_two_words_are_a_statement_only_with_one_verb() -> None:
    one = clause("gambled in Las Vegas", "gamble")
    assert alike(one, clause("gambled in Las Vegas again", "gamble")) is not None
    assert alike(one, clause("gambled in Las Vegas again", "injure")) is None


def test_clauses_far_apart_in_their_words_are_parted_without_reading_their_verbs() -> None:
    encode.cache_clear()
    assert alike(clause("gambled in Las Vegas", "gamble"), clause("an aircraft landed at Belmar", "land")) is None
    assert encode.cache_info().misses == 2


def test_the_same_telling_is_one_statement() -> None:
    first = "Shares of the carmaker Norland Motors rose slightly before the opening bell."
    second = "Shares of the carmaker Norland Motors climbed slightly before the opening bell."
    assert any({first.rstrip("."), second.rstrip(".")} <= words for words in agreed(first, second))


def test_a_verb_is_not_opposite_to_itself_or_its_like() -> None:
    assert are_opposite("start", "stop")
    assert are_opposite("stop", "start")
    assert not are_opposite("start", "start")
    assert not are_opposite("start", "begin")


def test_what_two_reports_say_twice_is_one_row() -> None:
    one = "Shares of the carmaker Norland Motors rose slightly before the opening bell."
    other = "Before the opening bell the shares of Norland Motors climbed slightly."
    rows = [words for words in agreed(f"{one} {one}", f"{other} {other}") if any("Norland" in w for w in words)]
    assert len(rows) == 1


def test_what_one_report_says_once_more_stands_in_the_row() -> None:
    told = "Shares of the carmaker Norland Motors rose slightly before the opening bell."
    one = report("a", f"{told} Nadia Wray of Oderland spoke of a calm day.\n\n{told}", published="2021-03-03")
    other = report("b", f"{told} The day was calm, Nadia Wray of Oderland found.", published="2021-03-03")
    row = next(c for c in dossier_of([one, other]).claims if c.verdict == "AGREE" and c.slot == "other")
    assert [r.report for r in row.readings] == ["a", "a", "b"]
