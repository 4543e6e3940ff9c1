"""Resolve: Annotations -> Cast. Who copies whom, what belongs together, who and what is one over all reports."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.model import Annotation, Cast
from variorum.resolve.copies import find_accounts
from variorum.resolve.entities import merge
from variorum.resolve.happenings import find_happenings
from variorum.resolve.stories import group


def resolve(annotations: Sequence[Annotation]) -> Cast:
    """The cast of several reports. The order of `annotations` changes nothing."""
    ordered = tuple(sorted(annotations, key=lambda a: a.report.id))
    stories = group(ordered)
    entities = merge(ordered, stories)
    return Cast(
        annotations=ordered,
        accounts=find_accounts([a.report for a in ordered]),
        stories=stories,
        entities=entities,
        happenings=find_happenings(ordered, stories, entities),
    )
