"""A difference in the terminal."""

from __future__ import annotations

import io
import re

import msgspec
from rich.console import Console

from tests.dossier import example
from variorum import model as m
from variorum.changes import difference
from variorum.changes.terminal import print_difference


def printed(old: m.Dossier, new: m.Dossier, *, colour: bool = False) -> str:
    out = io.StringIO()
    console = Console(file=out, width=80, force_terminal=colour, no_color=not colour, highlight=False)
    print_difference(difference(old, new), old, new, console)
    return out.getvalue()


def without_odd() -> m.Dossier:
    """The example without its hostile report."""
    one = example.dossier()
    odd = example.NAMES[3]
    claims = [msgspec.structs.replace(c, readings=tuple(r for r in c.readings if r.report != odd)) for c in one.claims]
    said = [u for u in one.utterances if all(w.report != odd for w in u.wordings)]
    story = msgspec.structs.replace(one.stories[0], reports=tuple(r for r in one.stories[0].reports if r != odd))
    return msgspec.structs.replace(
        one,
        reports=tuple(r for r in one.reports if r.id != odd),
        accounts=tuple(a for a in one.accounts if odd not in a.reports),
        stories=(story, *one.stories[1:]),
        claims=tuple(c for c in claims if c.readings),
        utterances=tuple(said),
        entities=tuple(e for e in one.entities if all(s.report != odd for s in e.mentions)),
    )


def test_no_difference_is_said_in_a_sentence() -> None:
    assert printed(example.dossier(), example.dossier()) == "Both tell the same, of the same reports.\n"


def test_each_change_has_its_mark_its_reason_and_its_readings() -> None:
    text = " ".join(printed(without_odd(), example.dossier()).split())
    assert "≠ c1 How many were killed? 3 accounts differ (told at different times), before 2 accounts differ" in text
    assert '+ رأي <b>: 5 "5 [bold]soldiers[/bold]"' in text
    back = " ".join(printed(example.dossier(), without_odd()).split())
    assert "Withdrawn ◦ (was c8) =1+1 What is told of this?" in back
    assert "- رأي <b>" in back


def test_no_line_is_longer_than_the_terminal() -> None:
    assert max(len(line) for line in printed(without_odd(), example.dossier()).splitlines()) <= 80


def test_hostile_characters_show_as_marks_and_markup_is_not_run() -> None:
    text = printed(without_odd(), example.dossier(), colour=True)
    stripped = re.sub(r"\x1b\[[0-9;]*m", "", text)
    assert "[bold]soldiers[/bold]" in stripped
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x07]", text)
    assert "⟨U+202E⟩" in stripped


def test_another_version_is_named_as_a_cause() -> None:
    one = example.dossier()
    other = msgspec.structs.replace(one, made_by=msgspec.structs.replace(one.made_by, variorum="0.2.0"))
    text = printed(one, other)
    assert "Some of these changes may come from Variorum or its options" in text
    assert "variorum: 0.2.0, before 0.1.0" in text
