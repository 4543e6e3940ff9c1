"""Questions: figures of several reports that answer one question, though they count in other words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from variorum.collate.compare import Relation, compare_quantities
from variorum.collate.draft import DraftReading, is_vague
from variorum.encoder import similarity
from variorum.encoder.statement import same_statement
from variorum.knowledge.bounds import bounds
from variorum.knowledge.units import one_measure
from variorum.model import QuantityValue
from variorum.resolve.lookup import Lookup

SAME_NOUN = 0.8  # likeness of two nouns from which they name one kind of thing
Thing = tuple[str, str, str]  # story, slot, what is counted
Figure = tuple[str, DraftReading]  # what it is about, and the reading
NUMBER = re.compile(
    r"[\d.,]*\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|millions?)\b", re.I
)
UNCOUNTED = re.compile(
    "|".join(
        rf"\b{re.escape(w)}\b"
        for w in sorted({*bounds("before"), *bounds("after")}, key=len, reverse=True)
        if w[0].isalpha()
    )
    + r"|\b(?:the|of|a|an|all|these|those|their|his|her|its|other|others|more|tens|scores|several|billions?)\b",
    re.I,
)
SAME_BUT_FOR_THE_NUMBER = 0.6


def same_question(found: Sequence[Figure], lookup: Lookup) -> list[list[Figure]]:
    """Clusters of figures of one thing: equal ones, and those whose clauses say the same but for the number."""
    clusters: list[list[Figure]] = []
    for item in sorted(found, key=lambda pair: pair[1].span):
        home = next((c for c in clusters if any(answers_alike(item[1], other, lookup) for _, other in c)), None)
        if home is None:
            clusters.append([item])
        else:
            home.append(item)
    return clusters


def in_other_words(loose: dict[Thing, list[Figure]]) -> dict[Thing, list[Figure]]:
    """Figures of things that are one by another word (troops, soldiers), under the word that stands first."""
    merged: dict[Thing, list[Figure]] = {}
    for (story, slot, thing), found in sorted(loose.items()):
        at = next((k for k in merged if k[:2] == (story, slot) and same_thing(k[2], thing)), (story, slot, thing))
        merged.setdefault(at, []).extend(found)
    return merged


def same_thing(one: str, other: str) -> bool:
    """Whether two nouns name one kind of thing; what is told as other ("another 20 troops") stays apart."""
    if one.startswith("other ") != other.startswith("other "):
        return False
    return one == other or similarity(one, other) >= SAME_NOUN


def told_once_each(clusters: list[list[Figure]]) -> list[list[Figure]]:
    """One cluster of all, where each report gives one figure only: of a thing that nobody counts twice, one count is meant.

    Not where one is narrowed as another is not ("8,000 Canadian consumers", "two female gorillas"), nor where an order of size
    does not hold the others ("millions of consumers").
    """
    homes: dict[str, set[int]] = {}
    for n, cluster in enumerate(clusters):
        for _, reading in cluster:
            homes.setdefault(reading.span.report, set()).add(n)
    readings = [reading for cluster in clusters for _, reading in cluster]
    if len(clusters) < 2 or any(len(ns) > 1 for ns in homes.values()) or len({told_apart_by(r) for r in readings}) > 1:
        return clusters
    if any(is_vague(r) and not all(may_hold(r, o) for o in readings) for r in readings):
        return clusters
    return [[item for cluster in clusters for item in cluster]]


def told_apart_by(reading: DraftReading) -> frozenset[str]:
    """The words that narrow what is counted, number and bound words left out: "female" of "at least two female gorillas"."""
    words = re.findall(r"[^\W\d_]+", UNCOUNTED.sub(" ", NUMBER.sub(" ", reading.span.text)).casefold())
    return frozenset(words[:-1])


def may_hold(vague: DraftReading, other: DraftReading) -> bool:
    """Whether an order of size and another figure can be one number."""
    assert isinstance(vague.value, QuantityValue)
    assert isinstance(other.value, QuantityValue)
    return compare_quantities(vague.value, other.value).relation is not Relation.EXCLUDES


def answers_alike(one: DraftReading, other: DraftReading, lookup: Lookup) -> bool:
    """Whether two figures of one thing answer one question."""
    assert isinstance(one.value, QuantityValue)
    assert isinstance(other.value, QuantityValue)
    if not one_measure(one.value.unit, other.value.unit):
        return False
    same = (one.value.low, one.value.high, one.value.unit) == (other.value.low, other.value.high, other.value.unit)
    vague = is_vague(one) or is_vague(other)
    if same != vague:
        return same
    if one.told is None or other.told is None or one.span.report == other.span.report:
        return False
    first, second = (NUMBER.sub(" ", lookup.proposition(ref).span.text) for ref in (one.told, other.told))
    return same_statement(first, second).score >= SAME_BUT_FOR_THE_NUMBER
