"""Dating: which predicate a date belongs to, and which others of the sentence it dates along with that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from spacy.tokens import Doc, Token

from variorum.annotate.clauses import is_verb, subject_of
from variorum.annotate.layer import tokens_of
from variorum.annotate.roles import event_told

UNTOLD_PAST = {
    "has",
    "have",
    "had",
    "'ve",
    "’ve",
    "'d",
    "’d",
    "will",
    "would",
    "could",
    "can",
    "may",
    "might",
    "should",
}
"""Helpers of a verb that does not simply tell what was done."""
BESIDE = {"poss", "compound", "nmod", "nummod", "amod"}
"""How a date hangs on the noun that it stands before ("Sunday's race", "the 2011 uprising")."""
WITHIN = {"in", "at", "during"}
AT_ONCE = {"when", "as"}
"""Words that open a clause of the same time ("fell as he climbed down")."""


def dates_by_predicate(doc: Doc, predicates: Sequence[Token], framed: Set[int]) -> dict[int, tuple[int, ...]]:
    """For each time of `doc` the predicate that it dates: {token index: indices into `doc._.times`}.

    An event noun directly before the time takes it ("the explosion late on Thursday"); otherwise the verb that governs it.
    Predicates that no time of their own dates take one that is said for them too.
    """
    wanted = {t.i: t for t in predicates}
    found: dict[int, list[int]] = {}
    along: list[tuple[int, int]] = []
    dated: set[int] = set()
    for n, time in enumerate(doc._.times):
        if time.kind in {"duration", "set"}:
            continue
        root = tokens_of(doc, time.span).root
        owner = owner_of(root, wanted)
        if owner is not None:
            dated.add(owner)
        if time.edtf is None:
            continue
        if owner is not None and owner not in framed:
            told = event_told(wanted[owner], framed)
            owner = told.i if told is not None else owner
        if owner is not None:
            found.setdefault(owner, []).append(n)
        along += [(verb.i, n) for verb in dated_along(root, wanted.get(owner) if owner is not None else None)]
    for other, n in along:
        if other in wanted and other not in dated and n not in found.get(other, ()):
            found.setdefault(other, []).append(n)
    return {owner: tuple(some) for owner, some in found.items()}


def dated_along(time: Token, owner: Token | None) -> Iterator[Token]:
    """The verbs that a time dates beside `owner`: those that follow a time at the head of their sentence and go on with its
    subject ("In May he sold the firm and left"), what was as the dated thing was ("fell when a rail gave way on Sunday"), what
    a dated noun did ("the 2011 uprising that toppled him", "Sunday's blast left ten dead"), what was done in it ("said in a
    speech on Friday")."""
    noun = owner if owner is not None and not is_verb(owner) else time.head
    if noun is not owner and not (time.dep_ in BESIDE and time.i < noun.i):
        if owner is not None and tells_past(owner):
            yield from going_on(time, owner)
            yield from at_once(owner)
        return
    if noun.pos_ not in {"NOUN", "PROPN"} or any(is_verb(t) for t in time.ancestors if noun.is_ancestor(t)):
        return
    yield from (c for c in noun.children if c.dep_ == "relcl" and tells_past(c))
    if noun.dep_ in {"nsubj", "nsubjpass"} and is_verb(noun.head) and tells_past(noun.head):
        yield noun.head
    verb = noun.head.head
    if noun.dep_ == "pobj" and noun.head.lower_ in WITHIN and is_verb(verb) and tells_past(verb):
        subject = subject_of(verb)
        if noun.i > verb.i or subject is None or noun.i < subject.left_edge.i:
            yield verb
            yield from going_on(time, verb)


def going_on(time: Token, verb: Token) -> Iterator[Token]:
    """The verbs joined to `verb` by "and" that share its subject, where the time stands before that."""
    subject = subject_of(verb)
    if subject is None or time.i >= subject.left_edge.i:
        return
    for other in verb.conjuncts:
        if other.i > verb.i and tells_past(other) and not any(c.dep_ in {"nsubj", "nsubjpass"} for c in other.children):
            yield other


def at_once(verb: Token) -> Iterator[Token]:
    """The verb of the clause of the same time as that of `verb`, whichever of the two holds the other."""
    for clause in (c for c in verb.children if c.dep_ == "advcl" and "when" in opening(c)):
        if tells_past(clause):
            yield clause
    above = verb.head
    if verb.dep_ != "advcl" or not opening(verb) & AT_ONCE or not is_verb(above) or not tells_past(above):
        return
    if not any(c.dep_ == "ccomp" and above.i < c.i < verb.i for c in above.children):
        yield above


def opening(clause: Token) -> set[str]:
    """The words that open a clause, in small letters."""
    return {c.lower_ for c in clause.children if c.dep_ in {"mark", "advmod"} and c.i < clause.i}


def tells_past(verb: Token) -> bool:
    """Whether a verb simply tells what was done ("left", "was sold", "did not come")."""
    helpers = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    if helpers & UNTOLD_PAST or not is_verb(verb):
        return False
    return verb.tag_ == "VBD" or "did" in helpers or (verb.tag_ in {"VBN", "VBG"} and bool(helpers & {"was", "were"}))


def owner_of(token: Token, wanted: dict[int, Token]) -> int | None:
    """The nearest ancestor of `token` that is a predicate; an event noun that ends just before it comes first."""
    before = token
    while before.dep_ in {"pobj", "npadvmod", "advmod", "compound", "nummod", "amod"} and before.head.i < token.i:
        if before.head.i in wanted and wanted[before.head.i].pos_ in {"NOUN", "PROPN"}:
            return before.head.i
        before = before.head
    left = token.left_edge.i - 1
    while left >= 0 and token.doc[left].pos_ in {"ADP", "ADV", "ADJ", "DET"} and left > token.left_edge.i - 4:
        left -= 1
    if left >= 0 and left in wanted and wanted[left].pos_ in {"NOUN", "PROPN"} and token.doc[left].sent == token.sent:
        return left
    for ancestor in token.ancestors:
        if ancestor.i in wanted:
            return ancestor.i
    return None
