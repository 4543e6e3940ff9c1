"""Measured: what a figure before a noun is the measure of ("a 48-page charge", "the 40m-deep well", "a five-term mayor")."""

from __future__ import annotations

from variorum.collate.about import Happenings
from variorum.model import Annotation, LocalRef, Quantity
from variorum.resolve.lookup import Lookup


def measured_by(
    lookup: Lookup, happenings: Happenings, annotation: Annotation, quantity: Quantity, slot: str
) -> str | None:
    """The entity of the shortest phrase in which a figure stands before the noun, or the happening that this noun tells where it
    lasted so long ("a four-day search"); None where the figure counts or costs, or measures no phrase."""
    report, at = annotation.report, quantity.span
    hyphen = "-" in at.text.strip("-") or report.text[at.end : at.end + 1] == "-"
    if quantity.nature in {"money", "percent"} or not (hyphen or (quantity.unit and quantity.nature == "measure")):
        return None
    held = [
        (m.span.end - m.span.start, n)
        for n, m in enumerate(annotation.mentions)
        if m.span.covers(at) and m.head.start >= at.end
    ]
    if not held:
        return None
    phrase = min(held)[1]
    told = happenings.named_by(annotation.mentions[phrase].head)
    entity = lookup.entity_of_mention(report.id, phrase)
    return told.id if told is not None and (slot == "duration" or entity is None) else entity


def clause_around(annotation: Annotation, quantity: Quantity) -> LocalRef | None:
    """The shortest clause in which a figure stands, of which it may be no argument."""
    held = [
        (p.span.end - p.span.start, n)
        for n, p in enumerate(annotation.propositions)
        if not p.nominal and p.span.covers(quantity.span)
    ]
    return LocalRef(annotation.report.id, min(held)[1]) if held else None


__all__ = ["clause_around", "measured_by"]
