"""What speaks for the kind of a name: its own words, the tables and the gazetteer, and the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from spacy.tokens import Doc

from variorum.annotate.name_candidates import FOREIGN_OF, GENITIVES, Candidate
from variorum.annotate.name_shapes import kind_before, kind_called
from variorum.encoder.words import stem, weight
from variorum.knowledge.cues import is_cue
from variorum.knowledge.gazetteer import places_called, state_abbreviations
from variorum.knowledge.outlets import outlet_by_name
from variorum.knowledge.people import closing_kind, gender_of, head_kind, is_word, known_kind
from variorum.knowledge.territories import territory_by_name
from variorum.model import EntityKind

LARGE = 150_000
PLACE_PREPOSITIONS = {
    "in",
    "near",
    "outside",
    "around",
    "across",
    "throughout",
    "within",
    "inside",
    "into",
    "toward",
    "towards",
}
HUMAN_VERBS = frozenset(
    [
        "marry",
        "die",
        "study",
        "bear",
        "graduate",
        "retire",
        "smile",
        "walk",
        "wear",
        "love",
        "live",
        "divorce",
        "survive",
        "wed",
        "remember",
        "recall",
        "resign",
        "speak",
        "sit",
        "stand",
        "nod",
        "laugh",
        "cry",
        "weep",
        "drive",
        "travel",
        "visit",
        "sleep",
        "wake",
        "shout",
        "feel",
        "fall",
        "remarry",
        "testify",
        "convict",
        "sentence",
        "jail",
    ]
)
MILLION = 1_000_000
DESIGNATION = re.compile(r"[A-Z][A-Za-z]*[a-z][A-Za-z]*-\d{1,3}[A-Z]{0,2}")
"""A name with the number of the piece ("Orbsat-1")."""
NAMELIKE = 4.5
"""Weight from which a word is no common one ("Top-10")."""
ARMED = {"liberation", "resistance", "jihad", "militia", "mujahideen", "revolutionary", "brigades"}


def weigh(doc: Doc, candidate: Candidate) -> None:
    """Add to the candidate's votes what its words and its surroundings say of its kind."""
    words, last = doc[candidate.start : candidate.end].text, doc[candidate.end - 1].lower_
    votes = candidate.votes
    long = candidate.end - candidate.start > 1
    if candidate.sure is None and known_kind(words):
        candidate.sure = known_kind(words)
    if candidate.sure is not None:
        votes[candidate.sure] += 6.0
        return
    territory = territory_by_name(words)
    if territory is not None:
        votes["place"] += 4.0
    elif known_place(words):
        votes["place"] += 3.5 if is_metropolis(words) else 1.5 if long else 1.0
    first = doc[candidate.start].lower_
    closing = closing_kind(last) or (closing_kind(first) if named_of(doc, candidate) else None)
    if closing is not None and long:
        votes[closing] += 4.0
    if long and outlet_by_name(words) is not None:
        votes["organisation"] += 4.0
    for kind, how_much in context(doc, candidate):
        votes[kind] += how_much
    if long and gender_of(doc[candidate.start].text) and closing is None:
        votes["person"] += 2.0
    if closing in {"organisation", None} and any(w.lower_ in ARMED for w in doc[candidate.start : candidate.end]):
        votes["group"] += 5.0
    if words in state_abbreviations() and words.count(".") > 1:
        votes["place"] += 3.0
    if DESIGNATION.fullmatch(words) and weight(stem(words.split("-")[0].lower())) >= NAMELIKE:
        votes["thing"] += 2.0
    if words.isupper() and 2 <= len(words) <= 6 and not long and territory is None:
        votes["organisation"] += 1.5


@lru_cache(maxsize=4096)
def known_place(words: str) -> bool:
    """Whether the gazetteer has a region, site or larger city of this name."""
    return any(p.feature != "city" or p.population >= LARGE for p in places_called(words)) or is_metropolis(words)


@lru_cache(maxsize=4096)
def is_metropolis(words: str) -> bool:
    """Whether a city of a million or more bears the name, or one that our own table keeps under it ("NYC"): then
    little else does."""
    cities = [p for p in places_called(words) if p.feature == "city"]
    return any(p.population >= MILLION or p.geonames is None for p in cities)


def named_of(doc: Doc, candidate: Candidate) -> bool:
    """Whether the name is a noun with "of": "Ministry of Trade", "Promenade des Anglais"."""
    return candidate.end - candidate.start > 2 and doc[candidate.start + 1].lower_ in {"of", "for"} | FOREIGN_OF


def context(doc: Doc, candidate: Candidate) -> Iterator[tuple[EntityKind, float]]:
    """What stands around the candidate and speaks for a kind."""
    start, end = candidate.start, candidate.end
    before = doc[start - 1] if start else None
    after = doc[end] if end < len(doc) else None
    root = doc[start:end].root
    if before is not None and before.text == "." and start > 1 and is_word(doc[start - 2].lower_, "title"):
        yield "person", 4.0
    if (
        root.dep_ == "pobj"
        and root.head.lower_ == "as"
        and root.head.head.lemma_ in {"know", "identify", "name", "nickname"}
    ):
        yield (
            "person",
            1.0 + 3.0 * (root.head.head.dep_ == "acl" and is_word(root.head.head.head.lemma_.lower(), "person", "kin")),
        )
    if after is not None and doc[end - 1].text.isdigit() and end - start > 1 and head_kind(after.lower_) == "thing":
        yield "thing", 2.5
    called = kind_called(root)
    if called is not None:
        yield called, 4.0
    if before is not None and is_title_before(doc, start):
        yield "person", 4.0
    if is_body_apposed(doc, start, end):
        yield "organisation", 3.0
    sort = kind_before(doc, start)
    if sort is not None:
        yield sort, 6.0 if sort == "organisation" else 3.0
    if (
        after is not None
        and after.text == ","
        and end + 2 < len(doc)
        and doc[end + 1].text.isdigit()
        and doc[end + 2].text in ",."
    ) and len(doc[end + 1].text) <= 2:
        yield "person", 4.0
    if end - start > 1 and after is not None and after.text == "," and is_role_after(doc, end + 1):
        yield "person", 2.5
    if root.dep_ == "nsubj" and is_cue(root.head.lemma_, "say", "manner", "tell", "ask"):
        yield "person", 1.5
        yield "organisation", 0.7
    if (after is not None and after.lower_ in {"who", "whose", "whom"}) or (
        after is not None and after.text == "," and end + 1 < len(doc) and doc[end + 1].lower_ in {"who", "whose"}
    ):
        yield "person", 2.0
    if before is not None and before.lower_ in PLACE_PREPOSITIONS and root.dep_ == "pobj":
        yield "place", 1.0
    if before is not None and (before.lower_ == "of" and start > 1 and is_word(doc[start - 2].lower_, "place-before")):
        yield "place", 4.0
    if before is not None and is_word(before.lower_, "place-before") and before.text.islower() and before.head == root:
        yield "place", 2.5
    if (
        after is not None
        and after.text.islower()
        and root.head == after
        and is_word(after.lower_, "place-name", "place-before")
    ):
        yield "place", 2.5
    if after is not None and after.text == "," and end + 1 < len(doc) and territory_by_name(doc[end + 1].text):
        yield "place", 1.5
    if after is not None and after.text in GENITIVES and end + 1 < len(doc) and is_word(doc[end + 1].lower_, "kin"):
        owner = doc[end + 1].dep_ == "compound" and is_word(doc[end + 1].head.lower_, "organisation")
        yield ("organisation" if owner else "person"), 2.0
    if root.dep_ in {"nsubj", "nsubjpass"}:
        if root.head.lemma_ in HUMAN_VERBS:
            yield "person", 1.5
        if pronoun_follows(doc, candidate):
            yield "person", 0.7


def is_role_after(doc: Doc, at: int) -> bool:
    """Whether a person's role in small letters begins here ("president of the region", "the former mayor")."""
    while at + 1 < len(doc) and (doc[at].lower_ in {"the", "a", "an"} or doc[at].pos_ == "ADJ"):
        at += 1
    return at < len(doc) and doc[at].is_lower and doc[at].tag_ == "NN" and is_word(doc[at].lower_, "person", "title")


def pronoun_follows(doc: Doc, candidate: Candidate) -> bool:
    """Whether "he", "her" and the like come later in the sentence, where the recogniser sees no other person."""
    sentence = doc[candidate.start].sent
    if any(t.ent_type_ == "PERSON" for t in sentence if not candidate.start <= t.i < candidate.end):
        return False
    return any(
        t.lower_ in {"he", "his", "him", "himself", "she", "her", "herself"} for t in doc[candidate.end : sentence.end]
    )


def is_title_before(doc: Doc, start: int) -> bool:
    """Whether a title or a small-letter role word stands just before ("General X", "army chief X"), not a whole
    phrase of its own."""
    word = doc[start - 1]
    if word.text[:1].isupper():
        return is_word(word.lower_.rstrip("."), "title") and (start < 2 or doc[start - 2].lower_ != "of")
    return is_word(word.lower_, "person", "title") and word.tag_ == "NN" and doc[start].head != word and word.dep_ in {
        "compound", "nmod", "amod", "nsubj", "appos", "pobj", "dobj", "conj"
    } and (word.dep_ == "compound" or doc[start].dep_ == "appos")  # fmt: skip


def is_body_apposed(doc: Doc, start: int, end: int) -> bool:
    """Whether a phrase with an article, apposed to the name behind or before it, says that it is a body ("X, a law firm,")."""
    root = doc[start:end].root
    behind = end + 1 < len(doc) and doc[end].text in {",", "–", "—"} and doc[end + 1].lower_ in {"a", "an", "the"}
    told = [c for c in root.children if behind and c.dep_ == "appos" and c.left_edge.i == end + 1]
    if (
        root.dep_ == "appos"
        and start
        and doc[start - 1].text == ","
        and root.head.left_edge.lower_ in {"a", "an", "the"}
    ):
        told += [root.head] if root.head.i < start else []
    return any(t.tag_ == "NN" and head_kind(t.lower_) == "organisation" for t in told)
