"""Traits: what is typed of a telling (dates, places, who, whom), and what of it speaks for or against two telling the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from variorum.annotate.edtf import compatible, precision
from variorum.knowledge.territories import territory_by_demonym, territory_by_weak_demonym
from variorum.model import ONE_OF_SEVERAL, PERSONAL_KINDS, Argument, LocalRef, Proposition, Role
from variorum.resolve.lookup import Lookup

APART = {"earlier", "another", "second", "previous", "previously", "similar", "former", "other", "several", "last"}
OF_THE_YEAR = "earlier this year"
# Frames whose sides are alike: who meets whom.
MUTUAL = {"meet", "negotiate"}
# Frames whose noun in the plural tells of several happenings ("attacks"), not of one ("talks", "air strikes" are one).
ONE_OR_MANY = {"attack", "launch", "crash", "visit", "speech", "arrest"}
# Frames whose happenings are told apart by who does them, or to whom, where the two are different named ones.
ONE_ACTOR = {
    *("condemn", "criticise", "blame", "reject", "request", "claim", "speech", "visit", "announce", "resign"),
    *(
        "threaten",
        "support",
        "investigate",
        "protest",
        "shoot",
        "invite",
        "apologise",
        "interview",
        "testify",
        "retire",
    ),
    *("leave", "escape", "vanish", "marry", "reverse", "suspend", "review"),
}
ONE_TARGET = {
    *("arrest", "charge", "convict", "blame", "criticise", "request", "invite", "appoint", "meet", "shoot", "dismiss"),
    *("remove", "steal", "interview"),
}
# Frames that harm: one that is planned or threatened is not the one that happened; one that is denied is the same one.
HARM = {"attack", "airstrike", "shoot", "launch", "fight", "abduct", "crash", "blaze", "disaster", "fall"}
SET_OUT = {*HARM, "meet", "evacuate"}  # planned, they are told apart from what took place
TAKING_PART = {"lead", "head", "chair", "attend", "represent", "participate"}
SIDES: tuple[Role, Role] = ("who", "whom")
PATHS = {"over", "into", "across"}  # where something flies, not where it is launched
ASKING = {"invite", "request", "reject", "agree", "threaten"}  # told apart by what they ask, refuse or promise to do
SAME_DEED = {"speak": "speech", "address": "speech", "talk": "speech"}
LAUNCHED = {
    **dict.fromkeys(("missile", "icbm", "irbm", "rocket", "projectile"), "missile"),
    **dict.fromkeys(("nuclear", "bomb", "hydrogen", "atomic", "warhead"), "bomb"),
    **dict.fromkeys(("satellite", "torpedo", "drone"), "other"),
}  # a test of a bomb is no launch of a missile


class Traits(msgspec.Struct, frozen=True):
    """What is typed of a telling: entity ids, dates in EDTF, words that set it apart.

    `owners` are who a possessive pronoun makes the doer ("his visit"), which speaks for a join but not against one;
    `purposes` what a telling asks, offers or refuses to do; `actor_number` and `target_number` hold "one" and "many" by the
    words for who and whom; `arms` are the kinds of what is launched; `stance` keeps what did not take place from what did.
    """

    dates: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    actors: frozenset[str] = frozenset()
    owners: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    markers: frozenset[str] = frozenset()
    weekdays: frozenset[str] = frozenset()
    actor_number: frozenset[str] = frozenset()
    target_number: frozenset[str] = frozenset()
    arms: frozenset[str] = frozenset()
    purposes: frozenset[str] = frozenset()
    stance: frozenset[str] = frozenset()


def traits_of(lookup: Lookup, ref: LocalRef) -> Traits:
    """The typed traits of one telling."""
    proposition = lookup.proposition(ref)
    times = lookup.annotations[ref.report].times
    dates = [e for a in proposition.arguments if a.time is not None and (e := times[a.time].edtf) and dated(e)]
    where = [(a, e) for a, e in lookup.fillers(ref, "where") if proposition.frame != "launch" or not flies(a)]
    where = [(a, e) for a, e in where if not lookup.is_of_a_doer(ref, a)]
    who = [*lookup.fillers(ref, "who", kinds=(*PERSONAL_KINDS, "place")), *lookup.by_nation(ref)]
    who += attending(lookup, ref)
    owners = [(a, e) for a, e in who if proposition.nominal and is_pronoun(lookup, ref, a)]
    who = [pair for pair in who if pair not in owners]
    whom = list(lookup.fillers(ref, "whom", kinds=(*PERSONAL_KINDS, "place", "facility", "thing")))
    return Traits(
        dates=frozenset(dates),
        places=frozenset(e for _, e in where),
        actors=frozenset(e for _, e in who),
        owners=frozenset(e for _, e in owners),
        targets=frozenset(e for _, e in whom),
        markers=frozenset(proposition.markers) | frozenset({OF_THE_YEAR} if is_of_the_year(lookup, ref) else ()),
        weekdays=frozenset(
            times[a.time].span.text.casefold()
            for a in proposition.arguments
            if a.time is not None and times[a.time].edtf == "XXXX-XX-XX"
        ),
        actor_number=frozenset(number_of(lookup, ref, a) for a, e in who if lookup.entities[e].kind in PERSONAL_KINDS),
        target_number=frozenset(
            number_of(lookup, ref, a) for a, e in whom if lookup.entities[e].kind in PERSONAL_KINDS
        ),
        arms=arms_of(proposition) if proposition.frame == "launch" else frozenset(),
        purposes=purposes_of(lookup, ref),
        stance=stance_of(proposition),
    )


def is_of_the_year(lookup: Lookup, ref: LocalRef) -> bool:
    """Whether a telling is dated "earlier this year", as no news of the day is."""
    times = lookup.annotations[ref.report].times
    told = [times[a.time] for a in lookup.proposition(ref).arguments if a.time is not None]
    return any(t.edtf and precision(t.edtf) == "year" and t.span.text.casefold().startswith("earlier") for t in told)


def attending(lookup: Lookup, ref: LocalRef) -> list[tuple[Argument, str]]:
    """The named ones who take part in a meeting that its noun tells, as a clause beside it says ("the meeting took place on
    Sunday, with Mira Lendal leading the delegation")."""
    told = lookup.proposition(ref)
    if not told.nominal or told.frame not in MUTUAL or told.within is None:
        return []
    beside = [
        LocalRef(ref.report, n)
        for n, one in enumerate(lookup.annotations[ref.report].propositions)
        if one.within == told.within and one.lemma in TAKING_PART
    ]
    found = [pair for one in beside for role in SIDES for pair in lookup.fillers(one, role, kinds=PERSONAL_KINDS)]
    return [(a, e) for a, e in found if lookup.is_named(e)]


def merged(some: Sequence[Traits]) -> Traits:
    """What several tellings of one happening tell together."""
    fields = Traits.__struct_fields__
    return Traits(**{name: frozenset().union(*(getattr(t, name) for t in some)) for name in fields})


def purposes_of(lookup: Lookup, ref: LocalRef) -> frozenset[str]:
    """What a telling asks, offers or refuses to do: the frame or verb of "an invitation to meet", "a request for talks"."""
    told = lookup.annotations[ref.report].propositions
    found = [one for one in told if one.within == ref.index and one.span.text.startswith("to ")]
    return frozenset(one.frame or SAME_DEED.get(one.lemma, one.lemma) for one in found)


def is_pronoun(lookup: Lookup, ref: LocalRef, argument: Argument) -> bool:
    """Whether an argument is a pronoun."""
    return argument.mention is not None and lookup.mention(ref.report, argument.mention).form == "pronoun"


def stance_of(proposition: Proposition) -> frozenset[str]:
    """What keeps what did not take place from what did: "denied", "planned", "real" of a verb; what is only supposed; an
    event noun leaves open what it is ("the speech"), and who denies an attack denies the one that is told."""
    if proposition.frame in HARM and proposition.nominal and proposition.status != "hypothetical":
        return frozenset()
    if proposition.frame not in HARM and proposition.nominal and proposition.status != "denied":
        return frozenset()
    if proposition.frame in HARM and proposition.status == "denied":
        return frozenset()
    if proposition.frame not in SET_OUT and proposition.status == "planned":
        return frozenset()
    return frozenset({"real" if proposition.status in {"happened", "alleged"} else proposition.status})


def arms_of(proposition: Proposition) -> frozenset[str]:
    """The kinds of what is launched or tested, by the words at the event noun or of the verb's object."""
    told = [a.span.text for a in proposition.arguments if a.role == "whom"]
    words = " ".join([proposition.span.text] if proposition.nominal else told).casefold().replace("-", " ").split()
    return frozenset(LAUNCHED[w] for word in words if (w := word.rstrip("s,.’'")) in LAUNCHED)


def number_of(lookup: Lookup, ref: LocalRef, argument: Argument) -> str:
    """ "one" or "many", by the words of the argument."""
    return "many" if argument.mention is not None and lookup.mention(ref.report, argument.mention).plural else "one"


def flies(argument: Argument) -> bool:
    """Whether a place is what something passes over or falls into, not where it starts."""
    return argument.preposition in PATHS


def dated(edtf: str) -> bool:
    """Whether the value tells a day, month or year; "since 2009" tells none."""
    return edtf.strip("X-/") != "" and not edtf.endswith("/..")


def weight(traits: Traits) -> int:
    """How much is typed of a telling."""
    return 2 * bool(traits.dates) + 2 * bool(traits.places) + bool(traits.actors) + bool(traits.targets)


def is_bare(traits: Traits) -> bool:
    """Whether a telling names no date, place or target of its own ("the attack")."""
    return not (traits.dates or traits.places or traits.targets)


def support(lookup: Lookup, one: Traits, other: Traits) -> dict[str, int]:
    """What typed traits agree, with their worth."""
    points: dict[str, int] = {}
    if any(compatible(a, b) for a in one.dates for b in other.dates):
        points["date"] = 2
    if any(near(lookup, a, b) for a in one.places for b in other.places):
        points["place"] = 2
    if (one.actors | one.owners) & (other.actors | other.owners):
        points["actor"] = 2
    if one.targets & other.targets:
        points["target"] = 2
    return points


def conflict(lookup: Lookup, one: Traits, other: Traits, frame: str) -> bool:
    """Whether something typed speaks against two tellings of `frame` being one happening."""
    return (
        other_day(one, other)
        or of_old(one, other)
        or of_old(other, one)
        or other_place(lookup, one, other)
        or bool(one.stance and other.stance and not one.stance & other.stance)
        or bool(one.markers & APART) != bool(other.markers & APART)
        or (frame in HARM and (OF_THE_YEAR in one.markers) != (OF_THE_YEAR in other.markers))
        or (frame in ONE_OR_MANY and ("plural" in one.markers) != ("plural" in other.markers))
        or reversed_roles(one, other, frame)
        or bool(one.arms and other.arms and not one.arms & other.arms)
        or (frame in ASKING and bool(one.purposes and other.purposes and not one.purposes & other.purposes))
        or (frame in MUTUAL and others_meet(lookup, one, other))
        or (frame in ONE_TARGET and different(lookup, one.targets, other.targets))
        or (frame in ONE_ACTOR and different(lookup, one.actors, other.actors))
        or (frame in {"attack", "kill", "shoot"} and other_buildings(lookup, one, other))
        or (frame in ONE_TARGET & ONE_ACTOR and other_number(one, other))
    )


def doubt(lookup: Lookup, one: Traits, other: Traits, frame: str) -> bool:
    """Whether two tellings of `frame` need something that speaks for it: several happenings are told in one word ("attacks"),
    or who acts is named in one and is not the other's."""
    if ONE_OF_SEVERAL in one.markers or (frame in ONE_OR_MANY and "plural" in one.markers):
        return True
    sides = (one.actors, one.targets, other.actors, other.targets)
    if frame in HARM and all(sides) and not support(lookup, one, other):
        return True
    ours, theirs = one.actors | one.targets, other.actors | other.targets
    if frame in MUTUAL and ours and theirs and not ours & theirs and not support(lookup, one, other):
        return True
    if frame not in ONE_ACTOR or not one.actors or not other.actors or one.actors & other.actors:
        return False
    return named(lookup, one.actors) != named(lookup, other.actors)


def other_day(one: Traits, other: Traits) -> bool:
    """Whether both tell dates or weekdays, and none goes with another; days are held against days where both tell one."""
    ours, theirs = ([d for d in t.dates if precision(d) == "day"] for t in (one, other))
    if not ours or not theirs:
        ours, theirs = list(one.dates), list(other.dates)
    if ours and theirs and not any(compatible(a, b) for a in ours for b in theirs):
        return True
    return bool(one.weekdays and other.weekdays and not one.weekdays & other.weekdays)


def of_old(one: Traits, other: Traits) -> bool:
    """Whether `one` is told by its year ("in 1996", "in November 2015") and `other` by a weekday, as only the news of the week
    is; where the day that a report came out is not known, no date would tell them apart."""
    history = [d for d in one.dates if precision(d) in {"year", "month"} and "X" not in d[:4]]
    return bool(history and len(history) == len(one.dates) and not one.weekdays and other.weekdays and not other.dates)


def other_place(lookup: Lookup, one: Traits, other: Traits) -> bool:
    """Whether both tell places that have names, and none lies in another; where a site lies that no gazetteer knows is open."""
    here = [e for e in one.places if lookup.is_named(e)]
    there = [e for e in other.places if lookup.is_named(e)]
    if any(near(lookup, a, b) for a in here for b in there):
        return False
    return any(on_one_map(lookup, a, b) for a in here for b in there)


def on_one_map(lookup: Lookup, a: str, b: str) -> bool:
    """Whether two places can be told apart by what is known of them: the gazetteer has both, or both are sites by name."""
    known = [lookup.place(e) is not None for e in (a, b)]
    return known[0] == known[1]


def near(lookup: Lookup, a: str, b: str) -> bool:
    """Whether one place lies in the other."""
    return lookup.is_within(a, b) or lookup.is_within(b, a)


def reversed_roles(one: Traits, other: Traits, frame: str) -> bool:
    """Whether who acts in one is who suffers in the other."""
    if frame in MUTUAL:
        return False
    return bool(one.actors & (other.targets - other.actors) or other.actors & (one.targets - one.actors))


def others_meet(lookup: Lookup, one: Traits, other: Traits) -> bool:
    """Whether the named ones of two meetings have nobody in common."""
    ours = {e for e in one.actors | one.targets if lookup.is_named(e)}
    theirs = {e for e in other.actors | other.targets if lookup.is_named(e)}
    return bool(ours and theirs and not ours & theirs)


def different(lookup: Lookup, ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether both sides are named ones, and none is on both."""
    return bool(ours and theirs and not ours & theirs) and named(lookup, ours) and named(lookup, theirs)


def other_buildings(lookup: Lookup, one: Traits, other: Traits) -> bool:
    """Whether both strike bodies or buildings that can be told from others, and none is struck by both."""
    ours, theirs = built(lookup, one.targets), built(lookup, other.targets)
    return bool(ours and theirs and not ours & theirs)


def built(lookup: Lookup, ids: Iterable[str]) -> frozenset[str]:
    """Of the entities the bodies and buildings that a name or a nation tells from others ("the Indian consulate")."""
    sites = [e for e in ids if lookup.entities[e].kind in {"facility", "organisation"}]
    return frozenset(e for e in sites if lookup.is_named(e) or is_of_a_nation(lookup.entities[e].name))


def is_of_a_nation(name: str) -> bool:
    """Whether a phrase tells whose it is by a nation."""
    return any(territory_by_demonym(w) is not None or territory_by_weak_demonym(w) is not None for w in name.split())


def other_number(one: Traits, other: Traits) -> bool:
    """Whether one person acts or suffers in the one, several in the other."""
    return any(
        ours and theirs and not ours & theirs
        for ours, theirs in ((one.actor_number, other.actor_number), (one.target_number, other.target_number))
    )


def named(lookup: Lookup, ids: Iterable[str]) -> bool:
    """Whether all of the entities have a name of their own."""
    return all(lookup.is_named(i) for i in ids)
