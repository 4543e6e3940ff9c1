"""Contrasts: what forbids that two clauses say the same, however alike their words are.

Likeness of words cannot see them: "the first bomb" and "another bomb", "taken to hospital" and "released from hospital"
differ in a word or two.
"""

from __future__ import annotations

import re
from collections.abc import Hashable
from functools import lru_cache

from variorum.collate.clauses import Clause, Figure
from variorum.encoder.statement import are_other_tallies, tallies
from variorum.encoder.words import stem
from variorum.knowledge.opposites import are_opposite

CLAUSES = 10_000  # whose words are kept, each being held against many
WAY = re.compile(
    r"\b(to|into|from|out of)\s+(?:(?:an?|the|his|her|its|their)\s+)?([a-z]{3,})"
    r"(?=\W*(?:$|[,.;:)]|(?:and|with|on|in|at|after|for|by|where|as|when|while|but)\b|[A-Z]))"
)  # a way to what one noun names, or away from it
AWAY = {"from", "out of"}
AGAIN = re.compile(r"\bfor (?:the|a) (second|third|fourth|fifth|sixth) time\b")
FIRST, LATER = re.compile(r"\bthe first\b", re.I), re.compile(r"\b(?:additional|another|second|third|further)\b", re.I)


def others_told(one: Clause, other: Clause) -> bool:
    """Whether the clauses cannot say the same: other figures, verbs of opposite sense, the first of a series and a later one,
    one that it was so again, other persons who are named, one denied and one not, one unreal, other places."""
    if one.figures and other.figures and not may_be_same(one.figures, other.figures):
        return True
    if are_other_ways(one.span.text, other.span.text) or are_other_tallies(one.span.text, other.span.text):
        return True
    if are_opposed(one, other) or is_first_and_later(one, other) or is_first_and_later(other, one):
        return True
    if one.persons and other.persons and not one.persons & other.persons:
        return True
    if AGAIN.findall(one.span.text) != AGAIN.findall(other.span.text):
        return True
    if one.unreal != other.unreal and not one.said & other.said:
        return True
    return are_elsewhere(one, other)


def told(clause: Clause) -> Hashable:
    """What of a clause `others_told` looks at."""
    return (
        clause.figures,
        clause.lemma,
        clause.affirmed,
        clause.unreal,
        clause.said,
        clause.places,
        clause.persons,
        place_in_a_series(clause.span.text),
        tuple(AGAIN.findall(clause.span.text)),
        ways(clause.span.text),
        tallies(clause.span.text),
    )


def are_opposed(one: Clause, other: Clause) -> bool:
    """Whether one clause denies what the other tells, or their verbs are of opposite sense; both together are the same again
    ("will fail", "will not succeed"). What is said in one utterance was held against itself before."""
    opposite, denied = are_opposite(one.lemma, other.lemma), one.affirmed != other.affirmed
    return opposite != denied and (opposite or not one.said & other.said)


def are_other_ways(one: str, other: str) -> bool:
    """Whether one clause tells of a way to what the other tells a way from ("taken to hospital", "released from hospital")."""
    (here, hence), (there, thence) = ways(one), ways(other)
    return bool((here - hence) & (thence - there) or (there - thence) & (hence - here))


@lru_cache(maxsize=CLAUSES)
def ways(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The stems of what a text tells a way to, and of what it tells a way from."""
    found = WAY.findall(text)
    there, hence = (frozenset(stem(noun) for way, noun in found if (way in AWAY) is away) for away in (False, True))
    return there, hence


def is_first_and_later(one: Clause, other: Clause) -> bool:
    """Whether one clause tells of the first of a series and the other of more that came ("two additional packages")."""
    first, later = place_in_a_series(one.span.text)
    return first and not later and place_in_a_series(other.span.text)[1]


@lru_cache(maxsize=CLAUSES)
def place_in_a_series(text: str) -> tuple[bool, bool]:
    """Whether a text tells of the first of a series, and whether of more that came."""
    return bool(FIRST.search(text)), bool(LATER.search(text))


def are_elsewhere(one: Clause, other: Clause) -> bool:
    """Whether both clauses tell where it was, and no place of the one can be one of the other's: other countries or towns."""
    return bool(one.places and other.places) and all(
        any(a is not None and b is not None and a != b for a, b in zip(here, there, strict=True))
        for here in one.places
        for there in other.places
    )


def may_be_same(ours: frozenset[Figure], theirs: frozenset[Figure]) -> bool:
    """Whether the figures of two clauses can tell one thing: they share one, or each of the fewer goes with one of the others."""
    fewer, more = sorted((ours, theirs), key=len)
    return bool(ours & theirs) or all(any(can_be_one(a, b) for b in more) for a in fewer)


def can_be_one(one: Figure, other: Figure) -> bool:
    """Whether two figures are one, or one is exact and lies within the bounds that the other sets ("22,000" of "thousands")."""
    if one == other:
        return True
    return any(
        exact[0] is not None
        and exact[0] == exact[1]
        and (low is None or low <= exact[0])
        and (high is None or exact[0] <= high)
        for exact, (low, high) in ((one, other), (other, one))
    )
