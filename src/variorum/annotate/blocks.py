"""Blocks: no sentence runs over the edge of a paragraph, whatever the parser makes of a headline without a full stop."""

from __future__ import annotations

from bisect import bisect_left

from spacy.language import Language
from spacy.tokens import Doc

from variorum.annotate.layer import report_of


@Language.component("variorum_blocks", assigns=["token.is_sent_start"])
def blocks(doc: Doc) -> Doc:
    """Start a sentence where a block of the report starts. Goes before the parser, which keeps what is set."""
    offsets = [token.idx for token in doc]
    for block in report_of(doc).blocks:
        at = bisect_left(offsets, block.start)
        if at < len(doc):
            doc[at].is_sent_start = True
    return doc
