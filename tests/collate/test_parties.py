"""Who did it and to whom: which fillers make a row, and how the row asks."""

from __future__ import annotations

from tests.reports import report
from variorum.api import dossier_of
from variorum.model import Dossier, EntityValue


def record(*texts: str) -> Dossier:
    return dossier_of([report(f"r{n}", text, published="2021-03-03") for n, text in enumerate(texts)])


def told(found: Dossier, slot: str) -> dict[str, tuple[str, str]]:
    """Who fills a slot, with the verdict and the question of the row."""
    names = {entity.id: entity.name for entity in found.entities}
    return {
        names[reading.value.entity]: (claim.verdict, claim.question)
        for claim in found.claims
        if claim.slot == slot
        for reading in claim.readings
        if isinstance(reading.value, EntityValue)
    }


APOLOGY = (
    "Belmar Rail apologized to two players of the Ardova Herons on Monday. The team had been put off a train.",
    "The railway said little at first. Belmar Rail apologized to two players of the Ardova Herons, a spokesman said on Tuesday.",
)


def test_who_did_a_deed_of_no_frame_is_a_row_that_two_accounts_agree_on() -> None:
    verdict, question = told(record(*APOLOGY), "actor")["Belmar Rail"]
    assert verdict == "AGREE"
    assert question.startswith("Who apologized to two players of the Ardova Herons")


def test_a_target_of_a_deed_that_harms_nobody_is_a_row() -> None:
    found = told(
        record(
            "The council appointed Mira Lendal on Monday. She will lead the port.",
            "Karl Oder left in May. The council appointed Mira Lendal on Monday, a spokesman said.",
        ),
        "target",
    )
    assert found["Mira Lendal"] == ("AGREE", "Whom did the council appoint on Monday?")


def test_a_place_that_somebody_goes_to_is_a_place_not_a_target() -> None:
    found = record("The players boarded a train on Sunday. Jonas Brek flew to Paris on Monday.")
    assert "Paris" in told(found, "place")
    assert "Paris" not in told(found, "target")


def test_who_says_something_is_a_voice_and_no_row() -> None:
    found = record(
        "Mira Lendal said on Tuesday that the bridge of Belmar was safe.",
        "The bridge of Belmar was safe, Mira Lendal said in a statement on Tuesday.",
    )
    assert not any(c.slot == "actor" and any("said" in r.span.text for r in c.readings) for c in found.claims)


def test_who_did_what_one_report_alone_tells_stands_in_its_clause_and_whom_somebody_blames_is_held_responsible() -> (
    None
):
    found = record("Mira Lendal repaired the clock of Belmar. Police in Belmar blamed the Ardovan Front for the fire.")
    assert not any(c.slot in {"actor", "target"} and "repaired" in c.readings[0].span.text for c in found.claims)
    blamed = [c.slot for c in found.claims if c.readings[0].span.text == "blamed the Ardovan Front"]
    assert blamed == ["target"]


def test_who_leads_or_faces_something_did_no_deed() -> None:
    found = record("Ardova leads the mission in the north.", "The mission in the north, which Ardova leads, is small.")
    assert not any(c.slot == "actor" and "leads" in c.readings[0].span.text for c in found.claims)


def test_who_faces_charges_is_whom_they_concern_and_did_nothing() -> None:
    found = record(
        "Mira Lendal faces 12 counts of fraud in Ardova. Jonas Brek wept.",
        "Mira Lendal is facing 12 counts of fraud, police in Ardova said.",
    )
    assert "Mira Lendal" not in told(found, "actor")
    assert told(found, "target")["Mira Lendal"][0] == "AGREE"


def test_a_question_does_not_tell_its_answer() -> None:
    told = "The bombing in Ardova killed four. A van was hit in the bombing, detonated by a masked rider of the Ostra Front."
    reports = [report("a", told), report("b", "The bombing in Ardova killed four teachers on Tuesday, police said.")]
    questions = [c.question for c in dossier_of(reports).claims if c.slot == "actor"]
    assert questions == ["Who did it: The bombing in Ardova?"]


def test_what_somebody_underwent_is_told_with_what_it_was() -> None:
    found = record(
        "Tomas Varga, 67, was charged with fraud on Monday after a long inquiry by the police in Belmar, a clerk said.",
        "The clerk spoke for an hour. Tomas Varga faces charges of fraud in Belmar. The police had watched him.",
    )
    words = {r.span.text for c in found.claims if c.slot == "target" for r in c.readings}
    assert "Tomas Varga faces charges of fraud in Belmar" in words
    assert any(text.startswith("Tomas Varga, 67, was charged with fraud") for text in words)


def test_who_acts_is_quoted_with_the_whole_of_a_short_clause() -> None:
    found = record(*APOLOGY)
    words = {r.span.text for c in found.claims if c.slot == "actor" for r in c.readings}
    assert "Belmar Rail apologized to two players of the Ardova Herons on Monday" in words


def test_a_name_far_from_its_verb_goes_where_the_report_tells_it_in_one_piece() -> None:
    found = record(
        "Tomas Varga, whom the whole of Belmar had long taken for an honest clerk of its harbour, was arrested on Monday. "
        "Tomas Varga was arrested at noon.",
        "Police in Ardova arrested Tomas Varga on Monday at noon. His neighbours in Belmar had not expected it.",
    )
    words = {r.span.text for c in found.claims if c.slot == "target" for r in c.readings}
    assert "Tomas Varga was arrested at noon" in words
    assert "Tomas Varga" not in words


def test_where_an_attack_was_is_not_whom_it_struck() -> None:
    found = record(
        "A car bomb opened the attack at the gate of the harbour in Belmar on Monday. Four guards died in the attack.",
        "The attack at the gate of the harbour in Belmar began on Monday with a car bomb. Four guards died in the attack.",
    )
    assert not [r for c in found.claims if c.slot == "target" for r in c.readings if "gate" in r.span.text]
