"""What a number counts: the noun after it, by the parse where that holds and by the run of tags where it does not."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from variorum.annotate.figures import Figure

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
BEFORE_A_NOUN = NOUNS | {"JJ", "JJR", "JJS", "VBN", "VBG", "POS", "HYPH", "CD", "AFX", "``", "''", "RB", "RBS", "RBR"}
FAR = 8
"""No noun is looked for further from its number than this."""
WITHOUT_NOUN = frozenset({"hurt", "injured", "wounded", "dead", "killed", "missing", "arrested", "detained"})
"""Words that stand for the people themselves ("25 hurt"); a headline's capitals make nouns of them."""
MORE = frozenset({"more", "other", "others", "additional", "further"})
OBJECTS = frozenset({"them", "these", "those", "whom", "which", "us", "you"})
PARTITIVES = frozenset({"the", "these", "those", "his", "her", "its", "their", "our", "my", "your"})
KINDS = frozenset({"kinds", "types", "sorts", "groups", "teams", "pairs", "number"})


class Counted(NamedTuple):
    """The noun (lower case, as printed) and its phrase without the number; both None where the noun is left out."""

    of: str | None
    span: DocSpan | None
    subset: bool = False
    additional: bool = False


def counted_by(doc: Doc, figure: Figure, tokens: DocSpan) -> Counted | None:
    """What `figure` counts; None where no noun follows it ("84 injured", "killing three")."""
    start = next_token(doc, figure, tokens)
    additional = False
    while start < len(doc) and doc[start].lower_ in MORE:
        additional = additional or doc[start].lower_ in ("more", "additional", "further")
        if doc[start].lower_ == "others":
            return Counted(None, None, additional=additional)
        start += 1
    if start >= len(doc):
        return Counted(None, None, additional=additional) if additional else None
    if doc[start].lower_ == "of":
        return partitive(doc, start, figure, additional)
    if doc[start - 1].text in ("-", "–") and doc[start - 2].whitespace_ == "" and doc[start].tag_ in NOUNS:
        return Counted(doc[start].lower_, doc[start : start + 1])
    head = owners(doc, start) or head_by_parse(tokens, start) or head_by_tags(doc, start)
    if head is None or head.lower_ in WITHOUT_NOUN or in_time(doc, head):
        return Counted(None, None, additional=additional) if additional else None
    if any(t.tag_ == "CD" or t.lower_ == "and" for t in doc[start : start + 2]):
        return Counted(head.lower_, doc[head.i : head.i + 1], additional=additional)
    return Counted(head.lower_, doc[start : head.i + 1], additional=additional)


def owners(doc: Doc, start: int) -> Token | None:
    """The plural noun whose one thing is told of: "400,000 people's personal data" counts people, who are no data."""
    at = start
    while (
        at < min(len(doc), start + FAR) and doc[at].tag_ in BEFORE_A_NOUN and doc[at].tag_ not in ("NNS", "NNPS", "POS")
    ):
        at += 1
    if at + 1 >= len(doc) or doc[at].tag_ not in ("NNS", "NNPS") or doc[at + 1].tag_ != "POS":
        return None
    owned = head_by_tags(doc, at + 2)
    return doc[at] if owned is not None and owned.tag_ == "NN" and "-" not in doc[start:at].text else None


def in_time(doc: Doc, token: Token) -> bool:
    """Whether `token` is part of a date or hour: "rose to six Friday" counts no Fridays."""
    return any(t.kind in ("date", "time") and t.span.start <= token.idx < t.span.end for t in doc._.times)


def next_token(doc: Doc, figure: Figure, tokens: DocSpan) -> int:
    """The index of the first token after the figure's last word, a hyphen that joins it to its noun passed over."""
    start: int = tokens.end
    while start < len(doc) and doc[start].idx < figure.end:
        start += 1
    if start < len(doc) and doc[start].text in ("-", "–") and not doc[start - 1].whitespace_:
        start += 1
    return start


def partitive(doc: Doc, start: int, figure: Figure, additional: bool) -> Counted:
    """What stands after "of": "dozens of people" are people, "three of the men" a part of them, "three of them" too;
    "thousands of them" tell how many there are."""
    after = start + 1
    if after >= len(doc):
        return Counted(None, None)
    if doc[after].lower_ in OBJECTS:
        return Counted(None, None, subset=not figure.vague, additional=additional)
    part = not figure.vague and (doc[after].lower_ in PARTITIVES or doc[after].tag_ == "CD" or figure.low == 1)
    while after < len(doc) and (doc[after].tag_ in ("DT", "PRP$", "PDT") or doc[after].lower_ in MORE):
        after += 1
    head = head_by_tags(doc, after)
    if head is None:
        return Counted(None, None, subset=part, additional=additional)
    return Counted(head.lower_, doc[after : head.i + 1], subset=part, additional=additional)


def head_by_parse(tokens: DocSpan, start: int) -> Token | None:
    """The noun that the parser hangs the number on, where only words that can stand before a noun lie between."""
    token = tokens[-1]
    while tokens.start <= token.head.i < tokens.end and token.head.i != token.i:
        token = token.head
    head = token.head
    if token.dep_ not in ("nummod", "quantmod", "amod", "compound", "det") or head.tag_ not in NOUNS:
        return None
    between = tokens.doc[start : head.i]
    if not start <= head.i <= start + FAR or head.sent.start != tokens[0].sent.start:
        return None
    if any(t.tag_ not in BEFORE_A_NOUN and t.tag_ not in ("CC", ",") for t in between):
        return None
    plain = head_by_tags(tokens.doc, start)
    if (
        plain is not None
        and plain.tag_ in ("NNS", "NNPS")
        and plain.i < head.i
        and any(t.tag_ == "CC" for t in between)
    ):
        return plain
    return noun_end(head)


def head_by_tags(doc: Doc, start: int) -> Token | None:
    """The last noun of the first run of nouns after `start`, adjectives and participles before it passed over."""
    at = start
    while at < min(len(doc), start + FAR) and doc[at].tag_ in BEFORE_A_NOUN and doc[at].tag_ not in NOUNS:
        if at > start and doc[at].is_sent_start:
            return None
        at += 1
    if at >= len(doc) or doc[at].tag_ not in NOUNS or (at > start and doc[at].is_sent_start):
        return None
    return noun_end(doc[at])


def noun_end(noun: Token) -> Token:
    """The last noun of the run that `noun` begins: "police officers", "school bus driver's"; a plural ends it."""
    doc, at = noun.doc, noun.i
    while at + 1 < len(doc) and not doc[at + 1].is_sent_start:
        following = doc[at + 1]
        if following.tag_ in NOUNS and not (doc[at].tag_ in ("NNS",) and following.tag_ in ("NNP", "NNPS")):
            at += 1
        elif following.text == "-" and at + 2 < len(doc) and doc[at + 2].tag_ in NOUNS:
            at += 2
        else:
            break
    return doc[at]


def share_of(doc: Doc, figure: Figure) -> Counted:
    """What a share or measure is of: "60 per cent of its revenue" is of revenue, "12 tons of rice" of rice."""
    found = doc.char_span(figure.end - 1, figure.end, alignment_mode="expand")
    if found is None or found.end >= len(doc):
        return Counted(None, None)
    start = found.end
    if doc[start].lower_ == "of" and start + 1 < len(doc) and doc[start + 1].tag_ != "VBG":
        return partitive(doc, start, replace_vague(figure), additional=False)
    return Counted(None, None)


def replace_vague(figure: Figure) -> Figure:
    """`figure` as one whose "of" names the whole, never a part of a counted set."""
    return Figure(figure.start, figure.end, figure.core, figure.low, figure.high, vague=True)
