"""Outlook: whether what a verb tells was, lies ahead, is denied or only may be, and what that makes of its PLOVER category."""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Token

from variorum.annotate.clauses import is_verb
from variorum.annotate.conditions import code_of
from variorum.annotate.parties import telling_verb
from variorum.knowledge.codes import FRIENDLY, HOSTILE

Outlook = Literal["told", "ahead", "negated", "possible"]

AHEAD = frozenset({"will", "shall", "'ll", "’ll", "wo", "would"})
POSSIBLE = frozenset({"may", "might", "could", "can", "ca"})
DUTIES = frozenset({"must", "should"})
NEGATING = frozenset({"not", "n't", "n’t", "never", "neither", "nor"})


def seen(category: str, outlook: Outlook, *, on_terms: bool) -> str | None:
    """The category of an event that lies ahead, is denied or only possible."""
    match outlook:
        case "negated":
            return "REJECT" if category in FRIENDLY or category == "AGREE" else None
        case "ahead":
            return "AGREE" if category in FRIENDLY else "THREATEN" if category in HOSTILE else category
        case "possible":
            return "THREATEN" if category in HOSTILE and on_terms else None
    return category


def outlook_of(token: Token) -> Outlook:
    """Whether a verb tells what was, will be, was not or may be; an infinitive is as the verb above it ("will try to")."""
    verb = token if is_verb(token) else telling_verb(token)
    while verb is not None:
        own = {c.lower_ for c in verb.children if c.dep_ in {"aux", "neg", "advmod"}}
        if is_negated(verb):
            return "negated"
        if own & AHEAD:
            return "ahead"
        if own & POSSIBLE or own & DUTIES:
            return "possible"
        if (verb.dep_ == "xcomp" and is_through(verb.head)) or (
            verb.dep_ == "conj" and is_verb(verb.head) and bare(verb)
        ):
            verb = verb.head
        else:
            return "told"
    return "told"


def bare(verb: Token) -> bool:
    """Whether a verb has neither subject nor auxiliary of its own, and so shares those of the verb it is joined to."""
    return verb.tag_ == "VB" and not any(c.dep_ in {"nsubj", "nsubjpass", "aux", "auxpass"} for c in verb.children)


def is_negated(verb: Token) -> bool:
    """Whether a verb is denied: "not", "never", "no longer"."""
    return any(
        c.dep_ == "neg" or c.lower_ in NEGATING or (c.lower_ == "longer" and any(n.lower_ == "no" for n in c.children))
        for c in verb.children
        if c.dep_ in {"neg", "advmod", "preconj", "cc"}
    )


def is_through(token: Token) -> bool:
    """Whether the verb below `token` is what counts ("continued to send")."""
    found = code_of(token)
    return found is None or found.takes in {"through", "plan"}


def has_terms(token: Token) -> bool:
    """Whether an "if" or "unless" hangs on a verb."""
    return any(c.dep_ == "advcl" and any(m.lower_ in {"if", "unless"} for m in c.children) for c in token.children)
