"""How accounts and stories changed: reports that came to them, groups that became one, one that became several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from variorum.changes.model import GroupChange
from variorum.changes.reports import Witnesses
from variorum.model import Account, Story


def group_changes(
    old: Iterable[Account] | Iterable[Story],
    new: Iterable[Account] | Iterable[Story],
    reports: Witnesses,
    *,
    alone: bool,
) -> Iterator[GroupChange]:
    """The groups of the new dossier that hold reports which their old ones did not; those that only lost some are left out.

    `alone`: whether a group of one added report is worth telling.
    """
    was = {r: g.id for g in old for r in g.reports}
    now = {r: g.id for g in new for r in g.reports}
    became: dict[str, set[str]] = {}
    for report, home in was.items():
        goes_on = now.get(reports.new_of.get(report, ""))
        if goes_on is not None:
            became.setdefault(home, set()).add(goes_on)
    for group in new:
        from_old = [reports.old_of.get(r) for r in group.reports]
        olds = tuple(sorted({was[r] for r in from_old if r in was}))
        came = tuple(r for r, o in zip(group.reports, from_old, strict=True) if o is None)
        how = how_changed(olds, came, became, worth=alone or len(group.reports) > 1)
        if how is not None:
            yield GroupChange(how, olds, group.id, group.reports, came, group.why)


def how_changed(
    olds: Sequence[str], came: Sequence[str], became: Mapping[str, set[str]], *, worth: bool
) -> Literal["new", "grown", "joined", "parted"] | None:
    """What became of a group, None where nothing worth telling did."""
    if not olds:
        return "new" if worth else None
    if len(olds) > 1:
        return "joined"
    if len(became[olds[0]]) > 1:
        return "parted"
    return "grown" if came else None
