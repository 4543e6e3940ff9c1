"""The page as text: links, isolation, no script, same bytes."""

from __future__ import annotations

import re
import time
from html.parser import HTMLParser

import pytest

from tests.dossier import example
from tests.reports import report
from variorum.api import dossier_of
from variorum.dossier.html import to_html
from variorum.dossier.sections import under_heading


class Page(HTMLParser):
    """Ids, links, tags and words of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.at: dict[str, str] = {}
        self.last = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append((tag, given))
        if given.get("id"):
            self.last = given["id"] or ""
            self.ids.append(self.last)
        if tag == "a" and given.get("href"):
            self.links.append(given["href"] or "")

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        self.at.setdefault(self.last, data)


@pytest.fixture(scope="module")
def html() -> str:
    return to_html(example.dossier())


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    return Page(html)


def test_every_link_stays_on_the_page_and_its_target_exists(page: Page) -> None:
    assert page.links
    assert [link for link in page.links if link[0] != "#" or link[1:] not in page.ids] == []


def test_no_two_ids_are_alike(page: Page) -> None:
    assert len(page.ids) == len(set(page.ids))


def test_a_cell_leads_to_its_words_and_the_words_back_to_the_row(html: str) -> None:
    start = example.TEXTS["courier"].index("at least four people")
    assert f'href="#w-courier-{start}"' in html
    words = re.search(rf'<a class="m differ first" id="w-courier-{start}" href="(#row-c1)"[^>]*>([^<]*)</a>', html)
    assert words is not None
    assert words.group(2) == "at least four "  # “people” is another row's too and leads there


def test_the_whole_text_of_each_report_stands_on_the_page(page: Page) -> None:
    said = "".join(page.words)
    for part in ("Traders want more patrols.", "The coast guard rescued all of them.", "ten recipes for spring"):
        assert part in said
    assert "set aside: " in said


def test_a_full_text_is_the_report_word_for_word(html: str) -> None:
    for name in ("courier", "herald.html", "mirror", "ferry"):
        text = html[html.index(f'id="report-{name.replace(".", "-")}"') :]
        text = text[text.index('class="fulltext">') + len('class="fulltext">') : text.index("</article>")]
        text = re.sub(r'<sup>.*?</sup>|<span class="note">.*?</span> ', "", text, flags=re.DOTALL)
        shown = "".join(Page(text).words)
        assert "".join(shown.split()) == "".join(example.TEXTS[name].split())


def test_nothing_runs_and_nothing_is_fetched(page: Page, html: str) -> None:
    assert not {tag for tag, _ in page.tags} & {"script", "img", "iframe", "object", "link", "form", "base"}
    assert not [name for _, attrs in page.tags for name in attrs if name.startswith("on") or name in {"src", "srcset"}]
    assert "default-src 'none'" in html
    assert '<meta charset="utf-8">' in html
    assert "url(" not in html


def test_words_of_reports_are_isolated_and_overrides_shown(html: str) -> None:
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08\x0e-\x1f]", html)
    assert "⟨U+202E⟩" in html
    assert "<bdi>عبد الرحمن</bdi>" in html


def test_the_verdict_is_told_in_words_and_by_form(html: str) -> None:
    for words in ("2 accounts agree", "differ: told at different times", "differ: different sources", "≡", "≠", "◦"):
        assert words in html


def test_a_toll_that_rose_stands_as_a_dated_series(html: str) -> None:
    series = html[html.index('class="series"') :]
    assert series.index("2 March 2021, 18:20 UTC") < series.index("as of 3 March 2021") < series.index("date not known")


def test_several_stories_have_a_table_of_contents(page: Page) -> None:
    assert {"story-s1", "story-s2"} <= set(page.ids)
    assert {"#story-s1", "#story-s2"} <= set(page.links)


def test_nobody_is_named_as_the_one_who_did_it_where_that_is_claimed_only(html: str) -> None:
    facts = html[html.index('class="facts"') : html.index('class="sources"')]
    assert "<dt>Who</dt>" not in facts
    assert "≠ No group claimed the attack / The Northern Front" in facts


def test_the_same_dossier_gives_the_same_bytes(html: str) -> None:
    assert to_html(example.dossier()) == html


def test_a_wide_record_is_quick() -> None:
    wide = example.copies(16)
    to_html(wide)
    start = time.process_time()
    page = Page(to_html(wide))
    assert time.process_time() - start < 2
    assert not [link for link in page.links if link[1:] not in page.ids]


def test_who_claims_an_attack_is_not_named_beside_a_meeting() -> None:
    head = "General Anton Brekke met the defence minister in Oslo on Tuesday."
    attack = (
        "They spoke of the attack on a bus in Beirut in April. The Ardovan Front claimed responsibility for the attack."
    )
    made = dossier_of([report("a", f"{head} {attack}"), report("b", f"{head} They signed nothing.")])
    assert any(c.slot == "responsibility" for c in made.claims)
    assert "<dt>Responsibility</dt>" not in to_html(made)


@pytest.mark.parametrize(
    ("question", "heading", "shown"),
    [
        ("When was it: the bridge over the Sarn fell?", "The bridge over the Sarn fell", "When was it?"),
        ("Where was it: the bridge over the…?", "The bridge over the Sarn fell", "Where was it?"),
        ("When was it: the mayor resigned?", "The bridge over the Sarn fell", "When was it: the mayor resigned?"),
        ("Who resigned?", "The mayor resigned", "Who resigned?"),
    ],
)
def test_a_question_under_its_heading_does_not_repeat_it(question: str, heading: str, shown: str) -> None:
    assert under_heading(question, heading) == shown
