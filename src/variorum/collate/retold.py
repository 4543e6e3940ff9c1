"""Retold: clauses that tell a happening once more, in its verb and of its people, without a place among its tellings yet."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import msgspec

from variorum.collate.about import HARMING, Happenings
from variorum.collate.asking import is_headline
from variorum.collate.consensus import EFFECTS
from variorum.collate.deeds import NO_DEED, is_led_to, same_deed
from variorum.collate.matching import spread
from variorum.model import Cast, Happening, LocalRef, Proposition
from variorum.resolve.lookup import Lookup
from variorum.resolve.recalled import is_one_of_many
from variorum.resolve.traits import Traits, conflict, merged, traits_of

JOINED = 0.6  # likeness from which clauses of two happenings make one of them
TELLINGS = 40  # of a happening of a large story, those that a clause is held against
REAL = {"happened", "alleged"}
STATIVE = {"be", "have", "become"}


def retold(cast: Cast, lookup: Lookup, happenings: Sequence[Happening], taken: Collection[LocalRef]) -> list[Happening]:
    """`happenings`, each with the clauses of no frame that tell it again; `taken` are clauses that tell one already."""
    found: dict[str, list[LocalRef]] = {h.id: [] for h in happenings}
    for story in cast.stories:
        own = by_verb([h for h in happenings if h.story == story.id], lookup)
        for ref in untold(lookup, story.reports, taken):
            home = home_of(ref, own.get(lookup.proposition(ref).lemma, ()), lookup)
            if home is not None:
                found[home.id].append(ref)
    return [msgspec.structs.replace(h, members=tuple(sorted({*h.members, *found[h.id]}))) for h in happenings]


def joined(happenings: Sequence[Happening], lookup: Lookup) -> list[Happening]:
    """`happenings` of no frame, those as one of which clauses tell the same deed and of which nothing typed speaks against it."""
    found: list[Happening] = []
    homes: dict[str, list[int]] = {}  # by the verbs that tell them
    for happening in happenings:
        verbs = {lookup.proposition(ref).lemma for ref in happening.members}
        alike = sorted({n for verb in verbs for n in homes.get(verb, ())})
        home = next((n for n in alike if is_one_deed(happening, found[n], lookup)), len(found))
        if home == len(found):
            found.append(happening)
        else:
            members = tuple(sorted({*found[home].members, *happening.members}))
            found[home] = msgspec.structs.replace(found[home], members=members)
        for verb in verbs:
            homes.setdefault(verb, []).append(home)
    return found


def led_to(happenings: Sequence[Happening], lookup: Lookup) -> list[Happening]:
    """`happenings`; one of no frame of which half the tellings only lead to the infinitive that tells another is that other: "is
    trying to save the boy"."""
    found = {h.id: h for h in happenings}
    home = {ref: h.id for h in happenings for ref in h.members}
    for one in (h for h in happenings if h.frame == "tell"):
        led = [home[ref] for ref in (infinitive_of(ref, lookup) for ref in one.members) if ref in home]
        others = {name for name in led if name != home[one.members[0]]}
        if 2 * len(led) < len(one.members) or len(others) != 1:
            continue
        [other] = others
        members = tuple(sorted({*found[other].members, *found.pop(one.id).members}))
        found[other] = msgspec.structs.replace(found[other], members=members)
        home |= dict.fromkeys(members, other)
    return list(found.values())


def infinitive_of(ref: LocalRef, lookup: Lookup) -> LocalRef | None:
    """The infinitive that the verb of a clause leads to ("tried to leave"), where it tells no deed itself."""
    annotation = lookup.annotations[ref.report]
    if lookup.proposition(ref).lemma in STATIVE:
        return None
    led = (n for n, one in enumerate(annotation.propositions) if one.within == ref.index and is_led_to(annotation, one))
    return next((LocalRef(ref.report, n) for n in led), None)


def by_verb(happenings: Sequence[Happening], lookup: Lookup) -> dict[str, list[Happening]]:
    """The happenings by each verb of the clauses that tell them, so that a large story costs no more than in step."""
    found: dict[str, list[Happening]] = {}
    for happening in happenings:
        for verb in sorted({p.lemma for p in map(lookup.proposition, happening.members) if not p.nominal}):
            found.setdefault(verb, []).append(happening)
    return found


def is_one_deed(one: Happening, other: Happening, lookup: Lookup) -> bool:
    """Whether two happenings of no frame of one story are told by clauses of which most tell the same deed."""
    if one.story != other.story or not one.frame == other.frame == "tell":
        return False
    ours, theirs = (spread(h.members, TELLINGS) for h in (one, other))
    same = [same_deed(lookup, a, b, least=JOINED) for a in ours for b in theirs]
    if 2 * sum(same) < len(same):
        return False
    first, second = (merged([traits_of(lookup, ref) for ref in h.members]) for h in (one, other))
    return not conflict(lookup, first, second, "tell")


def untold(lookup: Lookup, reports: Sequence[str], taken: Collection[LocalRef]) -> Iterator[LocalRef]:
    """The clauses of verbs of doing that tell no happening yet."""
    for report in reports:
        annotation = lookup.annotations[report]
        for n, one in enumerate(annotation.propositions):
            if LocalRef(report, n) not in taken and is_doing(one, lookup) and not is_one_of_many(annotation, one):
                yield LocalRef(report, n)


def is_doing(one: Proposition, lookup: Lookup) -> bool:
    """Whether a clause of no frame tells a deed, in whatever form of its verb but one that tells what is done as a rule ("who
    play for Ardova"), as headlines tell the news."""
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
        members = spread(happening.members, TELLINGS)
        same = sum(not lookup.proposition(other).nominal and same_deed(lookup, ref, other) for other in members)
        told = merged([traits_of(lookup, other) for other in happening.members]) if same else traits
        if same and not conflict(lookup, traits, told, happening.frame):
            alike.append((same, happening))
    return max(alike, key=lambda pair: pair[0])[1] if alike else None


def with_harm(cast: Cast, lookup: Lookup) -> Cast:
    """`cast`, the clauses that tell whom a happening killed or hurt among its tellings."""
    happenings = Happenings(cast, lookup)
    told = {h.id: merged([traits_of(lookup, ref) for ref in h.members]) for h in cast.happenings if h.frame in HARMING}
    found: dict[str, list[LocalRef]] = {}
    for report, annotation in lookup.annotations.items():
        for n, one in enumerate(annotation.propositions):
            ref = LocalRef(report, n)
            if ref not in happenings.of_ref and one.frame in EFFECTS and not one.nominal and one.status in REAL:
                home = harm_of(ref, told, lookup, happenings)
                found.setdefault(home or "", []).append(ref)
    changed = tuple(
        msgspec.structs.replace(h, members=tuple(sorted((*h.members, *found.get(h.id, []))))) for h in cast.happenings
    )
    return msgspec.structs.replace(cast, happenings=changed)


def harm_of(ref: LocalRef, told: dict[str, Traits], lookup: Lookup, happenings: Happenings) -> str | None:
    """The happening that did what a killing or injury tells: the one that it hangs on, or the one with its doer or victim (of
    several the nearest, or the most told with its victim), or, where it counts the victims, the one told nearest."""
    traits = traits_of(lookup, ref)
    story = happenings.story_of[ref.report]
    fit = [
        h
        for h in told
        if happenings.by_id[h].story == story and not conflict(lookup, traits, told[h], happenings.by_id[h].frame)
    ]
    near = happenings.harming(ref)
    within = lookup.proposition(ref).within
    above = happenings.of_ref.get(LocalRef(ref.report, within)) if within is not None else None
    if above is not None and above.id in fit and above == near:
        return above.id
    sharing = [h for h in fit if traits.targets & told[h].targets or traits.actors & told[h].actors]
    if sharing:
        if near is not None and near.id in sharing:
            return near.id
        struck = sharing if len(sharing) == 1 else [h for h in sharing if traits.targets & told[h].targets]
        return max(struck, key=lambda h: (len(happenings.by_id[h].members), h), default=None)
    counted = any(a.role == "how_many" for a in lookup.proposition(ref).arguments)
    return near.id if counted and near is not None and near.id in fit else None


__all__ = ["joined", "retold", "with_harm"]
