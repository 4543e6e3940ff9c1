"""Noun phrases of several reports that are one thing: "the bomber" and "a suicide bomber", "the chief" and his name.

Within a story, a phrase joins what has the same head noun, where no modifier speaks against it and it is clear in each
of the two reports which thing is meant. Loose heads ("man", "area") need a modifier in common, crowds the same words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations

import msgspec

from variorum.model import LocalRef
from variorum.resolve.apart import may_join, names_clash
from variorum.resolve.items import Cluster, by_head
from variorum.resolve.phrases import COLLECTIVE, LOOSE, ONE_BODY, conflict, phrase_score
from variorum.resolve.repeated import dominates


def join_nominals(clusters: list[Cluster]) -> None:
    """Join clusters of several reports by their noun phrases, story by story and head noun by head noun.

    Head nouns that most reports use come first: what is surest to be spoken of by each.
    """
    for _, head, found in by_head(clusters):
        join_by_head(head, found)


def join_by_head(head: str, found: list[Cluster]) -> None:
    """Join clusters of a story that have the head noun `head`, the best agreeing first, while each pair is clear."""
    reports = {c.first.ref: c.reports for c in found}
    rivals = Counter(report for told in reports.values() for report in told)
    scored = [(said, one, other) for one, other in combinations(found, 2) if (said := agreement(one, other, head))]
    votes: dict[tuple[LocalRef, str], Counter[float]] = defaultdict(Counter)
    for said, one, other in scored:
        for here, there in ((one, other), (other, one)):
            for report in reports[there.first.ref]:
                votes[here.first.ref, report][said.score] += 1

    leading = {
        c.first.ref for c in found if dominates(c, [o for o in found if o is not c and set(o.reports) & set(c.reports)])
    }

    def is_best(here: Cluster, there: Cluster, score: float) -> bool:
        told = [votes[here.first.ref, report] for report in reports[there.first.ref]]
        return all(max(counts) == score and counts[score] == 1 for counts in told)

    for said, one, other in sorted(scored, key=lambda s: (-s[0].score, s[1].first.ref, s[2].first.ref)):
        lonely = all(rivals[report] == 1 for c in (one, other) for report in reports[c.first.ref])
        lonely |= head not in LOOSE and all(c.first.ref in leading for c in (one, other))
        lonely |= head in ONE_BODY and said.score >= 1
        if not lonely and not (said.score >= 1 and is_best(one, other, said.score) and is_best(other, one, said.score)):
            continue
        here, there = one.root, other.root
        if may_join(here, there):
            first, second = (there, here) if there.named else (here, there)
            first.join(second, said.why)


class Agreement(msgspec.Struct, frozen=True):
    """How well two things' noun phrases agree, and why in words."""

    score: float
    why: str


def agreement(one: Cluster, other: Cluster, head: str) -> Agreement | None:
    """The best agreement over the phrases of two clusters with one head noun; None where they cannot be one."""
    if not may_join(one, other) or (one.plural != other.plural and head not in COLLECTIVE):
        return None
    if any(conflict(p, q) for p in one.phrases for q in other.phrases if p.head == q.head == head):
        return None
    found = [
        (score, p.text, q.text)
        for p in one.phrases
        if p.head == head
        for q in other.phrases
        if q.head == head and (score := phrase_score(p, q, one.plural)) is not None
    ]
    if not found or ((one.named or other.named) and max(found)[0] <= 0) or names_clash(one, other):
        return None
    score, first, second = max(found, key=lambda f: (f[0], f[1], f[2]))
    shown = " and ".join(f'"{t}"' for t in dict.fromkeys(sorted((first, second))))
    return Agreement(score, f"{shown} fit one thing only in each report")
