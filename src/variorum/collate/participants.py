"""Participants: who acts in a happening and to whom it is done, by its tellings together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from variorum.collate.consensus import is_scene
from variorum.model import PERSONAL_KINDS, Happening, LocalRef, Proposition, Role
from variorum.resolve.lookup import Lookup
from variorum.resolve.traits import MUTUAL, SIDES

DOERS = {*PERSONAL_KINDS, "place"}  # who acts; a thing or a site where nobody else does
MOST_TOGETHER = 3
TOGETHER = {"agree", "cooperate"}  # what several do with one another


def parties_of(happening: Happening, lookup: Lookup) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who does it and to whom. Of those who meet, the one that clauses make the subject acts, the other named ones suffer;
    where several agree, each does so with the others."""
    actors, recipients = fillers(happening, lookup, "who"), fillers(happening, lookup, "whom")
    if any(is_act_of_words(lookup.proposition(ref)) for ref in happening.members):
        recipients = parties_coded(happening, lookup, "whom") or recipients  # not those who only hear it
    if happening.frame in MUTUAL:
        sides = {(e, ref.report) for ref in happening.members for r in SIDES for _, e in lookup.fillers(ref, r)}
        votes = Counter(e for e, _ in sides if lookup.is_named(e))
        met = [e for e, n in votes.items() if 2 * n > max(votes.values())]
        clauses = [ref for ref in happening.members if not lookup.proposition(ref).nominal]
        subjects = {e for ref in clauses for _, e in lookup.fillers(ref, "who") if e in met}
        if subjects and len(met) > len(subjects):
            actors, recipients = tuple(sorted(subjects)), tuple(sorted(e for e in met if e not in subjects))
    actors = actors or tuple(e for e in parties_coded(happening, lookup, "who") if e not in recipients)
    recipients = recipients or parties_coded(happening, lookup, "whom")
    recipients = tuple(e for e in recipients if e not in actors)
    if happening.frame in TOGETHER and len(actors) > 1 and not recipients:
        recipients = actors
    return actors, recipients


def is_act_of_words(told: Proposition) -> bool:
    """Whether a clause tells a statement by which its speaker refuses, asks, thanks or the like."""
    return told.frame == "say" and told.act is not None and told.category is None


def parties_coded(happening: Happening, lookup: Lookup, role: Role) -> tuple[str, ...]:
    """Whom the coding of its tellings names where no argument does: "rejected the Ardovan offer", "demanded that X leave"."""
    told: set[tuple[str, str]] = set()
    for ref in happening.members:
        one = lookup.proposition(ref)
        for party in one.actors if role == "who" else one.recipients:
            entity = lookup.entity_of(ref.report, party)
            scene = role == "who" and entity is not None and is_scene(entity, happening.frame, lookup)
            if entity is not None and lookup.is_named(entity) and not scene:
                told.add((entity, ref.report))
    votes = Counter(e for e, _ in told)
    most = max(votes.values(), default=0)
    return tuple(sorted((e for e, n in votes.items() if 2 * n > most), key=lambda e: (-votes[e], e))[:2])


def fillers(happening: Happening, lookup: Lookup, role: Role) -> tuple[str, ...]:
    """The entities in a role: those that most reports name, at most two; named ones before described ones."""
    told = {
        (e, ref.report)
        for ref in happening.members
        for e in taking_part(ref, lookup, role)
        if lookup.entities[e].kind != "place"
        or (role == "who" and not is_scene(e, happening.frame, lookup))
        or happening.frame in {"visit", "request", "threaten", "sanction", "criticise", "support"}
    }
    votes = Counter(e for e, _ in told)
    if role == "who":
        votes = Counter({e: n for e, n in votes.items() if lookup.entities[e].kind in DOERS}) or votes
    if not votes:
        return ()
    most = max(votes.values())
    named = Counter({e: n for e, n in votes.items() if lookup.is_named(e) and 2 * n >= most})
    votes = named or votes
    most = max(votes.values())
    found = sorted((e for e, n in votes.items() if 2 * n > most), key=lambda e: (-votes[e], e))[:2]
    return (*found, *partners(happening, lookup, role, found))


def partners(happening: Happening, lookup: Lookup, role: Role, found: Sequence[str]) -> list[str]:
    """Those whom a third of the tellings join to the ones found by "and": "Ann Berg and her husband"."""
    tellings: Counter[str] = Counter()
    joined: Counter[tuple[str, str]] = Counter()
    for ref in happening.members:
        some = [(a, e) for a, e in lookup.fillers(ref, role) if e in set(taking_part(ref, lookup, role))]
        tellings.update({e for _, e in some})
        for a, e in some:
            joined.update({(e, f) for b, f in some if f != e and (a.span.covers(b.span) or b.span.covers(a.span))})
    beside = {f for (e, f), n in joined.items() if e in found and f not in found and 3 * n >= tellings[e]}
    return sorted(beside)[: MOST_TOGETHER - len(found)]


def taking_part(ref: LocalRef, lookup: Lookup, role: Role) -> Iterator[str]:
    """Who is told to act, or whom a telling says it is done to: its objects before what stands behind a preposition, unless
    those are things and these people. Whom its coding takes for the one who suffers ("survived an attack") does not act."""
    one = lookup.proposition(ref)
    acting, suffering = ({lookup.entity_of(ref.report, a) for a in some} for some in (one.actors, one.recipients))
    found = list(lookup.fillers(ref, role))
    if role == "who":
        yield from (e for _, e in (*found, *lookup.by_nation(ref)) if e not in suffering or e in acting)
        return
    direct = [e for a, e in found if a.preposition is None]
    behind = [e for a, e in found if a.preposition is not None]
    things = all(lookup.entities[e].kind == "thing" for e in direct)
    people = [e for e in behind if lookup.entities[e].kind in PERSONAL_KINDS]
    yield from people if things and people else direct or behind


__all__ = ["parties_of"]
