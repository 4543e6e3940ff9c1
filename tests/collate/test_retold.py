"""Clauses that tell a happening once more count among its tellings, in whatever form of its verb."""

from __future__ import annotations

import pytest

from tests.reports import report
from variorum.annotate.pipeline import annotate
from variorum.api import dossier_of
from variorum.collate.retold import joined
from variorum.model import Event, Happening, LocalRef
from variorum.resolve import resolve
from variorum.resolve.lookup import Lookup


def events(*texts: str) -> tuple[Event, ...]:
    return dossier_of([report(f"r{n}", text, published="2021-03-03") for n, text in enumerate(texts)]).events


def tellings(*texts: str) -> list[set[str]]:
    return [{m.text for m in e.mentions} for e in events(*texts)]


ONE = "Mira Lendal repaired the church clock on Tuesday. She had found the clock in the tower, the mayor said."
OTHER = "The church clock was repaired by Mira Lendal on Tuesday. Having repaired the clock, she left Belmar."


def test_a_participle_of_the_verb_is_a_telling_of_the_same() -> None:
    found = [words for words in tellings(ONE, OTHER) if any("repaired" in w for w in words)]
    assert len(found) == 1
    assert any(w.startswith("Having repaired") or w == "repaired the clock" for w in found[0])


def test_what_somebody_does_as_a_rule_is_no_telling_of_what_he_did_once() -> None:
    one = "Mira Lendal played for Belmar on Tuesday, the club said."
    other = "Mira Lendal, who plays for Belmar, met the mayor on Friday."
    found = [" ".join(words) for words in tellings(one, other)]
    assert any("played" in words for words in found)
    assert not any("played" in words and "plays" in words for words in found)


def test_what_somebody_asks_or_blames_in_a_verb_of_saying_is_an_event() -> None:
    assert any(
        any("asking witnesses" in w for w in words)
        for words in tellings("Police are asking witnesses to come forward.")
    )


def test_a_killing_is_told_of_the_attack_that_did_it_and_does_not_name_it() -> None:
    one = "A gunman attacked a market in Belmar on Tuesday. Six people were killed."
    other = "Six shoppers died. The attack on the market in Belmar shocked Ardova."
    found = next(e for e in events(one, other) if e.category == "ASSAULT")
    assert {"Six people were killed", "Six shoppers died"} <= {m.text for m in found.mentions}
    assert "killed" not in found.label
    assert "died" not in found.label


def test_those_whom_an_attack_killed_do_not_act_in_it() -> None:
    found = next(
        e for e in events("A gunman attacked a market in Belmar. Six shoppers died.") if e.category == "ASSAULT"
    )
    assert len(found.actors) == 1


def test_who_is_trying_to_do_it_is_told_of_what_is_done() -> None:
    one = "The Belmar council is trying to repair the church clock."
    found = [words for words in tellings(one, one + " It met on Tuesday.") if any("repair" in w for w in words)]
    assert found == [{one.removesuffix("."), "to repair the church clock"}]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (
            "The airline banned the smart phone from all its cabins.",
            "The airline's rules banned the handset from all its cabins.",
            True,
        ),
        ("Prices at the market in Belmar rose by a tenth.", "Prices at the Belmar market rose by a tenth.", True),
        (
            "Governor Mira Lendal spoke. Lendal won 44 percent of the farmers' vote.",
            "Governor Mira Lendal spoke. Lendal will actually win the presidency.",
            False,
        ),
        (
            "Mira Lendal repaired a clock.",
            "Mira Lendal's neighbours repaired the long bridge over the river Ard.",
            False,
        ),
        (
            "Criminals exploited a hole in the website of Belmar Bank.",
            "Belmar Bank shut up shop. Hackers had exploited a hole in its website software, it said.",
            True,
        ),
        (
            "Criminals exploited a hole in the website of Belmar Bank.",
            "Belmar Bank shut up shop. Hackers had exploited a gap in its cellar wall, it said.",
            False,
        ),
    ],
)
def test_clauses_of_one_verb_tell_one_deed_as_far_as_their_words_are_alike(one: str, other: str, same: bool) -> None:
    found = [e for e in events(one, other) if len({m.report for m in e.mentions}) == 2 and "spoke" not in e.label]
    assert bool(found) == same


def test_two_deeds_of_one_person_in_one_verb_stay_apart() -> None:
    one = "Mira Lendal won a record 50 games in her five seasons with Ardova."
    other = "Mira Lendal won the heart of a shepherd on a hike."
    assert not [e for e in events(one, other) if len({m.report for m in e.mentions}) == 2]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("The driver was taken to St Anne Hospital.", "St Anne Hospital"),
        ("Officers entered the Ardova Hotel.", "Ardova Hotel"),
        ("Mira Lendal is scheduled to be arraigned in San Diego on Thursday.", "San Diego"),
        ("Mira Lendal flew from San Diego to Chicago.", "Chicago"),
        ("Mira Lendal boarded the flight to Chicago.", None),
    ],
)
def test_a_deed_is_where_it_leads_what_is_entered_or_where_the_act_ahead_is(text: str, where: str | None) -> None:
    record = dossier_of([report("r0", text, published="2021-03-03")])
    names = {e.id: e.name for e in record.entities}
    assert {names[e.where] for e in record.events if e.where} == ({where} if where else set())


def test_deeds_of_which_most_clauses_tell_the_same_are_one() -> None:
    texts = [
        "Mira Lendal repaired the Belmar Clock in the church tower.",
        "Mira Lendal repaired the old clock in the church tower.",
        "Mira Lendal repaired a boat on the beach for the fair.",
    ]
    cast = resolve([annotate(report(f"r{n}", text)) for n, text in enumerate(texts)])
    told = [Happening(f"d{n}", "s1", "tell", (LocalRef(f"r{n}", 0),), "told in one place") for n in range(len(texts))]
    assert [len(h.members) for h in joined(told, Lookup(cast.annotations, cast.entities))] == [2, 1]


def test_a_killing_whose_victim_two_attacks_share_is_told_of_the_nearest_or_most_told() -> None:
    one = "Keepers shot Mira Lendal at the zoo on Tuesday. Keepers shot Mira Lendal, the mayor said. A boy fell from the wall."
    other = (
        "A boy fell from the wall of the zoo. Mira Lendal was killed. Two guards shot Mira Lendal in Belmar in 2012."
    )
    (found,) = [words for words in tellings(one, other) if "Mira Lendal was killed" in words]
    assert any("on Tuesday" in words for words in found)


@pytest.mark.parametrize(
    ("verb", "noun"),
    [
        ("The club apologised to Mira Lendal on Tuesday.", "The club's apology"),
        ("The store removed the game on Tuesday.", "the removal"),
        ("Mira Lendal reversed the rule on Tuesday.", "the reversal"),
        ("Hackers stole the files on Tuesday.", "the theft"),
    ],
)
def test_an_event_noun_tells_what_its_verb_told(verb: str, noun: str) -> None:
    found = [words for words in tellings(f"{verb} Fans of {noun} cheered.") if any(noun in w for w in words)]
    assert [any("on Tuesday" in w for w in words) for words in found] == [True]


def test_the_testimony_of_two_who_are_named_is_two() -> None:
    text = "Mira Lendal testified on Tuesday. The testimony of Jonas Brek was false. Jonas Brek testified in Belmar."
    assert not any("Mira" in " ".join(words) and "Jonas" in " ".join(words) for words in tellings(text))


def test_a_deed_of_a_frame_without_category_has_that_of_its_words() -> None:
    (removed,) = [e for e in events("Police removed Mira Lendal from the plane.") if "removed" in e.label]
    assert removed.category == "COERCE"
    (resigned,) = [e for e in events("Mira Lendal resigned on Tuesday.") if "resigned" in e.label]
    assert resigned.category is None


def test_what_somebody_is_only_accused_of_is_no_event_of_its_own() -> None:
    found = tellings("A guard accused Mira Lendal of stealing a clock on Tuesday. She denied it.")
    assert not any(words <= {"stealing a clock", "stealing a clock on Tuesday"} for words in found)
