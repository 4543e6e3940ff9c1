"""`python -m evals TASK [--data FOLDER] [--json]`: run the evaluation `evals/TASK.py` (a dash is an underscore).

Each evaluation is a module with `run(data: Path) -> Result`. Exit codes: 0 measured, or skipped for want of data; 1 a
figure fell below its floor; 2 no such task.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import sys
from pathlib import Path

import msgspec

import evals
from evals.shared import DATA_VARIABLE, MissingDataError, Result, as_table, data_folder

NO_TASKS = {"shared", "clusterings", "event_likeness", "__main__"}


def main(arguments: list[str] | None = None) -> int:
    """Run the task that the command line names and print its result."""
    tasks = sorted(m.name.replace("_", "-") for m in pkgutil.iter_modules(evals.__path__) if m.name not in NO_TASKS)
    parser = argparse.ArgumentParser(prog="python -m evals", description="Measure Variorum on the field's own tests.")
    parser.add_argument("task", choices=tasks)
    parser.add_argument("--data", type=Path, help=f"the folder of the data sets (else ${DATA_VARIABLE})")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
    options = parser.parse_args(arguments)
    result = run_task(options.task, options.data)
    print(msgspec.json.encode(result).decode() if options.json else as_table(result))
    return 1 if result.fallen else 0


def run_task(task: str, data: Path | None) -> Result:
    """The result of `task`, skipped with the reason where its data is absent."""
    module = importlib.import_module(f"evals.{task.replace('-', '_')}")
    try:
        result: Result = module.run(data_folder(data))
    except MissingDataError as absent:
        return Result(task, skipped=str(absent))
    return result


if __name__ == "__main__":
    sys.exit(main())
