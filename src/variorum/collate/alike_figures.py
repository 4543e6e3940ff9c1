"""Alike figures: whether two figures of two reports count one thing, by their values and the sentences in which they stand."""

from __future__ import annotations

from variorum.collate.compare import Relation
from variorum.collate.draft import DraftReading, DraftRow, is_vague
from variorum.collate.extents import sentence_without
from variorum.collate.questions import LARGE, ROUNDED, SAME_NOUN, TELLING, told_apart_by
from variorum.collate.verdicts import relation_in
from variorum.encoder import similarity
from variorum.encoder.statement import same_statement
from variorum.knowledge.units import one_money
from variorum.model import QuantityValue
from variorum.resolve.lookup import Lookup

OF_EQUAL, OF_SMALL, OF_FITTING, OF_ROUNDED = 0.35, 0.45, 0.45, 0.3  # likeness of the sentences of two figures
NEAR_NOUN = 0.4  # likeness of what two rounded figures count
BY_NOUN = 0.2  # what a like noun weighs where several figures of a sentence are equal


def figures_alike(row: DraftRow, one: DraftReading, other: DraftReading, lookup: Lookup) -> float:
    """How far two figures are told of one thing, 0 where nothing says so."""
    needed = sentence_needed(row, one, other, lookup)
    if needed is None:
        return 0.0
    first, second = (sentence_without(lookup.annotations[r.span.report], r.span) for r in (one, other))
    score = same_statement(first, second).score
    return score + BY_NOUN * nouns(one, other) if score >= needed else 0.0


def sentence_needed(row: DraftRow, one: DraftReading, other: DraftReading, lookup: Lookup) -> float | None:
    """How alike the sentences of two figures must be: less where these are equal, more where that is easily so by chance; None
    where they cannot be one, or one is told as a further one."""
    assert isinstance(one.value, QuantityValue)
    assert isinstance(other.value, QuantityValue)
    a, b = one.value, other.value
    if (a.unit != b.unit and not one_money(a.unit, b.unit)) or told_as(one, lookup) != told_as(other, lookup):
        return None
    ours, theirs = told_apart_by(one), told_apart_by(other)
    if ours and theirs and not ours & theirs:  # credit card numbers, telephone numbers
        return None
    if (a.low, a.high) == (b.low, b.high):
        small = a.high is not None and a.high <= TELLING and a.unit is None
        return OF_SMALL if small and nouns(one, other) < SAME_NOUN else OF_EQUAL
    if relation_in(row, one, other, lookup).relation is Relation.EXCLUDES:
        return None
    return OF_ROUNDED if rounds(one, other) and nouns(one, other) >= NEAR_NOUN else OF_FITTING


def nouns(one: DraftReading, other: DraftReading) -> float:
    """How alike is what two figures count, 1 where one of them does not say it."""
    first, second = (r.value.of for r in (one, other) if isinstance(r.value, QuantityValue))
    return similarity(first, second) if first and second else 1.0


def rounds(one: DraftReading, other: DraftReading) -> bool:
    """Whether two large figures, neither only an order of size, are told with other bounds and lie near each other."""
    ends = [(r.value.low or r.value.high or 0.0) for r in (one, other) if isinstance(r.value, QuantityValue)]
    return min(ends) >= LARGE and max(ends) <= ROUNDED * min(ends) and not (is_vague(one) or is_vague(other))


def told_as(one: DraftReading, lookup: Lookup) -> tuple[str, bool]:
    """What kind of figure it is, and whether it counts more of what was counted before ("another 1,000 troops")."""
    told = [q for q in lookup.annotations[one.span.report].quantities if one.span.covers(q.span)]
    return (told[0].nature if told else "", any(q.additional for q in told))


__all__ = ["figures_alike"]
