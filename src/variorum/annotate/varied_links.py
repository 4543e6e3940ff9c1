"""Somebody told in other words: "the 43-year-old said", "the former Ardovan governor said" after what "Lee said"; "The Ostra star
lost control" after what Lee did.

Reports vary how they call who speaks or acts. A description that comes with "the", though nobody was called so before, and
tells a trait (age, origin, party, a past office) means the one whom the sentences before are about, if that is one named person.
"""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from variorum.annotate.clusters import Cluster, Clusters, nation_of_word
from variorum.annotate.layer import first_token, tokens_of
from variorum.annotate.phrases import genders_agree, head_of, nations_agree
from variorum.annotate.pronouns import SUBJECTS
from variorum.annotate.seats import comes_from, homes_of, places_within
from variorum.annotate.voiced import is_speaking, voiced
from variorum.knowledge.offices import party_called
from variorum.knowledge.people import is_word
from variorum.model import Mention

REACH = 4
"""Sentences back in which a speaker is looked for; those wholly within quotation marks do not count."""
TRAIT = re.compile(
    r".+-(?:born|old|term|times?|based|year|raised)|former|retired|ex|one-time|longtime|veteran", re.IGNORECASE
)
CALLED = frozenset({
    "star", "mogul", "tycoon", "billionaire", "millionaire", "veteran", "champion", "contender", "candidate", "nominee",
    "incumbent", "host", "hostess", "comedian", "entertainer", "celebrity", "republican", "democrat", "politician",
    "businessman", "businesswoman", "entrepreneur", "lawmaker", "legislator", "congressman", "congresswoman", "frontman",
    "singer", "actor", "actress",
})  # fmt: skip
"""Head nouns that say what somebody is, whatever the scene."""
SCENE = frozenset({
    "spokesman", "spokeswoman", "spokesperson", "aide", "adviser", "advisor", "lawyer", "attorney", "solicitor", "barrister",
    "representative", "colleague", "friend", "neighbour", "neighbor", "victim", "suspect", "witness", "eyewitness", "source",
    "official", "judge", "prosecutor", "driver", "pilot", "agent", "relative", "opponent", "rival", "counterpart", "predecessor",
    "successor", "caller", "reporter", "interviewer", "analyst", "expert", "defendant", "plaintiff", "resident", "user", "couple",
})  # fmt: skip
"""Head nouns that say what part somebody has in the scene beside others, so that they bring in another one."""


def link_varied(clusters: Clusters) -> None:
    """Join a speaker, or who opens a sentence, told by a trait alone with the named person of whom the sentences before tell."""
    marked = [(start, end) for start, end, _ in voiced(clusters.doc)]
    for at, mention in enumerate(clusters.mentions):
        cluster = clusters.of.get(at)
        if cluster is None or cluster.named or at != min(cluster.mentions) or not is_varying(clusters.doc, mention):
            continue
        head = head_of(clusters.doc, mention)
        if not (is_speaking(head) or opens_sentence(clusters.doc, mention)) or within(head, marked):
            continue
        found = told_of_before(clusters, at, marked, doers=not is_speaking(head))
        if found is not None and can_be(clusters, at, found):
            clusters.merge(found, cluster)


def opens_sentence(doc: Doc, mention: Mention) -> bool:
    """Whether a phrase opens its sentence and is the subject of it."""
    head = head_of(doc, mention)
    return tokens_of(doc, mention.span).start == head.sent.start and head.dep_ in SUBJECTS and head.head.dep_ == "ROOT"


def is_varying(doc: Doc, mention: Mention) -> bool:
    """Whether a phrase with "the" tells a trait of somebody, not which one of several or whose he is."""
    head, words = head_of(doc, mention), tokens_of(doc, mention.span)
    if mention.form != "nominal" or mention.kind != "person" or mention.plural or words[0].lower_ != "the":
        return False
    if head.lemma_.lower() in SCENE or is_word(head.lemma_.lower(), "kin") or any(t.tag_ == "POS" for t in words):
        return False
    if any(c.dep_ in {"prep", "relcl", "acl", "appos"} for c in head.children):
        return False
    told = [t for t in words if t.i < head.i and t.lower_ != "the"]
    traits = any(
        TRAIT.fullmatch(joined) or nation_of_word(joined) or party_called(joined.lower()) for joined in parts(told)
    )
    if is_word(head.lemma_.lower(), "title") and head.lemma_.lower() not in CALLED:
        return any(t.lower_ in {"former", "ex"} for t in told)
    return head.lower_ == "old" or traits or (head.lemma_.lower() in CALLED and bool(told))


def parts(words: list[Token]) -> list[str]:
    """The words of a phrase, those that hyphens hold together as one."""
    return "".join(t.text_with_ws for t in words).split()


def can_be(clusters: Clusters, at: int, cluster: Cluster) -> bool:
    """Whether a named person can be the one told of: gender, country, home, and no name of his in the description."""
    mention = clusters.mentions[at]
    names = {w for name in cluster.names for w in name.split()}
    own = {t.text for t in tokens_of(clusters.doc, mention.span)}
    if not genders_agree(mention, cluster) or not nations_agree(clusters, at, cluster) or names & own:
        return False
    told = places_within(clusters, at)
    return (
        not told
        or not any(True for _ in homes_of(clusters, cluster))
        or all(comes_from(clusters, cluster, one) for one in told)
    )


def told_of_before(clusters: Clusters, at: int, marked: list[tuple[int, int]], *, doers: bool) -> Cluster | None:
    """The one named person who is subject in the nearest sentence before that has a person for its subject; `doers`: not where
    he only says something, for then whom he speaks of may be meant."""
    doc = clusters.doc
    here = head_of(doc, clusters.mentions[at])
    subjects = {first_token(doc, m.head).i: clusters.of[i] for i, m in enumerate(clusters.mentions) if i in clusters.of}
    seen, end = 0, here.i
    sentence = here.sent
    while seen <= REACH:
        told = [
            subjects[t.i]
            for t in doc[sentence.start : min(end, sentence.end)]
            if t.i in subjects and is_telling(t) and not within(t, marked) and subjects[t.i].kind == "person"
        ]
        if told:
            said = any(is_speaking(t) for t in sentence if subjects.get(t.i) is told[0])
            alone = len({id(c) for c in told}) == 1 and told[0].named and not told[0].plural and not (doers and said)
            return told[0] if alone and sentence.start != here.sent.start else None
        if sentence.start == 0:
            return None
        seen += not all(within(t, marked) for t in sentence if t.is_alpha)
        sentence = doc[sentence.start - 1].sent
    return None


def is_telling(token: Token) -> bool:
    """Whether the token is a subject of the main clause or of a verb of saying."""
    return token.dep_ in SUBJECTS and (token.head.dep_ in {"ROOT", "conj"} or is_speaking(token))


def within(token: Token, marked: list[tuple[int, int]]) -> bool:
    """Whether a token stands within quotation marks."""
    return any(start <= token.idx < end for start, end in marked)
