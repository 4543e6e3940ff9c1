"""Verdicts over accounts, and the reason of a difference."""

import pytest

from variorum.collate.draft import DraftReading, DraftRow
from variorum.collate.verdicts import verdict_of
from variorum.model import Annotation, DateValue, QuantityValue, Report, Span, Voice
from variorum.resolve.lookup import Lookup


def reading(report: str, low: float, *, voice: str | None = None, kind: str | None = None) -> DraftReading:
    voices = (Voice(Span(report, 50, 50 + len(voice), voice)),) if voice else ()
    return DraftReading(QuantityValue(low, low), Span(report, 0, 6, "twelve"), voices, kind=kind)


def row(*readings: DraftReading, slot: str = "killed") -> DraftRow:
    return DraftRow("s1", "h1", slot, "How many?", readings)  # type: ignore[arg-type]


def report(name: str, published: str | None = None) -> Report:
    return Report(name, name, "", "", published=published)


def verdict(of: DraftRow, accounts: dict[str, str], *reports: Report) -> tuple[str, str | None]:
    lookup = Lookup([Annotation(r, (), (), (), (), (), (), ()) for r in reports], ())
    return verdict_of(of, accounts, {r.id: r for r in reports}, lookup)[:2]


def test_one_account_alone_never_agrees() -> None:
    told = row(reading("a", 12), reading("b", 12))
    assert verdict(told, {"a": "a1", "b": "a1"}, report("a"), report("b")) == ("SOLE", None)


def test_two_accounts_with_one_figure_agree() -> None:
    told = row(reading("a", 12), reading("b", 12))
    assert verdict(told, {"a": "a1", "b": "a2"}, report("a"), report("b")) == ("AGREE", None)


def test_a_copied_report_changes_no_verdict() -> None:
    two = row(reading("a", 12), reading("b", 13))
    three = row(reading("a", 12), reading("b", 13), reading("copy", 12))
    reports = [report("a", "2020-01-01"), report("b", "2020-01-01"), report("copy", "2020-01-01")]
    before = verdict(two, {"a": "a1", "b": "a2"}, *reports)
    assert verdict(three, {"a": "a1", "b": "a2", "copy": "a1"}, *reports) == before


def test_a_toll_told_later_is_an_update() -> None:
    told = row(reading("a", 12), reading("b", 19))
    reports = report("a", "2020-01-01"), report("b", "2020-01-03")
    assert verdict(told, {"a": "a1", "b": "a2"}, *reports) == ("DIFFER", "update")


def test_figures_that_count_different_things_differ_by_definition() -> None:
    told = row(reading("a", 12, kind="in one country"), reading("b", 19, kind="in two countries"))
    assert verdict(told, {"a": "a1", "b": "a2"}, report("a"), report("b")) == ("DIFFER", "definition")


def test_two_voices_explain_a_difference_of_one_moment() -> None:
    told = row(reading("a", 12, voice="police"), reading("b", 19, voice="rebels"), slot="count")
    reports = report("a", "2020-01-01"), report("b", "2020-01-01")
    assert verdict(told, {"a": "a1", "b": "a2"}, *reports) == ("DIFFER", "attribution")


def test_what_nothing_explains_is_the_outlets_difference() -> None:
    told = row(reading("a", 12), reading("b", 19), slot="count")
    reports = report("a", "2020-01-01"), report("b", "2020-01-01")
    assert verdict(told, {"a": "a1", "b": "a2"}, *reports) == ("DIFFER", "outlet")


def least(report: str, low: float, words: str) -> DraftReading:
    return DraftReading(QuantityValue(low, None), Span(report, 0, len(words), words))


def test_an_order_of_size_holds_what_is_of_that_size() -> None:
    accounts, reports = {"a": "a1", "b": "a2"}, (report("a"), report("b"))
    scores, more = least("a", 40, "scores"), least("b", 53, "at least 53")
    assert verdict(row(scores, more, slot="injured"), accounts, *reports) == ("AGREE", None)
    dozens, many = least("a", 24, "dozens"), least("b", 500, "more than 500")
    assert verdict(row(dozens, many, slot="injured"), accounts, *reports) == ("DIFFER", "update")
    thirty = least("a", 30, "at least thirty")
    assert verdict(row(thirty, more, slot="injured"), accounts, *reports) == ("DIFFER", "update")


def test_a_number_far_beyond_an_order_of_size_is_another_count() -> None:
    told = row(least("a", 24, "dozens of thefts"), reading("b", 359), slot="count")
    assert verdict(told, {"a": "A1", "b": "A2"}, report("a", "2021-03-01"), report("b", "2021-03-05")) == (
        "DIFFER",
        "update",
    )


def test_a_bound_that_a_later_report_tops_was_raised_and_one_of_the_same_moment_was_not() -> None:
    accounts = {"a": "a1", "b": "a2"}
    told = row(least("a", 50, "at least 50"), reading("b", 58))
    first, same, after = report("a", "2020-01-01"), report("b", "2020-01-01"), report("b", "2020-01-02")
    assert verdict(told, accounts, first, after) == ("DIFFER", "update")
    assert verdict(told, accounts, first, same) == ("AGREE", None)
    assert verdict(told, accounts, report("a"), report("b")) == ("AGREE", None)


@pytest.mark.parametrize(
    ("inferred", "expected"), [("the year follows from the publication date", "AGREE"), (None, "DIFFER")]
)
def test_a_year_that_nobody_prints_makes_no_difference(inferred: str | None, expected: str) -> None:
    one = DraftReading(DateValue("2013-06-28"), Span("a", 0, 7, "June 28"), inferred=inferred)
    other = DraftReading(DateValue("2012-06-28T14:00"), Span("b", 0, 7, "June 28"))
    told = DraftRow("s1", "h1", "date", "When was it?", (one, other))
    assert verdict(told, {"a": "a1", "b": "a2"}, report("a"), report("b"))[0] == expected


def test_a_side_that_tells_its_value_without_a_source_too_does_not_rest_on_other_sources() -> None:
    told = row(reading("a", 48, voice="prosecutors"), reading("b", 47), reading("c", 48), slot="count")
    reports = [report(name, "2020-01-01") for name in ("a", "b", "c")]
    assert verdict(told, {"a": "a1", "b": "a2", "c": "a3"}, *reports) == ("DIFFER", "outlet")


def test_thousands_can_be_tens_of_thousands_as_dozens_are_not_hundreds() -> None:
    accounts, reports = {"a": "a1", "b": "a2"}, (report("a"), report("b"))
    thousands, dozens = least("a", 2000, "thousands"), least("a", 24, "dozens")
    assert verdict(row(thousands, reading("b", 22_000), slot="people"), accounts, *reports) == ("AGREE", None)
    assert verdict(row(dozens, reading("b", 359), slot="people"), accounts, *reports) == ("DIFFER", "update")
    assert verdict(row(thousands, reading("b", 500_000), slot="people"), accounts, *reports) == ("DIFFER", "update")
