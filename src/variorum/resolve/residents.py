"""Residents: "a Norland man" of one report's lead is Anton Brekke, whom another report tells to be of Karsholm, Norland.

The report of the phrase must name him too, and no other person of the story may be told to be from there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from variorum.model import PlaceReference, Span
from variorum.resolve.items import Cluster, Item

HOME = re.compile(r"(?:,? (?:aged )?\d{1,3},?| ?,)? (?:of|from) (?:the )?")
RESIDENTS = frozenset(
    {"man", "woman", "resident", "teenager", "teen", "boy", "girl", "couple", "native", "mother", "father"}
)
"""Head nouns before which a place tells where somebody lives."""
LED = re.compile(r"\b(?:[Tt]he|[Aa]n?)\s+(?:[A-Z][\w.’'-]*,?\s+){1,5}$")
"""What a parse may cut from such a phrase: "the Karsholm, Norland, resident"."""
FAR = 50  # letters in which it stands


def join_residents(clusters: Sequence[Cluster]) -> None:
    """Join each unnamed person who is told of by his home with the one named person of the story who is of there."""
    homes: dict[str, list[tuple[Cluster, PlaceReference]]] = defaultdict(list)
    for cluster in clusters:
        if cluster.named and cluster.kind == "person":
            for item in cluster.items:
                homes[item.story] += [(cluster, place) for place in homes_of(item)]
    for cluster in clusters:
        if cluster.named or cluster.kind != "person" or cluster.plural:
            continue
        for item in cluster.items:
            asked = list(residences_of(item))
            owners = {id(c.root): c.root for c, home in homes[item.story] if any(near(home, p) for p in asked)}
            for owner in owners.values() if len(owners) == 1 else ():
                if owner is not cluster.root and names_later(owner, item) and not owner.opposes(cluster):
                    owner.join(cluster.root, f"{asked[0].name} is told to be where {owner.name} is from")


def names_later(owner: Cluster, item: Item) -> bool:
    """Whether the report of `item` speaks of it before it names `owner`, or by a phrase with "the"."""
    named = [
        m.span.start for i in owner.items if i.ref.report == item.ref.report for m in i.mentions if m.form == "name"
    ]
    phrases = [start_of(m.span, item.text) for m in item.mentions if m.form == "nominal"]
    definite = all(item.text[at : at + 4].lower() == "the " for at in phrases)
    return bool(named) and (definite or min(phrases) < min(named))


def near(one: PlaceReference, other: PlaceReference) -> bool:
    """Whether one place is the other or lies in it."""
    same = one.name == other.name and one.iso3166 == other.iso3166
    return same or other.name in one.within or one.name in other.within


def homes_of(item: Item) -> Iterator[PlaceReference]:
    """The places that "of" or "from" behind a name, or an age behind it, tells to be somebody's home."""
    for mention in item.mentions:
        found = HOME.match(item.text, mention.span.end) if mention.form == "name" else None
        if found is not None:
            yield from item.places_between(found.end(), found.end() + 1)


def residences_of(item: Item) -> Iterator[PlaceReference]:
    """The places that stand before the head noun of a phrase for somebody ("a Norland man")."""
    for mention in item.mentions:
        if mention.form == "nominal" and mention.head.text.lower() in RESIDENTS:
            yield from item.places_between(start_of(mention.span, item.text), mention.head.start)


def start_of(phrase: Span, text: str) -> int:
    """Where a phrase for somebody starts, with the article and the places that were cut from it."""
    led = LED.search(text, max(0, phrase.start - FAR), phrase.start) if phrase.text[:1].islower() else None
    return led.start() if led is not None else phrase.start
