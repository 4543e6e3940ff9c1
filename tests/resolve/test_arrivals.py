"""Arrivals: reports that come in one at a time join the story that they tell, or begin one."""

from __future__ import annotations

from variorum.model import Block, Report
from variorum.resolve.arrivals import MEMBERS, Arrivals

FIRE = (
    "A fire destroyed the Halvern paper mill in Torsby on Monday, and two workers were hurt, the mayor said.",
    "Two workers were injured as the Halvern paper mill in Torsby burned down on Monday, police in Torsby said.",
    "The Halvern mill in Torsby, which burned down on Monday, will not be rebuilt, its owner said.",
)
RACE = (
    "Marta Keld won the Osmar cycling race on Friday ahead of Ina Brul, in rain and wind.",
    "In rain and wind, Marta Keld beat Ina Brul to win the cycling race at Osmar on Friday.",
)


def report(name: str, text: str, published: str | None = None) -> Report:
    return Report(name, name, "", text, published=published, blocks=(Block("body", 0, len(text)),))


def test_reports_of_one_story_come_together_in_whatever_order_two_stories_arrive() -> None:
    for order in ((FIRE[0], RACE[0], FIRE[1], RACE[1], FIRE[2]), (RACE[1], FIRE[2], FIRE[1], RACE[0], FIRE[0])):
        arrivals = Arrivals()
        found = {text: arrivals.add(report(f"r{n}", text)) for n, text in enumerate(order)}
        assert len({found[text] for text in FIRE}) == len({found[text] for text in RACE}) == 1
        assert found[FIRE[0]] != found[RACE[0]]


def test_the_stories_say_which_reports_they_hold_in_the_order_of_arrival() -> None:
    arrivals = Arrivals()
    for n, text in enumerate((FIRE[0], RACE[0], FIRE[1])):
        arrivals.add(report(f"r{n}", text))
    assert [(s.id, s.reports) for s in arrivals.stories()] == [("s1", ("r0", "r2")), ("s2", ("r1",))]
    assert arrivals.stories()[1].why == "no other report tells the same happening"


def test_the_same_happening_in_another_year_is_another_story() -> None:
    arrivals = Arrivals()
    first = arrivals.add(report("r0", FIRE[0], "2016-05-02"))
    assert arrivals.add(report("r1", FIRE[1], "2016-05-03")) == first
    assert arrivals.add(report("r2", RACE[0].replace("Marta Keld", "Lena Moor"), "2019-05-03")) != first


def test_a_story_with_more_reports_than_stand_for_it_still_takes_the_next() -> None:
    arrivals = Arrivals()
    found = {arrivals.add(report(f"r{n}", FIRE[n % 2])) for n in range(MEMBERS + 4)}
    assert found == {"s1"}
    assert len(arrivals.stories()[0].reports) == MEMBERS + 4
