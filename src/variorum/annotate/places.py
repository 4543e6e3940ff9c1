"""The layer of places: which place on earth each mention of a place or facility means.

`doc._.place_references` is a tuple beside `doc._.mentions`, of the same length: a PlaceReference, or None where the
mention is no place or none that the gazetteer knows. The decisions are in `locating`; here the Doc is read for what
they need.
"""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc, Token

from variorum.annotate.layer import report_of, tokens_of
from variorum.annotate.locating import PlaceContext, context_of, country_name, locate
from variorum.annotate.surroundings import Surroundings, surroundings_of
from variorum.knowledge.gazetteer import places_called
from variorum.knowledge.outlets import outlet_by_name
from variorum.knowledge.territories import (
    government_metonym,
    territory_by_demonym,
    territory_by_name,
    territory_by_weak_demonym,
)
from variorum.model import Mention, PlaceReference, Report

PLACE_KINDS = ("place", "facility")
DATELINE = re.compile(r"^\s*([A-Z][A-Z'’. -]{2,40}?)(?:, ([A-Z][\w. ]+?))?\s*(?:\([^)]*\)\s*)?[-–—]")
# What governments do with words and pens, and towns do not.
ACTS = """
accept accuse acknowledge admit advocate agree aim allege allow announce annex appeal approve argue ask assert
assure back ban believe blame block boycott call cancel caution challenge claim commit complain concede conclude
condemn confirm consider contend criticise criticize cut decide declare decline defend demand denounce deny
deploy deplore dismiss dispute downplay endorse expect express fear feel hail hint hope impose insist invite
issue join lift maintain move negotiate object offer oppose order pledge plan praise press pressure promise
propose protest pursue push ratify reaffirm reassure recall recognise recognize refuse reiterate reject remain
reply request respond retaliate reveal sanction say see seek send sever sign slam state stress suggest summon
supply support suspect suspend think threaten try urge view voice vow want warn welcome withdraw
"""
ACTS_OF_GOVERNMENTS = frozenset(ACTS.split())


@Language.component("variorum_places", requires=["doc._.mentions"], assigns=["doc._.place_references"])
def places(doc: Doc) -> Doc:
    """Set `doc._.place_references` from `doc._.mentions`."""
    named = {
        index: (mention.span.text, surroundings_of(report_of(doc).text, mention.span.start, mention.span.end))
        for index, mention in enumerate(doc._.mentions)
        if mention.kind in PLACE_KINDS and mention.form == "name"
    }
    context = context_of([*datelines(report_of(doc)), *named.values()], nationalities(doc), seats(report_of(doc)))
    doc._.place_references = tuple(
        placed(doc, mention, *named[index], context) if index in named else None
        for index, mention in enumerate(doc._.mentions)
    )
    return doc


def placed(doc: Doc, mention: Mention, name: str, beside: Surroundings, context: PlaceContext) -> PlaceReference | None:
    """The place that a mention means, marked where the name stands for a government."""
    found = locate(name, context, beside)
    if found and mention.kind == "facility" and found.feature in ("city", "region", "country"):
        found = None  # a building that is called as some town is ("Metro") does not stand in it
    metonym = government_metonym(name)
    if metonym and found and metonym.iso3166 != found.iso3166:
        metonym = None
    if metonym and metonym.always:
        return with_government(found or PlaceReference(name, "site", iso3166=metonym.iso3166), metonym.stands_for)
    if found and (metonym or found.feature == "country") and acts_as_government(doc, mention):
        country = country_name(found.iso3166 or "")
        return with_government(found, metonym.stands_for if metonym else f"the government of {country}")
    return found


def with_government(place: PlaceReference, stands_for: str) -> PlaceReference:
    """`place` with what its name stands for."""
    return PlaceReference(
        **{field: getattr(place, field) for field in place.__struct_fields__ if field not in ("stands_for", "why")},
        stands_for=stands_for,
        why=f"{place.why}; the name stands for {stands_for}" if place.why else f"the name stands for {stands_for}",
    )


def acts_as_government(doc: Doc, mention: Mention) -> bool:
    """Whether the mention is the subject, the agent or one of several subjects of a verb that governments do."""
    head: Token = tokens_of(doc, mention.span).root
    while head.dep_ == "conj":
        head = head.head
    if head.dep_ == "pobj" and head.head.dep_ == "agent":
        head = head.head
    verb = head.head
    return (
        head.dep_ in ("nsubj", "agent") and verb.pos_ in ("VERB", "AUX") and verb.lemma_.lower() in ACTS_OF_GOVERNMENTS
    )


def datelines(report: Report) -> list[tuple[str, Surroundings]]:
    """The places in capitals before a dash at the head of a paragraph ("TBILISI - ", "KABUL (Reuters) —")."""
    found = []
    for block in report.blocks:
        if block.role == "body" and (line := DATELINE.match(report.text[block.start : block.end])):
            name = line.group(1).strip().title()
            containers = (line.group(2).strip(),) if line.group(2) else ()
            if places_called(name) and not outlet_by_name(line.group(1).strip()):
                found.append((name, Surroundings(containers)))
    return found


def nationalities(doc: Doc) -> list[str]:
    """The words of the text that speak of a people ("Georgian")."""
    words = {token.text for token in doc if token.text[:1].isupper()}
    return sorted(
        w for w in words if not territory_by_name(w) and (territory_by_demonym(w) or territory_by_weak_demonym(w))
    )


def seats(report: Report) -> list[str]:
    """The codes of the country or state that the outlet's name speaks of ("Times of India", "Texas Tribune")."""
    words = re.findall(r"[A-Z]\w+(?: [A-Z]\w+)?", report.outlet or "")
    countries = {t.country for word in words if (t := territory_by_name(word))}
    return sorted(countries) if len(countries) == 1 else []
