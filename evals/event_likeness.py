"""How likely two event mentions mean one happening: a logistic regression on the sense of their words and who is in them.

`python -m evals.event_likeness --data FOLDER` fits weights and threshold on the part of ECB+ for training, never on dev: the
threshold is the one with the best CoNLL F1, in the mean over topics and stories as batches, where each fifth of the topics
is clustered by weights of the others. They are kept in `event_likeness.json` and ship with nothing. What speaks most for one
happening is the sense of the words with a few around them, the more the nearer the two reports are; against it, that one
report tells both, since it seldom tells a thing twice.
"""

from __future__ import annotations

import argparse
import math
import re
import sys
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import combinations
from pathlib import Path
from statistics import mean

import msgspec
import numpy as np
import numpy.typing as npt

from evals.clusterings import conll
from evals.shared import DATA_VARIABLE, data_folder
from variorum.encoder import cosine, encode, word_vectors
from variorum.encoder.words import stems, weight
from variorum.model import Annotation, LocalRef, Span
from variorum.resolve.lookup import Lookup
from variorum.resolve.sketches import background, sketch_of

FITTED = Path(__file__).with_suffix(".json")
AROUND = 3
"""Words on either side that are read with the words of a mention."""
TELLING_WORD, MOST_WORDS = 3.0, 3
"""Weight from which a word of an argument tells something, and how many shared ones count."""
FOLDS, STEPS = 5, 25
WORD = re.compile(r"[^\W_]+")
Matrix = npt.NDArray[np.float64]


class Fitted(msgspec.Struct, frozen=True):
    """The weights of `features`, the bias, and the likeness from which mentions and clusters are one happening."""

    weights: tuple[float, ...]
    bias: float
    threshold: float


class Telling(msgspec.Struct, frozen=True):
    """What one event mention gives: its words, and with a few around them (`context`), its sentence by number, the frame of what
    was read there, and of its arguments the telling words by role and the entities that act and suffer."""

    words: Span
    context: str
    before: int
    sentence: int
    frame: str | None = None
    arguments: frozenset[tuple[str, str]] = frozenset()
    who: frozenset[str] = frozenset()
    whom: frozenset[str] = frozenset()


def telling_of(annotation: Annotation, lookup: Lookup, words: Span) -> Telling:
    """The telling that `words` of a report are; a proposition whose predicate they hold gives its arguments."""
    text = annotation.report.text
    number, sentence = next(
        ((n, s) for n, s in enumerate(annotation.sentences) if s.start <= words.start < s.end), (-1, words)
    )
    before = " ".join(text[sentence.start : words.start].split()[-AROUND:])
    after = text[words.end : max(sentence.end, words.end)].split()[:AROUND]
    context = " ".join([*([before] if before else []), words.text, *after])
    telling = Telling(words, context, len(WORD.findall(before)), number)
    held = [n for n, p in enumerate(annotation.propositions) if p.predicate.overlaps(words)]
    if not held:
        return telling
    proposition = lookup.proposition(LocalRef(words.report, held[-1]))
    entities = [(a.role, e) for a in proposition.arguments if (e := lookup.entity_of(words.report, a)) is not None]
    return msgspec.structs.replace(
        telling,
        frame=proposition.frame,
        arguments=frozenset(
            (a.role, s) for a in proposition.arguments for s in stems(a.span.text) if weight(s) > TELLING_WORD
        ),
        who=frozenset(e for role, e in entities if role == "who"),
        whom=frozenset(e for role, e in entities if role == "whom"),
    )


@cache
def vector_in_context(context: str, before: int, words: str) -> npt.NDArray[np.float32]:
    """The vector of `words`, which stand after `before` words of `context`."""
    rows = word_vectors(context)
    middle = rows[before : before + max(1, len(WORD.findall(words)))].mean(axis=0)
    found: npt.NDArray[np.float32] = middle / max(float(np.linalg.norm(middle)), 1e-12)
    return found


def features(one: Telling, other: Telling, related: float) -> tuple[float, ...]:
    """What is measured of two tellings, in the order of the weights; `related`: how near their reports are, 1 for one report."""
    near = cosine(*(vector_in_context(t.context, t.before, t.words.text) for t in (one, other)))
    here = one.words.report == other.words.report
    return (
        near,
        near * related,
        cosine(encode(one.words.text), encode(other.words.text)),
        float(here),
        float(here and one.sentence == other.sentence),
        min(len(one.arguments & other.arguments), MOST_WORDS) / MOST_WORDS,
        float(bool(one.who and other.who and not one.who & other.who)),
        float(bool(one.whom & other.whom)),
        float(one.frame is not None and other.frame is not None and one.frame != other.frame),
    )


def measured(tellings: Sequence[Telling], annotations: Sequence[Annotation]) -> Matrix:
    """The features of each pair of `tellings`, in the order of `combinations`; `annotations` are those of their reports."""
    sketches = {a.report.id: sketch_of(a) for a in annotations}
    weights = background([s.counts for s in sketches.values()])
    vectors = {name: s.vector(weights) for name, s in sketches.items()}

    @cache
    def related(a: str, b: str) -> float:
        return 1.0 if a == b else math.fsum(v * vectors[b].get(s, 0.0) for s, v in vectors[a].items())

    pairs = combinations(tellings, 2)
    return np.array([features(a, b, related(*sorted((a.words.report, b.words.report)))) for a, b in pairs]).reshape(
        -1, len(load().weights)
    )


def clusters(size: int, likeness: Sequence[float], threshold: float) -> list[int]:
    """The cluster of each of `size` items by average linkage: the two nearest join while their mean likeness reaches `threshold`.
    `likeness` is in the order of `combinations`."""
    near = np.full((size, size), -1.0)
    for (a, b), value in zip(combinations(range(size), 2), likeness, strict=True):
        near[a, b] = near[b, a] = round(value, 9)
    members = {n: [n] for n in range(size)}
    while len(members) > 1:
        one, other = sorted(divmod(int(near.argmax()), size))
        if near[one, other] < threshold:
            break
        ours, theirs = len(members[one]), len(members[other])
        linked = (ours * near[one] + theirs * near[other]) / (ours + theirs)
        near[one], near[:, one] = linked, linked
        near[other], near[:, other], near[one, one] = -1.0, -1.0, -1.0
        members[one] += members.pop(other)
    label = {n: cluster for cluster, some in members.items() for n in some}
    return [label[n] for n in range(size)]


def probabilities(rows: Matrix, weights: Sequence[float], bias: float) -> Matrix:
    """The likeness of each row of features."""
    found: Matrix = 1 / (1 + np.exp(-bias - rows @ np.array(weights)))
    return found


def regression(rows: Matrix, same: Matrix) -> tuple[tuple[float, ...], float]:
    """Weights and bias of a logistic regression by Newton's method, with a little ridge."""
    wide = np.hstack([rows, np.ones((len(rows), 1))])
    found = np.zeros(wide.shape[1])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-wide @ found))
        slope = wide.T @ (same - p) - found
        curve = (wide * (p * (1 - p))[:, None]).T @ wide + np.eye(len(found))
        found = found + np.linalg.solve(curve, slope)
    return tuple(round(float(w), 3) for w in found[:-1]), round(float(found[-1]), 3)


@lru_cache(maxsize=1)
def load() -> Fitted:
    """What was fitted."""
    return msgspec.json.decode(FITTED.read_bytes(), type=Fitted)


class Fold(msgspec.Struct, frozen=True):
    """A topic to fit on: the features of each pair of its mentions, and of each mention its chain and story."""

    rows: Matrix
    chains: tuple[str, ...]
    stories: tuple[str, ...]

    def pairs(self, labels: Sequence[str]) -> Matrix:
        """Which pairs of mentions have one label, as 1 and 0."""
        return np.array([float(a == b) for a, b in combinations(labels, 2)])


def fit(topics: Sequence[Fold]) -> Fitted:
    """Weights of all topics, and the threshold that is best over folds of them."""
    same = [t.pairs(t.chains) for t in topics]
    likeness: dict[int, Matrix] = {}
    for fold in range(FOLDS):
        others = [n for n in range(len(topics)) if n % FOLDS != fold]
        fitted = regression(np.vstack([topics[n].rows for n in others]), np.concatenate([same[n] for n in others]))
        likeness |= {n: probabilities(topics[n].rows, *fitted) for n in range(fold, len(topics), FOLDS)}
    within = {n: likeness[n] * topic.pairs(topic.stories) for n, topic in enumerate(topics)}
    gold = [f"{n} {chain}" for n, topic in enumerate(topics) for chain in topic.chains]

    def reached(threshold: float) -> float:
        return mean(float(conll(gold, found_at(near, threshold))["conll"] or 0.0) for near in (likeness, within))

    def found_at(near: dict[int, Matrix], threshold: float) -> list[str]:
        return [f"{n} {c}" for n, t in enumerate(topics) for c in clusters(len(t.chains), near[n].tolist(), threshold)]

    threshold = max((round(0.1 + 0.025 * n, 3) for n in range(21)), key=reached)
    print(f"CoNLL F1 over {FOLDS} folds, mean of topics and stories: {reached(threshold):.4f} at {threshold}")
    weights, bias = regression(np.vstack([t.rows for t in topics]), np.concatenate(same))
    return Fitted(weights, bias, threshold)


def main(arguments: list[str] | None = None) -> int:
    """Fit on the part for training and keep what came out."""
    from evals.event_coref import batches_of

    parser = argparse.ArgumentParser(prog="python -m evals.event_likeness", description="Fit the likeness of events.")
    parser.add_argument("--data", type=Path, help=f"the folder of the data sets (else ${DATA_VARIABLE})")
    batches = batches_of(data_folder(parser.parse_args(arguments).data), "train", "topic")
    fitted = fit([Fold(b.rows(), tuple(m.chain for m in b.mentions), b.stories_given) for b in batches])
    FITTED.write_bytes(msgspec.json.format(msgspec.json.encode(fitted), indent=2) + b"\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
