"""PLOVER contexts by the words that tell of them (`contexts.tsv`, a row for each context and word): "court" of legal."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from variorum.knowledge.tables import read_table


@lru_cache(maxsize=1000)
def contexts_of(text: str) -> tuple[str, ...]:
    """The contexts of which `text` has the most different words, in order of their names; none where it has no word of any."""
    told = {name: len({m.casefold() for m in words.findall(text)}) for name, words in patterns().items()}
    most = max(told.values())
    return tuple(name for name, n in told.items() if n == most > 0)


@lru_cache(maxsize=1)
def patterns() -> dict[str, re.Pattern[str]]:
    """The words of each context as one pattern, in the singular or plural, in order of the contexts' names. Words with capitals
    are names, and match only so. Raises ValueError where a row has no source."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in read_table("contexts.tsv"):
        if not row["source"]:
            raise ValueError(f"contexts.tsv: {row!r} has no source")
        term = re.escape(row["term"])
        found[row["context"]].append(term if row["term"] != row["term"].lower() else f"(?i:{term}(?:s|es|ed|ing)?)")
    return {name: re.compile(rf"(?<!\w)(?:{'|'.join(terms)})(?!\w)") for name, terms in sorted(found.items())}
