"""The stories that we annotated: offsets into texts that are put together from the set."""

from __future__ import annotations

import json
from pathlib import Path

from evals.annotated import GOLD, put_together, text_of


def test_a_text_has_its_title_once() -> None:
    assert text_of({"title": "Two held", "text": "Two held\n\nPolice say.\n"}) == "Two held\n\nPolice say.\n"
    assert text_of({"title": "Two held", "text": "Police say."}) == "Two held\n\nPolice say.\n"


def test_a_story_is_put_together_from_the_ids_of_its_reports(tmp_path: Path) -> None:
    gold = tmp_path / "held-2020.json"
    gold.write_text(json.dumps({"reports": {"a": {"file": "a.txt", "doc": "1"}}}), encoding="utf-8")
    folder = tmp_path / "made"
    folder.mkdir()
    assert put_together(gold, {"1": "Two held\n"}, folder) == "held-2020"
    assert (folder / "held-2020" / "a.txt").read_text(encoding="utf-8") == "Two held\n"


def test_gold_holds_offsets_and_no_text() -> None:
    for path in GOLD.rglob("*.json"):
        gold = json.loads(path.read_text(encoding="utf-8"))
        assert all("doc" in report for report in gold["reports"].values())
        assert '"q":' not in path.read_text(encoding="utf-8")
