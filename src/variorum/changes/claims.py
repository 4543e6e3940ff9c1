"""Rows of two dossiers: which went on, and what became of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from variorum.changes.matching import Matched, match
from variorum.changes.model import ClaimChange, Field, Kind, OtherValue
from variorum.changes.reports import Place
from variorum.changes.values import Bridge
from variorum.changes.words import listed, tell, verdict_field, verdict_said, why_new, why_withdrawn
from variorum.dossier.display import shortened
from variorum.model import Claim, Reading

CLAUSES = frozenset({"other", "pledge", "condemnation", "reaction", "status", "responsibility", "cause"})
"""Slots of clauses: which of them a clause has follows from its tellings, so that another report can change it."""


def claim_changes(bridge: Bridge) -> Iterator[ClaimChange]:
    """What became of each row, unordered; rows that tell the same as before yield nothing."""
    old = {c.id: c for c in bridge.old.claims}
    new = {c.id: c for c in bridge.new.claims}
    matched = match_claims(old, new, bridge)
    shared = doubled(new, matched, bridge)
    for c in new.values():
        olds = [old[o] for o in matched.olds_of(c.id)]
        if c.id in shared:
            yield new_claim(c, bridge, f"its words are those of {shared[c.id]} too")
        elif c.id not in matched.parted and not olds:
            yield new_claim(c, bridge, why_new([r.report for r in c.readings], bridge.reports))
        if not olds:
            continue
        parts = [new[n] for n in matched.news_of(olds[0].id)[1:] if n not in shared]
        change = changed_claim(olds, c, parts, bridge)
        if change is not None:
            yield change
    for c in old.values():
        if matched.new_of(c.id) is None:
            yield withdrawn_claim(c, bridge)


def match_claims(old: dict[str, Claim], new: dict[str, Claim], bridge: Bridge) -> Matched:
    """Which row is which: by kind of slot and the places of its words; of equals by what it is about, slot and question."""
    was = {c.id: [(family(c), p) for p in places(c, bridge, new=False)] for c in old.values()}
    now = {c.id: [(family(c), p) for p in places(c, bridge, new=True)] for c in new.values()}

    def likeness(one: str, other: str) -> float:
        a, b = old[one], new[other]
        return 0.5 * (bridge.about(a.about) == b.about) + 0.25 * (a.slot == b.slot) + 0.125 * (a.question == b.question)

    found = match(was, now, likeness)
    rewritten = same_question(old, new, found, bridge)
    return Matched(found.pairs | rewritten, found.joined, found.parted)


def same_question(old: dict[str, Claim], new: dict[str, Claim], found: Matched, bridge: Bridge) -> dict[str, str]:
    """Rows left over that ask one question of a report whose text was changed, each the only one to do so."""
    asked: dict[tuple[str | None, str, str], list[str]] = {}
    for c in new.values():
        free = not found.olds_of(c.id) and c.id not in found.parted
        if free and family(c) != "clause" and any(r.report in bridge.reports.rewritten for r in c.readings):
            asked.setdefault((c.about, c.slot, c.question), []).append(c.id)
    left = [c for c in old.values() if found.new_of(c.id) is None]
    counts = Counter((bridge.about(c.about), c.slot, c.question) for c in left)
    return {
        c.id: asked[key][0]
        for c in left
        if len(asked.get(key := (bridge.about(c.about), c.slot, c.question), ())) == 1
        and counts[key] == 1
        and any(bridge.reports.new_of.get(r.report) in bridge.reports.rewritten for r in c.readings)
    }


def family(claim: Claim) -> str:
    """The slot, the same for all slots of clauses."""
    return "clause" if claim.slot in CLAUSES else claim.slot


def places(claim: Claim, bridge: Bridge, *, new: bool) -> list[Place]:
    """Where the words of a row stand."""
    at = bridge.reports.place_in_new if new else bridge.reports.place_in_old
    return [at(r.span) for r in claim.readings]


def doubled(new: dict[str, Claim], matched: Matched, bridge: Bridge) -> dict[str, str]:
    """New rows whose words are those of a row that went on and still holds them, with that row: they ask something else."""
    found = {}
    for name, old in matched.parted.items():
        own = matched.pairs[old]
        if set(places(new[name], bridge, new=True)) <= set(places(new[own], bridge, new=True)):
            found[name] = own
    return found


def new_claim(claim: Claim, bridge: Bridge, why: str) -> ClaimChange:
    """A row that was none before."""
    return stated("new", claim, bridge.new_labels, why, new=(claim.id,), told=claim.readings)


def withdrawn_claim(claim: Claim, bridge: Bridge) -> ClaimChange:
    """A row whose words make no such row any more."""
    why = why_withdrawn([r.report for r in claim.readings], bridge.reports)
    return stated("withdrawn", claim, bridge.old_labels, why, old=(claim.id,), gone=claim.readings)


def changed_claim(olds: Sequence[Claim], new: Claim, parts: Sequence[Claim], bridge: Bridge) -> ClaimChange | None:
    """What is otherwise with a row that goes on, None where nothing is. `olds[0]` is its own old self."""
    old = olds[0]
    kept, told, gone = compared(olds, new, bridge)
    values = tuple(OtherValue(a, b) for a, b in kept if not bridge.same_value(a.value, b.value))
    elsewhere = {p for part in parts for p in places(part, bridge, new=True)}
    lost = [
        r
        for r in gone
        if bridge.reports.place_in_old(r.span) not in elsewhere
        and not any(bridge.repeats(r, other) for other in new.readings)
    ]
    fresh = [r for r in told if not any(bridge.repeats(o, r) for c in olds for o in c.readings)]
    was, now = accounts(old), accounts(new)
    fields = verdict_field((old.verdict, old.reason), (new.verdict, new.reason))
    fields += [Field("about", bridge.old_labels.get(old.about), bridge.new_labels.get(new.about))] * moved(
        old, new, bridge
    )
    if was != now:
        fields.append(Field("accounts", str(was), str(now)))
    more = new.verdict == "AGREE" and old.verdict in {"SOLE", "AGREE"} and now > was
    kind: Kind = "confirmed" if more and not (values or lost or moved(old, new, bridge)) else "revised"
    if not (fields or values or lost or fresh or len(olds) > 1 or parts):
        return None
    why = why_changed(kind, olds, new, parts, values, fresh, lost, bridge)
    return stated(
        kind,
        new,
        bridge.new_labels,
        why,
        old=tuple(c.id for c in olds),
        new=(new.id, *(p.id for p in parts)),
        fields=tuple(fields),
        values=values,
        told=tuple(fresh),
        gone=tuple(lost),
    )


def compared(
    olds: Sequence[Claim], new: Claim, bridge: Bridge
) -> tuple[list[tuple[Reading, Reading]], list[Reading], list[Reading]]:
    """The readings that stand at the same words in both, those that came and those that went."""
    before: dict[Place, list[Reading]] = {}
    for old in olds:
        for reading, place in zip(old.readings, places(old, bridge, new=False), strict=True):
            before.setdefault(place, []).append(reading)
    kept, told = [], []
    for reading, place in zip(new.readings, places(new, bridge, new=True), strict=True):
        if before.get(place):
            kept.append((before[place].pop(0), reading))
        else:
            told.append(reading)
    return kept, told, [r for some in before.values() for r in some]


def moved(old: Claim, new: Claim, bridge: Bridge) -> bool:
    """Whether a row is about another event or entity now; of a clause that follows from what is told beside it."""
    about = bridge.about(old.about)
    return family(old) != "clause" and about is not None and about != new.about


def accounts(claim: Claim) -> int:
    """How many accounts tell a row."""
    return len({r.account for r in claim.readings})


def why_changed(
    kind: Kind,
    olds: Sequence[Claim],
    new: Claim,
    parts: Sequence[Claim],
    values: Sequence[OtherValue],
    told: Sequence[Reading],
    gone: Sequence[Reading],
    bridge: Bridge,
) -> str:
    """The change of a row in words."""
    old, found = olds[0], []
    was, now = (verdict_said(c.verdict, c.reason, accounts(c)) for c in (old, new))
    if was != now:
        found.append(f"{now}, before {was}")
    if moved(old, new, bridge):
        about = shortened(bridge.new_labels.get(new.about, new.about), 60)
        found.append(f"about {about}, before about {shortened(bridge.old_labels.get(old.about, old.about), 60)}")
    found += [
        f"{listed([v.new.report])}: {bridge.old_words(v.old.value)} is read as {bridge.new_words(v.new.value)} now"
        for v in values
    ]
    if told:
        found.append(tell([r.report for r in told], "it too" if kind == "confirmed" else "it now"))
    if gone:
        found.append(f"no more from {listed(r.report for r in gone)}")
    if len(olds) > 1:
        found.append(f"rows {listed(c.id for c in olds)} are one now")
    if parts:
        found.append(
            f"{listed(c.id for c in parts)}, told with it before, {'is a row' if len(parts) == 1 else 'are rows'} apart now"
        )
    return "; ".join(found)


def stated(
    kind: Kind,
    claim: Claim,
    labels: dict[str, str],
    why: str,
    *,
    old: tuple[str, ...] = (),
    new: tuple[str, ...] = (),
    fields: tuple[Field, ...] = (),
    values: tuple[OtherValue, ...] = (),
    told: tuple[Reading, ...] = (),
    gone: tuple[Reading, ...] = (),
) -> ClaimChange:
    """The change of a row that stands as `claim` in its dossier."""
    change = ClaimChange(
        kind, old, new, labels.get(claim.about, claim.about), claim.slot, claim.question, claim.verdict, claim.reason, why
    )  # fmt: skip
    return msgspec.structs.replace(change, fields=fields, values=values, told=told, gone=gone)
