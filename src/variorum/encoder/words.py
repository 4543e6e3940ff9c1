"""Words: the stems that carry sense in a text and what each is worth, for comparing texts without a parse.

The weights are inverse document frequencies of a background, so that two reports alone can be compared; a word that the
background never saw is rare and weighs most.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache

from variorum.knowledge.tables import read_table

WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*", re.UNICODE)
ENDINGS = ("'s", "s'")
VOWELS = set("aeiouy")


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """`word` in lower case without its inflection, so that "attacked", "attacks" and "attacking" are one stem."""
    word = word.lower().replace("’", "'")
    for ending in ENDINGS:
        word = word.removesuffix(ending)
    if len(word) < 4 or not word.isalpha():
        return word
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith(("sses", "shes", "ches", "xes", "zes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        base = word.removesuffix(ending)
        if base != word and len(base) >= 3 and VOWELS & set(base):
            if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "lsz":
                base = base[:-1]
            word = base
            break
    return word.removesuffix("e") if len(word) > 4 else word


def stems(text: str) -> list[str]:
    """The stems of all words and figures of `text`, in order; thousands separators are dropped."""
    return [stem(match.group().replace(",", "")) for match in WORD.finditer(text)]


@lru_cache(maxsize=1)
def _background() -> tuple[dict[str, float], float]:
    """The weight of each stem that the background holds, and that of any other."""
    rows = read_table("word_weights.tsv")
    weights = {row["stem"]: float(row["idf"]) for row in rows}
    return weights, max(weights.values())


def weight(stem_of_word: str) -> float:
    """What a stem is worth: near 0 for "the", about 6 for a name that few texts hold."""
    weights, unseen = _background()
    return weights.get(stem_of_word, unseen)


def vector(text: str) -> dict[str, float]:
    """The stems of `text` with their weights, repeated words a little higher, as a vector of length 1."""
    counts: dict[str, int] = {}
    for found in stems(text):
        counts[found] = counts.get(found, 0) + 1
    raw = {s: (1 + math.log(n)) * weight(s) for s, n in counts.items()}
    length = math.sqrt(sum(v * v for v in raw.values()))
    return {s: v / length for s, v in raw.items()} if length else {}


def overlap(one: dict[str, float], other: dict[str, float]) -> float:
    """The cosine of two vectors of `vector`, from 0 to 1."""
    if len(other) < len(one):
        one, other = other, one
    return math.fsum(v * other[s] for s, v in one.items() if s in other)
