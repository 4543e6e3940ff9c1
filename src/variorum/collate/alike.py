"""Whether two sayings are one statement: word by word, by the words that both quote, by whose they are, by what speaks against.

What speaks against forbids (another figure, a denial) and does not weigh: a name that one of them has alone, or a "not", is often
no other statement.
"""

from __future__ import annotations

import re
from functools import lru_cache

from variorum.collate.clauses import content_words
from variorum.collate.sayings import Said
from variorum.encoder import wordwise
from variorum.encoder.statement import figures
from variorum.encoder.words import stem, stems, weight

ONE_SPEAKER, LOOSELY = 0.48, 0.43  # with a word shared that tells; with two or three in all, or words that both quote
TOPIC_ALONE = 0.6  # where the one or two words that they share are what the story speaks of throughout
TWO_WORDS = 0.66  # of speakers not known for two who share two words, both telling
COMMON_WORDS = 0.65  # of quoted words that share none but the commonest ("a sad day")
NO_OTHER_SPEAKER, IN_A_RUN = 0.55, 0.6  # of speakers not known for two; of two who share a long run of quoted words
OTHER_SPEAKER = 0.7
AGAIN, QUOTED_AGAIN = 0.61, 0.51  # of two wordings of one report and speaker; of those that quote the same words
VERBATIM = 0.8  # of two of which one has no speaker known by name, as a headline's quotation
SAME_SPEAKER, SAME_QUOTE = 0.13, 0.19  # what speaks for two wordings of one speaker beside their likeness
LEAST = 0.32  # likeness below which a word that both quote is only their topic
RARE = 3.0
WORDINGS = 10_000  # whose figures and denials are kept, each being held against many
RUN = 6  # words in one order that two speakers hardly both say
DENIED = re.compile(
    r"(?:\b(?:not|never|no(?![\s-](?:one|matter|doubt)\b)|cannot|without)|n['’]t)[\s\"“‘']+(?:(?:a|an|the|be|been|have|yet|any|(?:going|about|willing|able)[\s]+to|\w+ly)[\s\"“‘']+)*([^\W\d_]{3,})",
    re.IGNORECASE,
)
NEGATION = re.compile(
    r"n['’]t\b|\b(?:not|no(?! (?:matter|doubt)\b)|never|nobody|nothing|none|neither|nor|cannot|without|non(?=[- ])|"
    r"fail\w*|refus\w+|lack\w*|den(?:y|ies|ied|ying)|"
    r"un(?!der|it)\w{3,}(?:ed|able)|un(?:hurt|safe|true|likely|fair))\b",
    re.IGNORECASE,
)
HOUR = re.compile(r"\b(\d{1,2})[.:](\d\d)\s?[ap]\.?m\b\.?", re.IGNORECASE)
ORDINAL_NAME = re.compile(r"\b\d+(?:st|nd|rd|th)\s(?=[A-Z])")
HEDGE = re.compile(r"\b(?:may|might|could)\b", re.IGNORECASE)
QUOTED = re.compile(r"[\"“«]([^\"“”«»]+)[\"”»]|(?<!\w)['‘]([^'‘’\"]+)['’](?!\w)")


def likeness(one: Said, other: Said) -> float | None:
    """How far two pieces of two reports are one statement, None where too little speaks for it or something against."""
    together = same_speaker(one, other) or in_the_same_words(one, other)
    apart = not together and one.named is not None and one.named == other.named
    shared = one.words & other.words
    telling = shared - one.topics
    if together and not same_speaker(one, other):
        enough = IN_A_RUN
    elif together:
        loosely = len(shared) > 2 or len(telling) > 1 or quote_alike(one, other)
        enough = LOOSELY if loosely else ONE_SPEAKER if telling else TOPIC_ALONE
    else:
        enough = OTHER_SPEAKER if apart else NO_OTHER_SPEAKER
    least = 1 if together else 3
    if same_speaker(one, other) and not shared and "indirect" not in (one.mode, other.mode):
        least, enough = 0, COMMON_WORDS
    if not together and not apart and len(telling) == len(shared) == 2:
        least, enough = 2, TWO_WORDS
    score = weighed(one, other, least)
    return None if score < enough else score + SAME_SPEAKER * together


def in_the_same_words(one: Said, other: Said) -> bool:
    """Whether two pieces in quotation marks share so long a run of words that one mouth said them, whoever is named for it."""
    if "indirect" in (one.mode, other.mode):
        return False
    a, b = stems(one.span.text), f" {' '.join(stems(other.span.text))} "
    runs = (a[i : i + RUN] for i in range(len(a) - RUN + 1))
    return any(f" {' '.join(run)} " in b for run in runs)


def said_again(one: Said, other: Said) -> bool:
    """Whether a report has one speaker say the same once more (in headline, lead and quotation)."""
    if one.of == other.of or one.span.overlaps(other.span):
        return False
    if not same_speaker(one, other) and None in (one.named, other.named) and one.mode == other.mode == "direct":
        return min(len(one.words), len(other.words)) > 1 and weighed(one, other, least=2) >= VERBATIM
    enough = QUOTED_AGAIN if quote_alike(one, other) else AGAIN
    return same_speaker(one, other) and weighed(one, other, least=2) >= enough


def same_speaker(one: Said, other: Said) -> bool:
    """Whether two pieces are known to be one speaker's."""
    return one.speaker is not None and one.speaker == other.speaker


def weighed(one: Said, other: Said, least: int) -> float:
    """The likeness of two pieces that share `least` words or quoted ones, 0 where they do not or oppose each other."""
    quoted = quote_alike(one, other)
    if (len(one.words & other.words) < least and not quoted and one.words != other.words) or opposed(one, other):
        return 0.0
    score = wordwise(one.span.text, other.span.text)
    return score + SAME_QUOTE * (quoted and score >= LEAST)


def quote_alike(one: Said, other: Said) -> bool:
    """Whether two pieces of one speaker quote the same words, a single rare word at least."""
    a, b = one.span.text, other.span.text
    return same_speaker(one, other) and (shares_quote(a, b) or both_quote(a, b))


def opposed(one: Said, other: Said) -> bool:
    """Whether two pieces cannot be one statement: one is denied, they contradict, or two speakers differ in not or may."""
    a, b = one.span.text, other.span.text
    if one.denied != other.denied or contradicts(a, b, same_speaker(one, other)):
        return True
    if same_speaker(one, other):
        return False
    return negations(a) % 2 != negations(b) % 2 or bool(HEDGE.search(a)) != bool(HEDGE.search(b))


def contradicts(one: str, other: str, same: bool = False) -> bool:
    """Whether each of two wordings has a figure of its own, or one denies in so many words what the other says (of the same
    speaker one that denies as often is another way to put it)."""
    first, second = figures_in(one), figures_in(other)
    if not (first <= second or second <= first or can_be_one(one, first - second, other, second - first)):
        return True
    if negations(one) == negations(other) and same:
        return False
    ours, theirs = denied_in(one), denied_in(other)
    return bool((ours - theirs) & set(stems(other)) or (theirs - ours) & set(stems(one)))


@lru_cache(maxsize=WORDINGS)
def negations(text: str) -> int:
    """How many words of a wording deny something."""
    return len(NEGATION.findall(text))


@lru_cache(maxsize=WORDINGS)
def denied_in(text: str) -> frozenset[str]:
    """The stems of what a wording denies."""
    return frozenset(stem(w) for w in DENIED.findall(text))


@lru_cache(maxsize=WORDINGS)
def figures_in(text: str) -> frozenset[str]:
    """The figures of a wording, its hours in one form ("5.10am", "5:10 a.m."), without the ordinals of names ("53rd Street")."""
    return frozenset(figures(ORDINAL_NAME.sub("", HOUR.sub(r"\1 \2", text))))


def can_be_one(one: str, first: frozenset[str], other: str, second: frozenset[str]) -> bool:
    """Whether the one figure that each wording has alone is a lower bound and what it bounds: "more than 30" and "32"."""
    if len(first) != 1 or len(second) != 1:
        return False
    (low,), (high,) = first, second
    bounded = [
        re.search(rf"\b(?:more than|at least|over)\s+{re.escape(n)}\b", text, re.IGNORECASE)
        for n, text in ((low, one), (high, other))
    ]
    if not (low.isdigit() and high.isdigit()) or bool(bounded[0]) == bool(bounded[1]):
        return False
    return int(low) < int(high) if bounded[0] else int(high) < int(low)


def shares_quote(one: str, other: str) -> bool:
    """Whether words that one has in quotation marks, two that carry sense at least, stand so in the other."""
    return any(
        len(content_words(words)) > 1 and f" {' '.join(stems(words))} " in f" {' '.join(stems(text))} "
        for quoting, text in ((one, other), (other, one))
        for words in quoted_in(quoting)
    )


def both_quote(one: str, other: str) -> bool:
    """Whether both have a rare word in quotation marks, one of them hardly more than that word."""
    first, second = ([set(stems(words)) for words in quoted_in(text)] for text in (one, other))
    return any(
        any(weight(s) >= RARE for s in a & b) and min(len(a), len(b)) <= 3 and (a <= b or b <= a)
        for a in first
        for b in second
    )


def quoted_in(text: str) -> list[str]:
    """The words that stand in quotation marks."""
    return [words for pair in QUOTED.findall(text) for words in pair if words]
