"""Relatives of one surname: whose son, nephew or wife a report speaks of is not the one who bears the longer name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from spacy.tokens import Doc

from variorum.annotate.layer import block_at, once_a_doc, text_of
from variorum.annotate.name_agreement import PERSONAL_SUFFIXES, folded
from variorum.knowledge.people import is_word
from variorum.model import Mention

OF = re.compile(r"(\w+)(?:-in-law)? of (?:[^\W\d_][\w.’'-]* ){0,5}$")
OWNED = re.compile(r"['’]s? (?:[^\W\d_][\w-]* ){0,2}?(\w+)\b")
NAMED_ALONE = frozenset({
    "brother", "sister", "sibling", "twin", "wife", "husband", "spouse", "widow", "widower", "ex-wife", "ex-husband",
    "girlfriend", "boyfriend", "partner", "fiance", "fiancee",
})  # fmt: skip
"""Relatives who never bear all names of the one whose they are, as a son can."""
REACH = 80
"""Characters before a name in which the word for a relative stands."""


@once_a_doc
def kin_owners(doc: Doc) -> frozenset[tuple[str, ...]]:
    """The full names whose bearers' relatives the report speaks of ("the son of President Emil Vass", "Emil Vass's wife")."""
    return owners_among(text_of(doc), doc._.mentions)


def owners_among(text: str, mentions: Iterable[Mention]) -> frozenset[tuple[str, ...]]:
    """The persons' full names among `mentions` of a text beside which relatives are spoken of who can bear the same names."""
    found = set()
    for mention in mentions:
        words = folded(mention.span.text)
        if mention.form != "name" or mention.kind != "person" or len(words) < 2:
            continue
        before = OF.search(text, max(0, mention.span.start - REACH), mention.span.start)
        after = OWNED.match(text, mention.span.end)
        told = (m[1].lower() for m in (before, after) if m is not None)
        if any(is_word(word, "kin") and word not in NAMED_ALONE for word in told):
            found.add(words)
    return frozenset(found)


def are_relatives(doc: Doc, one: str, other: str) -> bool:
    """Whether two full names of one surname differ by a name, no initial, and the report speaks of relatives of one of them."""
    short, long = sorted((folded(one), folded(other)), key=len)
    if len(short) < 2 or short == long or short[-1] != long[-1]:
        return False
    more = [w for w in long if w not in short]
    return bool(more) and all(len(w) > 1 for w in more) and len({short, long} & kin_owners(doc)) == 1


def is_juniors_elder(doc: Doc, mention: Mention, others: Iterable[Mention]) -> bool:
    """Whether a bare surname is not that of `others`, the mentions of one who goes by "Jr." or a number: the report's own text
    called somebody by that surname before it brought the junior in."""
    full = [m for m in others if m.form == "name" and len(folded(m.span.text)) > 1]
    words = folded(mention.span.text)
    if len(words) != 1 or not full or not all(has_suffix(m.span.text) for m in full):
        return False
    first = min(m.span.start for m in full)
    return any(
        m.form == "name"
        and m.kind == "person"
        and m.span.start < first
        and folded(m.span.text) == words
        and in_body(doc, m)
        for m in doc._.mentions
    )


def has_suffix(name: str) -> bool:
    """Whether a name ends with "Jr.", "Sr." or a number."""
    return name.split()[-1].rstrip(".").lower() in PERSONAL_SUFFIXES


def in_body(doc: Doc, mention: Mention) -> bool:
    """Whether a mention stands in the report's own text, below headline and standfirst."""
    block = block_at(doc, mention.span.start)
    return block is not None and block.role == "body"
