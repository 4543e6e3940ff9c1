"""Stories: annotations -> groups of reports that tell the same happening or its direct sequel.

Two reports are as near as their words, weighed by rarity (names more), and as the sense of their leads. Where both say
on which days and in which countries it happened, and differ, they are that much farther apart, as where both open with one
kind of harm on other weekdays; a little where their leads only name other weekdays or months. In a large
batch, nearness is measured against how near each report's neighbours are at all. Groups grow by average linkage, so that one
report between two stories does not make them one. One threshold for every batch, from two reports up. Measured by
`python -m evals grouping`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from variorum.encoder import DIGITS, encode, similarity
from variorum.model import Annotation, Report, StoryGroup
from variorum.resolve.sketches import Sketch, background, sketch_of, sketch_of_report

Matrix = npt.NDArray[np.float64]

THRESHOLD = 0.48
"""Nearness from which reports and groups are one story."""
WORDS, SENSE = 0.6, 0.4
"""What shared rare words and the sense of the leads count; together 1."""
CONTRAST, NEIGHBOUR = 1.0, 15
"""How much counts by which a pair is nearer than each is to its neighbour of this rank."""
USUAL, CLOSEST = 0.05, 0.4
"""Nearness of that neighbour taken for granted in a small batch, and the most that counts in a batch of one story."""
SAME_NAME_AND_DAY, RELATED = 0.35, 0.3
"""What is added where openings share a rare name and the day, and how near in sense they must be."""
OTHER_DAY, OTHER_DATE, OTHER_COUNTRY = 1.6, 0.3, 1.2
"""What is taken off where both texts tell days more than SAME_DAYS apart or open with one kind of harm on other weekdays, where
only publication says that days differ, and where the countries differ and no rarely named one is in both openings."""
WEEKDAY, MONTH = 0.1, 0.2
"""What is taken off where the leads name other weekdays (and added where they share one), and other months."""
SEQUEL_DAYS = 45
"""Days after which a report can still be a sequel, where both are about the same rarely named person or body."""
SAME_DAYS = WEEK = 7
"""Days over which a story and its sequels run."""


def group(annotations: Sequence[Annotation]) -> tuple[StoryGroup, ...]:
    """The stories of `annotations`, each report in exactly one. The input's order changes nothing."""
    return grouped([sketch_of(a) for a in sorted(annotations, key=lambda a: a.report.id)])


def group_reports(reports: Sequence[Report]) -> tuple[StoryGroup, ...]:
    """The same from texts that were not annotated."""
    return grouped([sketch_of_report(r) for r in sorted(reports, key=lambda r: r.id)])


def grouped(sketches: Sequence[Sketch]) -> tuple[StoryGroup, ...]:
    """The stories over `sketches`, which are sorted by report; ids in the order of their reports."""
    if len(sketches) < 2:
        return tuple(StoryGroup("s1", (s.report,), reason([s], {})) for s in sketches)
    weights = background([s.counts for s in sketches])
    near = contrasted(nearness(sketches, weights)) - against(sketches)
    stories = sorted(sorted(members) for members in average_linkage(near))
    return tuple(
        StoryGroup(f"s{n}", tuple(sketches[i].report for i in members), reason([sketches[i] for i in members], weights))
        for n, members in enumerate(stories, 1)
    )


def nearness(sketches: Sequence[Sketch], weights: dict[str, float]) -> Matrix:
    """How near each two reports are in words and in the sense of their leads, from 0 to 1."""
    words = word_matrix(sketches, weights)
    leads: Matrix = np.array([encode(s.lead) for s in sketches], dtype=np.float64)
    near: Matrix = np.round(WORDS * (words @ words.T) + SENSE * np.maximum(leads @ leads.T, 0.0), DIGITS)
    return near


def word_matrix(sketches: Sequence[Sketch], weights: dict[str, float]) -> Matrix:
    """A row a report, a column a stem that two reports share, rows of length 1 (before unshared stems are dropped)."""
    held = Counter(stem for s in sketches for stem in s.counts)
    columns = {stem: n for n, stem in enumerate(sorted(s for s, count in held.items() if count > 1))}
    matrix = np.zeros((len(sketches), len(columns)))
    for row, sketch in enumerate(sketches):
        for stem, value in sketch.vector(weights).items():
            if stem in columns:
                matrix[row, columns[stem]] = value
    return matrix


def contrasted(near: Matrix) -> Matrix:
    """Nearness, raised where a pair is nearer than its neighbours are, lowered where all are near."""
    size = len(near)
    if size <= NEIGHBOUR:
        usual = np.full(size, USUAL)
    else:
        others = near - 2 * np.eye(size)
        usual = np.minimum(np.sort(others, axis=1)[:, -NEIGHBOUR], CLOSEST)
    raised: Matrix = near + CONTRAST * (near - (usual[:, None] + usual[None, :]) / 2)
    return raised


def against(sketches: Sequence[Sketch]) -> Matrix:
    """What is taken off for each pair whose days or countries differ; less than 0 where both tell one day."""
    size = len(sketches)
    cost = np.zeros((size, size))
    for i, one in enumerate(sketches):
        for j in range(i):
            cost[i, j] = cost_of(one, sketches[j])
    return cost + cost.T


def cost_of(one: Sketch, other: Sketch) -> float:
    """What is taken off the nearness of two reports."""
    cost = 0.0
    days_apart = one.days_from(other)
    if days_apart is not None and days_apart > SAME_DAYS:
        told = one.tells_days and other.tells_days
        sequel = days_apart <= SEQUEL_DAYS and one.shares_a_party(other)
        cost += OTHER_DAY if told and not sequel else OTHER_DATE
    elif harmed_on_other_days(one, other):
        cost += OTHER_DAY
    elsewhere = bool(one.countries and other.countries) and not one.countries & other.countries
    if elsewhere and not one.opening_names & other.opening_names and not one.shares_a_party(other):
        cost += OTHER_COUNTRY
    if not cost and same_name_and_day(one, other):
        cost -= SAME_NAME_AND_DAY
    if one.lead_weekdays and other.lead_weekdays:
        cost += -WEEKDAY if one.lead_weekdays & other.lead_weekdays else WEEKDAY
    if one.lead_months and other.lead_months and not one.lead_months & other.lead_months:
        cost += MONTH
    return cost


def harmed_on_other_days(one: Sketch, other: Sketch) -> bool:
    """Whether the openings tell one kind of harm ("launched", "exploded") on weekdays of which no two are the same or next to
    each other: a day's difference may be the clock's."""
    apart = [
        min((day - another) % WEEK, (another - day) % WEEK) > 1
        for frame, day in one.harms
        for same, another in other.harms
        if same == frame
    ]
    return bool(apart) and all(apart)


def same_name_and_day(one: Sketch, other: Sketch) -> bool:
    """Whether the openings share a rare name, tell the same day or weekday, and are at all near in sense."""
    if not one.opening_names & other.opening_names:
        return False
    same_day = (one.tells_days and other.tells_days and one.days_from(other) == 0) or one.weekdays & other.weekdays
    return bool(same_day) and similarity(one.lead, other.lead) >= RELATED


def average_linkage(near: Matrix) -> list[list[int]]:
    """Groups of rows: the two nearest are joined, over and over, while their mean nearness reaches the threshold."""
    links = np.round(near, 6)
    np.fill_diagonal(links, -np.inf)
    groups: dict[int, list[int]] = {n: [n] for n in range(len(near))}
    nearest, value = links.argmax(axis=1), links.max(axis=1)
    while len(groups) > 1:
        one = int(value.argmax())
        other = int(nearest[one])
        if value[one] < THRESHOLD:
            break
        first, second = len(groups[one]), len(groups[other])
        mean = (first * links[one] + second * links[other]) / (first + second)
        links[one], links[:, one] = mean, mean
        links[one, one] = -np.inf
        links[other], links[:, other] = -np.inf, -np.inf
        groups[one] += groups.pop(other)
        stale = [n for n in groups if n == one or nearest[n] in (one, other)]
        nearest[stale], value[stale] = links[stale].argmax(axis=1), links[stale].max(axis=1)
        closer = links[:, one] > value
        nearest[closer], value[closer] = one, links[closer, one]
        value[other] = -np.inf
    return list(groups.values())


def reason(sketches: Sequence[Sketch], weights: dict[str, float]) -> str:
    """Why the reports of a story are together, in words."""
    if len(sketches) == 1:
        return "no other report tells the same happening"
    parts = []
    if places := shared([s.places for s in sketches]):
        parts.append(f"same place {places[0]}")
    if days := shared([s.days for s in sketches]):
        parts.append(f"same day {days[0]}")
    if names := shared([s.names for s in sketches]):
        shown = sorted(names, key=lambda n: (-sum(weights.get(w, 0.0) for w in n.lower().split()), n))[:3]
        parts.append(f"{len(names)} shared name{'s' if len(names) > 1 else ''} ({', '.join(shown)})")
    return ", ".join(parts) or "near in words and in the sense of their openings"


def shared(sets: Sequence[frozenset[str]]) -> list[str]:
    """What more than half of the reports have, the most shared first."""
    counts = Counter(item for found in sets for item in sorted(found))
    ranked = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
    return [item for item, count in ranked if count * 2 > len(sets) and count > 1]
