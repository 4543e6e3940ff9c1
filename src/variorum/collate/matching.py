"""Matching: items of several reports into groups of which each report gives one at most, by pairs that are each other's best."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")


def mutual_best(
    items: Sequence[T],
    pairs: Iterable[tuple[int, int]],
    score: Callable[[T, T], float | None],
    report_of: Callable[[T], str],
    clash: Callable[[T, T], bool] | None = None,
) -> list[list[T]]:
    """Groups of two or more of `items`, each report once in a group, in the order of their first items.

    Args:
        items: what may go together.
        pairs: indices of the items that are compared, the lower first; those of one report are passed over.
        score: how well two items go together; None: they do not.
        report_of: whose an item is.
        clash: whether two items must not stand in one group, though each goes well with a third.

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
    for (a, b), found in sorted(scores.items(), key=lambda pair: (-pair[1], pair[0])):
        one, other = sorted((home[a], home[b]))
        if one == other or found < max(best[a, report_of(items[b])], best[b, report_of(items[a])]):
            continue
        if {report_of(items[i]) for i in members[one]} & {report_of(items[i]) for i in members[other]}:
            continue
        if clash is not None and any(clash(items[i], items[j]) for i in members[one] for j in members[other]):
            continue
        for i in members[other]:
            home[i] = one
        members[one] += members.pop(other)
    return [[items[i] for i in sorted(group)] for _, group in sorted(members.items()) if len(group) > 1]
