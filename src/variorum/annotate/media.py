"""Through whom it came: the agency, paper or station that was told, or that put a letter out."""

from __future__ import annotations

from spacy.tokens import Token

from variorum.annotate.sources import Range, phrase
from variorum.knowledge.cues import is_cue


def via(verb: Token) -> tuple[Range, ...]:
    """Through whom: the medium that was told, interviewed or cited, in the clause of the cue."""
    found: list[Range] = []
    for child in verb.children:
        if child.dep_ in ("dobj", "dative") and verb.lemma_ in ("tell", "inform"):
            heads = [child, *(p for p in child.children if p.dep_ == "pobj")]
            found += [phrase(h) for h in heads if is_medium(h)]
            for prep in (p for p in child.children if p.dep_ == "prep" and p.lower_ in ("from", "of", "with", "for")):
                found += _media_under(prep)
        elif child.dep_ == "prep" and child.lower_ in ("in", "to", "on", "during", "by", "with"):
            found += _media_under(child)
    return tuple(found[:1])


def _media_under(prep: Token) -> list[Range]:
    found: list[Range] = []
    for goal in (c for c in prep.children if c.dep_ == "pobj"):
        if is_medium(goal):
            found.append(phrase(goal))
        elif is_cue(goal.lemma_.lower(), "vehicle"):
            found += _released_by(goal)
            for inner in goal.children:
                if inner.dep_ == "prep" and inner.lower_ in ("with", "to", "on", "by", "for", "in"):
                    found += _media_under(inner)
                elif inner.dep_ in ("compound", "poss") and is_medium(inner):
                    found.append(phrase(inner))
    return found


def _released_by(vehicle: Token) -> list[Range]:
    """Of "a letter released by her office": her office."""
    makers = [
        goal
        for clause in vehicle.children if clause.dep_ == "acl" and clause.tag_ == "VBN"
        for agent in clause.children if agent.lower_ == "by"
        for goal in agent.children if goal.dep_ == "pobj"
    ]  # fmt: skip
    return [phrase(m) for m in makers]


def is_medium(head: Token) -> bool:
    """Whether the phrase of `head` names a news agency, paper or station ("the Reuters news agency", "local media")."""
    words = list(head.doc[head.left_edge.i : head.i + 1])
    name = [t.text for t in words if t.lower_ != "the"]
    if any(is_cue(t, "medium") for t in name) or any(is_cue(" ".join(name[i:]), "medium") for i in range(len(name))):
        return True
    if not is_cue(head.lemma_.lower(), "medium-noun") and not is_cue(head.lower_, "medium-noun"):
        return False
    return head.pos_ == "PROPN" or any(t.pos_ in ("PROPN", "ADJ") or t.dep_ == "compound" for t in words[:-1])
