# ruff: noqa: SIM905  (word lists read better as words)
"""Whether the verb that governs a time looks back or ahead: "burned down on Friday", "will hear the case on Friday"."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from variorum.annotate.status import is_put_off
from variorum.annotate.time_reading import Prospect, Tense

AHEAD_VERBS = frozenset(
    (
        "plan expect schedule set intend hope agree vow prepare want due promise pledge postpone slate payable propose "
        "aim delay ready book bill fix invite order ask urge threaten"
    ).split()
)
"""Verbs and adjectives whose infinitive lies ahead of them."""
FIXED_AHEAD = frozenset("plan schedule set due slate expect bill postpone delay payable".split())
"""Of these the participle alone sets the date ahead ("a vote scheduled for Friday")."""
TIMETABLED = frozenset(
    (
        "open start begin meet vote arrive leave return resume end expire close face go travel host play appear fly "
        "head take come hold launch kick conclude convene run last continue remain"
    ).split()
)
"""Verbs whose simple present tells of what is fixed for a day to come ("the summit opens on Friday")."""
STARTING = frozenset("open start begin end expire kick conclude convene launch".split())
"""Of these the subject itself is what is fixed: "Sunday's summit opens", never "Sunday's incident comes"."""
UNFORESEEN = frozenset(
    (
        "accident assault attack attempt blast blaze bombing collapse collision crash death derailment disaster drowning "
        "earthquake explosion fatality fire fall flood hijacking incident injury killing kidnapping murder massacre outage "
        "outburst quake raid rampage riot robbery shooting spill stabbing suicide tornado tragedy tremor violence wreck"
    ).split()
)
"""What nobody fixes for a day to come: its day has been."""
FORESEEN = frozenset(
    (
        "ballot caucus contest convention deadline debate election hearing inauguration midterm plebiscite poll primary race "
        "referendum runoff sentencing summit trial vote"
    ).split()
)
"""What is spoken of months before its day as well as after it."""
AWAITING = frozenset(
    (
        "run seek face compete vie campaign await approach loom near candidate candidacy challenger contender hopeful nominee "
        "bid upcoming forthcoming looming ahead"
    ).split()
)
"""Words of a clause to which a foreseen thing still lies ahead ("a candidate in the primary")."""
STANDING = frozenset({"run", "vie", "compete", "campaign"})
"""Of a candidate these tell of a day to come ("those running in November")."""
MODALS = frozenset({"could", "would", "may", "might", "can"})
OVER = frozenset("win lose hold take beat defeat oust unseat decide end elect vote".split())
"""Verbs that tell in the past tense of what has been held."""
AHEAD_WORDS = frozenset({"until", "till", "by"})
VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
PARTICIPLE_PLACES = frozenset({"acl", "acomp", "amod", "ROOT", "advcl", "conj"})
STEPS = 12


def token_in(doc: Doc, start: int, end: int) -> Token | None:
    """The head of the words at `start:end`."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return span.root if span is not None and len(span) else None


def in_noun_phrase(doc: Doc, start: int, end: int) -> bool:
    """Whether the time hangs on a noun ("his speech in March", "Sunday's vote") and not on a verb."""
    token = token_in(doc, start, end)
    if token is None:
        return False
    above = token.head
    if above.tag_ in ("IN", "TO") and above.head.i != above.i:
        above = above.head
    return above is not token and above.tag_.startswith("NN")


def tense_at(doc: Doc, start: int, end: int) -> Tense:
    """`past` or `future` by the verb above the time at `start:end`; None where the words decide nothing."""
    token = token_in(doc, start, end)
    if token is None:
        return None
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is not None and span.start and doc[span.start - 1].lower_ in AHEAD_WORDS:
        return None if doc[span.start - 1].lower_ == "by" and verb_tense(token) == "past" else "future"
    if span is not None and span.start and doc[span.start - 1].lower_ == "to" and is_put_off(doc[span.start - 1].head):
        return "future"
    if span is not None and span.start > 1 and doc[span.start - 2 : span.start].text.lower() == "ahead of":
        return "future"
    if is_fixed(span):
        return "future"
    noun = dated_noun(doc, start, end)
    if noun is not None and noun.lemma_.lower() in UNFORESEEN:
        return "past"
    if noun is not None and span is not None and span.start and doc[span.start - 1].lower_ == "from":
        return "past"  # "the message from Tuesday is clear"
    return verb_tense(token, within=noun is not None)


def is_fixed(time: Span | None) -> bool:
    """Whether the verb above the "for" of a time fixes its day ("set the hearing for June 28", "booked a hall for May 3")."""
    if time is None or not time.start or time.doc[time.start - 1].lower_ != "for":
        return False
    verbs = [t for t in time.doc[time.start - 1].ancestors if t.tag_ in VERBS - {"VBG"}]
    return bool(verbs) and verbs[0].lemma_ in FIXED_AHEAD | {"book", "fix", "reserve"} and not is_overtaken(verbs[0])


def dated_noun(doc: Doc, start: int, end: int) -> Token | None:
    """The noun that the time at `start:end` belongs to: "Sunday's incident", "the June 3 primary", "the trial on July 9".

    A verb's subject or object owns its time; "the primary on June 3" hangs on the noun by its preposition.
    """
    token = token_in(doc, start, end)
    if token is None:
        return None
    after = doc[token.i + 1 : token.i + 2].text
    if after in ("'s", "’s") and token.head.tag_.startswith("NN") and token.head.i > token.i:
        return token.head
    above = token.head
    if above.tag_ in ("IN", "TO") and above.head.i != above.i:
        above = above.head
    return above if above is not token and above.tag_ in ("NN", "NNS") else None


def prospect(doc: Doc, start: int, end: int) -> Prospect:
    """On which side of the report the day of a foreseen thing lies ("the June 3 primary"): `past` or `future` by its clause,
    `open` where that tells neither; None where the time is no such thing's."""
    nouns = (dated_noun(doc, start, end), noun_before(doc, start))
    noun = next((n for n in nouns if n is not None and n.lemma_.lower() in FORESEEN), None)
    if noun is None:
        return None
    if is_fixed(doc.char_span(start, end, alignment_mode="expand")):
        return "future"
    awaited = doc[max(0, noun.left_edge.i - 2) : noun.left_edge.i].text.lower() == "ahead of" or is_awaited(noun)
    token = noun
    for _ in range(STEPS):
        if token.tag_ in VERBS:
            tense = verb_tense(token, within=True)
            possible = any(child.lower_ in MODALS for child in token.children)
            if possible or tense == "future":
                return "future"
            won = token.lemma_ in OVER and (own_tense(token) == "past" or noun.head.i == token.i)
            if tense == "past" and won:
                return "past"
            if token.tag_ != "VBG" or token.head.i == token.i:
                ahead = awaited or (tense != "past" and (token.lemma_ in AWAITING or is_awaited(token)))
                return "future" if ahead else "open"
        awaited = awaited or token.lemma_.lower() in AWAITING
        if token.head.i == token.i:
            break
        token = token.head
    return "future" if awaited else "open"


def is_awaited(token: Token) -> bool:
    """Whether a word right below `token` tells that something lies ahead ("an upcoming vote", "is a candidate")."""
    return any(child.lemma_.lower() in AWAITING for child in token.children)


def noun_before(doc: Doc, start: int) -> Token | None:
    """The noun that a time follows with its preposition ("the primary on June 3"), whatever the parse hangs it on."""
    span = doc.char_span(start, start + 1, alignment_mode="expand")
    if span is None or span.start < 2 or doc[span.start - 1].lower_ not in ("on", "in", "of"):
        return None
    noun = doc[span.start - 2]
    return noun if noun.tag_ in ("NN", "NNS") else None


def verb_tense(token: Token, *, within: bool = False) -> Tense:
    """The tense of the nearest verb above `token`; `within`: the time is a noun's, and not the verb's own."""
    for _ in range(STEPS):
        if token.lemma_ in FIXED_AHEAD and token.tag_ in ("VBN", "JJ"):
            helped = any(c.dep_ in ("aux", "auxpass") for c in token.children)
            if helped or token.dep_ in PARTICIPLE_PLACES:
                return "past" if is_overtaken(token) else "future"
        if token.tag_ in VERBS:
            tense = own_tense(token, within=within)
            if tense is not None:
                return tense
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def is_overtaken(participle: Token) -> bool:
    """Whether what "was scheduled" came otherwise, as "originally" or a "but" behind it tells: its day is over."""
    below = [
        *participle.children,
        *([participle.head, *participle.head.children] if participle.dep_ == "acomp" else []),
    ]
    was = any(t.lower_ in {"was", "were"} for t in below)
    return was and any(t.lower_ in {"but", "originally", "initially"} for t in below if t.dep_ in {"cc", "advmod"})


def own_tense(verb: Token, *, within: bool = False) -> Tense:
    """What the verb's form and its auxiliaries tell; None for an infinitive, which its governor decides."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if helpers & {"will", "shall", "'ll", "’ll", "wo"} or ("would" in helpers and "have" not in helpers):
        return "future"
    if "to" in helpers and verb.tag_ == "VB":
        governor = verb.head
        if governor.lemma_ in FIXED_AHEAD and is_overtaken(governor):
            return "past"
        if governor is not verb and (governor.lemma_ in AHEAD_VERBS | STANDING or governor.lemma_ in ("be", "go")):
            return "future"
        return None
    if helpers & {"have", "has", "had", "was", "were", "did", "'ve", "’ve"}:
        return "past"
    if verb.tag_ == "VBD":
        return "past"
    if verb.tag_ == "VBN" and not helpers:
        return "past" if verb.dep_ in ("acl", "advcl", "ROOT", "relcl") else None
    if verb.tag_ in ("VBZ", "VBP") and verb.lemma_ in (STARTING if within else TIMETABLED):
        return "future"
    if verb.tag_ == "VBG" and verb.dep_ == "acl" and verb.lemma_ in STANDING and verb_tense(verb.head) != "past":
        return "future"
    if verb.tag_ == "VBG" and helpers & {"is", "are", "'s", "’s", "'re", "am"}:
        return "future"
    return None
