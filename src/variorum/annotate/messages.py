"""What somebody has somebody told after a colon: "the mayor had a message for Lee: the town will not pay"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from variorum.annotate.chains import voices
from variorum.annotate.layer import is_set_aside, span_of
from variorum.annotate.sources import Range, phrase, source_of
from variorum.model import Quotation

MESSAGES = {"message", "warning", "answer", "advice", "verdict", "response", "promise", "pledge", "demand", "reply"}
GIVING = {"have", "send", "deliver", "issue", "offer", "give"}
FINITE = {"VBD", "VBZ", "VBP", "MD"}
SURE = 0.8


def messages(doc: Doc, found: Sequence[Quotation]) -> Iterator[Quotation]:
    """The clauses behind a colon that a noun before it announces, where nothing is quoted there."""
    for colon in doc:
        if colon.text != ":" or not colon.whitespace_ or colon.i + 1 >= len(doc) or is_set_aside(doc, colon.idx):
            continue
        noun = next((t for t in reversed(doc[colon.sent.start : colon.i]) if t.lemma_.lower() in MESSAGES), None)
        source = whose(noun) if noun is not None else None
        start, end = colon.i + 1, closing(doc, colon.i + 1)
        if (
            source is None
            or not any(t.tag_ in FINITE for t in doc[start:end])
            or any(t.is_quote for t in doc[start:end])
        ):
            continue
        content = span_of(doc, start, end)
        if not any(q.content.overlaps(content) and q.mode != "indirect" for q in found):
            yield Quotation("indirect", content, None, span_of(doc, *source), voices(doc, source), confidence=SURE)


def whose(noun: Token) -> Range | None:
    """Who gives the message: its owner, else the subject of the verb whose object it is."""
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    if owner is not None:
        return phrase(owner)
    if any(c.lower_ in ("no", "any") for c in noun.children):
        return None
    gives = noun.dep_ == "dobj" and noun.head.lemma_ in GIVING and not any(c.dep_ == "neg" for c in noun.head.children)
    return source_of(noun.head) if gives else None


def closing(doc: Doc, start: int) -> int:
    """The token at which the clause that begins at `start` ends: the next full stop or end of line."""
    end = next((t.i for t in doc[start:] if t.text in {".", "?", "!", ";"} or "\n" in t.text_with_ws), len(doc))
    return end + (end < len(doc) and doc[end].text not in {".", "?", "!", ";"} and not doc[end].is_space)
