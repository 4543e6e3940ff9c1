"""Asking: a question in the words of a clause, its answer left out ("Ardova closed the port" asks "What did Ardova close?").

The clause's own words are kept, so that a question takes nothing for granted that the clause does not tell. What cannot be
turned safely (a clause that leans on another, words between commas, an odd quotation mark) gives None.
"""

from __future__ import annotations

import re

from variorum.model import PERSONAL_KINDS, Argument, EntityKind, Proposition, Span
from variorum.resolve.lookup import Lookup

ONE = {"were": "was", "have": "has", "are": "is"}
EMPTY = {"be", "have", "do", "make", "take", "give", "get", "open", "pay"}  # verbs whose object says what is done
FULL = 3  # words of which a question for anybody or anything needs more
LONGEST = 100  # letters of a question
BROKEN = re.compile(r"[,;:()\[\]\n–—]|\s[-–]\s|\b(?:who|whom|whose|which|that)\b", re.I)
HELPER = re.compile(
    r"\s*(?:has|have|had|was|were|is|are|will|would|can|could|may|might|must|should|did|does|do|’ve|'ve)\b", re.I
)
ADVERBS = re.compile(r"\s+(?:(?:\w+ly|also|later|then|now|once|even|soon|already|first|again)\s+)*", re.I)
LOWERED = re.compile(r"(?:The|An?|This|That|These|Those|His|Her|Its|Their|Our|Two|Three|Four|Five|Some|Many|Several)\b")
PRONOUN = re.compile(r"(?:I|we|you|he|she|it|they|this|that|these|those|there|who|which|what|both)\b", re.I)
SOMEBODY = re.compile(r"(?:I|we|you|he|she)$", re.I)
RELATIVE = re.compile(r"(who|which|that)\s+")  # "That would be the first" speaks of something told
ONLY_HELPERS = re.compile(
    r"(?:(?:has|have|had|was|were|is|are|will|would|can|could|may|might|must|should|been|be|not|\w+ly|also|later|then|now|once|even|"
    r"soon|already|first|again)\s+)*",
    re.I,
)
LEADING = re.compile(
    r"(?:(?:who|whom|which|that|what|there|it|this|you)$|(?:no|none|nobody|nothing|neither)\b)", re.I
)  # subjects that name nothing
ADDRESSED = re.compile(r"(?:you|me|us)$", re.I)  # who is spoken to or speaks, whom a question cannot find
BARE = re.compile(r"[a-z]+(?<!s)")  # one noun of no number and no article
WITH = {"to", "with", "against", "from", "into"}
HANGING = re.compile(
    r"(?:\s(?:and|or|but|by|after|before|of|to|with|a|an|the|that|for|in|on|at|as|from|into|his|her|its|their))+$", re.I
)


def about_doer(told: Proposition, doer: Argument, lookup: Lookup) -> str | None:
    """Who or what did what the clause tells, where its subject stands first: "Who apologised to the players?"."""
    return by_whom(told, doer) or about_subject(told, doer, lookup)


def about_subject(told: Proposition, subject: Argument, lookup: Lookup) -> str | None:
    """The clause with its subject, which stands first, asked for: "Who was arrested on Monday?"."""
    clause, between = told.span, words_between(told, subject.span)
    if subject.span.start != clause.start or between is None or BROKEN.search(between):
        return None
    word, helped = told.predicate.text.casefold(), HELPER.match(between) is not None
    if not helped and (subject.role == "whom" or word == told.lemma or not ADVERBS.fullmatch(between)):
        return None
    if (not helped and word.endswith("ing")) or LEADING.match(subject.span.text) or is_title(told, between):
        return None
    if not helped and is_headline(told, lookup):
        return None  # "Boy trapped down well", "Work trains collide": which word is the verb is doubtful
    asked = asker(subject, told, lookup)
    rest = clause.text[subject.span.end - clause.start :]
    if asked != "Who":
        rest = re.sub(r"^\s+(were|have|are)\b", lambda m: f" {ONE[m[1]]}", rest)
    return question(asked, rest) if len(rest.split()) > (1 if asked == "Who" else FULL) else None


def about_object(told: Proposition, subject: Argument | None, object_: Argument, lookup: Lookup) -> str | None:
    """What somebody named first did something to: "What did the board publish on Monday?"."""
    if subject is None or not told.polarity or told.status != "happened" or PRONOUN.match(subject.span.text):
        return None
    clause, between = told.span, words_between(told, subject.span)
    word = told.predicate.text.casefold()
    if subject.span.start != clause.start or between is None or not ADVERBS.fullmatch(between):
        return None
    if word == told.lemma or word.endswith("ing") or not told.lemma.isalpha() or told.lemma in EMPTY:
        return None
    after = clause.text[told.predicate.end - clause.start : object_.span.start - clause.start]
    leading = f"{object_.preposition} " if object_.preposition in WITH else ""
    if not leading and BARE.fullmatch(object_.span.text):
        return None  # "caught fire", "took part": the noun belongs to the verb
    if after.strip().casefold() != leading.strip() or object_.span.end > clause.end or BROKEN.search(subject.span.text):
        return None
    helper = "does" if word == f"{told.lemma}s" else "did"
    if (
        is_title(told, between)
        or ADDRESSED.match(object_.span.text)
        or (helper == "does" and is_headline(told, lookup))
    ):
        return None
    kind = kind_of(object_, told, lookup)
    asked_to = kind == "place" and clause.text[object_.span.end - clause.start :].lstrip().startswith("to ")
    asked = "Whom" if kind in {"person", "group"} or asked_to else "Whom or what" if kind == "organisation" else "What"
    begun = f"{leading}{asked.casefold()}".capitalize() if leading else asked
    rest = clause.text[object_.span.end - clause.start :]
    return question(begun, f" {helper} {lowered(subject.span.text)}{between}{told.lemma}{rest}")


def by_whom(told: Proposition, doer: Argument) -> str | None:
    """By whom it was done, where the doer closes a passive clause: "By whom was the flight operated?"."""
    clause = told.span
    subject = next((a for a in told.arguments if a.role == "whom" and a.span.start == clause.start), None)
    between = words_between(told, subject.span) if subject is not None else None
    if subject is None or between is None or PRONOUN.match(subject.span.text) or BROKEN.search(between):
        return None
    helper = HELPER.match(between) if not doer.span.text.split()[0].endswith("ing") else None
    middle = clause.text[told.predicate.start - clause.start : doer.span.start - clause.start]
    if helper is None or not re.search(r"\sby\s+$", middle) or BROKEN.search(subject.span.text + middle):
        return None
    told_so = f"{between[helper.end() :]}{middle[: middle.rstrip().rfind('by')]}"
    return question(f"By whom {helper.group().strip()}", f" {lowered(subject.span.text)}{told_so}")


def question_of(told: Proposition, lookup: Lookup) -> str | None:
    """A question that the whole clause answers: what its subject did something to, else who did it or to whom it was done."""
    doer = next((a for a in told.arguments if a.role == "who"), None)
    other = next((a for a in told.arguments if a.role == "whom"), None)
    found = about_object(told, doer, other, lookup) if other is not None else None
    if found is None and doer is not None:
        found = about_doer(told, doer, lookup)
    found = found or (about_subject(told, other, lookup) if other is not None else None)
    return (
        found
        or about_relative(told, doer or other, lookup)
        or about_unsaid(told, doer, lookup)
        or about_purpose(told, lookup)
    )


def about_relative(told: Proposition, subject: Argument | None, lookup: Lookup) -> str | None:
    """A relative clause whose pronoun is its subject asks for that: "who was shot on Monday" asks "Who was shot on Monday?"."""
    opened = RELATIVE.match(told.span.text)
    if opened is None or told.predicate.text.casefold().endswith("ing"):
        return None
    between = told.span.text[opened.end() : told.predicate.start - told.span.start]
    if not ONLY_HELPERS.fullmatch(between):
        return None
    named = asker(subject, told, lookup) if subject is not None else "Who or what"
    asked = "Who" if opened[1].casefold() == "who" else "What" if opened[1].casefold() == "which" else named
    rest = told.span.text[opened.end() :]
    if asked != "Who":
        rest = re.sub(r"^(were|have|are)\b", lambda m: ONE[m[1]], rest)
    return question(asked, f" {rest}") if len(rest.split()) >= FULL else None


def about_unsaid(told: Proposition, doer: Argument | None, lookup: Lookup) -> str | None:
    """A verb in the past whose subject stands before another ("slept and lost the key") asks for it: "Who lost the key?"."""
    word = told.predicate.text.casefold()
    if doer is None or doer.span.end > told.span.start or told.predicate.start != told.span.start:
        return None
    if not told.polarity or word in {told.lemma, f"{told.lemma}s"} or word.endswith("ing") or is_headline(told, lookup):
        return None
    full = len(told.span.text.split()) >= FULL
    return question(asker(doer, told, lookup), f" {told.span.text}") if full else None


def about_purpose(told: Proposition, lookup: Lookup) -> str | None:
    """An infinitive that a verb leads to asks what that was about: "pledged to help" asks "What did Ardova pledge to do?"."""
    annotation = lookup.annotations[told.span.report]
    above = annotation.propositions[told.within] if told.within is not None else None
    if above is None or above.nominal or not told.span.text.startswith("to ") or not above.polarity:
        return None
    if above.lemma in EMPTY:
        return None
    subject = next((a for a in above.arguments if a.span.start == above.span.start), None)
    between = words_between(above, subject.span) if subject is not None else None
    if (
        subject is None
        or between is None
        or PRONOUN.match(subject.span.text)
        or BROKEN.search(subject.span.text + between)
    ):
        return None
    leading = annotation.report.text[above.predicate.end : told.span.start]
    word, helper = above.predicate.text.casefold(), HELPER.match(between)
    if leading.strip() or is_headline(above, lookup) or is_title(above, between):
        return None
    named = lowered(subject.span.text)
    if helper is not None:
        rest = f"{between[helper.end() :]}{above.predicate.text}"
        return question(f"What {helper.group().strip()}", f" {named}{rest} to do")
    if not ADVERBS.fullmatch(between) or word == above.lemma or word.endswith("ing") or not above.lemma.isalpha():
        return None
    return question("What", f" {'does' if word == f'{above.lemma}s' else 'did'} {named}{between}{above.lemma} to do")


def is_title(told: Proposition, between: str) -> bool:
    """Whether a verb or its helper is written as in a title or for stress: "North Korea Fires", "Hunter Is Indicted"."""
    return told.predicate.text[:1].isupper() or between.strip()[:1].isupper()


def is_headline(told: Proposition, lookup: Lookup) -> bool:
    """Whether a clause stands in a headline, whose grammar leaves words out."""
    return any(
        b.role == "headline" and b.start <= told.span.start < b.end
        for b in lookup.annotations[told.span.report].report.blocks
    )


def words_between(told: Proposition, subject: Span) -> str | None:
    """The words from a subject to its predicate, None where it does not stand before it."""
    start, end = subject.end - told.span.start, told.predicate.start - told.span.start
    return told.span.text[start:end] if 0 < start <= end else None


def kind_of(argument: Argument, told: Proposition, lookup: Lookup) -> EntityKind | None:
    """What kind of thing an argument names, None where that is not known."""
    if argument.mention is None:
        return None
    return lookup.mention(told.span.report, argument.mention).kind


def asker(subject: Argument, told: Proposition, lookup: Lookup) -> str:
    """The word that asks for a subject; what acts may be somebody."""
    kind = kind_of(subject, told, lookup)
    if kind in PERSONAL_KINDS or SOMEBODY.match(subject.span.text):
        return "Who"
    return "What" if kind is not None and subject.role == "whom" else "Who or what"


def lowered(words: str) -> str:
    """Words as they stand within a sentence: "The board" as "the board"."""
    return words[:1].lower() + words[1:] if LOWERED.match(words) else words


def question(asked: str, rest: str) -> str | None:
    """The question on one line, cut where it is long; None where quotation marks or brackets do not pair."""
    words = " ".join(f"{asked}{rest}".split()).rstrip(" .,;:!?-–—")
    if len(words) > LONGEST:
        words = words[:LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:-–—")
    words = HANGING.sub("", words)
    marks = (words.count('"') % 2, words.count("“") - words.count("”"), words.count("(") - words.count(")"))
    return None if any(marks) or len(words) <= len(asked) else f"{words}?"


__all__ = ["HANGING", "about_doer", "about_object", "about_subject", "is_headline", "lowered", "question_of"]
