"""Figures: the row that a number joins, by the happening that it belongs to or by what it counts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from variorum.collate.about import HARMING, Happenings
from variorum.collate.draft import DraftReading, DraftRow
from variorum.collate.number_slots import BY_FRAME, TOLL, severity_of, slot_of, thing_of
from variorum.encoder import similarity
from variorum.encoder.statement import same_statement
from variorum.knowledge.slots import load_counted
from variorum.knowledge.units import one_measure
from variorum.model import Annotation, Cast, LocalRef, Quantity, QuantityValue
from variorum.resolve.lookup import Lookup

SMALL = 4  # with "the" before it, up to this a number points at what is known
POINTING = {"the", "these", "those", "both", "its", "their", "his", "her", "our", "whose", "all"}
SAME_NOUN = 0.8  # likeness of two nouns from which they name one kind of thing
Thing = tuple[str, str, str]  # story, slot, what is counted
Toll = tuple[str, str, str, str]  # story, happening, slot, how badly hurt
Figure = tuple[str, DraftReading]  # what it is about, and the reading
NUMBER = re.compile(
    r"[\d.,]*\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|millions?)\b", re.I
)
SAME_BUT_FOR_THE_NUMBER = 0.6
SEVERITIES = {"gravely": "How many were gravely injured?", "lightly": "How many were lightly injured?"}
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
    "distance": "How far, how deep or how wide",
    "duration": "For how long",
    "other": "How old",
}


def figure_rows(cast: Cast, lookup: Lookup, happenings: Happenings) -> Iterator[DraftRow]:
    """Rows of numbers: tolls by the happening that they belong to, other figures by what they count."""
    tolls: dict[Toll, list[DraftReading]] = {}
    loose: dict[Thing, list[Figure]] = {}
    for annotation in cast.annotations:
        for n, quantity in enumerate(annotation.quantities):
            told = teller(annotation, n)
            slot = slot_of(annotation, quantity, told)
            part = severity_of(annotation, quantity) if slot == "injured" else ""
            if slot is None or is_part(slot, part, quantity) or is_known(annotation, quantity, slot):
                continue
            ref = LocalRef(annotation.report.id, told) if told is not None else None
            about = about_of(lookup, happenings, annotation, quantity, slot, ref)
            if about is None:
                continue
            story = happenings.story_of[annotation.report.id]
            reading = reading_of(annotation, quantity, told)
            if slot in TOLL or slot == "other":
                tolls.setdefault((story, about, slot, part), []).append(reading)
            else:
                thing = f"{'other ' if quantity.additional else ''}{thing_of(quantity)}"
                loose.setdefault((story, slot, thing), []).append((about, reading))
    for (story, about, slot, part), readings in whole_or_part(tolls).items():
        yield row(story, about, slot, part, readings)
    for (story, slot, thing), found in in_other_words(loose).items():
        clusters = same_question(found, lookup)
        if slot in {"people", "count"} and not load_counted().is_(thing, "anyone"):
            clusters = told_once_each(clusters)
        for cluster in clusters:
            about = Counter(about for about, _ in cluster).most_common(1)[0][0]
            yield row(story, about, slot, thing, [reading for _, reading in cluster])


def whole_or_part(tolls: dict[Toll, list[DraftReading]]) -> dict[Toll, list[DraftReading]]:
    """Tolls with the light injuries of a report that tells of no grave ones among its injured: they are all of them."""
    found: dict[Toll, list[DraftReading]] = {}
    for (story, about, slot, part), readings in tolls.items():
        grave = {r.span.report for r in tolls.get((story, about, slot, "gravely"), ())}
        for reading in readings:
            whole = part == "lightly" and reading.span.report not in grave
            found.setdefault((story, about, slot, "" if whole else part), []).append(reading)
    return found


def row(story: str, about: str, slot: str, thing: str, readings: Sequence[DraftReading]) -> DraftRow:
    """The row of these readings."""
    question = SEVERITIES.get(thing) or QUESTIONS[slot].format(of=in_print(thing, readings) or "are there") + "?"
    joined = f"each gives a figure of {thing or slot}"
    return DraftRow(story, about, slot, question, tuple(sorted(readings, key=lambda r: r.span)), joined)  # type: ignore[arg-type]


def in_print(thing: str, readings: Sequence[DraftReading]) -> str:
    """What is counted, in the plural that the reports print where one does ("companies")."""
    printed = Counter(
        r.value.of for r in readings if isinstance(r.value, QuantityValue) and r.value.of and r.value.low != 1
    )
    noun = min(printed, key=lambda n: (-printed[n], n)) if printed else thing.removeprefix("other ")
    return f"other {noun}" if thing.startswith("other ") else noun


def same_question(found: Sequence[Figure], lookup: Lookup) -> list[list[Figure]]:
    """Clusters of figures of one thing: equal ones, and those whose clauses say the same but for the number."""
    clusters: list[list[Figure]] = []
    for item in sorted(found, key=lambda pair: pair[1].span):
        home = next((c for c in clusters if any(answers_alike(item[1], other, lookup) for _, other in c)), None)
        if home is None:
            clusters.append([item])
        else:
            home.append(item)
    return clusters


def in_other_words(loose: dict[Thing, list[Figure]]) -> dict[Thing, list[Figure]]:
    """Figures of things that are one by another word (troops, soldiers), under the word that stands first."""
    merged: dict[Thing, list[Figure]] = {}
    for (story, slot, thing), found in sorted(loose.items()):
        at = next((k for k in merged if k[:2] == (story, slot) and same_thing(k[2], thing)), (story, slot, thing))
        merged.setdefault(at, []).extend(found)
    return merged


def same_thing(one: str, other: str) -> bool:
    """Whether two nouns name one kind of thing; what is told as other ("another 20 troops") stays apart."""
    if one.startswith("other ") != other.startswith("other "):
        return False
    return one == other or similarity(one, other) >= SAME_NOUN


def told_once_each(clusters: list[list[Figure]]) -> list[list[Figure]]:
    """One cluster of all, where each report gives one figure only: of a thing that nobody counts twice, one count is meant."""
    homes: dict[str, set[int]] = {}
    for n, cluster in enumerate(clusters):
        for _, reading in cluster:
            homes.setdefault(reading.span.report, set()).add(n)
    if len(clusters) > 1 and all(len(ns) == 1 for ns in homes.values()):
        return [[item for cluster in clusters for item in cluster]]
    return clusters


def answers_alike(one: DraftReading, other: DraftReading, lookup: Lookup) -> bool:
    """Whether two figures of one thing answer one question."""
    assert isinstance(one.value, QuantityValue)
    assert isinstance(other.value, QuantityValue)
    if not one_measure(one.value.unit, other.value.unit):
        return False
    same = (one.value.low, one.value.high, one.value.unit) == (other.value.low, other.value.high, other.value.unit)
    vague = is_vague(one) or is_vague(other)
    if same != vague:
        return same
    if one.told is None or other.told is None or one.span.report == other.span.report:
        return False
    first, second = (NUMBER.sub(" ", lookup.proposition(ref).span.text) for ref in (one.told, other.told))
    return same_statement(first, second).score >= SAME_BUT_FOR_THE_NUMBER


def is_part(slot: str, part: str, quantity: Quantity) -> bool:
    """Whether a figure is told as part of another, of which no row asks."""
    return quantity.subset and slot in TOLL and not part


def is_known(annotation: Annotation, quantity: Quantity, slot: str) -> bool:
    """Whether the figure only points at what is known already ("the two countries", "one of its priorities")."""
    if slot not in {"people", "count"}:
        return False
    before = annotation.report.text[max(0, quantity.span.start - 12) : quantity.span.start].casefold().split()
    after = annotation.report.text[quantity.span.end : quantity.span.end + 4].casefold().split()
    single = quantity.low == quantity.high == 1
    small = quantity.high is not None and quantity.high <= SMALL
    return (single and after[:1] == ["of"]) or (small and bool(before) and before[-1] in POINTING)


def is_vague(one: DraftReading) -> bool:
    """Whether a figure is no more than an order of size ("thousands of dollars"), which two questions easily share."""
    assert isinstance(one.value, QuantityValue)
    return one.value.high is None and not any(c.isdigit() for c in one.span.text) and one.value.low not in range(20)


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
        return found.id if found is not None else None
    if slot == "other":
        return owner_of_age(lookup, annotation, quantity)
    return happenings.telling(annotation.report.id, quantity.span, ref)


def owner_of_age(lookup: Lookup, annotation: Annotation, quantity: Quantity) -> str | None:
    """The person whose age is told: the mention that holds it, or that ends just before it ("Neu, 67")."""
    report = annotation.report.id
    close = [
        (abs(m.span.end - quantity.span.start), n)
        for n, m in enumerate(annotation.mentions)
        if m.kind == "person"
        and m.form != "pronoun"
        and (m.span.covers(quantity.span) or 0 <= quantity.span.start - m.span.end <= 3)
    ]
    return lookup.entity_of_mention(report, min(close)[1]) if close else None


def reading_of(annotation: Annotation, quantity: Quantity, told: int | None) -> DraftReading:
    """A quantity as a reading of a row, its words with what it counts."""
    span = quantity.span
    if quantity.of_span is not None and quantity.of_span.end > span.end and quantity.of_span.end - span.end < 60:
        span = annotation.report.span(min(span.start, quantity.of_span.start), quantity.of_span.end)
    proposition = annotation.propositions[told] if told is not None else None
    return DraftReading(
        value=QuantityValue(quantity.low, quantity.high, quantity.unit, quantity.of, quantity.approximate),
        span=span,
        voice=proposition.voice if proposition is not None else (),
        told=LocalRef(annotation.report.id, told) if told is not None else None,
        confidence=0.6 if quantity.additional else 0.9,
    )
