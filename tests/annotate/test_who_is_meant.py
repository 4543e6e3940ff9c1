"""Whom descriptions and short names mean, on invented sentences: those that lead to a name, and those that stay open."""

from __future__ import annotations

import pytest

from tests.annotate.test_coreference import clusters, together
from variorum.annotate.name_agreement import other_names_agree, person_names_agree
from variorum.annotate.pipeline import doc_of, load_pipeline
from variorum.model import Block, Report


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        (
            "Rep. Karl Oder (D-N.C.) left. Karl Oder said no. The North Carolina lawmaker left.",
            "The North Carolina lawmaker",
            "Karl Oder",
        ),
        (
            "Sen. Karl Oder, R-Iowa, left on Monday. Critics of the Iowa Republican laughed.",
            "the Iowa Republican",
            "Karl Oder",
        ),
        (
            "Rep. Karl Oder left on Monday. Voters trust the 68-year-old congressman.",
            "the 68-year-old congressman",
            "Karl Oder",
        ),
        ("They found a first national satellite – Norsat-1 – on Monday.", "a first national satellite", "Norsat-1"),
        (
            "The Dresva Meteor Society, a nonprofit group of astronomers, met on Monday.",
            "a nonprofit group",
            "Dresva Meteor Society",
        ),
        ("The gorilla, a 17-year-old male named Barambe, went down. The animal ran.", "The animal", "Barambe"),
        (
            "Karl Oder crashed on Monday. The 37-year-old star lost control of his car.",
            "The 37-year-old star",
            "Karl Oder",
        ),
        ("The Pittsburgh Steelers won on Sunday. A week ago the Steelers lost.", "Steelers", "Pittsburgh Steelers"),
        ("The Chicago Cubs won on Sunday. Fans had waited for the Cubs.", "Cubs", "Chicago Cubs"),
        (
            "The Cincinnati Enquirer told the tale. She told the Enquirer that she was sad.",
            "Enquirer",
            "Cincinnati Enquirer",
        ),
        ("The Justice Department refused on Monday. Lawyers in the DOJ said no.", "DOJ", "Justice Department"),
        (
            "Stephen Craig Karsh fled. Eric Karsh, brother of Stephen Karsh, wept.",
            "Stephen Karsh",
            "Stephen Craig Karsh",
        ),
    ],
)
def test_a_description_or_short_name_leads_to_the_one_it_means(text: str, phrase: str, name: str) -> None:
    assert together(text, phrase, name), clusters(text)


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("Rep. Karl Oder (D-N.C.) left on Monday. The Iowa lawmaker said no.", "The Iowa lawmaker", "Karl Oder"),
        (
            "Sen. Karl Oder, R-Iowa, left. Sen. Anna Berg, R-Iowa, stayed. The Iowa Republican laughed.",
            "The Iowa Republican",
            "Karl Oder",
        ),
        (
            "Sen. Karl Oder, R-Iowa, left on Monday. Critics of the Iowa Democrat laughed.",
            "the Iowa Democrat",
            "Karl Oder",
        ),
        (
            "Rep. Karl Oder, 41, left on Monday. Voters trust the 68-year-old congressman.",
            "the 68-year-old congressman",
            "Karl Oder",
        ),
        (
            "The pictures were posted on retailer Vexo Fun’s website on Monday.",
            "retailer Vexo Fun’s website",
            "Vexo Fun",
        ),
        (
            "“Anna Berg is a fool,” Karl Oder said. The 37-year-old star lost control of her car.",
            "The 37-year-old star",
            "Karl Oder",
        ),
        ("Stephen Craig Karsh fled. The son of Stephen Karsh wept.", "Stephen Karsh", "Stephen Craig Karsh"),
    ],
)
def test_a_description_of_another_stays_open(text: str, phrase: str, name: str) -> None:
    assert not together(text, phrase, name), clusters(text)


def test_a_version_or_a_foundation_is_another_than_what_its_name_opens_with() -> None:
    assert not person_names_agree("Vexo", "Vexo X")
    assert person_names_agree("Malcolm", "Malcolm X")
    assert not other_names_agree("Dresva Club International", "Dresva Club International Foundation", "organisation")
    assert other_names_agree("Dresva", "Dresva Foundation", "organisation")
    assert other_names_agree("Dresva Club", "Dresva Club International", "organisation")
    assert not other_names_agree("Dresva", "Dresva International", "organisation")


def test_a_body_is_one_with_and_without_its_country_and_with_a_sign_for_and() -> None:
    assert other_names_agree("U.S. Fish and Game Service", "Fish & Game Service", "organisation")
    assert not other_names_agree("Ostra Fish and Game Service", "Fish & Game Service", "organisation")


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("The Senate Judiciary Committee met. The panel voted against it.", "The panel", "Senate Judiciary Committee"),
        ("The House voted on Monday. Nobody in the chamber spoke.", "the chamber", "House"),
        ("Papers came from a corporate law firm, Vossack Fonsek, on Monday.", "a corporate law firm", "Vossack Fonsek"),
        ("Majority Whip Karl Oder (R-La.) was hurt. Doctors saw the congressman.", "the congressman", "Karl Oder"),
        (
            "Senator Karl Oder, Republican of Kentucky and the majority leader, refused.",
            "the majority leader",
            "Karl Oder",
        ),
        (
            "Senator Karl Oder, Republican of Kentucky, refused. Critics of the Kentucky Republican laughed.",
            "the Kentucky Republican",
            "Karl Oder",
        ),
    ],
)
def test_a_body_or_office_told_in_other_words_is_the_one_named(text: str, phrase: str, name: str) -> None:
    assert together(text, phrase, name), clusters(text)


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        (
            "Rep. Anna Berg (D-Iowa) left. Rep. Karl Oder stayed. Critics of the Iowa Democrat laughed.",
            "the Iowa Democrat",
            "Anna Berg",
        ),
        (
            "Whip Karl Oder (R-La.) was hurt. Bills need words by the lawmaker who wrote them.",
            "the lawmaker",
            "Karl Oder",
        ),
        (
            "The Senate Budget Committee and the House Budget Committee met. The panel voted against it.",
            "The panel",
            "House Budget Committee",
        ),
    ],
)
def test_what_can_mean_another_or_anybody_stays_open(text: str, phrase: str, name: str) -> None:
    assert not together(text, phrase, name), clusters(text)


def test_a_room_is_no_body() -> None:
    text = "The Senate voted on Monday. They gathered outside the Senate chamber."
    assert not together(text, "the Senate chamber", "Senate")


def test_an_office_in_a_headline_is_that_of_the_one_whom_the_text_brings_in_with_it() -> None:
    headline = "Iowa Senator Apologizes"
    text = f"{headline}\n\nSenator Karl Oder, R-Iowa, apologized on Monday. Senator Anna Berg laughed."
    made = Report(
        "r", "r", "", text, blocks=(Block("headline", 0, len(headline)), Block("body", len(headline) + 2, len(text)))
    )
    nlp = load_pipeline()
    doc = nlp(doc_of(nlp, made))
    office = next(m for m in doc._.mentions if m.span.text == "Iowa Senator")
    assert doc._.entities[office.entity].name == "Karl Oder"
