"""Same person, body, place: gold mentions of ECB+ and MEANTIME clustered over reports; name pairs told apart.

Gold mentions are given. "variorum" reads each report and joins what it read, as the tool does; a gold mention that reading
passed over is a local entity by itself. Two more rows part reading from joining: under "mentions alone" nothing is read
and each mention is a local entity by itself, under "one a report" each gold chain of a report is one, which is what a
perfect reading would hand over. The baseline joins equal words.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import msgspec

from evals.coref import LATER
from evals.grouping import b_cubed
from evals.shared import Figure, Result, Row, f_score, find_data, read_jsonl
from variorum.annotate.pipeline import annotation_of, doc_of, load_pipeline
from variorum.ingest.blocks import blocks_of
from variorum.knowledge.people import head_kind
from variorum.model import Annotation, Block, EntityKind, LocalEntity, Mention, Report, StoryGroup
from variorum.resolve.entities import merge
from variorum.resolve.names import PART, compare_names

KINDS: dict[str, EntityKind] = {
    "PER": "person",
    "ORG": "organisation",
    "LOC": "place",
    "FAC": "facility",
    "VEH": "thing",
}
PRONOUNS = frozenset(
    [
        "he",
        "she",
        "it",
        "they",
        "him",
        "her",
        "them",
        "his",
        "its",
        "their",
        "who",
        "which",
        "that",
        "we",
        "our",
        "i",
        "my",
    ]
)
SURE = PART + 0.1


class Gold(msgspec.Struct, frozen=True):
    """A gold mention: where it stands, its chain, its kind."""

    doc: str
    start: int
    end: int
    text: str
    chain: str
    kind: EntityKind


def run(data: Path) -> Result:
    """B-cubed F1 over gold mentions, and pair F1 over names."""
    rows = [
        Row("variorum", as_read(data) | {"names f1": names(data)["f1"]}),
        Row("variorum, mentions alone", joined(data, gathered=False)),
        Row("variorum, one a report", joined(data, gathered=True)),
        Row("equal words", equal_words(data)),
    ]
    return Result("entities", tuple(rows), ("gold mentions without pronouns and times; one topic is one batch",))


def joined(data: Path, gathered: bool) -> dict[str, Figure]:
    """B-cubed F1 of the merged entities of each set."""
    found: dict[str, Figure] = {}
    for name, topics in corpora(data).items():
        gold, ours = [], []
        for topic, (texts, mentions) in sorted(topics.items()):
            labels = merged(texts, mentions, gathered)
            gold += [f"{topic} {m.chain}" for m in mentions]
            ours += [f"{topic} {label}" for label in labels]
        found[name] = b_cubed(gold, ours)
    return found


def as_read(data: Path) -> dict[str, Figure]:
    """B-cubed F1 of the entities merged from what was read of each report."""
    found: dict[str, Figure] = {}
    for name, topics in corpora(data).items():
        gold, ours = [], []
        for topic, (texts, mentions) in sorted(topics.items()):
            by_doc: dict[str, list[Gold]] = defaultdict(list)
            for mention in mentions:
                by_doc[mention.doc].append(mention)
            readings = [read(doc, texts[doc], golds) for doc, golds in by_doc.items()]
            cast = merge([r for r, _ in readings], [StoryGroup("s1", tuple(sorted(by_doc)), "one topic")])
            label = {(member.report, member.index): entity.id for entity in cast for member in entity.members}
            gold += [f"{topic} {m.chain}" for golds in by_doc.values() for m in golds]
            ours += [f"{topic} {label[r.report.id, local]}" for r, locals_ in readings for local in locals_]
        found[name] = b_cubed(gold, ours)
    return found


def read(doc: str, text: str, golds: list[Gold]) -> tuple[Annotation, list[int]]:
    """What we read of a report, and the local entity of each gold mention: one made for it where we read none."""
    report = Report(doc, doc, "", text, blocks=blocks_of(text))
    nlp = load_pipeline()
    with nlp.select_pipes(disable=[n for n in LATER if n in nlp.pipe_names]):
        ours = annotation_of(nlp(doc_of(nlp, report)), report)
    mentions, entities, places = list(ours.mentions), list(ours.entities), []
    for gold in golds:
        made = annotation(doc, text, [[gold]])
        local = local_of(ours, made.mentions[0])
        if local is None:
            local = len(entities)
            mentions.append(msgspec.structs.replace(made.mentions[0], entity=local))
            entities.append(msgspec.structs.replace(made.entities[0], mentions=(len(mentions) - 1,)))
        places.append(local)
    return msgspec.structs.replace(ours, mentions=tuple(mentions), entities=tuple(entities)), places


def local_of(ours: Annotation, gold: Mention) -> int | None:
    """The local entity of our mention with the head of a gold one, else of the one that shares most of its letters."""

    def shared(mention: Mention) -> float:
        one, other = mention.span, gold.span
        common = min(one.end, other.end) - max(one.start, other.start)
        return common / (max(one.end, other.end) - min(one.start, other.start))

    able = [m for m in ours.mentions if m.form != "pronoun" and m.entity is not None]
    close = [m for m in able if m.head.start == gold.head.start]
    return max(close, key=lambda m: (m.head.start == gold.head.start, shared(m))).entity if close else None


def equal_words(data: Path) -> dict[str, Figure]:
    """B-cubed F1 of joining equal words."""
    found: dict[str, Figure] = {}
    for name, topics in corpora(data).items():
        pairs = [(f"{t} {m.chain}", f"{t} {m.text.lower()}") for t, (_, ms) in sorted(topics.items()) for m in ms]
        found[name] = b_cubed([g for g, _ in pairs], [f for _, f in pairs])
    return found


def merged(texts: dict[str, str], mentions: list[Gold], gathered: bool) -> list[str]:
    """The cast entity of each mention, in order."""
    groups: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for n, mention in enumerate(mentions):
        groups[mention.doc][mention.chain if gathered else str(n)].append(n)
    annotations = [
        annotation(doc, texts[doc], [[mentions[n] for n in g] for g in by.values()]) for doc, by in groups.items()
    ]
    story = StoryGroup("s1", tuple(sorted(groups)), "one topic")
    label: dict[int, str] = {}
    for entity in merge(annotations, [story]):
        for member in entity.members:
            for n in list(groups[member.report].values())[member.index]:
                label[n] = entity.id
    return [label[n] for n in range(len(mentions))]


def annotation(doc: str, text: str, chains: list[list[Gold]]) -> Annotation:
    """An annotation that holds nothing but entities."""
    report = Report(doc, doc, "", text, blocks=(Block("body", 0, len(text)),))
    mentions: list[Mention] = []
    entities: list[LocalEntity] = []
    for chain in chains:
        first = len(mentions)
        for gold in chain:
            span = report.span(gold.start, gold.end)
            named = any(w[:1].isupper() for w in gold.text.split()[-1:])
            words = gold.text.split()
            cut = next(
                (i for i, w in enumerate(words) if i and w in {"of", "in", "for", "at", "from", "who"}), len(words)
            )
            at = gold.start + gold.text.index(words[cut - 1])
            head = report.span(at, at + len(words[cut - 1]))
            kind = gold.kind if named else head_kind(head.text.lower()) or gold.kind
            mentions.append(Mention(span, kind, "name" if named else "nominal", head, entity=len(entities)))
        names = tuple(dict.fromkeys(m.span.text for m in mentions[first:] if m.form == "name"))
        longest = max((m.span.text for m in mentions[first:]), key=len)
        indices = tuple(range(first, len(mentions)))
        entities.append(LocalEntity(mentions[first].kind, names[0] if names else longest, indices, names))
    return Annotation(report, (), tuple(mentions), tuple(entities), (), (), (), ())


def corpora(data: Path) -> dict[str, dict[str, tuple[dict[str, str], list[Gold]]]]:
    """The texts and mentions of each set's dev part by topic."""
    return {"ecbplus": corpus(data, "ecbplus"), "meantime": corpus(data, "meantime")}


def corpus(data: Path, name: str) -> dict[str, tuple[dict[str, str], list[Gold]]]:
    """The texts and mentions of one set by topic."""
    topics: dict[str, tuple[dict[str, str], list[Gold]]] = {}
    topic_of: dict[str, str] = {}
    for doc in read_jsonl(find_data(data, f"{name}/dev.docs.jsonl")):
        topic_of[doc["doc"]] = doc["topic"]
        topics.setdefault(doc["topic"], ({}, []))[0][doc["doc"]] = doc["text"]
    for m in read_jsonl(find_data(data, f"{name}/dev.mentions.jsonl")):
        code = next((k for k in KINDS if k in m["type"]), None)
        skipped = m["kind"] != "entity" or "TIME" in m["type"] or m["text"].lower() in PRONOUNS
        if skipped or m.get("clean", 1) == 0 or not m["text"].strip():
            continue
        kind = KINDS[code] if code else "thing"
        topics[topic_of[m["doc"]]][1].append(Gold(m["doc"], m["start"], m["end"], m["text"], m["chain"], kind))
    return topics


def names(data: Path) -> dict[str, Figure]:
    """Precision, recall and F1 on pairs of names."""
    right = found = wanted = 0
    for pair in read_jsonl(find_data(data, "names/name_pairs.jsonl")):
        match = compare_names(pair["name1"], pair["name2"], "person" if pair["schema"] == "Person" else "organisation")
        said = match is not None and match.strength >= SURE
        right, found, wanted = right + (said and bool(pair["match"])), found + said, wanted + bool(pair["match"])
    return f_score(right, found, wanted)
