"""Propositions: what a report tells, clause by clause, from verbs and from event nouns.

A proposition has a predicate with its frame, arguments by role, polarity, status and the chain of voices through which it
came. Dates go by one rule: a time belongs to the nearest event noun before its governing verb, and in "said on Wednesday"
to "said". Sources of the categories and statuses: the PLOVER codebook.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
from spacy.language import Language
from spacy.tokens import Doc, Token

from variorum.annotate.clauses import clause_span, complement_verb, is_predicate, is_verb, noun_span
from variorum.annotate.coding import Coding, code
from variorum.annotate.conditions import act_of_frame, objects
from variorum.annotate.dating import dates_by_predicate, tells_past
from variorum.annotate.fillers import mention_at
from variorum.annotate.layer import is_set_aside, span_of, tokens_of
from variorum.annotate.parties import telling_verb
from variorum.annotate.roles import arguments_of, places_apart
from variorum.annotate.status import markers_of, polarity_of, status_of
from variorum.knowledge.contexts import contexts_of
from variorum.knowledge.cues import denies
from variorum.knowledge.frames import Trigger, load_triggers
from variorum.model import (
    ONE_OF_SEVERAL,
    PERSONAL_KINDS,
    SIMPLE_PAST,
    Argument,
    Proposition,
    Quotation,
    Span,
    Status,
    Voice,
)

CLITICS = {
    "’s": "be",
    "’re": "be",
    "’m": "be",
    "’ve": "have",
}  # as a predicate; the pipeline knows those with a straight mark
ALLEGING = {"allege", "accuse", "charge"}
CHARGING = {
    *(
        "indictment",
        "indictments",
        "prosecutor",
        "prosecutors",
        "prosecution",
        "complaint",
        "lawsuit",
        "suit",
        "plaintiff",
    ),
    *("plaintiffs", "affidavit", "charges", "accuser", "accusers", "filing", "filings"),
}  # whose word on what somebody did is a charge


@Language.component(
    "variorum_propositions",
    requires=["token.tag", "token.dep", "token.lemma", "doc._.mentions", "doc._.times", "doc._.quotations"],
    assigns=["doc._.propositions"],
)
def propositions(doc: Doc) -> Doc:
    """Hang the propositions of `doc` on it, in text order."""
    doc._.propositions = tuple(find_propositions(doc))
    return doc


def find_propositions(doc: Doc) -> Iterator[Proposition]:
    """Yield the propositions of `doc` in text order: each full verb that is no mere cue of speech, each event noun, once for each
    place where it tells of a happening each."""
    found = [token for token in doc if is_predicate(token) and not is_set_aside(doc, token.idx)]
    frames = {token.i: frame for token in found if (frame := frame_of(token))}
    told = [t for t in found if is_verb(t) or t.i in frames]
    places = {t.i: places_apart(t) for t in told if t.i in frames and not is_verb(t)}
    predicates = [t for t in told for _ in places.get(t.i) or (t,)]
    index = {token.i: n for n, token in enumerate(predicates)}
    dates = dates_by_predicate(doc, predicates, frames.keys())
    cues = {tokens_of(doc, q.cue).root.i for q in doc._.quotations if q.cue}
    coded: dict[int, Coding] = {}
    for i, coding in code(doc).items():
        at = carrier(doc[i], index)
        if at not in coded or coding.category is not None:
            coded[at] = coding
    for token in told:
        one = proposition_of(token, index, frames, dates.get(token.i, ()), coded.get(token.i), is_cue=token.i in cues)
        apart = places.get(token.i) or ()
        yield from (at_place(one, place, apart) for place in apart)
        yield from () if apart else (one,)


def at_place(several: Proposition, place: Token, places: Sequence[Token]) -> Proposition:
    """The one of several happenings told by one noun that was at `place`; none of the `places` acts in it."""
    at, span = mention_at(place), span_of(place.doc, place.i, place.i + 1)
    others = [a for a in several.arguments if a.role != "where"]
    own = Argument("where", span if at is None else place.doc._.mentions[at].span, mention=at)
    markers = {ONE_OF_SEVERAL, *several.markers} - {"plural"}
    sites = {mention_at(one) for one in places}
    actors = tuple(a for a in several.actors if a.mention not in sites)
    return msgspec.structs.replace(several, arguments=(own, *others), actors=actors, markers=tuple(sorted(markers)))


def proposition_of(
    token: Token,
    index: dict[int, int],
    frames: dict[int, str],
    dates: Sequence[int],
    coding: Coding | None,
    *,
    is_cue: bool,
) -> Proposition:
    """The proposition whose predicate is `token`; `index` numbers the predicates, `frames` are
    the frames of those that have one, `dates` index `doc._.times`, `coding` is what PLOVER makes of it."""
    doc = token.doc
    nominal = not is_verb(token)
    frame = frames.get(token.i)
    start, end = noun_span(token) if nominal else clause_span(token)
    span = span_of(doc, start, end)
    said_in = utterance_at(doc._.quotations, span_of(doc, token.i, token.i + 1))
    act = (coding.act if coding else None) or (act_of_frame(token, frame) if frame else None)
    return Proposition(
        span=span,
        predicate=span_of(doc, token.i, token.i + 1),
        lemma=CLITICS.get(token.lower_, token.lemma_.lower()),
        nominal=nominal,
        frame="say" if is_cue and not frame else frame,
        arguments=(*arguments_of(token, frames.keys()), *(time_argument(doc, n) for n in dates)),
        polarity=polarity_of(token),
        status=status_within(token, said_in),
        category=coding.category if coding else None,
        act=act,
        mode=coding.mode if coding else None,
        contexts=contexts_of(token.sent.text) if act is not None or coding is not None else (),
        actors=coding.actors if coding else (),
        recipients=coding.recipients if coding else (),
        voice=doc._.quotations[said_in].voice if said_in is not None else (),
        part_of_utterance=said_in,
        within=governor(token, index),
        markers=(*markers_of(token), *((SIMPLE_PAST,) if tells_past(token) else ())),
    )


def is_denied(doc: Doc, said_in: int | None) -> bool:
    """Whether a clause is what a speaker says is not so: "police denied that the fire was deliberate"."""
    cue = doc._.quotations[said_in].cue if said_in is not None else None
    return cue is not None and denies(cue.text)


def status_within(token: Token, said_in: int | None) -> Status:
    """The status of what `token` tells: denied where a speaker says that it is not so, alleged where a charge tells it."""
    status = status_of(token)
    if is_verb(token) and is_denied(token.doc, said_in):
        return "denied"
    return "alleged" if status == "happened" and is_verb(token) and is_charged(token.doc, said_in) else status


def is_charged(doc: Doc, said_in: int | None) -> bool:
    """Whether a clause is what prosecutors, a charge or a plaintiff tell: "the indictment says he spent the money"."""
    said = doc._.quotations[said_in] if said_in is not None else None
    if said is None or said.mode == "direct":
        return False
    source = said.source or (said.voice[0].span if said.voice else None)
    by = {word.casefold() for word in source.text.split()} if source is not None else set()
    cue = tokens_of(doc, said.cue).root.lemma_.lower() if said.cue is not None else None
    return cue in ALLEGING or bool(by & CHARGING)


def carrier(token: Token, index: dict[int, int]) -> int:
    """The predicate that carries what is coded at `token`: an event noun of no frame is told by its verb."""
    verb = telling_verb(token) if token.i not in index else None
    return verb.i if verb is not None else token.i


def time_argument(doc: Doc, n: int) -> Argument:
    """The `n`th time of `doc` as an argument."""
    return Argument(role="when", span=doc._.times[n].span, time=n)


def frame_of(token: Token) -> str | None:
    """The frame that `token` triggers, None where it is no trigger or no condition of it holds."""
    pos = "verb" if is_verb(token) else "noun"
    for trigger in load_triggers().get((token.lemma_.lower(), pos), ()):
        if trigger.relation is None or holds(trigger, token):
            other = pos == "noun" and (is_told_otherwise(token, trigger.frame) or is_named_so(token))
            return None if other else trigger.frame
    return None


def is_named_so(noun: Token) -> bool:
    """Whether a noun is a word of the name of somebody or of a body or building: "the Riverside Retreat"."""
    at = mention_at(noun) if noun.pos_ == "PROPN" else None
    mention = noun.doc._.mentions[at] if at is not None else None
    return mention is not None and mention.form == "name" and mention.kind in {*PERSONAL_KINDS, "facility"}


def is_told_otherwise(noun: Token, frame: str) -> bool:
    """Whether a noun is what makes its verb tell a happening of another frame: "opened fire" is no blaze."""
    if noun.dep_ not in {"dobj", "nsubjpass"}:
        return False
    triggers = load_triggers().get((noun.head.lemma_.lower(), "verb"), ())
    return any(
        t.relation == "object" and noun.lemma_.lower() in t.lemmas and t.frame not in {frame, "request"}
        for t in triggers
    )


def holds(trigger: Trigger, token: Token) -> bool:
    """Whether the words about `token` meet the condition of `trigger`."""
    match trigger.relation:
        case "particle":
            near = [c for c in token.children if c.dep_ in {"prt", "prep", "advmod"}]
        case "object":
            near = objects(token)
            near += [t for c in token.children if c.dep_ == "prep" and c.lower_ == "on" for t in c.children]
        case "modifier":
            near = [c for c in token.lefts if c.dep_ in {"compound", "amod", "nmod", "nummod"}]
        case "behind":
            near = [token.head] if token.dep_ == "pobj" else []
        case relation:
            near = [t for c in token.children if c.dep_ == "prep" and c.lower_ == relation for t in c.children]
    return any(
        trigger.lemmas == {"*"} or t.lemma_.lower() in trigger.lemmas or t.lower_ in trigger.lemmas for t in near
    )


def utterance_at(quotations: Sequence[Quotation], span: Span) -> int | None:
    """The innermost quotation whose content covers `span`, as an index; None where the report itself speaks."""
    holding = [n for n, q in enumerate(quotations) if q.content.covers(span)]
    return min(holding, key=lambda n: quotations[n].content.end - quotations[n].content.start, default=None)


def voice_at(quotations: Sequence[Quotation], span: Span) -> tuple[Voice, ...]:
    """The chain of voices under which `span` stands, nearest first; empty for the report's own voice."""
    at = utterance_at(quotations, span)
    return quotations[at].voice if at is not None else ()


def governor(token: Token, index: dict[int, int]) -> int | None:
    """The proposition in whose clause `token` stands, as an index."""
    for ancestor in token.ancestors:
        if ancestor.i in index:
            return index[ancestor.i]
        if complement_verb(ancestor) is None and ancestor.dep_ == "ROOT":
            return None
    return None
