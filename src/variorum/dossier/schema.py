"""The JSON Schema of the dossier, generated from the types of `model.py`."""

from __future__ import annotations

from typing import Any

import msgspec

from variorum.model import Dossier


def dossier_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of `variorum.dossier/1`, self-contained, its types under `$defs`."""
    (root,), definitions = msgspec.json.schema_components([Dossier], ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "variorum.dossier/1",
        **root,
        "$defs": dict(sorted(definitions.items())),
    }
