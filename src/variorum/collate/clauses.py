"""Clauses: what of a report may line up with another's: its words, whom it is about, its figures and dates, its stance."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from variorum.collate.about import Happenings
from variorum.collate.stances import STATING
from variorum.collate.wording import shortened
from variorum.encoder.words import stems
from variorum.knowledge.cues import is_cue, voiced_attitudes
from variorum.model import Annotation, LocalRef, Proposition, Span
from variorum.resolve.lookup import Lookup
from variorum.resolve.recalled import is_one_of_many

LINED_UP_ELSEWHERE = {"say", *STATING}
LONGEST = 160  # letters of a clause that is still one statement
ASKING = re.compile(r"(?:how|whether|if|why)\b", re.IGNORECASE)  # a clause that asks tells nothing
ASKED = re.compile(r"\b(?:whether|if)\s+$", re.IGNORECASE)
STOPPING = r"(?:stop|prevent|ban|bar|block|prohibit|keep|kept)(?:s|p?ed|n?ed|r?ing|n?ing)?"
UNMEANT = r"(?:not|n['’]t|never|no)\s+(?:\w+\s+){1,4}?(?:intent|intention|plan|reason|need|right|going)(?:\s+of(?:\s+\w+){1,3})?"
HINDERED = re.compile(
    rf"\b(?:instead of|in lieu of|rather than|without|avoid(?:s|ed|ing)?|{STOPPING}(?:\s+[\w’']+){{1,5}}\s+from|{UNMEANT})\s+$",
    re.IGNORECASE,
)  # before an infinitive or "-ing": it is not done
NONE_OF_IT = re.compile(
    r"\s+(?:no(?!\s(?:doubt|less|fewer|more|later|sooner|time|wonder)\b)|nothing|nobody)\b", re.IGNORECASE
)
DEVERBAL = re.compile(
    r"(?:concerning|regarding|excluding|excepting|barring|owing to|according to|"
    r"based (?:up)?on|compared (?:to|with)|depending (?:up)?on|relating to|pertaining to)\b",
    re.IGNORECASE,
)  # participles that are prepositions and tell of no deed (Huddleston and Pullum 2002, chapter 7, section 2.3)
Figure = tuple[float | None, float | None]  # its least and its greatest value, None where it is open
SHORTEST = 2  # content words: less is a statement only where several reports tell it


class Clause(msgspec.Struct, frozen=True):
    """A clause that may line up: its words, and the keys by which candidates are found; `subject` are the stems for who it
    speaks of, `inside` the longer clauses that tell it along, `places` the country and town of
    each of the gazetteer's where it was, `said` the utterances of several reports of which it tells what was said, `all_said`
    those that no other clause of its report tells."""

    ref: LocalRef
    span: Span
    subject: frozenset[str]
    keys: frozenset[str]
    subjects: frozenset[str]
    persons: frozenset[str]
    typed: frozenset[tuple[str, str]]
    figures: frozenset[Figure]
    affirmed: bool
    unreal: bool
    words: int
    lemma: str
    frame: str | None
    happening: str | None
    inside: tuple[LocalRef, ...] = ()
    places: frozenset[tuple[str | None, str | None]] = frozenset()
    said: frozenset[str] = frozenset()
    all_said: frozenset[str] = frozenset()


def clauses_of(lookup: Lookup, happenings: Happenings, report: str) -> Iterator[Clause]:
    """The clauses of a report that say enough to be lined up, longest first where one holds another."""
    annotation = lookup.annotations[report]
    for n, proposition in enumerate(annotation.propositions):
        if proposition.nominal or (proposition.frame in LINED_UP_ELSEWHERE and not is_judging(proposition)):
            continue
        if (proposition.status == "denied" and proposition.polarity) or is_hindered(annotation, proposition):
            continue  # its words alone would say what somebody denies, or what is not done
        if is_one_of_many(annotation, proposition):
            continue
        if only_brings_in(proposition) or DEVERBAL.match(proposition.span.text):
            continue
        span = shortened(proposition.span)
        words = content_words(span.text)
        if len(words) < SHORTEST and not says_something(annotation, proposition, span):
            continue
        entities = {f"@{e}" for a in proposition.arguments if (e := lookup.entity_of(report, a)) is not None}
        ref = LocalRef(report, n)
        own = happenings.of_ref.get(ref)
        yield Clause(
            ref=ref,
            span=span,
            subject=subject_words(span, proposition),
            keys=frozenset(words | entities),
            subjects=subjects_of(lookup, ref),
            persons=subjects_of(lookup, ref, kinds=("person",)),
            typed=typed_arguments(lookup, ref),
            figures=frozenset((q.low, q.high) for q in annotation.quantities if span.covers(q.span)),
            affirmed=is_affirmed(annotation, n),
            unreal=proposition.status == "hypothetical" or asks(annotation, span),
            words=len(words),
            lemma=proposition.lemma,
            frame=proposition.frame,
            happening=own.id if own else None,
            inside=tuple(LocalRef(report, outer) for outer in longer_ones(annotation, n)),
            places=places_of(lookup, ref),
        )


def only_brings_in(proposition: Proposition) -> bool:
    """Whether a clause is only the verb that brings in what somebody says: "Lendal has announced"."""
    return proposition.predicate.end == proposition.span.end and is_cue(proposition.lemma, "say", "tell")


def is_judging(proposition: Proposition) -> bool:
    """Whether a clause of saying tells by its verb and what follows how somebody takes something, or that he says nothing of it:
    "blasted the critics", "calling it reckless", "declined to comment"."""
    lemma = proposition.lemma
    attitude = lemma in voiced_attitudes() and not is_cue(lemma, "say", "tell", "think", "want", "request")
    judging = attitude or is_cue(lemma, "call", "decline")
    return proposition.frame == "say" and judging and proposition.predicate.end < proposition.span.end


def says_something(annotation: Annotation, proposition: Proposition, span: Span) -> bool:
    """Whether a short clause has a subject, a telling word beside its verb and something after that ("He's got the money"); ages
    have rows of their own."""
    beside = content_words(span.text) - content_words(proposition.predicate.text)
    aged = any(q.nature == "age" and span.covers(q.span) for q in annotation.quantities)
    subject = any(a.role == "who" for a in proposition.arguments)
    return bool(beside) and subject and not aged and proposition.predicate.end < span.end


def subject_words(span: Span, proposition: Proposition) -> frozenset[str]:
    """The stems of the words for who a clause speaks of."""
    own = [a.span for a in proposition.arguments if a.role == "who" and span.covers(a.span)]
    return frozenset(stem for words in own for stem in stems(words.text))


def is_hindered(annotation: Annotation, proposition: Proposition) -> bool:
    """Whether the words before a verb that stands in no tense say that it is not done: "instead of raising the price"."""
    span = proposition.span
    if not (span.text.startswith("to ") or proposition.predicate.text.endswith("ing")):
        return False
    return HINDERED.search(annotation.report.text, max(0, span.start - 60), span.start) is not None


def is_affirmed(annotation: Annotation, n: int) -> bool:
    """Whether a clause is not denied, nor the verb on which it hangs where it has no tense: "will not be allowed to leave"; what
    is done to nothing is not done ("gave no proof")."""
    proposition = annotation.propositions[n]
    if proposition.polarity and NONE_OF_IT.match(annotation.report.text, proposition.predicate.end):
        return False
    bare = proposition.span.text.startswith("to ") or proposition.predicate.text.endswith("ing")
    if not bare or proposition.within is None or not proposition.polarity:
        return proposition.polarity
    governing = annotation.propositions[proposition.within]
    return governing.polarity or governing.nominal or governing.predicate.start > proposition.predicate.start


def places_of(lookup: Lookup, ref: LocalRef) -> frozenset[tuple[str | None, str | None]]:
    """The country of each place where a clause says that it was, and the place itself where it is a town."""
    places = {e: lookup.place(e) for _, e in lookup.fillers(ref, "where")}
    return frozenset((p.iso3166, e if p.feature == "city" else None) for e, p in places.items() if p is not None)


def asks(annotation: Annotation, span: Span) -> bool:
    """Whether a clause asks: it or the words before it begin so, or its sentence ends with a question mark."""
    sentence = next((s for s in annotation.sentences if s.covers(span)), span)
    asked = ASKED.search(annotation.report.text, max(0, span.start - 15), span.start) is not None
    return asked or bool(ASKING.match(span.text)) or sentence.text.rstrip(" \"”’'").endswith("?")


def subjects_of(lookup: Lookup, ref: LocalRef, kinds: Sequence[str] = ()) -> frozenset[str]:
    """The named entities that a clause says something of; of some `kinds` alone if these are given."""
    return frozenset(e for _, e in lookup.fillers(ref, "who", kinds=kinds) if lookup.is_named(e))


def typed_arguments(lookup: Lookup, ref: LocalRef) -> frozenset[tuple[str, str]]:
    """The arguments of a clause by role: known entities, and dates."""
    found = {(role, e) for role in ("who", "whom", "where") for _, e in lookup.fillers(ref, role)}
    times = lookup.annotations[ref.report].times
    dates = [times[a.time].edtf for a in lookup.proposition(ref).arguments if a.time is not None]
    return frozenset(found | {("when", edtf) for edtf in dates if edtf})


def longer_ones(annotation: Annotation, n: int) -> list[int]:
    """The longer clauses that tell a clause along ("a car packed with explosives")."""
    span = annotation.propositions[n].span
    return [
        at
        for at, other in enumerate(annotation.propositions)
        if other.span != span
        and other.span.covers(span)
        and len(other.span.text) <= LONGEST
        and not other.nominal
        and other.frame != "say"
    ]


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
