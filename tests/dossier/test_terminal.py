"""The summary in the terminal."""

from __future__ import annotations

import io
import re

import msgspec
from rich.console import Console

from tests.dossier import example
from variorum import model as m
from variorum.dossier.terminal import print_statements, print_summary


def printed(width: int = 80, *, colour: bool = False) -> str:
    out = io.StringIO()
    console = Console(file=out, width=width, force_terminal=colour, no_color=not colour, highlight=False)
    print_summary(example.dossier(), "dossier.html", console)
    return out.getvalue()


def test_no_line_is_longer_than_the_terminal() -> None:
    assert max(len(line) for line in printed().splitlines()) <= 80


def test_verdicts_are_told_by_form_without_colour() -> None:
    text = printed()
    assert "≠   How many were killed?" in text
    assert "≡   What was used?" in text


def test_differences_come_with_their_reason_and_voices() -> None:
    text = " ".join(printed().split())
    assert "≠ How many were killed? (told at different times)" in text
    assert "Jonas Brek, as of 3 March 2021" in text


def test_reports_and_independent_accounts_are_counted() -> None:
    assert "4 reports, 3 independent accounts" in printed()
    assert "courier, mirror count as one account: mirror copies courier" in printed()


def test_hostile_characters_show_as_marks_and_markup_is_not_run() -> None:
    text = printed(colour=True)
    stripped = re.sub(r"\x1b\[[0-9;]*m", "", text)
    assert "[bold]soldiers[/bold]" in stripped
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x07]", text)
    assert "\x1b[31m" not in text
    assert "⟨U+202E⟩" in stripped


def test_names_in_other_letters_stay_whole() -> None:
    assert "عبد الرحمن" in printed()


def test_statements_that_can_be_read_by_themselves_stand_first() -> None:
    def told(words: str) -> m.Utterance:
        wordings = tuple(m.Wording(r, r, "indirect", m.Span(r, 0, len(words), words), None, ()) for r in ("a", "b"))
        return msgspec.structs.replace(example.dossier().utterances[0], wordings=wordings)

    out = io.StringIO()
    print_statements([told("them of theft"), told("the port is shut")], {}, Console(file=out, width=80))
    assert out.getvalue().index("the port is shut") < out.getvalue().index("them of theft")


def test_a_row_that_only_repeats_shared_direct_speech_is_left_to_the_statements() -> None:
    dossier = example.dossier()
    told = [m.TextValue("bring them to court"), m.TextValue("bring them to justice")]
    row = example.claim(
        99, "e2", "other", "Who will bring them?", "AGREE", None,
        example.reading("courier", "bring them to court", told[0]),
        example.reading("herald.html", "bring them to justice", told[1]),
    )  # fmt: skip
    out = io.StringIO()
    print_summary(msgspec.structs.replace(dossier, claims=(row, *dossier.claims)), None, Console(file=out, width=80))
    assert "Who will bring them?" not in out.getvalue()
    assert "bring them to justice" in out.getvalue()
