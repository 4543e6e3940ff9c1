# ruff: noqa: SIM905  (word lists read better as words)
"""Numbers that count nothing: flights, roads, resolutions, scores, addresses, telephone numbers, years, list marks."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from variorum.annotate.counted import NOUNS, head_by_tags
from variorum.annotate.figures import Figure
from variorum.annotate.layer import text_of

NUMBERED = frozenset(
    (
        "flight flights highway route road motorway interstate resolution article section chapter page "
        "paragraph no. no number numbers channel room gate terminal line bus boeing airbus unit division "
        "level phase grade category stage type version part volume season episode rule act track area "
        "apartment apt suite platform pier block building rank class form group model series size step "
        "tier week day game round year row seat planet covid lap laps ward district precinct sector zone exit "
        "junction pier bay verse clause courtroom item"
    ).split()
)
"""Nouns after which a number names: "Flight 17", "Category 4", "week 3"."""
STREETS = frozenset(
    ("street st. st avenue ave. road rd. lane drive square boulevard blvd. place court way terrace").split()
)
AFTER = re.compile(
    r"[/⁄]\d|:\d|[-–×]\s?\d|-?(?:st|nd|rd|th)\b|[-\s](?:thirds?|fourths?|quarters|fifths?|tenths?)\b|[-\s]?strong\b|[A-Za-z_@]"
)
ONE_IN = re.compile(
    r"\s+(?:in|out\s+of)\s+(?:every\s+)?(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b(?!\s+(?:days|years|months|weeks|hours))"
)
"""After "one" a share of a whole: "one in five women"."""
BEFORE = re.compile(r"(?:\+\d*|\d[-–/⁄:×]|\d\.|#|@|www\.\S*|page|[A-Z]-|\bNos?\.)\s?$")
ROW = re.compile(r"(?<![\w.,/:-])\d{1,2}(?: \d{1,2}){2,}(?![\w.,/:-])")
"""Three bare small numbers one after another are marks of a map or a table."""
HEIGHT = re.compile(r"[-\s]?(?:foot|feet|ft\.?)[-\s]\d{1,2}\b(?!\d|,\d)")
BEFALLEN = frozenset({"died", "dead", "killed", "injured", "wounded", "hurt", "missing", "arrested", "detained"})
THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3},\d{3}\b")
EMERGENCY = re.compile(
    r"(?:911|999|112) (?:(?:emergency|phone) )?(?:calls?|callers?|dispatch\w*|operators?|recordings?|tapes?|cent(?:er|re)s?)\b"
)
"""The number that is dialled for help: "the 911 call"."""
LIST_MARK = re.compile(r"(?:^|\n)\s*$")
YEARS = range(1000, 2100)
YEAR_BEFORE = re.compile(r"\b(?:until|till|since|before|after|by)\s+$", re.I)
OF_A_YEAR = frozenset(
    (
        "attack bombing campaign championship election fire flood game hurricane killing midterm murder olympic protest primary "
        "race riot shooting storm talk wildfire"
    ).split()
)
"""Plurals that a year names rather than counts ("the 2012 attacks")."""


def is_name(doc: Doc, text: str, figure: Figure, tokens: DocSpan) -> bool:
    """Whether the number of `figure` names, ranks or dates something, so that it is no quantity."""
    if figure.vague:
        return not counts(tokens)
    before, after = text[max(0, figure.start - 12) : figure.start], text[figure.end : figure.end + 12]
    if figure.kind is None and (AFTER.match(after) or (figure.digits and BEFORE.search(before))):
        return True
    if figure.digits and (HEIGHT.match(text, figure.core[1]) or in_a_row(text, figure)):
        return True
    if figure.low == 1 and ONE_IN.match(text, figure.end):
        return True
    if EMERGENCY.match(text, figure.start):
        return True
    if LIST_MARK.search(before) and re.match(r"[.)]\s", after) and figure.core[0] == figure.start:
        return True
    if figure.kind in ("money", "percent"):
        return False
    last = doc[tokens.start - 1] if tokens.start else None
    if last is not None and last.text == "-" and tokens.start > 1:
        last = doc[tokens.start - 2] if not last.whitespace_ else last
    bare = figure.start == figure.core[0]
    if (
        last is not None
        and bare
        and last.lower_ in NUMBERED
        and (last.tag_ in NOUNS | {"DT", "UH", "RB"} or last.text == "No.")
        and figure.digits
    ):
        return last.lower_ not in ("no", "part", "group", "line", "area") or last.text[0].isupper()
    if figure.kind is not None:
        return False
    if bounded_year(text, figure):
        return True
    return bare and (is_one(tokens) or titled(tokens, last) or address(doc, tokens) or year_like(doc, figure, tokens))


def in_a_row(text: str, figure: Figure) -> bool:
    """Whether small bare numbers stand side by side ("6 3 5 4 People fled"), the marks of a graphic."""
    near = max(0, figure.core[0] - 12)
    return any(
        m.start() + near <= figure.core[0] < m.end() + near for m in ROW.finditer(text[near : figure.core[1] + 12])
    )


def counts(tokens: DocSpan) -> bool:
    """Whether a vague plural is a noun here: "scores of people" but not "he scores twice"; of scores, "of" or a state
    follows."""
    last = tokens[-1]
    if tokens[0].lower_ != "scores":
        return last.tag_ not in ("VBZ", "VB") or tokens[0].lower_ in ("hundreds", "thousands", "dozens", "millions")
    if last.i + 1 >= len(tokens.doc):
        return False
    following = last.nbor()
    return following.lower_ in ("of", "more", "were", "are", "have") or following.tag_ in ("VBN", "JJ", "VBD")


def is_one(tokens: DocSpan) -> bool:
    """Whether "one" is a pronoun here ("the one who", "this one"), an uncertain day, or half a word ("one-way")."""
    if len(tokens) != 1 or tokens[0].lower_ != "one":
        return False
    token = tokens[0]
    if token.i + 1 < len(token.doc) and token.nbor().text in ("-", "–") and not token.whitespace_:
        return True
    following = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
    previous = token.nbor(-1).lower_ if token.i else ""
    if following in ("another", "day", "thing", "way", "side", "hand", "'s", "’s") or previous in (
        "no",
        "any",
        "every",
        "this",
        "that",
        "which",
    ):
        return True
    if following == "of" or befallen(token):
        return False
    return token.tag_ in ("PRP", "NN", "NNP", "NNS") or head_by_tags(token.doc, token.i + 1) is None


def befallen(one: Token) -> bool:
    """Whether "one" is a person to whom something happened: "one died", "killing four, with one wounded"."""
    words = [t.lower_ for t in one.doc[one.i + 1 : one.i + 3]]
    return bool(words) and (words[0] in BEFALLEN or (words[0] in ("was", "is") and words[-1] in BEFALLEN))


def titled(tokens: DocSpan, last: Token | None) -> bool:
    """Whether the number belongs to a name: digits after a capitalised noun ("Apollo 11"), a capitalised word inside
    one."""
    doc, first = tokens.doc, tokens[0]
    follows = doc[tokens.end] if tokens.end < len(doc) else None
    if first.text[:1].isalpha():
        inside = first.text[:1].isupper() and not first.is_sent_start and not first.text.isupper()
        return inside and follows is not None and follows.tag_ in ("NNP", "NNPS") and not capitalised_line(tokens)
    if last is None or last.tag_ not in ("NNP", "NNPS") or not last.text[:1].isupper() or first.is_sent_start:
        return False
    return head_by_tags(doc, tokens.end) is None or (first.ent_type_ == last.ent_type_ != "" and first.ent_iob_ == "I")


def capitalised_line(tokens: DocSpan) -> bool:
    """Whether the sentence writes most of its words with capitals, as headlines do; then a capital tells nothing."""
    words = [t for t in tokens[0].sent if t.is_alpha and len(t) > 3]
    return sum(t.text[0].isupper() for t in words) > len(words) / 2


def address(doc: Doc, tokens: DocSpan) -> bool:
    """Whether a street's name follows: "10 Downing Street"."""
    for token in doc[tokens.end : tokens.end + 4]:
        if token.tag_ not in ("NNP", "NNPS"):
            return False
        if token.lower_ in STREETS:
            return True
    return False


def is_definite(tokens: DocSpan) -> bool:
    """Whether "the" stands before the number, at most one adjective between: "the deadly 2012 attacks"."""
    doc, start = tokens.doc, tokens.start
    if start and doc[start - 1].tag_ in ("JJ", "JJS"):
        start -= 1
    return start > 0 and doc[start - 1].lower_ == "the"


def bounded_year(text: str, figure: Figure) -> bool:
    """Whether a bound word stands before a year, not a number: "until at least 2015"."""
    core = text[slice(*figure.core)]
    if figure.start == figure.core[0] or not re.fullmatch(r"(?:19|20)\d\d", core):
        return False
    closed = re.match(r"\s*(?:[.,;)]|$|\s(?:to|and|but|when|before|because|as|for|in)\b)", text[figure.core[1] :])
    return closed is not None and YEAR_BEFORE.search(text[max(0, figure.start - 12) : figure.start]) is not None


def year_like(doc: Doc, figure: Figure, tokens: DocSpan) -> bool:
    """Whether four bare digits read as a year: no plural noun follows them, or the text writes thousands with a comma
    and the number belongs to somebody ("the executives' 2017 bonuses")."""
    if len(tokens) != 1 or not re.fullmatch(r"\d{4}", tokens[0].text) or int(tokens[0].text) not in YEARS:
        return False
    if tokens.start and doc[tokens.start - 1].tag_ in ("POS", "PRP$") and THOUSANDS.search(text_of(doc)):
        return True
    head = head_by_tags(doc, tokens.end)
    if head is not None and is_definite(tokens) and head.lemma_.lower() in OF_A_YEAR:
        return True
    return head is None or (head.tag_ not in ("NNS", "NNPS") and head.lower_ != "people")
