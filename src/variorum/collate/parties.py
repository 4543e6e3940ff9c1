"""Parties: who did it, to whom or what, and whither, as rows of entities that the reports can agree on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from variorum.collate import wording
from variorum.collate.about import HARMING
from variorum.collate.asking import about_doer, about_object, about_subject
from variorum.collate.circumstances import WIDEST, best_told, reading, row
from variorum.collate.clauses import only_brings_in
from variorum.collate.consensus import is_scene, label_of
from variorum.collate.draft import WEAK, DraftReading, DraftRow
from variorum.collate.one_deed import REAL, by_deed, stance
from variorum.collate.replies import answered, leaves_open
from variorum.model import (
    PERSONAL_KINDS,
    Argument,
    Cast,
    EntityValue,
    Happening,
    LocalRef,
    Proposition,
    Role,
    Slot,
    Span,
)
from variorum.resolve.lookup import Lookup
from variorum.resolve.traits import SIDES

UNDERGOING = {
    "face",
    "undergo",
    "suffer",
    "await",
    "receive",
    "get",
}  # whoever stands before them does nothing to anybody
SITES = {"place", "facility"}
WHITHER = {"to", "into"}
WHEREABOUTS = {"at", "near", "outside", "inside", "in"}  # "the attack at the gate" tells where
IDIOMS = re.compile(r"(?:justice|trial|court|power|account|office|action|life|light|war|work|task|terms|death)$")
"""Bare nouns behind a preposition that name nobody: "brought to justice", "put on trial"."""
NARROW = 50  # letters between a name and a verb that are still one piece
SHORT = 60  # letters of the question that is taken where several clauses ask
PLAINLY: dict[Slot, str] = {
    "actor": "Who did it",
    "target": "To whom or what",
    "place": "Where to",
}


def party_rows(cast: Cast, lookup: Lookup) -> Iterator[DraftRow]:
    """The rows of who did each happening and to whom it was done, in the order of happenings. Who did a deed of no frame that
    one report alone tells stands in its clause, which is a row already."""
    for happening in cast.happenings:
        if happening.frame == "tell" and not any(is_done(lookup.proposition(ref)) for ref in happening.members):
            continue
        accusation = answered(happening, cast.happenings, lookup)
        open_ = leaves_open(happening, cast.happenings, lookup)
        for role in SIDES:
            for one in filler_rows(happening, lookup, role):
                if accusation is not None and role == "who":
                    question = f"Who denied it: {label_of(accusation, lookup)}?"
                    yield msgspec.structs.replace(one, question=question)
                else:
                    yield msgspec.structs.replace(one, question=with_doubt(one.question)) if open_ else one


def with_doubt(question: str) -> str:
    """A question of an accusation that does not tell of which happening: "Whom did ministers blame for the attack?"."""
    return f"{question.removesuffix('?')} (which one is not told)?"


def is_done(told: Proposition) -> bool:
    """Whether a clause tells a deed: its verb is no "be" and stands in the past ("Ardova leads it", "she is facing …" do not)."""
    word = told.predicate.text.casefold()
    return (
        not told.nominal
        and told.lemma != "be"
        and word not in {told.lemma, f"{told.lemma}s"}
        and not word.endswith("ing")
    )


def filler_rows(happening: Happening, lookup: Lookup, role: Role) -> Iterator[DraftRow]:
    """A row for each filler of a role; the one that most reports name first, the others shown weak."""
    alone = happening.frame == "tell" and len({ref.report for ref in happening.members}) == 1
    by_entity: dict[tuple[str, Slot], list[DraftReading]] = {}
    asked: dict[DraftReading, str | None] = {}
    for ref in happening.members:
        for argument, entity in lookup.fillers(ref, role):
            slot = slot_of(argument, entity, role, ref, lookup)
            if tells_who(argument, entity, ref, happening, role, lookup) and (slot == "place" or not alone):
                found = reading(argument, EntityValue(entity), ref, lookup)
                found = msgspec.structs.replace(found, span=with_predicate(argument, ref, lookup))
                by_entity.setdefault((entity, slot), []).append(found)
                asked[found] = asking(argument, ref, lookup)
    groups = [(slot, group) for (_, slot), some in sorted(by_entity.items()) for group in by_deed(some, lookup)]
    if not groups:
        return
    most = max(groups, key=lambda g: (len({r.span.report for r in g[1]}), len(g[1]), str(g[1][0].value)))[1]
    for slot, group in groups:
        best = best_told(near_ones(group, lookup), lookup)
        weak = best if group is most else [msgspec.structs.replace(r, confidence=WEAK) for r in best]
        questions = [q for r in best if (q := asked[r])] or [q for r in group if (q := asked[r])]
        telling = msgspec.structs.replace(happening, members=tuple(r.told for r in group if r.told is not None))
        deed = label_of(telling, lookup)
        if any(" by " in r.span.text and deed.startswith(r.span.text) for r in group if stance(r, lookup) == REAL):
            deed = label_of(happening, lookup)  # a question does not tell its answer, where another telling can ask
        plainly = f"{PLAINLY[slot]}: {wording.named(deed)}?"
        question = min(questions, key=lambda q: (abs(len(q) - SHORT), q), default=plainly)
        yield from row(happening, slot, question, weak)


def near_ones(group: Sequence[DraftReading], lookup: Lookup) -> list[DraftReading]:
    """The readings without those too far from their verb to show it, of reports that tell it in one piece elsewhere."""
    near = [r for r in group if r.told is None or gap(r.span, lookup.proposition(r.told).predicate) <= NARROW]
    telling = {r.span.report for r in near}
    return [r for r in group if r in near or r.span.report not in telling]


def gap(one: Span, other: Span) -> int:
    """How many letters stand between two stretches of a text."""
    return max(one.start, other.start) - min(one.end, other.end)


def asking(argument: Argument, ref: LocalRef, lookup: Lookup) -> str | None:
    """The question that an argument answers, in the words of its clause, None where they make none."""
    told = lookup.proposition(ref)
    subject = next((a for a in told.arguments if a.role == "who"), None)
    if told.nominal:
        return None
    if argument.role == "who":
        return about_doer(told, argument, lookup)
    if subject is None or argument.span.start == told.span.start:  # "Lendal was indicted by a jury"
        return about_subject(told, argument, lookup)
    return about_object(told, subject, argument, lookup)


def slot_of(argument: Argument, entity: str, role: Role, ref: LocalRef, lookup: Lookup) -> Slot:
    """The slot of a filler: who acts (who "faces 12 charges" does not), to whom or what it is done, or the place that it leads to
    ("flew to Ardova")."""
    if role == "who":
        return "target" if lookup.proposition(ref).lemma in UNDERGOING else "actor"
    return "place" if argument.preposition in WHITHER and lookup.entities[entity].kind in SITES else "target"


def tells_who(argument: Argument, entity: str, ref: LocalRef, happening: Happening, role: Role, lookup: Lookup) -> bool:
    """Whether an argument says who it was: a name, or words for somebody of whom no name is known."""
    form = lookup.mention(ref.report, argument.mention).form if argument.mention is not None else "nominal"
    if (
        form == "pronoun"
        or lookup.is_a_time(ref.report, argument)
        or (argument.preposition is not None and IDIOMS.match(argument.span.text))
        or lookup.proposition(ref).frame == "say"
        or only_brings_in(lookup.proposition(ref))
        or (lookup.proposition(ref).nominal and argument.preposition in WHEREABOUTS)
        or (lookup.proposition(ref).nominal and happening.frame not in HARMING)
    ):
        return False  # who says something is its voice; whose visit it is, its name tells
    kind = lookup.entities[entity].kind
    if role == "who" and is_scene(entity, happening.frame, lookup):
        return False
    if lookup.is_named(entity):
        return form == "name" or role == "whom" or kind != "person"  # "the boy" tells nothing of who it was
    return kind in PERSONAL_KINDS or (role == "whom" and happening.frame in HARMING)


def with_predicate(argument: Argument, ref: LocalRef, lookup: Lookup) -> Span:
    """The words from the argument to its predicate: who did what, in the report's words; from whoever stands before it to the end
    of the clause or of as much of it as is short enough ("Tomas Varga was charged with fraud")."""
    told = lookup.proposition(ref)
    start, end = min(argument.span.start, told.predicate.start), max(argument.span.end, told.predicate.end)
    if end - start > WIDEST:
        return argument.span
    if argument.span.start > told.predicate.start:
        return lookup.annotations[ref.report].report.span(start, end)
    ends = [at for at in (*(a.span.end for a in told.arguments), told.span.end) if end <= at <= start + WIDEST]
    return lookup.annotations[ref.report].report.span(start, max(ends, default=end))


__all__ = ["party_rows"]
