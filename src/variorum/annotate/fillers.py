"""Fillers: the words that fill a role, each coordinated one by itself, tied to the mention that they head or lie in."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from variorum.annotate.clauses import bare_edges, conjuncts_of
from variorum.annotate.layer import once_a_doc, span_of, tokens_of
from variorum.model import Argument, Mention, Role

AMOUNTS = {
    "total",
    "number",
    "dozen",
    "hundred",
    "thousand",
    "handful",
    "couple",
    "score",
    "majority",
    "series",
    "group",
}


def phrases(role: Role, token: Token, preposition: str | None = None) -> Iterator[Argument]:
    """An argument for `token` and for each noun coordinated with it."""
    for one in conjuncts_of(token):
        if one.is_punct or one.is_space:
            continue
        start, end = bare_edges(one)
        at = mention_at(counted_in(one))
        yield from (Argument(role, mention.span, n, preposition=preposition) for n, mention in joined_names(one, start))
        yield Argument(role, span_of(token.doc, start, max(end, one.i + 1)), mention=at, preposition=preposition)


def counted_in(noun: Token) -> Token:
    """What a noun of amount is of ("a total of 31 suspects"), who is named as one of several ("one of its leaders, Ann Berg"),
    any other noun itself."""
    if noun.lemma_.lower() == "one" and mention_at(noun) is None:
        return named_as_one(noun) or noun
    if noun.lemma_.lower() not in AMOUNTS or mention_at(noun) is not None:
        return noun
    of = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    return next((c for c in of.children if c.dep_ == "pobj"), noun) if of is not None else noun


def named_as_one(one: Token) -> Token | None:
    """The name behind "one of several"; None where none follows."""
    beside = [t for c in (one, *(t for p in one.children if p.dep_ == "prep" for t in p.children)) for t in c.children]
    for token in (t for t in beside if t.dep_ == "appos" and t.i > one.i):
        at = mention_at(token)
        if at is not None and token.doc._.mentions[at].form == "name" and token.doc._.mentions[at].kind == "person":
            return token
    return None


def joined_names(noun: Token, start: int) -> Iterator[tuple[int, Mention]]:
    """The people named on either side of "and" in a phrase that the parse takes for one: "guard Al Teal and forward Ty Burr"."""
    for role in noun.conjuncts:
        after = noun.doc[role.i + 1] if role.pos_ != "PROPN" and role.i + 1 < len(noun.doc) else None
        at = mention_at(after) if after is not None and after.pos_ == "PROPN" else None
        if at is not None and at != mention_at(noun):
            beside: Mention = noun.doc._.mentions[at]
            if beside.form == "name" and beside.kind == "person":
                yield at, beside
    cc = next((t for t in noun.doc[start : noun.i] if t.dep_ == "cc" and t.lower_ == "and"), None)
    if cc is None or any(t.dep_ in {"prep", "relcl", "poss", "case"} for t in noun.doc[start : noun.i]):
        return
    head = mention_at(noun)
    for n, mention in enumerate(noun.doc._.mentions):
        inside = noun.doc[start].idx <= mention.span.start and mention.span.end <= cc.idx
        if inside and n != head and mention.form == "name" and mention.kind == "person":
            yield n, mention


def mention_at(token: Token) -> int | None:
    """The mention that `token` heads or lies in, the longest name first; None where there is none."""
    return mentions_by_token(token.doc).get(token.i)


@once_a_doc
def mentions_by_token(doc: Doc) -> dict[int, int]:
    """The mention that each token heads or lies in, the longest name first. For layers after coreference, which changes none."""
    best: dict[int, tuple[bool, bool, int, int]] = {}
    for n, mention in enumerate(doc._.mentions):
        for token in tokens_of(doc, mention.span):
            headed = mention.head.start <= token.idx < mention.head.end
            rank = (not headed, mention.form != "name", mention.span.start, n)
            best[token.i] = min(rank, best.get(token.i, rank))
    return {i: n for i, (*_, n) in best.items()}
