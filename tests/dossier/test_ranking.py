"""Which rows come first: what is told by several, what tells harm, and nothing twice."""

from __future__ import annotations

from tests.reports import report
from variorum.dossier.ranking import ranked
from variorum.model import Annotation, Claim, QuantityValue, Reading, Report, Slot, TextValue

TEXT = "Nine people died in Ardova on Monday. The mayor left. " * 20
REPORTS = (report("a", TEXT), report("b", TEXT))


def row(name: str, slot: Slot, *at: tuple[str, int, int]) -> Claim:
    """A row of readings at these places, each report an account of its own."""
    texts: dict[str, Report] = {r.id: r for r in REPORTS}
    value = QuantityValue(9.0, 9.0) if slot in {"killed", "people"} else TextValue("words")
    readings = tuple(Reading(r, r, value, texts[r].span(start, end)) for r, start, end in at)
    verdict = "AGREE" if len({r for r, _, _ in at}) > 1 else "SOLE"
    return Claim(name, "s1", "e1", slot, f"{name}?", verdict, None, "", None, readings)  # type: ignore[arg-type]


def order(*rows: Claim) -> list[str]:
    annotations = [Annotation(r, (), (), (), (), (), (), ()) for r in REPORTS]
    forwards = [c.id for c in ranked(rows, (), annotations)]
    assert forwards == [c.id for c in ranked(rows[::-1], (), annotations)]
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
