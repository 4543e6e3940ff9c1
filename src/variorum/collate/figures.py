"""Figures: which slot a number answers (killed, injured, people, distance ...), and the row that it joins."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from variorum.collate.about import HARMING, Happenings
from variorum.collate.draft import DraftReading, DraftRow
from variorum.encoder import similarity
from variorum.encoder.statement import same_statement
from variorum.knowledge.slots import Counted, load_counted
from variorum.knowledge.units import one_measure
from variorum.model import Annotation, Cast, LocalRef, NumberSlot, Proposition, Quantity, QuantityValue
from variorum.resolve.lookup import Lookup

SMALL = 4  # with "the" before it, up to this a number points at what is known
POINTING = {"the", "these", "those", "both", "its", "their", "his", "her", "our", "whose", "all"}
SAME_NOUN = 0.8  # likeness of two nouns from which they name one kind of thing
Thing = tuple[str, str, str]  # story, slot, what is counted
Toll = tuple[str, str, str, str]  # story, happening, slot, how badly hurt
Figure = tuple[str, DraftReading]  # what it is about, and the reading
BY_FRAME: dict[str, tuple[str, NumberSlot]] = {
    "kill": ("whom", "killed"),
    "injure": ("whom", "injured"),
    "arrest": ("whom", "detained"),
    "abduct": ("whom", "kidnapped"),
    "rescue": ("whom", "rescued"),
    "evacuate": ("any", "displaced"),
}
NUMBER = re.compile(
    r"[\d.,]*\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|millions?)\b", re.I
)
SAME_BUT_FOR_THE_NUMBER = 0.6
BE = r"\W*(?:\w+\W+){0,3}?(?:is|are|was|were|be|been|being)\W+(?:\w+\W+){0,2}?"
CONDITIONS: tuple[tuple[re.Pattern[str], NumberSlot], ...] = (
    (re.compile(BE + r"(?:dead|killed)\b"), "killed"),
    (re.compile(r"\W*(?:(?:have|had|has)\W+)?(?:died|perished)\b"), "killed"),
    (
        re.compile(
            BE + r"(?:injured|wounded|hurt|hospitali[sz]ed|critical|in (?:a )?(?:critical|serious|stable) condition)\b"
        ),
        "injured",
    ),
    (
        re.compile(BE + r"(?:taken|rushed|transferred|brought|admitted|flown) to (?:\w+\W+){0,3}?hospitals?\b"),
        "injured",
    ),
    (re.compile(r"\W*(?:(?:have|had|has|who)\W+)?suffered (?:\w+\W+){0,3}?injur(?:y|ies)\b"), "injured"),
    (re.compile(r"\W*with (?:\w+\W+){0,3}?injur(?:y|ies)\b"), "injured"),
    (re.compile(BE + r"missing\b"), "missing"),
    (re.compile(BE + r"(?:arrested|detained|held|taken into custody)\b"), "detained"),
    (re.compile(BE + r"rescued\b"), "rescued"),
    (re.compile(r"\W*(?:(?:\w+\W+){0,3}?)(?:flee|fled|fleeing)\b"), "displaced"),
    (re.compile(BE + r"(?:evacuated|displaced|moved to safety|removed from|forced to (?:leave|flee))"), "displaced"),
)
CLAUSE_END = re.compile(r"[.;\n]|, (?!with)| and | while | but ")
SEVERE = (
    (
        "gravely",
        re.compile(r"\b(?:critical|critically|serious|seriously|severe|severely|grave|gravely|life-threatening)\b"),
    ),
    ("lightly", re.compile(r"\b(?:slight|slightly|minor|light|lightly)\b")),
)
SEVERITIES = {"gravely": "How many were gravely injured?", "lightly": "How many were lightly injured?"}
DYING = {"die", "perish", "succumb"}
TOLL: frozenset[NumberSlot] = frozenset(
    {"killed", "injured", "missing", "detained", "kidnapped", "rescued", "displaced"}
)
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
    question = SEVERITIES.get(thing) or QUESTIONS[slot].format(of=thing or "are there") + "?"
    joined = f"each gives a figure of {thing or slot}"
    return DraftRow(story, about, slot, question, tuple(sorted(readings, key=lambda r: r.span)), joined)  # type: ignore[arg-type]


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


def slot_of(annotation: Annotation, quantity: Quantity, told: int | None) -> NumberSlot | str | None:
    """The slot of a figure, None where it answers no question of the grid."""
    counted = load_counted()
    of = (quantity.of or "").casefold()
    proposition = annotation.propositions[told] if told is not None else None
    match quantity.nature:
        case "money" | "percent":
            return "amount"
        case "age":
            return "other"
        case "magnitude":
            return "magnitude"
        case "measure":
            unit = (quantity.unit or of).casefold()
            return "distance" if counted.is_(unit, "length") else "duration" if counted.is_(unit, "time") else "amount"
        case "ordinal" | "name":
            return None
        case _:
            pass
    by_words = state_of(annotation, quantity, counted)
    if by_words is not None:
        return by_words
    if proposition is not None and proposition.frame in BY_FRAME and in_role(quantity, proposition):
        return BY_FRAME[proposition.frame][1]
    if counted.is_(of, "time"):
        return "duration"
    if counted.is_(of, "length"):
        return "distance"
    if is_people(annotation, quantity, counted):
        return "people"
    return "count" if of else None


def state_of(annotation: Annotation, quantity: Quantity, counted: Counted) -> NumberSlot | None:
    """The slot that the words right after the number give: "dead", "wounded", "people missing", "bodies"."""
    text = annotation.report.text
    end = quantity.of_span.end if quantity.of_span else quantity.span.end
    near = text[quantity.span.end : end + 24].casefold().replace(",", " ").split(".")[0].split()
    phrase = " ".join(near[: len(text[quantity.span.end : end].split()) + 1])
    for word in phrase.split():
        slot = counted.state(word)
        if slot is not None:
            return slot
    after = text[end : end + 90].split(". ")[0].casefold()
    return next((slot for pattern, slot in CONDITIONS if pattern.match(after)), None)


def severity_of(annotation: Annotation, quantity: Quantity) -> str:
    """How badly those counted are hurt, where the words beside the figure say so: two severities are two questions."""
    end = quantity.of_span.end if quantity.of_span else quantity.span.end
    after = CLAUSE_END.split(annotation.report.text[end : end + 70])[0].casefold()
    return next((part for part, words in SEVERE if words.search(after)), "")


def in_role(quantity: Quantity, proposition: Proposition) -> bool:
    """Whether the figure counts those to whom the predicate happens (who dies, is killed, is arrested)."""
    wanted = BY_FRAME[proposition.frame or ""][0]
    if proposition.lemma in DYING or wanted == "any":
        wanted = "who" if proposition.lemma in DYING else "any"
    for argument in proposition.arguments:
        if argument.role in {"who", "whom"} and argument.span.start <= quantity.span.start < argument.span.end + 1:
            return wanted in {"any", argument.role}
    return proposition.nominal


def is_people(annotation: Annotation, quantity: Quantity, counted: Counted) -> bool:
    """Whether what is counted are persons."""
    if counted.is_((quantity.of or "").casefold(), "people"):
        return True
    span = quantity.of_span
    return span is not None and any(
        m.kind in {"person", "group"} and m.head.overlaps(span) and m.head.end == span.end for m in annotation.mentions
    )


def thing_of(quantity: Quantity) -> str:
    """What is counted, as a key that two reports can share."""
    words = (quantity.of or quantity.unit or quantity.nature).casefold().split()
    return words[-1].removesuffix("s") if words else quantity.nature


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
