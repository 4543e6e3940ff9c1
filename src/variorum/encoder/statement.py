"""Statements: do two wordings say the same? Word by word in context, by their sense, by shared words, less what speaks against.

A cosine alone is no agreement: sentences that differ in a figure, a name or a "not" lie close together in its space. So
these lower the score, and `why` names them. Measured by `python -m evals utterances`.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache

import msgspec
import numpy as np
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from variorum.encoder import similarity, wordwise
from variorum.encoder.words import WORD, stem, stems, weight

SENSE, WORDS, COVER = 0.6, 0.3, 0.1
"""Weights of the encoder, of shared words, and of how much of the fuller wording is shared; together 1."""
NEAR, WEIGHED, UNRELATED = 0.93, 0.28, 0.185
"""What likeness word by word counts beside these and what speaks against them; and what is taken off, since the words of any two
clauses have some like."""
OTHER_FIGURE, NO_SHARED_FIGURE, OTHER_NAME, NEGATED, LENGTH = 0.05, 0.08, 0.05, 0.08, 0.02
SPELLING = 0.7
"""Likeness from which two stems are taken for spellings or forms of one word."""

NEGATIONS = frozenset({"not", "no", "never", "nor", "without", "neither", "nobody", "nothing", "cannot", "none"})
NOT = re.compile(r"\b(?:" + "|".join(sorted(NEGATIONS)) + r")\b|n['’]t\b", re.IGNORECASE)
NAME = re.compile(r"(?<=[\w,;:] )[A-Z][\w’'-]+")
NUMBERS = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
]  # fmt: skip
GLUED = re.compile(r"(?<=\d)(?=(?:thousand|million|billion|trillion)\b)", re.IGNORECASE)
"""Where a space is missing: "143million"."""
NUMBER_WORDS = {word: str(n) for n, word in enumerate(NUMBERS) if n > 1}


TALLY = re.compile(r"(?<![\w$€£.,-])\d{1,3}(?:[-–]\d{1,3}){1,2}(?![\w%]|[-–]|[.,]\d)")
"""A score or a record: "34-6", "59-35-1"."""


class StatementMatch(msgspec.Struct, frozen=True):
    """How far two wordings say the same, 0 to 1, rounded to four digits, and in words what speaks for and against."""

    score: float
    why: str


def same_statement(a: str, b: str) -> StatementMatch:
    """How far `a` and `b` say the same, in either order."""
    if a.split() == b.split():
        return StatementMatch(1.0, "the same words")
    sense = similarity(a, b)
    words = by_words(a, b)
    shared = words.shared
    said = [f"{len(shared)} rare words shared ({', '.join(shared[:4])})"] if shared else ["no rare word shared"]
    said.append("near in sense" if sense >= 0.7 else "related in sense" if sense >= 0.45 else "far in sense")
    said += [why for _, why in words.against]
    return StatementMatch(words.score(sense, wordwise(a, b)), "; ".join(said))


def are_other_tallies(a: str, b: str) -> bool:
    """Whether both texts tell scores or records, and none that the other tells."""
    ours, theirs = tallies(a), tallies(b)
    return bool(ours and theirs and not ours & theirs)


@lru_cache(maxsize=10_000)
def tallies(text: str) -> frozenset[str]:
    """The scores and records of a text."""
    return frozenset(found.replace("–", "-") for found in TALLY.findall(text))


def says_as_much(a: str, b: str, least: float) -> bool:
    """Whether `a` and `b` say the same as far as `least`. Their sense, which takes longest to tell, is asked for only where they
    would be so near if it were the same."""
    if a.split() == b.split():
        return least <= 1.0
    words = by_words(a, b)
    near = wordwise(a, b)
    return words.score(1.0, near) >= least and words.score(similarity(a, b), near) >= least


class ByWords(msgspec.Struct, frozen=True):
    """How far the words of two wordings are the same: the parts of the score beside their sense, and the rare words shared."""

    words: float
    cover: float
    length: float
    against: list[tuple[float, str]]
    shared: list[str]

    def score(self, sense: float, near: float) -> float:
        """The score of the two wordings where their sense is as near as `sense`, and their words in context as `near`."""
        weighed = SENSE * sense + WORDS * self.words + COVER * self.cover - LENGTH * self.length
        against = sum(cost for cost, _ in self.against)
        return round(min(1.0, max(0.0, NEAR * near + WEIGHED * (weighed - against) - UNRELATED)), 4)


def by_words(a: str, b: str) -> ByWords:
    """How far the words of `a` and `b` are the same, and what speaks against it."""
    words, cover, shared = shared_words(a, b)
    length = abs(math.log((wording(a).length + 1) / (wording(b).length + 1)))
    return ByWords(words, cover, length, conflicts(a, b), shared)


class Wording(msgspec.Struct, frozen=True):
    """What comparing needs of a text, read once: stems and their weight, figures, names, whether it is negated."""

    stems: frozenset[str]
    length: int
    weight: float
    figures: frozenset[str]
    names: frozenset[str]
    negated: bool


@lru_cache(maxsize=50_000)
def wording(text: str) -> Wording:
    """The wording that `text` is."""
    found = stems(text)
    return Wording(
        stems=frozenset(found),
        length=len(found),
        weight=worth(frozenset(found)),
        figures=frozenset(figures(text)),
        names=frozenset(names(text)),
        negated=bool(NOT.search(text)),
    )


def shared_words(a: str, b: str) -> tuple[float, float, list[str]]:
    """Weight of shared stems over the mean weight, and over that of the fuller text; the rare ones, rarest first.

    Stems that are spelled alike (a transliteration, another form) count by their likeness.
    """
    one, other = wording(a).stems, wording(b).stems
    left, right = wording(a).weight, wording(b).weight
    exact = one & other
    both = worth(exact) + spelled_alike(one - other, other - one)
    shared = sorted((s for s in exact if weight(s) >= 3.0), key=lambda s: (-weight(s), s))
    if not left or not right:
        return 0.0, 0.0, shared
    return min(1.0, 2 * both / (left + right)), worth(exact) / max(left, right), shared


def worth(found: frozenset[str]) -> float:
    """The weight of all stems of a set (summed without regard to order)."""
    return math.fsum(weight(s) for s in found)


def spelled_alike(one: frozenset[str], other: frozenset[str]) -> float:
    """The weight of stems of both sets that are near in spelling, each used once, the nearest first."""
    long, its = (sorted(s for s in found if len(s) >= 4) for found in (one, other))
    if not long or not its:
        return 0.0
    near = cdist(long, its, scorer=Levenshtein.normalized_similarity, score_cutoff=SPELLING, dtype=np.float64)
    pairs = [(float(near[i, j]), long[i], its[j]) for i, j in zip(*near.nonzero(), strict=True)]
    used: set[str] = set()
    total = []
    for likeness, s, t in sorted(pairs, key=lambda p: (-p[0], *sorted(p[1:]))):
        if s not in used and t not in used:
            used |= {s, t}
            total.append(likeness * min(weight(s), weight(t)))
    return math.fsum(total)


def conflicts(a: str, b: str) -> list[tuple[float, str]]:
    """What speaks against two wordings being one statement, each with its cost."""
    found = []
    one, other = wording(a).figures, wording(b).figures
    if one != other:
        differing = sorted(one ^ other)
        apart = bool(one and other) and not one & other
        found.append((OTHER_FIGURE + NO_SHARED_FIGURE * apart, f"figures differ ({', '.join(differing[:4])})"))
    missing = [names_missing(a, b), names_missing(b, a)]
    if any(missing[0]) or any(missing[1]):
        share = sum(len(m) / max(1, len(wording(t).names)) for m, t in zip(missing, (a, b), strict=True)) / 2
        told = sorted({*missing[0], *missing[1]})
        found.append((OTHER_NAME * share, f"a name stands in one only ({', '.join(told[:3])})"))
    if wording(a).negated != wording(b).negated:
        found.append((NEGATED, "one is negated"))
    return found


def figures(text: str) -> set[str]:
    """The figures of `text`, number words up to twenty among them ("one" is mostly a pronoun and left out)."""
    written = (m.group().lower().replace(",", "") for m in WORD.finditer(GLUED.sub(" ", text)))
    return {NUMBER_WORDS.get(w, w) for w in written if w[0].isdigit() or w in NUMBER_WORDS}


def names(text: str) -> set[str]:
    """The words of `text` that start with a capital and do not open a sentence or quotation."""
    return {match.group() for match in NAME.finditer(text)}


def names_missing(text: str, other: str) -> list[str]:
    """The names of `text` of which `other` has no word."""
    there = wording(other).stems
    return sorted(name for name in wording(text).names if stem(name) not in there)
