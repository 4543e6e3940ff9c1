"""Blocks: no sentence runs over the edge of a paragraph, whatever the parser makes of a headline without a full stop; a
dateline ("KELT, March 3, 2015 (AP) -") is no part of the sentence that follows it."""

from __future__ import annotations

import re
from bisect import bisect_left

from spacy.language import Language
from spacy.tokens import Doc

from variorum.annotate.layer import report_of

DATELINE = re.compile(
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?,? )?\(?[A-Z][A-Z'’. -]{2,40}\)?(?:, [A-Z][\w. ]{2,24}?)?"
    r"(?:,? [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?(?: ?\([\w .-]+\))? ?(?:—|–|--|-(?= )) ?"
)


@Language.component("variorum_blocks", assigns=["token.is_sent_start"])
def blocks(doc: Doc) -> Doc:
    """Start a sentence where a block of the report starts and after its dateline. Goes before the parser, which keeps what
    is set."""
    offsets = [token.idx for token in doc]
    text = report_of(doc).text
    for block in report_of(doc).blocks:
        dateline = DATELINE.match(text, block.start, block.end) if block.role == "body" else None
        for start in (block.start, dateline.end() if dateline else block.start):
            at = bisect_left(offsets, start)
            if at < len(doc):
                doc[at].is_sent_start = True
    return doc
