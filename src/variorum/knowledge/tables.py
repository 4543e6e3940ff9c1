"""How a knowledge table is read: tab-separated, a header line, a `source` for each row."""

from __future__ import annotations

import csv
from importlib.resources import files
from typing import Any


def read_table(name: str) -> list[dict[str, Any]]:
    """The rows of the table `name` in this folder, as dicts by column; quotes are letters like others."""
    text = files("variorum.knowledge").joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
