"""Quotation marks: where quoted words begin and end, apostrophes told from single quotes.

Marks are read paragraph by paragraph. A mark that its paragraph leaves open ends with the paragraph (long speeches open
every paragraph anew and close only the last). Whether quoted words
are speech, a title or a nickname is not known here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

PAIRS = {"“": "”", "«": "»", "„": "“”", "``": "''", "‟": "”", "‹": "›"}
LONGEST = 6  # paragraphs that one speech can run over without new marks
CLOSERS = {"”", "»", "''", "›"}
MARK = re.compile(r"``|''|[“”„‟«»‹›\"‘’']")
CLIPPED = re.compile(r"(?:\d0s|em\b|tis\b|twas\b|til\b|cause\b|n\b|round\b|bout\b)", re.IGNORECASE)


@dataclass(frozen=True, order=True)
class Quoted:
    """Quoted words with their marks: characters `start:end` of the text; `closed`: its closing mark stands there."""

    start: int
    end: int
    closed: bool
    single: bool = False
    width: int = 1

    def inner(self, text: str) -> str:
        """The words between the marks."""
        return text[self.start + self.width : self.end - self.width if self.closed else self.end]


def paragraphs(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The paragraphs of `text[start:end]`: parted at line ends."""
    stop = len(text) if end is None else end
    parts = []
    at = start
    for gap in re.finditer(r"\n\s*\n|\n", text[start:stop]):
        parts.append((at, start + gap.start()))
        at = start + gap.end()
    parts.append((at, stop))
    return [(a, b) for a, b in parts if text[a:b].strip()]


def quoted(text: str, start: int, end: int) -> list[Quoted]:
    """The outermost quoted stretches of the paragraph `text[start:end]`, in order; those within others are left out."""
    doubles = _scan(text, start, end, single=False)
    singles = [
        s
        for s in _scan(text, start, end, single=True)
        if not any(d.start < s.start and s.end <= d.end for d in doubles)
    ]
    held = [d for d in doubles if not any(s.start < d.start and d.end <= s.end for s in singles)]
    return sorted(held + singles)


def _scan(text: str, start: int, end: int, single: bool) -> list[Quoted]:
    found: list[Quoted] = []
    opened: tuple[int, int, str] | None = None
    depth = 0
    for mark in MARK.finditer(text, start, end):
        sign = mark.group()
        if (sign in "‘’'") != single and not (single and opened is not None and sign == "''"):
            continue
        at, after = mark.start(), mark.end()
        if opened is None:
            if _opens(text, start, end, at, after, sign):
                opened, depth = (at, after - at, sign), 0
        elif sign == opened[2] and sign in PAIRS and not _turned(text, start, end, at, after):
            depth += 1
        elif _closes(text, start, end, at, after, sign, opened[2]):
            if depth:
                depth -= 1
                continue
            found.append(Quoted(opened[0], after, True, single, opened[1]))
            opened = None
    if opened is not None and (not single or _after_colon(text, start, opened[0], opened[0] + opened[1])):
        last = start + len(text[start:end].rstrip())
        found.append(Quoted(opened[0], last, False, single, opened[1]))
    return found


def _turned(text: str, start: int, end: int, at: int, after: int) -> bool:
    """Whether an opening mark stands where only a closing one can: after a letter or stop, before a space."""
    return at > start and not text[at - 1].isspace() and (after >= end or not text[after].isalnum())


def _opens(text: str, start: int, end: int, at: int, after: int, sign: str) -> bool:
    before = text[at - 1] if at > start else " "
    following = text[after] if after < end else " "
    if sign in PAIRS:
        return True
    if sign in CLOSERS and sign != "''":
        return at == start and following.isalnum() and sign in text[after:end]
    if following.isspace() or not (before.isspace() or before in "([{—–-:/“\"‘'…,"):
        return False
    if sign == '"' or sign == "''":
        return True
    if sign == "’" or CLIPPED.match(text, after):
        return False
    return any(
        _closes(text, start, end, m.start(), m.end(), m.group(), sign)
        for m in MARK.finditer(text, after + 1, end)
        if m.group() in "’'" or (m.group() == "''" and sign == "'")
    ) or _after_colon(text, start, at, after)


def _after_colon(text: str, start: int, at: int, after: int) -> bool:
    """Whether a mark opens speech that nothing closes: "Spokeswoman: 'We are sorry. We take care of all"."""
    return text[max(start, at - 2) : at].strip() == ":" and text[after : after + 1].isupper()


def running_on(text: str, parts: list[tuple[int, int]]) -> list[Quoted]:
    """Paragraphs that go on with the speech which one before them leaves open, where only the last of them closes it."""
    found: list[Quoted] = []
    for n, (start, end) in enumerate(parts):
        left = next(
            (q for q in quoted(text, start, end) if not q.closed and not q.single and text[q.start] == "“"), None
        )
        if left is None:
            continue
        held: list[Quoted] = []
        for first, last in parts[n + 1 : n + 1 + LONGEST]:
            depth, closing = _balance(text, first, last)
            if depth > 0 or text[first:last].lstrip().startswith("“"):
                break
            if closing is not None:
                found += [*held, Quoted(first, closing + 1, True, width=0)]
                break
            held.append(Quoted(first, last, False, width=0))
    return found


def _balance(text: str, start: int, end: int) -> tuple[int, int | None]:
    """How many marks a paragraph leaves open, and where it closes one that it did not open."""
    depth = 0
    for at in range(start, end):
        depth += (text[at] == "“") - (text[at] == "”")
        if depth < 0:
            return depth, at
    return depth, None


def _closes(text: str, start: int, end: int, at: int, after: int, sign: str, opened: str) -> bool:
    before = text[at - 1] if at > start else " "
    following = text[after] if after < end else " "
    if opened in ("‘", "'"):
        if sign not in ("’", "'", "‘", "''") or (sign == "‘" and not before.strip()):
            return False
        if following.isalnum() or before.isspace():
            return False
        # a plural genitive ("workers’ rights") looks like a closing mark: it is one only where no later mark closes
        genitive = before.lower() == "s" and following == " " and text[after + 1 : after + 2].islower()
        return not (genitive and re.search(r"[\w.,!?…][’'](?=[\s.,;:!?)—–-]|$)", text[after:end]))
    if opened == '"':
        return sign in '"”' and (not before.isspace() or following.isspace() or not following.isalnum())
    if opened == "''":
        return sign == "''"
    if opened == "“" and sign in '"“':
        return not before.isspace()
    return sign in PAIRS.get(opened, "") or sign in CLOSERS
