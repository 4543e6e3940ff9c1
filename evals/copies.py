"""Copies: are the pairs that share much text one account? Silver pairs by shingles over ECB+ topics, and pairs judged by hand.

Silver (`copies_silver`): copy and part are the positives; phrase, and all pairs of a topic that the list does not name, the
negatives.

By hand (`evals/gold/copies`): pairs of the set `news_clusters`, ids and labels without texts, each labelled by one annotator in
one pass who read the openings of both reports and all passages that they share, before the tool was run on them (one label was
mended after, from part to independent, and told against the tool). A copy is one text, retitled, cut short, syndicated, or in a
later edition; part, where sentences of narration of the other or of a common text stand in it, reworded ones included; else
independent, whatever quotations, posts, captions, agency and notice the two have in common. Most pairs, independent ones too,
come from the top of a list by shared runs of five words, so that they are hard, and the figures worse than on pairs drawn by
chance; a paraphrase that shares no run of words cannot be among them. The reports are read as the tool reads plain text, with
all others of their happening; only the labelled pairs count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path
from typing import Any

from evals.annotated import text_of
from evals.shared import Figure, Result, Row, f_score, find_data, read_jsonl
from variorum.ingest.blocks import blocks_of
from variorum.model import Block, Report
from variorum.resolve.copies import Reading, find_accounts, find_links

GOLD = Path(__file__).parent / "gold" / "copies" / "pairs.jsonl"
Pair = tuple[str, ...]


def run(data: Path) -> Result:
    """F1 of the pairs that are found copied and of the pairs within accounts, each topic or happening by itself."""
    pairs = list(read_jsonl(find_data(data, "copies_silver/pairs.jsonl")))
    rows = [row for split in ("train", "dev") for row in measure(data, split, pairs)] + by_hand(data)
    notes = (
        "silver: labels follow from shared shingles, quotations included",
        "accounts are a partition and the silver pairs are not transitive, so no partition reaches 1",
    )
    return Result("copies", tuple(rows), notes)


def measure(data: Path, split: str, pairs: list[dict[str, object]]) -> list[Row]:
    """The figures of one split: of the decision on a pair, and of the accounts that follow."""
    labels: dict[Pair, str] = {
        tuple(sorted((str(p["a"]), str(p["b"])))): str(p["label"]) for p in pairs if p["split"] == split
    }
    copied, found = joined(topics(data, split).values())
    return [Row(f"{split}, pairs", figures(copied, labels)), Row(f"{split}, accounts", figures(found, labels))]


def by_hand(data: Path) -> list[Row]:
    """The figures of the pairs that were judged by hand, of the decision on a pair and of the accounts."""
    labels: dict[Pair, str] = {(p["a"], p["b"]): p["label"] for p in read_jsonl(GOLD)}
    groups = happenings(data, {report for pair in labels for report in pair})
    read = {r.id for reports in groups for r in reports}
    labels = {pair: label for pair, label in labels.items() if read.issuperset(pair)}
    copied, found = joined(groups)
    return [
        Row("by hand, pairs", hand_figures(copied, labels)),
        Row("by hand, accounts", hand_figures(found, labels)),
    ]


def joined(groups: Iterable[list[Report]]) -> tuple[set[Pair], set[Pair]]:
    """The pairs that are found copied, and those within one account; each group of reports by itself."""
    copied: set[Pair] = set()
    found: set[Pair] = set()
    for reports in groups:
        for account in find_accounts(reports):
            found.update(combinations(sorted(account.reports), 2))
        copied.update(find_links({r.id: Reading(r) for r in sorted(reports, key=lambda r: r.id)}))
    return copied, found


def figures(found: set[Pair], labels: dict[Pair, str]) -> dict[str, Figure]:
    """Precision, recall and F1 of `found`, and the false pairs by label."""
    wanted = {pair for pair, label in labels.items() if label in ("copy", "part")}
    copies = {pair for pair in wanted if labels[pair] == "copy"}
    return {
        **f_score(len(found & wanted), len(found), len(wanted)),
        "copies found": len(copies & found),
        "copies": len(copies),
        "phrase joined": sum(1 for p in found if labels.get(p) == "phrase"),
        "unlisted joined": sum(1 for p in found if p not in labels),
    }


def hand_figures(found: set[Pair], labels: dict[Pair, str]) -> dict[str, Figure]:
    """Precision, recall and F1 of `found` among the labelled pairs alone, and how many of each label are joined."""
    wanted = {pair for pair, label in labels.items() if label in ("copy", "part")}
    judged = found & labels.keys()
    copies = {pair for pair in wanted if labels[pair] == "copy"}
    return {
        **f_score(len(judged & wanted), len(judged), len(wanted)),
        "copies found": len(copies & judged),
        "copies": len(copies),
        "parts found": len((wanted - copies) & judged),
        "parts": len(wanted - copies),
        "independent joined": len(judged - wanted),
        "independent": len(labels) - len(wanted),
    }


def happenings(data: Path, wanted: set[str]) -> list[list[Report]]:
    """The reports of each happening of `news_clusters` of which one is `wanted`, as the tool reads plain text."""
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in read_jsonl(find_data(data, "news_clusters/docs.jsonl")):
        rows[row["cluster"]].append(row)
    return [[read(row) for row in group] for group in rows.values() if any(row["doc"] in wanted for row in group)]


def read(row: dict[str, Any]) -> Report:
    """One report of `news_clusters`."""
    text, title, outlet = text_of(row), row["title"], row["outlet"]
    return Report(row["doc"], row["doc"], "", text, title=title, outlet=outlet, blocks=blocks_of(text, title=title))


def topics(data: Path, split: str) -> dict[str, list[Report]]:
    """The reports of ECB+ by topic."""
    found: dict[str, list[Report]] = defaultdict(list)
    for doc in read_jsonl(find_data(data, f"ecbplus/{split}.docs.jsonl")):
        text = doc["text"]
        found[doc["topic"]].append(Report(doc["doc"], doc["doc"], "", text, blocks=(Block("body", 0, len(text)),)))
    return found
