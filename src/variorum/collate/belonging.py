"""Belonging: what a report says that a happening or body is part of ("The visit was part of the Joint Committee"), as rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from variorum.collate.about import Happenings
from variorum.collate.asking import lowered
from variorum.collate.draft import DraftReading, DraftRow
from variorum.collate.wording import shortened
from variorum.model import Argument, Cast, LocalRef, TextValue
from variorum.resolve.lookup import Lookup

PART_OF = re.compile(
    r"\s+(?P<be>is|was|are|were)\s+(?:only\s+|just\s+)?(?:a\s+)?part of\s+(?!what\b|how\b|why\b|it\b|this\b|that\b)",
    re.I,
)
POINTING = re.compile(r"(?:it|this|that|these|those|he|she|they|we|which|who|there|what|all|some)\b", re.I)
LONGEST = 80  # letters of a subject


def belonging_rows(cast: Cast, lookup: Lookup, happenings: Happenings, taken: Set[LocalRef]) -> Iterator[DraftRow]:
    """A row for each clause, not of `taken` (which have a row already), that says of what a happening or a named one is part."""
    for annotation in cast.annotations:
        for n, told in enumerate(annotation.propositions):
            ref = LocalRef(annotation.report.id, n)
            subject = next((a for a in told.arguments if a.role == "who" and a.span.start == told.span.start), None)
            if told.lemma != "be" or ref in taken or subject is None or told.status != "happened" or not told.polarity:
                continue
            found = PART_OF.match(annotation.report.text, subject.span.end, told.span.end)
            about = owner(ref, subject, lookup, happenings)
            if found is None or about is None or POINTING.match(subject.span.text) or len(subject.span.text) > LONGEST:
                continue
            span = shortened(told.span)
            question = f"What {found['be'].lower()} {lowered(' '.join(subject.span.text.split()))} part of?"
            reading = DraftReading(TextValue(span.text), span, told.voice, told=ref)
            yield DraftRow(happenings.story_of[ref.report], about, "other", question, (reading,))


def owner(ref: LocalRef, subject: Argument, lookup: Lookup, happenings: Happenings) -> str | None:
    """The happening that the subject of a clause names, else the named entity that it is."""
    for m, other in enumerate(lookup.annotations[ref.report].propositions):
        happening = happenings.of_ref.get(LocalRef(ref.report, m))
        if other.nominal and happening is not None and subject.span.covers(other.predicate):
            return happening.id
    entity = lookup.entity_of(ref.report, subject)
    return entity if entity is not None and lookup.is_named(entity) else None
