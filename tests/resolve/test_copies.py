"""Copies: only copying makes one witness."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.model import Block, Report
from variorum.resolve.copies import find_accounts

WIRE = (
    "The ferry left the quay at Marloe shortly after six with eighty people on board. "
    "Half an hour later it struck a sandbank that pilots had warned of since the spring floods.\n\n"
    "Fishermen from two villages reached the vessel first and took most passengers off in small boats. "
    "The coast guard said that nine bodies had been recovered by nightfall and that four people were missing.\n\n"
    "The owner of the ferry, a company that runs six routes along the coast, declined to comment. "
    "A commission of the transport ministry is to report within thirty days on the state of the channel."
)
OTHER = (
    "Nine people died on Tuesday when a passenger ferry ran aground off Marloe, the coast guard said. "
    "Four others are still being looked for, and rescuers fear that the tide has carried them out to sea. "
    "Villagers said they had asked for years that the channel be dredged, and nobody had come."
)
LOCAL = "For Oda Brun of Highgate Street the evening began with a telephone call from her brother in Marloe."


def report(name: str, text: str) -> Report:
    return Report(name, f"{name}.txt", "", text, blocks=(Block("body", 0, len(text)),))


def partition(*reports: Report) -> list[tuple[str, ...]]:
    return [account.reports for account in find_accounts(reports)]


CUT = " ".join(WIRE.split("\n\n")[:2])
FAMILY = (
    report("r1", "MARLOE (AP) - " + WIRE),
    report("r2", CUT),
    report("r3", f"By Ann Lee\n\n{LOCAL}\n\n{WIRE}"),
    report("r4", OTHER),
)


def test_one_agency_text_in_three_papers_is_one_account() -> None:
    assert partition(*FAMILY) == [("r1", "r2", "r3"), ("r4",)]


def test_a_paragraph_of_its_own_is_shown_as_own() -> None:
    account = find_accounts(FAMILY)[0]
    assert any(LOCAL.rstrip(".") in span.text for span in account.own)
    assert not any("sandbank" in span.text for span in account.own)


def test_copied_passages_stand_in_both_texts() -> None:
    texts = {r.id: r.text for r in FAMILY}
    account = find_accounts(FAMILY)[0]
    assert account.copied
    for one, other in account.copied:
        assert one.report != other.report
        for span in (one, other):
            assert texts[span.report][span.start : span.end] == span.text
        assert one.text.split()[:5] == other.text.split()[:5]


def test_why_counts_the_sentences_that_are_repeated() -> None:
    assert "r2 repeats 4 of its 4 sentences from r" in find_accounts(FAMILY)[0].why


def test_a_credit_is_shown_as_origin_and_the_house_as_publisher() -> None:
    account = find_accounts(FAMILY)[0]
    assert account.origins == ("Associated Press",)
    assert account.publisher is None
    paper = Report("g", "g.txt", "", OTHER, outlet="The Guardian", blocks=(Block("body", 0, len(OTHER)),))
    assert find_accounts([paper])[0].publisher is not None


def test_one_statement_quoted_by_two_is_no_copying() -> None:
    statement = (
        '"We will not rest until every family has an answer, and we will not accept that a channel which '
        'everybody knew was closing could be left without a single buoy for the whole of the winter season," '
    )
    one = report(
        "x", "The minister travelled to the coast on Monday. " + statement + "he told mourners outside the church."
    )
    other = report(
        "y", statement + "Transport Minister Ivo Kant said as relatives buried two of the dead near the shore."
    )
    assert partition(one, other) == [("x",), ("y",)]


def test_one_sentence_that_happens_to_agree_is_no_copying() -> None:
    one = report("x", "TBILISI - Georgian police dispersed a rally; 12 were held.")
    other = report("y", "ATLANTA - Georgia state police dispersed a rally; 12 were held.")
    assert partition(one, other) == [("x",), ("y",)]


def test_the_same_file_twice_is_one_account() -> None:
    assert partition(report("x", "Snow fell in Ardova."), report("y", "Snow fell in Ardova.")) == [("x", "y")]


def test_a_report_made_of_two_texts_does_not_make_them_one() -> None:
    mixed = report("m", WIRE.split("\n\n")[0] + "\n\n" + OTHER)
    assert ("r1", "r4") not in partition(report("r1", WIRE), report("r4", OTHER), mixed)
    assert not any({"r1", "r4"} <= set(group) for group in partition(report("r1", WIRE), report("r4", OTHER), mixed))


def test_empty_reports_are_their_own_accounts() -> None:
    assert partition(report("x", ""), report("y", "")) == [("x",), ("y",)]


@settings(max_examples=20, deadline=None)
@given(st.permutations(FAMILY), st.sampled_from(FAMILY))
def test_order_and_an_added_copy_change_no_partition(order: list[Report], copied: Report) -> None:
    assert find_accounts(order) == find_accounts(FAMILY)
    added = [set(g) - {"zz"} for g in partition(*order, report("zz", copied.text))]
    assert added == [set(g) for g in partition(*FAMILY)]
