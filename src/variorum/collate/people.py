"""Offices: which roles the reports give a person or body, as rows about it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from variorum.collate.clauses import content_words
from variorum.collate.draft import DraftReading, DraftRow
from variorum.encoder import similarity
from variorum.model import Cast, Span, TextValue
from variorum.resolve.lookup import Lookup

ALIKE = 0.6  # likeness of two descriptions without a shared word that can be of one office
FORMER = re.compile(
    r"(?:(?:the|a|an|his|her|its) )?(?:(?:former|onetime|retired|ousted|late)\b|ex-|then-)", re.IGNORECASE
)
IS = re.compile(r"(?:\b(?:is|was|are|were|be|been)|[’']s)\s+(?:\w+\s+)?$", re.I)
ANYBODY = frozenset({"man", "woman", "boy", "girl", "person", "child", "teenager", "adult", "old", "one"})
LINKING = frozenset({"who", "whose", "whom", "which", "that", "when", "while", "where"})
RANKS = frozenset(
    [
        "general",
        "gen",
        "colonel",
        "captain",
        "major",
        "lieutenant",
        "sergeant",
        "admiral",
        "mr",
        "mrs",
        "ms",
        "dr",
        "sir",
        "lord",
        "lady",
        "professor",
        "prof",
        "sheikh",
        "imam",
        "rev",
    ]
)


def without_rank(span: Span) -> Span:
    """A title without the rank that closes it ("Chief of Army Staff General")."""
    words = span.text
    while " " in words and words.rsplit(None, 1)[1].casefold().strip(".") in RANKS:
        words = words.rsplit(None, 1)[0]
    return Span(span.report, span.start, span.start + len(words), words)


def is_office(words: str) -> bool:
    """Whether a title says what somebody is, not only a rank or a form of address."""
    head = re.split(r" (?:of|for|in|at|from|with|who|on) ", words)[0].split()[-1:]
    if words.split()[0] in LINKING:  # "whose son was hurt", "when head of the board"
        return False
    return len(words) > 4 and head[0] not in ANYBODY and any(w.strip(".") not in RANKS for w in words.split())


def is_remark(span: Span, lookup: Lookup) -> bool:
    """Whether words are what a speaker thinks of somebody, in quotation marks ("he was a good guy"), not an office by which he
    names him ("our mayor")."""
    annotation = lookup.annotations[span.report]
    if not IS.search(annotation.report.text, max(0, span.start - 30), span.start):
        return False
    return any(q.mode != "indirect" and q.content.covers(span) for q in annotation.quotations)


def fullest(readings: Sequence[DraftReading]) -> tuple[DraftReading, ...]:
    """The readings without single words ("President") of a report that also says of what."""
    saying = {r.span.report for r in readings if len(r.span.text.split()) > 1}
    return tuple(r for r in readings if len(r.span.text.split()) > 1 or r.span.report not in saying)


def offices(readings: Sequence[DraftReading]) -> list[tuple[DraftReading, ...]]:
    """The readings by what they say somebody is: a guard of a team and the brother of a player are two descriptions."""
    groups: list[list[DraftReading]] = []
    for one in readings:
        alike = [g for g in groups if any(described_alike(one.span.text, o.span.text) for o in g)]
        groups = [g for g in groups if g not in alike] + [[*(o for g in alike for o in g), one]]
    return [tuple(sorted(g, key=lambda r: r.span)) for g in groups]


def described_alike(one: str, other: str) -> bool:
    """Whether two descriptions can be of one office: they share a word that carries sense, or are near in it. An office that
    is over is another than one that is held."""
    if bool(FORMER.match(one)) != bool(FORMER.match(other)):
        return False
    return bool(content_words(one) & content_words(other)) or similarity(one, other) >= ALIKE


def role_rows(cast: Cast, lookup: Lookup, story_of: dict[str, str]) -> Iterator[DraftRow]:
    """A row for each named person whose office or description is told."""
    for entity in cast.entities:
        if entity.kind != "person" or not lookup.is_named(entity.id):
            continue
        by_story: dict[str, dict[tuple[str, int], DraftReading]] = {}
        for member in entity.members:
            annotation = lookup.annotations[member.report]
            local = annotation.entities[member.index]
            spans = [
                *local.roles,
                *(r for n in local.mentions for r in (*annotation.mentions[n].roles, *annotation.mentions[n].titles)),
            ]
            said: set[str] = set()
            for span in sorted({without_rank(s) for s in spans}):
                words = " ".join(span.text.casefold().split())
                if words in said or not is_office(words) or is_remark(span, lookup):
                    continue
                said.add(words)
                found = by_story.setdefault(story_of[member.report], {})
                found[span.report, span.start] = DraftReading(TextValue(span.text), span)
        for story, readings in sorted(by_story.items()):
            ordered = fullest(sorted(readings.values(), key=lambda r: r.span))
            for office in offices(ordered):
                question = f"Who is {entity.name}?"
                yield DraftRow(story, entity.id, "role", question, office, "one person, described alike")
