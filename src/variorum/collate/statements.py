"""Statements: clauses of several reports that tell the same in other words, as rows of text; and those that stand alone."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from variorum.annotate.edtf import compatible, precision
from variorum.collate import wording
from variorum.collate.about import Happenings
from variorum.collate.asking import is_headline, question_of
from variorum.collate.clauses import SHORTEST, Clause, clauses_of, content_words
from variorum.collate.consensus import leans
from variorum.collate.draft import DraftReading, DraftRow
from variorum.collate.likeness import line_up
from variorum.collate.reworded import with_utterances
from variorum.knowledge.cues import is_cue
from variorum.model import Cast, Happening, Proposition, Slot, Span, TextValue, Utterance
from variorum.resolve.lookup import Lookup

ADDED = re.compile(r"[,;]([”\"’']?)\s+(?=[a-z])")  # a comma behind which a clause goes on, not a name or a date
TOLD, TOLD_ALONG = 0.7, 0.4  # confidence of a clause, and of one that a longer clause tells along
MOST_ALONE = 50  # clauses of a report that stand as rows though no other report tells them
SLOTS: dict[str, Slot] = {
    "condemn": "condemnation", "criticise": "reaction", "request": "reaction", "support": "reaction", "protest": "reaction",
    "agree": "pledge", "found": "reaction", "investigate": "reaction", "evacuate": "reaction", "sanction": "reaction",
    "mobilise": "reaction", "drill": "reaction", "claim": "responsibility", "find": "status", "close": "status",
}  # fmt: skip
STATIVE = {"be", "have", "seem", "appear", "remain", "include", "know", "believe", "think", "say", "expect"}


class LinedUp(msgspec.Struct, frozen=True):
    """A story's clauses: clusters that several reports tell, and the weightiest that one report alone tells."""

    story: str
    together: tuple[tuple[Clause, ...], ...]
    alone: tuple[Clause, ...]


def lined_up(
    cast: Cast, lookup: Lookup, happenings: Happenings, utterances: Sequence[Utterance]
) -> tuple[LinedUp, ...]:
    """The clauses of each story, lined up once for rows and happenings alike; `utterances` are what is said, lined up before."""
    found = []
    for story in cast.stories:
        told = [clause for report in story.reports for clause in clauses_of(lookup, happenings, report)]
        clauses = with_utterances(told, utterances)
        clusters = tuple(tuple(cluster) for cluster in line_up(clauses))
        lined = {c.ref for cluster in clusters for c in cluster}
        apart = [c for c in clauses if c.ref not in lined and not c.inside and c.words >= SHORTEST]
        alone = tuple(weightiest(apart, lookup))
        found.append(LinedUp(story.id, clusters, alone))
    return tuple(found)


def told_happenings(lines: Sequence[LinedUp], lookup: Lookup) -> tuple[Happening, ...]:
    """Happenings that no frame covers: what clauses of several reports tell alike, of a verb that tells of doing."""
    found = [
        (line.story, cluster)
        for line in lines
        for cluster in line.together
        if all(c.happening is None and is_reported(lookup.proposition(c.ref)) for c in cluster)
        and any(c.lemma not in STATIVE for c in cluster)
    ]
    found += [(line.story, (clause,)) for line in lines for clause in line.alone if is_dated(clause, lookup)]
    return tuple(
        Happening(
            id=f"t{n}",
            story=story,
            frame="tell",
            members=tuple(sorted(c.ref for c in cluster)),
            why="clauses of several reports say the same" if len(cluster) > 1 else "one clause tells it with its date",
        )
        for n, (story, cluster) in enumerate(found, 1)
    )


def is_dated(clause: Clause, lookup: Lookup) -> bool:
    """Whether a clause of no frame that one report alone tells says on which day it was done."""
    proposition = lookup.proposition(clause.ref)
    times = lookup.annotations[clause.ref.report].times
    days = [times[a.time].edtf for a in proposition.arguments if a.time is not None]
    return (
        clause.happening is None
        and proposition.frame is None
        and clause.lemma not in STATIVE
        and not is_cue(clause.lemma, "say", "manner", "tell", "ask", "think")
        and any(day is not None and precision(day) in {"day", "hour"} for day in days)
    )


def is_reported(proposition: Proposition) -> bool:
    """Whether a clause of no frame is told by a report as something that took place, not said by somebody as his words."""
    return proposition.frame is None and proposition.part_of_utterance is None


def statement_rows(lines: Sequence[LinedUp], lookup: Lookup, happenings: Happenings) -> Iterator[DraftRow]:
    """Rows of clauses that two or more reports tell, then the weightiest that one report alone tells."""
    for line in lines:
        for cluster in (*line.together, *((clause,) for clause in line.alone)):
            for group in of_one_day(cluster):
                yield row_of(group, line.story, lookup, happenings)


def of_one_day(cluster: Sequence[Clause]) -> list[list[Clause]]:
    """The clauses of a cluster, those apart whose days exclude each other: their dates differ, so they do not agree."""
    groups: list[list[Clause]] = []
    for clause in cluster:
        home = next((g for g in groups if not any(days_exclude(clause, other) for other in g)), None)
        if home is None:
            groups.append([clause])
        else:
            home.append(clause)
    return groups


def days_exclude(one: Clause, other: Clause) -> bool:
    """Whether both clauses tell when, and no time of the one can be one of the other's."""
    ours, theirs = ([edtf for role, edtf in c.typed if role == "when"] for c in (one, other))
    return bool(ours and theirs) and not any(compatible(a, b) for a in ours for b in theirs)


def weightiest(clauses: Sequence[Clause], lookup: Lookup) -> list[Clause]:
    """The clauses of each report that tell most: framed ones, those about named entities, those that stand early."""
    by_report: dict[str, list[Clause]] = defaultdict(list)
    for clause in clauses:
        by_report[clause.ref.report].append(clause)
    found = []
    for _, some in sorted(by_report.items()):
        found += sorted(some, key=lambda c: (-weight(c, lookup), c.span))[:MOST_ALONE]
    return found


def weight(clause: Clause, lookup: Lookup) -> float:
    """How much a clause tells that a reader would keep."""
    proposition = lookup.proposition(clause.ref)
    named = sum(key.startswith("@") for key in clause.keys)
    subject = any(a.role in {"who", "whom"} for a in proposition.arguments)
    early = 1.0 / (1 + clause.span.start / 1500)
    return 1.5 * (proposition.frame is not None) + min(named, 3) + subject + early


def asked(cluster: Sequence[Clause], lookup: Lookup) -> str | None:
    """The shortest question that one of these clauses answers, one of a report's body before one of its headline; None where
    none of them makes one."""
    found = []
    for c in cluster:
        told = lookup.proposition(c.ref)
        question = question_of(told, lookup)
        if question is not None:
            found.append((is_headline(told, lookup), len(question), question))
    return min(found)[2] if found else None


def shared_part(clause: Clause, cluster: Sequence[Clause], lookup: Lookup) -> Span:
    """The words of a clause without what it adds behind a comma, of which the other reports' clauses tell nothing: where all
    tell that a firm ran the ferry, nobody has agreed that it is "a unit of Lendal Lines"."""
    others = {s for c in cluster if c.ref.report != clause.ref.report for s in content_words(c.span.text)}
    span, told, end = (
        clause.span,
        lookup.proposition(clause.ref).predicate.end - clause.span.start,
        len(clause.span.text),
    )
    for comma in reversed(list(ADDED.finditer(span.text, max(told, 0)))):
        before, behind = content_words(span.text[: comma.start()]), content_words(span.text[comma.end() :])
        if (behind & others) - before or not content_words(span.text[told : comma.start()]) & others:
            break
        end = comma.end(1) if comma[1] else comma.start()
    return Span(span.report, span.start, span.start + end, span.text[:end])


def told_of(first: Clause, cluster: Sequence[Clause], lookup: Lookup) -> str:
    """The question for clauses of which none makes one: what the speaker of all of them says of the `first` one's words,
    else what is told of them."""
    words = " ".join(first.span.text.split())
    voices = [lookup.proposition(c.ref).voice for c in cluster]
    speakers = {lookup.entity_of(v[0].span.report, v[0]) if v else None for v in voices}
    speaker = speakers.pop() if len(speakers) == 1 else None
    return (
        f"What does {lookup.entities[speaker].name} say of {wording.of(words)}?"
        if speaker
        else f"What is told of {wording.of(words)}?"
    )


def row_of(cluster: Sequence[Clause], story: str, lookup: Lookup, happenings: Happenings) -> DraftRow:
    """The row of a cluster, about the happening that its clauses tell or stand nearest to."""
    first = min(cluster, key=lambda c: (leans(c.ref, lookup), len(c.span.text), c.span))
    frames = Counter(f for c in cluster if (f := lookup.proposition(c.ref).frame))
    frame = min(frames, key=lambda f: (-frames[f], f)) if frames else ""
    about = Counter(h for c in cluster if (h := happenings.telling(c.ref.report, c.span, c.ref)))
    readings = tuple(
        DraftReading(
            TextValue(span.text),
            span,
            lookup.proposition(c.ref).voice,
            told=c.ref,
            confidence=TOLD_ALONG if c.inside else TOLD,
        )
        for c in sorted(cluster, key=lambda c: c.span)
        for span in (shared_part(c, cluster, lookup),)
    )
    return DraftRow(
        story=story,
        about=min(about, key=lambda h: (-about[h], h)) if about else "",
        slot=SLOTS.get(frame, "other"),
        question=asked(cluster, lookup) or told_of(first, cluster, lookup),
        readings=readings,
        joined="their clauses say the same in their words, names and figures",
    )
