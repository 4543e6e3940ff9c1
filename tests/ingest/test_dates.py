"""Dates that sources give for themselves."""

from __future__ import annotations

import pytest

from variorum.ingest.dates import dateline_date, iso_date, printed_dates

READ = {
    "2016-11-11": [
        "2016-11-11",
        "11 November 2016",
        "November 11, 2016",
        "Nov. 11, 2016",
        "Friday, 11th November 2016",
    ],
    "2016-11-11T07:40": [
        "2016-11-11 07:40",
        "2016-11-11T07:40:00",
        "11 Nov 2016 7:40 a.m.",
        "November 11, 2016 at 7:40 am",
    ],
    "2016-11-11T07:40Z": [
        "2016-11-11T07:40Z",
        "2016-11-11T07:40:00.000Z",
        "Fri, 11 Nov 2016 07:40:00 GMT",
        "2016-11-11T07:40+00:00",
    ],
    "2016-11-11T19:40:05-05:00": ["2016-11-11T19:40:05-0500", "November 11, 2016 7:40:05 PM EST"],
}
NO_DATE = [
    "11/10/2016",
    "2016-02-30",
    "20161111",
    "last Friday",
    "2016",
    "12 November",
    "2016-11-11T25:00",
    "1478850000",
    "",
]


@pytest.mark.parametrize(
    ("words", "value"), [(words, value) for value, all_words in READ.items() for words in all_words]
)
def test_a_date_is_made_iso(words: str, value: str) -> None:
    assert iso_date(words) == value


@pytest.mark.parametrize("words", NO_DATE)
def test_what_can_be_read_two_ways_or_is_no_date_is_none(words: str) -> None:
    assert iso_date(words) is None


@pytest.mark.parametrize(
    ("line", "dates"),
    [
        ("Published 2 November 2025", {"published": "2025-11-02"}),
        (
            "Published: 2 Nov 2025 | Updated: 3 November 2025 10:30 GMT",
            {"published": "2025-11-02", "updated": "2025-11-03T10:30Z"},
        ),
        ("Belmar Post | Updated: 2017-09-15 21:45", {"updated": "2017-09-15T21:45"}),
        ("Updated at 9:50 p.m. ET Thursday", {}),
        ("A study published 3 May 2019 found no harm", {}),
    ],
)
def test_a_stamp_says_when_a_text_was_published(line: str, dates: dict[str, str]) -> None:
    assert printed_dates(line) == dates


@pytest.mark.parametrize(
    ("opening", "date"),
    [
        ("February 21, 2015 (ARDOVA) - The talks were put off.", "2015-02-21"),
        ("ARDOVA, Norland, March 3, 2016 (Reuters) - The talks were put off.", "2016-03-03"),
        ("BELMAR (AP) - The talks were put off on March 3, 2016.", None),
        ("On March 3, 2016 the talks were put off.", None),
    ],
)
def test_a_dateline_with_a_full_date_says_it_too(opening: str, date: str | None) -> None:
    assert dateline_date(opening) == date
