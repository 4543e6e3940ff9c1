"""Variorum: several news reports of the same happening in, one sourced record out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from variorum.api import brief
    from variorum.changes import Difference, difference
    from variorum.dossier.kept import read_dossier
    from variorum.explanation import Explanation, explain
    from variorum.ingest import read_reports
    from variorum.model import Dossier, Report
    from variorum.resolve.arrivals import Arrivals

__all__ = [
    "Arrivals",
    "Difference",
    "Dossier",
    "Explanation",
    "Report",
    "brief",
    "difference",
    "explain",
    "read_dossier",
    "read_reports",
]


def __getattr__(name: str) -> Any:
    """Load what is asked for when it is asked for: `import variorum` alone stays cheap."""
    from importlib import import_module

    homes = {
        "Arrivals": "resolve.arrivals",
        "brief": "api",
        "difference": "changes",
        "Difference": "changes",
        "explain": "explanation",
        "Explanation": "explanation",
        "read_dossier": "dossier.kept",
        "read_reports": "ingest",
        "Dossier": "model",
        "Report": "model",
    }
    if name not in homes:
        raise AttributeError(f"module 'variorum' has no attribute {name!r}")
    return getattr(import_module(f"variorum.{homes[name]}"), name)
