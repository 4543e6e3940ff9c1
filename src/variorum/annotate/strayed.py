"""What is said where the parser hung the clause on another word than its cue, cut it short or drew it too wide."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from variorum.annotate.sources import ISSUING, SUBJECTS, VERBAL, Range
from variorum.knowledge.cues import is_cue

FINITE = {"VBD", "VBZ", "VBP", "MD"}
HUNG = {"relcl", "acl", "advcl", "ccomp", "dep"}
TIMED = {"time", "moment", "point"}


def strayed_clause(verb: Token) -> Range | None:
    """The clause after a verb of saying that the parser took for an addition to a word between, or to the verb."""
    return _in_setting(verb) or _after_goal(verb) or _added(verb)


def _in_setting(verb: Token) -> Range | None:
    """Of "said in a statement it was ready", "claimed at the time it was ready": what the parser took for a relative clause."""
    if any(c.dep_ == "dobj" for c in verb.children):
        return None
    for noun in (g for p in verb.children if p.dep_ == "prep" and p.i > verb.i for g in p.children if g.dep_ == "pobj"):
        setting = is_cue(noun.lemma_.lower(), "vehicle") or noun.lower_ in TIMED or noun.ent_type_ in ("DATE", "TIME")
        for clause in (c for c in noun.children if c.dep_ == "relcl" and setting):
            if _own_subject(clause, noun.i + 1) and clause.lemma_ not in ISSUING:
                return noun.i + 1, clause.right_edge.i + 1
    return None


def _after_goal(verb: Token) -> Range | None:
    """Of "warned drivers they could be fined": the clause straight after those who are told it."""
    goal = next((c for c in verb.children if c.dep_ in ("dobj", "dative") and c.i > verb.i), None)
    if goal is None or not is_cue(verb.lemma_.lower(), "tell") or goal.i + 2 >= verb.sent.end:
        return None
    subject = next((t for t in verb.doc[goal.i + 1 : goal.i + 6] if t.dep_ in SUBJECTS), None)
    if subject is None or subject.left_edge.i != goal.i + 1 or subject.head.dep_ not in HUNG:
        return None
    return (goal.i + 1, subject.head.right_edge.i + 1) if _own_subject(subject.head, goal.i + 1) else None


def _added(verb: Token) -> Range | None:
    """Of "said, as a teacher, she was shocked": a full clause without a conjunction that the parser took for an addition."""
    for clause in (c for c in verb.children if c.dep_ == "advcl" and c.i > verb.i + 1):
        subject = next((c for c in clause.children if c.dep_ in SUBJECTS), None)
        linked = any(c.dep_ in ("mark", "advmod") and c.i < clause.i and c.lower_ != "not" for c in clause.children)
        finite = clause.tag_ in FINITE or any(
            c.dep_ in ("aux", "auxpass") and c.tag_ in FINITE for c in clause.children
        )
        if subject is not None and finite and not linked and subject.i > verb.i:
            return clause.left_edge.i, clause.right_edge.i + 1
    return None


def _own_subject(clause: Token, start: int) -> bool:
    """Whether a clause that begins at `start` begins with its subject, no relative pronoun, and has a finite verb."""
    subject = next((c for c in clause.children if c.dep_ in SUBJECTS), None)
    finite = clause.tag_ in FINITE or any(c.dep_ in ("aux", "auxpass") and c.tag_ in FINITE for c in clause.children)
    return subject is not None and finite and subject.left_edge.i == start and not subject.tag_.startswith("W")


def without_relative(verb: Token, clause: Token) -> Range | None:
    """Of "the crash, which she said was an accident": what is said of that for which the relative pronoun stands."""
    opening = clause.left_edge
    if not (opening.tag_ in ("WDT", "WP") and opening.i < verb.i < clause.i and opening.head == clause):
        return None
    further = [c for c in clause.children if c.dep_ == "conj" and any(g.dep_ in SUBJECTS for g in c.children)]
    joints = [c.i for c in clause.children if c.dep_ == "cc" and further]
    return verb.i + 1, min([clause.right_edge.i + 1, *joints])


def made_clear(verb: Token) -> tuple[Range, Range] | None:
    """Of "made it clear that the bridge was shut": the words of the cue, and what was made clear."""
    clear = next((t for t in verb.doc[verb.i + 1 : min(verb.i + 7, verb.sent.end - 2)] if t.lower_ == "clear"), None)
    if verb.lemma_.lower() != "make" or clear is None or verb not in clear.ancestors:
        return None
    that = clear.nbor()
    told = _clause_of(that) if that.lower_ == "that" else None
    return None if told is None else ((verb.i, clear.i + 1), told)


def announced(noun: Token) -> Range | None:
    """Of "its announcement last month that …": the clause after a day or month that stands between."""
    for token in noun.doc[noun.i + 1 : min(noun.i + 6, noun.sent.end - 2)]:
        if token.lower_ == "that":
            return _clause_of(token) if token.i > noun.i + 1 else None
        if token.ent_type_ != "DATE" and token.lower_ not in ("on", "in"):
            return None
    return None


def _clause_of(that: Token) -> Range | None:
    clause = that.head
    if clause.pos_ not in VERBAL or clause.i < that.i:
        return None
    return that.i, clause.right_edge.i + 1


def is_in_a_word(doc: Doc, end: int) -> bool:
    """Whether the parser ends a clause within a word that has a hyphen ("it had re-established …")."""
    return any(
        0 < at < len(doc)
        and doc[at].tag_ != "SP"
        and doc[at].text == "-"
        and not doc[at - 1].whitespace_
        and not doc[at].whitespace_
        for at in (end, end - 1)
    )


def without_contrast(comp: Token, end: int) -> int:
    """The end of what is said before another's case is set against it: "said it lost $2 million, while Norbank won"."""
    for clause in (c for c in comp.children if c.dep_ == "advcl" and c.right_edge.i + 1 >= end):
        opening = clause.left_edge
        subject = next((c for c in clause.children if c.dep_ in SUBJECTS), None)
        if opening.lower_ in ("while", "whereas") and opening.nbor(-1).text == "," and subject is not None:
            return opening.i - 1 if subject.tag_ != "PRP" and opening.i > comp.i else end
    return end
