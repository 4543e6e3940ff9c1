"""Papers that speak: a statement, a letter, guidelines say what those say who issued them."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from variorum.annotate.chains import head_of, mention_at, voice_of
from variorum.annotate.layer import tokens_of
from variorum.annotate.sources import VERBAL
from variorum.knowledge.cues import is_cue
from variorum.model import PERSONAL_KINDS, Voice

MAKERS = {"from", "by", "of"}
ABOUT = {"on", "in", "about", "for", "to"}


def issued(doc: Doc, voice: Voice) -> Voice:
    """For a paper's voice: the same led to who issued it ("Belmar's guidelines"); for "the statement" alone, the earlier
    words that told whose ("a statement issued by the army", "the army said in a statement"); else itself."""
    head = head_of(tokens_of(doc, voice.span))
    if not is_paper(head) or (voice.mention is not None and doc._.mentions[voice.mention].form == "name"):
        return voice
    led = led_to_issuer(doc, head, voice)
    of_a_sort = all(t.pos_ == "NOUN" for t in head.children if t.dep_ == "compound")  # "the news release"
    if led != voice or not of_a_sort or any(t.dep_ in ("poss", "amod", "prep", "acl") for t in head.children):
        return led
    for earlier in reversed(doc[: head.i]):
        if earlier.lemma_.lower() != head.lemma_.lower() or earlier.pos_ not in ("NOUN", "PROPN"):
            continue
        telling = [t for t in earlier.children if _tells_whose(t)]
        if telling and any(t.pos_ in ("PROPN", "NOUN") for c in telling for t in c.subtree):
            return led_to_issuer(doc, earlier, voice_of(doc, earlier, None))
        verb = earlier.head if earlier.dep_ == "dobj" else earlier.head.head if earlier.dep_ == "pobj" else None
        if verb is None or verb.pos_ not in VERBAL or (earlier.dep_ == "pobj" and not _tells(verb)):
            continue
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        if subject is not None and not is_paper(subject):
            return voice_of(doc, subject, None)
    return voice


def _tells_whose(token: Token) -> bool:
    """Whether words that hang on a paper can say whose it is: an owner, "from the army", "issued by the army"."""
    if token.dep_ == "poss":
        return token.ent_type_ != "DATE"
    return (token.dep_ == "prep" and token.lower_ not in ABOUT) or (token.dep_ == "acl" and token.tag_ == "VBN")


def is_paper(head: Token) -> bool:
    """Whether a noun names something written or put out."""
    return is_cue(head.lemma_.lower(), "vehicle", "document")


def led_to_issuer(doc: Doc, paper: Token, voice: Voice) -> Voice:
    """`voice` led to the person or body that the words beside `paper` name as the one who issued it."""
    if voice.mention is not None and doc._.mentions[voice.mention].kind in PERSONAL_KINDS:
        return voice
    for noun in _makers(paper):
        index = mention_at(doc, noun, None)
        if index is not None and doc._.mentions[index].kind in (*PERSONAL_KINDS, "facility"):
            return Voice(voice.span, index)
    return voice


def _makers(paper: Token) -> Iterator[Token]:
    """The nouns beside `paper` that may name its maker: owner, those it is from, those who issued it, what stands before."""
    yield from (c for c in paper.children if c.dep_ == "poss")
    for child in paper.children:
        if child.dep_ == "prep" and child.lower_ in MAKERS:
            yield from (c for c in child.children if c.dep_ == "pobj")
        if child.dep_ == "acl" and child.tag_ == "VBN":
            for agent in (c for c in child.children if c.lower_ == "by"):
                yield from (c for c in agent.children if c.dep_ == "pobj")
    for child in paper.children:
        if child.dep_ == "compound":
            yield child


def _tells(verb: Token) -> bool:
    return is_cue(verb.lemma_.lower(), "say", "tell", "manner", "request")
