"""Which rows come first: what is told by several and early, what tells harm, and nothing twice."""

from __future__ import annotations

from tests.reports import report
from variorum.dossier.ranking import ranked
from variorum.model import Annotation, Claim, QuantityValue, Reading, Report, Slot, StoryGroup, TextValue

TEXT = "Nine people died in Ardova on Monday. The mayor left. " * 20
REPORTS = (
    report("a", TEXT),
    report("b", TEXT),
    report("c", "The mayor of Ardova resigned. Her deputy takes over. " * 20),
)
STORIES = (StoryGroup("s1", ("a", "b", "c"), "they tell of one thing"),)


def row(name: str, slot: Slot, *at: tuple[str, int, int]) -> Claim:
    """A row of readings at these places, each report an account of its own."""
    texts: dict[str, Report] = {r.id: r for r in REPORTS}
    value = QuantityValue(9.0, 9.0) if slot in {"killed", "people"} else TextValue("words")
    readings = tuple(Reading(r, r, value, texts[r].span(start, end)) for r, start, end in at)
    verdict = "AGREE" if len({r for r, _, _ in at}) > 1 else "SOLE"
    return Claim(name, "s1", "e1", slot, f"{name}?", verdict, None, "", None, readings)  # type: ignore[arg-type]


def order(*rows: Claim) -> list[str]:
    annotations = [Annotation(r, (), (), (), (), (), (), ()) for r in REPORTS]
    forwards = [c.id for c in ranked(rows, (), annotations, STORIES)]
    assert forwards == [c.id for c in ranked(rows[::-1], (), annotations, STORIES)]
    return forwards


def test_what_two_accounts_tell_comes_before_what_one_tells() -> None:
    assert order(row("one", "date", ("a", 0, 4)), row("two", "other", ("a", 10, 20), ("b", 10, 20))) == ["two", "one"]


def test_deaths_come_before_who_holds_an_office() -> None:
    assert order(row("office", "role", ("a", 0, 4)), row("deaths", "killed", ("a", 40, 44))) == ["deaths", "office"]


def test_a_figure_asked_for_once_more_comes_after_what_is_new() -> None:
    rows = (
        row("toll", "killed", ("a", 0, 11)),
        row("again", "people", ("a", 0, 4)),
        row("new", "people", ("a", 200, 204)),
    )
    assert order(*rows) == ["toll", "new", "again"]


def test_what_is_told_early_comes_before_what_is_told_at_the_end() -> None:
    assert order(row("late", "other", ("a", 900, 910)), row("early", "other", ("a", 0, 10))) == ["early", "late"]


def test_what_more_reports_open_with_comes_before_what_one_opens_with() -> None:
    first, end = ("b", 0, 16), ("b", 1000, 1016)
    assert order(row("one", "place", ("a", 0, 16), end), row("both", "status", ("a", 0, 16), first))[0] == "both"


def test_what_says_again_what_stands_above_comes_after_what_is_new() -> None:
    """The same words further on are no reading of the row above, and yet nothing new."""
    rows = (
        row("toll", "killed", ("a", 0, 16)),
        row("again", "other", ("a", 54, 70)),
        row("new", "other", ("a", 93, 106)),
    )
    assert order(*rows) == ["toll", "new", "again"]


def test_what_all_reports_have_words_for_comes_before_what_one_has_words_for() -> None:
    assert order(row("own", "other", ("c", 30, 51)), row("shared", "other", ("c", 57, 72))) == ["shared", "own"]
