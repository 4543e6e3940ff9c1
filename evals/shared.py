"""What every evaluation shares: where the data lies, how it is read, and what a result looks like."""

from __future__ import annotations

import gzip
import json
import os
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

DATA_VARIABLE = "VARIORUM_DATA"
STORIES_VARIABLE = "VARIORUM_STORIES"
SAMPLE_VARIABLE = "VARIORUM_SAMPLE"
SAMPLED_BY = ("doc", "block", "s1")
"""What a row belongs to, the first of these that it has: a sample takes or leaves all rows of one text together."""

Figure = float | int | str | None


class Row(msgspec.Struct, frozen=True):
    """The figures of one system (ours, a peer, a baseline) on one task."""

    system: str
    figures: dict[str, Figure]


class Result(msgspec.Struct, frozen=True):
    """What an evaluation measured. `skipped` says why nothing was, where the data is absent; `fallen` what is worse than
    it must be (then the exit code is 1)."""

    task: str
    rows: tuple[Row, ...] = ()
    notes: tuple[str, ...] = ()
    skipped: str | None = None
    fallen: tuple[str, ...] = ()


class MissingDataError(Exception):
    """The data of an evaluation is not there; the message says what is missing and how to give it."""


def data_folder(given: Path | None) -> Path:
    """The folder of the data sets: `given`, or what $VARIORUM_DATA names. MissingDataError: neither is a folder."""
    named = given or (Path(os.environ[DATA_VARIABLE]) if os.environ.get(DATA_VARIABLE) else None)
    if named is None:
        raise MissingDataError(f"no data: give --data FOLDER or set ${DATA_VARIABLE}")
    if not named.is_dir():
        raise MissingDataError(f"no data: {named} is no folder")
    return named


def stories_folder(data: Path) -> Path:
    """The folder of the stories with their scorer: what $VARIORUM_STORIES names, else the sibling `stories` of `data`."""
    return Path(os.environ.get(STORIES_VARIABLE) or data.parent / "stories")


def find_data(folder: Path, name: str) -> Path:
    """The file `name` ("places/train.docs.jsonl") in `folder`, gzipped or not. MissingDataError: it is absent."""
    for path in (folder / name, folder / f"{name}.gz"):
        if path.is_file():
            return path
    raise MissingDataError(f"no data: {name} is not in {folder}")


def read_jsonl(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a .jsonl or .jsonl.gz file; of every nth text alone where $VARIORUM_SAMPLE is n."""
    every = int(os.environ.get(SAMPLE_VARIABLE, "1"))
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                row = json.loads(line)
                if in_sample(row, every):
                    yield row


def in_sample(row: dict[str, Any], every: int) -> bool:
    """Whether a row belongs to the sample of one text in `every`, drawn by a hash of what it belongs to."""
    key = next((str(row[k]) for k in SAMPLED_BY if k in row), "")
    return every == 1 or zlib.crc32(key.encode()) % every == 0


def as_table(result: Result) -> str:
    """`result` for a terminal: a line a system, a column a figure."""
    if result.skipped is not None:
        return f"{result.task}: skipped, {result.skipped}"
    columns = list(dict.fromkeys(name for row in result.rows for name in row.figures))
    cells = [["", *columns]] + [[row.system, *(shown(row.figures.get(c)) for c in columns)] for row in result.rows]
    widths = [max(len(line[i]) for line in cells) for i in range(len(columns) + 1)]
    table = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in cells]
    return "\n".join([result.task, *table, *(f"* {note}" for note in result.notes), *result.fallen])


def shown(figure: Figure) -> str:
    """A figure in a table: three places after the point."""
    return "" if figure is None else f"{figure:.3f}" if isinstance(figure, float) else str(figure)


def ratio(part: float, whole: float) -> float:
    """`part` of `whole`, 0 where there is no whole."""
    return part / whole if whole else 0.0


def f_score(right: float, found: float, wanted: float) -> dict[str, Figure]:
    """Precision, recall and F1 of `right` among `found` and `wanted`."""
    precision, recall = ratio(right, found), ratio(right, wanted)
    return {"precision": precision, "recall": recall, "f1": ratio(2 * precision * recall, precision + recall)}
