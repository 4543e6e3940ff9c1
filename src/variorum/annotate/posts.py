"""Posts that a page embeds: the words, a dash, who posted them, the handle ("… — Ann Lee (@annlee) May 2, 2018")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from variorum.annotate.chains import voices
from variorum.annotate.layer import is_set_aside, report_of, span_of, tokens_of
from variorum.annotate.quote_marks import paragraphs
from variorum.model import Quotation, Span, Voice

SIGNED = re.compile(
    r"\s*(?:[—–]|(?<=\s)--?)\s?(?P<name>[^—–()@\n]{2,60}?)\s\(@\w{1,20}\)(?:\s*[A-Z][a-z]+\s\d{1,2},\s\d{4}|\s*$)"
)
FURNITURE = re.compile(r"\s*(?:Skip (?:Twitter )?post by @\w+|Report|View image on Twitter)\s*")
LINKS = re.compile(r"(?:\s*(?:https?://\S+|pic\.twitter\.com/\S+|[a-z]+\.[a-z]+/\S+))+\s*$")
LONGEST = 300  # letters that a post can have, a link or two among them


def posted(doc: Doc) -> Iterator[Quotation]:
    """The embedded posts of `doc` in the order of the text, each with the one who signs it as its voice."""
    text = report_of(doc).text
    for block in report_of(doc).blocks:
        before = 0, 0
        for start, end in paragraphs(text, block.start, block.end):
            at = start
            for signed in SIGNED.finditer(text, start, end):
                first = FURNITURE.match(text, at, signed.start())
                low, high = (first.end() if first else at), signed.start()
                if high <= low and at == start:
                    low, high = before
                at = signed.end()
                links = LINKS.search(text, low, high)
                high = links.start() if links else high
                words = doc.char_span(low, high, alignment_mode="contract")
                name = doc.char_span(*signed.span("name"), alignment_mode="expand")
                if not words or not name or not 0 < high - low <= LONGEST or is_set_aside(doc, low) or len(words) < 3:
                    continue
                content, source = span_of(doc, words.start, words.end), span_of(doc, name.start, name.end)
                yield Quotation("direct", content, None, source, signer(doc, source), confidence=0.9)
            before = start, end


def signer(doc: Doc, name: Span) -> tuple[Voice, ...]:
    """The voice that a post's `name` stands for: as the text reads it, else the one whose name it is when written as one word
    ("BelmarCouncil") or with the same in other letters behind it."""
    tokens = tokens_of(doc, name)
    read = voices(doc, (tokens.start, tokens.end))
    if any(v.mention is not None for v in read):
        return read
    words = squeezed(name.text)
    known = (i for i, m in enumerate(doc._.mentions) if m.form == "name" and squeezed(m.span.text) == words)
    found = next(known, None) if words else None
    return read if found is None else (Voice(name, found),)


def squeezed(name: str) -> str:
    """The Latin letters and digits of a name in small ones, without spaces."""
    return "".join(c for c in name.casefold() if c.isascii() and c.isalnum())
