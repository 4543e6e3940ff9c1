"""Reliability: how often readings of each confidence are right, on the development stories.

Protocol: the stories of `python -m evals annotated` that were worked on and those of `python -m evals stories` that were
tuned on, run with what is known of their reports. A reading is judged where its words carry a reading of gold's, as the
stories' own scorer sees it (typed values against typed ones); it is right where one of those has its value, and of a number
its slot. Gold does not list all that is true, so what it has no words for is not judged: the figures say how far a value can
be trusted, not how much of what is shown is wanted. `gap` is the mean distance of confidence from the share that is right,
over the judged readings.
"""

from __future__ import annotations

import importlib.util
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from evals.annotated import GOLD, SETS, put_together, text_of
from evals.shared import Result, Row, find_data, ratio, read_jsonl, stories_folder
from evals.stories import TUNE

COMMAND = [sys.executable, "-m", "variorum.cli", "brief", "--json", "{reports}"]
Judged = tuple[float, bool | None]
"""The confidence of a reading, and whether it is right (None: not judged)."""


def run(data: Path) -> Result:
    """A row for each confidence, and one for all. Raises MissingDataError where the texts or the scorer are absent."""
    folder = stories_folder(data)
    scorer = scorer_of(find_data(folder, "stories.py"))
    texts = {row["doc"]: text_of(row) for name in SETS for row in read_jsonl(find_data(data, name))}
    readings = [one for name in TUNE if (folder / name).is_dir() for one in judged(scorer, folder / name)]
    with tempfile.TemporaryDirectory() as made:
        for gold in sorted(GOLD.glob("*.json")):
            readings += judged(scorer, Path(made) / put_together(gold, texts, Path(made)))
            shutil.rmtree(Path(made) / gold.stem)
    return Result("reliability", tuple(rows_of(readings)))


def scorer_of(path: Path) -> Any:
    """The stories' scorer as a module."""
    spec = importlib.util.spec_from_file_location("stories_scorer", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def judged(scorer: Any, story: Path) -> Iterator[Judged]:
    """Each reading of the record of a story."""
    gold = scorer.Gold(story)
    found = scorer.Scorer(gold, scorer.Dossier(scorer.make(story, gold, COMMAND, False), gold), False)
    for claim in found.d.claims:
        kind = scorer.claim_type(claim)
        for place, reading in found.d.readings(claim):
            told = [
                (fact, cell)
                for fact, cells in gold.facts
                if comparable(kind, fact)
                for at, cell in cells
                if found.carries(fact, at, place)
            ]
            right = any(
                (fact["slot"] not in scorer.NUMBER_SLOTS or fact["slot"] == claim["slot"])
                and found.value_right(fact["type"], cell["value"], reading["value"])
                for fact, cell in told
            )
            yield reading["confidence"], right if told else None


def comparable(kind: str, fact: dict[str, Any]) -> bool:
    """Whether values of a row's type can be held against a fact of gold's: numbers against numbers, dates against dates."""
    typed = {kind, fact["type"]} & {"quantity", "date"}
    return not typed or kind == fact["type"] or (fact["slot"], kind) == ("time", "date")


def rows_of(readings: Iterable[Judged]) -> Iterator[Row]:
    """How many readings there are of each confidence, how many are judged, and the share of these that is right."""
    everything = [(round(confidence, 2), right) for confidence, right in readings]
    counts = Counter(confidence for confidence, _ in everything)
    known = Counter(confidence for confidence, right in everything if right is not None)
    right = Counter(confidence for confidence, is_right in everything if is_right)
    for confidence in sorted(counts):
        share = ratio(right[confidence], known[confidence])
        yield Row(f"{confidence:.2f}", {"readings": counts[confidence], "judged": known[confidence], "right": share})
    gap = sum(known[c] * abs(c - ratio(right[c], known[c])) for c in known)
    yield Row(
        "all",
        {
            "readings": len(everything),
            "judged": known.total(),
            "right": ratio(right.total(), known.total()),
            "gap": ratio(gap, known.total()),
        },
    )
