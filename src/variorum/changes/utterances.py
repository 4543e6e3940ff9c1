"""Statements of two dossiers: which went on, and what became of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from variorum.changes.matching import match
from variorum.changes.model import Field, Kind, UtteranceChange
from variorum.changes.reports import Place
from variorum.changes.values import Bridge
from variorum.changes.words import listed, tell, verdict_field, verdict_said, why_new, why_withdrawn
from variorum.model import Utterance, Wording


def utterance_changes(bridge: Bridge) -> Iterator[UtteranceChange]:
    """What became of each statement, unordered; statements that stand as before yield nothing."""
    old = {u.id: u for u in bridge.old.utterances}
    new = {u.id: u for u in bridge.new.utterances}
    matched = match(
        {u.id: [bridge.reports.place_in_old(w.content) for w in u.wordings] for u in old.values()},
        {u.id: [bridge.reports.place_in_new(w.content) for w in u.wordings] for u in new.values()},
    )
    for u in new.values():
        if u.id in matched.parted:
            continue
        olds = [old[o] for o in matched.olds_of(u.id)]
        if olds:
            change = changed(olds, u, [new[n] for n in matched.news_of(olds[0].id)[1:]], bridge)
            if change is not None:
                yield change
        else:
            why = why_new([w.report for w in u.wordings], bridge.reports)
            yield UtteranceChange("new", (), (u.id,), speaker_now(u, bridge), u.verdict, why, told=u.wordings)
    for u in old.values():
        if matched.new_of(u.id) is None:
            why = why_withdrawn([w.report for w in u.wordings], bridge.reports)
            yield UtteranceChange("withdrawn", (u.id,), (), speaker_before(u, bridge), u.verdict, why, gone=u.wordings)


def changed(
    olds: Sequence[Utterance], new: Utterance, parts: Sequence[Utterance], bridge: Bridge
) -> UtteranceChange | None:
    """What is otherwise with a statement that goes on, None where nothing is."""
    old = olds[0]
    before = {bridge.reports.place_in_old(w.content): w for u in olds for w in u.wordings}
    now: dict[Place, Wording] = {bridge.reports.place_in_new(w.content): w for w in new.wordings}
    told = [w for place, w in now.items() if place not in before]
    elsewhere = {bridge.reports.place_in_new(w.content) for part in parts for w in part.wordings}
    gone = [w for place, w in before.items() if place not in now and place not in elsewhere]
    was, held = (len({w.account for w in u.wordings}) for u in (old, new))
    fields = verdict_field((old.verdict, None), (new.verdict, None))
    same_id = (bridge.entities.new_of(old.speaker) if old.speaker else None) == new.speaker
    other_speaker = not same_id and speaker_before(old, bridge) != speaker_now(new, bridge)
    if other_speaker:
        fields.append(Field("speaker", speaker_before(old, bridge), speaker_now(new, bridge)))
    if was != held:
        fields.append(Field("accounts", str(was), str(held)))
    if not (fields or gone or len(olds) > 1 or parts):
        return None
    kind: Kind = "confirmed" if new.verdict == "AGREE" and held > was and not (other_speaker or gone) else "revised"
    before_said, now_said = verdict_said(old.verdict, None, was), verdict_said(new.verdict, None, held)
    found = [f"{now_said}, before {before_said}"] if before_said != now_said else []
    if other_speaker:
        found.append(f"the speaker was {speaker_before(old, bridge) or 'not told'}")
    if told:
        found.append(tell([w.report for w in told], "it too"))
    if gone:
        found.append(f"no more from {listed(w.report for w in gone)}")
    if len(olds) > 1:
        found.append(f"statements {listed(u.id for u in olds)} are one now")
    if parts:
        found.append(
            f"{listed(u.id for u in parts)}, lined up with it before, {'is' if len(parts) == 1 else 'are'} apart now"
        )
    return UtteranceChange(
        kind,
        tuple(u.id for u in olds),
        (new.id, *(p.id for p in parts)),
        speaker_now(new, bridge),
        new.verdict,
        "; ".join(found),
        tuple(fields),
        tuple(told),
        tuple(gone),
    )


def speaker_before(utterance: Utterance, bridge: Bridge) -> str | None:
    """Who says it in the old dossier."""
    return bridge.old_labels.get(utterance.speaker) if utterance.speaker else first_voice(utterance)


def speaker_now(utterance: Utterance, bridge: Bridge) -> str | None:
    """Who says it in the new dossier."""
    return bridge.new_labels.get(utterance.speaker) if utterance.speaker else first_voice(utterance)


def first_voice(utterance: Utterance) -> str | None:
    """The words that name the speaker of whom no more is known."""
    return next((v.text for w in utterance.wordings for v in w.voice), None)
