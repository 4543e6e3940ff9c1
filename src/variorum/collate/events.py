"""Events and entities of the record: the happenings that a reader would name, and whom they concern."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from variorum.annotate.edtf import bounds
from variorum.collate.about import Happenings
from variorum.collate.consensus import EFFECTS, label_of, when_of, where_of
from variorum.collate.one_day import day_of_report
from variorum.collate.participants import parties_of
from variorum.collate.parts import Part, narrowed, parts_of
from variorum.collate.people import is_office, is_remark
from variorum.collate.replies import answered, leaves_open
from variorum.collate.same_day import day_of_news
from variorum.collate.speakers_day import day_of_speaker
from variorum.knowledge.frames import Frame, load_frames
from variorum.model import (
    Cast,
    CastEntity,
    Entity,
    EntityRole,
    Event,
    EventTime,
    Happening,
    Identifiers,
    Proposition,
    Span,
    Status,
)
from variorum.resolve.happenings import told_on
from variorum.resolve.lookup import Lookup

BARE_NOUNS = 4  # event nouns that nothing is said of weigh as much as one telling
ONE_OF = re.compile(r"(?:an?|one of)\s", re.I)
SHORT = 3  # letters of a form of address ("Mr.")
UNCODED = {"investigate", "resign"}  # modes that PLOVER codes and the record does not
RANK: dict[Status, int] = {"happened": 0, "planned": 1, "alleged": 2, "denied": 3, "hypothetical": 4}


def events_of(cast: Cast, lookup: Lookup) -> tuple[Event, ...]:
    """An event for each happening, the most told first."""
    parts, happenings = parts_of(cast.happenings, lookup), Happenings(cast, lookup)
    found = [event_of(h, lookup, parts.get(h.id), reply_of(h, cast, lookup)) for h in cast.happenings]
    found = [
        msgspec.structs.replace(e, when=when_inferred(h, cast, happenings, lookup)) if e.when is None else e
        for h, e in zip(cast.happenings, found, strict=True)
    ]
    return tuple(sorted(found, key=lambda e: (-len({m.report for m in e.mentions}), -len(e.mentions), e.id)))


def when_inferred(happening: Happening, cast: Cast, happenings: Happenings, lookup: Lookup) -> EventTime | None:
    """When a happening was that no telling dates: on the day of the news that it speaks of, of its report or of its speaker."""
    beside = next((story.reports for story in cast.stories if story.id == happening.story), ())
    return (
        day_of_news(happening, happenings, lookup)
        or day_of_report(happening, lookup, beside)
        or day_of_speaker(happening, lookup)
    )


def reply_of(happening: Happening, cast: Cast, lookup: Lookup) -> str | None:
    """Of a denial which accusation it answers, of an accusation that it leaves open of what; None for all else."""
    if leaves_open(happening, cast.happenings, lookup):
        return "of which one is not told"
    accusation = answered(happening, cast.happenings, lookup)
    return f"answers {label_of(accusation, lookup)!r}" if accusation is not None else None


def event_of(happening: Happening, lookup: Lookup, part: Part | None = None, reply: str | None = None) -> Event:
    """A happening with its participants, time and place as most of its tellings have them; `part`: what it is part of; `reply`:
    what it answers or leaves open."""
    frame = load_frames()[happening.frame]
    told = [lookup.proposition(ref) for ref in happening.members]
    actors, recipients = parties_of(without_effects(happening, lookup), lookup)
    status = status_of(told)
    category, mode = coded(told, frame, status)
    if status == "denied" and category == "REJECT":
        status = "happened"  # what one will not do is a refusal that took place
    when = when_of(happening, lookup) if part is None else narrowed(happening, part, lookup)
    if status == "happened" and when is not None and is_to_come(when, happening, lookup):
        status = "planned"
    return Event(
        id=happening.id,
        story=happening.story,
        label=label_of(happening, lookup),
        category=category,
        mode=mode,
        context=contexts_told(told),
        status=status,
        actors=actors,
        recipients=recipients,
        when=when,
        where=where_of(happening, lookup),
        part_of=happening.part_of if part is None else part.whole.id,
        mentions=tuple(sorted({p.span for p in told} | said_in(happening, lookup))),
        why="; ".join(w for w in (happening.why, reply, part_why(part, lookup) if part is not None else None) if w),
    )


def is_to_come(when: EventTime, happening: Happening, lookup: Lookup) -> bool:
    """Whether an event's date lies after the day on which each of its reports came out."""
    start = bounds(when.edtf)[0]
    reports = {ref.report for ref in happening.members}
    out = [told_on(lookup.annotations[r]) for r in reports if lookup.annotations[r].report.published is not None]
    return start is not None and bool(out) and all(day is not None and day < start for day in out)


def said_in(happening: Happening, lookup: Lookup) -> set[Span]:
    """The words of the statements that a happening tells the making of: they are told where they are said."""
    found: set[Span] = set()
    for ref in happening.members:
        saying = lookup.proposition(ref)
        if saying.frame == "say":
            quotations = lookup.annotations[ref.report].quotations
            found |= {q.content for q in quotations if q.cue is not None and q.cue.covers(saying.predicate)}
    return found


def part_why(part: Part, lookup: Lookup) -> str:
    """Why a happening is part of another, in words."""
    return f"part of {label_of(part.whole, lookup)!r}: {part.why}"


def without_effects(happening: Happening, lookup: Lookup) -> Happening:
    """The happening without the clauses that only tell whom it killed or hurt, where others tell it."""
    own = tuple(ref for ref in happening.members if lookup.proposition(ref).frame not in EFFECTS)
    return msgspec.structs.replace(happening, members=own) if own else happening


def coded(told: Sequence[Proposition], frame: Frame, status: Status) -> tuple[str | None, str | None]:
    """The PLOVER category and mode: the frame's category where a telling is coded so, else what most tellings are coded with;
    an act that is not done may be coded as refused."""
    known = frame.category
    acts = Counter(p.act for p in told if p.act and p.mode not in UNCODED)
    if status == "denied" and any(p.category == "REJECT" for p in told):
        known = "REJECT"
    elif known is None or known not in acts:
        known = by_acts(acts, frame, sum(not p.nominal for p in told))
    modes = Counter(p.mode for p in told if known in {p.category, p.act} and p.mode)
    return known, min(modes, key=lambda m: (-modes[m], m), default=None)


def by_acts(acts: Counter[str], frame: Frame, tellings: int) -> str | None:
    """The category that most tellings are coded with; of a frame without a category only where a third of them are."""
    most = min(acts, key=lambda c: (-acts[c], c), default=None)
    if most is None or frame.name in UNCODED:
        return None
    varying = frame.category is None and frame.name != "tell"
    return None if varying and 3 * acts[most] < tellings else most


def contexts_told(told: Sequence[Proposition]) -> tuple[str, ...]:
    """The PLOVER contexts that at least half of the coded tellings stand in, in order of their names."""
    coded = [p.contexts for p in told if p.category is not None or p.act is not None]
    votes = Counter(context for contexts in coded for context in contexts)
    return tuple(sorted(context for context, n in votes.items() if 2 * n >= len(coded)))


def status_of(told: Sequence[Proposition]) -> Status:
    """The status that most tellings give; an event noun that nothing is said of tells least ("the speech")."""
    votes: Counter[Status] = Counter()
    for one in told:
        votes[one.status] += 1 if one.nominal and one.status == "happened" else BARE_NOUNS
    return min(votes, key=lambda s: (-votes[s], RANK[s]))


def entities_of(cast: Cast, lookup: Lookup, used: Iterable[str]) -> tuple[Entity, ...]:
    """The cast's entities as the dossier carries them: named ones, described ones that are told of twice or used by a row."""
    wanted = set(used)
    found = [e for c in cast.entities if (e := entity_of(c, lookup)) and (keep(c, e) or e.id in wanted)]
    return tuple(sorted(found, key=lambda e: (-len(e.mentions), e.id)))


def keep(cast_entity: CastEntity, entity: Entity) -> bool:
    """Whether an entity is worth a line of its own."""
    return cast_entity.name[:1].isupper() or len(entity.mentions) > 1 or cast_entity.kind != "thing"


def entity_of(cast_entity: CastEntity, lookup: Lookup) -> Entity | None:
    """An entity with its mentions (no pronouns, a role as far as it goes) and roles, None where only pronouns speak of it."""
    spans: set[Span] = set()
    roles: dict[str, set[Span]] = {}
    for member in cast_entity.members:
        roles_here = lookup.annotations[member.report].entities[member.index].roles
        mentions = lookup.mentions_of(member)
        said = [m.span for m in mentions if m.form != "pronoun"]
        told_here = (*roles_here, *(r for m in mentions for r in m.roles))
        spans |= {next((r for r in told_here if r.start == s.start and r.covers(s)), s) for s in said}
        for role in told_here:
            roles.setdefault(" ".join(role.text.split()), set()).add(role)
    if not spans:
        return None
    place = cast_entity.place if cast_entity.kind in {"place", "facility"} else None
    told = tuple(EntityRole(text, tuple(sorted(some))) for text, some in sorted(roles.items()))
    return Entity(
        id=cast_entity.id,
        kind=cast_entity.kind,
        name=cast_entity.name,
        names=cast_entity.names,
        description=described(told, lookup) or cast_entity.kind,
        roles=told,
        identifiers=Identifiers(place.iso3166, place.geonames, place.wikidata) if place else Identifiers(),
        coordinates=place.coordinates if place else None,
        mentions=tuple(sorted(spans)),
        why=cast_entity.why,
    )


def described(told: Sequence[EntityRole], lookup: Lookup) -> str | None:
    """The fullest office that the reports give, one that he alone holds ("the mayor", "Ardovan Mayor") before a kind of people
    that he is told to be of ("a politician"), else the fullest description; what a speaker thinks of somebody is neither."""
    words = [r.text for r in told if not all(is_remark(s, lookup) for s in r.spans)]
    offices = [w for w in words if is_office(" ".join(w.casefold().split()))]
    return max(
        offices or [w for w in words if len(w) > SHORT], key=lambda w: (not ONE_OF.match(w), len(w), w), default=None
    )
