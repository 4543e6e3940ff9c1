"""Entities: one person under many spellings, two under one name; nothing that a report keeps apart is put together."""

from __future__ import annotations

import msgspec
import pytest

from tests.resolve.making import Making
from variorum.model import Annotation, CastEntity, PlaceReference, StoryGroup
from variorum.resolve.entities import merge
from variorum.resolve.names import compare_names


def cast(*annotations: Annotation) -> tuple[CastEntity, ...]:
    """The cast where all reports tell one story."""
    return merge(annotations, (StoryGroup("s1", tuple(sorted(a.report.id for a in annotations)), "test"),))


def together(entities: tuple[CastEntity, ...]) -> set[frozenset[tuple[str, int]]]:
    return {frozenset((m.report, m.index) for m in e.members) for e in entities}


SPELLINGS = (
    Making("r1", "General Qasim Haddawi said the bridge would hold.").named("person", "Qasim Haddawi").done(),
    Making("r2", "Gen. Qassem al-Hadawy denied it.").named("person", "Qassem al-Hadawy").done(),
    Making("r3", "Kasem Haddaoui, the general, was not there.").named("person", "Kasem Haddaoui").done(),
    Making("r4", "The man was arrested with his brother Karim Haddawi.").named("person", "Karim Haddawi").done(),
)


def test_one_name_in_three_spellings_is_one_person_and_his_brother_another() -> None:
    found = cast(*SPELLINGS)
    assert together(found) == {frozenset({("r1", 0), ("r2", 0), ("r3", 0)}), frozenset({("r4", 0)})}
    assert "spelling" in next(e.why for e in found if len(e.members) == 3)


def test_the_order_of_the_reports_changes_nothing() -> None:
    assert cast(*SPELLINGS) == cast(*SPELLINGS[::-1])


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Mazar-e-Sharif", "Mazar-i-Sharif", "place"),
        ("Balochistan", "Baluchistan", "place"),
        ("University of Dresva", "Dresva University", "organisation"),
        ("US", "United States", "place"),
        ("U.N. Security Council", "United Nations Security Council", "organisation"),
        ("African Union", "AU", "organisation"),
        ("Dresva Bank", "Dresva Bank AG", "organisation"),
        ("OAO Dresva", "Dresva JSC", "organisation"),
        ("Mt. Orvale", "Mount Orvale", "place"),
        ("Salem ibn Haddawi", "Salem bin Haddawi", "person"),
        ("Financial Crime Division", "Financial Crimes Division", "organisation"),
        ("Bob Marsden", "Robert Marsden", "person"),
        ("Kristen Marsden", "Kristin Marsden", "person"),
        ("John A. Kranz", "John Kranz", "person"),
        ("Kim Jong-un", "Kim Jong Un", "person"),
        ("ISIS", "Islamic State group", "group"),
        ("ISIS/ISIL", "Daesh", "group"),
        ("bin Haddawi Salem", "Salem bin Haddawi", "person"),
        ("JP Kranz", "Jean-Paul Kranz", "person"),
        ("Serge Lavreaux", "Serge Lavraeux", "person"),
        ("AntonBrekken", "Anton Brekken", "person"),
        ("Kranz Kranz Anatole", "Anatole Kranz", "person"),
        ("Kranz Anatole", "Anatole Petrovich Kranz", "person"),
        ("Anatole Kranz de Vire", "Jean Anatole de Vire Kranz", "person"),
        ("First Dresva Bank", "1st Dresva Bank", "organisation"),
        ("Brigade Forty-Four", "Brigade 44", "group"),
        ("OAO Dresvanka", "Drezvanka JSC", "organisation"),
        ("MV Ostra", "Ostra", "thing"),
    ],
)
def test_wordings_of_one_name(one: str, other: str, kind: str) -> None:
    match = compare_names(one, other, kind)  # type: ignore[arg-type]
    assert match is not None
    assert match.strength > 0.8
    assert match == compare_names(other, one, kind)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Qasim Haddawi", "Karim Haddawi", "person"),
        ("Maria Kranz", "Mario Kranz", "person"),
        ("Niger", "Nigeria", "place"),
        ("North Korea", "South Korea", "place"),
        ("Bank of Dresva", "Port of Dresva", "organisation"),
        ("Iran", "Iraq", "place"),
        ("Dresva Bank AG", "Dresva Bank GmbH", "organisation"),
        ("Salem bin Omar Haddawi", "Omar bin Salem Haddawi", "person"),
        ("Vassmann", "Vassmann Maps", "organisation"),
        ("Vassmann", "Vassmann Thorvik Foundation Trust", "organisation"),
        ("Oslo", "Oslo Beach", "place"),
        ("Julian Kranz", "Juliana Kranz", "person"),
        ("James Robert", "Robert James", "person"),
        ("Omar Kranz", "Omar Talib Hasan Yusuf Kranz", "person"),
        ("Dresva Fund", "Dresva Fund II", "organisation"),
        ("Brigade 44", "Brigade 45", "group"),
        ("Dresva Motors", "Dresva Mortars", "organisation"),
        ("Dresva Bank", "Dresva Bank Trust Company", "organisation"),
        ("Norvasat", "Norvasat-2", "thing"),
        ("Norvasat-3", "Norvasat-4", "thing"),
    ],
)
def test_names_of_two(one: str, other: str, kind: str) -> None:
    assert compare_names(one, other, kind) is None  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Vassmann", "Vassmann Thorvik", "organisation"),
        ("Vassmann", "Vassmann Thorvik Group Inc.", "organisation"),
        ("Oslo", "Oslo County", "place"),
        ("Dresvik", "Dresvik Rocket and Space Corporation", "organisation"),
        ("Norvasat", "Norvasat-1", "thing"),
        ("Ravens", "Houston Ravens", "organisation"),
    ],
)
def test_shortened_names(one: str, other: str, kind: str) -> None:
    assert compare_names(one, other, kind) is not None  # type: ignore[arg-type]


def test_a_surname_joins_its_only_bearer() -> None:
    full = Making("a", "Nadia Wray told reporters.").named("person", "Nadia Wray").done()
    short = Making("b", "Wray said so.").named("person", "Wray").done()
    assert together(cast(full, short)) == {frozenset({("a", 0), ("b", 0)})}


def test_a_surname_with_two_bearers_stays_apart() -> None:
    full = Making("a", "Nadia Wray and Tom Wray left.").named("person", "Nadia Wray").named("person", "Tom Wray").done()
    short = Making("b", "Wray said so.").named("person", "Wray").done()
    assert len(cast(full, short)) == 3


def test_a_third_report_does_not_join_two_that_one_report_keeps_apart() -> None:
    two = (
        Making("a", "J. Wray met John Wray and Jane Wray.")
        .named("person", "John Wray")
        .named("person", "Jane Wray")
        .done()
    )
    third = Making("b", "J. Wray left.").named("person", "J. Wray").done()
    assert not any({("a", 0), ("a", 1)} <= group for group in together(cast(two, third)))


def test_namesakes_of_other_nations_are_two() -> None:
    one = Making("a", "The German consulate was hit.").described("facility", "The German consulate", head="consulate")
    other = Making("b", "The Indian consulate closed.").described("facility", "The Indian consulate", head="consulate")
    assert len(cast(one.done(), other.done())) == 2


def test_a_region_and_its_city_are_two() -> None:
    city = PlaceReference("Orvale", "city", iso3166="NL", geonames=11)
    region = PlaceReference("Orvale", "region", iso3166="NL", geonames=12)
    one = Making("a", "Police in Orvale said so.").named("place", "Orvale", place=city).done()
    other = Making("b", "Orvale province was flooded.").named("place", "Orvale province", place=region).done()
    assert len(cast(one, other)) == 2


def test_a_bomber_described_twice_is_one() -> None:
    one = Making("a", "A suicide bomber struck.").described("person", "A suicide bomber", head="bomber").done()
    other = Making("b", "The bomber drove a van.").described("person", "The bomber", head="bomber").done()
    assert together(cast(one, other)) == {frozenset({("a", 0), ("b", 0)})}


@pytest.mark.parametrize(
    ("first", "second"), [("a man", "the man"), ("his father", "her father"), ("officials", "officials")]
)
def test_loose_phrases_stay_with_their_reports(first: str, second: str) -> None:
    plural = first == "officials"
    one = Making("a", f"They saw {first} there.").described("person", first, plural=plural).done()
    other = Making("b", f"They met {second} later.").described("person", second, plural=plural).done()
    assert len(cast(one, other)) == 2


def test_two_spokesmen_of_two_bodies_are_two() -> None:
    one = Making("a", "So a NATO spokesman said.").described("person", "a NATO spokesman", head="spokesman").done()
    other = Making("b", "So a UN spokesman said.").described("person", "a UN spokesman", head="spokesman").done()
    assert len(cast(one, other)) == 2


def test_a_mistyped_kind_is_mended_by_the_most_mentions() -> None:
    right = Making("a", "Bajo said so. Ana Bajo left. Ana Bajo sat.").named("person", "Ana Bajo", "Bajo").done()
    wrong = Making("b", "In Ana Bajo they trust.").named("organisation", "Ana Bajo").done()
    found = cast(right, wrong)
    assert [(e.kind, e.name, len(e.members)) for e in found] == [("person", "Ana Bajo", 2)]


def test_a_thing_told_again_in_one_report_is_one() -> None:
    text = "The well is deep. Men dug beside the well. They reached the well. Diggers filled the disused well."
    one = (
        Making("a", text)
        .described("facility", "The well", "the well", "the well.")
        .described("facility", "the disused well", head="well")
    )
    assert len(cast(one.done())) == 1


def test_an_indian_consulate_is_not_the_main_one_told_again() -> None:
    text = "The consulate, the consulate that fell, the old consulate. The German consulate and the Indian consulate."
    one = (
        Making("a", text)
        .described("facility", "The consulate", "the consulate that", "the old consulate", head="consulate")
        .described("facility", "The German consulate", head="consulate")
        .described("facility", "the Indian consulate", head="consulate")
    )
    assert frozenset({("a", 2)}) in together(cast(one.done()))


@pytest.mark.parametrize(("later", "count"), [("the child", 1), ("a child", 2)])
def test_a_child_is_the_boy_unless_brought_in_anew(later: str, count: int) -> None:
    text = f"The boy fell. Men heard the boy call. They fed the boy, then {later}. Neighbours pitied the child too."
    one = (
        Making("a", text)
        .described("person", "The boy", "the boy call", "the boy, then", head="boy")
        .described("person", later, "the child too", head="child")
    )
    assert len(cast(one.done())) == count


def test_a_hospital_is_no_consulate_though_both_are_buildings() -> None:
    text = "The consulate fell, the building burned. At the consulate men died. The provincial hospital took them in."
    one = (
        Making("a", text)
        .described("facility", "The consulate", "the building", "the consulate", head=None)
        .described("facility", "The provincial hospital")
    )
    assert len(cast(one.done())) == 2


def test_the_crowd_of_a_report_is_one() -> None:
    one = (
        Making("a", "A truck hit a crowd. Later the crowd fled.")
        .described("group", "a crowd")
        .described("group", "the crowd")
    )
    other = Making("b", "It ploughed into crowds.").described("group", "crowds", plural=True).done()
    assert len(cast(one.done(), other)) == 1
    mourners = Making("b", "A mourning crowd sang.").described("group", "A mourning crowd").done()
    angry = Making("a", "An angry crowd came.").described("group", "An angry crowd").done()
    assert len(cast(angry, mourners)) == 2


def test_relatives_of_one_are_one() -> None:
    text = "Ana Bajo fell. Her father wept. Later her father left. Ivo Brandt and his father came."
    one = (
        Making("a", text)
        .named("person", "Ana Bajo")
        .pronoun("Her", 0)
        .described("person", "Her father", head="father")
        .pronoun("her", 0)
        .described("person", "her father", head="father")
        .named("person", "Ivo Brandt")
        .pronoun("his", 3)
        .described("person", "his father", head="father")
    )
    assert together(cast(one.done())) == {
        frozenset({("a", 0)}), frozenset({("a", 1), ("a", 2)}), frozenset({("a", 3)}), frozenset({("a", 4)})
    }  # fmt: skip


def test_the_police_of_a_story_are_one_and_those_of_another_nation_others() -> None:
    one = Making("a", "So police said.").described("organisation", "police", plural=True).done()
    other = Making("b", "Later the police left.").described("organisation", "the police", plural=True).done()
    full = Making("c", "The Dresva Police Department said so.").named("organisation", "Dresva Police Department").done()
    assert len(cast(one, other, full)) == 1
    french = Making("a", "So French police said.").described("organisation", "French police", plural=True).done()
    german = Making("b", "German police denied it.").described("organisation", "German police", plural=True).done()
    assert len(cast(french, german)) == 2


def test_what_stands_in_the_same_words_of_two_reports_is_one() -> None:
    line = "It was on Monday that {} was seen beside the old mill at dawn."
    one = Making("a", line.format("a man")).described("person", "a man").done()
    other = Making("b", "So they say. " + line.format("a man")).described("person", "a man").done()
    assert len(cast(one, other)) == 1
    away = Making("b", "In May a man was seen elsewhere.").described("person", "a man").done()
    assert len(cast(one, away)) == 2


def test_one_name_in_one_story_is_one_place_whatever_the_gazetteer_took_it_for() -> None:
    area = PlaceReference("Orvale", "area", iso3166="NL", geonames=11)
    city = PlaceReference("Orvale", "city", iso3166="NL", geonames=12)
    one = Making("a", "Police in Orvale said so.").named("place", "Orvale", place=area).done()
    other = Making("b", "Rain fell on Orvale.").named("place", "Orvale", place=city).done()
    assert len(cast(one, other)) == 1


def test_a_surname_is_not_the_firm_that_bears_it() -> None:
    one = Making("a", "Ana Karsholm, head of the firm, spoke. Karsholm smiled.").named(
        "person", "Ana Karsholm", "Karsholm"
    )
    other = Making("b", "Shares of Karsholm fell.").named("organisation", "Karsholm").done()
    assert len(cast(one.done(), other)) == 2


def test_the_last_part_of_a_name_joins_it_though_a_report_has_both() -> None:
    both = Making("a", "The Norland Harbour Council met. The Harbour Council sat.")
    both.named("organisation", "Norland Harbour Council").named("organisation", "Harbour Council")
    other = Making("b", "The Norland Harbour Council sat.").named("organisation", "Norland Harbour Council").done()
    assert len(cast(both.done(), other)) == 1


def test_each_local_entity_stands_in_exactly_one_and_ids_are_unique() -> None:
    found = cast(*SPELLINGS)
    members = [m for e in found for m in e.members]
    assert len(members) == len(set(members)) == 4
    assert len({e.id for e in found}) == len(found)
    assert found[0].id.startswith("e-")


def test_a_pronoun_that_was_led_wrong_does_not_part_one_name() -> None:
    him = Making("r1", "Kim Dresva died. They buried him.").named("person", "Kim Dresva").pronoun("him", 0)
    her = Making("r2", "Kim Dresva died. She was old.").named("person", "Kim Dresva").pronoun("She", 0)
    for made, gender in ((him, "male"), (her, "female")):
        made.mentions[1] = msgspec.structs.replace(made.mentions[1], gender=gender)
        made.entities[0] = msgspec.structs.replace(made.entities[0], mentions=(0, 1))
    assert together(cast(him.done(), her.done())) == {frozenset({("r1", 0), ("r2", 0)})}


def test_a_gender_read_from_a_role_does_not_part_a_full_name() -> None:
    one = Making("r1", "Ellen Dresva will host.").named("person", "Ellen Dresva")
    other = Making("r2", "Ellen Dresva came.").named("person", "Ellen Dresva")
    for made, gender in ((one, "male"), (other, "female")):
        made.mentions[0] = msgspec.structs.replace(made.mentions[0], gender=gender)
    assert together(cast(one.done(), other.done())) == {frozenset({("r1", 0), ("r2", 0)})}


def test_a_thing_by_name_and_by_description_is_one_where_another_report_calls_it_so() -> None:
    one = Making("r1", "The Norland satellite is lost. Vexo made Orbsat 1.")
    one.described("thing", "The Norland satellite", head="satellite").named("thing", "Orbsat 1")
    two = Making("r2", "Orbsat 1 is lost. The Norland satellite fell.")
    two.named("thing", "Orbsat 1").described("thing", "The Norland satellite", head="satellite")
    joined = two.done()
    first, second = joined.entities
    whole = msgspec.structs.replace(first, mentions=(*first.mentions, *second.mentions))
    told = msgspec.structs.replace(joined, entities=(whole,))
    told = msgspec.structs.replace(told, mentions=tuple(msgspec.structs.replace(m, entity=0) for m in told.mentions))
    assert together(cast(one.done(), told)) == {frozenset({("r1", 0), ("r1", 1), ("r2", 0)})}


def test_the_panel_of_one_report_is_not_that_of_another_for_the_word_alone() -> None:
    one = Making("r1", "The panel met.").described("organisation", "The panel").done()
    other = Making("r2", "The panel left.").described("organisation", "The panel").done()
    assert len(cast(one, other)) == 2
