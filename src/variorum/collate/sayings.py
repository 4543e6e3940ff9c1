"""Sayings: what each report has somebody say, in the pieces that another report may give apart from one another.

A report that gives a speech in one sentence and one that breaks it in three tell the same: so each quotation is cut where a
sentence or a coordinated clause with its own subject begins. Of two readings of the same words (a statement within "…,
according to the ministry") one is kept: the inner, whose voices name the outer too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from variorum.collate.clauses import content_words
from variorum.encoder.statement import figures
from variorum.knowledge.cues import denies
from variorum.model import Annotation, Mode, Quotation, Span
from variorum.resolve.lookup import Lookup

SHORTEST = 12  # letters of an utterance that stands alone
SURE = 0.8  # confidence of a reading that stands alone
OFTEN, FEW, AGAIN_IN_ONE = (
    0.12,
    3,
    1.5,
)  # share of a story's sayings, and their number, from which a word is its topic; a report's
STOP = re.compile(r"[.!?…]['\"’”»]*\s+['\"‘“«]?$")
JOINT = re.compile(r"(?:\band|\bbut|\byet|\bwhile|;)\s+(?:that\s+)?['\"‘“«]?$")
THAT_TOO = re.compile(r"\s(?:and|but) that (?!(?:of|is|was|has|would|will|could)\b)(?=\w)")
"""Before a second clause of what is said ("that the bridge fell and that the road is shut")."""
OPENED = re.compile(r"[“«](?![^“«]*[”»])")
MARK = re.compile(r"[\"“”«»]|(?<!\w)['‘]\w")


class Said(msgspec.Struct, frozen=True):
    """A piece of a quotation: whose it is (`named`: of what kind one known by name), of which quotation, and which piece;
    `topics`: those of its words of which the whole story speaks."""

    quotation: Quotation
    span: Span
    speaker: str | None
    named: str | None
    words: frozenset[str]
    of: int
    piece: int
    count: int = 1
    topics: frozenset[str] = frozenset()

    @property
    def denied(self) -> bool:
        """Whether its speaker denies it ("he denied that …")."""
        cue = self.quotation.cue
        return cue is not None and denies(cue.text)

    @property
    def report(self) -> str:
        """The report that gives it."""
        return self.span.report

    @property
    def mode(self) -> Mode:
        """Direct, mixed or indirect: of a piece of a mixed quotation as its own marks tell."""
        if self.quotation.mode == "mixed" and self.span != self.quotation.content:
            return "mixed" if MARK.search(self.span.text) else "indirect"
        return self.quotation.mode


def joined(one: Said, other: Said) -> Said:
    """Two neighbouring pieces of one quotation as one."""
    content = one.quotation.content
    start, end = one.span.start, other.span.end
    span = Span(content.report, start, end, content.text[start - content.start : end - content.start])
    return msgspec.structs.replace(one, span=span, words=one.words | other.words, count=one.count + other.count)


def with_topics(said: Sequence[Said]) -> list[Said]:
    """The sayings of a story, each with its words of which the story speaks throughout: they tell no saying from another."""
    told = Counter(word for s in said for word in s.words)
    reports = Counter(word for word, _ in {(word, s.report) for s in said for word in s.words})
    often = max(FEW, OFTEN * len(said))
    topics = {word for word, n in told.items() if n > often and n >= AGAIN_IN_ONE * reports[word]}
    return [msgspec.structs.replace(s, topics=s.words & topics) for s in said]


def said_in(report: str, lookup: Lookup) -> list[Said]:
    """What a report has said, piece by piece; without denials to speak, what only holds another's words and what is in them."""
    annotation = lookup.annotations[report]
    told = [q for q in annotation.quotations if not is_in_words(q, annotation.quotations)]
    found = []
    for n, quotation in enumerate(annotation.quotations):
        if quotation.declined or is_too_short(quotation) or quotation not in told:
            continue
        if is_frame(quotation, told) or is_thought(quotation, told):
            continue
        speaker = lookup.entity_of(report, quotation.voice[0]) if quotation.voice else None
        named = lookup.entities[speaker].kind if speaker and is_named(speaker, lookup) else None
        for i, span in enumerate(pieces(n, quotation, annotation)):
            found.append(Said(quotation, span, speaker, named, told_words(span.text), n, i))
    return [s for s in found if s.words or s.mode == "direct"]


def told_words(text: str) -> frozenset[str]:
    """The words of what is said that can tell it from other sayings, its figures of two digits and more among them."""
    return frozenset(content_words(text) | {f for f in figures(text) if len(f) > 1})


def is_too_short(quotation: Quotation) -> bool:
    """Whether what is said is no utterance by itself: a word or two, but for what somebody is quoted as calling out."""
    called = quotation.mode == "direct" and quotation.cue is not None and quotation.source is not None
    return len(quotation.content.text) < SHORTEST and not called


def is_named(entity: str, lookup: Lookup) -> bool:
    """Whether some report calls an entity by a name, not by a description alone."""
    return any(lookup.annotations[m.report].entities[m.index].names for m in lookup.entities[entity].members)


def is_frame(outer: Quotation, quotations: Iterable[Quotation]) -> bool:
    """Whether all that `outer` has somebody say is that another says it ("… he said, according to the ministry")."""
    for inner in quotations:
        if inner is outer or inner.cue is None or inner.confidence < SURE or not outer.content.covers(inner.content):
            continue
        if inner.content == outer.content:
            if outer.cue is None or nearness(outer) > nearness(inner):
                return True
            continue
        if outer.content.covers(inner.cue):
            parts = [inner.content, inner.cue, *([inner.source] if inner.source is not None else [])]
            if len(content_words(without(outer.content, parts))) <= 1:
                return True
    return False


def is_in_words(inner: Quotation, quotations: Iterable[Quotation]) -> bool:
    """Whether all of `inner` is told within quoted words of another ("“We were told that the bridge is safe,” he said")."""
    parts = [s for s in (inner.source, inner.cue, inner.content) if s is not None]
    return inner.mode == "indirect" and any(
        outer is not inner
        and all(outer.content.covers(s) for s in parts)
        and (outer.mode == "direct" or all(in_marks(outer.content, s) for s in parts))
        for outer in quotations
    )


def in_marks(content: Span, part: Span) -> bool:
    """Whether quotation marks stand open in `content` where `part` begins."""
    lead = content.text[: part.start - content.start]
    return bool(OPENED.search(lead)) or lead.count('"') % 2 == 1


def is_thought(inner: Quotation, quotations: Iterable[Quotation]) -> bool:
    """Whether `inner` is what somebody believes in another's telling ("they said that they believed …"): part of that."""
    return inner.confidence < SURE and any(
        outer is not inner and outer.confidence >= SURE and outer.content.covers(inner.content) for outer in quotations
    )


def nearness(quotation: Quotation) -> int:
    """How many letters lie between a content and its cue."""
    cue, content = quotation.cue, quotation.content
    return 0 if cue is None else max(cue.start - content.end, content.start - cue.end, 0)


def without(span: Span, parts: Sequence[Span]) -> str:
    """The words of `span` that stand in none of `parts`."""
    return "".join(
        c if not any(p.start <= at < p.end for p in parts) else " " for at, c in enumerate(span.text, span.start)
    )


def pieces(n: int, quotation: Quotation, annotation: Annotation) -> Iterator[Span]:
    """The content of the `n`th quotation, cut where a sentence or a joined clause with its own subject begins."""
    content = quotation.content
    starts = {s.start for s in annotation.sentences if STOP.search(before(content, s.start))}
    starts |= {
        p.span.start
        for p in annotation.propositions
        if p.part_of_utterance == n
        and not p.nominal
        and any(a.role in ("who", "whom") and a.span.start == p.span.start for a in p.arguments)
        and JOINT.search(before(content, p.span.start))
    }
    if quotation.mode != "direct":
        starts |= {content.start + m.end() for m in THAT_TOO.finditer(content.text)}
    cuts = [content.start]
    for at in sorted(s for s in starts if content.start < s < content.end):
        opened = at - (content.text[at - content.start - 1] in "\"'“‘«")
        if all(
            content_words(content.text[a - content.start : b - content.start])
            for a, b in ((cuts[-1], at), (at, content.end))
        ):
            cuts.append(opened)
    for start, end in zip(cuts, [*cuts[1:], content.end], strict=True):
        yield trimmed(content, start, end, last=end == content.end)


def before(content: Span, at: int) -> str:
    """The last words of `content` before `at`."""
    return content.text[max(0, at - content.start - 12) : max(0, at - content.start)]


def trimmed(content: Span, start: int, end: int, *, last: bool) -> Span:
    """`content` from `start` to `end` without the conjunction that leads on to the next piece."""
    text = content.text[start - content.start : end - content.start]
    if not last:
        text = re.sub(r"[\s,;]+(?:(?:and|but|yet|while)(?:\s+that)?)?\s*$", "", text)
    return Span(content.report, start, start + len(text), text)
