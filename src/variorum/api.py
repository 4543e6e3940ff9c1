"""The main job as one call: reports in, Dossier out. The command line calls the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from variorum.annotate.pipeline import DEFAULT_PIPELINE, annotate
from variorum.collate import collate
from variorum.dossier.compose import compose
from variorum.ingest import IngestError, read_reports
from variorum.model import Dossier, Report
from variorum.resolve import resolve


def brief(
    reports: Sequence[str | Path | Report],
    *,
    date: str | None = None,
    outlet: str | None = None,
    pipeline: str = DEFAULT_PIPELINE,
    progress: Callable[[Report], None] | None = None,
) -> Dossier:
    """Make one sourced record of several reports.

    Args:
        reports: paths of files or folders, or Reports already read. Paths that cannot be read are passed over; use
            `variorum.read_reports` to learn which and why.
        date: publication date (ISO) of all reports given as paths, over what the sidecar and the pages say.
        outlet: outlet of all reports given as paths, likewise.
        pipeline: name of an installed spaCy pipeline for English.
        progress: called with each report before it is read.

    Returns:
        The Dossier (`variorum.dossier/1`), the same for the same reports whatever their order.

    Raises:
        IngestError: nothing could be read.
        PipelineError: the spaCy pipeline is not installed.
    """
    given = [r for r in reports if isinstance(r, Report)]
    reading = read_reports([r for r in reports if not isinstance(r, Report)], date=date, outlet=outlet)
    return dossier_of([*given, *reading.reports], pipeline=pipeline, progress=progress)


def dossier_of(
    reports: Sequence[Report],
    *,
    pipeline: str = DEFAULT_PIPELINE,
    progress: Callable[[Report], None] | None = None,
) -> Dossier:
    """The record of Reports already read. Raises IngestError where there is none."""
    if not reports:
        raise IngestError("variorum", "there is no report to read.", "Give files or folders with news reports.")
    annotations = []
    for report in sorted(reports, key=lambda r: r.id):
        if progress is not None:
            progress(report)
        annotations.append(annotate(report, pipeline))
    return compose(collate(resolve(annotations)), {"pipeline": pipeline})
