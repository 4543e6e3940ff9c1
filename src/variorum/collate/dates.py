"""Dates of clauses that tell no happening: on which day something falls due, takes effect, was done by the way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from variorum.annotate.edtf import compatible, precision
from variorum.collate.about import Happenings
from variorum.collate.consensus import is_ahead, when_of
from variorum.collate.draft import DraftReading, DraftRow
from variorum.collate.questions import NUMBER
from variorum.encoder.statement import same_statement
from variorum.model import Annotation, Cast, DateValue, EventTime, Happening, LocalRef, Proposition, TimeExpression
from variorum.resolve.lookup import Lookup

SAME_BUT_FOR_THE_DATE, OF_ONE_VERB, OF_ONE_DATE = 0.6, 0.5, 0.54
ALONE, TOGETHER = 0.5, 0.9  # confidence of such readings: what one report dates by the way nobody asks for first
LONGEST = 90  # letters of the clause that a question quotes
OWNING, NOUN = re.compile(r"['’]s?\s"), re.compile(r"\s+[a-z]{3,}")
OF_THE = re.compile(r"\b(?:the|an?|its|his|her|their|this|that|our)\s+$", re.I)
LASTING = {"remain", "stay", "continue"}
UNTOLD = {"say", "tell"}  # frames of clauses whose date is that of the saying


def loose_dates(cast: Cast, lookup: Lookup, happenings: Happenings) -> dict[str, list[DraftReading]]:
    """The dates of clauses without a happening: by the deed that one tells in other words, the rest by their story."""
    deeds = [h for h in cast.happenings if h.frame == "tell"]
    found: dict[str, list[DraftReading]] = {}
    for story in cast.stories:
        told = [(h, when) for h in deeds if h.story == story.id and (when := when_of(h, lookup)) is not None]
        for one in (r for report in story.reports for r in readings_of(lookup.annotations[report], happenings)):
            likely = sorted((-likeness(one, h, when, lookup), h.id) for h, when in told)
            home = likely[0][1] if likely and likely[0][0] <= -SAME_BUT_FOR_THE_DATE else story.id
            found.setdefault(home, []).append(one)
    return found


def likeness(one: DraftReading, deed: Happening, when: EventTime, lookup: Lookup) -> float:
    """How far the clause of a date says the same as a telling of a deed by another report; 0 where their dates differ."""
    assert isinstance(one.value, DateValue)
    if one.value.edtf != when.edtf or any(ref.report == one.span.report for ref in deed.members):
        return 0.0
    ours = NUMBER.sub(" ", undated(one, lookup))
    theirs = [NUMBER.sub(" ", lookup.proposition(ref).span.text) for ref in deed.members]
    return max(same_statement(ours, clause).score for clause in theirs)


def loose_date_rows(
    cast: Cast, lookup: Lookup, happenings: Happenings, dates: dict[str, list[DraftReading]]
) -> Iterator[DraftRow]:
    """A row for each date of a clause without a happening; those of several reports whose clauses say the same are one."""
    for story in cast.stories:
        clusters: list[list[DraftReading]] = []
        for one in dates.get(story.id, ()):
            home = next((c for c in clusters if all(dates_the_same(one, other, lookup) for other in c)), None)
            if home is None:
                clusters.append([one])
            else:
                home.append(one)
        for cluster in clusters:
            yield from row_of(cluster, story.id, lookup, happenings)


def together(rows: Sequence[DraftRow], lookup: Lookup) -> list[DraftRow]:
    """Rows of dates with those as one that different reports tell of what their clauses say alike, though it was taken for two
    happenings; the row that more tell gives its question."""
    merged: list[DraftRow] = []
    for row in sorted(rows, key=lambda r: (-len({x.span.report for x in r.readings}), r.about, r.readings[0].span)):
        at = next((n for n, other in enumerate(merged) if dates_one_thing(row, other, lookup)), None)
        if at is None:
            merged.append(row)
        else:
            readings = tuple(sorted((*merged[at].readings, *row.readings), key=lambda r: r.span))
            readings = tuple(msgspec.structs.replace(r, confidence=TOGETHER) for r in readings)
            merged[at] = msgspec.structs.replace(merged[at], readings=readings)
    return merged


def dates_one_thing(one: DraftRow, other: DraftRow, lookup: Lookup) -> bool:
    """Whether two rows of other reports date one thing: some of their clauses say the same, of one verb or of one date."""
    if one.story != other.story or {r.span.report for r in one.readings} & {r.span.report for r in other.readings}:
        return False
    pairs = [(a, b) for a in one.readings for b in other.readings]
    if not all(compatible(date_of(a), date_of(b)) for a, b in pairs):
        return False
    return any(a.told and b.told and says_the_same(a, b, lookup) for a, b in pairs)


def says_the_same(one: DraftReading, other: DraftReading, lookup: Lookup) -> bool:
    """Whether the clauses of two dates say the same: less is needed where they share their verb or their date."""
    ours, theirs = clause_of(one, lookup), clause_of(other, lookup)
    needed = OF_ONE_DATE if date_of(one) == date_of(other) else SAME_BUT_FOR_THE_DATE
    if ours.lemma == theirs.lemma and not ours.nominal and not theirs.nominal:
        needed = OF_ONE_VERB
    return same_statement(undated(one, lookup), undated(other, lookup)).score >= needed


def date_of(one: DraftReading) -> str:
    """The date that a reading gives."""
    assert isinstance(one.value, DateValue)
    return one.value.edtf


def readings_of(annotation: Annotation, happenings: Happenings) -> Iterator[DraftReading]:
    """The known dates of a report's clauses that tell no happening."""
    report = annotation.report.id
    for n, told in enumerate(annotation.propositions):
        ref = LocalRef(report, n)
        if ref in happenings.of_ref or told.frame in UNTOLD or told.nominal or not told.polarity or is_state(told):
            continue
        above = LocalRef(report, told.within) if told.within is not None else ref
        if above in happenings.of_ref and happenings.of_ref[above].frame == "tell" and is_ahead(told, above):
            continue
        for argument in told.arguments:
            time = annotation.times[argument.time] if argument.time is not None else None
            if time is not None and is_known(time) and not is_of_a_noun(annotation.report.text, time):
                value = DateValue((time.edtf or "").split("T")[0])
                yield DraftReading(value, time.span, told.voice, inferred=time.inferred, told=ref)


def is_of_a_noun(text: str, time: TimeExpression) -> bool:
    """Whether a time only tells which of them a noun names, and dates nothing: "this year's rates", "fourth-quarter sales"."""
    if OWNING.match(text, time.span.end):
        return True
    return "-" in time.span.text and not time.span.text[-1].isdigit() and NOUN.match(text, time.span.end) is not None


def dated_noun(text: str, one: DraftReading) -> str | None:
    """The noun that a year dates where it stands before it ("the 2011 uprising"): the clause is not of that year."""
    before = OF_THE.search(text, max(0, one.span.start - 8), one.span.start)
    noun = NOUN.match(text, one.span.end)
    return text[before.start() : noun.end()] if before and noun and one.span.text.isdigit() else None


def is_state(told: Proposition) -> bool:
    """Whether a clause foretells that something goes on as it was, of which a weekday may be today ("to remain closed on
    Wednesday")."""
    return told.lemma in LASTING and told.span.text.startswith("to ")


def is_known(time: TimeExpression) -> bool:
    """Whether a time is a date of which the year is known."""
    if time.edtf is None or time.vague or time.kind not in {"date", "time"}:
        return False
    return "XX" not in time.edtf and precision(time.edtf) != "unknown"


def dates_the_same(one: DraftReading, other: DraftReading, lookup: Lookup) -> bool:
    """Whether two reports date the same by a clause that says the same, and their dates can be one."""
    assert isinstance(one.value, DateValue)
    assert isinstance(other.value, DateValue)
    if one.span.report == other.span.report or not compatible(one.value.edtf, other.value.edtf):
        return False
    one_verb = clause_of(one, lookup).lemma == clause_of(other, lookup).lemma
    needed = OF_ONE_VERB if one_verb else SAME_BUT_FOR_THE_DATE
    return same_statement(undated(one, lookup), undated(other, lookup)).score >= needed


def undated(one: DraftReading, lookup: Lookup) -> str:
    """The clause of a date without it."""
    told = clause_of(one, lookup)
    start = one.span.start - told.span.start
    if not told.span.covers(one.span):
        return told.span.text
    return told.span.text[:start] + told.span.text[start + len(one.span.text) :]


def clause_of(one: DraftReading, lookup: Lookup) -> Proposition:
    """The clause that a date stands in."""
    assert one.told is not None
    return lookup.proposition(one.told)


def row_of(cluster: Sequence[DraftReading], story: str, lookup: Lookup, happenings: Happenings) -> Iterator[DraftRow]:
    """The row of dates of one clause, about what the clause is about."""
    first = min(cluster, key=lambda r: (len(clause_of(r, lookup).span.text), r.span))
    about = happenings.telling(first.span.report, first.span, first.told)
    if about is not None:
        text = lookup.annotations[first.span.report].report.text
        clause = dated_noun(text, first) or " ".join(clause_of(first, lookup).span.text.split())
        cut = clause if len(clause) <= LONGEST else clause[:LONGEST].rsplit(" ", 1)[0]
        sure = TOGETHER if len(cluster) > 1 else ALONE
        ordered = tuple(msgspec.structs.replace(r, confidence=sure) for r in sorted(cluster, key=lambda r: r.span))
        yield DraftRow(
            story, about, "date", f"When was it: {cut}?", ordered, "clauses that say the same but for the date"
        )


__all__ = ["loose_date_rows", "loose_dates", "together"]
