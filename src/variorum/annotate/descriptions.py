"""What the sentence says that a body, animal, place or thing is that it names: "Vexo, a trading firm", "messaging app Vexo"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from variorum.annotate.names import Name
from variorum.annotate.nominals import complement_end
from variorum.knowledge.people import head_kind, is_word

ARTICLES = frozenset({"a", "an", "the"})
COMMON = frozenset({"NN", "NNS"})
LONGEST = 14  # words of a description
CLOSERS = frozenset({",", ".", ";", ":", ")", "–", "—"})
OPENS_RELATIVE = frozenset({"that", "which", "who", "whose", "where"})
MODIFYING = frozenset({"compound", "amod", "nmod", "punct", "nummod", "poss"})
ALONE = frozenset({"organisation", "group", "thing"})  # kinds of nouns that say enough in one word ("firm Vexo")
ELSE = frozenset({"person", "place"})  # kinds of nouns that stand before a body's name and tell of another


def described_as(doc: Doc, name: Name) -> Iterator[tuple[int, int]]:
    """The tokens of each description tied to the name of what is no person: an apposition behind it or before it, nouns that lead
    up to it.

    A noun for a person before the name of a body tells of somebody else ("rival Vexo", "owner Vexo").
    """
    for told in (apposition(doc, name), phrase_ahead(doc, name)):
        if told is not None:
            yield told
    before = nouns_before(doc, name)
    if before is not None and name.kind != "place":
        yield before


def apposition(doc: Doc, name: Name) -> tuple[int, int] | None:
    """The phrase with an article that stands in apposition behind the name, up to a comma or what it is said to do."""
    at = past_bracket(doc, name.end)
    if at + 2 >= len(doc) or doc[at].text not in {",", "–", "—"} or doc[at + 1].lower_ not in ARTICLES:
        return None
    head = next((t for t in doc[at + 2 : at + LONGEST] if t.left_edge.i == at + 1 or doc[at + 1].head == t), None)
    if head is None or head.tag_ not in COMMON or not is_apposed(head, name, at):
        return None
    line = next((t.i + 1 for t in doc[at : head.i + LONGEST] if "\n" in t.text_with_ws), len(doc))
    if line <= head.i:
        return None
    end = complement_end(doc, head.i + 1, min(line, head.i + LONGEST))
    goes_on = doc[end] if end < len(doc) else None
    if (
        goes_on is None
        or end == line
        or goes_on.text in CLOSERS
        or goes_on.lower_ in OPENS_RELATIVE
        or goes_on.tag_ in {"VBG", "VBN"}
    ):
        return at + 1, end
    return None


def past_bracket(doc: Doc, at: int) -> int:
    """The token behind a short form in brackets ("(KSG)") that begins at `at`, else `at`."""
    return at + 3 if at + 3 < len(doc) and doc[at].text == "(" and doc[at + 2].text == ")" else at


def is_apposed(head: Token, name: Name, at: int) -> bool:
    """Whether the phrase of `head` behind the comma at `at` says what the name is: by the parse, of a place by the noun
    itself ("Dresva, the capital of Norland"), behind a bracket where the parse has the phrase beside the name's."""
    kinds = {head_kind(head.lower_), head_kind(head.lemma_.lower())}
    if name.kind == "place":
        return "place" in kinds
    if kinds & ELSE:
        return False
    if head.dep_ == "appos" and name.start <= head.head.i < name.end:
        return True
    return at > name.end and head.dep_ in {"attr", "appos", "conj", "dobj", "pobj"}


def phrase_ahead(doc: Doc, name: Name) -> tuple[int, int] | None:
    """The phrase that the name stands in apposition to: "a corporate law firm, Vexo, was searched"."""
    comma, root = name.start - 1, doc[name.start : name.end].root
    closes = doc[name.end].text if name.end < len(doc) else "."
    if comma < 1 or doc[comma].text != "," or root.dep_ != "appos" or closes not in CLOSERS or name.kind == "place":
        return None
    head = root.head
    start = head.left_edge.i
    if head.tag_ != "NN" or not start <= head.i < comma or comma - start > LONGEST or names_people(head):
        return None
    return (start, comma) if doc[start].lower_ in ARTICLES and complement_end(doc, head.i + 1, comma) == comma else None


def nouns_before(doc: Doc, name: Name) -> tuple[int, int] | None:
    """The common nouns that lead up to the name within its phrase ("US credit firm", "parent company")."""
    last = name.start - 1
    if last < 0 or not is_noun(doc[last]) or not doc[last].is_lower or doc[last].text_with_ws.endswith("\n"):
        return None
    root = doc[name.start : name.end].root
    leading = doc[last].head == root and doc[last].dep_ in MODIFYING
    named = root.head.i == last if root.dep_ == "appos" else root.dep_ == doc[last].dep_ and root.head == doc[last].head
    if not (leading or named):
        return None
    if names_people(doc[last]) or is_word(doc[last].lower_, "title"):
        return None
    first = last
    while first > 0 and leads_up(doc[first - 1], first, name.end):
        first -= 1
    while first < last and not doc[first].is_alpha:
        first += 1
    of_one_word = first == last and (head_kind(doc[last].lower_) not in ALONE or doc[last - 1].text == "-")
    return None if of_one_word else (first, name.start)  # "a home Grand Prix", "a seven-term House member"


def is_noun(word: Token) -> bool:
    """Whether a word is a noun in the singular, or an adjective by form that is known for one ("the regional daily Vexo")."""
    return word.tag_ == "NN" or (word.tag_ == "JJ" and head_kind(word.lower_) == "organisation")


def leads_up(word: Token, first: int, end: int) -> bool:
    """Whether the word before the token `first` is of the same phrase: a modifier, no article, owner or number of its own."""
    if word.lower_ in ARTICLES or word.tag_ in {"PRP$", "POS", "CD", "DT", "PDT"} or word.text_with_ws.endswith("\n"):
        return False
    after = word.doc[first]
    if after.tag_ == "POS" or (word.is_punct and word.text != "-"):
        return False
    return word.dep_ in MODIFYING and first <= word.head.i < end


def names_people(noun: Token) -> bool:
    """Whether a noun speaks of a person or place, who is another than a body or thing of the name beside it."""
    return head_kind(noun.lower_) in ELSE or head_kind(noun.lemma_.lower()) in ELSE
