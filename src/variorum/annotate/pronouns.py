"""Whom a pronoun points at: the best of the earlier clusters by nearness, part of the sentence, name, gender and
number.

Salience weights in the manner of Lappin and Leass (1994), with a bonus for the last speaker; a pronoun whose two best
candidates are too close stays unresolved.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from variorum.annotate.clusters import Cluster, Clusters
from variorum.annotate.nominals import is_expletive
from variorum.annotate.phrases import head_of, is_kin, sentence_numbers
from variorum.annotate.voiced import is_own_speech, is_speaking
from variorum.model import PERSONAL_KINDS, Mention

SUBJECTS = {"nsubj", "nsubjpass", "csubj"}
REACH = {"he": 4, "they": 3, "it": 1}
NEARNESS = (3.0, 2.2, 1.0, 0.4, 0.2)
MARGIN = {"he": 0.6, "they": 1.0, "it": 1.2}
LEAST = {"he": 2.5, "they": 4.2, "it": 4.2}
WEIGHTS = {"often": 0.35, "named": 0.8, "gender": 1.0, "speaker": 0.8, "main": 1.6, "subject": 1.1}
FAMILY = {
    "he": "he", "him": "he", "his": "he", "himself": "he", "she": "he", "her": "he", "hers": "he", "herself": "he",
    "they": "they", "them": "they", "their": "they", "themselves": "they",
    "it": "it", "its": "it", "itself": "it",
}  # fmt: skip


def link_pronoun(clusters: Clusters, at: int) -> None:
    """Put the pronoun at `at` into the cluster it points at, or leave it out where that is not clear."""
    mention = clusters.mentions[at]
    token = head_of(clusters.doc, mention)
    family = FAMILY.get(token.lower_)
    if family is None or is_expletive(token):
        return
    scored = sorted(
        (
            (score(clusters, at, c, family), -min(c.mentions), c)
            for c in clusters.all
            if can_be(clusters, at, c, family)
        ),
        key=lambda entry: (-entry[0], entry[1]),
    )
    if not scored or scored[0][0] < LEAST[family]:
        return
    if len(scored) > 1 and scored[0][0] - scored[1][0] < MARGIN[family]:
        return
    cluster = scored[0][2]
    clusters.add(at, cluster)


def can_be(clusters: Clusters, at: int, cluster: Cluster, family: str) -> bool:
    """Whether number, gender, kind and syntax allow the cluster."""
    mention = clusters.mentions[at]
    before = reachable(clusters, at, cluster, REACH[family])
    if not before:
        return False
    if family == "he":
        if cluster.kind != "person" or cluster.plural or (cluster.gender and cluster.gender != mention.gender):
            return False
    elif family == "they":
        if cluster.kind not in PERSONAL_KINDS or (cluster.kind == "person" and not cluster.plural):
            return False
    elif cluster.kind in {"person", "thing"} or cluster.plural:
        return False
    token = head_of(clusters.doc, mention)
    heads = [head_of(clusters.doc, clusters.mentions[m]) for m in cluster.mentions]
    return not bound(clusters, at, cluster) and not any(is_own_speech(clusters.doc, token, head) for head in heads)


def reachable(clusters: Clusters, at: int, cluster: Cluster, reach: int) -> list[int]:
    """The cluster's mentions before the pronoun that do not hold it, no more than `reach` sentences back."""
    order, mentions = sentence_numbers(clusters.doc), clusters.mentions
    here = order[head_of(clusters.doc, mentions[at]).i]
    return [
        m
        for m in cluster.mentions
        if m < at
        and not mentions[m].span.covers(mentions[at].span)
        and here - order[head_of(clusters.doc, mentions[m]).i] <= reach
    ]


def bound(clusters: Clusters, at: int, cluster: Cluster) -> bool:
    """Whether grammar keeps the two apart: "X met him", "her husband" for "her"."""
    doc, mentions = clusters.doc, clusters.mentions
    token = head_of(doc, mentions[at])
    holders = [m for m in cluster.mentions if mentions[m].span.covers(mentions[at].span)]
    if holders:
        return True
    if token.tag_ == "PRP$" or token.lower_.endswith(("self", "selves")):
        return False
    verb = token.head if token.dep_ != "pobj" else token.head.head
    for m in cluster.mentions:
        other = head_of(doc, mentions[m])
        if (
            other.sent.start == token.sent.start
            and other.head == verb
            and token.dep_ not in SUBJECTS
            and other.dep_ in SUBJECTS | {"dobj"}
        ):
            return True
        if (
            other.head == verb
            and token.dep_ in SUBJECTS
            and other.dep_ in {"dobj", "dative", "pobj", "nsubj"}
            and other.i != token.i
        ):
            return True
    return False


def score(clusters: Clusters, at: int, cluster: Cluster, family: str) -> float:
    """How well the cluster fits: its best mention, how often it is named, what is known of its gender."""
    doc, mentions = clusters.doc, clusters.mentions
    order = sentence_numbers(doc)
    token = head_of(doc, mentions[at])
    here = order[token.i]
    best = 0.0
    for m in reachable(clusters, at, cluster, REACH[family]):
        other = head_of(doc, mentions[m])
        value = NEARNESS[here - order[other.i]]
        value += part_of_sentence(other, mentions[m], doc)
        if here == order[other.i] and token.dep_ in SUBJECTS and other.dep_ in SUBJECTS:
            value += 0.5
        if (
            here == order[other.i]
            and token.tag_ == "PRP$"
            and other.dep_ in SUBJECTS
            and other.head in {token.head.head, *token.head.ancestors}
        ):
            value += 0.8
        if is_speaking(other) and here - order[other.i] <= 2:
            value += WEIGHTS["speaker"]
        value += 0.3 * (m == max(reachable(clusters, at, cluster, REACH[family])))
        best = max(best, value)
    if family != "he":
        return best + 1.2 * (family == "they" and cluster.kind == "person")
    best += WEIGHTS["often"] * min(sum(mentions[m].form == "name" for m in cluster.mentions), 6)
    best += WEIGHTS["named"] * cluster.named
    if any(mentions[m].gender for m in cluster.mentions if mentions[m].form != "pronoun"):
        best += WEIGHTS["gender"]
    return best


def part_of_sentence(other: Token, mention: Mention, doc: Doc) -> float:
    """Subjects draw pronouns, most of all of the main clause; owners and parts of other phrases little."""
    if other.dep_ in SUBJECTS:
        return WEIGHTS["main"] if other.head.dep_ == "ROOT" else WEIGHTS["subject"]
    if other.dep_ in {"dobj", "dative"}:
        return 0.6
    if other.dep_ == "appos" and other.head.dep_ in SUBJECTS:
        return 1.4
    if mention.form == "nominal" and is_kin(doc, mention):
        return 0.5
    return 0.2
