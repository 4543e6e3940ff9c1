"""Head nouns that can speak of one thing in turn ("ferry", "vessel"): `sorts.tsv`, a row for each sort and word."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from variorum.knowledge.tables import read_table


@lru_cache(maxsize=1)
def sorts() -> dict[str, frozenset[str]]:
    """The words of each sort by its name. Raises ValueError where a row has no source."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in read_table("sorts.tsv"):
        if not row["source"]:
            raise ValueError(f"sorts.tsv: {row!r} has no source")
        found[row["sort"]].add(row["word"])
    return {name: frozenset(words) for name, words in found.items()}


@lru_cache(maxsize=4096)
def same_sort_words(word: str) -> frozenset[str]:
    """All words of the sorts that `word` (a head noun's lemma in small letters) is of, none where it is of none."""
    return frozenset().union(*(words for words in sorts().values() if word in words))
