"""A row in the making, before its verdict: one question about one thing, and what each report gives."""

from __future__ import annotations

import re

import msgspec

from variorum.model import LocalRef, QuantityValue, Slot, Span, Value, Voice

ORDER_OF_SIZE = re.compile(r"\b(?:tens|dozens|scores|hundreds|thousands|millions|billions|several|few|many)\b", re.I)

WEAK = 0.4  # confidence of a reading that goes with no other


class DraftReading(msgspec.Struct, frozen=True):
    """One report's answer.

    `kind` is what is counted or named, where that tells one definition from another; `contrast` is what a text names, where
    two different ones cannot both be right (a car, a truck). `told` is the proposition that it was read from, None
    where it stands by itself (a role, a name).
    """

    value: Value
    span: Span
    voice: tuple[Voice, ...] = ()
    as_of: str | None = None
    confidence: float = 1.0
    inferred: str | None = None
    kind: str | None = None
    contrast: str | None = None
    told: LocalRef | None = None


class DraftRow(msgspec.Struct, frozen=True):
    """A question with its readings, from one report or several. `joined` says in words why the readings were put together."""

    story: str
    about: str
    slot: Slot
    question: str
    readings: tuple[DraftReading, ...]
    joined: str = ""


def is_vague(one: DraftReading) -> bool:
    """Whether a figure is no more than an order of size ("thousands of dollars"), which two questions easily share."""
    if not isinstance(one.value, QuantityValue):
        return False
    return one.value.high is None and ORDER_OF_SIZE.search(one.span.text) is not None
