"""Ranking: what an analyst would want first. One function, its weights in one table.

A row is wanted for what it asks, for how many tell it and how early, for how near its happening and its words are to what all
reports of the story are about, and for what the rows above it do not yet tell. The weights are those of a logistic regression
that tells rows with something new which the annotators of 27 stories wanted on the first screen from all others, rounded (that
of certainty and those of questions a little by hand); each story left out in turn, it found .56 of those rows among its first
twenty where the same regression without `EARLY_WEIGHT`, `SHARED_WEIGHT` and `SAID_AGAIN_WEIGHT` found .53.
"""

from __future__ import annotations

import heapq
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from variorum.collate.forms import FORM_QUESTION
from variorum.collate.origins import COUNTRY, SITE
from variorum.encoder.words import stems, weight
from variorum.model import Annotation, Claim, Event, Span, StoryGroup

HARM, NUMBER, DATE, PARTY, ROLE = 1.2, 0.8, 0.4, -0.3, -0.7
SLOT_WEIGHT: dict[str, float] = {
    "killed": HARM, "injured": HARM, "missing": HARM, "kidnapped": HARM, "detained": HARM, "rescued": HARM, "displaced": HARM,
    "attackers": HARM, "responsibility": HARM, "weapon": HARM, "magnitude": HARM,
    "people": NUMBER, "count": NUMBER, "amount": NUMBER, "distance": NUMBER, "duration": NUMBER,
    "date": DATE, "actor": PARTY, "target": PARTY, "role": ROLE, "name": ROLE,
}  # fmt: skip
BESIDE = (
    -0.7
)  # for a row that tells something beside what happened: in what form somebody spoke, where a building stands
BESIDES = re.compile("|".join(re.escape(q).replace(r"\{\}", ".*") for q in (FORM_QUESTION, COUNTRY, SITE)))
VERDICT_WEIGHT = {"DIFFER": 1.5, "AGREE": 1.0, "SOLE": 0.0}
READING_WEIGHT = 0.7  # for each time that the number of readings grows e-fold
EARLY_WEIGHT = 1.4  # for a row that all reports of its story open with, less in step with how few tell it and how late
SHARED_WEIGHT = 1.0  # for a row all of whose words stand in all reports of its story
EVENT_WEIGHT = 0.7  # for the story's most told event, less in step with how much less another is told
SURE_WEIGHT = 0.5  # for a row of which a reading is certain, less in step with its confidence
WITHIN_WEIGHT = -0.6  # for a row all of whose readings lie in words of one row above it
SAID_AGAIN_WEIGHT = -1.3  # for a row all of whose words stand in one row above it
MOST_EACH = 400  # rows of a story: beyond it nobody reads


class Weighed(msgspec.Struct):
    """A row, the spans of its readings by report, the stems of their words with what each is worth, its own weight, and how far
    the first `seen` of the rows above tell it."""

    claim: Claim
    spans: dict[str, list[Span]]
    words: dict[str, float]
    own: float
    seen: int = 0
    within: float = 0.0
    again: float = 0.0

    @property
    def weight(self) -> float:
        """How much an analyst would want this row after those above it."""
        return self.own + WITHIN_WEIGHT * self.within + SAID_AGAIN_WEIGHT * self.again

    def see(self, above: Sequence[Weighed]) -> None:
        """Compare the row with those above it that it was not yet compared with."""
        for row in above[self.seen :]:
            self.within = max(self.within, within(self.claim, row.spans))
            self.again = max(self.again, said_again(self.words, row.words))
        self.seen = len(above)


class Surroundings:
    """What of the stories a row is weighed by: how much each event is told, how long each report is, which words it has."""

    def __init__(
        self, events: Sequence[Event], annotations: Sequence[Annotation], stories: Sequence[StoryGroup]
    ) -> None:
        self.told = {e.id: len(e.mentions) for e in events}
        self.most: dict[str, int] = {}
        for event in events:
            self.most[event.story] = max(self.most.get(event.story, 1), len(event.mentions))
        self.letters = {a.report.id: len(a.report.text) for a in annotations}
        words = {a.report.id: set(stems(a.report.text)) for a in annotations}
        self.reports = {s.id: len(s.reports) for s in stories}
        self.having = {s.id: Counter(stem for r in s.reports for stem in words[r]) for s in stories}

    def early(self, claim: Claim) -> float:
        """How many reports of its story tell a row and how early: from 0 to 1, where all open with it."""
        first: dict[str, float] = {}
        for reading in claim.readings:
            at = reading.span.start / self.letters[reading.report]
            first[reading.report] = min(at, first.get(reading.report, 1.0))
        return math.fsum(1 - at for at in first.values()) / self.reports[claim.story]

    def shared(self, claim: Claim, words: Mapping[str, float]) -> float:
        """The share of the reports of its story that have a row's words, the mean over words by what they are worth."""
        worth = math.fsum(words.values())
        having = self.having[claim.story]
        return math.fsum(w * having[s] for s, w in words.items()) / worth / self.reports[claim.story] if worth else 0.0


def ranked(
    claims: tuple[Claim, ...],
    events: tuple[Event, ...],
    annotations: Sequence[Annotation],
    stories: Sequence[StoryGroup],
) -> tuple[Claim, ...]:
    """`claims`, those first that an analyst would want first; ties by place, so that input order changes nothing."""
    around = Surroundings(events, annotations, stories)
    rows = [weighed(c, around) for c in sorted(claims, key=place)]
    left = [(-row.weight, n) for n, row in enumerate(rows)]
    heapq.heapify(left)
    first: list[Weighed] = []
    while left and len(first) < MOST_EACH:
        _, n = heapq.heappop(left)
        row = rows[n]
        row.see(first)
        if left and (-row.weight, n) > left[0]:
            heapq.heappush(
                left, (-row.weight, n)
            )  # it weighs less now: what rows above tell only ever takes from a row
        else:
            first.append(row)
    return tuple(row.claim for row in first)


def weighed(claim: Claim, around: Surroundings) -> Weighed:
    """A row with how much an analyst would want it, whatever else is told."""
    spans: dict[str, list[Span]] = {}
    for reading in claim.readings:
        spans.setdefault(reading.report, []).append(reading.span)
    words = {s: weight(s) for r in claim.readings for s in stems(r.span.text)}
    asked = {s: weight(s) for s in stems(claim.question)}
    own = (
        (BESIDE if BESIDES.fullmatch(claim.question) else SLOT_WEIGHT.get(claim.slot, 0.0))
        + VERDICT_WEIGHT[claim.verdict]
        + READING_WEIGHT * math.log(len(claim.readings))
        + EARLY_WEIGHT * around.early(claim)
        + SHARED_WEIGHT * around.shared(claim, {**asked, **words})
        + EVENT_WEIGHT * around.told.get(claim.about, 0) / around.most.get(claim.story, 1)
        + SURE_WEIGHT * max(r.confidence for r in claim.readings)
    )
    return Weighed(claim, spans, words, own)


def within(claim: Claim, above: Mapping[str, Sequence[Span]]) -> float:
    """The share of a row's readings that lie in the words, by report, of a row above it."""
    inside = sum(any(r.span.overlaps(span) for span in above.get(r.report, ())) for r in claim.readings)
    return inside / len(claim.readings)


def said_again(words: Mapping[str, float], above: Mapping[str, float]) -> float:
    """The share of what a row's words are worth that a row above it has."""
    worth = math.fsum(words.values())
    return math.fsum(w for s, w in words.items() if s in above) / worth if worth else 0.0


def place(claim: Claim) -> tuple[str, str, int, str]:
    """Where the row's first words stand."""
    first = claim.readings[0].span
    return claim.slot, first.report, first.start, claim.about
