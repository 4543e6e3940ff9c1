"""News outlets and agencies: what they are called, and who publishes them (`outlets.tsv`).

A publisher family is shown beside an account and never counted: two papers of one house can still be two witnesses.
"""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from variorum.knowledge.tables import read_table


class Outlet(msgspec.Struct, frozen=True):
    """A paper, station, site or agency. `agency`: others print its texts; `country`: the code of its seat."""

    name: str
    aliases: tuple[str, ...]
    family: str
    agency: bool
    country: str | None


def outlet_by_name(name: str) -> Outlet | None:
    """The outlet called `name` ("AFP", "the Guardian", "bbc.co.uk"), None where none is known.

    Short names in capitals ("AP", "TASS") count only in capitals, and words in small letters ("the sun") are no names,
    save sites and what is spelt so ("dpa"); a leading article and "news agency" behind do not matter.
    """
    words = " ".join(name.replace("’", "'").split())
    if without_article(words).islower() and "." not in words and words != "dpa":
        return None
    tried = (words, without_article(words), re.sub(r" (?:[Nn]ews [Aa]gency|news|newspaper|website)$", "", words))
    return next((by_name()[key] for word in tried for key in (key_of(word),) if key in by_name()), None)


@lru_cache(maxsize=1)
def outlets() -> tuple[Outlet, ...]:
    """All outlets, in the order of the table."""
    return tuple(
        Outlet(
            name=re.sub(r" \(.*\)$", "", row["name"]),
            aliases=tuple(alias for alias in row["aliases"].split("|") if alias),
            family=row["family"],
            agency=row["agency"] == "yes",
            country=row["country"] or None,
        )
        for row in read_table("outlets.tsv")
    )


@lru_cache(maxsize=1)
def by_name() -> dict[str, Outlet]:
    """Outlets by name, other names and site; what two outlets are called ("The Star") is the first one's."""
    table: dict[str, Outlet] = {}
    for row, outlet in zip(read_table("outlets.tsv"), outlets(), strict=True):
        site = row["source"].removeprefix("site ")
        names = [row["name"], *outlet.aliases] + ([site, f"www.{site}"] if row["source"].startswith("site ") else [])
        for name in names:
            table.setdefault(key_of(name), outlet)
            if " " in without_article(name):
                table.setdefault(key_of(without_article(name)), outlet)
    return table


def without_article(name: str) -> str:
    """`name` without a leading "the"."""
    return name[4:] if name[:4].lower() == "the " else name


def key_of(name: str) -> str:
    """What names are compared by: as they stand where they are short capitals, else in small letters."""
    return name if name.isupper() and len(name) <= 5 else name.lower()
