"""Where "the company", "the bank", "the group" or "the city" points: the named one of that sort that is spoken of.

Of several bodies the one is meant that acts in the sentence or the one before, and that the report speaks of most; where
two come near to each other the phrase is left alone.
"""

from __future__ import annotations

from spacy.tokens import Token

from variorum.annotate.clusters import Cluster, Clusters
from variorum.annotate.name_agreement import folded
from variorum.annotate.phrases import (
    earlier_first,
    feature_of,
    head_of,
    is_definite,
    is_loose,
    lies_right,
    modifiers,
    nations_agree,
    sentence_numbers,
    sentences_apart,
)
from variorum.annotate.pronouns import SUBJECTS, bound
from variorum.knowledge.outlets import outlet_by_name
from variorum.knowledge.people import is_civic

COLLECTIVE = {
    "group",
    "movement",
    "militia",
    "network",
    "organisation",
    "organization",
    "faction",
    "party",
    "insurgency",
}
BODIES = frozenset(
    [
        "company",
        "firm",
        "agency",
        "organisation",
        "organization",
        "group",
        "airline",
        "carmaker",
        "manufacturer",
        "newspaper",
        "broadcaster",
        "bank",
        "charity",
        "chipmaker",
        "union",
        "club",
        "university",
        "operator",
    ]
)
FAMILY = frozenset({"couple", "pair", "family", "duo"})
CITIES = {"city", "town", "capital", "village"}
COUNTRIES = {"country", "nation", "state"}
BUSINESS = frozenset({
    "company", "firm", "airline", "carmaker", "manufacturer", "bank", "chipmaker", "operator", "corporation", "retailer",
})  # fmt: skip
"""Heads that speak of a business: no office of state, no armed group, no party."""
MEDIA = frozenset({"newspaper", "broadcaster", "paper", "magazine", "tabloid", "daily", "weekly", "outlet"})
PUBLIC = frozenset({
    "office", "ministry", "commission", "department", "agency", "council", "bureau", "committee", "union", "authority",
    "association", "army", "military", "navy", "force", "forces", "party", "administration", "institute", "service",
    "congress", "senate", "nations", "board", "federation", "reserve", "university", "college", "academy", "court",
    "secretariat", "parliament", "league", "front", "movement", "observatory", "foundation", "charity",
})  # fmt: skip
"""Words that close or open the name of what is no business."""
PRESS = frozenset({"times", "news", "post", "journal", "gazette", "herald", "telegraph", "mirror", "tribune", "mail"})
REACH = 3
NEARNESS = (2.6, 2.2, 1.0, 0.4)
ACTS, ACTS_WITHIN, OWNS, PASSIVE, ELSEWHERE = 1.6, 1.2, 0.75, 0.5, 0.2
SAME = 1.5
"""What it is worth to act in the very sentence."""
OFTEN, AT_MOST = 0.2, 6
MARGIN = 0.4
"""How much better the first body must fit than the second."""


def named_by_class(clusters: Clusters, at: int) -> Cluster | None:
    """The named one of the sort that a bare definite phrase tells, within reach of it."""
    mention = clusters.mentions[at]
    head = head_of(clusters.doc, mention).lower_
    told = {w for w in modifiers(clusters.doc, mention) if not is_loose(w)}
    if mention.plural or told or not is_definite(clusters.doc, mention):
        return None
    recent = [c for c in earlier_first(clusters, at) if c.named and sentences_apart(clusters, at, c) <= REACH]
    families = [c for c in recent if c.kind == "group" and is_family(clusters, c)]
    if head in FAMILY:
        return families[0] if families else None
    recent = [c for c in recent if c not in families]
    if head in COLLECTIVE or head in BODIES or head in MEDIA:
        kinds = {"group"} if head in COLLECTIVE - BODIES else {"group", "organisation"}
        fits = [c for c in recent if c.kind in kinds and nations_agree(clusters, at, c) and is_of_sort(c, head)]
        if head == "group":
            fits = [c for c in fits if c.kind == "group"] or fits
        return most_spoken_of(clusters, at, fits)
    if head in CITIES or head in COUNTRIES:
        feature = "country" if head in COUNTRIES else "city"
        fits = [
            c
            for c in recent
            if c.kind == "place" and feature_of(clusters, c) == feature and lies_right(clusters, at, c)
        ]
        return fits[0] if fits else None
    return None


def is_family(clusters: Clusters, cluster: Cluster) -> bool:
    """Whether a group goes by the plural of a surname of the report ("the Vassmanns")."""
    surnames = {folded(n)[-1] for c in clusters.all if c.kind == "person" for n in c.names}
    return any(
        len(folded(n)) == 1 and (folded(n)[0][:-1] in surnames or folded(n)[0][:-2] in surnames) for n in cluster.names
    )


def is_of_sort(cluster: Cluster, head: str) -> bool:
    """Whether a body can be called by the head noun: a business by "company", a paper by "newspaper"."""
    press = any(outlet_by_name(n) is not None or PRESS & set(folded(n)[-1:]) for n in cluster.names)
    if head in MEDIA:
        return press
    if head not in BUSINESS:
        return True
    public = any(PUBLIC & {folded(n)[0], folded(n)[-1]} or is_civic(folded(n)) for n in cluster.names)
    return not press and not public and cluster.kind == "organisation"


def most_spoken_of(clusters: Clusters, at: int, fits: list[Cluster]) -> Cluster | None:
    """Of bodies that fit the one that acts nearest and is named most, None where two are alike."""
    free = [c for c in fits if not bound(clusters, at, c)]
    ranked = sorted(((weight(clusters, at, c), -min(c.mentions), c) for c in free), key=lambda r: (-r[0], r[1]))
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MARGIN):
        return None
    return ranked[0][2]


def weight(clusters: Clusters, at: int, cluster: Cluster) -> float:
    """How much a body is spoken of where the phrase stands: its best mention, and how often it was named before."""
    doc, mentions = clusters.doc, clusters.mentions
    order = sentence_numbers(doc)
    here = order[head_of(doc, mentions[at]).i]
    before = [m for m in cluster.mentions if m < at]
    near = [(here - order[head_of(doc, mentions[m]).i], head_of(doc, mentions[m])) for m in before]
    parts = [(far, part(word)) for far, word in near if far <= REACH]
    best = max((NEARNESS[far] + p + SAME * (far == 0 and p >= OWNS) for far, p in parts), default=0.0)
    return best + OFTEN * min(len(before), AT_MOST)


def part(word: Token) -> float:
    """What a mention's part in its sentence is worth: most where it acts, or its spokesman does for it."""
    if word.dep_ in SUBJECTS:
        return ACTS if word.head.dep_ == "ROOT" else ACTS_WITHIN
    if any(t.dep_ in SUBJECTS and t.head.dep_ == "ROOT" for t in word.ancestors):
        return OWNS if word.dep_ == "poss" else ACTS_WITHIN
    return PASSIVE if word.dep_ in {"dobj", "pobj"} and word.head.head.dep_ == "ROOT" else ELSEWHERE
