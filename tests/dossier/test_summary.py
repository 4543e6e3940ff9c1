"""The paragraph that opens a story: nothing in quotation marks that nobody said, no figure finer than it was told."""

from __future__ import annotations

import pytest

from tests.reports import report
from variorum.annotate.pipeline import annotate
from variorum.api import dossier_of
from variorum.dossier.foremost import Foremost
from variorum.dossier.summary import agreed_besides
from variorum.model import ChainLink, Claim, Reading, TextValue


def summary(*texts: str) -> str:
    made = dossier_of([report(f"r{n}", text, published="2021-03-03") for n, text in enumerate(texts)])
    return " ".join(sentence.text for story in made.stories for sentence in story.summary)


def test_what_no_report_quotes_stands_without_quotation_marks() -> None:
    told = summary(
        "Belmar bridge closed\n\nMira Lendal said on Tuesday that the old bridge of Belmar would stay closed until May.",
        "Bridge stays shut\n\nThe old bridge of Belmar would stay closed until May, Mira Lendal said. Boats go twice a day.",
    )
    assert "Mira Lendal, in several reports: the old bridge of Belmar would stay closed until May." in told.replace(
        "The old", "the old"
    )


def test_a_vague_toll_is_told_in_its_own_word() -> None:
    told = summary("Fire in Belmar\n\nDozens of people were injured in a fire in Belmar on Tuesday.")
    assert "Injured: dozens (at least 24)" in told


def test_a_happening_is_named_by_a_clause_that_stands_by_itself() -> None:
    told = summary(
        "A boy fell into a pit in Ardova on Saturday, then fell asleep. He fell into the pit at noon, Mira Lendal said.",
        "A boy fell into a pit in Ardova. He climbed a fence on Saturday and fell in. They pulled him out.",
    )
    assert told.startswith("A boy fell into a pit in Ardova")


def test_a_happening_is_named_by_a_clause_that_points_at_nobody() -> None:
    told = summary(
        "A guard robbed them in Ardova. Mira Lendal was calm.",
        "A guard robbed two players of a team in Ardova. Mira Lendal was calm.",
    )
    assert not told.startswith("A guard robbed them")


def test_prison_is_no_place_where_somebody_was_judged() -> None:
    told = summary("A court sentenced Mira Lendal to three years in prison on Monday. Jonas Brek was calm.")
    assert "place: prison" not in told


def test_a_place_that_one_of_several_reports_names_stands_with_it() -> None:
    told = summary(
        "Police shot Mira Lendal in Paris on Tuesday. The night was calm.",
        "Police shot Mira Lendal on Tuesday. The night was calm.",
    )
    assert "place: Paris, by r0 alone" in told


def test_what_else_the_accounts_agree_on_follows_in_words_that_stand_by_themselves() -> None:
    told = summary(
        "Ferry sinks off Kelt\n\nA ferry sank off Kelt on Monday. The old harbour of Belmar was closed for two days.",
        "Ferry lost\n\nA ferry sank off Kelt on Monday morning. Belmar's old harbour was closed for two days by the mayor.",
    )
    assert told.startswith("A ferry sank off Kelt on Monday")
    assert "The old harbour of Belmar was closed for two days (told by 2 reports)." in told


def test_what_somebody_says_is_not_what_happened() -> None:
    quoted = '"Oder Bank robbed Jonas Brek of the family house on Friday," Mira Lendal said. '
    between = "The weather is fine there as a rule. " * 20
    told = summary(
        f"{quoted}{between}The council closed the harbour on Monday.",
        f"{quoted}It was late. {between}The council closed the harbour on Monday, as planned.",
    )
    assert told.startswith("The council closed the harbour on Monday")


@pytest.mark.parametrize("cited", [False, True])
def test_what_several_reports_have_from_somebody_is_not_told_plainly(cited: bool) -> None:
    reports = [report(n, "The old harbour of Belmar was closed for two days. It rained.") for n in ("r0", "r1")]
    spans = [one.span(0, one.text.index(".")) for one in reports]
    voices = [(ChainLink("Oder Bank", None, span),) if cited else () for span in spans]
    row = Claim(
        id="c1",
        story="s1",
        about="h1",
        slot="other",
        question="What was closed?",
        verdict="AGREE",
        reason=None,
        why="two accounts tell it",
        range=None,
        readings=tuple(
            Reading(span.report, span.report, TextValue(span.text), span, voice)
            for span, voice in zip(spans, voices, strict=True)
        ),
    )
    told = list(agreed_besides([row], "A ferry sank", Foremost([annotate(one) for one in reports])))
    assert len(told) == (0 if cited else 1)


def test_a_figure_that_one_report_alone_prints_does_not_stand_in_the_words_for_all() -> None:
    told = summary(
        "A ferry with 25 people on board struck a bridge in Belmar on Monday. The ferry struck the bridge at noon.",
        "A ferry with 27 people on board struck a bridge in Belmar on Monday. The ferry was late.",
    )
    assert told.startswith("The ferry struck the bridge at noon (told by 2 reports")
