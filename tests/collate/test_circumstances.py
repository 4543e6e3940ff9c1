"""When and where a happening was: what makes a row, and what two reports may differ in."""

from __future__ import annotations

from tests.reports import report
from variorum.api import dossier_of
from variorum.model import Claim


def places(*texts: str) -> list[Claim]:
    found = dossier_of([report(f"r{n}", text, published="2021-03-03") for n, text in enumerate(texts)])
    return [claim for claim in found.claims if claim.slot == "place"]


def test_two_descriptions_of_a_site_contradict_nothing() -> None:
    found = places(
        "A gunman attacked a packed nightclub in Ardova on Tuesday, killing four people, officials said. Mira Lendal wept.",
        "Four people were killed when a man with a rifle attacked an Ardova night club late on Tuesday. Mayor Mira Lendal spoke.",
    )
    assert "DIFFER" not in {claim.verdict for claim in found}


def test_who_is_sent_to_prison_was_not_judged_there() -> None:
    found = places(
        "A court in Ardova sentenced Jonas Brek to three years in prison on Tuesday. The judge said that he had lied.",
        "Jonas Brek must spend three years in prison, a judge in Ardova ruled on Tuesday, sentencing him for his lies.",
    )
    assert "prison" not in {reading.span.text for claim in found for reading in claim.readings}


ATTACKS = (
    "A suicide bomber from Hezbollah attacked a bus at the University of Beirut on 26 April 2020.",
    "Hezbollah claimed responsibility for the suicide attack in Beirut on 26 April 2020. The Beirut attack killed three people.",
)


def claims(slot: str) -> list[Claim]:
    found = dossier_of([report(f"r{n}", text, published="2020-05-03") for n, text in enumerate(ATTACKS)])
    return [claim for claim in found.claims if claim.slot == slot]


def test_who_names_only_a_site_in_a_town_does_not_agree_with_who_names_the_town() -> None:
    assert {c.verdict for c in claims("place")} == {"SOLE"}


def test_a_noun_that_points_back_says_nothing_beside_what_it_points_at() -> None:
    first = "A man drove a heavy lorry into a crowd in Belmar on Monday. The lorry rammed into the crowd at speed, police said."
    texts = (first, "A lorry rammed into a crowd in Belmar on Monday, killing four people. The attack shook the town.")
    found = dossier_of([report(f"r{n}", text, published="2021-03-03") for n, text in enumerate(texts)])
    vehicle = next(c for c in found.claims if c.question.startswith("With what vehicle"))
    assert vehicle.verdict == "AGREE"
    assert {r.span.text for r in vehicle.readings} == {"drove a heavy lorry", "A lorry"}


def test_a_suicide_attack_and_a_suicide_bomber_tell_one_manner() -> None:
    assert [(c.verdict, len(c.readings)) for c in claims("weapon") if c.question.startswith("How")] == [("AGREE", 2)]


def test_the_group_that_a_bomber_is_from_and_the_one_that_claims_it_are_one_answer() -> None:
    found = claims("responsibility")
    assert [(c.verdict, {r.report for r in c.readings}) for c in found] == [("AGREE", {"r0", "r1"})]
    assert found[0].question.startswith("Who is behind it")


def test_what_only_the_group_says_of_a_doer_is_its_claim() -> None:
    text = 'A gunman attacked a market in Beirut. "A soldier of Hezbollah attacked the market," Hezbollah said.'
    record = dossier_of([report("r0", text)])
    assert not [c for c in record.claims if c.slot == "responsibility"]
