"""Ranking: what an analyst would want first. One function, its weights in one table."""

from __future__ import annotations

from collections.abc import Mapping

from variorum.model import Claim, Event

SLOT_WEIGHT: dict[str, float] = {
    "killed": 10, "injured": 9, "missing": 8, "kidnapped": 8, "detained": 7, "rescued": 6, "displaced": 7, "magnitude": 7,
    "responsibility": 9, "actor": 5, "target": 5, "weapon": 7, "date": 8, "place": 6, "time": 4, "cause": 7, "status": 6,
    "pledge": 6, "condemnation": 5, "reaction": 4, "role": 3, "attackers": 6, "people": 7, "amount": 6, "count": 4,
    "distance": 4, "duration": 4, "name": 3, "other": 4,
}  # fmt: skip
VERDICT_WEIGHT = {"DIFFER": 5.0, "AGREE": 4.0, "SOLE": 0.0}
ACCOUNT_WEIGHT = 2.0  # for each account that tells the row
EVENT_WEIGHT = 6.0  # for the story's most told event, less in step with how much less another is told
WEAK_WEIGHT = -12.0  # for a row that rests on weak readings alone
MOST_EACH = 400  # rows of a story: beyond it nobody reads


def ranked(claims: tuple[Claim, ...], events: tuple[Event, ...]) -> tuple[Claim, ...]:
    """`claims`, those first that an analyst would want first; ties by place, so that input order changes nothing."""
    told = {e.id: len(e.mentions) for e in events}
    most: dict[str, int] = {}
    for event in events:
        most[event.story] = max(most.get(event.story, 1), len(event.mentions))
    return tuple(sorted(claims, key=lambda c: (-weight(c, told, most), place(c))))[:MOST_EACH]


def weight(claim: Claim, told: Mapping[str, int], most: Mapping[str, int]) -> float:
    """How much an analyst would want this row."""
    central = EVENT_WEIGHT * told.get(claim.about, 0) / most.get(claim.story, 1)
    accounts = ACCOUNT_WEIGHT * len({r.account for r in claim.readings})
    weak = WEAK_WEIGHT * (1.0 - max(r.confidence for r in claim.readings))
    return SLOT_WEIGHT[claim.slot] + VERDICT_WEIGHT[claim.verdict] + accounts + central + weak


def place(claim: Claim) -> tuple[str, str, int, str]:
    """Where the row's first words stand."""
    first = claim.readings[0].span
    return claim.slot, first.report, first.start, claim.about
