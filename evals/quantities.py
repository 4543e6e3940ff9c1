"""Quantities on NewsQuant: F1 of values, and of values with what they count, at least one word shared.

A value is right where the set has one number and ours is it (an open bound counts by its number: "more than 30" is 30
there), or where both ends of a range are right. What it counts: NewsQuant writes the noun of a count ("seven European
countries") as its unit and the thing measured ("Index", for "up 19 per cent") as its concept. `and counted` asks that
our noun phrase or unit share a word with the unit or the concept; `and concept` (CQE's "value+concept, partial") with
the concept where gold has one. Ordinals and zeros are left out on our side: the set marks none.

Peers on the whole set, from its repository: CQE 92.0 value, 76.1 with concept (partial); quantulum3 73.0; GPT-3 70.6,
55.9. Data: `newsquant/train.jsonl` (the seven tenths that are here; or another split by $VARIORUM_SPLIT).
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import spacy

import variorum.annotate.quantities
import variorum.annotate.times  # noqa: F401  (both register their components)
from evals.shared import Figure, Result, Row, f_score, find_data, read_jsonl
from variorum.annotate.pipeline import DEFAULT_PIPELINE
from variorum.model import Quantity

SHOWN = 600
LOOSE = 1e-6


def run(data: Path) -> Result:
    """The figures on NewsQuant. Raises MissingDataError where it is absent."""
    split = os.environ.get("VARIORUM_SPLIT", "train")
    rows = list(read_jsonl(find_data(data, f"newsquant/{split}.jsonl")))
    nlp = spacy.load(DEFAULT_PIPELINE)
    nlp.add_pipe("variorum_times")
    nlp.add_pipe("variorum_quantities")
    found = wanted = value = counts = concepts = 0
    notes: list[str] = []
    for row in rows:
        ours = [q for q in nlp(row["text"])._.quantities if q.nature != "ordinal" and q.high != 0]
        pairs, rest = paired(ours, row["quantities"])
        found, wanted, value = found + len(ours), wanted + len(row["quantities"]), value + len(pairs)
        counts += sum(share(words_of(o), words(g["unit"], g["normalized_unit"], *g["concept"])) for o, g in pairs)
        concepts += sum(not g["concept"] or share(words_of(o), words(*g["concept"])) for o, g in pairs)
        hit = {id(o) for o, _ in pairs}
        notes += [f"{row['doc']} missed {g['value']} {g['unit']}: {row['text'][:220]}" for g in rest]
        notes += [
            f"{row['doc']} invented {o.span.text!r} {o.nature}: {around(row['text'], o)}"
            for o in ours
            if id(o) not in hit
        ]
        notes += [f"{row['doc']} counted {o.span.text!r} of {o.of}, gold {g['unit']} {g['concept']}" for o, g in pairs
                  if not share(words_of(o), words(g["unit"], g["normalized_unit"], *g["concept"]))]  # fmt: skip
    scores = (("value", value), ("and counted", counts), ("and concept", concepts))
    figures: dict[str, Figure] = {}
    for name, right in scores:
        for key, figure in f_score(right, found, wanted).items():
            if key == "f1" or name == "value":
                figures[f"{name} {key}"] = figure
    kept = tuple(notes[:SHOWN]) if os.environ.get("VARIORUM_MISTAKES") else ()
    return Result("quantities", (Row(f"variorum, {split}", figures),), kept)


def paired(
    ours: list[Quantity], gold: list[dict[str, Any]]
) -> tuple[list[tuple[Quantity, dict[str, Any]]], list[dict[str, Any]]]:
    """Pairs with the same value, each used once, and the gold quantities that none of ours gives."""
    pairs, rest, left = [], [], list(ours)
    for wanted in gold:
        match = next((q for q in left if same_value(q, wanted["value"])), None)
        if match is None:
            rest.append(wanted)
        else:
            left.remove(match)
            pairs.append((match, wanted))
    return pairs, rest


def same_value(ours: Quantity, gold: str) -> bool:
    """Whether our bounds are gold's number, or gold's range."""
    ends = [
        float(n)
        for n in re.findall(r"(?<![\d.])-?\d+(?:\.\d+)?(?:e[+-]?\d+)?", gold.replace(" - ", " ").replace("-", " "))
    ]
    known = [n for n in (ours.low, ours.high) if n is not None]
    if len(ends) == 2:
        return len(known) == 2 and all(close(a, b) for a, b in zip(sorted(known), sorted(ends), strict=True))
    return len(ends) == 1 and len(set(known)) == 1 and close(abs(known[0]), ends[0])


def close(a: float, b: float) -> bool:
    """Whether two numbers are one but for rounding."""
    return abs(a - b) <= LOOSE * max(abs(a), abs(b), 1.0)


def words(*texts: str | None) -> set[str]:
    """The words of texts, singular and in lower case, little words left out."""
    found = {w.removesuffix("s") for text in texts if text for w in re.findall(r"[a-z$€£%]+", text.lower())}
    return found - {"the", "a", "of", "per", "and", "in", "to", "for"}


def words_of(ours: Quantity) -> set[str]:
    """The words of what a quantity of ours counts: its noun phrase, its unit, and the letters of its span."""
    symbols = {
        "ILS": "shekel",
        "JPY": "yen y",
        "CNY": "yuan",
        "INR": "rupee",
        "USD": "dollar $ us",
        "EUR": "euro €",
        "GBP": "pound £",
        "percent": "percent % cent",
    }
    return words(ours.of, ours.of_span.text if ours.of_span else None, ours.unit, symbols.get(ours.unit or ""))


def share(ours: set[str], theirs: set[str]) -> bool:
    """Whether a word is on both sides; gold that names nothing is met by anything."""
    return not theirs or bool(ours & theirs)


def around(text: str, quantity: Quantity) -> str:
    """The words around a quantity."""
    return text[max(0, quantity.span.start - 50) : quantity.span.end + 50]
