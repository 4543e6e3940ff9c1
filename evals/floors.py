"""Floors: no figure may fall below the one that is pinned for it in `floors.json`.

Protocol. `floors.json` names for each task a sample (one text in so many, drawn by a hash, so that all takes a few minutes
on two cores) and for each row and figure the least (`at_least`) or, where less is better, the most (`at_most`) that it may
be. Tasks run two at a time, each in its own process; one whose data is absent is skipped and says so. Figures on samples
are there to be watched, not quoted.

`python -m evals.floors --pin --data FOLDER` measures anew and sets each floor a little below (above) what was reached.
The folder of stories is the sibling `stories` of the data folder, or what $VARIORUM_STORIES names.
"""

from __future__ import annotations

import argparse
import importlib
import math
import multiprocessing
import os
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import msgspec

from evals.shared import DATA_VARIABLE, SAMPLE_VARIABLE, MissingDataError, Result, Row, data_folder, stories_folder

FLOORS = Path(__file__).with_name("floors.json")
AT_ONCE = 2
MARGIN, SLACK = 0.01, 0.25
"""What a floor is set below a share, and a ceiling above a count of cases."""
Bounds = dict[str, dict[str, float]]


class Pinned(msgspec.Struct, frozen=True, omit_defaults=True):
    """The floors of one task: by row and figure, and the sample on which they were measured."""

    sample: int
    at_least: Bounds = {}
    at_most: Bounds = {}


def run(data: Path) -> Result:
    """Every pinned figure beside its floor, those that fell named."""
    pinned = load()
    rows: list[Row] = []
    notes: list[str] = []
    fallen: list[str] = []
    for task, result, seconds in measured(pinned, data):
        if result.skipped is not None:
            notes.append(f"{task}: skipped, {result.skipped}")
            continue
        notes.append(f"{task}: {seconds:.0f} s")
        rows += compared(task, pinned[task], result)
        fallen += falls(task, pinned[task], result)
    return Result("floors", tuple(rows), tuple(notes), fallen=tuple(fallen))


def load() -> dict[str, Pinned]:
    """The floors by task."""
    return msgspec.json.decode(FLOORS.read_bytes(), type=dict[str, Pinned])


def measured(pinned: dict[str, Pinned], data: Path) -> Iterator[tuple[str, Result, float]]:
    """The result of each task on its sample, and the seconds it took, in the order of the file."""
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(AT_ONCE, mp_context=spawn, max_tasks_per_child=1) as workers:
        running = {task: workers.submit(measure, task, p.sample, data) for task, p in pinned.items()}
        for task, future in running.items():
            yield task, *future.result()


def measure(task: str, sample: int, data: Path) -> tuple[Result, float]:
    """The result of `task` on one text in `sample`, and its seconds. Runs in a process of its own."""
    os.environ[SAMPLE_VARIABLE] = str(sample)
    os.environ["OMP_NUM_THREADS"] = "1"
    started = time.monotonic()
    module = importlib.import_module(f"evals.{task}")
    try:
        rows = module.one_way(stories_folder(data), bare=False) if task == "stories" else None
        result = module.run(data) if rows is None else Result(task, tuple(rows))
    except MissingDataError as absent:
        result = Result(task, skipped=str(absent))
    return result, time.monotonic() - started


def compared(task: str, pinned: Pinned, result: Result) -> list[Row]:
    """A row for each pinned figure: what it is, and what it must be."""
    rows = []
    for label, bounds in (("at least", pinned.at_least), ("at most", pinned.at_most)):
        for system, figures in bounds.items():
            for name, bound in figures.items():
                rows.append(Row(f"{task}: {system}: {name}", {"now": figure_of(result, system, name), label: bound}))
    return rows


def falls(task: str, pinned: Pinned, result: Result) -> Iterator[str]:
    """A sentence for each figure that is worse than its floor, or gone."""
    for sign, bounds in ((1, pinned.at_least), (-1, pinned.at_most)):
        for system, figures in bounds.items():
            for name, bound in figures.items():
                now = figure_of(result, system, name)
                if now is None or math.isnan(now):
                    yield f"FELL: {task}: {system}: {name} was not measured (pinned: {bound:.3f})"
                elif sign * (bound - now) > 0:
                    side = "below its floor" if sign > 0 else "above its ceiling"
                    yield f"FELL: {task}: {system}: {name} is {now:.3f}, {abs(bound - now):.3f} {side} of {bound:.3f}"


def figure_of(result: Result, system: str, name: str) -> float | None:
    """A figure of a row; None where there is no such row or figure."""
    row = next((r for r in result.rows if r.system == system), None)
    figure = row.figures.get(name) if row is not None else None
    return float(figure) if isinstance(figure, int | float) else None


def pin(data: Path) -> None:
    """Measure all that is pinned and set each floor anew, a little worse than what was reached."""
    pinned = load()
    for task, result, _ in measured(pinned, data):
        if result.skipped is None:
            old = pinned[task]
            pinned[task] = Pinned(old.sample, reset(old.at_least, result, 1), reset(old.at_most, result, -1))
    FLOORS.write_bytes(msgspec.json.format(msgspec.json.encode(pinned), indent=2) + b"\n")


def reset(bounds: Bounds, result: Result, sign: int) -> Bounds:
    """The bounds of the same figures, by what was reached: floors rounded down (ceilings up) after the margin. A bound set
    by hand to what is reached (all spans grounded) stays."""
    return {
        system: {
            name: bound if (now := figure_of(result, system, name)) in {None, bound} else loosened(now or 0.0, sign)
            for name, bound in figures.items()
        }
        for system, figures in bounds.items()
    }


def loosened(figure: float, sign: int) -> float:
    """`figure` with the margin taken off (floor) or put on (ceiling), in hundredths."""
    margin = MARGIN if sign > 0 else SLACK
    return sign * math.floor(round((sign * figure - margin) * 100, 6)) / 100


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m evals.floors", description="Set the floors anew.")
    parser.add_argument("--pin", action="store_true", required=True)
    parser.add_argument("--data", type=Path, help=f"the folder of the data sets (else ${DATA_VARIABLE})")
    pin(data_folder(parser.parse_args().data))
    sys.exit(0)
