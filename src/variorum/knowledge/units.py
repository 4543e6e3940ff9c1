"""Units of measure, time, share and money, by every form they are written in: `units.tsv`; what they measure: `measures.tsv`."""

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


class Measure(NamedTuple):
    """How large a unit is in the first one of its dimension, at least and at most (a month, a ton of either country)."""

    dimension: str
    least: float
    most: float


@lru_cache(maxsize=1)
def measures() -> dict[str, Measure]:
    """The measure of each unit that can be turned into others; currencies, shares and temperatures cannot."""
    return {r["unit"]: Measure(r["dimension"], float(r["least"]), float(r["most"])) for r in read_table("measures.tsv")}


def one_measure(one: str | None, other: str | None) -> bool:
    """Whether figures in these units can be compared: units that are one, or two of one dimension."""
    if one == other:
        return True
    first, second = measures().get(one or ""), measures().get(other or "")
    return first is not None and second is not None and first.dimension == second.dimension


def one_money(one: str | None, other: str | None) -> bool:
    """Whether a currency is told by its country and another by its bare word, which can mean it ("Egyptian pound", "pound")."""
    bare, full = sorted((one or "", other or ""), key=len)
    return bool(bare) and bare.islower() and full.endswith(f" {bare}") and full[:1].isupper()
