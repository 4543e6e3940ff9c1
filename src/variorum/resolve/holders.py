"""Holders: "the committee chairman" of one report is Anna Berg, whom another report tells to be the chairman of such a committee.

The report of the phrase must name her before, and no other person of the story may be told to hold such an office.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from variorum.knowledge.people import is_word
from variorum.resolve.items import Cluster, Item
from variorum.resolve.phrases import DEFINITE, LOOSE, Phrase, conflict, read_phrase


def join_holders(clusters: Sequence[Cluster]) -> None:
    """Join each unnamed person told of by an office with the one named person of the story who holds it."""
    named: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        if cluster.named and cluster.kind == "person":
            for story in sorted({i.story for i in cluster.items}):
                named[story].append(cluster)
    for cluster in clusters:
        if cluster.named or cluster.kind != "person" or cluster.plural:
            continue
        for item in cluster.items:
            asked = [phrase for phrase in item.phrases if tells_enough(phrase)]
            holders = {id(c.root): c.root for c in named[item.story] if any(holds(c, p) for p in asked)}
            for holder in holders.values() if len(holders) == 1 else ():
                if holder is not cluster.root and is_named_before(holder, item) and not holder.opposes(cluster):
                    holder.join(cluster.root, f'"{asked[0].text}" is told to be an office of {holder.name}')


def tells_enough(phrase: Phrase) -> bool:
    """Whether a phrase with "the" tells of an office by its head noun and a word before it."""
    return (
        DEFINITE.match(phrase.text) is not None
        and bool(phrase.modifiers)
        and phrase.head not in LOOSE
        and not is_word(phrase.head, "kin")
        and not phrase.figures
    )


def holds(person: Cluster, phrase: Phrase) -> bool:
    """Whether an office told of a person has the head noun and all modifiers of a phrase, and none of his speaks against it."""
    roles = (read_phrase(span.text) for i in person.items for span in i.entity.roles)
    offices = [role for role in roles if role is not None and role.head == phrase.head]
    fits = any(phrase.modifiers <= office.modifiers for office in offices)
    return fits and not any(conflict(phrase, office) for office in offices)


def is_named_before(person: Cluster, item: Item) -> bool:
    """Whether the report of `item` names a person before it speaks of it."""
    ours = [i for i in person.items if i.ref.report == item.ref.report]
    named = [m.span for i in ours for m in i.mentions if m.form == "name"]
    return bool(named) and min(named) < min(m.span for m in item.mentions)
