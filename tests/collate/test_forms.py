"""Forms: in what form somebody is told to have said something, and to whom."""

from __future__ import annotations

from tests.reports import report
from variorum.api import dossier_of


def rows(opening: str, *texts: str) -> list[tuple[str, list[str]]]:
    made = dossier_of([report(f"r{n}", text) for n, text in enumerate(texts)])
    found = [c for c in made.claims if c.question.startswith(opening) and c.verdict == "AGREE"]
    return [(c.question, [r.span.text for r in c.readings]) for c in found]


def test_a_tweet_and_a_statement_on_the_platform_are_one_form() -> None:
    found = rows(
        "In what form",
        "Anna Berg said in a statement on Twitter on Monday that the bridge over the Ostra is closed for the winter.",
        "“The bridge is closed,” Anna Berg tweeted on Monday. Traffic will be led through the town of Belmar.",
    )
    assert found == [("In what form did Anna Berg speak?", ["said in a statement on Twitter", "tweeted"])]


def test_a_statement_and_a_letter_are_two_forms() -> None:
    assert not rows(
        "In what form",
        "Anna Berg said in a statement on Monday that the bridge over the Ostra is closed for the winter.",
        "Anna Berg said in a letter to the council that the bridge over the Ostra is closed for the winter.",
    )


def test_a_statement_that_is_put_out_tells_its_form() -> None:
    found = rows(
        "In what form",
        "Anna Berg apologised to the drivers in a written statement on Monday. The bridge over the Ostra is closed.",
        "“I am sorry for every driver,” Anna Berg said in a statement. The bridge in Belmar will open in May.",
    )
    assert [spans for _, spans in found] == [
        ["apologised to the drivers in a written statement", "said in a statement"]
    ]


def test_words_within_what_is_said_tell_no_form() -> None:
    assert not rows(
        "In what form",
        "“He lied in a statement on Twitter,” Anna Berg said on Monday. The bridge over the Ostra is closed.",
        "Anna Berg said in a statement that the bridge in Belmar is closed for the winter and will open in May.",
    )


def test_whom_somebody_told_it_is_asked() -> None:
    found = rows(
        "To whom",
        "“The bridge is closed,” Anna Berg told Reuters on Monday. Traffic will be led through the town of Belmar.",
        "Anna Berg said in an interview with Reuters that the bridge in Belmar is closed for the winter.",
    )
    assert found == [("To whom did Anna Berg speak?", ["told Reuters", "interview with Reuters"])]


def test_one_account_alone_has_no_row_of_its_form() -> None:
    assert not rows("In what form", "Anna Berg tweeted that the bridge in Belmar is closed for the winter.")


def test_the_occasion_of_a_speech_is_asked() -> None:
    found = rows(
        "On what occasion",
        "Anna Berg, speaking at a January fund-raiser in Belmar, mocked farmers. She was sorry on Tuesday.",
        "At a fundraiser in Belmar, Anna Berg urged the lawyers present to give her money, and mocked farmers.",
    )
    assert [spans for _, spans in found] == [["speaking at a January fund-raiser", "At a fundraiser"]]


def test_an_audience_without_a_name_is_one_by_its_noun() -> None:
    found = rows(
        "To whom",
        "Anna Berg spoke to a group of lawyers in Belmar on Monday. She was sorry on Tuesday.",
        "Anna Berg told attorneys in Belmar on Monday that farmers know nothing of the law. She was sorry on Tuesday.",
    )
    assert [spans for _, spans in found] == [["spoke to a group of lawyers", "told attorneys"]]


def test_the_form_is_of_the_speaker_of_its_own_sentence() -> None:
    found = rows(
        "In what form",
        "“The bridge is closed,” Anna Berg told the councillors in a letter. The council replied that it must open.",
        "In a letter, Anna Berg said that the bridge in Belmar is closed for the winter and will open in May.",
    )
    assert [spans for _, spans in found] == [["told the councillors in a letter", "In a letter, Anna Berg said"]]


def test_tweets_of_other_words_are_no_one_saying() -> None:
    assert not rows(
        "In what form",
        "“The bridge over the Ostra is closed for the winter,” Anna Berg tweeted on Monday. Drivers were angry.",
        "“All my thoughts go to the girl and her brave parents,” Anna Berg wrote on Twitter. Drivers were angry.",
    )
