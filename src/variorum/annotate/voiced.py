"""Who speaks in each quotation, as far as pronouns need it: nobody says "he" or "she" of himself."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from variorum.annotate.layer import once_a_doc, text_of, token_at
from variorum.annotate.quote_marks import paragraphs, quoted
from variorum.knowledge.cues import is_cue

LABEL = re.compile(r"[A-Z][A-Z.'’ -]{2,40}(?:, [A-Z ]{2,40})?:(?= )")
"""Who speaks in a line of a transcript ("NELSON: He told us …")."""
Voiced = tuple[int, int, frozenset[int]]


def is_own_speech(doc: Doc, pronoun: Token, other: Token) -> bool:
    """Whether `other` is the subject of the verb of saying beside the quotation that `pronoun` stands in."""
    return any(start <= pronoun.idx < end and other.i in speakers for start, end, speakers in voiced(doc))


@once_a_doc
def voiced(doc: Doc) -> list[Voiced]:
    """The quotations of `doc` (characters), each with the tokens that name its speaker beside it."""
    text = text_of(doc)
    parts = paragraphs(text)
    marked = [q for start, end in parts for q in quoted(text, start, end)]
    lines = [(label, end) for start, end in parts if (label := LABEL.match(text, start, end)) is not None]
    turns = [(label.end(), end, labelling(doc, label.span())) for label, end in lines] if len(lines) > 1 else []
    return [*turns, *((q.start, q.end, speakers_beside(doc, q.start, q.end)) for q in marked)]


def labelling(doc: Doc, label: tuple[int, int]) -> frozenset[int]:
    """The tokens of the name that a transcript puts before what somebody says."""
    tokens = doc.char_span(*label, alignment_mode="expand")
    return frozenset(t.i for t in tokens or ())


def speakers_beside(doc: Doc, start: int, end: int) -> frozenset[int]:
    """The subjects of verbs of saying in the sentences at either edge of the quotation, outside of it."""
    edges = [token_at(doc, at) for at in (max(start - 1, 0), start, max(end - 1, 0), min(end, len(text_of(doc)) - 1))]
    beside = {t.i for edge in edges if edge is not None for t in edge.sent if not start <= t.idx < end}
    return frozenset(i for i in beside if is_speaking(doc[i]))


def is_speaking(token: Token) -> bool:
    """Whether the token is the subject of a verb of saying."""
    return token.dep_ in {"nsubj", "nsubjpass"} and is_cue(token.head.lemma_, "say", "manner", "tell", "ask")
