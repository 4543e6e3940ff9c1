"""Explanation: Report -> what each layer found in each of its sentences, and which step stopped where nothing came out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec
from spacy.tokens import Doc

from variorum.annotate.layer import block_at
from variorum.annotate.pipeline import DEFAULT_PIPELINE, annotation_of, doc_of, load_pipeline
from variorum.explanation.model import Explanation, Passage, Stop
from variorum.explanation.stops import stops_in
from variorum.ingest import IngestError, read_reports
from variorum.model import SET_ASIDE_ROLES, Annotation, Block, Report, Span


def explain(
    report: str | Path | Report,
    *,
    date: str | None = None,
    outlet: str | None = None,
    pipeline: str = DEFAULT_PIPELINE,
) -> Explanation:
    """Say what each layer found in each sentence of one report, and where reading stopped.

    Args:
        report: the path of a file, or a Report already read.
        date: publication date (ISO) of a report given as a path, over what the sidecar and the page say.
        outlet: its outlet, likewise.
        pipeline: name of an installed spaCy pipeline for English.

    Returns:
        The Explanation (`variorum.explanation/1`).

    Raises:
        IngestError: the file could not be read, or is a folder of several reports.
        PipelineError: the spaCy pipeline is not installed.
    """
    if not isinstance(report, Report):
        reading = read_reports([report], date=date, outlet=outlet)
        if not reading.reports:
            raise reading.left_out[0]
        if len(reading.reports) > 1:
            what = f"it holds {len(reading.reports)} reports, and one at a time is explained."
            raise IngestError(str(report), what, "Give the file of one of them.")
        report = reading.reports[0]
    nlp = load_pipeline(pipeline)
    doc = nlp(doc_of(nlp, report))
    return explanation_of(doc, annotation_of(doc, report))


def explanation_of(doc: Doc, annotation: Annotation) -> Explanation:
    """The explanation of a Doc that the layers have read, and of what came out of it."""
    sentences = [passage_of(s, doc, annotation) for s in annotation.sentences]
    aside = [set_aside(b, annotation.report) for b in annotation.report.blocks if b.role in SET_ASIDE_ROLES]
    passages = sorted((*sentences, *aside), key=lambda p: p.span)
    return Explanation("variorum.explanation/1", annotation, tuple(passages))


def passage_of(sentence: Span, doc: Doc, annotation: Annotation) -> Passage:
    """A sentence with what was found in it."""
    block = block_at(doc, sentence.start)
    found = Passage(
        span=sentence,
        role=block.role if block else "body",
        mentions=starting_in(sentence, [m.span for m in annotation.mentions]),
        times=starting_in(sentence, [t.span for t in annotation.times]),
        quantities=starting_in(sentence, [q.span for q in annotation.quantities]),
        quotations=tuple(n for n, q in enumerate(annotation.quotations) if q.content.overlaps(sentence)),
        propositions=starting_in(sentence, [p.predicate for p in annotation.propositions]),
    )
    return msgspec.structs.replace(found, stops=tuple(stops_in(found, doc, annotation)))


def starting_in(sentence: Span, spans: Sequence[Span]) -> tuple[int, ...]:
    """Which of `spans` start in the sentence."""
    return tuple(n for n, s in enumerate(spans) if sentence.start <= s.start < sentence.end)


def set_aside(block: Block, report: Report) -> Passage:
    """A block that no layer reads."""
    stop = Stop("blocks", block.why or "not part of the report")
    return Passage(report.span(block.start, block.end), block.role, stops=(stop,))


__all__ = ["Explanation", "explain"]
