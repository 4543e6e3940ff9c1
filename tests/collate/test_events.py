"""Events: what most tellings of a happening go with."""

from __future__ import annotations

from pathlib import Path

from tests.reports import report
from variorum.annotate.pipeline import annotate
from variorum.api import brief, dossier_of
from variorum.collate.consensus import when_of
from variorum.model import DateValue, Dossier, Event, Happening, LocalRef
from variorum.resolve.lookup import Lookup


def record(*texts: str) -> Dossier:
    return dossier_of([report(f"r{n}", text, published="2021-03-03") for n, text in enumerate(texts)])


def event(found: Dossier, words: str) -> Event:
    return next(e for e in found.events if any(words in m.text for m in e.mentions))


def names(found: Dossier, ids: tuple[str, ...]) -> list[str]:
    return [e.name for i in ids for e in found.entities if e.id == i]


def test_a_day_that_some_tell_wins_over_the_month_that_others_tell() -> None:
    found = record("A bomb exploded in Paris in February.", "On February 26 a bomb exploded in Paris.")
    when = event(found, "exploded").when
    assert when is not None
    assert when.edtf == "2021-02-26"


def test_a_named_doer_comes_before_a_described_one() -> None:
    found = record("Boko Haram attacked Maiduguri on Monday.", "A gunman attacked Maiduguri on Monday.")
    assert names(found, event(found, "attacked").actors) == ["Boko Haram"]


def test_i_is_who_speaks() -> None:
    found = record('"I condemn the attack," Mira Lendal said.')
    assert names(found, event(found, "condemn").actors) == ["Mira Lendal"]


def test_what_one_will_not_do_is_a_refusal_that_took_place() -> None:
    one = event(record("France will not negotiate with Germany."), "negotiate")
    assert (one.category, one.status) == ("REJECT", "happened")


def test_whom_an_act_is_towards_may_stand_in_the_clause_below() -> None:
    found = record("France demanded that Germany return the ship.")
    assert names(found, event(found, "demanded").recipients) == ["Germany"]


def test_who_condemns_an_attack_does_not_act_towards_its_victim() -> None:
    found = record("France condemned an attack on Germany.")
    assert names(found, event(found, "condemned").recipients) == []


def test_a_speech_that_is_planned_is_not_taken_for_held_by_its_bare_name() -> None:
    found = record("Mira Lendal's speech, set for March 9, divided Belmar. The speech was discussed.")
    assert event(found, "speech").status == "planned"


VISIT = (
    "Mira Lendal visited France from June 9 to June 12. "
    "Mira Lendal met Karl Oder in Paris on Sunday, the ministry said."
)


def test_a_meeting_where_and_when_one_visits_is_part_of_the_visit_and_its_weekday_falls_within() -> None:
    found = dossier_of([report("r", VISIT)])
    visit, meeting = event(found, "visited"), event(found, "met")
    assert meeting.part_of == visit.id
    assert meeting.when is not None
    assert meeting.when.edtf == "XXXX-06-09/XXXX-06-12"
    assert "Sunday" in meeting.when.why


def test_a_meeting_elsewhere_is_no_part_of_a_visit() -> None:
    found = dossier_of([report("r", VISIT.replace("Paris", "Berlin"))])
    assert event(found, "met").part_of is None


TEAM = (
    "A team of officers visited France from June 9 to June 12, where it met with officials of the port. "
    "On Sunday, General Mira Lendal met with a French delegation led by General Karl Oder in Paris. "
    "The talks were long. The Apex Meeting took place on Sunday, with General Lendal leading the officers and General Oder."
)


def test_the_row_of_a_weekday_carries_the_days_that_the_event_has_with_the_reason() -> None:
    found = dossier_of([report("r", TEAM)])
    rows = [c for c in found.claims if c.slot == "date" and c.readings[0].span.text == "Sunday"]
    told = [r for row in rows for r in row.readings]
    assert told
    assert {r.value.edtf for r in told if isinstance(r.value, DateValue)} == {"XXXX-06-09/XXXX-06-12"}
    assert all(r.inferred and r.inferred.startswith("Sunday, within the days of what it is part of") for r in told)


def test_a_meeting_where_one_went_is_part_of_the_visit() -> None:
    found = dossier_of([report("r", TEAM)])
    visit = event(found, "visited")
    assert {e.part_of for e in found.events if "met with" in e.label} == {visit.id}


def test_whom_a_clause_beside_a_meeting_has_lead_a_side_takes_part_in_it() -> None:
    found = dossier_of([report("r", TEAM)])
    meeting = event(found, "General Mira Lendal met")
    assert "The Apex Meeting" in [m.text for m in meeting.mentions]


def test_who_met_while_somebody_else_who_is_named_visited_was_no_part_of_it() -> None:
    found = dossier_of([report("r", TEAM.replace("A team of officers", "Jonas Brek"))])
    assert event(found, "General Mira Lendal met").part_of is None


def test_who_meets_stands_on_both_sides() -> None:
    found = record(
        "Mira Lendal met a delegation. In a meeting with Mira Lendal, General Karl Oder also said it was late."
    )
    meeting = event(found, "met")
    assert (names(found, meeting.actors), names(found, meeting.recipients)) == (["Mira Lendal"], ["Karl Oder"])


def test_blame_for_what_others_claimed_leaves_open_which_attack_is_meant() -> None:
    found = record(
        "After attacks in Lyon and Toulouse, France was on alert. On Monday a bomb exploded in Paris. "
        "Hezbollah claimed responsibility for the attack. Ministers blamed Boko Haram for the attack."
    )
    assert any("not told" in e.why for e in found.events)


def test_a_deed_in_a_relative_clause_has_its_category() -> None:
    found = record("Anna Berg, who was booted from a flight in Paris on Monday, spoke to the council of Lyon.")
    assert event(found, "booted").category == "COERCE"


def test_what_is_signed_decides_the_category_over_the_verb() -> None:
    assert event(record("Anna Berg signed a petition in Paris on Monday."), "petition").category == "PROTEST"
    assert event(record("France signed a treaty with Germany on Monday."), "treaty").category == "SUPPORT"


def test_a_refusal_to_comment_is_no_refusal_of_a_party() -> None:
    found = record("Anna Berg declined to comment on the fire in Paris on Monday.")
    assert all(e.category is None for e in found.events)


def test_who_survives_an_attempt_suffers_it() -> None:
    one = record("Anna Berg, who survived an assassination attempt in Paris on Monday, spoke to the council of Lyon.")
    attempt = event(one, "survived")
    assert (names(one, attempt.actors), names(one, attempt.recipients)) == ([], ["Anna Berg"])


def test_the_object_comes_before_where_it_is_taken() -> None:
    found = record("Anna Berg was rushed to a hospital in Paris on Monday.")
    assert names(found, event(found, "rushed").recipients) == ["Anna Berg"]


def test_whose_arrest_it_is_does_not_arrest() -> None:
    found = record(
        "Anna Berg was arrested in Paris on Monday. The arrest of Anna Berg was welcomed.",
        "Berg's arrest was a surprise.",
    )
    one = event(found, "arrested")
    assert (names(found, one.actors), names(found, one.recipients)) == ([], ["Anna Berg"])


def test_who_acts_together_stands_together() -> None:
    found = record(
        "Anna Berg and her husband repaid the firm in Paris on Monday.", "Anna Berg repaid the firm on Monday."
    )
    assert names(found, event(found, "repaid").actors) == ["Anna Berg", "her husband"]


def test_a_town_does_not_do_what_harms_it() -> None:
    made = brief([Path(__file__).parents[2] / "examples" / "demo"])
    blast = next(e for e in made.events if "explosion" in e.label)
    assert (blast.actors, blast.where) == ((), "e-beirut")


def test_each_of_two_attacks_told_by_one_noun_has_its_place_and_name() -> None:
    found = record("After the Paris and Brussels attacks, trains in France stood still.")
    assert sorted(e.label for e in found.events if e.category == "ASSAULT") == ["Brussels attack", "Paris attack"]
    assert {n for e in found.events if e.category == "ASSAULT" for n in names(found, (e.where or "",))} == {
        "Brussels",
        "Paris",
    }
    assert all(not e.actors for e in found.events if e.category == "ASSAULT")


def test_what_is_dated_after_its_reports_came_out_is_planned() -> None:
    told = [e for e in record("The new law takes effect on April 1.", "The old law ended on March 1.").events if e.when]
    assert {e.when.edtf: e.status for e in told if e.when} == {"2021-04-01": "planned", "2021-03-01": "happened"}


def test_a_third_of_its_clauses_give_a_deed_of_a_varying_frame_its_category() -> None:
    texts = "Police removed Mira Lendal from the plane.", "Mira Lendal was removed. Her removal was quick."
    (removed,) = [e for e in record(*texts).events if "removed" in e.label]
    assert (len(removed.mentions), removed.category) == (3, "COERCE")


def test_a_day_is_left_open_where_as_many_tell_another() -> None:
    texts = ["The ferry sank in 2012.", "The ferry sank in 2015.", "In May 2015 the ferry sank."]
    annotations = [annotate(report(f"r{n}", text)) for n, text in enumerate(texts)]
    lookup = Lookup(annotations, ())
    refs = tuple(
        LocalRef(a.report.id, n) for a in annotations for n, p in enumerate(a.propositions) if p.lemma == "sink"
    )
    assert len(refs) == 3
    assert when_of(Happening("h1", "s1", "tell", refs[:2], ""), lookup) is None
    most = when_of(Happening("h1", "s1", "tell", refs, ""), lookup)
    assert most is not None
    assert most.edtf == "2015-05"
