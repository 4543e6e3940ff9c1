"""Extents: which places a figure is told of, so that a toll of one is not taken for a toll of several."""

from __future__ import annotations

import re
from collections.abc import Iterator

from variorum.model import Annotation, Mention, Span
from variorum.resolve.lookup import Lookup

BEFORE_PLACES = re.compile(r"\b(?:in|across|throughout|at|near|around)\s+(?:both\s+|the\s+)?$", re.I)
JOINS = re.compile(r"\s*(?:,|,?\s*and|&)\s*(?:in\s+|the\s+)?$", re.I)
RESPECTIVELY = re.compile(r"\brespectively\b", re.I)


def sentence_of(annotation: Annotation, span: Span) -> Span:
    """The sentence in which `span` stands."""
    return next((s for s in annotation.sentences if s.covers(span)), span)


def sentence_without(annotation: Annotation, span: Span) -> str:
    """The words of the sentence in which `span` stands, without those of `span`."""
    sentence = sentence_of(annotation, span)
    return f"{annotation.report.text[sentence.start : span.start]} {annotation.report.text[span.end : sentence.end]}"


def place_runs(annotation: Annotation, within: Span) -> Iterator[tuple[int, ...]]:
    """The names told as places in `within`, those coordinated with each other in one run, as indices of mentions."""
    names = [
        (m.span, n)
        for n, m in enumerate(annotation.mentions)
        if m.form == "name" and within.covers(m.span) and is_outermost(annotation, m)
    ]
    text, run = annotation.report.text, list[tuple[Span, int]]()
    for span, n in sorted(names):
        if run and JOINS.fullmatch(text[run[-1][0].end : span.start]):
            run.append((span, n))
            continue
        if run:
            yield tuple(k for _, k in run)
        run = [(span, n)] if BEFORE_PLACES.search(text[max(0, span.start - 20) : span.start]) else []
    if run:
        yield tuple(k for _, k in run)


def is_outermost(annotation: Annotation, mention: Mention) -> bool:
    """Whether no other name holds this one."""
    return not any(
        m.form == "name" and m.span != mention.span and m.span.covers(mention.span) for m in annotation.mentions
    )


def places_of(annotation: Annotation, within: Span, lookup: Lookup) -> tuple[str, ...]:
    """The entities of the longest run of places told in `within`, in the order of the words."""
    found = [lookup.entity_of_mention(annotation.report.id, n) for n in longest_run(annotation, within)]
    return tuple(e for e in found if e is not None) if None not in found else ()


def longest_run(annotation: Annotation, within: Span) -> tuple[int, ...]:
    """The longest run of places told in `within`, as mentions; of "in Nice, France" the first, for no "and" joins them."""
    run = max(place_runs(annotation, within), key=len, default=())
    if len(run) < 2:
        return run
    last, end = annotation.mentions[run[-2]].span.end, annotation.mentions[run[-1]].span.start
    return run if re.search(r"\band\b|&", annotation.report.text[last:end]) else run[:1]


def end_of_places(annotation: Annotation, within: Span) -> int:
    """Where the longest run of places told in `within` ends."""
    run = longest_run(annotation, within)
    return annotation.mentions[run[-1]].span.end if run else within.end


def place_respectively(annotation: Annotation, n: int, lookup: Lookup) -> str | None:
    """The place that the `n`th quantity belongs to, where a sentence gives as many numbers as places "respectively"."""
    quantities = annotation.quantities
    sentence = sentence_of(annotation, quantities[n].span)
    if not RESPECTIVELY.search(sentence.text):
        return None
    run = run_of_numbers(annotation, n)
    for places in place_runs(annotation, sentence):
        if len(places) == len(run) > 1:
            return lookup.entity_of_mention(annotation.report.id, places[run.index(n)])
    return None


def run_of_numbers(annotation: Annotation, n: int) -> list[int]:
    """The quantities coordinated with the `n`th, itself included, in text order: "5 and 6", "two men, three women"."""
    run = [n]
    while run[-1] + 1 < len(annotation.quantities) and joined(annotation, run[-1], run[-1] + 1):
        run.append(run[-1] + 1)
    while run[0] > 0 and joined(annotation, run[0] - 1, run[0]):
        run.insert(0, run[0] - 1)
    return run


def joined(annotation: Annotation, one: int, other: int) -> bool:
    """Whether only "and" or a comma lies between two counts and what they count."""
    first, second = annotation.quantities[one], annotation.quantities[other]
    if first.nature != "count" or second.nature != "count":
        return False
    shares = first.of_span is not None and second.of_span is not None and first.of_span.overlaps(second.of_span)
    end = max(first.span.end, first.of_span.end) if first.of_span is not None and not shares else first.span.end
    if first.of_span is not None and first.of_span.start >= second.span.start:
        end = first.span.end
    return JOINS.fullmatch(annotation.report.text[end : second.span.start]) is not None
