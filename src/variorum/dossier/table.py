"""CSV: the grid as a table, a line a reading."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping

from variorum.model import Claim, DateValue, Dossier, DossierReport, EntityValue, QuantityValue, Reading, TextValue

COLUMNS = (
    "story", "claim", "about", "slot", "question", "verdict", "reason", "report", "outlet", "published", "low", "high",
    "unit", "of", "edtf", "entity", "text", "voice", "as_of", "confidence", "words", "start", "end",
)  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")  # what makes a spreadsheet run a cell (OWASP, CSV Injection)


def to_csv(dossier: Dossier) -> str:
    """The grid of `dossier` as CSV (RFC 4180). Cells that a spreadsheet would run are prefixed with `'`."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    reports = {r.id: r for r in dossier.reports}
    names = {e.id: e.name for e in dossier.entities} | {e.id: e.label for e in dossier.events}
    for claim, reading in readings(dossier):
        writer.writerow([safe(cell) for cell in line(claim, reading, reports[reading.report], names)])
    return out.getvalue()


def readings(dossier: Dossier) -> Iterator[tuple[Claim, Reading]]:
    """Every reading with its row, in the order of the dossier."""
    for claim in dossier.claims:
        for reading in claim.readings:
            yield claim, reading


def line(
    claim: Claim, reading: Reading, report: DossierReport, names: Mapping[str, str]
) -> tuple[str | float | int | None, ...]:
    """The cells of a reading, in the order of COLUMNS; `names` are those of entities and the labels of events."""
    value = reading.value
    number = value if isinstance(value, QuantityValue) else None
    return (
        claim.story,
        claim.id,
        names.get(claim.about, claim.about),
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
        names.get(value.entity, value.entity) if isinstance(value, EntityValue) else None,
        value.text if isinstance(value, TextValue) else None,
        "; ".join(link.text for link in reading.voice),
        reading.as_of,
        reading.confidence,
        reading.span.text,
        reading.span.start,
        reading.span.end,
    )


def bound(value: float | None) -> float | int | None:
    """A whole number without its `.0`."""
    return int(value) if value is not None and float(value).is_integer() else value


def safe(cell: str | float | int | None) -> str | float | int | None:
    """`cell` so that no spreadsheet takes it for a formula; numbers stay numbers."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
