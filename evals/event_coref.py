"""Same happening: event mentions of ECB+ clustered over reports, CoNLL F1 (the mean of MUC, B-cubed and CEAFe).

Protocol, the usual one of ECB+: gold mentions of events of every type, in the sentences that its makers checked
("CleanData"), dev topics 2, 5, 12, 18, 21, 23, 34 and 35; all mentions are scored as one text, those that stand alone among
them. Texts are first put into batches, and mentions are joined only within one. Three columns say how: `stories`, one of the
two look-alike stories of a topic at a time, as given (what published figures come near to, whose batches are found by
clustering and are nearly these); `topics`, both stories of a topic together, as given, so that two quakes must be kept
apart; `found`, the stories that our own grouping finds among all texts of dev.

Rows: the same lemma of the head word; what the tool finds by itself, happenings of its frames and deeds, a gold mention that
is no telling of either standing alone; and our reading with a learnt likeness of two mentions (`evals/event_likeness.py`),
whose weights and threshold come from the part for training.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Literal

import msgspec
from spacy.tokens import Doc

from evals.clusterings import conll
from evals.event_likeness import Matrix, Telling, clusters, load, measured, probabilities, telling_of
from evals.shared import Figure, Result, Row, find_data, read_jsonl
from variorum.annotate.pipeline import annotation_of, doc_of, load_pipeline
from variorum.collate.deeds import deeds
from variorum.ingest.blocks import blocks_of
from variorum.model import Annotation, Cast, LocalRef, Report, Span, StoryGroup
from variorum.resolve.entities import merge
from variorum.resolve.happenings import find_happenings
from variorum.resolve.lookup import Lookup
from variorum.resolve.stories import group

Grain = Literal["topic", "story", "found"]


class Mention(msgspec.Struct, frozen=True):
    """A gold mention: its words, the lemma of their head, its chain."""

    words: Span
    lemma: str
    chain: str


class Text(msgspec.Struct, frozen=True):
    """A text as read, with its gold mentions."""

    annotation: Annotation
    mentions: tuple[Mention, ...]
    topic: str
    story: str


class Batch:
    """Texts whose mentions are joined with each other."""

    def __init__(self, texts: list[Text]) -> None:
        self.annotations = [t.annotation for t in texts]
        self.mentions = [m for t in texts for m in t.mentions]
        self.stories_given = tuple(t.story for t in texts for _ in t.mentions)
        self.stories = (StoryGroup("s1", tuple(sorted(a.report.id for a in self.annotations)), "given"),)
        self.entities = merge(self.annotations, self.stories)
        self.lookup = Lookup(self.annotations, self.entities)

    def rows(self) -> Matrix:
        """The features of each pair of mentions."""
        return measured([self.telling(m) for m in self.mentions], self.annotations)

    def telling(self, mention: Mention) -> Telling:
        """What is read of a mention."""
        return telling_of(self.lookup.annotations[mention.words.report], self.lookup, mention.words)


def run(data: Path) -> Result:
    """CoNLL F1 of each way to join and each way to batch, and the parts of the mean on the stories given."""
    ways: dict[str, Callable[[Batch], list[str]]] = {
        "same lemma": lambda batch: [m.lemma for m in batch.mentions],
        "variorum, as read": as_read,
        "variorum, gold mentions": by_likeness,
    }
    batches: dict[str, list[Batch]] = {
        "stories": batches_of(data, "dev", "story"),
        "topics": batches_of(data, "dev", "topic"),
        "found": batches_of(data, "dev", "found"),
    }
    rows = []
    for name, way in ways.items():
        scores = {grain: score(some, way) for grain, some in batches.items()}
        parts: dict[str, Figure] = {f"{part}, stories": scores["stories"][part] for part in ("muc", "b3", "ceafe")}
        rows.append(Row(name, {grain: figures["conll"] for grain, figures in scores.items()} | parts))
    mentions = sum(len(b.mentions) for b in batches["topics"])
    return Result("event-coref", tuple(rows), (f"{mentions} gold mentions of events on dev",))


def score(batches: list[Batch], way: Callable[[Batch], list[str]]) -> dict[str, Figure]:
    """The measures over the mentions of all batches together."""
    gold = [m.chain for batch in batches for m in batch.mentions]
    found = [f"{n} {label}" for n, batch in enumerate(batches) for label in way(batch)]
    return conll(gold, found)


def as_read(batch: Batch) -> list[str]:
    """The happening or deed that each mention tells of as the tool finds them, a cluster by itself where none."""
    happenings = find_happenings(batch.annotations, batch.stories, batch.entities)
    cast = Cast(tuple(batch.annotations), (), batch.stories, batch.entities, happenings)
    taken = {ref for h in happenings for ref in h.members}
    home = {ref: h.id for h in (*happenings, *deeds(cast, batch.lookup, taken)) for ref in h.members}
    labels = []
    for n, mention in enumerate(batch.mentions):
        report = mention.words.report
        told = enumerate(batch.lookup.annotations[report].propositions)
        refs = [LocalRef(report, i) for i, p in told if p.predicate.overlaps(mention.words)]
        labels.append(next((home[ref] for ref in refs if ref in home), f"alone {n}"))
    return labels


def by_likeness(batch: Batch) -> list[str]:
    """The cluster of each mention by the learnt likeness."""
    fitted = load()
    likeness = probabilities(batch.rows(), fitted.weights, fitted.bias)
    return [str(c) for c in clusters(len(batch.mentions), likeness.tolist(), fitted.threshold)]


def batches_of(data: Path, part: str, grain: Grain) -> list[Batch]:
    """The texts of a part in batches: by the topic or story given, or by the story that we find."""
    texts = texts_of(data, part)
    found = {r: s.id for s in group([t.annotation for t in texts]) for r in s.reports} if grain == "found" else {}
    held: dict[str, list[Text]] = defaultdict(list)
    for text in texts:
        held[found.get(text.annotation.report.id) or (text.topic if grain == "topic" else text.story)].append(text)
    return [Batch(some) for _, some in sorted(held.items())]


@lru_cache(maxsize=2)
def texts_of(data: Path, part: str) -> tuple[Text, ...]:
    """The texts of a part, read, with their gold mentions of events."""
    gold: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for row in read_jsonl(find_data(data, f"ecbplus/{part}.mentions.jsonl")):
        if row["kind"] == "event" and row["clean"]:
            gold[row["doc"]].append((row["start"], row["end"], row["chain"]))
    nlp = load_pipeline()
    texts = []
    for row in read_jsonl(find_data(data, f"ecbplus/{part}.docs.jsonl")):
        report = Report(row["doc"], row["doc"], "", row["text"], blocks=blocks_of(row["text"]))
        doc = nlp(doc_of(nlp, report))
        mentions = tuple(
            Mention(report.span(s, e), lemma(doc, s, e), chain) for s, e, chain in sorted(gold[row["doc"]])
        )
        texts.append(Text(annotation_of(doc, report), mentions, row["topic"], row["story"]))
    return tuple(texts)


def lemma(doc: Doc, start: int, end: int) -> str:
    """The lemma of the head of the words at `start:end`."""
    words = doc.char_span(start, end, alignment_mode="expand")
    return words.root.lemma_.lower() if words is not None else doc.text[start:end].lower()
