"""PLOVER contexts by the words that tell of them."""

from __future__ import annotations

from tests.reports import report
from variorum.api import dossier_of
from variorum.knowledge.contexts import contexts_of


def test_a_text_is_of_the_context_of_which_it_has_most_words() -> None:
    assert contexts_of("A court in Ardova sentenced the trader, a judge said.") == ("legal",)
    assert contexts_of("The refugees were deported by soldiers.") == ("asylum",)
    assert contexts_of("The ferry was late.") == ()


def test_an_event_has_the_contexts_of_its_tellings() -> None:
    made = dossier_of([report("r", "Ardova news\n\nRebels attacked a military base in Belmar on Monday.")])
    assert [e.context for e in made.events if e.category == "ASSAULT"] == [("military",)]
