# ruff: noqa: E501  (cases: one line a wording)
"""Public cases, section F: copies, stories, parts of a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases.record import dates, entities_in, entity, figures, read_blocks, record, row_with, rows
from variorum import brief

WIRE = (
    "Three people died when a tram left the rails in Kelt on Monday, the fire service said, and 14 were taken to hospital.",
    "The tram, an old one, had passed a check in the spring, according to the transport board, which runs the line.",
    '"We heard a scream of metal and then nothing," said Nadia Wray, who lives across the street from the bend.',
    "The prosecutor opened an inquiry and took the driver's telephone, a spokesman said.",
    "The line will stay closed until Friday, the board said, and buses will run in place of trams.",
    "The mayor, Karl Oder, visited the wounded in the evening and promised that old trams would be taken out of service.",
)
LOCAL = (
    "Commuters from Belmar were among the first at the scene, and a Belmar baker gave them bread and tea until dawn."
)
ELSEWHERE = (
    "Derailed tram kills three in Kelt\n\nA tram jumped the tracks in Kelt on Monday, killing three people and hurting 14, "
    "firefighters said.\n\nPassengers told this newspaper that it had gone too fast. Karl Oder, the mayor, went to the hospital.\n"
)


def test_one_agency_text_in_three_papers_is_one_account(tmp_path: Path) -> None:
    """C35: mediacloud/backend#240."""
    made = record(
        tmp_path,
        "Tram leaves rails in Kelt, three dead\n\nKELT (AP) — " + "\n\n".join(WIRE),
        "Three dead as tram derails\n\n" + "\n\n".join(WIRE[:4]),
        "Kelt tram crash kills three\n\nBy Jonas Brek\n\n" + "\n\n".join((LOCAL, *WIRE)),
        ELSEWHERE,
    )
    assert [a.reports for a in made.accounts] == [("r1", "r2", "r3"), ("r4",)]
    own = [s.text for s in made.accounts[0].own if s.report == "r3"]
    assert any(LOCAL in text or text in LOCAL for text in own)
    assert not any("prosecutor" in text for text in own)
    for claim in made.claims:
        if "r4" not in {r.report for r in claim.readings}:
            assert claim.verdict == "SOLE"
    assert row_with(made, "killed", 3).verdict == "AGREE"


@pytest.mark.xfail(
    reason="the two reports share a demonym that no gazetteer knows and a day: too little to join stories"
)
def test_a_capital_named_in_one_report_and_described_in_the_other_is_one_story(tmp_path: Path) -> None:
    """C37: worldmonitor#6030, #3195."""
    made = record(
        tmp_path,
        "Norvia hits Sudrian capital with missiles\n\nNorvia fired missiles at the capital of Sudria on Monday.",
        "Nine killed in strikes on Vell\n\nNine people were killed in strikes on Vell, the Sudrian capital, on Monday.",
        published=("2021-03-01", "2021-03-01"),
    )
    (story,) = made.stories
    assert story.reports == ("r1", "r2")
    vell = entity(made, "Vell")
    (where,) = [c for c in rows(made, "place") if vell.id in entities_in(c)]
    assert where.verdict == "AGREE"
    assert row_with(made, "killed", 9).verdict == "SOLE"


@pytest.mark.xfail(
    reason="another day in a report founds another happening: 15 April is not joined to the night of 14 April"
)
def test_one_kidnapping_told_with_many_details_is_one_event(tmp_path: Path) -> None:
    """C38: badhessian.org 2014."""
    made = record(
        tmp_path,
        "Gunmen kidnapped 100 schoolgirls from a school in Ardova on Monday night.",
        "Militants abducted 129 schoolgirls from a school in Ardova on 14 April, the army said.",
        "More than 200 schoolgirls were kidnapped from a school in Ardova on 15 April, parents said.",
        "The 223 schoolgirls who were kidnapped in Ardova on 14 April are still missing, the governor said.",
        "Police say that 276 schoolgirls were abducted from the school in Ardova on Monday night, 14 April.",
        published=("2014-04-15", "2014-04-16", "2014-04-18", "2014-04-22", "2014-05-02"),
    )
    (story,) = made.stories
    assert len(story.reports) == 5
    assert len([e for e in made.events if any("kidnapped" in m.text or "abducted" in m.text for m in e.mentions)]) == 1
    (row,) = rows(made, "kidnapped")
    assert (row.verdict, row.reason in {"update", "attribution"}) == ("DIFFER", True)
    bounds = {pair for pairs in figures(row).values() for pair in pairs}
    assert bounds == {(100, 100), (129, 129), (200, None), (223, 223), (276, 276)}
    assert {d for c in rows(made, "date") for d in dates(c)} == {"2014-04-14", "2014-04-15"}


def test_other_stories_on_the_page_are_set_aside(tmp_path: Path) -> None:
    """C40: trafilatura#584, #80."""
    page = tmp_path / "r1.html"
    page.write_text(
        "<!doctype html><html><head><title>Mill fire kills two</title></head><body><article><h1>Mill fire kills two</h1>"
        "<p>Two people were killed when a fire swept through a paper mill in Kelt on Monday, the fire service said.</p>"
        "<figure><img src='a.jpg'><figcaption>File photo: the 2019 blast that killed 12</figcaption></figure>"
        "<p>The fire began in a store room and spread to the roof within minutes, said the fire chief, Mira Lendal.</p>"
        "<p><a href='/ferry'>Read more: 40 dead in ferry disaster</a></p>"
        "<p>The mill was closed for the week and the council promised an inquiry into the cause of the fire.</p></article>"
        "<article><h1>Storm closes port of Belmar</h1><p>Nine people died when a storm closed the port of Belmar on Tuesday, "
        "officials said in a statement.</p><p>The harbour master said that boats had been lost and the port damaged.</p></article>"
        "</body></html>",
        encoding="utf-8",
    )
    made = brief([page])
    assert {pair for c in rows(made, "killed") for f in figures(c).values() for pair in f} == {(2, 2)}
    aside = {s.span.text: s.why for s in made.set_aside}
    for words in (
        "the 2019 blast that killed 12",
        "40 dead in ferry disaster",
        "Nine people died",
        "Storm closes port",
    ):
        assert any(words in text and why for text, why in aside.items())
        assert not any(words in block for block in read_blocks(made))
