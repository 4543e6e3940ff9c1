"""The words that introduce what somebody says: `cues.tsv`, a row a word, kind and source."""

from __future__ import annotations

import csv
from functools import lru_cache
from importlib import resources
from typing import Literal, get_args

CueKind = Literal[
    "say", "manner", "tell", "ask", "show", "learn", "think", "call", "accuse", "deny", "decline", "quote",
    "request", "want", "attitude", "noun", "sign", "adverb", "phrase", "vehicle", "document", "medium", "medium-noun",
    "medium-title", "platform",
]  # fmt: skip


DENYING = ("denied", "denies", "deny", "disput", "reject", "refut", "dismiss", "doubt")  # beginnings of words that deny


@lru_cache(maxsize=1)
def cues() -> dict[CueKind, frozenset[str]]:
    """The lemmas (names for `medium`) of each kind. Raises ValueError for a row of unknown kind or without source."""
    table: dict[CueKind, set[str]] = {kind: set() for kind in get_args(CueKind)}
    with resources.files("variorum.knowledge").joinpath("cues.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row["kind"] not in table or not row["source"]:
                raise ValueError(f"cues.tsv: {row!r} has an unknown kind or no source")
            table[row["kind"]].add(row["cue"])
    return {kind: frozenset(words) for kind, words in table.items()}


@lru_cache(maxsize=4096)
def is_cue(lemma: str, *kinds: CueKind) -> bool:
    """Whether `lemma` is a cue of one of `kinds`."""
    return any(lemma in cues()[kind] for kind in kinds)


@lru_cache(maxsize=1)
def voiced_attitudes() -> frozenset[str]:
    """The lemmas of attitudes that are told in words ("mock", "praise"), not only held ("like", "support")."""
    with resources.files("variorum.knowledge").joinpath("cues.tsv").open(encoding="utf-8") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return frozenset(r["cue"] for r in rows if r["kind"] == "attitude" and "verb.communication" in r["source"])


def denies(cue: str) -> bool:
    """Whether the words of a cue say that what follows is not so ("has denied that", "rejected")."""
    return any(word.startswith(DENYING) for word in cue.casefold().split())
