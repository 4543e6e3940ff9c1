"""The docs name what the code has: slots, verdicts, layers, columns, fields; what they say to type exists."""

from __future__ import annotations

import ast
import json
import re
import shlex
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any, get_args

import msgspec
import pytest
from typer.testing import CliRunner

from variorum import model
from variorum.annotate.layer import LAYERS as ATTRIBUTES
from variorum.annotate.pipeline import BEFORE_THE_PARSER, LAYERS
from variorum.changes import model as changes
from variorum.cli import app
from variorum.dossier.schema import dossier_schema
from variorum.dossier.table import COLUMNS
from variorum.explanation import model as explanation

COMMANDS = {command.callback.__name__ for command in app.registered_commands if command.callback}
ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PAGES = sorted([ROOT / "README.md", *DOCS.glob("*.md")])


def text(path: Path) -> str:
    """The content of a file."""
    return path.read_text(encoding="utf-8")


def literals(union: Any) -> set[str]:
    """The strings of a Literal, or of a union of Literals."""
    return {value for part in get_args(union) for value in ([part] if isinstance(part, str) else get_args(part))}


def section(page: str, heading: str) -> str:
    """What stands under `heading` up to the next heading of its rank or above."""
    rank = heading.split()[0]
    rest = page.split(f"\n{heading}\n")[1]
    return re.split(rf"\n#{{1,{len(rank)}}} ", rest)[0]


def first_cells(part: str) -> list[str]:
    """The words in code marks of the first column of the tables in `part`."""
    rows = [line.split("|")[1] for line in part.splitlines() if line.startswith("| ")]
    return [name for cell in rows for name in re.findall(r"`([^`]+)`", cell)]


def console_lines() -> list[tuple[str, str]]:
    """Each line to type of the pages, with the page's name."""
    found = []
    for page in PAGES:
        for block in re.findall(r"```console\n(.*?)```", text(page), re.S):
            found += [(page.name, line[2:]) for line in block.splitlines() if line.startswith("$ ")]
    return found


# ---------------------------------------------------------------- the dossier


@pytest.mark.parametrize(
    ("heading", "union"),
    [("## Rows", model.Slot), ("### Verdicts", model.Verdict)],
)
def test_the_dossier_page_explains_the_vocabulary(heading: str, union: Any) -> None:
    named = first_cells(section(text(DOCS / "dossier.md"), heading))
    assert literals(union) <= set(named)


def test_the_slots_of_the_page_are_those_of_the_code() -> None:
    table = section(text(DOCS / "dossier.md"), "## Rows").split("\n### ")[0]
    assert sorted(first_cells(table)) == sorted(literals(model.Slot))


def test_the_verdicts_and_reasons_of_the_page_are_those_of_the_code() -> None:
    named = first_cells(section(text(DOCS / "dossier.md"), "### Verdicts"))
    assert sorted(named) == sorted(literals(model.Verdict) | literals(model.Reason))


def test_the_csv_columns_of_the_page_are_those_of_the_code_in_order() -> None:
    assert tuple(first_cells(section(text(DOCS / "dossier.md"), "## CSV"))) == COLUMNS


def test_the_fields_of_the_dossier_are_listed_in_order() -> None:
    named = first_cells(section(text(DOCS / "dossier.md"), "## At the top"))
    assert named == [field.name for field in msgspec.structs.fields(model.Dossier)]


def test_every_field_of_the_contract_is_named_on_the_page() -> None:
    page = text(DOCS / "dossier.md")
    fields = {name for part in dossier_schema()["$defs"].values() for name in part.get("properties", {})}
    ids = {"id", "story"}  # said of each thing in passing
    assert {name for name in fields - ids if not re.search(rf"\b{name}\b", page)} == set()


def test_the_schema_is_current() -> None:
    made = json.dumps(dossier_schema(), indent=2, ensure_ascii=False) + "\n"
    assert text(DOCS / "schema.json") == made, "docs/index.md says how to make it again"


# ---------------------------------------------------------------- the layers


def test_the_layers_page_names_each_component_in_order_and_each_attribute() -> None:
    page = text(DOCS / "layers.md")
    assert [name for name in first_cells(page) if name.startswith("variorum_")] == [*BEFORE_THE_PARSER, *LAYERS]
    assert all(f"`doc._.{name}`" in page for name in (*ATTRIBUTES, "report"))


def test_python_on_the_layers_page_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", text(DOCS / "layers.md"), re.S)
    exec(compile(example, "layers.md", "exec"), {})
    assert capsys.readouterr().out == "direct \"The bridge is closed,\" ['Anna Berg']\n"


def test_python_in_the_readme_uses_what_is_there() -> None:
    import variorum

    for example in re.findall(r"```python\n(.*?)```", text(ROOT / "README.md"), re.S):
        for node in ast.walk(ast.parse(example)):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "variorum":
                assert hasattr(variorum, node.attr)


# ---------------------------------------------------------------- what to type


def test_the_commands_and_options_that_pages_tell_to_type_exist() -> None:
    typed = [shlex.split(line, comments=True) for _, line in console_lines() if line.startswith("variorum ")]
    assert {words[1] for words in typed} == COMMANDS
    usage = {command: CliRunner().invoke(app, [command, "--help"]).output for command in COMMANDS}
    for words in typed:
        options = [word for word in words if word.startswith("-") and word != "-"]
        assert all(re.search(rf"(?<![\w-]){re.escape(o)}\b", usage[words[1]]) for o in options), words


def test_the_page_of_commands_lists_each_and_each_has_help_with_an_example() -> None:
    listed = first_cells(text(DOCS / "commands.md").split("\n## ")[0])
    assert set(listed) == COMMANDS
    for command in COMMANDS:
        assert f"Examples:\n\n    variorum {'brief' if command == 'why' else command}" in (
            CliRunner().invoke(app, [command, "--help"]).output
        )


@pytest.mark.parametrize(
    ("part", "types"),
    [
        ("### The difference, field by field", changes),
        ("## Explain", explanation),
    ],
)
def test_every_field_of_the_machine_formats_is_named_on_the_page_of_commands(part: str, types: ModuleType) -> None:
    told = section(text(DOCS / "commands.md"), part)
    structs = [t for t in vars(types).values() if isinstance(t, type) and t.__module__ == types.__name__]
    assert structs
    fields = {field.name for struct in structs for field in msgspec.structs.fields(struct)}
    assert {name for name in fields if f"`{name}`" not in told} == set()


def test_the_kinds_and_steps_of_the_page_are_those_of_the_code() -> None:
    page = text(DOCS / "commands.md")
    assert set(first_cells(section(page, "## Diff").split("\n### ")[0])) == set(get_args(changes.Kind))
    assert set(first_cells(section(page, "## Explain"))) >= set(get_args(explanation.Step))


def test_the_make_targets_that_pages_tell_to_type_exist() -> None:
    targets = set(re.findall(r"^(\w+):", text(ROOT / "Makefile"), re.M))
    typed = {line.split()[1] for _, line in console_lines() if line.startswith("make ")}
    assert {"demo", "test"} <= typed <= targets


def links() -> set[Path]:
    """The files to which the pages lead."""
    found = {
        page.parent / target for page in PAGES for target in re.findall(r"\]\((?!https?://|#)([^)#]+)", text(page))
    }
    return {path.resolve() for path in found}


def test_links_between_pages_lead_to_files() -> None:
    assert {str(path.relative_to(ROOT)) for path in links() if not path.exists()} - {"docs/accuracy.md"} == set()


@pytest.mark.xfail(not (DOCS / "accuracy.md").exists(), reason="docs/accuracy.md is not written yet")
def test_the_page_of_figures_is_there() -> None:
    assert (DOCS / "accuracy.md") in links()
    assert (DOCS / "accuracy.md").exists()


def test_the_index_names_every_page() -> None:
    assert {path for path in DOCS.iterdir() if path.name != "index.md"} <= links()


def test_the_readme_tells_the_exit_codes_and_verdicts() -> None:
    page = text(ROOT / "README.md")
    assert all(f"| {code} |" in page for code in range(4))
    assert all(f"| {verdict} |" in page for verdict in literals(model.Verdict))
    assert all(f"*{reason}*" in page for reason in literals(model.Reason))


def test_the_python_version_is_that_of_the_package() -> None:
    needed = tomllib.loads(text(ROOT / "pyproject.toml"))["project"]["requires-python"].removeprefix(">=")
    assert f"Python {needed} or newer" in text(ROOT / "README.md")


# ---------------------------------------------------------------- what ships from elsewhere


def test_the_notice_names_every_file_that_training_makes() -> None:
    scripts = sorted((ROOT / "training").glob("make_*.py"))
    assert scripts
    notice = text(ROOT / "NOTICE")
    for script in scripts:
        made = set(re.findall(r"src/variorum/\w+/[\w.]+", (ast.get_docstring(ast.parse(text(script))) or "")))
        assert made, script.name
        assert {name for name in made if name not in notice} == set()
        assert script.relative_to(ROOT).as_posix() in notice


def test_every_file_that_the_notice_names_is_there() -> None:
    named = re.findall(r"\b(?:src/variorum|training)/[\w./]+\w", text(ROOT / "NOTICE"))
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_the_page_on_provenance_names_every_table() -> None:
    page = text(DOCS / "provenance.md")
    tables = [p.name for folder in ("knowledge", "encoder") for p in (ROOT / "src/variorum" / folder).glob("*.tsv")]
    assert tables
    assert [name for name in sorted(tables) if f"`{name}`" not in page] == []
