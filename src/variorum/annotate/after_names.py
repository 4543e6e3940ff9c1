"""What stands after the comma of a name: a state ("Long Beach, CA"), or letters of a degree or office ("Dana Wray, M.S.")."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from variorum.knowledge.gazetteer import state_abbreviations

LETTERS = re.compile(
    r"(?:[A-Z][A-Za-z]{0,3}\.){2,4}|Ph\.?D|M\.?D|D\.?Phil|M\.?Phil|M\.?Sc|B\.?Sc|MPH|MPA|MBA|MFA|LLB|LLM|DDS|DVM|DO|RN|RD|JD|EdD|DrPH|"
    r"CPA|Esq\.?|Jr\.?|Sr\.?|OBE|CBE|MBE|KBE|DBE|KC|QC|FRS|MP|MEP|MSP|FBA"
)
"""Letters after a person's name; compiled by hand for Variorum."""


def follows_comma(doc: Doc, start: int) -> bool:
    """Whether a comma and, before it, a capitalised word stand before the token."""
    return start > 1 and doc[start - 1].text == "," and doc[start - 2].text[:1].isupper()


def is_state(doc: Doc, start: int, end: int) -> bool:
    """Whether the tokens are the abbreviation of a state behind the comma of a place."""
    words = doc[start:end].text
    person = start > 1 and doc[start - 2].ent_type_ == "PERSON"
    return not person and follows_comma(doc, start) and any(w in state_abbreviations() for w in (words, f"{words}."))


def is_letters(doc: Doc, start: int, end: int) -> bool:
    """Whether the tokens are letters behind the comma of a person's name of two words, or further ones after them."""
    if not LETTERS.fullmatch(doc[start:end].text) or not follows_comma(doc, start) or start < 3:
        return False
    before = doc[start - 2]
    if LETTERS.fullmatch(before.text):
        return True
    return (
        before.pos_ == "PROPN" and doc[start - 3].text[:1].isupper() and before.ent_type_ not in {"GPE", "LOC", "FAC"}
    )
