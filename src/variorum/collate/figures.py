"""Figures: the row that a number joins, by the happening that it belongs to or by what it counts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from variorum.collate.about import HARMING, Happenings
from variorum.collate.ages import owner_of_age
from variorum.collate.draft import DraftReading, DraftRow
from variorum.collate.extents import end_of_places, joined, place_respectively, places_of, sentence_of
from variorum.collate.figure_words import in_print, question_of
from variorum.collate.measured import clause_around, measured_by
from variorum.collate.moments import as_of
from variorum.collate.number_slots import AND_BEFORE, BY_FRAME, TOLL, severity_of, slot_of, thing_of
from variorum.collate.questions import (
    Figure,
    Thing,
    in_other_words,
    one_count,
    same_question,
    told_once_each,
)
from variorum.collate.sums import runs_of_parts, runs_to_add, sum_of
from variorum.knowledge.slots import load_counted
from variorum.model import Annotation, Cast, LocalRef, Quantity, QuantityValue, Span
from variorum.resolve.lookup import Lookup

SMALL = 4  # with "the" before it, up to this a number points at what is known
POINTING = {"the", "these", "those", "both", "its", "their", "his", "her", "our", "whose", "all"}
Toll = tuple[str, str, str, str]  # story, happening, slot, which part of them
WIDEST = 120  # letters of a reading with the places that it is told of


class Told(msgspec.Struct, frozen=True):
    """A figure in its slot: what it is about, its reading, what it counts, and the places it is told of."""

    story: str
    slot: str
    about: str
    thing: str
    reading: DraftReading
    places: tuple[str, ...] = ()
    shared: bool = False


def figure_rows(cast: Cast, lookup: Lookup, happenings: Happenings) -> Iterator[DraftRow]:
    """Rows of numbers: tolls by the happening that they belong to, other figures by what they count."""
    told = [one for annotation in cast.annotations for one in figures_told(annotation, lookup, happenings)]
    by_place = {(t.story, t.slot, t.about) for t in told if t.shared}
    tolls: dict[Toll, list[Told]] = {}
    loose: dict[Thing, list[Figure]] = {}
    for one in told:
        if one.slot in TOLL or one.slot == "other":
            place = next((p for p in one.places if (one.story, one.slot, p) in by_place), None)
            tolls.setdefault((one.story, place or one.about, one.slot, one.thing), []).append(one)
        else:
            loose.setdefault((one.story, one.slot, one.thing), []).append((one.about, one.reading))
    for (story, about, slot, thing), some in whole_or_part(tolls).items():
        yield row(story, about, slot, thing, with_extents(some, lookup), lookup)
    clusters: list[tuple[Thing, list[Figure]]] = []
    for key, found in in_other_words(loose).items():
        alike = same_question(found, lookup)
        if key[1] in {"people", "count"} and not load_counted().is_(key[2], "anyone"):
            alike = told_once_each(alike, lookup)
        clusters += [(key, cluster) for cluster in alike]
    for (story, slot, thing), cluster in one_count(clusters, lookup):
        about = Counter(about for about, _ in cluster).most_common(1)[0][0]
        yield row(story, about, slot, thing, [reading for _, reading in cluster], lookup)


def whole_or_part(tolls: dict[Toll, list[Told]]) -> dict[Toll, list[Told]]:
    """Tolls with the light injuries of a report that tells of no grave ones among its injured: they are all of them."""
    found: dict[Toll, list[Told]] = {}
    for (story, about, slot, part), some in tolls.items():
        grave = {t.reading.span.report for t in tolls.get((story, about, slot, "gravely"), ())}
        for one in some:
            whole = part == "lightly" and one.reading.span.report not in grave
            found.setdefault((story, about, slot, "" if whole else part), []).append(one)
    return found


def figures_told(annotation: Annotation, lookup: Lookup, happenings: Happenings) -> Iterator[Told]:
    """The figures of a report that answer a question, those that are parts of a sum under what they count."""
    slots: dict[int, str] = {}
    severities: dict[int, str] = {}
    for n, quantity in enumerate(annotation.quantities):
        slot = slot_of(annotation, quantity, teller(annotation, n))
        if slot == "injured" and (part := severity_of(annotation, quantity)):
            severities[n] = part
        if slot is None or is_part(slot, severities.get(n, ""), quantity) or is_known(annotation, quantity, slot):
            continue
        if slot in TOLL and is_rest(annotation, quantity):
            continue
        slots[n] = slot
    for n in reversed(range(len(annotation.quantities) - 1)):  # "5 and 6 dead"
        if n not in slots and n + 1 in slots and annotation.quantities[n].of is None and joined(annotation, n, n + 1):
            slots[n] = slots[n + 1]
    sums = {run[0]: run for run in runs_to_add(annotation, slots)}
    parts = {n for run in runs_of_parts(annotation, slots) for n in run}
    for n, slot in slots.items():
        quantity, told = annotation.quantities[n], teller(annotation, n)
        ref = LocalRef(annotation.report.id, told) if told is not None else None
        place = place_respectively(annotation, n, lookup) if slot in TOLL else None
        about = place or about_of(lookup, happenings, annotation, quantity, slot, ref)
        if about is None:
            continue
        clause = annotation.propositions[told].span if told is not None else sentence_of(annotation, quantity.span)
        one = Told(
            story=happenings.story_of[annotation.report.id],
            slot=slot,
            about=about,
            thing="",
            reading=reading_of(annotation, quantity, told, dated=slot in TOLL),
            places=places_told(annotation, clause, ref, lookup) if slot in TOLL and not place else (),
            shared=place is not None,
        )
        if n in sums:
            yield msgspec.structs.replace(one, reading=sum_of(annotation, sums[n], one.reading))
        if slot not in TOLL and slot != "other":
            one = msgspec.structs.replace(one, thing=f"{'other ' if quantity.additional else ''}{thing_of(quantity)}")
        elif n in severities:
            one = msgspec.structs.replace(one, thing=severities[n])
        elif n in parts or load_counted().is_(quantity.of or "", "animal"):
            one = msgspec.structs.replace(one, thing=thing_of(quantity))
        elif len(one.places) > 1:
            end = end_of_places(annotation, clause)
            if 0 < end - one.reading.span.start < WIDEST:
                span = annotation.report.span(one.reading.span.start, max(end, one.reading.span.end))
                one = msgspec.structs.replace(one, reading=msgspec.structs.replace(one.reading, span=span))
        yield one


def places_told(annotation: Annotation, clause: Span, ref: LocalRef | None, lookup: Lookup) -> tuple[str, ...]:
    """The places that a toll is told of: those coordinated in its clause, else the one where its predicate is said to be."""
    places = places_of(annotation, clause, lookup)
    if places or ref is None:
        return places
    return tuple(dict.fromkeys(e for _, e in lookup.fillers(ref, "where")))[:1]


def with_extents(some: Sequence[Told], lookup: Lookup) -> list[DraftReading]:
    """The readings of a toll, each with its places as its kind where another of them is told of more places or fewer."""
    several = {frozenset(t.places) for t in some if len(t.places) > 1}
    found = []
    for one in some:
        compared = any(set(one.places) <= extent for extent in several)
        names = " and ".join(lookup.entities[p].name for p in sorted(one.places))
        found.append(msgspec.structs.replace(one.reading, kind=names) if one.places and compared else one.reading)
    return found


def is_part(slot: str, part: str, quantity: Quantity) -> bool:
    """Whether a figure is told as part of another, of which no row asks."""
    return quantity.subset and slot in TOLL and not part


def is_rest(annotation: Annotation, quantity: Quantity) -> bool:
    """Whether a figure leaves out somebody told before it: "killed along with 19 other children", "Neu and 19 others"."""
    text = annotation.report.text
    before = AND_BEFORE.search(text, max(0, quantity.span.start - 14), quantity.span.start)
    if before is None or not re.match(r"\s+others?\b", text[quantity.span.end :][:8]):
        return False
    return "along" in before[0] or any(
        m.kind == "person" and m.form != "pronoun" and m.span.end == before.start() for m in annotation.mentions
    )


def is_known(annotation: Annotation, quantity: Quantity, slot: str) -> bool:
    """Whether the figure only points at what is known already ("the two countries", "one of its priorities")."""
    if slot not in {"people", "count"}:
        return False
    before = annotation.report.text[max(0, quantity.span.start - 12) : quantity.span.start].casefold().split()
    after = annotation.report.text[quantity.span.end : quantity.span.end + 4].casefold().split()
    single = quantity.low == quantity.high == 1
    small = quantity.high is not None and quantity.high <= SMALL
    return (single and after[:1] == ["of"]) or (small and bool(before) and before[-1] in POINTING)


def row(story: str, about: str, slot: str, thing: str, readings: Sequence[DraftReading], lookup: Lookup) -> DraftRow:
    """The row of these readings."""
    joined = f"each gives a figure of {in_print(thing, readings) if thing else slot}"
    asked = question_of(slot, thing, about, readings, lookup)
    return DraftRow(story, about, slot, asked, tuple(sorted(readings, key=lambda r: r.span)), joined)  # type: ignore[arg-type]


def teller(annotation: Annotation, n: int) -> int | None:
    """The proposition that the `n`th quantity is an argument of, the one with the shortest clause."""
    quantity = annotation.quantities[n]
    holding = [
        (p.frame is None, p.span.end - p.span.start, k)
        for k, p in enumerate(annotation.propositions)
        if any(a.quantity == n for a in p.arguments) or (p.nominal and p.frame and p.span.covers(quantity.span))
    ]
    return min(holding)[2] if holding else None


def about_of(
    lookup: Lookup, happenings: Happenings, annotation: Annotation, quantity: Quantity, slot: str, ref: LocalRef | None
) -> str | None:
    """The happening or entity that a figure is about."""
    own = happenings.of_ref.get(ref) if ref is not None else None
    if slot in TOLL and own is not None and (own.frame in HARMING or own.frame in BY_FRAME):
        return own.id
    if slot in TOLL:
        found = happenings.harming(ref) if ref is not None else happenings.near(annotation.report.id, quantity.span)
        if found is not None:
            return found.id
        return (
            about_place(lookup, happenings, annotation, quantity, ref)
            or happenings.telling(annotation.report.id, quantity.span, ref)
            or happenings.scene(annotation.report.id)
        )
    if slot == "other":
        return owner_of_age(lookup, annotation, quantity)
    clause = ref or clause_around(annotation, quantity)
    return measured_by(lookup, happenings, annotation, quantity, slot) or happenings.telling(
        annotation.report.id, quantity.span, clause
    )


def about_place(
    lookup: Lookup, happenings: Happenings, annotation: Annotation, quantity: Quantity, ref: LocalRef | None
) -> str | None:
    """What a toll told elsewhere than the happening near it is about: the place where it is told, unless that is only a site
    ("released from hospitals"), which speaks against nothing, as does the date of their release."""
    if ref is None:
        return None
    places = [e for _, e in lookup.fillers(ref, "where")]
    named = next((e for e in places if lookup.entities[e].kind == "place"), None)
    told = lookup.proposition(ref)
    dated = told.frame in {None, *BY_FRAME} and any(a.time is not None for a in told.arguments)
    near = happenings.near(annotation.report.id, quantity.span) if places and not named and not dated else None
    return named or (near.id if near is not None else None)


def reading_of(annotation: Annotation, quantity: Quantity, told: int | None, *, dated: bool) -> DraftReading:
    """A quantity as a reading of a row, its words with what it counts, and as of when where it is `dated`."""
    span = quantity.span
    if quantity.of_span is not None and quantity.of_span.end > span.end and quantity.of_span.end - span.end < 60:
        span = annotation.report.span(min(span.start, quantity.of_span.start), quantity.of_span.end)
    proposition = annotation.propositions[told] if told is not None else None
    return DraftReading(
        value=QuantityValue(quantity.low, quantity.high, quantity.unit, quantity.of, quantity.approximate),
        span=span,
        voice=proposition.voice if proposition is not None else (),
        as_of=as_of(annotation, quantity) if dated else None,
        told=LocalRef(annotation.report.id, told) if told is not None else None,
        confidence=0.6 if quantity.additional else 0.9,
    )
