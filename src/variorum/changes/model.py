"""What a difference of two dossiers is made of: `variorum.difference/1`, the contract of `variorum diff --json`.

Ids (`c1`, `h1`) belong to one dossier and mean nothing in another, so each change names both: `old` are ids of the old
dossier, `new` of the new one, each more than one only where things were joined or parted. Spans and values are those of
the dossier that the field's name tells.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from variorum.model import Reading, Reason, Slot, Verdict, Wording

Kind = Literal["revised", "confirmed", "new", "withdrawn"]
"""revised: its verdict, reason or values are others now; confirmed: an account more tells it, and nothing else changed;
new: nothing in the old dossier rests on its words; withdrawn: nothing in the new one does."""


class Field(msgspec.Struct, frozen=True):
    """One field that is another now, in words; null where there is none."""

    name: str
    old: str | None
    new: str | None


class ReportRef(msgspec.Struct, frozen=True):
    """A report of one of the two dossiers."""

    id: str
    source: str
    sha256: str
    outlet: str | None
    published: str | None


class ReportChange(msgspec.Struct, frozen=True):
    """A report that is in both, changed: other bytes under its name or address, or other dates, outlet or text read of it."""

    old: str
    new: str
    same_bytes: bool
    fields: tuple[Field, ...]


class Reports(msgspec.Struct, frozen=True):
    """Which reports came, went or changed."""

    added: tuple[ReportRef, ...]
    left_out: tuple[ReportRef, ...]
    changed: tuple[ReportChange, ...]


class GroupChange(msgspec.Struct, frozen=True):
    """An account or story that holds other reports now (ids of reports of the new dossier).

    `how`: new (of added reports alone), grown (added reports joined it), joined (several became one), parted (one became
    several). `came` are the reports that were not in it before; `why` is what the new dossier says of it.
    """

    how: Literal["new", "grown", "joined", "parted"]
    old: tuple[str, ...]
    new: str
    reports: tuple[str, ...]
    came: tuple[str, ...]
    why: str


class OtherValue(msgspec.Struct, frozen=True):
    """The same words read as another value."""

    old: Reading
    new: Reading


class ClaimChange(msgspec.Struct, frozen=True):
    """A row that changed. `told` are readings that it has now and had not, `gone` those it had; `why` says all in words."""

    kind: Kind
    old: tuple[str, ...]
    new: tuple[str, ...]
    about: str
    slot: Slot
    question: str
    verdict: Verdict
    reason: Reason | None
    why: str
    fields: tuple[Field, ...] = ()
    values: tuple[OtherValue, ...] = ()
    told: tuple[Reading, ...] = ()
    gone: tuple[Reading, ...] = ()


class UtteranceChange(msgspec.Struct, frozen=True):
    """A statement that changed; `speaker` is a name."""

    kind: Kind
    old: tuple[str, ...]
    new: tuple[str, ...]
    speaker: str | None
    verdict: Verdict
    why: str
    fields: tuple[Field, ...] = ()
    told: tuple[Wording, ...] = ()
    gone: tuple[Wording, ...] = ()


class ThingChange(msgspec.Struct, frozen=True):
    """An event or entity that changed, under its label or name now."""

    kind: Literal["revised", "new", "withdrawn"]
    old: tuple[str, ...]
    new: tuple[str, ...]
    label: str
    why: str
    fields: tuple[Field, ...] = ()


class Difference(msgspec.Struct, frozen=True):
    """What one dossier tells otherwise than an earlier one. `made_otherwise`: versions, tables or options that differ."""

    schema: Literal["variorum.difference/1"]
    made_otherwise: tuple[Field, ...]
    reports: Reports
    accounts: tuple[GroupChange, ...]
    stories: tuple[GroupChange, ...]
    claims: tuple[ClaimChange, ...]
    utterances: tuple[UtteranceChange, ...]
    events: tuple[ThingChange, ...]
    entities: tuple[ThingChange, ...]

    @property
    def is_empty(self) -> bool:
        """Whether both dossiers tell the same, of the same reports."""
        reports = self.reports
        return not any(
            (reports.added, reports.left_out, reports.changed, self.accounts, self.stories, self.claims, self.utterances,
             self.events, self.entities)
        )  # fmt: skip
