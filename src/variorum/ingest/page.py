"""HTML pages: the article's text by trafilatura, what the page says of itself from JSON-LD and meta tags."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import msgspec
import trafilatura
from lxml import html as lxml_html
from trafilatura.metadata import extract_metadata

from variorum.ingest.blocks import blocks_of
from variorum.ingest.decode import decode
from variorum.ingest.sidecar import ISO, SideInformation
from variorum.model import Block, VariorumError

DEEPEST = 400  # nested tags: an article needs a few dozen, the parsers' recursion ends near a thousand
JSON_LD = re.compile(r"<script[^>]+application/ld\+json[^>]*>(.*?)</script", re.IGNORECASE | re.DOTALL)
ARTICLE = {"NewsArticle", "Article", "ReportageNewsArticle", "LiveBlogPosting", "BlogPosting", "AnalysisNewsArticle"}
META = {
    "published": ("article:published_time", "datepublished", "date", "pubdate", "dc.date", "parsely-pub-date"),
    "updated": ("article:modified_time", "datemodified", "lastmod", "og:updated_time"),
    "outlet": ("og:site_name", "application-name"),
    "url": ("og:url",),
}


class PageError(VariorumError):
    """A page that holds no article."""


class Page(msgspec.Struct, frozen=True):
    """The article of a page: its text, its blocks, its headline, and what the page says of itself."""

    text: str
    blocks: tuple[Block, ...]
    title: str | None
    side: SideInformation


def read_page(data: bytes, name: str) -> Page:
    """Read the article out of `data`. Raises PageError where there is none, or where the page cannot be parsed."""
    markup = decode(data, name, html=True)
    if deepest(markup) > DEEPEST:
        markup = flattened(markup)
    try:
        tree = trafilatura.load_html(markup)
        body = trafilatura.extract(markup, include_comments=False, include_tables=False, favor_precision=True)
        metadata = extract_metadata(tree) if tree is not None else None
    except (RecursionError, ValueError, lxml_html.etree.LxmlError) as error:
        raise PageError(name, "left out: the page cannot be parsed.", "Save its text.") from error
    if not body or len(body.split()) < 8:
        raise PageError(name, "left out: the page holds no article.", "Save the article's own page, or its text.")
    title = metadata.title if metadata else None
    text = body.replace("\n", "\n\n")
    if title and not body.startswith(title):
        text = f"{title}\n\n{text}"
    return Page(text, blocks_of(text), title, said_of_itself(markup))


def deepest(markup: str) -> int:
    """How deep the tags of `markup` nest, counted without parsing."""
    depth = most = 0
    for tag in re.finditer(r"<(/?)([a-zA-Z][\w-]*)[^>]*?(/?)>", markup):
        if tag.group(2).lower() in {"br", "img", "meta", "link", "input", "hr", "source", "p", "li"} or tag.group(3):
            continue
        depth = max(0, depth - 1) if tag.group(1) else depth + 1
        most = max(most, depth)
    return most


def flattened(markup: str) -> str:
    """`markup` without inline tags, which carry no text structure and are what nests without end."""
    return re.sub(r"</?(?:b|i|em|strong|span|font|u|small|big|a|div|section)\b[^>]*>", " ", markup, flags=re.IGNORECASE)


def said_of_itself(markup: str) -> SideInformation:
    """Outlet, dates and address from JSON-LD first, then meta tags; dates only where they are ISO dates."""
    found: dict[str, str] = {}
    for item in linked_data(markup):
        publisher = item.get("publisher")
        publisher = publisher[0] if isinstance(publisher, list) and publisher else publisher
        outlet = publisher.get("name") if isinstance(publisher, dict) else publisher
        for key, value in (
            ("published", item.get("datePublished")),
            ("updated", item.get("dateModified")),
            ("outlet", outlet),
            ("url", item.get("url")),
        ):
            if isinstance(value, str) and value.strip():
                found.setdefault(key, value.strip())
    for name, value in meta_tags(markup):
        for key, names in META.items():
            if name in names:
                found.setdefault(key, value)
    dates = {k: v for k in ("published", "updated") if (v := iso(found.get(k)))}
    return SideInformation(outlet=found.get("outlet"), url=found.get("url"), **dates)


def linked_data(markup: str) -> Iterator[dict[str, Any]]:
    """The JSON-LD items of the page that are articles, however they are wrapped (a list, a graph, `@type` as a list)."""
    for script in JSON_LD.finditer(markup):
        try:
            queue = [json.loads(script.group(1).strip())]
        except ValueError:
            continue
        while queue:
            item = queue.pop(0)
            if isinstance(item, list):
                queue += item
            elif isinstance(item, dict):
                kinds = item.get("@type")
                if set(kinds if isinstance(kinds, list) else [kinds]) & ARTICLE:
                    yield item
                queue += [v for v in (item.get("@graph"), item.get("mainEntity")) if v]


def meta_tags(markup: str) -> Iterator[tuple[str, str]]:
    """Name and content of the page's meta tags, names in lower case."""
    for tag in re.finditer(r"<meta\b[^>]*>", markup, re.IGNORECASE):
        name = re.search(r"""(?:name|property|itemprop)\s*=\s*["']([^"']+)["']""", tag.group(), re.IGNORECASE)
        content = re.search(r"""content\s*=\s*["']([^"']*)["']""", tag.group(), re.IGNORECASE)
        if name and content and content.group(1).strip():
            yield name.group(1).lower(), content.group(1).strip()


def iso(value: str | None) -> str | None:
    """`value` where it is an ISO date, with seconds cut off a time."""
    if not value or not ISO.match(value):
        return None
    return value.replace(" ", "T")
