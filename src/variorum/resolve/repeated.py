"""What one report calls alike more than once: a later "a truck" that is the truck, "the child" that is the boy.

Reading keeps phrases apart for want of evidence; here the whole report says which thing it speaks of, and how often.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

from variorum.resolve.apart import SINGLE, kinds_agree, names_clash, points_back
from variorum.resolve.items import Cluster, by_head
from variorum.resolve.phrases import (
    COLLECTIVE,
    INDEFINITE,
    LOOSE,
    ONE_BODY,
    conflict,
    of_one_sort,
    phrase_score,
    stemmed_sorts,
)

DOMINANT = 3
"""Mentions from which a thing can be the one that a report is about."""


def join_repeated(clusters: list[Cluster]) -> None:
    """Join what one report calls alike more than once: by one head noun, then by head nouns of one sort."""
    of_report: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        if len(cluster.reports) == 1:
            of_report[cluster.reports[0]].append(cluster)
    for _, alone in sorted(of_report.items()):
        for _, head, found in by_head(alone):
            join_within(head, found)
        for heads in stemmed_sorts():
            called = (c.root for c in alone if any(p.head in heads for p in c.root.phrases))
            join_to_dominant(heads, list(dict.fromkeys(called)))


def join_within(head: str, found: list[Cluster]) -> None:
    """Join noun phrases of one report that say the same of one head noun.

    Reading keeps a later "a truck" apart from the first for want of evidence; it is another only if words say so.
    """
    for one, other in combinations(found, 2):
        here, there = one.root, other.root
        as_many = here.plural == there.plural or head in COLLECTIVE
        if here is not there and as_many and not (here.named and there.named) and kinds_agree(here, there):
            told = [p for p in here.phrases if p.head == head], [q for q in there.phrases if q.head == head]
            scores = [phrase_score(p, q, here.plural) for p in told[0] for q in told[1]]
            sure = [s for s in scores if s is not None and (s > 1 or (s == 1 and head in ONE_BODY))]
            telling = here.kind != "person" or points_back(here.items, there.items) or min(sure, default=0.0) > 2
            if sure and len(sure) == len(scores) and telling and not here.opposes(there):
                first, second = (there, here) if there.named else (here, there)
                first.join(second, None)
    if head not in LOOSE:
        join_to_dominant(frozenset({head}), list(dict.fromkeys(c.root for c in found)))


def join_to_dominant(heads: frozenset[str], found: list[Cluster]) -> None:
    """Join further singular mentions to the thing that its report speaks of most by far, called by one of `heads`.

    What says no more than the main one, or points back at it, is no rival of it; what tells another one is.
    """
    for main in sorted(found, key=lambda c: (-c.size, c.first.ref)):
        if not main.alive or main.kind not in SINGLE or main.plural:
            continue
        others = [c for c in found if c is not main and c.alive and not c.plural]
        again: list[Cluster] = []
        for other in sorted(others, key=lambda c: (-c.size, c.first.ref)):
            if is_again(heads, main, other) and not any(clash(heads, other, c) for c in again):
                again.append(other)
        if dominates(main, [c for c in others if c not in again]):
            for other in again:
                main.join(other, None)


def is_again(heads: frozenset[str], main: Cluster, other: Cluster) -> bool:
    """Whether `other` can be the main thing told again: nothing against it, and "a" brings in no new modifier."""
    if other.named or other.kind != main.kind or clash(heads, main, other):
        return False
    if len(heads) > 1 and not of_one_sort(p.head for p in (*main.phrases, *other.phrases)):
        return False
    told = [p for p in other.phrases if p.head in heads]
    known = frozenset().union(*(p.modifiers for p in main.phrases if p.head in heads))
    anew = [bool(INDEFINITE.match(p.text)) for p in told]
    if main.kind == "person" and not points_back(main.items, other.items):
        return False
    return all(p.modifiers <= known for p, new in zip(told, anew, strict=True) if new)


def clash(heads: frozenset[str], one: Cluster, other: Cluster) -> bool:
    """Whether names, nations or the words with a head noun of `heads` tell two things apart."""
    pairs = [(p, q) for p in one.phrases for q in other.phrases if p.head in heads and q.head in heads]
    return one.opposes(other) or names_clash(one, other) or any(conflict(p, q) for p, q in pairs)


def dominates(cluster: Cluster, others: list[Cluster]) -> bool:
    """Whether a thing is mentioned three times or more, and twice as often as each other of its head noun."""
    return cluster.size >= DOMINANT and all(cluster.size >= 2 * c.size for c in others)
