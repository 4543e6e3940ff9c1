"""What a noun phrase tells of whom it means, and how far a cluster is from it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from spacy.tokens import Doc, Token

from variorum.annotate.clusters import Cluster, Clusters, nation_of_word, nations_in
from variorum.annotate.layer import block_at, first_token, once_a_doc, tokens_of
from variorum.knowledge.offices import in_full
from variorum.knowledge.people import is_word
from variorum.model import Mention, Span

DEFINITE = {"the", "this", "that", "these", "those"}
ARTICLES = DEFINITE | {"a", "an"}
NO_MODIFIERS = ARTICLES | {"'s", "’s", "'", "’"}
INDEFINITE = {
    "a",
    "an",
    "another",
    "some",
    "any",
    "every",
    "each",
    "no",
    "many",
    "several",
    "two",
    "three",
    "other",
    "more",
}
LOOSE = frozenset(
    {
        *(
            "same",
            "northern",
            "southern",
            "eastern",
            "western",
            "central",
            "small",
            "large",
            "big",
            "usually",
            "tranquil",
        ),
        *("islamist", "militant", "insurgent", "extremist", "entire", "whole", "own", "said", "busy", "heavily"),
        *("protected", "coastal", "historic", "terrorist", "jihadist"),
    }
)
LAWMAKERS = frozenset({"lawmaker", "legislator", "parliamentarian"})
SEATS = frozenset({"representative", "senator", "assemblyman", "assemblywoman", "mp"})
POSSESSIVES = {"his", "her", "its", "their", "my", "our", "your"}


def head_of(doc: Doc, mention: Mention) -> Token:
    """The head token of a mention."""
    return first_token(doc, mention.head)


def bare_words(doc: Doc, mention: Mention) -> tuple[str, ...]:
    """The words of a phrase in small letters, article left out, head noun as its lemma."""
    head = head_of(doc, mention)
    return tuple(
        t.lemma_.lower() if t == head else t.lower_
        for t in tokens_of(doc, mention.span)
        if t.lower_ not in ARTICLES and not t.is_punct
    )


def modifiers(doc: Doc, mention: Mention) -> set[str]:
    """The words of the phrase that narrow its head, demonyms and countries left out (`nations_agree` looks at
    those)."""
    head = head_of(doc, mention)
    return {
        t.lower_
        for t in tokens_of(doc, mention.span)
        if t != head
        and t.lower_ not in NO_MODIFIERS
        and not (t.is_punct or t.is_space)
        and (t.i < head.i or t.pos_ in {"NOUN", "PROPN"})
        and not nation_of_word(t.text)
    }


def is_definite(doc: Doc, mention: Mention) -> bool:
    """Whether the phrase points at a known one: "the", "this", or an owner before it."""
    first = tokens_of(doc, mention.span)[0]
    return first.lower_ in DEFINITE or any(t.tag_ == "POS" for t in tokens_of(doc, mention.span))


def is_indefinite(doc: Doc, mention: Mention) -> bool:
    """Whether the phrase brings in a new one: "a", "another", a number, or a bare plural with modifiers."""
    first = tokens_of(doc, mention.span)[0]
    return first.lower_ in INDEFINITE or first.like_num


def is_number(word: str) -> bool:
    """Whether a modifier is a figure."""
    return word.isdigit() or word in {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozen"}


def is_noun_in(doc: Doc, mention: Mention, word: str) -> bool:
    """Whether the modifier is a noun or name of the phrase ("police spokesman"), which tells one from another."""
    return any(t.lower_ == word and t.pos_ in {"NOUN", "PROPN"} for t in tokens_of(doc, mention.span))


def in_headline(doc: Doc, mention: Mention) -> bool:
    """Whether the mention stands in a headline, standfirst or caption."""
    block = block_at(doc, mention.span.start)
    return block is not None and block.role in {"headline", "standfirst", "caption"}


def nations_agree(clusters: Clusters, at: int, cluster: Cluster, *, open_to_new: bool = False) -> bool:
    """Whether the phrase's country, if it tells one, is the cluster's; one without a country is another, unless a
    person."""
    told = nations_told(clusters, at)
    if not told:
        return True
    if not cluster.nations:
        return open_to_new or cluster.kind == "person"
    return bool(told & cluster.nations)


def nations_told(clusters: Clusters, at: int) -> set[str]:
    """The codes of the countries that the words of a mention name or are demonyms of."""
    return nations_in([t.text for t in tokens_of(clusters.doc, clusters.mentions[at].span)])


def genders_agree(mention: Mention, cluster: Cluster) -> bool:
    """Whether neither tells another gender than the other."""
    return mention.gender is None or cluster.gender is None or mention.gender == cluster.gender


def roles_of(clusters: Clusters, cluster: Cluster) -> Iterator[Span]:
    """The roles and titles of all mentions of a cluster, and its own noun phrases."""
    for at in cluster.mentions:
        mention = clusters.mentions[at]
        yield from mention.roles
        yield from mention.titles
        if mention.form == "nominal":
            yield mention.span


def roles_told(clusters: Clusters, cluster: Cluster) -> Iterator[Span]:
    """The roles and titles tied to the names of a cluster."""
    for at in cluster.mentions:
        yield from clusters.mentions[at].roles
        yield from clusters.mentions[at].titles


def earlier_first(clusters: Clusters, at: int) -> list[Cluster]:
    """The clusters that have a mention before `at`, the one mentioned last first."""
    found = {id(cluster): cluster for m in reversed(range(at)) if (cluster := clusters.of.get(m)) is not None}
    return list(found.values())


def sentences_apart(clusters: Clusters, at: int, cluster: Cluster) -> int:
    """How many sentences lie between the mention and the cluster's last mention before it."""
    order = sentence_numbers(clusters.doc)
    before = [m for m in cluster.mentions if m < at]
    here = order[head_of(clusters.doc, clusters.mentions[at]).i]
    return min((here - order[head_of(clusters.doc, clusters.mentions[m]).i] for m in before), default=10**6)


@once_a_doc
def sentence_numbers(doc: Doc) -> list[int]:
    """The number of each token's sentence."""
    return list(accumulate(int(token.i > 0 and bool(token.is_sent_start)) for token in doc))


def is_kin(doc: Doc, mention: Mention) -> bool:
    """Whether the phrase names a relative, who is never the one whose relative it is."""
    return is_word(head_of(doc, mention).lemma_.lower(), "kin")


def feature_of(clusters: Clusters, cluster: Cluster) -> str | None:
    """What sort of place the gazetteer says it is, where the layer has looked it up; else by its name."""
    references = clusters.doc._.place_references
    for at in cluster.mentions:
        if at < len(references) and references[at] is not None:
            feature: str = references[at].feature
            return feature
    return "country" if any(nation_of_word(n) for n in cluster.names) else None


def role_head(words: list[str], head: Token) -> bool:
    """Whether the head noun is that of the role: its last word before any "of", "for", "in"."""
    for preposition in ("of", "for", "in", "at", "with", "to", "from"):
        if preposition in words:
            words = words[: words.index(preposition)]
    return bool(words) and any(one_office(words[-1], w) for w in (head.lower_, head.lemma_.lower()))


def one_office(word: str, head: str) -> bool:
    """Whether a role's head noun and a phrase's are one office: the same in full, or a seat and a word for whoever has one."""
    role, phrase = in_full(word), in_full(head)
    return role == phrase or (phrase in LAWMAKERS and role in SEATS)


def is_loose(word: str) -> bool:
    """Whether a modifier only describes, so that it does not tell one thing of a sort from another."""
    return word in LOOSE


def lies_right(clusters: Clusters, at: int, cluster: Cluster) -> bool:
    """Whether the place lies in the country that the phrase tells ("the French city"), if it tells one."""
    told = nations_told(clusters, at)
    if not told:
        return True
    references = clusters.doc._.place_references
    lands = {references[m].iso3166 for m in cluster.mentions if m < len(references) and references[m] is not None}
    return any(land is not None and land[:2] in told for land in lands)
