"""Sums: figures that are parts of one toll ("two men and three women"), and what they come to together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from variorum.collate.draft import DraftReading
from variorum.collate.extents import run_of_numbers, sentence_of
from variorum.collate.number_slots import TOLL, thing_of
from variorum.knowledge.slots import load_counted
from variorum.model import Annotation, Quantity, QuantityValue

GOES_ON = re.compile(
    r"\s*(?:,\s*)?(?:and|as well as|along with|plus)\s+(?:an?|another|the|his|her|their|several|some|many)\b"
)


def runs_of_parts(annotation: Annotation, slots: dict[int, str]) -> Iterator[list[int]]:
    """Figures of one toll that are parts of one: "two men and three women", without the whole told before them."""
    seen: set[int] = set()
    for n in slots:
        if n in seen:
            continue
        run = run_of_numbers(annotation, n)
        seen.update(run)
        some = [annotation.quantities[k] for k in run]
        if len(run) > 1 and some[0].low is not None and some[0].low == sum(q.low or 0.0 for q in some[1:]):
            run, some = run[1:], some[1:]
        counted = {thing_of(q) for q in some if q.of}
        if len(run) < 2 or len(counted) < len(run) or {slots.get(k) for k in run} - TOLL:
            continue
        if len({slots.get(k) for k in run}) == 1 and not any(is_apart(q) for q in some):
            yield run


def is_whole_list(annotation: Annotation, run: Sequence[int]) -> bool:
    """Whether a run of parts ends with its "and" and nothing uncounted goes on with it ("four men, two women and a child")."""
    first, last = annotation.quantities[run[-2]], annotation.quantities[run[-1]]
    before = annotation.report.text[first.span.end : last.span.start]
    end = last.of_span.end if last.of_span is not None else last.span.end
    return "and" in before.split() and not GOES_ON.match(annotation.report.text, end)


def runs_to_add(annotation: Annotation, slots: dict[int, str]) -> Iterator[list[int]]:
    """Parts whose whole the sentence does not tell, so that their sum is the toll."""
    for run in runs_of_parts(annotation, slots):
        sentence = sentence_of(annotation, annotation.quantities[run[0]].span)
        total = sum(annotation.quantities[n].low or 0.0 for n in run)
        others = [
            q for k, q in enumerate(annotation.quantities)
            if k not in run and slots.get(k) == slots[run[0]] and sentence.covers(q.span)
        ]  # fmt: skip
        if is_whole_list(annotation, run) and not any((q.low or 0.0) >= total for q in others):
            yield run


def is_apart(quantity: Quantity) -> bool:
    """Whether a figure is never added to others of its toll: animals, further ones, those of the other side."""
    counted = load_counted()
    return quantity.additional or counted.is_(quantity.of or "", "animal") or counted.is_(quantity.of or "", "fighting")


def sum_of(annotation: Annotation, run: Sequence[int], first: DraftReading) -> DraftReading:
    """The sum of parts as a reading that says what it was added from."""
    some = [annotation.quantities[n] for n in run]
    lows, highs = [q.low for q in some], [q.high for q in some]
    end = max(q.of_span.end if q.of_span is not None else q.span.end for q in some)
    span = annotation.report.span(first.span.start, max(end, some[-1].span.end))
    value = QuantityValue(
        low=sum(n for n in lows if n is not None) if None not in lows else None,
        high=sum(n for n in highs if n is not None) if None not in highs else None,
        of="people",
        approximate=any(q.approximate for q in some),
    )
    return msgspec.structs.replace(first, value=value, span=span, confidence=0.8, inferred=f"the sum of {span.text}")
