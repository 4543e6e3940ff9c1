"""Names that their shape tells where the recogniser passes over them or sees a part: "the Vassmanns", "The Lantern" told in
mid-sentence, "Karsholm Police" before its chief, "Norish" for Norish Airlines, "Ostra Ravens" of which only "Ostra" was seen."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from variorum.annotate.layer import block_at
from variorum.knowledge.people import closing_kind, head_kind, is_word
from variorum.knowledge.territories import territory_by_demonym
from variorum.model import EntityKind

FIRM = frozenset({"company", "co", "corporation", "corp", "inc", "ltd", "plc", "llc", "motors", "airlines", "airways"})
"""Words that close the name of a firm."""
PROPER = frozenset({"NNP", "NNPS"})
FORCE = frozenset({"police", "constabulary", "sheriff"})
CALLING = frozenset({"call", "name", "nickname", "dub"})


def shaped_names(doc: Doc) -> Iterator[tuple[int, int, EntityKind]]:
    """The names of `doc` that their shape alone tells, as tokens `start:end` with their kind."""
    surnames = {e[-1].text for e in doc.ents if e.label_ == "PERSON" and len(e) > 1}
    firms = {e[0].text for e in doc.ents if len(e) > 1 and e[-1].lower_.strip(".") in FIRM}
    for token in doc:
        if is_family(token, surnames):
            yield token.i, token.i + 1, "group"
        elif is_force(token):
            yield force_start(token), token.i + 1, "organisation"
        elif is_shorthand(token, firms):
            yield token.i, token.i + 1, "organisation"
        elif token.i > 1 and token.nbor(-1).text == "-" and is_party(doc, token.i - 2) and is_proper(doc, token.i):
            yield token.i, token.i + 1, "place"
        elif is_titled(token):
            yield token.i, title_end(token), "organisation"


def is_family(token: Token, surnames: set[str]) -> bool:
    """Whether the word is the plural of a surname of the report behind "the" ("the Vassmanns")."""
    word = token.text
    base = word[:-2] if word.endswith("es") and word[:-2] in surnames else word[:-1]
    before = token.nbor(-1).lower_ if token.i else ""
    return word.endswith("s") and base in surnames and before == "the" and not is_proper(token.doc, token.i + 1)


def is_force(token: Token) -> bool:
    """Whether the word closes the name of a town's police before the title of an officer ("Karsholm Police Chief")."""
    doc, at = token.doc, token.i
    officer = at + 1 < len(doc) and doc[at + 1].text.istitle() and is_word(doc[at + 1].lower_.rstrip("."), "title")
    return token.lower_ in FORCE and token.text.istitle() and officer and is_proper(doc, at - 1)


def force_start(token: Token) -> int:
    """The first of the capitalised words that lead up to a force's closing noun."""
    start = token.i - 1
    while is_proper(token.doc, start - 1) and not is_word(token.doc[start - 1].lower_, "title"):
        start -= 1
    return start


def is_shorthand(token: Token, firms: set[str]) -> bool:
    """Whether a word for a people stands as a name, so that it is the firm that opens with it ("flying on Norish")."""
    if token.text not in firms or token.tag_ != "NNP" or territory_by_demonym(token.text) is None:
        return False
    return token.dep_ in {"nsubj", "pobj", "dobj", "poss", "nsubjpass", "conj"} and not is_proper(
        token.doc, token.i + 1
    )


def is_party(doc: Doc, at: int) -> bool:
    """Whether a letter for a party stands before the hyphen and state of who sits for it ("(D-Ohio)", ", R-Ohio,")."""
    return doc[at].text in {"D", "R", "I"} and at > 0 and doc[at - 1].text in {"(", ",", "["}


def past_party(doc: Doc, at: int) -> int:
    """The comma behind what tells a politician's party at the token `at` after his name ("X (D-Ostra), the speaker"); `at`
    where nothing does."""
    if at + 1 >= len(doc) or doc[at].text not in {",", "("} or not is_party(doc, at + 1):
        return at
    closing = ")" if doc[at].text == "(" else ","
    end = next((i for i in range(at + 2, min(len(doc), at + 8)) if doc[i].text == closing), at)
    return (
        end + 1 if closing == ")" and end + 1 < len(doc) and doc[end + 1].text == "," else end if closing == "," else at
    )


def is_hyphen(doc: Doc, at: int) -> bool:
    """Whether the token joins two words without space ("talk-show host")."""
    return doc[at].text == "-" and at > 0 and not doc[at].whitespace_ and not doc[at - 1].whitespace_


def is_titled(token: Token) -> bool:
    """Whether a capital "The" in mid-sentence opens a title ("told The Lantern")."""
    doc, at = token.doc, token.i
    if token.text != "The" or token.is_sent_start or at == 0 or not is_proper(doc, at + 1) or doc[at + 1].ent_type_:
        return False
    before, block = doc[at - 1], block_at(doc, token.idx)
    inside = block is None or block.role != "headline"
    return inside and before.is_lower and before.is_alpha and not doc[at + 1].text.isupper()


def title_end(token: Token) -> int:
    """Where the capitalised words after "The" end."""
    end = token.i + 2
    while is_proper(token.doc, end) and not token.doc[end].ent_type_:
        end += 1
    return end


def is_proper(doc: Doc, at: int) -> bool:
    """Whether a capitalised proper noun stands at `at`."""
    return 0 <= at < len(doc) and doc[at].tag_ in PROPER and doc[at].text[:1].isupper()


def run_on(doc: Doc, start: int, end: int) -> int:
    """Where a place's or a people's name ends once the proper nouns that it is part of are counted in ("Ostra Ravens")."""
    block = block_at(doc, doc[start].idx)
    if block is not None and block.role == "headline":
        return end
    after = end
    while is_proper(doc, after) and is_free(doc[after]) and "\n" not in doc[after - 1].text_with_ws:
        after += 1
    head = doc[end - 1].head.i
    part = end <= head < after or (after > end and doc[after - 1].head.i == head and head > after)
    return after if part and doc[end - 1].dep_ in {"compound", "nmod", "amod"} else end


def is_free(token: Token) -> bool:
    """Whether the word is in no entity and no title, role or sort of people, which stand beside a name, not in it."""
    word = token.lower_.rstrip(".")
    return not token.ent_type_ and not is_word(word, "title", "person") and head_kind(token.lemma_.lower()) != "group"


def kind_before(doc: Doc, start: int) -> EntityKind | None:
    """The kind that a small-letter noun just before tells, of which the name is the name ("credit firm X", "the ferry X")."""
    if start == 0 or not doc[start - 1].is_lower or doc[start - 1].tag_ not in {"NN", "NNS"}:
        return None
    word = doc[start - 1]
    kind: EntityKind | None = "organisation" if word.lower_ in {"giant", "maker", "startup"} else None
    if kind is None and is_word(word.lower_, "organisation"):
        kind = "organisation"
    elif kind is None and word.tag_ == "NN" and is_word(word.lower_, "thing"):
        kind = "thing"
    leads = doc[start].dep_ == "appos" or (word.dep_ == "compound" and word.tag_ == "NN")
    return kind if leads else None


def kind_called(root: Token) -> EntityKind | None:
    """The kind of what is "called", "named" so, as its head noun tells ("a charity called X")."""
    if root.dep_ != "oprd" or root.head.dep_ != "acl" or root.head.lemma_ not in CALLING:
        return None
    return head_kind(noun_named(root).lemma_.lower())


def noun_named(root: Token) -> Token:
    """The noun that "named" and the like tie to the name of `root`: what stands in apposition by its sex is the noun before
    ("the lion, a young male named X")."""
    noun = root.head.head
    return noun.head if noun.dep_ == "appos" and noun.lower_ in {"male", "female"} else noun


def over_and(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The whole name of a body of which "and" is a part: "Fish and Wildlife Service" where "Wildlife Service" was seen,
    "Karsholm Zoo and Botanical Garden" where the recogniser stopped at "and", "Center for Missing and Exploited Children"."""
    if doc[end - 1].lower_ == "and" and closing_kind(doc[run_end(doc, end) - 1].lower_) in {"organisation", "facility"}:
        return start, run_end(doc, end)
    stops = end + 2 < len(doc) and doc[end].lower_ == "and" and any(t.lower_ in {"of", "for"} for t in doc[start:end])
    if stops and is_proper(doc, end + 1) and run_end(doc, end + 1) - end > 2 and is_free(doc[end + 1]):
        return start, run_end(doc, end + 1)
    closes = closing_kind(doc[end - 1].lower_) is not None and start > 1 and doc[start - 1].lower_ == "and"
    if (
        closes
        and is_proper(doc, start - 2)
        and not doc[start - 2].ent_type_
        and closing_kind(doc[start - 2].lower_) is None
    ):
        start -= 2
        while is_proper(doc, start - 1) and "\n" not in doc[start - 1].text_with_ws:
            start -= 1
    return start, end


def run_end(doc: Doc, at: int) -> int:
    """Where the proper nouns that begin at `at` end."""
    while is_proper(doc, at):
        at += 1
    return at
