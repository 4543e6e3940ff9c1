"""Whereabouts: places that a clause tells of by the way: at its end, of those who act, of a side of a building."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from variorum.annotate.clauses import conjuncts_of, subject_of
from variorum.annotate.fillers import mention_at, phrases
from variorum.model import PERSONAL_KINDS, Argument, Mention

HERE = {"in", "at", "near", "outside", "inside"}
CONTESTS = {"primary", "caucus", "caucuses", "election", "referendum", "marathon", "regatta", "derby"}
"""What is held in the place whose name stands before it ("won California's primary")."""
STAYS = {"vacation", "holiday", "trip", "visit", "leave", "duty", "patrol", "tour"}  # "on holiday in Ardova"
SIDES_OF = {"front", "middle", "centre", "center", "heart", "outskirts", "vicinity"}  # "in front of the town hall"


def places_by_the_way(verb: Token, *, is_framed: bool) -> list[Argument]:
    """The places of a clause that none of its own phrases tells, of the first of four ways that tells one; the place that ends it
    only where it tells a happening of the frames."""
    found = [*place_with_where(verb), *places_of_contests(verb)]
    found = found or (list(closing_place(verb)) if is_framed else [])
    return found or list(places_of_doers(verb))


def closing_place(verb: Token) -> Iterator[Argument]:
    """The place that closes the clause, wherever the parse hangs it: "met a delegation led by General Wei in Ardova"."""
    for prep in reversed(list(verb.subtree)):
        if prep.dep_ != "prep" or prep.lower_ not in {"in", "at", "near"} or prep.i < verb.i:
            continue
        for child in prep.children:
            at = mention_at(child)
            named = child.dep_ == "pobj" and at is not None and verb.doc._.mentions[at].kind == "place"
            if named and not any(t.dep_ in {"relcl", "ccomp", "advcl"} for t in prep.ancestors if t.i > verb.i):
                yield from phrases("where", child, prep.lower_)
        return


def places_of_doers(verb: Token) -> Iterator[Argument]:
    """Where those who act or suffer are told to be: "police in Ardova are searching", "a tourist on holiday in Ardova bought",
    "was charged by prosecutors in Ardova"; "at" tells as often for whom they work."""
    subject = subject_of(verb)
    agents = [one for child in verb.children if child.dep_ == "agent" for one in child.children if one.dep_ == "pobj"]
    told = ([subject] if subject is not None and subject.pos_ == "NOUN" else []) + agents
    for doer in (t for one in told for t in conjuncts_of(one) if is_somebody(t)):
        for prep in (c for c in doer.children if c.dep_ == "prep" and c.i > doer.i and c.lower_ != "at"):
            for away in (c for c in prep.children if c.lower_ in STAYS):
                yield from (a for c in away.children if c.dep_ == "prep" for a in at_place(c))
            yield from at_place(prep)


def place_with_where(verb: Token) -> Iterator[Argument]:
    """The place of which a clause with "where" tells: "in Ardova, where the mayor was arrested"."""
    if verb.dep_ == "relcl" and is_place(verb.head) and any(c.lower_ == "where" for c in verb.children):
        yield from phrases("where", verb.head, "in")


def places_of_contests(verb: Token) -> Iterator[Argument]:
    """The place whose name stands before a contest that a clause tells of: "won the Ardova primary"."""
    told = [c for c in verb.children if c.dep_ in {"dobj", "nsubj", "nsubjpass"}]
    told += [t for c in verb.children if c.dep_ == "prep" and c.lower_ in {"in", "during"} for t in c.children]
    for contest in (t for t in told if t.lemma_.lower() in CONTESTS):
        for child in (c for c in contest.children if c.dep_ in {"compound", "nmod", "poss"} and is_place(c)):
            yield from phrases("where", child, "in")


def is_place(noun: Token) -> bool:
    """Whether a noun is the name of a place that is known."""
    at, places = mention_at(noun), noun.doc._.place_references
    if at is None or at >= len(places) or places[at] is None:
        return False
    mention: Mention = noun.doc._.mentions[at]
    return mention.kind == "place" and mention.form == "name"


def is_somebody(noun: Token) -> bool:
    """Whether a noun is a person, a group or a body ("expenses at nightclubs" are nobody)."""
    at = mention_at(noun)
    return at is not None and noun.doc._.mentions[at].kind in PERSONAL_KINDS


def is_site(noun: Token) -> bool:
    """Whether a noun is a place or building."""
    at = mention_at(noun)
    return at is not None and noun.doc._.mentions[at].kind in {"place", "facility"}


def at_place(prep: Token) -> Iterator[Argument]:
    """The place or building that `prep` says something is in or at."""
    if prep.lower_ in HERE:
        for child in (c for c in prep.children if c.dep_ == "pobj"):
            if is_site(child):
                yield from phrases("where", child, prep.lower_)


def is_side_of_a_site(noun: Token, argument: Argument) -> bool:
    """Whether a noun tells where about a place or building something was: "in front of the town hall"."""
    at = argument.mention
    return noun.lower_ in SIDES_OF and at is not None and noun.doc._.mentions[at].kind in {"place", "facility"}
