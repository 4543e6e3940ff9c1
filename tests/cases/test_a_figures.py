# ruff: noqa: E501  (cases: one line a wording)
"""Public cases, section A: tolls and other figures (each from a failure reported of a tool of this kind)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases.record import figures, is_figure, numbers, record, row_with, rows, voices
from variorum.model import DateValue, QuantityValue

RESPECTIVELY = {
    "C01": ("Mudslides killed 5 and 6 people in Kelt and Belmar respectively.", "Six people died in Belmar.", "Kelt", "Belmar"),
    "C01, left dead": ("The storm left 5 and 6 dead in Orvel and Tarn, respectively.", "In Tarn six people died.", "Orvel", "Tarn"),
    "C01, passive": (
        "Five and six people were killed in Orvel and Belmar respectively, the army said.",
        "Six people were killed in Belmar.",
        "Orvel",
        "Belmar",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("first", "second", "lesser", "greater"), RESPECTIVELY.values(), ids=RESPECTIVELY)
def test_two_tolls_told_respectively_belong_to_their_places(
    first: str, second: str, lesser: str, greater: str, tmp_path: Path
) -> None:
    """C01: quantulum3#200."""
    made = record(tmp_path, first, second)
    five, six = row_with(made, "killed", 5), row_with(made, "killed", 6)
    assert (five.verdict, set(figures(five)), six.verdict, set(figures(six))) == ("SOLE", {"r1"}, "AGREE", {"r1", "r2"})
    assert lesser in about(made, five)
    assert greater in about(made, six)
    assert not {5.5, 11.0} & numbers(made)
    assert all(
        pair in {(5.0, 5.0), (6.0, 6.0)} for c in rows(made, "killed") for f in figures(c).values() for pair in f
    )


def about(made, claim) -> str:  # type: ignore[no-untyped-def]
    """The names of what a row is about: the entity, or the event's place and words."""
    names = {e.id: e.name for e in made.entities}
    for one in made.events:
        if one.id == claim.about:
            return f"{names.get(one.where or '')} {one.label}"
    return names[claim.about]


SUMS = {
    "C03": ("The blast killed two men and three women, ten years after a similar attack.", "Five people died in the blast."),
    "C03, three parts": (
        "A soldier was hurt when the bomb killed one officer, one driver and three guards, twelve years after another bombing.",
        "The bomb killed five people.",
    ),
    "C03, passive": ("Three nurses and two doctors were killed in the explosion.", "Five people were killed in the explosion."),
}  # fmt: skip


@pytest.mark.parametrize(("first", "second"), SUMS.values(), ids=SUMS)
def test_parts_of_a_toll_make_a_sum_that_says_it_is_inferred(first: str, second: str, tmp_path: Path) -> None:
    """C03: w2n#69."""
    made = record(tmp_path, first, second)
    row = row_with(made, "killed", 5)
    assert (row.verdict, set(figures(row))) == ("AGREE", {"r1", "r2"})
    total = next(r for r in row.readings if r.report == "r1" and is_figure(r, 5))
    assert "sum" in (total.inferred or "")
    assert all(r.inferred is None for r in row.readings if r.report == "r2")
    assert not {10.0, 12.0} & {
        n for c in rows(made, "killed", "injured") for f in figures(c).values() for p in f for n in p
    }


def test_a_whole_told_with_its_parts_is_not_added_to_them(tmp_path: Path) -> None:
    """C03, the other way round: the parts of a number that is told."""
    made = record(tmp_path, "The blast killed five people, two men and three women.", "Five people died in the blast.")
    assert row_with(made, "killed", 5).verdict == "AGREE"
    assert 10.0 not in numbers(made)
    assert all(r.inferred is None for r in row_with(made, "killed", 5).readings)


@pytest.mark.parametrize(
    "text",
    [
        "A gunman shot dead four men, two women and a child in Kelt on Monday.",
        "The blast in Kelt killed two men and three women, as well as a child.",
        "The blast in Kelt killed one attacker and three guards.",
    ],
)
def test_what_is_not_all_counted_makes_no_sum(text: str, tmp_path: Path) -> None:
    """C03, where a sum would be a guess."""
    made = record(tmp_path, text)
    assert rows(made, "killed")
    assert all(r.inferred is None for c in rows(made, "killed") for r in c.readings)


RUNS = {
    "C04": ("There were perhaps three, four hundred people in the hall, the owner said.", 300, 400),
    "C04, thousands": ("Some five, six thousand people came to the square, the owner said.", 5000, 6000),
    "C04, digits": ("Maybe 20, 30 people stood at the gate, the owner said.", 20, 30),
}


@pytest.mark.parametrize(("text", "low", "high"), RUNS.values(), ids=RUNS)
def test_a_hedged_run_of_numbers_is_a_range(text: str, low: float, high: float, tmp_path: Path) -> None:
    """C04: text2digits#41."""
    made = record(tmp_path, text)
    row = row_with(made, "people", (low, high))
    (reading,) = row.readings
    assert isinstance(reading.value, QuantityValue)
    assert reading.value.approximate
    assert (row.verdict, voices(reading)) == ("SOLE", ["owner"])
    assert numbers(made) == {low, high}
    assert not rows(made, "killed", "injured")


def test_numbers_of_a_list_are_no_guess(tmp_path: Path) -> None:
    """C04, the other way round."""
    made = record(tmp_path, "Some 20, 30 and 40 people came to the three halls, the owner said.")
    assert not [r for c in made.claims for r in c.readings if is_figure(r, (20, 30))]


THIN = {
    "C06": ("In 2012–13 floods displaced 16\u202f000 families.", "16,000 families were displaced in the 2012-13 season.", "famil"),
    "C06, thin space": ("In 2012–13 war uprooted 16\u2009000 people.", "16,000 people were uprooted in 2012-13.", "people"),
    "C06, plain space": ("The storms of 2012-13 drove 16 000 people from their homes.", "16,000 people were driven from their homes in 2012–13.", "people"),
}  # fmt: skip


@pytest.mark.parametrize(("first", "second", "of"), THIN.values(), ids=THIN)
def test_thin_spaces_hold_a_number_together_and_a_pair_of_years_is_a_period(
    first: str, second: str, of: str, tmp_path: Path
) -> None:
    """C06: quantulum3#45."""
    made = record(tmp_path, first, second)
    row = row_with(made, "displaced", 16000, of)
    assert (row.verdict, set(figures(row))) == ("AGREE", {"r1", "r2"})
    assert {r.value.edtf for c in rows(made, "date") for r in c.readings if isinstance(r.value, DateValue)} == {
        "2012/2013"
    }
    assert numbers(made) == {16000.0}


FIRES = {
    "C07": (
        "Flames swept 2,900 hectares near Kelt, killed 40 cattle and took nine homes. No one was hurt.",
        "Nobody was injured in the fire near Kelt, which took nine houses.",
        "cattle",
    ),
    "C07, sheep": (
        "Fire near Kelt swept 2,900 hectares and destroyed nine homes. It killed 40 sheep. There were no injuries.",
        "No one was hurt in the fire near Kelt, which destroyed nine houses.",
        "sheep",
    ),
}


@pytest.mark.parametrize(("first", "second", "of"), FIRES.values(), ids=FIRES)
def test_dead_animals_are_no_dead_people(first: str, second: str, of: str, tmp_path: Path) -> None:
    """C07: OpenIE-standalone#53."""
    made = record(tmp_path, first, second)
    row = row_with(made, "killed", 40, of)
    assert (row.verdict, set(figures(row))) == ("SOLE", {"r1"})
    assert of in row.question
    assert not [
        c
        for c in rows(made, "killed", "injured", "people")
        if c is not row and any((40.0, 40.0) in pairs for pairs in figures(c).values())
    ]
    hurt = row_with(made, "injured", 0)
    assert (hurt.verdict, set(figures(hurt))) == ("AGREE", {"r1", "r2"})
    assert any(is_figure(r, 2900) and r.value.unit == "hectare" for c in rows(made, "amount") for r in c.readings)  # type: ignore[union-attr]
    assert not [s.text for story in made.stories for s in story.summary if "40" in s.text and "illed: " in s.text]
    homes = row_with(made, "count", 9)
    assert (homes.verdict, set(figures(homes))) == ("AGREE", {"r1", "r2"})


CARED_FOR = {
    "C09": ("Quake in Norvia\n\nThe ministry counts 16,740 injured.", "Quake in Norvia\n\nHospitals have treated 73,356 people since the quake."),
    "C09, no headline": ("The ministry counts 16,740 injured.", "Hospitals have treated 73,356 people since the quake."),
    "C09, nursed": (
        "The quake in Norvia injured 16,740 people, the ministry said.",
        "Field clinics have given care to 73,356 people since the quake in Norvia.",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("first", "second"), CARED_FOR.values(), ids=CARED_FOR)
def test_injured_and_treated_are_two_counts(first: str, second: str, tmp_path: Path) -> None:
    """C09: watchboard#248."""
    made = record(tmp_path, first, second)
    injured = row_with(made, "injured", 16740)
    treated = next(c for c in made.claims if any(is_figure(r, 73356) for r in c.readings))
    assert 90096.0 not in numbers(made)
    assert 86358.0 not in numbers(made)
    if injured.id == treated.id:
        assert (injured.verdict, injured.reason) == ("DIFFER", "definition")
    else:
        assert (injured.verdict, treated.verdict) == ("SOLE", "SOLE")


def test_two_tolls_of_two_dates_are_an_update_with_their_voices(tmp_path: Path) -> None:
    """C10: watchboard#231, #236."""
    head = "Fever outbreak in Norvia"
    made = record(
        tmp_path,
        f"{head}\n\nThe fever's toll stood at 6,301 as of 10 August, a UN report said.",
        f"{head}\n\nSome 6,438 have died of the fever, according to a response update for 14-17 August.",
        published=("2014-08-20", "2014-08-20"),
    )
    (row,) = rows(made, "killed")
    assert (row.verdict, row.reason) == ("DIFFER", "update")
    assert figures(row) == {"r1": {(6301, 6301)}, "r2": {(6438, 6438)}}
    by_report = {r.report: r for r in row.readings}
    assert by_report["r1"].as_of == "2014-08-10"
    assert by_report["r2"].as_of == "2014-08-14/2014-08-17"
    assert "un report" in " ".join(voices(by_report["r1"]))
    assert "update" in " ".join(voices(by_report["r2"]))
    assert numbers(made) == {6301.0, 6438.0}


@pytest.mark.parametrize(
    ("words", "as_of"),
    [
        ("By Sunday evening the death toll had risen to 31, officials said.", "2014-08-17"),
        ("As of 18 August, 31 people had died.", "2014-08-18"),
        ("At least 31 people have been killed, according to a tally of 19 August.", "2014-08-19"),
    ],
)
def test_a_toll_says_as_of_when_it_is_told(words: str, as_of: str, tmp_path: Path) -> None:
    """C10, other words."""
    made = record(tmp_path, f"Fever outbreak in Norvia\n\n{words}", published=("2014-08-20",))
    (row,) = rows(made, "killed")
    assert [r.as_of for r in row.readings] == [as_of]


EXTENTS = {
    "C12": ("The quake has killed 31,643 people in Norvia.", "More than 33,100 people have died in Norvia and Sudria."),
    "C12, both countries": (
        "The quake has killed 31,643 people in Norvia, the ministry said.",
        "More than 33,100 people have been killed by the quake in both Norvia and Sudria.",
    ),
    "C12, across": ("In Norvia 31,643 people died in the quake.", "The quake has killed more than 33,100 people across Norvia and Sudria."),
}  # fmt: skip


@pytest.mark.parametrize(("first", "second"), EXTENTS.values(), ids=EXTENTS)
def test_a_toll_of_two_countries_does_not_contradict_that_of_one(first: str, second: str, tmp_path: Path) -> None:
    """C12: turkiye-relief-dao#75."""
    made = record(tmp_path, first, second)
    one, both = row_with(made, "killed", 31643), row_with(made, "killed", (33100, None))
    if one.id == both.id:
        assert (one.verdict, one.reason) == ("DIFFER", "definition")
        assert "Norvia and Sudria" in one.why
    else:
        assert (one.verdict, both.verdict) == ("SOLE", "SOLE")
    reading = next(r for r in both.readings if r.report == "r2")
    assert "Norvia and Sudria" in reading.span.text
    assert all(e.coordinates is None for e in made.entities if e.name in {"Norvia", "Sudria"})
