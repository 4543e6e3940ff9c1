"""Who is meant: pronouns and noun phrases of people led to the right name, on GUM's news, interviews and lives.

An item is a pronoun of the third person, or a person's noun phrase with "the" or an owner ("the army chief"). It counts
as resolved where our cluster holds a name, and as right where one of those names stands at a name of the gold chain.
Precision is over all resolved items, those included whose gold chain has no name (then wrong); the share is over items
whose chain has one.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

from evals.shared import Figure, Result, Row, find_data, ratio, read_jsonl
from variorum.annotate.pipeline import annotation_of, doc_of, load_pipeline
from variorum.ingest.blocks import blocks_of
from variorum.model import Annotation, Mention, Report

GENRES = {"news", "interview", "bio"}
PRONOUNS = {
    "he": {"he", "him", "his", "himself", "she", "her", "hers", "herself"},
    "they": {"they", "them", "their", "theirs", "themselves"},
    "it": {"it", "its", "itself"},
}
POINTING = ("the ", "his ", "her ", "their ", "its ", "this ", "that ")
LATER = ("variorum_times", "variorum_quantities", "variorum_quotations", "variorum_propositions")
Span = tuple[int, int]


def run(data: Path) -> Result:
    """Measure the dev texts, and beside them the train texts, on which the rules were tuned."""
    return Result("coref", tuple(Row(f"ours, gum {part}", measure(data, part)) for part in ("dev", "train")))


def measure(data: Path, part: str) -> dict[str, Figure]:
    """Precision and share resolved over all items and for each sort of item."""
    chains: dict[str, dict[int, list[dict[str, Any]]]] = defaultdict(lambda: defaultdict(list))
    for row in read_jsonl(find_data(data, f"gum/{part}.mentions.jsonl")):
        chains[row["doc"]][row["chain"]].append(row)
    tally: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for doc in read_jsonl(find_data(data, f"gum/{part}.docs.jsonl")):
        if doc["genre"] in GENRES:
            found = read(report_of(doc))
            for sort, named, led, right in items(found, chains[doc["doc"]]):
                for kind in (sort, "all"):
                    tally[kind] = [n + m for n, m in zip(tally[kind], (named, led, right), strict=True)]
    figures: dict[str, Figure] = {}
    for name in ("all", "he", "they", "it", "titles"):
        wanted, resolved, right = tally[name]
        prefix = "" if name == "all" else f"{name} "
        figures |= {
            f"{prefix}precision": ratio(right, resolved),
            f"{prefix}share": ratio(resolved, wanted),
            f"{prefix}n": wanted,
        }
    return figures


def read(report: Report) -> Annotation:
    """The report's Annotation as far as coreference; the later layers cost time and change nothing here."""
    nlp = load_pipeline()
    with nlp.select_pipes(disable=[n for n in LATER if n in nlp.pipe_names]):
        return annotation_of(nlp(doc_of(nlp, report)), report)


def report_of(doc: dict[str, Any]) -> Report:
    """The text of a GUM document as a report."""
    return Report(id=doc["doc"], source=doc["doc"], sha256="", text=doc["text"], blocks=blocks_of(doc["text"]))


def items(found: Annotation, chains: dict[int, list[dict[str, Any]]]) -> list[tuple[str, int, int, int]]:
    """For each item its sort, whether its chain has a name, whether we led it to a name, and whether to the right
    one."""
    out = []
    for chain in chains.values():
        names = [(row["start"], row["end"]) for row in chain if row["form"] == "name"]
        for row in chain:
            sort = sort_of(row)
            if sort is None:
                continue
            ours = our_names(found, tuple(row["head"]))
            right = any(a < d and c < b for a, b in ours for c, d in names)
            out.append((sort, int(bool(names)), int(bool(ours)), int(right)))
    return out


def sort_of(row: dict[str, Any]) -> str | None:
    """Which sort of item the gold mention is, None for none."""
    words = row["text"].lower()
    if row["form"] == "pronoun":
        return next((sort for sort, forms in PRONOUNS.items() if words in forms), None)
    return "titles" if row["form"] == "nominal" and row["kind"] == "person" and words.startswith(POINTING) else None


def our_names(found: Annotation, head: Span) -> list[Span]:
    """Where the names of the entity stand that our mention with this head belongs to."""
    ours: Mention | None = next(
        (m for m in found.mentions if m.form != "name" and m.head.start < head[1] and head[0] < m.head.end), None
    )
    if ours is None or ours.entity is None:
        return []
    members = (found.mentions[i] for i in found.entities[ours.entity].mentions)
    return [(m.span.start, m.span.end) for m in members if m.form == "name"]
