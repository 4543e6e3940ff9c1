"""Events on the PLOVER gold standard records: category F1; actor and recipient right. Three other tables beside them.

Protocol. A text is a sentence with its gold events (nearly always one). Categories are PLOVER's sixteen of 2021, CAMEO's
codes without one left out. An event of ours is a proposition that carries a category.

* category precision, recall, F1: over pairs of sentence and category, each pair counted once, pooled.
* parties right: of the gold events whose category is among ours for the sentence, the share for which one of ours with
  that category has both the actor and the recipient right; `whole event right` is the same over all gold events.
  A party is right where one of the words given for it shares a letter with one of gold's, and none of them is gold's
  other party alone; where gold has none, we must have none. A pronoun stands for the name that it was led to.
* modes and contexts are not compared: the records have those of the draft of 2016, which 2021 renamed.

Tables. `sentences`: the records (read while the tables were made: a dev set; the held-out part is measured by the same
command). `wire_cameo`: AFP wire and test sentences of PETRARCH-2, CAMEO codes turned by the official table; categories
alone, since actors are codes. `petrarch_unit`: made-up countries; its codes come from a toy dictionary, so only who does
something to whom is asked: the share of gold pairs, both named in the sentence, that are actor and recipient (or who and
whom) of one proposition of ours. `plover_synthetic`: machine-written stories, the label is that of the request, so silver:
the share of stories whose first coded event, headline first, has the label's category.

The baseline takes the first word of the sentence that is an unconditional trigger of our frames, whatever the grammar, the
first name as the actor and the second as the recipient; `commonest` answers the commonest category. Peers: nothing
comparable is published for these records; the "44 % right" that is told of dictionary coders could not be traced.

Data: `plover_gsr/` and `plover_synthetic/train.jsonl` under the data folder. $VARIORUM_MISTAKES=1 lists the mistakes.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from evals.shared import Figure, MissingDataError, Result, Row, f_score, find_data, ratio, read_jsonl
from variorum.annotate.pipeline import annotate
from variorum.knowledge.contexts import contexts_of
from variorum.knowledge.frames import load_frames, load_triggers
from variorum.model import Annotation, Argument, Block, BlockRole, Mention, Report

Extent = tuple[int, int]
STORIES_EACH = 3  # every third synthetic story is read
MADE_UP = {
    "ARN": "Arnor", "BRE": "Bree", "CAL": "Calenardhon", "DAG": "Dagolath", "ERI": "Eriador", "ETH": "Ethiopia",
    "FOR": "Fornost", "GON": "Gondor", "ITH": "Ithilen", "LBY": "Libya", "MOR": "Mordor", "OSG": "Osgiliath",
    "ROH": "Rohan",
}  # fmt: skip


class Coded(msgspec.Struct, frozen=True):
    """An event as coded: its category, and where the words for actors and recipients stand."""

    category: str
    actors: tuple[Extent, ...] = ()
    recipients: tuple[Extent, ...] = ()


CONTEXTS = {
    **dict.fromkeys(("political", "politics", "government"), "political_institutions"),
    **dict.fromkeys(("refugee", "refugees"), "asylum"),
    **dict.fromkeys(("discrimination", "religion"), "religion_ethnicity"),
    "rights": "rights_freedoms",
}
"""The contexts of the records, which are of the draft of 2016, by their names of 2021."""
NO_CONTEXT = {"resource", "resources", "assets", "foreign", "unknown"}  # of the draft, without a successor
Pair = tuple[Sequence[Coded], Sequence[Coded]]
"""What gold and what a system codes in one text."""


def run(data: Path) -> Result:
    """The figures on all tables that are there. Raises MissingDataError where the records are absent."""
    records = list(read_jsonl(find_data(data, "plover_gsr/sentences.jsonl")))
    read = [read_text(row["text"]) for row in records]
    gold = [gold_events(row) for row in records]
    ours = list(zip(gold, (coded(a) for a in read), strict=True))
    first = list(zip(gold, (first_trigger(a) for a in read), strict=True))
    commonest = Counter(e.category for events in gold for e in events).most_common(1)[0][0]
    guessed = [(events, (Coded(commonest),)) for events in gold]
    rows = [
        Row("variorum, sentences", figures(ours)),
        Row("first trigger, sentences", figures(first)),
        Row("commonest, sentences", category_figures(guessed)),
    ]
    rows += contexts(records)
    for table in (wire, unit, synthetic):
        try:
            rows.append(table(data))
        except MissingDataError as absent:
            rows.append(Row(str(absent), {}))
    notes = list(mistakes(records, ours)) if os.environ.get("VARIORUM_MISTAKES") else []
    return Result("events", tuple(rows), ("peers: none comparable is published", *notes))


def contexts(records: Sequence[dict[str, Any]]) -> list[Row]:
    """Micro precision, recall and F1 of the contexts of the records that have any, ours and the commonest beside: the words that
    tell of contexts were added to after these records were read, so that the figure is of a development set."""
    gold = [
        (row["text"], {CONTEXTS.get(c, c) for e in row["events"] for c in e["context"]} - NO_CONTEXT) for row in records
    ]
    told = [(text, wanted) for text, wanted in gold if wanted]
    commonest = Counter(c for _, wanted in told for c in sorted(wanted)).most_common(1)[0][0]
    systems = {
        "variorum, contexts of sentences": [(set(contexts_of(text)), wanted) for text, wanted in told],
        "commonest, contexts of sentences": [({commonest}, wanted) for _, wanted in told],
    }
    found = []
    for name, pairs in systems.items():
        right = sum(len(ours & wanted) for ours, wanted in pairs)
        precision = ratio(right, sum(len(ours) for ours, _ in pairs))
        recall = ratio(right, sum(len(wanted) for _, wanted in pairs))
        f1 = ratio(2 * precision * recall, precision + recall)
        found.append(Row(name, {"precision": precision, "recall": recall, "F1": f1}))
    return found


def wire(data: Path) -> Row:
    """Categories on the wire sentences."""
    rows = [r for r in read_jsonl(find_data(data, "plover_gsr/wire_cameo.jsonl")) if r["text"]]
    pairs = [([Coded(e["plover"]) for e in r["events"] if e["plover"]], coded(read_text(r["text"]))) for r in rows]
    return Row("variorum, wire_cameo", category_figures(pairs))


def unit(data: Path) -> Row:
    """Who does something to whom among the made-up countries."""
    found = wanted = 0
    for row in read_jsonl(find_data(data, "plover_gsr/petrarch_unit.jsonl")):
        pairs = {(named(e["actor"]), named(e["recipient"])) for e in row["events"]}
        pairs = {(a, b) for a, b in pairs if a and b and a in row["text"] and b in row["text"]}
        if not pairs:
            continue
        told = told_pairs(read_text(row["text"]))
        wanted += len(pairs)
        found += sum(any(str(a) in who and str(b) in whom for who, whom in told) for a, b in pairs)
    return Row("variorum, petrarch_unit", {"pairs found": ratio(found, wanted), "pairs": wanted})


def named(code: str | None) -> str | None:
    """The made-up country of a code of the toy dictionary ("GONGOV")."""
    return MADE_UP.get((code or "")[:3])


def told_pairs(read: Annotation) -> list[tuple[str, str]]:
    """For each proposition the words for who did it and to whom."""
    told = []
    for p in read.propositions:
        who = p.actors or [a for a in p.arguments if a.role == "who"]
        whom = p.recipients or [a for a in p.arguments if a.role == "whom"]
        told.append((" ".join(words(read, who)), " ".join(words(read, whom))))
    return told


def words(read: Annotation, parties: Iterable[Argument]) -> list[str]:
    """The words of parties, pronouns led to their names."""
    return [read.report.text[start:end] for start, end in extents(read, parties)]


def synthetic(data: Path) -> Row:
    """Silver: the category of the first coded event of a story, its headline first."""
    right = coded_at_all = total = 0
    for n, row in enumerate(read_jsonl(find_data(data, "plover_synthetic/train.jsonl"))):
        if n % STORIES_EACH:
            continue
        ours = coded(read_text(f"{row['headline']}.\n\n{row['text']}"))
        total += 1
        coded_at_all += bool(ours)
        right += bool(ours) and ours[0].category == row["plover"]
    return Row(
        "variorum, plover_synthetic",
        {"category right": ratio(right, total), "category right, of coded": ratio(right, coded_at_all)},
    )


def read_text(text: str, role: BlockRole = "body") -> Annotation:
    """What we read in `text`, taken as a report that is all body."""
    return annotate(Report("text", "text", "", text, blocks=(Block(role, 0, len(text)),)))


def coded(read: Annotation) -> tuple[Coded, ...]:
    """The events that we code, in text order."""
    return tuple(
        Coded(p.category, extents(read, p.actors), extents(read, p.recipients)) for p in read.propositions if p.category
    )


def extents(read: Annotation, parties: Iterable[Argument]) -> tuple[Extent, ...]:
    """Where the words of parties stand: a pronoun's are those of the nearest name before it that it was led to."""
    found = []
    for party in parties:
        mention = read.mentions[party.mention] if party.mention is not None else None
        span = party.span
        if mention is not None and mention.form == "pronoun" and mention.entity is not None:
            chain = [read.mentions[n] for n in read.entities[mention.entity].mentions]
            named_before = [m for m in chain if m.form != "pronoun" and m.span.end <= mention.span.start]
            span = max(named_before, key=place_in_text).span if named_before else span
        found.append((span.start, span.end))
    return tuple(found)


def place_in_text(mention: Mention) -> int:
    """Where a mention stands."""
    return mention.span.start


def gold_events(row: dict[str, Any]) -> tuple[Coded, ...]:
    """The gold events of a record."""
    return tuple(
        Coded(e["plover"], spans(e["actor_spans"]), spans(e["recipient_spans"])) for e in row["events"] if e["plover"]
    )


def spans(pairs: Iterable[Sequence[int]]) -> tuple[Extent, ...]:
    """JSON lists as extents."""
    return tuple((start, end) for start, end in pairs)


def first_trigger(read: Annotation) -> tuple[Coded, ...]:
    """The baseline: the first word that is a trigger whatever stands around it; the first two names are the parties."""
    names = sorted((m.span.start, m.span.end) for m in read.mentions if m.form == "name")
    for predicate in read.propositions:
        pos = "noun" if predicate.nominal else "verb"
        for trigger in load_triggers().get((predicate.lemma, pos), ()):
            category = load_frames()[trigger.frame].category if trigger.relation is None else None
            if category:
                return (Coded(category, tuple(names[:1]), tuple(names[1:2])),)
    return ()


def figures(pairs: Sequence[Pair]) -> dict[str, Figure]:
    """All figures of a system that gives categories and parties."""
    found = parties = actors = total = 0
    for gold, ours in pairs:
        for event in gold:
            total += 1
            same = [o for o in ours if o.category == event.category]
            if not same:
                continue
            found += 1
            parties += any(party_right(o, event, "actors") and party_right(o, event, "recipients") for o in same)
            actors += any(party_right(o, event, "actors") for o in same)
    return {
        **category_figures(pairs),
        "parties right": ratio(parties, found),
        "whole event right": ratio(parties, total),
        "actor right": ratio(actors, found),
    }


def category_figures(pairs: Iterable[Pair]) -> dict[str, Figure]:
    """Precision, recall and F1 over pairs of text and category."""
    right = found = wanted = 0
    for gold, ours in pairs:
        theirs, given = {e.category for e in gold}, {o.category for o in ours}
        right, found, wanted = right + len(theirs & given), found + len(given), wanted + len(theirs)
    return {f"category {name}": figure for name, figure in f_score(right, found, wanted).items()}


def party_right(ours: Coded, gold: Coded, party: str) -> bool:
    """Whether `ours` names gold's party ("actors" or "recipients") and nothing that is the other party alone."""
    given, wanted = getattr(ours, party), getattr(gold, party)
    other = gold.recipients if party == "actors" else gold.actors
    if not wanted:
        return not given
    met = [any(overlap(g, w) for w in wanted) for g in given]
    astray = [any(overlap(g, o) for o in other) for g in given]
    return any(met) and not any(away and not here for away, here in zip(astray, met, strict=True))


def overlap(one: Extent, other: Extent) -> bool:
    """Whether two extents share a letter."""
    return one[0] < other[1] and other[0] < one[1]


def mistakes(records: Sequence[dict[str, Any]], pairs: Sequence[Pair]) -> Iterable[str]:
    """A note for each record that is not wholly right."""
    for row, (gold, ours) in zip(records, pairs, strict=True):
        text = row["text"]
        wanted, given = {e.category for e in gold}, {o.category for o in ours}
        wrong = [
            e
            for e in gold
            if not any(
                o.category == e.category and party_right(o, e, "actors") and party_right(o, e, "recipients")
                for o in ours
            )
        ]
        if wanted != given or wrong:
            yield f"{text}\n    gold {[shown(e, text) for e in gold]}\n    ours {[shown(e, text) for e in ours]}"


def shown(event: Coded, text: str) -> str:
    """An event in words."""
    actors, recipients = (" & ".join(text[a:b] for a, b in some) or "-" for some in (event.actors, event.recipients))
    return f"{event.category}: {actors} > {recipients}"
