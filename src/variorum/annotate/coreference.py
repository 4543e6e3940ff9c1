"""Coreference: which mentions of a report are one person, body, place or thing.

In sieves, the surest first (after Lee et al. 2013): names, appositions, then noun phrases and pronouns in text order.
"""

from __future__ import annotations

import msgspec
from spacy.language import Language
from spacy.tokens import Doc

from variorum.annotate.appositions import link_appositions, link_identified
from variorum.annotate.clusters import Cluster, Clusters, fullest_name, link_names
from variorum.annotate.described_links import link_described, link_headline_roles
from variorum.annotate.governments import link_governments
from variorum.annotate.kin_links import link_relatives
from variorum.annotate.layer import declare_extensions
from variorum.annotate.nominal_links import link_nominal
from variorum.annotate.pronouns import link_pronoun
from variorum.annotate.varied_links import link_varied
from variorum.model import LocalEntity, Mention, PlaceReference, Span

declare_extensions()


@Language.component(
    "variorum_coreference",
    requires=["doc._.mentions"],
    assigns=["doc._.entities", "doc._.mentions"],
)
def coreference(doc: Doc) -> Doc:
    """Assign `doc._.entities` and give each of `doc._.mentions` its entity."""
    clusters = find_clusters(doc, doc._.mentions)
    ordered = sorted(clusters.all, key=lambda c: min(c.mentions))
    number = {at: n for n, cluster in enumerate(ordered) for at in cluster.mentions}
    doc._.mentions = tuple(msgspec.structs.replace(m, entity=number.get(i)) for i, m in enumerate(clusters.mentions))
    doc._.entities = tuple(entity_of(clusters, cluster) for cluster in ordered)
    return doc


def find_clusters(doc: Doc, mentions: tuple[Mention, ...]) -> Clusters:
    """The clusters of `mentions`; an unresolved pronoun is in none."""
    clusters = Clusters(doc, mentions)
    link_governments(clusters)
    link_names(clusters)
    link_appositions(clusters)
    for at, mention in enumerate(clusters.mentions):
        if at in clusters.of:
            continue
        if mention.form == "nominal":
            link_nominal(clusters, at)
        elif mention.form == "pronoun":
            link_pronoun(clusters, at)
    link_identified(clusters)
    link_described(clusters)
    link_headline_roles(clusters)
    link_varied(clusters)
    link_relatives(clusters)
    return clusters


def entity_of(clusters: Clusters, cluster: Cluster) -> LocalEntity:
    """What a finished cluster says of its entity."""
    indices = tuple(sorted(cluster.mentions))
    mentions = [clusters.mentions[i] for i in indices]
    phrases = [m.span.text for m in mentions if m.form == "nominal"]
    names = [m.span.text for m in mentions if m.form == "name"]
    name = fullest_name(names, cluster.kind) if names else max(phrases, key=len)
    return LocalEntity(
        kind=cluster.kind,
        name=name,
        mentions=indices,
        names=tuple(dict.fromkeys(names)),
        roles=roles(mentions),
        nationality=min(cluster.nations) if len(cluster.nations) == 1 else None,
        place=place_of(clusters, indices) if cluster.kind in {"place", "facility"} else None,
    )


def roles(mentions: list[Mention]) -> tuple[Span, ...]:
    """The roles told of a person in text order, titles among them, each wording once."""
    found: dict[str, Span] = {}
    for mention in mentions:
        for span in (*mention.titles, *mention.roles):
            found.setdefault(span.text.lower(), span)
    return tuple(sorted(found.values()))


def place_of(clusters: Clusters, indices: tuple[int, ...]) -> PlaceReference | None:
    """The first gazetteer entry that the places layer gave one of the mentions."""
    references: tuple[PlaceReference | None, ...] = clusters.doc._.place_references
    return next((references[i] for i in indices if i < len(references) and references[i] is not None), None)
