"""Furniture of news pages that opens or closes a paragraph, cut off from what it stands beside.

"Image copyright EPA Image caption A crater" has a credit, a label and a caption; "... late on Thursday. Photo: Reuters" a credit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from variorum.ingest.furniture import (
    AGENCIES,
    CREDIT,
    DATE_LINE,
    EMBED,
    FILE_CAPTION,
    LABEL,
    MONTH,
    NAME,
    NAMES,
    POINTER,
    STAMP,
    STAMP_WORD,
    whole_role,
)
from variorum.model import BlockRole

Part = tuple[BlockRole | None, int, int, str | None]  # role (None: open), offsets in the paragraph, why

HEADS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"image (?:copyright|source),? .{1,60}? image caption,?\s+",
        r"media playback is un(?:supported|available) on (?:your|this) device\s+media caption,?\s+",
        r"(?:image|media|video) caption,?\s+",
        r"(?-i:(?:Twitter|Instagram|Facebook) ?/ ?@?\w+\s+(?=[A-Z]))",
        r"(?-i:(?:AP:Associated Press|Getty Images - Getty|Handout - (?:Getty|Reuters)|Rex Features|Splash News)\s+(?=[A-Z]))",
        r"enlarge this image(?: toggle caption)?\s+",
        r"photo: .{2,80}? image \d+ of ?/? ?\d+ caption close image \d+ of \d+\s+",
        r"(?-i:(?:Getty|Reuters|AFP|EPA|Rex)(?: - Contributor| or licensors)\s+(?=[A-Z]))",
        r"(?-i:Getty Images\s+(?=[A-Z][\w’'-]* (?:[^\s.]+ ){3})(?=[^.]*$))",
        r"(?-i:(?:Getty(?: Images)?|Reuters|AFP|SWNS|Alamy(?: Live News)?|Shutterstock|Barcroft(?: Media)?|Mirrorpix|WENN|"
        r"Rex Features|Splash News|Press Association)\s+(?=[A-Z][\w’'-]* [a-z])(?=(?:[^\s.]+ ){7})(?=[^.]*$))",
        r"(?-i:GETTY(?: IMAGES)?|REUTERS|SHUTTERSTOCK|ALAMY)\s+(?-i:(?=[A-Z][a-z]))(?=[^.]*$)",
        r"(?-i:CLOSE)\s+(?=[A-Z])",
        r"(?-i:(?:(?:Facebook|Twitter|Pinterest|WhatsApp|LinkedIn|Google\+|Reddit|Tumblr|Email|Print|Share)\s+){2,}(?=[A-Z]))",
    )
)
# What opens a paragraph that is no caption.
PLAIN_HEADS = re.compile(
    r"skip (?:twitter|instagram|facebook|youtube) (?:post|video)(?: \d)? by @?\w+\s+(?=\S)|story highlights\s+(?=\S)|"
    r"\d+ of \d+ full screen autoplay close(?: skip ad)?(?: ×)?\s+(?=\S)",
    re.IGNORECASE,
)
PHOTO = r"(?:[Pp]hoto(?:graph)?s?|[Pp]icture|[Ii]mage|[Cc]redit|[Ff]ile [Pp]hoto|[Pp]hoto [Cc]redit|[Ii]mage [Cc]redit)"
TAILS: tuple[tuple[re.Pattern[str], BlockRole, str], ...] = (
    (
        re.compile(r"(?<=[.!?\"”’])\s+(?i:read more|read also|also read|see also|related)\s*:\s*\S.*$", re.DOTALL),
        "teaser",
        POINTER,
    ),
    (
        re.compile(rf"(?<=\S)\s+{STAMP_WORD}:?\s*{DATE_LINE}(?:\s+By\b.{{0,60}})?(?:\s*\([\w ./]{{2,40}}\))?$"),
        "noise",
        STAMP,
    ),
    (
        re.compile(rf"\(\s?(?:{PHOTO}(?: by| courtesy(?: of)?)?\s?[:/]?\s|[Cc]ourtesy (?:of )?)[^()]{{1,80}}\)$"),
        "noise",
        CREDIT,
    ),
    (re.compile(rf"\s©\s?(?:[a-z]{{2,4}}|{NAME})(?:,? {NAME}){{0,5}}(?: \([^()]{{2,40}}\))?$"), "noise", CREDIT),
    (
        re.compile(rf"(?<=[.!?\"”’)])\s*(?=[A-Z]){PHOTO}(?: by| courtesy(?: of)?|\s?[:/])\s?[^.]{{2,70}}\.?$"),
        "noise",
        CREDIT,
    ),
    (re.compile(rf"(?<=[.!?\"”’])\s?{AGENCIES}$"), "noise", CREDIT),
    (
        re.compile(
            rf"\((?:{AGENCIES}|{NAMES}(?: ?/ ?{NAMES}){{1,3}}|{NAMES}(?: ?/ ?{NAMES}){{0,2}} via {NAMES}(?:/{NAMES}){{0,2}})\)$"
        ),
        "noise",
        CREDIT,
    ),
    (re.compile(rf"(?<=[.!?\"”’)])\s{NAME}(?: {NAME}){{1,2}} ?/ ?{AGENCIES}$"), "noise", CREDIT),
    (re.compile(rf"\s\|\s*{PHOTO}(?: [Cc]redit)?:? .{{2,60}}$|\[{PHOTO}[^\[\]]{{0,60}}\]$"), "noise", CREDIT),
    (
        re.compile(
            r"(?<=[.!?\"”’])\s+\((?i:(?:additional |with |further )?(?:reporting|writing|editing|edited|written|compiled)"
            r"(?: and \w+)? by )[^()]{3,400}\)$"
        ),
        "noise",
        "who wrote and edited it",
    ),
    (re.compile(r"(?<=[a-z.]) Source: [A-Z][^.:]{2,80}$"), "noise", CREDIT),
    (re.compile(r"\s+Hide Caption(?: \d+ of \d+)?$"), "noise", CREDIT),
    (re.compile(rf"\s*\bA (?:post|video|photo) shared by .{{2,80}} on {DATE_LINE}.{{0,20}}$"), "noise", EMBED),
    (re.compile(rf"(?<=[\w_]\))\s+{MONTH} \d{{1,2}}, \d{{4}}$"), "noise", EMBED),
    (re.compile(r"(?<=[.!?\"”’])\s+Read more$"), "noise", "navigation of the page"),
)
FILE_PICTURE = re.compile(
    r"^\(?(?:(?:file|library|stock|archived?) (?:photo|picture|image|pic|footage)\b|file\s?[-–—:])|"
    r"\bin this (?:\w+\.? ){0,4}(?:\d{1,2}, )?(?:\d{4},? )?file photo\b|[(.] ?file (?:photo|picture|image)\)?\.?$",
    re.IGNORECASE,
)


def parts(paragraph: str) -> Iterator[Part]:
    """The pieces of `paragraph`, in order: furniture with its role and reason, the rest open (None) or caption."""
    whole = whole_role(paragraph)
    if whole is not None:
        yield whole[0], 0, len(paragraph), whole[1]
        return
    start, end, rest = 0, len(paragraph), None
    tails: list[Part] = []
    head = next((found for pattern in HEADS if (found := pattern.match(paragraph))), None)
    if head and is_credit(paragraph[head.end() :]):
        yield "noise", 0, end, CREDIT
        return
    post = PLAIN_HEADS.match(paragraph)
    if post:
        start = post.end()
        yield "noise", 0, len(post.group().rstrip()), LABEL
        if paragraph.endswith(" Report"):
            tails.append(("noise", end - len("Report"), end, EMBED))
            end = len(paragraph[:-7].rstrip())
    elif head:
        start, rest = head.end(), "caption"
        credited = re.match(r"image (?:copyright|source)", paragraph, re.IGNORECASE)
        yield "noise", 0, len(head.group().rstrip()), CREDIT if credited else LABEL
    while cut := next((t for t in tails_of(paragraph[:end], start)), None):
        tails.insert(0, cut)
        end = len(paragraph[: cut[1]].rstrip())
        rest = "caption" if cut[3] == CREDIT else rest
    if FILE_PICTURE.search(paragraph[start:end]) and end - start < 1000:
        yield "noise", start, end, FILE_CAPTION
    else:
        yield ("caption" if rest else None), start, end, None
    yield from tails


def tails_of(paragraph: str, start: int) -> Iterator[Part]:
    """The furniture that may close a paragraph, behind `start`."""
    for pattern, role, why in TAILS:
        found = pattern.search(paragraph, start)
        if found and found.start() > start:
            yield role, found.end() - len(found.group().lstrip()), len(paragraph), why


def is_credit(words: str) -> bool:
    """Whether what follows a caption's label is names alone ("Lee Jin-man/AP"), no caption."""
    return all(word[:1].isupper() or not word[:1].isalpha() for word in words.split()) and len(words.split()) <= 12
