"""Status: whether what is told happened, is planned, alleged, denied or supposed; words that tell look-alikes apart."""

from __future__ import annotations

from spacy.tokens import Token

from variorum.annotate.clauses import is_verb, subject_of
from variorum.model import Status

ALLEGED = {"allegedly", "reportedly", "apparently", "suspected", "alleged", "purported", "supposedly", "purportedly"}
NOT_REAL = {"would", "could", "may", "might", "should"}
PLANNING = {
    *("plan", "schedule", "expect", "set", "intend", "prepare", "due", "want", "hope", "aim", "seek", "slate"),
    *("threaten", "vow", "promise", "pledge", "offer", "propose", "invite", "decide", "agree", "ready", "order"),
    *("invitation", "threat", "offer", "proposal", "decision", "promise", "pledge", "request", "opportunity"),
}
REFUSING = {"refuse", "decline", "fail", "refusal", "failure", "unable"}
SEEMING = {
    *("appear", "seem", "believe", "think", "say", "report", "allege", "suspect", "consider", "understand", "fear"),
    *("rumour", "rumor", "claim", "accuse"),
}  # "is believed to have set up", "appeared to open fire"
ACCUSING = {"accuse", "charge", "suspect", "blame", "indict", "sue"}  # "of" or "with" what they say somebody did
SUPPOSING = {"if", "unless", "whether"}
NOBODY = {"nobody", "nothing", "none"}
NEGATORS = {"not", "n't", "n’t", "never", "no", "neither"}
LIGHT = {"conduct", "carry", "stage", "hold", "launch", "test", "fire", "make"}  # their object tells what is done
FIXED = {"schedule", "plan", "set", "expect", "slate"}  # as a participle: what lies ahead
AHEAD = {*FIXED, "intend", "aim", "hope", "prepare"}  # with an infinitive: what lies ahead
CALLING = {"call", "request", "seek", "propose", "demand", "schedule", "plan", "offer", "arrange", "push"}
PUTTING_OFF = {"postpone", "defer", "adjourn", "reschedule", "delay"}
DENYING = {"deny", "reject", "dismiss"}
OTHERNESS = frozenset(
    [
        "earlier",
        "another",
        "second",
        "previous",
        "previously",
        "last",
        "other",
        "similar",
        "several",
        "former",
        "subsequent",
        "new",
        "latest",
    ]
)


def polarity_of(token: Token) -> bool:
    """False where the predicate is negated, by itself, by its subject or as what something goes "without"."""
    if token.dep_ == "pcomp" and token.head.lower_ == "without":
        return False
    if any(c.dep_ == "neg" or c.lower_ in NEGATORS for c in token.children):
        return False
    subject = subject_of(token) if is_verb(token) else None
    return subject is None or not is_nobody(subject)


def is_nobody(subject: Token) -> bool:
    """Whether a subject says that there is none: "no passenger", "no one", "No-one", "nobody"."""
    noone = subject.lower_ in {"no", "one"}  # how "No-one" is parsed
    return subject.lower_ in {"no", *NOBODY} or any(
        c.lower_ == "no" and (c.dep_ == "det" or noone) for c in subject.children
    )


def status_of(token: Token) -> Status:
    """The status that the words about the predicate give it."""
    if not is_verb(token):
        return noun_status(token)
    own = {c.lower_ for c in token.children}
    if own & ALLEGED:
        return "alleged"
    if not polarity_of(token):
        return "denied"
    if own & {"will", "shall", "'ll", "’ll"}:
        return "planned"
    if is_put_off(token) or is_fixed(token) or (token.dep_ == "xcomp" and token.head.lemma_ == "be" and "to" in own):
        return "planned"
    if own & SUPPOSING or own & NOT_REAL:
        first = first_of(token)
        said = first.dep_ == "ccomp" and first.head.tag_ in {"VBD", "VBN"}
        return "planned" if said and not own & (NOT_REAL - {"would"}) and not own & SUPPOSING else "hypothetical"
    if token.dep_ in {"xcomp", "acl"} and is_infinitive(token):
        if token.head.lemma_.lower() in PLANNING:
            return "planned"
        if token.head.lemma_.lower() in REFUSING:
            return "denied"
        if token.head.lemma_.lower() in SEEMING and token.dep_ == "xcomp":
            return "alleged"
    if token.dep_ == "pcomp" and is_accused(token.head):
        return "alleged"
    finite = own & {"has", "have", "had", "was", "were", "is", "are"}
    if token.dep_ == "conj" and token.head.pos_ == "VERB" and token.tag_ == "VB" and not finite:
        return status_of(token.head)
    return "happened"


def first_of(verb: Token) -> Token:
    """The first of the verbs that are joined by "and"."""
    while verb.dep_ == "conj" and verb.head.i != verb.i and is_verb(verb.head):
        verb = verb.head
    return verb


def is_accused(prep: Token) -> bool:
    """Whether what follows a preposition is what somebody is accused of: "accused them of stealing"."""
    above = prep.head.head if prep.head.dep_ in {"dobj", "nsubjpass"} else prep.head
    return prep.lower_ in {"of", "with", "for"} and above.lemma_.lower() in ACCUSING


def is_fixed(token: Token) -> bool:
    """Whether a verb only tells that what it takes lies ahead: "is scheduled to appear", "expects to lose", "plans to seek"."""
    below = [c for c in token.children if c.dep_ == "xcomp" and is_infinitive(c)]
    return token.lemma_.lower() in AHEAD and bool(below)


def is_infinitive(verb: Token) -> bool:
    """Whether a verb is an infinitive, its passive and past included: "to appear", "to be arraigned", "to have fled"."""
    return verb.tag_ == "VB" or any(
        (c.dep_ == "auxpass" and c.tag_ == "VB") or (c.dep_ == "aux" and c.lower_ == "to") for c in verb.children
    )


def is_put_off(token: Token) -> bool:
    """Whether the verb moves something to a later time, which is then the time told: "postponed to Monday"."""
    lemma, words = token.lemma_.lower(), {c.lower_ for c in token.children}
    moves = lemma in PUTTING_OFF or (lemma, True) in {("put", "off" in words), ("push", "back" in words)}
    return moves and bool(words & {"until", "till", "to"})


def noun_status(noun: Token) -> Status:
    """The status of an event noun: what its own modifiers say, or that its verb is denied or planned."""
    own = {c.lower_ for c in noun.children}
    if own & ALLEGED:
        return "alleged"
    if own & {"planned", "upcoming", "scheduled", "forthcoming", "proposed"}:
        return "planned"
    if own & {"potential", "possible", "any", "would-be", "future"}:
        return "hypothetical"
    if noun.dep_ in {"dobj", "nsubjpass"} and noun.head.lemma_.lower() in DENYING:
        return "denied"
    governor = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "for" else noun.head
    if noun.dep_ in {"dobj", "nsubjpass", "pobj"} and governor.lemma_.lower() in CALLING:
        return "planned"
    fixing = [c for c in noun.children if c.dep_ in {"acl", "relcl"}]
    fixing += [noun.head] if noun.dep_ == "nsubjpass" else []
    if any(v.tag_ == "VBN" and (v.lemma_.lower() in FIXED or is_put_off(v)) for v in fixing):
        return "planned"
    return "happened"


def markers_of(token: Token) -> tuple[str, ...]:
    """Words at the predicate that tell one happening from another ("earlier", "another", "second"), sorted; with its number."""
    found = {c.lower_ for c in token.children if c.lower_ in OTHERNESS}
    many = (
        [token]
        if not is_verb(token)
        else [c for c in token.children if c.dep_ in {"dobj", "nsubjpass"}]
        if token.lemma_ in LIGHT
        else []
    )
    if any(t.tag_ in {"NNS", "NNPS"} for t in many):
        found.add("plural")
    if not is_verb(token) and any(c.lower_ in {"any", "every", "such"} for c in token.children):
        found.add("generic")
    return tuple(sorted(found))
