"""Recalled: clauses that tell what has happened before at some time, not the one happening of the news."""

from __future__ import annotations

import re

from variorum.model import Annotation, Proposition

NOT_THE_FIRST = re.compile(
    r"(?:\b(?:not|hardly|far from)|n['’]t)\s+the\s+(?:first|only|last)\s+(?:time|occasion)\b[^.;:]{0,20}$",
    re.IGNORECASE,
)
BEFORE = 80  # letters before a clause in which that stands


def is_one_of_many(annotation: Annotation, told: Proposition) -> bool:
    """Whether the words before a clause say that such happened before: "it is not the first time that a child fell in"."""
    start = told.span.start
    return NOT_THE_FIRST.search(annotation.report.text, max(0, start - BEFORE), start) is not None


__all__ = ["is_one_of_many"]
