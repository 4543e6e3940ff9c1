"""The metrics of `evals chains` against cases worked by hand."""

from __future__ import annotations

import pytest

from evals.chains import Extent, Found, Said, Text, agreement, chain_right, figures, nearest_alike, nearest_right, ours
from variorum.annotate.pipeline import load_pipeline

WORDS = 'The mill is shut, owner Ann Berg told the Daily Lark. "We are sad," Berg said.'


def at(words: str, nth: int = 0) -> Extent:
    """Where `words` stand in WORDS."""
    start = -1
    for _ in range(nth + 1):
        start = WORDS.index(words, start + 1)
    return start, start + len(words)


SHUT = Said(at("The mill is shut"), ((at("Ann Berg"), at("owner")), (at("Daily Lark"),)))
SAD = Said(at('"We are sad,"'), ((at("Berg", 1),),))


def test_a_chain_is_right_by_length_order_and_the_head_of_each_link() -> None:
    assert chain_right([at("Berg"), at("Lark")], SHUT.chain, WORDS)
    assert chain_right([at("owner"), at("Lark")], SHUT.chain, WORDS)
    assert not chain_right([at("Berg")], SHUT.chain, WORDS)
    assert not chain_right([at("Lark"), at("Berg")], SHUT.chain, WORDS)
    assert not chain_right([at("Berg"), at("Lark"), at("Lark")], SHUT.chain, WORDS)


def test_a_name_may_stand_elsewhere_and_a_common_word_may_not() -> None:
    assert nearest_right([at("Berg", 1)], SHUT.chain, WORDS)
    assert not nearest_right([at("mill")], SHUT.chain, WORDS)
    assert not nearest_right([], SHUT.chain, WORDS)


def test_half_of_the_shorter_content_and_the_most_alike() -> None:
    near, wide, far = Found((0, 12), ()), Found((0, 40), ()), Found((15, 60), ())
    assert nearest_alike((0, 10), [wide, near, far]) == near
    assert nearest_alike((0, 10), [far]) is None


def test_shares_are_of_what_was_found_and_by_the_length_of_the_chain() -> None:
    found = (Found(at("The mill is shut"), (at("Berg"),)), Found(at('"We are sad,"'), (at("Berg", 1),)))
    text = Text(WORDS, (SHUT, SAD, Said((60, 60 + 10), ((at("Berg"),),))), found)
    whole = figures([text])
    assert (whole["statements"], whole["ours"]) == (3, 2)
    assert [whole[k] for k in ("found", "chain", "nearest", "precision")] == pytest.approx([1.0, 2 / 3, 1.0, 1 / 2])
    two = figures([text], 2)
    assert (two["chain"], two["ours"]) == (0.0, 0)


def test_of_two_of_ours_within_one_another_the_better_answer_counts() -> None:
    inner, outer = Found((0, 16), (at("Berg"), at("Lark"))), Found((0, 33), (at("Lark"),))
    assert figures([Text(WORDS, (SHUT,), (outer, inner))])["precision"] == 1.0
    assert figures([Text(WORDS, (SHUT,), (outer,))])["precision"] == 0.0


def test_agreement_is_of_the_second_pass() -> None:
    other = Said(SHUT.content, (SHUT.chain[0],))
    assert agreement({("s", "d"): [SHUT, SAD]}, {("s", "d"): [SHUT, other, SAD]}) == pytest.approx(
        {"statements": 3, "found": 1.0, "chain": 2 / 3}
    )


def test_heads_are_read_off_our_voices() -> None:
    doc = load_pipeline()("The bridge will close in May, a tired spokesman for the council said on Monday.")
    (said,) = ours(doc, doc._.quotations)
    assert [doc.text[slice(*head)] for head in said.heads] == ["spokesman"]
