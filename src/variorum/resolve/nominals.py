"""Noun phrases of several reports that are one thing: "the bomber" and "a suicide bomber", "the chief" and his name.

Within a story, a phrase joins what has the same head noun, where no modifier speaks against it and it is clear in each
of the two reports which thing is meant. Loose heads ("man", "area") need a modifier in common, crowds the same words.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

import msgspec

from variorum.encoder.words import stem, weight
from variorum.knowledge.people import is_word
from variorum.knowledge.sorts import sorts
from variorum.knowledge.territories import territory_by_demonym, territory_by_name, territory_by_weak_demonym
from variorum.model import LocalRef
from variorum.resolve.items import BODIES, Cluster, Item, Phrase
from variorum.resolve.names import words_of_name

WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
EMPTY = frozenset({
    "a", "an", "the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your", "some",
    "any", "one", "first", "last", "own", "mr", "mrs", "ms", "more", "than", "least", "about", "nearly", "almost",
    "at", "up", "to", "both", "all", "each", "every", "no", "said",
})  # fmt: skip
APART = frozenset({
    "another", "other", "second", "third", "fourth", "former", "previous", "earlier", "separate", "different",
    "new", "next", "similar", "replacement", "nearby", "passing", "spare", "neighbouring",
})  # fmt: skip
JOINTS = frozenset({
    "of", "in", "at", "for", "on", "from", "with", "near", "to", "by", "who", "which", "that", "where", "whose",
})  # fmt: skip
LOOSE_NOUNS = [
    "people", "person", "man", "woman", "official", "resident", "witness", "area", "side", "part", "number",
    "group", "thing", "way", "place", "site", "member", "source", "spokesman", "spokeswoman", "scene", "incident",
    "statement", "case", "report", "time", "night", "day", "city", "town", "village", "province", "country",
    "region", "state", "company", "team", "staff", "crowd", "leader", "victim", "body", "vehicle", "car",
    "building", "wall", "home", "house", "family", "force", "unit", "command", "office",
]  # fmt: skip
LOOSE = frozenset(stem(w) for w in LOOSE_NOUNS)
COLLECTIVE = frozenset({"police", "staff", "crew", "team", "family", "crowd", "audience", "public"})
"""Heads of which singular and plural are one."""
SINGLE = frozenset({"facility", "thing", "person"})
DOMINANT = 3
"""Mentions from which a thing can be the one that a report is about."""
DEFINITE = re.compile(r"(?:the|this|that|its|their)\b", re.IGNORECASE)
INDEFINITE = re.compile(r"(?:an?|one)\b", re.IGNORECASE)
AGE = re.compile(r"(?:year|month|week)-old")
RARE = 4.0
"""Weight from which a plural head noun says enough by itself."""


def join_repeated(clusters: list[Cluster]) -> None:
    """Join what one report calls alike more than once: by one head noun, then by head nouns of one sort."""
    for cluster in clusters:
        cluster.phrases = tuple(dict.fromkeys(p for i in cluster.items for p in phrases(i)))
    for _, head, found in by_head(clusters):
        join_within(head, found)
    for heads in (frozenset(stem(w) for w in words) for _, words in sorted(sorts().items())):
        for _, found in by_sort(clusters, heads):
            join_to_dominant(heads, list(dict.fromkeys(c.root for c in found)))


def join_nominals(clusters: list[Cluster]) -> None:
    """Join clusters of several reports by their noun phrases, story by story and head noun by head noun.

    Head nouns that most reports use come first: what is surest to be spoken of by each.
    """
    for _, head, found in by_head(clusters):
        join_by_head(head, found)


def by_head(clusters: list[Cluster]) -> Iterator[tuple[str, str, list[Cluster]]]:
    """For each story and head noun what is called by it, as it stands when its turn comes; the most used first."""
    holders: dict[tuple[str, str], list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        if cluster.alive:
            for key in sorted({(i.story, p.head) for i in cluster.items for p in phrases(i)}):
                holders[key].append(cluster)
    told = {key: len({report for c in found for report in c.reports}) for key, found in holders.items()}
    for story, head in sorted(holders, key=lambda key: (key[0], -told[key], key[1])):
        yield story, head, list(dict.fromkeys(c.root for c in holders[story, head]))


@lru_cache(maxsize=4096)
def same_sort(head: str) -> frozenset[str]:
    """The stems of the head nouns that can speak of what `head` (a stem) does, itself among them."""
    found = {head}
    for words in sorts().values():
        stems = {stem(w) for w in words}
        found |= stems if head in stems else set()
    return frozenset(found) - LOOSE | {head}


def by_sort(clusters: list[Cluster], heads: frozenset[str]) -> list[tuple[str, list[Cluster]]]:
    """For each story what is called by one of `heads`."""
    holders: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        if cluster.alive and any(p.head in heads for p in cluster.phrases):
            for story in sorted({i.story for i in cluster.items}):
                holders[story].append(cluster)
    return sorted(holders.items())


def join_within(head: str, found: list[Cluster]) -> None:
    """Join noun phrases of one report that say the same of one head noun.

    Reading keeps a later "a truck" apart from the first for want of evidence; it is another only if words say so.
    """
    for one, other in combinations(found, 2):
        here, there = one.root, other.root
        alone = here is not there and here.reports == there.reports and len(here.reports) == 1
        if alone and not (here.named and there.named) and here.plural == there.plural and kinds_agree(here, there):
            told = [p for p in here.phrases if p.head == head], [q for q in there.phrases if q.head == head]
            scores = [phrase_score(p, q, here.plural) for p in told[0] for q in told[1]]
            sure = [s for s in scores if s is not None and s > 1]
            telling = here.kind != "person" or points_back(here.items, there.items) or min(sure, default=0.0) > 2
            if sure and len(sure) == len(scores) and telling and not here.opposes(there):
                first, second = (there, here) if there.named else (here, there)
                first.join(second, None)
    if head not in LOOSE:
        join_to_dominant(frozenset({head}), list(dict.fromkeys(c.root for c in found)))


def join_to_dominant(heads: frozenset[str], found: list[Cluster]) -> None:
    """Join further singular mentions to the thing that its report speaks of most by far, called by one of `heads`.

    What says no more than the main one, or points back at it, is no rival of it; what tells another one is.
    """
    for main in sorted(found, key=lambda c: (-c.size, c.first.ref)):
        if not main.alive or main.kind not in SINGLE or main.plural or len(main.reports) > 1:
            continue
        others = [c for c in found if c is not main and c.alive and c.reports == main.reports and not c.plural]
        again: list[Cluster] = []
        for other in sorted(others, key=lambda c: (-c.size, c.first.ref)):
            if is_again(heads, main, other) and not any(clash(heads, other, c) for c in again):
                again.append(other)
        if dominates(main, [c for c in others if c not in again]):
            for other in again:
                main.join(other, None)


def is_again(heads: frozenset[str], main: Cluster, other: Cluster) -> bool:
    """Whether `other` can be the main thing told again: nothing against it, and "a" brings in no new modifier."""
    if other.named or other.kind != main.kind or clash(heads, main, other):
        return False
    told = [p for p in other.phrases if p.head in heads]
    known = frozenset().union(*(p.modifiers for p in main.phrases if p.head in heads))
    anew = [bool(INDEFINITE.match(p.text)) for p in told]
    if main.kind == "person" and not points_back(main.items, other.items):
        return False
    return all(p.modifiers <= known for p, new in zip(told, anew, strict=True) if new)


def clash(heads: frozenset[str], one: Cluster, other: Cluster) -> bool:
    """Whether names, nations or the words with a head noun of `heads` tell two things apart."""
    pairs = [(p, q) for p in one.phrases for q in other.phrases if p.head in heads and q.head in heads]
    return one.opposes(other) or names_clash(one, other) or any(conflict(p, q) for p, q in pairs)


def dominates(cluster: Cluster, others: list[Cluster]) -> bool:
    """Whether a thing is mentioned three times or more, and twice as often as each other of its head noun."""
    return cluster.size >= DOMINANT and all(cluster.size >= 2 * c.size for c in others)


def join_by_head(head: str, found: list[Cluster]) -> None:
    """Join clusters of a story that have the head noun `head`, the best agreeing first, while each pair is clear."""
    reports = {c.first.ref: c.reports for c in found}
    rivals = Counter(report for told in reports.values() for report in told)
    scored = [(said, one, other) for one, other in combinations(found, 2) if (said := agreement(one, other, head))]
    votes: dict[tuple[LocalRef, str], Counter[float]] = defaultdict(Counter)
    for said, one, other in scored:
        for here, there in ((one, other), (other, one)):
            for report in reports[there.first.ref]:
                votes[here.first.ref, report][said.score] += 1

    leading = {
        c.first.ref for c in found if dominates(c, [o for o in found if o is not c and set(o.reports) & set(c.reports)])
    }

    def is_best(here: Cluster, there: Cluster, score: float) -> bool:
        told = [votes[here.first.ref, report] for report in reports[there.first.ref]]
        return all(max(counts) == score and counts[score] == 1 for counts in told)

    for said, one, other in sorted(scored, key=lambda s: (-s[0].score, s[1].first.ref, s[2].first.ref)):
        lonely = all(rivals[report] == 1 for c in (one, other) for report in reports[c.first.ref])
        lonely |= head not in LOOSE and all(c.first.ref in leading for c in (one, other))
        if not lonely and not (said.score >= 1 and is_best(one, other, said.score) and is_best(other, one, said.score)):
            continue
        here, there = one.root, other.root
        if may_join(here, there):
            first, second = (there, here) if there.named else (here, there)
            first.join(second, said.why)


def may_join(one: Cluster, other: Cluster, *, copied: bool = False) -> bool:
    """Whether nothing keeps two clusters apart: both named, a report that tells them apart, or something typed.

    `copied`: that they are one is known from elsewhere, so that a report may bring one in twice.
    """
    if one is other or (one.named and other.named):
        return False
    for report in sorted(set(one.reports) & set(other.reports)):
        here, there = ([i for i in c.items if i.ref.report == report] for c in (one, other))
        if any(told_apart(a, b) for a in here for b in there) or not (copied or points_back(here, there)):
            return False
    return kinds_agree(one, other) and not one.opposes(other)


def told_apart(one: Item, other: Item) -> bool:
    """Whether a report that speaks of both may mean two: unless each is a single one of one sort, pointed back at."""
    first, second = phrases(one), phrases(other)
    if one.plural or other.plural or one.entity.kind != other.entity.kind or one.entity.kind not in SINGLE:
        return True
    if not all(any(DEFINITE.match(p.text) for p in told) for told in (first, second)):
        return True
    return not any(q.head in same_sort(p.head) for p in first for q in second) or any(
        conflict(p, q) for p in first for q in second
    )


def points_back(one: list[Item], other: list[Item]) -> bool:
    """Whether the report does not bring in as a new one ("a child") what it speaks of later."""
    firsts = (min((m.span for i in items for m in i.mentions), key=lambda s: s.start) for items in (one, other))
    later = max(firsts, key=lambda s: s.start)
    return not INDEFINITE.match(later.text)


def kinds_agree(one: Cluster, other: Cluster) -> bool:
    """Whether the kinds can be one; bodies and groups are told apart too uncertainly."""
    return one.kind == other.kind or {one.kind, other.kind} <= BODIES


class Agreement(msgspec.Struct, frozen=True):
    """How well two things' noun phrases agree, and why in words."""

    score: float
    why: str


def agreement(one: Cluster, other: Cluster, head: str) -> Agreement | None:
    """The best agreement over the phrases of two clusters with one head noun; None where they cannot be one."""
    if not may_join(one, other) or (one.plural != other.plural and head not in COLLECTIVE):
        return None
    if any(conflict(p, q) for p in one.phrases for q in other.phrases if p.head == q.head == head):
        return None
    found = [
        (score, p.text, q.text)
        for p in one.phrases
        if p.head == head
        for q in other.phrases
        if q.head == head and (score := phrase_score(p, q, one.plural)) is not None
    ]
    if not found or ((one.named or other.named) and max(found)[0] <= 0) or names_clash(one, other):
        return None
    score, first, second = max(found, key=lambda f: (f[0], f[1], f[2]))
    shown = " and ".join(f'"{t}"' for t in dict.fromkeys(sorted((first, second))))
    return Agreement(score, f"{shown} fit one thing only in each report")


def names_clash(one: Cluster, other: Cluster) -> bool:
    """Whether names stand in the phrases of both, and none is the same ("the NATO spokesman", "a UN spokesman")."""
    here, there = (frozenset().union(*(p.names for p in c.phrases)) for c in (one, other))
    return bool(here and there and not here & there)


def conflict(one: Phrase, other: Phrase) -> bool:
    """Whether words say that two phrases are of two: another nation, age or measure, "another", "second"."""
    if one.nations and other.nations and one.nations != other.nations:
        return True
    ages = [{w for w in p.modifiers if AGE.search(w)} for p in (one, other)]
    if ages[0] and ages[1] and ages[0] != ages[1]:
        return True
    return bool((one.modifiers | other.modifiers) & APART) and one.modifiers != other.modifiers


def phrase_score(one: Phrase, other: Phrase, plural: bool) -> float | None:
    """0 where nothing speaks against, 1 where one phrase holds the other, more for shared modifiers; None: against."""
    if conflict(one, other):
        return None
    shared, left = one.modifiers & other.modifiers, one.modifiers ^ other.modifiers
    if not shared and (one.head in LOOSE or is_word(one.head, "kin")):
        return None
    counted = bool(one.figures and one.figures == other.figures)
    if plural and (left or not (shared or counted or weight(one.head) >= RARE)):
        return None
    if one.modifiers == other.modifiers:
        return 1.5 + len(shared)
    if one.modifiers <= other.modifiers or other.modifiers <= one.modifiers:
        return 1.0 + len(shared)
    return len(shared) - 0.5 * len(left) if shared else 0.0


def phrases(item: Item) -> tuple[Phrase, ...]:
    """The noun phrases of an item: its nominal mentions, and the roles told of a person."""
    spans = [(m.span, m.head.text) for m in item.mentions if m.form == "nominal"]
    if item.entity.kind == "person":
        spans += [(span, "") for span in item.entity.roles]
    texts = [(span.text, head) for span, head in spans]
    if item.entity.kind in ("organisation", "facility", "place", "group"):
        texts += [(name, "") for name in item.names if len(words_of_name(name)) > 1]
    return tuple(dict.fromkeys(p for text, head in texts if (p := phrase(text, head)) is not None))


def phrase(text: str, head: str) -> Phrase | None:
    """The phrase that `text` is; `head` is its head noun where known, else the last word before a preposition."""
    words = [w.replace("’", "'").removesuffix("'s") for w in WORD.findall(text)]
    if not words:
        return None
    ends = next((n for n, w in enumerate(words) if n and w.lower() in JOINTS), len(words))
    main = stem(head) if head else stem(words[ends - 1])
    nations = frozenset(nation for w in words if (nation := nation_of(w)) is not None)
    others = (w.lower() for w in words if w.lower() not in EMPTY and w.lower() not in JOINTS)
    figures = frozenset(w for w in words if w.isdigit())
    modifiers = frozenset(w if w in APART else stem(w) for w in others)
    proper = frozenset(
        stem(w)
        for n, w in enumerate(words)
        if w[:1].isupper() and (n or not w.istitle() or "-" in w) and nation_of(w) is None
    )
    return Phrase(main, modifiers - figures - {main}, nations, text, proper - {main}, figures)


def nation_of(word: str) -> str | None:
    """The code of the country that a word names or tells, sure or not: it only sets phrases apart."""
    weak = territory_by_weak_demonym(word)
    found = territory_by_demonym(word) or territory_by_name(word) or (weak[0] if weak is not None else None)
    return found.iso3166 if found is not None else None
