"""The record on real stories: runs `variorum brief --json` on each and scores it with the stories' own scorer.

Protocol: the folder of stories holds `stories.py`, whose README defines every figure. Each story is run with what is known of
its reports beside them (outlet, publication date) and once more without (`bare`).
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from statistics import mean

from evals.shared import Figure, MissingDataError, Result, Row

TUNE = (
    "qingdao-2022", "mazar-2016", "nice-2016", "well-2016", "scam-2017", "netanyahu-2015",
    "mixed-hokkaido-2017", "mixed-newyear-2018",
)  # fmt: skip
CHECK = ("croydon-2016", "broadcom-2018", "putin-2018", "tamimi-2018")
SHOWN = (
    "score",
    "lined",
    "joins",
    "ent_b3",
    "ev_b3",
    "ev_attr",
    "cells",
    "verdicts",
    "quotes",
    "speakers",
    "first",
    "voices",
    "about",
    "false_agree",
    "false_differ",
    "false_figure",
    "traps",
    "aside",
    "accounts",
    "grouping",
    "grounded",
    "lawful",
)


def score(folder: Path, names: tuple[str, ...], *, bare: bool) -> dict[str, dict[str, float]]:
    """The scorer's table of the stories `names` that `folder` has. Raises CalledProcessError where a run fails."""
    stories = [str(folder / name) for name in names if (folder / name).is_dir()]
    command = [sys.executable, str(folder / "stories.py"), "run", *stories, "--json", *(["--bare"] if bare else [])]
    done = subprocess.run(
        [*command, "--", sys.executable, "-m", "variorum.cli", "brief", "--json", "{reports}"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    found: dict[str, dict[str, float]] = json.loads(done.stdout)
    return found


def run(data: Path) -> Result:
    """A row a story and way of running, and the means of the two groups. `data` is the folder of stories with its scorer."""
    return Result("stories", (*one_way(data, bare=False), *one_way(data, bare=True)))


def one_way(data: Path, *, bare: bool) -> list[Row]:
    """The rows of one way of running. Raises MissingDataError where the scorer is absent."""
    if not (data / "stories.py").is_file():
        raise MissingDataError(f"no data: {data} holds no stories.py")
    way = " (bare)" if bare else ""
    groups = {"tune": score(data, TUNE, bare=bare), "check": score(data, CHECK, bare=bare)}
    tables = groups["tune"] | groups["check"]
    rows = [Row(name + way, figures(table)) for name, table in tables.items()]
    for name, some in (*groups.items(), ("all", tables)):
        means = {k: known_mean([t[k] for t in some.values()]) for k in SHOWN}
        rows.append(Row(f"mean of {name}{way}", dict(means)))
    return rows


def figures(table: dict[str, float]) -> dict[str, Figure]:
    """The figures that are shown, those that a story has none of left open."""
    return {k: table[k] if table[k] == table[k] else None for k in SHOWN}


def known_mean(values: list[float]) -> float:
    """The mean of the values that are numbers."""
    known = [v for v in values if v == v]
    return mean(known) if known else float("nan")
