"""CSV: the grid as a table, a line a reading."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from variorum.model import Claim, DateValue, Dossier, EntityValue, QuantityValue, Reading, TextValue

COLUMNS = (
    "story", "claim", "about", "slot", "question", "verdict", "reason", "report", "outlet", "published", "low", "high",
    "unit", "of", "edtf", "entity", "text", "voice", "as_of", "confidence", "words", "start", "end",
)  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")  # what makes a spreadsheet run a cell (OWASP, CSV Injection)


def to_csv(dossier: Dossier) -> str:
    """The grid of `dossier` as CSV (RFC 4180, UTF-8, a heading line). A cell that a spreadsheet would run starts with `'`."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for claim, reading in readings(dossier):
        writer.writerow([safe(cell) for cell in line(claim, reading, dossier)])
    return out.getvalue()


def readings(dossier: Dossier) -> Iterator[tuple[Claim, Reading]]:
    """Every reading with its row, in the order of the dossier."""
    for claim in dossier.claims:
        for reading in claim.readings:
            yield claim, reading


def line(claim: Claim, reading: Reading, dossier: Dossier) -> tuple[str | float | int | None, ...]:
    """The cells of a reading, in the order of COLUMNS."""
    report = next(r for r in dossier.reports if r.id == reading.report)
    value = reading.value
    number = value if isinstance(value, QuantityValue) else None
    return (
        claim.story,
        claim.id,
        name_of(claim.about, dossier),
        claim.slot,
        claim.question,
        claim.verdict,
        claim.reason,
        reading.report,
        report.outlet,
        report.published,
        bound(number.low) if number else None,
        bound(number.high) if number else None,
        number.unit if number else None,
        number.of if number else None,
        value.edtf if isinstance(value, DateValue) else None,
        name_of(value.entity, dossier) if isinstance(value, EntityValue) else None,
        value.text if isinstance(value, TextValue) else None,
        "; ".join(link.text for link in reading.voice),
        reading.as_of,
        reading.confidence,
        reading.span.text,
        reading.span.start,
        reading.span.end,
    )


def name_of(identifier: str, dossier: Dossier) -> str:
    """The name of an entity or label of an event, the id where it is neither."""
    named = {e.id: e.name for e in dossier.entities} | {e.id: e.label for e in dossier.events}
    return named.get(identifier, identifier)


def bound(value: float | None) -> float | int | None:
    """A whole number without its `.0`."""
    return int(value) if value is not None and float(value).is_integer() else value


def safe(cell: str | float | int | None) -> str | float | int | None:
    """`cell` so that no spreadsheet takes it for a formula; numbers stay numbers."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
