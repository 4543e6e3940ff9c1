"""Why nothing came out of a sentence: Docs made by hand, so that no trained model is in play."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from variorum.explanation.model import Passage
from variorum.explanation.stops import stops_in, why_no_frame
from variorum.model import Annotation, Proposition, Report, Span


def doc_of(*tokens: tuple[str, str, str, str, int]) -> Doc:
    """A Doc of (word, part of speech, tag, relation, head), the lemma being the word in small letters."""
    words, pos, tags, deps, heads = (list(column) for column in zip(*tokens, strict=True))
    lemmas = [w.lower() for w in words]
    return Doc(Vocab(), words=words, pos=pos, tags=tags, deps=deps, heads=heads, lemmas=lemmas)


def stops(doc: Doc) -> list[tuple[str, str | None, str]]:
    """Step, word and reason of each stop in `doc`, out of which no clause came."""
    span = Span("doc", 0, len(doc.text), doc.text)
    annotation = Annotation(Report("doc", "doc", "", doc.text), (span,), (), (), (), (), (), ())
    return [(s.step, s.span.text if s.span else None, s.why) for s in stops_in(Passage(span, "body"), doc, annotation)]


def test_without_any_word_that_could_tell_something_that_is_said() -> None:
    doc = doc_of(("No", "DET", "DT", "det", 1), ("comment", "NOUN", "NN", "ROOT", 1), (".", "PUNCT", ".", "punct", 1))
    assert stops(doc) == [("propositions", None, "there is no verb and no noun of any frame in it")]


def test_a_verb_that_is_read_as_part_of_a_phrase_is_named() -> None:
    doc = doc_of(("Wanted", "VERB", "VBN", "amod", 1), ("men", "NOUN", "NNS", "ROOT", 1))
    assert stops(doc) == [("propositions", "Wanted", 'read as a part of the phrase of "men"')]


def test_an_event_noun_that_is_read_as_part_of_a_phrase_is_named() -> None:
    doc = doc_of(("bombing", "NOUN", "NN", "compound", 1), ("victim", "NOUN", "NN", "ROOT", 1))
    assert stops(doc) == [
        ("propositions", "bombing", 'it can tell of attack, but is read as a part of the phrase of "victim"')
    ]


def test_a_verb_that_is_tagged_as_a_noun_is_named() -> None:
    doc = doc_of(("Troops", "PROPN", "NNP", "compound", 1), ("abduct", "PROPN", "NNP", "ROOT", 1))
    assert ("propositions", "abduct", "as a verb it can tell of abduct, but it is read as a name") in stops(doc)


def test_a_modal_without_its_verb_is_named() -> None:
    doc = doc_of(("They", "PRON", "PRP", "nsubj", 1), ("could", "AUX", "MD", "ROOT", 1))
    assert stops(doc) == [("propositions", "could", "it stands without the verb that it belongs to")]


def proposition(lemma: str, *, nominal: bool = False) -> Proposition:
    span = Span("doc", 0, 1, "x")
    return Proposition(span, span, lemma, nominal, None, ())


@pytest.mark.parametrize(
    ("lemma", "why"),
    [
        ("shatter", "of no frame, so the clause is lined up by its words alone"),
        ("hold", "it tells of meet only with meeting, summit or talk as its object"),
    ],
)
def test_a_clause_of_no_frame_says_what_its_verb_lacks(lemma: str, why: str) -> None:
    assert why_no_frame(proposition(lemma)) == why


def test_what_keeps_a_word_from_its_frames_is_told() -> None:
    assert why_no_frame(proposition("fire", nominal=True)) == "it tells of nothing behind under"
