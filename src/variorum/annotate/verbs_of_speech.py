"""Which verbs beside quoted words tell that somebody says them."""

from __future__ import annotations

from spacy.tokens import Token

from variorum.annotate.chains import antecedent
from variorum.annotate.sources import SUBJECTS, VERBAL
from variorum.knowledge.cues import CueKind, is_cue

SPEECH: tuple[CueKind, ...] = ("say", "manner", "tell", "ask", "think")


def speaks(token: Token) -> bool:
    """Whether a verb is one of speech or thought."""
    return token.pos_ in VERBAL and is_cue(token.lemma_.lower(), *SPEECH)


def reads(verb: Token) -> bool:
    """Whether a verb tells what stands in a paper or on a sign: "a notice read", "signs that read", "read the statement"."""
    if verb.lemma_.lower() != "read" or verb.pos_ not in VERBAL:
        return False
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
    written = [antecedent(c) for c in subjects] or [c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i]
    return any(is_cue(t.lemma_.lower(), "vehicle", "document", "sign") for t in written)


def taken_for_noun(token: Token, end: int) -> bool:
    """Whether the last word after "…!" is a verb of speech that the tagger took for a noun ("“…!” the woman demands")."""
    plural = token.tag_ == "NNS" and token.i + 1 == end and token.lower_.endswith("s")
    return plural and is_cue(token.lower_[:-1], "say", "manner", "ask", "request")


def is_thought(verb: Token) -> bool:
    """Whether a verb tells what somebody thinks, and not what he says."""
    return is_cue(verb.lemma_.lower(), "think") and not is_cue(verb.lemma_.lower(), "say", "tell")


def speaks_by_place(token: Token) -> bool:
    """Whether straight after "…," the verb of a short subject speaks, whatever its sense ("…," loudspeakers blared)."""
    subject = next((c for c in token.children if c.dep_ == "nsubj"), None)
    return token.pos_ == "VERB" and token.tag_ in ("VBD", "VBZ", "VBP") and subject is not None and subject.i < token.i
