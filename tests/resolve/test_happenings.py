"""Happenings over reports: joined unless something typed speaks against it."""

from __future__ import annotations

import pytest

from tests.reports import report
from variorum.annotate.pipeline import annotate
from variorum.model import Cast
from variorum.resolve import resolve

ONE = "A bomb exploded at a market in Ardova on Tuesday. The blast killed six people, police in Ardova said."
SAME = "Six people died in Ardova when a bomb exploded at a market there on Tuesday, officials said."
BEFORE = "A bomb exploded at a market in Ardova on Tuesday. Last month gunmen attacked a bank in Belmar, police said."


def cast(*texts: str) -> Cast:
    return resolve([annotate(report(f"r{n}", text, published="2021-03-03")) for n, text in enumerate(texts)])


def attacks(found: Cast) -> list[set[str]]:
    return [{ref.report for ref in h.members} for h in found.happenings if h.frame == "attack"]


def test_one_attack_told_by_two_reports_is_one_happening() -> None:
    assert attacks(cast(ONE, SAME)) == [{"r0", "r1"}]


def test_an_attack_of_another_month_and_place_stays_apart() -> None:
    assert len(attacks(cast(ONE, BEFORE))) == 2


def test_each_happening_says_why_its_tellings_were_joined() -> None:
    assert all(h.why for h in cast(ONE, SAME).happenings)


def tellings(frame: str, *texts: str) -> list[list[str]]:
    """The words of each happening of a frame."""
    found = cast(*texts)
    told = {a.report.id: a.propositions for a in found.annotations}
    return [[told[ref.report][ref.index].span.text for ref in h.members] for h in found.happenings if h.frame == frame]


@pytest.mark.parametrize(
    ("frame", "one", "other"),
    [
        ("meet", "General Bram Oder met the envoy Karl Brek in Ardova.", "Mira Lendal met ministers and Jonas Vell."),
        (
            "investigate",
            "Nato is investigating the air strikes.",
            "Officials are investigating whether a car was used.",
        ),
        ("launch", "France launched three missiles on Monday.", "France tested a nuclear bomb."),
        (
            "attack",
            "A gunman shot at a guard of the club in Ardova.",
            "Two students attacked a teacher with knives.",
        ),
        (
            "meet",
            "Mira Lendal met relatives of the victims.",
            "President Karl Oder called an emergency meeting of the cabinet.",
        ),
        ("meet", "The president met Karl Brek.", "The president will not meet Karl Brek."),
        ("launch", "The north fired a missile over the sea.", "The north threatened to fire four missiles."),
    ],
)
def test_tellings_of_different_happenings_stay_apart(frame: str, one: str, other: str) -> None:
    assert len(tellings(frame, f"{one} {other}")) == 2


def test_a_described_place_does_not_speak_against_a_named_one() -> None:
    one, other = "A boy fell into a well on a farm on Sunday.", "A boy fell into a well in Paris on Sunday."
    assert len(tellings("fall", one, other)) == 1


def test_a_mass_shooting_and_the_gunman_who_opened_fire_are_one_happening() -> None:
    found = tellings(
        "attack",
        "The mass shooting in Ardova on Sunday killed ten people. The shooting went on for minutes.",
        "A gunman opened fire on a concert in Ardova on Sunday, police said.",
    )
    assert len(found) == 1


def test_the_attack_of_a_report_is_not_the_old_one_that_it_recalls() -> None:
    old = "An attack in Belmar in June 2016 killed 49 people. The mayor spoke to families. The crowd prayed. Singers came."
    (own,) = [
        h
        for h in tellings(
            "attack", f"A gunman opened fire in Ardova on Monday. {old} Police called the attack a crime."
        )
        if any("opened fire" in words for words in h)
    ]
    assert any(words.startswith("the attack") for words in own)


def test_a_site_that_no_gazetteer_knows_speaks_against_no_town() -> None:
    assert (
        len(tellings("attack", "The attack in Paris shocked France. The attack at the Meridor Hotel killed two.")) == 1
    )


def test_officers_who_shoot_the_gunman_tell_no_attack_of_his() -> None:
    text = "A gunman opened fire at a market in Ardova on Tuesday. Officers shot him dead."
    assert len([h for h in cast(text).happenings if h.frame in {"attack", "shoot"}]) == 2


def test_two_named_buildings_are_attacked_in_two_attacks() -> None:
    text = "Gunmen attacked the French Embassy in Paris on Monday. The German Embassy was also attacked this year."
    assert len(attacks(cast(text))) == 2


def test_what_is_told_by_its_year_is_not_the_news_of_a_weekday_though_nobody_knows_the_year_of_that() -> None:
    one = report("r0", "A boy fell into a pit in Ardova on Saturday. In 1996 a girl fell into a pit, the town said.")
    found = resolve([annotate(one)])
    assert len([h for h in found.happenings if h.frame == "fall"]) == 2


def test_one_noun_of_two_places_tells_two_happenings() -> None:
    found = cast(
        "After the Paris and Brussels attacks, trains stood still.", "The Paris attack on 26 April killed three people."
    )
    assert attacks(found) == [{"r0", "r1"}, {"r0"}]
    assert any("told with another in one word" in h.why for h in found.happenings)


def test_what_two_attacks_did_together_is_told_of_neither_alone() -> None:
    assert attacks(cast("The Paris and Brussels attacks killed twelve people.")) == [{"r0"}]


def test_two_who_visit_one_country_make_two_visits() -> None:
    found = tellings(
        "visit",
        "Mira Lendal visited Ardova recently and came away impressed. She builds ships.",
        "The king of Belmar visited Ardova as part of a trade delegation, and she builds ships.",
    )
    assert len(found) == 2


def test_what_was_attacked_earlier_this_year_is_not_what_is_attacked_now() -> None:
    old = "The Belmar Hotel in Paris was also attacked by gunmen earlier this year."
    text = f"Gunmen struck at a market in Paris on Monday. {old}"
    found = resolve([annotate(report("r0", text, published="2021-03-02"))])
    assert len([h for h in found.happenings if h.frame == "attack"]) == 2
