"""Names, noun phrases and pronouns of a report, on invented sentences."""

from __future__ import annotations

from functools import lru_cache

import pytest
import spacy
from spacy.language import Language

from variorum.annotate import blocks, mentions  # noqa: F401  (each registers its component)
from variorum.annotate.pipeline import DEFAULT_PIPELINE, load_pipeline
from variorum.model import Mention


@lru_cache(maxsize=1)
def pipeline() -> Language:
    nlp = spacy.load(DEFAULT_PIPELINE)
    nlp.add_pipe("variorum_blocks", first=True)
    nlp.add_pipe("variorum_mentions")
    return nlp


def found(text: str) -> tuple[Mention, ...]:
    read: tuple[Mention, ...] = pipeline()(text)._.mentions
    return read


def named(text: str, words: str) -> Mention:
    return next(m for m in found(text) if m.form == "name" and m.span.text == words)


def test_a_title_is_no_part_of_the_name() -> None:
    name = named("General Tomas Varga met the press in Oslo.", "Tomas Varga")
    assert name.kind == "person"
    assert [t.text for t in name.titles] == ["General"]


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("He was born in the village of Zargun and left.", "Zargun", "place"),
        ("The Ministry of Fisheries said no boat was lost.", "Ministry of Fisheries", "organisation"),
        ("Fighters of the Norland Liberation Army fled.", "Norland Liberation Army", "group"),
        ("Shells fell near Mazar-i-Sharif at dawn.", "Mazar-i-Sharif", "place"),
        ("The Taliban claimed the blast.", "Taliban", "group"),
        ("They met at Karsholm Hospital on Monday.", "Karsholm Hospital", "facility"),
        ("The truck sped down the Promenade des Fleurs.", "Promenade des Fleurs", "facility"),
        ("Anton Brekke was held. Officers asked the Brekkes about it.", "Brekkes", "group"),
        (
            "The United States Fish and Wildlife Service ruled.",
            "United States Fish and Wildlife Service",
            "organisation",
        ),
        ("She wrote to the editor of The Lantern that day.", "Lantern", "organisation"),
        ("Karsholm Police Chief Lena Aas said so.", "Karsholm Police", "organisation"),
        ("They praised Oregon Ravens guard Erik Sand.", "Oregon Ravens", "organisation"),
        ("It was Senator Anton Brekke (D-Ohio), who left.", "Ohio", "place"),
        ("Keepers shot a lion named Simba.", "Simba", "thing"),
        ("The bill came from energy provider Dresvik.", "Dresvik", "organisation"),
        ("So wrote Christian Estrand, president of the harbour board, on Monday.", "Christian Estrand", "person"),
        ('"Stay at home," wrote on Twitter Christian Estrand, mayor of Dresvik.', "Christian Estrand", "person"),
    ],
)
def test_what_a_name_is_follows_from_its_words_and_surroundings(text: str, words: str, kind: str) -> None:
    assert named(text, words).kind == kind


def test_a_surname_is_the_person_named_in_full_elsewhere() -> None:
    read = found("Anton Brekke, the mayor of Karsholm, resigned. Brekke gave no reason. Police questioned Brekke.")
    assert [m.kind for m in read if m.span.text == "Brekke"] == ["person", "person"]


def test_a_firm_is_no_person_though_somebody_bears_its_name() -> None:
    read = found("The Brekke Motor Company cut jobs. Brekke made cars. Anton Brekke runs it. Shares of Brekke fell.")
    assert "person" not in [m.kind for m in read if m.span.text == "Brekke"]


def test_a_shouted_dateline_is_a_place() -> None:
    text = "KUNDUZ, Afghanistan — Two soldiers were hurt on Monday, officials said."
    assert named(text, "KUNDUZ").kind == "place"
    assert named(text, "Afghanistan").kind == "place"


def test_a_citys_short_name_in_capitals_is_a_place() -> None:
    assert named("NYC ferries collide and one worker is hurt.", "NYC").kind == "place"


def test_the_noun_before_a_name_and_its_parent_company_tell_a_firm() -> None:
    assert (
        named("A man sued power supplier Dresvec. Dresvec's parent company denied it.", "Dresvec").kind
        == "organisation"
    )


def test_an_agencys_credit_is_no_part_of_the_name_after_it() -> None:
    text = "Thieves robbed Vassmann on Friday.\n\nReuters Vassmann said it lost money.\n\nPolice spoke to Vassmann."
    assert all(m.span.text != "Reuters Vassmann" for m in found(text))


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("The race was won by Frenchman Romain Vasseur in May.", "Romain Vasseur", "person"),
        ("Emil Vass came. The order was led by the Karsholm of Emil Vass, who won.", "Emil Vass", "person"),
        ("They read the Panama Papers. Panama Papers: Where the money went", "Panama Papers", "thing"),
        ("They lost contact with Norvasat-1 on Monday.", "Norvasat-1", "thing"),
        ("The company that built the AngoSat 1 satellite said so.", "AngoSat 1", "thing"),
        ("They leaked it to German daily Sueddeutsche Zeitung in May.", "Sueddeutsche Zeitung", "organisation"),
        ("N.C. Congressman Emil Vass apologized on Monday.", "N.C.", "place"),
    ],
)
def test_a_name_ends_where_another_begins(text: str, words: str, kind: str) -> None:
    assert named(text, words).kind == kind


def test_a_word_for_one_of_a_people_is_a_role_of_the_name() -> None:
    assert [r.text for r in named("Frenchman Romain Vasseur won the race.", "Romain Vasseur").roles] == ["Frenchman"]


def test_a_relative_by_marriage_is_one_phrase() -> None:
    told = [m.span.text for m in found("The brother-in-law of the mayor was named.") if m.form == "nominal"]
    assert told == ["The brother-in-law", "the mayor"]


def test_an_office_in_small_letters_with_its_country_is_a_role() -> None:
    text = "The eldest son of former president of Ghana John Karsholm was named."
    assert [r.text for r in named(text, "John Karsholm").roles] == ["former president of Ghana"]
    assert not any(m.form == "nominal" and m.span.text.endswith("Karsholm") for m in found(text))


def test_a_bracket_ends_a_name() -> None:
    assert named("Vassmann (VMN) said the hit will come from the tax.", "Vassmann")


def test_nationalities_are_no_mentions() -> None:
    assert "Norwegian" not in [m.span.text for m in found("The Norwegian ship sank off Iceland.")]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Lena Aas, the head doctor in the provincial hospital, spoke.", "the head doctor in the provincial hospital"),
        ("The group's spokesman, Omar Zaki, said so.", "The group's spokesman"),
        ("Lena Aas, 34, a surgeon, was hurt.", "a surgeon"),
    ],
)
def test_descriptions_beside_a_name_are_its_roles(text: str, role: str) -> None:
    assert role in [r.text for m in found(text) if m.form == "name" and m.kind == "person" for r in m.roles]


@pytest.mark.parametrize(
    ("text", "words", "role"),
    [
        ("Safe Rivers, a fishing advocacy group, sued the state.", "Safe Rivers", "a fishing advocacy group"),
        ("The bill came from energy provider Dresvik.", "Dresvik", "energy provider"),
        ("The papers came from a corporate law firm, Dresvik Brothers.", "Dresvik Brothers", "a corporate law firm"),
        ("They met in Oslo, the capital city of Norland.", "Oslo", "the capital city of Norland"),
        (
            "It was part of the Joint Ferry Committee (JFC), the top body in Oslo.",
            "Joint Ferry Committee",
            "the top body in Oslo",
        ),
    ],
)
def test_what_a_body_or_place_is_said_to_be_is_its_role(text: str, words: str, role: str) -> None:
    assert role in {r.text for r in named(text, words).roles}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In Oslo, the government said nothing.", "Oslo"),
        ("She left rival Dresvik on Monday.", "Dresvik"),
        ("He won his home Norland Grand Prix on Monday.", "Norland Grand Prix"),
        ("After talks with Dresvik, the union left.", "Dresvik"),
    ],
)
def test_what_stands_beside_a_body_or_place_is_not_what_it_is(text: str, words: str) -> None:
    assert not named(text, words).roles


@pytest.mark.parametrize(
    ("text", "words", "role"),
    [
        ("It was praised by prime minister Mira Lendal.", "Mira Lendal", "prime minister"),
        ("The union's marketing chief Anton Brekke left.", "Anton Brekke", "marketing chief"),
        ("Talk-show host Lena Aas left.", "Lena Aas", "Talk-show host"),
        ("Four-time champion Lena Aas left.", "Lena Aas", "Four-time champion"),
        (
            "Rep. Anton Brekke (D-Ohio), chairman of the ferry panel, left.",
            "Anton Brekke",
            "chairman of the ferry panel",
        ),
        ("Lena Aas, the mayor's ferry adviser, left.", "Lena Aas", "the mayor's ferry adviser"),
    ],
)
def test_an_office_is_read_whole(text: str, words: str, role: str) -> None:
    name = named(text, words)
    assert role in {r.text for r in (*name.roles, *name.titles)}


def test_a_given_name_that_is_a_title_too_is_kept_after_a_title() -> None:
    assert named("It was Rep. Earl Brekke of Ohio, who left.", "Earl Brekke").kind == "person"


def test_phrases_of_people_and_places_are_nominals_with_their_article() -> None:
    phrases = {
        m.span.text: m for m in found("A burqa-clad female bomber entered the consulate.") if m.form == "nominal"
    }
    assert phrases["A burqa-clad female bomber"].gender == "female"
    assert phrases["the consulate"].kind == "facility"


def test_mentions_stand_at_their_offsets_in_text_order() -> None:
    text = "Mr. Omar Zaki met his wife, Lena Aas, in Oslo, and she thanked the police."
    read = found(text)
    assert all(text[m.span.start : m.span.end] == m.span.text for m in read)
    assert list(read) == sorted(read, key=lambda m: (m.span.start, -m.span.end))


def test_a_given_name_of_two_syllables_is_whole_and_no_name_ends_in_a_hyphen() -> None:
    text = "President Kang Eun-hye met Roh Jae-cheon on Monday. An Ann Lee-backed bill passed."
    names = [m.span.text for m in found(text) if m.form == "name"]
    assert names == ["Kang Eun-hye", "Roh Jae-cheon", "Ann Lee"]


def test_two_countries_joined_by_a_hyphen_are_two_names() -> None:
    names = [m.span.text for m in found("The Russia-Ukraine talks failed.") if m.form == "name"]
    assert names == ["Russia", "Ukraine"]


def test_two_countries_joined_after_a_full_stop_are_two_names() -> None:
    doc = load_pipeline()("U.S.-Israel relations are strained.")
    assert [m.span.text for m in doc._.mentions if m.form == "name"] == ["U.S.", "Israel"]


def test_animals_and_papers_are_things_that_a_report_speaks_of() -> None:
    read = found("The lion left its enclosure after the indictment was read.")
    kinds = {m.span.text: m.kind for m in read if m.form == "nominal"}
    assert kinds == {"The lion": "thing", "its enclosure": "facility", "the indictment": "thing"}


def test_one_of_a_people_is_a_person_and_its_language_is_not() -> None:
    read = found("An Australian was held and two Britons died. They spoke German.")
    assert [(m.span.text, m.kind) for m in read if m.form == "nominal"] == [
        ("An Australian", "person"),
        ("two Britons", "person"),
    ]


def test_who_opens_a_sentence_is_described_up_to_what_else_is_told_of_him() -> None:
    text = (
        "Nadia Nicely, a harbour worker who was on the pier when the crane fell, described a loud bang in an interview."
    )
    assert [role.text for role in named(text, "Nadia Nicely").roles] == ["a harbour worker"]


@pytest.mark.parametrize("of", ["Health", "Defence", "Education"])
def test_what_a_minister_is_minister_of_is_no_body_of_its_own(of: str) -> None:
    told = [m for m in found(f"A bomb killed 78 people on Tuesday, {of} Minister Jonas Brek said.") if m.form == "name"]
    assert [(m.span.text, [t.text for t in m.titles]) for m in told] == [("Jonas Brek", [f"{of} Minister"])]
