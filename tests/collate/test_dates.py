"""Dates of clauses that tell no happening: agreed where the clauses say the same, kept by themselves where not."""

from __future__ import annotations

from tests.reports import report
from variorum.annotate.pipeline import annotate
from variorum.collate import collate
from variorum.model import Claim, DateValue
from variorum.resolve import resolve


def dates(*texts: str) -> list[Claim]:
    """The rows of dates of invented reports of one day."""
    reports = [report(f"r{n}", text, published="2021-03-02") for n, text in enumerate(texts)]
    rows = collate(resolve([annotate(one) for one in reports])).claims
    return [r for r in rows if r.slot == "date"]


def values(rows: list[Claim]) -> list[tuple[str, list[str]]]:
    """The verdict and the dates of each row."""
    return [(r.verdict, [x.value.edtf for x in r.readings if isinstance(x.value, DateValue)]) for r in rows]


def test_a_day_by_which_something_is_due_is_agreed_where_the_clauses_say_the_same() -> None:
    rows = dates(
        "Mira Lendal got a bill from Oder Bank. She has to pay the whole amount by November 2021.",
        "Mira Lendal was stunned by a bill from Oder Bank. She need only pay the whole amount in November 2021.",
    )
    assert ("AGREE", ["2021-11", "2021-11"]) in values(rows)


def test_a_deed_told_in_other_words_has_its_date_from_both() -> None:
    rows = dates(
        "The army ousted Mira Lendal in 2013. The army ousted the divisive Lendal following mass protests.",
        "Oder Bank opposed the rule of Jonas Brek, who led Lendal's overthrow in 2013 following mass protests. Mira Lendal fled.",
    )
    assert ("AGREE", ["2013", "2013"]) in values(rows)


def test_one_date_of_two_clauses_is_no_agreement() -> None:
    rows = dates(
        "Mira Lendal got a bill from Oder Bank. She has to pay the whole amount by November 2021.",
        "Mira Lendal was stunned by a bill from Oder Bank. Its new rules of lending take effect in November 2021.",
    )
    assert {verdict for verdict, _ in values(rows)} == {"SOLE"}


def test_the_day_of_a_saying_dates_nothing_and_an_unknown_year_is_no_date() -> None:
    assert dates("Mira Lendal says that the bank owns a mill. The mill has stood empty each May.") == []


def test_a_year_that_dates_a_noun_dates_no_clause() -> None:
    rows = dates("Mira Lendal is an icon of the 2011 revival in Ardova. She lives by this year's rates.")
    assert [r.question for r in rows] == ["When was it: the 2011 revival?"]


def test_a_date_of_two_clauses_of_one_sentence_has_one_row() -> None:
    rows = dates("In May 2019 the old bridge rusted through and sank. Mira Lendal got a bill.")
    assert values(rows) == [("SOLE", ["2019-05"])]


def test_one_deed_taken_for_two_has_its_date_from_both_reports() -> None:
    rows = dates(
        "Mira Lendal was charged with theft. She was to be arraigned in court on 23 August 2018, a clerk said.",
        "Police spoke of theft. The Lendals are scheduled to be arraigned 23 August 2018 in Belmar, prosecutors said.",
    )
    assert ("AGREE", ["2018-08-23", "2018-08-23"]) in values(rows)


def test_a_month_told_by_a_report_that_tells_no_day_goes_with_the_day_of_another() -> None:
    texts = (
        "The lawyer of Mira Lendal, Jonas Brek, sent a letter to Karl Oder on 6 August 2018. Nothing more is known.",
        "Mira Lendal was silent. Her lawyer, Jonas Brek, sent a letter to Karl Oder this month. He asked for time.",
    )
    cast = resolve([annotate(report(f"r{n}", text, published="2018-08-22")) for n, text in enumerate(texts)])
    assert ("AGREE", ["2018-08-06", "2018-08"]) in values([r for r in collate(cast).claims if r.slot == "date"])


def test_a_date_that_each_report_tells_once_in_sentences_that_are_alike_is_one_though_the_clauses_differ() -> None:
    rows = dates(
        "Lendal is under fire. At a January 2020 fundraiser in Belmar, Lendal urged the lawyers present to give to her campaign.",
        "Lendal is sorry. Lendal, speaking at a January 2020 fund-raiser in Belmar, asked lawyers for money for her campaign.",
    )
    assert ("AGREE", ["2020-01", "2020-01"]) in values(rows)


def test_years_and_the_months_that_bound_them_are_one_length_of_time() -> None:
    rows = dates(
        "The ministry of Ardova will allow the import of elephants hunted from 2016 to 2018, it said.",
        "The rule of Ardova covers the import of elephants killed between January 2016 and December 2018.",
    )
    assert ("AGREE", ["2016/2018", "2016-01/2018-12"]) in values(rows)


def test_a_length_of_years_told_by_two_reports_is_seldom_two() -> None:
    lead = "The wildlife service of Ardova lifted its ban on elephants."
    rows = dates(
        f"{lead} The service would let hunters bring home trophies of animals shot from 2016 to 2018.",
        f"{lead} In a notice the service named permits for elephants killed between January 2016 and December 2018.",
    )
    assert ("AGREE", ["2016/2018", "2016-01/2018-12"]) in values(rows)


def test_a_quarter_lies_in_its_year_where_the_sentences_say_the_same() -> None:
    texts = (
        "Oder Bank expects to take a $5 billion hit to its profits in the fourth quarter.",
        "The tax reform will cut the profit of Oder Bank by $5 billion this year.",
    )
    cast = resolve([annotate(report(f"r{n}", text, published="2017-12-29")) for n, text in enumerate(texts)])
    told = values([r for r in collate(cast).claims if r.slot == "date"])
    assert told == [("AGREE", ["2017-10/2017-12", "2017"])]


def test_two_terms_of_office_that_follow_each_other_are_not_one() -> None:
    rows = dates(
        "Nobody will pay. Jonas Brek, who was president of Ardova from 2000 to 2006, dismissed the wall.",
        "Nobody will pay. Karl Oder, who was president of Ardova from 2006 to 2012, dismissed the wall too.",
    )
    assert {verdict for verdict, _ in values(rows)} == {"SOLE"}


def test_what_two_persons_say_on_one_day_is_not_one_saying() -> None:
    rows = dates(
        "The bridge of Belmar is shut. Jonas Brek said on Tuesday that the bridge was not safe for lorries.",
        "The bridge of Belmar is shut. Karl Oder said on Tuesday that the bridge was not safe for lorries.",
    )
    assert {verdict for verdict, _ in values(rows)} <= {"SOLE"}


def test_two_of_one_name_who_speak_on_one_day_are_not_one_saying() -> None:
    rows = dates(
        "Tomas Varga, the mayor of Belmar, met his son, Karl Varga. "
        "On Tuesday, in a press conference, Tomas Varga said he was glad.",
        "Karl Varga is the son of Tomas Varga, the mayor of Belmar. “I am glad,” Karl Varga said on Tuesday.",
    )
    assert {verdict for verdict, _ in values(rows)} <= {"SOLE"}
