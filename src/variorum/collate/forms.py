"""Forms: in what form somebody is told to have said something ("in a statement", "tweeted"), and to whom ("told Ostra Radio").

Both stand in the cue or beside it, in no clause of their own. What one report alone tells is no row: it stands with its words
among the utterances.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from variorum.collate.asking import lowered
from variorum.collate.draft import DraftReading, DraftRow
from variorum.collate.told_of import account_of, in_text_order, told_by_several
from variorum.encoder import wordwise
from variorum.knowledge.cues import cues, is_cue, voiced_attitudes
from variorum.knowledge.offices import in_full
from variorum.knowledge.people import is_word
from variorum.model import Annotation, Cast, EntityValue, Span, TextValue, Voice
from variorum.resolve.lookup import Lookup

FORM_QUESTION, OCCASION_QUESTION = "In what form did {} speak?", "On what occasion did {} speak?"
PLATFORMS = f"(?-i:{'|'.join(sorted(cues()['platform']))})"
PAPERS = "tweets?|statements?|(?:press|news) release|letter|memo|e-?mail|blog post|op-ed"
TALKS = "(?:news|press) conference|(?:(?:news|press) )?briefing|radio|speech"
NARROWED = r"(?:(?!(?:in|on|at|by|with|to|of|for|from|and|but|that|who|which|after|before)\s)[\w’'-]+\s+){0,4}?"
PUT_OUT = r"(?:issu|releas|post|publish|send|sent)(?:e[sd]?|ed|ing|s)?"
FORM = re.compile(
    rf"\b(?:in|on|over|at|during|via|through)\s+{NARROWED}(?P<a>{PAPERS}|{TALKS})\b(?:\s+(?:on|to|via)\s+(?P<b>{PLATFORMS})\b)?"
    rf"|\b{PUT_OUT}\s+{NARROWED}(?P<c>{PAPERS})\b"
    rf"|\b(?:on|via|through)\s+(?:(?:his|her|its|their|the)\s+)?(?P<d>{PLATFORMS})\b"
    rf"|\b(?:posted|wrote|post|message)\s+(?:on|to)\s+(?P<e>{PLATFORMS})\b"
    r"|\b(?P<f>tweet(?:s|ed|ing))\b",
    re.IGNORECASE,
)
"""Words for the form of what is said: a preposition and the noun, "issued a statement", "on Twitter", "tweeted"."""
GATHERINGS = "fund-?raiser|rally|hearing|summit|ceremony|forum|town hall|convention|funeral|vigil|debate|inauguration"
OCCASION = re.compile(rf"\b(?:at|during|in)\s+{NARROWED}(?P<a>{GATHERINGS})\b", re.IGNORECASE)
TOLD = re.compile(r"\b(?:told|tells?|telling)$", re.IGNORECASE)
INTERVIEW = re.compile(r"\binterview\s+(?:(?:published|aired|airing|broadcast)\s+)?(?:with|on|for|to|by)\s+", re.I)
LEADING = re.compile(
    r"(?:(?:the|an?|(?:reporters?|journalists?) (?:from|of|at|with)|(?-i:[A-Z])[\w.-]*[’']s?)\s+)*", re.I
)
"""What may stand between "told" and a name: "told Ostra Radio's Tomas Varga"."""
DEEDS = {"apologise", "condemn", "criticise", "announce", "reject", "speech"}  # frames of what is done by saying it
AUDIENCE = re.compile(
    r"\s+(?:(?:to|with)\s+)?(?:(?:an?|the|his|her|some|many|fellow)\s+)?(?:(?:group|crowd|room|gathering)\s+of\s+)?(?P<noun>[a-z]+s)\b"
)
"""Behind a cue: those told who have no name ("told employees", "speaking to a group of lawyers")."""
ADDRESSED = re.compile(
    r"\b(?:told|tells?|telling|sp[eo]ak(?:s|ing)?|spoke|talk(?:s|ed|ing)|"
    r"(?:urg|warn|address|inform|assur)(?:e[sd]?|ed|es|s|ing))$",
    re.IGNORECASE,
)
ANYBODY = frozenset({"reporter", "journalist", "people", "follower", "viewer", "reader", "other"})
POSTS = frozenset({"twitter", *(p.casefold() for p in cues()["platform"])})
ALIKE = 0.45  # likeness of what is said from which two tellings may be of one saying
NEAR = 90  # letters between a cue, or who is speaking, and the words for the form
LONGEST = 60  # letters of a cue with the words for its form
BODIES = {"person", "organisation", "group", "facility", "thing"}


class Telling(msgspec.Struct, frozen=True):
    """That somebody says something: who, the word for it, the words for him, who tells of it, and what is quoted."""

    speaker: str
    cue: Span
    source: Span | None
    voice: tuple[Voice, ...]
    content: Span | None = None

    def gap(self, at: Span) -> int:
        """How many letters lie between the words `at` and the cue or the speaker."""
        return min(max(s.start - at.end, at.start - s.end, 0) for s in (self.cue, self.source) if s is not None)


class Formed(msgspec.Struct, frozen=True):
    """The forms of what is said that some words name, these words, and what is quoted with them."""

    forms: frozenset[str]
    reading: DraftReading
    content: Span | None


def form_rows(cast: Cast, lookup: Lookup, story_of: Mapping[str, str]) -> Iterator[DraftRow]:
    """A row for each speaker and form, and for each whom he told it, that several accounts give."""
    accounts = account_of(cast)
    forms: dict[tuple[str, str, str], list[Formed]] = {}
    told: dict[tuple[str, str, str], list[DraftReading]] = {}  # by story, speaker and whom: an entity, else a noun
    for annotation in cast.annotations:
        story = story_of[annotation.report.id]
        tellings = list(tellings_in(annotation, lookup))
        for one in tellings:
            for question, words in ((FORM_QUESTION, FORM), (OCCASION_QUESTION, OCCASION)):
                found = forms_of(one, tellings, annotation, words)
                forms.setdefault((story, one.speaker, question), []).extend(found)
            for entity, reading in addressees(one, annotation, lookup):
                if entity != one.speaker:
                    told.setdefault((story, one.speaker, entity), []).append(reading)
    for (story, speaker, asked), some in sorted(forms.items(), key=lambda f: f[0]):
        question = asked.format(lowered(lookup.entities[speaker].name))
        for readings in by_form(some):
            row = DraftRow(story, speaker, "other", question, readings, "they tell one form or occasion of speaking")
            yield from told_by_several(row, accounts)
    for (story, speaker, _), whom in sorted(told.items(), key=lambda f: f[0]):
        question = f"To whom did {lowered(lookup.entities[speaker].name)} speak?"
        row = DraftRow(story, speaker, "other", question, in_text_order(whom), "they name one and the same")
        yield from told_by_several(row, accounts)


def by_form(found: Sequence[Formed]) -> list[tuple[DraftReading, ...]]:
    """The readings of one speaker, those together that share a form ("in a tweet", "in a statement on Twitter") and may be of one
    saying."""
    groups: list[list[Formed]] = []
    for one in sorted(found, key=lambda f: f.reading.span):
        sharing = [g for g in groups if any(o.forms & one.forms and may_be_one(o, one) for o in g)]
        groups = [g for g in groups if g not in sharing] + [[*(o for g in sharing for o in g), one]]
    return [in_text_order(o.reading for o in some) for some in groups]


def may_be_one(one: Formed, other: Formed) -> bool:
    """Whether two words for a form may be of one saying: what is quoted is alike, one of them quotes nothing, or it is a form
    that holds more words than a post does (a letter is quoted here and there)."""
    if one.content is None or other.content is None or (one.forms & other.forms) - POSTS:
        return True
    return wordwise(one.content.text, other.content.text) >= ALIKE


def tellings_in(annotation: Annotation, lookup: Lookup) -> Iterator[Telling]:
    """Where a report has somebody speak: its quotations with a cue, and the clauses of speech that hold no words."""
    report = annotation.report.id
    for said in annotation.quotations:
        speaker = lookup.entity_of(report, said.voice[0]) if said.voice else None
        if speaker is not None and said.cue is not None and not said.declined:
            yield Telling(speaker, said.cue, said.source, said.voice[1:], quoted_by(said.cue, annotation))
    for told in annotation.propositions:
        subject = next((a for a in told.arguments if a.role == "who"), None)
        speaker = lookup.entity_of(report, subject) if subject is not None else None
        speaks = (
            told.frame in DEEDS
            or told.lemma in {"speak", "talk"}
            or is_cue(told.lemma, "say", "deny", "request")
            or told.lemma in voiced_attitudes()
        )
        speaks = speaks or FORM.match(annotation.report.text, told.predicate.start, told.span.end) is not None
        real = told.status == "happened" and told.polarity and not told.nominal
        if speaker is not None and subject is not None and speaks and real:
            yield Telling(speaker, told.predicate, subject.span, told.voice, quoted_by(told.predicate, annotation))


def quoted_by(cue: Span, annotation: Annotation) -> Span | None:
    """What a cue brings in word for word."""
    said = (q for q in annotation.quotations if q.mode != "indirect" and q.cue is not None and q.cue.overlaps(cue))
    return next((q.content for q in said), None)


def forms_of(
    one: Telling, others: Sequence[Telling], annotation: Annotation, pattern: re.Pattern[str]
) -> Iterator[Formed]:
    """The words of a pattern for the form or occasion of what is said: in the cue, else the nearest to it or its speaker."""
    words, start = around(one.cue, annotation)
    beside = [o for o in others if start <= o.cue.start < start + len(words)]
    found = []
    for match in pattern.finditer(words):
        at = annotation.report.span(start + match.start(), start + match.end())
        if one.gap(at) <= min(NEAR, *(o.gap(at) for o in beside)):
            found.append((one.gap(at), at, classes(match)))
    if found:
        _, at, forms = min(found, key=lambda f: (f[0], f[1]))
        first, last = min(at.start, one.cue.start), max(at.end, one.cue.end)
        whole = annotation.report.span(first, last)
        plain = last - first <= LONGEST and not words[first - start : last - start].count("  ")
        span = whole if plain else at
        yield Formed(forms, DraftReading(TextValue(span.text), span, one.voice), one.content)


def classes(match: re.Match[str]) -> frozenset[str]:
    """The forms that a match of `FORM` tells, each by one word."""
    words = [w.casefold().rsplit(None, 1)[-1].removesuffix("s") for w in match.groups() if w is not None]
    return frozenset("twitter" if w.startswith("tweet") else w.replace("-", "") for w in words)


def around(cue: Span, annotation: Annotation) -> tuple[str, int]:
    """The sentence of a cue with blanks for all that is said in it, and where it starts."""
    sentence = next((s for s in annotation.sentences if s.covers(cue)), cue)
    words = list(sentence.text)
    for quotation in annotation.quotations:
        content = quotation.content
        if content.overlaps(sentence) and not content.overlaps(cue):
            first, last = max(0, content.start - sentence.start), max(0, content.end - sentence.start)
            words[first:last] = " " * len(words[first:last])
    return "".join(words), sentence.start


def addressees(one: Telling, annotation: Annotation, lookup: Lookup) -> Iterator[tuple[str, DraftReading]]:
    """Those to whom the words behind a cue say it was told: named ones ("told Ostra Radio", "in an interview with the Herald") by
    their entity, others by their noun ("told employees")."""
    words, start = around(one.cue, annotation)
    audience = AUDIENCE.match(words, one.cue.end - start) if ADDRESSED.search(one.cue.text) else None
    noun = in_full(audience["noun"].removesuffix("s")) if audience is not None else None
    if audience is not None and noun is not None and is_word(noun, "person") and noun not in ANYBODY:
        span = annotation.report.span(one.cue.start, start + audience.end())
        yield noun, DraftReading(TextValue(span.text), span, one.voice)
    opened = [(one.cue.start, one.cue.end + 1)] if TOLD.search(one.cue.text) else []
    interviews = [(start + match.start(), start + match.end()) for match in INTERVIEW.finditer(words)]
    opened += [(first, at) for first, at in interviews if one.gap(annotation.report.span(first, at)) <= NEAR]
    for first, at in opened:
        for n, mention in enumerate(annotation.mentions):
            if (
                mention.form != "name"
                or mention.kind not in BODIES
                or not at <= mention.span.start < start + len(words)
            ):
                continue
            entity = lookup.entity_of_mention(annotation.report.id, n)
            leading = LEADING.fullmatch(words, at - start, mention.span.start - start)
            if entity is not None and leading is not None and lookup.is_named(entity):
                span = annotation.report.span(first, mention.span.end)
                yield entity, DraftReading(EntityValue(entity), span, one.voice)
