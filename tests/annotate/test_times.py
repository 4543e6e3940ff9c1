# ruff: noqa: E501  (a corpus: one value a line with all its wordings)
"""Times: every way to write one with the value it has, what must not be read as a time, and what anchors them."""

from __future__ import annotations

import datetime
from functools import lru_cache

import pytest
import spacy
from spacy.language import Language

import variorum.annotate.times
from variorum.annotate.pipeline import DEFAULT_PIPELINE
from variorum.annotate.time_rules import words_in
from variorum.annotate.times import all_rules, anchor_of
from variorum.model import Block, Report, TimeExpression

PUBLISHED = "2016-11-11"
"""A Friday."""

READ: dict[str, list[str]] = {
    "2016-11-10": [
        "It happened on Thursday.", "It happened late on Thursday.", "It happened late Thursday night.", "It happened yesterday.",
        "It happened Thursday evening.", "It happened on 10 November.", "It happened on November 10.", "It happened on Nov. 10, 2016.",
        "It happened on the 10th of November.", "It happened on Thursday, November 10, 2016.", "It happened on 2016-11-10.",
        "It happened on the night of November 10.", "It happened last night.", "It happened on Thursday night, 10 November.", "It happened on Thursday, 10 Nov 2016.",
    ],
    "2016-11-11": [
        "It ended in the early hours of Friday.", "It ended on Friday.", "It ended this morning.", "It ended earlier today.",
        "It ended on Armistice Day.",
    ],
    "2016-11-12": ["They met the day after Armistice Day.", "They met two days after November 10."],
    "2016-10-28": ["It happened two weeks before Armistice Day."],
    "2017-06-28": ["The judge set the sentencing for June 28.", "They scheduled a second hearing for June 28."],
    "2001-09-11": ["She died in the September 11 attacks.", "It was a September 11-style plot."],
    "2016-09-11": ["She died on September 11."],
    "XXXX-07-07": ["He survived the July 7 bombings.", "He survived the July 7 London bombings."],
    "2016-07-07": ["On July 7 gunmen staged attacks."],
    "2016-11-04": ["He survived the November 4 attack."],
    "2016-03-27": ["The Easter bombing killed nine.", "It happened on Easter.", "It happened on Easter Sunday.", "Gunmen came on Easter morning."],
    "2016-11-09": ["It happened two days ago.", "It happened on Wednesday of this week."],
    "2016-11-06": [
        "The ship was scheduled to leave on Sunday, but it stayed.", "It was originally scheduled for Sunday.",
        "The ship was due to leave on Sunday but was held up.",
    ],
    "2016-11-13": ["The ship is scheduled to leave on Sunday, but it may wait.", "The trial was scheduled to begin on Sunday, a court said."],
    "2016-11-01": ["It happened on Tuesday of last week.", "It happened on November 1."],
    "2016-10-31/2016-11-06": ["It happened last week.", "It was late last week."],
    "2016-11-07/2016-11-13": ["It happened this week.", "It happened earlier this week."],
    "2016-11": ["It happened this month.", "It happened in November.", "It happened earlier this month.", "It was in November 2016."],
    "2016-03": ["They met in March.", "They met in March 2016.", "They met eight months ago."],
    "2015-11": ["They met last November.", "They met in late November 2015."],
    "2016": ["It happened earlier this year.", "They met in 2016.", "The 2016 elections were held."],
    "2015": ["They met last year.", "They met in 2015.", "They met a year ago."],
    "2012/2013": ["Floods came in 2012-13.", "Floods came in 2012–13.", "Floods came from 2012 to 2013.", "Floods came between 2012 and 2013."],
    "2016-06-09/2016-06-12": ["They met from June 9 to June 12.", "They met on 9-12 June.", "They met between June 9 and 12, 2016."],
    "199X": ["It was built in the 1990s.", "It was built in the late 1990s."],
    "18XX": ["It was built in the 19th century."],
    "2012-22": ["They met in summer 2012.", "They met in the summer of 2012."],
    "2015-12-31": ["They met on New Year's Eve 2015.", "They met on New Year’s Eve, 2015."],
    "2014/..": ["He has lived there since 2014.", "He has lived there ever since 2014."],
    "../2014": ["He had lived there before 2014."],
    "2016-07/2016-09": ["Sales rose in the third quarter of 2016."],
    "2015-10/2015-12": ["Sales rose in the final quarter of 2015."],
    "2016-05/2016-07": ["The data were exposed between May and July.", "They met from May to July 2016."],
    "2016-01/2018-12": ["The files were taken between January 2016 and December 2018.", "The files were taken from January 2016 to December 2018."],
    "2009/2016": ["The money was spent from 2009 through 2016.", "It was spent from late 2009 until early 2016.", "It was spent beginning in 2009 and continuing through 2016."],
    "2015-03-05/2016-06-07": ["It lay there between March 5, 2015 and June 7, 2016.", "It lay there from March 5, 2015, to June 7, 2016."],
    "2016-11-18": ["They will meet next Friday.", "They will meet on November 18."],
}  # fmt: skip

HOURS: dict[str, list[str]] = {
    "23:30": ["It happened at 11:30pm.", "It happened at 11:30 p.m. local time.", "It happened at 2330 GMT.", "It happened around 23:30."],
    "23:00": ["It happened about an hour before midnight.", "It happened at 11 p.m.", "It happened at eleven o'clock at night."],
    "12:00": ["It happened at noon."],
    "00:00": ["It happened at midnight."],
    "03:00": ["It happened at 3am on Thursday.", "It happened at 3 a.m. local time."],
}  # fmt: skip

NOT_A_TIME = [
    "A Boeing 737 landed.", "The law dates from 9/11.", "The shop is open 24/7.", "The side won 2-1.", "A 34-year-old man fled.",
    "Jan, aged 34, fled.", "It killed 2015 people.", "About 2000 soldiers came.", "You may march there.", "A second car bomb went off.",
    "He came as soon as he could.", "Prices fall when people spring forward.", "Resolution 1701 was passed.", "She gave three quarters of it.",
    "It cost $2016.", "The ratio is 3:1.", "They died on Lunar New Year's Day.", "A church was hit on Orthodox Christmas Eve.",
    "A church was hit on Orthodox Easter Sunday.", "He died on Canadian Thanksgiving.", "The van drove into a Christmas market.",
    "Epiphany Baptist Church burned.", "They flew to Christmas Island.",
]  # fmt: skip


@lru_cache(maxsize=1)
def pipeline() -> Language:
    nlp = spacy.load(DEFAULT_PIPELINE)
    nlp.add_pipe("variorum_times")
    return nlp


def read(text: str, published: str | None = PUBLISHED, blocks: tuple[Block, ...] = ()) -> tuple[TimeExpression, ...]:
    """The times of `text` as a report published on `published`."""
    doc = pipeline().make_doc(text)
    doc._.report = Report(
        "r1", "r1.txt", "", text, published=published, blocks=blocks or (Block("body", 0, len(text)),)
    )
    times: tuple[TimeExpression, ...] = pipeline()(doc)._.times
    for time in times:
        assert text[time.span.start : time.span.end] == time.span.text
    return times


def pairs(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(words, value) for value, phrases in table.items() for words in phrases]


@pytest.mark.parametrize(("words", "value"), pairs(READ))
def test_words_give_the_date(words: str, value: str) -> None:
    assert [t.edtf for t in read(words)] == [value]


def test_what_a_rule_finds_holds_one_of_its_words() -> None:
    phrases = [phrase for wordings in (*READ.values(), *HOURS.values()) for phrase in wordings]
    assert len(phrases) > 90
    for rule in all_rules():
        for found in (m[0] for phrase in phrases for m in rule.pattern.finditer(phrase)):
            assert rule.can_match(words_in(found)), (rule.name, found)


def test_what_is_not_counted_exactly_from_a_day_has_no_date() -> None:
    for words in ("It came about two weeks after November 1.", "A year after November 1, 2015, they met."):
        assert [(t.edtf, t.vague) for t in read(words)] == [(None, True)]


@pytest.mark.parametrize(("words", "hour"), pairs(HOURS))
def test_words_give_the_hour(words: str, hour: str) -> None:
    assert [(t.kind, t.hour) for t in read(words)] == [("time", hour)]


@pytest.mark.parametrize("words", NOT_A_TIME)
def test_what_is_no_time_is_not_read_as_one(words: str) -> None:
    assert read(words) == ()


def test_an_hour_and_its_day_are_one_time() -> None:
    (time,) = read("It happened at 11:30pm local time on Thursday.")
    assert (time.edtf, time.hour, time.span.text) == ("2016-11-10", "23:30", "11:30pm local time on Thursday")


@pytest.mark.parametrize(
    ("words", "timex"),
    [("It took three days.", "P3D"), ("An 18-month inquiry began.", "P18M"), ("It took two hours.", "PT2H")],
)
def test_a_length_of_time_is_a_duration_without_a_date(words: str, timex: str) -> None:
    assert [(t.kind, t.edtf, t.timex) for t in read(words)] == [("duration", None, timex)]


def test_centuries_and_ranges_that_cross_the_publication_day_are_read() -> None:
    assert [t.timex for t in read("It stood for two centuries.")] == ["P2CE"]
    assert [t.edtf for t in read("They worked between January 1 and September 26.", "2016-02-29")] in (
        ["2015-01-01/2015-09-26"],
        ["2016-01-01/2016-09-26"],
    )


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("He fell on November 3. The next day he went home.", "2016-11-04"),
        ("He fell on November 3. Two days later he went home.", "2016-11-05"),
        ("He won on November 3. On the same day she lost.", "2016-11-03"),
        ("They met in 2008. One year later they parted.", "2009"),
        ("They met in March 2011. A month later they parted.", "2011-04"),
        ("They met in 2010 in Ardova. Later that year they parted.", "2010"),
    ],
)
def test_what_is_counted_from_the_date_told_before_has_a_date_and_says_so(words: str, value: str) -> None:
    *_, time = read(words)
    assert time.edtf == value
    assert "told before it" in (time.inferred or "")


def test_a_day_of_that_year_is_of_the_year_told_before() -> None:
    assert [t.edtf for t in read("They met in 2011. On July 22 that year they parted.")][1] == "2011-07-22"


@pytest.mark.parametrize(
    "words",
    [
        "They met on November 3. Three years later they parted.",
        "They met on November 3. The day after the vote they parted.",
        "Sales rose on November 3 from four billion a year earlier.",
        "The next day they parted.",
    ],
)
def test_what_may_be_counted_from_another_day_has_no_date(words: str) -> None:
    *_, time = read(words)
    assert time.edtf is None


def test_a_quarter_of_a_game_is_none_of_a_year() -> None:
    assert read("Berg fell in the third quarter. He had thrown two touchdowns before halftime.") == ()


def test_this_weekend_of_a_monday_is_the_one_just_past_for_what_was_done() -> None:
    assert [t.edtf for t in read("He grabbed the guard this weekend.", "2016-11-07")] == ["2016-11-05/2016-11-06"]
    assert [t.edtf for t in read("He will come this weekend.", "2016-11-07")] == ["2016-11-12/2016-11-13"]


def test_uncertain_words_have_no_date() -> None:
    assert [(t.edtf, t.vague) for t in read("He recently fell ill. He died two days later.")] == [
        (None, True),
        (None, True),
    ]


def test_the_day_of_publication_is_the_day_meant() -> None:
    assert [t.edtf for t in read("A court jailed the captain on Friday.", "2019-03-08")] == ["2019-03-08"]


def test_tense_decides_the_weekday() -> None:
    times = read("A shop burned down on Friday. The court will hear the case on Friday.", "2017-06-21")
    assert [t.edtf for t in times] == ["2017-06-16", "2017-06-23"]


@pytest.mark.parametrize("words", ["was adjourned to Thursday", "was put off to Thursday"])
def test_what_is_put_off_lies_ahead(words: str) -> None:
    assert [t.edtf for t in read(f"The trial {words}.", "2017-06-21")] == ["2017-06-22"]
    assert [t.edtf for t in read(f"The trial {words}.", "2017-06-23")] == ["2017-06-29"]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Sunday's incident comes after a run of thefts.", "2017-06-18"),
        ("The Sunday shooting comes as the town prepares its fair.", "2017-06-18"),
        ("Sunday's fire will go before a judge.", "2017-06-18"),
        ("Sunday's fair opens with a song.", "2017-06-25"),
        ("Sunday's meeting will be held in Ardova.", "2017-06-25"),
        ("The visit comes on Sunday.", "2017-06-25"),
        ("The message from Sunday is clear: people are looking for a change.", "2017-06-18"),
    ],
)
def test_the_tense_of_a_clause_about_an_incident_is_not_that_of_its_day(words: str, day: str) -> None:
    assert [t.edtf for t in read(words, "2017-06-21")] == [day]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("She is a candidate in the primary on June 3.", "2018-06-03"),
        ("He is running in the June 3 primary.", "2018-06-03"),
        ("They met ahead of the June 3 election.", "2018-06-03"),
        ("The deadline of June 3 looms.", "2018-06-03"),
        ("He won the June 3 primary.", "2017-06-03"),
        ("The June 3 trial was his second.", "XXXX-06-03"),
        ("The June 3 fire killed nine.", "2017-06-03"),
        ("He lost the election in November.", "2017-11"),
        ("After winning the election in November, he resigned.", "2017-11"),
        ("He announced his bid for the November election.", "2018-11"),
        ("The election in November is seen as a test.", "XXXX-11"),
        (
            "Mara Neu, a candidate in the Republican primary on June 3, announced in an ad that she grew up on a farm.",
            "2018-06-03",
        ),
        ("She is one of the candidates running to face the mayor in November.", "2018-11"),
        ("The state's voters may choose her after the primary on June 3.", "2018-06-03"),
        ("The quarrel could imperil their chances of taking the council after the November elections.", "2018-11"),
        ("The fair started Wednesday and runs through June 3.", "2018-06-03"),
        ("The text will be released when the board approves it during its meeting in October.", "XXXX-10"),
    ],
)
def test_the_day_of_a_vote_or_trial_is_not_last_years_unless_its_clause_says_so(words: str, day: str) -> None:
    assert [t.edtf for t in read(words, "2018-03-15")][-1] == day


def test_a_day_given_up_for_another_makes_no_interval() -> None:
    assert [t.edtf for t in read("The vote was moved from June 3 to June 10.", "2017-06-21")] == [
        "2017-06-03",
        "2017-06-10",
    ]
    assert len(read("The trial was put off from January 2017 to March 2018.", "2017-06-21")) == 2


def test_a_weekday_of_last_week_is_one_phrase() -> None:
    (time,) = read("The bridge was closed on Tuesday of last week.", "2019-04-12")
    assert (time.edtf, time.span.text) == ("2019-04-02", "Tuesday of last week")


def test_a_part_of_the_day_after_publication_is_that_day_elsewhere() -> None:
    (time,) = read("A rocket fell into the sea early Tuesday morning.", "2017-08-28")
    assert time.edtf == "2017-08-29"
    assert "time zone" in (time.inferred or "")


@pytest.mark.parametrize(
    "head",
    ["February 21, 2015 (ARDOVA) - ", "ARDOVA 2015-02-21\n", "Updated: 2015-02-21 06:50\n", "Ardova, Feb. 21, 2015 - "],
)
def test_a_dateline_anchors_a_text_without_publication_date(head: str) -> None:
    text = head + "The talks were put off until Monday."
    assert [t.edtf for t in read(text, None)][-1] == "2015-02-23"


def test_nothing_asks_the_clock_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    class Forbidden(datetime.date):
        @classmethod
        def today(cls) -> Forbidden:
            raise AssertionError("the clock was asked")

    monkeypatch.setattr(datetime, "date", Forbidden)
    assert [t.edtf for t in read("They met on Monday, yesterday and in May.", None)] == [
        "XXXX-XX-XX",
        "XXXX-XX-XX",
        "XXXX-05",
    ]


def test_unknown_digits_stay_unknown_without_an_anchor() -> None:
    assert [t.edtf for t in read("It was on Sunday. It was on June 12.", None)] == ["XXXX-XX-XX", "XXXX-06-12"]


def test_the_years_that_a_weekday_fits_are_named_where_several_fit() -> None:
    (time,) = read("They met on Sunday, June 12.", None)
    assert time.edtf == "XXXX-06-12"
    assert "2016, 2022" in (time.inferred or "")


def test_a_printed_year_that_fits_the_weekday_decides() -> None:
    times = read("They met on Sunday, June 12. The vote of 2016 is over.", None)
    assert times[0].edtf == "2016-06-12"
    assert "2016" in (times[0].inferred or "")


def test_what_is_inferred_says_from_what() -> None:
    (time,) = read("It happened on Thursday.")
    assert time.inferred == "counted from the publication date 2016-11-11"
    assert read("It happened on 10 November 2016.")[0].inferred is None


def test_after_a_date_is_open_and_after_somebodys_day_is_not() -> None:
    assert [t.edtf for t in read("He vanished after June 9.")] == ["2016-06-09/.."]
    assert [t.edtf for t in read("He spoke after Thursday's attack.")] == ["2016-11-10"]


def test_set_aside_blocks_are_not_read() -> None:
    text = "It happened on Monday.\nRead more: what we did on Tuesday."
    blocks = (Block("body", 0, 22), Block("teaser", 23, len(text), "a teaser"))
    assert [t.span.text for t in read(text, PUBLISHED, blocks)] == ["Monday"]


def test_a_wrong_publication_date_is_no_anchor() -> None:
    assert anchor_of(Report("r1", "r1", "", "No date here.", published="soon")).day is None


def test_the_layer_declares_what_it_reads_and_writes() -> None:
    assert variorum.annotate.times.times is not None
    assert pipeline().get_pipe_meta("variorum_times").assigns == ["doc._.times"]
