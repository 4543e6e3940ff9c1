"""Names: exact spans and kinds against worldwide newswire and English web texts, beside the stock pipeline.

Kinds are folded to person, organisation (groups too) and place (facilities too); nationalities, dates, money, products
and the rest are not read. Names of both sides lose a leading "the" and a closing genitive, which the sets treat in
different ways. F1 is pooled over texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import spacy

from evals.shared import Figure, Result, Row, f_score, find_data, read_jsonl
from variorum.annotate.names import find_names
from variorum.annotate.pipeline import DEFAULT_PIPELINE

FOLD_GOLD = {
    "Location": "place", "Facility": "place", "Person": "person", "Organization": "organisation",
    "LOC": "place", "PER": "person", "ORG": "organisation",
}  # fmt: skip
FOLD_STOCK = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place"}
FOLD_OURS = {
    "person": "person",
    "organisation": "organisation",
    "group": "organisation",
    "place": "place",
    "facility": "place",
}
SETS = ("names_worldwide", "names_ewt")
Found = set[tuple[int, int, str]]


def run(data: Path) -> Result:
    """Measure the dev part of each set, stock and ours."""
    nlp = spacy.load(DEFAULT_PIPELINE)
    rows = []
    for name in SETS:
        docs = list(read_jsonl(find_data(data, f"{name}/dev.jsonl")))
        stock, ours = Tally(), Tally()
        for row in docs:
            text = row["text"]
            gold = folded(text, ((a, b, FOLD_GOLD.get(kind)) for a, b, kind, *_ in row["names"]))
            doc = nlp(text)
            stock.add(gold, folded(text, ((e.start_char, e.end_char, FOLD_STOCK.get(e.label_)) for e in doc.ents)))
            names = ((doc[n.start : n.end], n.kind) for n in find_names(doc))
            ours.add(gold, folded(text, ((s.start_char, s.end_char, FOLD_OURS.get(kind)) for s, kind in names)))
        rows += [Row(f"stock, {name}", stock.figures()), Row(f"ours, {name}", ours.figures())]
    return Result(
        "names", tuple(rows), notes=("exact span and folded kind; `span` is the F1 of spans whatever the kind",)
    )


class Tally:
    """Right, found and wanted names over texts."""

    def __init__(self) -> None:
        self.right = self.found = self.wanted = self.spans = 0

    def add(self, gold: Found, found: Found) -> None:
        """Count one text."""
        self.right += len(gold & found)
        self.found += len(found)
        self.wanted += len(gold)
        self.spans += len({(a, b) for a, b, _ in gold} & {(a, b) for a, b, _ in found})

    def figures(self) -> dict[str, Figure]:
        """Precision, recall, F1, and the F1 of spans alone."""
        return {
            **f_score(self.right, self.found, self.wanted),
            "span": f_score(self.spans, self.found, self.wanted)["f1"],
        }


def folded(text: str, names: Iterable[tuple[int, int, Any]]) -> Found:
    """The names of the three kinds, without leading article and closing genitive."""
    out: Found = set()
    for start, end, kind in names:
        words = text[start:end]
        lead = re.match(r"(?i:the)\s+", words)
        start += len(lead.group()) if lead else 0
        tail = re.search(r"['’]s?$", words)
        end -= len(tail.group()) if tail else 0
        if kind is not None and start < end:
            out.add((start, end, kind))
    return out
