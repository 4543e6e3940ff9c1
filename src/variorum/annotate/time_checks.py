"""Words that look like a time and are none: years that count people, `may` and `march` the verbs, `second` the
ordinal."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from variorum.annotate.time_rules import Found
from variorum.knowledge.calendar import calendar_words
from variorum.knowledge.territories import territory_by_demonym

YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|during|of|from|until|till|by|before|after|between|to|year|and|or|for|late|early|mid|the|a|an|its|his|their|"
    r"this|that|around|about|summer|spring|winter|autumn|fall|elections?|through|[\w.]+['’]s)[\s-]+(?:the\s+)?|[(–—/,-]\s?|^\s*|\n\s*)$",
    re.I,
)
NOT_AFTER_YEAR = re.compile(
    r"\s*(?:%|percent|per\s?cent|km|kg|m\b|people|dollars|euros|troops|soldiers|miles|feet|metres|meters|GMT)", re.I
)
WEAK_MONTHS = frozenset(
    {"may", "march", "mar", "dec", "sep", "jan", "jun", "oct", "nov", "apr", "feb", "aug", "jul", "sept"}
)
DAYS = frozenset({"day", "eve", "night", "sunday", "monday", "wednesday", "friday"})
"""What a named day's name ends in where it can be nothing but a day."""
PLAYED = re.compile(
    r"\b(touchdowns?|quarterbacks?|halftime|half-time|overtime|field goals?|three-pointers?|rebounds?|buzzer|fumbles?|"
    r"interceptions?|first half|second half)\b",
    re.I,
)
"""Words of a game that is played in quarters; two of them tell of one."""
SEASON_BEFORE = re.compile(r"\b(?:in|during|since|until|by|through|for|from|of|before|after)\s+$", re.I)


def acceptable(doc: Doc, text: str, rule: str, match: Found) -> bool:
    """Whether the words around let the match of `rule` be a time."""
    start, end = match.span()
    if rule == "year":
        return year_stands(doc, text, match)
    if rule == "month":
        return month_stands(doc, text, match)
    if rule == "season":
        return season_stands(doc, text, match)
    if rule == "quarter" and not match["year"]:
        return len({word.casefold().rstrip("s") for word in PLAYED.findall(text)}) < 2
    if rule in ("length", "later"):
        return length_stands(doc, text, match)
    if rule == "bare length":
        counted = re.search(
            r"(?:[\d-]\s?|\b(?:early|late|small|wee|olden|bygone)\s)$", text[max(0, start - 7) : start], re.I
        )
        return not counted and not re.match(r"\s+old\b", text[end:])
    if rule == "clock without half":
        return clock_stands(text, match)
    if rule == "weekday":
        return weekday_stands(doc, match)
    if rule == "named day":
        return named_day_stands(doc, match)
    if rule == "slashed":
        return "/" in match[0] or int(match["y"]) > 1000
    if rule == "vague":
        token = doc.char_span(start, end, alignment_mode="expand")
        if token is None or re.search(r"\bas\s+$", text[max(0, start - 4) : start], re.I):
            return False
        return not (match[0].lower() == "current" and token[0].tag_.startswith("NN"))
    if rule == "set":
        token = doc.char_span(start, end, alignment_mode="expand")
        return token is not None and (len(token) > 1 or (token[0].tag_ in ("JJ", "RB") and token[0].is_lower))
    return True


def year_stands(doc: Doc, text: str, match: Found) -> bool:
    """Whether four digits are a year: after a word that introduces one, and not before what they would count."""
    start, end = match.span("year")
    if NOT_AFTER_YEAR.match(text, end) or text[start - 1 : start] in "$€£#":
        return False
    if re.match(r"\s?[-–/]\s?\d|['’]?s\b", text[end:]) and not re.match(r"['’]s\b", text[end:]):
        return False
    if match.start() < start:
        return True
    token = doc.char_span(start, end)
    if token is None:
        return False
    before = text[max(0, start - 30) : start]
    if not YEAR_BEFORE.search(before):
        return False
    following = doc[token.end] if token.end < len(doc) else None
    owned = re.search(r"\b(?:the|its|his|her|their)\s+$|['’]s\s+$", before, re.I)
    loose = re.search(r"\b(?:of|for|and|or|to|a|an|about|around|by|from|after|before)[\s-]+$", before, re.I)
    if loose and not owned and following is not None and following.tag_ in ("NNS", "NNPS"):
        return False
    if re.search(r"\b(?:about|around)\s+$", before, re.I):
        return int(match["year"]) >= 1900
    return True


def month_stands(doc: Doc, text: str, match: Found) -> bool:
    """Whether a month's name alone is the month: a noun, and written as one where it is also another word."""
    start, end = match.span("month")
    word = match["month"]
    if re.match(r"\.?\s*\d", text[end:]) and not re.match(r"\.?\s*\d+[\s,]", text[end:]):
        return False
    tokens = doc.char_span(start, end, alignment_mode="expand")
    if tokens is None:
        return False
    if word.lower() in WEAK_MONTHS:
        if word.lower() in ("may", "march"):
            return word[0].isupper() and tokens[0].tag_ in ("NNP", "NN") and introduced(text, match)
        return word[0].isupper() and text[end : end + 1] == "." and introduced(text, match)
    return (word[0].isupper() and tokens[0].ent_type_ not in ("PERSON",)) or (
        introduced(text, match) and word[0].isupper()
    )


def introduced(text: str, match: Found) -> bool:
    """Whether words of time stand before a month: "in May", "last March", "early May"."""
    if match.start() < match.start("month"):
        return True
    return bool(
        re.search(
            r"\b(?:in|since|until|till|by|of|from|during|before|after|between|through|to|and|for|mid)[\s-]+$",
            text[max(0, match.start() - 12) : match.start()],
            re.I,
        )
    )


def season_stands(doc: Doc, text: str, match: Found) -> bool:
    """Whether spring or fall is the season: with a year or "last" beside it, or a noun after "in" or "the"."""
    if match["mod"] or match["year"]:
        return True
    tokens = doc.char_span(*match.span("season"), alignment_mode="expand")
    noun: Token | None = tokens[0] if tokens is not None else None
    if noun is None or not noun.tag_.startswith("NN"):
        return False
    if (
        noun.i + 1 < len(doc)
        and noun.nbor().lower_ in ("in", "of", "to")
        and match["season"].lower() in ("fall", "spring")
    ):
        return False
    named = match.start() < match.start("season")
    return named or bool(SEASON_BEFORE.search(text[max(0, match.start() - 10) : match.start()]))


def length_stands(doc: Doc, text: str, match: Found) -> bool:
    """Whether a number and a unit are a length: not "a second car", "three quarters", "a 34-year-old", "year 7"."""
    groups = match.groupdict()
    if groups.get("unit") is None:
        return True
    unit, count = (groups.get("unit") or "").lower(), (groups.get("count") or "").lower()
    plural = text[match.end() - 1].lower() == "s"
    if unit == "quarter" or (unit in ("second", "minute") and not plural and count in ("a", "an", "few", "many")):
        return False
    if unit == "second" and not plural and not match[0][-7:].startswith("-"):
        return False
    if text[match.end() :].lower().startswith(("-old", " old", "'s old")) or re.match(
        r"['’]?\s+old\b", text[match.end() :]
    ):
        return False
    return not re.search(r"[$€£\d.,]$", text[max(0, match.start() - 1) : match.start()])


def clock_stands(text: str, match: Found) -> bool:
    """Whether hours and minutes without a.m. or p.m. are a clock: two digits each, or after "at" and its like."""
    if match[0][:1].isdigit():
        before = text[max(0, match.start() - 12) : match.start()]
        return len(match["h"]) == 2 and not re.search(r"\d[:.\s]$|\b(?:won|beat|lost|ratio|score)\b", before, re.I)
    return True


def weekday_stands(doc: Doc, match: Found) -> bool:
    """Whether a weekday's name is the day: Black Friday and Bloody Sunday are named days, Joe Friday a person."""
    tokens = doc.char_span(*match.span("wd"), alignment_mode="expand")
    if tokens is None or tokens.start == 0:
        return True
    before = doc[tokens.start - 1]
    named = ("black", "bloody", "cyber", "super", "giving", "easter", "palm", "good", "ash")
    return not (before.lower_ in named and before.text[0].isupper())


def named_day_stands(doc: Doc, match: Found) -> bool:
    """Whether a festival's name is its day: not that of another calendar or country, nor a part of another name."""
    tokens = doc.char_span(*match.span("name"), alignment_mode="expand")
    if tokens is None:
        return False
    if tokens.start > 0:
        before = doc[tokens.start - 1]
        if before.lower_ in calendar_words("other calendar"):
            return False
        if territory_by_demonym(before.text) is not None and before.text != "American":
            return False
    if tokens[-1].lower_ in DAYS or tokens.end == len(doc) or match["year"]:
        return True
    after = doc[tokens.end]
    return not after.tag_.startswith("NN") or after.lemma_.lower() in calendar_words("own day")
