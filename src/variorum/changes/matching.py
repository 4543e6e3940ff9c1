"""Which things of one dossier are which of the other: by the words that they rest on, never by their ids."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Mapping


class Matched:
    """What is what: `pairs` (old: new) one to one; `joined` (old: new), old things whose words the continuation of another
    holds now; `parted` (new: old), new things whose words an old thing held that goes on in another."""

    def __init__(self, pairs: dict[str, str], joined: dict[str, str], parted: dict[str, str]) -> None:
        self.pairs, self.joined, self.parted = pairs, joined, parted
        self._olds: dict[str, list[str]] = defaultdict(list)
        self._news: dict[str, list[str]] = defaultdict(list)
        for one, other in (*pairs.items(), *joined.items()):
            self._olds[other].append(one)
        for one, other in (*pairs.items(), *((o, n) for n, o in parted.items())):
            self._news[one].append(other)

    def new_of(self, old: str) -> str | None:
        """What an old thing is now."""
        return self.pairs.get(old) or self.joined.get(old)

    def olds_of(self, new: str) -> tuple[str, ...]:
        """What a new thing was, its own old self first, then what joined it."""
        return tuple(self._olds.get(new, ()))

    def news_of(self, old: str) -> tuple[str, ...]:
        """What an old thing is now, its own new self first, then what was parted from it."""
        return tuple(self._news.get(old, ()))


def match(
    old: Mapping[str, Collection[Hashable]],
    new: Mapping[str, Collection[Hashable]],
    bonus: Callable[[str, str], float] = lambda one, other: 0.0,
) -> Matched:
    """Pair what shares most of its places, each counting 1 and the `bonus` added; of equals what stands first."""
    holders: dict[Hashable, list[str]] = defaultdict(list)
    for name, places in new.items():
        for place in dict.fromkeys(places):
            holders[place].append(name)
    shared: Counter[tuple[str, str]] = Counter()
    for name, places in old.items():
        for place in dict.fromkeys(places):
            shared.update((name, other) for other in holders[place])
    first = {name: n for n, name in enumerate(old)}
    then = {name: n for n, name in enumerate(new)}
    ranked = sorted(shared, key=lambda p: (-shared[p] - bonus(*p), first[p[0]], then[p[1]]))
    pairs: dict[str, str] = {}
    taken: set[str] = set()
    for one, other in ranked:
        if one not in pairs and other not in taken:
            pairs[one] = other
            taken.add(other)
    joined: dict[str, str] = {}
    parted: dict[str, str] = {}
    for one, other in ranked:
        if one not in pairs:
            joined.setdefault(one, other)
        if other not in taken:
            parted.setdefault(other, one)
    return Matched(pairs, joined, parted)
