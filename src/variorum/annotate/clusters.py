"""Clusters of mentions within one report, and how names join them: full names, surnames, acronyms, other spellings."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from spacy.tokens import Doc

from variorum.annotate.layer import tokens_of
from variorum.annotate.name_agreement import (
    folded,
    is_demonym_words,
    kinds_agree,
    other_names_agree,
    person_names_agree,
)
from variorum.annotate.name_shapes import FIRM
from variorum.annotate.namesakes import are_relatives, is_juniors_elder
from variorum.knowledge.people import Gender
from variorum.knowledge.territories import territory_by_demonym, territory_by_name, territory_by_weak_demonym
from variorum.model import EntityKind, Mention


@dataclass
class Cluster:
    """What the report says of one: its mentions (indices), its kind, and all that narrows who it can be."""

    kind: EntityKind
    mentions: list[int] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    gender: Gender | None = None
    plural: bool = False
    nations: set[str] = field(default_factory=set)

    @property
    def named(self) -> bool:
        """Whether any mention is a name."""
        return bool(self.names)


class Clusters:
    """The clusters of a Doc while they grow; `of[i]` is the cluster of mention i."""

    def __init__(self, doc: Doc, mentions: tuple[Mention, ...]) -> None:
        self.doc, self.mentions = doc, mentions
        self.of: dict[int, Cluster] = {}
        self.all: list[Cluster] = []

    def start(self, at: int) -> Cluster:
        """A new cluster that holds mention `at` alone."""
        cluster = Cluster(self.mentions[at].kind)
        self.all.append(cluster)
        self.add(at, cluster)
        return cluster

    def add(self, at: int, cluster: Cluster) -> None:
        """Put mention `at` into `cluster`."""
        mention = self.mentions[at]
        cluster.mentions.append(at)
        cluster.gender = cluster.gender or mention.gender
        if mention.form == "name":
            cluster.names.append(mention.span.text)
        elif mention.form == "nominal":
            cluster.plural = cluster.plural or mention.plural
        cluster.nations |= nations_of(self.doc, mention)
        self.of[at] = cluster

    def merge(self, one: Cluster, other: Cluster) -> Cluster:
        """The two as one; the first keeps its kind."""
        if one is other:
            return one
        for at in list(other.mentions):
            self.add(at, one)
        one.gender = one.gender or other.gender
        self.all = [c for c in self.all if c is not other]
        return one


def nations_of(doc: Doc, mention: Mention) -> set[str]:
    """The countries that the words of a mention, or the roles tied to it, give it ("the German consulate", "Iraq's
    army")."""
    if mention.form == "nominal":
        return nations_in([t.text for t in tokens_of(doc, mention.span)])
    if mention.form == "name" and mention.kind != "place":
        wordings = [mention.span.text, *(role.text for role in mention.roles)]
        return set().union(*(nations_in(w.split(), demonyms_only=True) for w in wordings))
    return set()


def nations_in(words: list[str], *, demonyms_only: bool = False) -> set[str]:
    """The codes of the countries that words name or are demonyms of, pairs of words ("North Korean") before single
    ones."""
    found: set[str] = set()
    at = 0
    while at < len(words):
        for size in (2, 1):
            nation = nation_of_word(" ".join(words[at : at + size]), demonyms_only=demonyms_only)
            if nation:
                found |= nation
                at += size - 1
                break
        at += 1
    return found


def nation_of_word(word: str, *, demonyms_only: bool = False) -> set[str]:
    """The code of the country that capitalised words name or are a demonym of; a demonym that two countries share
    tells none."""
    if not word[:1].isupper():
        return set()
    territory = territory_by_demonym(word) or (None if demonyms_only else territory_by_name(word))
    if territory is not None:
        return {territory.iso3166}
    weak = territory_by_weak_demonym(word)
    return {weak[0].iso3166} if weak is not None and not weak[1].startswith("two ") else set()


# ---------------------------------------------------------------- names


def link_names(clusters: Clusters) -> None:
    """Give each name of the report its cluster: longest wordings first, so that a shortened name finds its full one."""
    names = [i for i, m in enumerate(clusters.mentions) if m.form == "name" and i not in clusters.of]
    for at in sorted(names, key=lambda i: (-len(folded(clusters.mentions[i].span.text)), i)):
        found = [c for c in clusters.all if names_agree(clusters, at, c)]
        if len(found) > 1:
            found = [nearest(clusters, at, found)]
        if found:
            clusters.add(at, found[0])
        else:
            clusters.start(at)


def nearest(clusters: Clusters, at: int, found: list[Cluster]) -> Cluster:
    """Of several bearers of a name the one that shares the wording, else ends with it, and was named last before.

    A bare surname is that of the person whom the report names most in full: a relative goes by the given name.
    """
    words = folded(clusters.mentions[at].span.text)
    person = clusters.mentions[at].kind == "person" and len(words) == 1

    def rank(cluster: Cluster) -> tuple[bool, bool, bool, int, int]:
        same = any(folded(n) == words for n in cluster.names)
        ends = any(folded(n)[-len(words) :] == words for n in cluster.names)
        before = [m for m in cluster.mentions if m < at]
        often = person * sum(len(folded(n)) > 1 for n in cluster.names)
        return same and len(words) > 1, bool(before), ends, often, max(before, default=-min(cluster.mentions))

    return max(found, key=rank)


def names_agree(clusters: Clusters, at: int, cluster: Cluster) -> bool:
    """Whether the name at `at` can be of `cluster`: same kind, no word against it, and one wording shortens the
    other."""
    mention = clusters.mentions[at]
    if not cluster.named or not kinds_agree(mention.kind, cluster.kind):
        return False
    if mention.gender and cluster.gender and mention.gender != cluster.gender:
        return False
    if mention.kind == "place" and same_place(clusters, at, cluster):
        return True
    if mention.kind == "person":
        if any(are_relatives(clusters.doc, mention.span.text, name) for name in cluster.names):
            return False
        if is_juniors_elder(clusters.doc, mention, [clusters.mentions[i] for i in cluster.mentions]):
            return False
        return any(person_names_agree(mention.span.text, name) for name in cluster.names)
    if any(opens_firm(mention, name) for name in cluster.names):
        return True
    return any(other_names_agree(mention.span.text, name, mention.kind) for name in cluster.names)


def opens_firm(mention: Mention, name: str) -> bool:
    """Whether a word for a people that was read as a body is short for the firm ("Norish" for "Norish Airlines")."""
    words = folded(name)
    alone = mention.kind == "organisation" and folded(mention.span.text) == words[:1] and len(words) > 1
    return alone and words[-1] in FIRM and is_demonym_words(words[:1])


def same_place(clusters: Clusters, at: int, cluster: Cluster) -> bool:
    """Whether the gazetteer gave the mention and one of the cluster's the same entry ("La." and "Louisiana")."""
    references = clusters.doc._.place_references
    here = references[at] if at < len(references) else None
    if here is None or here.geonames is None:
        return False
    there = [references[m] for m in cluster.mentions if m < len(references)]
    return any(r is not None and r.geonames == here.geonames for r in there)


def fullest_name(names: list[str], kind: EntityKind) -> str:
    """The name to call the entity by: of most words, then the most used, then the first; never in capitals if
    avoidable."""
    counts = Counter(names)
    return min(
        counts,
        key=lambda n: (
            n.isupper() and len(n) > 5,
            is_short(n),
            -min(len(folded(n)), 5) if kind == "person" else 0,
            -counts[n],
            names.index(n),
        ),
    )


def is_short(name: str) -> bool:
    """Whether a name is an acronym."""
    return name.replace(".", "").isupper() and len(name) <= 6
