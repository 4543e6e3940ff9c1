"""Descriptions led to names by the words with which the report itself brings the named one in.

"The messaging app" is the one that the report calls "messaging app Vexo", "a Vexo spokesman" the man whom it later calls "Vexo
spokesman Karl Oder", "the congressman" the one named with that title. Where two named ones fit, a phrase stays open.
"""

from __future__ import annotations

import re

from variorum.annotate.clusters import Cluster, Clusters
from variorum.annotate.phrases import (
    POSSESSIVES,
    bare_words,
    earlier_first,
    genders_agree,
    head_of,
    is_definite,
    modifiers,
    nations_agree,
    roles_told,
)
from variorum.knowledge.offices import in_full

ENDS = re.compile(r"\s(?:of|for|in|at|from|with|to|on|who|that|which)\s")


def called_so(clusters: Clusters, at: int) -> Cluster | None:
    """The body, animal or thing that the report brings in by name as what the phrase says: "the app" for "messaging app Vexo"."""
    mention, doc = clusters.mentions[at], clusters.doc
    told = modifiers(doc, mention)
    if mention.kind in {"person", "place"} or mention.plural or told & POSSESSIVES or not is_definite(doc, mention):
        return None
    head = head_of(doc, mention).lemma_.lower()
    fits = []
    for cluster in earlier_first(clusters, at):
        if cluster.kind in {"person", "place"} or not cluster.named or not nations_agree(clusters, at, cluster):
            continue
        for role in roles_told(clusters, cluster):
            words = ENDS.split(role.text.lower())[0].replace("-", " ").split()
            if words[-1] == head and {p for w in told for p in w.split("-")} <= set(words):
                fits.append(cluster)
                break
    return fits[0] if len(fits) == 1 else None


def link_described(clusters: Clusters) -> None:
    """Join a person told without a name with the one named person of the report to whom the very words are tied."""
    described = [(c, {words_of(r.text) for r in roles_told(clusters, c)}) for c in clusters.all if is_person(c)]
    for at, mention in enumerate(clusters.mentions):
        if mention.form != "nominal" or mention.kind != "person" or mention.plural or at not in clusters.of:
            continue
        cluster = clusters.of[at]
        words = bare_words(clusters.doc, mention)
        if cluster.named or len(words) < 2 or set(words) & POSSESSIVES:
            continue
        fits = [c for c, told in described if words_of(" ".join(words)) in told and genders_agree(mention, c)]
        if len(fits) == 1:
            clusters.merge(fits[0], cluster)


def is_person(cluster: Cluster) -> bool:
    """Whether a cluster is a named person."""
    return cluster.kind == "person" and cluster.named


def words_of(role: str) -> tuple[str, ...]:
    """The words of a role in small letters, article and signs of the genitive left out, in full."""
    plain = re.sub(r"[’']s?\b", " ", role.lower())
    return tuple(in_full(w) for w in plain.split() if w not in {"the", "a", "an"} and any(c.isalnum() for c in w))
