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
    in_headline,
    is_definite,
    is_indefinite,
    modifiers,
    nations_agree,
    roles_told,
    sentence_numbers,
)
from variorum.annotate.seats import holds
from variorum.knowledge.offices import in_full
from variorum.knowledge.people import is_word

OPENING = 2
"""Sentences in which a text brings in the one whom its headline calls by an office."""
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


def link_headline_roles(clusters: Clusters) -> None:
    """Join the person whom a headline calls by an office alone ("Ostra Congressman Apologizes") with the one named person of the
    text's first sentences who has it."""
    for cluster in [c for c in clusters.all if not c.named and c.kind == "person"]:
        phrases = [(at, clusters.mentions[at]) for at in sorted(cluster.mentions)]
        at, first = phrases[0]
        if any(not in_headline(clusters.doc, m) or m.plural for _, m in phrases):
            continue
        if is_indefinite(clusters.doc, first) or not is_word(head_of(clusters.doc, first).lemma_.lower(), "title"):
            continue
        fits = [c for c in brought_in_first(clusters) if holds(clusters, at, c)]
        if len(fits) == 1:
            clusters.merge(fits[0], cluster)


def brought_in_first(clusters: Clusters) -> list[Cluster]:
    """The persons whom the first sentences below the headlines name."""
    order = sentence_numbers(clusters.doc)
    body = [m for m in clusters.mentions if not in_headline(clusters.doc, m)]
    if not body:
        return []
    first = order[head_of(clusters.doc, body[0]).i]
    return [
        c
        for c in clusters.all
        if is_person(c)
        and any(
            not in_headline(clusters.doc, m) and order[head_of(clusters.doc, m).i] - first < OPENING
            for m in (clusters.mentions[i] for i in c.mentions)
        )
    ]


def is_person(cluster: Cluster) -> bool:
    """Whether a cluster is a named person."""
    return cluster.kind == "person" and cluster.named


def words_of(role: str) -> tuple[str, ...]:
    """The words of a role in small letters, article and signs of the genitive left out, in full."""
    plain = re.sub(r"[’']s?\b", " ", role.lower())
    return tuple(in_full(w) for w in plain.split() if w not in {"the", "a", "an"} and any(c.isalnum() for c in w))
