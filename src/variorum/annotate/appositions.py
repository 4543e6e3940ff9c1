"""Names and the phrases that the sentence itself ties to them: roles, appositions, "identified as"."""

from __future__ import annotations

import re
from itertools import pairwise

from spacy.tokens import Doc, Token

from variorum.annotate.clusters import Clusters, nations_in
from variorum.annotate.layer import text_of, tokens_of
from variorum.annotate.name_shapes import noun_named
from variorum.annotate.phrases import genders_agree, head_of
from variorum.knowledge.people import is_word
from variorum.model import Mention

SETTLEMENTS = {"city", "town", "village", "port", "hamlet", "suburb"}
LANDS = {"province", "state", "county", "district", "governorate", "prefecture", "region", "peninsula", "river", "lake"}
"""Head nouns that a name stands before ("the Ostra river"), so that both are one."""
CALLED = frozenset(
    {
        "company", "corporation", "firm", "group", "agency", "newspaper", "daily", "magazine", "network", "airline", "militia",
        "satellite", "rocket", "missile", "spacecraft", "ship", "ferry", "vessel", "boat", "yacht", "tanker", "app",
    }
)  # fmt: skip
"""Head nouns that a body's or craft's name stands before ("the Dresva company"), so that both are one."""
RESIDENTS = {"man", "woman", "resident", "teenager", "teen", "boy", "girl", "couple", "student", "driver", "motorist"}
SERVING = {"serve", "step", "resign", "retire", "quit", "work", "act", "appoint", "elect", "reelect", "depart"}
"""Verbs after which "as" tells an office that the subject has or had."""
LETTERS = 7
"""Letters of the longest short name that stands in brackets."""
DASH = re.compile(r" ?[–—] ?| -{1,2} ")
AND_OFFICE = re.compile(r", (?:Democrat|Republican) of [A-Z][a-z]+(?: [A-Z][a-z]+)?,? and ")
"""What stands between a politician's name and a further office of his ("X, Democrat of Ostra and the majority leader")."""
HOME = re.compile(r"(?:,? (?:aged )?\d{1,2},?| ?,)? (?:of|from) ")


def link_appositions(clusters: Clusters) -> None:
    """Join each name's role phrases with it, and phrases that the parse calls appositions of a name of their kind."""
    link_bracketed(clusters)
    starts: dict[int, int] = {}
    for at, mention in enumerate(clusters.mentions):
        if mention.form == "nominal":
            starts.setdefault(mention.span.start, at)
    for at, mention in enumerate(clusters.mentions):
        if mention.form != "name" or at not in clusters.of:
            continue
        for role in mention.roles:
            phrase = starts.get(role.start)
            if phrase is None or phrase in clusters.of or not role.covers(clusters.mentions[phrase].head):
                continue
            if is_told_of(clusters.mentions[phrase], mention):
                clusters.add(phrase, clusters.of[at])
    for at, mention in enumerate(clusters.mentions):
        if mention.form == "nominal" and at not in clusters.of:
            partner = apposed(clusters, at)
            if partner is not None:
                clusters.add(at, clusters.of[partner])


def is_told_of(phrase: Mention, name: Mention) -> bool:
    """Whether a phrase that opens what is told of a name can speak of its bearer: a person's of a person, a body's of a body."""
    bodies = {"organisation", "group"}
    alike = phrase.kind == name.kind or {phrase.kind, name.kind} <= bodies
    return phrase.kind == "person" or (alike and name.kind in {*bodies, "thing"} and not phrase.plural)


def link_bracketed(clusters: Clusters) -> None:
    """Join a body's name with the short one that alone stands in brackets behind it ("Karsholm Shipping (KSG)"), or with the
    full one behind the short."""
    text = text_of(clusters.doc)
    bodies = [
        i for i, m in enumerate(clusters.mentions) if m.form == "name" and m.kind == "organisation" and i in clusters.of
    ]
    for at, other in pairwise(bodies):
        first, second = clusters.mentions[at].span, clusters.mentions[other].span
        alone = text[first.end : second.start] == " (" and text[second.end : second.end + 1] == ")"
        if alone and any(s.text.isupper() and len(s.text) <= LETTERS and " " not in s.text for s in (first, second)):
            clusters.merge(clusters.of[at], clusters.of[other])


def apposed(clusters: Clusters, at: int) -> int | None:
    """The name that the phrase stands in apposition to ("Mazar-i-Sharif, the capital of Balkh province")."""
    mention, doc = clusters.mentions[at], clusters.doc
    head = head_of(doc, mention)
    if is_word(mention.span.text.lower(), "kin"):  # "X, wife charged": somebody else
        return None
    for other, name in enumerate(clusters.mentions):
        if name.form == "name" and other in clusters.of and is_called_before(clusters, mention, name):
            return other
        if name.form != "name" or name.kind != mention.kind or other not in clusters.of or mention.plural:
            continue
        if any(role.start < mention.span.start and role.covers(mention.span) for role in name.roles):
            continue
        if mention.kind == "place" and is_settlement_called(clusters, mention, name):
            return other
        root = head_of(doc, name)
        comma_before = (
            doc[tokens_of(doc, mention.span).start - 1].text == "," if tokens_of(doc, mention.span).start else False
        )
        if head.dep_ == "appos" and head.head == root and comma_before and mention.span.start >= name.span.end:
            return other
        between = text_of(doc)[mention.span.end : name.span.start]
        if root.dep_ == "appos" and root.head == head and (between in {" ", ", ", " ("} or DASH.fullmatch(between)):
            return other
        if between == " " and (head.head == root or is_bare(doc, mention)):
            return other
        if mention.kind == "person" and serves_as(head, root):
            return other
        if mention.kind == "person" and AND_OFFICE.fullmatch(text_of(doc)[name.span.end : mention.span.start]):
            return other
        if head.dep_ == "attr" and head.head.lemma_ == "be" and root.dep_ == "nsubj" and root.head == head.head:
            return other
    return None


def is_called_before(clusters: Clusters, phrase: Mention, name: Mention) -> bool:
    """Whether a phrase gives the kind of body or craft behind its name: "the state-run Dresva company", "the Aurora ferry"."""
    bodies = {"organisation", "group"}
    kinds = phrase.kind == name.kind or {phrase.kind, name.kind} <= bodies
    head, words = head_of(clusters.doc, phrase), text_of(clusters.doc)
    start = phrase.span.start if phrase.span.start < head.idx else name.span.start - len("the ")
    if not kinds or phrase.plural or not start < name.span.start < head.idx:
        return False
    between = words[name.span.end : head.idx].split()
    led = words[max(start, 0) : name.span.start].lower().startswith("the ")
    return led and head.lemma_.lower() in CALLED and (not between or between == ["news"])


def is_bare(doc: Doc, mention: Mention) -> bool:
    """Whether a phrase for a body has no article or owner, so that it leads up to the name after it ("credit firm X")."""
    words = tokens_of(doc, mention.span)
    return mention.kind == "organisation" and not any(t.dep_ in {"det", "poss"} or t.tag_ == "POS" for t in words)


def serves_as(role: Token, bearer: Token) -> bool:
    """Whether the sentence says that the bearer of a name has or had the role: "X, who stepped down as mayor"."""
    verb = role.head.head
    if role.dep_ != "pobj" or role.head.lower_ != "as" or verb.lemma_ not in SERVING:
        return False
    return (verb.dep_ == "relcl" and verb.head == bearer) or (
        bearer.dep_ in {"nsubj", "nsubjpass"} and bearer.head == verb
    )


def is_settlement_called(clusters: Clusters, phrase: Mention, name: Mention) -> bool:
    """Whether the phrase gives a settlement's kind beside its name: "the northern city of X", "X city", "X province"."""
    head, words = head_of(clusters.doc, phrase), text_of(clusters.doc)
    if head.lemma_.lower() in LANDS:
        between = words[name.span.end : head.idx].strip()
        return phrase.span.covers(name.span) and not between and not nations_in([name.span.text], demonyms_only=True)
    if head.lemma_.lower() not in SETTLEMENTS:
        return False
    called = words[phrase.span.end : name.span.start].split() == ["of"] and phrase.span.end < name.span.start
    within = phrase.span.covers(name.span) and (
        not words[name.span.end : head.idx].strip() or words[: name.span.start].rstrip().lower().endswith(" of")
    )
    return called or within


def link_identified(clusters: Clusters) -> None:
    """Join the unnamed person of the lead with the name of the same age or home, or that "identified as" gives."""
    doc, mentions = clusters.doc, clusters.mentions
    link_called(clusters)
    for at, mention in enumerate(mentions):
        if mention.form != "nominal" or mention.kind != "person" or mention.plural or at not in clusters.of:
            continue
        cluster = clusters.of[at]
        if cluster.named:
            continue
        ages = {t.text for t in tokens_of(doc, mention.span) if t.text.isdigit() and "old" in mention.span.text}
        for other, name in enumerate(mentions):
            if (
                name.form != "name"
                or name.kind != "person"
                or other not in clusters.of
                or not genders_agree(mention, clusters.of[other])
            ):
                continue
            if (
                (ages and age_after(doc, name) in ages)
                or identified_as(doc, mention, name)
                or lives_there(clusters, mention, name)
            ):
                clusters.merge(clusters.of[other], cluster)
                break


def link_called(clusters: Clusters) -> None:
    """Join what is no person with the name that it is called by ("a ferry named Aurora", "a charity called Vexo")."""
    for at, mention in enumerate(clusters.mentions):
        if mention.form != "nominal" or mention.kind == "person" or mention.plural or at not in clusters.of:
            continue
        for other, name in enumerate(clusters.mentions[at + 1 : at + 4], at + 1):
            alone = name.form == "name" and name.kind == mention.kind and other in clusters.of
            if alone and not clusters.of[at].named and identified_as(clusters.doc, mention, name):
                clusters.merge(clusters.of[other], clusters.of[at])


def age_after(doc: Doc, name: Mention) -> str | None:
    """The age that stands after a name ("Michael Haddad, 67,")."""
    end = tokens_of(doc, name.span).end
    after = [t.text for t in doc[end : end + 3]]
    return after[1] if len(after) == 3 and after[0] == "," and after[1].isdigit() and after[2] in ",.;" else None


def lives_there(clusters: Clusters, mention: Mention, name: Mention) -> bool:
    """Whether a name's home is the place of the phrase: "a Norland man", "Anton Brekke, 67, of Karsholm, Norland"."""
    head = head_of(clusters.doc, mention)
    within = [
        i
        for i, m in enumerate(clusters.mentions)
        if m.kind == "place" and mention.span.covers(m.span) and m.span.end <= head.idx
    ]
    homes = homes_after(clusters, name)
    return head.lower_ in RESIDENTS and any(is_place_in(clusters, home, place) for home in homes for place in within)


def homes_after(clusters: Clusters, name: Mention) -> list[int]:
    """The places that "of" or "from" ties to a name, an age before it left out ("X, 67, of Karsholm, Norland")."""
    text = text_of(clusters.doc)
    found = HOME.match(text, name.span.end)
    if found is None:
        return []
    homes, at = [], found.end()
    for i, mention in enumerate(clusters.mentions):
        if mention.form == "name" and mention.kind == "place" and text[at : mention.span.start].strip(", ") == "":
            if mention.span.start < at:
                continue
            homes.append(i)
            at = mention.span.end
    return homes


def is_place_in(clusters: Clusters, home: int, place: int) -> bool:
    """Whether the place of one mention is that of the other or lies in it, as the report or the gazetteer says."""
    if clusters.of.get(home) is clusters.of.get(place) and home in clusters.of:
        return True
    references = clusters.doc._.place_references
    here, there = (references[i] if i < len(references) else None for i in (home, place))
    return here is not None and there is not None and (here.name == there.name or there.name in here.within)


def identified_as(doc: Doc, mention: Mention, name: Mention) -> bool:
    """Whether the sentence says that the phrase is the bearer of the name ("identified the driver as X", "a man
    named X")."""
    head, root = head_of(doc, mention), head_of(doc, name)
    if (
        root.dep_ == "pobj"
        and root.head.lower_ == "as"
        and root.head.head.lemma_ in {"identify", "name", "know", "nickname", "call", "dub"}
    ):
        verb = root.head.head
        return (head.head == verb and head.dep_ in {"dobj", "nsubjpass"}) or (verb.dep_ == "acl" and verb.head == head)
    if root.dep_ in {"oprd", "dobj", "attr"} and root.head.lemma_ in {"name", "call", "nickname", "dub"}:
        return noun_named(root) == head or (head.dep_ == "nsubjpass" and head.head == root.head)
    return False
