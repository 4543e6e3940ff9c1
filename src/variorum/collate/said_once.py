"""Said once: acts of saying, told in other verbs ("said", "told reporters"), of which the words are one utterance."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from variorum.model import Happening, LocalRef, Utterance
from variorum.resolve.lookup import Lookup
from variorum.resolve.traits import conflict, merged, traits_of


def said_once(happenings: Sequence[Happening], utterances: Sequence[Utterance], lookup: Lookup) -> list[Happening]:
    """`happenings`, those of no frame as one that tell of the saying of one utterance by one speaker, and of which nothing typed
    speaks against it."""
    found = {h.id: h for h in happenings}
    of_ref = {ref: h.id for h in happenings for ref in h.members if h.frame == "tell"}
    for utterance in utterances:
        told = dict.fromkeys(of_ref[ref] for ref in sayings(utterance, lookup) if ref in of_ref)
        homes: list[str] = []
        for one in (found[name] for name in told):
            home = next((h for h in homes if is_one_saying(found[h], one, lookup)), None)
            if home is None:
                homes.append(one.id)
                continue
            members = tuple(sorted({*found[home].members, *one.members}))
            why = "their words are one utterance"
            found[home] = msgspec.structs.replace(found[home], members=members, why=why)
            of_ref |= dict.fromkeys(one.members, home)
            del found[one.id]
    return list(found.values())


def sayings(utterance: Utterance, lookup: Lookup) -> list[LocalRef]:
    """The clauses whose verbs bring in the wordings of an utterance, in the order of reports and texts."""
    return [
        LocalRef(wording.report, n)
        for wording in utterance.wordings
        if wording.cue is not None
        for n, told in enumerate(lookup.annotations[wording.report].propositions)
        if told.frame == "say" and wording.cue.covers(told.predicate)
    ]


def is_one_saying(one: Happening, other: Happening, lookup: Lookup) -> bool:
    """Whether two acts of saying share who speaks, and no date, place or hearer speaks against their being one."""
    first, second = (merged([traits_of(lookup, ref) for ref in h.members]) for h in (one, other))
    return bool(first.actors & second.actors) and not conflict(lookup, first, second, "tell")


__all__ = ["said_once"]
