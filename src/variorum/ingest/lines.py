"""Small things that are asked of a line of a text: what it is about, whether a full stop closes it."""

from __future__ import annotations

import re

import msgspec

from variorum.model import Block, BlockRole

Extent = tuple[int, int]

QUESTION_END = re.compile(r"\?[\"'”’»)\]]*$")
SENTENCE_END = re.compile(r"(?:[.!?…]|\.\s?\))[\"'”’»)\]]*$")

# Words that say nothing of what a line is about.
COMMON_WORDS = """
a about after again against all also amid an and any are as at be been before being between both but by can
could did do does during each even every few for from get gets had has have having he her here him his how if
in into is it its just like made make makes many may more most much must near new no nor not now of off on
once one only or other our out over own said same say says she should since so some still such than that the
their them then there these they this those through to too two under until up us very was we were what when
where which while who whom whose why will with without would year years yet you your s t
"""
COMMON = frozenset(COMMON_WORDS.split())


def with_role(block: Block, role: BlockRole, why: str | None = None) -> Block:
    """`block` in another role."""
    return msgspec.structs.replace(block, role=role, why=why)


def words_at(text: str, block: Block) -> list[str]:
    """The words of a block, marks and all."""
    return text[block.start : block.end].split()


def stems(words: str) -> set[str]:
    """The telling words of `words`, cut to their first letters so that forms of one word meet."""
    found = re.findall(r"[^\W\d_]+|\d+", words.lower())
    return {w[:5] for w in found if w not in COMMON and len(w) > 2}


def prose_extent(text: str, found: list[Block]) -> Extent:
    """Where the report's prose, closed by full stops, begins and ends (indices of blocks)."""
    prose = [
        n for n, b in enumerate(found) if b.role == "body" and SENTENCE_END.search(text, max(b.start, b.end - 9), b.end)
    ]
    return (prose[0], prose[-1]) if prose else (0, 0)
