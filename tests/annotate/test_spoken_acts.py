"""Spoken acts: what a statement counts as by what its speaker does with his words; all else that is said leaves it uncoded."""

from __future__ import annotations

import pytest

from tests.reports import report
from variorum.annotate.pipeline import annotate
from variorum.api import dossier_of


def act(text: str) -> tuple[str | None, list[str]]:
    """The act of the first clause of saying, and whom it is done to."""
    told = annotate(report("r", text, published="2021-03-05")).propositions
    saying = next(p for p in told if p.frame == "say")
    assert saying.category is None
    return saying.act, [a.span.text for a in saying.recipients]


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ('"I\'m not going to pay for the bridge," Mira Lendal told reporters.', "REJECT"),
        ("Mira Lendal said she will not pay for the bridge.", "REJECT"),
        ("Mira Lendal said she was not willing to pay for the bridge.", "REJECT"),
        ('"We cannot accept the proposal," Mira Lendal said.', "REJECT"),
        ('"The mayor must open the bridge," Mira Lendal said.', "REQUEST"),
        ("Mira Lendal said the mayor should open the bridge.", "REQUEST"),
        ('"I apologize to the mayor," Mira Lendal said.', "SUPPORT"),
        ('"The decision is a disgrace," Mira Lendal said.', "ACCUSE"),
        ("Mira Lendal said that the charges were politically motivated.", "ACCUSE"),
        # what is only told
        ("Mira Lendal said that she did not know the mayor.", None),
        ("Mira Lendal said that the mayor will not pay for the bridge.", None),
        ("Mira Lendal said that she will never stop reading.", None),
        ('"I would not use that word," Mira Lendal said.', None),
        ("Mira Lendal said that the decision is not a disgrace.", None),
        ("Mira Lendal said that the weather was bad.", None),
        ("Police said that they were investigating the mayor.", None),
        ("Mira Lendal said that the mayor apologized to the club.", None),
    ],
)
def test_what_the_speaker_does_by_his_words_makes_the_act_of_a_statement(text: str, category: str | None) -> None:
    assert act(text)[0] == category


def test_a_statement_is_done_to_whom_its_words_are_about_and_not_to_those_who_hear_it() -> None:
    assert act('"The mayor must open the bridge," Mira Lendal told Jonas Brek.')[1] == ["The mayor"]
    text = 'Ardova has a new bridge. "Carl Ossen should resign," Mira Lendal told Jonas Brek of the Ardova Herald on Friday.'
    events = dossier_of([report("r", text, published="2021-03-05")])
    event = next(e for e in events.events if any("told" in m.text for m in e.mentions))
    names = {e.id: e.name for e in events.entities}
    assert event.category == "REQUEST"
    assert [names[e] for e in event.recipients] == ["Carl Ossen"]
