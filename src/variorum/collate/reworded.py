"""Clauses that tell what somebody said: those of one utterance's wordings say the same, so less speaks for it than elsewhere.

On 27 annotated stories .95 of the pairs of such clauses are the same from a likeness of .5, and .92 at any likeness where one of
them is all that its wording says; `likeness` asks for a little more of those.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

import msgspec

from variorum.collate.clauses import Clause
from variorum.model import Span, Utterance

LITTLE_MORE = 2  # times the letters of what is said


def with_utterances(clauses: Sequence[Clause], utterances: Sequence[Utterance]) -> list[Clause]:
    """The clauses, those that tell what was said in an utterance of several reports marked with it, and those that alone tell it
    in their report."""
    wordings = wordings_by_report(utterances)
    said = [frozenset(u for content, u in wordings.get(c.ref.report, ()) if is_of(c.span, content)) for c in clauses]
    told = Counter((c.ref.report, u) for c, found in zip(clauses, said, strict=True) for u in found)
    return [
        msgspec.structs.replace(c, said=found, all_said=frozenset(u for u in found if told[c.ref.report, u] == 1))
        for c, found in zip(clauses, said, strict=True)
    ]


def wordings_by_report(utterances: Sequence[Utterance]) -> dict[str, list[tuple[Span, str]]]:
    """The wordings in each report of what several reports have somebody say, each with the id of its utterance; those that a
    report gives another speaker are left out."""
    found: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for utterance in utterances:
        if len({w.report for w in utterance.wordings}) > 1:
            for wording in utterance.wordings:
                if wording.voice and wording.voice[0].entity == utterance.speaker:
                    found[wording.report].append((wording.content, utterance.id))
    return found


def is_of(span: Span, content: Span) -> bool:
    """Whether a clause is part of what is said, or tells it and little more."""
    return content.covers(span) or (span.covers(content) and len(span.text) <= LITTLE_MORE * len(content.text))
