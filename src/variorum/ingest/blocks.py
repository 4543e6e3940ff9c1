"""Blocks of a text: its paragraphs, and which of them are headline, standfirst, caption, teaser or noise.

A plain text has no markup, so a role is read off form and place: a line without a full stop, a credit formula, a set
phrase of a page, a title that shares nothing with the report around it. What is set aside stays in the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise

from variorum.ingest.edges import parts
from variorum.ingest.furniture import COPYRIGHT, LIST_HEADER, TEASER_BELOW
from variorum.ingest.galleries import with_credit_heads, with_galleries, with_numbered_galleries
from variorum.ingest.lines import COMMON, QUESTION_END, SENTENCE_END, Extent, prose_extent, stems, with_role
from variorum.ingest.listings import with_author_lines, with_list_at_end, with_runs_of_titles
from variorum.model import SET_ASIDE_ROLES, Block, BlockRole

Known = Mapping[int, tuple[BlockRole, str | None]]

ABBREVIATION_END = re.compile(r"(?:\b[A-Z]\.){2,}$|\b(?:Jr|Sr|Inc|Ltd|Corp|Co|Bros)\.$")
BULLET = re.compile(r"[-–—•*·]\s+\S")
DATELINE = re.compile(
    r"[A-Z][a-z]+\.? \d{1,2}, \d{4} \(|"
    r"[A-Z][A-Z .'’/-]{2,}(?:, [\w .,]{2,40})?(?: ?\([\w /.]{2,30}\))?\s?(?:[-–—]{1,2}|:)\s"
)
LONGEST_HEADLINE = 35  # words
TELLING_REPORT = 80  # different words: a shorter report shows too little of what it is about
WRAP_AT = (50, 100)  # columns between which hard-wrapped text is wrapped


def blocks_of(text: str, *, title: str | None = None, known: Known | None = None) -> tuple[Block, ...]:
    """The paragraphs of `text` with their roles, in text order; they cover all that is not white space.

    `title` is the headline where a page names it; without it, the first line is the headline if its form says so.
    `known` gives role and reason of the paragraphs whose part in the page is known, by their offset.
    """
    found = [block for extent in paragraphs(text) for block in pieces(text, extent, (known or {}).get(extent[0]))]
    found = with_opening(text, found, title)
    found = with_credit_heads(text, found)
    found = with_galleries(text, found)
    found = with_numbered_galleries(text, found)
    found = with_lines_between(text, found, known or {})
    found = with_runs_of_titles(text, found)
    found = with_list_at_end(text, found, set(known or {}))
    found = with_author_lines(text, found)
    return tuple(with_fine_print(text, found))


def headline_of(text: str, blocks: tuple[Block, ...]) -> str | None:
    """The first headline's words, None where the text opens without one."""
    return next((" ".join(text[b.start : b.end].split()) for b in blocks if b.role == "headline"), None)


# ---------------------------------------------------------------- paragraphs


def paragraphs(text: str) -> Iterator[Extent]:
    """The paragraphs of `text`: parts between blank lines; a line is one of its own unless the text is hard-wrapped."""
    width = wrap_width(text)
    open_part: Extent | None = None
    at = 0
    for line in text.split("\n"):
        extent = stripped(text, at, at + len(line))
        at += len(line) + 1
        if open_part and extent[0] < extent[1] and width and continues(text, open_part, extent, width):
            open_part = open_part[0], extent[1]
            continue
        if open_part:
            yield open_part
        open_part = extent if extent[0] < extent[1] else None
    if open_part:
        yield open_part


def stripped(text: str, start: int, end: int) -> Extent:
    """`start:end` without the white space at its edges."""
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())


def wrap_width(text: str) -> int:
    """The column at which the lines of `text` were broken; 0 where a line is a paragraph."""
    lines = text.split("\n")
    width = max((len(line.rstrip()) for line in lines), default=0)
    if not WRAP_AT[0] <= width <= WRAP_AT[1]:
        return 0
    breaks = [(a.rstrip(), b.strip()) for a, b in pairwise(lines) if a.strip() and b.strip()]
    torn = sum(is_torn(a, b) for a, b in breaks)
    return width if torn and torn >= 0.3 * len(breaks) else 0


def is_torn(line: str, following: str) -> bool:
    """Whether a sentence runs on over the end of a line."""
    return not SENTENCE_END.search(line) and following[0].islower()


def fits(line: str, following: str, width: int) -> bool:
    """Whether the first word of the following line would have had room: then the break was meant."""
    return len(line) + 1 + len(following.split()[0]) <= width - 2


def continues(text: str, before: Extent, line: Extent, width: int) -> bool:
    """Whether `line` goes on with the paragraph `before` in a text broken at `width`."""
    if BULLET.match(text, line[0]):
        return False
    indent = line[0] - (text.rfind("\n", 0, line[0]) + 1)
    last = text[text.rfind("\n", 0, before[1]) + 1 : before[1]]
    previous_indent = len(last) - len(last.lstrip())
    following = text[slice(*line)]
    long_open = not SENTENCE_END.search(last) and len(last) >= 0.75 * width
    return indent <= previous_indent and (is_torn(last, following) or long_open or not fits(last, following, width))


def pieces(text: str, extent: Extent, known: tuple[BlockRole, str | None] | None) -> Iterator[Block]:
    """The paragraph as blocks: furniture cut off with its reason, the rest body until its place says otherwise."""
    start = extent[0]
    if known is not None and known[0] in SET_ASIDE_ROLES:
        yield Block(known[0], *extent, known[1])
        return
    for role, low, high, why in parts(text[slice(*extent)]):
        yield Block(role or (known[0] if known else "body"), start + low, start + high, why)


# ---------------------------------------------------------------- headline and standfirst


def with_opening(text: str, found: list[Block], title: str | None) -> list[Block]:
    """`found` with the headline and what belongs to it, where the text opens with one."""
    out = list(found)
    open_blocks = [n for n, block in enumerate(out) if block.role == "body"]
    if len(open_blocks) < 2:
        return out
    first = open_blocks[0]
    headline = text[out[first].start : out[first].end]
    if not (same_words(headline, title) if title else looks_like_headline(headline)):
        return out
    out[first] = with_role(out[first], "headline")
    for n in open_blocks[1:]:
        words = text[out[n].start : out[n].end]
        if same_words(words, headline):
            out[n] = with_role(out[n], "headline")
        elif BULLET.match(words) or looks_like_standfirst(words):
            out[n] = with_role(out[n], "standfirst")
        else:
            break
    if any(block.role == "body" for block in out):
        return out
    return [with_role(block, "body") if block.role == "standfirst" else block for block in out]


def looks_like_headline(words: str) -> bool:
    """One line, not long, not closed by a full stop, no dateline and no label of a speaker."""
    if "\n" in words or len(words.split()) > LONGEST_HEADLINE or words.endswith((":", ",", ";")):
        return False
    if DATELINE.match(words) or BULLET.match(words) or not any(c.isalpha() for c in words):
        return False
    closed = SENTENCE_END.search(words) and not QUESTION_END.search(words) and not words.endswith(("!", "…", "..."))
    if closed and ABBREVIATION_END.search(words):
        closed = not is_title_case(words)
    return not closed and not words[0].islower()


def looks_like_standfirst(words: str) -> bool:
    """A line below the headline that is not closed by a full stop."""
    return (
        len(words.split()) <= 2 * LONGEST_HEADLINE
        and not SENTENCE_END.search(words)
        and not words.endswith((":", ",", ";", "-", "–", "—"))
        and not DATELINE.match(words)
        and "\n" not in words
    )


def is_title_case(words: str) -> bool:
    """Whether all longer words of a line begin with a capital."""
    longer = [w for w in re.findall(r"[^\W\d_][\w’'-]*", words) if w.lower() not in COMMON]
    return len(longer) >= 3 and all(w[0].isupper() for w in longer)


def same_words(one: str, other: str | None) -> bool:
    """Whether two lines are one, white space, case and marks apart."""
    return other is not None and re.findall(r"\w+", one.casefold()) == re.findall(r"\w+", other.casefold())


# ---------------------------------------------------------------- lines between the paragraphs


def with_lines_between(text: str, found: list[Block], known: Known) -> list[Block]:
    """`found` with the lone lines amid prose told apart: captions, teasers, subheadings (which stay body)."""
    out = list(found)
    seen: Counter[str] = Counter()
    for block in out:
        if block.role not in {"teaser", "noise"}:
            seen.update(stems(text[block.start : block.end]))
    first, last = prose_extent(text, out)
    headline = " ".join(text[b.start : b.end] for b in out if b.role == "headline")
    in_list = False  # below "Related stories:" and the like
    for n, block in enumerate(out):
        words = text[block.start : block.end]
        if block.role != "body" or block.start in known:
            in_list = in_list and block.role == "teaser" if not LIST_HEADER.fullmatch(words) else True
            continue
        if TEASER_BELOW.fullmatch(words) and n:
            out[n] = with_role(block, "teaser", "a pointer to another article")
        elif SENTENCE_END.search(words) and not QUESTION_END.search(words):
            in_list = False
        elif in_list and len(words.split()) <= LONGEST_HEADLINE and not words.endswith(":"):
            out[n] = with_role(block, "teaser", "a line in a list of other articles")
        elif first < n < last and is_foreign_title(words, seen, headline):
            out[n] = with_role(block, "teaser", "a headline-like line between paragraphs, about another matter")
        elif is_caption_like(words) and first < n < last:
            out[n] = with_role(block, "caption")
    return out


def is_foreign_title(words: str, seen: Counter[str], headline: str) -> bool:
    """Whether a lone line reads as the headline of another article.

    It is as long as a headline, nobody is quoted in it, and few of its telling words stand elsewhere in the report: a
    third where its form is a title's alone (a question, "How the ..."), next to none where it may be a caption too; that
    is one where it names what the headline names.
    """
    count = len(words.split())
    if not 5 <= count <= 22 or (not words[0].isupper() and words[0] not in "‘'\"“") or words.endswith((":", ",", ";")):
        return False
    if (
        re.search(r"[\"“”]|\(@\w|\b(?:I|you|we)\b|[.?!] [A-Z]", words)
        or re.match(r"[A-Z][\w .]{0,30}:", words)
        or "\n" in words
    ):
        return False
    telling = stems(words)
    elsewhere = sum(seen[w] > 1 for w in telling)  # the line itself was counted once
    if len(telling) < 4:
        return False
    if QUESTION_END.search(words) or re.match(r"(?:How|Why|What|Where|Who|When|Which)\b", words):
        return elsewhere <= 0.34 * len(telling)
    return len(seen) >= TELLING_REPORT and elsewhere <= 0.2 * len(telling) and not shares_name(words, headline)


def shares_name(words: str, headline: str) -> bool:
    """Whether a line names somebody or something that the headline names too."""
    names = set(re.findall(r"(?<=\s)[A-Z][\w-]{2,}", words))
    return not is_title_case(headline) and bool(names & set(re.findall(r"\b[A-Z][\w-]{2,}", headline)))


def is_caption_like(words: str) -> bool:
    """Whether a lone line is long enough for a caption: a subheading is shorter."""
    return (
        len(words.split()) >= 6
        and words[0].isupper()
        and not QUESTION_END.search(words)
        and not words.endswith((":", ",", ";", "-", "–", "—"))
        and not re.search(r"https?://|@\w|#\w", words)
    )


def with_fine_print(text: str, found: list[Block]) -> list[Block]:
    """`found` with what follows the copyright notice at the end set aside, where it is little."""
    at = next((n for n, b in enumerate(found) if b.role == "noise" and COPYRIGHT.match(text[b.start : b.end])), None)
    if at is None or at < len(found) / 2:
        return found
    rest = found[at + 1 :]
    if len(rest) > 3 or sum(b.end - b.start for b in rest) > 0.25 * found[-1].end:
        return found
    why = "fine print below the copyright notice"
    return found[: at + 1] + [b if b.role in {"teaser", "noise"} else with_role(b, "noise", why) for b in rest]
