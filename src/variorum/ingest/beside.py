"""What stands beside an article on its page, taken out of the tree: captions, bylines, pointers, further articles.

Each becomes a Piece with its role and reason and the words it stood after, so that it can be put back as a block.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise

import msgspec
from lxml.html import HtmlElement

from variorum.ingest.blocks import same_words
from variorum.ingest.furniture import POINTER, TEASER
from variorum.model import BlockRole

PARAGRAPHS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre")
CAPTION = re.compile(r"(?:^|[\s_-])(?:wp-)?caption(?:$|[\s_-]|text)", re.IGNORECASE)
RELATED = re.compile(
    r"(?:^|[\s_-])(?:related|read-?more|teaser|also-?like|see-?also|recommended|more-stories)(?:$|[\s_-])", re.I
)
BYLINE = re.compile(r"(?:^|[\s_-])(?:byline|by-line|authors?|contributors?)(?:$|[\s_-]|block|name)", re.IGNORECASE)
OTHER_ARTICLE = "another article below this one"
MOST_ASIDE = 60_000  # characters of other articles that are kept


class Piece(msgspec.Struct, frozen=True):
    """A paragraph to be: its words, and the role it is known to have (None: by its form), `after` which it stood."""

    words: str
    role: BlockRole | None = None
    why: str | None = None
    after: str = ""


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


def words_of(element: HtmlElement) -> str:
    """The text of an element on one line; blocks inside it are parted by a space."""
    parted = any(True for child in element.iter("p", "div", "li", "br", *PARAGRAPHS[1:7]) if child is not element)
    return " ".join((" ".join(element.itertext()) if parted else element.text_content()).split())
