"""Which names of one report agree: full names, surnames, acronyms, other spellings; two wordings are looked at, no more."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

from variorum.annotate.short_names import short_for
from variorum.knowledge.aliases import known_as
from variorum.knowledge.gazetteer import is_beside
from variorum.knowledge.people import closing_kind, is_civic, is_word
from variorum.knowledge.territories import territory_by_demonym, territory_by_name
from variorum.model import EntityKind

WORD = re.compile(r"[\w&]+")
SMALL = {"the", "of", "and", "for", "in", "de", "la", "del", "a", "an", "on", "to", "&"}
HALVES = {"north", "south"}
"""Words by which one of two countries is called for short ("the North")."""
PERSONAL_SUFFIXES = {"jr", "sr", "ii", "iii", "iv"}


@lru_cache(maxsize=4096)
def folded(name: str) -> tuple[str, ...]:
    """The words of a name in small ASCII letters, without hyphens, dots and genitives ("al-Qaeda" and "Al Qaeda"
    are one)."""
    plain = (
        anyascii(name)
        .lower()
        .replace("'s ", " ")
        .replace(" & ", " and ")
        .replace(".", "")
        .replace("'", "")
        .replace("`", "")
    )
    words = [w for w in WORD.findall(plain) if w not in PERSONAL_SUFFIXES]
    return tuple(words or [plain])


@lru_cache(maxsize=4096)
def skeleton(word: str) -> str:
    """A word as romanisations tend to share it: vowels and doubled letters gone, like consonants made one."""
    plain = (
        word.replace("ou", "u")
        .replace("kh", "k")
        .replace("gh", "g")
        .replace("q", "k")
        .replace("c", "k")
        .replace("dh", "d")
    )
    first, rest = plain[:1], re.sub(r"[aeiouyhw]", "", plain[1:])
    return re.sub(r"(.)\1+", r"\1", first + rest)


def kinds_agree(one: EntityKind, other: EntityKind) -> bool:
    """Whether a mention of one kind can be of an entity of the other: bodies and groups are told apart too
    uncertainly."""
    bodies = {"organisation", "group"}
    return one == other or (one in bodies and other in bodies)


def person_names_agree(one: str, other: str) -> bool:
    """Whether two names can be one person's: equal, one shortens the other, or another spelling of it."""
    short, long = sorted((folded(one), folded(other)), key=len)
    if short == long or "".join(short) == "".join(long):
        return True
    if len(short) == len(long):
        return len(short) > 1 and all(spellings_agree(a, b) for a, b in zip(short, long, strict=True))
    if len(short) == 1:
        if is_version(one, other):
            return False
        return (
            short[0] in {long[-1], long[0]}
            or (len(long) > 2 and short[0] == "".join(long[-2:]))
            or (len(short[0]) > 3 and short[0] in long[1:])
        )
    inside = [w for w in long if w in short]
    return tuple(inside) == short and (short[-1] == long[-1] or short[0] == long[0])


def is_version(one: str, other: str) -> bool:
    """Whether one name is the other with a single letter behind it, which no given name opens: "Vexo X" for "Vexo"."""
    short, long = sorted((one.split(), other.split()), key=len)
    return long[:-1] == short and len(long[-1]) == 1 and long[-1].isupper() and not is_word(long[0], "given")


def spellings_agree(one: str, other: str) -> bool:
    """Whether two words are spellings of one name, or an initial and the name."""
    if one == other:
        return True
    if 1 in {len(one), len(other)}:
        return one[0] == other[0]
    return min(len(one), len(other)) > 3 and skeleton(one) == skeleton(other)


def other_names_agree(one: str, other: str, kind: EntityKind) -> bool:
    """Whether two names can be of one body, place, facility or thing."""
    first, second = folded(one), folded(other)
    if "".join(first) == "".join(second):
        return True
    here, there = territory_by_name(one), territory_by_name(other)
    if here is not None and there is not None:
        return here.iso3166 == there.iso3166
    if is_acronym(one, other) or is_acronym(other, one):
        return True
    if known_as(one) is not None and known_as(one) == known_as(other):
        return True
    short, long = sorted((first, second), key=len)
    if kind == "place" and len(short) == 1 and short[0] in HALVES and short[0] == long[0]:
        return here is not None or there is not None
    if len(short) == len(long):
        joined = skeleton("".join(short)) == skeleton("".join(long)) and len("".join(short)) > 5
        if kind in {"place", "group"} and joined:
            return True
        spelled = all(a == b or (len(a) > 4 and skeleton(a) == skeleton(b)) for a, b in zip(short, long, strict=True))
        return spelled and len(short) > 1 and kind != "place"
    rest = long[len(short) :]
    if kind in {"organisation", "group", "thing"} and short_for(short, long) is not None:
        return True
    if long[: len(short)] == short and rest:
        body = len(rest) > 1 or len(short) == 1
        inner = kind in {"organisation", "group"} and body and is_word(short[-1], "organisation")
        inner |= rest == ("foundation",) and len(short) > 1
        apart = (
            inner or is_demonym_words(short) or is_civic(rest) or (kind == "place" and is_beside(" ".join(short), rest))
        )
        wide = rest == ("international",) and closing_kind(short[-1]) == "organisation"
        more = wide or (
            rest[0] == "and" and all(is_closing(w, kind) or is_word(w, "facility") for w in (short[-1], rest[-1]))
        )
        return (more or all(is_closing(w, kind) for w in rest)) and not apart
    if kind == "organisation" and long[-len(short) :] == short and is_of_a_nation(one, other):
        return True
    return kind == "facility" and len(short) > 1 and long[-len(short) :] == short


def is_of_a_nation(one: str, other: str) -> bool:
    """Whether one name is the other, of two words or more, behind a country's name or adjective: "Norland Health Service"."""
    short, long = sorted((one.split(), other.split()), key=len)
    before = " ".join(long[: len(long) - len(short)])
    return len(short) > 1 and (territory_by_name(before) is not None or territory_by_demonym(before) is not None)


def is_closing(word: str, kind: EntityKind) -> bool:
    """Whether the word only says what kind of thing a name is of ("Airways", "Province")."""
    if kind == "place":
        return is_word(word, "place-name", "place")
    return closing_kind(word) is not None or is_word(word, "organisation", "group")


def is_demonym_words(words: tuple[str, ...]) -> bool:
    """Whether the words are a demonym or country, which alone name no body."""
    text = " ".join(words).title()
    return len(words) == 1 and (territory_by_demonym(text) is not None or territory_by_name(text) is not None)


def department_first(words: list[str]) -> list[str]:
    """The words of a body's name in the order of its acronym: "Department of Trade" for "Trade Department"."""
    return [words[-1], "of", *words[:-1]] if words[-1].lower() == "department" else words


def is_acronym(short: str, long: str) -> bool:
    """Whether `short` is made of the initials of `long`, small words left out or kept."""
    letters = short.replace(".", "")
    if not (2 <= len(letters) <= 8 and letters.isupper() and letters.isalpha()):
        return False
    words = [w for w in re.split(r"[\s\-–/]+", anyascii(long)) if w]
    if len(words) < 2:
        return False
    words = department_first(words)
    large = "".join(w[0] for w in words if w.lower() not in SMALL).upper()
    every = "".join(w[0] for w in words).upper()
    capital = "".join(w[0] for w in words if w[0].isupper())
    return letters in {large, every, capital}
