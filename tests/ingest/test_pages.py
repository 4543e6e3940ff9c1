"""HTML pages: the article alone is read, what stands beside it is set aside, metadata comes from where it is clear."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from variorum.ingest import read_reports
from variorum.model import Report

FIRE = (
    "<p>Two people died when a fire swept through a shoe factory in Ardova on Monday, the fire service said.</p>",
    "<p>The fire began in a store room and spread to the roof within minutes, said Chief Karim Haddawi.</p>",
    "<p>The factory was closed for the week and the council promised an inquiry into the cause of the fire.</p>",
)
STORM = (
    "<h1>Storm closes port of Belmar</h1>"
    "<p>Nine people died when a storm closed the port of Belmar on Tuesday, officials said in a statement.</p>"
    "<p>The harbour master said that boats had been lost and that the port would be closed for days.</p>"
)
CAPTION = "<figure><img src='x.jpg'><figcaption>File photo: the 2019 blast that killed 12</figcaption></figure>"
POINTER = "<p><a href='/ferry'>Read more: 40 dead in ferry disaster</a></p>"


def page(body: str, head: str = "") -> str:
    head = f"<title>Factory fire kills two | The Belmar Post</title>{head}"
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"


def article(*parts: str) -> str:
    return f"<article><h1>Factory fire kills two</h1>{''.join(parts)}</article>"


@pytest.fixture
def read(tmp_path: Path):  # type: ignore[no-untyped-def]
    def reader(markup: str | bytes, name: str = "page.html") -> Report:
        (tmp_path / name).write_bytes(markup if isinstance(markup, bytes) else markup.encode())
        reading = read_reports([tmp_path / name])
        assert reading.left_out == ()
        return reading.reports[0]

    return reader


def words(report: Report, *roles: str) -> str:
    return " / ".join(report.text[b.start : b.end] for b in report.blocks if b.role in roles)


# ---------------------------------------------------------------- C40: other stories on the page


@pytest.mark.parametrize(
    "body",
    [
        article(FIRE[0], CAPTION, FIRE[1], POINTER, FIRE[2]) + f"<article>{STORM}</article>",
        f"<main>{article(FIRE[0], CAPTION, FIRE[1], POINTER, FIRE[2])}<div>{STORM}</div></main>",
        f"<div><h1>Factory fire kills two</h1>{FIRE[0]}{CAPTION}{FIRE[1]}{POINTER}{FIRE[2]}{STORM}</div>",
        f"<div><div><h1>Factory fire kills two</h1>{FIRE[0]}{CAPTION}{FIRE[1]}{POINTER}{FIRE[2]}</div>"
        f"<div>{STORM}</div></div>",
    ],
    ids=["articles", "main", "one div", "two divs"],
)
def test_caption_of_the_files_pointer_and_second_article_are_set_aside(read, body: str) -> None:  # type: ignore[no-untyped-def]
    report = read(page(body))
    told = words(report, "headline", "standfirst", "body", "caption")
    assert "Two people died" in told
    assert "inquiry" in told
    for foreign in ("killed 12", "40 dead", "Nine people", "Storm", "harbour master"):
        assert foreign not in told
        assert foreign in words(report, "teaser", "noise")
    assert all(block.why for block in report.blocks if block.role in {"teaser", "noise"})
    assert report.title == "Factory fire kills two"


def test_a_caption_of_this_story_is_content(read) -> None:  # type: ignore[no-untyped-def]
    figure = "<figure><img src='x.jpg'><figcaption>The roof fell in at noon. Photo: Nadia Wray</figcaption></figure>"
    report = read(page(article(FIRE[0], figure, *FIRE[1:])))
    assert words(report, "caption") == "The roof fell in at noon."
    assert words(report, "noise") == "Photo: Nadia Wray"


def test_navigation_scripts_and_styles_never_enter_the_text(read) -> None:  # type: ignore[no-untyped-def]
    body = "<nav><a href='/'>Home</a></nav><style>p{}</style><script>var killed=99;</script>" + article(*FIRE)
    report = read(page(body + "<footer>About us</footer>"))
    for foreign in ("Home", "p{}", "killed=99", "About us"):
        assert foreign not in report.text
    assert report.text.count("\n\n") == 3


def test_cards_below_an_article_without_a_tag_of_its_own_are_set_aside(read) -> None:  # type: ignore[no-untyped-def]
    lost = "Forty people are missing since the ferry sank, officials say in Kelt, as the search goes on."
    card = f"<article><h3>A ferry sank off Kelt</h3><p>{lost}</p></article>"
    report = read(page(f"<main><h1>Factory fire kills two</h1><div>{''.join(FIRE)}</div>{card * 3}</main>"))
    assert "Forty" not in words(report, "headline", "standfirst", "body", "caption")
    assert words(report, "body").startswith("Two people died")


def test_a_byline_is_known_by_its_mark(read) -> None:  # type: ignore[no-untyped-def]
    report = read(page(article("<div class='byline'><span>Nadia Wray</span><span>in Ardova</span></div>", *FIRE)))
    assert words(report, "noise") == "Nadia Wray in Ardova"


def test_a_page_filled_by_scripts_is_read_from_its_data(read) -> None:  # type: ignore[no-untyped-def]
    told = "Two people died in a fire.\nIt is out."
    data = {"@type": "NewsArticle", "headline": "Factory fire kills two", "articleBody": told}
    report = read(page("<div id='root'></div>", f"<script type='application/ld+json'>{json.dumps(data)}</script>"))
    assert report.text == "Factory fire kills two\n\nTwo people died in a fire.\n\nIt is out."


def test_posts_of_a_live_blog_are_its_own(read) -> None:  # type: ignore[no-untyped-def]
    data = json.dumps({"@type": "LiveBlogPosting", "headline": "Factory fire kills two"})
    posts = "".join(f"<article><h2>Post {n}</h2>{part}</article>" for n, part in enumerate(FIRE))
    markup = page(f"<h1>Factory fire kills two</h1>{posts}", f"<script type='application/ld+json'>{data}</script>")
    assert "another article" not in str(read(markup).blocks)


# ---------------------------------------------------------------- C20: a date in a script


def test_a_date_in_a_script_or_address_is_never_the_publication_date(read) -> None:  # type: ignore[no-untyped-def]
    body = "<script>var x={'expires':'2027-01-31'}</script>" + article("<p>Published 2 November 2025</p>", *FIRE)
    report = read(page(body, "<link rel='canonical' href='https://example.org/news/tools-2026-1-release'>"))
    assert report.published == "2025-11-02"
    assert report.url == "https://example.org/news/tools-2026-1-release"


def test_without_any_stamp_there_is_no_publication_date(read) -> None:  # type: ignore[no-untyped-def]
    body = "<script>var x={'expires':'2027-01-31','date':'2026-01-01'}</script>" + article(*FIRE)
    report = read(page(body), "tools-2026-1-release.html")
    assert report.published is None
    assert report.updated is None


# ---------------------------------------------------------------- C44: JSON-LD in odd shapes

ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Factory fire kills two",
    "datePublished": "2019-03-04T07:40:00+01:00",
    "dateModified": "2019-03-04T09:00:00Z",
    "publisher": {"@type": "Organization", "name": "The Belmar Post"},
}
SHAPES = {
    "an object": ARTICLE,
    "a list": [{"@type": "WebSite", "name": "Other"}, ARTICLE],
    "a bare string in a list": ["just words", ARTICLE],
    "a graph": {"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, ARTICLE]},
    "a graph with references": {
        "@graph": [
            {**ARTICLE, "publisher": {"@id": "#org"}},
            {"@type": "Organization", "@id": "#org", "name": "The Belmar Post"},
        ]
    },
    "a list of types": {**ARTICLE, "@type": ["Article", "NewsArticle"]},
    "an author in an author": {**ARTICLE, "author": {"@type": "Person", "author": [{"author": {"name": "Nadia"}}]}},
    "a live blog without updates": {**ARTICLE, "@type": "LiveBlogPosting"},
    "a publisher that is a string": {**ARTICLE, "publisher": "The Belmar Post"},
    "a publisher in a list": {**ARTICLE, "publisher": [{"name": ["The Belmar Post"]}]},
    "a page about an article": {"@type": "WebPage", "mainEntity": ARTICLE},
}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_json_ld_is_read_in_any_shape(read, shape: object) -> None:  # type: ignore[no-untyped-def]
    report = read(page(article(*FIRE), f"<script type='application/ld+json'>{json.dumps(shape)}</script>"))
    assert (report.outlet, report.published) == ("The Belmar Post", "2019-03-04T07:40+01:00")
    assert report.updated == "2019-03-04T09:00Z"
    assert "Two people died" in words(report, "body")


@pytest.mark.parametrize("script", ['"just words"', "[]", "null", "{broken", '{"@type": 3, "publisher": 4}', "[[[1]]]"])
def test_json_ld_that_says_nothing_stops_nothing(read, script: str) -> None:  # type: ignore[no-untyped-def]
    report = read(page(article(*FIRE), f"<script type='application/ld+json'>{script}</script>"))
    assert report.published is None
    assert "Two people died" in words(report, "body")


def test_meta_tags_are_read_where_json_ld_is_silent(read) -> None:  # type: ignore[no-untyped-def]
    head = (
        "<meta property='og:site_name' content='The Belmar Post'>"
        "<meta property='article:published_time' content='2019-03-04T07:40:00Z'>"
        "<meta property='og:url' content='https://example.org/fire'>"
    )
    report = read(page(article(*FIRE), head))
    assert (report.outlet, report.published, report.url) == (
        "The Belmar Post",
        "2019-03-04T07:40Z",
        "https://example.org/fire",
    )


# ---------------------------------------------------------------- C41: declared encoding

SAID = "Bürgermeister Jörg Küßner sagte “wir helfen” was what the mayor of the town told us."


@pytest.mark.parametrize(
    ("label", "encoding"),
    [
        ("iso-8859-1", "cp1252"),  # the label means windows-1252
        ("windows-1252", "cp1252"),
        ("utf-8", "utf-8"),
        ("iso-8859-1", "utf-8"),  # a lie
        ("utf-8", "cp1252"),  # the other lie
        ("no-such-charset", "cp1252"),
    ],
)
def test_letters_and_quotes_are_right_whatever_is_declared(read, label: str, encoding: str) -> None:  # type: ignore[no-untyped-def]
    report = read(page(article(f"<p>{SAID}</p>", *FIRE), f'<meta charset="{label}">').encode(encoding))
    assert SAID in report.text
    block = next(b for b in report.blocks if "Küßner" in report.text[b.start : b.end])
    assert report.text[block.start : block.end] == SAID


# ---------------------------------------------------------------- C46: too deep


@pytest.mark.parametrize("tag", ["b", "div", "p", "ul", "table", "span"])
def test_tags_nested_without_end_hide_nothing(read, tag: str) -> None:  # type: ignore[no-untyped-def]
    report = read(page(article(f"<{tag}>" * 20_000, *FIRE, f"</{tag}>" * 20_000)))
    assert words(report, "body").startswith("Two people died")
    assert "inquiry" in words(report, "body")


def test_a_page_without_an_article_is_left_out_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "nav.html").write_text("<html><body><nav><a href='/'>Home</a></nav></body></html>")
    reading = read_reports([tmp_path / "nav.html"])
    assert reading.reports == ()
    assert "left out: the page holds no article." in str(reading.left_out[0])
