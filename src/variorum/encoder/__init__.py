"""Encoder: text -> vector. The only place that knows onnxruntime.

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
KEPT = 30_000
"""Texts whose vectors are kept, 46 MB of them at most: a clause is held against many."""
DIGITS = 4
"""Digits that cosines are rounded to before anything is decided by them: the last bits of a CPU decide nothing."""

FOLDER = Path(__file__).parent
MODEL = FOLDER / "model.onnx"
TOKENIZER = FOLDER / "tokenizer.json"


@lru_cache(maxsize=KEPT)
def encode(text: str) -> Vector:
    """The vector of `text`: 384 numbers of length 1 (`text` without a word: that of the empty text). Kept, so read-only."""
    tokenizer, session = _loaded()
    tokens = tokenizer.encode(text)
    inputs = {
        "input_ids": np.array([tokens.ids], dtype=np.int64),
        "attention_mask": np.array([tokens.attention_mask], dtype=np.int64),
        "token_type_ids": np.array([tokens.type_ids], dtype=np.int64),
    }
    hidden = session.run(None, inputs)[0][0]
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


@lru_cache(maxsize=1)
def digest() -> str:
    """The sha256 of the model file: what a dossier says it was made by."""
    return hashlib.sha256(MODEL.read_bytes()).hexdigest()


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
