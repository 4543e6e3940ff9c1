"""Offices: which roles and descriptions the reports give a person, body, place or thing, as rows about it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from variorum.collate.clauses import content_words
from variorum.collate.draft import DraftReading, DraftRow
from variorum.collate.told_of import descriptions_of
from variorum.encoder import similarity
from variorum.encoder.statement import figures
from variorum.encoder.words import stem
from variorum.knowledge.offices import in_full, kind_called, office_words
from variorum.knowledge.territories import territory_by_demonym
from variorum.model import Annotation, Cast, EntityKind, LocalRef, Mention, Span, TextValue
from variorum.resolve.lookup import Lookup

ALIKE = 0.6  # likeness of two descriptions without a shared word that can be of one office
FORMER = re.compile(
    r"(?:(?:the|a|an|his|her|its) )?(?:(?:former|onetime|retired|ousted|late)\b|ex-|then-)", re.IGNORECASE
)
OWNED = re.compile(r"(?:his|her|its|their|my|our|your)\b")
OWNS = re.compile(r"[’'](?!\w)|[’']s\b")
SECOND = re.compile(r"\b(?:vice|deputy|assistant|acting)\b", re.IGNORECASE)
IS = re.compile(r"(?:\b(?:is|was|are|were|be|been)|[’']s)\s+(?:\w+\s+)?$", re.I)
ANYBODY = frozenset({"man", "woman", "boy", "girl", "person", "child", "teenager", "adult", "old", "one"})
PORTFOLIOS = frozenset(
    stem(w) for w in ("minister", "secretary", "coach")
)  # heads of offices of which each has its field
LINKING = frozenset({"who", "whose", "whom", "which", "that", "when", "while", "where"})
RANKS = frozenset(
    [
        "general",
        "gen",
        "colonel",
        "captain",
        "major",
        "lieutenant",
        "sergeant",
        "admiral",
        "mr",
        "mrs",
        "ms",
        "dr",
        "sir",
        "lord",
        "lady",
        "professor",
        "prof",
        "sheikh",
        "imam",
        "rev",
    ]
)


def without_rank(span: Span) -> Span:
    """A title without the rank that closes it ("Chief of Army Staff General")."""
    words = span.text
    while " " in words and words.rsplit(None, 1)[1].casefold().strip(".") in RANKS:
        words = words.rsplit(None, 1)[0]
    return Span(span.report, span.start, span.start + len(words), words)


def is_office(words: str) -> bool:
    """Whether a title says what somebody is, not only a rank or a form of address."""
    head = re.split(r" (?:of|for|in|at|from|with|who|on) ", words)[0].split()[-1:]
    if words.split()[0] in LINKING:  # "whose son was hurt", "when head of the board"
        return False
    if territory_by_demonym(words.title()) is not None:  # of "Ardovan General Vass" without the rank
        return False
    short = len(words) <= 4 and in_full(words) == words
    return not short and head[0] not in ANYBODY and any(w.strip(".") not in RANKS for w in words.split())


def is_remark(span: Span, lookup: Lookup) -> bool:
    """Whether words are what a speaker thinks of somebody, in quotation marks ("he was a good guy"), not an office by which he
    names him ("our mayor")."""
    annotation = lookup.annotations[span.report]
    if not IS.search(annotation.report.text, max(0, span.start - 30), span.start):
        return False
    return any(q.mode != "indirect" and q.content.covers(span) for q in annotation.quotations)


def fullest(readings: Sequence[DraftReading]) -> tuple[DraftReading, ...]:
    """The readings without those of which a report also says more ("Prime Minister", where it also says of what)."""
    return tuple(r for r in readings if not any(says_more(o, r) for o in readings))


def says_more(full: DraftReading, short: DraftReading) -> bool:
    """Whether a report has all words of `short` in `full`, or the office of the single word `short` in other words."""
    if full.span.report != short.span.report:
        return False
    all_, some = (plain_words(r.span.text) for r in (full, short))
    return some < all_ or (len(some) == 1 < len(all_) and described_alike(full.span.text, short.span.text))


def plain_words(text: str) -> set[str]:
    """The words of a description without its article."""
    return set(text.casefold().split()) - {"the", "a", "an"}


def offices(readings: Sequence[DraftReading]) -> list[tuple[DraftReading, ...]]:
    """The readings by what they say somebody is: a guard of a team and the brother of a player are two descriptions."""
    groups: list[list[DraftReading]] = []
    for one in readings:
        alike = [g for g in groups if any(described_alike(one.span.text, o.span.text) for o in g)]
        groups = [g for g in groups if g not in alike] + [[*(o for g in alike for o in g), one]]
    return [tuple(sorted(g, key=lambda r: r.span)) for g in groups]


def described_alike(one: str, other: str) -> bool:
    """Whether two descriptions can be of one office: they share a word that carries sense, or are near in it. An office that
    is over is another than one that is held, a deputy's than his superior's, a minister's than that of another ministry; what
    is told with another figure is something else ("four-time champion", "the 2007 champion")."""
    if bool(FORMER.match(one)) != bool(FORMER.match(other)) or bool(SECOND.search(one)) != bool(SECOND.search(other)):
        return False
    if figures(one) and figures(other) and not figures(one) & figures(other):
        return False
    ours, theirs = (content_words(spelled_out(words)) for words in (one, other))
    if head_of(one) == head_of(other) and head_of(one) in PORTFOLIOS and not share_a_field(one, other):
        return False
    if head_of(one) == head_of(other) and head_of(one) in kinds_of_body():
        return True  # "German daily", "a local newspaper"
    return bool(ours & theirs) or similarity(one, other) >= ALIKE


def role_rows(cast: Cast, lookup: Lookup, story_of: dict[str, str]) -> Iterator[DraftRow]:
    """A row for each office or description that the reports tell of a named one: of a person, a body, a place or thing."""
    for entity in cast.entities:
        if not lookup.is_named(entity.id):
            continue
        told: dict[str, list[DraftReading]] = {}
        phrases: dict[str, list[DraftReading]] = {}
        for member in entity.members:
            story = story_of[member.report]
            told.setdefault(story, []).extend(described_in(member, entity.kind, lookup))
            phrases.setdefault(story, []).extend(phrases_in(member, entity.kind, lookup))
        for story, readings in sorted(told.items()):
            question = f"{'Who' if entity.kind == 'person' else 'What'} is {entity.name}?"
            for office in offices(fullest(sorted(readings, key=lambda r: r.span))):
                every = tuple(sorted((*office, *said_again(office, phrases[story])), key=lambda r: r.span))
                yield DraftRow(story, entity.id, "role", question, every, "one and the same, described alike")


def described_in(member: LocalRef, kind: EntityKind, lookup: Lookup) -> Iterator[DraftReading]:
    """The offices and descriptions that a report ties to a name, each wording once."""
    annotation = lookup.annotations[member.report]
    owning = {t for m in lookup.mentions_of(member) if owns(m, annotation) for t in m.titles if " " not in t.text}
    spans = descriptions_of(member, lookup) - owning
    said: set[str] = set()
    spans = {s for s in spans if not any(o != s and o.covers(s) for o in spans)}
    for span in sorted({without_rank(s) for s in spans} if kind == "person" else spans):
        words = " ".join(span.text.casefold().split())
        fits = is_office(words) if kind == "person" else is_kind(words)
        if words not in said and fits and not is_remark(span, lookup):
            said.add(words)
            yield DraftReading(TextValue(span.text), span)


def owns(mention: Mention, annotation: Annotation) -> bool:
    """Whether a mention only says whose something is ("President Lendal's agenda"): a bare title there tells nothing of him."""
    return mention.span.text.endswith(("'s", "’s")) or OWNS.match(annotation.report.text, mention.span.end) is not None


def phrases_in(member: LocalRef, kind: EntityKind, lookup: Lookup) -> Iterator[DraftReading]:
    """The noun phrases by which a report speaks of one without a name ("the police chief in Belmar"), each wording once."""
    said: set[str] = set()
    for mention in lookup.mentions_of(member):
        words = " ".join(mention.span.text.casefold().split())
        if mention.form != "nominal" or mention.plural or mention.kind != kind or words in said:
            continue
        said.add(words)
        if OWNED.match(words) is None and (is_office(words) if kind == "person" else is_kind(words)):
            yield DraftReading(TextValue(mention.span.text), mention.span)


def said_again(office: Sequence[DraftReading], phrases: Sequence[DraftReading]) -> Iterator[DraftReading]:
    """The phrases of reports that tell this office of no name, which speak of its bearer by the head noun of the office."""
    telling = {r.span.report for r in office}
    for phrase in phrases:
        words = phrase.span.text
        same = [r.span.text for r in office if head_of(r.span.text) == head_of(words)]
        fits = any(
            (share_a_field(words, o) or head_of(o) in kinds_of_body()) and described_alike(words, o) for o in same
        )
        if phrase.span.report not in telling and fits and len(plain_words(words)) > 1:
            telling.add(phrase.span.report)
            yield phrase


def head_of(words: str) -> str:
    """The stem of the noun that says what somebody is: the last before "of", "for", "in"."""
    last = re.split(r"[ ,](?:of|for|in|at|from|with|who|on|to|that|which) ", words.casefold())[0].split()[-1]
    return stem(kind_called(in_full(last)))


def kinds_of_body() -> frozenset[str]:
    """The stems of the words that stand for a kind of body."""
    return frozenset(stem(word) for word in office_words()["kind"].values())


def share_a_field(one: str, other: str) -> bool:
    """Whether what narrows two offices of one head noun is partly the same, or one of them tells nothing of it but a nation."""
    ours, theirs = narrowing(one), narrowing(other)
    return not ours or not theirs or bool(ours & theirs)


def narrowing(words: str) -> set[str]:
    """The words of an office that carry sense, without its head noun and nations."""
    plain = " ".join(w for w in words.split() if territory_by_demonym(w.strip(".,")) is None)
    return {w for w in content_words(spelled_out(plain)) if stem(w)[:5] != head_of(words)[:5]}


def spelled_out(words: str) -> str:
    """An office in small letters, its words in full, what is joined by a hyphen also in one ("team-mate", "teammate")."""
    plain = words.casefold().split()
    return " ".join([*(in_full(w) for w in plain), *(w.replace("-", "") for w in plain if "-" in w)])


def is_kind(words: str) -> bool:
    """Whether a phrase says of what sort a body, place or thing is: more than its head noun with an article."""
    plain = [w for w in words.split() if w not in {"the", "a", "an"}]
    return len(plain) > 2 or (len(plain) > 1 and not words.startswith(("the ", "this ", "that ")))
