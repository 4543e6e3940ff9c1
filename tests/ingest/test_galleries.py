"""Captions: the credits that open and close them, and galleries that count their pictures."""

from __future__ import annotations

import pytest

from variorum.ingest.blocks import blocks_of

PROSE = (
    "Water rose in Belmar on Monday and the council closed the schools, the mayor said.",
    "The army sent boats to the old town, where families waited on their roofs.",
)


def roles(*lines: str) -> list[tuple[str, str]]:
    """The roles of lines that stand between two paragraphs of a report."""
    text = "\n\n".join(("Flood closes schools in Belmar", PROSE[0], *lines, PROSE[1]))
    return [(block.role, text[block.start : block.end]) for block in blocks_of(text)][2:-1]


@pytest.mark.parametrize(
    ("line", "cut"),
    [
        ("Boats wait in Belmar ©Nadia Wray (AFP/File)", "©Nadia Wray (AFP/File)"),
        ("Boats wait in the harbour ©nw (AFP)", "©nw (AFP)"),
        ("Boats wait in Belmar on Monday. (Nadia Wray/Pool via AP)", "(Nadia Wray/Pool via AP)"),
        ("Boats wait in Belmar (Nadia Wray/AP/PA)", "(Nadia Wray/AP/PA)"),
        ("Boats wait in Belmar on Monday. (Courtesy of Nadia Wray)", "(Courtesy of Nadia Wray)"),
    ],
)
def test_a_credit_that_closes_a_caption_is_set_aside(line: str, cut: str) -> None:
    first, *rest = roles(line)
    assert first == ("caption", line.removesuffix(cut).rstrip())
    assert all(role == "noise" for role, _ in rest)


def test_credits_that_follow_each_other_are_all_set_aside() -> None:
    line = "Boats wait in Belmar on Monday. (Nadia Wray/Pool via AP) (Photo: The Associated Press)"
    assert [role for role, _ in roles(line)] == ["caption", "noise", "noise"]


@pytest.mark.parametrize(
    ("head", "rest"),
    [
        ("AP:Associated Press", "Boats wait in Belmar for the rain to stop"),
        ("Getty Images", "Nadia Wray looks at the boats in Belmar"),
        ("Twitter / @nadiawray", "Boats wait in Belmar for the rain to stop"),
    ],
)
def test_a_credit_that_opens_a_caption_is_set_aside(head: str, rest: str) -> None:
    assert roles(f"{head} {rest}") == [("noise", head), ("caption", rest)]


def test_a_name_in_capitals_is_a_credit_where_it_opens_two_captions() -> None:
    one, other = "Boats wait in Belmar for the rain to stop", "The army sent boats to the schools of Belmar"
    found = roles(f"NADIA WRAY {one}", PROSE[0], f"NADIA WRAY {other}")
    assert [f for f in found if f[0] != "body"] == [
        ("noise", "NADIA WRAY"),
        ("caption", one),
        ("noise", "NADIA WRAY"),
        ("caption", other),
    ]
    assert roles(f"THE BIG BOAT {one}")[0][1].startswith("THE BIG BOAT")


def test_the_label_of_a_post_is_no_part_of_it() -> None:
    post = "The schools are closed. — Nadia Wray (@nadiawray)"
    found = roles(f"Skip Twitter post by @nadiawray {post} Report")
    assert found == [("noise", "Skip Twitter post by @nadiawray"), ("body", post), ("noise", "Report")]


@pytest.mark.parametrize(("title", "role"), [("Flood in Belmar", "caption"), ("Volcanoes of the world", "noise")])
def test_a_numbered_gallery_counts_where_its_title_is_the_reports_own(title: str, role: str) -> None:
    pictures = ["1/3 Boats in the harbour", "2/3 The mayor and the army", "3/3 A roof"]
    found = roles(title, f"3 show all {title}", *pictures)
    assert found[:2] == [("noise", title), ("noise", f"3 show all {title}")]
    assert found[2:] == [(role, picture) for picture in pictures]
