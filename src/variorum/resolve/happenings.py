"""Happenings: propositions of one or several reports that tell the same, clustered by what speaks against it.

Propositions of one frame in one story join unless something typed speaks against it: another date, another place, roles
reversed, another victim, a word such as "earlier" or "another". A conflicting number does not speak against (it is what the
grid looks for). Of several happenings that a proposition may join, the one with most typed agreement takes it; where none
agrees, one of its own report, then the story's most told.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from variorum.annotate.edtf import compatible
from variorum.knowledge.frames import load_frames
from variorum.model import Annotation, CastEntity, Happening, LocalRef, StoryGroup
from variorum.resolve.lookup import Lookup

APART = {"earlier", "another", "second", "previous", "previously", "similar", "former", "other", "several", "last"}
PEOPLE = ("person", "group", "organisation")


class Traits(msgspec.Struct, frozen=True):
    """What is typed of a telling: entity ids, dates in EDTF, words that set it apart."""

    dates: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    actors: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    markers: frozenset[str] = frozenset()
    weekdays: frozenset[str] = frozenset()
    unreal: bool = False


class Cluster:
    """A happening in the making: its tellings and their traits."""

    def __init__(self, frame: str) -> None:
        self.frame = frame
        self.members: list[tuple[LocalRef, Traits]] = []
        self.reasons: set[str] = set()

    def add(self, ref: LocalRef, traits: Traits, reason: str | None) -> None:
        """Take a telling in, with the reason in words."""
        self.members.append((ref, traits))
        if reason:
            self.reasons.add(reason)

    def together(self, trait: str) -> frozenset[str]:
        """All values of one trait over the tellings."""
        return frozenset().union(*(getattr(t, trait) for _, t in self.members))


def find_happenings(
    annotations: Sequence[Annotation], stories: Sequence[StoryGroup], entities: Sequence[CastEntity]
) -> tuple[Happening, ...]:
    """Cluster the framed propositions of each story. Ids number the happenings, the most told first."""
    lookup = Lookup(annotations, entities)
    found: list[tuple[str, Cluster]] = []
    for story in stories:
        for frame, tellings in sorted(by_frame(lookup, story).items()):
            found += [(story.id, cluster) for cluster in cluster_tellings(lookup, frame, tellings)]
    found.sort(key=lambda pair: (pair[0], -len(pair[1].members), min(ref for ref, _ in pair[1].members)))
    return tuple(
        Happening(
            id=f"h{n}",
            story=story,
            frame=cluster.frame,
            members=tuple(sorted(ref for ref, _ in cluster.members)),
            why="; ".join(sorted(cluster.reasons)) or "told in one place",
        )
        for n, (story, cluster) in enumerate(found, 1)
    )


def by_frame(lookup: Lookup, story: StoryGroup) -> dict[str, list[LocalRef]]:
    """The story's tellings of happenings by frame, in the order of reports and texts."""
    frames = load_frames()
    found: dict[str, list[LocalRef]] = {}
    for report in story.reports:
        for n, proposition in enumerate(lookup.annotations[report].propositions):
            known = frames.get(proposition.frame or "")
            ref = LocalRef(report, n)
            if known is None or is_unnamed(lookup, ref):
                continue
            if known.nature == "event":
                found.setdefault(known.name, []).append(ref)
            elif is_own_attack(lookup, ref):
                found.setdefault("attack", []).append(ref)
    return found


def is_unnamed(lookup: Lookup, ref: LocalRef) -> bool:
    """Whether a telling names no happening of its own: "any attack", "such attacks", "attacks" without place, date or doer."""
    proposition = lookup.proposition(ref)
    several = proposition.nominal and "plural" in proposition.markers
    return "generic" in proposition.markers or (several and weight(traits_of(lookup, ref)) == 0)


def is_own_attack(lookup: Lookup, ref: LocalRef) -> bool:
    """Whether a killing is told as a happening of its own: a clause that names who killed, and where or when."""
    proposition = lookup.proposition(ref)
    traits = traits_of(lookup, ref)
    return not proposition.nominal and bool(traits.actors) and bool(traits.dates or traits.places)


def cluster_tellings(lookup: Lookup, frame: str, tellings: Sequence[LocalRef]) -> list[Cluster]:
    """Clusters of one frame's tellings: those with most typed traits found them, the barer ones join."""
    traits = {ref: traits_of(lookup, ref) for ref in tellings}
    order = sorted(tellings, key=lambda ref: (-weight(traits[ref]), ref))
    clusters: list[Cluster] = []
    for ref in order:
        home, reason = best_home(lookup, ref, traits[ref], clusters)
        if home is None:
            home = Cluster(frame)
            clusters.append(home)
        home.add(ref, traits[ref], reason)
    return clusters


def weight(traits: Traits) -> int:
    """How much is typed of a telling."""
    return 2 * bool(traits.dates) + 2 * bool(traits.places) + bool(traits.actors) + bool(traits.targets)


def best_home(
    lookup: Lookup, ref: LocalRef, traits: Traits, clusters: Sequence[Cluster]
) -> tuple[Cluster | None, str | None]:
    """The cluster that a telling joins and why; (None, None) where it founds one."""
    open_to = [c for c in clusters if not conflict(lookup, traits, c)]
    scored = [(support(lookup, traits, c), c) for c in open_to]
    agreeing = [(sum(points.values()), c, points) for points, c in scored if points]
    if agreeing:
        _, home, points = max(agreeing, key=lambda x: (x[0], len(x[1].members)))
        return home, "same " + ", ".join(sorted(points))
    if traits.markers & APART or not open_to:
        return None, None
    if is_bare(traits):
        own = [c for c in open_to if any(r.report == ref.report for r, _ in c.members)]
        main = max(open_to, key=lambda c: len(c.members))
        nearest = min(
            own,
            key=lambda c: min(abs(r.index - ref.index) for r, _ in c.members if r.report == ref.report),
            default=main,
        )
        return nearest, f"no other {nearest.frame} that it could mean stands nearer"
    main = max(open_to, key=lambda c: (len(c.members), c is open_to[0]))
    return main, "nothing in its date, place or persons speaks against it"


def is_bare(traits: Traits) -> bool:
    """Whether a telling names no date, place or target of its own ("the attack")."""
    return not (traits.dates or traits.places or traits.targets)


def support(lookup: Lookup, traits: Traits, cluster: Cluster) -> dict[str, int]:
    """What typed traits agree, with their worth."""
    points: dict[str, int] = {}
    if traits.dates and any(compatible(a, b) for a in traits.dates for b in cluster.together("dates")):
        points["date"] = 2
    places = cluster.together("places")
    if any(lookup.is_within(a, b) or lookup.is_within(b, a) for a in traits.places for b in places):
        points["place"] = 2
    if traits.actors & cluster.together("actors"):
        points["actor"] = 2
    if traits.targets & cluster.together("targets"):
        points["target"] = 2
    return points


def conflict(lookup: Lookup, traits: Traits, cluster: Cluster) -> bool:
    """Whether something typed speaks against a telling being of `cluster`."""
    dates = cluster.together("dates")
    if traits.dates and dates and not any(compatible(a, b) for a in traits.dates for b in dates):
        return True
    weekdays = cluster.together("weekdays")
    if traits.weekdays and weekdays and not traits.weekdays & weekdays:
        return True
    if cluster.members and traits.unreal != cluster.members[0][1].unreal:
        return True
    places = cluster.together("places")
    if (
        traits.places
        and places
        and not any(lookup.is_within(a, b) or lookup.is_within(b, a) for a in traits.places for b in places)
    ):
        return True
    markers = cluster.together("markers")
    if bool(traits.markers & APART) != bool(markers & APART):
        return True
    if ("plural" in traits.markers) != ("plural" in markers) and cluster.frame in ONE_OR_MANY:
        return True
    if traits.actors & cluster.together("targets") - cluster.together("actors"):
        return True
    targets = cluster.together("targets")
    if cluster.frame in ONE_TARGET and traits.targets and targets and not traits.targets & targets:
        return named(lookup, traits.targets) and named(lookup, targets)
    actors = cluster.together("actors")
    if cluster.frame in MUTUAL and others_meet(lookup, traits, cluster):
        return True
    if cluster.frame in ONE_ACTOR and traits.actors and actors and not traits.actors & actors:
        return named(lookup, traits.actors) and named(lookup, actors)
    return False


# Frames whose sides are alike: who meets whom.
MUTUAL = {"meet", "negotiate"}
# Frames whose noun in the plural tells of several happenings ("attacks"), not of one ("talks", "air strikes" are one).
ONE_OR_MANY = {"attack", "launch", "crash", "visit", "election", "speech", "arrest"}
# Frames whose happenings are told apart by who does them, or to whom, where the two are different named ones.
ONE_ACTOR = frozenset(
    [
        "condemn",
        "criticise",
        "blame",
        "reject",
        "request",
        "claim",
        "speech",
        "visit",
        "announce",
        "resign",
        "threaten",
        "support",
    ]
)
ONE_TARGET = {"arrest", "charge", "convict", "blame", "criticise", "request", "invite", "appoint", "meet"}


def others_meet(lookup: Lookup, traits: Traits, cluster: Cluster) -> bool:
    """Whether the named ones of a meeting and those of the cluster's have nobody in common."""
    ours = {e for e in traits.actors | traits.targets if named(lookup, [e])}
    theirs = {e for e in cluster.together("actors") | cluster.together("targets") if named(lookup, [e])}
    return bool(ours and theirs and not ours & theirs)


def named(lookup: Lookup, ids: Iterable[str]) -> bool:
    """Whether all of the entities have a name of their own."""
    return all(lookup.entities[i].name[:1].isupper() for i in ids)


def speaks_against(lookup: Lookup, ref: LocalRef, happening: Happening) -> bool:
    """Whether the date or place of a telling of any frame (a death, an injury) rules out that it belongs to `happening`."""
    traits = traits_of(lookup, ref)
    cluster = Cluster(happening.frame)
    for member in happening.members:
        told = traits_of(lookup, member)
        cluster.add(member, Traits(dates=told.dates, places=told.places), None)
    return conflict(lookup, Traits(dates=traits.dates, places=traits.places), cluster)


def traits_of(lookup: Lookup, ref: LocalRef) -> Traits:
    """The typed traits of one telling."""
    proposition = lookup.proposition(ref)
    times = lookup.annotations[ref.report].times
    dates = frozenset(
        edtf for a in proposition.arguments if a.time is not None and (edtf := times[a.time].edtf) and dated(edtf)
    )
    return Traits(
        dates=dates,
        places=frozenset(e for _, e in lookup.fillers(ref, "where")),
        actors=frozenset(e for _, e in lookup.fillers(ref, "who", kinds=(*PEOPLE, "place"))),
        targets=frozenset(e for _, e in lookup.fillers(ref, "whom", kinds=(*PEOPLE, "place", "facility", "thing"))),
        markers=frozenset(proposition.markers),
        weekdays=frozenset(
            times[a.time].span.text.casefold()
            for a in proposition.arguments
            if a.time is not None and times[a.time].edtf == "XXXX-XX-XX"
        ),
        unreal=proposition.status == "hypothetical",
    )


def dated(edtf: str) -> bool:
    """Whether the value tells a day, month or year at all."""
    return edtf.strip("X-/") != ""
