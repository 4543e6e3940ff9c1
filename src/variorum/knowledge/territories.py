"""Countries: what they are called, who is of them, and which words stand for their governments.

`territories.tsv` is made by `training/make_territories.py` (rigour, GeoNames, hand-made demonyms); `metonyms.tsv` is
ours. Look-ups take a name as it stands in a text; a leading "the" and the shape of apostrophes do not matter, letter
case does ("US" is a country, "us" is not), but a name in capitals (a headline, a dateline) is found too, unless it is
short.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TypeVar

import msgspec

from variorum.knowledge.tables import read_table

STATE_OF = re.compile(r"^(?:[Tt]he )?(?:Islamic |Federal |Democratic |Arab )?(?:Republic|State|Kingdom|Sultanate) of ")


class Territory(msgspec.Struct, frozen=True):
    """A country, or a part of one that counts as a nation (England). `weak_demonyms` map to why they are not sure."""

    iso3166: str
    name: str
    full_name: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    weak_demonyms: dict[str, str]
    capital: str | None
    coordinates: tuple[float, float]
    population: int
    geonames: int | None
    wikidata: str

    @property
    def country(self) -> str:
        """The two-letter code of the country that it is, or is part of."""
        return self.iso3166[:2]

    @property
    def is_country(self) -> bool:
        """Whether it stands under a code of its own, not under that of another."""
        return len(self.iso3166) == 2


class Metonym(msgspec.Struct, frozen=True):
    """A place name that can stand for those who govern there. `always`: it hardly ever means the place (Kremlin)."""

    name: str
    iso3166: str
    stands_for: str
    always: bool


@lru_cache(maxsize=8192)
def territory_by_name(name: str) -> Territory | None:
    """The territory called `name` ("U.S.", "DPRK", "Britain"), None where none is. "Georgia" is the country."""
    return found(by_name(), name) or found(by_name(), STATE_OF.sub("", name))


def territory_by_code(code: str) -> Territory | None:
    """The territory of an ISO 3166 code ("GE", "GB-ENG")."""
    return by_code().get(code)


@lru_cache(maxsize=8192)
def territory_by_demonym(word: str) -> Territory | None:
    """The territory that `word` surely speaks of ("Iranian", "Britons"), None where it may be another thing too."""
    return found(by_demonym(), word)


@lru_cache(maxsize=8192)
def territory_by_weak_demonym(word: str) -> tuple[Territory, str] | None:
    """The likeliest territory of a word that means other things too ("Georgian"), and what they are."""
    weak = found(by_weak_demonym(), word)
    return None if weak is None else (weak, weak.weak_demonyms.get(word, "ambiguous"))


def government_metonym(name: str) -> Metonym | None:
    """What government or body `name` can stand for: the Kremlin (always), or any capital (where it acts or speaks)."""
    return found(by_metonym(), name)


@lru_cache(maxsize=1)
def territories() -> tuple[Territory, ...]:
    """All territories, by code."""
    return tuple(
        Territory(
            iso3166=row["iso3166"],
            name=row["name"],
            full_name=row["full_name"],
            names=listed(row["names"]),
            demonyms=listed(row["demonyms"]),
            weak_demonyms=dict(pair.split(":", 1) for pair in listed(row["weak_demonyms"])),
            capital=row["capital"] or None,
            coordinates=(float(row["longitude"]), float(row["latitude"])),
            population=int(row["population"] or 0),
            geonames=int(row["geonames"]) if row["geonames"] else None,
            wikidata=row["wikidata"],
        )
        for row in sorted(read_table("territories.tsv"), key=lambda row: row["iso3166"])
    )


@lru_cache(maxsize=1)
def by_code() -> dict[str, Territory]:
    """The territories by ISO 3166 code."""
    return {territory.iso3166: territory for territory in territories()}


@lru_cache(maxsize=1)
def by_name() -> dict[str, Territory]:
    """The territories by each of their names; the common name wins over another's alias."""
    names = {plain(name): t for t in territories() for name in (t.full_name, *t.names)}
    return with_capitals(names | {plain(t.name): t for t in territories()})


@lru_cache(maxsize=1)
def by_demonym() -> dict[str, Territory]:
    """The territories by their sure demonyms."""
    return with_capitals({plain(word): t for t in territories() for word in t.demonyms})


@lru_cache(maxsize=1)
def by_weak_demonym() -> dict[str, Territory]:
    """The territories by demonyms that mean other things too, the most populous first."""
    by_size = sorted(territories(), key=lambda t: t.population)
    return with_capitals({plain(word): t for t in by_size for word in t.weak_demonyms})


@lru_cache(maxsize=1)
def by_metonym() -> dict[str, Metonym]:
    """Metonyms by name: every capital, and the rows of `metonyms.tsv`."""
    capitals = {
        plain(t.capital): Metonym(t.capital, t.country, f"the government of {t.name}", always=False)
        for t in territories()
        if t.capital and t.is_country and t.population >= 100_000 and t.capital not in {t.name, *t.names}
    }
    rows = {
        plain(row["name"]): Metonym(row["name"], row["iso3166"], row["stands_for"], always=row["kind"] == "body")
        for row in read_table("metonyms.tsv")
    }
    return with_capitals(capitals | rows)


T = TypeVar("T", Territory, Metonym)


def found(table: dict[str, T], name: str) -> T | None:
    """The entry of `name`, tried as it stands and without a leading article or possessive."""
    return table.get(plain(name))


def plain(name: str) -> str:
    """`name` with straight apostrophes and single spaces, without leading article and trailing possessive."""
    words = " ".join(name.replace("’", "'").split()).removesuffix("'s")
    return words[4:] if words[:4] in ("the ", "The ", "THE ") else words


def with_capitals(table: dict[str, T]) -> dict[str, T]:
    """`table` with every entry also under its name in capitals, where that has more than four letters and is free."""
    return {name.upper(): entry for name, entry in table.items() if len(name) > 4} | table


def listed(cell: str) -> tuple[str, ...]:
    """The items of a cell."""
    return tuple(item for item in cell.split("|") if item)
