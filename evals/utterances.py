"""Same statement: double translations (right partner first), MSRP (accuracy), STS news (Spearman).

The encoder alone and word overlap alone stand beside ours.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import numpy as np

from evals.shared import Figure, Result, Row, find_data, ratio, read_jsonl
from variorum.encoder import similarity
from variorum.encoder.statement import same_statement
from variorum.encoder.words import overlap, vector

Scorer = Callable[[str, str], float]
SMALLEST_BLOCK = 5


def run(data: Path) -> Result:
    """The three figures for ours, the encoder alone and idf overlap alone."""
    scorers: dict[str, Scorer] = {
        "variorum": lambda a, b: same_statement(a, b).score,
        "encoder alone": similarity,
        "idf overlap": lambda a, b: overlap(vector(a), vector(b)),
    }
    rows = tuple(Row(name, figures(data, scorer)) for name, scorer in scorers.items())
    return Result("utterances", rows, ("MSRP: threshold from its train part, accuracy on dev; STS: dev",))


def figures(data: Path, scorer: Scorer) -> dict[str, Figure]:
    """What one scorer reaches."""
    return {
        "double translation acc@1": partner_first(data, scorer),
        "msrp accuracy": paraphrase_accuracy(data, scorer),
        "sts spearman": spearman(data, scorer),
    }


def partner_first(data: Path, scorer: Scorer) -> float:
    """Share of sentences whose own second translation is nearest among those of its neighbours."""
    blocks: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in read_jsonl(find_data(data, "double_translation/train.jsonl")):
        if not row["same"]:
            blocks[row["block"] + row["pair"]].append((row["a"], row["b"]))
    right = total = 0
    for pairs in blocks.values():
        if len(pairs) < SMALLEST_BLOCK:
            continue
        for n, (a, _) in enumerate(pairs):
            scores = [scorer(a, b) for _, b in pairs]
            right += scores.index(max(scores)) == n
            total += 1
    return ratio(right, total)


def paraphrase_accuracy(data: Path, scorer: Scorer) -> float:
    """Accuracy on MSRP dev at the threshold that is best on train."""
    train, dev = (scored(data, f"msrp/{part}.jsonl", scorer, "label") for part in ("train", "dev"))
    best = max(sorted({s for s, _ in train}), key=lambda t: sum((s >= t) == bool(y) for s, y in train))
    return ratio(sum((s >= best) == bool(y) for s, y in dev), len(dev))


def spearman(data: Path, scorer: Scorer) -> float:
    """Rank correlation with the judges of STS news dev."""
    pairs = scored(data, "sts_news/dev.jsonl", scorer, "score")
    return float(np.corrcoef(ranks([s for s, _ in pairs]), ranks([y for _, y in pairs]))[0, 1])


def scored(data: Path, name: str, scorer: Scorer, label: str) -> list[tuple[float, float]]:
    """Score and label of each pair of a file."""
    return [(scorer(row["s1"], row["s2"]), float(row[label])) for row in read_jsonl(find_data(data, name))]


def ranks(values: list[float]) -> list[float]:
    """The ranks of `values`, ties sharing their mean."""
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    middle = np.cumsum(counts) - (counts - 1) / 2
    return [float(r) for r in middle[inverse]]
