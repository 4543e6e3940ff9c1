"""`reports.toml`: what texts do not print of themselves, a table a file, in the folder of the files."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from pathlib import Path
from typing import Any

import msgspec

from variorum.model import VariorumError

FILE_NAME = "reports.toml"
KEYS = ("outlet", "published", "updated", "url", "language")
ISO = re.compile(r"^\d{4}(-\d{2}(-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$")


class SidecarError(VariorumError):
    """A fault in `reports.toml`: the entry is passed over, the report is read all the same."""


class SideInformation(msgspec.Struct, frozen=True):
    """What stands beside a report; None where nothing is said."""

    outlet: str | None = None
    published: str | None = None
    updated: str | None = None
    url: str | None = None
    language: str | None = None


def read_sidecar(folder: Path) -> tuple[dict[str, SideInformation], list[SidecarError]]:
    """The tables of the folder's `reports.toml` by file name, and its faults. No file: nothing and no fault."""
    path = folder / FILE_NAME
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}, []
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return {}, [SidecarError(str(path), f"it cannot be read ({error}).", "The reports are read without it.")]
    found, faults = {}, []
    for name, table in tables.items():
        if not isinstance(table, dict):
            faults.append(SidecarError(str(path), f'"{name}" is no table.', f'Write ["{name}"] above its entries.'))
            continue
        entries: dict[str, str] = {}
        for key, value in table.items():
            try:
                entries[key] = entry(str(path), name, key, value)
            except SidecarError as error:
                faults.append(error)
        found[name] = SideInformation(**entries)
    return found, faults


def entry(path: str, name: str, key: str, value: Any) -> str:
    """The checked value of one entry. Raises SidecarError for an unknown key or a date that is none."""
    where = f'{path}, "{name}", {key}'
    if key not in KEYS:
        raise SidecarError(where, "there is no such entry.", f"Known are: {', '.join(KEYS)}.")
    if isinstance(value, dt.datetime | dt.date):
        value = value.isoformat()
    if not isinstance(value, str):
        raise SidecarError(where, f"{value!r} is no text.", "Put it in quotes.")
    return as_date(value, where) if key in {"published", "updated"} else value


def as_date(value: str, where: str) -> str:
    """`value` where it is an ISO date or date and time. Raises SidecarError otherwise."""
    if not ISO.match(value.strip()):
        raise SidecarError(where, f'"{value}" is not a date.', "Write 2016-11-11 or 2016-11-11T07:40Z")
    return value.strip().replace(" ", "T")
