"""Unions: which items belong together when pairs of them are joined one after the other (union-find)."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Item = TypeVar("Item", bound=Hashable)


class Unions(Generic[Item]):
    """Items that start apart and are joined pair by pair; groups come out in the order of the items."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._parent: dict[Item, Item] = {item: item for item in items}

    def of(self, item: Item) -> Item:
        """The item that stands for the group of `item`."""
        while self._parent[item] != item:
            self._parent[item] = self._parent[self._parent[item]]
            item = self._parent[item]
        return item

    def join(self, one: Item, other: Item) -> bool:
        """Put the groups of two items together; False where they are one already."""
        first, second = self.of(one), self.of(other)
        if first == second:
            return False
        self._parent[second] = first
        return True

    def groups(self) -> list[list[Item]]:
        """The groups, items in the order in which they were given."""
        found: dict[Item, list[Item]] = {}
        for item in self._parent:
            found.setdefault(self.of(item), []).append(item)
        return list(found.values())
