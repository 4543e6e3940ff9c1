"""What a page says of itself: headline, outlet, dates and address, from JSON-LD, meta tags, time stamps in its markup.

JSON-LD comes first (it has hour and zone), then meta tags, `<time>` elements, and last a stamp that readers see. A date
out of any other script or out of an address is never taken.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

from variorum.ingest.dates import iso_date, printed_dates
from variorum.ingest.sidecar import SideInformation

META = {
    "published": (
        "article:published_time", "og:published_time", "datepublished", "date", "pubdate", "publishdate",
        "publish-date", "publish_date", "dc.date.issued", "dc.date", "dcterms.created", "dcterms.issued",
        "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "article.published",
        "published_time", "date.created",
    ),
    "updated": (
        "article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified", "dc.date.modified",
        "dcterms.modified", "article.updated", "modified_time",
    ),
    "outlet": ("og:site_name", "application-name", "dc.publisher", "publisher", "cre"),
    "url": ("og:url", "twitter:url"),
    "title": ("og:title", "twitter:title", "dc.title", "headline", "title"),
}  # fmt: skip


def said_of_itself(tree: HtmlElement) -> tuple[SideInformation, str | None]:
    """Side information and the headline as the page's markup gives them; None for what it does not say."""
    found: dict[str, str] = {}
    items = list(linked_articles(tree))
    for source in (*map(of_item, items[:1]), of_meta_tags(tree), of_elements(tree)):
        for key, value in source.items():
            found.setdefault(key, value)
    title = found.pop("title", None)
    return SideInformation(**found), title


# ---------------------------------------------------------------- JSON-LD


def linked_articles(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """The JSON-LD items that are articles, however wrapped: a list, a graph, `@type` as a list, a page about one.

    References by `@id` are followed for publishers. Whatever is not an object is passed over.
    """
    roots: list[Any] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            try:
                roots.append(json.loads(without_wrapping(script.text_content()), strict=False))
            except (ValueError, RecursionError):
                continue
    nodes = list(objects(roots))
    named = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    for node in nodes:
        if is_article(node):
            publisher = first(node.get("publisher"))
            if isinstance(publisher, dict) and publisher.get("@id") in named:
                publisher = {**named[publisher["@id"]], **publisher}
            yield {**node, "publisher": publisher}


def is_live_blog(tree: HtmlElement) -> bool:
    """Whether the page says that it is a live blog."""
    kinds = [item.get("@type") for item in linked_articles(tree)]
    return any("LiveBlogPosting" in (kind if isinstance(kind, list) else [kind]) for kind in kinds)


def article_body(tree: HtmlElement) -> list[str]:
    """The paragraphs of the article as JSON-LD has it, for pages that scripts fill; empty where it has none."""
    bodies = (item.get("articleBody") for item in linked_articles(tree))
    text = next((body for body in bodies if isinstance(body, str) and body.strip()), "")
    return [words for line in text.split("\n") if (words := " ".join(line.split()))]


def objects(roots: list[Any]) -> Iterator[dict[str, Any]]:
    """The objects in `roots` that stand for themselves, in order: lists, graphs and main entities opened."""
    queue = list(reversed(roots))
    while queue:
        item = queue.pop()
        if isinstance(item, list):
            queue += reversed(item)
        elif isinstance(item, dict):
            yield item
            queue += [
                value
                for key in ("mainEntity", "mainEntityOfPage", "@graph")
                if isinstance(value := item.get(key), list | dict)
            ]


def is_article(node: dict[str, Any]) -> bool:
    """Whether an object is of an article's type (NewsArticle, LiveBlogPosting, ReportageNewsArticle ...)."""
    kinds = node.get("@type")
    return any(
        isinstance(kind, str) and kind.rsplit("/", 1)[-1].endswith(("Article", "Posting"))
        for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def of_item(item: dict[str, Any]) -> dict[str, str]:
    """What an article's object says."""
    publisher = first(item.get("publisher"))
    outlet = publisher.get("name") if isinstance(publisher, dict) else publisher
    page = item.get("mainEntityOfPage")
    address = first(item.get("url")) or (page.get("@id") if isinstance(page, dict) else page)
    return checked(
        {
            "published": first(item.get("datePublished")) or first(item.get("dateCreated")),
            "updated": first(item.get("dateModified")),
            "outlet": first(outlet),
            "url": address,
            "title": first(item.get("headline")),
        }
    )


def first(value: Any) -> Any:
    """The first of a list, or the value itself."""
    while isinstance(value, list):
        value = value[0] if value else None
    return value


def without_wrapping(script: str) -> str:
    """A script's text without the comment or CDATA marks that some systems put around it."""
    marks = r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$"
    return re.sub(marks, "", script.strip()).strip().rstrip(";")


# ---------------------------------------------------------------- tags


def of_meta_tags(tree: HtmlElement) -> dict[str, str]:
    """What meta tags and the canonical link say; of several names the earlier in META wins."""
    values: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").strip().lower()
        content = (tag.get("content") or "").strip()
        if name and content:
            values.setdefault(name, content)
    found: dict[str, Any] = {}
    for key, names in META.items():
        candidates = [values[name] for name in names if name in values]
        if key in {"published", "updated"}:
            candidates = [value for value in candidates if iso_date(value)]
        if candidates:
            found[key] = candidates[0]
    links = [link for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    canonical = links[0].get("href") if links else None
    if canonical and canonical.startswith("http"):
        found["url"] = canonical
    return checked(found)


def of_elements(tree: HtmlElement) -> dict[str, str]:
    """Dates out of `<time>` elements and stamps that readers see ("Published 2 November 2025"), and the title."""
    found: dict[str, Any] = {}
    for tag in tree.iter("time"):
        stamp = iso_date(tag.get("datetime") or "") or iso_date(" ".join(tag.text_content().split()))
        if stamp and not any(parent.tag in {"nav", "aside", "footer"} for parent in tag.iterancestors()):
            found.setdefault("updated" if re.search(r"updat|modif", cue_of(tag), re.IGNORECASE) else "published", stamp)
    for element in tree.iter("p", "div", "span", "time", "small", "li", "header", "address"):
        words = " ".join(element.text_content().split())[:400] if len(element) <= 4 else ""
        if 0 < len(words) <= 160:
            for key, value in printed_dates(words).items():
                found.setdefault(key, value)
    title = next((" ".join(tag.text_content().split()) for tag in tree.iter("title")), None)
    if title:
        found["title"] = re.sub(r"\s+[|–—-]\s+[^|–—]{2,40}$", "", title)
    return checked(found)


def cue_of(tag: HtmlElement) -> str:
    """The words around a `<time>` element that say what time it is."""
    parent = tag.getparent()
    around = (parent.get("class"), parent.text) if parent is not None else ()
    return " ".join(filter(None, (tag.get("class"), tag.get("itemprop"), *around)))


def checked(found: dict[str, Any]) -> dict[str, str]:
    """The entries that are usable text: dates made ISO, addresses absolute."""
    out: dict[str, str] = {}
    for key, value in found.items():
        if not isinstance(value, str) or not value.strip():
            continue
        words = " ".join(value.split())
        if key in {"published", "updated"}:
            words = iso_date(words) or ""
        elif key == "url":
            words = words if re.match(r"https?://\S+$", words) else ""
        elif key == "outlet":
            words = words if len(words) <= 80 and not words.startswith("http") else ""
        if words:
            out[key] = words
    return out
