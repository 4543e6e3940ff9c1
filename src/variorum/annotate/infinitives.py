"""What somebody asks for, claims or warns against: the infinitives and participles that a cue verb takes, as token ranges."""

from __future__ import annotations

from spacy.tokens import Token

from variorum.annotate.sources import Range


def requested(verb: Token) -> Range | None:
    """Of "urged both sides to stop": the infinitive with what stands before it after the verb."""
    right = [c for c in verb.children if c.i > verb.i]
    right += [c for g in right if g.dep_ == "dobj" for c in g.subtree if c.dep_ in ("acl", "relcl")]
    if verb.lemma_ == "call":
        right += [c for g in right if g.dep_ == "prep" and g.lower_ == "for" for c in g.subtree]
    wish = next(
        (
            c
            for c in right
            if c.dep_ in ("xcomp", "ccomp", "advcl", "acl", "relcl")
            and any(t.lower_ == "to" and t.dep_ == "aux" for t in c.children)
        ),
        None,
    )
    if wish is None:
        return None
    start = verb.i + 1
    doc = verb.doc
    if verb.lemma_ == "call":
        if doc[start].lower_ not in ("on", "upon", "for"):
            return None
    elif wish.left_edge.i == start and verb.lemma_ in ("ask", "tell", "call", "beg"):
        return None
    return start + (verb.lemma_ == "call"), wish.right_edge.i + 1


def claimed(verb: Token) -> Range | None:
    """Of "claimed to have seen it", "admitted taking it": what follows the verb."""
    deed = next((c for c in verb.children if c.dep_ == "xcomp" and c.i > verb.i), None)
    return (deed.left_edge.i, deed.right_edge.i + 1) if deed is not None and deed.tag_ in ("VB", "VBG", "VBN") else None


def warned_against(verb: Token) -> Range | None:
    """Of "warned against crossing it": the words from "against" on."""
    against = next((c for c in verb.children if c.lower_ == "against" and c.i > verb.i), None)
    deed = any(c.dep_ == "pcomp" for c in against.children) if against is not None else False
    return (against.i, against.right_edge.i + 1) if against is not None and deed else None
