"""Pages whose tags nest too deep for a tree: counted without parsing, and rewritten with their blocks side by side."""

from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser

DEEPEST = 250  # an article page needs a few dozen; tree builders and walkers give up or crash from some hundreds on
TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)[^<>]*?(/?)>")
VOID = frozenset({"br", "img", "meta", "link", "input", "hr", "source", "wbr", "area", "base", "col", "embed", "track"})
BLOCKS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "figcaption", "title", "script", "time"})
BREAKS = frozenset({"div", "section", "blockquote", "td", "tr", "ul", "ol", "br", "header", "footer", "figure", "body"})


def deepest(markup: str) -> int:
    """How deep the tags of `markup` nest at most; a `<p>` or `<li>` left open closes where the next one begins."""
    depth = most = 0
    for closing, name, empty in TAG.findall(markup):
        name = name.lower()
        if empty or name in VOID or name in {"p", "li"}:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        most = max(most, depth)
    return most


def flattened(markup: str) -> str:
    """`markup` with text blocks, articles, meta tags and JSON-LD alone, none inside another but in an article."""
    flattener = Flattener()
    flattener.feed(markup)
    flattener.close()
    return f"<html><body>{flattener.written()}</body></html>"


class Flattener(HTMLParser):
    """Writes the pieces of a page one after the other, without a tree or recursion."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.open_block: str | None = None
        self.articles = 0
        self.in_article = False
        self.skipping: str | None = None

    def written(self) -> str:
        """What came of the page."""
        self.end_block()
        return "".join(self.pieces) + ("</article>" if self.in_article else "")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a block, or pass over a tag that carries no structure."""
        if tag in {"meta", "link"}:
            self.pieces.append(f"<{tag}{written_attributes(attrs)}>")
        elif tag == "article":
            self.end_block()
            self.pieces.append("</article><article>" if self.in_article else "<article>")
            self.in_article = True
        elif tag in {"style", "noscript", "template", "nav", "iframe"}:
            self.skipping = self.skipping or tag
        elif tag in BLOCKS:
            self.end_block()
            self.pieces.append(f"<{tag}{written_attributes(attrs)}>")
            self.open_block = tag
        elif tag in BREAKS:
            self.end_block()

    def handle_endtag(self, tag: str) -> None:
        """Close what is open."""
        if tag == self.skipping:
            self.skipping = None
        elif tag == self.open_block or tag in BREAKS or tag == "article":
            self.end_block()
            if tag == "article" and self.in_article:
                self.pieces.append("</article>")
                self.in_article = False

    def handle_data(self, data: str) -> None:
        """Write text; outside of a block it makes a paragraph."""
        if self.skipping:
            return
        if self.open_block is None:
            if not data.strip():
                return
            self.pieces.append("<p>")
            self.open_block = "p"
        self.pieces.append(data if self.open_block == "script" else escape(data, quote=False))

    def end_block(self) -> None:
        """Close the open text block, if any."""
        if self.open_block is not None:
            self.pieces.append(f"</{self.open_block}>")
            self.open_block = None


def written_attributes(attrs: list[tuple[str, str | None]]) -> str:
    """Attributes as markup."""
    return "".join(f' {name}="{escape(value or "")}"' for name, value in attrs if re.fullmatch(r"[\w:-]+", name))
