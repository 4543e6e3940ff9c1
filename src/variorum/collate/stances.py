"""Stances: who claims what was done, and who condemns it, as rows about the happening that they speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from variorum.collate.about import HARMING, Happenings
from variorum.collate.circumstances import row
from variorum.collate.consensus import label_of
from variorum.collate.draft import DraftReading, DraftRow
from variorum.collate.wording import shortened
from variorum.model import Cast, EntityValue, Happening, LocalRef, TextValue
from variorum.resolve.lookup import Lookup

BELONGS = re.compile(r"\b(?:from|of|with|belonging to|loyal to)\s+(?:the\s+)?$", re.IGNORECASE)
STATING = {"condemn": "condemnation", "claim": "responsibility"}


def stance_rows(cast: Cast, lookup: Lookup, happenings: Happenings) -> Iterator[DraftRow]:
    """The rows of responsibility in the order of happenings, then those of condemnation."""
    belonging = {h.id: told for h in cast.happenings if (told := group_readings(h, lookup))}
    for happening in cast.happenings:
        if happening.frame == "claim":
            yield from responsibility_rows(happening, lookup, happenings, belonging)
    for about, readings in belonging.items():
        happening = happenings.by_id[about]
        yield from row(happening, "responsibility", f"Who is behind it: {label_of(happening, lookup)}?", readings)
    yield from condemnation_rows([h for h in cast.happenings if h.frame == "condemn"], lookup, happenings)


def responsibility_rows(
    happening: Happening, lookup: Lookup, happenings: Happenings, belonging: dict[str, list[DraftReading]]
) -> Iterator[DraftRow]:
    """Who claims it: the one who does, in the words of the clause; with those to whom the doer is told to belong, which are taken
    out of `belonging`."""
    about = happening.id
    readings = []
    for ref in happening.members:
        about = spoken_of(ref, happenings) or about
        proposition = lookup.proposition(ref)
        readings += [
            DraftReading(EntityValue(entity), shortened(proposition.span), proposition.voice, told=ref)
            for _, entity in lookup.fillers(ref, "who")
        ]
    question = f"Who claims it: {label_of(happening, lookup)}?"
    if about in belonging:
        readings += belonging.pop(about)
        question = f"Who is behind it: {label_of(happenings.by_id[about], lookup)}?"
    yield from row(happening, "responsibility", question, readings, about=about)


def group_readings(happening: Happening, lookup: Lookup) -> list[DraftReading]:
    """Of a deed that harms, the group that its doer is told to belong to: "a bomber from the Ardova Liberation Front"."""
    if happening.frame not in HARMING:
        return []
    found = []
    for ref in happening.members:
        annotation = lookup.annotations[ref.report]
        voice = lookup.proposition(ref).voice
        own = {lookup.entity_of(ref.report, link) for link in voice}  # a group that says so claims it
        for argument, doer in lookup.fillers(ref, "who", kinds=("person", "group")):
            for n, mention in enumerate(annotation.mentions):
                group = lookup.entity_of_mention(ref.report, n)
                inside = (
                    argument.span.covers(mention.span) and mention.form == "name" and group not in {None, doer, *own}
                )
                before = argument.span.text[: max(0, mention.span.start - argument.span.start)]
                if inside and group is not None and lookup.entities[group].kind == "group" and BELONGS.search(before):
                    found.append(DraftReading(EntityValue(group), shortened(argument.span), voice, told=ref))
    return found


def condemnation_rows(condemning: Sequence[Happening], lookup: Lookup, happenings: Happenings) -> Iterator[DraftRow]:
    """Who condemns it: one row for each happening that is condemned and each who does so under a name.

    Those told without a name ("both sides") go with the one named group that condemns the same, where there is only one.
    """
    by_target: dict[tuple[str, str], list[tuple[Happening, LocalRef]]] = {}
    for happening in condemning:
        about = next((a for ref in happening.members if (a := spoken_of(ref, happenings))), happening.id)
        by_target.setdefault((happening.story, about), []).extend((happening, ref) for ref in happening.members)
    for (_, about), told in by_target.items():
        for group in by_speaker(told, lookup):
            first = group[0][0]
            readings = [
                DraftReading(TextValue(p.span.text), shortened(p.span), p.voice, told=ref)
                for _, ref in group
                if (p := lookup.proposition(ref))
            ]
            question = f"Who condemns it: {label_of(first, lookup)}?"
            yield from row(first, "condemnation", question, readings, about=about)


def by_speaker(told: Sequence[tuple[Happening, LocalRef]], lookup: Lookup) -> list[list[tuple[Happening, LocalRef]]]:
    """Tellings by who condemns: those that share a named speaker together, the unnamed with them if they are alone."""
    groups: list[tuple[set[str], list[tuple[Happening, LocalRef]]]] = []
    unnamed = []
    for happening, ref in told:
        names = {e for _, e in lookup.fillers(ref, "who") if lookup.is_named(e)}
        if not names:
            unnamed.append((happening, ref))
            continue
        sharing = [g for g in groups if g[0] & names]
        merged = (names.union(*(g[0] for g in sharing)), [t for g in sharing for t in g[1]] + [(happening, ref)])
        groups = [g for g in groups if g not in sharing] + [merged]
    if len(groups) == 1:
        groups[0][1].extend(unnamed)
    elif unnamed:
        groups.append((set(), unnamed))
    return [members for _, members in groups]


def spoken_of(ref: LocalRef, happenings: Happenings) -> str | None:
    """The harming happening that a claim or condemnation speaks of."""
    found = happenings.harming(ref)
    return found.id if found is not None else None
