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


CAPITAL = (
    "Norvia hits Sudrian capital with missiles\n\nNorvia fired missiles at the capital of Sudria on Monday.",
    "Nine killed in strikes on Vell\n\nNine people were killed in strikes on Vell, the Sudrian capital, on Monday.",
)


def test_one_happening_told_without_a_word_in_common_is_one_story(tmp_path: Path) -> None:
    """C37: worldmonitor#6030, #3195."""
    made = record(tmp_path, *CAPITAL, published=("2021-03-01", "2021-03-01"))
    assert [s.reports for s in made.stories] == [("r1", "r2")]
    assert row_with(made, "killed", 9).verdict == "SOLE"


@pytest.mark.xfail(
    reason="a capital that one report describes is not joined to the city that the other names and calls so"
)
def test_a_capital_named_in_one_report_and_described_in_the_other_is_one_place(tmp_path: Path) -> None:
    """C37, the place."""
    made = record(tmp_path, *CAPITAL, published=("2021-03-01", "2021-03-01"))
    vell = entity(made, "Vell")
    (where,) = [c for c in rows(made, "place") if vell.id in entities_in(c)]
    assert where.verdict == "AGREE"


KIDNAPPINGS = {
    "C38": (
        ("Gunmen kidnapped 100 schoolgirls from a school in Ardova on Monday night.", "2014-04-15"),
        ("Militants abducted 129 schoolgirls from a school in Ardova on 14 April, the army said.", "2014-04-16"),
        ("More than 200 schoolgirls were kidnapped from a school in Ardova on 15 April, parents said.", "2014-04-18"),
        (
            "The 223 schoolgirls who were kidnapped in Ardova on 14 April are still missing, the governor said.",
            "2014-04-22",
        ),
        (
            "Police say that 276 schoolgirls were abducted from the school in Ardova on Monday night, 14 April.",
            "2014-05-02",
        ),
    ),
    "C38, villagers": (
        ("Raiders abducted 40 villagers from a market in Tarn late on Sunday.", "2018-06-11"),
        ("Sixty villagers were kidnapped from the market in Tarn on 10 June, the mayor said.", "2018-06-12"),
        ("More than 70 villagers were abducted from a market in Tarn on 11 June, elders said.", "2018-06-14"),
    ),
}


@pytest.mark.parametrize("reports", KIDNAPPINGS.values(), ids=KIDNAPPINGS)
def test_one_kidnapping_told_with_many_details_is_one_event(
    reports: tuple[tuple[str, str], ...], tmp_path: Path
) -> None:
    """C38: badhessian.org 2014."""
    made = record(tmp_path, *(text for text, _ in reports), published=tuple(date for _, date in reports))
    (story,) = made.stories
    assert len(story.reports) == len(reports)
    told = [e for e in made.events if e.category == "ASSAULT"]
    assert len(told) == 1
    (row,) = rows(made, "kidnapped")
    assert (row.verdict, row.reason in {"update", "attribution"}) == ("DIFFER", True)
    assert len({pair for pairs in figures(row).values() for pair in pairs}) == len(reports)
    assert set(figures(row)) == {f"r{n}" for n in range(1, len(reports) + 1)}
    (when,) = rows(made, "date")
    assert (when.verdict, len(dates(when))) == ("DIFFER", 2)


def test_two_kidnappings_of_two_days_in_one_report_stay_two(tmp_path: Path) -> None:
    """C38, the other way round."""
    text = "Raiders abducted 40 villagers in Tarn on 10 June. On 11 June raiders abducted 70 villagers in Tarn."
    made = record(tmp_path, text, published=("2018-06-12",))
    assert len([e for e in made.events if e.category == "ASSAULT"]) == 2


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
