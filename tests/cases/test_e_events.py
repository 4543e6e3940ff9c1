# ruff: noqa: E501  (cases: one line a wording)
"""Public cases, section E: events, persons and names."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases.record import entity, record

HELD_BACK = {
    "C32": ("The northern army is delaying a shipment of aid to Cubara.", "Aid for Cubara has been held back by the northern army.", "northern army", "Cubara"),
    "C32, blocked": ("The rebels are blocking a convoy of food aid to Belmar.", "Food aid for Belmar is being blocked by the rebels.", "rebels", "Belmar"),
}  # fmt: skip


@pytest.mark.parametrize(("first", "second", "actor", "recipient"), HELD_BACK.values(), ids=HELD_BACK)
def test_aid_that_is_held_back_is_not_given(
    first: str, second: str, actor: str, recipient: str, tmp_path: Path
) -> None:
    """C32: UniversalPetrarch#33."""
    made = record(tmp_path, first, second)
    (one,) = made.events
    assert one.category != "AID"
    assert one.status == "happened"
    names = {e.id: e.name.casefold().removeprefix("the ") for e in made.entities}
    assert [names[e] for e in one.actors] == [actor]
    assert recipient.casefold() in [names[e] for e in one.recipients]
    assert {m.report for m in one.mentions} == {"r1", "r2"}
    (row,) = [
        c
        for c in made.claims
        if {r.report for r in c.readings} == {"r1", "r2"} and c.slot in {"other", "reaction", "status"}
    ]
    assert row.verdict == "AGREE"


SPELLINGS = {
    "C33": (
        "General Qasim Haddawi said the bridge was lost.",
        "Gen. Qassem al-Hadawy said that the bridge was lost.",
        "Kasem Haddaoui, the general, spoke of the lost bridge.",
        "The mayor met the general's men and his brother Karim Haddawi at the bridge.",
        ("Qasim Haddawi", "Qassem al-Hadawy", "Kasem Haddaoui"),
        "Karim Haddawi",
    ),
    "C33, another": (
        "Colonel Ibrahim Rahmani said the port was safe.",
        "Col. Ebrahim al-Rahmany said that the port was safe.",
        "Ibraheem Rahmani, the colonel, spoke of the port.",
        "His brother Ismail Rahmani kept away from the port.",
        ("Ibrahim Rahmani", "Ebrahim al-Rahmany", "Ibraheem Rahmani"),
        "Ismail Rahmani",
    ),
}


@pytest.mark.parametrize(("one", "two", "three", "four", "spellings", "brother"), SPELLINGS.values(), ids=SPELLINGS)
def test_spellings_of_one_name_are_one_person_and_his_brother_another(
    one: str, two: str, three: str, four: str, spellings: tuple[str, ...], brother: str, tmp_path: Path
) -> None:
    """C33: alias-generator#5."""
    made = record(tmp_path, one, two, three, four)
    ids = {entity(made, name).id for name in spellings}
    assert len(ids) == 1
    assert "spelling" in entity(made, spellings[0]).why
    assert entity(made, brother).id not in ids
