"""Lists of other articles and lines about the author: what stands around a report and is told by its place and its form."""

from __future__ import annotations

import re
from itertools import groupby

from variorum.ingest.furniture import LIST_HEADER, NAME
from variorum.ingest.lines import QUESTION_END, SENTENCE_END, prose_extent, stems, with_role
from variorum.model import SET_ASIDE_ROLES, Block

IN_LIST = "a line in a list of other articles"
IN_ROW = "one of many short lines in a row: titles of other articles, or verse"
FEWEST_TITLES = 6  # lines in a row without a full stop: fewer may be captions, verses or headings
LONGEST_TAIL = 8  # lines below "Read more:" at a report's end
# Words in capitals before a title ("HIGH WATER Old bridge may ..."): two to five of them, or a long one.
CAPITALS = r"[A-Z][A-Z'’&-]+[!?]?"
KICKER = re.compile(
    rf"(?<![A-Z!?] )(?<!\S)(?:{CAPITALS}(?: {CAPITALS}){{1,4}}|[A-Z'’-]{{5,}}[!?]?)\s+(?=[‘'\"“]?(?:[A-Z][\w’']*[a-z]|[AI]\b ))"
)
AUTHOR = re.compile(
    rf"(?P<name>{NAME}(?: {NAME}){{1,3}}) (?:is|was) (?:an?|the) (?:[\w’'.,/-]+ ){{0,8}}?"
    r"(?:reporter|correspondent|columnist|contributor|writer|editor|journalist|author|producer|blogger|commentator|fellow)\b"
)
EDGE = 3  # blocks from either end among which lines about an author stand


def with_runs_of_titles(text: str, found: list[Block]) -> list[Block]:
    """`found` with the lists amid the report set aside: six lines or more in a row that are as short as titles and closed by
    no full stop, and a paragraph that strings titles together, each under its word in capitals."""
    first = prose_extent(text, found)[0]
    out = [with_role(b, "teaser", IN_LIST) if strings_titles(text, b) else b for b in found]
    for listed, run in groupby(range(first + 1, len(out)), key=lambda n: is_short_line(text, out[n])):
        lines = list(run)
        if listed and len(lines) >= FEWEST_TITLES and is_list(text, [out[n] for n in lines]):
            for n in lines:
                out[n] = with_role(out[n], "teaser", IN_ROW)
    return out


def strings_titles(text: str, block: Block) -> bool:
    """Whether a paragraph is a box of titles, each after a word or two in capitals ("FLOOD ALERT Water rises ...")."""
    words = text[block.start : block.end]
    sentences = re.search(r"[a-z\d]\.(?:\s|$)", words)
    if block.role not in {"body", "caption"} or sentences or not KICKER.match(words):
        return False
    kickers = len(KICKER.findall(words))
    return kickers >= 3 and len(words.split()) <= 25 * kickers


def is_short_line(text: str, block: Block) -> bool:
    """Whether a block is a line of a title's length that no full stop closes."""
    words = text[block.start : block.end]
    return (
        block.role in {"body", "caption", "teaser"}
        and len(words.split()) <= 15
        and "\n" not in words
        and (not SENTENCE_END.search(words) or QUESTION_END.search(words) is not None)
        and not words.endswith((":", ",", ";"))
    )


def is_list(text: str, lines: list[Block]) -> bool:
    """Whether lines in a row are titles: short on the whole, and no list of people, scores or sums."""
    words = [text[b.start : b.end] for b in lines]
    enumerating = sum(re.search(r"\d|, ", line) is not None for line in words)
    return sum(len(line.split()) for line in words) <= 11 * len(words) and 3 * enumerating <= len(words)


def with_list_at_end(text: str, found: list[Block], known: set[int]) -> list[Block]:
    """`found` with a list of other articles below the report set aside: what follows "Read more:" to the end, or three
    title-like lines or more, most about other matters than the report. `known` are offsets of blocks whose part is known."""
    last = prose_extent(text, found)[1]
    below = below_header(text, found)
    if below:
        return [with_role(b, "teaser", IN_LIST) if n in below else b for n, b in enumerate(found)]
    tail = [n for n in range(last + 1, len(found)) if found[n].role == "body" and found[n].start not in known]
    titles = [n for n in tail if is_title_like(text[found[n].start : found[n].end])]
    told = set().union(
        *(stems(text[b.start : b.end]) for b in found[: last + 1] if b.role not in SET_ASIDE_ROLES), set()
    )
    foreign = [n for n in titles if is_strange(stems(text[found[n].start : found[n].end]), told)]
    if len(titles) < 3 or len(titles) < len(tail) or 3 * len(foreign) < 2 * len(titles):
        return found
    why = "a line in a list of other articles below the report"
    return [with_role(b, "teaser", why) if n in titles else b for n, b in enumerate(found)]


def below_header(text: str, found: list[Block]) -> list[int]:
    """The lines (indices) below the last "Read more:" of a report, where only a few short ones follow to its end."""
    header = next(
        (
            n
            for n in range(len(found) - 1, 0, -1)
            if text[found[n].end - 1] == ":" and LIST_HEADER.fullmatch(text[found[n].start : found[n].end])
        ),
        None,
    )
    if header is None:
        return []
    below = [n for n in range(header + 1, len(found)) if found[n].role in {"body", "caption"}]
    short = all(len(text[found[n].start : found[n].end].split()) <= 25 for n in below)
    return below if short and len(below) <= min(LONGEST_TAIL, header) else []


def is_title_like(words: str) -> bool:
    """Whether a line has the length and the marks of a headline."""
    closed = SENTENCE_END.search(words) and not QUESTION_END.search(words)
    long_enough = 5 <= len(words.split()) <= 22 and "\n" not in words
    return long_enough and words[0].isupper() and not closed and not words.endswith((":", ",", ";"))


def is_strange(line: set[str], told: set[str]) -> bool:
    """Whether at most a quarter of a line's telling words stand in the report."""
    return len(line) >= 4 and 4 * len(line & told) <= len(line)


def with_author_lines(text: str, found: list[Block]) -> list[Block]:
    """`found` with what is told of its author at its head or foot set aside: "Nadia Wray is a reporter for ...", where
    nothing else in the report names her."""
    kept = [n for n, b in enumerate(found) if b.role not in SET_ASIDE_ROLES]
    out = list(found)
    for n in {*kept[:EDGE], *kept[-EDGE:]}:
        author = AUTHOR.match(text, found[n].start, found[n].end)
        if author is None:
            continue
        surname = author["name"].split()[-1]
        elsewhere = (text[found[k].start : found[k].end] for k in kept if k != n)
        if not any(surname in words for words in elsewhere):
            out[n] = with_role(found[n], "noise", "about the author")
    return out
