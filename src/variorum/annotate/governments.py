"""A country, its government, its army and its capital are four: "Beijing said" is the government of China, not the
city."""

from __future__ import annotations

import msgspec
from spacy.tokens import Token

from variorum.annotate.clusters import Clusters, nations_in
from variorum.annotate.layer import tokens_of
from variorum.knowledge.cues import is_cue
from variorum.knowledge.territories import government_metonym
from variorum.model import Mention

GOVERNING = {"government", "administration", "regime"}
IDLE = frozenset(
    [
        "be",
        "have",
        "see",
        "host",
        "lie",
        "become",
        "remain",
        "get",
        "experience",
        "suffer",
        "house",
        "contain",
        "face",
        "need",
        "boast",
        "mark",
        "witness",
        "wake",
        "start",
        "begin",
        "look",
        "seem",
    ]
)


def link_governments(clusters: Clusters) -> None:
    """Make one cluster of each government: capitals that speak for it, and "the Chinese government" in its wordings."""
    clusters.mentions = tuple(speaking(clusters, m) for m in clusters.mentions)
    started: dict[str, int] = {}
    for at, mention in enumerate(clusters.mentions):
        country = government_of(clusters, mention)
        if country is None:
            continue
        if country in started:
            clusters.add(at, clusters.of[started[country]])
        else:
            clusters.start(at).nations.add(country)
            started[country] = at


def speaking(clusters: Clusters, mention: Mention) -> Mention:
    """The mention, its kind made organisation where a capital speaks or acts as its government."""
    if mention.form != "name" or mention.kind != "place":
        return mention
    metonym = government_metonym(mention.span.text)
    if metonym is None:
        return mention
    head = tokens_of(clusters.doc, mention.head)[0]
    return msgspec.structs.replace(mention, kind="organisation") if metonym.always or acts(head) else mention


def acts(head: Token) -> bool:
    """Whether the word is the subject of a verb that only people and bodies can do, alone or joined to another
    subject."""
    while head.dep_ == "conj" and head.head.pos_ == "PROPN":
        head = head.head
    verb = head.head
    if head.dep_ != "nsubj" or verb.pos_ not in {"VERB", "AUX"}:
        return False
    return (verb.lemma_ not in IDLE and any(c.dep_ in {"dobj", "ccomp", "xcomp"} for c in verb.children)) or (
        is_cue(verb.lemma_, "say", "manner", "tell", "accuse", "deny", "request")
    )


def government_of(clusters: Clusters, mention: Mention) -> str | None:
    """The code of the country whose government the mention is, None where it is none."""
    if mention.form == "name" and mention.kind == "organisation":
        metonym = government_metonym(mention.span.text)
        return metonym.iso3166 if metonym is not None and not metonym.always else None
    if mention.form == "nominal" and not mention.plural and mention.head.text.lower() in GOVERNING:
        told = nations_in([t.text for t in tokens_of(clusters.doc, mention.span)])
        return min(told) if len(told) == 1 else None
    return None
