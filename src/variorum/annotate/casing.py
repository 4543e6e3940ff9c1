"""Headline case: a line in Title Case or capitals is lowered for the tagger, letter for letter, so that offsets hold.

A tagger trained on running text takes the capitals of "Tourist Ship Strikes Highway Bridge" for names. Which words are
names the report itself shows: those that its sentences write with a capital where nothing but a name has one. The
document's own evidence as a truecaser follows Lita et al. 2003 ("tRuEcasIng"), without a model; countries and their
people are known from the tables.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from variorum.knowledge.territories import (
    government_metonym,
    territory_by_demonym,
    territory_by_name,
    territory_by_weak_demonym,
)
from variorum.model import SET_ASIDE_ROLES, Report

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
ABBREVIATED = re.compile(
    r"(?:^|[^\w])(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|St|Gen|Lt|Col|Maj|Capt|Cmdr|Adm|Sgt|Gov|Sen|Rep|Rev|Pres|Hon|No|vs)\.\s?$"
)
BREAK = re.compile(r"[.!?:;\n…—–\"“”‘(\[]|\s['-]|--")  # what may stand before a word with a capital that is no name
SMALL_WORDS = """
a about above across after against all along amid among amongst an and around as at be been before behind below beneath
beside between beyond but by can could despite did do does down during for from had has have he her his how if in inside
into is it its may might more nor not of off on once onto or our out outside over per she should since so some than that
the their them then there these they this those through to toward towards under until up upon was we were what when
where which while who whose why will with within without would you your
"""
SMALL = frozenset(SMALL_WORDS.split())
# Nouns that news sentences begin with, article left out: a capital at the start shows nothing there.
OPENERS_WORDS = """
police parliament congress government troops army navy president minister nobody everyone someone security state court
media local military rescue search death fire heavy thousands hundreds dozens
"""
OPENERS = frozenset(OPENERS_WORDS.split())
MONTHS_AND_DAYS_WORDS = """
monday tuesday wednesday thursday friday saturday sunday january february april june july august september october
november december
"""
MONTHS_AND_DAYS = frozenset(MONTHS_AND_DAYS_WORDS.split())


@dataclass
class Evidence:
    """How the running text of a report writes its words."""

    amid: Counter[str] = field(default_factory=Counter)  # with a capital amid a sentence
    opening: Counter[str] = field(default_factory=Counter)  # with a capital where a sentence may begin
    named_opening: set[str] = field(default_factory=set)  # the same, and a capital or a possessive follows
    small: Counter[str] = field(default_factory=Counter)
    pairs: set[tuple[str, str]] = field(default_factory=set)  # two words with capitals side by side
    forms: dict[str, Counter[str]] = field(default_factory=dict)  # the capital forms of a word in small letters


def restore_case(report: Report) -> str:
    """The text of `report`, of the same length, its lines in Title Case or capitals made sentence case.

    A word of such a line keeps its capital where the report's sentences show it as a name or acronym, or where it names
    a country, a people, a month or a day; the line's first word keeps it too. A line below the headline
    of which the report's sentences show nothing is left.
    """
    lines = [(b.start, b.end) for b in report.blocks if b.role not in SET_ASIDE_ROLES]
    top = {b.start for b in report.blocks if b.role in {"headline", "standfirst"}}
    cased = [(s, e) for s, e in lines if is_capitals(report.text[s:e]) or is_title_case(report.text[s:e])]
    if not cased:
        return report.text
    evidence = evidence_of(
        report.text[s:e] for s, e in lines if (s, e) not in set(cased) and is_running(report.text[s:e])
    )
    text = report.text
    for start, end in cased:
        if start not in top and not has_common_words(text[start:end], evidence):
            continue
        text = text[:start] + sentence_case(text[start:end], evidence) + text[end:]
    return text


def is_running(paragraph: str) -> bool:
    """Whether a paragraph is running text, and not a line that may be half in Title Case itself."""
    words = WORD.findall(paragraph)
    return sum(1 for word in words if word[0].islower()) >= len(words) / 2


def is_capitals(line: str) -> bool:
    """Whether a line is written in capitals throughout ("LACKING DETAIL"), and is no speaker's label ("WRAY:")."""
    words = WORD.findall(line)
    letters = [c for c in line if c.isalpha()]
    return (
        len(words) >= 2
        and len(letters) >= 6
        and not line.rstrip().endswith((":", "-", "–", "—"))
        and sum(c.isupper() for c in letters) >= 0.9 * len(letters)
    )


def is_title_case(line: str) -> bool:
    """Whether every longer word of a line that is no sentence begins with a capital."""
    if re.search(r"\.[\"'”’)]*$", line) and not ABBREVIATED.search(line):
        return False
    found = re.findall(r"(?<![\w'’-])[^\W\d_][\w'’-]*", line)
    words = [w for w in found if len(w) > 3 and w.lower() not in SMALL and not w.isupper()]
    return 3 <= len(words) <= 40 and all(w[0].isupper() for w in words)


def has_common_words(line: str, evidence: Evidence) -> bool:
    """Whether the report writes a word of a lone line small: below the headline, names stand on lines of their own."""
    return is_capitals(line) or any(
        evidence.small[base(w).lower()] for w in WORD.findall(line) if w.lower() not in SMALL
    )


# ---------------------------------------------------------------- what the report shows


def evidence_of(paragraphs: Iterable[str]) -> Evidence:
    """How the sentences of `paragraphs` write each word."""
    evidence = Evidence()
    for paragraph in paragraphs:
        note(paragraph, evidence)
    return evidence


def note(paragraph: str, evidence: Evidence) -> None:
    """Add the words of one paragraph."""
    for dotted in re.findall(r"\b(?:[A-Z]\.){2,}", paragraph):
        acronym = dotted.replace(".", "")
        evidence.forms.setdefault(acronym.lower(), Counter())[acronym] += 1
    found = list(WORD.finditer(paragraph))
    for n, match in enumerate(found):
        word = base(match.group())
        if not word[0].isupper():
            evidence.small[word] += 1
            continue
        evidence.forms.setdefault(word.lower(), Counter())[word] += 1
        before = paragraph[found[n - 1].end() : match.start()] if n else "\n"
        gap = "" if ABBREVIATED.search(paragraph[max(0, match.start() - 8) : match.start()]) else before
        following = found[n + 1] if n + 1 < len(found) else None
        beside = following is not None and paragraph[match.end() : following.start()] in {" ", "-"}
        if following is not None and beside and following.group()[0].isupper():
            evidence.pairs.add((word, base(following.group())))
        if n and not BREAK.search(gap):
            evidence.amid[word] += 1
            continue
        evidence.opening[word] += 1
        if word != match.group() or (following is not None and beside and following.group()[0].isupper()):
            evidence.named_opening.add(word)


def base(word: str) -> str:
    """`word` without a possessive ending."""
    return re.sub(r"['’][sS]$", "", word) or word


# ---------------------------------------------------------------- the line


def sentence_case(line: str, evidence: Evidence) -> str:
    """`line` in sentence case, of the same length."""
    found = list(WORD.finditer(line))
    shouted = is_capitals(line)
    out = line
    for n, match in enumerate(found):
        word = match.group()
        beside = [base(found[k].group()) for k in (n - 1, n + 1) if 0 <= k < len(found)]
        if len(word) == 1 and line[match.end() : match.end() + 1] == ".":
            new = word  # an initial, or part of "U.S."
        elif shouted:
            new = shouted_word(word, first=n == 0, evidence=evidence)
        elif n == 0 or opens_sentence(line, match):
            new = word
        else:
            new = titled_word(word, beside, evidence)
        if len(new) == len(word):  # a few letters have small forms of another length
            out = out[: match.start()] + new + out[match.end() :]
    return out


def opens_sentence(line: str, match: re.Match[str]) -> bool:
    """Whether a word stands after a full stop or question mark, and not after an abbreviation ("U.S. Troops")."""
    before = line[: match.start()]
    return bool(re.search(r"[.?!]\s*$", before)) and not ABBREVIATED.search(before)


def titled_word(word: str, beside: list[str], evidence: Evidence) -> str:
    """A word of a line in Title Case: lowered unless it is a name."""
    if not word[0].isupper() or word[1:] != word[1:].lower() or word == "I":
        return word  # acronyms, McDonald, iPhone
    stem = base(word)
    if word.lower() in SMALL:
        return word.lower()
    paired = any((stem, other) in evidence.pairs or (other, stem) in evidence.pairs for other in beside)
    return word if paired or is_name(stem, evidence) else word.lower()


def shouted_word(word: str, *, first: bool, evidence: Evidence) -> str:
    """A word of a line in capitals: as the report's sentences write it; a word that they do not have is lowered."""
    stem, ending = base(word), word[len(base(word)) :].lower()
    low = stem.lower()
    forms = evidence.forms.get(low, Counter())
    best = min(forms, key=lambda form: (-forms[form], form), default=None)
    if low in SMALL and not (best and best.isupper() and len(best) > 1):
        new = low
    elif best is not None and (is_name(best, evidence) or (best.isupper() and len(best) > 1)):
        new = best
    elif not evidence.small[low] and is_known(low.capitalize()):
        new = low.capitalize()
    elif len(stem) == 1:
        new = stem  # an initial
    else:
        new = low
    new = new[0].upper() + new[1:] if first else new
    return new + ending


def is_name(word: str, evidence: Evidence) -> bool:
    """Whether the report, or the tables, show a word with a capital as a name."""
    small = evidence.small[word.lower()]
    if evidence.amid[word]:
        return evidence.amid[word] > small
    if small:
        return False
    if word in evidence.named_opening or is_known(word):
        return True
    return bool(evidence.opening[word]) and not word.endswith("s") and word.lower() not in OPENERS | SMALL


def is_known(word: str) -> bool:
    """Whether a word names a country, a people, a seat of government, a month or a day."""
    return word.lower() in MONTHS_AND_DAYS or any(
        table(word) is not None
        for table in (territory_by_name, territory_by_demonym, territory_by_weak_demonym, government_metonym)
    )
