"""Rows of figures: what two reports count is one thing, or it is two."""

from __future__ import annotations

import re

import pytest

from variorum.collate.draft import DraftReading
from variorum.collate.questions import told_once_each
from variorum.model import Annotation, QuantityValue, Report, Span
from variorum.resolve.lookup import Lookup


def lookup(*texts: str) -> Lookup:
    """Reports "a", "b" … of these texts."""
    reports = [Report(name, name, "", text) for name, text in zip("ab", texts, strict=False)]
    return Lookup([Annotation(r, (), (), (), (), (), (), ()) for r in reports], ())


def reading(report: str, low: float, high: float | None, words: str) -> DraftReading:
    return DraftReading(QuantityValue(low, high, of="clients"), Span(report, 0, len(words), words))


@pytest.mark.parametrize(
    ("one", "other", "rows"),
    [
        ((8000, 8000, "8,000 clients"), (9000, 9000, "9,000 clients"), 1),
        ((8000, 8000, "8,000 Danish clients"), (9000, 9000, "9,000 clients"), 2),
        ((3, 3, "three apes"), (2, 2, "Two female apes"), 2),
        ((7, 7, "seven clients"), (2, 2, "two clients"), 2),
        ((8000, None, "at least 8,000 clients"), (9000, 9000, "another 9,000 clients"), 1),
        ((2000, None, "at least 2,000 clients"), (200000, None, "at least 200,000 clients"), 2),
        ((8000, 8000, "8,000 clients"), (2e6, None, "millions of clients"), 2),
        ((2.5e6, 2.5e6, "2.5 million clients"), (2e6, None, "millions of clients"), 1),
    ],
)
def test_two_counts_told_once_each_are_one_question_where_nothing_tells_them_apart(
    one: tuple[float, float, str], other: tuple[float, float | None, str], rows: int
) -> None:
    clusters = [[("h1", reading("a", *one))], [("h1", reading("b", *other))]]
    assert len(told_once_each(clusters, lookup("", ""))) == rows


@pytest.mark.parametrize(
    ("one", "other", "rows"),
    [
        ((12, "12-nation"), (11, "11 nations"), 2),
        ((48, "48-nation", " accord"), (12, "12-nation", " committee"), 2),
        ((48, "48-nation", " accord"), (47, "47-nation", " trade accord"), 1),
        ((48, "48 nations"), (47, "47 nations"), 1),
    ],
)
def test_a_figure_that_describes_a_thing_is_compared_with_what_describes_it_too(
    one: tuple[float, str, *tuple[str, ...]], other: tuple[float, str, *tuple[str, ...]], rows: int
) -> None:
    clusters, texts = [], []
    for report, (low, words, *after) in (("a", one), ("b", other)):
        noun = re.split(r"[ -]", words)[-1]
        span = Span(report, 0, len(words), words)
        clusters.append([("h1", DraftReading(QuantityValue(low, low, of=noun), span))])
        texts.append(words + "".join(after))
    assert len(told_once_each(clusters, lookup(*texts))) == rows
