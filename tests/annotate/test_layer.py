"""What the layers share: what is kept with a Doc."""

from __future__ import annotations

from spacy.tokens import Doc
from spacy.vocab import Vocab

from variorum.annotate.layer import once_a_doc, text_of


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
