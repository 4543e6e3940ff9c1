"""Times on TempEval-3: relaxed F1 (spans that overlap) and value F1 (relaxed and the TimeML value right).

TempEval-3's own scoring (UzZaman et al. 2013): each gold expression is matched by one system expression that shares a
character; value F1 is the F1 of matches whose value is the same. The document creation time is given as publication
date. Peers on the platinum texts, as published: HeidelTime 90.3 / 77.6, SUTime 90.3 / 67.4, UWTime 91.4 / 82.6; `dev`
is not platinum, so the figures stand beside each other only roughly.

Data: `tempeval3/dev.docs.jsonl`, `tempeval3/dev.times.jsonl` (or another split by $VARIORUM_SPLIT).
"""

from __future__ import annotations

import os
from collections import defaultdict
from pathlib import Path
from typing import Any

import spacy

import variorum.annotate.times  # noqa: F401  (registers its component)
from evals.shared import Result, Row, f_score, find_data, read_jsonl
from variorum.annotate.pipeline import DEFAULT_PIPELINE
from variorum.model import Block, Report, TimeExpression

SHOWN = 400


def run(data: Path) -> Result:
    """The figures on one split of TempEval-3. Raises MissingDataError where it is absent."""
    split = os.environ.get("VARIORUM_SPLIT", "dev")
    docs = list(read_jsonl(find_data(data, f"tempeval3/{split}.docs.jsonl")))
    gold: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in read_jsonl(find_data(data, f"tempeval3/{split}.times.jsonl")):
        gold[row["doc"]].append(row)
    nlp = spacy.load(DEFAULT_PIPELINE)
    nlp.add_pipe("variorum_times")
    found = wanted = relaxed = strict = right = 0
    notes: list[str] = []
    for document in docs:
        doc = nlp.make_doc(document["text"])
        doc._.report = report_of_document(document)
        ours = [t for t in nlp(doc)._.times if t.timex is not None]
        theirs = gold[document["doc"]]
        pairs = matched(ours, theirs)
        found, wanted, relaxed = found + len(ours), wanted + len(theirs), relaxed + len(pairs)
        strict += sum((o.span.start, o.span.end) == (t["start"], t["end"]) for o, t in pairs)
        right += sum(o.timex == t["value"] for o, t in pairs)
        notes.extend(mistakes(document["doc"], ours, theirs, pairs))
    figures = {f"{name} {key}": value for name, n in (("relaxed", relaxed), ("strict", strict), ("value", right))
               for key, value in f_score(n, found, wanted).items() if key == "f1" or name == "relaxed"}  # fmt: skip
    kept = tuple(notes[:SHOWN]) if os.environ.get("VARIORUM_MISTAKES") else ()
    return Result("times", (Row(f"variorum, {split}", figures),), kept)


def report_of_document(document: dict[str, Any]) -> Report:
    """A document of the set as a report: all of it body, published on its creation date."""
    text, name = document["text"], document["doc"]
    return Report(name, name, "", text, published=document["dct"][:10], blocks=(Block("body", 0, len(text)),))


def matched(ours: list[TimeExpression], theirs: list[dict[str, Any]]) -> list[tuple[TimeExpression, dict[str, Any]]]:
    """Pairs that share a character, each expression used once, in text order."""
    pairs, used = [], set()
    for one in ours:
        for index, other in enumerate(theirs):
            if index not in used and one.span.start < other["end"] and other["start"] < one.span.end:
                used.add(index)
                pairs.append((one, other))
                break
    return pairs


def mistakes(
    name: str,
    ours: list[TimeExpression],
    theirs: list[dict[str, Any]],
    pairs: list[tuple[TimeExpression, dict[str, Any]]],
) -> list[str]:
    """What was missed, invented or given another value, a line each, so that a change shows which cases turned."""
    hit = {id(one) for one, _ in pairs}
    got = {id(other) for _, other in pairs}
    lines = [f"{name} missed {t['text']!r} {t['value']}" for t in theirs if id(t) not in got]
    lines += [f"{name} invented {o.span.text!r} {o.timex}" for o in ours if id(o) not in hit]
    lines += [
        f"{name} value {o.span.text!r} {o.timex}, gold {t['text']!r} {t['value']}"
        for o, t in pairs
        if o.timex != t["value"]
    ]
    return lines
