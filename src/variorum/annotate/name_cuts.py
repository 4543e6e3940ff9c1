"""Where one stretch that was taken for a name holds more: a people's noun before a person ("Norlandman Emil Vass"), an
owner and a person ("Lantern's Emil Vass"), a thing and a person ("the Karsholm of Emil Vass"), a person and a thing."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Doc, Token

from variorum.annotate.layer import once_a_doc
from variorum.annotate.name_shapes import is_proper
from variorum.encoder.words import stem, weight
from variorum.knowledge.people import closing_kind, head_kind, is_word
from variorum.knowledge.territories import territory_by_demonym, territory_by_weak_demonym
from variorum.model import EntityKind

Piece = tuple[int, int, EntityKind]
POSSESSIVE = frozenset({"'s", "’s"})
PLATFORMS = frozenset(
    {"twitter", "facebook", "instagram", "youtube", "telegram", "whatsapp", "weibo", "snapchat", "tiktok"}
)
RARE = 5.3
"""Weight from which a word stands in few texts but as a name."""


@once_a_doc
def persons_of(doc: Doc) -> Counter[tuple[str, ...]]:
    """The full names that the recogniser takes for persons', with how often it does."""
    return Counter(words_in(doc, e.start, e.end) for e in doc.ents if e.label_ == "PERSON" and len(e) > 1)


@once_a_doc
def lone_names(doc: Doc) -> dict[str, str]:
    """The single words that are a name by themselves somewhere, with the recogniser's first label."""
    found: dict[str, str] = {}
    for entity in doc.ents:
        words = words_in(doc, entity.start, entity.end)
        if len(words) == 1:
            found.setdefault(words[0], entity.label_)
    return found


def words_in(doc: Doc, start: int, end: int) -> tuple[str, ...]:
    """The words of the tokens `start:end`, a genitive behind them left out."""
    end -= end > start and doc[end - 1].text in POSSESSIVE
    return tuple(t.text for t in doc[start:end])


def cut_names(doc: Doc, start: int, end: int, kind: EntityKind | None) -> list[Piece]:
    """The names in the tokens `start:end`, taken for one of `kind` (None: none is known), each with its kind; empty where they
    are one name."""
    if end - start < 3 or any("\n" in t.text_with_ws for t in doc[start : end - 1]):
        return []
    if is_posted_on(doc, start) and all(is_proper(doc, i) for i in range(start + 1, end)):
        return [(start + 1, end, "person")]
    if is_people_noun(doc[start], kind) and all(is_proper(doc, i) for i in range(start + 1, end)):
        return [(start + 1, end, "person")]
    for at in range(start + 1, end - 2):
        owner: EntityKind = "organisation" if kind is None or kind == "person" else kind
        if doc[at].text in POSSESSIVE and is_person_here(doc, at + 1, end):
            return [(start, at, owner), (at + 1, end, "person")]
        if doc[at].lower_ == "of" and persons_of(doc)[words_in(doc, at + 1, end)]:
            return [(start, at, owner), (at + 1, end, "person")]
    if kind == "person" and is_owned(doc, words_in(doc, start, end - 1), doc[end - 1].text):
        return [(start, end - 1, "person"), (end - 1, end, "organisation")]
    return []


def is_posted_on(doc: Doc, start: int) -> bool:
    """Whether the token is where somebody posted it, who is named behind it: "wrote on Twitter Emil Vass"."""
    return doc[start].lower_ in PLATFORMS and start > 0 and doc[start - 1].lower_ in {"on", "via"}


def is_owned(doc: Doc, person: tuple[str, ...], owner: str) -> bool:
    """Whether the report elsewhere calls the person by the full name behind an owner's ("Karsholm's Emil Vass")."""
    if not persons_of(doc)[person]:
        return False
    behind = (t.i + 1 for t in doc[1:] if t.text in POSSESSIVE and doc[t.i - 1].text == owner)
    return any(words_in(doc, at, at + len(person)) == person for at in behind)


def is_people_noun(token: Token, kind: EntityKind | None) -> bool:
    """Whether a word for one of a people stands before a name: a noun by its form ("Norlandman"), any before a person's."""
    if territory_by_demonym(token.text) is None and territory_by_weak_demonym(token.text) is None:
        return False
    return is_countryman(token) or (kind == "person" and not is_word(token.text, "given"))


def is_countryman(token: Token) -> bool:
    """Whether the word names one of a people and can be no adjective ("Frenchman")."""
    return token.lower_.endswith(("man", "woman")) and len(token) > 6 and territory_by_demonym(token.text) is not None


def is_person_here(doc: Doc, start: int, end: int) -> bool:
    """Whether the tokens behind a genitive are a person's full name: one known from elsewhere, a given name first, or rare words
    of which the report uses the last by itself."""
    if not 2 <= end - start <= 4 or not all(is_proper(doc, i) for i in range(start, end)):
        return False
    last = doc[end - 1].lower_
    if closing_kind(last) is not None or head_kind(last) is not None:
        return False
    rare = all(weight(stem(t.lower_)) >= RARE for t in doc[start:end])
    by_itself = lone_names(doc).get(doc[end - 1].text) in {"PERSON", "ORG"}
    known = bool(persons_of(doc)[words_in(doc, start, end)])
    return known or is_word(doc[start].text, "given") or (rare and by_itself)


def with_number(doc: Doc, end: int) -> int:
    """Where a name ends once the number of the piece before its kind is counted in ("Orbsat 1 satellite")."""
    if (
        end + 1 >= len(doc)
        or not doc[end].text.isdigit()
        or len(doc[end]) > 3
        or doc[end].ent_type_ in {"DATE", "MONEY"}
    ):
        return end
    return end + 1 if doc[end + 1].tag_ == "NN" and head_kind(doc[end + 1].lower_) == "thing" else end


def with_surname(doc: Doc, start: int, end: int) -> int:
    """Where a person's name ends once the rare word is counted in that it leads up to ("Denis Vassou" before "Karsh")."""
    after = doc[end] if end < len(doc) else None
    if after is None or after.ent_type_ or not is_proper(doc, end) or doc[end - 1].head != after or end - start < 2:
        return end
    apart = "\n" in doc[end - 1].text_with_ws or not doc[end - 1].whitespace_ or is_proper(doc, end + 1)
    apart |= not all(is_proper(doc, i) for i in range(start, end))
    told = (
        closing_kind(after.lower_) or head_kind(after.lower_) or is_word(after.lower_, "title", "person", "place-name")
    )
    return end if apart or told or after.text.isupper() or weight(stem(after.lower_)) < RARE else end + 1
