"""Retold: clauses that tell a happening once more, in its verb and of its people, without a place among its tellings yet."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import msgspec

from variorum.collate.asking import is_headline
from variorum.collate.deeds import NO_DEED, same_deed
from variorum.model import Cast, Happening, LocalRef, Proposition
from variorum.resolve.lookup import Lookup
from variorum.resolve.traits import conflict, merged, traits_of


def retold(cast: Cast, lookup: Lookup, happenings: Sequence[Happening], taken: Collection[LocalRef]) -> list[Happening]:
    """`happenings`, each with the clauses of no frame that tell it again; `taken` are clauses that tell one already."""
    found: dict[str, list[LocalRef]] = {h.id: [] for h in happenings}
    for story in cast.stories:
        own = [h for h in happenings if h.story == story.id]
        for ref in untold(lookup, story.reports, taken):
            home = home_of(ref, own, lookup)
            if home is not None:
                found[home.id].append(ref)
    return [msgspec.structs.replace(h, members=tuple(sorted({*h.members, *found[h.id]}))) for h in happenings]


def untold(lookup: Lookup, reports: Sequence[str], taken: Collection[LocalRef]) -> Iterator[LocalRef]:
    """The clauses of verbs of doing that tell no happening yet."""
    for report in reports:
        for n, one in enumerate(lookup.annotations[report].propositions):
            if LocalRef(report, n) not in taken and is_doing(one, lookup):
                yield LocalRef(report, n)


def is_doing(one: Proposition, lookup: Lookup) -> bool:
    """Whether a clause of no frame tells a deed, in whatever form of its verb but one that tells what is done as a rule ("who play
    for Ardova"), as headlines tell the news."""
    if one.frame is not None or one.nominal or one.lemma in NO_DEED:
        return False
    ruling = one.predicate.text.casefold() in {one.lemma, f"{one.lemma}s"} and not one.span.text.startswith("to ")
    return not ruling or is_headline(one, lookup)


def home_of(ref: LocalRef, happenings: Sequence[Happening], lookup: Lookup) -> Happening | None:
    """The happening that a clause tells again: the one most of whose tellings have its verb and people, none where something
    typed speaks against it."""
    traits = traits_of(lookup, ref)
    alike = []
    for happening in happenings:
        same = sum(
            not lookup.proposition(other).nominal and same_deed(lookup, ref, other) for other in happening.members
        )
        told = merged([traits_of(lookup, other) for other in happening.members]) if same else traits
        if same and not conflict(lookup, traits, told, happening.frame):
            alike.append((same, happening))
    return max(alike, key=lambda pair: pair[0])[1] if alike else None


__all__ = ["retold"]
