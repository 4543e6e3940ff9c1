"""Noun phrases of several reports that are one thing: "the bomber" and "a suicide bomber", "the chief" and his name.

Within a story, a phrase joins what has the same head noun, where no modifier speaks against it and it is clear in each
of the two reports which thing is meant. Loose heads ("man", "area") need a modifier in common, crowds the same words.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import combinations

import msgspec

from variorum.encoder.words import stem, weight
from variorum.knowledge.people import is_word
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
THINGS = frozenset({"facility", "thing"})
DOMINANT = 3
"""Mentions from which a thing can be the one that a report is about."""
DEFINITE = re.compile(r"(?:the|this|that|its|their)\b", re.IGNORECASE)
AGE = re.compile(r"(?:year|month|week)-old")
RARE = 4.0
"""Weight from which a plural head noun says enough by itself."""


def join_nominals(clusters: list[Cluster]) -> None:
    """Join clusters by their noun phrases, story by story and head noun by head noun."""
    by_head: dict[tuple[str, str], list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        cluster.phrases = tuple(dict.fromkeys(p for i in cluster.items for p in phrases(i)))
        for key in sorted({(i.story, p.head) for i in cluster.items for p in phrases(i)}):
            by_head[key].append(cluster)
    for (_, head), found in sorted(by_head.items(), key=lambda entry: entry[0]):
        join_by_head(head, join_within(head, list(dict.fromkeys(c.root for c in found))))


def join_within(head: str, found: list[Cluster]) -> list[Cluster]:
    """What is left of `found` when noun phrases of one report are joined that say the same of one head noun.

    Reading keeps a later "a truck" apart from the first for want of evidence; it is another only if words say so.
    """
    for one, other in combinations(found, 2):
        here, there = one.root, other.root
        alone = here is not there and here.reports == there.reports and len(here.reports) == 1
        if alone and not (here.named and there.named) and here.plural == there.plural and kinds_agree(here, there):
            told = [p for p in here.phrases if p.head == head], [q for q in there.phrases if q.head == head]
            scores = [phrase_score(p, q, here.plural) for p in told[0] for q in told[1]]
            sure = [s for s in scores if s is not None and s > 1]
            if sure and len(sure) == len(scores) and not here.opposes(there):
                first, second = (there, here) if there.named else (here, there)
                first.join(second, None)
    found = list(dict.fromkeys(c.root for c in found))
    return join_to_dominant(head, found) if head not in LOOSE else found


def join_to_dominant(head: str, found: list[Cluster]) -> list[Cluster]:
    """What is left when further singular mentions of a thing join the one that its report speaks of most by far."""
    for main in found:
        others = [c for c in found if c is not main and c.reports == main.reports]
        if not main.alive or main.kind not in THINGS or main.plural or not dominates(main, others):
            continue
        for other in others:
            told = [(p, q) for p in main.phrases if p.head == head for q in other.phrases if q.head == head]
            known = frozenset().union(*(p.modifiers for p, _ in told))
            again = all(q.modifiers <= known or DEFINITE.match(q.text) for _, q in told)
            fits = told and again and not any(conflict(p, q) for p, q in told) and not names_clash(main, other)
            if fits and not other.named and not other.plural and other.kind == main.kind and not main.opposes(other):
                main.join(other, None)
    return list(dict.fromkeys(c.root for c in found))


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


def may_join(one: Cluster, other: Cluster) -> bool:
    """Whether nothing keeps two clusters apart: both named, a report that tells of both, or something typed."""
    if one is other or (one.named and other.named) or set(one.reports) & set(other.reports):
        return False
    return kinds_agree(one, other) and not one.opposes(other)


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
