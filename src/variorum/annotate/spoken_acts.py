"""Spoken acts: what a statement does by its words: who says that he will not pay refuses, that another must go asks for it.

A verb of saying has no PLOVER category; what is said has one where the speaker acts by it: he refuses or pledges to do
something, condemns, thanks or asks in the first person, says what another must do, or calls something a disgrace.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token

from variorum.annotate.clauses import is_passive, is_verb, subject_of
from variorum.annotate.conditions import first_holding
from variorum.annotate.layer import tokens_of
from variorum.annotate.outlook import AHEAD, is_negated
from variorum.annotate.parties import entity_at, is_party
from variorum.knowledge.cues import is_cue
from variorum.model import Mode, Quotation

FIRST_PERSON = frozenset({"i", "we"})
VERBAL = frozenset({"ACCUSE", "SUPPORT", "REJECT", "REQUEST", "AGREE", "CONCEDE"})
"""Categories of what one does by saying so."""
OBLIGING = frozenset({"must", "should"})
UNABLE = frozenset({"can", "ca", "could"})
"""With "not", how one politely refuses what one would agree to ("we cannot accept the offer")."""
PERSISTING = frozenset(
    ["be", "have", "want", "need", "forget", "happen", "become", "seem", "stop", "cease", "quit", "give", "abandon", "fade",
     "fail", "hesitate", "rest"]
)  # fmt: skip
"""Verbs of which "will not" foretells, or says that one goes on, and does not refuse."""


class SpokenAct(NamedTuple):
    """What a statement does: its category, and the clause of the content that tells it."""

    category: str
    clause: Token


def spoken_acts(doc: Doc, category: Callable[[Token], str | None]) -> dict[int, SpokenAct]:
    """The spoken acts of the statements of `doc`, by the token of their cue; `category` is what a clause counts as by itself."""
    found: dict[int, SpokenAct] = {}
    for quotation in doc._.quotations:
        if quotation.cue is None or quotation.declined:
            continue
        taken = [s for clause in clauses_of(doc, quotation) if (s := act_by(clause, quotation, category)) is not None]
        if len({s.category for s in taken}) == 1:
            found.setdefault(tokens_of(doc, quotation.cue).root.i, taken[0])
    return found


def clauses_of(doc: Doc, quotation: Quotation) -> Iterator[Token]:
    """The main verbs of what is said."""
    content = tokens_of(doc, quotation.content)
    inside = range(content.start, content.end)
    for token in content:
        if is_verb(token) and (token.head.i == token.i or token.head.i not in inside):
            yield token


def act_by(clause: Token, quotation: Quotation, category: Callable[[Token], str | None]) -> SpokenAct | None:
    """What the speaker does by a clause of his words; None where he only tells something."""
    subject = subject_of(clause)
    if subject is None or is_cue(clause.lemma_.lower(), "say", "think"):
        return None
    helpers = {c.lower_ for c in clause.children if c.dep_ == "aux"}
    if is_speaker(subject, quotation):
        own = category(clause)
        if is_refused(clause, quotation.mode) or (is_negated(clause) and own == "REJECT" and helpers & UNABLE):
            return SpokenAct("REJECT", clause)
        done = own in VERBAL and not is_passive(clause) and not is_negated(clause)
        return SpokenAct(own, clause) if own is not None and done else None
    if is_negated(clause):
        return None
    if helpers & OBLIGING and is_party(subject) and subject.pos_ != "PRON":
        return SpokenAct("REQUEST", clause)
    complement = next((c for c in clause.children if c.dep_ in {"acomp", "attr"}), None)
    if clause.lemma_ == "be" and complement is not None and not helpers:
        verdict = first_holding(complement, "verdict")
        return SpokenAct(verdict.category, clause) if verdict is not None and verdict.category else None
    return None


def is_speaker(subject: Token, quotation: Quotation) -> bool:
    """Whether a word within somebody's words means himself: "I", or a name or pronoun that was led to him."""
    if quotation.mode != "indirect" and subject.lower_ in FIRST_PERSON:
        return True
    source = quotation.source or (quotation.voice[0].span if quotation.voice else None)
    who = entity_at(tokens_of(subject.doc, source).root) if source is not None else None
    return who is not None and who == entity_at(subject)


def is_refused(clause: Token, mode: Mode) -> bool:
    """Whether a clause tells what its subject will not do: "will not pay", "is not going to pay", "is not willing to pay"; "would
    not pay" only as others tell it."""
    if not is_negated(clause):
        return False
    if clause.lemma_ == "be":
        return any(c.dep_ == "acomp" and c.lower_ in {"willing", "prepared"} for c in clause.children)
    verb: Token | None = clause
    if clause.lower_ == "going":
        verb = next((c for c in clause.children if c.dep_ == "xcomp"), None)
    else:
        helpers = {c.lower_ for c in clause.children if c.dep_ == "aux"}
        if (
            not helpers & (AHEAD if mode == "indirect" else AHEAD - {"would"})
            or "have" in helpers
            or is_passive(clause)
        ):
            return False
    return verb is not None and verb.lemma_.lower() not in PERSISTING and not is_cue(verb.lemma_.lower(), "think")
