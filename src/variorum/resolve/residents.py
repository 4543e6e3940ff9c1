"""Residents: "a Norland man" of one report's lead is Anton Brekke, whom another report tells to be of Karsholm, Norland; "a
Norland zoo" is Karsholm Zoo, where Karsholm lies in Norland.

The report of the phrase must name the person or site too, and no other of the story may be of there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from variorum.knowledge.people import is_word
from variorum.model import Mention, PlaceReference, Span
from variorum.resolve.items import Cluster, Item

HOME = re.compile(r"(?:,? (?:aged )?\d{1,3},?| ?,)? (?:of|from) (?:the )?")
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
        if not cluster.named and cluster.kind == "person" and not cluster.plural:
            for item in cluster.items:
                asked = [
                    place
                    for m in item.mentions
                    if is_word(m.head.text.lower(), "resident")
                    for place in before(m, item)
                ]
                join_there(cluster, item, asked, homes[item.story])


def join_sites(clusters: Sequence[Cluster]) -> None:
    """Join each site told of by its kind and place with the one named site of the story that is so called and lies there."""
    sites = [c for c in clusters if c.named and c.kind == "facility"]
    for cluster in clusters:
        if not cluster.named and cluster.kind == "facility" and not cluster.plural:
            for item in cluster.items:
                for mention in item.mentions:
                    called = [c for c in sites if is_called(c, mention.head.text.lower(), item.story)]
                    homes = [(c, i.entity.place) for c in called for i in c.items if i.entity.place is not None]
                    join_there(cluster, item, list(before(mention, item)), homes)


def is_called(site: Cluster, noun: str, story: str) -> bool:
    """Whether a name of a site ends with a noun ("Karsholm Zoo")."""
    names = (name for i in site.items if i.story == story for name in i.names)
    return any(" " in name and name.lower().endswith(f" {noun}") for name in names)


def join_there(
    cluster: Cluster, item: Item, asked: Sequence[PlaceReference], homes: Sequence[tuple[Cluster, PlaceReference]]
) -> None:
    """Join a cluster, of which `item` tells that it is at one of the places `asked`, with the one owner of a home there."""
    owners = {id(c.root): c.root for c, home in homes if any(near(home, p) for p in asked)}
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


def before(phrase: Mention, item: Item) -> Iterator[PlaceReference]:
    """The places that stand before the head noun of a phrase ("a Norland man")."""
    if phrase.form == "nominal":
        yield from item.places_between(start_of(phrase.span, item.text), phrase.head.start)


def start_of(phrase: Span, text: str) -> int:
    """Where a phrase for somebody starts, with the article and the places that were cut from it."""
    led = LED.search(text, max(0, phrase.start - FAR), phrase.start) if phrase.text[:1].islower() else None
    return led.start() if led is not None else phrase.start
