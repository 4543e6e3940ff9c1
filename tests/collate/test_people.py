"""Offices: what two reports say that somebody is."""

from __future__ import annotations

import pytest

from tests.reports import report
from variorum.api import dossier_of
from variorum.collate.draft import DraftReading
from variorum.collate.people import described_alike, is_office, said_again
from variorum.model import Span, TextValue


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("police chief of Belmar province", "local police chief"),
        ("Ardovan President", "President"),
        ("the former mayor of Belmar", "ex-mayor"),
        ("Sen.", "the Senator"),
        ("Belmar CEO", "chief executive"),
        ("a local newspaper", "regional daily"),
        ("team-mate", "Vexo teammate"),
    ],
)
def test_two_descriptions_of_one_office(one: str, other: str) -> None:
    assert described_alike(one, other)
    assert described_alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mayor of Belmar", "former mayor of Belmar"),
        ("Ardovan Vice President", "the president"),
        ("Prime Minister", "Education Minister"),
        ("Belmar Hustle guard", "the brother of a player of the Timberwolves"),
        ("Four-time world champion", "the 2007 world champion"),
    ],
)
def test_descriptions_that_are_not_one_office(one: str, other: str) -> None:
    assert not described_alike(one, other)


def test_what_a_speaker_thinks_of_somebody_does_not_describe_him() -> None:
    made = dossier_of(
        [
            report(
                "r",
                'Mira Lendal spoke in Belmar. "Jonas Brek was a good guy," Mira Lendal said. Jonas Brek died on Monday.',
            )
        ]
    )
    brek = next(e for e in made.entities if e.name == "Jonas Brek")
    assert brek.description == "person"
    assert not any(c.about == brek.id and c.slot == "role" for c in made.claims)


def test_a_description_is_asked_for_as_what_somebody_is() -> None:
    made = dossier_of([report("r", "Jonas Brek, the brother of a guard, spoke in Belmar on Monday.")])
    assert "Who is Jonas Brek?" in {c.question for c in made.claims}


def test_an_office_stands_before_a_kind_of_people() -> None:
    made = dossier_of(
        [report("r", "Mayor Mira Lendal spoke on Monday. Mira Lendal, a cautious politician, left Belmar.")]
    )
    assert next(e for e in made.entities if e.name == "Mira Lendal").description == "Mayor"


@pytest.mark.parametrize("words", ["whose six-year-old son", "when board chief"])
def test_a_clause_is_no_office(words: str) -> None:
    assert not is_office(words)


def test_a_mayor_is_not_whatever_heads_something_local() -> None:
    assert not described_alike("local government chief", "mayor of Belmar")
    assert described_alike("Army Chief", "Chief of Army Staff")


def role_row(first: str, second: str) -> list[tuple[str, str, list[str]]]:
    made = dossier_of([report("a", first), report("b", second)])
    return [(c.question, c.verdict, [r.span.text for r in c.readings]) for c in made.claims if c.slot == "role"]


def test_two_reports_say_what_a_body_is() -> None:
    rows = role_row(
        "Safe Rivers, a fishing advocacy group, sued Norland on Monday over its dams.",
        "Norland was sued on Monday over its dams by Safe Rivers, a fishing organization.",
    )
    assert ("What is Safe Rivers?", "AGREE", ["a fishing advocacy group", "a fishing organization"]) in rows


def test_who_is_named_in_one_report_has_his_office_in_the_other_without_a_name() -> None:
    rows = role_row(
        "Oslo Mayor Mira Lendal warned of the flood in Oslo on Monday.",
        "The flood reached Oslo on Monday, the Oslo mayor said.",
    )
    assert ("Who is Mira Lendal?", "AGREE", ["Oslo Mayor", "the Oslo mayor"]) in rows


def test_an_office_in_one_word_stands_though_the_report_says_something_else_of_its_bearer() -> None:
    rows = role_row(
        "Rep. Bruno Vassmann apologised on Monday for his remarks on farmers.",
        "Representative Bruno Vassmann, a son of farmers, apologised on Monday for his remarks.",
    )
    assert ("Who is Bruno Vassmann?", "AGREE", ["Rep.", "Representative"]) in rows


def test_an_office_within_another_is_no_office_of_its_own() -> None:
    rows = role_row(
        "Former French President Tomas Varga spoke.", "Former French President Tomas Varga spoke on Monday."
    )
    assert [words for _, _, words in rows] == [["Former French President"] * 2]


def test_a_mention_that_opens_a_role_goes_as_far_as_the_role() -> None:
    made = dossier_of([report("r", "Jonas Brek, an operations manager at the Belmar Meteor Society, spoke on Monday.")])
    brek = next(e for e in made.entities if e.name == "Jonas Brek")
    assert "an operations manager at the Belmar Meteor Society" in {m.text for m in brek.mentions}


def test_a_phrase_that_holds_the_name_of_a_body_says_what_it_is() -> None:
    found = role_row(
        "The state-run Energia company said on Friday that it had regained contact with the satellite in orbit.",
        "Russian space corporation Energia confirmed on Friday that it had regained contact with the satellite.",
    )
    assert found == [("What is Energia?", "AGREE", ["The state-run Energia company", "Russian space corporation"])]


def test_of_two_titles_of_a_report_the_one_that_says_of_what_stands() -> None:
    first = "Lebanese Prime Minister Mira Lendal spoke in Belmar on Monday. Prime Minister Lendal left early."
    (row,) = role_row(
        first, "The mayor met Lebanese Prime Minister Mira Lendal in Belmar on Monday. Lendal left early."
    )
    assert row == ("Who is Mira Lendal?", "AGREE", ["Lebanese Prime Minister", "Lebanese Prime Minister"])


def test_a_bare_title_does_not_tell_who_somebody_is_where_it_says_whose_something_is() -> None:
    first = "Voters in Belmar liked President Mira Lendal's plan for the harbour on Monday. The mayor did not."
    found = role_row(
        first, "A poll in Belmar backed President Mira Lendal’s plan for the harbour on Monday. The mayor did not."
    )
    assert not [row for row in found if row[1] == "AGREE"]


@pytest.mark.parametrize(("words", "again"), [("a coach", 0), ("the Belmar coach", 1)])
def test_a_noun_alone_names_nobody_whom_another_report_names(words: str, again: int) -> None:
    office, phrase = (
        DraftReading(TextValue(w), Span(r, 0, len(w), w)) for r, w in (("a", "Belmar coach"), ("b", words))
    )
    assert len(list(said_again([office], [phrase]))) == again
