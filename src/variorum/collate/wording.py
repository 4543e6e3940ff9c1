"""Wording: words of a report as a question names them, where they are no sentence of their own."""

from __future__ import annotations

import re

from variorum.model import Span

TO_DO = re.compile(r"to ((?:[a-z]+ly )?)([a-z]+)(?![\w’'-])")  # an infinitive, an adverb before its verb at most
DOING = re.compile(r"[a-z]{2,}ing\b")
PAIRED = re.compile(r"\b(?:and|or|but|nor)\b")  # behind which a second infinitive may stand
NO_VERB = {"not", "never", "the", "a", "an", "whom", "which"}  # behind "to", and no verb that -ing can end
SAID = re.compile(r"\b(?:said|says|told|tells|added|adds|announced|announces|stated|states)$")
DOUBLED = re.compile(r"(?:[^aeiou]|^|qu)[aeiou][bdfgklmnprt]$")  # "stop", "run"; not "keep", "fix", "show"
VOWELS = re.compile(r"[aeiouy]+")
STRESSED = {
    "admit", "commit", "permit", "submit", "omit", "emit", "transmit", "remit", "refer", "prefer", "defer", "infer",
    "confer", "transfer", "occur", "incur", "recur", "concur", "compel", "expel", "propel", "repel", "dispel",
    "rebel", "excel", "control", "patrol", "deter", "begin", "forget", "regret", "upset", "reset", "forbid",
    "acquit", "allot", "equip", "rerun", "outrun",
}  # fmt: skip
"""Verbs of more than one syllable that carry the stress on the last, so that its consonant is doubled."""


def named(words: str) -> str:
    """The words of a clause as a thing that can be spoken of: "to close the port" as "closing the port". Others as they are."""
    found = TO_DO.match(words)
    if found is None or found[2] in NO_VERB or PAIRED.search(words):
        return words
    return f"{found[1]}{gerund(found[2])}{words[found.end() :]}"


def of(words: str) -> str:
    """What a question says that it asks of: "closing the port" for a clause without a subject, else the clause behind "this"."""
    name = named(words)
    return name if name != words or DOING.match(words) else f"this: {words}"


def told(words: str) -> str:
    """A clause with what a verb of saying at its end lacks: "Mira Lendal said" as "Mira Lendal said something"."""
    return f"{words} something" if SAID.search(words) else named(words)


def gerund(verb: str) -> str:
    """The form in -ing of a verb as the dictionary has it: "make" gives "making", "stop" "stopping", "lie" "lying"."""
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb not in {"be", "singe"}:
        return f"{verb[:-1]}ing"
    if verb.endswith("ic"):
        return f"{verb}king"
    doubled = DOUBLED.search(verb) and (verb in STRESSED or len(VOWELS.findall(verb.replace("qu", "q"))) == 1)
    return f"{verb}{verb[-1]}ing" if doubled else f"{verb}ing"


def shortened(span: Span, most: int = 160) -> Span:
    """The clause, cut at a word where it is too long to be one."""
    if span.end - span.start <= most:
        return span
    cut = span.text[:most].rsplit(" ", 1)[0].rstrip(",;: ")
    return Span(span.report, span.start, span.start + len(cut), cut)


__all__ = ["gerund", "named", "of", "shortened", "told"]
