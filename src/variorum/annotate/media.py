"""Through whom it came: the agency, paper or station that was told, that quotes or cites, or that put a letter out."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from variorum.annotate.sources import SUBJECTS, Range, phrase, source_of
from variorum.knowledge.cues import is_cue
from variorum.knowledge.outlets import outlet_by_name
from variorum.model import PERSONAL_KINDS

QUOTING = {"quote", "cite"}
SPEAKING = {"speak", "talk"}
SEEING = {"see", "obtain", "review", "view", "acquire", "publish"}
OPENING = {"radio", "tv", "agence", "agencia"}
CALL_SIGN = re.compile(r"[KW][A-Z]{2,3}(?:-?(?:TV|FM|AM))?|[A-Z]{1,3}-?TV")  # stations of America; "RTV", "APTV"


def via(verb: Token) -> tuple[Range, ...]:
    """Through whom: the medium that was told, interviewed or cited, in the clause of the cue, or saw what "says"."""
    found: list[Range] = []
    for child in verb.children:
        if child.dep_ in ("dobj", "dative") and verb.lemma_ in ("tell", "inform"):
            heads = [child, *(p for p in child.children if p.dep_ == "pobj")]
            found += [phrase(h) for h in heads if is_medium(h) or is_outlet(h)]
            for prep in (p for p in child.children if p.dep_ == "prep" and p.lower_ in ("from", "of", "with", "for")):
                found += _media_under(prep)
        elif child.dep_ == "prep" and child.lower_ in ("in", "to", "on", "during", "by", "with"):
            found += _media_under(child)
        elif child.dep_ == "advcl" and child.tag_ == "VBG" and child.lemma_ in SPEAKING:
            for prep in (p for p in child.children if p.dep_ == "prep" and p.lower_ in ("to", "with", "on", "in")):
                found += _media_under(prep)
        elif child.dep_ in SUBJECTS:
            found += _seen_by(child)
    return tuple(found[:1])


def passed_on(
    doc: Doc, cue: Range, content: Range, source: Range, through: tuple[Range, ...]
) -> tuple[Range, tuple[Range, ...]]:
    """Who says it and through whom, where a medium quotes or cites: "Radio North quoted her as saying", "…, citing her".

    Takes the source and the media as read so far, and gives them as they are where nobody is quoted or cited.
    """
    verb = next((t for t in doc[cue[0] : cue[1]] if t.pos_ == "VERB"), None)
    if verb is None:
        return source, through
    quoted = quoted_as_saying(verb)
    if quoted is not None:
        return quoted[0], quoted[1] or through
    outlet = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if outlet is None or not (is_medium(outlet) or is_outlet(outlet) or is_cue(outlet.lemma_.lower(), "medium-noun")):
        return source, through
    whom = (
        next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None) if verb.lemma_ in QUOTING else None
    )
    if whom is not None and (whom.pos_ == "PROPN" or is_voice(whom)) and not content[0] <= whom.i < content[1]:
        return phrase(whom), (source,)
    cited = next((c for c in verb.children if c.dep_ == "advcl" and c.tag_ == "VBG" and c.lemma_ in QUOTING), None)
    goal = next((c for c in cited.children if c.dep_ == "dobj"), None) if cited is not None else None
    return (phrase(goal), (source,)) if goal is not None and is_voice(goal) else (source, through)


def quoted_as_saying(saying: Token) -> tuple[Range, tuple[Range, ...]] | None:
    """Of "Radio North quoted Lee as saying" and "Lee was quoted by Radio North as saying": Lee, and who quotes, if told."""
    quoting = saying.head.head
    if saying.tag_ != "VBG" or saying.head.lower_ != "as" or quoting.lemma_ not in QUOTING:
        return None
    goal = next((c for c in quoting.children if c.dep_ in ("dobj", "nsubjpass")), None)
    if goal is None:
        return None
    teller = source_of(quoting)
    return phrase(goal), (teller,) if teller is not None and teller[0] != goal.left_edge.i else ()


def saying_of_another(verb: Token, before: Range) -> tuple[Range | None, tuple[Range, ...]]:
    """Of "Lee was quoted by Radio North as saying", "a man can be heard saying": who says it, and who quotes."""
    quoted_there = quoted_as_saying(verb)
    if quoted_there is not None and before[0] <= quoted_there[0][0] < before[1]:
        return quoted_there
    over = verb.head.head if verb.head.lower_ == "as" else verb.head
    subject = next((c for c in over.children if c.dep_ == "nsubjpass"), None)
    if verb.tag_ != "VBG" or subject is None or not before[0] <= subject.i < before[1]:
        return None, ()
    return phrase(subject), ()


def is_voice(head: Token) -> bool:
    """Whether the phrase of `head` names one who can be cited: a person, a body, a document."""
    if is_cue(head.lemma_.lower(), "document", "vehicle"):
        return True
    start, end = head.idx, head.idx + len(head)
    return any(m.head.start <= start and end <= m.head.end and m.kind in PERSONAL_KINDS for m in head.doc._.mentions)


def _seen_by(document: Token) -> list[Range]:
    """Of "a letter seen by Radio North": Radio North."""
    return [
        phrase(goal)
        for clause in document.children if clause.dep_ == "acl" and clause.tag_ == "VBN" and clause.lemma_ in SEEING
        for agent in clause.children if agent.lower_ == "by"
        for goal in agent.children if goal.dep_ == "pobj" and (is_medium(goal) or is_outlet(goal))
    ]  # fmt: skip


def _media_under(prep: Token) -> list[Range]:
    found: list[Range] = []
    for goal in (c for c in prep.children if c.dep_ == "pobj"):
        if is_medium(goal) or (prep.lower_ in ("to", "with") and is_outlet(goal)):
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


def is_outlet(head: Token) -> bool:
    """Whether the name of `head` is, of one who was told, an outlet's: a known one, a call sign, a site, a paper's title."""
    if head.pos_ != "PROPN":
        return False
    name = head.doc[head.left_edge.i : head.i + 1].text
    last = head.text.rsplit(maxsplit=1)[-1]
    if outlet_by_name(name) is not None or CALL_SIGN.fullmatch(last) or re.fullmatch(r"[\w-]+\.(?:com|net|org)", last):
        return True
    titled = is_cue(head.lower_, "medium-title") or head.doc[head.left_edge.i].lower_ in OPENING
    return titled and head.left_edge.i < head.i and not _is_person(head)


def _is_person(head: Token) -> bool:
    return any(m.kind == "person" and m.head.start <= head.idx < m.head.end for m in head.doc._.mentions)
