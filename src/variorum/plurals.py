"""Plurals: English nouns and units as they are printed for several."""

from __future__ import annotations

import re

IRREGULAR = {
    "foot": "feet",
    "man": "men",
    "woman": "women",
    "child": "children",
    "person": "people",
    "penny": "pence",
    "krone": "kroner",
}
UNCHANGING = {
    *("percent", "hertz", "kilohertz", "megahertz", "gigahertz", "horsepower", "people", "police", "men", "women", "children"),
    *("staff", "personnel", "cattle", "sheep", "fish", "aircraft", "spacecraft", "series", "species"),
}  # fmt: skip
MEN = re.compile(r"(?<!hu)(?<!ger)(?<!ro)man$")  # humans, Germans and Romans are regular


def plural(noun: str) -> str:
    """The plural of a noun or unit in the singular, of its head where it has several words: `square feet`, `miles per hour`.

    What is a plural, a code (`GBP`) or an abbreviation (`km`) stays as it is.
    """
    before, per, after = noun.partition(" per ")
    if before.casefold().startswith("degree "):  # degrees Celsius
        return "degrees" + before[6:]
    first, _, head = before.rpartition(" ")
    return f"{f'{first} ' if first else ''}{plural_word(head)}{per}{after}"


def plural_word(word: str) -> str:
    """The plural of one word."""
    low = word.casefold()
    if low in IRREGULAR:
        return IRREGULAR[low] if word == low else IRREGULAR[low].capitalize()
    if low in UNCHANGING or len(word) < 3 or word.isupper() or not word[-1:].isalpha() or low.endswith("ese"):
        return word
    if MEN.search(low):
        return f"{word[:-2]}en"
    if low.endswith("s") and not low.endswith(("ss", "us")):
        return word
    if low.endswith(("s", "x", "z", "ch", "sh")):
        return f"{word}es"
    return f"{word[:-1]}ies" if re.search(r"[^aeiou]y$", low) else f"{word}s"


__all__ = ["plural"]
