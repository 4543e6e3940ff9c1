"""Codes: which words PLOVER codes as what, `codes.tsv`. Frames say what can be one happening; codes say what it counts as.

A row's `condition` names a relation and the lemmas that may stand in it ("object=curfew|emergency"), `*` any; of several,
joined by ";", all must hold. In capitals stand kinds: PARTY (somebody who can act), PERSON, PLACE, THING. A row with a
condition comes before one without, and of two the earlier in the file. `takes` says how the words about a code bear on it
(`Takes`). A word without rows has the category of its frame; a row without category keeps a word from being coded.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, get_args

import msgspec

from variorum.knowledge.frames import Trigger
from variorum.knowledge.tables import read_table

Takes = Literal[
    "",
    "promise",
    "plan",
    "ready",
    "through",
    "fail",
    "warn",
    "allow",
    "harm",
    "jointly",
    "unaimed",
    "received",
    "mutual",
]
"""promise: what is promised makes it AGREE, or THREATEN where that is hostile; plan: the same, but only where what is
planned is coded; ready: MOBILIZE where that is hostile; through: the verb below is what counts; fail: REJECT where the
verb below is friendly; warn: THREATEN where that is hostile; allow: RETREAT where helpers or inspectors are let in;
harm: only by somebody's hand; jointly: COOPERATE where two do it; unaimed: ASSAULT where it is aimed at somebody;
received: the subject is the recipient; mutual: two who do it do it to each other."""

FRIENDLY = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
HOSTILE = frozenset({"PROTEST", "SANCTION", "COERCE", "ASSAULT", "MOBILIZE"})


class Code(msgspec.Struct, frozen=True):
    """A row of the table for one of its lemmas: when it holds, and what it makes of the event."""

    conditions: tuple[Trigger, ...]
    category: str | None
    mode: str | None
    takes: Takes


@lru_cache(maxsize=1)
def load_codes() -> dict[tuple[str, str], tuple[Code, ...]]:
    """The codes by (lemma, "verb", "noun", "adjective" or "verdict": what one says that something is), in order of trial. Raises
    ValueError for a row of unknown `takes`."""
    found: dict[tuple[str, str], list[Code]] = {}
    for row in read_table("codes.tsv"):
        if row["takes"] not in get_args(Takes) or not row["source"]:
            raise ValueError(f"codes.tsv: {row!r} takes something unknown or has no source")
        conditions = tuple(condition_of(text) for text in row["condition"].split(";") if text)
        code = Code(conditions, row["category"] or None, row["mode"] or None, row["takes"])
        for lemma in row["lemmas"].split("|"):
            found.setdefault((lemma, row["pos"]), []).append(code)
    return {key: tuple(sorted(some, key=lambda c: not c.conditions)) for key, some in found.items()}


def condition_of(text: str) -> Trigger:
    """A condition as the table writes it: "object=curfew|emergency"."""
    relation, _, lemmas = text.partition("=")
    return Trigger("", relation, frozenset(lemmas.split("|")))
