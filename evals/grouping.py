"""Stories: are reports of one happening put together, and look-alikes apart? B-cubed F1, one threshold for all sets.

The texts are grouped as they are, without annotation, so that the figure is of the words, the leads and the publication
dates alone. The baseline is plain TF-IDF with average linkage at one threshold of its own.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

from evals.shared import Figure, Result, Row, find_data, ratio, read_jsonl
from variorum.model import Block, Report
from variorum.resolve.arrivals import Arrivals
from variorum.resolve.sketches import background, sketch_of_report
from variorum.resolve.stories import THRESHOLD, average_linkage, group_reports, word_matrix

Labelled = list[tuple[Report, str]]
BASELINE_THRESHOLD = 0.22
"""The best single threshold of the baseline over the four sets."""


def run(data: Path) -> Result:
    """B-cubed F1 on each set, ours and the baseline."""
    sets: dict[str, Callable[[Path], Labelled]] = {
        "news_clusters": news_clusters,
        "basil": basil,
        "neus_allsides": neus_allsides,
        "ecbplus": ecbplus,
    }
    loaded = {name: load(data) for name, load in sets.items()}
    rows = (
        Row("variorum", {name: score(docs, ours(docs)) for name, docs in loaded.items()}),
        Row("variorum, one at a time", {name: score(docs, arriving(docs)) for name, docs in loaded.items()}),
        Row("tf-idf", {name: score(docs, baseline(docs)) for name, docs in loaded.items()}),
    )
    return Result("grouping", rows, tuple(f"{name}: {len(docs)} reports" for name, docs in loaded.items()))


def ours(docs: Labelled) -> dict[str, str]:
    """The story of each report."""
    return {report: story.id for story in group_reports([r for r, _ in docs]) for report in story.reports}


def arriving(docs: Labelled) -> dict[str, str]:
    """The story of each report where they come in one at a time, by publication date, then in the order of the set."""
    arrivals = Arrivals()
    ordered = sorted((r for r, _ in docs), key=lambda r: r.published or "")
    return {r.id: arrivals.add(r) for r in ordered}


def baseline(docs: Labelled) -> dict[str, str]:
    """The groups of plain TF-IDF."""
    sketches = [sketch_of_report(r) for r, _ in docs]
    words = word_matrix(sketches, background([s.counts for s in sketches]))
    groups = average_linkage(words @ words.T + THRESHOLD - BASELINE_THRESHOLD)
    return {sketches[i].report: str(n) for n, members in enumerate(groups) for i in members}


def score(docs: Labelled, found: dict[str, str]) -> Figure:
    """B-cubed F1 of the groups."""
    return b_cubed([label for _, label in docs], [found[r.id] for r, _ in docs])


def b_cubed(gold: Sequence[str], found: Sequence[str]) -> float:
    """B-cubed F1 of two clusterings of the same items, given as labels in the same order."""
    by_gold, by_found = defaultdict(set), defaultdict(set)
    for n, (g, f) in enumerate(zip(gold, found, strict=True)):
        by_gold[g].add(n)
        by_found[f].add(n)
    both = [
        (len(by_gold[g] & by_found[f]), len(by_found[f]), len(by_gold[g])) for g, f in zip(gold, found, strict=True)
    ]
    precision = ratio(sum(n / of for n, of, _ in both), len(both))
    recall = ratio(sum(n / of for n, _, of in both), len(both))
    return ratio(2 * precision * recall, precision + recall)


def report(name: str, text: str, title: str | None = None, published: str | None = None) -> Report:
    """A report of nothing but text."""
    return Report(name, name, "", text, title=title, published=published, blocks=(Block("body", 0, len(text)),))


def news_clusters(data: Path) -> Labelled:
    """Whole reports as crawled, in the clusters whose reports lie within a week."""
    kept = set(json.loads(find_data(data, "news_clusters/grouping.json").read_text(encoding="utf-8"))["clusters"])
    rows = read_jsonl(find_data(data, "news_clusters/docs.jsonl"))
    return [
        (report(r["doc"], r["text"], r["title"], r["published"]), r["cluster"]) for r in rows if r["cluster"] in kept
    ]


def basil(data: Path) -> Labelled:
    """Whole articles, three outlets a story."""
    rows = read_jsonl(find_data(data, "basil/train.docs.jsonl"))
    return [(report(r["doc"], r["text"], r["title"], r["date"]), r["story"]) for r in rows]


def neus_allsides(data: Path) -> Labelled:
    """Openings, without dates."""
    rows = read_jsonl(find_data(data, "neus_allsides/dev.jsonl"))
    return [
        (report(f"{row['id']}-{n}", r["text"], r["title"]), row["id"])
        for row in rows
        for n, r in enumerate(row["reports"])
    ]


def ecbplus(data: Path) -> Labelled:
    """Texts of topics that hold two look-alike stories each."""
    return [(report(r["doc"], r["text"]), r["story"]) for r in read_jsonl(find_data(data, "ecbplus/dev.docs.jsonl"))]
