"""Questions: figures of several reports that answer one question, though they count in other words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from variorum.collate.compare import Relation, compare_quantities
from variorum.collate.draft import DraftReading, is_vague
from variorum.collate.extents import sentence_of
from variorum.encoder import similarity
from variorum.encoder.statement import same_statement, says_as_much
from variorum.knowledge.bounds import bounds
from variorum.knowledge.slots import load_counted
from variorum.knowledge.units import one_measure, one_money
from variorum.model import LocalRef, QuantityValue
from variorum.resolve.lookup import Lookup

SAME_NOUN = 0.8  # likeness of two nouns from which they name one kind of thing
Thing = tuple[str, str, str]  # story, slot, what is counted
Figure = tuple[str, DraftReading]  # what it is about, and the reading
NUMBER = re.compile(
    r"[\d.,]*\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|millions?)\b", re.I
)
UNCOUNTED = re.compile(
    "|".join(
        rf"\b{re.escape(w)}\b"
        for w in sorted({*bounds("before"), *bounds("after")}, key=len, reverse=True)
        if w[0].isalpha()
    )
    + r"|\b(?:the|of|a|an|all|these|those|their|his|her|its|other|others|more|tens|scores|several|billions?)\b",
    re.I,
)
SAME_BUT_FOR_THE_NUMBER = 0.6
LARGE = 100  # a bound from here on is seldom another figure's by chance
ROUNDED = 1.1  # how far a figure lies above the round number that it is told to be more than
CLEARLY = 0.2  # how much nearer one cluster's clauses are than another's
BESIDES = re.compile(
    r"\balso (?!said\b|says?\b|told\b|noted\b|added\b|confirmed\b|reported\b)\w+|\b(?:another|a further|an additional)\b"
)
FAR_APART = 20  # times a figure from which another is no other telling of it
AFTER_JOINED = 50  # letters behind a joined figure in which the thing that it describes is named
TELLING = 10  # a figure above this is seldom the same by chance
NEAR_NOUN, NEAR_CLAUSE = (
    0.5,
    0.4,
)  # likeness of nouns and of clauses from which such a figure counts one thing under both


def same_question(found: Sequence[Figure], lookup: Lookup) -> list[list[Figure]]:
    """Clusters of figures of one thing: equal ones, and those whose clauses say the same but for the number."""
    clusters: list[list[Figure]] = []
    for item in sorted(found, key=lambda pair: pair[1].span):
        homes = [c for c in clusters if any(answers_alike(item[1], other, lookup) for _, other in c)]
        if is_told_twice(homes) or any(is_told_besides(item[1], other, lookup) for home in homes for _, other in home):
            homes = nearest_home(item[1], homes, lookup)
        if not homes:
            clusters.append([item])
        else:
            homes[0].append(item)
    return clusters


def is_told_twice(homes: Sequence[list[Figure]]) -> bool:
    """Whether one report gives one figure in two of these clusters: then it is told of two things."""
    told = Counter(
        entry
        for home in homes
        for entry in {(r.span.report, r.value.low, r.value.high) for _, r in home if isinstance(r.value, QuantityValue)}
    )
    return any(n > 1 for n in told.values())


def is_told_besides(one: DraftReading, other: DraftReading, lookup: Lookup) -> bool:
    """Whether a report tells a figure once more as a further one ("It also ordered 23 others to pay $1 million each")."""
    if one.span.report != other.span.report:
        return False
    annotation = lookup.annotations[one.span.report]
    sentence = sentence_of(annotation, one.span)
    return not sentence.covers(other.span) and bool(
        BESIDES.search(annotation.report.text, sentence.start, one.span.start)
    )


def nearest_home(one: DraftReading, homes: list[list[Figure]], lookup: Lookup) -> list[list[Figure]]:
    """Of clusters that a figure can belong to the one whose clauses are clearly nearest to its own, none of its own report's
    that it is told besides."""
    homes = [home for home in homes if not any(is_told_besides(one, other, lookup) for _, other in home)]
    if len(homes) < 2:
        return homes
    scored = [(max(likeness(one, other, lookup) for _, other in home), home) for home in homes]
    scored.sort(key=lambda pair: -pair[0])
    return [] if scored[0][0] - scored[1][0] < CLEARLY else [scored[0][1]]


def likeness(one: DraftReading, other: DraftReading, lookup: Lookup) -> float:
    """How far the clauses of two figures with the clauses that they hang on say the same, their numbers left out."""
    if one.told is None or other.told is None:
        return 0.0
    first, second = (NUMBER.sub(" ", clause_of(ref, lookup, whole=True)) for ref in (one.told, other.told))
    return same_statement(first, second).score


def same_but_for_the_number(one: DraftReading, other: DraftReading, lookup: Lookup) -> bool:
    """Whether the clauses of two figures say the same, their numbers left out."""
    if one.told is None or other.told is None:
        return False
    first, second = (NUMBER.sub(" ", clause_of(ref, lookup, whole=False)) for ref in (one.told, other.told))
    return says_as_much(first, second, SAME_BUT_FOR_THE_NUMBER)


def clause_of(ref: LocalRef, lookup: Lookup, *, whole: bool) -> str:
    """The words of a clause, from where the clause that it hangs on begins if that is wanted."""
    told = lookup.proposition(ref)
    if not whole or told.within is None:
        return told.span.text
    start = min(told.span.start, lookup.proposition(LocalRef(ref.report, told.within)).span.start)
    return lookup.annotations[ref.report].report.text[start : told.span.end]


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


def one_count(rows: Sequence[tuple[Thing, list[Figure]]], lookup: Lookup) -> list[tuple[Thing, list[Figure]]]:
    """Rows with those of people as one that give the same exact figure under nouns that can name the same ones ("19 others",
    "19 other defendants")."""
    merged: list[tuple[Thing, list[Figure]]] = []
    for thing, cluster in rows:
        home = next(
            (n for n, (other, some) in enumerate(merged) if counts_the_same(thing, cluster, other, some, lookup)), None
        )
        if home is None:
            merged.append((thing, list(cluster)))
        else:
            merged[home][1].extend(cluster)
    return merged


def counts_the_same(one: Thing, ours: list[Figure], other: Thing, theirs: list[Figure], lookup: Lookup) -> bool:
    """Whether two rows of people of other nouns, told by other reports, count the same ones."""
    if one[:2] != other[:2] or one[1] != "people" or one[2] == other[2]:
        return False
    if {r.span.report for _, r in ours} & {r.span.report for _, r in theirs}:
        return False
    return any(is_one_figure(a, one[2], b, other[2], lookup) for _, a in ours for _, b in theirs)


def is_one_figure(one: DraftReading, noun: str, other: DraftReading, its: str, lookup: Lookup) -> bool:
    """Whether two figures are one exact number of near nouns and clauses; a small one needs clauses that say the same."""
    assert isinstance(one.value, QuantityValue)
    assert isinstance(other.value, QuantityValue)
    low = one.value.low
    if low is None or not low == one.value.high == other.value.low == other.value.high:
        return False
    if noun.startswith("other ") != its.startswith("other ") or one.told is None or other.told is None:
        return False
    near = load_counted().is_(noun, "anyone") or load_counted().is_(its, "anyone") or similarity(noun, its) >= NEAR_NOUN
    first, second = (lookup.proposition(ref).span.text for ref in (one.told, other.told))
    return near and says_as_much(first, second, NEAR_CLAUSE if low > TELLING else SAME_BUT_FOR_THE_NUMBER)


def told_once_each(clusters: list[list[Figure]], lookup: Lookup) -> list[list[Figure]]:
    """One cluster of all, where each report gives one figure only: of a thing that nobody counts twice, one count is meant.

    Not where one is narrowed as another is not ("8,000 Canadian consumers", "two female gorillas"), nor where an order of size
    does not hold the others ("millions of consumers"), nor small ones: in one story "two coaches" and "seven coaches" are others,
    nor where they describe other things ("a 12-nation deal", "11 nations"; "a 48-page report", "a 12-page letter").
    """
    homes: dict[str, set[int]] = {}
    for n, cluster in enumerate(clusters):
        for _, reading in cluster:
            homes.setdefault(reading.span.report, set()).add(n)
    readings = [reading for cluster in clusters for _, reading in cluster]
    if len(clusters) < 2 or any(len(ns) > 1 for ns in homes.values()) or len({told_apart_by(r) for r in readings}) > 1:
        return clusters
    if any(is_vague(r) and not all(may_hold(r, o) for o in readings) for r in readings) or any(map(is_small, readings)):
        return clusters
    if not all(describe_alike(a, b, lookup) and not far_apart(a, b) for a, b in combinations(readings, 2)):
        return clusters
    return [[item for cluster in clusters for item in cluster]]


def far_apart(one: DraftReading, other: DraftReading) -> bool:
    """Whether two figures are of so different a size that they count other things ("at least 2,000", "at least 200,000")."""
    if is_vague(one) or is_vague(other):
        return False
    sizes = sorted(r.value.low or r.value.high or 0.0 for r in (one, other) if isinstance(r.value, QuantityValue))
    return sizes[-1] > FAR_APART * sizes[0] > 0


def describe_alike(one: DraftReading, other: DraftReading, lookup: Lookup) -> bool:
    """Whether neither of two figures describes a thing that its hyphen joins it to, or both one thing by a word in common."""
    ours, theirs = described(one, lookup), described(other, lookup)
    return ours == theirs if ours is None or theirs is None else bool(ours & theirs)


def described(reading: DraftReading, lookup: Lookup) -> frozenset[str] | None:
    """The words of what a figure joined to its noun describes ("a 48-page report"), None where it only counts ("48 pages")."""
    if not is_joined(reading):
        return None
    after = lookup.annotations[reading.span.report].report.text[reading.span.end :]
    return frozenset(w.casefold() for w in after[:AFTER_JOINED].split(".")[0].split()[:3])


def is_joined(reading: DraftReading) -> bool:
    """Whether a hyphen joins a figure to its noun, so that both describe another ("a 12-nation deal")."""
    noun = reading.value.of if isinstance(reading.value, QuantityValue) else None
    return noun is not None and bool(re.search(rf"\w[-–]{re.escape(noun)}$", reading.span.text, re.I))


def is_small(reading: DraftReading) -> bool:
    """Whether a figure is so small that a story easily tells another such of other things of the kind."""
    assert isinstance(reading.value, QuantityValue)
    return reading.value.high is not None and reading.value.high <= TELLING


def told_apart_by(reading: DraftReading) -> frozenset[str]:
    """The words that narrow what is counted, number and bound words left out: "female" of "at least two female gorillas"."""
    words = re.findall(r"[^\W\d_]+", UNCOUNTED.sub(" ", NUMBER.sub(" ", reading.span.text)).casefold())
    return frozenset(words[:-1])


def may_hold(vague: DraftReading, other: DraftReading) -> bool:
    """Whether an order of size and another figure can be one number."""
    assert isinstance(vague.value, QuantityValue)
    assert isinstance(other.value, QuantityValue)
    return compare_quantities(vague.value, other.value).relation is not Relation.EXCLUDES


def answers_alike(one: DraftReading, other: DraftReading, lookup: Lookup) -> bool:
    """Whether two figures of one thing answer one question."""
    assert isinstance(one.value, QuantityValue)
    assert isinstance(other.value, QuantityValue)
    money = one_money(one.value.unit, other.value.unit)
    if not money and not one_measure(one.value.unit, other.value.unit):
        return False
    same = (one.value.unit == other.value.unit or money) and is_one_number(one.value, other.value)
    vague = is_vague(one) or is_vague(other)
    ours, theirs = told_apart_by(one), told_apart_by(other)
    if one.value.of and other.value.of and is_small(one) and is_small(other):
        if ours and theirs and not ours & theirs:  # two first-class passengers, two unruly passengers
            return same_but_for_the_number(one, other, lookup)
        if not same and bool(ours) != bool(theirs):  # three gorillas, two female gorillas
            return False
    if same != vague:
        return same
    if one.span.report != other.span.report and is_rounded_bound(one, other):
        return True
    if one.span.report == other.span.report:
        return False
    if (
        one.value.of and other.value.of and ours and theirs and not ours & theirs
    ):  # credit card numbers, telephone numbers
        return False
    return same_but_for_the_number(one, other, lookup)


def is_one_number(one: QuantityValue, other: QuantityValue) -> bool:
    """Whether two figures are equal, or a large one is the bound of the other ("$20 billion", "as much as $20 billion")."""
    if (one.low, one.high) == (other.low, other.high):
        return True
    exact, bound = (one, other) if one.low == one.high else (other, one)
    end = bound.high if bound.low is None else bound.low if bound.high is None else None
    return end is not None and abs(end) >= LARGE and exact.low == exact.high == end


def is_rounded_bound(one: DraftReading, other: DraftReading) -> bool:
    """Whether a large count is told by one exactly, by the other as more than a round number just below it, of one kind of
    thing ("209,000 credit card numbers", "more than 200,000 credit card numbers")."""
    assert isinstance(one.value, QuantityValue)
    assert isinstance(other.value, QuantityValue)
    exact, bound = (one.value, other.value) if one.value.low == one.value.high else (other.value, one.value)
    least, told = bound.low, exact.low
    if least is None or told is None or told != exact.high or bound.high is not None or least < LARGE:
        return False
    return least <= told <= ROUNDED * least and bool(told_apart_by(one) & told_apart_by(other))
