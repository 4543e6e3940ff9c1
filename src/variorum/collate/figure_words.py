"""The question that a row of figures answers, in words that the reports print."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from variorum.collate.asking import HANGING, lowered
from variorum.collate.draft import DraftReading
from variorum.collate.extents import sentence_of
from variorum.collate.number_slots import TOLL
from variorum.collate.questions import NUMBER, UNCOUNTED, is_joined
from variorum.model import QuantityValue
from variorum.plurals import plural
from variorum.resolve.lookup import Lookup

SEVERITIES = {"gravely": "How many were gravely injured?", "lightly": "How many were lightly injured?"}
UNNAMED = {"amount", "distance", "duration"}  # what is counted does not tell what is asked
TITLE = re.compile(r"\s*\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen)\.?$")  # a name would follow
NARROWING, MOST_NARROWING = re.compile(r"(?:[^\W\d_][\w’'-]*\s*)+"), 3
CLAUSE, BEFORE = 90, 60  # letters of the clause that a question of such a figure quotes, and of those before the figure
QUESTIONS: dict[str, str] = {
    "killed": "How many were killed",
    "injured": "How many were injured",
    "missing": "How many are missing",
    "detained": "How many were detained",
    "kidnapped": "How many were kidnapped",
    "rescued": "How many were rescued",
    "displaced": "How many had to leave",
    "attackers": "How many attackers were there",
    "people": "How many {of}",
    "count": "How many {of}",
    "amount": "How much",
    "magnitude": "How strong was it",
    "distance": "How far, deep or wide",
    "duration": "For how long",
    "other": "How old",
}
AGED = re.compile(r"(?:an?|the)\s+[\w-]+[\s-]years?[\s-]old\s+(?P<noun>\w.*)", re.IGNORECASE)


def question_of(slot: str, thing: str, about: str, readings: Sequence[DraftReading], lookup: Lookup) -> str:
    """The question of the figures of a slot that count a `thing`, told `about` a happening or an entity."""
    noun = in_print(thing, readings)
    if thing in SEVERITIES:
        return SEVERITIES[thing]
    if slot == "other":
        owner = lookup.entities.get(about)
        called = AGED.fullmatch(owner.name) if owner is not None and not lookup.is_named(about) else None
        if called is not None:
            return f"How old is the {called['noun']}?"
        if owner is not None and (lookup.is_named(about) or owner.name.casefold().startswith("the ")):
            return f"How old is {lowered(owner.name)}?"
    told = told_of(readings, lookup) if slot in UNNAMED else ""
    question = QUESTIONS[slot].format(of=noun or "are there") + told + "?"
    if slot in TOLL and thing:
        return question.replace("How many", f"How many {noun}", 1)
    return question


def told_of(readings: Sequence[DraftReading], lookup: Lookup) -> str:
    """What a bare figure is told of, in the words of the fullest clause that is still short, the figure left out."""
    clauses = [": " + words for r in readings if (words := clause_about(r, lookup))]
    return min(clauses, key=lambda c: (abs(len(c) - CLAUSE), c), default="")


def clause_about(one: DraftReading, lookup: Lookup) -> str:
    """The clause of a figure without it, cut at words about where it stands."""
    figure = one.span
    clause = lookup.proposition(one.told).span if one.told is not None else None
    if clause is None or not clause.covers(figure):
        clause = sentence_of(lookup.annotations[figure.report], figure)
    at = figure.start - clause.start
    before, after = " ".join(clause.text[:at].split()), " ".join(clause.text[at + len(figure.text) :].split())
    if len(before) > BEFORE and len(before) + len(after) > CLAUSE:
        before = before[-BEFORE:].split(" ", 1)[-1]
    if len(before) + len(after) > CLAUSE:
        after = HANGING.sub("", TITLE.sub("", after[: CLAUSE - len(before)].rsplit(" ", 1)[0]).rstrip(" ,;:"))
    return f"{before} … {after}".strip(" ,;:.?-–—(")


def in_print(thing: str, readings: Sequence[DraftReading]) -> str:
    """What is counted, in the plural: as the reports print it where one does ("companies"), else made from the singular that
    they print ("a 48-page report", "one car"); with its capital where they never print it without ("Japanese")."""
    several, one = Counter[str](), Counter[str]()
    for reading in readings:
        if isinstance(reading.value, QuantityValue) and reading.value.of:
            (one if is_joined(reading) or reading.value.low == 1 else several)[reading.value.of] += 1
    if several:
        noun = min(several, key=lambda n: (-several[n], n))
    elif one:
        noun = plural(min(one, key=lambda n: (-one[n], n)))
    else:
        noun = thing.removeprefix("other ")
    noun = " ".join([*narrowing(noun, readings), capital(noun, readings)])
    return f"other {noun}" if thing.startswith("other ") else noun


def narrowing(noun: str, readings: Sequence[DraftReading]) -> list[str]:
    """The words that every reading of a noun prints before it, of what kind it counts: "asylum" of "a million asylum seekers"."""
    found: list[list[str]] = []
    for reading in readings:
        at = re.search(rf"(?<![\w-]){re.escape(noun)}\b", reading.span.text, re.I) if noun else None
        if at is not None:
            bare = UNCOUNTED.sub(" | ", NUMBER.sub(" | ", reading.span.text[: at.start()])).rpartition("|")[2]
            found.append(bare.split() if NARROWING.fullmatch(bare.strip()) else [])
    if not found:
        return []
    from_the_noun = zip(*(reversed(some) for some in found), strict=False)
    kept = takewhile(lambda words: len({w.casefold() for w in words}) == 1, from_the_noun)
    return [words[0] for words in kept][:MOST_NARROWING][::-1]


def capital(noun: str, readings: Sequence[DraftReading]) -> str:
    """A noun with the capital that every report prints it with."""
    found = [m.group() for r in readings for m in re.finditer(rf"\b{re.escape(noun)}\b", r.span.text, re.I)]
    return found[0] if noun and found and all(f[0].isupper() and f[1:].islower() for f in found) else noun
