"""Told of somebody: what several accounts tell alike."""

from __future__ import annotations

from itertools import permutations

from variorum.collate.draft import DraftReading, DraftRow
from variorum.collate.told_of import in_text_order, told_by_several
from variorum.model import Span, TextValue, Voice

TEXT = "Anna Berg told Ostra Radio that the bridge is closed."


def reading(report: str, start: int, end: int, *through: int) -> DraftReading:
    span = Span(report, start, end, TEXT[start:end])
    return DraftReading(TextValue(span.text), span, tuple(Voice(span, mention) for mention in through))


def test_of_two_readings_of_the_same_words_the_one_found_first_stands() -> None:
    for found in permutations([reading("r1", 10, 26, mention) for mention in range(5)]):
        assert in_text_order((*found, found[0])) == found


def test_what_a_report_tells_itself_stands_before_the_same_words_in_somebodys_voice() -> None:
    own, voiced = reading("r1", 10, 26), reading("r1", 10, 26, 1)
    assert in_text_order([voiced, own]) == (own, voiced)


def test_a_row_has_the_first_reading_of_each_report_that_tells_it() -> None:
    told = in_text_order([reading("r1", 10, 26), reading("r2", 10, 26), reading("r1", 0, 9)])
    row = DraftRow("s1", "e1", "other", "To whom did Anna Berg speak?", told)
    [found] = told_by_several(row, {"r1": "a1", "r2": "a2"})
    assert found.readings == (reading("r1", 0, 9), reading("r2", 10, 26))
    assert not list(told_by_several(row, {"r1": "a1", "r2": "a1"}))
