"""Beyond: whom a clause is about where its object is nobody itself, but a part of somebody or a hold on him."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from variorum.annotate.fillers import AMOUNTS, mention_at, phrases
from variorum.model import Argument

BODY = {
    *("wrist", "arm", "neck", "head", "hand", "face", "leg", "throat", "shoulder", "hair", "foot", "finger", "chest"),
    *("back", "ear", "eye", "nose", "ankle", "knee", "elbow", "mouth", "jaw", "chin", "collar", "body"),
}  # what is done to it is done to whose it is
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
