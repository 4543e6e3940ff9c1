"""Vehicles and arms that attacks are made with, and which is a kind of which."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from variorum.knowledge.tables import read_table


class Weapons(msgspec.Struct, frozen=True):
    """The table `weapons.tsv`: the class of a word (vehicle, arm, manner: how one uses it) and what it is a kind of."""

    classes: dict[str, str]
    parents: dict[str, str]

    def class_of(self, word: str) -> str | None:
        """The class of a lemma, None for other words."""
        return self.classes.get(word.casefold())

    def is_a(self, word: str, kind: str) -> bool:
        """Whether `word` is `kind`, or a kind of it."""
        at: str | None = word
        while at:
            if at == kind:
                return True
            at = self.parents.get(at)
        return False


@lru_cache(maxsize=1)
def load_weapons() -> Weapons:
    """The table, read once."""
    rows = read_table("weapons.tsv")
    return Weapons(
        {row["word"]: row["class"] for row in rows}, {row["word"]: row["kind_of"] for row in rows if row["kind_of"]}
    )
