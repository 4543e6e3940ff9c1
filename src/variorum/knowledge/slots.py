"""What counts as what: nouns of persons, of length and of time, and words that put a number in a slot of its own."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from variorum.knowledge.tables import read_table
from variorum.model import NumberSlot


class Counted(msgspec.Struct, frozen=True):
    """The table `counted.tsv`: words by class."""

    classes: dict[str, frozenset[str]]
    states: dict[str, NumberSlot]
    same: dict[str, str]

    def is_(self, word: str, kind: str) -> bool:
        """Whether `word` (any number, any case) is of the class `kind`: people, animal, fighting, length, time."""
        some = self.classes.get(kind, frozenset())
        last = word.casefold().split()[-1] if word.split() else ""
        stems = (last, last.removesuffix("s"), last.removesuffix("es"), last.removesuffix("ies") + "y")
        return any(stem in some for stem in stems)

    def alike(self, word: str) -> str:
        """`word` in the singular, under the one name of all that count the same ("houses" as "home")."""
        plain = word.casefold()
        return self.same.get(plain) or self.same.get(plain.removesuffix("s")) or plain.removesuffix("s")

    def state(self, word: str) -> NumberSlot | None:
        """The slot that `word` puts a number into ("dead": killed), None for other words."""
        return self.states.get(word.casefold())


@lru_cache(maxsize=1)
def load_counted() -> Counted:
    """The table, read once."""
    classes: dict[str, set[str]] = {}
    states: dict[str, NumberSlot] = {}
    same: dict[str, str] = {}
    for row in read_table("counted.tsv"):
        if row["class"] == "state":
            states[row["word"]] = row["slot"]
        elif row["class"] == "same":
            same[row["word"]] = row["slot"]
        else:
            classes.setdefault(row["class"], set()).add(row["word"])
    return Counted({k: frozenset(v) for k, v in classes.items()}, states, same)
