"""Cost as reports grow many: collating a story of 50 to 500 reports, and grouping one report more at 1,000 and 100,000 kept.

Protocol: one process, one thread, CPU seconds; the data folder is not read. The bundled example's four reports are read once
and varied: in each copy half of the longer small words become other words of the example of the same length, so that offsets
stay and no two copies tell quite the same. Collating is resolve, collate and compose, each with nothing kept from before.
For grouping, sketches of four in a story are made of the example's with names and rarer words of each story's own; the cost
of one report more is the mean of the last 500 before each size. Memory is what the process has more than before the first
arrival.
"""

from __future__ import annotations

import random
import re
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from evals.bench import EXAMPLE, seconds
from evals.shared import Figure, Result, Row
from variorum.annotate.pipeline import annotate
from variorum.collate import collate
from variorum.dossier.compose import compose
from variorum.encoder import encode, word_vectors
from variorum.ingest import read_reports
from variorum.model import Annotation, Report, Span
from variorum.resolve import resolve
from variorum.resolve.arrivals import Arrivals
from variorum.resolve.sketches import Sketch, sketch_of

STORY_SIZES = (50, 100, 200, 500)
KEPT_SIZES = (1_000, 10_000, 100_000)
LAST = 500
"""Arrivals before each size whose cost is measured."""
A_STORY, OWN_WORDS, OWN_NAMES, LEADS = 4, 60, 6, 200
"""Reports of a made-up story, its own words and names, and the openings that all stories share out."""
WORD = re.compile(r"(?<![\w’'-])[a-z]{5,}(?![\w’'-])")


def run(data: Path) -> Result:
    """Seconds at each size, and their ratios; `data` is not needed."""
    example = [annotate(report) for report in read_reports([EXAMPLE]).reports]
    collating = {size: collating_seconds(example, size) for size in STORY_SIZES}
    arriving, memory = arriving_seconds([sketch_of(a) for a in example], KEPT_SIZES)
    rows = (
        Row("collating a story, seconds", at_sizes(collating)),
        Row("one report more, milliseconds", at_sizes({n: 1000 * s for n, s in arriving.items()})),
        Row("memory of what is kept, MB", at_sizes(memory)),
        Row(
            "ratio", {"500 ÷ 50": collating[500] / collating[50], "100000 ÷ 1000": arriving[100_000] / arriving[1_000]}
        ),
    )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Result("scale", rows, (f"peak of the whole run {peak:.0f} MB",))


def at_sizes(values: dict[int, float]) -> dict[str, Figure]:
    """Figures by size."""
    return {str(size): value for size, value in values.items()}


def collating_seconds(example: list[Annotation], size: int) -> float:
    """CPU seconds from the annotations of a story of `size` reports to its dossier."""
    words: dict[int, list[str]] = defaultdict(list)
    for annotation in example:
        for word in WORD.findall(annotation.report.text):
            words[len(word)].append(word)
    story = [varied(example[n % len(example)], f"r{n:04}", random.Random(n), words) for n in range(size)]
    encode.cache_clear()
    word_vectors.cache_clear()
    return seconds(lambda: compose(collate(resolve(story)), {}))[0]


def varied(annotation: Annotation, name: str, chance: random.Random, words: dict[int, list[str]]) -> Annotation:
    """The annotation under another name, half of its longer small words replaced by `words` of the same length."""

    def other(found: re.Match[str]) -> str:
        return chance.choice(words[len(found[0])]) if chance.random() < 0.5 else found[0]

    old = annotation.report
    report = msgspec.structs.replace(old, id=name, source=name, text=WORD.sub(other, old.text))
    fields = {f: moved(getattr(annotation, f), report) for f in annotation.__struct_fields__ if f != "report"}
    return Annotation(report=report, **fields)


def moved(item: Any, report: Report) -> Any:
    """`item` with its spans over the words of `report`."""
    if isinstance(item, Span):
        return report.span(item.start, item.end)
    if isinstance(item, tuple):
        return tuple(moved(one, report) for one in item)
    if isinstance(item, msgspec.Struct):
        return type(item)(**{f: moved(getattr(item, f), report) for f in item.__struct_fields__})
    return item


def arriving_seconds(example: list[Sketch], sizes: tuple[int, ...]) -> tuple[dict[int, float], dict[int, float]]:
    """CPU seconds of one arrival when as many reports as each of `sizes` are kept, and the memory in MB that all take."""
    arrivals, made = Arrivals(), sketches(example)
    before = resident()
    cost: dict[int, float] = {}
    memory: dict[int, float] = {}
    for size in sizes:
        while arrivals.count < size - LAST:
            arrivals.add(next(made))
        last = [next(made) for _ in range(LAST)]
        start = time.process_time()
        for sketch in last:
            arrivals.add(sketch)
        cost[size] = (time.process_time() - start) / LAST
        memory[size] = resident() - before
    return cost, memory


def resident() -> float:
    """The memory that this process has now, in MB; where the system does not tell it, the most it has had."""
    status = Path("/proc/self/statm")
    if status.exists():
        return int(status.read_text(encoding="ascii").split()[1]) * resource.getpagesize() / 2**20
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 2**20)


def sketches(example: list[Sketch]) -> Iterator[Sketch]:
    """Reports of made-up stories without end: those of one share words, names and an opening, and come one after another."""
    chance = random.Random(1)
    opening: Callable[[], str] = lambda: " ".join(chance.sample(chance.choice(example).lead.split(), 12))  # noqa: E731
    leads = [opening() for _ in range(LEADS)]
    for lead in leads:
        encode(lead)
    number = 0
    while True:
        story = number // A_STORY
        if number % A_STORY == 0:
            own = [f"w{chance.randrange(40_000)}" for _ in range(OWN_WORDS)]
            names = frozenset(f"n{chance.randrange(40_000)}" for _ in range(OWN_NAMES))
            base, lead = example[story % len(example)], leads[chance.randrange(LEADS)]
        day = f"{2000 + story // 3000:04}-{1 + story // 250 % 12:02}-{1 + story // 9 % 28:02}"
        said = [*chance.sample(sorted(base.counts), min(len(base.counts), 60)), *chance.sample(own, OWN_WORDS * 2 // 3)]
        yield Sketch(
            report=f"r{number}",
            counts=dict.fromkeys([*said, *sorted(names)], 1),
            name_stems=names,
            lead=lead,
            names=names,
            days=frozenset({day}),
            tells_days=True,
        )
        number += 1
