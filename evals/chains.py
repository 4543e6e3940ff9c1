"""Chains of voices: who said it, and through whom it reached the report (person, ministry, agency, paper).

No public corpus marks such chains, so they were annotated by hand on texts whose licence is free: Wikinews reports of the
parts for training of `gum` (news) and `meantime` and the GeoVirus part of `places`. `evals/gold/chains` holds offsets and
no texts: for each statement its content and its chain, nearest voice first.

Protocol. One annotator. Texts were chosen for words that pass a statement on ("told", "citing", "according to", "statement"),
so that chains of two are far more frequent here than in news at large; of the chosen texts not every statement is annotated,
and none in the report's own voice. A link is a list of places, any of which names that voice: its name as printed, the head
word of its description ("spokesman"), the pronoun at the statement and the name that it stands for. Rules: a document stands
for its author, and both words are places of one link ("a statement by the ministry"); an outlet that was told, or that cites,
is a link, "reporters", "the press" and the report's own outlet are none, and neither are a speaker's own site, post or release;
a quotation that goes on uncued keeps its chain; what several say together is left out, since a list of speakers and a chain
look alike in the record. Second pass: 60 statements, drawn by chance and shuffled, were annotated again from the sentences
alone, by the same annotator within the hour, so that the agreement is one of the annotator with himself and flatters; where the
passes differed the first stands, but for one statement that was parted in two. The chains were annotated before what the tool
makes of these statements was looked at (the texts serve other tasks too); afterwards four links were given a further place that
the rules ask for ("agency", "he").

What is counted. Ours answers a statement where half of the shorter content lies in the longer (of several, the most alike). A
link is right where the head word of our voice lies in one of its places, or is a word of the name printed there; a chain where
its length and all links are right. `chain` and `nearest` are shares of the statements found. `precision` is the share of our
quotations overlapping an annotated one whose chain is right (of those that stand within one another, the one most like the
statement); by the length of the chain, it is the length of ours.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from spacy.tokens import Doc

from evals.shared import Figure, Result, Row, find_data, ratio, read_jsonl
from variorum.annotate.pipeline import load_pipeline
from variorum.model import Quotation

GOLD = Path(__file__).parent / "gold" / "chains"
TEXTS = {
    "gum": "gum/train.docs.jsonl",
    "meantime": "meantime/train.docs.jsonl",
    "places": "places/train.docs.jsonl",
}
Extent = tuple[int, int]
Link = tuple[Extent, ...]


class Said(NamedTuple):
    """A statement of gold: its content, and its links, each as the places that name the voice."""

    content: Extent
    chain: tuple[Link, ...]


class Found(NamedTuple):
    """A quotation of ours: its content, and the head words of its voices."""

    content: Extent
    heads: tuple[Extent, ...]


Told = TypeVar("Told", Said, Found)


class Text(NamedTuple):
    """One text with what gold and we have in it."""

    words: str
    gold: tuple[Said, ...]
    ours: tuple[Found, ...]


def run(data: Path) -> Result:
    """The figures over all statements and by the length of the chain, and how far the two passes agree."""
    first, second = read_gold(GOLD / "statements.jsonl"), read_gold(GOLD / "second.jsonl")
    texts = list(read_texts(data, first))
    rows = (
        Row("all", figures(texts)),
        Row("chains of one", figures(texts, 1, 1)),
        Row("chains of two and more", figures(texts, 2)),
        Row("second pass", agreement(first, second)),
    )
    return Result(
        "chains", rows, ("second pass: the same annotator; of its statements, content and chain as in the first",)
    )


def read_gold(path: Path) -> dict[tuple[str, str], list[Said]]:
    """The statements of a file by set and document."""
    found: dict[tuple[str, str], list[Said]] = defaultdict(list)
    for row in read_jsonl(path):
        start, end = row["content"]
        chain = tuple(tuple((int(a), int(b)) for a, b in link) for link in row["chain"])
        found[row["set"], row["doc"]].append(Said((start, end), chain))
    return found


def read_texts(data: Path, gold: dict[tuple[str, str], list[Said]]) -> Iterable[Text]:
    """The texts that gold speaks of, read by the tool. MissingDataError: a set is absent."""
    nlp = load_pipeline()
    for name, path in TEXTS.items():
        rows: Iterable[dict[str, Any]] = read_jsonl(find_data(data, path))
        for row in rows:
            if (name, row["doc"]) in gold:
                doc = nlp(row["text"])
                yield Text(row["text"], tuple(gold[name, row["doc"]]), tuple(ours(doc, doc._.quotations)))


def ours(doc: Doc, quotations: Sequence[Quotation]) -> Iterable[Found]:
    """Our quotations with the heads of their voices."""
    for q in quotations:
        heads = tuple(head_of(doc, v.span.start, v.span.end) for v in q.voice)
        yield Found((q.content.start, q.content.end), heads)


def head_of(doc: Doc, start: int, end: int) -> Extent:
    """Where the head word of `start:end` stands."""
    words = doc.char_span(start, end, alignment_mode="expand")
    head = words.root if words is not None else doc[0]
    return head.idx, head.idx + len(head)


def figures(texts: Sequence[Text], shortest: int = 1, longest: int = 99) -> dict[str, Figure]:
    """What is found and right among the statements whose chains are `shortest` to `longest` long, and our precision."""
    tally: dict[str, int] = defaultdict(int)
    for text in texts:
        for said in text.gold:
            if shortest <= len(said.chain) <= longest:
                tally["statements"] += 1
                found = nearest_alike(said.content, text.ours)
                if found is not None:
                    tally["found"] += 1
                    tally["chain"] += chain_right(found.heads, said.chain, text.words)
                    tally["nearest"] += nearest_right(found.heads, said.chain, text.words)
        for found in text.ours:
            gold = nearest_alike(found.content, text.gold)
            if gold is not None and not outdone(found, gold, text.ours) and shortest <= len(found.heads) <= longest:
                tally["ours"] += 1
                tally["ours right"] += chain_right(found.heads, gold.chain, text.words)
    return {
        "statements": tally["statements"],
        "found": ratio(tally["found"], tally["statements"]),
        "chain": ratio(tally["chain"], tally["found"]),
        "nearest": ratio(tally["nearest"], tally["found"]),
        "ours": tally["ours"],
        "precision": ratio(tally["ours right"], tally["ours"]),
    }


def nearest_alike(content: Extent, others: Sequence[Told]) -> Told | None:
    """The one of `others` whose content is most like `content`, of those that share half of the shorter."""
    sharing = [o for o in others if 2 * common(content, o.content) >= min(length(content), length(o.content))]
    return max(sharing, key=lambda o: likeness(content, o.content), default=None)


def outdone(found: Found, gold: Said, ours: Sequence[Found]) -> bool:
    """Whether one that stands around or within `found` answers the statement better ("A said that B said that ...")."""
    alike = likeness(found.content, gold.content)
    return any(
        likeness(other.content, gold.content) > alike
        and common(other.content, found.content) == min(length(other.content), length(found.content))
        for other in ours
    )


def length(extent: Extent) -> int:
    """How many letters."""
    return extent[1] - extent[0]


def common(one: Extent, other: Extent) -> int:
    """How many letters lie in both."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def likeness(one: Extent, other: Extent) -> float:
    """Intersection over union."""
    both = common(one, other)
    return ratio(both, length(one) + length(other) - both)


def link_right(head: Extent, link: Link, text: str) -> bool:
    """Whether the head word of a voice names this link: it stands in one of its places, or in the name printed there."""
    if any(start <= head[0] and head[1] <= end for start, end in link):
        return True
    word = text[slice(*head)]
    return word[:1].isupper() and any(word in text[start:end].split() for start, end in link)


def chain_right(heads: Sequence[Extent], chain: Sequence[Link], text: str) -> bool:
    """Whether every voice is the right one, in order, and none is missing or too many."""
    return len(heads) == len(chain) and all(link_right(h, link, text) for h, link in zip(heads, chain, strict=True))


def nearest_right(heads: Sequence[Extent], chain: Sequence[Link], text: str) -> bool:
    """Whether the nearest voice is the right one."""
    return bool(heads) and link_right(heads[0], chain[0], text)


def agreement(first: dict[tuple[str, str], list[Said]], second: dict[tuple[str, str], list[Said]]) -> dict[str, Figure]:
    """Of the statements of the second pass, how many the first has, and how many of these with the same chain."""
    total = found = same = 0
    for where, statements in second.items():
        for said in statements:
            total += 1
            other = nearest_alike(said.content, first.get(where, []))
            if other is not None:
                found += 1
                same += len(said.chain) == len(other.chain) and all(
                    set(a) & set(b) for a, b in zip(said.chain, other.chain, strict=True)
                )
    return {"statements": total, "found": ratio(found, total), "chain": ratio(same, found)}
