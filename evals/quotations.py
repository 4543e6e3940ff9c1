"""Quotations on PolNeAR: F1 of source, cue and content, exact; direct speech found, and its source right.

What is compared. PolNeAR marks in one layer what is said and what is held (endorsing, wanting), so `quotations` and
`views` of a Doc are taken together for the F1 figures, and quotations alone are shown beside it. Its content leaves the
cue out and may come in pieces, ours is one span over them: both are cut at what is no content (cue and source) and
compared piece by piece, pieces of one attribution with only white space between them joined. Its guidelines count the
complementiser ("that", "to") in and the stop that closes the sentence out. It marks no attribution within another, so
only our outermost are compared.

Data: `polnear/dev.docs.jsonl`, `polnear/dev.attributions.jsonl` under the data folder (`--data` or `$VARIORUM_DATA`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from spacy.language import Language

from evals.shared import Result, Row, find_data, ratio, read_jsonl
from variorum.annotate.pipeline import load_pipeline
from variorum.annotate.quotations import views
from variorum.model import Quotation

Piece = tuple[str, int, int]
MARKS = "\"“”‘’'`«» \n\t"


def f1(gold: set[Piece], ours: set[Piece]) -> tuple[float, float, float]:
    """Precision, recall and F1 of two sets."""
    right = len(gold & ours)
    precision, recall = right / max(1, len(ours)), right / max(1, len(gold))
    return precision, recall, 2 * right / max(1, len(gold) + len(ours))


def trimmed(doc: str, text: str, start: int, end: int) -> Piece:
    """The piece without stops, commas, quotation marks and white space at its ends."""
    while start < end and text[start] in MARKS + ",:;.":
        start += 1
    while end > start and text[end - 1] in MARKS + ",:;.":
        end -= 1
    return doc, start, end


def merged(doc: str, text: str, spans: Iterable[Sequence[int]]) -> set[Piece]:
    """Spans as pieces; those with only white space between them are one."""
    out: list[list[int]] = []
    for start, end in sorted((s[0], s[1]) for s in spans):
        if out and not text[out[-1][1] : start].strip(MARKS):
            out[-1][1] = max(end, out[-1][1])
        else:
            out.append([start, end])
    return {p for p in (trimmed(doc, text, a, b) for a, b in out) if p[1] < p[2]}


def outermost(quotations: Sequence[Quotation]) -> list[Quotation]:
    """Without those that stand within another's content: PolNeAR marks no nested attributions."""
    return [
        q for q in quotations
        if not any(o is not q and o.content.covers(q.content) and q.cue and o.content.covers(q.cue) for o in quotations)
    ]  # fmt: skip


def content_pieces(doc: str, text: str, quotation: Quotation) -> set[Piece]:
    """Our content by PolNeAR's guidelines: cue and source cut out, the complementiser counted in."""
    start, end = quotation.content.start, quotation.content.end
    for word in ("that ", "to "):
        if text[max(0, start - len(word)) : start].lower() == word:
            start -= len(word)
            break
    holes = sorted(
        (s.start, s.end) for s in (quotation.cue, quotation.source) if s is not None and start < s.start and s.end < end
    )
    pieces, at = [], start
    for first, last in holes:
        pieces.append((at, first))
        at = last
    pieces.append((at, end))
    return {p for p in (trimmed(doc, text, a, b) for a, b in pieces) if p[1] < p[2]}


def measure(data: Path, nlp: Language, split: str = "dev", limit: int | None = None) -> dict[str, dict[str, float]]:
    """The figures on one split: everything marked, what is said, direct speech. MissingDataError: no data."""
    docs = list(read_jsonl(find_data(data, f"polnear/{split}.docs.jsonl")))[:limit]
    by_doc: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in read_jsonl(find_data(data, f"polnear/{split}.attributions.jsonl")):
        if row["primary"]:
            by_doc[row["doc"]].append(row)
    gold: dict[str, set[Piece]] = defaultdict(set)
    ours: dict[str, set[Piece]] = defaultdict(set)
    said: dict[str, set[Piece]] = defaultdict(set)
    speech = {kind: [0, 0, 0] for kind in ("direct", "mixed")}
    for document in docs:
        name, text = document["doc"], document["text"]
        doc = nlp(text)
        quotations: tuple[Quotation, ...] = doc._.quotations
        for group, target in (((*quotations, *views(doc)), ours), (quotations, said)):
            for q in outermost(group):
                target["content"] |= content_pieces(name, text, q)
                for part, span in (("source", q.source), ("cue", q.cue)):
                    if span is not None:
                        target[part].add(trimmed(name, text, span.start, span.end))
        for row in by_doc[name]:
            for part in ("source", "cue", "content"):
                gold[part] |= merged(name, text, row[part])
            if row["kind"] in ("direct", "mixed"):
                for _, low, high in sorted(merged(name, text, row["content"])):
                    tally = speech[row["kind"]]
                    tally[0] += 1
                    best = max(((shared(q, text, low, high), i) for i, q in enumerate(quotations)), default=(0.0, 0))
                    if best[0] >= 0.5:
                        tally[1] += 1
                        tally[2] += source_right(quotations[best[1]], row["source"])
    figures: dict[str, dict[str, float]] = {"quotations and views": {}, "quotations alone": {}}
    for label, target in (("quotations and views", ours), ("quotations alone", said)):
        for part in ("source", "cue", "content"):
            p, r, f = f1(gold[part], target[part])
            figures[label] |= {f"{part} P": p, f"{part} R": r, f"{part} F1": f}
    for name, kinds in (("direct and mixed", ("direct", "mixed")), ("direct", ("direct",)), ("mixed", ("mixed",))):
        total, found, right = (sum(speech[kind][i] for kind in kinds) for i in range(3))
        figures[name] = {"found": ratio(found, total), "source right": ratio(right, found)}
    return figures


def shared(quotation: Quotation, text: str, low: int, high: int) -> float:
    """Intersection over union of `low:high` and the piece of a quotation's content that shares most with it."""
    best = 0.0
    for _, start, end in content_pieces("", text, quotation):
        common = min(end, high) - max(start, low)
        best = max(best, common / (max(end, high) - min(start, low)))
    return best


def source_right(quotation: Quotation, source: list[list[int]]) -> bool:
    """Whether the printed source overlaps gold's; one that carries a speaker on has none: its voice counts."""
    if not source:
        return quotation.source is None
    spans = [quotation.source] if quotation.source is not None else [v.span for v in quotation.voice]
    return any(s.start < end and start < s.end for s in spans for start, end in source)


def run(data: Path) -> Result:
    """All figures of this task on dev."""
    figures = measure(data, load_pipeline())
    return Result("quotations", tuple(Row(name, dict(row)) for name, row in figures.items()))
