"""Spellings: can two words be one, written by another romanisation, with a slip of the pen, or as a figure? And the words of a
name as they are compared: figures for numbers, none told twice, a father's name with its "bin"."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import OSA, Levenshtein

from variorum.encoder.words import stem, weight
from variorum.knowledge.people import is_word
from variorum.knowledge.territories import territory_by_demonym, territory_by_name

LIKE_SOUNDS = (
    ("sch", "s"), ("tch", "s"), ("sh", "s"), ("ch", "k"), ("kh", "k"), ("gh", "g"), ("ph", "f"), ("th", "t"),
    ("dh", "d"), ("zh", "z"), ("ck", "k"), ("q", "k"), ("c", "k"), ("x", "ks"),
)  # fmt: skip
ALIKE = 0.62
"""Likeness letter by letter that words of one consonant skeleton must still have."""
UNSEEN = 5.4
"""Weight from which a word stands in hardly any text but as a name."""
ENDINGS = re.compile(r"(?:yj|iy|ij|yi|yy)$")
WORDS = """one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13 fourteen 14
fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19 twenty 20 thirty 30 forty 40 fourty 40 fifty 50 sixty 60 seventy 70
eighty 80 ninety 90 first 1 second 2 third 3 fourth 4 fifth 5 sixth 6 seventh 7 eighth 8 ninth 9 tenth 10 eleventh 11"""
FIGURES = dict(pairwise(WORDS.split()))
"""Number words with their figure."""
ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")


@lru_cache(maxsize=100_000)
def sounds(word: str) -> str:
    """A word with letters that romanisations use for one sound made one."""
    for wide, narrow in LIKE_SOUNDS:
        word = word.replace(wide, narrow)
    return ENDINGS.sub("y", word)


@lru_cache(maxsize=100_000)
def skeleton(word: str) -> str:
    """A word as romanisations tend to share it: its consonants, like sounds made one, doubled ones once."""
    plain = sounds(word)
    first = "a" if plain[:1] in "aeiou" else plain[:1]
    return re.sub(r"(.)\1+", r"\1", first + re.sub(r"[aeiouyhw]", "", plain[1:]))


@lru_cache(maxsize=100_000)
def spelled_alike(one: str, other: str) -> bool:
    """Whether two words are spellings of one name: like consonants and letters, or one letter off in a long word."""
    if one == other:
        return True
    if min(len(one), len(other)) < 4 or {one[-1], other[-1]} == {"a", "o"} or f"{one}a" == other or one == f"{other}a":
        return False
    near = Levenshtein.normalized_similarity(sounds(one), sounds(other))
    if skeleton(one) == skeleton(other):
        return near >= ALIKE or (near >= 0.5 and min(len(one), len(other)) >= 6)
    off = min(Levenshtein.distance(one, other), Levenshtein.distance(sounds(one), sounds(other)))
    return min(len(one), len(other)) >= 7 and off <= 1


@lru_cache(maxsize=100_000)
def is_slip(one: str, other: str) -> bool:
    """Whether two words differ by one letter left out, put in, changed or swapped, and no more than one is a name or word
    of its own: "Lavrov" and "Larvov", but not "Serena" and "Selena", "Motors" and "Mortars", "Julian" and "Juliana"."""
    if one[:1] != other[:1] or len(one) + len(other) < 9 or OSA.distance(one, other) != 1:
        return False
    short, long = sorted((one, other), key=len)
    if long[:-1] == short or (one[:-1] == other[:-1] and {one[-1], other[-1]} & set("aeio")):
        return False
    if skeleton(one) != skeleton(other) and all(is_given(w) for w in (one, other)):
        return False
    return not any(all(told(w) for w in (one, other)) for told in (is_common, is_country))


def is_given(word: str) -> bool:
    """Whether the word is a given name."""
    return is_word(word.title(), "given")


def is_common(word: str) -> bool:
    """Whether the word stands in texts by itself."""
    return weight(stem(word)) < UNSEEN


def is_country(word: str) -> bool:
    """Whether the word is a country or its people."""
    return territory_by_name(word.title()) is not None or territory_by_demonym(word.title()) is not None


def figures(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name with numbers as figures ("1st" and "First", "Forty-Four" and "44")."""
    made: list[str] = []
    for word in words:
        tens = bool(made) and made[-1] in {str(10 * n) for n in range(2, 10)}
        ordinal = ORDINAL.fullmatch(word)
        figure = ordinal[1] if ordinal else str(FIGURES.get(word, word))
        if tens and figure.isdigit() and 0 < int(figure) < 10 and not word.isdigit():
            made[-1] = str(int(made[-1]) + int(figure))
        else:
            made.append(figure)
    return tuple(made)


def without_echo(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name without one that is told twice running, unless nothing else is left."""
    kept = tuple(w for n, w in enumerate(words) if not n or w != words[n - 1])
    return kept if len(kept) > 1 else words


def units(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The words of a name sorted, "bin" with the father's name after it."""
    starts = [n for n in range(len(words)) if not n or words[n - 1] != "bin"]
    return sorted(words[n : n + 1 + (words[n] == "bin")] for n in starts)
