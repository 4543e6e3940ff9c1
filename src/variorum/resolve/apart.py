"""What keeps two clusters apart: two names, another kind, something typed, or a report that speaks of both as two."""

from __future__ import annotations

from variorum.resolve.items import BODIES, Cluster, Item
from variorum.resolve.phrases import DEFINITE, INDEFINITE, ONE_BODY, conflict, of_one_sort

SINGLE = frozenset({"facility", "thing", "person"})
"""Kinds of which a report says when it speaks of another."""


def may_join(one: Cluster, other: Cluster, *, copied: bool = False) -> bool:
    """Whether nothing keeps two clusters apart: both named, a report that tells them apart, or something typed.

    `copied`: that they are one is known from elsewhere, so that a report may bring one in twice.
    """
    if one is other or (one.named and other.named):
        return False
    for report in sorted(set(one.reports) & set(other.reports)):
        here, there = ([i for i in c.items if i.ref.report == report] for c in (one, other))
        if any(told_apart(a, b) for a in here for b in there) or not (copied or points_back(here, there)):
            return False
    return kinds_agree(one, other) and not one.opposes(other)


def told_apart(one: Item, other: Item) -> bool:
    """Whether a report that speaks of both may mean two: unless each is a single one of one sort, pointed back at."""
    first, second = one.phrases, other.phrases
    bodies = [(p, q) for p in first for q in second if p.head == q.head and p.head in ONE_BODY]
    if bodies:
        return any(conflict(p, q) or not (p.modifiers <= q.modifiers or q.modifiers <= p.modifiers) for p, q in bodies)
    if one.plural or other.plural or one.entity.kind != other.entity.kind or one.entity.kind not in SINGLE:
        return True
    if not all(is_pointed_at(item) for item in (one, other)):
        return True
    return not of_one_sort(p.head for p in (*first, *second)) or any(conflict(p, q) for p in first for q in second)


def is_pointed_at(item: Item) -> bool:
    """Whether a report speaks of a thing as of a known one: by "the" or the like, or, where it is no person, by name."""
    return any(DEFINITE.match(p.text) for p in item.phrases) or (bool(item.names) and item.entity.kind != "person")


def points_back(one: list[Item], other: list[Item]) -> bool:
    """Whether the report does not bring in as a new one ("a child") what it speaks of later."""
    firsts = (min((m.span for i in items for m in i.mentions), key=lambda s: s.start) for items in (one, other))
    later = max(firsts, key=lambda s: s.start)
    return not INDEFINITE.match(later.text)


def kinds_agree(one: Cluster, other: Cluster) -> bool:
    """Whether the kinds can be one; bodies and groups are told apart too uncertainly."""
    return one.kind == other.kind or {one.kind, other.kind} <= BODIES


def names_clash(one: Cluster, other: Cluster) -> bool:
    """Whether names stand in the phrases of both, and none is the same ("the NATO spokesman", "a UN spokesman")."""
    here, there = (frozenset().union(*(p.names for p in c.phrases)) for c in (one, other))
    return bool(here and there and not here & there)
