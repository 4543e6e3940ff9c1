"""Encoder: text -> vector, and the vector of each of its words in their context. The only place that knows onnxruntime.

all-MiniLM-L6-v2, int8 per channel. Dynamic int8 takes its scales from the whole batch, so a text's vector would depend
on its neighbours: one text a call, on one thread, gives the same vector always. The libraries load at the first call.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Vector = npt.NDArray[np.float32]

SIZE = 384
LONGEST = 128
"""Tokens that are read of a text; what follows is cut."""
KEPT, KEPT_BY_WORD, READ_LATELY = 30_000, 5_000, 100
"""Texts whose vector is kept, 46 MB of them at most, and those whose words' are, 18 kB a clause: each is held against many; and
those of which all is kept for a while: what is compared word by word is soon compared as a whole."""
DIGITS = 4
"""Digits that cosines are rounded to before anything is decided by them: the last bits of a CPU decide nothing."""

FOLDER = Path(__file__).parent
MODEL = FOLDER / "model.onnx"
TOKENIZER = FOLDER / "tokenizer.json"


@lru_cache(maxsize=KEPT)
def encode(text: str) -> Vector:
    """The vector of `text`: 384 numbers of length 1 (`text` without a word: that of the empty text). Kept, so read-only."""
    _, hidden = _read(text)
    mean = hidden.mean(axis=0, dtype=np.float64)
    vector: Vector = (mean / max(float(np.linalg.norm(mean)), 1e-12)).astype(np.float32)
    vector.flags.writeable = False
    return vector


def cosine(one: Vector, other: Vector) -> float:
    """How near two vectors of `encode` are, from -1 to 1, rounded."""
    return round(float(np.dot(one.astype(np.float64), other.astype(np.float64))), DIGITS)


def similarity(a: str, b: str) -> float:
    """How near in sense two texts are: the cosine of their vectors, rounded; the same in either order."""
    return 1.0 if a == b else cosine(encode(a), encode(b))


@lru_cache(maxsize=KEPT_BY_WORD)
def word_vectors(text: str) -> Vector:
    """A row for each word of `text`, its vector in this context, of length 1 (`text` without a word: a row for each mark). Kept,
    so read-only."""
    tokens, hidden = _read(text)
    words: dict[int, list[int]] = {}
    for n, (word, (start, end)) in enumerate(zip(tokens.word_ids, tokens.offsets, strict=True)):
        if word is not None and any(c.isalnum() for c in text[start:end]):
            words.setdefault(word, []).append(n)
    means = [hidden[ns].mean(axis=0, dtype=np.float64) if len(ns) > 1 else hidden[ns[0]] for ns in words.values()]
    rows = np.array(means or hidden, dtype=np.float64)
    vectors: Vector = (rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12)).astype(np.float32)
    vectors.flags.writeable = False
    return vectors


def wordwise(a: str, b: str) -> float:
    """How far each word of a text has its like in the other: the cosine with the nearest, its mean over either text's words and
    over both texts, rounded; the same in either order.

    The vector of a whole text tells what it is about; that two texts tell the same of it shows in their words.
    """
    near = word_vectors(a).astype(np.float64) @ word_vectors(b).astype(np.float64).T
    ours, theirs = near.shape
    return round(float(near.max(axis=1).sum() / ours + near.max(axis=0).sum() / theirs) / 2, DIGITS)


def forget() -> None:
    """Drop all vectors that are kept, so that each is made anew: for measuring."""
    for kept in (encode, word_vectors, _read):
        kept.cache_clear()


@lru_cache(maxsize=1)
def digest() -> str:
    """The sha256 of the model file: what a dossier says it was made by."""
    return hashlib.sha256(MODEL.read_bytes()).hexdigest()


@lru_cache(maxsize=READ_LATELY)
def _read(text: str) -> tuple[Any, Vector]:
    """The tokens of `text` and the vector of each."""
    tokenizer, session = _loaded()
    tokens = tokenizer.encode(text)
    inputs = {
        "input_ids": np.array([tokens.ids], dtype=np.int64),
        "attention_mask": np.array([tokens.attention_mask], dtype=np.int64),
        "token_type_ids": np.array([tokens.type_ids], dtype=np.int64),
    }
    return tokens, session.run(None, inputs)[0][0]


@lru_cache(maxsize=1)
def _loaded() -> tuple[Any, Any]:
    """The tokenizer and the session, loaded once a process."""
    import onnxruntime
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(TOKENIZER))
    tokenizer.enable_truncation(max_length=LONGEST)
    tokenizer.no_padding()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return tokenizer, onnxruntime.InferenceSession(str(MODEL), options, providers=["CPUExecutionProvider"])
