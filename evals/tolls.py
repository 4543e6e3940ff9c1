"""Tolls on MUC-4: the effect on people with its number, and who was killed or hurt; recall at the precision reached.

Protocol. The texts are in capitals and are lower-cased, offsets unchanged, before they are read; nothing else is told of
them. Gold are the templates' human targets with effect DEATH (our `killed`) or INJURY (`injured`); "no injury", other
effects and optional marks are left out.

* numbers: a toll of two or more with a known number, and a figure of ours (a quantity that answers the slot), agree where
  document and slot are one and our bounds hold gold's number with one of them equal to it. A pair of slot and number
  counts once a document on either side.
* persons: a target of one, or of an unknown number, is found where a mention of ours that a killing or injuring has as its
  victim, or another of the same entity, shares a letter with one of the target's places. Ours count once an entity.

Precision is measured on documents that have a toll in gold: MUC-4 fills no template for fighting between armies,
accidents and old cases, so that what we read of those elsewhere would count as wrong; in those documents too some of it
does, which makes this a lower bound. Ours has one confidence for all readings, so there is one point, no curve.
The baseline takes each number with the nearest word of its sentence that tells of killing or hurting.

Published rows for whole templates (from memory of the set's README) ask something else; none for tolls is known.
Data: `muc4/dev.docs.jsonl`, `muc4/dev.tolls.jsonl`; $VARIORUM_SPLIT names another part. $VARIORUM_MISTAKES=1 lists numbers.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from evals.shared import Figure, Result, Row, find_data, ratio, read_jsonl
from variorum.annotate.pipeline import annotate
from variorum.collate.figures import teller
from variorum.collate.number_slots import slot_of
from variorum.ingest.blocks import blocks_of
from variorum.model import Annotation, Report

SLOTS = {"DEATH": "killed", "INJURY": "injured"}
HARMS = {"kill": "killed", "injure": "injured"}
KILLING = frozenset(
    ["kill", "killed", "killing", "die", "died", "dead", "death", "deaths", "murder", "murdered", "murders"]
)
HURTING = frozenset(["wound", "wounded", "wounding", "injured", "injuring", "injuries", "hurt"])
Extent = tuple[int, int]


class Toll(msgspec.Struct, frozen=True):
    """How many were killed or hurt: bounds, and the places of the words for them."""

    slot: str
    low: float | None
    high: float | None
    places: tuple[Extent, ...] = ()


Case = tuple[Sequence[Toll], Sequence[Toll]]
"""Gold's and a system's tolls in one document."""


def run(data: Path) -> Result:
    """The figures on the documents that have a toll. Raises MissingDataError where the set is absent."""
    split = os.environ.get("VARIORUM_SPLIT", "dev")
    gold = gold_tolls(read_jsonl(find_data(data, f"muc4/{split}.tolls.jsonl")))
    texts = {r["doc"]: lowered(r["text"]) for r in read_jsonl(find_data(data, f"muc4/{split}.docs.jsonl"))}
    names = [name for name in texts if gold.get(name)]
    read = {name: annotate(Report(name, name, "", texts[name], blocks=blocks_of(texts[name]))) for name in names}
    rows = [
        Row(
            f"variorum, {split}",
            {
                **labelled("numbers", numbers([(gold[n], told_numbers(read[n])) for n in names])),
                **labelled("persons", persons([(gold[n], told_persons(read[n])) for n in names])),
            },
        ),
        Row("nearest word", labelled("numbers", numbers([(gold[n], nearest_word(read[n])) for n in names]))),
    ]
    notes: list[str] = []
    if os.environ.get("VARIORUM_MISTAKES"):
        for name in names:
            wanted, given = numbered(gold[name]), numbered(told_numbers(read[name]))
            notes.append(f"{name}: gold {sorted(wanted)}, ours {sorted(given, key=str)}")
    return Result("tolls", tuple(rows), tuple(notes))


def lowered(text: str) -> str:
    """The text in small letters, letter for letter."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def gold_tolls(rows: Iterable[dict[str, Any]]) -> dict[str, list[Toll]]:
    """Gold's deaths and injuries by document."""
    found: dict[str, list[Toll]] = defaultdict(list)
    for row in rows:
        places = tuple((start, end) for some in row["spans"] for start, end in some)
        for effect in row["effect"]:
            if effect in SLOTS:
                found[row["doc"]].append(Toll(SLOTS[effect], row["low"], row["high"], places))
    return found


def told_numbers(read: Annotation) -> list[Toll]:
    """The figures that we take for killed or injured."""
    found = []
    for n, quantity in enumerate(read.quantities):
        slot = slot_of(read, quantity, teller(read, n))
        if slot in SLOTS.values():
            found.append(Toll(str(slot), quantity.low, quantity.high, ((quantity.span.start, quantity.span.end),)))
    return found


def told_persons(read: Annotation) -> list[Toll]:
    """Whom killings and injurings have as their victims, an entity once for each slot."""
    found: dict[tuple[str, int], Toll] = {}
    for p in read.propositions:
        slot = HARMS.get(p.frame or "")
        if slot is None or not p.polarity or p.status in {"denied", "hypothetical", "planned"}:
            continue
        role = "who" if p.lemma in {"die", "perish", "succumb"} else "whom"
        for argument in p.arguments:
            if argument.role != role or argument.mention is None:
                continue
            entity = read.mentions[argument.mention].entity
            if entity is None:
                continue
            chain = (read.mentions[n].span for n in read.entities[entity].mentions)
            found[slot, entity] = Toll(slot, 1, 1, tuple((s.start, s.end) for s in chain))
    return list(found.values())


def nearest_word(read: Annotation) -> list[Toll]:
    """The baseline: each count with the nearest word of harm in its sentence."""
    found = []
    for quantity in read.quantities:
        sentence = next((s for s in read.sentences if s.covers(quantity.span)), None)
        if sentence is None or quantity.nature != "count":
            continue
        near: list[tuple[int, str]] = []
        at = sentence.start
        for word in sentence.text.split(" "):
            plain = word.strip(".,;:\"'()")
            if plain in KILLING or plain in HURTING:
                near.append((abs(at - quantity.span.start), "killed" if plain in KILLING else "injured"))
            at += len(word) + 1
        if near:
            found.append(Toll(min(near)[1], quantity.low, quantity.high))
    return found


def numbers(cases: Iterable[Case]) -> dict[str, Figure]:
    """Precision, recall and F1 of slot and number; figures below two are left out on both sides."""
    right = found = met = wanted = 0
    for gold, ours in cases:
        theirs, given = numbered(gold), numbered(ours)
        found, wanted = found + len(given), wanted + len(theirs)
        right += sum(any(agree(o, g) for g in theirs) for o in given)
        met += sum(any(agree(o, g) for o in given) for g in theirs)
    return two_sided(right, found, met, wanted)


def numbered(tolls: Iterable[Toll]) -> set[tuple[str, float | None, float | None]]:
    """Slot and bounds of the tolls of two or more."""
    return {(t.slot, t.low, t.high) for t in tolls if (t.low or 0) >= 2 or (t.low is None and (t.high or 0) >= 2)}


def agree(ours: tuple[str, float | None, float | None], gold: tuple[str, float | None, float | None]) -> bool:
    """Whether our bounds hold gold's number and one of them is it."""
    numbers_of_gold = {n for n in gold[1:] if n is not None}
    return ours[0] == gold[0] and bool(numbers_of_gold & {n for n in ours[1:] if n is not None})


def persons(cases: Iterable[Case]) -> dict[str, Figure]:
    """Precision, recall and F1 of who was killed or hurt, for targets of one or of an unknown number."""
    right = found = met = wanted = 0
    for gold, ours in cases:
        single = [g for g in gold if g.low in {None, 1}]
        wanted += len(single)
        found += len(ours)
        right += sum(any(same_person(o, g) for g in gold) for o in ours)
        met += sum(any(same_person(o, g) for o in ours) for g in single)
    return two_sided(right, found, met, wanted)


def same_person(ours: Toll, gold: Toll) -> bool:
    """Whether two tolls of one slot share a letter of their words."""
    return ours.slot == gold.slot and any(a < d and c < b for a, b in ours.places for c, d in gold.places)


def two_sided(right: int, found: int, met: int, wanted: int) -> dict[str, Figure]:
    """Precision of what was found, recall of what was wanted, and their F1."""
    precision, recall = ratio(right, found), ratio(met, wanted)
    return {"precision": precision, "recall": recall, "f1": ratio(2 * precision * recall, precision + recall)}


def labelled(label: str, figures: dict[str, Figure]) -> dict[str, Figure]:
    """Figures under names of their own."""
    return {f"{label} {name}": figure for name, figure in figures.items()}
