"""Values and accounts of two dossiers compared, whatever ids each gives."""

from __future__ import annotations

from variorum.changes.matching import Matched
from variorum.changes.reports import Witnesses
from variorum.dossier.display import value_words
from variorum.model import Dossier, Entity, EntityValue, Reading, TextValue, Value


class Bridge:
    """Two dossiers with all that is known to be the same in both: reports, entities, events, accounts."""

    def __init__(self, old: Dossier, new: Dossier, reports: Witnesses, entities: Matched, events: Matched) -> None:
        self.old, self.new, self.reports = old, new, reports
        self.entities, self.events = entities, events
        self.old_entities: dict[str, Entity] = {e.id: e for e in old.entities}
        self.new_entities: dict[str, Entity] = {e.id: e for e in new.entities}
        self.old_labels = {e.id: e.name for e in old.entities} | {e.id: e.label for e in old.events}
        self.new_labels = {e.id: e.name for e in new.entities} | {e.id: e.label for e in new.events}
        self._now = {r.id: r.account for r in new.reports}
        self._was = {r.id: r.account for r in old.reports}

    def about(self, old: str) -> str | None:
        """What an old event or entity is now, None where it is not known to be anything."""
        return self.events.new_of(old) or self.entities.new_of(old)

    def same_value(self, old: Value, new: Value) -> bool:
        """Whether two values are the same, entities by what they are or are called and not by their ids."""
        if isinstance(old, EntityValue) and isinstance(new, EntityValue):
            called = self.old_words(old).casefold() == self.new_words(new).casefold()
            return called or self.entities.new_of(old.entity) == new.entity
        return old == new

    def one_account(self, old: Reading, new: Reading) -> bool:
        """Whether readings of the two dossiers are told by one account, in either of them."""
        now, was = self.reports.new_of.get(old.report), self.reports.old_of.get(new.report)
        return (now is not None and self._now[now] == new.account) or (
            was is not None and self._was[was] == old.account
        )

    def repeats(self, old: Reading, new: Reading) -> bool:
        """Whether one reading only says again for its account what the other says: the same value, or other words of a text."""
        if not self.one_account(old, new):
            return False
        texts = isinstance(old.value, TextValue) and isinstance(new.value, TextValue)
        return texts or self.same_value(old.value, new.value)

    def old_words(self, value: Value) -> str:
        """A value of the old dossier in words."""
        return value_words(value, self.old_entities)

    def new_words(self, value: Value) -> str:
        """A value of the new dossier in words."""
        return value_words(value, self.new_entities)
