"""Names: can two wordings name one, and by which rung of the ladder? No report is looked at, only the two wordings.

The rungs, surest first: the same words; the same but for order and small words; one country's names; an acronym;
another spelling (romanisations share their consonants); a part of the other. Each says why in words.
"""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec
from anyascii import anyascii

from variorum.annotate.name_agreement import is_version
from variorum.annotate.short_names import short_for
from variorum.encoder.words import stem, weight
from variorum.knowledge.aliases import known_as
from variorum.knowledge.gazetteer import is_beside
from variorum.knowledge.people import closing_kind, head_kind, is_civic, is_word
from variorum.knowledge.tables import read_table
from variorum.knowledge.territories import territory_by_demonym, territory_by_name
from variorum.model import EntityKind
from variorum.resolve.acronyms import SMALL, acronym_inside, is_acronym
from variorum.resolve.spellings import UNSEEN, figures, is_given, is_slip, spelled_alike, units, without_echo

WORD = re.compile(r"[a-z0-9]+")
SHORT = {"mt": "mount", "st": "saint", "ft": "fort", "ibn": "bin"}
"""Words of names that are one word written in two ways."""
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "md", "esq"})
SERIES = frozenset({"ii", "iii", "iv"})
"""What parts one body or ship of a series from another, though it is left out of persons' names."""
SHIPS = frozenset({"mv", "ss", "uss", "hms", "hmas", "rms"})
"""What stands before a ship's name and is left out at will."""
DROPPED = 2
"""Names that the shorter of two full names may leave out."""
ARTICLES = frozenset({"al", "el", "ul", "ad", "as", "ar", "an", "ash", "abu", "bin", "ibn", "van", "von", "der", "den"})
PARTICLES = frozenset({"al", "el", "ul", "ad", "as", "ar", "an", "ash"})
"""Articles that romanisations write, join or leave out ("Haddawi", "al-Hadawy")."""
NOTHING: frozenset[str] = frozenset()

SAME, ORDER, COUNTRY, ACRONYM, SPELLING, PART = 1.0, 0.97, 0.96, 0.92, 0.9, 0.7


class NameMatch(msgspec.Struct, frozen=True):
    """How sure two wordings name one (a rung, 1 the surest) and why in words."""

    strength: float
    why: str


@lru_cache(maxsize=100_000)
def words_of_name(name: str) -> tuple[str, ...]:
    """The words of a name in small ASCII letters, without dots, genitives and suffixes such as "Jr."."""
    plain = (
        re.sub(r"['’]s\b", "", anyascii(name).lower().replace(" & ", " and "))
        .replace(".", "")
        .replace("'", "")
        .replace("`", "")
    )
    found = [SHORT.get(w, w) for w in WORD.findall(plain) if w not in SUFFIXES]
    if found[:1] == ["the"]:
        found = found[1:]
    return tuple(found)


def given_alike(one: str, other: str) -> bool:
    """Whether two given names can be one: spelled alike, or one is short for the other ("Bob", "Robert")."""
    short = name_words("nickname")
    return spelled_alike(one, other) or bool(short.get(one, NOTHING) & short.get(other, NOTHING))


@lru_cache(maxsize=4)
def name_words(group: str) -> dict[str, frozenset[str]]:
    """The words of one class of the table, with what each can stand for."""
    found: dict[str, set[str]] = {}
    for row in read_table("name_words.tsv"):
        if row["class"] == group:
            found.setdefault(row["word"], set()).add(row["same"])
    return {word: frozenset(same) for word, same in found.items()}


def compare_names(one: str, other: str, kind: EntityKind) -> NameMatch | None:
    """The rung by which `one` and `other` can name the same, in either order; None where nothing speaks for it."""
    first, second = sorted((one, other), key=lambda n: (len(words_of_name(n)), n))
    short, long = words_of_name(first), words_of_name(second)
    numbers = [SERIES & set(WORD.findall(name.lower())) for name in (one, other)]
    if not short or not long or (kind != "person" and numbers[0] != numbers[1]):
        return None
    if short == long or "".join(short) == "".join(long):
        return NameMatch(SAME, f"both say {second}" if first == second else f"{first} and {second} are the same words")
    return compare_persons(first, second) if kind == "person" else compare_others(first, second, kind)


def compare_persons(first: str, second: str) -> NameMatch | None:
    """The rung for two names of persons, the shorter first."""
    short, long = without_particles(words_of_name(first)), without_particles(words_of_name(second))
    if units(short) == units(long) and (short == long or not all(is_given(w) for w in short)):
        return NameMatch(ORDER, f"{first} and {second} differ only in order or article")
    short, long = sorted((without_echo(short), without_echo(long)), key=len)
    if len(short) == len(long) and len(short) > 1:
        return same_length(first, second, short, long)
    if len(short) == 2 and short[1] == long[-1] and short[0] == "".join(w[0] for w in long[:-1]):
        return NameMatch(SPELLING - 0.04, f"{first} gives the initials of {second}")
    if len(short) == 1:
        if is_version(first, second):
            return None
        if short[0] == long[-1] or (len(long) > 2 and short[0] == "".join(long[-2:])):
            return NameMatch(PART, f"{first} is the surname of {second}")
        if short[0] == long[0] or (len(short[0]) > 3 and short[0] in long):
            return NameMatch(PART - 0.1, f"{first} is a name of {second}")
        if len(long) > 1 and spelled_alike(short[0], "".join(long)):
            return NameMatch(SPELLING, f"{first} and {second} are spellings of one name")
        if spelled_alike(short[0], long[-1]):
            return NameMatch(PART - 0.05, f"{first} is a spelling of the surname of {second}")
        return None
    if 1 < len(short) < len(long):
        return inside(first, second, short, long)
    return None


def same_length(first: str, second: str, short: tuple[str, ...], long: tuple[str, ...]) -> NameMatch | None:
    """The rung for two full names of as many words: word by word, or in another order."""
    pairs = list(zip(short, long, strict=True))
    if spelled_alike(*pairs[-1]) and all(given_alike(a, b) for a, b in pairs[:-1]):
        return NameMatch(SPELLING, f"{first} and {second} are spellings of one name")
    turned = "bin" not in short and not all(is_given(w) for w in short)
    if turned and all(spelled_alike(a, b) for a, b in zip(sorted(short), sorted(long), strict=True)):
        return NameMatch(SPELLING - 0.02, f"{first} and {second} are spellings of one name in another order")
    slips = [(a, b) for a, b in pairs if a != b]
    if len(slips) == 1 and is_slip(*slips[0]):
        return NameMatch(SPELLING - 0.04, f"{first} and {second} are one letter apart")
    initials = all(a == b or (1 in {len(a), len(b)} and a[0] == b[0]) for a, b in pairs)
    if initials and spelled_alike(*pairs[-1]) and len(pairs[-1][0]) > 1:
        return NameMatch(SPELLING - 0.05, f"{first} and {second} agree with an initial")
    return None


def inside(first: str, second: str, short: tuple[str, ...], long: tuple[str, ...]) -> NameMatch | None:
    """The rung where the shorter full name leaves out a middle, first or last name of the longer."""
    kept, left = ([w for w in words if w not in SMALL | ARTICLES] for words in (short, long))
    if len(left) - len(kept) > DROPPED:
        return None
    if len(short) == 2 and spelled_alike(short[0], long[-1]) and spelled_alike(short[1], long[0]) and "bin" not in long:
        return NameMatch(SPELLING - 0.05, f"{first} leaves out a name of {second} and puts the surname first")
    if "bin" not in long and len(short) > 2 and set(short) <= set(long):
        return NameMatch(SPELLING - 0.03, f"{first} leaves out a name of {second}")
    rest = iter(long)
    if not all(any(given_alike(a, b) or (1 in {len(a), len(b)} and a[0] == b[0]) for b in rest) for a in short):
        return None
    if spelled_alike(short[-1], long[-1]) or (spelled_alike(short[0], long[0]) and len(short[0]) > 1):
        return NameMatch(SPELLING - 0.03, f"{first} leaves out a name of {second}")
    return None


def without_particles(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without Arabic articles and leading titles, unless nothing else is left."""
    first = next((n for n, w in enumerate(words) if not is_word(w, "title")), 0)
    return tuple(w for w in words[first:] if w not in PARTICLES) or words


def compare_others(first: str, second: str, kind: EntityKind) -> NameMatch | None:
    """The rung for two names of bodies, groups, places, facilities or things, the shorter first."""
    here, there = territory_by_name(first), territory_by_name(second)
    if here is not None and there is not None:
        same = here.iso3166 == there.iso3166
        return NameMatch(COUNTRY, f"{first} and {second} are names of {here.name}") if same else None
    short, long = words_of_name(first), words_of_name(second)
    if differ_in_form(short, long):
        return NameMatch(ORDER, f"{first} and {second} differ in the legal form")
    if long[1:] == short and long[0] in SHIPS:
        return NameMatch(ORDER, f"{first} leaves out what says that {second} is a ship")
    if content(short) == content(long) and content(short):
        return NameMatch(ORDER, f"{first} and {second} are the same words in another order")
    if sorted(bodies(short)) == sorted(bodies(long)) and bodies(short):
        return NameMatch(ORDER, f"{first} and {second} write a kind of body differently")
    if known_as(first) is not None and known_as(first) == known_as(second):
        return NameMatch(ORDER, f"{first} and {second} are names of one body")
    if is_acronym(first, second) or is_acronym(second, first):
        brief, full = (first, second) if is_acronym(first, second) else (second, first)
        return NameMatch(ACRONYM, f"{brief} stands for {full}")
    if len("".join(short)) > 5 and len("".join(long)) > 5 and spelled_words(short, long):
        return NameMatch(SPELLING, f"{first} and {second} are spellings of one name")
    rest = long[len(short) :]
    opens = bool(rest) and long[: len(short)] == short
    in_full = opens and all(closes(w, kind) for w in rest) and not is_civic(rest)
    in_full = in_full and not (rest == ("foundation",) and len(short) > 1)
    in_full = in_full and (len(rest) == 1 or closing_kind(short[-1]) is None)
    in_full |= (
        opens and rest[0] == "and" and all(closes(w, kind) or is_word(w, "facility") for w in (short[-1], rest[-1]))
    )
    in_full |= opens and rest == ("international",) and closing_kind(short[-1]) == "organisation"
    beside = kind == "place" and is_beside(" ".join(short), rest)
    if in_full and not beside and not names_a_nation(first):
        return NameMatch(PART + 0.1, f"{second} is {first} in full")
    if opens and kind == "organisation" and is_founder(short, rest):
        return NameMatch(PART, f"{first} opens the name {second}")
    shortens = short_for(short, long) if kind in ("organisation", "group", "thing") else None
    if shortens is not None:
        return NameMatch(PART, f"{first} {shortens} {second}")
    if acronym_inside(first, second) or acronym_inside(second, first):
        return NameMatch(ACRONYM, f"{first} and {second} differ by an acronym")
    if rest and kind in ("organisation", "group") and long[-len(short) :] == short:
        before = second.split()[: -len(first.split())]
        if len(short) > 1 or names_a_nation(" ".join(before)):
            return NameMatch(PART, f"{first} is the last part of {second}")
    if kind == "facility" and len(short) > 1 and long[-len(short) :] == short:
        return NameMatch(PART, f"{first} is the last part of {second}")
    return None


@lru_cache(maxsize=1)
def legal_forms() -> dict[tuple[str, ...], str]:
    """The legal forms of companies as words, the longest first, with their abbreviation. Raises ValueError where a
    row has no source."""
    rows = read_table("legal_forms.tsv")
    if not all(row["source"] for row in rows):
        raise ValueError("legal_forms.tsv: a row has no source")
    return {
        tuple(r["form"].split()): r["same"] for r in sorted(rows, key=lambda r: (-len(r["form"].split()), r["form"]))
    }


def without_form(words: tuple[str, ...]) -> tuple[tuple[str, ...], frozenset[str]]:
    """The words of a name without the legal forms that open or close it ("Dresva Bank AG", "OAO Dresva"), and these."""
    for form, same in legal_forms().items():
        for rest, edge in ((words[: -len(form)], words[-len(form) :]), (words[len(form) :], words[: len(form)])):
            if rest and edge == form:
                kept, forms = without_form(rest)
                return kept, forms | {same}
    return words, frozenset()


def differ_in_form(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether two names are the same but for a legal form that one leaves out or writes otherwise."""
    (one, here), (two, there) = without_form(short), without_form(long)
    alike = one == two or (bool(here | there) and len("".join(one)) > 5 and spelled_words(one, two))
    return alike and (here <= there or there <= here)


def is_founder(short: tuple[str, ...], rest: tuple[str, ...]) -> bool:
    """Whether one word opens the name of a firm that is called by names alone ("Morland" for "Morland Vass"): what
    follows is one rare word, and no noun that would tell another body or a product ("Morland News")."""
    if without_form(rest)[0]:
        rest = without_form(rest)[0]
    rest = tuple(w for w in rest if w not in {"group", "holding", "holdings"})
    rare = [len(w) > 3 and weight(stem(w)) >= UNSEEN and head_kind(w) is None for w in (*short, *rest)]
    return len(short) == len(rest) == 1 and all(rare) and not names_a_nation(short[0].title())


def content(words: tuple[str, ...]) -> list[str]:
    """The stems of a name's words without small ones, sorted: plural and order do not matter."""
    return sorted({stem(w) for w in words} - SMALL)


def spelled_words(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether two names are spellings of one, word by word, or of one word written apart or together, their numbers the same."""
    if [w for w in short if w.isdigit()] != [w for w in long if w.isdigit()]:
        return False
    if len(short) == len(long) and len(short) > 1:
        pairs = zip(short, long, strict=True)
        told = [(a, b) for a, b in pairs if not spelled_alike(a, b)]
        vowel = all(len(a) == len(b) == 1 and {a, b} <= set("aei") for a, b in told)
        return vowel or (len(told) == 1 and is_slip(*told[0]))
    return spelled_alike("".join(short), "".join(long))


def bodies(words: tuple[str, ...]) -> list[str]:
    """The words of a body's name, small ones left out, a word for a kind ("Corp.") by what it means."""
    known = name_words("body")
    return [min(known.get(w, {w})) for w in figures(words) if w not in SMALL]


def closes(word: str, kind: EntityKind) -> bool:
    """Whether a word only says what kind of thing a name is of ("Airways", "Province")."""
    if kind == "place":
        return is_word(word, "place-name", "place")
    return closing_kind(word) is not None or is_word(word, "organisation", "group")


def names_a_nation(name: str) -> bool:
    """Whether a name is a country's or a demonym, which alone names no body."""
    return territory_by_name(name) is not None or territory_by_demonym(name) is not None
