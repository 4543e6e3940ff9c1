"""Recalled: clauses that tell what has happened before at some time, not the one happening of the news."""

from __future__ import annotations

import re

from variorum.model import Annotation, Proposition

NOT_THE_FIRST = re.compile(
    r"(?:\b(?:not|hardly|far from)|n['’]t)\s+the\s+(?:first|only|last)\s+(?:time|occasion)\b[^.;:]{0,20}$",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"\bthe\s+(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:nd|rd|th))\s+(?:time|occasion)\b[^.;:]{0,20}$",
    re.IGNORECASE,
)
BEFORE = 80  # letters before a clause in which that stands


def is_one_of_many(annotation: Annotation, told: Proposition) -> bool:
    """Whether the words before a clause say that such happened before: "it is not the first time that a child fell in", "it is
    the second time in four days that the dam has been tested"."""
    start = told.span.start
    text, opening = annotation.report.text, max(0, start - BEFORE)
    return any(before.search(text, opening, start) is not None for before in (NOT_THE_FIRST, COUNTED))


__all__ = ["is_one_of_many"]
