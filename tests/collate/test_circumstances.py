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
