"""Happenings: propositions of one or several reports that tell the same, clustered by what speaks against it.

Propositions of one frame in one story join unless something typed speaks against it: another date, another place, roles
reversed, another victim, a word such as "earlier" or "another". A conflicting number does not speak against (it is what the
grid looks for). Of several happenings that a proposition may join, the one with most typed agreement takes it; where none
agrees, one of its own report, then the story's most told.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from variorum.annotate.edtf import bounds, precision
from variorum.knowledge.frames import load_frames
from variorum.model import ONE_OF_SEVERAL, Annotation, CastEntity, Happening, LocalRef, StoryGroup
from variorum.resolve.lookup import Lookup
from variorum.resolve.recalled import is_one_of_many
from variorum.resolve.traits import APART, HARM, Traits, conflict, doubt, is_bare, merged, support, traits_of, weight

# Frames that the reports of one happening use for one another: a mass shooting, a gunman opened fire.
FAMILY = {"shoot": "attack"}
ONCE = {"abduct", "crash"}  # deeds that hardly befall the same ones twice in two days
LAW = {
    *("police", "policeman", "policemen", "officer", "officers", "cop", "cops", "deputy", "deputies", "marksman"),
    *("soldier", "soldiers", "troops", "guard", "guards", "forces", "commandos", "gendarmes", "agents", "marksmen"),
}  # who shoots an attacker
CHARGES = {"blame", "charge", "sue", "convict"}  # frames of clauses that say what somebody did
LONG = timedelta(days=45)  # after which what is dated is history
AFTERWARDS = 3  # propositions up to which "the attack" still means the old one just told of


class Cluster:
    """A happening in the making: its tellings, and what is typed of them."""

    def __init__(self, frame: str) -> None:
        self.frame = frame
        self.members: list[tuple[LocalRef, Traits]] = []
        self.reasons: set[str] = set()
        self.traits = Traits()
        """What is typed of all its tellings together."""

    def add(self, ref: LocalRef, traits: Traits, reason: str | None) -> None:
        """Take a telling in, with the reason in words."""
        self.members.append((ref, traits))
        self.traits = merged([self.traits, traits])
        if reason:
            self.reasons.add(reason)

    def own(self, report: str) -> list[int]:
        """Where a report tells of it, in the order of the text."""
        return sorted(ref.index for ref, _ in self.members if ref.report == report)


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
            if known is None or is_unnamed(lookup, ref) or is_charge(lookup, ref):
                continue
            if known.nature == "event":
                family = known.name if is_by_law(lookup, ref) else FAMILY.get(known.name, known.name)
                found.setdefault(family, []).append(ref)
            elif is_own_attack(lookup, ref):
                found.setdefault("attack", []).append(ref)
    return found


def is_by_law(lookup: Lookup, ref: LocalRef) -> bool:
    """Whether police or soldiers do it: officers who shoot the gunman do not tell his attack."""
    doers = [a.span.text.casefold() for a in lookup.proposition(ref).arguments if a.role == "who"]
    return any(LAW & set(doer.replace("-", " ").split()) for doer in doers)


def is_unnamed(lookup: Lookup, ref: LocalRef) -> bool:
    """Whether a telling names no happening of its own: "any attack", "such attacks", "attacks" without place, date or doer, "not
    the first time that a child has fallen"."""
    proposition = lookup.proposition(ref)
    several = proposition.nominal and "plural" in proposition.markers
    return (
        "generic" in proposition.markers
        or (several and weight(traits_of(lookup, ref)) == 0)
        or is_one_of_many(lookup.annotations[ref.report], proposition)
    )


def is_charge(lookup: Lookup, ref: LocalRef) -> bool:
    """Whether a telling is only what somebody is accused of in the clause that it hangs on: "accused of stealing" tells an
    accusation. What harms is told by it all the same."""
    proposition = lookup.proposition(ref)
    above = proposition.within
    charged = above is not None and lookup.annotations[ref.report].propositions[above].frame in CHARGES
    return charged and proposition.frame not in HARM and proposition.predicate.text.casefold().endswith("ing")


def is_own_attack(lookup: Lookup, ref: LocalRef) -> bool:
    """Whether a killing is told as a happening of its own: a clause that names who killed, and where or when; who dies is
    no killer."""
    proposition = lookup.proposition(ref)
    if proposition.lemma in {"die", "perish", "succumb"}:
        return False
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
        home.add(ref, traits[ref], told_with_others(lookup, ref) or reason)
    return clusters


def told_with_others(lookup: Lookup, ref: LocalRef) -> str | None:
    """Where one noun tells several happenings: how this one is told."""
    told = lookup.proposition(ref)
    return f"told with another in one word: {told.span.text!r}" if ONE_OF_SEVERAL in told.markers else None


def best_home(
    lookup: Lookup, ref: LocalRef, traits: Traits, clusters: Sequence[Cluster]
) -> tuple[Cluster | None, str | None]:
    """The cluster that a telling joins and why; (None, None) where it founds one."""
    frame = lookup.proposition(ref).frame or ""
    open_to = [
        c for c in clusters if not conflict(lookup, traits, c.traits, frame) or a_day_off(lookup, ref, traits, c)
    ]
    scored = [(speaking_for(lookup, traits, c.traits, frame), c) for c in open_to]
    most = max((sum(points.values()) for points, _ in scored), default=0)
    agreeing = [(points, c) for points, c in scored if points and sum(points.values()) == most]
    if agreeing:
        if len(agreeing) > 1 and set(agreeing[0][0]) == {"actor"}:
            home = nearest(ref, [c for _, c in agreeing])
        else:
            home = max((c for _, c in agreeing), key=lambda c: len(c.members))
        return home, "same " + ", ".join(sorted(next(p for p, c in agreeing if c is home)))
    open_to = [c for c in open_to if not doubt(lookup, traits, c.traits, frame)]
    here = [c for c in clusters if c.own(ref.report)]
    if len(here) > 1 and is_bare(traits) and any(is_contested(lookup, ref, c) for c in open_to):
        return None, "which one is meant is not told: somebody else is blamed for it than claimed the other"
    if traits.markers & APART or not open_to:
        return None, None
    if is_bare(traits):
        home = nearest(ref, [c for c in open_to if not is_long_past(lookup, ref, c)] or open_to)
        return home, f"no other {home.frame} that it could mean stands nearer"
    return max(open_to, key=lambda c: len(c.members)), "nothing in its date, place or persons speaks against it"


def speaking_for(lookup: Lookup, one: Traits, other: Traits, frame: str) -> dict[str, int]:
    """What typed traits speak for two tellings of `frame` being one, with their worth; that two visit one country speaks for
    nothing where the one has a name and the other another description."""
    points = support(lookup, one, other)
    return {} if frame == "visit" and set(points) == {"target"} and doubt(lookup, one, other, frame) else points


def a_day_off(lookup: Lookup, ref: LocalRef, traits: Traits, cluster: Cluster) -> bool:
    """Whether only the day speaks against a telling, and only by one: reports of one deed at night print either day. It must
    have the place and the victims in common, and its report must tell the other day of nothing."""
    if cluster.frame not in ONCE or cluster.own(ref.report):
        return False
    undated = msgspec.structs.replace(traits, dates=frozenset())
    agreed = support(lookup, undated, cluster.traits)
    if not {"place", "target"} <= set(agreed) or conflict(lookup, undated, cluster.traits, cluster.frame):
        return False
    days = [bounds(edtf)[0] for edtf in (*traits.dates, *cluster.traits.dates) if precision(edtf) == "day"]
    known = [day for day in days if day is not None]
    return len(known) == len(days) > 1 and max(known) - min(known) <= timedelta(days=1)


def is_long_past(lookup: Lookup, ref: LocalRef, cluster: Cluster) -> bool:
    """Whether a cluster tells of what was over long before the report came out, and not just before `ref`: an old attack that
    is recalled in passing is not "the attack" of the report."""
    dates = cluster.traits.dates
    if not dates or any(0 <= ref.index - at <= AFTERWARDS for at in cluster.own(ref.report)):
        return False
    now = told_on(lookup.annotations[ref.report])
    ends = [bounds(edtf)[1] for edtf in dates]
    return now is not None and all(end is not None and now - end > LONG for end in ends)


def told_on(annotation: Annotation) -> date | None:
    """The day a report came out, where that is not known the last day that it tells of."""
    if annotation.report.published is not None:
        return date.fromisoformat(annotation.report.published[:10])
    days = [t.edtf for t in annotation.times if t.edtf is not None and precision(t.edtf) == "day"]
    return max((end for day in days if (end := bounds(day)[1]) is not None), default=None)


def is_contested(lookup: Lookup, ref: LocalRef, cluster: Cluster) -> bool:
    """Whether somebody is blamed for what `ref` tells, and others have claimed what the cluster tells."""
    propositions = lookup.annotations[ref.report].propositions
    above = propositions[ref.index].within
    if above is None or propositions[above].frame != "blame":
        return False
    blamed = {e for _, e in lookup.fillers(LocalRef(ref.report, above), "whom")}
    claiming = [
        LocalRef(member.report, n)
        for member, _ in cluster.members
        if (n := lookup.proposition(member).within) is not None
        and lookup.annotations[member.report].propositions[n].frame == "claim"
    ]
    claimed = {e for claim in claiming for _, e in lookup.fillers(claim, "who")}
    return bool(blamed and claimed and not blamed & claimed)


def nearest(ref: LocalRef, clusters: Sequence[Cluster]) -> Cluster:
    """The cluster that the telling's own report tells last before it, else next after it; else the most told one."""
    told = [(c, abs(at - ref.index), at > ref.index) for c in clusters for at in c.own(ref.report)]
    if not told:
        return max(clusters, key=lambda c: len(c.members))
    return min(told, key=lambda x: (x[2], x[1]))[0]


def rules_out(telling: Traits, told: Traits, frame: str, lookup: Lookup) -> bool:
    """Whether the date or place of a telling of any frame (a death, an injury) rules out that it belongs to a happening of
    `frame` of which `told` is typed."""
    of_it, known = (Traits(dates=t.dates, places=t.places) for t in (telling, told))
    return conflict(lookup, of_it, known, frame)
