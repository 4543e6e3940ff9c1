"""Holders of an office told by place, party or age: "the Norland senator", "the 68-year-old congressman", "the Ostra Democrat".

What such a phrase tells of somebody must be told of one named person alone, by title, role or the bracket behind the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from variorum.annotate.appositions import age_after, homes_after, is_place_in
from variorum.annotate.clusters import Cluster, Clusters
from variorum.annotate.layer import text_of
from variorum.annotate.phrases import (
    genders_agree,
    head_of,
    is_definite,
    modifiers,
    nations_agree,
    role_head,
    roles_of,
)
from variorum.knowledge.offices import in_full, party_called

AGE = re.compile(r"\b(\d{1,3})[- ]years?[- ]old\b", re.IGNORECASE)
BRACKET = re.compile(r",? ?\(?([DR])-|, (Democrat|Republican) of ")
"""What opens a politician's party and place behind the name: "X (D-Ostra)", "X, R-Ostra", "X, Democrat of Ostra"."""
LETTERS = {"D": "democrat", "R": "republican"}
MEMBERS = frozenset({"representative", "lawmaker", "legislator", "parliamentarian"})
"""Heads that speak of a member of a parliament, whatever other office he has in it."""
SEATED = frozenset({*MEMBERS, "senator", "governor"})
OTHER_SEATS = frozenset({"senator", "governor", "mayor", "president"})
WORD = re.compile(r"[A-Za-z]+")


def sitting_for(clusters: Clusters, at: int) -> Cluster | None:
    """The one named person of the report whose office or party, with the place or age that the phrase tells, it can mean."""
    mention, doc = clusters.mentions[at], clusters.doc
    if mention.kind != "person" or mention.plural or not is_definite(doc, mention):
        return None
    homes, age = places_within(clusters, at), AGE.search(mention.span.text)
    head = head_of(doc, mention)
    narrowed = any(c.dep_ in {"relcl", "acl", "prep"} for c in head.children)
    if not homes and age is None and (narrowed or not is_member(head)):
        return None
    persons = [c for c in clusters.all if c.kind == "person" and c.named]
    fits = [c for c in persons if holds(clusters, at, c)]
    if len(fits) != 1 or (homes and any(c is not fits[0] and may_hold(clusters, at, c) for c in persons)):
        return None
    return fits[0]


def may_hold(clusters: Clusters, at: int, cluster: Cluster) -> bool:
    """Whether a named person has a seat of which the report does not say where, so that he can be meant."""
    mention = clusters.mentions[at]
    if not genders_agree(mention, cluster) or any(True for _ in homes_of(clusters, cluster)):
        return False
    head = head_of(clusters.doc, mention).lemma_.lower()
    told, asked = set(parties_of(clusters, cluster)), party_called(head)
    offices = {in_full(w) for role in roles_of(clusters, cluster) for w in role.text.lower().split()}
    if asked is not None or is_member(head_of(clusters.doc, mention)):
        return bool(offices & SEATED) and (asked is None or not told or asked in told)
    return in_full(head) in offices


def holds(clusters: Clusters, at: int, cluster: Cluster) -> bool:
    """Whether all that the phrase tells is told of a named person: office or party, place, and no other age."""
    mention, doc = clusters.mentions[at], clusters.doc
    if cluster.plural or not genders_agree(mention, cluster) or not nations_agree(clusters, at, cluster):
        return False
    homes, age = places_within(clusters, at), AGE.search(mention.span.text)
    if any(not comes_from(clusters, cluster, home) for home in homes):
        return False
    ages = {age_after(doc, clusters.mentions[m]) for m in cluster.mentions} - {None}
    if age is not None and ages and age[1] not in ages:
        return False
    left_out = " ".join([*(clusters.mentions[home].span.text for home in homes), age[0] if age else ""]).lower()
    told = modifiers(doc, mention) - {*re.split(r"[\s-]+", left_out), *WORD.findall(left_out)}
    head = head_of(doc, mention)
    parties = {party for w in (*told, head.lemma_.lower()) if (party := party_called(w)) is not None}
    told = {w for w in told if party_called(w) is None}
    if not parties <= set(parties_of(clusters, cluster)):
        return False
    if party_called(head.lemma_.lower()) is not None:
        return bool(homes) and not told
    words = [role.text.lower().replace("’s", "").replace("'s", "").split() for role in roles_of(clusters, cluster)]
    sits = is_member(head) and not told and bool(set(parties_in_brackets(clusters, cluster)))
    sits = sits and not {in_full(w) for role in words for w in role} & OTHER_SEATS
    return sits or any(role_head(role, head) and told <= set(role) for role in words)


def is_member(head: Token) -> bool:
    """Whether a head noun speaks of a member of a parliament ("the congressman")."""
    return in_full(head.lower_) in MEMBERS


def places_within(clusters: Clusters, at: int) -> list[int]:
    """The names of places that a phrase holds before its head noun."""
    phrase = clusters.mentions[at]
    return [
        i
        for i, m in enumerate(clusters.mentions)
        if m.form == "name" and m.kind == "place" and phrase.span.covers(m.span) and m.span.end <= phrase.head.start
    ]


def comes_from(clusters: Clusters, cluster: Cluster, place: int) -> bool:
    """Whether a place is told of a person: in a bracket with the party, in a title or role, or by "of" behind the name."""
    return any(is_place_in(clusters, home, place) for home in homes_of(clusters, cluster))


def homes_of(clusters: Clusters, cluster: Cluster) -> Iterator[int]:
    """The mentions of places that are told of a person as his."""
    text, named = text_of(clusters.doc), [clusters.mentions[m] for m in cluster.mentions]
    told = [span for m in named for span in (*m.titles, *m.roles)]
    for name in named:
        if name.form == "name":
            yield from homes_after(clusters, name)
    for i, mention in enumerate(clusters.mentions):
        if mention.form != "name" or mention.kind != "place":
            continue
        behind = any(
            (found := BRACKET.match(text, m.span.end)) is not None and found.end() == mention.span.start for m in named
        )
        if behind or any(span.covers(mention.span) for span in told):
            yield i


def parties_of(clusters: Clusters, cluster: Cluster) -> Iterator[str]:
    """The parties that titles, roles and the bracket behind the name tell of a person."""
    yield from parties_in_brackets(clusters, cluster)
    for mention in (clusters.mentions[at] for at in cluster.mentions):
        for span in (*mention.titles, *mention.roles):
            yield from (party for w in WORD.findall(span.text.lower()) if (party := party_called(w)) is not None)


def parties_in_brackets(clusters: Clusters, cluster: Cluster) -> Iterator[str]:
    """The parties told right behind the names of a person, with the place that he sits for."""
    text = text_of(clusters.doc)
    for mention in (clusters.mentions[at] for at in cluster.mentions):
        found = BRACKET.match(text, mention.span.end) if mention.form == "name" else None
        if found is not None:
            yield LETTERS[found[1]] if found[1] else found[2].lower()
