"""Lists of other articles amid and below a report, and lines about its author."""

from __future__ import annotations

import pytest

from variorum.ingest.blocks import blocks_of

PROSE = (
    "Water rose in Belmar on Monday and the council closed the schools, the mayor said.",
    "The army sent boats to the old town, where families waited on their roofs.",
)
TITLES = (
    "Mayor reacts to rumour that he left Belmar",
    "Raw: Army introduces new boats",
    "See inside the palace of the mayor",
    "Ferry line posts biggest ever loss",
    "How well do you know the old town?",
    "Here's a first look at the new bridge",
)
DEAD = ("Nadia Wray, 34", "Karim Haddawi, 7", "Emil Vass, of Kelt", "Rosa Lind, 61", "Ivo Brandt, 19", "Ana Kelt, 40")


def roles(*lines: str) -> list[str]:
    """The roles of lines below two paragraphs of a report."""
    text = "\n\n".join(("Flood closes schools in Belmar", *PROSE, *lines))
    return [block.role for block in blocks_of(text)][3:]


def test_many_titles_in_a_row_amid_the_report_are_set_aside_though_they_share_its_words() -> None:
    assert roles(*TITLES, PROSE[0]) == ["teaser"] * 6 + ["body"]


@pytest.mark.parametrize("lines", [TITLES[:4], DEAD])
def test_few_lines_and_the_names_of_the_dead_stay(lines: tuple[str, ...]) -> None:
    assert not {"teaser", "noise"} & set(roles(*lines, PROSE[0]))


def test_what_follows_read_more_to_the_end_is_set_aside_whatever_closes_it() -> None:
    below = (
        "British ferry apologizes after passengers say they were soaked",
        "A man got a middle seat in a boat. Passengers recorded his fit of rage.",
        "Belligerent man was kicked off a boat as a crowd chanted: ‘Row him home!’",
    )
    assert roles("Read more:", *below) == ["noise", "teaser", "teaser", "teaser"]
    long = " ".join(["The council met for a long time and spoke of the schools and of the boats"] * 3) + "."
    assert roles("Read more:", long) == ["noise", "body"]


def test_a_line_about_the_author_is_set_aside_and_one_about_somebody_of_the_report_stays() -> None:
    about = "Nadia Wray is an award-winning reporter for the Belmar Post. She has two sons."
    assert roles(PROSE[0], about) == ["body", "noise"]
    assert roles("Mr Wray of the Post was on a roof.", about) == ["body", "body"]


def test_all_captions_that_open_with_a_credit_lose_it_once_one_shows_it_to_be_no_part_of_the_sentence() -> None:
    lines = ("Pixelpress The water reached the roofs", "Pixelpress Families wait in the old town")
    assert roles(PROSE[0], lines[0], PROSE[1], lines[1], PROSE[0]) == [
        "body", "noise", "caption", "body", "noise", "caption", "body",
    ]  # fmt: skip
