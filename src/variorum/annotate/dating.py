"""Dating: which predicate a date belongs to."""

from __future__ import annotations

from collections.abc import Sequence, Set

from spacy.tokens import Doc, Token

from variorum.annotate.layer import tokens_of
from variorum.annotate.roles import event_told


def dates_by_predicate(doc: Doc, predicates: Sequence[Token], framed: Set[int]) -> dict[int, tuple[int, ...]]:
    """For each time of `doc` the one predicate that it dates: {token index: indices into `doc._.times`}.

    An event noun directly before the time takes it ("the explosion late on Thursday"); otherwise the verb that governs it.
    """
    wanted = {t.i: t for t in predicates}
    found: dict[int, list[int]] = {}
    for n, time in enumerate(doc._.times):
        if time.kind in {"duration", "set"} or time.edtf is None:
            continue
        owner = owner_of(tokens_of(doc, time.span).root, wanted)
        if owner is not None and owner not in framed:
            told = event_told(wanted[owner], framed)
            owner = told.i if told is not None else owner
        if owner is not None:
            found.setdefault(owner, []).append(n)
    return {owner: tuple(some) for owner, some in found.items()}


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
