"""Naming: by what name goes what the reports also speak of by a noun ("the satellite", "a boy named …"), as rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from variorum.collate.draft import DraftReading, DraftRow
from variorum.knowledge.people import is_word
from variorum.model import Cast, CastEntity, EntityValue, LocalRef, Mention
from variorum.resolve.lookup import Lookup

NAMING = re.compile(
    r"\b(?:(?:named|called|dubbed|nicknamed|titled|christened)|(?:identified|known|named)(?:\s+(?:by|to)(?:\s+[\w-]+){1,4})?\s+as)"
    r"\s+(?:the\s+)?[\"“'‘]?$",
    re.IGNORECASE,
)
FAR = 60  # letters in which the words that name stand
NEAR = 25  # letters between the noun and them
SURE = 10  # how often a noun would stand to weigh as much as one that the words name
BODIES = {"organisation", "facility"}
ANYBODY = frozenset({"man", "woman", "person", "thing", "one", "name"})


def name_rows(cast: Cast, lookup: Lookup, story_of: dict[str, str]) -> Iterator[DraftRow]:
    """A row for each thing, and for each person whom a report names in so many words, that is told of by a noun and by
    name; for a body or site of which several reports speak by that noun."""
    for entity in cast.entities:
        nouns: dict[str, Counter[str]] = {}
        readings: dict[str, list[DraftReading]] = {}
        said: set[str] = set()
        for member in entity.members:
            story, names = story_of[member.report], list(named_in(member, lookup))
            nouns.setdefault(story, Counter()).update(set(nouns_in(member, entity, lookup)))
            explicit = [m for m in names if noun_named(member, m, lookup) is not None]
            named = [noun for m in explicit if (noun := noun_named(member, m, lookup)) is not None]
            nouns.setdefault(story, Counter()).update(dict.fromkeys(named, SURE))
            said |= {story} if explicit else set()
            for mention in (explicit or names)[:1]:
                readings.setdefault(story, []).append(DraftReading(EntityValue(entity.id), mention.span))
        for story, told in sorted(readings.items()):
            noun = min(nouns[story], key=lambda n: (-nouns[story][n], n), default=None)
            often = entity.kind == "thing" or (noun is not None and tells_a_body(entity, noun, nouns[story][noun]))
            if noun is None or not (story in said or (often and len(told) > 1)):
                continue
            question = f"What is the {noun} called?"
            every = tuple(fullest_of_each(told))
            yield DraftRow(story, entity.id, "name", question, every, "they name one and the same")


def fullest_of_each(told: Iterable[DraftReading]) -> list[DraftReading]:
    """Of each report the name of most words, the first of such: it may have taken its bearer for several."""
    fullest = {r.span.report: r for r in sorted(told, key=lambda r: (len(r.span.text.split()), -r.span.start))}
    return sorted(fullest.values(), key=lambda r: r.span)


def tells_a_body(entity: CastEntity, noun: str, reports: int) -> bool:
    """Whether a noun asks for the name of a body or site: several reports speak of it so, and no name of it holds the noun."""
    held = noun in entity.name.casefold().split() or is_word(noun, "civic")  # "Belmar Zoo", "Belmar police"
    return entity.kind in BODIES and reports > 1 and not held


def named_in(member: LocalRef, lookup: Lookup) -> Iterator[Mention]:
    """The mentions by name of one in a report."""
    yield from (m for m in lookup.mentions_of(member) if m.form == "name")


def nouns_in(member: LocalRef, entity: CastEntity, lookup: Lookup) -> Iterator[str]:
    """The head nouns by which a report speaks of one."""
    for mention in lookup.mentions_of(member):
        noun = mention.head.text.casefold()
        fits = mention.form == "nominal" and not mention.plural and mention.kind == entity.kind
        called = any(
            name.casefold() in mention.span.text.casefold() for name in entity.names if name != mention.span.text
        )
        if fits and not called and noun not in ANYBODY and not is_word(noun, "title"):
            yield noun


def noun_named(member: LocalRef, name: Mention, lookup: Lookup) -> str | None:
    """The noun of which the words before a name say that it is so called ("the gunman, identified as X"), None where none do."""
    text = lookup.annotations[member.report].report.text
    found = NAMING.search(text, max(0, name.span.start - FAR), name.span.start)
    if found is None:
        return None
    phrases = (m for m in lookup.mentions_of(member) if m.form == "nominal" and not m.plural)
    before = [m for m in phrases if 0 <= found.start() - m.span.end <= NEAR]
    nouns = [m.head.text.casefold() for m in before if not is_word(m.head.text.casefold(), "title")]
    return next((noun for noun in reversed(nouns) if noun not in ANYBODY), None)
