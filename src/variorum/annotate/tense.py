# ruff: noqa: SIM905  (word lists read better as words)
"""Whether the verb that governs a time looks back or ahead: "burned down on Friday", "will hear the case on Friday"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from variorum.annotate.status import is_put_off
from variorum.annotate.time_reading import Tense

AHEAD_VERBS = frozenset(
    (
        "plan expect schedule set intend hope agree vow prepare want due promise pledge postpone slate payable propose "
        "aim delay ready book bill fix invite order ask urge threaten"
    ).split()
)
"""Verbs and adjectives whose infinitive lies ahead of them."""
FIXED_AHEAD = frozenset("plan schedule set due slate expect bill postpone delay payable".split())
"""Of these the participle alone sets the date ahead ("a vote scheduled for Friday")."""
TIMETABLED = frozenset(
    (
        "open start begin meet vote arrive leave return resume end expire close face go travel host play appear fly "
        "head take come hold launch kick conclude convene"
    ).split()
)
"""Verbs whose simple present tells of what is fixed for a day to come ("the summit opens on Friday")."""
AHEAD_WORDS = frozenset({"until", "till", "by"})
VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
PARTICIPLE_PLACES = frozenset({"acl", "acomp", "amod", "ROOT", "advcl", "conj"})
STEPS = 12


def token_in(doc: Doc, start: int, end: int) -> Token | None:
    """The head of the words at `start:end`."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return span.root if span is not None and len(span) else None


def in_noun_phrase(doc: Doc, start: int, end: int) -> bool:
    """Whether the time hangs on a noun ("his speech in March", "Sunday's vote") and not on a verb."""
    token = token_in(doc, start, end)
    if token is None:
        return False
    above = token.head
    if above.tag_ in ("IN", "TO") and above.head.i != above.i:
        above = above.head
    return above is not token and above.tag_.startswith("NN")


def tense_at(doc: Doc, start: int, end: int) -> Tense:
    """`past` or `future` by the verb above the time at `start:end`; None where the words decide nothing."""
    token = token_in(doc, start, end)
    if token is None:
        return None
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is not None and span.start and doc[span.start - 1].lower_ in AHEAD_WORDS:
        return None if doc[span.start - 1].lower_ == "by" and verb_tense(token) == "past" else "future"
    if span is not None and span.start and doc[span.start - 1].lower_ == "to" and is_put_off(doc[span.start - 1].head):
        return "future"
    if span is not None and span.start > 1 and doc[span.start - 2 : span.start].text.lower() == "ahead of":
        return "future"
    return verb_tense(token)


def verb_tense(token: Token) -> Tense:
    """The tense of the nearest verb above `token`."""
    for _ in range(STEPS):
        if token.lemma_ in FIXED_AHEAD and token.tag_ in ("VBN", "JJ"):
            helped = any(c.dep_ in ("aux", "auxpass") for c in token.children)
            if helped or token.dep_ in PARTICIPLE_PLACES:
                return "future"
        if token.tag_ in VERBS:
            tense = own_tense(token)
            if tense is not None:
                return tense
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def own_tense(verb: Token) -> Tense:
    """What the verb's form and its auxiliaries tell; None for an infinitive, which its governor decides."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if helpers & {"will", "shall", "'ll", "’ll", "wo"} or ("would" in helpers and "have" not in helpers):
        return "future"
    if "to" in helpers and verb.tag_ == "VB":
        governor = verb.head
        if governor is not verb and (governor.lemma_ in AHEAD_VERBS or governor.lemma_ in ("be", "go")):
            return "future"
        return None
    if helpers & {"have", "has", "had", "was", "were", "did", "'ve", "’ve"}:
        return "past"
    if verb.tag_ == "VBD":
        return "past"
    if verb.tag_ == "VBN" and not helpers:
        return "past" if verb.dep_ in ("acl", "advcl", "ROOT", "relcl") else None
    if verb.tag_ in ("VBZ", "VBP") and verb.lemma_ in TIMETABLED:
        return "future"
    if verb.tag_ == "VBG" and helpers & {"is", "are", "'s", "’s", "'re", "am"}:
        return "future"
    return None
