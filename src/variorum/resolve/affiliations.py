"""Affiliations: of which party words say that somebody is, so that a Democrat is never the Republican of another report."""

from __future__ import annotations

import re

from variorum.knowledge.offices import party_called

WORD = re.compile(r"[A-Z][A-Za-z]+")
NO_PARTY = re.compile(r"\b(?:Democratic|Conservative|Labour)\s+(?:People|Republic\b|Forces|Day\b|Court\b)")
"""What opens the name of a state, a force or a court."""


def parties_in(text: str) -> frozenset[str]:
    """The parties that capitalised words of a description name ("Iowa Democratic Rep.", "GOP lawmaker")."""
    words = (w.lower() for w in WORD.findall(NO_PARTY.sub("", text)))
    return frozenset(party for w in words if (party := party_called(w)) is not None)
