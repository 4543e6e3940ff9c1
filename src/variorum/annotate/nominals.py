"""Noun phrases and pronouns that speak of people, bodies, places, facilities and vehicles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Span, Token

from variorum.annotate.layer import block_at, is_set_aside
from variorum.knowledge.people import Gender, gender_of, head_kind, is_word
from variorum.knowledge.territories import territory_by_demonym
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
HEADS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "appos", "attr", "conj", "dative"})
"""Parts of a sentence that a whole phrase has."""
BEFORE_A_HEAD = {
    "det", "amod", "compound", "nummod", "poss", "nmod", "predet", "advmod", "punct", "case", "quantmod", "neg",
}  # fmt: skip
NOT_A_PHRASE = {"compound", "amod", "nmod", "npadvmod", "quantmod"}
MEASURES = {"dozens", "hundreds", "thousands", "scores", "tens", "millions", "couple", "pair", "mass"}
INNER_BODIES = {"ministry", "consulate", "embassy", "army", "police", "government", "hospital", "university", "court"}
STATELY = frozenset(
    {"government", "army", "parliament", "military", "embassy", "navy", "police", "administration", "presidency"}
)
"""Heads of bodies of which each country has its own."""
ROLE_PREPOSITIONS = {"of", "for", "in", "at", "with", "to", "from"}
COUNTS = {"dozens", "hundreds", "thousands", "scores"}
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
    """The noun phrases and pronouns of `doc` in text order; `names` are the tokens of names, whose last word heads
    no phrase."""
    for token in doc:
        if is_set_aside(doc, token.idx):
            continue
        if token.tag_ in {"PRP", "PRP$"} and token.lower_ in PRONOUNS:
            if token.i not in names:
                yield pronoun(token)
        elif (
            token.tag_ in {"NN", "NNS", "CD", "NNPS"}
            or any(c.dep_ == "det" for c in token.lefts)
            or (token.pos_ in {"NOUN", "PROPN", "ADJ"} and token.is_lower)
        ):
            phrase = noun_phrase(token, names)
            if phrase is not None:
                yield phrase


def pronoun(token: Token) -> Phrase:
    """A pronoun with what its form tells."""
    kind, gender, plural = PRONOUNS[token.lower_]
    return Phrase(token.i, token.i + 1, token.i, kind, "pronoun", plural, gender)


def noun_phrase(token: Token, names: set[int]) -> Phrase | None:
    """The phrase headed by `token`, None where the word is no head of one or tells of nothing that we keep."""
    kind = None if token.i in names else head_known(token)
    if kind is None:
        return None
    if token.dep_ in NOT_A_PHRASE:
        if token.lower_ in INNER_BODIES and token.i + 1 < len(token.doc) and token.head.i > token.i:
            return Phrase(inner_start(token), token.i + 1, token.i, kind, "nominal", False, None)
        if not misread_in_headline(token):
            return None
    start = token.i
    while start > token.sent.start and leads(token.doc[start - 1], token, start):
        start -= 1
    if start >= 2 and start == token.i and is_joined(token.doc[start - 2 : start + 1]):
        start -= 2
    if start >= 2 and token.doc[start - 1].lower_ == "of" and token.doc[start - 2].lower_ in MEASURES:
        start -= 2
        while start > token.sent.start and token.doc[start - 1].dep_ in {"det", "nummod", "advmod", "amod", "quantmod"}:
            start -= 1
    while start < token.i and (token.doc[start].is_punct or token.doc[start].dep_ in {"cc", "case"}):
        start += 1
    plural = token.tag_ in {"NNS", "NNPS"} or token.lower_ in {"people", "police"} | COUNTS
    end = with_complement(token, kind, plural)
    return Phrase(start, end, token.i, kind, "nominal", plural, phrase_gender(token, kind))


def is_joined(three: Span) -> bool:
    """Whether a hyphen joins two words without space ("vice-chairman")."""
    first, hyphen, _ = three
    return hyphen.text == "-" and first.is_alpha and not first.whitespace_ and not hyphen.whitespace_


def inner_start(token: Token) -> int:
    """Where a body named within a phrase begins ("German foreign ministry" of "the German foreign ministry
    spokesman")."""
    start = token.i
    while start > token.sent.start and token.doc[start - 1].dep_ in {"compound", "amod", "nmod"}:
        start -= 1
    return start


def misread_in_headline(token: Token) -> bool:
    """Whether a headline's verb was read as a noun that the token modifies ("Terror truck ploughs into crowd")."""
    block = block_at(token.doc, token.idx)
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return (
        block is not None
        and block.role == "headline"
        and after is not None
        and after == token.head
        and after.is_lower
        and after.text.endswith("s")
        and head_known(after) is None
    )


def head_known(token: Token) -> EntityKind | None:
    """What the head noun refers to: by itself, or by the part after its last hyphen ("ex-policeman",
    "six-year-old")."""
    before = token.doc[token.i - 1].lower_ if token.i else ""
    if token.lower_ == "general" and before in {"consulate", "consul"}:
        return "facility" if before == "consulate" else "person"
    if token.lower_ == "law" and before == "-" and token.i > 3 and token.doc[token.i - 2].lower_ == "in":
        return None
    if token.lower_ == "old" and before == "-" and token.doc[token.i - 2].lower_ == "year":
        return "person" if token.dep_ not in {"amod", "acomp", "ROOT", "advmod"} else None
    if token.lower_ in COUNTS:
        return "person" if token.dep_ in {"nsubj", "nsubjpass"} and not list(token.children) else None
    if is_national(token):
        return "person"
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


def is_national(token: Token) -> bool:
    """Whether a word for a people stands for one or several of it ("an Australian", "two Britons"), not before a noun."""
    if not token.text[:1].isupper() or token.dep_ not in HEADS or territory_by_demonym(token.text) is None:
        return False
    before = [c for c in token.lefts if c.dep_ in {"det", "nummod", "amod"}]
    alone = token.i + 1 == len(token.doc) or token.doc[token.i + 1].tag_ not in {
        "NN",
        "NNS",
        "NNP",
        "NNPS",
        "JJ",
        "HYPH",
    }
    return alone and (token.tag_ == "NNPS" or any(c.lower_ in {"a", "an"} or c.dep_ == "nummod" for c in before))


def leads(word: Token, head: Token, start: int) -> bool:
    """Whether `word`, left of a phrase that begins at `start`, belongs to it."""
    if word.is_space or (
        word.text in {",", ";", ":", "(", "“", "”", '"'} and not (word.text == "," and word.head.i >= start)
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
        if at.head.i == at.i or (
            at.head.i < at.i and at.dep_ not in {"conj", "cc", "case", "punct", "pobj", "prep", "compound"}
        ):
            return False
        at = at.head
        if at.i < start and at.i < word.i:
            continue
    return at.i == head.i


def with_complement(token: Token, kind: EntityKind, plural: bool) -> int:
    """Where the phrase ends: after the head, or after what the head needs ("the capital of Balkh province", "head
    of X")."""
    doc, after = token.doc, token.i + 1
    if "".join(t.text for t in doc[after : after + 4]) == "-in-law":
        return after + 4
    if after + 1 >= len(doc) or plural or doc[after].lower_ not in {"of", "for"}:
        return after
    if kind == "person" and not is_word(token.lower_, "kin"):
        return complement_end(doc, after, min(len(doc), token.i + 14))
    if (kind == "place" or rules(token)) and doc[after].lower_ == "of":
        last = max((t.i for t in doc[after].subtree), default=after)
        inside = doc[after + 1 : last + 1]
        if 0 < len(inside) <= 4 and not any(t.pos_ in {"VERB", "PUNCT"} for t in inside):
            return last + 1
    return after


def rules(token: Token) -> bool:
    """Whether the word is a government, army or parliament of the country or place that "of" tells."""
    doc, after = token.doc, token.i + 1
    named = after + 1 < len(doc) and any(doc[i].ent_type_ == "GPE" for i in range(after + 1, min(after + 3, len(doc))))
    return named and token.lower_ in STATELY


def complement_end(doc: Doc, after: int, stop: int) -> int:
    """Where the "of", "for" and "in" phrases that begin at `after` end: before a comma, a verb or a relative."""
    end = after
    while end < stop and doc[end].lower_ in ROLE_PREPOSITIONS:
        at = end + 1
        while at < stop and in_complement(doc[at]):
            at += 1
        if all(t.pos_ in {"DET", "PRON"} for t in doc[end + 1 : at]):
            break
        end = at
    return end


def in_complement(token: Token) -> bool:
    """Whether the token can go on a phrase after a preposition."""
    return (
        (not token.is_punct or token.text == "-")
        and not token.is_space
        and token.pos_ not in {"VERB", "AUX", "SCONJ", "PRON"}
        and token.lower_
        not in ROLE_PREPOSITIONS | {"who", "which", "that", "on", "after", "before", "by", "during", "and"}
        and token.ent_type_ not in {"DATE", "TIME"}
    )


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
