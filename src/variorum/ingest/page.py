"""HTML pages: the article's text by trafilatura, what stands beside it by its markup, what the page says of itself.

Captions, pointers to other articles ("Read more: ...") and a further article below the first are taken out of the tree
before the text is extracted, so that they cannot mix with it, and are put back as blocks of their own with role and
reason: nothing that a reader saw in the article is lost without a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise

import msgspec
from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlElement

from variorum.ingest.blocks import blocks_of, same_words
from variorum.ingest.decode import check_length
from variorum.ingest.errors import IngestError
from variorum.ingest.flatten import DEEPEST, deepest, flattened
from variorum.ingest.furniture import POINTER, TEASER
from variorum.ingest.metadata import article_body, is_live_blog, said_of_itself
from variorum.ingest.sidecar import SideInformation
from variorum.model import Block, BlockRole

FEWEST_WORDS = 5  # fewer are no article
LONGEST_PAGE = 8_000_000  # characters of markup
SHORT = 250  # characters: below it trafilatura falls back on guesses, and the paragraphs are read as they stand
PARAGRAPHS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre")
DROPPED = ("script", "style", "noscript", "template", "iframe", "svg", "form", "button", "select", "textarea", "object")
CAPTION = re.compile(r"(?:^|[\s_-])(?:wp-)?caption(?:$|[\s_-]|text)", re.IGNORECASE)
RELATED = re.compile(
    r"(?:^|[\s_-])(?:related|read-?more|teaser|also-?like|see-?also|recommended|more-stories)(?:$|[\s_-])", re.I
)
BYLINE = re.compile(r"(?:^|[\s_-])(?:byline|by-line|authors?|contributors?)(?:$|[\s_-]|block|name)", re.IGNORECASE)
OTHER_ARTICLE = "another article below this one"
MOST_ASIDE = 60_000  # characters of other articles that are kept


class Page(msgspec.Struct, frozen=True):
    """The article of a page: its text, its blocks, its headline, and what the page says of itself."""

    text: str
    blocks: tuple[Block, ...]
    title: str | None
    side: SideInformation


class Piece(msgspec.Struct, frozen=True):
    """A paragraph to be: its words, and the role it is known to have (None: by its form), `after` which it stood."""

    words: str
    role: BlockRole | None = None
    why: str | None = None
    after: str = ""


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


# ---------------------------------------------------------------- what stands beside it


def taken_articles(tree: HtmlElement, title: str | None) -> Iterator[Piece]:
    """Take other articles out of the tree: further `<article>` elements, and what follows a later `<h1>`."""
    kept = 0
    for element in chain(other_articles(tree, title), after_later_headline(tree)):
        pieces = [words for part in element.iter(*PARAGRAPHS) if (words := words_of(part)) and not has_paragraph(part)]
        for words in pieces or [words_of(element)]:
            kept += len(words)
            if words and kept <= MOST_ASIDE:
                yield Piece(words, "noise", OTHER_ARTICLE)
        if element.getparent() is not None:
            element.drop_tree()


def other_articles(tree: HtmlElement, title: str | None) -> list[HtmlElement]:
    """The full articles, under a heading, that are not the page's own; cards and comments are left out."""
    full = [
        element
        for element in tree.iter("article")
        if not any(parent.tag == "article" for parent in element.iterancestors())
        and len(words_of(element)) >= 80
        and next(element.iter("p"), None) is not None
        and next(element.iter("h1", "h2", "h3"), None) is not None
    ]
    if not full or (len(full) == 1 and prose_outside(tree) < len(words_of(full[0]))):
        return []
    named = [
        element for element in full if title and any(same_words(words_of(h), title) for h in element.iter("h1", "h2"))
    ]
    longest = max(len(words_of(element)) for element in full)
    own = next(iter(named), None)
    if own is None and prose_outside(tree) < longest:
        own = next(element for element in full if len(words_of(element)) >= 0.25 * longest)
    return [element for element in full if element is not own]


def prose_outside(tree: HtmlElement) -> int:
    """How many characters of paragraphs stand outside of every `<article>`: the page's own article may be there."""
    away = {"article", "nav", "aside", "footer", "header"}
    return sum(len(words_of(p)) for p in tree.iter("p") if not any(parent.tag in away for parent in p.iterancestors()))


def after_later_headline(tree: HtmlElement) -> Iterator[HtmlElement]:
    """The elements from a second `<h1>` on, where prose stands between it and the first: the next of endless pages."""
    headings = [element for element in tree.iter("h1") if words_of(element)]
    for earlier, later in pairwise(headings):
        above = [later, *later.iterancestors()]
        around = set(earlier.iterancestors())
        branch = next((node for node in above if node.getparent() in around), None)
        if branch is not None and prose_between(earlier, later) >= 120:
            yield from [branch, *branch.itersiblings()]
            return


def prose_between(earlier: HtmlElement, later: HtmlElement) -> int:
    """How many characters of paragraphs stand between two elements."""
    total, counting = 0, False
    for element in earlier.getroottree().getroot().iter("h1", "p"):
        if element is earlier:
            counting = True
        elif element is later:
            break
        elif counting and element.tag == "p":
            total += len(words_of(element))
    return total


def taken_captions(tree: HtmlElement) -> Iterator[Piece]:
    """Take the captions of pictures out of the article."""
    for element in list(tree.iter("figcaption", "p", "div", "span", "small", "dd")):
        marked = element.tag == "figcaption" or CAPTION.search(
            f"{element.get('class') or ''} {element.get('itemprop') or ''}"
        )
        if marked and is_attached(element, tree) and not in_passing(element) and not has_paragraph(element, 2):
            words = words_of(element)
            if words and len(words) <= 1000:
                yield Piece(words, "caption", None, before(element))
                element.drop_tree()


def taken_bylines(tree: HtmlElement) -> Iterator[Piece]:
    """Take the lines that say who wrote the article out of it."""
    for element in list(tree.iter("p", "div", "span", "address", "ul")):
        marks = (element.get(name) or "" for name in ("class", "rel", "itemprop", "data-component", "data-testid"))
        if BYLINE.search(" ".join(marks)) and is_attached(element, tree) and not in_passing(element):
            words = " ".join(" ".join(element.itertext()).split())
            if 0 < len(words) <= 160 and not has_paragraph(element, 2):
                yield Piece(words, "noise", "a byline", before(element))
                element.drop_tree()


def taken_pointers(tree: HtmlElement) -> Iterator[Piece]:
    """Take pointers to other articles out of the article: "Read more: ..." lines and boxes of related stories."""
    bounded = next(tree.iter("article", "main"), None) is not None
    tags = ("p", "div", "li", "h2", "h3", "h4", "h5", "h6", "aside", "section", "strong", "a", "ul")
    for element in list(tree.iter(*tags)):
        words = words_of(element)
        if not words or len(words) > 300:
            continue
        box = RELATED.search(f"{element.get('class') or ''} {element.get('id') or ''}")
        alone = element.tag not in {"a", "strong"} or words == words_of(element.getparent())
        apt = alone and (box or TEASER.fullmatch(words))
        inside = not bounded or any(parent.tag in {"article", "main"} for parent in element.iterancestors())
        if apt and inside and is_attached(element, tree) and not has_paragraph(element, 3) and not in_passing(element):
            yield Piece(words, "teaser", POINTER, before(element))
            element.drop_tree()


def is_attached(element: HtmlElement, tree: HtmlElement) -> bool:
    """Whether an element is still in the tree: it is not once what held it was taken out."""
    return any(parent is tree for parent in element.iterancestors())


def in_passing(element: HtmlElement) -> bool:
    """Whether an element stands in the page's navigation or footer."""
    return any(parent.tag in {"nav", "footer"} for parent in element.iterancestors())


def has_paragraph(element: HtmlElement, more_than: int = 1) -> bool:
    """Whether paragraphs stand inside an element, `more_than` of them or more."""
    return sum(1 for child in element.iter(*PARAGRAPHS) if child is not element) >= more_than


def before(element: HtmlElement) -> str:
    """The words of the last paragraph before an element."""
    return next((words for part in preceding(element) if part.tag in PARAGRAPHS and (words := words_of(part))), "")


def preceding(element: HtmlElement) -> Iterator[HtmlElement]:
    """The elements before one, the nearest first, its ancestors left out."""
    node = element
    while node is not None:
        for sibling in node.itersiblings(preceding=True):
            yield from reversed(list(sibling.iter()))
        node = node.getparent()


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


def words_of(element: HtmlElement) -> str:
    """The text of an element on one line; blocks inside it are parted by a space."""
    parted = any(True for child in element.iter("p", "div", "li", "br", *PARAGRAPHS[1:7]) if child is not element)
    return " ".join((" ".join(element.itertext()) if parted else element.text_content()).split())
