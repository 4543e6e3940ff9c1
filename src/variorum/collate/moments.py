"""Moments: as of when a figure is told, where the words say so."""

from __future__ import annotations

import re

from variorum.collate.extents import sentence_of
from variorum.model import Annotation, Quantity

AS_OF = re.compile(r"\b(?:as of|as at|as on|by)\s+(?:late\s+|early\s+|the\s+)?$", re.I)
COUNTED_ON = re.compile(
    r"\b(?:updates?|reports?|bulletins?|tall(?:y|ies)|counts?|tolls?|figures?|lists?|statements?|data)\s+"
    r"(?:of|for|from|dated|issued on|published on|released on)\s+(?:the\s+)?$",
    re.I,
)


def as_of(annotation: Annotation, quantity: Quantity) -> str | None:
    """The date (EDTF) as of which a figure is told: "as of 10 August", "by Sunday evening", "a tally of 5 May"."""
    sentence = sentence_of(annotation, quantity.span)
    published = (annotation.report.published or "9")[:10]
    for time in annotation.times:
        if time.edtf is None or time.kind not in {"date", "time"} or not sentence.covers(time.span):
            continue
        before = annotation.report.text[max(sentence.start, time.span.start - 40) : time.span.start]
        told = AS_OF.search(before) or AS_OF.match(f"{time.span.text.split(' ')[0]} ") or COUNTED_ON.search(before)
        if told and "XX" not in time.edtf and time.edtf[:10] <= published:
            return time.edtf.split("T")[0]
    return None
