"""The command line: parses, calls the arrows, prints. Nothing is decided here."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from variorum.model import VariorumError

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Several news reports of the same happening in, one sourced record out.",
)
ALL_READ, FAILED, WRONG_USE, SOME_LEFT_OUT = 0, 1, 2, 3


@app.callback()
def variorum() -> None:
    """Several news reports of the same happening in, one sourced record out."""


@app.command()
def brief(
    reports: Annotated[list[str], typer.Argument(metavar="REPORT...", help="Files, folders, or - for standard input.")],
    output: Annotated[str | None, typer.Option("-o", "--output", metavar="NAME", help="Write to NAME.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the dossier as JSON; no page is written.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print the grid, a line a reading.")] = False,
    as_geojson: Annotated[bool, typer.Option("--geojson", help="Print events and entities with coordinates.")] = False,
    date: Annotated[str | None, typer.Option(metavar="DATE", help="Publication date of all the reports.")] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Outlet of all the reports.")] = None,
    pipeline: Annotated[str | None, typer.Option(metavar="NAME", help="Another installed spaCy pipeline.")] = None,
) -> None:
    """Make one sourced record of several reports: a summary here, the whole in dossier.html.

    Examples:

      variorum brief a.txt b.html c.txt

      variorum brief reports/ -o attack.html

      variorum brief --json a.txt b.txt > dossier.json
    """
    if as_json + as_csv + as_geojson > 1:
        fail("choose one of --json, --csv and --geojson.", WRONG_USE)
    from variorum.annotate.pipeline import DEFAULT_PIPELINE
    from variorum.api import dossier_of
    from variorum.ingest import read_reports
    from variorum.ingest.sidecar import as_date

    try:
        published = as_date(date, "--date") if date else None
    except VariorumError as error:
        fail(str(error), WRONG_USE)
    reading = read_reports(reports, date=published, outlet=outlet)
    for fault in (*reading.left_out, *reading.warnings):
        say(str(fault))
    if not reading.reports:
        fail("Nothing could be read.", FAILED)
    try:
        dossier = dossier_of(reading.reports, pipeline=pipeline or DEFAULT_PIPELINE, progress=progress(len(reading.reports)))
    except VariorumError as error:
        fail(str(error), FAILED)
    machine = render(dossier, as_json=as_json, as_csv=as_csv, as_geojson=as_geojson)
    if machine is None:
        from variorum.dossier.html import to_html
        from variorum.dossier.terminal import print_summary

        page = output or "dossier.html"
        write(page, to_html(dossier))
        print_summary(dossier, page)
    elif output:
        write(output, machine)
    else:
        sys.stdout.buffer.write(machine.encode("utf-8"))
        sys.stdout.flush()
    if reading.left_out:
        say(f"Read {len(reading.reports)} of {len(reading.reports) + len(reading.left_out)} reports.")
        raise typer.Exit(SOME_LEFT_OUT)


def render(dossier: object, *, as_json: bool, as_csv: bool, as_geojson: bool) -> str | None:
    """The dossier in the machine format asked for, None where a page is wanted."""
    from variorum.model import Dossier

    assert isinstance(dossier, Dossier)
    if as_json:
        return msgspec.json.encode(dossier).decode("utf-8") + "\n"
    if as_csv:
        from variorum.dossier.table import to_csv

        return to_csv(dossier)
    if as_geojson:
        from variorum.dossier.geojson import to_geojson

        return to_geojson(dossier)
    return None


def progress(total: int):  # type: ignore[no-untyped-def]
    """A function that tells which report is being read, on a terminal and for more than a few reports only."""
    if total < 5 or not sys.stderr.isatty():
        return None
    count = iter(range(1, total + 1))
    return lambda report: print(f"\rReading {next(count)} of {total}: {report.id[:40]:<40}", end="", file=sys.stderr)


def write(name: str, text: str) -> None:
    """Write `text` to the file `name`; ends the command with a sentence where that cannot be done."""
    try:
        Path(name).write_text(text, encoding="utf-8")
    except OSError as error:
        fail(f"{name}: cannot be written ({error.strerror}). Choose another name with -o.", FAILED)


def say(sentence: str) -> None:
    """A sentence for the person at the terminal."""
    print(sentence, file=sys.stderr)


def fail(sentence: str, code: int) -> None:
    """Say what went wrong and end the command."""
    say(sentence)
    raise typer.Exit(code)


def main() -> None:
    """The entry point of the installed command."""
    app()


if __name__ == "__main__":
    main()
