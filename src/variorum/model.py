"""Every type that crosses a door between two rooms, in the order of the road.

    bytes -ingest-> Report -annotate-> Annotation -resolve-> Cast -collate-> Grid -compose-> Dossier

All are frozen structs. Offsets are Python string indices into `Report.text`; dates are EDTF strings with unknown digits X;
coordinates are `(longitude, latitude)` in degrees. The Dossier and what it holds are the published contract
(`variorum.dossier/1`): fields may be added to it, none is renamed or given another sense.
"""

from __future__ import annotations

from typing import Literal

import msgspec

# ---------------------------------------------------------------- vocabulary

BlockRole = Literal["headline", "standfirst", "body", "caption", "teaser", "noise"]
EntityKind = Literal["person", "group", "organisation", "place", "facility", "thing"]
PERSONAL_KINDS: tuple[EntityKind, ...] = ("person", "group", "organisation")
"""The kinds of those who act and speak: people and bodies."""
Form = Literal["name", "nominal", "pronoun"]
Status = Literal["happened", "planned", "alleged", "denied", "hypothetical"]
Mode = Literal["direct", "mixed", "indirect"]
Verdict = Literal["AGREE", "SOLE", "DIFFER"]
Reason = Literal["definition", "update", "attribution", "outlet"]
Role = Literal["who", "whom", "what", "where", "when", "how_many", "with_what", "why", "how"]
NumberSlot = Literal[
    "killed", "injured", "missing", "detained", "kidnapped", "rescued", "displaced", "attackers",
    "people", "count", "amount", "magnitude", "distance", "duration",
]  # fmt: skip
Slot = (
    NumberSlot
    | Literal[
        "date", "time", "place", "actor", "target", "weapon", "responsibility", "cause", "role", "name",
        "pledge", "condemnation", "reaction", "status", "other",
    ]
)  # fmt: skip
SET_ASIDE_ROLES: frozenset[BlockRole] = frozenset({"teaser", "noise"})


class VariorumError(Exception):
    """A failure that a user can act on. `where` names the input, `what` the fault, `do` the next step."""

    def __init__(self, where: str, what: str, do: str = "") -> None:
        self.where, self.what, self.do = where, what, do
        super().__init__(f"{where}: {what}" + (f" {do}" if do else ""))


class Span(msgspec.Struct, frozen=True, order=True):
    """Words in a report: `text` is what stands at `start:end` of the report's text."""

    report: str
    start: int
    end: int
    text: str

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character of one report."""
        return self.report == other.report and self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether `other` lies within this span."""
        return self.report == other.report and self.start <= other.start and other.end <= self.end


# ---------------------------------------------------------------- ingest -> Report


class Block(msgspec.Struct, frozen=True):
    """A paragraph and the part it plays. `why` says in words why a block is set aside (teaser, noise), else None."""

    role: BlockRole
    start: int
    end: int
    why: str | None = None


class Report(msgspec.Struct, frozen=True):
    """One report as read. `published` and `updated` are ISO dates or date-times (`2016-11-11`, `2016-11-11T07:40Z`)."""

    id: str
    source: str
    sha256: str
    text: str
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    updated: str | None = None
    language: str = "en"
    blocks: tuple[Block, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """The words at `start:end`."""
        return Span(self.id, start, end, self.text[start:end])


# ---------------------------------------------------------------- annotate -> Annotation


class Mention(msgspec.Struct, frozen=True):
    """Words that refer to somebody or something.

    A name's `span` is the name alone, without title or article ("Zhang Youxia"); a nominal's is its noun phrase, article
    included ("the army chief"). `titles` are rank and office words that stand at the name ("General"), `roles` are
    descriptions that the text ties to it (appositions and the like: "the head doctor in the provincial hospital").
    `entity` indexes `Annotation.entities`; None: nothing is known of what it refers to (an unresolved pronoun).
    """

    span: Span
    kind: EntityKind
    form: Form
    head: Span
    titles: tuple[Span, ...] = ()
    roles: tuple[Span, ...] = ()
    plural: bool = False
    gender: Literal["female", "male"] | None = None
    entity: int | None = None
    confidence: float = 1.0


class PlaceReference(msgspec.Struct, frozen=True):
    """What a gazetteer knows of a place named in a report; `within` names what holds it, the nearest first, country last.

    `stands_for`: the name speaks of those who govern there ("Beijing said"), so that nothing happened at the point.
    """

    name: str
    feature: Literal["country", "region", "city", "site", "water", "area"]
    coordinates: tuple[float, float] | None = None
    iso3166: str | None = None
    geonames: int | None = None
    wikidata: str | None = None
    within: tuple[str, ...] = ()
    confidence: float = 1.0
    why: str = ""
    stands_for: str | None = None


class LocalEntity(msgspec.Struct, frozen=True):
    """Somebody or something as one report speaks of it: the cluster of its mentions (indices into `Annotation.mentions`)."""

    kind: EntityKind
    name: str
    mentions: tuple[int, ...]
    names: tuple[str, ...] = ()
    roles: tuple[Span, ...] = ()
    nationality: str | None = None
    place: PlaceReference | None = None


class TimeExpression(msgspec.Struct, frozen=True):
    """A date, hour, duration or set of times. `edtf` is a date or interval (None: no value), `hour` is `HH:MM` where told.

    `inferred` says why, where the value is not printed (a year that follows from a weekday, a weekday resolved by the
    publication date). `timex` is the TimeML value for evaluation (`P3D`, `2016-W44`, `PRESENT_REF`), None where none is.
    """

    span: Span
    kind: Literal["date", "time", "duration", "set"]
    edtf: str | None = None
    hour: str | None = None
    inferred: str | None = None
    timex: str | None = None
    vague: bool = False


class Quantity(msgspec.Struct, frozen=True):
    """A number with the bounds its words give. `of` is the noun that it counts ("civilians"), `of_span` its phrase.

    `span` holds the number with its bound words and the unit ("at least 12", "$62 billion", "about 30"); `nature` tells
    what kind of figure it is, so that an age or a flight number never becomes a toll.
    """

    span: Span
    low: float | None
    high: float | None
    nature: Literal["count", "money", "measure", "percent", "age", "ordinal", "magnitude", "name"]
    unit: str | None = None
    of: str | None = None
    of_span: Span | None = None
    approximate: bool = False
    additional: bool = False
    subset: bool = False


class Voice(msgspec.Struct, frozen=True):
    """One who says something, or through whom it came: the words that name the voice, and the mention they hold, if any."""

    span: Span
    mention: int | None = None


class Quotation(msgspec.Struct, frozen=True):
    """Something said: `content` is one span, quote marks included where there are; `voice` is the chain, nearest first."""

    mode: Mode
    content: Span
    cue: Span | None = None
    source: Span | None = None
    voice: tuple[Voice, ...] = ()
    declined: bool = False
    confidence: float = 1.0


class Argument(msgspec.Struct, frozen=True):
    """What fills a role of a proposition. At most one of the indices (into the Annotation's lists) is set; none: a clause."""

    role: Role
    span: Span
    mention: int | None = None
    time: int | None = None
    quantity: int | None = None
    preposition: str | None = None


SIMPLE_PAST = "simple past"
"""The marker of a verb that simply tells what was done ("left", "was sold", "did not come"), neither before nor until then."""

ONE_OF_SEVERAL = "one of several"
"""The marker of each of the happenings that one noun tells: "the Dasu and Karachi attacks"."""


class Proposition(msgspec.Struct, frozen=True):
    """One thing that a report tells. `span` is its clause, `predicate` the verb or event noun, `frame` its trigger class.

    `category` (None: PLOVER codes no event here), `mode` and `contexts` are PLOVER's, and so are the parties that it
    codes, `actors` (role who) and `recipients` (role whom), which may stand outside the clause. `act` is the category of what
    the clause tells of by itself, also where its sentence only recalls it, speaks of it or puts it ahead. `voice` is the chain of
    who tells it, nearest first, the report itself left out. `part_of_utterance` indexes `Annotation.quotations` where its
    words are somebody's. `within` indexes the proposition in whose clause it stands as an event noun or subordinate
    clause, None at top level.
    """

    span: Span
    predicate: Span
    lemma: str
    nominal: bool
    frame: str | None
    arguments: tuple[Argument, ...]
    polarity: bool = True
    status: Status = "happened"
    category: str | None = None
    act: str | None = None
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    actors: tuple[Argument, ...] = ()
    recipients: tuple[Argument, ...] = ()
    voice: tuple[Voice, ...] = ()
    part_of_utterance: int | None = None
    within: int | None = None
    markers: tuple[str, ...] = ()
    confidence: float = 1.0


class Annotation(msgspec.Struct, frozen=True):
    """All that was read out of one report; nothing in it depends on another report."""

    report: Report
    sentences: tuple[Span, ...]
    mentions: tuple[Mention, ...]
    entities: tuple[LocalEntity, ...]
    times: tuple[TimeExpression, ...]
    quantities: tuple[Quantity, ...]
    quotations: tuple[Quotation, ...]
    propositions: tuple[Proposition, ...]
    unread: tuple[Span, ...] = ()


# ---------------------------------------------------------------- resolve -> Cast


class Account(msgspec.Struct, frozen=True):
    """Reports that are one witness because one copies the other, or both one text. A report belongs wholly to one account.

    `copied` pairs the passages that two of its reports share; `own` are passages that only one of them has. `publisher` is
    the house that owns the outlet today, by a table made by hand; it and `origins` (shared cited sources) are never counted.
    """

    id: str
    reports: tuple[str, ...]
    why: str
    copied: tuple[tuple[Span, Span], ...] = ()
    own: tuple[Span, ...] = ()
    publisher: str | None = None
    origins: tuple[str, ...] = ()


class StoryGroup(msgspec.Struct, frozen=True):
    """Reports that tell the same happening or its direct sequel, and why they were put together."""

    id: str
    reports: tuple[str, ...]
    why: str


class LocalRef(msgspec.Struct, frozen=True, order=True):
    """An item of one report's Annotation: `index` into its entities or propositions, whichever the field is about."""

    report: str
    index: int


class CastEntity(msgspec.Struct, frozen=True):
    """One person, body, place or thing under all its names in all reports."""

    id: str
    kind: EntityKind
    name: str
    names: tuple[str, ...]
    members: tuple[LocalRef, ...]
    why: str
    place: PlaceReference | None = None
    nationality: str | None = None


class Happening(msgspec.Struct, frozen=True):
    """Propositions of one or several reports that tell the same. `frame` is the trigger class they share."""

    id: str
    story: str
    frame: str
    members: tuple[LocalRef, ...]
    why: str
    part_of: str | None = None


class Cast(msgspec.Struct, frozen=True):
    """Who copies whom, what belongs together, and who and what is one, over all reports (sorted by id)."""

    annotations: tuple[Annotation, ...]
    accounts: tuple[Account, ...]
    stories: tuple[StoryGroup, ...]
    entities: tuple[CastEntity, ...]
    happenings: tuple[Happening, ...]


# ---------------------------------------------------------------- the contract: values, rows, the Dossier


class QuantityValue(msgspec.Struct, frozen=True, tag_field="type", tag="quantity"):
    """A number between `low` and `high`, either open where null; `of` is what is counted."""

    low: float | None
    high: float | None
    unit: str | None = None
    of: str | None = None
    approximate: bool = False


class DateValue(msgspec.Struct, frozen=True, tag_field="type", tag="date"):
    """A date, date with hour, or interval in EDTF."""

    edtf: str


class EntityValue(msgspec.Struct, frozen=True, tag_field="type", tag="entity"):
    """One of the dossier's entities, by id."""

    entity: str


class TextValue(msgspec.Struct, frozen=True, tag_field="type", tag="text"):
    """The clause itself."""

    text: str


Value = QuantityValue | DateValue | EntityValue | TextValue


class ChainLink(msgspec.Struct, frozen=True):
    """A voice of the dossier: its words, the entity it names where known, and where it stands."""

    text: str
    entity: str | None
    span: Span


class Reading(msgspec.Struct, frozen=True):
    """What one report gives for a row. `voice` is nearest first, empty for the report itself; `inferred` says why, if so."""

    report: str
    account: str
    value: Value
    span: Span
    voice: tuple[ChainLink, ...] = ()
    as_of: str | None = None
    confidence: float = 1.0
    inferred: str | None = None


class Bound(msgspec.Struct, frozen=True):
    """An end of a range: the number, and the index of the reading in its row that gives it."""

    value: float
    reading: int


class Range(msgspec.Struct, frozen=True):
    """The least low and the greatest high over the accounts; an end is null where some account leaves it open."""

    low: Bound | None
    high: Bound | None


class Claim(msgspec.Struct, frozen=True):
    """A row of the grid: one question about one event or entity (`about`), and what each report reads."""

    id: str
    story: str
    about: str
    slot: Slot
    question: str
    verdict: Verdict
    reason: Reason | None
    why: str
    range: Range | None
    readings: tuple[Reading, ...]


class Wording(msgspec.Struct, frozen=True):
    """One report's words of an utterance."""

    report: str
    account: str
    mode: Mode
    content: Span
    cue: Span | None = None
    source: Span | None = None
    voice: tuple[ChainLink, ...] = ()
    as_of: str | None = None


class Utterance(msgspec.Struct, frozen=True):
    """The same statement in its wordings."""

    id: str
    story: str
    speaker: str | None
    verdict: Verdict
    why: str
    wordings: tuple[Wording, ...]


class EventTime(msgspec.Struct, frozen=True):
    """When an event happened, and why that is known."""

    edtf: str
    why: str


class EntityRole(msgspec.Struct, frozen=True):
    """An office or description of an entity, and where it is told."""

    text: str
    spans: tuple[Span, ...]


class Identifiers(msgspec.Struct, frozen=True):
    """What outside registers call an entity."""

    iso3166: str | None = None
    geonames: int | None = None
    wikidata: str | None = None


class Entity(msgspec.Struct, frozen=True):
    """Somebody or something that the reports speak of."""

    id: str
    kind: EntityKind
    name: str
    names: tuple[str, ...]
    description: str
    roles: tuple[EntityRole, ...]
    identifiers: Identifiers
    coordinates: tuple[float, float] | None
    mentions: tuple[Span, ...]
    why: str


class Event(msgspec.Struct, frozen=True):
    """A happening that a reader would name."""

    id: str
    story: str
    label: str
    category: str | None
    mode: str | None
    context: tuple[str, ...]
    status: Status
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    when: EventTime | None
    where: str | None
    part_of: str | None
    mentions: tuple[Span, ...]
    why: str


class Grid(msgspec.Struct, frozen=True):
    """The rows and utterances over a Cast, and the events and entities that they are about."""

    cast: Cast
    entities: tuple[Entity, ...]
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    utterances: tuple[Utterance, ...]


class LeftOut(msgspec.Struct, frozen=True):
    """A row that other accounts tell and this report does not."""

    claim: str
    how: Literal["silent", "ends_before", "published_before"]


class DossierReport(msgspec.Struct, frozen=True):
    """A report as the dossier carries it: its whole text, what it leaves out, and the sentences that yielded nothing."""

    id: str
    source: str
    url: str | None
    sha256: str
    text: str
    title: str | None
    outlet: str | None
    published: str | None
    updated: str | None
    language: str
    account: str
    blocks: tuple[Block, ...]
    left_out: tuple[LeftOut, ...]
    unread: tuple[Span, ...]


class SummarySentence(msgspec.Struct, frozen=True):
    """A sentence of a story's summary with the words and rows it rests on."""

    text: str
    evidence: tuple[Span, ...]
    claims: tuple[str, ...]


class Story(msgspec.Struct, frozen=True):
    """One story of the dossier."""

    id: str
    reports: tuple[str, ...]
    title: str
    summary: tuple[SummarySentence, ...]
    why: str


class SetAside(msgspec.Struct, frozen=True):
    """Words that are not part of the report they stand in, and why."""

    span: Span
    why: str


class MadeBy(msgspec.Struct, frozen=True):
    """How a dossier was made: enough to make it again."""

    variorum: str
    models: dict[str, str]
    digests: dict[str, str]
    options: dict[str, str]
    assumptions: tuple[str, ...]


class Dossier(msgspec.Struct, frozen=True):
    """The sourced record of several reports: the contract of `variorum brief --json`."""

    schema: Literal["variorum.dossier/1"]
    made_by: MadeBy
    reports: tuple[DossierReport, ...]
    accounts: tuple[Account, ...]
    stories: tuple[Story, ...]
    entities: tuple[Entity, ...]
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    utterances: tuple[Utterance, ...]
    set_aside: tuple[SetAside, ...]
