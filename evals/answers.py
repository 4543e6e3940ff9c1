"""Facts lined up on QA-Align: which question-answer pairs of two sentences tell the same. F1 of exact alignments.

Protocol. Each sentence's facts are given as questions with their answers; gold links those that say the same thing (few
link one with two; those are one alignment, right only as a whole). Pooled over sentence pairs.

* `variorum, facts given`: answers compared as statements, questions by the encoder, each fact once, the pairs that are
  each other's best first. The threshold is the best one of the topics of the other half, so no pair is scored with a
  threshold that saw it. The questions are the set's: this is comparing, not reading.
* `variorum, record`: what the tool makes of the two sentences as two reports: two facts are aligned where their verbs'
  propositions are one happening and their answers fill one role there, or where their answers are readings of one row.
  A row is about a thing and not about each verb that tells of it, so that exact alignment is more than it promises.
* `same lemma`: verbs of one stem, and a shared word of weight in the answers.

Peers, from memory of the paper (Weiss et al. 2021), not verified, on its own split: lemma baseline about 55, best model
about 72, crowd about 82. Data: `qa_align/dev.jsonl` under the data folder ($VARIORUM_SPLIT names another file).
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import Any

import msgspec

from evals.shared import Figure, Result, Row, f_score, find_data, read_jsonl
from variorum.annotate.pipeline import annotate
from variorum.collate import collate
from variorum.collate.matching import mutual_best
from variorum.encoder import similarity
from variorum.encoder.statement import same_statement
from variorum.encoder.words import stems
from variorum.model import Annotation, Block, Report
from variorum.resolve import resolve

ANSWER, QUESTION = 1 / 3, 2 / 3
THRESHOLDS = tuple(n / 100 for n in range(40, 85, 5))
SAME_WORDS = 0.5
LITTLE = frozenset(
    ["the", "a", "an", "of", "to", "in", "on", "at", "for", "and", "is", "was", "were", "be", "been", "by", "with", "that",
     "it", "its", "his", "her", "their", "from", "as"]
)  # fmt: skip


class Fact(msgspec.Struct, frozen=True, order=True):
    """A question with its answer, and where the answer and the verb that it asks about stand in `sentence`."""

    sentence: int
    question: str
    answer: str
    verb: str
    start: int
    end: int
    verb_start: int
    verb_end: int


Alignment = tuple[frozenset[Fact], frozenset[Fact]]
Case = tuple[set[Alignment], set[Alignment]]
"""Gold's and a system's alignments of one pair of sentences."""


def run(data: Path) -> Result:
    """The figures of all systems. Raises MissingDataError where the set is absent."""
    rows = list(read_jsonl(find_data(data, f"qa_align/{os.environ.get('VARIORUM_SPLIT', 'dev')}.jsonl")))
    gold = [gold_of(row) for row in rows]
    facts = [(facts_of(row, 1), facts_of(row, 2)) for row in rows]
    scores = [{(a, b): likeness(a, b) for a, b in product(*pair)} for pair in facts]
    halves = [zlib.crc32(str(row["topic"]).encode()) % 2 for row in rows]
    thresholds = [best_threshold([c for c, h in zip(zip(gold, scores, strict=True), halves, strict=True) if h != half])
                  for half in (0, 1)]  # fmt: skip
    given = [aligned(s, thresholds[half]) for s, half in zip(scores, halves, strict=True)]
    systems = {
        "variorum, facts given": given,
        "variorum, record": [by_record(row, *pair) for row, pair in zip(rows, facts, strict=True)],
        "same lemma": [same_lemma(*pair) for pair in facts],
    }
    return Result(
        "answers",
        tuple(Row(name, figures(list(zip(gold, ours, strict=True)))) for name, ours in systems.items()),
        (f"thresholds of the two halves: {thresholds[0]}, {thresholds[1]}",),
    )


def facts_of(row: dict[str, Any], sentence: int) -> list[Fact]:
    """The facts of one sentence of a pair."""
    return [fact(qa, sentence) for qa in row[f"qas_{sentence}"]]


def fact(qa: dict[str, Any], sentence: int) -> Fact:
    """A question-answer pair as a fact."""
    return Fact(
        sentence, qa["q"], qa["a"], qa["verb"], qa["start"], qa["end"], qa["verb_start"], qa["verb_end"]
    )  # fmt: skip


def gold_of(row: dict[str, Any]) -> set[Alignment]:
    """Gold's alignments of a pair."""
    return {
        (frozenset(fact(q, 1) for q in one["sent1"]), frozenset(fact(q, 2) for q in one["sent2"]))
        for one in row["aligned"]
    }


def likeness(one: Fact, other: Fact) -> float:
    """How far two facts tell the same: their answers as statements, their questions by the encoder."""
    answers = same_statement(one.answer, other.answer).score
    return ANSWER * answers + QUESTION * similarity(one.question, other.question)


def aligned(scores: Mapping[tuple[Fact, Fact], float], threshold: float) -> set[Alignment]:
    """The facts that are each other's best, from a threshold on."""
    items = sorted({f for pair in scores for f in pair})
    at = {f: n for n, f in enumerate(items)}

    def score(one: Fact, other: Fact) -> float | None:
        found = scores[min(one, other), max(one, other)]
        return found if found >= threshold else None

    pairs = [(at[a], at[b]) for a, b in scores]
    groups = mutual_best(items, pairs, score, lambda f: str(f.sentence))
    return {(frozenset([a]), frozenset([b])) for a, b in groups}


def best_threshold(cases: Sequence[tuple[set[Alignment], Mapping[tuple[Fact, Fact], float]]]) -> float:
    """The threshold with the best F1 on these pairs, the lowest of equals."""
    return max(THRESHOLDS, key=lambda t: (figures([(gold, aligned(s, t)) for gold, s in cases])["f1"], -t))


def same_lemma(first: Sequence[Fact], second: Sequence[Fact]) -> set[Alignment]:
    """The baseline."""
    return {
        (frozenset([a]), frozenset([b]))
        for a, b in product(first, second)
        if stems(a.verb) == stems(b.verb) and (set(stems(a.answer)) & set(stems(b.answer))) - LITTLE
    }


def by_record(row: dict[str, Any], first: Sequence[Fact], second: Sequence[Fact]) -> set[Alignment]:
    """What the record of the two sentences puts together."""
    reports = [text_report(name, row[f"text_{name}"]) for name in ("1", "2")]
    cast = resolve([annotate(report) for report in reports])
    read = {a.report.id: a for a in cast.annotations}
    home = {(m.report, m.index): h.id for h in cast.happenings for m in h.members}
    rows = [[(r.report, r.span.start, r.span.end) for r in claim.readings] for claim in collate(cast).claims]
    found: set[Alignment] = set()
    for a, b in product(first, second):
        one, other = told_by(read["1"], a), told_by(read["2"], b)
        together = any(home.get(("1", i)) and home.get(("1", i)) == home.get(("2", j)) for i in one for j in other)
        roles = {r for i in one for r in roles_of(read["1"], i, a)} & {
            r for j in other for r in roles_of(read["2"], j, b)
        }
        if (together and roles) or any(holds(spans, "1", a) and holds(spans, "2", b) for spans in rows):
            found.add((frozenset([a]), frozenset([b])))
    return found


def text_report(name: str, text: str) -> Report:
    """A sentence as a report."""
    return Report(name, name, "", text, blocks=(Block("body", 0, len(text)),))


def told_by(read: Annotation, one: Fact) -> list[int]:
    """The propositions whose predicate is the verb of a fact."""
    found = enumerate(p.predicate for p in read.propositions)
    return [n for n, s in found if s.start < one.verb_end and one.verb_start < s.end]


def roles_of(read: Annotation, n: int, one: Fact) -> set[str]:
    """The roles that the answer of a fact fills in a proposition."""
    return {a.role for a in read.propositions[n].arguments if a.span.start < one.end and one.start < a.span.end}


def holds(spans: Iterable[tuple[str, int, int]], report: str, one: Fact) -> bool:
    """Whether one of these readings of `report` is the answer of a fact, for half of their words at least."""
    return any(
        where == report
        and min(end, one.end) - max(start, one.start) >= SAME_WORDS * (max(end, one.end) - min(start, one.start))
        for where, start, end in spans
    )


def figures(cases: Sequence[Case]) -> dict[str, Any]:
    """Precision, recall and F1 over all alignments."""
    right = sum(len(gold & ours) for gold, ours in cases)
    found: dict[str, Figure] = f_score(right, sum(len(o) for _, o in cases), sum(len(g) for g, _ in cases))
    return dict(found)
