"""One happening, several deeds: which readings stand in one row of who, to whom and where."""

from __future__ import annotations

import pytest

from tests.reports import report
from variorum.annotate.pipeline import annotate
from variorum.api import dossier_of
from variorum.collate.clauses import asks
from variorum.model import Claim, EntityValue


def rows(slot: str, *texts: str) -> list[Claim]:
    """The rows of a slot of invented reports of one day."""
    found = dossier_of([report(f"r{n}", text, published="2021-03-03") for n, text in enumerate(texts)])
    return [claim for claim in found.claims if claim.slot == slot]


def words(found: list[Claim]) -> list[set[str]]:
    return [{r.span.text for r in claim.readings} for claim in found]


RAMMED = "A lorry rammed into a crowd in Belmar on Monday. The attack shook the town."


def test_whom_an_attacker_fired_on_is_not_whom_he_drove_into() -> None:
    found = words(
        rows(
            "target",
            RAMMED,
            "A lorry ploughed into a crowd in Belmar on Monday. The man opened fire on the crowd, police said of the attack.",
        )
    )
    assert any({"rammed into a crowd in Belmar", "ploughed into a crowd in Belmar"} <= some for some in found)
    assert not any("opened fire on the crowd" in some and len(some) > 1 for some in found)


def test_a_crash_that_could_have_been_is_no_reading_of_the_one_that_was() -> None:
    found = rows(
        "target",
        "Race at Belmar thrown into chaos as Tomas Varga accident brings out the red flag. The drivers fumed.",
        "Mira Lendal could have crashed into Tomas Varga but swerved. The drivers fumed.",
    )
    assert not any(claim.verdict == "AGREE" and "could have" in claim.question for claim in found)
    assert {c.verdict for c in found if "Tomas Varga" in c.question} == {"SOLE"}
    assert len([c for c in found if "could have" in c.question]) == 1


@pytest.mark.parametrize("slot", ["place", "other"])
def test_what_was_not_the_first_of_its_kind_tells_of_others(slot: str) -> None:
    found = rows(
        slot,
        "A boy fell into the bear enclosure in Belmar. It isn't the first time a child has fallen into a bear enclosure.",
        "A boy fell into the bear enclosure in Belmar on Sunday. He was not hurt.",
    )
    assert not any("has fallen" in r.span.text or "fallen into" in r.span.text for c in found for r in c.readings)


def test_the_day_of_a_deed_did_not_do_it() -> None:
    found = rows(
        "actor",
        "The New Year's Eve assaults shook Belmar. New Year's Eve assaults by migrants are under investigation.",
        "Belmar police investigating New Year's Eve sexual assaults by migrants.",
    )
    doers = {r.value.entity for c in found for r in c.readings if isinstance(r.value, EntityValue)}
    assert doers
    assert not any("eve" in doer for doer in doers)


def test_one_place_of_two_deeds_is_not_agreed() -> None:
    told = rows(
        "place",
        "Earlier this week, Mira Lendal visited relatives of her cousin Tomas Varga in Malta for the holidays.",
        "Her cousin Tomas Varga died on Tuesday after he was shot in Malta, Mira Lendal wrote.",
    )
    assert [c.verdict for c in told if c.readings[0].span.text == "Malta"] == ["SOLE", "SOLE"]


def test_who_is_brought_to_justice_is_told_and_justice_nobody() -> None:
    found = rows(
        "target",
        "Mira Lendal called for the attackers to be brought to justice. She wept.",
        "The attackers must be brought to justice, Mira Lendal said. She wept.",
    )
    assert [{r.span.text for r in c.readings} for c in found] == [
        {"the attackers to be brought to justice", "The attackers must be brought to justice"}
    ]


def test_a_record_of_other_numbers_is_another_record() -> None:
    told = (
        "Karl Oder went 59-35-1 as a head coach of the Herons. The Herons thanked him.",
        "Karl Oder went 9-3 as a head coach of the Herons. The Herons thanked him.",
    )
    for slot in ("actor", "other"):
        found = [c for c in rows(slot, *told) if any("went" in r.span.text for r in c.readings)]
        assert {c.verdict for c in found} <= {"SOLE"}


@pytest.mark.parametrize("slot", ["actor", "target"])
def test_who_is_not_going_to_do_it_does_not_agree_with_who_is(slot: str) -> None:
    found = rows(
        slot,
        "Mira Lendal is not going to sue Tomas Varga. It rained.",
        "Mira Lendal is going to sue Tomas Varga. It rained.",
    )
    assert [c.verdict for c in found] == ["SOLE", "SOLE"]


@pytest.mark.parametrize(("word", "asked"), [("whether", True), ("that", False)])
def test_the_word_before_a_clause_makes_it_ask(word: str, asked: bool) -> None:
    annotation = annotate(report("r", f"Karl Oder heard rumors {word} I will be performing at the Lantern Festival."))
    performing = next(p for p in annotation.propositions if p.lemma == "perform")
    assert asks(annotation, performing.span) is asked
