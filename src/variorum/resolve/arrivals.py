"""Arrivals: reports grouped into stories one at a time, as they come in, each at about the same cost however many are kept.

A report is held only against stories that share its weightiest words, found through an inverted index of the latest stories
of each word, and of each against its latest reports. It joins the one to which its mean nearness reaches the threshold of
`stories`, by the same measure; else it begins a story. What has been grouped stays so: unlike in a batch, no later report
moves an earlier one. Measured by `python -m evals grouping` and `python -m evals scale`.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter, OrderedDict
from collections.abc import Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from variorum.encoder import DIGITS, encode
from variorum.model import Annotation, Report, StoryGroup
from variorum.resolve.sketches import Sketch, sketch_of, sketch_of_report, weight_in
from variorum.resolve.stories import (
    CLOSEST,
    CONTRAST,
    NEIGHBOUR,
    SENSE,
    THRESHOLD,
    USUAL,
    WORDS,
    cost_of,
    reason,
)

KEY_STEMS = 25
"""Weightiest stems of a report by which stories are found."""
POSTED = 40
"""Stories that are kept of each stem, the latest."""
LOOKED_AT = 6
"""Stories that a report is held against."""
MEMBERS = 10
"""Latest reports of a story that stand for it."""

Numbers = npt.NDArray[np.float32]
Codes = npt.NDArray[np.int32]


class Kept(msgspec.Struct, frozen=True):
    """What is kept of a report: its sketch without words, its weighed stems by number in order, the sense of its lead, and the
    nearness of its nearest others so far (a heap, the least first)."""

    sketch: Sketch
    codes: Codes
    weights: Numbers
    lead: Numbers
    nearest: list[float]

    @property
    def usual(self) -> float:
        """How near its neighbours are at all."""
        return min(self.nearest[0], CLOSEST) if len(self.nearest) == NEIGHBOUR else USUAL


class Arrivals:
    """The stories so far. `add` takes a report in and says which story it belongs to."""

    def __init__(self) -> None:
        self.count = 0
        self._held: Counter[str] = Counter()
        self._code: dict[str, int] = {}
        self._posted: dict[int, OrderedDict[int, None]] = {}
        self._members: list[list[Kept]] = []
        self._reports: list[list[str]] = []
        self._dense: Numbers = np.zeros(0, dtype=np.float32)

    def add(self, arrived: Annotation | Report | Sketch) -> str:
        """The story that a report joins or begins, by id (`s1`, `s2` in the order in which they began)."""
        if isinstance(arrived, Sketch):
            sketch = arrived
        else:
            sketch = sketch_of(arrived) if isinstance(arrived, Annotation) else sketch_of_report(arrived)
        self.count += 1
        self._held.update(sketch.counts.keys())
        kept = self._kept(sketch)
        story = self._home(kept)
        if story is None:
            story = len(self._members)
            self._members.append([])
            self._reports.append([])
        self._members[story] = [*self._members[story], kept][-MEMBERS:]
        self._reports[story].append(sketch.report)
        for code in self._keys(kept):
            posted = self._posted.setdefault(code, OrderedDict())
            posted[story] = None
            posted.move_to_end(story)
            if len(posted) > POSTED:
                posted.popitem(last=False)
        return f"s{story + 1}"

    def stories(self) -> tuple[StoryGroup, ...]:
        """All stories with their reports, in the order in which they began, each with why its latest reports are together."""
        return tuple(
            StoryGroup(f"s{n}", tuple(reports), reason([k.sketch for k in members], {}))
            for n, (reports, members) in enumerate(zip(self._reports, self._members, strict=True), 1)
        )

    def _kept(self, sketch: Sketch) -> Kept:
        """What is kept of a report; words weigh by how many of the reports so far hold them."""
        weights = {s: weight_in(s, self._held[s], self.count) for s in sketch.counts}
        vector = sketch.vector(weights)
        coded = sorted((self._code.setdefault(s, len(self._code)), value) for s, value in vector.items())
        return Kept(
            sketch=msgspec.structs.replace(sketch, counts={}, name_stems=frozenset()),
            codes=np.array([code for code, _ in coded], dtype=np.int32),
            weights=np.array([value for _, value in coded], dtype=np.float32),
            lead=encode(sketch.lead),
            nearest=[],
        )

    def _keys(self, kept: Kept) -> list[int]:
        """The numbers of its weightiest stems."""
        top = np.argsort(-kept.weights, kind="stable")[:KEY_STEMS]
        return [int(code) for code in kept.codes[top]]

    def _home(self, kept: Kept) -> int | None:
        """The story that a report is nearest to and near enough; None where there is none."""
        shared: Counter[int] = Counter()
        for code in self._keys(kept):
            shared.update(list(self._posted.get(code, ())))
        most = heapq.nlargest(LOOKED_AT, [(count << 32) + n for n, count in shared.items()])  # the latest of equals
        likely = [both % (1 << 32) for both in most]
        near = {n: self._nearness(kept, self._members[n]) for n in likely}
        for n, values in near.items():
            for other, value in zip(self._members[n], values, strict=True):
                for heap in (kept.nearest, other.nearest):
                    (heapq.heappush if len(heap) < NEIGHBOUR else heapq.heappushpop)(heap, value)
        scored = [(raised(kept, self._members[n], values), -n) for n, values in near.items()]
        best, story = max(scored, default=(-math.inf, 0))
        return -story if best >= THRESHOLD else None

    def _nearness(self, kept: Kept, members: Sequence[Kept]) -> list[float]:
        """How near a report is to each of a story in words and in the sense of their leads, from 0 to 1."""
        if len(self._dense) < len(self._code):
            self._dense = np.zeros(2 * len(self._code), dtype=np.float32)
        self._dense[kept.codes] = kept.weights
        words = [float(np.dot(self._dense[other.codes], other.weights)) for other in members]
        self._dense[kept.codes] = 0.0
        leads = [max(float(np.dot(kept.lead, other.lead)), 0.0) for other in members]
        return [round(WORDS * word + SENSE * lead, DIGITS) for word, lead in zip(words, leads, strict=True)]


def raised(kept: Kept, members: Sequence[Kept], values: Sequence[float]) -> float:
    """The mean nearness to the reports of a story, against how near their neighbours are, less what speaks against."""
    found = [
        near + CONTRAST * (near - (kept.usual + other.usual) / 2) - cost_of(kept.sketch, other.sketch)
        for near, other in zip(values, members, strict=True)
    ]
    return math.fsum(found) / len(found)
