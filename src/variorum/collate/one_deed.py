"""One deed: the readings of a happening by what their clauses tell of it; a happening holds deeds that are asked for apart.

A man drove into a crowd and fired on it: both are his attack, but whom he drove into is not whom he fired on.
"""

from __future__ import annotations

from collections.abc import Sequence

from variorum.collate.clauses import asks, is_affirmed
from variorum.collate.consensus import EFFECTS
from variorum.collate.draft import DraftReading
from variorum.collate.matching import HELD, spread
from variorum.encoder import similarity, wordwise
from variorum.model import LocalRef
from variorum.resolve.lookup import Lookup

REAL = (True, True)  # the stance of a clause that tells what was
NEAR_VERB, NEAR_CLAUSE = 0.5, 0.5  # likeness of two verbs, or of two clauses, from which they tell one deed


def by_deed(readings: Sequence[DraftReading], lookup: Lookup) -> list[list[DraftReading]]:
    """The readings of one value in groups of one deed, the group of most reports first.

    What an event noun tells ("the attack"), or what the happening did to somebody, goes with the real deed that is told most.
    """
    groups: list[list[DraftReading]] = []
    loose = []
    for one in sorted(readings, key=lambda r: r.span):
        if leaves_open(one, lookup):
            loose.append(one)
            continue
        homes = [g for g in groups if any(tell_one_deed(one, other, lookup) for other in spread(g, HELD))]
        groups = [g for g in groups if g not in homes] + [[*(r for g in homes for r in g), one]]
    groups.sort(key=lambda g: (-len({r.span.report for r in g}), -len(g), min(r.span for r in g)))
    real = next((g for g in groups if stance(g[0], lookup) == REAL), None)
    if real is not None:
        real += loose
    elif loose:
        groups.append(loose)
    return sorted(groups, key=lambda g: -len({r.span.report for r in g}))


def stance(one: DraftReading, lookup: Lookup) -> tuple[bool, bool]:
    """Whether the clause of a reading is affirmed, and whether it is more than supposed."""
    if one.told is None:
        return REAL
    annotation, at = lookup.annotations[one.told.report], one.told.index
    told = annotation.propositions[at]
    return is_affirmed(annotation, at), told.status != "hypothetical" and not asks(annotation, told.span)


def leaves_open(one: DraftReading, lookup: Lookup) -> bool:
    """Whether what tells a reading leaves open which deed it was: an event noun, a killing or injury, no clause."""
    told = lookup.proposition(one.told) if one.told is not None else None
    return told is None or told.nominal or (told.frame in EFFECTS and stance(one, lookup) == REAL)


def tell_one_deed(one: DraftReading, other: DraftReading, lookup: Lookup) -> bool:
    """Whether the clauses of two readings tell one deed: by one verb, by verbs of one frame or near in sense, or in like words;
    what leaves open which deed it was may be any that is real."""
    if stance(one, lookup) != stance(other, lookup):
        return False
    if one.told is None or other.told is None or leaves_open(one, lookup) or leaves_open(other, lookup):
        return True
    ours, theirs = lookup.proposition(one.told), lookup.proposition(other.told)
    if ours.lemma == theirs.lemma or (ours.frame is not None and ours.frame == theirs.frame):
        return True
    near = similarity(ours.lemma, theirs.lemma) >= NEAR_VERB
    return near or wordwise(in_full(one.told, lookup), in_full(other.told, lookup)) >= NEAR_CLAUSE


def in_full(ref: LocalRef, lookup: Lookup) -> str:
    """The words of a clause, of an infinitive from where the clause that leads to it begins ("is going to fall")."""
    told = lookup.proposition(ref)
    if told.within is None or not told.span.text.startswith("to "):
        return told.span.text
    start = min(told.span.start, lookup.proposition(LocalRef(ref.report, told.within)).span.start)
    return lookup.annotations[ref.report].report.text[start : told.span.end]


__all__ = ["REAL", "by_deed", "stance", "tell_one_deed"]
