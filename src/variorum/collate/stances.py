"""Stances: who claims what was done, and who condemns it, as rows about the happening that they speak of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from variorum.collate.about import Happenings
from variorum.collate.circumstances import row, shortened
from variorum.collate.consensus import label_of
from variorum.collate.draft import DraftReading, DraftRow
from variorum.model import Cast, EntityValue, Happening, LocalRef, TextValue
from variorum.resolve.lookup import Lookup

STATING = {"condemn": "condemnation", "claim": "responsibility"}


def stance_rows(cast: Cast, lookup: Lookup, happenings: Happenings) -> Iterator[DraftRow]:
    """The rows of responsibility in the order of happenings, then those of condemnation."""
    for happening in cast.happenings:
        if happening.frame == "claim":
            yield from responsibility_rows(happening, lookup, happenings)
    yield from condemnation_rows([h for h in cast.happenings if h.frame == "condemn"], lookup, happenings)


def responsibility_rows(happening: Happening, lookup: Lookup, happenings: Happenings) -> Iterator[DraftRow]:
    """Who claims it: the one who does, in the words of the clause."""
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
    yield from row(happening, "responsibility", question, readings, about=about)


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
