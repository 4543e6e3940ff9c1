"""The summary of a story: what happened in one sourced paragraph, agreed claims plainly, a single account's with its voice."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from variorum.dossier.display import date, one_line, told_words
from variorum.dossier.foremost import Foremost, words_in
from variorum.dossier.wordings import denial
from variorum.model import (
    Claim,
    DateValue,
    Entity,
    EntityValue,
    Event,
    QuantityValue,
    Span,
    SummarySentence,
    TextValue,
    Utterance,
    Value,
    Wording,
)

MOST, BESIDES = 6, 2  # sentences of a summary; those of what else the accounts agree on
SCENE = 0.5  # share of the weight of the main event from which another is told as much
OVER_AGAIN = 0.5  # share of its words from which a text says over again what another says
LEANING = frozenset({"them", "him", "her", "us", "me", "it", "of", "to", "for", "who", "which", "and", "or", "but"})
TOLL_WORDS = {
    "How many were killed?": "killed",
    "How many were injured?": "injured",
    "How many are missing?": "missing",
    "How many were detained?": "detained",
    "How many had to leave?": "made to leave",
}
"""Of the whole toll only: parts of it, and animals, are asked for in other words."""


def summarise(
    events: Sequence[Event],
    claims: Sequence[Claim],
    utterances: Sequence[Utterance],
    entities: dict[str, Entity],
    names: Mapping[str, str],
    foremost: Foremost,
) -> tuple[SummarySentence, ...]:
    """What happened: the event that the story is about with its day and place, its tolls, what else the accounts agree on, and
    an agreed statement.

    Args:
        events, claims, utterances: the story's, claims the weightiest first.
        entities: those of the record, by id.
        names: of the reports, by id.
        foremost: what the story's reports tell first.
    """
    if not events:
        return ()
    main = foremost.main(events)
    shown = foremost.words_for(main)
    words = one_line(shown.text).rstrip(".") if shown is not None else main.label
    found = [happened(main, words, shown, claims, entities, names)]
    scene = {e.id for e in events if foremost.weight(e) >= SCENE * foremost.weight(main)}
    labels = {e.id: e.label for e in events if e is not main}
    found += [toll(claim, entities, names, labels) for claim in tolls(claims, main.id, scene)]
    found += agreed_besides(claims, words, foremost)
    agreed = (u for u in utterances if u.verdict == "AGREE" and u.speaker)
    said = next((u for u in agreed if stands(u) and not any(denial(w) for w in u.wordings)), None)
    if said is not None:
        found.append(stated(said, entities))
    return tuple(found[:MOST])


def tolls(claims: Sequence[Claim], main: str, scene: Collection[str]) -> list[Claim]:
    """The tolls of the main event, and of those told nearly as much that several accounts give, each question once."""
    asked: dict[str, Claim] = {}
    for claim in sorted(claims, key=lambda c: c.about != main):
        told = claim.about == main or (claim.about in scene and claim.verdict != "SOLE")
        if claim.question in TOLL_WORDS and told:
            asked.setdefault(claim.question, claim)
    return list(asked.values())


def agreed_besides(claims: Sequence[Claim], words: str, foremost: Foremost) -> Iterator[SummarySentence]:
    """What else several accounts tell alike and none of them has from somebody, in words that can be read by themselves, the
    weightiest first."""
    told = [words]
    for claim in claims:
        plain = claim.verdict == "AGREE" and not any(r.voice for r in claim.readings)
        if not plain or not isinstance(claim.readings[0].value, TextValue):
            continue
        best = shared_most(foremost.standing(r.span for r in claim.readings), claim)
        if best is None or any(same_words(best.text, other) >= OVER_AGAIN for other in told):
            continue
        told.append(best.text)
        text = one_line(best.text)
        reports = len({r.report for r in claim.readings})
        yield SummarySentence(
            f"{text[:1].upper()}{text[1:]} (told by {reports} reports).",
            tuple(dict.fromkeys((best, *(r.span for r in claim.readings)))),
            (claim.id,),
        )
        if len(told) > BESIDES:
            return


def shared_most(fit: Sequence[Span], claim: Claim) -> Span | None:
    """Of wordings of a row the one that says least which no other report says, the shortest; None where there are none."""

    def own(span: Span) -> int:
        others = set().union(*(words_in(r.span.text) for r in claim.readings if r.report != span.report))
        return len(words_in(span.text) - others)

    return min(fit, key=lambda span: (own(span), len(span.text), span), default=None)


def same_words(one: str, other: str) -> float:
    """The share of the longer words of the shorter text that the other has."""
    ours, theirs = words_in(one), words_in(other)
    return len(ours & theirs) / max(1, min(len(ours), len(theirs)))


def happened(
    event: Event,
    words: str,
    shown: Span | None,
    claims: Sequence[Claim],
    entities: dict[str, Entity],
    names: Mapping[str, str],
) -> SummarySentence:
    """The event in `words` for it, which stand at `shown` where they are a report's, with the day and the place that the rows
    give, the place with its report where only one of several names it."""
    mine = [
        c
        for c in claims
        if c.about == event.id and c.slot in {"date", "place"} and any(is_of(r.value, event) for r in c.readings)
    ]
    day = event.when.edtf if event.when is not None and any(c.isdigit() for c in event.when.edtf) else None
    told_by = len({m.report for m in event.mentions})
    named_by = {r.report for c in mine if c.slot == "place" for r in c.readings if is_of(r.value, event)}
    where = entities[event.where].name if event.where in entities else None
    if (
        where is not None and told_by > 1 and len(named_by) == 1
    ):  # what one of several reports names may be another scene
        where += f", by {names[named_by.pop()]} alone"
    known = [f"told by {told_by} report{'s' if told_by > 1 else ''}"]
    known += [f"date: {date(day)}"] if day else []
    known += [f"place: {where}"] if where else []
    text = f"{words[:1].upper()}{words[1:]} ({'; '.join(known)})."
    places = (next(r.span for r in c.readings if is_of(r.value, event)) for c in mine)
    evidence = (*((shown,) if shown is not None else ()), *event.mentions[:3], *places)
    return SummarySentence(text, tuple(dict.fromkeys(evidence)), tuple(c.id for c in mine))


def is_of(value: Value, event: Event) -> bool:
    """Whether a value is the place of an event, or its day."""
    if isinstance(value, EntityValue):
        return value.entity == event.where
    return isinstance(value, DateValue) and event.when is not None and value.edtf == event.when.edtf


def toll(
    claim: Claim, entities: dict[str, Entity], names: Mapping[str, str], labels: Mapping[str, str]
) -> SummarySentence:
    """A toll with every figure that stands, and who gives it, citing whom where the reports differ; of another event than the
    main one with its label, which `labels` gives."""
    said: dict[str, dict[str, str]] = {}
    for r in claim.readings:
        if isinstance(r.value, QuantityValue):
            cited = f" citing {one_line(r.voice[0].text)}" if r.voice and claim.verdict != "AGREE" else ""
            by = said.setdefault(told_words(r, entities), {})
            by[names[r.report]] = by.get(names[r.report]) or cited
    figures = "; ".join(f"{figure} ({', '.join(map(''.join, by.items()))})" for figure, by in said.items())
    note = f" The reports differ ({claim.reason})." if claim.verdict == "DIFFER" else ""
    told_of = f" ({one_line(labels[claim.about])})" if claim.about in labels else ""
    text = f"{TOLL_WORDS[claim.question].capitalize()}{told_of}: {figures}.{note}"
    return SummarySentence(text, tuple(r.span for r in claim.readings), (claim.id,))


def stands(utterance: Utterance) -> bool:
    """Whether a statement can be read without the sentence that it was taken from ("them of stealing blankets" cannot)."""
    first = shown(utterance).content.text.split()
    return bool(first) and first[0].strip("“”\"'‘’").casefold() not in LEANING


def shown(utterance: Utterance) -> Wording:
    """The wording of a statement that stands for it: a direct one where a report has it so."""
    return next((w for w in utterance.wordings if w.mode == "direct"), utterance.wordings[0])


def stated(utterance: Utterance, entities: dict[str, Entity]) -> SummarySentence:
    """A statement that several accounts give, in one wording: in quotation marks only where a report has it in such."""
    who = entities[utterance.speaker].name if utterance.speaker in entities else "Somebody"
    first = shown(utterance)
    content = first.content.text.strip("“”\"'‘’ ,.") if first.mode == "direct" else first.content.text.rstrip(" ,.")
    text = f"{who}, in several reports: " + (f"“{content}”." if first.mode == "direct" else f"{content}.")
    return SummarySentence(text, tuple(w.content for w in utterance.wordings), ())
