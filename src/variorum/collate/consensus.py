"""Consensus: what most tellings of a happening go with: its words, its date, its place."""

from __future__ import annotations

import re
from collections import Counter

from variorum.annotate.edtf import compatible, precision
from variorum.model import ONE_OF_SEVERAL, Argument, EventTime, Happening, LocalRef, Proposition
from variorum.resolve.lookup import Lookup
from variorum.resolve.traits import HARM

LEANING = {
    *(
        "who",
        "whom",
        "whose",
        "which",
        "that",
        "where",
        "when",
        "to",
        "and",
        "or",
        "then",
        "later",
        "also",
        "it",
        "he",
        "she",
    ),
    *("they", "this", "these", "them", "him", "her", "his", "its", "their"),
}
WITHIN = frozenset(
    {"it", "he", "she", "they", "him", "her", "them", "his", "its", "their", "we", "us", "our", "i", "my", "you"}
)
LOCKED_UP = {"prison", "jail", "custody", "detention"}  # without an article no place: nobody was judged there
EFFECTS = {"kill", "injure"}  # frames of what another happening did, which name it last
WHITHER = {"to", "into"}
SITES = ("place", "facility")
MOVED = {
    *(
        "come",
        "go",
        "fly",
        "travel",
        "head",
        "arrive",
        "return",
        "drive",
        "walk",
        "run",
        "climb",
        "sail",
        "ride",
        "move",
    ),
    *("take", "bring", "rush", "transport", "transfer", "airlift", "escort", "carry", "relocate", "evacuate", "flee"),
}  # verbs of going and bringing, which lead somewhere
ENTERED = {"enter", "reach", "storm", "cross"}  # verbs whose object is where one comes
MOST = 120  # letters of a label
FINEST = ("hour", "day", "interval", "month", "season", "year", "decade", "century", "unknown")


def label_of(happening: Happening, lookup: Lookup) -> str:
    """Words for a happening: the shortest telling with most of its typed traits, one that stands by itself where there is."""
    best = min(
        happening.members,
        key=lambda ref: (
            lookup.proposition(ref).status == "hypothetical",
            lookup.proposition(ref).frame in EFFECTS,
            leans(ref, lookup),
            points(ref, lookup) + is_bare(ref, lookup),
            -typed(ref, lookup),
            *length(ref, lookup),
        ),
    )
    told = lookup.proposition(best)
    words = " ".join(told.span.text.split())
    place = next((a.span.text for a in told.arguments if a.role == "where"), "")
    if ONE_OF_SEVERAL in told.markers:
        return f"{place} {told.lemma}"
    if words.count('"') % 2 or words.count("“") != words.count("”"):
        words = re.sub('["“”]', "", words)
    return words if len(words) <= MOST else words[: MOST - 1].rsplit(" ", 1)[0].rstrip(" ,;:(-–—") + "…"


def leans(ref: LocalRef, lookup: Lookup) -> bool:
    """Whether a telling leans on the words before it: "who had shot at a guard", "to flee", "they had shot it", "fell in"."""
    told = lookup.proposition(ref)
    subject = told.nominal or any(
        a.span.start < told.predicate.start for a in told.arguments if a.role in {"who", "whom"}
    )
    return not subject or told.span.text.casefold().split()[0] in LEANING


def points(ref: LocalRef, lookup: Lookup) -> bool:
    """Whether the words of a telling point at somebody or something named elsewhere: "a guard accused them of theft"."""
    words = re.findall(r"[^\W\d_]+", lookup.proposition(ref).span.text)
    return any(word.casefold() in WITHIN and (len(word) == 1 or not word.isupper()) for word in words)


def is_bare(ref: LocalRef, lookup: Lookup) -> bool:
    """Whether a telling is an event noun of which nothing more is said: "the attack"."""
    told = lookup.proposition(ref)
    first, *rest = told.span.text.casefold().split()
    return told.nominal and not (rest[1:] or (rest and first not in {"the", "a", "an", "this", "that"}))


def typed(ref: LocalRef, lookup: Lookup) -> int:
    """How many roles of a telling are filled by something known."""
    return min(
        3, len({a.role for a in lookup.proposition(ref).arguments if a.mention is not None or a.time is not None})
    )


def length(ref: LocalRef, lookup: Lookup) -> tuple[int, LocalRef]:
    """The length of a telling's clause, ties by place."""
    span = lookup.proposition(ref).span
    return span.end - span.start, ref


def when_of(happening: Happening, lookup: Lookup) -> EventTime | None:
    """The finest date that most of the tellings' dates go with; none where as many go with another."""
    dates = []
    for ref in happening.members:
        times = lookup.annotations[ref.report].times
        dates += [
            (t.edtf.split("T")[0], t.inferred)
            for a, _ in times_told(happening, ref, lookup)
            if a.time is not None and (t := times[a.time]).edtf
        ]
    if not dates:
        return None
    told = Counter(day for day, _ in dates)
    fit = {d: sum(n for other, n in told.items() if compatible(d[0], other)) for d in dates}
    likely = [d for d in fit if 2 * fit[d] > max(fit.values())]
    best = min(likely, key=lambda d: (FINEST.index(precision(d[0])), -fit[d], d[0], d[1] or ""))
    if any(fit[d] >= fit[best] and not compatible(d[0], best[0]) for d in dates):
        return None
    return EventTime(best[0], best[1] or "printed")


def times_told(happening: Happening, ref: LocalRef, lookup: Lookup) -> list[tuple[Argument, LocalRef]]:
    """The times of a telling, each with its clause; of a deed of no frame also those of what its verb is about to do ("has to
    pay by May", "expects to lose 5 million this quarter")."""
    told = [(a, ref) for a in lookup.proposition(ref).arguments if a.time is not None]
    if happening.frame != "tell" or told:
        return told
    return [
        (a, LocalRef(ref.report, n))
        for n, one in enumerate(lookup.annotations[ref.report].propositions)
        if is_ahead(one, ref)
        for a in one.arguments
        if a.time is not None
    ]


def is_ahead(one: Proposition, ref: LocalRef) -> bool:
    """Whether a clause is the infinitive that the verb of `ref` leads to."""
    return one.within == ref.index and one.frame is None and not one.nominal and one.span.text.startswith("to ")


def where_of(happening: Happening, lookup: Lookup) -> str | None:
    """The finest place that the places of most reports go with; a named one before one that is only described. What moves is
    told by where it comes to, before where it sets out."""
    places = [(a, e, ref.report) for ref in happening.members for a, e in places_told(happening, ref, lookup)]
    ends = [told for told in places if told[0].preposition in WHITHER]
    told = {(e, report) for a, e, report in places if not ends or a.preposition != "from"}
    votes = Counter(e for e, _ in told)
    votes = Counter({e: n for e, n in votes.items() if lookup.is_named(e)}) or votes
    votes = Counter({e: n for e, n in votes.items() if not is_country(e, lookup)}) or votes
    if not votes:
        return None
    fit = {e: len({report for o, report in told if lookup.is_within(e, o) or lookup.is_within(o, e)}) for e in votes}
    depth = {e: sum(lookup.is_within(e, o) for o in votes) for e in votes}
    return min(votes, key=lambda e: (-fit[e], -depth[e], -votes[e], e))


def places_told(happening: Happening, ref: LocalRef, lookup: Lookup) -> list[tuple[Argument, str]]:
    """The places of a telling: where it is, whither it leads ("flew to Ardova"), whom one visits or what one enters; of a deed of
    no frame also those of what its verb is about to do ("is to appear in court in Ardova")."""
    found = [pair for pair in lookup.fillers(ref, "where") if pair[0].span.text.casefold() not in LOCKED_UP]
    entered = happening.frame == "visit" or lookup.proposition(ref).lemma in ENTERED
    kinds = ("place",) if happening.frame == "visit" else SITES
    moved = lookup.proposition(ref).lemma in MOVED
    found += [
        (a, e)
        for a, e in lookup.fillers(ref, "whom", kinds=kinds)
        if (entered and a.preposition is None) or (moved and a.preposition in WHITHER) or happening.frame == "visit"
    ]
    if happening.frame == "tell" and not found:
        for n, one in enumerate(lookup.annotations[ref.report].propositions):
            found += lookup.fillers(LocalRef(ref.report, n), "where") if is_ahead(one, ref) else []
    return found


def is_scene(entity: str, frame: str, lookup: Lookup) -> bool:
    """Whether an entity is a town or region that a deed which harms is told with as if it did it ("Ardova blast kills six"):
    where it happened; a country may attack."""
    place = lookup.place(entity) if lookup.entities[entity].kind == "place" else None
    return frame in HARM and place is not None and not is_country(entity, lookup)


def is_country(entity: str, lookup: Lookup) -> bool:
    """Whether an entity is a country, which says too little of where something happened to decide it."""
    place = lookup.place(entity)
    return place is not None and place.feature == "country"
