"""Units of measure, time, share and money, by every form they are written in: `units.tsv`."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple, get_args

from variorum.knowledge.tables import read_table

UnitKind = Literal["measure", "duration", "percent", "money"]


class Unit(NamedTuple):
    """A unit under its one name: a currency under its ISO 4217 code, or its word where several states have one ("dinar")."""

    name: str
    kind: UnitKind


@lru_cache(maxsize=1)
def units() -> dict[str, Unit]:
    """The unit of each lower-case form. Raises ValueError where a row has an unknown kind or no source."""
    table: dict[str, Unit] = {}
    for row in read_table("units.tsv"):
        if row["kind"] not in get_args(UnitKind) or not row["source"]:
            raise ValueError(f"units.tsv: {row!r} has an unknown kind or no source")
        table[row["form"]] = Unit(row["unit"], row["kind"])
    return table
