# ruff: noqa: SIM905  (word lists read better as words)
"""Quantities: a number with the bounds its words give ("at least 12", "dozens", "30 to 40 people"), and what it counts.

Numbers that name something (a flight, a road, a resolution, a score, a date, an address) are left out altogether; ages,
ordinals, magnitudes, money, shares and measures are kept under their own nature, so that none becomes a toll. "A
suspect" and "several people" give no number and are no quantities; "no one", "nobody" and "no injuries" are zero.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc, Token

from variorum.annotate.counted import Counted, counted_by, share_of
from variorum.annotate.figures import Figure, find_figures
from variorum.annotate.layer import block_at, is_set_aside, report_of, span_of
from variorum.annotate.not_figures import is_name
from variorum.knowledge.people import is_word
from variorum.model import Quantity

Nature = Literal["count", "money", "measure", "percent", "age", "ordinal", "magnitude", "name"]

NATURES: dict[str | None, Nature] = {
    None: "count", "measure": "measure", "duration": "measure", "percent": "percent", "money": "money",
}  # fmt: skip
OLDEST = 120
AGE_AFTER = re.compile(r"(?:-|\s)?(?:years?|months?|weeks?|days?)?[-\s]old\b", re.I)
AGE_OF = re.compile(r"\s+of\s+age\b", re.I)
AGE_BEFORE = re.compile(r"\b(?:aged?|ages|age\s+of)\s+(?:between\s+)?$", re.I)
AGES_BEFORE = re.compile(r"\b(?:aged|ages)\s+(?:\d{1,2},\s+)*\d{1,2},?\s+(?:and\s+)?$", re.I)
AGES_END = re.compile(r"\s*(?:[,.;)]|$)|\s+(?:respectively|and\s+\d)")
AGE_APPOSED = re.compile(r"[^\W\d_][\w'’.-]+,?\s*[,(]\s*$")
AGE_TOLD = re.compile(
    r"\b(?:who|he|she)\s+(?:(?:is|was)(?:\s+(?:only|just))?|(?:had |has )?(?:just )?turned)\s+$", re.I
)
AGE_OF_NOUN = re.compile(r"\b(?:the|his|her|their|its)\s+(?P<noun>[a-z]+)\s+(?:is|was)\s+(?:only\s+|just\s+)?$", re.I)
AGE_ENDS = re.compile(r"\s*(?:[,);]|\.(?!\d)|$|\s(?:when|at|on|in|last|this|and)\b)")
AGE_CLOSED = re.compile(r"\s*(?:[,)]|\.(?!\d)|;|\s(?:of|from|and|who|was|is)\s)")
MAGNITUDE_BEFORE = re.compile(r"\bmagnitude[-\s](?:of\s+)?$|\bmeasur(?:ed|ing)\s+$", re.I)
MAGNITUDE_AFTER = re.compile(r"[-\s]magnitude\b|\s+on\s+the\s+richter\b", re.I)
ORDINAL_WORDS = dict(
    zip(
        (
            "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
            "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ).split(),
        range(3, 21),
        strict=True,
    )
)
ORDINAL = re.compile(
    rf"(?<![\w-])(?:(?P<digits>\d{{1,3}}(?:,\d{{3}})*)(?:st|nd|rd|th)|(?P<word>{'|'.join(ORDINAL_WORDS)}))(?![\w-])",
    re.I,
)
NOBODY = re.compile(
    r"\b(?:no[ -]?one|nobody|(?P<none>none)(?= of\b| (?:was|were|is|are|has|have)\b)"
    r"|no (?:other |further |immediate |serious |fatal )?(?P<noun>injur(?:y|ies)|casualt(?:y|ies)|deaths?|"
    r"fatalit(?:y|ies)|victims?|survivors?|arrests?|people|civilians|passengers))\b",
    re.I,
)


@Language.component(
    "variorum_quantities", requires=["token.tag", "token.dep", "doc._.times"], assigns=["doc._.quantities"]
)
def quantities(doc: Doc) -> Doc:
    """Hang `doc._.quantities`, a tuple of Quantity in text order, on `doc`."""
    doc._.quantities = tuple(sorted(find_quantities(doc), key=lambda q: (q.span.start, q.span.end)))
    return doc


def find_quantities(doc: Doc) -> Iterator[Quantity]:
    """Yield the quantities of `doc`: figures, then ordinals and zeros. Reads `doc._.times`, whose dates are no
    quantities."""
    text = report_of(doc).text
    taken = [(t.span.start, t.span.end) for t in doc._.times if t.kind == "time" or (t.kind == "date" and not t.vague)]
    figures = [
        f for f in find_figures(text, taken) if not overlapped(f.core, taken) and not is_set_aside(doc, f.core[0])
    ]
    read = [q for q in (read_figure(doc, text, f, figures[i + 1 : i + 2]) for i, f in enumerate(figures)) if q]
    yield from read
    for quantity in (*ordinals(doc, text), *zeros(doc, text)):
        span = quantity.span.start, quantity.span.end
        if not overlapped(span, taken + [(q.span.start, q.span.end) for q in read]) and not is_set_aside(doc, span[0]):
            yield quantity


def overlapped(span: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    """Whether `span` shares a character with one of `others`."""
    return any(span[0] < end and start < span[1] for start, end in others)


def read_figure(doc: Doc, text: str, figure: Figure, following: list[Figure]) -> Quantity | None:
    """The quantity of `figure`, None where the number only names something."""
    tokens = doc.char_span(*figure.core, alignment_mode="expand")
    if tokens is None or figure.low is figure.high is None:
        return None
    figure = without_stray_unit(doc, text, figure)
    special = age_or_magnitude(doc, text, figure)
    if special is not None:
        old = AGE_AFTER.match(text, figure.core[1]) if special == "age" else None
        figure = replace(figure, end=max(figure.end, old.end() if old else 0))
        return quantity_of(doc, figure, special, Counted(None, None))
    if is_name(doc, text, figure, tokens):
        return None
    nature = NATURES[figure.kind]
    if nature == "count":
        counted = counted_by(doc, figure, tokens) or shared(doc, text, figure, following)
        figure = replace(
            figure, subset=figure.subset or counted.subset, additional=figure.additional or counted.additional
        )
    else:
        counted = share_of(doc, figure)
    return quantity_of(doc, figure, nature, counted)


def quantity_of(doc: Doc, figure: Figure, nature: Nature, counted: Counted) -> Quantity:
    """The Quantity of a figure whose nature and noun are known; an age has years and no other unit."""
    unit = "year" if nature == "age" and figure.unit is None else figure.unit if nature != "magnitude" else None
    return Quantity(
        span=report_of(doc).span(figure.start, figure.end),
        low=figure.low,
        high=figure.high,
        nature=nature,
        unit=unit,
        of=counted.of,
        of_span=None if counted.span is None else span_of(doc, counted.span.start, counted.span.end),
        approximate=figure.approximate,
        additional=figure.additional,
        subset=figure.subset,
    )


def shared(doc: Doc, text: str, figure: Figure, following: list[Figure]) -> Counted:
    """The noun of the next figure where this one only shares it: "5 and 6 people", "three or, some say, four buses"."""
    if following and re.fullmatch(r"\s*(?:,|and|or|,\s*(?:and|or))\s*", text[figure.end : following[0].start]):
        tokens = doc.char_span(*following[0].core, alignment_mode="expand")
        if tokens is not None and following[0].kind is None:
            return counted_by(doc, following[0], tokens) or Counted(None, None)
    return Counted(None, None)


def without_stray_unit(doc: Doc, text: str, figure: Figure) -> Figure:
    """`figure` without a "unit" that is another word here: "two second homes", "three minute traces", "two pounds" of
    force."""
    if figure.kind is None or figure.joined or figure.end <= figure.core[1]:
        return figure
    last = doc.char_span(figure.end - 1, figure.end, alignment_mode="expand")
    if (
        last is None
        or last[-1].tag_ not in ("JJ", "VB", "VBP", "VBZ")
        or not last[-1].text.isalpha()
        or len(last[-1]) < 4
    ):
        return figure
    if figure.kind == "percent" or last[-1].lower_ in ("square", "cubic"):
        return figure
    return replace(figure, end=figure.core[1], unit=None, kind=None)


def age_or_magnitude(doc: Doc, text: str, figure: Figure) -> Nature | None:
    """`age` for "a 34-year-old", "aged 34", "Jan Novak, 34,"; `magnitude` for "a magnitude 7.1 quake"; else None."""
    before, after = text[max(0, figure.start - 50) : figure.start], text[figure.end : figure.end + 40]
    if AGE_AFTER.match(text, figure.core[1]) or (figure.kind == "duration" and re.match(r"[-\s]old\b", after, re.I)):
        return "age"
    if AGE_BEFORE.search(before) or (AGES_BEFORE.search(before) and AGES_END.match(after)):
        return "age"
    if figure.kind is None and 1 <= (figure.low or 0) <= OLDEST and AGE_ENDS.match(after):
        noun = AGE_OF_NOUN.search(before)
        if AGE_TOLD.search(before) or (noun is not None and is_word(noun["noun"].lower(), "person", "kin")):
            return "age"
    if figure.kind == "duration" and AGE_OF.match(after):
        return "age"
    if MAGNITUDE_BEFORE.search(before) and figure.kind is None and figure.digits and (figure.low or 0) < 10:
        return "magnitude"
    if MAGNITUDE_AFTER.match(after):
        return "magnitude"
    return "age" if figure.kind is None and age_apposed(doc, text, figure) else None


def age_apposed(doc: Doc, text: str, figure: Figure) -> bool:
    """Whether a bare number stands as an age after a person's name: "Jan Novak, 34, said", "Jan Novak (34)"."""
    whole = figure.start == figure.core[0] and figure.digits and figure.low == figure.high
    if not whole or not 1 <= (figure.low or 0) <= OLDEST or not AGE_CLOSED.match(text, figure.end):
        return False
    if text[figure.start - 1 : figure.start] == "(" and is_in_caption(doc, figure.start):
        return False  # the number on a player's shirt
    before = AGE_APPOSED.search(text, max(0, figure.start - 40), figure.start)
    if before is None:
        return False
    named = doc.char_span(before.start(), before.start() + 1, alignment_mode="expand")
    if named is None:
        return False
    return named[0].ent_type_ == "PERSON" or two_capitals(named[0]) or is_one_person(named[0])


def is_in_caption(doc: Doc, offset: int) -> bool:
    """Whether a character stands in a caption."""
    block = block_at(doc, offset)
    return block is not None and block.role == "caption"


def is_one_person(noun: Token) -> bool:
    """Whether `noun` ends the words for a certain person ("the suspect, 34,", "his wife, 42,")."""
    owned = any(child.tag_ in ("DT", "PRP$", "POS") or child.dep_ == "poss" for child in noun.children)
    return noun.tag_ == "NN" and owned and is_word(noun.lower_, "person", "kin")


def two_capitals(last: Token) -> bool:
    """Whether `last` ends a name of two capitalised words that the model does not hold for a place."""
    if last.i == 0 or last.ent_type_ in ("GPE", "LOC", "FAC", "DATE"):
        return False
    return all(token.tag_ == "NNP" and token.text[:1].isupper() for token in (last, last.nbor(-1)))


def ordinals(doc: Doc, text: str) -> Iterator[Quantity]:
    """Ordinals from the third on, each with the noun it ranks; parts of names ("the Fifth Republic") are none."""
    for match in ORDINAL.finditer(text):
        tokens = doc.char_span(*match.span(), alignment_mode="expand")
        if tokens is None or (match["word"] and match[0][0].isupper() and not tokens[0].is_sent_start):
            continue
        value = (
            float(match["digits"].replace(",", "")) if match["digits"] else float(ORDINAL_WORDS[match["word"].lower()])
        )
        figure = Figure(*match.span(), match.span(), value, value)
        yield quantity_of(doc, figure, "ordinal", counted_by(doc, figure, tokens) or Counted(None, None))


def zeros(doc: Doc, text: str) -> Iterator[Quantity]:
    """Zero for "no one", "nobody", "none of", and "no" with a word for victims; "no reports of injuries" counts
    nothing."""
    for match in NOBODY.finditer(text):
        figure = Figure(*match.span(), match.span(), 0.0, 0.0)
        if match["noun"]:
            noun = doc.char_span(*match.span("noun"), alignment_mode="expand")
            counted = Counted(match["noun"].lower(), noun)
            figure = replace(figure, end=match.start() + 2)
        else:
            counted = Counted(None if match["none"] else "people", None)
        yield quantity_of(doc, figure, "count", counted)
