"""What a telling is about: the happening that a figure, a date or a clause belongs to."""

from __future__ import annotations

import re
from collections import Counter

from variorum.model import ONE_OF_SEVERAL, Cast, Happening, LocalRef, Quotation, Span
from variorum.resolve.happenings import rules_out
from variorum.resolve.lookup import Lookup
from variorum.resolve.traits import HARM, Traits, merged, traits_of

# What does people harm, so that a toll belongs to it.
HARMING = HARM - {"launch"}
RELATIVE = re.compile(r"(?:who|which|that)\b", re.I)
GOING_ON = 400  # letters between what somebody is told to say and more of his words


class Happenings:
    """Which happening each proposition tells, and the main one of each story."""

    def __init__(self, cast: Cast, lookup: Lookup) -> None:
        self.lookup = lookup
        self.by_id = {h.id: h for h in cast.happenings}
        self.of_ref: dict[LocalRef, Happening] = {ref: h for h in cast.happenings for ref in h.members}
        self.story_of = {report: s.id for s in cast.stories for report in s.reports}
        self._main: dict[str, Happening] = {}
        self._told: dict[str, Traits] = {}
        self._first: dict[str, Happening] = {}
        for happening in cast.happenings:  # the most told first
            self._first.setdefault(happening.story, happening)
            if happening.frame in HARMING:
                self._main.setdefault(happening.story, happening)
        self._in_report: dict[str, list[tuple[Span, Happening]]] = {}
        for happening in cast.happenings:
            for ref in happening.members:
                at = (lookup.proposition(ref).predicate, happening)
                self._in_report.setdefault(ref.report, []).append(at)
        for some in self._in_report.values():
            some.sort(key=lambda pair: pair[0])

    def main(self, story: str) -> Happening | None:
        """The most told harming happening of a story."""
        return self._main.get(story)

    def scene(self, report: str) -> str | None:
        """The place that the reports of the story name most, for a toll told with no happening."""
        story, votes = self.story_of[report], Counter[str]()
        for entity in self.lookup.entities.values():
            if entity.kind == "place":
                votes[entity.id] += sum(
                    len(self.lookup.annotations[m.report].entities[m.index].mentions)
                    for m in entity.members
                    if self.story_of.get(m.report) == story
                )
        return min((e for e in votes if votes[e]), key=lambda e: (-votes[e], e), default=None)

    def telling(self, report: str, span: Span, ref: LocalRef | None) -> str | None:
        """What a figure or clause at `span` is about: the happening its clause tells, the one a relative clause describes;
        else the happening that the clause stands in, else the saying of somebody's words, else the entity that is its subject,
        else a happening of its sentence, else the story's most told one."""
        propositions = self.lookup.annotations[report].propositions
        described = self.described(ref) if ref is not None and ref not in self.of_ref else None
        if described is not None:
            return described
        at = ref.index if ref is not None else None
        seen: set[int] = set()
        while at is not None and at not in seen:
            seen.add(at)
            found = self.of_ref.get(LocalRef(report, at))
            if found is not None:
                return found.id
            at = propositions[at].within
        saying = self.saying(ref) if ref is not None else None
        if saying is not None:
            return saying.id
        if ref is not None:
            for argument in propositions[ref.index].arguments:
                entity = self.lookup.entity_of(report, argument)
                if argument.role in {"who", "whom"} and entity is not None and not argument.span.covers(span):
                    return entity
        sentence = next((s for s in self.lookup.annotations[report].sentences if s.covers(span)), span)
        inside = [(abs(p.start - span.start), h) for p, h in self._in_report.get(report, []) if sentence.covers(p)]
        if inside:
            best = min(inside, key=lambda x: (x[0], x[1].id))
            return None if [distance for distance, _ in inside].count(best[0]) > 1 else best[1].id
        first = self._first.get(self.story_of[report])
        return first.id if first is not None else None

    def described(self, ref: LocalRef) -> str | None:
        """The entity before a relative clause in the present, which says what it is or does as a rule: "the board, which oversees
        the ports"; None for any other clause."""
        told = self.lookup.proposition(ref)
        as_a_rule = told.predicate.text.casefold() in {told.lemma, f"{told.lemma}s", "is", "are", "has"}
        if told.nominal or not as_a_rule or RELATIVE.match(told.span.text) is None:
            return None
        return next((e for a, e in self.lookup.fillers(ref, "who") if a.span.end <= told.span.start), None)

    def named_by(self, noun: Span) -> Happening | None:
        """The happening that an event noun tells."""
        return next((h for p, h in self._in_report.get(noun.report, []) if p.covers(noun)), None)

    def saying(self, ref: LocalRef) -> Happening | None:
        """The happening of saying the words that the clause `ref` is part of; of words without a verb of saying that of what the
        same one says just before them; None where no saying of them is told."""
        quotations = self.lookup.annotations[ref.report].quotations
        said = self.lookup.proposition(ref).part_of_utterance
        if said is None:
            return None
        words, told = quotations[said], quotations[said]
        if words.cue is None:
            before = [q for q in quotations if q.cue and 0 <= words.content.start - q.content.end < GOING_ON]
            told = before[-1] if before else words
            who = self.speaker(ref.report, told)
            if who is None or who != self.speaker(ref.report, words):
                return None
        cue = told.cue
        return next((h for p, h in self._in_report.get(ref.report, []) if cue is not None and cue.covers(p)), None)

    def speaker(self, report: str, quotation: Quotation) -> str | None:
        """Who says the words of a quotation."""
        return self.lookup.entity_of(report, quotation.voice[0]) if quotation.voice else None

    def harming(self, ref: LocalRef) -> Happening | None:
        """The harming happening that the proposition `ref` (a death, an injury, a figure) belongs to.

        It climbs through the clauses that hold it, then takes one told in its sentence, the nearest to its left, and last
        the nearest before it in the report.
        """
        propositions = self.lookup.annotations[ref.report].propositions
        at: int | None = ref.index
        seen: set[int] = set()
        while at is not None and at not in seen:
            seen.add(at)
            found = self.of_ref.get(LocalRef(ref.report, at))
            if found is not None and found.frame in HARMING:
                several = ONE_OF_SEVERAL in propositions[at].markers
                return self.nearer(ref, at) or (None if several else found)
            at = propositions[at].within
        near = self.near(ref.report, propositions[ref.index].predicate)
        if near is not None and rules_out(traits_of(self.lookup, ref), self.told(near), near.frame, self.lookup):
            return None
        return near

    def told(self, happening: Happening) -> Traits:
        """What is typed of all tellings of a happening together."""
        if happening.id not in self._told:
            self._told[happening.id] = merged([traits_of(self.lookup, ref) for ref in happening.members])
        return self._told[happening.id]

    def nearer(self, ref: LocalRef, at: int) -> Happening | None:
        """A harming event noun between the one at `at` and the telling `ref` of what it did: "an attack for strikes that
        left 32 dead" tells of the strikes."""
        propositions = self.lookup.annotations[ref.report].propositions
        start, end = propositions[at].predicate.end, propositions[ref.index].predicate.start
        if at == ref.index or not propositions[at].nominal:
            return None
        between = [
            (p, h) for p, h in self._in_report.get(ref.report, []) if start < p.start < end and h.frame in HARMING
        ]
        return between[-1][1] if between else None

    def near(self, report: str, span: Span) -> Happening | None:
        """The harming happening told nearest to `span`: in its sentence first, then before it, then the story's main one; none
        where that is one of several that one word tells ("12 deaths in the Paris and Brussels attacks")."""
        sentence = next((s for s in self.lookup.annotations[report].sentences if s.covers(span)), span)
        told = [(p, h) for p, h in self._in_report.get(report, []) if h.frame in HARMING]
        inside = [(abs(p.start - span.start), p.start > span.start, h) for p, h in told if sentence.covers(p)]
        if inside:
            best = min(inside, key=lambda x: (x[1], x[0], x[2].id))
            return None if [x[:2] for x in inside].count(best[:2]) > 1 else best[2]
        before = [(p, h) for p, h in told if p.start < span.start and span.start - p.start < 600]
        if before:
            return before[-1][1]
        return self.main(self.story_of[report])
