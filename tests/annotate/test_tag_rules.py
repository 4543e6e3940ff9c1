"""Word classes by rule: the same as the stock pipeline gives, and each kind of token asked for once."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from variorum.annotate.pipeline import DEFAULT_PIPELINE
from variorum.annotate.tag_rules import Remembering, remember

TEXT = "She's had what it takes. There's no one who'd gotten more, and they 've done it; I gave her to him.\n\nDo they?"


@pytest.fixture(scope="module")
def remembering() -> Language:
    nlp = spacy.load(DEFAULT_PIPELINE)
    remember(nlp)
    return nlp


def test_remembered_rules_give_what_the_stock_pipeline_gives(remembering: Language) -> None:
    stock = spacy.load(DEFAULT_PIPELINE)(TEXT)
    for _ in range(2):
        assert remembering(TEXT).to_json() == stock.to_json()


def test_the_rules_can_still_be_read_off_the_pipeline(remembering: Language) -> None:
    stock = spacy.load(DEFAULT_PIPELINE)
    assert remembering.get_pipe("attribute_ruler").patterns == stock.get_pipe("attribute_ruler").patterns


def test_a_token_seen_before_is_not_tried_again(remembering: Language) -> None:
    ruler = remembering.get_pipe("attribute_ruler")
    assert isinstance(ruler.matcher, Remembering)
    doc = remembering(TEXT)
    ruler.matcher._alone = None
    assert ruler(doc).to_json() == doc.to_json()
