"""Bodies that news calls by several names: no acronym and no spelling leads from one to the other ("ISIL", "Daesh")."""

from __future__ import annotations

from functools import lru_cache

from variorum.knowledge.tables import read_table


@lru_cache(maxsize=4096)
def known_as(name: str) -> str | None:
    """The name under which the table keeps the body called `name`, as written, or by several at once ("ISIS/ISIL")."""
    found = {aliases().get(part.strip()) for part in name.replace("’", "'").removesuffix("'s").split("/")}
    return next(iter(found)) if len(found) == 1 else None


@lru_cache(maxsize=1)
def aliases() -> dict[str, str]:
    """Each name of the table with the one that it is kept under. Raises ValueError where a row has no source."""
    rows = read_table("aliases.tsv")
    if not all(row["source"] for row in rows):
        raise ValueError("aliases.tsv: a row has no source")
    return {row["name"]: row["same"] for row in rows}
