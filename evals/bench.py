"""Speed and size of the main job, as ratios to the bare spaCy pipeline in the same run.

Protocol: the bundled example, its four reports as a user gives them; one process, one thread; medians of seven runs, each of
which makes every vector anew. The data folder is not read. Figures: words a second end to end and of spaCy alone on the same
texts, the share of each stage, peak memory, and CPU seconds of a cold `variorum brief` on two short reports over those of
loading spaCy and its model.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import TypeVar

import spacy

from evals.shared import Result, Row
from variorum.annotate.pipeline import DEFAULT_PIPELINE, annotate
from variorum.collate import collate
from variorum.dossier.compose import compose
from variorum.encoder import forget
from variorum.ingest import read_reports
from variorum.model import Report
from variorum.resolve import resolve

EXAMPLE = Path(__file__).parent.parent / "examples" / "demo"
REPEATS = 7
T = TypeVar("T")


def run(data: Path) -> Result:
    """Measure; `data` is not needed."""
    reports = list(read_reports([EXAMPLE]).reports)
    words = sum(len(r.text.split()) for r in reports)
    bare = spacy.load(DEFAULT_PIPELINE)
    annotate(reports[0])  # loads the pipeline
    alone = median(seconds(lambda: [bare(r.text) for r in reports])[0] for _ in range(REPEATS))
    stages = [stage_seconds(reports) for _ in range(REPEATS)]
    shares = {name: median(s[name] for s in stages) for name in stages[0]}
    whole = sum(shares.values())
    cold = cold_start()
    figures = {
        "words/s": words / whole,
        "spaCy words/s": words / alone,
        "ratio": alone / whole,
        **{f"share of {name}": value / whole for name, value in shares.items()},
        "peak MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "cold start ratio": cold,
    }
    return Result("bench", (Row("variorum", dict(figures)),))


def stage_seconds(reports: list[Report]) -> dict[str, float]:
    """CPU seconds of each stage over `reports`."""
    forget()
    reading, annotations = seconds(lambda: [annotate(r) for r in reports])
    resolving, cast = seconds(lambda: resolve(annotations))
    collating, grid = seconds(lambda: collate(cast))
    composing, _ = seconds(lambda: compose(grid, {}))
    return {"annotate": reading, "resolve": resolving, "collate": collating, "compose": composing}


def seconds(work: Callable[[], T]) -> tuple[float, T]:
    """CPU seconds that `work` takes, and what it gives."""
    before = time.process_time()
    done = work()
    return time.process_time() - before, done


def cold_start() -> float:
    """CPU seconds of a cold brief on two short reports over those of loading spaCy alone."""
    two = sorted(str(p) for p in EXAMPLE.glob("*.txt"))[:2]
    ours = median(child_seconds(["-m", "variorum.cli", "brief", "--json", *two]) for _ in range(REPEATS))
    load = f"import spacy; spacy.load('{DEFAULT_PIPELINE}')"
    return ours / median(child_seconds(["-c", load]) for _ in range(REPEATS))


def child_seconds(arguments: list[str]) -> float:
    """CPU seconds of a Python process of its own."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
