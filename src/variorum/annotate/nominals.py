"""Noun phrases and pronouns that speak of people, bodies, places, facilities and vehicles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Token

from variorum.annotate.layer import is_set_aside
from variorum.knowledge.people import Gender, gender_of, head_kind, is_word
from variorum.model import EntityKind

PRONOUNS: dict[str, tuple[EntityKind, Gender | None, bool]] = {
    "he": ("person", "male", False),
    "him": ("person", "male", False),
    "his": ("person", "male", False),
    "himself": ("person", "male", False),
    "she": ("person", "female", False),
    "her": ("person", "female", False),
    "hers": ("person", "female", False),
    "herself": ("person", "female", False),
    "they": ("person", None, True),
    "them": ("person", None, True),
    "their": ("person", None, True),
    "themselves": ("person", None, True),
    "it": ("thing", None, False),
    "its": ("thing", None, False),
    "itself": ("thing", None, False),
    "i": ("person", None, False),
    "me": ("person", None, False),
    "my": ("person", None, False),
    "myself": ("person", None, False),
    "we": ("person", None, True),
    "us": ("person", None, True),
    "our": ("person", None, True),
}
BEFORE_A_HEAD = {
    "det",
    "amod",
    "compound",
    "nummod",
    "poss",
    "nmod",
    "predet",
    "advmod",
    "punct",
    "case",
    "quantmod",
    "neg",
}
NOT_A_PHRASE = {"compound", "amod", "nmod", "npadvmod", "quantmod"}
MEASURES = {
    "number",
    "dozens",
    "hundreds",
    "thousands",
    "scores",
    "group",
    "pair",
    "couple",
    "series",
    "lot",
    "majority",
}
EXPLETIVE = {"rain", "snow", "appear", "seem", "emerge", "turn", "happen", "become"}


@dataclass(frozen=True)
class Phrase:
    """A noun phrase or pronoun: tokens `start:end`, its head noun, and what it tells of kind, number and gender."""

    start: int
    end: int
    head: int
    kind: EntityKind
    form: Literal["nominal", "pronoun"]
    plural: bool
    gender: Gender | None


def find_phrases(doc: Doc, names: set[int]) -> Iterator[Phrase]:
    """The noun phrases and pronouns of `doc` in text order; `names` are the tokens of names, whose last word heads no phrase."""
    for token in doc:
        if is_set_aside(doc, token.idx):
            continue
        if token.tag_ in {"PRP", "PRP$"} and token.lower_ in PRONOUNS:
            if token.i not in names:
                yield pronoun(token)
        elif token.tag_ in {"NN", "NNS"} or (token.pos_ in {"NOUN", "PROPN", "ADJ"} and token.is_lower):
            phrase = noun_phrase(token, names)
            if phrase is not None:
                yield phrase


def pronoun(token: Token) -> Phrase:
    """A pronoun with what its form tells."""
    kind, gender, plural = PRONOUNS[token.lower_]
    return Phrase(token.i, token.i + 1, token.i, kind, "pronoun", plural, gender)


def noun_phrase(token: Token, names: set[int]) -> Phrase | None:
    """The phrase headed by `token`, None where the word is no head of one or tells of nothing that we keep."""
    if token.i in names or token.dep_ in NOT_A_PHRASE or not head_known(token):
        return None
    kind = head_known(token)
    if kind is None:
        return None
    start = token.i
    while start > token.sent.start and leads(token.doc[start - 1], token, start):
        start -= 1
    while start < token.i and (token.doc[start].is_punct or token.doc[start].dep_ in {"cc", "case"}):
        start += 1
    end = with_name(token, kind)
    return Phrase(
        start,
        end,
        token.i,
        kind,
        "nominal",
        token.tag_ in {"NNS", "NNPS"} or token.lower_ in {"people", "police"},
        phrase_gender(token, kind),
    )


def head_known(token: Token) -> EntityKind | None:
    """What the head noun refers to: by itself, or by the part after its last hyphen ("mother-of-two", "ex-policeman")."""
    for word in (token.lower_, token.lemma_.lower(), token.lower_.rsplit("-", 1)[-1]):
        kind = head_kind(word)
        if kind is not None:
            return kind
    for ending in ("man", "men", "woman", "women"):
        if (
            token.lower_.endswith(ending)
            and len(token) > len(ending) + 3
            and token.lower_ not in {"specimen", "regimen"}
        ):
            return "person"
    return None


def leads(word: Token, head: Token, start: int) -> bool:
    """Whether `word`, left of a phrase that begins at `start`, belongs to it."""
    if (
        word.is_space
        or word.text in {",", ";", ":", "(", "“", "”", '"'}
        and not (word.text == "," and word.head.i >= start)
    ):
        return False
    at = word
    while at.i < head.i:
        if at.dep_ not in BEFORE_A_HEAD and not (
            at.dep_ in {"conj", "cc", "npadvmod", "dep", "appos", "dobj", "pobj", "prep", "nsubj"}
            and at.head.i < head.i
            and at.head.i != at.i
            and at.head.dep_ in BEFORE_A_HEAD
        ):
            return False
        if (
            at.head.i == at.i
            or at.head.i < at.i
            and at.dep_ not in {"conj", "cc", "case", "punct", "pobj", "prep", "compound"}
        ):
            return False
        at = at.head
        if at.i < start and at.i < word.i:
            continue
    return at.i == head.i


def with_name(token: Token, kind: EntityKind) -> int:
    """Where the phrase ends: after the head, or after "of" and the name that the head needs ("the capital of Balkh province")."""
    doc, after = token.doc, token.i + 1
    if kind == "place" and after + 1 < len(doc) and doc[after].lower_ == "of" and doc[after].head.i == token.i:
        last = max((t.i for t in doc[after].subtree), default=after)
        inside = doc[after + 1 : last + 1]
        if 0 < len(inside) <= 4 and not any(t.pos_ in {"VERB", "PUNCT"} for t in inside):
            return last + 1
    return after


def phrase_gender(token: Token, kind: EntityKind) -> Gender | None:
    """The gender told by the head or by a modifier ("female", "male", "pregnant")."""
    if kind != "person":
        return None
    for child in token.lefts:
        if child.lower_ in {"female", "pregnant", "burqa-clad", "woman", "women"}:
            return "female"
        if child.lower_ in {"male"}:
            return "male"
    found = gender_of(token.lower_) or gender_of(token.lemma_.lower())
    if found is None:
        if token.lower_.endswith(("woman", "women")):
            return "female"
        if token.lower_.endswith(("man", "men")) and is_word(token.lower_, "kin", "person"):
            return "male"
    return found


def is_expletive(token: Token) -> bool:
    """Whether an "it" points at nothing ("it is clear that", "it rained")."""
    verb = token.head
    if token.lower_ != "it" or token.dep_ not in {"nsubj", "nsubjpass", "expl"}:
        return token.dep_ == "expl"
    if verb.lemma_ in EXPLETIVE and any(c.dep_ in {"ccomp", "xcomp", "acomp"} for c in verb.children):
        return True
    if verb.lemma_ != "be":
        return verb.dep_ != "ROOT" and False
    return any(c.dep_ in {"acomp", "attr", "prep", "npadvmod", "ccomp"} for c in verb.children)
