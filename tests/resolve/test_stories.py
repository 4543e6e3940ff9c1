"""Stories: one happening together, look-alikes apart."""

from __future__ import annotations

import random

from tests.reports import report as plain
from tests.resolve.making import Making, report
from variorum.annotate.pipeline import annotate
from variorum.model import PlaceReference
from variorum.resolve.sketches import sketch_of_report
from variorum.resolve.stories import against, group, group_reports

GEORGIA = PlaceReference("Tbilisi", "city", iso3166="GE", geonames=611717)
ATLANTA = PlaceReference("Atlanta", "city", iso3166="US", geonames=4180439)


def fire(name: str, day: str, published: str) -> Making:
    return Making(
        name,
        f"A fire broke out at the Kolmar rubber factory in Dresva on {day}, killing two workers.\n"
        "Firefighters from three districts fought the blaze through the night, and the plant was closed.",
    ).day(day, published)


def parts(groups) -> list[tuple[str, ...]]:  # type: ignore[no-untyped-def]
    return [g.reports for g in groups]


def test_two_reports_of_one_happening_are_one_story() -> None:
    one = fire("a", "3 May", "2019-05-03").done()
    other = Making(
        "b",
        "Two dead in Dresva factory fire\nTwo people died when flames swept through a works in Dresva late Friday.",
    ).done()
    assert parts(group([one, other])) == [("a", "b")]


def test_unrelated_reports_are_parted() -> None:
    other = report(
        "b", "The central bank of Norland kept its main rate at 4 percent on Thursday and said inflation slows."
    )
    assert parts(group_reports([fire("a", "3 May", "2019-05-03").report, other])) == [("a",), ("b",)]


def test_look_alikes_weeks_apart_are_two_stories() -> None:
    reports = [
        fire("a", "3 May", "2019-05-03").done(),
        fire("b", "4 May", "2019-05-04").done(),
        fire("c", "28 May", "2019-05-28").done(),
    ]
    assert parts(group(reports)) == [("a", "b"), ("c",)]


def test_other_weekdays_and_months_in_the_leads_set_apart_and_a_shared_weekday_brings_together() -> None:
    told = {
        "a": "Border guards counted 188,000 crossings in June, the ministry said on Tuesday.",
        "b": "Border guards counted 212,000 crossings in July, the ministry said on Friday.",
        "c": "The ministry counted many more crossings, it said on Tuesday.",
    }
    cost = against([sketch_of_report(report(n, t)) for n, t in told.items()])
    assert cost[0, 1] > 0 > cost[0, 2]
    assert cost[0, 1] > cost[1, 2] > 0


def test_one_name_two_countries_are_two_stories() -> None:
    one = Making("a", "TBILISI - Georgian police dispersed a rally; 12 were held.").named(
        "place", "TBILISI", place=GEORGIA
    )
    other = Making("b", "ATLANTA - Georgia state police dispersed a rally; 12 were held.")
    other.named("place", "ATLANTA", place=ATLANTA)
    assert parts(group([one.done(), other.done()])) == [("a",), ("b",)]


def test_look_alikes_on_other_weekdays_are_two_stories_where_nothing_is_dated() -> None:
    told = "Norland fired a missile over the sea of Ardova on {}. The missile flew 700 kilometres, officials in Belmar said."
    days = {"a": "Tuesday", "b": "Friday", "c": "Thursday"}
    apart, clock = [[annotate(plain(n, told.format(days[n]))) for n in names] for names in ("ab", "bc")]
    assert parts(group(apart)) == [("a",), ("b",)]
    assert parts(group(clock)) == [("b", "c")]


def test_other_countries_do_not_part_what_is_told_of_one_rarely_named_person() -> None:
    one = Making("a", "TBILISI - Jaromir Kvestlund sold his shipping firm on Monday, ending months of talks.")
    one.named("place", "TBILISI", place=GEORGIA)
    other = Making("b", "ATLANTA - Kvestlund has sold the shipping firm, a deal that analysts had long expected.")
    other.named("place", "ATLANTA", place=ATLANTA)
    assert parts(group([one.done(), other.done()])) == [("a",), ("b",)]
    assert parts(
        group([one.named("person", "Jaromir Kvestlund").done(), other.named("person", "Kvestlund").done()])
    ) == [("a", "b")]


def test_other_countries_do_not_part_what_is_told_of_one_rarely_named_affair() -> None:
    one = Making("a", "TBILISI - The Kvestlund Papers name the minister's shipping firm, reporters found on Monday.")
    one.named("place", "TBILISI", place=GEORGIA)
    other = Making("b", "ATLANTA - The Kvestlund Papers, found by reporters, name a judge's shipping firm as well.")
    other.named("place", "ATLANTA", place=ATLANTA)
    assert parts(group([one.done(), other.done()])) == [("a",), ("b",)]
    named = [making.named("thing", "Kvestlund Papers").done() for making in (one, other)]
    assert parts(group(named)) == [("a", "b")]


def test_a_sequel_is_known_by_its_party_in_another_spelling() -> None:
    text = "{} lost contact with its satellite on {}. The satellite carries 22 transponders, engineers in Dresva said."
    first = (
        Making("a", text.format("Kvarkosmiya", "3 May")).named("organisation", "Kvarkosmiya").day("3 May", "2019-05-03")
    )
    later = Making("b", text.format("Kvarkosmia Rocket", "28 May")).day("28 May", "2019-05-28")
    assert parts(group([first.done(), later.done()])) == [("a",), ("b",)]
    assert parts(group([first.done(), later.named("organisation", "Kvarkosmia Rocket").done()])) == [("a", "b")]


def test_a_kidnapping_with_differing_tolls_is_one_story() -> None:
    tolls = {
        "a": "Gunmen seized about 100 girls from a boarding school in Orvale on Monday night, officials said.",
        "b": "The army says 129 schoolgirls were abducted by gunmen from their school in Orvale on 14 April.",
        "c": "More than 200 girls kidnapped from a school in Orvale are still missing, parents said.",
        "d": "The number of schoolgirls abducted at Orvale is 223, the principal of the school said.",
        "e": "Police now say 276 schoolgirls were taken by the gunmen who raided the Orvale school on 15 April.",
    }
    assert parts(group_reports([report(n, t) for n, t in tolls.items()])) == [("a", "b", "c", "d", "e")]


def test_why_names_day_and_shared_names() -> None:
    one, other = fire("a", "3 May", "2019-05-03").done(), fire("b", "3 May", "2019-05-03").done()
    why = group([one, other])[0].why
    assert "same day 2019-05-03" in why
    assert "Dresva" in why


def test_the_order_of_the_reports_changes_nothing() -> None:
    annotations = [fire(n, d, e).done() for n, d, e in [("a", "3 May", "2019-05-03"), ("b", "28 May", "2019-05-28")]]
    shuffled = random.Random(3).sample(annotations, 2)
    assert group(annotations) == group(shuffled) == group(annotations[::-1])


def test_no_reports_no_stories() -> None:
    assert group([]) == ()


def test_one_happening_told_in_other_words_is_one_story() -> None:
    one = Making("a", "Norland hits Sudrian capital with missiles\nSirens sounded across Vell early on Tuesday.")
    other = Making(
        "b", "Nine killed in strikes on Vell\nAt least nine people died when rockets struck homes on Tuesday."
    )
    made = [one.named("place", "Vell").done(), other.named("place", "Vell").done()]
    assert parts(group(made)) == [("a", "b")]
