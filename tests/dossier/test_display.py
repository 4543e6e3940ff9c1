"""Values, dates and wordings in words."""

from __future__ import annotations

from itertools import pairwise

import pytest

from variorum.dossier.display import date, quantity, shortened, visible
from variorum.dossier.map import Box, Place, label_at, map_svg, outlines, window_around
from variorum.dossier.who_where import is_named
from variorum.dossier.wordings import compared
from variorum.model import Entity, EntityKind, Identifiers, QuantityValue


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (QuantityValue(4, None), "at least 4"),
        (QuantityValue(None, 30), "at most 30"),
        (QuantityValue(30, 40, unit="km"), "30 to 40 km"),
        (QuantityValue(30, 30, approximate=True), "about 30"),
        (QuantityValue(62_000_000, 62_000_000, unit="USD"), "$62,000,000"),
        (QuantityValue(6.9, 6.9), "6.9"),
        (QuantityValue(10, 10, unit="minute", approximate=True), "about 10 minutes"),
        (QuantityValue(1, 1, unit="mile"), "1 mile"),
        (QuantityValue(400, None, unit="pound"), "at least 400 pounds"),
        (QuantityValue(None, None), "a number not told"),
    ],
)
def test_a_quantity_says_its_bounds(value: QuantityValue, words: str) -> None:
    assert quantity(value) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2016-11-11", "11 November 2016"),
        ("2016-11-11T07:40Z", "11 November 2016, 07:40 UTC"),
        ("2016-11", "November 2016"),
        ("2016", "2016"),
        ("XXXX-06-12", "12 June (year not told)"),
        ("XXXX-XX-XX", "a day not told"),
        ("2017-05-01/2017-05-03", "1 May 2017 to 3 May 2017"),
        ("2016-23", "2016-23"),
        ("nonsense", "nonsense"),
    ],
)
def test_a_date_reads_as_people_write_it(edtf: str, words: str) -> None:
    assert date(edtf) == words


def test_controls_are_made_visible_and_letters_kept() -> None:
    assert visible("a\u202eb\x1b[1m \u0639\u200c\u0628") == "a⟨U+202E⟩b⟨U+001B⟩[1m \u0639\u200c\u0628"


def test_long_words_are_cut_at_a_word() -> None:
    assert shortened("one two three four", 12) == "one two…"
    assert shortened("of the … in Belmar", 12) == "of the…"


def test_wordings_mark_what_only_one_has() -> None:
    one, other = compared(["We will find the men who did this", "We will find those who did this"])
    assert [p.text for p in one if p.own] == ["the men"]
    assert [p.text for p in other if p.own] == ["those"]


def test_wordings_with_nothing_in_common_stay_unmarked() -> None:
    assert not any(p.own for line in compared(["Nobody was hurt", "All of them came home"]) for p in line)


def test_a_map_shows_the_region_of_a_single_city() -> None:
    window = window_around([(7.26, 43.7)])
    assert 4 < window.north - window.south < 8
    assert 'class="land"' in map_svg([Place("Nice", (7.26, 43.7), "x")], "Map")


def test_a_map_holds_points_on_both_sides_of_the_date_line_together() -> None:
    svg = map_svg([Place("Suva", (178.4, -18.1), "a"), Place("Apia", (-171.8, -13.8), "b")], "Map")
    assert svg.count("<circle") == 2
    assert "Suva" in svg


def test_labels_never_overlap() -> None:
    taken: list[Box] = []
    given = [label_at("Some place", (200.0, 150.0), taken) for _ in range(12)]
    assert None in given
    assert not any(a.meets(b) for n, a in enumerate(taken) for b in taken[:n])


@pytest.mark.parametrize(
    ("kind", "name", "named"),
    [
        ("person", "Mira Lendal", True),
        ("person", "a Belmar spokesman", False),
        ("group", "Northern Front", True),
        ("group", "the crowd", False),
        ("person", "77 people", False),
        ("organisation", "the Belmar foreign ministry", True),
        ("organisation", "The agency", False),
        ("person", "عبد الرحمن", True),
    ],
)
def test_people_and_bodies_are_listed_by_names_of_their_own(kind: EntityKind, name: str, named: bool) -> None:
    assert is_named(Entity("x", kind, name, (name,), "", (), Identifiers(), None, (), "")) is named


def test_a_country_across_the_date_line_draws_no_line_through_the_map() -> None:
    for country in outlines():
        for ring in country.rings:
            assert all(abs(a[0] - b[0]) < 180 for a, b in pairwise(ring) if b[1] > -89)
