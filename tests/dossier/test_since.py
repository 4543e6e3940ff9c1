"""The page's section on what changed since an earlier record."""

from __future__ import annotations

import re

import pytest

from tests.changes.test_terminal import without_odd
from tests.dossier import example
from tests.dossier.test_page import Page
from variorum.dossier.html import to_html


@pytest.fixture(scope="module")
def html() -> str:
    return to_html(example.dossier(), without_odd())


@pytest.fixture(scope="module")
def section(html: str) -> str:
    return html[html.index('<section id="changes">') : html.index('<article class="story"')]


def test_every_link_stays_on_the_page_and_no_two_ids_are_alike(html: str) -> None:
    page = Page(html)
    assert [link for link in page.links if link[0] != "#" or link[1:] not in page.ids] == []
    assert len(page.ids) == len(set(page.ids))


def test_a_change_leads_to_its_row_and_what_came_to_its_words(section: str) -> None:
    assert re.search(r'<a class="name" href="#row-c1"><bdi>How many were killed\?</bdi></a>', section)
    assert "3 accounts differ (told at different times), before 2 accounts differ" in section
    assert re.search(r'\+ <a href="#w-[^"]+"><bdi>[^<]*: 5</bdi></a>', section)


def test_what_is_gone_is_struck_out_and_leads_nowhere() -> None:
    html = to_html(without_odd(), example.dossier())
    section = html[html.index('<section id="changes">') : html.index('<article class="story"')]
    assert "<h3>Withdrawn</h3>" in section
    assert "<del><bdi>" in section


def test_new_rows_of_one_account_are_counted_only(section: str) -> None:
    assert "1 new, told by one account: below" in section
    assert "=1+1 What is told of this?" not in section


def test_words_of_reports_are_isolated_and_run_nothing(html: str) -> None:
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08\x0e-\x1f]", html)
    assert "<script" not in html


def test_without_an_earlier_record_there_is_no_such_section() -> None:
    assert 'id="changes"' not in to_html(example.dossier())


def test_where_nothing_changed_that_is_said() -> None:
    assert "Nothing: both tell the same." in to_html(example.dossier(), example.dossier())


def test_the_same_two_dossiers_give_the_same_bytes(html: str) -> None:
    assert to_html(example.dossier(), without_odd()) == html
