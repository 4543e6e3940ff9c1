"""Dates of clauses that tell no happening: on which day something falls due, takes effect, was done by the way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from variorum.annotate.edtf import bounds, compatible, contains, precision
from variorum.collate.about import Happenings
from variorum.collate.compare import nearly_one_hour
from variorum.collate.consensus import is_ahead, when_of
from variorum.collate.draft import DraftReading, DraftRow
from variorum.collate.extents import sentence_without
from variorum.collate.matching import HELD, spread
from variorum.collate.questions import NUMBER
from variorum.encoder.statement import same_statement, says_as_much
from variorum.model import Annotation, Cast, DateValue, EventTime, Happening, LocalRef, Proposition, TimeExpression
from variorum.resolve.lookup import Lookup

SAME_BUT_FOR_THE_DATE, OF_ONE_VERB, OF_ONE_DATE = 0.6, 0.5, 0.54
# Likeness of the sentences of two equal dates: of years on end, of one who acts, of a date that each tells once, of others.
OF_PERIOD, OF_ONE_WHO, OF_THAT_ONE, OF_EQUAL = 0.2, 0.27, 0.33, 0.4
OF_FITTING, OF_SAYING = 0.5, 0.6  # the same of a date that holds the other, and of the days of sayings
COARSE = 0.05  # what more is needed where only a year is told
WEEK, QUARTER, YEAR = 7, 93, 367
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
    """How far the clause of a date says the same as a telling of a deed by another report; 0 where their dates differ or it says
    something else."""
    assert isinstance(one.value, DateValue)
    if one.value.edtf != when.edtf or any(ref.report == one.span.report for ref in deed.members):
        return 0.0
    ours = NUMBER.sub(" ", undated(one, lookup))
    theirs = [NUMBER.sub(" ", lookup.proposition(ref).span.text) for ref in deed.members]
    alike = [clause for clause in theirs if says_as_much(ours, clause, SAME_BUT_FOR_THE_DATE)]
    return max((same_statement(ours, clause).score for clause in alike), default=0.0)


def loose_date_rows(
    cast: Cast, lookup: Lookup, happenings: Happenings, dates: dict[str, list[DraftReading]]
) -> Iterator[DraftRow]:
    """A row for each date of a clause without a happening; those of several reports whose clauses say the same are one."""
    for story in cast.stories:
        clusters: list[list[DraftReading]] = []
        for one in dates.get(story.id, ()):
            home = next(
                (c for c in clusters if all(dates_the_same(one, other, lookup) for other in spread(c, HELD))), None
            )
            if home is None:
                clusters.append([one])
            else:
                home.append(one)
        for cluster in clusters:
            yield from row_of(cluster, story.id, lookup, happenings)


def dates_alike(one: DraftReading, other: DraftReading, lookup: Lookup) -> float:
    """How far two dates are told of one thing, 0 where nothing says so, or where two named ones say it."""
    if are_sayings_of_others(one, other, lookup):
        return 0.0
    if says_the_same(one, other, lookup):
        return 1.0 + same_statement(undated(one, lookup), undated(other, lookup)).score
    needed = sentence_needed(one, other, lookup)
    if needed is None:
        return 0.0
    first, second = (sentence_without(lookup.annotations[r.span.report], r.span) for r in (one, other))
    score = same_statement(first, second).score
    return score if score >= needed else 0.0


def are_sayings_of_others(one: DraftReading, other: DraftReading, lookup: Lookup) -> bool:
    """Whether two dates are of sayings of two named ones: "Mira Lendal said on Wednesday", "Jonas Lendal said on Wednesday"."""
    ours, theirs = acting(one, lookup), acting(other, lookup)
    said = UNTOLD & {clause_of(one, lookup).lemma, clause_of(other, lookup).lemma}
    return bool(said and ours and theirs) and not ours & theirs


def sentence_needed(one: DraftReading, other: DraftReading, lookup: Lookup) -> float | None:
    """How alike the sentences of two dates must be: less where these are equal, still less where each report tells that date
    once, least where one who is named acts in both clauses. None where others do, where somebody's saying is dated and nothing
    tells that it is the same one's, or where a longer time only holds the other."""
    first, second = date_of(one), date_of(other)
    ours, theirs = acting(one, lookup), acting(other, lookup)
    if ours and theirs and not ours & theirs:
        return None
    if UNTOLD & {clause_of(one, lookup).lemma, clause_of(other, lookup).lemma} and not ours & theirs:
        return OF_SAYING if is_one_time(first, second) else None
    if is_one_time(first, second):
        if ours & theirs and precision(first) == "day":
            return OF_ONE_WHO
        if is_within(first, QUARTER) is False:
            return OF_PERIOD
        once = is_told_once(one, lookup) and is_told_once(other, lookup) and is_within(first, WEEK) is None
        return (OF_THAT_ONE if once else OF_EQUAL) + COARSE * (precision(first) == "year")
    narrow = all(
        ("X" not in d and precision(d) not in {"interval", "unknown"}) or is_within(d, QUARTER) for d in (first, second)
    )
    return OF_FITTING if narrow else None


def is_one_time(one: str, other: str) -> bool:
    """Whether two dates are the same, though one tells months where the other tells years ("from 2016 to 2018")."""
    if "XX" in one + other or precision(one) == "unknown":
        return one == other != "XXXX-XX-XX"
    return bounds(one) == bounds(other)


def is_within(edtf: str, days: int) -> bool | None:
    """Whether a date is an interval of so many days at most ("last week", "this weekend"); None where it is no interval."""
    if precision(edtf) != "interval":
        return None
    start, end = bounds(edtf)
    return start is not None and end is not None and (end - start).days < days


def lasts_years(edtf: str) -> bool:
    """Whether a date is a length of time of more than a year, or without an end."""
    return is_within(edtf, YEAR) is False


def is_told_once(one: DraftReading, lookup: Lookup) -> bool:
    """Whether the report of a date tells it in no other place."""
    times = lookup.annotations[one.span.report].times
    return sum(t.edtf is not None and t.edtf.split("T")[0] == date_of(one) for t in times) == 1


def acting(one: DraftReading, lookup: Lookup) -> set[str]:
    """The named ones who act in the clause of a date."""
    return {e for _, e in lookup.fillers(one.told, "who") if lookup.is_named(e)} if one.told is not None else set()


def says_the_same(one: DraftReading, other: DraftReading, lookup: Lookup) -> bool:
    """Whether the clauses of two dates say the same: less is needed where they share their verb or their date."""
    ours, theirs = clause_of(one, lookup), clause_of(other, lookup)
    needed = OF_ONE_DATE if date_of(one) == date_of(other) else SAME_BUT_FOR_THE_DATE
    if ours.lemma == theirs.lemma and not ours.nominal and not theirs.nominal:
        needed = OF_ONE_VERB
    return says_as_much(undated(one, lookup), undated(other, lookup), needed)


def can_be_one_date(one: DraftReading, other: DraftReading) -> bool:
    """Whether two dates can be one; of two lengths of time, one must lie within the other ("from 2000 to 2006" is not "from
    2006 to 2012")."""
    first, second = date_of(one), date_of(other)
    if precision(first) == precision(second) == "interval" and not (contains(first, second) or contains(second, first)):
        return False
    return compatible(first, second) or nearly_one_hour(first, second)


def date_of(one: DraftReading) -> str:
    """The date that a reading gives."""
    assert isinstance(one.value, DateValue)
    return one.value.edtf


def readings_of(annotation: Annotation, happenings: Happenings) -> Iterator[DraftReading]:
    """The known dates of a report's clauses that tell no happening, each of the clause that it stands nearest to."""
    report = annotation.report.id
    nearest = nearest_clauses(annotation)
    for n, told in enumerate(annotation.propositions):
        ref = LocalRef(report, n)
        if ref in happenings.of_ref or told.frame in UNTOLD or told.nominal or not told.polarity or is_state(told):
            continue
        above = LocalRef(report, told.within) if told.within is not None else ref
        if above in happenings.of_ref and happenings.of_ref[above].frame == "tell" and is_ahead(told, above):
            continue
        for argument in told.arguments:
            time = annotation.times[argument.time] if argument.time is not None else None
            if time is None or nearest[argument.time or 0] != n:
                continue
            if is_known(time) and not is_of_a_noun(annotation.report.text, time):
                value = DateValue((time.edtf or "").split("T")[0])
                yield DraftReading(value, time.span, told.voice, inferred=time.inferred, told=ref)


def nearest_clauses(annotation: Annotation) -> dict[int, int]:
    """Of each time that dates a clause the one, of several that it dates, whose verb or event noun it stands nearest to."""
    found: dict[int, tuple[int, int]] = {}
    for n, told in enumerate(annotation.propositions):
        for argument in told.arguments:
            if argument.time is not None:
                apart = abs(argument.span.start - told.predicate.start), n
                found[argument.time] = min(apart, found.get(argument.time, apart))
    return {time: n for time, (_, n) in found.items()}


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
    if one.span.report == other.span.report or not can_be_one_date(one, other):
        return False
    one_verb = clause_of(one, lookup).lemma == clause_of(other, lookup).lemma
    needed = OF_ONE_VERB if one_verb else SAME_BUT_FOR_THE_DATE
    return says_as_much(undated(one, lookup), undated(other, lookup), needed)


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
    doers = acting(first, lookup) if lasts_years(date_of(first)) else set()
    about = doers.pop() if len(doers) == 1 else happenings.telling(first.span.report, first.span, first.told)
    if about is not None:
        text = lookup.annotations[first.span.report].report.text
        clause = dated_noun(text, first) or " ".join(clause_of(first, lookup).span.text.split())
        cut = clause if len(clause) <= LONGEST else clause[:LONGEST].rsplit(" ", 1)[0]
        sure = TOGETHER if len(cluster) > 1 else ALONE
        ordered = tuple(msgspec.structs.replace(r, confidence=sure) for r in sorted(cluster, key=lambda r: r.span))
        yield DraftRow(
            story, about, "date", f"When was it: {cut}?", ordered, "clauses that say the same but for the date"
        )


__all__ = ["TOGETHER", "can_be_one_date", "date_of", "dates_alike", "lasts_years", "loose_date_rows", "loose_dates"]
