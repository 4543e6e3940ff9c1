"""Beyond: whom a clause is about where its object is nobody itself, but a part of somebody, a hold on him or what he is asked."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from variorum.annotate.clauses import is_passive, subject_of
from variorum.annotate.fillers import AMOUNTS, mention_at, phrases
from variorum.model import Argument

BODY = {
    *("wrist", "arm", "neck", "head", "hand", "face", "leg", "throat", "shoulder", "hair", "foot", "finger", "chest"),
    *("back", "ear", "eye", "nose", "ankle", "knee", "elbow", "mouth", "jaw", "chin", "collar", "body"),
}  # what is done to it is done to whose it is
ASKED = {"request", "call", "question", "inquiry", "enquiry", "email", "message", "appeal", "demand", "invitation"}
ANSWERING = {"respond", "reply", "answer", "react", "agree", "accede"}
TOWARDS = {"on", "against", "at", "of", "into", "to", "with", "between", "for"}


def beyond(thing: Token) -> Iterator[Argument]:
    """Whom an object leads to: "grabbed the reporter's wrist", "regained control of the satellite". Yields them as whom."""
    if thing.dep_ not in {"dobj", "obj"}:
        return
    if thing.lemma_.lower() in BODY:
        yield from (a for child in thing.children if child.dep_ == "poss" for a in phrases("whom", child))
    if mention_at(thing) is not None or thing.lemma_.lower() in AMOUNTS:
        return
    for prep in (c for c in thing.children if c.dep_ == "prep" and c.lower_ in TOWARDS):
        for child in prep.children:
            at = mention_at(child) if child.dep_ == "pobj" else None
            if at is not None and child.doc._.mentions[at].kind != "place":
                yield from phrases("whom", child, prep.lower_)


def asked(noun: Token) -> Iterator[Argument]:
    """Whom a request asks, where he is told to answer it or not: "did not respond to the paper's request for comment"."""
    verb = noun.head.head
    if noun.lemma_.lower() not in ASKED or noun.head.lower_ != "to" or verb.lemma_.lower() not in ANSWERING:
        return
    subject = subject_of(verb)
    if subject is not None and not is_passive(verb):
        yield from phrases("whom", subject)
