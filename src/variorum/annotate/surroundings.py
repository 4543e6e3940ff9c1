"""What the words beside a place name say: what holds it ("Long Beach, CA"), of what kind it is ("Kunduz province")."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from variorum.knowledge.gazetteer import places_called, state_abbreviations
from variorum.knowledge.territories import territory_by_name

Kind = Literal["city", "state", "county"]
KINDS: dict[str, Kind] = {
    "city": "city", "town": "city", "village": "city", "suburb": "city", "capital": "city", "hamlet": "city",
    "settlement": "city", "port": "city", "township": "city", "state": "state", "province": "state",
    "governorate": "state", "oblast": "state", "prefecture": "state", "region": "state", "territory": "state",
    "county": "county", "district": "county", "parish": "county", "municipality": "county",
}  # fmt: skip
NOUNS = "|".join(KINDS)
WITH_ITS_NAME = "|".join(noun for noun in KINDS if noun != "capital")  # "the capital of Ukraine" is no city called so
KIND_BEFORE = re.compile(rf"\b({WITH_ITS_NAME}|cities|towns|villages|provinces|states) of (?:the )?$")
KIND_AFTER = re.compile(rf"(?i)^\s+({NOUNS})\b(?! of)")
CAPITALISED = r"[A-Z][\w'’.\-]*"
RUN = re.compile(rf"({CAPITALISED}(?: (?:(?:and|of|the) )?{CAPITALISED}){{0,3}})")
COMMA = re.compile(r"^\s*,\s+(?:in |near )?(?:the )?(?:(?:north|south|east|west|central|mid)\w* )?(?=[A-Z])")
PARENTHESIS = re.compile(r"^\s*\((?=[A-Z])")
INSIDE = re.compile(r"^,? in (?:the )?(?:(?:north|south|east|west|central|mid)[\w-]* )?(?=[A-Z])")
POSSESSOR = re.compile(rf"({CAPITALISED}(?: {CAPITALISED}){{0,2}})['’]s (?:[a-z-]+ ){{0,3}}$")
LIST_GOES_ON = re.compile(r"^(?:,? (?:and|or) |, )[A-Z]")
BEHIND_COMMA = re.compile(r"[A-Z][\w.'’-]*, $")
LIST_BEFORE = re.compile(r"[A-Z][\w.]*(?:,| and| or) $")


class Surroundings(msgspec.Struct, frozen=True):
    """`containers`: names of what may hold the place, the likeliest first; `listed`: the comma may be one of a list.

    `behind_comma`: a comma and a capital letter stand before the name, as in "Fresno, CA".
    """

    containers: tuple[str, ...] = ()
    kind: Kind | None = None
    listed: bool = False
    behind_comma: bool = False


def surroundings_of(text: str, start: int, end: int) -> Surroundings:
    """What stands beside the name at `start:end` of `text`."""
    before, after = text[max(0, start - 60) : start], text[end : end + 80]
    kind = kind_told(before, after)
    if kind and (noun := KIND_AFTER.match(after)):
        after = after[noun.end() :]
    containers: list[str] = []
    listed = False
    for opening in (COMMA, PARENTHESIS, INSIDE):
        if (opened := opening.match(after)) and (holder := container_in(after[opened.end() :])):
            containers.append(holder)
            rest = after[opened.end() + len(holder) :]
            in_list = LIST_GOES_ON.match(rest) is not None or LIST_BEFORE.search(before) is not None
            listed = listed or (opening is COMMA and in_list and not is_abbreviation(holder))
    if (owner := POSSESSOR.search(before)) and (holder := container_in(owner.group(1))):
        containers.append(holder)
    return Surroundings(tuple(dict.fromkeys(containers)), kind, listed, BEHIND_COMMA.search(before) is not None)


def kind_told(before: str, after: str) -> Kind | None:
    """The kind of place that a noun beside the name tells ("the city of", "province")."""
    if told := KIND_BEFORE.search(before):
        noun = told.group(1)
        return KINDS.get(noun, "state" if noun in ("provinces", "states") else "city")
    if told := KIND_AFTER.match(after):
        return KINDS[told.group(1).lower()]
    return None


def container_in(words: str) -> str | None:
    """The longest run of capitalised words at the beginning of `words` that names a state, a country or a region."""
    run = RUN.match(words)
    if run is None:
        return None
    parts = run.group(1).split(" ")
    for size in range(len(parts), 0, -1):
        for name in (" ".join(parts[:size]), " ".join(parts[:size]).rstrip(".,")):
            for plain in (name, re.sub(r"['’]s$", "", name)):
                if is_holder(plain):
                    return plain
    return None


def is_holder(name: str) -> bool:
    """Whether `name` is something that cities lie in."""
    if name in state_abbreviations() or territory_by_name(name):
        return True
    return any(place.feature == "region" for place in places_called(name)) and len(name) > 3


def is_abbreviation(name: str) -> bool:
    """Whether `name` is a state's abbreviation, which is never one of a list."""
    return name in state_abbreviations() and (name.isupper() or name.endswith("."))
