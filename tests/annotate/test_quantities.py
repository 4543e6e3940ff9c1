# ruff: noqa: E501  (a corpus: one value a line with all its wordings)
"""Quantities: every way to write a number with the bounds it gives, what it counts, and numbers that are none."""

from __future__ import annotations

from functools import lru_cache

import pytest
import spacy
from spacy.language import Language

import variorum.annotate.quantities
import variorum.annotate.times
from variorum.annotate.numerals import read_numeral
from variorum.annotate.pipeline import DEFAULT_PIPELINE
from variorum.knowledge.bounds import bounds
from variorum.knowledge.tables import read_table
from variorum.knowledge.units import units
from variorum.model import Block, Quantity, Report

Bounds = tuple[float | None, float | None]

READ: dict[Bounds, list[str]] = {
    (12, None): [
        "At least 12 people died.", "No fewer than twelve people died.", "More than 12 people died.", "Over 12 people died.",
        "12 or more people died.", "Not less than 12 people died.",
    ],
    (12, 12): [
        "About 12 people died.", "Some 12 people died.", "Roughly a dozen people died.", "A dozen people died.", "Twelve people died.",
        "Nearly 12 people died.", "All 12 people died.", "Another 12 people died.", "Around 12 people died.", "12 people died.",
    ],
    (None, 5): ["Up to 5 people died.", "Fewer than five people died.", "No more than five people died.", "At most 5 people died.", "As many as five people died."],
    (30, 40): ["30 to 40 people came.", "Between 30 and 40 people came.", "30-40 people came.", "30–40 people came.", "Thirty to forty people came."],
    (3, 4): ["Three or four people came.", "Between 3 and 4 people came."],
    (300, 400): ["Perhaps three, four hundred people came.", "Three to four hundred people came.", "300 to 400 people came."],
    (5000, 6000): ["About 5-6,000 people came."],
    (24, None): ["Dozens of people came.", "Dozens came."],
    (40, None): ["Scores of people were hurt.", "Scores were hurt."],
    (200, None): ["Hundreds of people came.", "Several hundred people came.", "100s of people came.", "A few hundred people came."],
    (20000, None): ["Tens of thousands of people came."],
    (200000, None): ["Hundreds of thousands of people came."],
    (16000, 16000): ["16 000 families fled.", "16\u202f000 families fled.", "16,000 families fled.", "Sixteen thousand families fled."],
    (816000, 816000): ["816\u2009000 families fled."],
    (500000, 500000): ["Half a million people came."],
    (1200000, 1200000): ["1.2 million people came.", "1.2m people came."],
    (6, None): ["More than a half-dozen people came.", "At least half a dozen people came."],
    (250, 250): ["Two hundred and fifty people came.", "250 people came."],
    (2, 2): ["A couple of people came.", "Two people came."],
    (0, 0): ["No one was hurt.", "Nobody was hurt.", "There were no injuries."],
    (1, 1): ["One person died.", "Only one person died."],
    (1, None): ["At least one suspect was held."],
}  # fmt: skip

UNITS: dict[tuple[str, float | None, float | None, str], list[str]] = {
    ("USD", 62e9, 62e9, "money"): ["It cost $62 billion.", "It cost $62bn.", "It cost 62 billion dollars.", "It cost US$62 billion."],
    ("GBP", 3.5e6, 3.5e6, "money"): ["It cost £3.5m.", "It cost 3.5 million pounds."],
    ("dinar", 5e9, 5e9, "money"): ["It cost 5 billion dinars."],
    ("rupee", 3e8, 3e8, "money"): ["It cost 300 million rupees.", "It cost Rs 300 million."],
    ("INR", 3e8, 3e8, "money"): ["It cost ₹300 million."],
    ("peso", 2e7, 2e7, "money"): ["It cost 20 million pesos."],
    ("¥", 2e7, 2e7, "money"): ["It cost ¥20 million."],
    ("CHF", 2e7, 2e7, "money"): ["It cost 20 million Swiss francs."],
    ("USD", 2e6, 3e6, "money"): ["It cost $2-3 million.", "It cost $2 million to $3 million."],
    ("USD", 2000, None, "money"): ["It cost thousands of dollars."],
    ("percent", 99.9, 99.9, "percent"): ["It fell by 99.9 percent.", "It fell by 99.9%.", "It fell by 99.9 per cent."],
    ("percent", 5, 10, "percent"): ["It fell by 5% to 10%.", "It fell by 5 to 10 percent.", "It fell by between 5% and 10%."],
    ("hectare", 2900, 2900, "measure"): ["Flames swept 2,900 hectares."],
    ("metre", 40, 40, "measure"): ["He fell down a 40m well.", "He fell 40 metres.", "A 40-metre well was found.", "It is 40m-deep."],
    ("metre", None, 10, "measure"): ["They were less than 10 metres away."],
    ("month", 18, 18, "measure"): ["An 18-month inquiry began."],
    ("hour", 85, None, "measure"): ["It took more than 85 hours."],
    ("hour", None, 2, "measure"): ["He must leave within two hours.", "He left in under two hours."],
    ("pound", 400, None, "measure"): ["A 400-pound-plus bear fell.", "The 400-plus-pound bear fell.", "It weighs 400 pounds or more."],
    ("season", 2, 2, "measure"): ["She played two seasons in Ardova.", "A two-season ban was set."],
    ("pound", 13, 18, "measure"): ["He has lost 13 to 18 pounds."],
    ("ton", 25, 25, "measure"): ["A 25-ton truck came."],
    ("nautical mile", 12, 12, "measure"): ["It left the 12-nautical-mile zone.", "It lies 12 nautical\nmiles off the coast."],
    ("year", 34, 34, "age"): ["A 34-year-old man fled.", "A man aged 34 fled.", "Jan Novak, 34, fled.", "Jan Novak, who was 34, fled.", "The suspect, 34, fled.", "His wife, 34, fled.", "The driver was 34.", "The driver was 34 years of age."],
}  # fmt: skip

COUNTED: dict[str, list[str]] = {
    "civilians": [
        "At least six civilians died.",
        "Some 30 Afghan civilians died.",
        "Dozens of innocent civilians died.",
    ],
    "cattle": ["The fire killed 40 cattle."],
    "officers": ["Two police officers died."],
    "members": ["26 crew members came."],
    "people": ["Landslides killed 5 and 6 people.", "They took 400,000 people's private data."],
    "passengers": ["The 103 passengers came."],
}
NOTHING_PRINTED = [
    "84 injured were brought in.",
    "The blast left four dead.",
    "The bomb went off, killing three.",
    "27 hurt",
    "The toll rose to at least six Friday.",
]

NOT_A_QUANTITY = [
    "The 911 call was played in court.", "She spoke to a 999 operator.",
    "A Boeing 737 landed.", "It was on 9/11.", "The G20 met.", "They drove on Highway 6.", "Resolution 1701 passed.", "The shop is open 24/7.",
    "They won 2-1.", "They met on 12 June 2016.", "They met in 2016.", "It happened at 11:30pm.", "She is the one who came.", "A suspect was held.",
    "They met at 10 Downing Street.", "Apollo 11 landed.", "The 25-strong team came.", "He scores often.", "Covid-19 spread.", "Several people came.",
    "MH17 fell.", "He won it.", "In 2012–13 it rained.", "There were no reports of injuries.", "Call 555-123-4567 now.", "He is No. 2 in the party.", "Covid-19 came back.",
    "They spoke of the deadly 2012 attacks in Ardova.", "It was the worst of the 2012 protests.", "He should wait until at least 2015 to do so.",
    "She retired on lap 48 of the race.", "After his lap 48 exit he wept.", "He was 5-foot-11 then.", "MAIN STAGE 6 3 5 4 People fled north",
]  # fmt: skip


@lru_cache(maxsize=1)
def pipeline() -> Language:
    nlp = spacy.load(DEFAULT_PIPELINE)
    nlp.add_pipe("variorum_times")
    nlp.add_pipe("variorum_quantities")
    return nlp


def read(text: str, blocks: tuple[Block, ...] = ()) -> tuple[Quantity, ...]:
    doc = pipeline().make_doc(text)
    doc._.report = Report("r1", "r1.txt", "", text, blocks=blocks or (Block("body", 0, len(text)),))
    quantities: tuple[Quantity, ...] = pipeline()(doc)._.quantities
    for quantity in quantities:
        assert text[quantity.span.start : quantity.span.end] == quantity.span.text
    return quantities


@pytest.mark.parametrize(("words", "value"), [(w, v) for v, phrases in READ.items() for w in phrases])
def test_words_give_the_bounds(words: str, value: Bounds) -> None:
    assert [(q.low, q.high) for q in read(words)] == [value]


@pytest.mark.parametrize(("words", "value"), [(w, v) for v, phrases in UNITS.items() for w in phrases])
def test_words_give_the_unit(words: str, value: tuple[str, float | None, float | None, str]) -> None:
    assert [(q.unit, q.low, q.high, q.nature) for q in read(words)] == [value]


@pytest.mark.parametrize(("words", "noun"), [(w, v) for v, phrases in COUNTED.items() for w in phrases])
def test_a_number_counts_its_noun(words: str, noun: str) -> None:
    assert {q.of for q in read(words)} == {noun}


@pytest.mark.parametrize("words", NOTHING_PRINTED)
def test_a_number_without_a_noun_counts_nothing_printed(words: str) -> None:
    assert [q.of for q in read(words)] == [None]


@pytest.mark.parametrize("words", NOT_A_QUANTITY)
def test_a_number_that_names_something_is_no_quantity(words: str) -> None:
    assert read(words) == ()


def test_all_ages_of_a_list_are_ages() -> None:
    assert [(q.low, q.nature) for q in read("Her daughters, aged 16 and 13 respectively, fled.")] == [
        (16, "age"),
        (13, "age"),
    ]
    assert [q.nature for q in read("A boy aged 16 and 13 others fled.")] == ["age", "count"]


@pytest.mark.parametrize("words", ["They handed over 300 letters.", "They turned over about 300 letters."])
def test_over_bounds_nothing_where_it_is_the_verbs(words: str) -> None:
    assert [(q.low, q.high) for q in read(words)] == [(300, 300)]


def test_a_number_after_a_noun_that_is_no_person_is_no_age() -> None:
    assert [q.nature for q in read("The toll, 34, is final.")] == ["count"]
    assert [q.nature for q in read("The crew, 12, survived.")] == ["count"]


def test_two_figures_with_and_stay_two() -> None:
    assert [(q.low, q.high) for q in read("Landslides killed 5 and 6 people in Ardova and Belmar.")] == [(5, 5), (6, 6)]


def test_men_and_women_are_two_quantities() -> None:
    found = read("The blast killed two men and three women, ten years after a similar attack.")
    assert [(q.low, q.of) for q in found if q.nature == "count"] == [(2, "men"), (3, "women")]


@pytest.mark.parametrize(
    "words", ["The raid killed 30 in 2 days.", "In 1990 30 people died.", "On June 12 30 people died."]
)
def test_a_number_beside_another_is_still_read(words: str) -> None:
    assert 30 in [q.low for q in read(words) if q.nature == "count"]


def test_a_change_is_no_range() -> None:
    assert [(q.low, q.high) for q in read("The toll rose from 3 to 4.")] == [(3, 3), (4, 4)]


def test_a_ratio_is_no_range() -> None:
    assert [(q.low, q.high) for q in read("She outraised him $5.4 million to $200,000.")] == [
        (5.4e6, 5.4e6),
        (2e5, 2e5),
    ]


def test_a_year_of_somebodys_things_counts_none_where_thousands_have_commas() -> None:
    assert [q.low for q in read("The managers' 2017 bonuses went to 1,200 people.")] == [1200]
    assert [q.low for q in read("The army sent 2017 soldiers.")] == [2017]


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("He must pay 30,000 Egyptian pounds.", "Egyptian pound"),
        ("In Cairo he must pay 2 million pounds.", "pound"),
        ("In Cairo he must pay 30,000 pounds ($1,680).", "pound"),
        ("He must pay 500 Canadian dollars.", "CAD"),
    ],
)
def test_money_of_a_named_nation_is_not_anothers(words: str, unit: str) -> None:
    first = read(words)[0]
    assert (first.unit, first.nature) == (unit, "money")


def test_the_span_holds_number_bound_words_and_unit_and_not_the_noun() -> None:
    assert [q.span.text for q in read("At least 12 soldiers died and it cost about $62 billion.")] == [
        "At least 12",
        "about $62 billion",
    ]


@pytest.mark.parametrize("words", ["Another four soldiers died.", "Six more soldiers died.", "A further ten died."])
def test_more_of_the_same_is_additional(words: str) -> None:
    assert [q.additional for q in read(words)] == [True]


@pytest.mark.parametrize(
    "words", ["Three of them died.", "It killed people, including two children.", "Two of the men died."]
)
def test_a_part_of_a_count_is_a_subset(words: str) -> None:
    assert [q.subset for q in read(words)] == [True]


@pytest.mark.parametrize("words", ["About 30 people came.", "Nearly 1,000 troops came.", "Perhaps 20 men came."])
def test_hedged_numbers_are_approximate(words: str) -> None:
    assert [q.approximate for q in read(words)] == [True]


def test_an_ordinal_ranks_and_does_not_count() -> None:
    (quantity,) = read("It was the 15th missile test.")
    assert (quantity.nature, quantity.low, quantity.of) == ("ordinal", 15, "test")


def test_a_magnitude_has_its_own_nature() -> None:
    assert [(q.nature, q.low) for q in read("A magnitude 7.1 quake struck.")] == [("magnitude", 7.1)]


def test_set_aside_blocks_are_not_read() -> None:
    text = "Six men died.\nRead more: 7 ways to cook."
    assert [q.low for q in read(text, (Block("body", 0, 13), Block("teaser", 14, len(text), "a teaser")))] == [6]


@pytest.mark.parametrize(
    ("words", "value"),
    [("two hundred and fifty thousand", 250000), ("1,00,000", 100000), ("4½", 4.5), ("two and a half million", 2500000), ("forty-two", 42),
     ("a hundred and twenty", 120), ("seventeen hundred", 1700), ("3 crore", 30000000), ("word", None)],
)  # fmt: skip
def test_numerals_are_read_in_words_and_digits(words: str, value: float | None) -> None:
    assert read_numeral(words) == value


@pytest.mark.parametrize("name", ["bounds.tsv", "units.tsv", "calendar.tsv"])
def test_every_row_of_the_tables_has_a_source(name: str) -> None:
    assert all(row["source"] for row in read_table(name))


def test_the_tables_load_with_known_kinds() -> None:
    assert bounds("before")["at least"] == "least"
    assert units()["km"].kind == "measure"
    assert variorum.annotate.quantities.quantities is not None
