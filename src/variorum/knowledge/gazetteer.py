"""The gazetteer: cities and regions of the world by name, and sites that news names (bases, straits, crossings).

`gazetteer.sqlite` is made by `training/make_gazetteer.py` from GeoNames (CC BY 4.0); it is only ever read.
`sites.tsv` and `regions.tsv` (states and provinces with their abbreviations) are ours. Names are compared folded:
ASCII, small letters.
"""

from __future__ import annotations

import re
import sqlite3
from functools import lru_cache
from importlib.resources import files
from typing import Literal

import msgspec
from anyascii import anyascii

from variorum.knowledge.tables import read_table

SCHEMA = """
CREATE TABLE region (id INTEGER PRIMARY KEY, name TEXT, country TEXT, code TEXT, parent INTEGER,
                     latitude INTEGER, longitude INTEGER, population INTEGER);
CREATE TABLE city (id INTEGER PRIMARY KEY, name TEXT, country TEXT, region INTEGER,
                   latitude INTEGER, longitude INTEGER, population INTEGER);
CREATE TABLE name (folded TEXT, place INTEGER, PRIMARY KEY (folded, place)) WITHOUT ROWID;
"""

Feature = Literal["region", "city", "site", "water", "area"]

# Words that tell what a region is, and are left away when it is spoken of ("Shandong Sheng", "Mayorality of Baghdad").
REGION_WORDS = (
    "sheng|province|governorate|region|state|oblast|oblast'|krai|kray|department|prefecture|county|parish|district|city|"
    "municipality|zizhiqu|shi|si|do|voivodeship|canton|emirate|area|territory|borough|division|raion|rayon|il|ken|wilayat|"
    "wilaya|muhafazat|provincia|departamento|republic|autonomous republic|autonomous region|metropolitan area"
)
RULED = frozenset({"town", "governorates", "territories", "emirates", "kingdom", "federation", "shire"})
"""Further words that close the name of a town or of a land that bears a town's name."""
AFTER = re.compile(rf"(?i)[ -](?:{REGION_WORDS})$")
DEPARTEMENT = re.compile(r"^Departement (?:des |du |de la |de l'|de |d')")
BEFORE = re.compile(
    r"(?i)^(?:(?:autonomous |metropolitan )?(?:mayorality|state|province|governorate|region|county|city|republic|"
    r"department|departamento|provincia|muhafazat|wilayat|wilaya|greater|comunidad(?: autonoma)?|land|tinh|"
    r"district|municipality|oblast|emirate|borough|principality|(?:royal )?(?:city|county)(?: and county)?)"
    r"(?: (?:of|de|del|du|da|do))?|changwat|ostan-e|estado(?: de)?) "
)


class KnownPlace(msgspec.Struct, frozen=True):
    """A city, region or site; `within` is nearest first, `state` a code ("US-CA"), `level` 1 a state, 2 a county."""

    name: str
    feature: Feature
    country: str
    coordinates: tuple[float, float]
    population: int = 0
    geonames: int | None = None
    within: tuple[str, ...] = ()
    state: str | None = None
    level: int = 0
    source: str = "GeoNames"


@lru_cache(maxsize=8192)
def places_called(name: str) -> tuple[KnownPlace, ...]:
    """All cities, regions and sites called `name`, the most populous first; none where nothing is."""
    key = folded(name)
    if not key:
        return ()
    rows = base().execute("SELECT place FROM name WHERE folded = ?", (key,)).fetchall()
    known = [region_of(number) if number < 0 else city_of(number) for (number,) in rows]
    return tuple(
        sorted((*known, *sites().get(key, ())), key=lambda p: (-p.population, p.country, p.name, p.coordinates))
    )


def is_beside(town: str, rest: tuple[str, ...]) -> bool:
    """Whether words that follow a town's name make it the name of something in or near the town ("Dresva Beach"),
    not of the town itself or of what it rules ("Dresva Province")."""
    is_town = any(p.feature == "city" for p in places_called(town))
    return is_town and not all(AFTER.match(f" {word}") or word in RULED for word in rest)


@lru_cache(maxsize=8192)
def region_of(number: int) -> KnownPlace:
    """The region with this number."""
    row = base().execute("SELECT name, country, code, parent, latitude, longitude, population FROM region WHERE id = ?",
                         (number,)).fetchone()  # fmt: skip
    name, country, code, parent, latitude, longitude, population = row
    holder = region_of(parent) if parent is not None else None
    return KnownPlace(
        name=bare_region_name(name) if holder is None else DEPARTEMENT.sub("", name),
        feature="region",
        country=country,
        coordinates=(longitude / 1000, latitude / 1000),
        population=population,
        within=(holder.name,) if holder else (),
        state=holder.state if holder else f"{country}-{code}",
        level=2 if holder else 1,
    )


def city_of(number: int) -> KnownPlace:
    """The city with this GeoNames id."""
    row = base().execute("SELECT name, country, region, latitude, longitude, population FROM city WHERE id = ?",
                         (number,)).fetchone()  # fmt: skip
    name, country, region, latitude, longitude, population = row
    holder = region_of(region) if region is not None else None
    return KnownPlace(
        name=name,
        feature="city",
        country=country,
        coordinates=(longitude / 1000, latitude / 1000),
        population=population,
        geonames=number,
        within=(holder.name, *holder.within) if holder else (),
        state=holder.state if holder else None,
    )


@lru_cache(maxsize=1)
def sites() -> dict[str, tuple[KnownPlace, ...]]:
    """The hand-made sites by folded name and other names."""
    table: dict[str, list[KnownPlace]] = {}
    for row in read_table("sites.tsv"):
        site = KnownPlace(
            name=row["name"],
            feature=row["feature"],
            country=row["country"],
            coordinates=(float(row["longitude"]), float(row["latitude"])),
            within=tuple(part for part in row["within"].split("|") if part),
            level=1 if row["feature"] == "region" else 0,
            source=row["source"],
        )
        for name in (row["name"], *row["names"].split("|")):
            if name:
                table.setdefault(folded(name), []).append(site)
    return {key: tuple(some) for key, some in table.items()}


def place_by_adjective(word: str) -> str | None:
    """The name of the area or region that `word` is the adjective of ("European", "Chechen"), None for other words."""
    return adjectives().get(word) or adjectives().get(word.removesuffix("s"))


@lru_cache(maxsize=1)
def adjectives() -> dict[str, str]:
    """Areas and regions by adjective; those of countries are in `territories`."""
    return {row["adjective"]: row["place"] for row in read_table("adjectives.tsv")}


@lru_cache(maxsize=1)
def state_abbreviations() -> dict[str, tuple[str, ...]]:
    """Codes of states and provinces ("US-CA") by what stands for them after a comma ("CA", "Calif.", "California")."""
    table: dict[str, list[str]] = {}
    for row in read_table("regions.tsv"):
        for name in dict.fromkeys((row["name"], *row["abbreviations"].split("|"))):
            table.setdefault(name, []).append(row["code"])
    return {name: tuple(codes) for name, codes in table.items()}


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """`name` in ASCII and small letters, with single spaces for hyphens, without points, apostrophes and article."""
    plain = anyascii(name).lower().replace("-", " ")
    plain = " ".join(re.sub(r"[.'’`\"]", "", plain).split()).removeprefix("the ")
    for short, long in (("st ", "saint "), ("ft ", "fort "), ("mt ", "mount ")):
        if plain.startswith(short):
            plain = long + plain[len(short) :]
    return plain


def bare_region_name(name: str) -> str:
    """A region's name without the word that says what it is ("Shandong", "Aleppo"); itself where nothing would stay."""
    bare = BEFORE.sub("", AFTER.sub("", name.strip())).strip()
    return bare if len(bare) > 2 else name.strip()


@lru_cache(maxsize=1)
def base() -> sqlite3.Connection:
    """The gazetteer, opened for reading only."""
    path = files("variorum.knowledge").joinpath("gazetteer.sqlite")
    return sqlite3.connect(f"file:{path}?immutable=1", uri=True, check_same_thread=False)
