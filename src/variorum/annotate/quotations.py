"""(being written)"""
from spacy.language import Language
from spacy.tokens import Doc

from variorum.annotate import layer  # noqa: F401


@Language.component("variorum_quotations")
def quotations(doc: Doc) -> Doc:
    return doc
