"""From names on a command line to Reports: folders opened, bytes decoded, side information added, ids given.

Nothing that goes wrong with one source stops the others: it becomes an IngestError in the Reading.
"""

from __future__ import annotations

import hashlib
import re
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

import msgspec

from variorum.ingest.blocks import blocks_of, headline_of
from variorum.ingest.dates import dateline_date, printed_dates
from variorum.ingest.decode import MOST_BYTES, check_length, decode, too_large, unpack
from variorum.ingest.errors import IngestError
from variorum.ingest.language import language_name, language_of
from variorum.ingest.sidecar import FILE_NAME, SideInformation, as_date, read_sidecar
from variorum.model import Block, Report

READABLE = (".txt", ".text", ".html", ".htm", ".xhtml")
# Plainly reports of a folder, but of formats that are refused in a sentence rather than passed over.
REFUSED = (".pdf", ".doc", ".docx", ".odt", ".rtf")
HTML_START = re.compile(
    r"\s*(?:<!--.*?-->\s*)*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html[\s>]|head>|body[\s>])", re.I | re.S
)

OWN_PAGE = b'<meta name="generator" content="Variorum">'


class Reading(msgspec.Struct, frozen=True):
    """What came out of the sources.

    `reports` are sorted by id; `left_out` holds an error for each source that gave no report, `warnings` one for each
    fault in a `reports.toml`, whose reports were read without the faulty entry.
    """

    reports: tuple[Report, ...]
    left_out: tuple[IngestError, ...] = ()
    warnings: tuple[IngestError, ...] = ()


class Source(msgspec.Struct, frozen=True):
    """A file or standard input (`path` None) under the name that its Report gets, which is text whatever the file's name."""

    name: str
    path: Path | None


def read_reports(
    sources: Sequence[str | Path],
    *,
    date: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    stdin: BinaryIO | None = None,
) -> Reading:
    """Read each source: a file, a folder of reports, or `-` for standard input (`stdin`, else that of the process).

    `date`, `outlet` and `url` hold for all of them and win over `reports.toml` beside a file, which wins over what a
    page or text says of itself. The order of `sources` changes nothing. One bad source never stops the others: it
    stands in `left_out` with where, what and what to do. Raises IngestError only where `date` itself is no date.
    """
    flags = SideInformation(outlet=outlet, published=as_date(date, "--date") if date else None, url=url)
    left_out: list[IngestError] = []
    warnings: list[IngestError] = []
    found: list[Report] = []
    sidecars: dict[Path, dict[str, SideInformation]] = {}
    from_stdin: bytes | None = None
    for given in sources:
        try:
            opened = list(opened_sources(str(given)))
        except IngestError as error:
            left_out.append(error)
            continue
        for source in opened:
            side = SideInformation()
            if source.path is not None:
                folder = source.path.parent
                if folder not in sidecars:
                    sidecars[folder], faults = read_sidecar(folder)
                    warnings += faults
                side = sidecars[folder].get(source.path.name, side)
            try:
                if source.path is None:
                    from_stdin = (stdin or sys.stdin.buffer).read(MOST_BYTES + 1) if from_stdin is None else from_stdin
                    data = from_stdin
                else:
                    data = content(source.path, source.name)
                found.append(report_of(data, source.name, flags, side))
            except IngestError as error:
                left_out.append(error)
    return Reading(with_ids(found), in_order(left_out), in_order(warnings))


def in_order(errors: list[IngestError]) -> tuple[IngestError, ...]:
    """`errors` in an order that does not depend on that of the sources."""
    return tuple(sorted(errors, key=str))


# ---------------------------------------------------------------- sources


def opened_sources(name: str) -> Iterator[Source]:
    """The files behind a name. Raises IngestError where there are none."""
    path = Path(name)
    if name == "-":
        yield Source("-", None)
    elif re.match(r"https?://", name):
        raise IngestError(
            name, "left out: Variorum fetches nothing from the network.", "Save the page and give its file."
        )
    elif path.is_dir():
        try:
            inside = sorted(p for p in path.iterdir() if is_report(p.name) and p.is_file() and not is_dossier(p))
        except OSError as error:
            raise cannot_be_read(name, error) from error
        if not inside:
            raise IngestError(name, "left out: the folder holds no reports.", "Reports end in .txt, .html or .htm.")
        yield from (Source(in_letters(p.name), p) for p in inside)
    else:
        yield Source(in_letters(name), path)


def in_letters(name: str) -> str:
    """`name`, with bytes that are no UTF-8 written out (`caf\\udce9.txt`): no JSON or page can hold them as they are."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def is_report(name: str) -> bool:
    """Whether a file of a folder is a report by its name."""
    plain = name.lower().removesuffix(".gz")
    return not name.startswith(".") and name != FILE_NAME and plain.endswith(READABLE + REFUSED)


def is_dossier(path: Path) -> bool:
    """Whether a file is a page that Variorum made: what a record says is no report of its own."""
    try:
        with path.open("rb") as file:
            return OWN_PAGE in file.read(600)
    except OSError:
        return False  # said when it is read


def content(path: Path, name: str) -> bytes:
    """The bytes of a file. Raises IngestError where there is none, or where it is too large for any report."""
    try:
        if not path.is_file() and path.exists():
            raise IngestError(name, "left out: it is no file.", "Give a file, a folder, or - for standard input.")
        if path.stat().st_size > MOST_BYTES:
            raise too_large(name)
        return path.read_bytes()
    except FileNotFoundError:
        raise IngestError(name, "left out: there is no such file.", "Check the name.") from None
    except (OSError, ValueError) as error:
        raise cannot_be_read(name, error) from error


def cannot_be_read(name: str, error: Exception) -> IngestError:
    """The error for a source that the system does not give."""
    reason = getattr(error, "strerror", None) or str(error)
    return IngestError(name, f"left out: it cannot be read ({reason}).", "Check its name and permissions.")


# ---------------------------------------------------------------- a report


def report_of(source: bytes, name: str, flags: SideInformation, side: SideInformation) -> Report:
    """The Report in `source`, its id still open. Raises IngestError where there is none."""
    data = unpack(source, name)
    if not data.strip():
        raise IngestError(name, "left out: it is empty.", "Give a file that holds a report.")
    if OWN_PAGE in source[:600]:
        raise IngestError(name, "left out: it is a record that Variorum made.", "Give the reports themselves.")
    markup_name = name.lower().removesuffix(".gz").endswith((".html", ".htm", ".xhtml"))
    text = decode(data, name, html=markup_name or b"<" in data[:2000])
    if HTML_START.match(text[:5000]) or (markup_name and re.search(r"<[a-zA-Z][^<>]*>", text[:100_000])):
        from variorum.ingest.page import read_page  # lxml and trafilatura: only where a page is read

        page = read_page(text, name)
        text, blocks, title, own = page.text, page.blocks, page.title, page.side
        check_length(text, name)
    else:
        check_length(text, name)
        blocks, own = blocks_of(text), SideInformation()
        title = headline_of(text, blocks)
    if not text.strip():
        raise IngestError(name, "left out: it is empty.", "Give a file that holds a report.")
    printed = printed_of_itself(text, blocks)
    language = side.language or language_of(text_read(text, blocks))
    if language.lower().split("-")[0] not in {"en", "eng", "english"}:
        what = f"left out: it is in {language_name(language)}, and Variorum reads English."
        raise IngestError(name, what, f'If that is wrong, write language = "en" for it in {FILE_NAME}.')
    return Report(
        id="",
        source=name,
        sha256=hashlib.sha256(source).hexdigest(),
        text=text,
        url=flags.url or side.url or own.url,
        title=title,
        outlet=flags.outlet or side.outlet or own.outlet,
        published=flags.published or side.published or own.published or printed.published,
        updated=side.updated or own.updated or printed.updated,
        language="en",
        blocks=blocks,
    )


def text_read(text: str, blocks: tuple[Block, ...]) -> str:
    """What is not set aside, for the look at its language; all of it where everything is."""
    return "\n".join(text[b.start : b.end] for b in blocks if b.role not in {"teaser", "noise"}) or text


def printed_of_itself(text: str, blocks: tuple[Block, ...]) -> SideInformation:
    """When a text says it was published and updated: its time stamps, else the full date of its dateline."""
    dates: dict[str, str] = {}
    for block in blocks:
        if block.role == "noise" and block.end - block.start <= 200:
            for key, date in printed_dates(text[block.start : block.end]).items():
                dates.setdefault(key, date)
    first = next((n for n, b in enumerate(blocks) if b.role == "body"), -1)
    for block in blocks[: first + 1]:
        of_dateline = dateline_date(
            f"{text[block.start : block.start + 200]} -"
        )  # where it stands alone the dash may lack
        if of_dateline:
            dates.setdefault("published", of_dateline)
    return SideInformation(**dates)


# ---------------------------------------------------------------- ids


def with_ids(found: list[Report]) -> tuple[Report, ...]:
    """The reports with ids made of their file names, the same in whatever order they were given, sorted by id."""
    ordered = sorted(found, key=lambda r: (Path(r.source).name, r.sha256, r.source, r.text))
    taken = {slug(report.source) for report in ordered}
    seen: set[str] = set()
    out = []
    for report in ordered:
        name = stem = slug(report.source)
        number = 1
        while name in seen or (number > 1 and name in taken):
            number += 1
            name = f"{stem}-{number}"
        seen.add(name)
        out.append(msgspec.structs.replace(report, id=name))
    return tuple(sorted(out, key=lambda report: report.id))


def slug(source: str) -> str:
    """The stem of a file's name in small letters, digits and hyphens."""
    if source == "-":
        return "stdin"
    name = Path(source).name
    for suffix in (".gz", *READABLE):
        name = name[: -len(suffix)] if name.lower().endswith(suffix) else name
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-") or "report"
