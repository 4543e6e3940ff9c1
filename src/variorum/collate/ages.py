"""Ages: whose an age is that a report tells, by where its words stand to a name or phrase, or by whom the clause speaks of."""

from __future__ import annotations

import re

from variorum.model import Annotation, EntityKind, Quantity
from variorum.resolve.lookup import Lookup

AGED: frozenset[EntityKind] = frozenset({"person", "thing"})  # an animal is a thing
BEFORE = 3  # letters between a name and the age behind it: ", ", " ("
IS = re.compile(
    r"\b(?:is|was|are|were|be|been|being|turn(?:s|ed|ing)?)\s+(?:(?:now|only|just|aged|about|around)\s+)*$", re.I
)
WHO = re.compile(r",?\s+(?:who|which|that)(?:\s+\w+){0,2}\s+$")
APPOSED = re.compile(r"\s*,\s+(?:an?|the)\s+$")


def owner_of_age(lookup: Lookup, annotation: Annotation, quantity: Quantity) -> str | None:
    """Whose age is told: the mention that holds it, that ends just before it ("Neu, 67") or stands just behind it ("17-year-old
    Rollo"), what it stands in apposition to, or the subject of the clause ("Rollo, who was 17", "he turned 17")."""
    found = mention_beside(annotation, quantity)
    if found is None:
        found = subject_of(annotation, quantity)
    entity = lookup.entity_of_mention(annotation.report.id, found)
    return entity if entity is not None and lookup.entities[entity].kind in AGED else None


def mention_beside(annotation: Annotation, quantity: Quantity) -> int | None:
    """The mention of one who has an age that holds `quantity`, or touches it."""
    text, at = annotation.report.text, quantity.span
    aged = [(n, m) for n, m in enumerate(annotation.mentions) if m.kind in AGED and m.form != "pronoun"]
    held = [(m.span.end - m.span.start, n) for n, m in aged if m.span.covers(at)]
    before = [(at.start - m.span.end, n) for n, m in aged if 0 <= at.start - m.span.end <= BEFORE]
    behind = [(0, n) for n, m in aged if m.form == "name" and text[at.end : m.span.start] == " "]
    apposed = [(0, n) for n, m in aged if m.span.end < at.start and APPOSED.fullmatch(text, m.span.end, at.start)]
    return next((min(some)[1] for some in (held, before, behind, apposed) if some), None)


def subject_of(annotation: Annotation, quantity: Quantity) -> int | None:
    """Whom a clause speaks of whose verb says that he is of the age, or that is about "the six-year-old"."""
    text, at = annotation.report.text, quantity.span
    for proposition in annotation.propositions:
        for argument in proposition.arguments:
            opens = argument.span.covers(at) and at.start - argument.span.start <= len("the ")
            if argument.role in {"who", "whom"} and argument.mention is not None and opens:
                return argument.mention
    verb = IS.search(text, max(0, at.start - 40), at.start)
    if verb is None:
        return None
    for n, mention in enumerate(annotation.mentions):
        if mention.span.end <= verb.start() and WHO.fullmatch(text, mention.span.end, verb.start()):
            return n
    told = [p for p in annotation.propositions if p.span.covers(at) and verb.start() <= p.predicate.start < at.start]
    subjects = [a.mention for p in told for a in p.arguments if a.role == "who" and a.span.end <= verb.start()]
    return next((s for s in subjects if s is not None), None)
