"""Where a noun phrase points: an office that somebody holds, a body or place named before, an earlier phrase."""

from __future__ import annotations

import re
from collections.abc import Callable

from variorum.annotate.class_links import named_by_class
from variorum.annotate.clusters import Cluster, Clusters
from variorum.annotate.described_links import called_so
from variorum.annotate.layer import block_at, tokens_of
from variorum.annotate.name_agreement import folded
from variorum.annotate.phrases import (
    POSSESSIVES,
    bare_words,
    earlier_first,
    genders_agree,
    head_of,
    in_headline,
    is_definite,
    is_indefinite,
    is_loose,
    is_noun_in,
    is_number,
    modifiers,
    nations_agree,
    role_head,
    roles_of,
    sentences_apart,
)
from variorum.annotate.seats import sitting_for
from variorum.knowledge.sorts import same_sort_words
from variorum.knowledge.territories import territory_by_name

RANKING = frozenset({
    "former", "deputy", "vice", "acting", "assistant", "senior", "junior", "chief", "first", "second",
    "third", "other", "another", "next", "previous", "new", "late", "future", "provincial", "regional",
    "local", "national", "federal", "military", "civilian", "foreign", "female", "male", "unnamed", "fellow",
    "ex",
})  # fmt: skip
VAGUE = frozenset(
    [
        "people",
        "person",
        "man",
        "woman",
        "child",
        "official",
        "resident",
        "witness",
        "other",
        "expert",
        "analyst",
        "critic",
        "source",
        "local",
        "observer",
        "student",
        "member",
        "worker",
        "citizen",
        "man",
        "parent",
        "journalist",
        "reporter",
        "leader",
        "minister",
        "lawmaker",
        "politician",
        "user",
        "supporter",
        "family",
        "thousands",
        "dozens",
        "hundreds",
    ]
)
CALLED = {
    "panel": frozenset({"committee", "subcommittee", "commission"}),
    "chamber": frozenset({"house", "senate"}),
}
"""Head nouns that speak of a body by another word than its name has."""
MANY = {"police", "staff", "crew", "army", "military", "government", "authority"}
"""Heads of bodies that are spoken of in the singular and the plural alike."""
TERMS = re.compile(r"\b\w+-terms?\b")
Rung = Callable[[Clusters, int], Cluster | None]


def link_nominal(clusters: Clusters, at: int) -> None:
    """Give the noun phrase at `at` the cluster it points back to, or one of its own."""
    mention = clusters.mentions[at]
    if is_indefinite(clusters.doc, mention):
        rungs: tuple[Rung, ...] = (from_headline, told_again)
    else:
        rungs = (
            the_north,
            named_by_head,
            named_by_class,
            same_wording,
            office_holder,
            sitting_for,
            called_so,
            same_head,
            same_sort,
            from_headline,
        )
    for rung in rungs:
        found = rung(clusters, at)
        if found is not None:
            clusters.add(at, found)
            return
    clusters.start(at)


def the_north(clusters: Clusters, at: int) -> Cluster | None:
    """ "The North" where North Korea was named: the country whose name begins so."""
    mention = clusters.mentions[at]
    words = bare_words(clusters.doc, mention)
    if len(words) != 1 or not mention.head.text.istitle() or not is_definite(clusters.doc, mention):
        return None
    for cluster in earlier_first(clusters, at):
        if cluster.kind == "place" and any(folded(n)[0] == words[0] and territory_by_name(n) for n in cluster.names):
            return cluster
    return None


def from_headline(clusters: Clusters, at: int) -> Cluster | None:
    """The cluster that only headlines and captions spoke of, in the shortened manner of headlines, of the same
    head noun."""
    mention, doc = clusters.mentions[at], clusters.doc
    if in_headline(doc, mention):
        return None
    head = head_of(doc, mention).lemma_.lower()
    for cluster in earlier_first(clusters, at):
        if cluster.kind != mention.kind or cluster.named or not nations_agree(clusters, at, cluster, open_to_new=True):
            continue
        phrases = [clusters.mentions[m] for m in cluster.mentions if clusters.mentions[m].form == "nominal"]
        if all(in_headline(doc, clusters.mentions[m]) for m in cluster.mentions) and any(
            p.plural == mention.plural and head_of(doc, p).lemma_.lower() == head for p in phrases
        ):
            return cluster
    return None


def told_again(clusters: Clusters, at: int) -> Cluster | None:
    """The cluster brought in before by the same words: a thing with a modifier ("a deserted well"), a person with
    an age."""
    mention, doc = clusters.mentions[at], clusters.doc
    words = bare_words(doc, mention)
    first = tokens_of(doc, mention.span)[0]
    if first.lower_ not in {"a", "an"} or not (modifiers(doc, mention) - RANKING):
        return None
    if mention.kind in {"person", "group"} and not any(w in {"old", "-old"} or "year-old" in w for w in words):
        return None
    for other in range(at - 1, -1, -1):
        earlier = clusters.mentions[other]
        alike = earlier.form == "nominal" and earlier.kind == mention.kind and bare_words(doc, earlier) == words
        if alike and other in clusters.of and not clusters.of[other].named:
            return clusters.of[other]
    return None


def same_wording(clusters: Clusters, at: int) -> Cluster | None:
    """The cluster of an earlier phrase of the same words, article apart, with a modifier or owner that tells which
    one."""
    mention = clusters.mentions[at]
    words = bare_words(clusters.doc, mention)
    collective = mention.kind == "organisation"
    bare_plural = len(words) == 1 and mention.plural and not collective
    telling = len(words) > 1 or collective or bare_plural or is_definite(clusters.doc, mention)
    if any(w in POSSESSIVES for w in words) or (bare_plural and words[0] in VAGUE):
        return None
    for other in range(at - 1, -1, -1):
        earlier = clusters.mentions[other]
        alike = (
            earlier.form == "nominal"
            and earlier.kind == mention.kind
            and (earlier.plural == mention.plural or words[-1] in MANY)
            and bare_words(clusters.doc, earlier) == words
        )
        if alike and other in clusters.of and telling:
            return clusters.of[other]
    return None


def office_holder(clusters: Clusters, at: int) -> Cluster | None:
    """The named person who has the office or role that the phrase tells ("the army chief")."""
    mention = clusters.mentions[at]
    if mention.kind != "person" or mention.plural:
        return None
    head = head_of(clusters.doc, mention)
    counted = terms(mention.span.text)
    told = modifiers(clusters.doc, mention) - counted
    if told & POSSESSIVES:
        return None
    found: list[Cluster] = []
    for cluster in earlier_first(clusters, at):
        if cluster.kind == "person" and cluster.named and genders_agree(mention, cluster):
            for role in roles_of(clusters, cluster):
                words = role.text.lower().replace("’s", "").replace("'s", "").split()
                if role_head(words, head) and told <= set(words) and nations_agree(clusters, at, cluster):
                    found.append(cluster)
                    break
    if counted and (len(found) > 1 or any(terms(r.text) - counted for c in found for r in roles_of(clusters, c))):
        return None
    return found[0] if found else None


def terms(text: str) -> set[str]:
    """The words of a phrase that tell for how long somebody sits ("the seven-term congressman"), which few phrases of one do."""
    return {word for m in TERMS.finditer(text.lower()) for word in (m[0], *m[0].split("-"))}


def named_by_head(clusters: Clusters, at: int) -> Cluster | None:
    """The body, facility or place whose name holds the head noun ("the ministry" for "Ministry of Defence")."""
    mention = clusters.mentions[at]
    head, told = head_of(clusters.doc, mention), modifiers(clusters.doc, mention)
    bare = is_definite(clusters.doc, mention) and not told
    called = CALLED.get(head.lower_, frozenset()) if bare else frozenset()
    if mention.plural or mention.kind == "person" or told & POSSESSIVES:
        return None
    fits = []
    for cluster in earlier_first(clusters, at):
        site = cluster.kind == "place" and mention.kind == "facility"
        if not (site or cluster.kind in {mention.kind, "organisation", "group", "facility"}) or not cluster.named:
            continue
        words = [
            w for w in map(folded, cluster.names) if (head.lower_ in {w[-1], w[0]} and len(w) > 1) or w[-1] in called
        ]
        if any(told <= set(w) for w in words) and nations_agree(clusters, at, cluster):
            fits.append(cluster)
    if called and len(fits) > 1:
        return None
    return max(fits, key=lambda c: in_title(clusters, c), default=None)


def in_title(clusters: Clusters, cluster: Cluster) -> bool:
    """Whether the report's headline names it, so that a bare noun of its sort means it."""
    blocks = (block_at(clusters.doc, clusters.mentions[m].span.start) for m in cluster.mentions)
    return any(block is not None and block.role == "headline" for block in blocks)


def same_sort(clusters: Clusters, at: int) -> Cluster | None:
    """The last cluster whose phrase is of the same sort in other words ("the vessel" for "a ferry", "the compound")."""
    mention, doc = clusters.mentions[at], clusters.doc
    head = head_of(doc, mention).lemma_.lower()
    told = {w for w in modifiers(doc, mention) if not is_loose(w)}
    others = same_sort_words(head)
    if not others or told & (POSSESSIVES | RANKING) or not is_definite(doc, mention):
        return None
    for cluster in earlier_first(clusters, at):
        if sentences_apart(clusters, at, cluster) > 12 or cluster.kind != mention.kind:
            continue
        if (
            not genders_agree(mention, cluster)
            or not nations_agree(clusters, at, cluster)
            or cluster.plural != mention.plural
        ):
            continue
        heads = {
            head_of(doc, clusters.mentions[m]).lemma_.lower()
            for m in cluster.mentions
            if clusters.mentions[m].form != "pronoun"
        }
        if heads & others:
            return cluster
    return None


def same_head(clusters: Clusters, at: int) -> Cluster | None:
    """The last cluster with a phrase of the same head noun, nothing in either's modifiers against it."""
    mention = clusters.mentions[at]
    head, told = head_of(clusters.doc, mention), modifiers(clusters.doc, mention)
    inner = head.dep_ == "compound" and mention.kind == "organisation"
    if not (inner or is_definite(clusters.doc, mention)) or (mention.plural and told):
        return None
    for cluster in earlier_first(clusters, at):
        if (
            cluster.kind != mention.kind
            or not nations_agree(clusters, at, cluster)
            or not genders_agree(mention, cluster)
        ):
            continue
        phrases = [clusters.mentions[m] for m in cluster.mentions if clusters.mentions[m].form == "nominal"]
        alike = [
            p
            for p in phrases
            if head_of(clusters.doc, p).lemma_.lower() == head.lemma_.lower() and p.plural == mention.plural
        ]
        if not alike:
            continue
        known = set().union(*(modifiers(clusters.doc, p) for p in phrases))
        if told & POSSESSIVES or known & POSSESSIVES:
            continue
        extra = {w for w in told - known if w in RANKING or is_noun_in(clusters.doc, mention, w)}
        lacking = {w for w in known - told if is_number(w)} if {w for w in told if is_number(w)} else set()
        if not extra and not lacking and sentences_apart(clusters, at, cluster) <= 12:
            return cluster
    return None
