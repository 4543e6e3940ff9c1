"""Deeds: happenings of no frame that a report tells by itself: who did what, or what was done to whom."""

from __future__ import annotations

import re
from collections.abc import Collection

from variorum.annotate.roles import LIGHT
from variorum.collate.clauses import content_words
from variorum.collate.matching import HELD, spread
from variorum.encoder import wordwise
from variorum.encoder.statement import are_other_tallies, figures
from variorum.model import Annotation, Cast, Happening, LocalRef, Proposition
from variorum.resolve.lookup import Lookup
from variorum.resolve.recalled import is_one_of_many
from variorum.resolve.traits import Traits, conflict, traits_of, weight

# likeness of two clauses from which they tell one deed: where they share whom; who only, or name others as well; neither, where
# not both name whom; neither, in somebody's own words
ALIKE, ALIKE_OF_OTHERS, ALIKE_OF_UNNAMED, ALIKE_ALONE = 0.35, 0.5, 0.5, 0.7
NEAR = 60  # letters between a verb and the infinitive that it leads to
MOST_A_REPORT = 18  # deeds of a report that stand as events: those that tell most of who, whom, when and where
NO_DEED = {
    *("be", "have", "do", "seem", "appear", "remain", "include", "involve", "need", "want", "like", "hope", "wish"),
    *("know", "believe", "think", "feel", "fear", "expect", "intend", "mean", "understand", "see", "hear", "look"),
    *("continue", "begin", "start", "try", "attempt", "fail", "manage", "help", "let", "keep", "become", "get"),
    *(
        "quote",
        "cite",
        "abandon",
        "happen",
        "occur",
        "follow",
        "cause",
        "lead",
        "consist",
        "contain",
        "concern",
        "depend",
        "measure",
        "weigh",
    ),
    *(
        "belong",
        "own",
        "locate",
        "suffer",
        "stand",
        "lie",
        "sit",
        "live",
        "exist",
        "matter",
        "say",
        "tell",
        "describe",
        "allow",
        "use",
    ),
}  # verbs of state, mind and phase: no deed that a reader would name
MEDIUM = re.compile(
    r"\b(?:in|on|by|through|at|via|during|over)\s+(?:(?:a|an|the|his|her|its|their)\s+)?(?:\w+\s+)?"
    r"(?:statement|letter|tweet|twitter|facebook|instagram|youtube|press conference|news conference|press release|"
    r"news release|briefing|interview|video|e-?mail|post|blog|memo|filing|radio|television|tv)\b",
    re.IGNORECASE,
)  # what a statement is made in
INFORMING = {"inform", "notify", "alert", "brief"}  # verbs of telling somebody what he did not know
NAMING = {"term", "dub", "label", "brand", "call", "describe"}  # verbs of saying what one takes something for
PUBLISHING = {"tweet", "retweet", "post", "blog"}  # verbs that themselves say that a statement was made
UNFINISHED = NO_DEED - {"be", "see", "hear"} | {"plan", "aim", "agree", "decide", "schedule", "set", "force"}
"""Verbs whose infinitive is what was done, tried or meant: "tried to leave", "plans to seek a term", "was forced to go"."""
RELAYING = {"accord", "according"}  # "according to": whose words they are, no act of saying them
HELPERS = re.compile(r"\b(?:did|has|have|had|was|were|been|being|will|would|is|are|’ve|'ve)\b(?:\s+\w+){0,3}\s*$")
INFINITIVE = re.compile(r"\bto\s+(?:(?:be|have|have been)\s+)?$")


def deeds(cast: Cast, lookup: Lookup, taken: Collection[LocalRef]) -> tuple[Happening, ...]:
    """The deeds of each story whose clauses tell no happening yet (`taken` do), joined where verb and people are the same."""
    found: list[tuple[str, list[LocalRef]]] = []
    for story in cast.stories:
        clusters: list[list[LocalRef]] = []
        by_verb: dict[str, list[list[LocalRef]]] = {}
        for report in story.reports:
            for ref in deeds_of(lookup, report, taken):
                some = by_verb.setdefault(lookup.proposition(ref).lemma, [])
                home = next((c for c in some if all(same_deed(lookup, ref, other) for other in spread(c, HELD))), None)
                if home is None:
                    clusters.append(home := [])
                    some.append(home)
                home.append(ref)
        found += [(story.id, cluster) for cluster in clusters]
    return tuple(
        Happening(
            id=f"d{n}",
            story=story,
            frame="tell",
            members=tuple(sorted(members)),
            why="the same is told to be done by or to the same ones" if len(members) > 1 else "told in one place",
        )
        for n, (story, members) in enumerate(found, 1)
    )


def deeds_of(lookup: Lookup, report: str, taken: Collection[LocalRef]) -> list[LocalRef]:
    """The clauses of a report that tell a deed most fully, in the order of the text."""
    annotation = lookup.annotations[report]
    refs = [LocalRef(report, n) for n, one in enumerate(annotation.propositions) if is_deed(annotation, one)]
    refs = [ref for ref in refs if ref not in taken and leading_to(annotation, ref) not in taken]
    refs = [ref for ref in refs if not tells_another(annotation, ref, taken)]
    told = [(ref, traits_of(lookup, ref)) for ref in refs]
    full = [(ref, traits) for ref, traits in told if is_told_of(lookup, ref, traits)]
    full.sort(key=lambda pair: (-fullness(lookup, *pair), pair[0]))
    return sorted(ref for ref, _ in full[:MOST_A_REPORT])


def leading_to(annotation: Annotation, ref: LocalRef) -> LocalRef | None:
    """The clause of the unfinished verb that leads to the infinitive of `ref`: what tells a happening by it tells both."""
    proposition = annotation.propositions[ref.index]
    if proposition.within is None or not is_led_to(annotation, proposition):
        return None
    return LocalRef(ref.report, proposition.within)


def is_told_of(lookup: Lookup, ref: LocalRef, traits: Traits) -> bool:
    """Whether a clause tells who did it, or to whom or what; in somebody's own words one of them must be named."""
    proposition, annotation = lookup.proposition(ref), lookup.annotations[ref.report]
    said = proposition.part_of_utterance
    if said is not None and annotation.quotations[said].mode == "direct":
        return any(lookup.is_named(e) for e in traits.actors | traits.targets)
    return any(a.role in {"who", "whom"} for a in proposition.arguments)


def tells_another(annotation: Annotation, ref: LocalRef, taken: Collection[LocalRef]) -> bool:
    """Whether a clause tells a happening by its event noun: "the blast destroyed cars", "carried out a drill"."""
    deed = annotation.propositions[ref.index]
    nouns = [
        one
        for n, one in enumerate(annotation.propositions)
        if one.within == ref.index and one.nominal and LocalRef(ref.report, n) in taken
    ]
    doers = [a.span for a in deed.arguments if a.role == "who"]
    return any(span.covers(one.predicate) for one in nouns for span in doers) or (
        deed.lemma in LIGHT and any(one.predicate.start > deed.predicate.end for one in nouns)
    )


def fullness(lookup: Lookup, ref: LocalRef, traits: Traits) -> float:
    """How much a clause tells of a deed: its typed roles, named people first, what stands early first."""
    named = any(lookup.is_named(e) for e in traits.actors | traits.targets)
    proposition = lookup.proposition(ref)
    return (
        weight(traits) + 2 * named + (proposition.part_of_utterance is None) + 1 / (1 + proposition.span.start / 1500)
    )


def is_deed(annotation: Annotation, proposition: Proposition) -> bool:
    """Whether a clause of no frame tells that something was, will be or was not done (its verb is of no state, and finite, or
    what an unfinished verb leads to), or that a statement was made."""
    if proposition.frame == "say":
        return proposition.polarity and is_statement(proposition)
    if proposition.frame is not None or proposition.nominal or is_one_of_many(annotation, proposition):
        return False
    if proposition.lemma in {"say", "tell"}:
        return MEDIUM.search(proposition.span.text) is not None
    if proposition.lemma in NO_DEED or proposition.status == "hypothetical":
        return False
    return is_finite(proposition) or is_news(annotation, proposition) or is_led_to(annotation, proposition)


def is_statement(saying: Proposition) -> bool:
    """Whether a clause of saying tells that a statement was made: "said in a letter", "said on Thursday", "told reporters",
    "tweeted", or one of a PLOVER category."""
    dated = saying.lemma not in RELAYING and any(a.time is not None for a in saying.arguments)
    to_whom = any(a.role == "whom" and a.mention is not None for a in saying.arguments)
    heard = to_whom and (saying.lemma in INFORMING or (saying.lemma == "tell" and saying.part_of_utterance is None))
    named = saying.lemma in NAMING and any(a.role == "whom" for a in saying.arguments)
    made = dated or heard or named or saying.lemma in PUBLISHING or saying.act is not None
    return made or MEDIUM.search(saying.span.text) is not None


def is_news(annotation: Annotation, proposition: Proposition) -> bool:
    """Whether a headline tells it in its present tense: "Mayor apologizes for remark"."""
    word = proposition.predicate.text.casefold()
    return (
        proposition.part_of_utterance is None
        and word != proposition.lemma
        and not word.endswith("ing")
        and any(b.role == "headline" and b.start <= proposition.span.start < b.end for b in annotation.report.blocks)
    )


def is_led_to(annotation: Annotation, proposition: Proposition) -> bool:
    """Whether a clause is the infinitive that an unfinished verb leads to, which tells no deed itself."""
    above = annotation.propositions[proposition.within] if proposition.within is not None else None
    if above is None or above.nominal or above.frame is not None or above.lemma not in UNFINISHED:
        return False
    between = annotation.report.text[above.predicate.end : proposition.predicate.start]
    told = above.predicate.text.casefold() == f"{above.lemma}s" or (above.lemma in NO_DEED and is_finite(above))
    full = any(a.role != "who" for a in proposition.arguments)
    return told and full and len(between) < NEAR and INFINITIVE.search(between) is not None


def is_finite(proposition: Proposition) -> bool:
    """Whether the verb stands in the past or with a helper verb; "to halt" and "mowing down" go with another verb."""
    word = proposition.predicate.text.casefold()
    before = proposition.span.text[: proposition.predicate.start - proposition.span.start].casefold()
    if not before and not any(
        a.role == "who" and a.span.end <= proposition.predicate.start for a in proposition.arguments
    ):
        return False
    if INFINITIVE.search(before):
        return False
    if word.endswith("ing") or word in {proposition.lemma, f"{proposition.lemma}s"}:
        return HELPERS.search(before.rstrip()) is not None
    return True


def same_deed(lookup: Lookup, one: LocalRef, other: LocalRef, *, least: float = ALIKE) -> bool:
    """Whether two clauses of one verb tell one deed: nothing typed speaks against it, and their words are alike, the more so the
    less they share of who did it and to whom: those it was done to; who did it, or none where those it was done to are others (or
    the same under other words); none, where they tell nothing of that. What is to come is told by other words than what was.
    `least` is the likeness that it takes in any case."""
    ours, theirs = lookup.proposition(one), lookup.proposition(other)
    if ours.lemma != theirs.lemma:
        return False
    first, second = traits_of(lookup, one), traits_of(lookup, other)
    if conflict(lookup, first, second, "tell") or are_other_tallies(ours.span.text, theirs.span.text):
        return False
    if ours.frame == "say" and one.report == other.report and bool(first.dates) != bool(second.dates):
        return False
    if ours.span.text == theirs.span.text:
        return True
    actors, targets = (first.actors, second.actors), (first.targets, second.targets)
    others = [all(side) and not side[0] & side[1] for side in (actors, targets)]
    planned = (ours.status == "planned") != (theirs.status == "planned")
    apart = any(others) or planned
    if targets[0] & targets[1] and not apart:
        needed = least
    elif any(a & b for a, b in (actors, targets)) or others == [False, True]:
        needed = max(least, ALIKE_OF_OTHERS)
    elif planned or any(named_apart(lookup, *side) for side in (actors, targets)):
        return False
    elif not (is_saying(ours) or tell_others(ours, theirs)) and all(is_told_by_report(lookup, r) for r in (one, other)):
        needed = max(least, ALIKE_OF_UNNAMED)
    elif not any(others) and is_finite(ours) and is_finite(theirs):
        needed = ALIKE_ALONE
    else:
        return False
    return wordwise(ours.span.text, theirs.span.text) >= needed


def is_saying(told: Proposition) -> bool:
    """Whether a clause tells that something was said: what others said is told in like words."""
    return told.frame == "say" or told.lemma in {"say", "tell"}


def tell_others(one: Proposition, other: Proposition) -> bool:
    """Whether two clauses tell figures, or whom or what it was done to, and no figure or word is in both."""
    numbers = [figures(told.span.text) for told in (one, other)]
    words = [
        {w for a in told.arguments if a.role == "whom" for w in content_words(a.span.text)} for told in (one, other)
    ]
    return any(all(some) and not some[0] & some[1] for some in (numbers, words))


def is_told_by_report(lookup: Lookup, ref: LocalRef) -> bool:
    """Whether a clause stands in nobody's own words."""
    said = lookup.proposition(ref).part_of_utterance
    return said is None or lookup.annotations[ref.report].quotations[said].mode == "indirect"


def named_apart(lookup: Lookup, ours: Collection[str], theirs: Collection[str]) -> bool:
    """Whether two clauses name others in a role."""
    return not set(ours) & set(theirs) and all(any(lookup.is_named(e) for e in side) for side in (ours, theirs))


__all__ = ["deeds"]
