"""Figures of two reports that are one though their words differ, and those that only look alike."""

from __future__ import annotations

import pytest

from tests.reports import report
from variorum.annotate.pipeline import annotate
from variorum.collate import collate
from variorum.model import Claim, QuantityValue
from variorum.resolve import resolve


def figures(*texts: str) -> list[Claim]:
    """The rows of figures of invented reports of one day."""
    reports = [report(f"r{n}", text, published="2021-03-02") for n, text in enumerate(texts)]
    rows = collate(resolve([annotate(one) for one in reports])).claims
    return [r for r in rows if isinstance(r.readings[0].value, QuantityValue)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "A court in Ardova sentenced former mayor Mira Lendal and 19 others to prison on Monday.",
            "The former mayor Mira Lendal was sentenced to prison with 19 other defendants by a court in Ardova on Monday.",
        ),
        (
            "ARDOVA, Egypt - Mayor Mira Lendal was fined 30,000 Egyptian pounds by a court on Monday.",
            "ARDOVA, Egypt - Mayor Mira Lendal was fined 30,000 pounds by a court on Monday.",
        ),
        (
            "Oder Bank said on Monday that it faces a charge of as much as $20 billion.",
            "Oder Bank said on Monday that it faces a charge of $20 billion.",
        ),
        (
            "Hackers stole more than 200,000 credit card numbers from Oder Bank, it said on Monday.",
            "Hackers stole 209,000 Ardovan credit card numbers from Oder Bank, it said on Monday.",
        ),
        (
            "The lawsuit of Mira Lendal covers 1.5 million women, the court said on Monday.",
            "The lawsuit of Mira Lendal covers as many as 1.5 million women, the court said on Monday.",
        ),
        (
            "In Ardova 12 soldiers guarded the court on Monday.",
            "The court in Ardova was guarded by 12 soldiers on Monday.",
        ),
    ],
)
def test_one_figure_in_other_words_is_agreed(one: str, other: str) -> None:
    assert "AGREE" in [r.verdict for r in figures(one, other)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Some 40 officers guarded the court in Ardova on Monday.",
            "Mayor Mira Lendal was sentenced in Ardova on Monday. She is the mother of 40 foster children.",
        ),
        (
            "Hackers stole more than 200,000 credit card numbers from Oder Bank on Monday.",
            "Hackers stole 209,000 telephone numbers from Oder Bank on Monday.",
        ),
        ("The mayor paid 30 Egyptian pounds on Monday.", "The mayor lost 30 pounds of weight by Monday."),
        (
            "Two coaches left Oder United on Monday.",
            "Nadia Wray was among seven coaches whom Oder United hired on Monday.",
        ),
        (
            "The agency launched one of its Vega 9 rockets on Monday.",
            "On Monday the agency flew all 18 rockets in Ardova.",
        ),
        (
            "Two elderly passengers gave the players their coats in Ardova on Monday.",
            "Police in Ardova had to remove two drunken passengers from another train on Monday.",
        ),
    ],
)
def test_a_figure_of_something_else_agrees_with_nothing(one: str, other: str) -> None:
    assert {r.verdict for r in figures(one, other)} <= {"SOLE"}


def test_a_figure_that_a_report_tells_besides_is_another() -> None:
    one = (
        "The court ordered Mira Lendal to pay $3 million to the mayor of Ardova. "
        "It also ordered 23 traders to pay $3 million to a union of weavers."
    )
    other = "The court ordered 23 traders on Monday to pay $3 million to a union of weavers."
    rows = [r for r in figures(one, other) if r.slot == "amount"]
    assert sorted(len(r.readings) for r in rows) == [1, 2]
    agreed = next(r for r in rows if len(r.readings) == 2)
    assert [r.span.start for r in agreed.readings if r.report == "r0"] == [one.rindex("$3")]


def test_a_row_of_a_bare_figure_says_of_what_it_is_told() -> None:
    rows = figures("Oder Bank expects a charge of about $5 billion, its head said on Monday.")
    assert [r.question for r in rows] == ["How much: Oder Bank expects a charge of …?"]


def test_a_part_of_those_counted_contradicts_no_count_of_all() -> None:
    rows = figures(
        "Police found three boats in the harbour of Ardova on Monday.",
        "Police found two large boats in the harbour of Ardova on Monday.",
    )
    assert {r.verdict for r in rows} == {"SOLE"}


@pytest.mark.parametrize(
    "words",
    [
        "Mira Lendal was killed along with 19 other children in the fire in Ardova on Monday.",
        "The fire in Ardova killed Mira Lendal and 19 others on Monday.",
    ],
)
def test_the_others_killed_with_one_who_is_named_are_not_all_of_them(words: str) -> None:
    rows = figures("The fire in Ardova killed 20 children on Monday.", words)
    assert [r.verdict for r in rows if r.slot == "killed"] == ["SOLE"]


def test_what_a_figure_describes_is_asked_for_in_the_plural() -> None:
    rows = figures("The 12-nation accord was signed in Ardova on Monday.")
    assert [r.question for r in rows] == ["How many nations?"]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Mira Lendal wrote a 48-page report on Monday.", "How many pages?"),
        ("Police saw at least one car in Belmar on Monday.", "How many cars?"),
        ("Two Japanese were seen in Belmar on Monday.", "How many Japanese?"),
        ("About a million asylum seekers came to Belmar in 2020.", "How many asylum seekers?"),
        ("The town hired 500 private security guards on Monday.", "How many private security guards?"),
        ("Mira Lendal, 41, left Belmar on Monday.", "How old is Mira Lendal?"),
    ],
)
def test_a_question_of_figures_names_what_is_counted_in_the_plural(text: str, question: str) -> None:
    assert question in {row.question for row in figures(text)}


def test_the_clause_of_a_bare_figure_ends_in_no_word_that_hangs() -> None:
    rows = figures(
        "With just $200,000 Jonas Brek, a professor at a small college in Belmar near Ardova, toppled "
        "Mr. Lendal on Monday."
    )
    assert not any(r.question.endswith((" Mr?", " a?", " in?", " near?")) for r in rows)


def verdicts(rows: list[Claim], low: float) -> list[str]:
    """The verdicts of the rows with a figure."""
    return [
        r.verdict for r in rows if any(isinstance(x.value, QuantityValue) and x.value.low == low for x in r.readings)
    ]


def test_an_equal_figure_in_sentences_that_are_alike_is_one_though_it_counts_by_another_noun() -> None:
    rows = figures(
        "In a letter signed by the 42 members of his caucus, Brek told the council of Belmar that they would block the tax.",
        "On Monday the council of Belmar got a letter signed by all 42 Reformists, who said that they would block the tax.",
    )
    assert verdicts(rows, 42) == ["AGREE"]


def test_a_bound_in_a_sentence_that_is_alike_holds_the_figure_of_another() -> None:
    rows = figures(
        "The hobby can be dear: some of these men spent $30,000 to $50,000 a year on old clocks, dealers in Belmar said.",
        "Trade in clocks has grown, and dealers in Belmar have said that some men spend up to $50,000 a year on old clocks.",
    )
    assert "AGREE" in verdicts(rows, 30_000)


def test_what_comes_on_top_is_not_what_was_counted_before() -> None:
    rows = figures(
        "Ardova has about 850 soldiers at a base near Belmar, with another 1,000 troops coming from partner countries.",
        "Ardova leads the mission at the base near Belmar and has nearly 1,000 troops stationed in the country.",
    )
    assert set(verdicts(rows, 1000)) == {"SOLE"}


def test_an_equal_figure_of_other_things_is_no_agreement() -> None:
    rows = figures(
        "Oder Bank will take a $3 billion charge because of the tax, it said on Monday.",
        "Belmar Rail wants to build a tunnel under the port for $3 billion, the mayor said.",
    )
    assert set(verdicts(rows, 3e9)) == {"SOLE"}
