"""`why`, `diff` and `explain` as a user calls them: exit codes, one clear sentence for what goes wrong, JSON for machines."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

import msgspec
import pytest
from typer.testing import CliRunner

from tests.dossier import example
from tests.reports import FIRST, SECOND
from variorum.changes.model import Difference
from variorum.cli import app
from variorum.explanation.model import Explanation


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two kept dossiers, the old one without the last story, and a report."""
    monkeypatch.chdir(tmp_path)
    new = example.dossier()
    old = msgspec.structs.replace(
        new,
        reports=tuple(r for r in new.reports if r.id != "ferry"),
        accounts=new.accounts[:-1],
        stories=new.stories[:1],
        claims=new.claims[:-1],
        events=new.events[:-1],
        entities=new.entities[:-1],
    )
    Path("new.json").write_bytes(msgspec.json.encode(new))
    Path("old.json").write_bytes(msgspec.json.encode(old))
    Path("first.txt").write_text(FIRST, encoding="utf-8")
    return tmp_path


def run(*arguments: str, stdin: str | bytes | None = None) -> Any:
    """The click Result; nothing but an exit code may end a command."""
    result = CliRunner().invoke(app, arguments, input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


# ---------------------------------------------------------------- why


def test_why_prints_the_chain_of_a_row() -> None:
    result = run("why", "c1", "new.json")
    assert (result.exit_code, result.stderr) == (0, "")
    assert ">>At least six people<< died" in result.stdout


def test_a_dossier_may_come_from_standard_input() -> None:
    assert run("why", "c1", "-", stdin=Path("new.json").read_bytes()).stdout == run("why", "c1", "new.json").stdout


def test_an_unknown_id_is_wrong_use_and_names_those_near() -> None:
    result = run("why", "brekk", "new.json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith('new.json: nothing in it has the id "brekk". Near it: brek. It has rows c1 to c10,')
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        (["why", "c1", "no.json"], "no.json: there is no such file. Check the name."),
        (["why", "c1", "first.txt"], "first.txt: it is no dossier: it is not JSON"),
        (["diff", "old.json", "no.json"], "no.json: there is no such file. Check the name."),
        (["diff", ".", "new.json"], ".: it is a folder."),
    ],
)
def test_a_file_that_is_no_dossier_ends_with_1_and_a_sentence(command: list[str], sentence: str) -> None:
    result = run(*command)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(sentence)


# ---------------------------------------------------------------- diff


def test_diff_tells_what_came() -> None:
    result = run("diff", "old.json", "new.json")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "+ ferry  7 May 2021" in result.stdout
    assert "◦ c10 How many were on board?" in result.stdout


def test_diff_of_the_same_ends_with_0_and_says_so() -> None:
    result = run("diff", "new.json", "new.json")
    assert (result.exit_code, result.stdout) == (0, "Both tell the same, of the same reports.\n")


def test_diff_as_json_is_the_typed_difference() -> None:
    result = run("diff", "--json", "old.json", "new.json")
    found = msgspec.json.decode(result.stdout, type=Difference)
    assert found.schema == "variorum.difference/1"
    assert [(c.kind, c.new) for c in found.claims] == [("new", ("c10",))]


def test_the_order_of_hashes_changes_no_byte() -> None:
    outputs = set()
    for seed in ("0", "1", "2"):
        command = [sys.executable, "-m", "variorum.cli", "diff", "--json", "old.json", "new.json"]
        done = subprocess.run(
            command, capture_output=True, timeout=60, check=True, env={"PYTHONHASHSEED": seed, **paths()}
        )
        outputs.add(done.stdout)
    assert len(outputs) == 1


def paths() -> dict[str, str]:
    """What a process needs to find the package under test."""
    return {"PYTHONPATH": ":".join(p for p in sys.path if p)}


def test_since_shows_what_changed_in_the_terminal_and_the_page() -> None:
    assert run("brief", "--json", "first.txt", "-o", "then.json").exit_code == 0
    Path("second.txt").write_text(SECOND, encoding="utf-8")
    result = run("brief", "first.txt", "second.txt", "--since", "then.json")
    assert (result.exit_code, result.stderr) == (0, "")
    told = result.stdout[result.stdout.index("WHAT CHANGED") :]
    assert "≠ How many were killed?" in told
    assert '<section id="changes"><h2>What changed</h2>' in Path("dossier.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["--json", "--since", "old.json"], 2, "--since shows what changed in the page."),
        (["--since", "no.json"], 1, "no.json: there is no such file."),
    ],
)
def test_a_since_that_cannot_be_ends_before_anything_is_read(arguments: list[str], code: int, sentence: str) -> None:
    result = run("brief", "first.txt", *arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr.startswith(sentence)
    assert not Path("dossier.html").exists()


# ---------------------------------------------------------------- explain


def test_explain_prints_each_sentence_with_what_was_found() -> None:
    result = run("explain", "--date", "2021-03-02", "first.txt")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "Tuesday: date 2021-03-02" in result.stdout


def test_explain_as_json_is_the_typed_explanation() -> None:
    found = msgspec.json.decode(run("explain", "--json", "first.txt").stdout, type=Explanation)
    assert found.schema == "variorum.explanation/1"
    assert found.annotation.report.text == FIRST
    assert len(found.passages) == 5


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["no.txt"], 1, "no.txt: left out: there is no such file. Check the name.\nNothing could be read."),
        (["--date", "soon", "first.txt"], 2, '--date: "soon" is not a date.'),
        (["--pipeline", "no_such_pipeline", "first.txt"], 1, "no_such_pipeline: no such spaCy pipeline is installed."),
        (["folder"], 2, "folder: it holds 2 reports. Give the file of one of them."),
        ([], 2, ""),
    ],
)
def test_what_explain_cannot_do_is_said(arguments: list[str], code: int, sentence: str) -> None:
    Path("folder").mkdir()
    for name in ("a", "b"):
        Path("folder", f"{name}.txt").write_text(FIRST, encoding="utf-8")
    result = run("explain", *arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr.startswith(sentence)


def test_another_language_is_said() -> None:
    result = run(
        "explain", "-", stdin="Bei der Explosion in der Stadt sind am Dienstag mindestens vier Menschen getötet worden."
    )
    assert result.exit_code == 1
    assert result.stderr.startswith("-: left out: it is in German, and Variorum reads English.")


# ---------------------------------------------------------------- as a process


@pytest.mark.parametrize(
    "command", [["why", "c1", "new.json"], ["diff", "old.json", "new.json"], ["explain", "--help"]]
)
def test_what_reads_no_report_loads_no_model(command: list[str]) -> None:
    code = f"import sys; from variorum.cli import main; sys.argv[1:] = {command!r}\n"
    code += "try: main()\nfinally: print('spacy' in sys.modules or 'onnxruntime' in sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "False\n")


def test_a_difference_is_no_dossier() -> None:
    Path("changes.json").write_text(run("diff", "--json", "old.json", "new.json").stdout)
    result = run("why", "c1", "changes.json")
    assert result.exit_code == 1
    assert result.stderr.startswith("changes.json: it is no dossier but a variorum.difference/1.")
    assert json.loads(Path("changes.json").read_text())["claims"]


def test_the_version_is_told() -> None:
    result = CliRunner().invoke(app, ["--version"])
    assert (result.exit_code, result.stdout.strip()) == (0, f"variorum {version('variorum')}")
