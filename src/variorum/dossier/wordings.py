"""Wordings of one statement side by side: which words one has and the others lack."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import NamedTuple

from variorum.dossier.display import visible
from variorum.knowledge.cues import denies
from variorum.model import Wording

TOKEN = re.compile(r"\w+(?:['’]\w+)*|\W+")
LEAST_SHARED = 0.25  # below it two wordings share too little for marks to tell anything


def denial(wording: Wording) -> str:
    """The cue, where it says that the words are not so, which their content alone does not show; else nothing."""
    return wording.cue.text if wording.cue is not None and denies(wording.cue.text) else ""


class Piece(NamedTuple):
    """Words of a wording; `own`: no other wording has them there."""

    text: str
    own: bool


def compared(texts: Sequence[str]) -> list[list[Piece]]:
    """Each text as pieces, own words apart. Texts that share too little with all others stay whole and unmarked."""
    tokens = [TOKEN.findall(text) for text in texts]
    keys = [[t.casefold() if t[0].isalnum() else " " for t in line] for line in tokens]
    return [pieces(line, shared_with(n, keys)) for n, line in enumerate(tokens)]


def shared_with(n: int, keys: Sequence[list[str]]) -> set[int] | None:
    """Indices of the tokens that some other text has in its place; None where no text shares enough."""
    shared: set[int] = set()
    enough = False
    for m, other in enumerate(keys):
        if m == n:
            continue
        matcher = SequenceMatcher(None, keys[n], other, autojunk=False)
        blocks = matcher.get_matching_blocks()
        same = [i for b in blocks for i in range(b.a, b.a + b.size) if keys[n][i] != " "]
        words = sum(key != " " for key in keys[n])
        if words and len(same) / min(words, max(1, sum(key != " " for key in other))) >= LEAST_SHARED:
            enough = True
            shared.update(same)
    return shared if enough else None


def pieces(tokens: Sequence[str], shared: set[int] | None) -> list[Piece]:
    """Tokens joined to pieces; what stands between two own words is own too."""
    if shared is None:
        return [Piece(visible("".join(tokens)), False)]
    word = [t[0].isalnum() for t in tokens]
    own = [word[i] and i not in shared for i in range(len(tokens))]
    for i in range(1, len(tokens) - 1):
        if not word[i] and own[i - 1] and own[i + 1]:
            own[i] = True
    runs = groupby(range(len(tokens)), key=lambda i: own[i])
    return [Piece(visible("".join(tokens[i] for i in run)), is_own) for is_own, run in runs]
