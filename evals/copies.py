"""Copies: are the pairs that share much text one account? Silver pairs by shingles over ECB+ topics (`copies_silver`).

Copy and part are the positives; phrase, and all pairs of a topic that the list does not name, the negatives.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from pathlib import Path

from evals.shared import Figure, Result, Row, f_score, find_data, read_jsonl
from variorum.model import Block, Report
from variorum.resolve.copies import Reading, find_accounts, find_links


def run(data: Path) -> Result:
    """F1 of the pairs that are found copied and of the pairs within accounts, each ECB+ topic by itself."""
    pairs = list(read_jsonl(find_data(data, "copies_silver/pairs.jsonl")))
    rows = [row for split in ("train", "dev") for row in measure(data, split, pairs)]
    notes = (
        "silver: labels follow from shared shingles, quotations included",
        "accounts are a partition and the silver pairs are not transitive, so no partition reaches 1",
    )
    return Result("copies", tuple(rows), notes)


def measure(data: Path, split: str, pairs: list[dict[str, object]]) -> list[Row]:
    """The figures of one split: of the decision on a pair, and of the accounts that follow."""
    labels: dict[tuple[str, ...], str] = {
        tuple(sorted((str(p["a"]), str(p["b"])))): str(p["label"]) for p in pairs if p["split"] == split
    }
    found: set[tuple[str, ...]] = set()
    copied: set[tuple[str, ...]] = set()
    for reports in topics(data, split).values():
        for account in find_accounts(reports):
            found.update(combinations(sorted(account.reports), 2))
        copied.update(find_links({r.id: Reading(r) for r in sorted(reports, key=lambda r: r.id)}))
    return [Row(f"{split}, pairs", figures(copied, labels)), Row(f"{split}, accounts", figures(found, labels))]


def figures(found: set[tuple[str, ...]], labels: dict[tuple[str, ...], str]) -> dict[str, Figure]:
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


def topics(data: Path, split: str) -> dict[str, list[Report]]:
    """The reports of ECB+ by topic."""
    found: dict[str, list[Report]] = defaultdict(list)
    for doc in read_jsonl(find_data(data, f"ecbplus/{split}.docs.jsonl")):
        text = doc["text"]
        found[doc["topic"]].append(Report(doc["doc"], doc["doc"], "", text, blocks=(Block("body", 0, len(text)),)))
    return found
