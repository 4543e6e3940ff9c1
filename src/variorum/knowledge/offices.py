"""Offices, kinds and parties: a word of an office in short with the word in full, a word for a kind of body with another for the
same, a word of a party with the party.

`offices.tsv`, a row a word with its class (`office`, `kind`, `party`) and source.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from variorum.knowledge.tables import read_table


@lru_cache(maxsize=1)
def office_words() -> dict[str, dict[str, str]]:
    """The words of each class with what they stand for. Raises ValueError where a row has no source."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for row in read_table("offices.tsv"):
        if not row["source"]:
            raise ValueError(f"offices.tsv: {row!r} has no source")
        found[row["class"]][row["word"]] = row["same"]
    return dict(found)


def in_full(word: str) -> str:
    """A word of an office (small letters) as it is written in full: "senator" for "sen.", else the word itself."""
    return office_words()["office"].get(word.strip("."), word)


def kind_called(word: str) -> str:
    """The word that stands for all that are said of one kind of body: "newspaper" for "daily", else the word itself."""
    return office_words()["kind"].get(word, word)


def party_called(word: str) -> str | None:
    """The party that a word (small letters, singular or plural) tells somebody is of, None where it tells none."""
    parties = office_words()["party"]
    return parties.get(word) or parties.get(word.removesuffix("s"))
