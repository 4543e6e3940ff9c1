"""Waters: on, in or over which river, lake or sea a happening was, as rows, where several reports name it.

It often stands at the object, not at the verb ("struck a bridge on the Ostra river"), and beside the town in another report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from variorum.collate.circumstances import row
from variorum.collate.consensus import label_of
from variorum.collate.draft import DraftReading, DraftRow
from variorum.collate.told_of import account_of
from variorum.model import Cast, EntityValue, LocalRef
from variorum.resolve.lookup import Lookup

BEFORE = re.compile(r"\b(?:on|in|into|over|across|along|near|off|down)\s+(?:the\s+)?$", re.IGNORECASE)
FAR = 14  # letters of the preposition and article before a name
KIND = re.compile(r"\s+(?:river|lake|sea|ocean|canal|bay)\b", re.IGNORECASE)


def water_rows(cast: Cast, lookup: Lookup) -> Iterator[DraftRow]:
    """A row for each happening and water that several accounts tell of it, in the order of happenings."""
    accounts = account_of(cast)
    for happening in cast.happenings:
        by_water: dict[str, list[DraftReading]] = {}
        for ref in happening.members:
            for entity, reading in waters_in(ref, lookup):
                by_water.setdefault(entity, []).append(reading)
        for _, readings in sorted(by_water.items()):
            if len({accounts[r.span.report] for r in readings}) > 1:
                yield from row(happening, "place", f"On which water was it: {label_of(happening, lookup)}?", readings)


def waters_in(ref: LocalRef, lookup: Lookup) -> Iterator[tuple[str, DraftReading]]:
    """The waters that a clause names behind a preposition of place, with the words from there on."""
    told, annotation = lookup.proposition(ref), lookup.annotations[ref.report]
    text = annotation.report.text
    within = [told.span, *(a.span for a in told.arguments if a.role == "where")]  # "the accident happened on the Ostra"
    for n, mention in enumerate(annotation.mentions):
        held = any(span.covers(mention.span) for span in within)
        entity = lookup.entity_of_mention(ref.report, n) if held else None
        place = lookup.place(entity) if entity is not None else None
        led = BEFORE.search(text, max(0, mention.span.start - FAR), mention.span.start)
        if entity is None or place is None or place.feature != "water" or led is None or mention.form != "name":
            continue
        kind = KIND.match(text, mention.span.end)
        span = annotation.report.span(led.start(), kind.end() if kind is not None else mention.span.end)
        yield entity, DraftReading(EntityValue(entity), span, told.voice, told=ref)
