"""The command line: parses, calls the arrows, prints. Nothing is decided here."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import msgspec
import typer

from variorum.model import Dossier, Report, VariorumError

if TYPE_CHECKING:
    from variorum.ingest import Reading

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Several news reports of the same happening in, one sourced record out.",
)
FAILED, WRONG_USE, SOME_LEFT_OUT = 1, 2, 3  # exit codes beside 0: all read
PAGE = "dossier.html"


def tell_version(asked: bool) -> None:
    """Print which version this is, and stop."""
    if asked:
        from importlib.metadata import version

        typer.echo(f"variorum {version('variorum')}")
        raise typer.Exit


@app.callback()
def variorum(
    version: Annotated[
        bool, typer.Option("--version", callback=tell_version, is_eager=True, help="Say which version this is.")
    ] = False,
) -> None:
    """Several news reports of the same happening in, one sourced record out."""


@app.command()
def brief(
    reports: Annotated[list[str], typer.Argument(metavar="REPORT...", help="Files, folders, or - for standard input.")],
    output: Annotated[str | None, typer.Option("-o", "--output", metavar="NAME", help="Write to NAME.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the dossier as JSON; no page is written.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print the grid, a line a reading.")] = False,
    as_geojson: Annotated[bool, typer.Option("--geojson", help="Print events and entities with coordinates.")] = False,
    since: Annotated[str | None, typer.Option(metavar="OLD.json", help="Show what changed since this dossier.")] = None,
    date: Annotated[str | None, typer.Option(metavar="DATE", help="Publication date of all the reports.")] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Outlet of all the reports.")] = None,
    pipeline: Annotated[str | None, typer.Option(metavar="NAME", help="Another installed spaCy pipeline.")] = None,
) -> None:
    """Make one sourced record of several reports: a summary here, the whole in dossier.html.

    Examples:

      variorum brief a.txt b.html c.txt

      variorum brief reports/ -o attack.html

      variorum brief --json a.txt b.txt > dossier.json

      variorum brief reports/ --since monday.json
    """
    if as_json + as_csv + as_geojson > 1:
        fail("Choose one of --json, --csv and --geojson.", WRONG_USE)
    if since and (as_json or as_csv or as_geojson):
        fail("--since shows what changed in the page. For a program: variorum diff --json OLD.json NEW.json", WRONG_USE)
    target = output if output or as_json or as_csv or as_geojson else PAGE
    published = given_date(date)
    from variorum.annotate.pipeline import DEFAULT_PIPELINE
    from variorum.api import dossier_of

    if target and is_read(Path(target), reports):
        fail(f"{target}: it is one of the reports, and would be written over. Choose another name with -o.", WRONG_USE)
    earlier = opened(since) if since else None
    reading = read(reports, published, outlet)
    tell = progress(len(reading.reports))
    try:
        dossier = dossier_of(reading.reports, pipeline=pipeline or DEFAULT_PIPELINE, progress=tell)
    except VariorumError as error:
        fail(str(error), FAILED)
    finally:
        if tell:
            say("")
    machine = render(dossier, as_json=as_json, as_csv=as_csv, as_geojson=as_geojson)
    if machine is None:
        from variorum.changes import difference
        from variorum.changes.terminal import print_changes
        from variorum.dossier.html import to_html
        from variorum.dossier.terminal import print_summary

        page = target or PAGE
        write(page, to_html(dossier, earlier))
        with standard_output():
            print_summary(dossier, page)
            if earlier:
                print_changes(difference(earlier, dossier))
    elif target:
        write(target, machine)
    else:
        with standard_output():
            sys.stdout.buffer.write(machine.encode("utf-8"))
    if reading.left_out:
        say(f"Read {len(reading.reports)} of {len(reading.reports) + len(reading.left_out)} reports.")
        raise typer.Exit(SOME_LEFT_OUT)


@app.command()
def why(
    name: Annotated[str, typer.Argument(metavar="ID", help="An id of the dossier: c1, u1, h1, e-..., a1, s1.")],
    dossier: Annotated[str, typer.Argument(metavar="DOSSIER.json", help="The dossier, or - for standard input.")],
) -> None:
    """Say why something stands in a dossier.

    A row, statement, event, entity, account or story, with its reasons down to the words of the reports it rests on.

    Examples:

      variorum brief --json reports/ -o dossier.json

      variorum why c1 dossier.json

      variorum why e-zhang-youxia dossier.json
    """
    from variorum.dossier.finding import find
    from variorum.dossier.why import print_why

    record = opened(dossier)
    try:
        thing = find(record, name, dossier)
    except VariorumError as error:
        fail(str(error), WRONG_USE)
    with standard_output():
        print_why(record, thing)


@app.command()
def diff(
    old: Annotated[str, typer.Argument(metavar="OLD.json", help="The earlier dossier, or - for standard input.")],
    new: Annotated[str, typer.Argument(metavar="NEW.json", help="The later one.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the difference as JSON.")] = False,
) -> None:
    """Say what a later dossier tells otherwise.

    Reports and accounts that came and went; rows and statements that are revised, confirmed, new and withdrawn, each with
    its reason; events and entities shortly. The exit code is 0 whether anything changed or not.

    Examples:

      variorum diff monday.json tuesday.json

      variorum diff --json monday.json tuesday.json > changes.json
    """
    from variorum.changes import difference

    before, now = opened(old), opened(new)
    found = difference(before, now)
    with standard_output():
        if as_json:
            sys.stdout.buffer.write(msgspec.json.encode(found) + b"\n")
        else:
            from variorum.changes.terminal import print_difference

            print_difference(found, before, now)


@app.command()
def explain(
    report: Annotated[str, typer.Argument(metavar="REPORT", help="One file, or - for standard input.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print all that was read as JSON.")] = False,
    date: Annotated[str | None, typer.Option(metavar="DATE", help="Publication date of the report.")] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Outlet of the report.")] = None,
    pipeline: Annotated[str | None, typer.Option(metavar="NAME", help="Another installed spaCy pipeline.")] = None,
) -> None:
    """Show what is read out of one report.

    Sentence by sentence: mentions, times, places, quantities, quotations and clauses, and where nothing came out, which
    step stopped and why.

    Examples:

      variorum explain a.txt

      variorum explain --date 2016-11-11 page.html

      variorum explain --json a.txt > reading.json
    """
    published = given_date(date)
    from variorum.annotate.pipeline import DEFAULT_PIPELINE
    from variorum.explanation import explain as explain_report
    from variorum.explanation.terminal import print_explanation

    reports = read([report], published, outlet).reports
    if len(reports) > 1:
        fail(f"{report}: it holds {len(reports)} reports. Give the file of one of them.", WRONG_USE)
    try:
        found = explain_report(reports[0], pipeline=pipeline or DEFAULT_PIPELINE)
    except VariorumError as error:
        fail(str(error), FAILED)
    with standard_output():
        if as_json:
            sys.stdout.buffer.write(msgspec.json.encode(found) + b"\n")
        else:
            print_explanation(found)


def given_date(date: str | None) -> str | None:
    """The date of an option; ends the command where it is none."""
    from variorum.ingest.sidecar import as_date

    try:
        return None if date is None else as_date(date, "--date")
    except VariorumError as error:
        fail(str(error), WRONG_USE)


def read(reports: list[str], date: str | None, outlet: str | None) -> Reading:
    """What is read of `reports`, with a sentence for each that is left out; ends the command where nothing is."""
    from variorum.ingest import read_reports

    reading = read_reports(reports, date=date, outlet=outlet)
    for fault in (*reading.left_out, *reading.warnings):
        say(str(fault))
    if not reading.reports:
        fail("Nothing could be read.", FAILED)
    return reading


def opened(name: str) -> Dossier:
    """The dossier in the file `name`; ends the command with a sentence where there is none."""
    from variorum.dossier.kept import read_dossier

    try:
        return read_dossier(name)
    except VariorumError as error:
        fail(str(error), FAILED)


def render(dossier: Dossier, *, as_json: bool, as_csv: bool, as_geojson: bool) -> str | None:
    """The dossier in the machine format asked for, None where a page is wanted."""
    if as_json:
        return msgspec.json.encode(dossier).decode("utf-8") + "\n"
    if as_csv:
        from variorum.dossier.table import to_csv

        return to_csv(dossier)
    if as_geojson:
        from variorum.dossier.geojson import to_geojson

        return to_geojson(dossier)
    return None


def is_read(target: Path, reports: list[str]) -> bool:
    """Whether the file `target` is there and one of the reports, by itself or in a folder given."""
    from variorum.ingest.reading import is_report

    given = [Path(name).resolve() for name in reports]
    at = target.resolve()
    return at.is_file() and (at in given or (at.parent in given and is_report(at.name)))


def progress(total: int) -> Callable[[Report], None] | None:
    """A function that tells which report is being read, on a terminal and for more than a few reports only."""
    if total < 5 or not sys.stderr.isatty():
        return None
    count = iter(range(1, total + 1))

    def tell(report: Report) -> None:
        print(f"\rReading {next(count)} of {total}: {report.id[:40]:<40}", end="", file=sys.stderr, flush=True)

    return tell


@contextmanager
def standard_output() -> Iterator[None]:
    """What is printed within is out at the end; a sentence ends the command where that cannot be done."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        raise  # somebody has read enough: typer ends the command quietly
    except OSError as error:
        sys.stdout = sys.__stderr__  # else Python would try again at its end
        fail(f"Standard output cannot be written ({error.strerror}).", FAILED)


def write(name: str, text: str) -> None:
    """Write `text` to the file `name`; ends the command with a sentence where that cannot be done."""
    try:
        Path(name).write_text(text, encoding="utf-8")
    except OSError as error:
        fail(f"{name}: cannot be written ({error.strerror}). Choose another name with -o.", FAILED)


def say(sentence: str) -> None:
    """A sentence for the person at the terminal."""
    print(sentence, file=sys.stderr)


def fail(sentence: str, code: int) -> NoReturn:
    """Say what went wrong and end the command."""
    say(sentence)
    raise typer.Exit(code)


def main() -> None:
    """The entry point of the installed command. What the terminal's encoding lacks shows as `?` instead of ending it; matrices
    are multiplied on one thread, which for ours is faster than several."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    app()


if __name__ == "__main__":
    main()
