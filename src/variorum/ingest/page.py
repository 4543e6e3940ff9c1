"""HTML pages: the article's text by trafilatura, what stands beside it by its markup, what the page says of itself.

Captions, pointers to other articles ("Read more: ...") and a further article below the first are taken out of the tree
before the text is extracted, so that they cannot mix with it, and are put back as blocks of their own with role and
reason: nothing that a reader saw in the article is lost without a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlElement

from variorum.ingest.beside import (
    PARAGRAPHS,
    Piece,
    taken_articles,
    taken_bylines,
    taken_captions,
    taken_pointers,
    words_of,
)
from variorum.ingest.blocks import blocks_of, same_words
from variorum.ingest.decode import check_length
from variorum.ingest.errors import IngestError
from variorum.ingest.flatten import DEEPEST, deepest, flattened
from variorum.ingest.metadata import article_body, is_live_blog, said_of_itself
from variorum.ingest.sidecar import SideInformation
from variorum.model import Block, BlockRole

FEWEST_WORDS = 5  # fewer are no article
LONGEST_PAGE = 8_000_000  # characters of markup
SHORT = 250  # characters: below it trafilatura falls back on guesses, and the paragraphs are read as they stand
DROPPED = ("script", "style", "noscript", "template", "iframe", "svg", "form", "button", "select", "textarea", "object")


class Page(msgspec.Struct, frozen=True):
    """The article of a page: its text, its blocks, its headline, and what the page says of itself."""

    text: str
    blocks: tuple[Block, ...]
    title: str | None
    side: SideInformation


def read_page(markup: str, name: str) -> Page:
    """Read the article out of `markup`.

    The text holds headline and paragraphs, separated by blank lines, and what stood beside them as blocks with their
    roles. Raises IngestError where there is no article, or where the page is too long or cannot be parsed.
    """
    if len(markup) > LONGEST_PAGE:
        raise IngestError(
            name, f"left out: the page has more than {LONGEST_PAGE:,} characters.", "Save the article's text."
        )
    tree = parsed(flattened(markup) if deepest(markup) > DEEPEST else markup, name)
    side, named = said_of_itself(tree)
    body = article_body(tree)
    live = is_live_blog(tree)  # its entries are articles too, and its own
    etree.strip_elements(tree, *DROPPED, etree.Comment, with_tail=False)
    title = headline(tree, named)
    others = () if live else taken_articles(tree, title)
    aside = [*others, *taken_bylines(tree), *taken_captions(tree), *taken_pointers(tree)]
    check_length(words_of(tree), name)
    paragraphs = list(article_paragraphs(tree)) or [Piece(words) for words in body]
    if sum(len(piece.words.split()) for piece in paragraphs if not same_words(piece.words, title)) < FEWEST_WORDS:
        raise IngestError(name, "left out: the page holds no article.", "Save the article's own page, or its text.")
    text, known = laid_out(with_title(paragraphs, title), aside)
    return Page(text, blocks_of(text, title=title, known=known), title, side)


def parsed(markup: str, name: str) -> HtmlElement:
    """The tree of `markup`. Raises IngestError where there is none."""
    try:
        return lxml_html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", markup))
    except (etree.LxmlError, ValueError, RecursionError, AssertionError) as error:
        raise IngestError(name, "left out: the page cannot be parsed.", "Save the article's text.") from error


# ---------------------------------------------------------------- the article


def headline(tree: HtmlElement, named: str | None) -> str | None:
    """The headline: the heading that says what the page says of itself, else the first `<h1>` of a few words."""
    headings = [words for tag in tree.iter("h1") if (words := words_of(tag))]
    alike = [words for words in headings if named and (same_words(words, named) or words in named or named in words)]
    longer = [words for words in headings if len(words.split()) >= 3]
    return next(iter(alike or longer or ([named] if named else headings)), None)


def article_paragraphs(tree: HtmlElement) -> Iterator[Piece]:
    """The article's paragraphs, headings and items of lists, in order; the latter two are body by their tags."""
    from trafilatura import bare_extraction  # 0.3 s to import: only where a page is read

    whole = list(plain_paragraphs(tree))
    document = bare_extraction(
        lxml_html.document_fromstring(lxml_html.tostring(tree, encoding="unicode")),
        fast=True,
        include_comments=False,
        include_tables=False,
        with_metadata=False,
    )
    body = getattr(document, "body", None)
    found = list(extracted(body)) if body is not None else []
    if length(found) < min(SHORT, length(whole)):
        found = whole
    yield from found


def length(pieces: list[Piece]) -> int:
    """How many characters the pieces hold."""
    return sum(len(piece.words) for piece in pieces)


def extracted(element: etree._Element) -> Iterator[Piece]:
    """The paragraphs of what trafilatura keeps; a line break inside one ends it."""
    nested = {"p", "head", "list", "item", "quote", "code", "table", "div"}
    if any(child.tag in nested for child in element):
        lead = " ".join((element.text or "").split())
        if lead:
            yield Piece(lead)
        for child in element:
            yield from extracted(child)
            tail = " ".join((child.tail or "").split())
            if tail:
                yield Piece(tail)
        return
    for broken in element.iter("lb"):
        broken.tail = "\n" + (broken.tail or "")
    for line in "".join(element.itertext()).split("\n"):
        words = " ".join(line.split())
        if words:
            yield Piece(words, "body" if element.tag in {"head", "item"} else None)


def plain_paragraphs(tree: HtmlElement) -> Iterator[Piece]:
    """The paragraphs as they stand in the article, the main part or the body: for pages too short for statistics."""
    root = next(
        (found for tag in ("article", "main", "body") if (found := next(tree.iter(tag), None)) is not None), tree
    )
    outside = {"nav", "footer", "aside", "header"}
    seen = False
    for element in root.iter(*PARAGRAPHS):
        inner = any(True for child in element.iter(*PARAGRAPHS) if child is not element)
        away = any(parent.tag in outside for parent in element.iterancestors()) and element.tag != "h1"
        if not inner and not away and (words := words_of(element)):
            seen = True
            yield Piece(words, None if element.tag in {"p", "blockquote", "pre"} else "body")
    if not seen:
        yield from (Piece(words) for line in root.text_content().split("\n") if (words := " ".join(line.split())))


def with_title(paragraphs: list[Piece], title: str | None) -> list[Piece]:
    """`paragraphs` under the headline; where one of the first is the headline, it is moved up."""
    if title is None:
        return paragraphs
    at = next((n for n, piece in enumerate(paragraphs[:4]) if same_words(piece.words, title)), None)
    return [Piece(title), *(piece for n, piece in enumerate(paragraphs) if n != at)]


def laid_out(pieces: list[Piece], aside: list[Piece]) -> tuple[str, dict[int, tuple[BlockRole, str | None]]]:
    """The text of all pieces, what stood beside them behind its words or at the end, and their known roles."""
    order: list[list[Piece]] = [[piece] for piece in pieces]
    rest: list[Piece] = []
    places = {piece.words: n for n, piece in reversed(list(enumerate(pieces)))}
    for piece in aside:
        place = places.get(piece.after) if piece.after else None
        (rest if place is None else order[place]).append(piece)
    text, known = "", {}
    for piece in [piece for group in order for piece in group] + rest:
        text += "\n\n" if text else ""
        if piece.role is not None:
            known[len(text)] = (piece.role, piece.why)
        text += piece.words
    return text, known
