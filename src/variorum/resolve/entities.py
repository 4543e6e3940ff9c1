"""Entities: local clusters of several reports -> one person, body, place or thing each, with why.

Three passes, surest first: full names (over all reports), shortened names (within a story, where only one bearer
fits), noun phrases (within a story, where the phrase fits one thing in each report). A merge never puts together two
things that one report keeps apart. Only entities that share a cheap key (a consonant skeleton, an acronym, a gazetteer
id) are compared.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

from variorum.annotate.namesakes import owners_among
from variorum.model import Annotation, CastEntity, EntityKind, LocalRef, PlaceReference, StoryGroup
from variorum.resolve.holders import join_holders
from variorum.resolve.items import BODIES, Cluster, Item, items_of
from variorum.resolve.names import PART, SAME, NameMatch, compare_names, words_of_name
from variorum.resolve.nominals import join_nominals
from variorum.resolve.relatives import join_relatives
from variorum.resolve.repeated import join_repeated
from variorum.resolve.residents import join_residents, join_sites
from variorum.resolve.wordings import join_copied

CROWD = 12
"""Clusters under one key beyond which only those with a word of their name in common are compared."""


def merge(annotations: Sequence[Annotation], stories: Sequence[StoryGroup]) -> tuple[CastEntity, ...]:
    """The cast of `annotations`: each local entity in exactly one cast entity. The input's order changes nothing."""
    story_of = {report: story.id for story in stories for report in story.reports}
    ordered = sorted(annotations, key=lambda a: a.report.id)
    clusters = [Cluster(item) for a in ordered for item in items_of(a, story_of.get(a.report.id, ""))]
    named = [c for c in clusters if c.named]
    join_names(named)
    join_governments(clusters)
    alive = [c for c in clusters if c.alive]
    for join in (join_repeated, join_copied, join_nominals, join_residents, join_sites, join_holders, join_relatives):
        join([c for c in alive if c.alive])
    return finished([c for c in alive if c.alive])


def join_names(clusters: list[Cluster]) -> None:
    """Join named clusters: full names first, then shortened ones that fit one bearer of their story alone."""
    full: list[tuple[NameMatch, Cluster, Cluster]] = []
    parts: list[tuple[NameMatch, Cluster, Cluster]] = []
    for one, other in candidate_pairs(clusters):
        match = best_match(one.first, other.first)
        if match is not None:
            (full if match.strength > PART + 0.1 else parts).append((match, one, other))
    for match, one, other in sorted(full, key=rank):
        here, there = one.root, other.root
        if here is not there and may_join(here, there, match):
            here.join(there, match.why if match.strength < SAME else None)
    join_parts(parts)


def join_governments(clusters: list[Cluster]) -> None:
    """Join what speaks of one country's government in one story: its capital as an actor, and "the … government"."""
    first: dict[tuple[str, str], Cluster] = {}
    for cluster in clusters:
        item = cluster.first
        if item.government is None:
            continue
        known = first.setdefault((item.story, item.government), cluster).root
        if known is not cluster.root and known.kind != "place" and cluster.root.kind != "place":
            known.join(cluster.root, f"{item.entity.name} speaks of the same government")


def join_parts(parts: list[tuple[NameMatch, Cluster, Cluster]]) -> None:
    """Join shortened names with their full ones, where the story knows only one that fits, or an office decides."""
    options: dict[int, list[tuple[NameMatch, Cluster, Cluster]]] = defaultdict(list)
    for match, one, other in sorted(parts, key=rank):
        short, long = sorted((one, other), key=lambda c: c.fullness)
        options[id(short.root)].append((match, short, long))
    for found in options.values():
        best: dict[int, tuple[NameMatch, Cluster, Cluster]] = {}
        for match, short, long in found:
            if short.root is not long.root and may_join(short.root, long.root, match):
                best.setdefault(id(long.root), (match, short, long))
        chosen = decide(list(best.values()))
        if chosen is not None:
            match, short, long = chosen
            long.root.join(short.root, match.why)


def decide(options: list[tuple[NameMatch, Cluster, Cluster]]) -> tuple[NameMatch, Cluster, Cluster] | None:
    """The only bearer, or the only one by the surer rung, or the only one that shares an office; None where open."""
    if len(options) > 1:
        top = max(m.strength for m, _, _ in options)
        options = [o for o in options if o[0].strength == top]
    if len(options) > 1:
        options = [o for o in options if o[1].root.offices & o[2].root.offices] or options
    return options[0] if len(options) == 1 else None


def rank(found: tuple[NameMatch, Cluster, Cluster]) -> tuple[float, LocalRef, LocalRef]:
    """Surest first, then by place."""
    match, one, other = found
    return -match.strength, one.first.ref, other.first.ref


def candidate_pairs(clusters: list[Cluster]) -> list[tuple[Cluster, Cluster]]:
    """Pairs of clusters that share a key, in the order of the reports."""
    holders: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        for key in sorted(cluster.first.keys):
            holders[key].append(cluster)
    pairs: dict[tuple[LocalRef, LocalRef], tuple[Cluster, Cluster]] = {}
    for held in holders.values():
        for one, other in pairs_within(held):
            pairs[one.first.ref, other.first.ref] = one, other
    return [pairs[key] for key in sorted(pairs)]


def pairs_within(held: list[Cluster]) -> Iterable[tuple[Cluster, Cluster]]:
    """All pairs of a few; of many, neighbours among those of one name, and one of each name with one of each other."""
    if len(held) <= CROWD:
        return combinations(held, 2)
    by_name: dict[tuple[str, str, str], list[Cluster]] = defaultdict(list)
    for cluster in held:
        item = cluster.first
        by_name[item.entity.name, item.entity.kind, item.story].append(cluster)
    chains = [pair for same in by_name.values() for pair in pairwise(same)]
    return [*chains, *combinations([same[0] for same in by_name.values()], 2)]


def best_match(one: Item, other: Item) -> NameMatch | None:
    """The surest rung over the names of two items, None where they cannot be one."""
    kind = one.agreed_kind(other)
    if kind is None:
        return None
    if one.spot is not None and one.spot == other.spot and kind == "place":
        return compare_names(one.entity.name, other.entity.name, kind) or NameMatch(
            SAME - 0.02, f"{one.entity.name} and {other.entity.name} are one place in the gazetteer"
        )
    kinds = {one.entity.kind, other.entity.kind}
    mixed = len(kinds) > 1 and not kinds <= BODIES
    mine, theirs = (i.fullest if mixed else i.names for i in (one, other))
    found = [m for a in mine for b in theirs if (m := compare_names(a, b, kind)) is not None]
    if not found:
        return None
    match = max(found, key=lambda m: (m.strength, m.why))
    single = kind == "person" and min(one.fullness, other.fullness) < 2
    if mixed and match.strength < SAME:
        return None
    if one.story != other.story and (match.strength <= PART + 0.1 or single):
        return None
    return match


def may_join(one: Cluster, other: Cluster, match: NameMatch) -> bool:
    """Whether nothing speaks against two clusters being one: nation, gender, place, names, or one report's word."""
    if one.opposes(other):
        return False
    apart = [(a, b) for a in one.items for b in other.items if a.ref.report == b.ref.report]
    for a, b in apart:
        within = best_match(a, b)
        least = PART + 0.1 if one.kind == "person" else PART
        if within is None or within.strength < least or (one.kind == "person" and are_kept_apart(a, b)):
            return False
    return names_fit(one, other) if match.strength < SAME or one.kind == "person" else True


def are_kept_apart(one: Item, other: Item) -> bool:
    """Whether one report speaks of two by full names of which one leaves out a name of the other, and of relatives of one: a
    father and a son."""
    mine, theirs = ({words_of_name(n) for n in i.names if len(words_of_name(n)) > 1} for i in (one, other))
    subset = not mine & theirs and any(set(a) < set(b) or set(b) < set(a) for a in mine for b in theirs)
    return subset and sum(bool(owners_among(i.text, i.mentions)) for i in (one, other)) == 1


def names_fit(one: Cluster, other: Cluster) -> bool:
    """Whether no full name of one cluster is another person's than a full name of the other."""
    kind = one.kind
    mine, theirs = ({words_of_name(n) for n in c.full_names} for c in (one, other))
    if kind != "person" or mine & theirs:
        return True
    for a in sorted(one.full_names):
        for b in sorted(other.full_names):
            if compare_names(a, b, kind) is None:
                return False
    return True


def finished(clusters: list[Cluster]) -> tuple[CastEntity, ...]:
    """The cast entities, ordered by id; ids are the name's words, with a number where several share them."""
    drafts = sorted(clusters, key=lambda c: (slug(c.name), c.items[0].ref))
    same = Counter(slug(c.name) for c in drafts)
    seen: Counter[str] = Counter()
    made = []
    for cluster in drafts:
        base = slug(cluster.name)
        seen[base] += 1
        made.append(cast_entity(cluster, base if same[base] == 1 else f"{base}-{seen[base]}"))
    return tuple(sorted(made, key=lambda e: e.id))


def slug(name: str) -> str:
    """A readable id for a name: `e-zhang-youxia`."""
    words = words_of_name(name)[:5]
    return "-".join(["e", *words]) if words else "e-unnamed"


def cast_entity(cluster: Cluster, name: str) -> CastEntity:
    """What a finished cluster says."""
    why = "; ".join(dict.fromkeys(cluster.reasons))
    reports = len({i.ref.report for i in cluster.items})
    if not why:
        why = f"{reports} reports use the same name" if reports > 1 else "one report alone speaks of it"
    return CastEntity(
        id=name,
        kind=cluster.kind,
        name=cluster.name,
        names=cluster.all_names,
        members=tuple(sorted(i.ref for i in cluster.items)),
        why=why,
        place=place_of(cluster),
        nationality=cluster.nationality,
    )


def place_of(cluster: Cluster) -> PlaceReference | None:
    """The gazetteer entry that most members have, the surest of equals."""
    kinds: tuple[EntityKind, ...] = ("place", "facility", "organisation", "thing", "group")
    found = [i.entity.place for i in cluster.items if i.entity.place is not None] if cluster.kind in kinds else []
    votes = Counter((p.geonames, p.name) for p in found)
    return min(found, key=lambda p: (-votes[p.geonames, p.name], -p.confidence, p.name), default=None)
