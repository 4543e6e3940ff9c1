"""Replies: which accusation a denial answers, and which happening an accusation leaves open."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.model import Happening, LocalRef
from variorum.resolve.lookup import Lookup

ACCUSING = {"blame", "charge"}
DENYING = {"deny", "dispute"}
REFUSING = {"reject", "dismiss", "refute"}
ACCUSATION = {
    *("accusation", "accusations", "allegation", "allegations", "claim", "claims", "charge", "charges", "blame"),
    *("involvement", "responsibility", "wrongdoing", "it", "this", "that", "them"),
}  # what one refuses who refuses an accusation
OPEN = "which one is meant is not told"  # how the reason of a happening begins that no telling could be led to
NEAR = 1  # sentences between an accusation and the denial that answers it


def answered(denial: Happening, happenings: Sequence[Happening], lookup: Lookup) -> Happening | None:
    """The one accusation that a denial answers: told just before it in the same report, of the one who denies; None where
    there is none or more than one."""
    found = {
        h.id: h
        for ref in denial.members
        if is_denial(ref, lookup)
        for h in happenings
        if h.frame in ACCUSING and any(is_answer(ref, other, lookup) for other in h.members)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def is_denial(ref: LocalRef, lookup: Lookup) -> bool:
    """Whether a clause tells that somebody denies something, or refuses what he is accused of."""
    told = lookup.proposition(ref)
    objects = {w for a in told.arguments if a.role == "whom" for w in a.span.text.casefold().split()}
    return told.lemma in DENYING or (told.lemma in REFUSING and (not objects or bool(objects & ACCUSATION)))


def is_answer(denial: LocalRef, accusation: LocalRef, lookup: Lookup) -> bool:
    """Whether a denial follows an accusation of the one who denies, in its sentence or the next."""
    if denial.report != accusation.report:
        return False
    accused = {e for _, e in lookup.fillers(accusation, "whom")}
    if not accused & {e for _, e in lookup.fillers(denial, "who")}:
        return False
    at = [sentence_at(ref, lookup) for ref in (accusation, denial)]
    before = lookup.proposition(accusation).predicate.start < lookup.proposition(denial).predicate.start
    return before and at[1] - at[0] <= NEAR


def sentence_at(ref: LocalRef, lookup: Lookup) -> int:
    """The number of the sentence in which a clause stands."""
    start = lookup.proposition(ref).predicate.start
    return sum(s.end <= start for s in lookup.annotations[ref.report].sentences)


def leaves_open(accusation: Happening, happenings: Sequence[Happening], lookup: Lookup) -> bool:
    """Whether it is not told which happening somebody is accused of."""
    if accusation.frame not in ACCUSING:
        return False
    unknown = {ref for h in happenings if h.why.startswith(OPEN) for ref in h.members}
    return any(
        lookup.proposition(ref).within == other.index and ref.report == other.report
        for ref in unknown
        for other in accusation.members
    )


__all__ = ["answered", "leaves_open"]
