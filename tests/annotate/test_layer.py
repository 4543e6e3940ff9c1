"""What the layers share: what is kept with a Doc."""

from __future__ import annotations

from spacy.tokens import Doc
from spacy.vocab import Vocab

from variorum.annotate.layer import block_at, first_token, once_a_doc, report_of, text_of, tokens_of
from variorum.model import Block, Report


def test_what_is_kept_with_a_doc_is_worked_out_once_for_each() -> None:
    seen = []

    @once_a_doc
    def words(doc: Doc) -> list[str]:
        seen.append(doc)
        return [token.text for token in doc]

    one, other = Doc(Vocab(), words=["Fog", "closed", "it"]), Doc(Vocab(), words=["Rain", "fell"])
    assert words(one) is words(one)
    assert words(other) == ["Rain", "fell"]
    assert seen == [one, other]


def test_the_text_of_a_doc_is_put_together_once() -> None:
    doc = Doc(Vocab(), words=["Fog", "closed", "it"])
    assert text_of(doc) == doc.text
    assert text_of(doc) is text_of(doc)


def test_a_span_that_cuts_a_word_touches_all_of_it() -> None:
    doc = Doc(Vocab(), words=["Fog", "closed", "the", "bridge"])
    assert tokens_of(doc, report_of(doc).span(4, 10)).text == "closed"
    assert tokens_of(doc, report_of(doc).span(5, 12)).text == "closed the"
    assert first_token(doc, report_of(doc).span(6, 8)).text == "closed"


def test_what_stands_between_two_blocks_is_in_none() -> None:
    doc = Doc(Vocab(), words=["Fog", "closed", "the", "bridge"])
    doc._.report = Report("r1", "r1", "", doc.text, blocks=(Block("headline", 0, 3), Block("body", 11, 21)))
    assert [getattr(block_at(doc, at), "role", None) for at in (0, 2, 3, 10, 11, 20, 21)] == [
        *("headline", "headline", None, None, "body", "body", None),
    ]
