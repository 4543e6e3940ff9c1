"""Words that bound a number ("at least", "or more", "about"): `bounds.tsv`, a row for each wording, side and effect."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, get_args

from variorum.knowledge.tables import read_table

Effect = Literal["least", "more", "most", "less", "about", "exact", "additional", "subset"]
Side = Literal["before", "after"]


@lru_cache(maxsize=2)
def bounds(side: Side) -> dict[str, Effect]:
    """The effect of each wording that stands `side` the number. Raises ValueError for an unknown effect or no
    source."""
    table: dict[str, Effect] = {}
    for row in read_table("bounds.tsv"):
        if row["effect"] not in get_args(Effect) or row["side"] not in get_args(Side) or not row["source"]:
            raise ValueError(f"bounds.tsv: {row!r} has an unknown side or effect, or no source")
        if row["side"] == side:
            table[row["words"]] = row["effect"]
    return table
