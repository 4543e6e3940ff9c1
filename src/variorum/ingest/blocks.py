"""Blocks of a plain text: paragraphs, and which of them are headline, caption, teaser or noise.

A plain text has no markup, so a role is read off form alone: a line without a full stop, a credit formula, a set phrase of a
site's furniture. What is set aside stays in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from variorum.model import Block, BlockRole

FURNITURE = re.compile(
    r"""^(?:
      (?:advertisement\b.*|continue\s+reading.*|photo|video|image|share(?:\s+this.*)?|sign\s+up.*|newsletter.*|related(?:\s+\w+)*:?|
         read\s+more\b.*|see\s+also\b.*|more:.*|watch:.*|most\s+read.*|trending.*|subscribe.*|follow\s+us.*|story\s+continues.*|
         enlarge(?:\s+this\s+image)?.*|toggle\s+caption.*|hide\s+caption.*|copyright\b.*|all\s+rights\s+reserved.*|
         media\s+playback\s+is.*|loading.*|comments?|print|email|facebook|twitter|this\s+site\s+uses\s+cookies.*|
         skip\s+(?:to|advertisement|in).*|getty\s+images.*|click\s+here.*|scroll\s+down.*|by\s+the\s+associated\s+press)
    )$""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
BYLINE = re.compile(r"^(?:By|BY)\s+(?:[A-Z][\w.'’-]+,?\s*(?:and\s+|for\s+)?){1,8}.{0,60}$")
PROMPTS = re.compile(r"Newsletter Sign Up|Please verify you're not a robot|Invalid email address|Thank you for subscribing|View all .{0,30}newsletters|Sign up (?:for|to)|Subscribe (?:now|to)", re.IGNORECASE)  # fmt: skip
CREDIT = re.compile(r"^(?:Image copyright\s+(?:\S+\s+){0,4}?)?Image caption\s+", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
LABEL = re.compile(r"^(?:Read more|Related|See also|More|Watch|Also read|READ MORE|SEE ALSO|RELATED)\s*[:|]", re.IGNORECASE)
STANDFIRST_BULLET = re.compile(r"^[-–•*]\s+\S")


def blocks_of(text: str) -> tuple[Block, ...]:
    """The paragraphs of `text` with their roles, in order."""
    spans = list(paragraphs(text))
    found: list[Block] = []
    opening = True  # until the first paragraph of prose
    for n, (start, end) in enumerate(spans):
        for block in roles(text, spans, n, start, end, opening):
            found.append(block)
            opening = opening and block.role in {"headline", "standfirst", "noise", "caption"}
    return tuple(found)


def headline_of(text: str, blocks: tuple[Block, ...]) -> str | None:
    """The first headline's words, None where the text opens without one."""
    return next((" ".join(text[b.start : b.end].split()) for b in blocks if b.role == "headline"), None)


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of the paragraphs: parts between blank lines; where lines are not wrapped, each line is one."""
    for part in re.finditer(r"\S(?:.*?\S)??(?=\s*\n[ \t\f\v]*\n|\s*\Z)", text, re.DOTALL):
        lines = list(re.finditer(r"[^\n]*\S", part.group()))
        wrapped = len(lines) > 2 and all(40 <= len(line.group()) <= 100 for line in lines[:-1])
        if wrapped:
            yield part.start(), part.end()
            continue
        for line in lines:
            lead = len(line.group()) - len(line.group().lstrip())
            yield part.start() + line.start() + lead, part.start() + line.end()


def roles(text: str, spans: list[tuple[int, int]], n: int, start: int, end: int, opening: bool) -> Iterator[Block]:
    """The block or blocks that the paragraph `start:end`, the `n`th, makes."""
    words = text[start:end]
    credit = CREDIT.match(words)
    if credit:
        yield Block("noise", start, start + len(credit.group().rstrip()), "a picture credit")
        if credit.end() < len(words):
            yield Block("caption", start + credit.end(), end)
    elif FURNITURE.match(words) or PROMPTS.search(words):
        yield Block("noise", start, end, "furniture of the page, not part of the report")
    elif BYLINE.match(words) and not SENTENCE_END.search(words):
        yield Block("noise", start, end, "a byline")
    elif LABEL.match(words):
        yield Block("teaser", start, end, "a pointer to another article")
    else:
        role = prose_role(text, spans, n, words, opening)
        yield Block(role, start, end, "a headline-like line between paragraphs, about another matter" if role == "teaser" else None)


def prose_role(text: str, spans: list[tuple[int, int]], n: int, words: str, opening: bool) -> BlockRole:
    """Headline, standfirst, body or teaser, by place and form."""
    closed = bool(SENTENCE_END.search(words)) and not words.endswith("?")
    if opening and STANDFIRST_BULLET.match(words):
        return "standfirst"
    if opening and not closed and len(words) < 250:
        return "headline" if n == 0 or not has_headline_before(text, spans, n) else "standfirst"
    if n > 0 and not closed and is_teaser(text, spans, n, words):
        return "teaser"
    return "body"


def has_headline_before(text: str, spans: list[tuple[int, int]], n: int) -> bool:
    """Whether a line before the `n`th could be the headline (furniture is none)."""
    return any(not FURNITURE.match(text[s:e]) for s, e in spans[:n])


def is_teaser(text: str, spans: list[tuple[int, int]], n: int, words: str) -> bool:
    """Whether a line without a full stop, alone amid prose, is another article's headline and no subheading of this one.

    A subheading is short; a teaser is a whole headline, most of whose longer words stand nowhere else in the report.
    """
    if not 6 <= len(words.split()) <= 25 or words.endswith((":", ",", ";")) or re.match(r"[A-Z][\w ]{0,30}:", words):
        return False
    if not words[:1].isupper() or n + 1 >= len(spans):
        return False
    neighbours = [text[s:e] for s, e in (spans[n - 1], spans[n + 1])]
    if not all(SENTENCE_END.search(neighbour) for neighbour in neighbours):
        return False
    elsewhere = set(re.findall(r"[^\W\d_]{4,}", (text[: spans[n][0]] + text[spans[n][1] :]).lower()))
    longer = [w for w in re.findall(r"[^\W\d_]{4,}", words.lower())]
    return sum(w in elsewhere for w in longer) <= 0.5 * len(longer)
