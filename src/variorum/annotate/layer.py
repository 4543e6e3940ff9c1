"""What every layer shares: how a layer hangs its results on a spaCy Doc, and how words become spans.

A layer is a plain function of a Doc under `Language.component`; it reads `doc._.<earlier layer>` and assigns one
`doc._.<name>`, a tuple of structs of `variorum.model`. In somebody else's pipeline no Report was given: then the Doc's own
text is the report, without date or outlet, and all of it is body.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from variorum.model import SET_ASIDE_ROLES, Block, Report, Span

LAYERS = ("mentions", "entities", "place_references", "times", "quantities", "quotations", "propositions")
T = TypeVar("T")


def declare_extensions() -> None:
    """Register `doc._.report` and one `doc._.<layer>` for each layer; safe to call again."""
    if not Doc.has_extension("report"):
        Doc.set_extension("report", default=None)
    for name in LAYERS:
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=())


def once_a_doc(find: Callable[[Doc], T]) -> Callable[[Doc], T]:
    """`find`, worked out once for each Doc and kept with it: for what no layer changes after its first call."""
    key = f"variorum_{find.__module__}.{find.__name__}"

    @wraps(find)
    def kept(doc: Doc) -> T:
        results = doc.user_data
        if key not in results:
            results[key] = find(doc)
        found: T = results[key]
        return found

    return kept


@once_a_doc
def report_of(doc: Doc) -> Report:
    """The Report that `doc` was made from, or one made of its text alone."""
    if doc._.report is None:
        text = doc.text
        doc._.report = Report(id="doc", source="doc", sha256="", text=text, blocks=(Block("body", 0, len(text)),))
    report: Report = doc._.report
    return report


@once_a_doc
def text_of(doc: Doc) -> str:
    """The text of `doc`, which spaCy puts together anew from its tokens whenever it is asked."""
    text: str = doc.text
    return text


def span_of(doc: Doc, start: int, end: int) -> Span:
    """The span of the tokens `start:end` (token indices), surrounding white space left out."""
    while start < end and doc[start].is_space:
        start += 1
    while end > start and doc[end - 1].is_space:
        end -= 1
    if start >= end:
        raise ValueError("a span needs at least one token that is not white space")
    return report_of(doc).span(doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))


def words_of(found: DocSpan) -> Span:
    """The span of a spaCy Span."""
    return span_of(found.doc, found.start, found.end)


@once_a_doc
def token_edges(doc: Doc) -> tuple[dict[int, int], dict[int, int]]:
    """The token that begins at an offset, and the one that ends there."""
    return {t.idx: t.i for t in doc}, {t.idx + len(t): t.i for t in doc}


def first_token(doc: Doc, span: Span) -> Token:
    """The first token that `span` touches."""
    at = token_edges(doc)[0].get(span.start)
    return tokens_of(doc, span)[0] if at is None else doc[at]


def token_at(doc: Doc, offset: int) -> Token | None:
    """The token that holds the character at `offset`, None where none does."""
    found = doc.char_span(offset, offset + 1, alignment_mode="expand")
    return found[0] if found is not None and len(found) else None


def tokens_of(doc: Doc, span: Span) -> DocSpan:
    """The tokens that `span` touches."""
    starts, ends = token_edges(doc)
    if span.start in starts and span.end in ends:
        return DocSpan(doc, starts[span.start], ends[span.end] + 1)
    found = doc.char_span(span.start, span.end, alignment_mode="expand")
    if found is None:
        raise ValueError(f"{span!r} lies outside the text")
    return found


@once_a_doc
def block_starts(doc: Doc) -> list[int]:
    """Where the blocks of the report begin, which stand in its order and hold nothing in common."""
    return [block.start for block in report_of(doc).blocks]


def block_at(doc: Doc, offset: int) -> Block | None:
    """The block of the report that holds the character at `offset`."""
    at = bisect_right(block_starts(doc), offset) - 1
    block = report_of(doc).blocks[at] if at >= 0 else None
    return block if block is not None and offset < block.end else None


def is_set_aside(doc: Doc, offset: int) -> bool:
    """Whether the character at `offset` stands in a teaser or other noise, which no layer reads."""
    block = block_at(doc, offset)
    return block is None or block.role in SET_ASIDE_ROLES


declare_extensions()
