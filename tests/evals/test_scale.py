"""Scale: what is varied for measuring cost keeps its offsets."""

from __future__ import annotations

import random
from itertools import islice

from evals.scale import A_STORY, sketches, varied
from tests.reports import report
from variorum.annotate.pipeline import annotate
from variorum.resolve.sketches import sketch_of


def test_a_varied_annotation_keeps_its_spans_over_its_own_words() -> None:
    annotation = annotate(report("one", "The bridge was closed. Nobody crossed the river."))
    other = varied(annotation, "copy", random.Random(1), {6: ["houses"], 7: ["lowered"], 5: ["slope"]})
    assert other.report.text != annotation.report.text
    assert len(other.report.text) == len(annotation.report.text)
    for one in other.propositions:
        assert one.span.report == "copy"
        assert other.report.text[one.span.start : one.span.end] == one.span.text


def test_made_up_reports_of_one_story_share_names_and_day() -> None:
    example = [
        sketch_of(annotate(report("one", "Marta Keld opened the bridge over the river on Friday in rain and wind.")))
    ]
    made = list(islice(sketches(example), A_STORY + 1))
    assert made[0].names == made[A_STORY - 1].names
    assert made[0].names != made[A_STORY].names
