"""Frames: classes of verbs and event nouns that can tell the same happening, with PLOVER's category where it codes them.

`frames.tsv` holds the classes, `triggers.tsv` the words that belong to each; a word with a condition ("fire" with a missile
as its object) is a trigger only where the condition holds. A row of no frame keeps a word from any: "captured on video". A
condition names the words in a relation: particle, object, modifier, behind (what the word follows), or a preposition.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

import msgspec

from variorum.knowledge.tables import read_table


class Frame(msgspec.Struct, frozen=True):
    """A class of happenings. `effect`: what another happening does to people (deaths, injuries), no happening of its own."""

    name: str
    category: str | None
    nature: Literal["event", "effect"]


class Trigger(msgspec.Struct, frozen=True):
    """A word of a frame. `condition` names the relation that must hold and the lemmas that may stand in it."""

    frame: str
    relation: str | None = None
    lemmas: frozenset[str] = frozenset()


@lru_cache(maxsize=1)
def load_frames() -> dict[str, Frame]:
    """The frames by name."""
    return {
        row["frame"]: Frame(row["frame"], row["category"] or None, "effect" if row["nature"] == "effect" else "event")
        for row in read_table("frames.tsv")
    }


@lru_cache(maxsize=1)
def load_triggers() -> dict[tuple[str, str], tuple[Trigger, ...]]:
    """The triggers by (lemma, "verb" or "noun"), those with a condition first."""
    found: dict[tuple[str, str], list[Trigger]] = {}
    for row in read_table("triggers.tsv"):
        relation, _, lemmas = row["condition"].partition("=")
        trigger = Trigger(row["frame"], relation or None, frozenset(lemmas.split("|")) if lemmas else frozenset())
        found.setdefault((row["lemma"], row["pos"]), []).append(trigger)
    return {key: tuple(sorted(some, key=lambda t: (t.relation is None, t.frame))) for key, some in found.items()}
