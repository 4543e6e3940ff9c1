"""Statements: clauses of several reports that tell the same in other words, as rows of text; and those that stand alone.

Candidates come from cheap keys (shared entities and rare words), never from all pairs; the statement matcher proposes, mutual
best matches join, and typed contrasts (another figure, another name, a negation) forbid.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

import msgspec

from variorum.annotate.edtf import precision
from variorum.collate.about import Happenings
from variorum.collate.circumstances import shortened
from variorum.collate.draft import DraftReading, DraftRow
from variorum.collate.matching import mutual_best
from variorum.collate.stances import STATING
from variorum.encoder import similarity
from variorum.encoder.statement import same_statement, shared_words
from variorum.knowledge.cues import is_cue
from variorum.knowledge.opposites import are_opposite
from variorum.model import Annotation, Cast, Happening, LocalRef, Proposition, Slot, Span, TextValue
from variorum.resolve.lookup import Lookup

SAME_VERB, SAME_FIGURE, SHARED_NAME, OTHER_SUBJECT = 0.15, 0.1, 0.06, 0.1
SAME_ROLE = {"who": 0.1, "whom": 0.05, "where": 0.08, "when": 0.08}
SAME = 0.66  # chosen on the stories to tune on, for precision first
MOST_ALONE = 10  # clauses of a report that stand as rows though no other report tells them
COMMON = 12  # a key that stands in more clauses than this tells little
SOME_WORDS = 0.45  # share of the weight of two clauses' words from which one shared word makes them a candidate
SLOTS: dict[str, Slot] = {
    "condemn": "condemnation", "criticise": "reaction", "request": "reaction", "support": "reaction", "protest": "reaction",
    "agree": "pledge", "found": "reaction", "investigate": "reaction", "evacuate": "reaction", "sanction": "reaction",
    "mobilise": "reaction", "drill": "reaction", "claim": "responsibility", "find": "status", "close": "status",
}  # fmt: skip
LINED_UP_ELSEWHERE = {"say", *STATING}
LONGEST = 160  # letters of a clause that is still one statement
STATIVE = {"be", "have", "seem", "appear", "remain", "include", "know", "believe", "think", "say", "expect"}
SHORT, SAME_SHORT = 3, 0.7  # content words of a short clause, and what it takes for two of which one is short
ASKING = re.compile(r"(?:how|whether|if|why)\b", re.IGNORECASE)  # a clause that asks tells nothing
FIRST, LATER = re.compile(r"\bthe first\b", re.I), re.compile(r"\b(?:additional|another|second|third|further)\b", re.I)
NEAR_VERB = 0.4  # likeness of the verbs of two clauses of which one is short
SHORTEST = 2  # content words: less is no statement


class Clause(msgspec.Struct, frozen=True):
    """A clause that may line up: its words, and the keys by which candidates are found."""

    ref: LocalRef
    span: Span
    keys: frozenset[str]
    subjects: frozenset[str]
    typed: frozenset[tuple[str, str]]
    figures: frozenset[tuple[float | None, float | None]]
    stance: tuple[bool, bool]
    words: int
    lemma: str
    happening: str | None


class LinedUp(msgspec.Struct, frozen=True):
    """A story's clauses: clusters that several reports tell, and the weightiest that one report alone tells."""

    story: str
    together: tuple[tuple[Clause, ...], ...]
    alone: tuple[Clause, ...]


def lined_up(cast: Cast, lookup: Lookup, happenings: Happenings) -> tuple[LinedUp, ...]:
    """The clauses of each story, lined up once for rows and happenings alike."""
    found = []
    for story in cast.stories:
        clauses = [clause for report in story.reports for clause in clauses_of(lookup, happenings, report)]
        clusters = tuple(tuple(cluster) for cluster in line_up(clauses))
        lined = {c.ref for cluster in clusters for c in cluster}
        alone = tuple(weightiest([c for c in clauses if c.ref not in lined], lookup))
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
            yield row_of(cluster, line.story, lookup, happenings)


def clauses_of(lookup: Lookup, happenings: Happenings, report: str) -> Iterator[Clause]:
    """The clauses of a report that say enough to be lined up, longest first where one holds another."""
    annotation = lookup.annotations[report]
    for n, proposition in enumerate(annotation.propositions):
        if proposition.nominal or proposition.frame in LINED_UP_ELSEWHERE:
            continue
        span = shortened(proposition.span)
        words = content_words(span.text)
        if len(words) < SHORTEST or lies_in_another(annotation, n):
            continue
        entities = {f"@{e}" for a in proposition.arguments if (e := lookup.entity_of(report, a)) is not None}
        ref = LocalRef(report, n)
        own = happenings.of_ref.get(ref)
        yield Clause(
            ref=ref,
            span=span,
            keys=frozenset(words | entities),
            subjects=subjects_of(lookup, ref),
            typed=typed_arguments(lookup, ref),
            figures=frozenset((q.low, q.high) for q in annotation.quantities if span.covers(q.span)),
            stance=(proposition.polarity, proposition.status == "hypothetical" or asks(annotation, span)),
            words=len(words),
            lemma=proposition.lemma,
            happening=own.id if own else None,
        )


def asks(annotation: Annotation, span: Span) -> bool:
    """Whether a clause asks: it begins so, or its sentence ends with a question mark."""
    sentence = next((s for s in annotation.sentences if s.covers(span)), span)
    return bool(ASKING.match(span.text)) or sentence.text.rstrip(" \"”’'").endswith("?")


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


def subjects_of(lookup: Lookup, ref: LocalRef) -> frozenset[str]:
    """The named entities that a clause says something of."""
    return frozenset(e for _, e in lookup.fillers(ref, "who") if lookup.is_named(e))


def typed_arguments(lookup: Lookup, ref: LocalRef) -> frozenset[tuple[str, str]]:
    """The arguments of a clause by role: known entities, and dates."""
    found = {(role, e) for role in ("who", "whom", "where") for _, e in lookup.fillers(ref, role)}
    times = lookup.annotations[ref.report].times
    dates = [times[a.time].edtf for a in lookup.proposition(ref).arguments if a.time is not None]
    return frozenset(found | {("when", edtf) for edtf in dates if edtf})


def lies_in_another(annotation: Annotation, n: int) -> bool:
    """Whether a clause is part of a longer one that tells it along ("a car packed with explosives")."""
    span = annotation.propositions[n].span
    return any(
        other.span != span and other.span.covers(span) and len(other.span.text) <= LONGEST
        for other in annotation.propositions
        if not other.nominal and other.frame != "say"
    )


def content_words(text: str) -> set[str]:
    """The longer words of a text, cut to a stem of five letters."""
    words = "".join(c if c.isalnum() else " " for c in text.casefold()).split()
    return {w[:5] for w in words if len(w) > 3 and w not in STOP}


STOP = frozenset(
    {
        "about",
        "according",
        "after",
        "also",
        "because",
        "been",
        "before",
        "being",
        "could",
        "from",
        "have",
        "into",
        "more",
        "most",
        "over",
        "said",
        "says",
        "some",
        "than",
        "that",
        "their",
        "them",
        "then",
        "there",
        "they",
        "this",
        "told",
        "were",
        "what",
        "when",
        "where",
        "which",
        "while",
        "will",
        "with",
        "would",
    }
)


def line_up(clauses: Sequence[Clause]) -> list[list[Clause]]:
    """Clusters of clauses of different reports that say the same, each report once in a cluster."""
    return mutual_best(clauses, candidates(clauses), alike, lambda clause: clause.ref.report)


def alike(one: Clause, other: Clause) -> float | None:
    """How far two clauses say the same, None where they do not."""
    if others_told(one, other):
        return None
    score = same_statement(one.span.text, other.span.text).score + typed(one, other)
    if min(one.words, other.words) >= SHORT:
        return score if score >= SAME else None
    return score if score >= SAME_SHORT and similarity(one.lemma, other.lemma) >= NEAR_VERB else None


def others_told(one: Clause, other: Clause) -> bool:
    """Whether the clauses cannot say the same: other figures, verbs of opposite sense, the first of a series and a later one,
    one denied and one not, one unreal."""
    if one.figures and other.figures and not one.figures & other.figures:
        return True
    if are_opposite(one.lemma, other.lemma) or is_first_and_later(one, other) or is_first_and_later(other, one):
        return True
    return one.stance != other.stance


def is_first_and_later(one: Clause, other: Clause) -> bool:
    """Whether one clause tells of the first of a series and the other of more that came ("two additional packages")."""
    return bool(FIRST.search(one.span.text) and LATER.search(other.span.text) and not LATER.search(one.span.text))


def typed(one: Clause, other: Clause) -> float:
    """What speaks for two clauses beside their words: verbs of one sense, the same entities in the same roles, figures, dates.

    An entity that both name is counted among the words already, and a story's clauses all name the same few: less what
    it weighs there.
    """
    roles = {role for role, _ in one.typed & other.typed}
    shared = len({k for k in one.keys & other.keys if k.startswith("@")})
    apart = bool(one.subjects and other.subjects and not one.subjects & other.subjects)
    return (
        SAME_VERB * similarity(one.lemma, other.lemma)
        + math.fsum(SAME_ROLE[role] for role in sorted(roles))
        + SAME_FIGURE * bool(one.figures & other.figures)
        - SHARED_NAME * min(shared, 3)
        - OTHER_SUBJECT * apart
    )


def candidates(clauses: Sequence[Clause]) -> Iterable[tuple[int, int]]:
    """Pairs of clauses of two reports that share two keys, or one and a good part of their words' weight."""
    by_key: dict[str, list[int]] = defaultdict(list)
    for i, clause in enumerate(clauses):
        for key in clause.keys:
            by_key[key].append(i)
    shared: Counter[tuple[int, int]] = Counter()
    for key, some in by_key.items():
        telling = len(some) <= COMMON or key.startswith("@")
        for a, b in combinations(some, 2):
            if clauses[a].ref.report != clauses[b].ref.report:
                shared[a, b] += telling
    return sorted(
        (a, b)
        for (a, b), n in shared.items()
        if n >= 2 or shared_words(clauses[a].span.text, clauses[b].span.text)[0] >= SOME_WORDS
    )


def row_of(cluster: Sequence[Clause], story: str, lookup: Lookup, happenings: Happenings) -> DraftRow:
    """The row of a cluster, about the happening that its clauses tell or stand nearest to."""
    first = min(cluster, key=lambda c: (len(c.span.text), c.span))
    frames = Counter(f for c in cluster if (f := lookup.proposition(c.ref).frame))
    frame = min(frames, key=lambda f: (-frames[f], f)) if frames else ""
    about = Counter(h for c in cluster if (h := happenings.telling(c.ref.report, c.span, c.ref)))
    readings = tuple(
        DraftReading(TextValue(c.span.text), c.span, lookup.proposition(c.ref).voice, told=c.ref, confidence=0.7)
        for c in sorted(cluster, key=lambda c: c.span)
    )
    return DraftRow(
        story=story,
        about=min(about, key=lambda h: (-about[h], h)) if about else "",
        slot=SLOTS.get(frame, "other"),
        question=f"What is told of this: {first.span.text}?",
        readings=readings,
        joined="their clauses say the same in their words, names and figures",
    )
