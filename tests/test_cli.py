"""The command as a user calls it: exit codes, one clear sentence for what goes wrong, and what is written where."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from tests.reports import FIRST, OTHER, SECOND
from variorum.cli import app, main
from variorum.dossier.table import COLUMNS

GERMAN = """Vier Tote bei Explosion auf einem Markt in Ardova

Bei der Explosion einer Bombe auf einem Markt in der Stadt Ardova sind am Dienstag mindestens vier Menschen getötet
worden. Das teilte die Polizei mit. Zwanzig weitere Menschen wurden verletzt und in ein Krankenhaus gebracht.
"""


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to stand in, with two reports of one happening and one of another."""
    monkeypatch.chdir(tmp_path)
    Path("first.txt").write_text(FIRST, encoding="utf-8")
    Path("second.txt").write_text(SECOND, encoding="utf-8")
    Path("other.txt").write_text(OTHER, encoding="utf-8")
    return tmp_path


def brief(*arguments: str, stdin: str | bytes | None = None) -> Any:
    """The click Result of the command with `arguments`; nothing but an exit code may end it."""
    result = CliRunner().invoke(app, ["brief", *arguments], input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def dossier(*arguments: str, stdin: str | bytes | None = None) -> dict[str, Any]:
    """The JSON that the command prints when all is read."""
    result = brief("--json", *arguments, stdin=stdin)
    assert result.exit_code == 0, result.stderr
    parsed: dict[str, Any] = json.loads(result.stdout)
    return parsed


def files() -> set[str]:
    """The names in the folder."""
    return {p.name for p in Path().iterdir()}


# ---------------------------------------------------------------- what cannot be read


def test_a_missing_file_ends_with_1_and_a_sentence_that_names_it() -> None:
    result = brief("nowhere.txt")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.splitlines() == [
        "nowhere.txt: left out: there is no such file. Check the name.",
        "Nothing could be read.",
    ]


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("empty.txt", b"", "empty.txt: left out: it is empty."),
        ("blank.txt", b" \n\n\t\n", "blank.txt: left out: it is empty."),
        ("binary.txt", bytes(range(256)) * 20, "binary.txt: left out: it is not text"),
        ("paper.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "paper.pdf: left out:"),
        ("german.txt", GERMAN.encode(), "german.txt: left out: it is in German, and Variorum reads English."),
    ],
)
def test_a_file_that_is_no_english_report_ends_with_1_and_says_why(name: str, content: bytes, sentence: str) -> None:
    Path(name).write_bytes(content)
    result = brief(name)
    assert result.exit_code == 1
    first, last = result.stderr.splitlines()
    assert first.startswith(sentence)
    assert last == "Nothing could be read."
    assert "dossier.html" not in files()


def test_a_folder_without_reports_ends_with_1() -> None:
    Path("pictures").mkdir()
    Path("pictures/map.png").write_bytes(b"\x89PNG")
    result = brief("pictures")
    assert result.exit_code == 1
    assert result.stderr.startswith("pictures: left out: the folder holds no reports.")


def test_an_address_is_not_fetched() -> None:
    result = brief("https://example.org/report.html")
    assert result.exit_code == 1
    assert "fetches nothing from the network" in result.stderr


def test_a_german_report_beside_an_english_one_is_left_out_with_3_and_the_rest_is_done() -> None:
    Path("german.txt").write_text(GERMAN, encoding="utf-8")
    result = brief("--json", "german.txt", "first.txt")
    assert result.exit_code == 3
    assert [r["id"] for r in json.loads(result.stdout)["reports"]] == ["first"]
    assert "german.txt: left out: it is in German" in result.stderr
    assert result.stderr.splitlines()[-1] == "Read 1 of 2 reports."


# ---------------------------------------------------------------- wrong use


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--json", "--csv", "first.txt"], "Choose one of --json, --csv and --geojson."),
        (["--csv", "--geojson", "first.txt"], "Choose one of --json, --csv and --geojson."),
        (["--date", "last Tuesday", "first.txt"], '--date: "last Tuesday" is not a date.'),
        (["--date", "2021-02-30", "first.txt"], '--date: "2021-02-30" is not a date.'),
        (["--date", "", "first.txt"], '--date: "" is not a date.'),
        ([], "Missing argument"),
        (["--nonsense", "first.txt"], "No such option"),
    ],
)
def test_wrong_use_ends_with_2_before_anything_is_read(arguments: list[str], sentence: str) -> None:
    result = brief(*arguments)
    assert result.exit_code == 2
    assert sentence in result.stderr
    assert result.stdout == ""
    assert files() == {"first.txt", "second.txt", "other.txt"}


@pytest.mark.parametrize("arguments", [["first.txt", "-o", "first.txt"], [".", "-o", "second.txt"]])
def test_a_report_is_never_written_over(arguments: list[str]) -> None:
    result = brief(*arguments)
    assert result.exit_code == 2
    assert "would be written over. Choose another name with -o." in result.stderr
    assert (Path("first.txt").read_text(), Path("second.txt").read_text()) == (FIRST, SECOND)


def test_the_page_of_an_earlier_run_is_not_taken_for_a_report_of_its_folder() -> None:
    assert brief(".").exit_code == 0
    page = Path("dossier.html").read_bytes()
    again = brief(".")
    assert again.exit_code == 2
    assert again.stderr.startswith("dossier.html: it is one of the reports")
    assert Path("dossier.html").read_bytes() == page


def test_a_pipeline_that_is_not_installed_ends_with_1_and_a_hint() -> None:
    result = brief("--pipeline", "no_such_pipeline", "first.txt")
    assert result.exit_code == 1
    assert result.stderr.startswith("no_such_pipeline: no such spaCy pipeline is installed.")


# ---------------------------------------------------------------- what comes out


def test_without_an_option_a_summary_is_printed_and_the_page_is_written() -> None:
    result = brief("first.txt", "second.txt")
    assert result.exit_code == 0
    assert "How many were killed?" in result.stdout
    assert files() == {"first.txt", "second.txt", "other.txt", "dossier.html"}
    assert Path("dossier.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize("option", ["--json", "--csv", "--geojson"])
def test_a_machine_format_goes_to_standard_output_and_writes_no_file(option: str) -> None:
    result = brief(option, "first.txt", "second.txt")
    assert result.exit_code == 0
    assert result.stderr == ""
    assert files() == {"first.txt", "second.txt", "other.txt"}
    if option == "--csv":
        assert tuple(next(csv.reader(io.StringIO(result.stdout)))) == COLUMNS
    else:
        assert isinstance(json.loads(result.stdout), dict)


def test_o_names_the_page_or_the_file_of_the_machine_format() -> None:
    assert brief("first.txt", "-o", "attack.html").exit_code == 0
    machine = brief("--json", "first.txt", "-o", "attack.json")
    assert (machine.exit_code, machine.stdout) == (0, "")
    assert files() == {"first.txt", "second.txt", "other.txt", "attack.html", "attack.json"}
    assert json.loads(Path("attack.json").read_text(encoding="utf-8"))["schema"] == "variorum.dossier/1"


@pytest.mark.parametrize("option", [[], ["--json"]])
def test_output_that_cannot_be_written_ends_with_1_and_a_sentence(option: list[str]) -> None:
    result = brief(*option, "first.txt", "-o", "no/such/folder/out")
    assert result.exit_code == 1
    assert result.stderr.startswith("no/such/folder/out: cannot be written (No such file or directory).")


def test_standard_input_is_a_report() -> None:
    (report,) = dossier("-", "--outlet", "The Courier", "--date", "2021-03-02", stdin=FIRST)["reports"]
    assert (report["id"], report["source"], report["text"]) == ("stdin", "-", FIRST)
    assert (report["outlet"], report["published"]) == ("The Courier", "2021-03-02")


def test_nothing_on_standard_input_ends_with_1() -> None:
    result = brief("-", stdin="")
    assert result.exit_code == 1
    assert result.stderr.startswith("-: left out: it is empty.")


def test_a_terminal_without_the_letters_shows_marks_instead(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setattr(sys, "argv", ["variorum", "brief", "first.txt", "second.txt"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 0
    assert "How many were killed?" in terminal.buffer.getvalue().decode("ascii")


# ---------------------------------------------------------------- what is told


def test_the_same_file_twice_is_one_account_and_only_sole() -> None:
    made = dossier("first.txt", "first.txt")
    assert [len(a["reports"]) for a in made["accounts"]] == [2]
    assert {row["verdict"] for row in made["claims"] + made["utterances"]} == {"SOLE"}


def test_one_report_alone_gives_only_sole() -> None:
    made = dossier("first.txt")
    assert {row["verdict"] for row in made["claims"] + made["utterances"]} == {"SOLE"}


def test_two_unrelated_reports_are_two_stories_and_never_agree() -> None:
    made = dossier("first.txt", "other.txt")
    assert sorted(tuple(s["reports"]) for s in made["stories"]) == [("first",), ("other",)]
    assert {row["verdict"] for row in made["claims"] + made["utterances"]} == {"SOLE"}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere such a file name cannot be")
@pytest.mark.parametrize("option", [["--json"], ["--csv"], ["-o", "page.html"]])
def test_a_file_name_that_is_no_utf_8_is_read_and_written_out_in_letters(option: list[str]) -> None:
    name = b"caf\xe9.txt".decode("utf-8", "surrogateescape")
    Path(name).write_text(FIRST, encoding="utf-8")
    result = brief(*option, name)
    assert result.exit_code == 0
    assert brief("-o", "folder.html", ".").exit_code == 0
    if option == ["--json"]:
        assert [r["source"] for r in json.loads(result.stdout)["reports"]] == [r"caf\udce9.txt"]


def test_the_order_of_the_files_changes_no_byte() -> None:
    assert brief("--json", "first.txt", "second.txt").stdout == brief("--json", "second.txt", "first.txt").stdout


# ---------------------------------------------------------------- as a process


def test_help_names_the_options_and_loads_no_model() -> None:
    code = "import sys; from variorum.cli import main; sys.argv[1:] = ['brief', '--help']\n"
    code += "try: main()\nfinally: print('spacy' in sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "False\n")
    assert all(option in done.stdout for option in ("--json", "--csv", "--geojson", "--output", "--date", "--outlet"))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_standard_output_ends_with_1_and_a_sentence() -> None:
    command = [sys.executable, "-m", "variorum.cli", "brief", "--json", "first.txt"]
    with open("/dev/full", "wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (1, "Standard output cannot be written (No space left on device).\n")
