"""The encoder: same words, same vector; near in sense, near in space."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from variorum.encoder import SIZE, encode, forget, similarity, word_vectors, wordwise


def test_a_vector_has_384_numbers_and_length_one() -> None:
    vector = encode("The harbour was closed on Monday.")
    assert vector.shape == (SIZE,)
    assert vector.dtype == np.float32
    assert abs(float(np.linalg.norm(vector)) - 1) < 1e-5


def test_a_vector_does_not_depend_on_what_was_encoded_before() -> None:
    first = encode("Four people died.")
    encode("A much longer sentence about the price of wheat in the north of the country and who pays for it.")
    assert (encode("Four people died.") == first).all()


def test_paraphrases_are_nearer_than_other_news() -> None:
    said = "The river burst its banks and flooded the town."
    assert similarity(said, "The town was flooded when the river overflowed.") > 0.7
    assert similarity(said, "The central bank left interest rates unchanged.") < 0.3


def test_similarity_is_symmetric_and_rounded() -> None:
    a, b = "A bus fell into a ravine.", "Coach plunges off mountain road"
    assert similarity(a, b) == similarity(b, a) == round(similarity(a, b), 4)


def test_texts_without_words_and_beyond_the_limit_are_encoded() -> None:
    assert encode("").shape == encode("word " * 2000).shape == (SIZE,)


def test_a_vector_is_made_once_and_cannot_be_changed() -> None:
    assert encode("a fire") is encode("a fire")
    assert not encode("a fire").flags.writeable


def test_importing_the_encoder_does_not_load_the_runtime() -> None:
    code = "import sys, variorum.encoder; print('onnxruntime' in sys.modules or 'tokenizers' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "False"


def test_a_row_of_length_one_stands_for_each_word_and_none_for_a_mark() -> None:
    rows = word_vectors("The refinery, they said, is burning.")
    assert rows.shape == (6, SIZE)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    assert not rows.flags.writeable


def test_word_by_word_a_text_is_its_own_like_and_order_is_no_matter() -> None:
    a, b = "Four people died in the fire.", "The blaze killed four"
    assert wordwise(a, a) == 1
    assert wordwise(a, b) == wordwise(b, a) == round(wordwise(a, b), 4) < 1


def test_a_word_has_its_like_by_context_and_not_by_spelling_alone() -> None:
    said = "the bank of the river gave way"
    assert wordwise(said, "the river burst through its bank") > wordwise(said, "the bank of the state gave credit")


def test_texts_without_words_are_compared_word_by_word_too() -> None:
    assert wordwise("…", "!") <= 1
    assert wordwise("", "a fire") < 1


def test_what_was_read_word_by_word_is_not_read_again_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The ferry left at noon."
    whole = encode(text)
    forget()
    word_vectors(text)
    monkeypatch.setattr("variorum.encoder._loaded", None)
    assert (encode(text) == whole).all()
