"""From names on a command line to Reports: folders opened, bytes decoded, side information added, ids given.

Nothing that goes wrong with one source stops the others: it becomes an IngestError in `Reading.left_out`.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

import msgspec

from variorum.ingest.blocks import blocks_of, headline_of
from variorum.ingest.decode import decode, unpack
from variorum.ingest.language import language_of
from variorum.ingest.sidecar import SideInformation, read_sidecar
from variorum.model import Block, Report, VariorumError

SUFFIXES = {".txt", ".html", ".htm", ".xhtml", ".gz"}
LONGEST_TEXT = 1_000_000  # characters: what the tagger takes, some 150,000 words
HTML_START = re.compile(rb"^\s*(<!doctype html|<html|<head|<body|<!--|<article|<\?xml)", re.IGNORECASE)
LANGUAGES = {"de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "ru": "Russian", "ar": "Arabic", "zh": "Chinese", "nl": "Dutch", "pt": "Portuguese", "pl": "Polish", "tr": "Turkish", "ur": "Urdu", "uk": "Ukrainian", "ja": "Japanese"}  # fmt: skip


class IngestError(VariorumError):
    """A source that cannot be read, or side information that cannot be used."""


class Reading(msgspec.Struct, frozen=True):
    """What came out of the sources: reports sorted by id, and a sentence for each source left out or fault passed over."""

    reports: tuple[Report, ...]
    left_out: tuple[VariorumError, ...] = ()
    warnings: tuple[VariorumError, ...] = ()


class Source(msgspec.Struct, frozen=True):
    """Bytes and the name that they were given under."""

    name: str
    data: bytes
    folder: Path | None


def read_reports(
    sources: Sequence[str | Path],
    *,
    date: str | None = None,
    outlet: str | None = None,
    stdin: BinaryIO | None = None,
) -> Reading:
    """Read each source: a file, a folder of reports, or `-` for standard input.

    `date` and `outlet` hold for all of them and win over `reports.toml` beside a file, which wins over what a page says of
    itself. Never raises for one bad source: it stands in `left_out` with what, where and what to do.
    """
    left_out: list[VariorumError] = []
    warnings: list[VariorumError] = []
    found: list[tuple[Source, Report]] = []
    sidecars: dict[Path, dict[str, SideInformation]] = {}
    for given in sources:
        try:
            opened = open_source(str(given), stdin)
        except IngestError as error:
            left_out.append(error)
            continue
        for source in opened:
            if source.folder is not None and source.folder not in sidecars:
                sidecars[source.folder], faults = read_sidecar(source.folder)
                warnings += faults
            side = sidecars.get(source.folder, {}).get(Path(source.name).name) if source.folder else None
            try:
                flags = SideInformation(outlet=outlet, published=date)
                found.append((source, report_of(source, flags, side or SideInformation())))
            except VariorumError as error:
                left_out.append(error)
    return Reading(with_ids(found), tuple(left_out), tuple(warnings))


def open_source(name: str, stdin: BinaryIO | None) -> list[Source]:
    """The bytes behind `name`. Raises IngestError where there are none."""
    if name == "-":
        return [Source("-", (stdin or sys.stdin.buffer).read(), None)]
    path = Path(name)
    if path.is_dir():
        inside = sorted(p for p in path.iterdir() if p.suffix.lower() in SUFFIXES and not p.name.startswith("."))
        if not inside:
            raise IngestError(name, "left out: the folder holds no reports.", "Reports end in .txt, .html or .htm.")
        return [source for p in inside for source in open_source(str(p), stdin)]
    try:
        return [Source(name, path.read_bytes(), path.parent)]
    except FileNotFoundError:
        raise IngestError(name, "left out: there is no such file.", "Check the name.") from None
    except OSError as error:
        raise IngestError(name, f"left out: it cannot be read ({error.strerror}).", "Check its permissions.") from error


def report_of(source: Source, flags: SideInformation, side: SideInformation) -> Report:
    """The Report in `source`, its id still open. Raises VariorumError where there is none."""
    data = unpack(source.data, source.name)
    if HTML_START.match(data[:1000]) or Path(source.name).suffix.lower() in {".html", ".htm", ".xhtml"}:
        from variorum.ingest.page import read_page  # costs a second to import: only where a page is read

        page = read_page(data, source.name)
        text, blocks, own = page.text, page.blocks, page.side
        title = page.title
    else:
        text = decode(data, source.name)
        blocks, own = blocks_of(text), SideInformation()
        title = headline_of(text, blocks)
    if not text.strip():
        raise IngestError(source.name, "left out: it is empty.", "Give a file that holds a report.")
    if len(text) > LONGEST_TEXT:
        raise IngestError(
            source.name,
            f"left out: it has {len(text):,} characters, and a report of at most {LONGEST_TEXT:,} is read.",
            "Split it into its reports.",
        )
    language = side.language or language_of(text) or own.language or "en"
    if language != "en":
        said = LANGUAGES.get(language, f"another language ({language})")
        raise IngestError(source.name, f"left out: it is in {said}, and Variorum reads English.", "Translate it first.")
    return Report(
        id="",
        source=source.name,
        sha256=hashlib.sha256(source.data).hexdigest(),
        text=text,
        url=side.url or own.url,
        title=title,
        outlet=flags.outlet or side.outlet or own.outlet,
        published=flags.published or side.published or own.published,
        updated=side.updated or own.updated,
        language=language,
        blocks=blocks if blocks else (Block("body", 0, len(text)),),
    )


def with_ids(found: list[tuple[Source, Report]]) -> tuple[Report, ...]:
    """The reports with ids made of their file names, whatever the order in which they were given."""
    taken: dict[str, int] = {}
    out = []
    for source, report in sorted(found, key=lambda pair: (Path(pair[0].name).name, pair[1].sha256, pair[0].name)):
        stem = re.sub(r"[^a-z0-9]+", "-", Path(source.name).name.split(".")[0].lower()).strip("-") or "report"
        taken[stem] = taken.get(stem, 0) + 1
        name = stem if taken[stem] == 1 else f"{stem}-{taken[stem]}"
        out.append(msgspec.structs.replace(report, id=name))
    return tuple(sorted(out, key=lambda report: report.id))
