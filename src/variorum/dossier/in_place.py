"""Words of a report in their place: the paragraph about them, and they marked in it by form."""

from __future__ import annotations

from variorum.dossier.display import one_line
from variorum.model import DossierReport, Span

AROUND = 140  # characters of context on either side, cut at a word and at the paragraph


def in_place(span: Span, report: DossierReport | None) -> str:
    """The words of `span` in their paragraph, on one line: `... killed >>at least four people<< at a market ...`.

    `report` is the one that the dossier holds under the span's id. Where other words stand there, that is said.
    """
    words = f">>{one_line(span.text)}<<"
    if report is None or report.text[span.start : span.end] != span.text:
        return f"{words} (these words do not stand there in the report that the dossier holds)"
    block = next((b for b in report.blocks if b.start <= span.start < b.end), None)
    first, last = (block.start, max(block.end, span.end)) if block else (0, len(report.text))
    before, after = report.text[first : span.start], report.text[span.end : last]
    head = one_line(before) if len(before) <= AROUND else "… " + one_line(before[-AROUND:].partition(" ")[2])
    tail = one_line(after) if len(after) <= AROUND else one_line(after[:AROUND].rpartition(" ")[0]) + " …"
    return (head + " " * before[-1:].isspace() + words + " " * after[:1].isspace() + tail).strip()
