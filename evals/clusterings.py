"""How near two clusterings of the same items are: MUC, B-cubed, CEAFe and their mean, the CoNLL F1 of coreference.

A clustering is a sequence of labels, one an item. The definitions are those of Vilain et al. 1995, Bagga and Baldwin 1998
and Luo 2005 (with the similarity 2|a&b| / (|a|+|b|) of two clusters), as the reference scorer of Pradhan et al. 2014 counts
them where the mentions are given; items that stand alone count in B-cubed and CEAFe.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence

from evals.shared import Figure

Labels = Sequence[Hashable]


def conll(gold: Labels, found: Labels) -> dict[str, Figure]:
    """The F1 of each measure, and their mean as `conll`. Raises ValueError where the two label other numbers of items."""
    parts = {"muc": muc(gold, found)[2], "b3": b_cubed(gold, found)[2], "ceafe": ceafe(gold, found)[2]}
    return {"conll": sum(parts.values()) / 3, **parts}


def muc(gold: Labels, found: Labels) -> tuple[float, float, float]:
    """Precision, recall and F1 of the links that clusters need."""

    def links(clusters: list[set[int]], labels: Labels) -> tuple[int, int]:
        kept = sum(len(members) - len({labels[n] for n in members}) for members in clusters)
        return kept, sum(len(members) - 1 for members in clusters)

    wanted, whole = links(clusters_of(gold), found)
    right, linked = links(clusters_of(found), gold)
    return precision_recall(right, linked, wanted, whole)


def b_cubed(gold: Labels, found: Labels) -> tuple[float, float, float]:
    """Precision, recall and F1 of each item's cluster, in the mean."""
    by_gold, by_found = ({n: members for members in clusters_of(labels) for n in members} for labels in (gold, found))
    shared = [len(by_gold[n] & by_found[n]) for n in range(len(gold))]
    precision = sum(both / len(by_found[n]) for n, both in enumerate(shared))
    recall = sum(both / len(by_gold[n]) for n, both in enumerate(shared))
    return precision_recall(precision, len(gold), recall, len(gold))


def ceafe(gold: Labels, found: Labels) -> tuple[float, float, float]:
    """Precision, recall and F1 of the best pairing of gold and found clusters, each in one pair at most."""
    ours, theirs = clusters_of(gold), clusters_of(found)
    right = 0.0
    for some, others in overlapping(ours, theirs):
        alike = [[2 * len(ours[a] & theirs[b]) / (len(ours[a]) + len(theirs[b])) for b in others] for a in some]
        right += heaviest(alike)
    return precision_recall(right, len(theirs), right, len(ours))


def precision_recall(right: float, found: float, recalled: float, wanted: float) -> tuple[float, float, float]:
    """Precision, recall and F1 of two sums over two wholes; 0 of nothing."""
    precision, recall = right / found if found else 0.0, recalled / wanted if wanted else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def clusters_of(labels: Labels) -> list[set[int]]:
    """The places of the items of each label."""
    found: dict[Hashable, set[int]] = defaultdict(set)
    for n, label in enumerate(labels):
        found[label].add(n)
    return list(found.values())


def overlapping(ours: list[set[int]], theirs: list[set[int]]) -> list[tuple[list[int], list[int]]]:
    """The clusters of both sides in parts that share no item, so that each part can be paired by itself."""
    holder = {n: b for b, members in enumerate(theirs) for n in members}
    part = list(range(len(ours) + len(theirs)))

    def root(x: int) -> int:
        while part[x] != x:
            part[x] = part[part[x]]
            x = part[x]
        return x

    for a, members in enumerate(ours):
        for n in members:
            part[root(a)] = root(len(ours) + holder[n])
    parts: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for a in range(len(ours)):
        parts[root(a)][0].append(a)
    for b in range(len(theirs)):
        parts[root(len(ours) + b)][1].append(b)
    return list(parts.values())


def heaviest(weights: Sequence[Sequence[float]]) -> float:
    """The greatest sum of weights with one a row and one a column at most (the Hungarian method with potentials)."""
    if len(weights) > len(weights[0]):
        weights = list(zip(*weights, strict=True))
    rows, columns = len(weights), len(weights[0])
    of_row, of_column = [0.0] * (rows + 1), [0.0] * (columns + 1)
    taken = [0] * (columns + 1)
    for row in range(1, rows + 1):
        taken[0], column = row, 0
        least, came = [float("inf")] * (columns + 1), [0] * (columns + 1)
        seen = [False] * (columns + 1)
        while taken[column]:
            seen[column] = True
            here, step, following = taken[column], float("inf"), 0
            for j in range(1, columns + 1):
                if not seen[j]:
                    cost = -weights[here - 1][j - 1] - of_row[here] - of_column[j]
                    if cost < least[j]:
                        least[j], came[j] = cost, column
                    if least[j] < step:
                        step, following = least[j], j
            for j in range(columns + 1):
                if seen[j]:
                    of_row[taken[j]] += step
                    of_column[j] -= step
                else:
                    least[j] -= step
            column = following
        while column:
            taken[column] = taken[came[column]]
            column = came[column]
    return sum(weights[taken[j] - 1][j - 1] for j in range(1, columns + 1) if taken[j])
