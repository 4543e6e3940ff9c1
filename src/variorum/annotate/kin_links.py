"""Relatives that a report tells of again and again: "his wife" is one woman as long as no two owners of the word are known."""

from __future__ import annotations

from collections import defaultdict

from variorum.annotate.clusters import Cluster, Clusters
from variorum.knowledge.people import ONLY_KIN
from variorum.model import Mention


def link_relatives(clusters: Clusters) -> None:
    """Join the phrases of one pronoun and one word for a relative of whom each has one ("his wife", "her father")."""
    told: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, mention in enumerate(clusters.mentions):
        owner, _, word = mention.span.text.lower().partition(" ")
        if mention.form == "nominal" and owner in {"his", "her"} and word in ONLY_KIN and at in clusters.of:
            told[owner, word].append(at)
    for found in told.values():
        owners = {id(c) for at in found if (c := owner_of(clusters, clusters.mentions[at])) is not None}
        called = list(dict.fromkeys(id(clusters.of[at]) for at in found))
        named = {id(clusters.of[at]) for at in found if clusters.of[at].named}
        if len(owners) < 2 and len(named) < 2 and len(called) > 1:
            first = next((clusters.of[at] for at in found if clusters.of[at].named), clusters.of[found[0]])
            for at in found:
                clusters.merge(first, clusters.of[at])


def owner_of(clusters: Clusters, phrase: Mention) -> Cluster | None:
    """The cluster that the pronoun at the start of `phrase` is of, None where it is of none."""
    for at, mention in enumerate(clusters.mentions):
        if mention.form == "pronoun" and mention.span.start == phrase.span.start:
            return clusters.of.get(at)
    return None
