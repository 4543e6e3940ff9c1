"""Foremost: what the reports of a story tell first, and in words that can be read by themselves."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from variorum.encoder.words import stems
from variorum.model import Annotation, Event, Proposition, Report, Span

TOP = 400  # letters of a report's body that say what it is about: its first sentence or two
FEWEST, MOST = 4, 170  # words of a clause that says enough, letters of one that is not too long for a summary
HEADLINE, LEAD, BODY = 1.0, 0.8, 0.3  # what a telling weighs for what a report is about, by where it stands
FRAGMENT, QUOTED = (
    0.6,
    0.3,
)  # times that, of a telling that cannot be read by itself ("to flee"), of one in somebody's words
OFTEN = 0.1  # what it weighs that an event is told twice as often
KNOWN = 0.3  # what it weighs that the day of an event is known, and its place
LONG = 4  # letters of a stem that may carry sense
WORDS = 6  # content words of a clause that says enough of what the tops say
POINTING = re.compile(
    r"(?:i|we|you|he|she|it|they|this|that|these|those|there|who|which|what|where|when|while|as|if|to|my|our|your|his|her|its|"
    r"their|here|and|but|or|so|such|both|one|some|others?|another|the (?:two|pair|former|latter|same|other))\b",
    re.IGNORECASE,
)
POINTING_WITHIN = re.compile(r"\b(?:them|him|they|he|she|we|i|me|us|you)\b", re.IGNORECASE)
ENDED = re.compile(
    r"\s*(?:$|[.,;:!?)\"”’—–-]|\n|"
    r"(?:and|but|after|before|when|as|while|because|since|amid|in|on|at|by|with|for|following|\w+ed by)\b)"
)
UNFINISHED = re.compile(r"\bto\s+(?:\w+ly\s+)?(?:be |have )?$", re.IGNORECASE)
HELPER = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|’s|’re|'s|'re)\b[\w\s]{0,20}$", re.IGNORECASE
)


class Foremost:
    """What the reports of one story tell in their headlines and first sentences.

    Args:
        annotations: of the story's reports.
    """

    def __init__(self, annotations: Sequence[Annotation]) -> None:
        self._headline = {a.report.id: headline_of(a.report) for a in annotations}
        self._lead_end = {a.report.id: body_of(a.report) + TOP for a in annotations}
        self._standing = {p.span for a in annotations for p in a.propositions if stands_alone(p, a)}
        self._quoted = {a.report.id: [q.content for q in a.quotations if q.mode == "direct"] for a in annotations}
        self._figures = {a.report.id: figures_in(a.report.text) for a in annotations}
        self._told = Counter(
            word for a in annotations for word in words_in(a.report.text[: self._lead_end[a.report.id]])
        )

    def main(self, events: Sequence[Event]) -> Event:
        """The event that the story is about, of one at least: the weightiest that several reports tell, else of all; of several
        the most told."""
        return max(events, key=lambda e: (len({m.report for m in e.mentions}) > 1, self.weight(e), len(e.mentions)))

    def weight(self, event: Event) -> float:
        """How far the reports are about an event: for each of them where it is told nearest the top, and whether in a clause that
        can be read by itself; more of one that is told often, and of one whose day and place are known."""
        by_report: dict[str, float] = {}
        for one in event.mentions:
            place = HEADLINE if self.heads(one) else LEAD if self.leads(one) else BODY
            by_report[one.report] = max(by_report.get(one.report, 0.0), place * self.part(one))
        known = (event.when is not None) + (event.where is not None)
        told = any(one in self._standing or self.heads(one) for one in event.mentions)
        often = OFTEN * math.log2(len(event.mentions))
        return round(sum(by_report.values()) + KNOWN * known * told + often, 6)

    def part(self, telling: Span) -> float:
        """What part of its weight a telling has by its words."""
        if any(quoted.covers(telling) for quoted in self._quoted[telling.report]):
            return QUOTED
        return 1.0 if telling in self._standing else FRAGMENT

    def words_for(self, event: Event) -> Span | None:
        """Words for an event that can be read by themselves: a clause that tells it, or the headline of which one is the greater
        part, of the first sentences before one further down, that says most of what the reports say first. They hold no figure
        that a report of the event does not print. None where there are none."""
        headlines = {
            h
            for m in event.mentions
            if (h := self._headline[m.report]) is not None and h.covers(m) and 2 * len(m.text) >= len(h.text)
        }
        printed = [self._figures[report] for report in {m.report for m in event.mentions}]
        every = frozenset.intersection(*printed)
        return self.best(t for t in (*headlines, *self.standing(event.mentions)) if figures_in(t.text) <= every)

    def best(self, tellings: Iterable[Span]) -> Span | None:
        """Of tellings the one that says most of what the reports say first, one that stands there itself before others."""
        return min(
            tellings, key=lambda t: (not (self.heads(t) or self.leads(t)), -self.shared(t.text), t), default=None
        )

    def standing(self, tellings: Iterable[Span]) -> list[Span]:
        """Those of tellings that can be read by themselves."""
        return [t for t in tellings if t in self._standing]

    def shared(self, text: str) -> float:
        """How much of a text the tops of the reports have in common with it: the mean over its content words of how many tell
        them, less for a text of few."""
        words = words_in(text)
        return sum(self._told[w] for w in words) / max(len(words), WORDS)

    def heads(self, telling: Span) -> bool:
        """Whether a telling stands in a headline."""
        headline = self._headline[telling.report]
        return headline is not None and headline.covers(telling)

    def leads(self, telling: Span) -> bool:
        """Whether a telling stands in the first sentences."""
        return telling.start < self._lead_end[telling.report]


def headline_of(report: Report) -> Span | None:
    """The headline of a report, None where it has none."""
    return next((report.span(b.start, b.end) for b in report.blocks if b.role == "headline"), None)


def body_of(report: Report) -> int:
    """Where the body of a report begins."""
    return min((b.start for b in report.blocks if b.role in {"standfirst", "body"}), default=0)


def words_in(text: str) -> set[str]:
    """The stems of a text's longer words."""
    return {s for s in stems(text) if len(s) >= LONG}


def stands_alone(told: Proposition, annotation: Annotation) -> bool:
    """Whether the report itself says in a clause who did what, in words that need nothing that stands around them: the subject is
    no pronoun, the verb is finite, the clause is not cut, nor too long."""
    words = told.span.text
    if told.nominal or told.frame == "say" or told.status == "hypothetical" or told.voice:
        return False
    if told.part_of_utterance is not None or not ENDED.match(annotation.report.text, told.span.end):
        return False
    if len(words.split()) < FEWEST or len(words) > MOST or POINTING.match(words.lstrip("“”\"'‘’ ")):
        return False
    if POINTING_WITHIN.search(words) or not pairs(words):
        return False
    subject = any(a.role in {"who", "whom"} and a.span.start == told.span.start for a in told.arguments)
    before = words[: told.predicate.start - told.span.start]
    bare = told.predicate.text.casefold().endswith("ing") and not HELPER.search(before.rstrip())
    return subject and not bare and not UNFINISHED.search(before)


def figures_in(text: str) -> frozenset[str]:
    """The figures of a text as printed, without ordinals and ages."""
    return frozenset(re.findall(r"(?<![\w.])\d[\d.,]*(?!\w)", text))


def pairs(words: str) -> bool:
    """Whether quotation marks and brackets pair."""
    return words.count('"') % 2 == 0 and words.count("“") == words.count("”") and words.count("(") == words.count(")")


__all__ = ["Foremost", "words_in"]
