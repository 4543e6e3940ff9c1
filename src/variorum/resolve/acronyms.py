"""Acronyms: is one wording made of the initials of another? No report is looked at, only the two wordings."""

from __future__ import annotations

import re

from anyascii import anyascii

from variorum.annotate.name_agreement import department_first

SMALL = frozenset({"the", "of", "and", "for", "de", "la", "du", "des", "del", "y", "a", "an", "in", "on", "&"})
"""Words that an acronym can leave out."""


def is_acronym(short: str, long: str) -> bool:
    """Whether `short` is made of the initials of `long`, small words left out or kept."""
    letters = short.replace(".", "")
    if not (
        2 <= len(letters) <= 8 and letters.isalpha() and (letters.isupper() or (letters.istitle() and len(letters) > 3))
    ):
        return False
    words = [w for w in re.split(r"[\s\-–/]+", anyascii(long)) if w[:1].isalpha()]
    if len(words) < 2 or any(w.isupper() and len(w) > 1 for w in words):
        return False
    words = department_first(words)
    wanted = letters.upper()
    large = "".join(w[0] for w in words if w.lower() not in SMALL).upper()
    capital = "".join(w[0] for w in words if w[0].isupper())
    return wanted in {large, capital, "".join(w[0] for w in words).upper()}


def acronym_inside(brief: str, full: str) -> bool:
    """Whether the names differ only in that `brief` opens with the initials of the words that `full` opens with."""
    head, *rest = brief.split()
    words = full.split()
    opening = words[: len(words) - len(rest)]
    same = [w.lower() for w in words[len(opening) :]] == [w.lower() for w in rest]
    return bool(rest) and same and is_acronym(head.upper() if "." in head else head, " ".join(opening))
