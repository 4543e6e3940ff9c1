"""The metrics of `evals answers` against cases worked by hand."""

from __future__ import annotations

import pytest

from evals.answers import Fact, aligned, by_record, facts_of, figures, gold_of, likeness, same_lemma

QAS = [
    {"q": "Who was killed?", "verb": "killed", "a": "six miners", "start": 0, "end": 10, "verb_start": 16, "verb_end": 22},
    {"q": "Where was someone killed?", "verb": "killed", "a": "Ardova", "start": 26, "end": 32, "verb_start": 16,
     "verb_end": 22},
]  # fmt: skip
OTHERS = [
    {"q": "Who was killed?", "verb": "killing", "a": "six miners", "start": 27, "end": 37, "verb_start": 19,
     "verb_end": 26},
    {"q": "What collapsed?", "verb": "collapsed", "a": "A mine", "start": 0, "end": 6, "verb_start": 7, "verb_end": 16},
]  # fmt: skip
ROW = {
    "text_1": "Six miners were killed in Ardova.",
    "text_2": "A mine collapsed , killing six miners .",
    "qas_1": QAS,
    "qas_2": OTHERS,
    "aligned": [{"sent1": QAS[:1], "sent2": OTHERS[:1]}],
}
FIRST, SECOND = facts_of(ROW, 1), facts_of(ROW, 2)
RIGHT = {(frozenset(FIRST[:1]), frozenset(SECOND[:1]))}


def test_an_alignment_is_right_as_a_whole() -> None:
    whole = (frozenset(FIRST), frozenset(SECOND[:1]))
    cases = [({whole}, RIGHT), (RIGHT, RIGHT)]
    assert figures(cases) == pytest.approx({"precision": 1 / 2, "recall": 1 / 2, "f1": 1 / 2})


def test_gold_links_facts_of_the_two_sentences() -> None:
    assert gold_of(ROW) == RIGHT


def test_each_fact_is_aligned_once_with_its_best() -> None:
    a, b = FIRST
    c, d = SECOND
    scores = {(a, c): 0.9, (a, d): 0.8, (b, c): 0.85, (b, d): 0.3}
    assert aligned(scores, 0.5) == RIGHT
    assert aligned(scores, 0.95) == set()


def test_the_baseline_asks_for_one_stem_and_a_shared_word() -> None:
    assert same_lemma(FIRST, SECOND) == RIGHT


def test_facts_with_the_same_words_are_the_likest() -> None:
    assert likeness(FIRST[0], SECOND[0]) == pytest.approx(1.0)
    assert likeness(FIRST[0], SECOND[1]) < 0.9


def test_the_record_joins_what_it_tells_of_one_happening() -> None:
    assert all(isinstance(f, Fact) for pair in by_record(ROW, FIRST, SECOND) for side in pair for f in side)
