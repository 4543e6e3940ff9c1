"""Noun phrases as entities are compared by them: head noun, modifiers, and what says that two phrases are of two."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

import msgspec

from variorum.encoder.words import stem, weight
from variorum.knowledge.people import is_word
from variorum.knowledge.sorts import sorts
from variorum.knowledge.territories import territory_by_demonym, territory_by_name, territory_by_weak_demonym
from variorum.resolve.affiliations import parties_in

WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
EMPTY = frozenset({
    "a", "an", "the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your", "some",
    "any", "one", "first", "last", "own", "mr", "mrs", "ms", "more", "than", "least", "about", "nearly", "almost",
    "at", "up", "to", "both", "all", "each", "every", "no", "said",
})  # fmt: skip
APART = frozenset({
    "another", "other", "second", "third", "fourth", "former", "previous", "earlier", "separate", "different",
    "new", "next", "similar", "replacement", "nearby", "passing", "spare", "neighbouring",
})  # fmt: skip
JOINTS = frozenset({
    "of", "in", "at", "for", "on", "from", "with", "near", "to", "by", "who", "which", "that", "where", "whose",
})  # fmt: skip
LOOSE_NOUNS = [
    "people", "person", "man", "woman", "official", "resident", "witness", "area", "side", "part", "number",
    "group", "thing", "way", "place", "site", "member", "source", "spokesman", "spokeswoman", "scene", "incident",
    "statement", "case", "report", "time", "night", "day", "city", "town", "village", "province", "country",
    "region", "state", "company", "team", "staff", "crowd", "leader", "victim", "body", "vehicle", "car",
    "building", "wall", "home", "house", "family", "force", "unit", "command", "office",
    "firm", "bank", "agency", "provider", "panel", "chamber",
]  # fmt: skip
LOOSE = frozenset(stem(w) for w in LOOSE_NOUNS)
COLLECTIVE = frozenset(stem(w) for w in ("police", "staff", "crew", "crowd", "audience", "public"))
"""Heads of which singular and plural are one."""
ONE_BODY = frozenset(stem(w) for w in ("police", "authorities", "crowd"))
"""Heads of many of which a place has one, so that a report means the same by each bare use."""
DEFINITE = re.compile(r"(?:the|this|that|its|their)\b", re.IGNORECASE)
INDEFINITE = re.compile(r"(?:an?|one)\b", re.IGNORECASE)
OFFICE = re.compile(r"(?<=\w) (?:Department|Service|Force|Office|Bureau)$")
"""What closes the name of a body that goes by the rest as well ("Dresva Police Department")."""
AGE = re.compile(r"(?:year|month|week)-old")
RARE = 4.0
"""Weight from which a plural head noun says enough by itself."""


class Phrase(msgspec.Struct, frozen=True):
    """A noun phrase: its head noun's stem, the stems of its modifiers, the nations, names and figures among them."""

    head: str
    modifiers: frozenset[str]
    nations: frozenset[str]
    text: str
    names: frozenset[str] = frozenset()
    figures: frozenset[str] = frozenset()


def read_phrase(text: str, head: str = "", *, name: bool = False) -> Phrase | None:
    """The phrase that `text` is; `head` is its head noun where known, else the last word before a preposition; `name`:
    all of it is a name, so that its first word is capital for more than standing first."""
    words = [w.replace("’", "'").removesuffix("'s") for w in WORD.findall(text)]
    if not words:
        return None
    ends = next((n for n, w in enumerate(words) if n and w.lower() in JOINTS), len(words))
    main = stem(head) if head else stem(words[ends - 1])
    nations = frozenset(nation for w in words if (nation := nation_of(w)) is not None)
    others = (w.lower() for w in words if w.lower() not in EMPTY and w.lower() not in JOINTS)
    figures = frozenset(w for w in words if w.isdigit())
    modifiers = frozenset(w if w in APART else stem(w) for w in others)
    proper = frozenset(
        stem(w)
        for n, w in enumerate(words)
        if w[:1].isupper() and (n or name or not w.istitle() or "-" in w) and nation_of(w) is None
    )
    return Phrase(main, modifiers - figures - {main}, nations, text, proper - {main}, figures)


def nation_of(word: str) -> str | None:
    """The code of the country that a word names or tells, sure or not: it only sets phrases apart."""
    weak = territory_by_weak_demonym(word)
    found = territory_by_demonym(word) or territory_by_name(word) or (weak[0] if weak is not None else None)
    return found.iso3166 if found is not None else None


def without_office(names: Iterable[str]) -> list[str]:
    """Names of two words or more, each also without a closing "Department" or the like that is left out at will."""
    return [short for name in names if " " in name for short in (name, OFFICE.sub("", name))]


def conflict(one: Phrase, other: Phrase) -> bool:
    """Whether words say that two phrases are of two: another nation, party, age or measure, "another", "second"."""
    if one.nations and other.nations and one.nations != other.nations:
        return True
    parties = [parties_in(p.text) for p in (one, other)]
    if parties[0] and parties[1] and not parties[0] & parties[1]:
        return True
    ages = [{w for w in p.modifiers if AGE.search(w)} for p in (one, other)]
    if ages[0] and ages[1] and ages[0] != ages[1]:
        return True
    return bool((one.modifiers | other.modifiers) & APART) and one.modifiers != other.modifiers


def phrase_score(one: Phrase, other: Phrase, plural: bool) -> float | None:
    """0 where nothing speaks against, 1 where one phrase holds the other, more for shared modifiers; None: against."""
    if conflict(one, other):
        return None
    shared, left = one.modifiers & other.modifiers, one.modifiers ^ other.modifiers
    if not shared and one.head not in ONE_BODY and (one.head in LOOSE or is_word(one.head, "kin")):
        return None
    counted = bool(one.figures and one.figures == other.figures)
    if plural and one.head not in ONE_BODY and (left or not (shared or counted or weight(one.head) >= RARE)):
        return None
    if one.head in ONE_BODY and not (one.modifiers <= other.modifiers or other.modifiers <= one.modifiers):
        return None
    if one.modifiers == other.modifiers:
        return 1.5 + len(shared)
    if one.modifiers <= other.modifiers or other.modifiers <= one.modifiers:
        return 1.0 + len(shared)
    return len(shared) - 0.5 * len(left) if shared else 0.0


def of_one_sort(heads: Iterable[str]) -> bool:
    """Whether head nouns (stems) can speak of one thing in turn: the same, or all of one sort."""
    told = set(heads)
    return len(told) == 1 or any(told <= sort for sort in stemmed_sorts())


@lru_cache(maxsize=1)
def stemmed_sorts() -> tuple[frozenset[str], ...]:
    """The sorts of head nouns as stems."""
    return tuple(frozenset(stem(w) for w in words) for _, words in sorted(sorts().items()))
