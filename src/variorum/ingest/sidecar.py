"""`reports.toml`: what texts do not print of themselves, a table a file, in the folder of the files."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import msgspec

from variorum.ingest.dates import iso_date
from variorum.ingest.errors import IngestError

FILE_NAME = "reports.toml"
KEYS = ("outlet", "published", "updated", "url", "language")
LARGEST = 4_000_000  # bytes


class SideInformation(msgspec.Struct, frozen=True):
    """What stands beside a report, or what it says of itself; None where nothing is said."""

    outlet: str | None = None
    published: str | None = None
    updated: str | None = None
    url: str | None = None
    language: str | None = None


def read_sidecar(folder: Path) -> tuple[dict[str, SideInformation], list[IngestError]]:
    """The tables of the folder's `reports.toml` by file name, and its faults. No file: nothing and no fault."""
    path = folder / FILE_NAME
    try:
        if path.stat().st_size > LARGEST:
            return {}, [
                IngestError(str(path), "it is too large; the reports are read without it.", "Split the folder.")
            ]
        tables = tomllib.loads(path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n"))
    except FileNotFoundError:
        return {}, []
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        what = f"it cannot be read ({error}); the reports are read without it."
        return {}, [IngestError(str(path), what, 'Write a table a file, such as ["guardian.txt"].')]
    found: dict[str, SideInformation] = {}
    faults: list[IngestError] = []
    for name, table in tables.items():
        where = f'{path}, "{name}"'
        if not isinstance(table, dict):
            faults.append(IngestError(where, "this is no table of a file.", f'Write ["{name}"] above its entries.'))
            continue
        if not (folder / name).is_file():
            faults.append(IngestError(where, "there is no such file beside it.", "Write the file's name as it stands."))
        entries: dict[str, str] = {}
        for key, value in table.items():
            try:
                entries[key] = entry(f"{where}, {key}", key, value)
            except IngestError as error:
                faults.append(error)
        found[name] = SideInformation(**entries)
    return found, faults


def entry(where: str, key: str, value: Any) -> str:
    """The checked value of one entry. Raises IngestError for an unknown key or a date that is none."""
    if key not in KEYS:
        raise IngestError(where, "there is no such key.", f"Known keys: {', '.join(KEYS)}")
    if isinstance(value, dt.datetime | dt.date):  # TOML has dates of its own
        value = value.isoformat()
    if not isinstance(value, str) or not value.strip():
        raise IngestError(where, f"{value!r} is no text.", "Write it in quotes.")
    return as_date(value, where) if key in {"published", "updated"} else value.strip()


def as_date(value: str, where: str) -> str:
    """`value` as an ISO date or date and time. Raises IngestError where it is none."""
    date = iso_date(value)
    if date is None:
        raise IngestError(where, f'"{value}" is not a date.', "Write 2016-11-11 or 2016-11-11T07:40Z")
    return date
