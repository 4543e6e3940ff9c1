"""Matching: items of several reports into groups of which each report gives one at most, by pairs that are each other's best."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import TypeVar

T = TypeVar("T")
CROWD, NEIGHBOURS = 100, 8
"""Items with one key beyond which each is paired only with as many that follow it in order of their words."""
HELD = 12
"""Kinds of items of a group that are held against those of another."""


def pairs_by_key(some: Sequence[int], words: Callable[[int], str]) -> Iterator[tuple[int, int]]:
    """Pairs of the items at `some`, which share a key, the lower index first: all of a few; of the many that share what a large
    story speaks of throughout, those whose words are near in order, so that its cost grows near linearly."""
    if len(some) <= CROWD:
        yield from combinations(some, 2)
        return
    ordered = sorted(some, key=lambda n: (words(n), n))
    for at, one in enumerate(ordered):
        for other in ordered[at + 1 : at + 1 + NEIGHBOURS]:
            yield min(one, other), max(one, other)


def spread(some: Sequence[T], most: int) -> Sequence[T]:
    """All of a few items, of many `most` or fewer spread over them."""
    return some if len(some) <= most else some[:: -(-len(some) // most)]


def mutual_best(
    items: Sequence[T],
    pairs: Iterable[tuple[int, int]],
    score: Callable[[T, T], float | None],
    report_of: Callable[[T], str],
    clash: Callable[[T, T], bool] | None = None,
    kind: Callable[[T], Hashable] = id,
) -> list[list[T]]:
    """Groups of two or more of `items`, each report once in a group, in the order of their first items.

    Args:
        items: what may go together.
        pairs: indices of the items that are compared, the lower first; those of one report are passed over.
        score: how well two items go together; None: they do not.
        report_of: whose an item is.
        clash: whether two items must not stand in one group, though each goes well with a third.
        kind: what a clash turns on; items of one kind clash with the same others.

    Two items join when each is the best that the other's report has for it; the best pairs of all join first.
    """
    scores: dict[tuple[int, int], float] = {}
    for a, b in pairs:
        if report_of(items[a]) != report_of(items[b]) and (found := score(items[a], items[b])) is not None:
            scores[a, b] = found
    best: dict[tuple[int, str], float] = defaultdict(float)
    for (a, b), found in scores.items():
        for one, other in ((a, b), (b, a)):
            place = one, report_of(items[other])
            best[place] = max(best[place], found)
    home = list(range(len(items)))
    members = {i: [i] for i in home}
    reports = {i: {report_of(item)} for i, item in enumerate(items)}
    kinds = {i: {kind(item): item} for i, item in enumerate(items)}
    for (a, b), found in sorted(scores.items(), key=lambda pair: (-pair[1], pair[0])):
        one, other = sorted((home[a], home[b]))
        if one == other or found < max(best[a, report_of(items[b])], best[b, report_of(items[a])]):
            continue
        if reports[one] & reports[other]:
            continue
        ours, theirs = (spread(list(kinds[n].values()), HELD) for n in (one, other))
        if clash is not None and any(clash(x, y) for x in ours for y in theirs):
            continue
        for i in members[other]:
            home[i] = one
        members[one] += members.pop(other)
        reports[one] |= reports.pop(other)
        kinds[one] |= kinds.pop(other)
    return [[items[i] for i in sorted(group)] for _, group in sorted(members.items()) if len(group) > 1]
