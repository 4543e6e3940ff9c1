"""The summary of a story: what happened in one sourced paragraph, agreed claims plainly, a single account's with its voice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from variorum.dossier.display import date, one_line, told_words
from variorum.dossier.wordings import denial
from variorum.model import (
    Claim,
    Entity,
    EntityValue,
    Event,
    QuantityValue,
    SummarySentence,
    Utterance,
    Value,
    Wording,
)

TOP = 400  # letters of a report that say what it is about: its headline and its first sentence or two
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
) -> tuple[SummarySentence, ...]:
    """The most told event with its day and place, its tolls, the differences, and one agreed statement; `names` of reports."""
    if not events:
        return ()
    main = main_event(events)
    found = [happened(main, claims, entities, names)]
    found += [
        toll(claim, entities, names) for claim in claims if claim.about == main.id and claim.question in TOLL_WORDS
    ]
    agreed = (u for u in utterances if u.verdict == "AGREE" and u.speaker)
    said = next((u for u in agreed if stands(u) and not any(denial(w) for w in u.wordings)), None)
    if said is not None:
        found.append(stated(said, entities))
    return tuple(found[:6])


def main_event(events: Sequence[Event]) -> Event:
    """The event that a story is about: the one that most reports tell at their top; of several the most told."""

    def told(event: Event) -> tuple[int, int, int]:
        top = {m.report for m in event.mentions if m.start < TOP}
        return len(top), len({m.report for m in event.mentions}), len(event.mentions)

    return max(events, key=told)


def happened(
    event: Event, claims: Sequence[Claim], entities: dict[str, Entity], names: Mapping[str, str]
) -> SummarySentence:
    """The event in its own words, with the day and the place that the rows give, the place with its report where only one of
    several names it."""
    mine = [c for c in claims if c.about == event.id and c.slot in {"date", "place"}]
    day = event.when.edtf if event.when is not None and any(c.isdigit() for c in event.when.edtf) else None
    told_by = len({m.report for m in event.mentions})
    named_by = {r.report for c in mine if c.slot == "place" for r in c.readings if is_in(r.value, event.where)}
    where = entities[event.where].name if event.where in entities else None
    if (
        where is not None and told_by > 1 and len(named_by) == 1
    ):  # what one of several reports names may be another scene
        where += f", by {names[named_by.pop()]} alone"
    known = [f"told by {told_by} report{'s' if told_by > 1 else ''}"]
    known += [f"date: {date(day)}"] if day else []
    known += [f"place: {where}"] if where else []
    text = f"{event.label[:1].upper()}{event.label[1:]} ({'; '.join(known)})."
    evidence = (*event.mentions[:3], *(c.readings[0].span for c in mine))
    return SummarySentence(text, tuple(dict.fromkeys(evidence)), tuple(c.id for c in mine))


def is_in(value: Value, place: str | None) -> bool:
    """Whether a value is this place."""
    return isinstance(value, EntityValue) and value.entity == place


def toll(claim: Claim, entities: dict[str, Entity], names: Mapping[str, str]) -> SummarySentence:
    """A toll with every figure that stands, and who gives it, citing whom where the reports differ."""
    said: dict[str, dict[str, str]] = {}
    for r in claim.readings:
        if isinstance(r.value, QuantityValue):
            cited = f" citing {one_line(r.voice[0].text)}" if r.voice and claim.verdict != "AGREE" else ""
            by = said.setdefault(told_words(r, entities), {})
            by[names[r.report]] = by.get(names[r.report]) or cited
    figures = "; ".join(f"{figure} ({', '.join(map(''.join, by.items()))})" for figure, by in said.items())
    note = f" The reports differ ({claim.reason})." if claim.verdict == "DIFFER" else ""
    text = f"{TOLL_WORDS[claim.question].capitalize()}: {figures}.{note}"
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
