"""What the public cases share: invented reports written to files, read by the one call, and looked up in the record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from variorum import brief
from variorum.model import Claim, DateValue, Dossier, Entity, EntityValue, Event, QuantityValue, Reading, Utterance

Bounds = tuple[float | None, float | None]


def record(folder: Path, *texts: str, published: tuple[str | None, ...] = ()) -> Dossier:
    """The record of reports r1, r2 … with these texts and, in the sidecar, publication dates."""
    sidecar = []
    for n, text in enumerate(texts, 1):
        (folder / f"r{n}.txt").write_text(text, encoding="utf-8")
        date = published[n - 1] if n <= len(published) else None
        sidecar += [f'["r{n}.txt"]', f'published = "{date}"'] if date else []
    (folder / "reports.toml").write_text("\n".join(sidecar), encoding="utf-8")
    dossier = brief([folder / f"r{n}.txt" for n in range(1, len(texts) + 1)])
    assert len(dossier.reports) == len(texts)
    grounded(dossier)
    return dossier


def grounded(dossier: Dossier) -> None:
    """Every reading and wording is what stands at its offsets."""
    texts = {r.id: r.text for r in dossier.reports}
    spans = [r.span for c in dossier.claims for r in c.readings] + [
        w.content for u in dossier.utterances for w in u.wordings
    ]
    assert all(texts[s.report][s.start : s.end] == s.text for s in spans)


def rows(dossier: Dossier, *slots: str) -> list[Claim]:
    """The rows of these slots."""
    return [c for c in dossier.claims if c.slot in slots]


def row_with(dossier: Dossier, slot: str, bounds: Bounds | float, of: str | None = None) -> Claim:
    """The one row of `slot` in which a figure with these bounds stands."""
    found = [c for c in rows(dossier, slot) if any(is_figure(r, bounds, of) for r in c.readings)]
    assert len(found) == 1, [(c.slot, figures(c)) for c in dossier.claims]
    return found[0]


def is_figure(reading: Reading, bounds: Bounds | float, of: str | None = None) -> bool:
    """Whether a reading gives the figure (a number, or low and high), of what is counted where that is told."""
    low, high = bounds if isinstance(bounds, tuple) else (bounds, bounds)
    value = reading.value
    return (
        isinstance(value, QuantityValue)
        and (value.low, value.high) == (low, high)
        and (of is None or of in (value.of or ""))
    )


def figures(claim: Claim) -> dict[str, set[Bounds]]:
    """The bounds that each report gives in a row."""
    found: dict[str, set[Bounds]] = {}
    for reading in claim.readings:
        if isinstance(reading.value, QuantityValue):
            found.setdefault(reading.report, set()).add((reading.value.low, reading.value.high))
    return found


def numbers(dossier: Dossier) -> set[float]:
    """Every bound of every figure in the record."""
    return {
        n for c in dossier.claims for bounds in figures(c).values() for pair in bounds for n in pair if n is not None
    }


def dates(claim: Claim) -> set[str]:
    """The dates in a row."""
    return {r.value.edtf for r in claim.readings if isinstance(r.value, DateValue)}


def entity(dossier: Dossier, name: str) -> Entity:
    """The one entity that bears this name."""
    found = [e for e in dossier.entities if name in (e.name, *e.names)]
    assert len(found) == 1, [(e.name, e.names) for e in dossier.entities]
    return found[0]


def entities_in(claim: Claim) -> set[str]:
    """The entities that a row's readings name."""
    return {r.value.entity for r in claim.readings if isinstance(r.value, EntityValue)}


def event(dossier: Dossier, words: str) -> Event:
    """The one event that is told in these words."""
    found = [e for e in dossier.events if any(words in m.text for m in e.mentions)]
    assert len(found) == 1, [(e.label, [m.text for m in e.mentions]) for e in dossier.events]
    return found[0]


def voices(reading: Reading) -> list[str]:
    """Who says so, nearest first, in small letters without article."""
    return [link.text.casefold().removeprefix("the ") for link in reading.voice]


def utterance(dossier: Dossier, words: str) -> Utterance:
    """The one utterance that holds these words."""
    found = [u for u in dossier.utterances if any(words in w.content.text for w in u.wordings)]
    assert len(found) == 1, [[w.content.text for w in u.wordings] for u in dossier.utterances]
    return found[0]


def read_blocks(dossier: Dossier, report: str = "r1") -> Iterator[str]:
    """The blocks of a report that are read, those set aside left out."""
    for one in dossier.reports:
        if one.id == report:
            yield from (one.text[b.start : b.end] for b in one.blocks if b.role not in {"teaser", "noise"})
