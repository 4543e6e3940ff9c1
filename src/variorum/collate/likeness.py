"""Likeness of clauses: which pairs are compared, and what speaks for two telling the same; `contrasts.py` has what forbids it.

Candidates come from cheap keys (shared entities and rare words), never from all pairs; words that have their like in the
other clause and arguments in one role propose, mutual best matches join, and typed contrasts (another figure, an opposite verb,
a negation) forbid, within a whole row. Between verbs of another sense, what is said of the subject must be alike.

Words are compared one by one in their context: the vector of a whole clause shows its topic, which all clauses of a story share.
On candidate pairs in other words of 21 annotated stories the average precision is .90 so and .88 by whole vectors and shared
words, of which neither adds to it.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from variorum.collate.clauses import Clause
from variorum.collate.contrasts import CLAUSES, others_told, told
from variorum.collate.matching import mutual_best, pairs_by_key, spread
from variorum.encoder import similarity, wordwise
from variorum.encoder.statement import shared_words, wording, worth
from variorum.encoder.words import WORD, stem
from variorum.model import LocalRef

SAME_VERB, SAME_FIGURE, SHARED_NAME, OTHER_SUBJECT = 0.15, 0.1, 0.06, 0.1
SAME_ROLE = {"who": 0.1, "whom": 0.05, "where": 0.08, "when": 0.08}
SAME = 0.76  # for precision: on 21 stories .74 lines up a hundredth more and lets in two more false agreements
REPEATED = 0.9  # from here on a clause or a cluster says over again what another says
SURER, BESIDES = 0.71, 0.85  # where verbs are of one frame or much else is shared; where little but the subject is
LITTLE, TELLING, MUCH = 3.0, 8.0, 12.0  # weight of words shared beside subject and names: one, two, three telling ones
ENOUGH = (
    (14.0, 0.68),
    (10.0, 0.72),
    (8.0, 0.76),
)  # weight of what is shared beside subject and names, and the likeness it takes: for precision, .08 less lines up little more
ROLE_SHARED = 5.0  # what the same place, date or person in one role weighs among them
ALONG = 0.85  # where a longer clause tells one of them along
ONE_UTTERANCE, ALL_OF_ONE = 0.5, 0.4  # where both tell of one utterance; where one of them tells all of it
VERBATIM = 0.97  # likeness of the same words
COMMON = 12  # a key that stands in more clauses than this tells little
SPOKEN_FOR = 6  # clauses of a cluster that are held against those of another cluster
SOME_WORDS = 0.45  # share of the weight of two clauses' words from which one shared word makes them a candidate
SHORT, SAME_SHORT = 3, 0.8  # content words of a short clause, and what it takes for two of which one is short
EMPTY = {"be", "have"}  # verbs that tell nothing themselves, so that they are near to no other
NEAR_VERB = 0.5  # likeness of two verbs from which they are of one sense


def line_up(clauses: Sequence[Clause]) -> list[list[Clause]]:
    """Clusters of clauses of different reports that say the same; a report stands twice in one only where it says it twice.

    Clauses that stand by themselves come first, then those that a longer one tells along, each with what no cluster took yet.
    """
    outer = [clause for clause in clauses if not clause.inside]
    clusters = mutual_best(outer, list(candidates(outer)), alike, lambda clause: clause.ref.report, others_told, told)
    home = {c.ref: n for n, cluster in enumerate(clusters) for c in cluster}
    left = [clause for clause in clauses if clause.ref not in home]
    pairs = [
        (a, b) for a, b in candidates(left) if (left[a].inside or left[b].inside) and is_apart(left[a], left[b], home)
    ]
    clusters += mutual_best(left, pairs, alike, lambda clause: clause.ref.report, others_told, told)
    return with_repeats(outer, list(candidates(outer)), clusters)


def is_apart(one: Clause, other: Clause, home: Mapping[LocalRef, int]) -> bool:
    """Whether two clauses tell what no cluster tells yet: no longer clauses that hold them are together, or they say it in
    the same words."""
    ours, theirs = ({home[ref] for ref in (c.ref, *c.inside) if ref in home} for c in (one, other))
    if not ours & theirs:
        return True
    return min(one.words, other.words) >= SHORT and (alike(one, other) or 0.0) >= REPEATED


def with_repeats(
    clauses: Sequence[Clause], pairs: Sequence[tuple[int, int]], clusters: Sequence[Sequence[Clause]]
) -> list[list[Clause]]:
    """The clusters with what repeats them: those that say the same over and over are one (a quotation in the text and once
    more in an embedded post), and a clause that no cluster took joins the one that it repeats."""
    home = {c.ref: n for n, cluster in enumerate(clusters) for c in cluster}
    members = {n: list(cluster) for n, cluster in enumerate(clusters)}
    likest: dict[LocalRef, tuple[float, LocalRef]] = {}
    for one, other in ((clauses[a], clauses[b]) for a, b in pairs):
        if one.ref in home and other.ref in home:
            first, second = sorted((home[one.ref], home[other.ref]))
            if first != second and is_repeated(members[first], members[second]):
                home |= {c.ref: first for c in members[second]}
                members[first] += members.pop(second)
        elif one.ref in home or other.ref in home:
            lone, told = (other, one) if one.ref in home else (one, other)
            score = alike(lone, told) or 0.0
            if score >= REPEATED and (lone.ref not in likest or score > likest[lone.ref][0]):
                likest[lone.ref] = score, told.ref
    for clause in clauses:
        if clause.ref in likest and not any(others_told(clause, o) for o in members[home[likest[clause.ref][1]]]):
            members[home[likest[clause.ref][1]]].append(clause)
    return [sorted(cluster, key=lambda c: c.span) for _, cluster in sorted(members.items())]


def is_repeated(one: Sequence[Clause], other: Sequence[Clause]) -> bool:
    """Whether the clauses of two clusters say the same throughout."""
    scores = [alike(a, b) or 0.0 for a in spread(one, SPOKEN_FOR) for b in spread(other, SPOKEN_FOR)]
    return math.fsum(scores) >= REPEATED * len(scores)


def alike(one: Clause, other: Clause) -> float | None:
    """How far two clauses say the same, None where they do not. The encoder is asked last, and only for what can decide: not for
    the words of clauses that too little speaks for whatever their verbs, nor for verbs where the words are too far apart."""
    if others_told(one, other):
        return None
    if together := one.said & other.said:
        words = wordwise(one.span.text, other.span.text)
        enough = ALL_OF_ONE if together & (one.all_said | other.all_said) else ONE_UTTERANCE
        return words + typed(one, other, similarity(one.lemma, other.lemma)) if words >= enough else None
    far, near = needed(one, other, verbs=0.0), needed(one, other, verbs=1.0)
    least = min(far, near) if far < math.inf else needed(one, other, similarity(one.lemma, other.lemma))
    if least == math.inf and wording(one.span.text).stems != wording(other.span.text).stems:
        return None
    words = wordwise(one.span.text, other.span.text)
    if words < VERBATIM and words + typed(one, other, verbs=1.0) < least:
        return None
    verbs = similarity(one.lemma, other.lemma)
    score = words + typed(one, other, verbs)
    return score if words >= VERBATIM or score >= needed(one, other, verbs) else None


def needed(one: Clause, other: Clause, verbs: float) -> float:
    """The likeness from which two clauses with verbs as near as `verbs` say the same: less where those are of one frame, more
    where a clause is short.

    Where the verbs are of another sense, what the clauses say of whom they speak must share words that tell something: "the
    harbour was built" and "the harbour closed for a day" are alike only in the harbour.
    """
    beside = words_beside(one, other)
    known = beside + roles_beside(one, other)
    one_frame = one.frame is not None and one.frame == other.frame
    if one.subject or other.subject or verbs >= NEAR_VERB or known >= ENOUGH[0][0]:
        empty = bool({one.lemma, other.lemma} & EMPTY)
        for weight, likeness in ENOUGH:
            if known >= weight:
                return max(likeness, SURER) if empty else min(likeness, SURER) if one_frame else likeness
    if one.inside or other.inside:
        return ALONG if beside >= LITTLE else math.inf
    if one_frame:
        return SURER
    short = min(one.words, other.words) < SHORT
    if verbs >= NEAR_VERB and not {one.lemma, other.lemma} & EMPTY:
        return SAME_SHORT if short else SAME
    shared = beside if short else known
    if shared < (TELLING if short else LITTLE):
        return math.inf
    return BESIDES if shared < TELLING else SAME if shared < MUCH else SURER


def words_beside(one: Clause, other: Clause) -> float:
    """The weight of the words that two clauses share, without names and those of a subject that they share."""
    ours, theirs = one.span.text, other.span.text
    subject = one.subject & other.subject if one.subject and other.subject else one.subject | other.subject
    small = small_words(ours) | small_words(theirs)
    return worth((wording(ours).stems & wording(theirs).stems & small) - subject)


@lru_cache(maxsize=CLAUSES)
def small_words(text: str) -> frozenset[str]:
    """The stems of the words of a text that begin without a capital."""
    return frozenset(stem(w) for w in WORD.findall(text) if not w[0].isupper())


def roles_beside(one: Clause, other: Clause) -> float:
    """What it weighs among those words that two clauses tell of the same place, date or person, in one role that is not who."""
    return ROLE_SHARED * len({role for role, _ in one.typed & other.typed if role != "who"})


def typed(one: Clause, other: Clause, verbs: float) -> float:
    """What speaks for two clauses beside their words: verbs as near in sense as `verbs`, the same entities in the same roles,
    figures, dates.

    An entity that both name is counted among the words already, and a story's clauses all name the same few: less what
    it weighs there.
    """
    roles = {role for role, _ in one.typed & other.typed}
    shared = len({k for k in one.keys & other.keys if k.startswith("@")})
    apart = bool(one.subjects and other.subjects and not one.subjects & other.subjects)
    return (
        SAME_VERB * verbs
        + math.fsum(SAME_ROLE[role] for role in sorted(roles))
        + SAME_FIGURE * bool(one.figures & other.figures)
        - SHARED_NAME * min(shared, 3)
        - OTHER_SUBJECT * apart
    )


def candidates(clauses: Sequence[Clause]) -> Iterable[tuple[int, int]]:
    """Pairs of clauses of two reports that share two keys, or one and a good part of their words' weight; of the many that share
    what a large story speaks of throughout, only those whose words are near in order, so that it costs near linearly."""
    by_key: dict[str, list[int]] = defaultdict(list)
    for i, clause in enumerate(clauses):
        for key in (*clause.keys, *clause.said):
            by_key[key].append(i)
    shared: Counter[tuple[int, int]] = Counter()
    for key, some in by_key.items():
        telling = len(some) <= COMMON or key.startswith("@")
        for a, b in pairs_by_key(some, lambda n: clauses[n].span.text):
            if clauses[a].ref.report != clauses[b].ref.report:
                shared[a, b] += telling
    return sorted(
        (a, b)
        for (a, b), n in shared.items()
        if n >= 2
        or clauses[a].said & clauses[b].said
        or shared_words(clauses[a].span.text, clauses[b].span.text)[0] >= SOME_WORDS
    )
