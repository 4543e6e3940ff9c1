"""Weapons: with which vehicle, which arm and in what manner a happening was done, as rows."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.collate.about import HARMING
from variorum.collate.circumstances import WIDEST, WORDS, row, without_echoes
from variorum.collate.consensus import label_of
from variorum.collate.draft import DraftReading, DraftRow
from variorum.collate.wording import shortened
from variorum.knowledge.weapons import load_weapons
from variorum.model import Cast, LocalRef, Span, TextValue
from variorum.resolve.lookup import Lookup

KINDS = {"vehicle": "With what vehicle", "arm": "With what weapon", "manner": "How was it done"}


def weapon_rows(cast: Cast, lookup: Lookup) -> Iterator[DraftRow]:
    """The rows of what happenings that do people harm were done with, in the order of happenings."""
    for happening in cast.happenings:
        if happening.frame in HARMING:
            for kind, question in KINDS.items():
                told = without_echoes([r for ref in happening.members for r in weapons_in(ref, kind, lookup)])
                yield from row(happening, "weapon", f"{question}: {label_of(happening, lookup)}?", told)


def weapons_in(ref: LocalRef, kind: str, lookup: Lookup) -> Iterator[DraftReading]:
    """The first weapon of a kind that a clause names: the phrase that names it, a vehicle as what two cannot differ on."""
    weapons, told = load_weapons(), lookup.proposition(ref)
    clause = shortened(told.span)
    named = next((w for w in WORDS.finditer(clause.text) if weapons.class_of(singular(w.group())) == kind), None)
    if named is None:
        return
    at = lookup.annotations[ref.report].report.span(clause.start + named.start(), clause.start + named.end())
    event = kind == "manner" and told.nominal  # "the suicide attack"
    span = clause if event else phrase_of(at, told.predicate, lookup)
    contrast = singular(named.group()) if kind == "vehicle" else None
    yield DraftReading(TextValue(span.text), span, told.voice, contrast=contrast, told=ref)


def singular(word: str) -> str:
    """A noun's singular, by its letters."""
    return word.casefold().removesuffix("s")


def phrase_of(word: Span, predicate: Span, lookup: Lookup) -> Span:
    """The noun phrase that holds a word, with the predicate where that stands close before it ("rammed a truck")."""
    holding = [
        m.span
        for m in lookup.annotations[word.report].mentions
        if m.span.covers(word) and m.span.end - m.span.start <= WIDEST
    ]
    phrase = max(holding, key=lambda s: (s.end - s.start, -s.start), default=word)
    if predicate.start > phrase.start or phrase.end - predicate.start > WIDEST:
        return phrase
    return lookup.annotations[word.report].report.span(predicate.start, phrase.end)
