"""Words that tell what a name or noun phrase refers to: `people.tsv`, a row a word, its class, gender and source.

Classes: `title` stands before a name ("general"); `kin`, `person`, `group`, `crowd`, `organisation`, `facility`,
`place` and `thing` are head nouns of noun phrases; `...-name` are the nouns that close a name of that kind
("University"); `civic` are words of a place's own bodies ("police"); `place-before` introduces a place ("the village
of"); `outsider` is who stands to a body without belonging to it ("critic"); before a `resident` a place tells where he lives ("a
Norland man"); `...-known` are whole names; `given` are given names. Gender is set only where nearly every bearer has it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, get_args

from variorum.knowledge.tables import read_table
from variorum.model import EntityKind

Gender = Literal["female", "male"]
WordClass = Literal[
    "title", "kin", "person", "group", "crowd", "organisation", "organisation-name", "group-name", "facility",
    "facility-name", "place", "place-name", "place-before", "thing", "group-known", "organisation-known", "place-known",
    "given", "civic", "outsider", "resident",
]  # fmt: skip
ONLY_KIN = frozenset(
    {"father", "mother", "wife", "husband", "widow", "widower", "parents", "family", "dad", "mum", "mom"}
)
"""Words for relatives of whom each owner has one."""
KNOWN: dict[WordClass, EntityKind] = {
    "group-known": "group",
    "organisation-known": "organisation",
    "place-known": "place",
}
CLOSING: dict[WordClass, EntityKind] = {
    "group-name": "group",
    "organisation-name": "organisation",
    "facility-name": "facility",
    "place-name": "place",
}
HEADS: tuple[tuple[WordClass, EntityKind], ...] = (
    ("kin", "person"),
    ("person", "person"),
    ("group", "group"),
    ("organisation", "organisation"),
    ("crowd", "group"),
    ("facility", "facility"),
    ("place", "place"),
    ("thing", "thing"),
)


@lru_cache(maxsize=1)
def word_classes() -> dict[WordClass, dict[str, Gender | None]]:
    """The words of each class with their gender. Raises ValueError where a row has an unknown class, gender or no
    source."""
    table: dict[WordClass, dict[str, Gender | None]] = {name: {} for name in get_args(WordClass)}
    for row in read_table("people.tsv"):
        if row["class"] not in table or row["gender"] not in {"", "female", "male"} or not row["source"]:
            raise ValueError(f"people.tsv: {row!r} has an unknown class or gender, or no source")
        table[row["class"]][row["word"]] = row["gender"] or None
    return table


def is_word(word: str, *classes: WordClass) -> bool:
    """Whether `word` is of one of `classes` (given in small letters, names of `...-known` and `given` as written)."""
    return any(word in word_classes()[name] for name in classes)


@lru_cache(maxsize=4096)
def head_kind(lemma: str) -> EntityKind | None:
    """What a noun phrase with this head noun (small letters, singular or plural) refers to, None where the table
    is silent."""
    return next((kind for name, kind in HEADS if lemma in word_classes()[name]), None)


@lru_cache(maxsize=4096)
def closing_kind(word: str) -> EntityKind | None:
    """What a name that ends with `word` (small letters) refers to, None where the word says nothing."""
    return next((kind for name, kind in CLOSING.items() if word in word_classes()[name]), None)


@lru_cache(maxsize=4096)
def known_kind(name: str) -> EntityKind | None:
    """What the well-known `name`, as written, refers to, None where it is not in the table."""
    return next((kind for known, kind in KNOWN.items() if name in word_classes()[known]), None)


def is_civic(words: tuple[str, ...]) -> bool:
    """Whether words that close a name say that a place's own body bears it ("Dresva Police Department").

    What stands before them is then the place, and no short name of the body.
    """
    return any(is_word(word, "civic") for word in words)


@lru_cache(maxsize=4096)
def gender_of(word: str) -> Gender | None:
    """The gender that a title, kin, person or given-name word tells, None where it tells none."""
    classes: tuple[WordClass, ...] = ("title", "kin", "person", "given")
    return next((g for c in classes if (g := word_classes()[c].get(word)) is not None), None)
