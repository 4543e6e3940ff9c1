"""Places: given the names of the gold, is the country right, and is the point within 161 km (100 miles)?

Data: `places/` (GeoWebNews, TR-News, LGL, GeoVirus; Gritta 2019). The country is judged on LGL and TR-News, which
give it, the distance on every name with coordinates that is not marked as no place. A word for people ("Turkish"),
which the gold puts at its country, counts by the country that Variorum takes it to speak of. Published: Mordecai 3 97
to 98 / 83 to 94.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

from evals.shared import Result, Row, find_data, ratio, read_jsonl
from variorum.annotate.locating import PlaceContext, context_of, country_reference, kilometres, locate
from variorum.annotate.surroundings import Surroundings, surroundings_of
from variorum.knowledge.gazetteer import place_by_adjective
from variorum.knowledge.territories import (
    territory_by_demonym,
    territory_by_name,
    territory_by_weak_demonym,
)
from variorum.model import PlaceReference

NEAR_ENOUGH = 161.0
WITH_COUNTRY = ("lgl", "trnews")


def run(data: Path, part: str = "train") -> Result:
    """Measure the layer's decisions on the gold's names."""
    texts = {doc["doc"]: doc["text"] for doc in read_jsonl(find_data(data, f"places/{part}.docs.jsonl"))}
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for gold, found in judged(texts, data, part):
        corpus = gold["doc"].split("-")[0]
        for key, right in verdicts(corpus, gold, found):
            for where in (corpus, "all"):
                counts[where][key] += 1
                counts[where][f"{key} right"] += right
                counts[where][f"{key} answered"] += found is not None
    return Result("places", tuple(row_of(name, counts[name]) for name in ("all", *sorted(set(counts) - {"all"}))))


def row_of(name: str, count: dict[str, int]) -> Row:
    """The figures of one corpus."""
    country, near = count["country"], count["near"]
    return Row(
        f"variorum, {name}",
        {
            "country right": ratio(count["country right"], country) if country else None,
            "within 161 km": ratio(count["near right"], near),
            "right of answered": ratio(count["near right"], count["near answered"]),
            "answered": ratio(count["near answered"], near),
            "names": near,
        },
    )


def judged(texts: dict[str, str], data: Path, part: str) -> list[tuple[dict[str, Any], PlaceReference | None]]:
    """Each gold name with what Variorum finds for it."""
    by_doc: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in read_jsonl(find_data(data, f"places/{part}.toponyms.jsonl")):
        if not row.get("not_place") and not str(row.get("kind", "")).endswith("Expression"):
            by_doc[row["doc"]].append(row)
    answers = []
    for doc, rows in by_doc.items():
        rows.sort(key=lambda row: row["start"])
        named = [(row["text"], surroundings_of(texts[doc], row["start"], row["end"])) for row in rows]
        people = [name for name, _ in named if speaks_of(name)]
        context = context_of([n for n in named if not speaks_of(n[0])], people)
        answers += [(row, found(name, beside, context)) for row, (name, beside) in zip(rows, named, strict=True)]
    return answers


def speaks_of(name: str) -> PlaceReference | None:
    """The country or area of a word for people, None for other words."""
    if territory_by_name(name):
        return None
    if area := place_by_adjective(name):
        return locate(area)
    weak = territory_by_weak_demonym(name)
    territory = territory_by_demonym(name) or (weak[0] if weak else None)
    return country_reference(territory, 0.9, "a word for its people") if territory else None


def found(name: str, beside: Surroundings, context: PlaceContext) -> PlaceReference | None:
    """What Variorum finds for a name of the gold."""
    return speaks_of(name) or locate(name, context, beside)


def verdicts(corpus: str, gold: dict[str, Any], answer: PlaceReference | None) -> list[tuple[str, bool]]:
    """Whether the country and the point are right, as far as the gold says."""
    judgements = []
    if corpus in WITH_COUNTRY and gold.get("country"):
        expected = territory_by_name(gold["country"])
        judgements.append(("country", bool(answer and expected and answer.iso3166 == expected.country)))
    if gold.get("lat") is not None and gold.get("lon") is not None:
        point = (gold["lon"], gold["lat"])
        right = answer is not None and answer.coordinates is not None
        judgements.append(("near", right and kilometres(answer.coordinates, point) <= NEAR_ENOUGH))  # type: ignore
    return judgements
