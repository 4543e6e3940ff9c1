"""Relatives: "his father" and "the boy's father" are one where both owners are one; nothing else is looked at.

A father, a mother or a wife is one by the word itself; a brother or an uncle only where each report speaks of one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from variorum.knowledge.people import ONLY_KIN
from variorum.model import LocalRef
from variorum.resolve.items import Cluster


def join_relatives(clusters: Sequence[Cluster]) -> None:
    """Join the relatives of one owner that are called by one word, where nothing typed speaks against it."""
    owner_of = {item.ref: cluster for cluster in clusters for item in cluster.items}
    kin: dict[tuple[LocalRef, str], list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        for item in cluster.items:
            for owner, word in sorted(item.relations):
                holder = owner_of.get(LocalRef(item.ref.report, owner))
                if holder is not None and holder.root is not cluster.root:
                    kin[holder.root.first.ref, word].append(cluster)
    for (_, word), found in sorted(kin.items(), key=lambda entry: entry[0]):
        join_called(word, list(dict.fromkeys(c.root for c in found)))


def join_called(word: str, found: list[Cluster]) -> None:
    """Join the relatives of one owner that are called `word`."""
    told = Counter(report for c in found for report in c.reports)
    if word not in ONLY_KIN and max(told.values()) > 1:
        return
    first = min(found, key=lambda c: (not c.named, c.first.ref))
    for other in found:
        here, there = first.root, other.root
        if here is not there and not (here.named and there.named) and not here.opposes(there):
            here.join(there, f"each is called the {word} of one and the same")
