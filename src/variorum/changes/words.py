"""The reasons of changes in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from variorum.changes.model import Field
from variorum.changes.reports import Witnesses
from variorum.dossier.display import REASONS, one_line
from variorum.model import Reason, Verdict


def verdict_field(old: tuple[Verdict, Reason | None], new: tuple[Verdict, Reason | None]) -> list[Field]:
    """The change of a verdict or of the reason of a difference."""
    fields = [] if old[0] == new[0] else [Field("verdict", old[0], new[0])]
    return fields if old[1] == new[1] else [*fields, Field("reason", old[1], new[1])]


def verdict_said(verdict: Verdict, reason: Reason | None, accounts: int) -> str:
    """A verdict in words: `one account tells it`, `3 accounts agree`, `2 accounts differ (told at different times)`."""
    if verdict == "SOLE":
        return "one account tells it"
    told = f"{accounts} accounts {'agree' if verdict == 'AGREE' else 'differ'}"
    return told + (f" ({REASONS[reason]})" if reason else "")


def listed(names: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`; each name once."""
    some = [one_line(n) for n in dict.fromkeys(names)]
    return " and ".join([", ".join(some[:-1]), some[-1]]) if len(some) > 1 else "".join(some)


def tell(names: Sequence[str], rest: str) -> str:
    """`a tells it too`, `a and b tell it too`."""
    return f"{listed(names)} {'tells' if len(set(names)) == 1 else 'tell'} {rest}"


def why_new(told_in: Sequence[str], reports: Witnesses) -> str:
    """Where something new comes from: added reports, another text, or words that stood there before."""
    added = {r.id for r in reports.added}
    before = [r for r in told_in if r not in added]
    came = [r for r in told_in if r in added]
    if not before:
        return f"told by {listed(came)}, added since"
    fresh = all(r in reports.rewritten for r in before)
    where = f"{listed(before)} {'has' if len(set(before)) == 1 else 'have'} another text now"
    there = f"{listed(before)} {'was' if len(set(before)) == 1 else 'were'} there before"
    words = where if fresh else f"{there}, and nothing of this kind was made of those words"
    return f"told by {listed(came)}, added since; {words}" if came else words


def why_withdrawn(told_in: Sequence[str], reports: Witnesses) -> str:
    """Why something is no more: its reports went, have another text, or nothing rests on its words now."""
    gone = {r.id for r in reports.left_out}
    kept = [r for r in told_in if r not in gone]
    if not kept:
        return f"{listed(told_in)}, which told it, {'was' if len(set(told_in)) == 1 else 'were'} left out"
    if all(reports.new_of[r] in reports.rewritten for r in kept):
        return f"{listed(kept)} {'has' if len(set(kept)) == 1 else 'have'} another text now"
    return f"nothing of this kind rests on its words in {listed(kept)} now"
