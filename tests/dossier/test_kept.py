"""A dossier read back: every sentence for what is none."""
# ruff: noqa: E501  (sentences are data)

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tests.dossier import example
from variorum.dossier.kept import DossierError, read_dossier

MAKE = "Make one with: variorum brief --json REPORT... -o dossier.json"


def plain() -> dict[str, Any]:
    found: dict[str, Any] = msgspec.to_builtins(example.dossier())
    return found


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_was_written_is_read(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "d.json").write_text(json.dumps(plain(), ensure_ascii=False), encoding=encoding)
    assert read_dossier(tmp_path / "d.json") == example.dossier()


def test_a_field_of_a_later_version_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "d.json").write_text(json.dumps(plain() | {"moods": []}), encoding="utf-8")
    assert read_dossier(tmp_path / "d.json") == example.dossier()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", f"d.json: it is empty. {MAKE}"),
        (b"Six dead in blast", f"d.json: it is no dossier: it is not JSON (Expecting value: line 1 column 1 (char 0)). {MAKE}"),
        (b"\xff\x00\x81", f"d.json: it is no dossier: it is not text. {MAKE}"),
        (b"[1, 2]", f'd.json: it is JSON, but no dossier: its "schema" is not "variorum.dossier/1". {MAKE}'),
        (b'{"schema": "variorum.dossier/2"}', f"d.json: it is a variorum.dossier/2, and this Variorum reads variorum.dossier/1. {MAKE}"),
        (b'{"schema": "variorum.difference/1"}', f"d.json: it is no dossier but a variorum.difference/1. {MAKE}"),
        (
            b'{"schema": "variorum.dossier/1", "made_by": 1}',
            "d.json: it says that it is a variorum.dossier/1, but a field is not as that has it (Expected `object`, got `int` - at"
            f" `$.made_by`). Was it changed by hand? {MAKE}",
        ),
        (
            b'<!DOCTYPE html>\n<html>\n<meta name="generator" content="Variorum">',
            f"d.json: it is the page of a dossier, and a program reads its JSON. {MAKE}",
        ),
    ],
)  # fmt: skip
def test_what_is_no_dossier_says_what_it_is_and_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, sentence: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("d.json").write_bytes(content)
    with pytest.raises(DossierError) as told:
        read_dossier("d.json")
    assert str(told.value) == sentence


def test_a_report_that_is_not_there_is_named(tmp_path: Path) -> None:
    kept = plain()
    kept["reports"] = kept["reports"][:-1]
    (tmp_path / "d.json").write_text(json.dumps(kept), encoding="utf-8")
    with pytest.raises(DossierError, match=r'words of a report that it does not hold \("ferry"\)\.'):
        read_dossier(tmp_path / "d.json")


def test_a_missing_file_and_a_folder_say_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(DossierError, match=r"no\.json: there is no such file\. Check the name\."):
        read_dossier("no.json")
    with pytest.raises(DossierError, match=r"it is a folder\."):
        read_dossier(tmp_path)
