"""Rows of one place, or of one to whom something was done, that sentences of two reports tell in other words."""

from __future__ import annotations

import pytest

from tests.reports import report
from variorum.annotate.pipeline import annotate
from variorum.collate import collate
from variorum.model import Claim
from variorum.resolve import resolve


def places(*texts: str) -> list[Claim]:
    """The rows of places of invented reports of one day."""
    reports = [report(f"r{n}", text, published="2021-03-02") for n, text in enumerate(texts)]
    return [r for r in collate(resolve([annotate(one) for one in reports])).claims if r.slot == "place"]


FALLING = "Next year the space station Ardova-1 will crash into Malta, the agency said."


@pytest.mark.parametrize(
    ("other", "agree"),
    [
        ("The space station Ardova-1 is going to fall back into Malta next year, said the agency.", True),
        ("The lab in space will fall into Malta in 2022, said the ministry.", True),
        ("A lorry with oranges drove into Malta on Monday.", False),
    ],
)
def test_one_place_is_agreed_where_the_sentences_that_tell_it_are_alike(other: str, agree: bool) -> None:
    told = [r for r in places(FALLING, other) if any("Malta" in x.span.text for x in r.readings)]
    assert {x.report for r in told for x in r.readings} == {"r0", "r1"}
    assert any(r.verdict == "AGREE" for r in told) == agree


def test_where_somebody_went_is_not_where_another_deed_was() -> None:
    went = (
        "Mira Lendal mourned on Instagram. Earlier this week, Lendal travelled to Malta to spend the holidays with her "
        "cousin Tomas Varga."
    )
    died = (
        "“I held you in my arms!” Tomas Varga, the cousin of Lendal, died after being shot in Malta, where she spent the "
        "holidays."
    )
    found = places(went, died)
    assert any("Malta" in r.span.text for claim in found for r in claim.readings)
    assert "AGREE" not in {claim.verdict for claim in found}
