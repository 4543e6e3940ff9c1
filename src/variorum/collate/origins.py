"""Origins: of which country somebody or some body is told to be, where somebody is from, and for whom he works or plays.

One report tells it in a title ("Ostran driver Anna Berg"), another in a phrase of its own ("the Ostran"), behind the name or in a
clause. What one report alone tells stands in its words elsewhere, and is no row; nor is what a row of the office tells already.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from variorum.collate.draft import DraftReading, DraftRow
from variorum.collate.people import FORMER, head_of
from variorum.collate.told_of import account_of, deeds_of, descriptions_of
from variorum.knowledge.people import is_word
from variorum.knowledge.territories import territory_by_demonym, territory_by_name
from variorum.model import Annotation, Cast, CastEntity, EntityValue, LocalRef, Mention, Span, TextValue, Value
from variorum.resolve.affiliations import parties_in
from variorum.resolve.lookup import Lookup
from variorum.resolve.residents import HOME as FROM
from variorum.resolve.residents import start_of

COUNTRY, BODY = "Of which country is {}?", "For whom has {} worked or played?"
HOME, SITE = "Where is {} from?", "Where does {} lie?"
BODIES = {"organisation", "group"}
WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
BEHIND = re.compile(r",? (?:of|for|with|at|from|in) (?:the )?")
IN = re.compile(r",? in (?:the )?(?:[a-z]+ )?")
OWNER = re.compile(r"[’']s? (?:[a-z][\w-]* ){0,4}")
NAME_OF = re.compile(r" of (?:the )?")
WHO_SERVES = re.compile(
    r"(?: and [A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)?(?:,| [-–—])? who (?:\w+ )?(?:plays?|works?|drives?|races?|serves?) "
    r"(?:for|with|at) (?:[\w’'-]+ ){0,5}?"
)
"""Between a name and a body: "Berg and Vass, who both play for the Belmar Rovers"."""
SERVED = re.compile(r"(?: (?!(?:for|with|at|in|from) )[\w’'-]+){0,3}? (?P<led>for|with|at|in|from) (?:the )?")
SERVING = {"play", "work", "drive", "race", "serve", "fight"}
LIVING = {"live", "reside", "hail", "come"}
LONGEST = 80  # letters of a reading


class Trait(msgspec.Struct, frozen=True):
    """What a report tells of somebody: the question, what tells one answer from another, and the reading."""

    question: str
    key: str
    reading: DraftReading


def origin_rows(
    cast: Cast, lookup: Lookup, story_of: Mapping[str, str], roles: Sequence[DraftRow]
) -> Iterator[DraftRow]:
    """The rows that several accounts tell and no row of `roles` does."""
    accounts = account_of(cast)
    for entity in cast.entities:
        if entity.kind not in {"person", "facility", *BODIES} or not lookup.is_named(entity.id):
            continue
        found: dict[tuple[str, str, str], list[DraftReading]] = {}
        for member in entity.members:
            for trait in traits_in(member, entity, lookup):
                found.setdefault((story_of[member.report], trait.question, trait.key), []).append(trait.reading)
        known = [row for row in roles if row.about == entity.id]
        for (story, question, _), readings in sorted(nested(found, lookup).items()):
            told = narrowest(readings, lookup)
            if question == SITE:  # "Karsholm Zoo" tells by its name that it is in Karsholm
                told = tuple(r for r in told if not is_in_name(r, entity, lookup))
            row = DraftRow(story, entity.id, "other", question.format(entity.name), told, "they tell one and the same")
            several = len({accounts[r.span.report] for r in told}) > 1 and (
                question in {HOME, SITE} or are_worded_apart(told)
            )
            if several and not any(tells(one, row) for one in known):
                yield row


def is_in_name(reading: DraftReading, entity: CastEntity, lookup: Lookup) -> bool:
    """Whether the place of a reading stands in a name of what lies there."""
    value = reading.value
    names = " ".join(entity.names).casefold()
    return isinstance(value, EntityValue) and lookup.entities[value.entity].name.casefold() in names


def are_worded_apart(readings: Sequence[DraftReading]) -> bool:
    """Whether readings tell it by other nouns: what they tell by one ("Senate leader") is an office."""
    return len({head_of(r.span.text) for r in readings}) > 1


def tells(role: DraftRow, row: DraftRow) -> bool:
    """Whether the words of a row of an office hold all readings of `row`."""
    return all(any(r.span.overlaps(o.span) for o in role.readings) for r in row.readings)


def narrowest(readings: Sequence[DraftReading], lookup: Lookup) -> tuple[DraftReading, ...]:
    """The first reading of each report, of those that tell a home the one that tells it most narrowly."""
    best: dict[str, DraftReading] = {}
    for one in sorted(readings, key=lambda r: r.span):
        known = best.setdefault(one.span.report, one)
        if isinstance(one.value, EntityValue) and isinstance(known.value, EntityValue):
            inner, outer = one.value.entity, known.value.entity
            if inner != outer and lookup.is_within(inner, outer):
                best[one.span.report] = one
    return tuple(sorted(best.values(), key=lambda r: r.span))


def nested(
    found: dict[tuple[str, str, str], list[DraftReading]], lookup: Lookup
) -> dict[tuple[str, str, str], list[DraftReading]]:
    """The readings by answer, those of a place and of what it lies in together."""
    merged: dict[tuple[str, str, str], list[DraftReading]] = {}
    for (story, question, key), readings in sorted(found.items()):
        home = key
        if question in {HOME, SITE}:
            inside = (k for s, q, k in merged if (s, q) == (story, question))
            home = next((k for k in inside if lookup.is_within(key, k) or lookup.is_within(k, key)), key)
        merged.setdefault((story, question, home), []).extend(readings)
    return merged


def traits_in(member: LocalRef, entity: CastEntity, lookup: Lookup) -> Iterator[Trait]:
    """What a report tells of one: in the titles, roles and phrases by which it speaks of him, and beside his name."""
    annotation = lookup.annotations[member.report]
    mentions = lookup.mentions_of(member)
    phrases = {m.span for m in mentions if m.form == "nominal" and not m.plural and m.kind == entity.kind}
    for span in sorted(p for p in phrases | descriptions_of(member, lookup) if not FORMER.match(p.text)):
        if entity.kind != "facility":
            yield from nations_in(span, annotation)
        if entity.kind == "person":
            yield from bodies_in(span, annotation, lookup)
            whole = annotation.report.span(start_of(span, annotation.report.text), span.end)
            yield from homes_in(whole, annotation, lookup)
        elif entity.kind == "facility":
            yield from sites_in(span, annotation, lookup)
    if entity.kind == "person":
        for mention in mentions:
            if mention.form == "name":
                yield from beside(mention, annotation, lookup)
        yield from in_clauses(member, lookup)
    elif entity.kind == "facility":
        for mention in mentions:
            yield from sited(mention, annotation, lookup)


def trait(question: str, key: str, span: Span, value: Value | None = None) -> Iterator[Trait]:
    """The trait that a span tells, where it is no longer than a reading may be."""
    if span.end - span.start <= LONGEST:
        yield Trait(question, key, DraftReading(value or TextValue(span.text), span))


def nations_in(span: Span, annotation: Annotation) -> Iterator[Trait]:
    """The country of a phrase: by a word of nation before or as its head noun; no office of a state ("Ostran president")."""
    head = head_of(span.text)
    words = [w for w in WORD.finditer(span.text) if "-" not in w.group()]
    for word in words[:6]:
        land = territory_by_demonym(word.group())
        at = annotation.report.span(span.start + word.start(), span.start + word.end())
        longer = any(m.form == "name" and m.span != at and m.span.covers(at) for m in annotation.mentions)
        if land is None or longer or span.text[word.end() :].startswith(("'", "’")):
            continue
        before = head_of(span.text[: word.end()]) == head_of(word.group())  # not behind "of"
        if before and not is_word(head, "title") and not is_word(head, "kin"):
            yield from trait(COUNTRY, land.country, span)
            return


def is_body(entity: str, lookup: Lookup) -> bool:
    """Whether some report takes what is named for a body, and no gazetteer knows it as a place."""
    members = lookup.entities[entity].members
    kinds = {lookup.annotations[m.report].entities[m.index].kind for m in members}
    place = lookup.place(entity)
    return bool(kinds & {*BODIES, "facility"}) and (place is None or place.feature == "site")


def named_in(annotation: Annotation, start: int, end: int) -> Iterator[tuple[int, Mention]]:
    """The mentions by name between two places of a report."""
    for n, mention in enumerate(annotation.mentions):
        if mention.form == "name" and start <= mention.span.start and mention.span.end <= end:
            yield n, mention


def bodies_in(span: Span, annotation: Annotation, lookup: Lookup) -> Iterator[Trait]:
    """The bodies that a phrase names before its head noun ("Belmar Rovers guard") or right behind it ("a lawyer with Vexo")."""
    head = head_noun(span)
    if head is None or is_word(head.text.casefold(), "outsider", "kin"):
        return
    for n, mention in named_in(annotation, span.start, span.end):
        entity = lookup.entity_of_mention(annotation.report.id, n)
        if entity is None or not is_body(entity, lookup) or parties_in(mention.span.text):
            continue
        before = mention.span.end <= head.start
        behind = BEHIND.fullmatch(annotation.report.text, head.end, mention.span.start) if not before else None
        if before or behind is not None:
            yield from trait(BODY, entity, span, EntityValue(entity))


def head_noun(span: Span) -> Span | None:
    """Where the noun of a phrase stands that says what somebody is: the last word before "of", "with", a comma."""
    plain = re.split(r",? (?:of|for|in|at|from|with|who|on|to|that|which) |,", span.text)[0]
    words = list(WORD.finditer(plain))
    if not words:
        return None
    last = words[-1]
    return Span(span.report, span.start + last.start(), span.start + last.end(), last.group())


def homes_in(span: Span, annotation: Annotation, lookup: Lookup) -> Iterator[Trait]:
    """The place that a phrase names as somebody's home: "a Norland man", "the Karsholm, Norland, resident", "a visitor from
    Belmar"."""
    last = [w.group().casefold() for w in WORD.finditer(span.text)]
    for n, mention in named_in(annotation, span.start, span.end):
        entity = lookup.entity_of_mention(annotation.report.id, n)
        if mention.kind != "place" or entity is None:
            continue
        lead = annotation.report.text[span.start : mention.span.start]
        lives = (is_word(last[-1], "resident") and not lead.rstrip().endswith((" in", " of", " from"))) or (
            lead.endswith(" from ") or (lead.endswith((" of ", " in ")) and head_of(f"{lead}it") == "resident")
        )
        if lives:
            yield from trait(HOME, entity, span, EntityValue(entity))
            return


def sites_in(span: Span, annotation: Annotation, lookup: Lookup) -> Iterator[Trait]:
    """The place, no country, that a phrase for a site names before its head noun ("an Ohio zoo")."""
    head = head_noun(span)
    for n, mention in named_in(annotation, span.start, head.start if head is not None else span.start):
        entity = lookup.entity_of_mention(annotation.report.id, n)
        place = lookup.place(entity) if entity is not None and mention.kind == "place" else None
        if entity is not None and place is not None and place.feature in {"city", "region"}:
            yield from trait(SITE, entity, span, EntityValue(entity))


def sited(name: Mention, annotation: Annotation, lookup: Lookup) -> Iterator[Trait]:
    """The place that "in" behind the name of a site or a phrase for it tells ("the Porter Zoo in Texas")."""
    for n, mention in named_in(annotation, name.span.end, name.span.end + LONGEST):
        entity = lookup.entity_of_mention(annotation.report.id, n)
        led = IN.fullmatch(annotation.report.text, name.span.end, mention.span.start)
        if led is not None and entity is not None and mention.kind == "place" and name.form != "pronoun":
            span = annotation.report.span(name.span.start, mention.span.end)
            yield from trait(SITE, entity, span, EntityValue(entity))


def beside(name: Mention, annotation: Annotation, lookup: Lookup) -> Iterator[Trait]:
    """What stands beside a name: "Sauria's Anna Berg" (a country or body), "Anna Berg of the Belmar Rovers", "Anna Berg, 30, of
    Karsholm"."""
    text = annotation.report.text
    for n, mention in named_in(annotation, name.span.start - LONGEST, name.span.end + LONGEST):
        entity = lookup.entity_of_mention(annotation.report.id, n)
        if entity is None or mention.span.overlaps(name.span):
            continue
        owns = OWNER.fullmatch(text, mention.span.end, name.span.start)
        first, last = min(mention.span.start, name.span.start), max(mention.span.end, name.span.end)
        span = annotation.report.span(first, last)
        if is_body(entity, lookup) and not parties_in(mention.span.text):
            behind = (p.fullmatch(text, name.span.end, mention.span.start) for p in (NAME_OF, WHO_SERVES))
            if owns is not None or any(behind):
                yield from trait(BODY, entity, span, EntityValue(entity))
        elif mention.kind == "place":
            land = territory_by_name(mention.span.text)
            if owns is not None and land is not None and text[mention.span.end :][:3].strip() in {"'s", "’s"}:
                yield from trait(COUNTRY, land.country, span)
            elif FROM.fullmatch(text, name.span.end, mention.span.start):
                yield from trait(HOME, entity, span, EntityValue(entity))


def in_clauses(member: LocalRef, lookup: Lookup) -> Iterator[Trait]:
    """What clauses tell of somebody: "who plays for the Belmar Rovers", "she lives in Karsholm"."""
    annotation = lookup.annotations[member.report]
    ours = lookup.entity_of_local(member.report, member.index)
    for told in deeds_of(member, lookup, "who"):
        if told.status != "happened" or told.lemma not in SERVING | LIVING:
            continue
        for n, mention in named_in(annotation, told.predicate.end, told.span.end):
            entity = lookup.entity_of_mention(member.report, n)
            led = SERVED.fullmatch(annotation.report.text, told.predicate.end, mention.span.start)
            if entity is None or led is None or entity == ours:
                continue
            span = annotation.report.span(told.predicate.start, mention.span.end)
            if told.lemma in SERVING and led["led"] in {"for", "with", "at"} and is_body(entity, lookup):
                yield from trait(BODY, entity, span, EntityValue(entity))
            elif told.lemma in LIVING and led["led"] in {"in", "from"} and lookup.place(entity) is not None:
                yield from trait(HOME, entity, span, EntityValue(entity))
