"""What an id of a dossier names, and what to say where it names nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches
from itertools import chain

from variorum.dossier.display import one_line
from variorum.dossier.kept import DossierError
from variorum.model import Account, Claim, Dossier, DossierReport, Entity, Event, Story, Utterance

Thing = Claim | Utterance | Event | Entity | Account | Story | DossierReport
MOST_NEAR = 4


def find(dossier: Dossier, name: str, source: str = "the dossier") -> Thing:
    """The row, statement, event, entity, account, story or report with the id `name`.

    Raises DossierError where there is none: it says which ids are near and which there are. `source` names the dossier.
    """
    d = dossier
    rooms: tuple[Sequence[Thing], ...] = (
        d.claims,
        d.utterances,
        d.events,
        d.entities,
        d.accounts,
        d.stories,
        d.reports,
    )
    things: dict[str, Thing] = {}
    for thing in chain.from_iterable(rooms):
        things.setdefault(thing.id, thing)  # a report may be called as a row is: the row comes first
    if name in things:
        return things[name]
    near = near_ids(dossier, name, list(things))
    what = f'nothing in it has the id "{one_line(name)}".' + (f" Near it: {', '.join(near)}." if near else "")
    raise DossierError(source, what, kinds(dossier))


def near_ids(dossier: Dossier, name: str, known: list[str]) -> list[str]:
    """Ids that may be meant: those of entities so called, those spelled nearly so."""
    words = " ".join(name.casefold().split())
    called = [e.id for e in dossier.entities if any(words == n.casefold() for n in (e.name, *e.names))]
    part = [e.id for e in dossier.entities if len(words) > 2 and words in e.name.casefold()]
    spelled = get_close_matches(name, known, n=MOST_NEAR, cutoff=0.7)
    other_case = [k for k in known if k.casefold() == words]
    return list(dict.fromkeys((*other_case, *called, *part, *spelled)))[:MOST_NEAR]


def kinds(dossier: Dossier) -> str:
    """Which ids there are: `It has rows c1 to c59, statements u1 to u3, entities such as e-beirut.`"""
    told = [
        run("rows", [c.id for c in dossier.claims]),
        run("statements", [u.id for u in dossier.utterances]),
        run("events", [e.id for e in dossier.events]),
        run("entities", [e.id for e in dossier.entities]),
        run("accounts", [a.id for a in dossier.accounts]),
        run("stories", [s.id for s in dossier.stories]),
        run("reports", [r.id for r in dossier.reports]),
    ]
    return f"It has {', '.join(t for t in told if t)}."


def run(noun: str, ids: list[str]) -> str:
    """`rows c1 to c59` where they are numbered, else `entities such as e-beirut`; each run of letters for itself."""
    found: dict[str, list[int]] = {}
    for one in ids:
        numbered = re.fullmatch(r"([a-z])(\d+)", one)
        if not numbered:
            return f"{noun} such as {one_line(ids[0])}" if len(ids) > 1 else f"{noun} {one_line(one)}"
        found.setdefault(numbered[1], []).append(int(numbered[2]))
    runs = [
        f"{letter}{min(numbers)}" + (f" to {letter}{max(numbers)}" if len(numbers) > 1 else "")
        for letter, numbers in sorted(found.items())
    ]
    return f"{noun} {' and '.join(runs)}" if runs else ""
