"""Captions of pictures: those of whole galleries, of this report or of another matter, and the credits that open them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from variorum.ingest.furniture import CREDIT, MONTH
from variorum.ingest.lines import SENTENCE_END, stems, with_role, words_at
from variorum.model import Block

GALLERY = re.compile(r"(?:photo|picture|image|gallery)s?:$", re.IGNORECASE)
NUMBERED = re.compile(r"(\d{1,3})/(\d{1,3})\s+\S")
SHOW_ALL = re.compile(r"(?:\+|\d{1,3})?\s*show all\s+(.+)", re.DOTALL)
OPENING = re.compile(
    r"(?P<agency>EPA|AFP|AP|PA|Reuters|Facebook|Instagram|Rex)(?: Features)?\s+(?=[A-Z])|"
    r"(?P<name>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){1,3})\s+(?=[A-Z][\w’']*[a-z])"
)

# A credit that runs into its caption: up to three words before one that only opens a sentence.
GLUED = re.compile(
    r"(?P<head>(?:[A-Z][\w’'-]*|[a-z]+(?= [A-Z]))(?: ?/ ?[\w’'-]+| [A-Z\d][\w’'-]*){0,2}?)\s"
    r"(?:The|At|In|On|An|It|He|She|They|This|These|There|His|Her|Their|Its|Some|Many|More|When|After|As) [a-z\d]"
)


def with_credit_heads(text: str, found: list[Block]) -> list[Block]:
    """`found` with the credits apart that open the captions of a page, which no full stop closes: an agency ("EPA Boats in
    the old town") or a name in capitals, each where two lines or more of the text open so, and words before what only
    opens a sentence ("Pixelpress At the old bridge ..."), with all lines that open with the same."""
    lines = {
        n: text[b.start : b.end]
        for n, b in enumerate(found)
        if b.role in {"body", "caption"} and not SENTENCE_END.search(text, max(b.start, b.end - 9), b.end)
    }
    heads = {n: m for n, words in lines.items() if (m := OPENING.match(words))}
    agencies = sum(m["agency"] is not None for m in heads.values())
    names = Counter(m["name"] for m in heads.values())
    cuts = {n: m.end() for n, m in heads.items() if (names[m["name"]] if m["name"] else agencies) >= 2}
    glued = {m["head"] for words in lines.values() if (m := GLUED.match(words)) and not re.match(MONTH, words)}
    for n, words in lines.items():
        same = next((head for head in sorted(glued, key=len, reverse=True) if words.startswith(f"{head} ")), None)
        if n not in cuts and same and re.match(r"[A-Z][\w’'-]* ", words[len(same) + 1 :]):
            cuts[n] = len(same) + 1
    out: list[Block] = []
    for n, block in enumerate(found):
        if n not in cuts:
            out.append(block)
            continue
        head = lines[n][: cuts[n]].rstrip()
        out.append(Block("noise", block.start, block.start + len(head), CREDIT))
        out.append(msgspec.structs.replace(block, start=block.start + cuts[n], role="caption"))
    return out


def with_numbered_galleries(text: str, found: list[Block]) -> list[Block]:
    """`found` with the pictures of a gallery that counts them ("2/16 Boats ..."): captions, and set aside with its title where
    this ("16 show all Floods of the world") shares too little with the report."""
    out = list(found)
    n = 0
    while n < len(out):
        run, of = n, None
        while run < len(out) and (m := NUMBERED.match(text, out[run].start)) and of in {None, m[2]}:
            run, of = run + 1, m[2]
        if run - n >= 3:
            label = SHOW_ALL.fullmatch(words_of(text, out[n - 1])) if n else None
            titled = n - (0 if label is None else 2 if n > 1 and words_of(text, out[n - 2]) == label[1] else 1)
            own = label is None or belongs(label[1], text, found, out[titled])
            why = f"a picture of another gallery ({label[1] if label else ''})"
            out[titled:n] = [with_role(b, "noise", "the title of a picture gallery") for b in out[titled:n]]
            out[n:run] = [with_role(b, "caption") if own else with_role(b, "noise", why) for b in out[n:run]]
        n = max(run, n + 1)
    return out


def with_galleries(text: str, found: list[Block]) -> list[Block]:
    """`found` with the captions of picture galleries: three blocks or more in a row under one title.

    A gallery whose title shares its words with the headline belongs to this report (caption), any other is set aside.
    """
    out = list(found)
    n = 0
    while n < len(out):
        run = n + 1
        prefix: list[str] = []
        while run < len(out) and out[run].role == out[n].role == "body":
            shared = shared_title(words_at(text, out[n]), words_at(text, out[run]))
            if not shared or (prefix and shared[: len(prefix)] != prefix and prefix[: len(shared)] != shared):
                break
            prefix = shared if not prefix or len(shared) < len(prefix) else prefix
            run += 1
        if run - n >= 3:
            own = belongs(" ".join(prefix), text, found, out[n])
            for k in range(n, run):
                why = f"a picture of another story's gallery ({' '.join(prefix)})"
                out[k] = with_role(out[k], "caption") if own else with_role(out[k], "noise", why)
        n = max(run, n + 1) if run - n >= 3 else n + 1
    return without_gallery_titles(text, out)


def without_gallery_titles(text: str, found: list[Block]) -> list[Block]:
    """`found` with the labelled title apart that three captions or more repeat ("Photos: Flood in Belmar A boat ..."), the
    captions set aside where it is no title of this report."""
    labelled = [b for b in found if b.role == "caption" and GALLERY.match(words_at(text, b)[0])]
    if len(labelled) < 3:
        return found
    shared = Counter(" ".join(shared_title(words_at(text, a), words_at(text, b))) for a, b in pairwise(labelled))
    title = min(shared, key=lambda words: (-shared[words], words)).split()
    titled = [b for b in labelled if title and words_at(text, b)[: len(title)] == title]
    if titled and not belongs(" ".join(title[1:]), text, found, titled[0]):
        why = f"a picture of another story's gallery ({' '.join(title)})"
        return [with_role(b, "noise", why) if b in titled else b for b in found]
    return [part for b in found for part in without_title(text, b, len(title) if b in titled else 0)]


def without_title(text: str, block: Block, words: int) -> Iterator[Block]:
    """A caption, its first `words` words apart as the title of its gallery."""
    ends = [m.end() for m in re.finditer(r"\S+", text[block.start : block.end])]
    if not 0 < words < len(ends):
        yield block
        return
    end = block.start + ends[words - 1]
    yield Block("noise", block.start, end, "the title of a picture gallery")
    rest = text[end : block.end]
    yield msgspec.structs.replace(block, start=end + len(rest) - len(rest.lstrip()))


def shared_title(one: list[str], other: list[str]) -> list[str]:
    """The words with which both open, if they are like a title: four or more, half with capitals, then a capital."""
    length = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    shared = one[:length]
    if not shared:
        return []
    capital = sum(w[0].isupper() or w[0].isdigit() for w in shared)
    followed = all(len(w) > length and w[length][0].isupper() for w in (one, other))
    unbroken = not any(w.endswith((".", ",", ":")) for w in shared[1 if GALLERY.match(shared[0]) else 0 :])
    return shared if length >= 4 and 2 * capital >= length and followed and unbroken else []


def belongs(title: str, text: str, found: list[Block], at: Block) -> bool:
    """Whether half of the telling words of `title` stand in the headline or the paragraphs before `at`."""
    before = " ".join(text[b.start : b.end] for b in found if b.end <= at.start and b.role != "noise")
    telling = stems(title)
    return bool(telling) and len(telling & stems(before)) > len(telling) / 2


def words_of(text: str, block: Block) -> str:
    """What a block says."""
    return text[block.start : block.end]
