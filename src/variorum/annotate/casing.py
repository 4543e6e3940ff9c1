"""Headline case: a headline in Title Case or capitals is lowered for the tagger, letter for letter, so that offsets hold.

A word keeps its capital where the report writes it so amid a sentence, or never writes it small and it looks like a name.
"""

from __future__ import annotations

import re

from variorum.model import Report

WORD = re.compile(r"[^\W\d_][\w’'-]*")


def restore_case(report: Report) -> str:
    """The text of `report`, of the same length, its title-cased lines in sentence case."""
    body = " ".join(report.text[b.start : b.end] for b in report.blocks if b.role in {"body", "caption"})
    small = set(re.findall(r"(?<![\w’'-])[a-z][\w’'-]*", body))
    capital = {w for w in re.findall(r"(?<=[a-z,] )[A-Z][\w’'-]*", body)}
    text = report.text
    for block in report.blocks:
        if block.role in {"headline", "standfirst"}:
            words = text[block.start : block.end]
            if is_title_case(words):
                text = text[: block.start] + sentence_case(words, small, capital) + text[block.end :]
    return text


def is_title_case(words: str) -> bool:
    """Whether most longer words of the line begin with a capital."""
    longer = [w for w in WORD.findall(words) if len(w) > 3]
    return len(longer) >= 3 and sum(w[0].isupper() for w in longer) / len(longer) > 0.7


def sentence_case(words: str, small: set[str], capital: set[str]) -> str:
    """`words` with each word lowered that the report writes small, or that is no name by its looks in the body."""

    def cased(found: re.Match[str]) -> str:
        word = found.group()
        if found.start() == 0 or len(word.lower()) != len(word):
            return word
        if word.isupper() and len(word) > 1:
            named = word.capitalize()
            shouted = words.isupper()
            return word if not shouted else (named if named in capital else word.lower() if word.lower() in small else named)
        if word in capital and word.lower() not in small:
            return word
        return word.lower() if word.lower() in small else word

    return WORD.sub(cased, words)
