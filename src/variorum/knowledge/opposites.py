"""Verbs of opposite sense, which no two tellings of one thing use of it: `opposites.tsv`, a row a pair, with its source."""

from __future__ import annotations

from functools import lru_cache

from variorum.knowledge.tables import read_table


def are_opposite(one: str, other: str) -> bool:
    """Whether two verbs (lemmas) exclude each other: start and stop, rise and fall."""
    return frozenset((one, other)) in load_opposites()


@lru_cache(maxsize=1)
def load_opposites() -> frozenset[frozenset[str]]:
    """The pairs, read once."""
    return frozenset(frozenset((row["one"], row["other"])) for row in read_table("opposites.tsv"))
