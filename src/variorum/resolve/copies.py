"""Copies: reports -> accounts. Which reports are one witness, because one repeats the other or both repeat one text.

Shared runs of five words are found through an inverted index. What counts is containment: how much of the shorter
report stands word for word in the other; words in quotation marks count little, for two reporters who heard one speaker
print the same. Jaccard would miss a text that was cut or embedded. Measured by `python -m evals copies`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import combinations, pairwise
from statistics import fmean as mean

from variorum.knowledge.outlets import outlet_by_name
from variorum.model import SET_ASIDE_ROLES, Account, Report, Span
from variorum.resolve.unions import Unions

SHINGLE = 5
"""Words of a run that two reports must share before it is looked at."""
COPIED_SHARE = 0.27
"""Share of the shorter report's shingles that must stand in the other."""
CREDITED_SHARE = 0.2
"""The same, where both credit one agency."""
QUOTED_WEIGHT = 0.25
"""What a shingle counts that stands mostly in quotation marks."""
FEWEST_WORDS = 16
"""Own words that must be shared at all: two one-sentence reports can agree by chance."""
LONG_RUN = 8
"""Words that the longest shared run must have at least: stock phrases are shorter."""
NEAR_EQUAL = 0.9
"""Share of the longer report's words that must stand in the shorter for the two to be versions of one text."""
MANY_VERSIONS = 60
"""Texts beyond which a chain of links is taken as it is."""
COMMON = 12
"""Reports that may hold a shingle before only its neighbours in order are compared, which keeps a batch near linear."""

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
QUOTED = re.compile(r"“[^”\n]*(?:”|$)|\"[^\"\n]*(?:\"|$)|(?<!\w)[‘'][^\n]{12,}?[’'](?!\w)", re.MULTILINE)
CREDIT = re.compile(
    r"[(\[]\s*(AP|Reuters|AFP|UPI|PTI|ANI|IANS|PA|DPA|dpa|EFE|Xinhua|TASS|CNN|CP|AAP|ANSA|Bloomberg)\s*[)\]]"
    r"|\b(Associated Press|Agence France[- ]Presse|Press Trust of India|Press Association"
    r"|Canadian Press|Xinhua|Reuters)\b",
    re.IGNORECASE,
)
CITED = re.compile(r"\b(?:AP|AFP|UPI|PTI|Reuters|Xinhua|TASS|EFE|ANSA|dpa|Associated Press|Agence France[- ]Presse)\b")
SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*\s+|\n+")


class Reading:
    """The words of one report that count for copying, and where they stand."""

    def __init__(self, report: Report) -> None:
        self.report = report
        ranges = [(b.start, b.end) for b in report.blocks if b.role not in SET_ASIDE_ROLES and b.role != "headline"]
        self.ranges = ranges or [(0, len(report.text))]
        quoted = [m.span() for m in QUOTED.finditer(report.text)]
        self.words: list[str] = []
        self.places: list[tuple[int, int]] = []
        self.own: list[bool] = []
        self.breaks: set[int] = set()
        at = 0
        for start, end in self.ranges:
            self.breaks.add(len(self.words))
            for match in WORD.finditer(report.text, start, end):
                while at < len(quoted) and quoted[at][1] <= match.start():
                    at += 1
                inside = at < len(quoted) and quoted[at][0] <= match.start()
                self.words.append(match.group().lower().replace("’", "'"))
                self.places.append(match.span())
                self.own.append(not inside)

    @cached_property
    def shingles(self) -> list[str]:
        """Each run of five words, by the place of its first; a run may go over a paragraph's end."""
        return [" ".join(self.words[i : i + SHINGLE]) for i in range(len(self.words) - SHINGLE + 1)]

    @cached_property
    def positions(self) -> dict[str, int]:
        """Where each shingle stands first."""
        found: dict[str, int] = {}
        for i, shingle in enumerate(self.shingles):
            found.setdefault(shingle, i)
        return found

    @cached_property
    def weights(self) -> list[float]:
        """What each shingle counts."""
        half = SHINGLE // 2
        return [
            1.0 if sum(self.own[i : i + SHINGLE]) > half else QUOTED_WEIGHT
            for i in range(len(self.words) - SHINGLE + 1)
        ]

    @cached_property
    def weight(self) -> float:
        """What all shingles count."""
        return sum(self.weights)

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """The sentences as ranges of words, split at stops and paragraph ends."""
        ends = {m.end() for start, end in self.ranges for m in SENTENCE_END.finditer(self.report.text, start, end)}
        found, begin, word = [], 0, 0
        for end in sorted({*ends, *(end for _, end in self.ranges), len(self.report.text)}):
            while word < len(self.places) and self.places[word][0] < end:
                word += 1
            if word > begin:
                found.append((begin, word))
            begin = word
        return found

    @cached_property
    def agencies(self) -> frozenset[str]:
        """The news agencies that the report credits, in its first or last lines."""
        text = self.report.text
        edges = text[:400] + "\n" + text[-300:]
        return frozenset(agency_name(m.group(1) or m.group(2)) for m in CREDIT.finditer(edges))

    @cached_property
    def origins(self) -> frozenset[str]:
        """The agencies that the report credits or cites anywhere."""
        return self.agencies | {agency_name(m.group()) for m in CITED.finditer(self.report.text)}

    @cached_property
    def publisher(self) -> str | None:
        """The family that its outlet belongs to, where known."""
        outlet = outlet_by_name(self.report.outlet) if self.report.outlet else None
        return outlet.family if outlet is not None else None

    def span(self, first: int, last: int) -> Span:
        """The words `first` to `last`, both included."""
        return self.report.span(self.places[first][0], self.places[last][1])


def agency_name(written: str) -> str:
    """The agency's name for a credit as printed."""
    known = outlet_by_name(written)
    return known.name if known is not None else written


class Shared:
    """What two readings have word for word in common."""

    def __init__(self, one: Reading, other: Reading) -> None:
        self.one, self.other = one, other
        self.runs = list(shared_runs(one, other))
        self.in_one = covered(one, ((i, n) for i, _, n in self.runs))
        self.in_other = covered(other, ((j, n) for _, j, n in self.runs))

    @property
    def words(self) -> int:
        """Words outside quotation marks that stand in both."""
        return min(own_among(self.one, self.in_one), own_among(self.other, self.in_other))

    @cached_property
    def share(self) -> float:
        """Share of the shorter report's shingles that the other has too, quoted ones counting little."""
        shorter, longer = sorted((self.one, self.other), key=lambda r: (r.weight, r.report.id))
        found = sum(shorter.weights[i] for i, s in enumerate(shorter.shingles) if s in longer.positions)
        return found / shorter.weight if shorter.weight else 0.0

    @property
    def longest(self) -> int:
        """Own words in the longest run."""
        return max((sum(self.one.own[i : i + n]) for i, _, n in self.runs), default=0)

    @property
    def enough(self) -> bool:
        """Whether the passages are long enough to be more than chance and stock phrases."""
        return self.words >= FEWEST_WORDS and self.longest >= LONG_RUN

    @property
    def near_equal(self) -> bool:
        """Whether both are versions of one text: nearly all of the longer stands in the shorter."""
        longer = max((self.one, self.in_one), (self.other, self.in_other), key=lambda side: len(side[0].words))
        return sum(longer[1]) >= NEAR_EQUAL * len(longer[1])

    @property
    def copied(self) -> bool:
        """Whether so much is the same that one copies the other or both copy a third."""
        if self.one.words == self.other.words and self.one.words:
            return True
        needed = CREDITED_SHARE if self.one.agencies & self.other.agencies else COPIED_SHARE
        return self.enough and self.share >= needed


def shared_runs(one: Reading, other: Reading) -> Iterable[tuple[int, int, int]]:
    """The passages that stand in both, each as far as it goes: first word in `one`, first in `other`, words."""
    i = 0
    while i < len(one.shingles):
        j = other.positions.get(one.shingles[i])
        if j is None:
            i += 1
            continue
        length = SHINGLE
        while (
            i + length < len(one.words)
            and j + length < len(other.words)
            and one.words[i + length] == other.words[j + length]
        ):
            length += 1
        yield i, j, length
        i += max(1, length - SHINGLE + 1)


def covered(reading: Reading, runs: Iterable[tuple[int, int]]) -> list[bool]:
    """Which words of `reading` lie in one of the runs."""
    marks = [False] * len(reading.words)
    for first, length in runs:
        marks[first : first + length] = [True] * length
    return marks


def own_among(reading: Reading, marks: list[bool]) -> int:
    """How many of the marked words stand outside quotation marks."""
    return sum(1 for mark, own in zip(marks, reading.own, strict=True) if mark and own)


def find_accounts(reports: Sequence[Report]) -> tuple[Account, ...]:
    """The accounts of `reports`, ordered by their ids; each stands in exactly one. The input's order is indifferent."""
    readings = {r.id: Reading(r) for r in sorted(reports, key=lambda r: r.id)}
    links = find_links(readings)
    linked, same = Unions(readings), Unions(readings)
    for (one, other), shared in links.items():
        linked.join(one, other)
        if shared.near_equal:
            same.join(one, other)
    groups = [group for component in linked.groups() for group in parted(component, same, readings, links)]
    return tuple(account(f"a{n}", group, readings, links) for n, group in enumerate(sorted(groups), 1))


def find_links(readings: dict[str, Reading]) -> dict[tuple[str, str], Shared]:
    """The pairs of reports of which one copies the other or both copy a third, with what they share, sorted."""
    looked_at = ((pair, Shared(readings[pair[0]], readings[pair[1]])) for pair in candidates(readings))
    return {pair: shared for pair, shared in looked_at if shared.copied}


def parted(
    component: list[str], same: Unions[str], readings: dict[str, Reading], links: dict[tuple[str, str], Shared]
) -> list[list[str]]:
    """The accounts within reports that a chain of links ties together.

    A report that takes a third of each of two texts must not make these two one witness. So versions of one text (near
    equal) count as one, and accounts grow while their versions share enough on average (average linkage).
    """
    versions: dict[str, list[str]] = defaultdict(list)
    for name in component:
        versions[same.of(name)].append(name)
    if len(versions) <= 2 or len(versions) > MANY_VERSIONS:
        return [component]
    share = dict.fromkeys(combinations(versions, 2), 0.0)
    for one, other in share:
        shared = links.get((one, other)) or Shared(readings[one], readings[other])
        share[one, other] = shared.share if shared.enough else 0.0
    groups = [[name] for name in versions]
    while len(groups) > 1:
        nearest, first, second = max(
            ((average(share, a, b), a, b) for a, b in combinations(groups, 2)), key=lambda found: found[0]
        )
        if nearest < COPIED_SHARE:
            break
        groups.remove(second)
        first.extend(second)
    return [sorted(name for version in group for name in versions[version]) for group in groups]


def average(share: dict[tuple[str, str], float], one: list[str], other: list[str]) -> float:
    """The mean share over the pairs of two groups."""
    return mean(share[min(a, b), max(a, b)] for a in one for b in other)


def candidates(readings: dict[str, Reading]) -> list[tuple[str, str]]:
    """Pairs of ids that share shingles enough to be looked at, sorted; texts that are equal word for word always."""
    holders: dict[str, list[str]] = defaultdict(list)
    for name, reading in readings.items():
        for shingle in reading.positions:
            holders[shingle].append(name)
    counts: Counter[tuple[str, str]] = Counter()
    for names in holders.values():
        if len(names) <= COMMON:
            counts.update((a, b) for n, a in enumerate(names) for b in names[n + 1 :])
        else:
            counts.update(pairwise(names))
    fewest = FEWEST_WORDS - SHINGLE + 1
    same: dict[str, list[str]] = defaultdict(list)
    for name, reading in readings.items():
        same[" ".join(reading.words)].append(name)
    equal = {pair for words, names in same.items() if words for pair in pairwise(names)}
    return sorted({pair for pair, count in counts.items() if count >= fewest // 2} | equal)


def account(name: str, ids: list[str], readings: dict[str, Reading], links: dict[tuple[str, str], Shared]) -> Account:
    """The account of `ids`, with what is copied, what is each report's own, and why."""
    origins = tuple(sorted({a for i in ids for a in readings[i].origins}))
    families = {readings[i].publisher for i in ids}
    publisher = families.pop() if len(families) == 1 else None
    if len(ids) == 1:
        return Account(name, tuple(ids), "no other report repeats it", publisher=publisher, origins=origins)
    inside = {pair: shared for pair, shared in sorted(links.items()) if set(pair) <= set(ids)}
    copied = tuple(
        (shared.one.span(i, i + n - 1), shared.other.span(j, j + n - 1))
        for shared in inside.values()
        for i, j, n in shared.runs
    )
    own = tuple(span for i in ids for span in own_passages(readings[i], inside))
    why = "; ".join(reason(shared) for shared in strongest(ids, inside))
    return Account(name, tuple(ids), why, copied=copied, own=own, publisher=publisher, origins=origins)


def own_passages(reading: Reading, links: dict[tuple[str, str], Shared]) -> list[Span]:
    """The sentences of `reading` that no other report of its account has, neighbours as one passage."""
    marks = [False] * len(reading.words)
    for shared in links.values():
        found = shared.in_one if shared.one is reading else shared.in_other if shared.other is reading else []
        marks = [a or b for a, b in zip(marks, found, strict=True)] if found else marks
    passages: list[list[int]] = []
    for begin, end in reading.sentences:
        if sum(marks[begin:end]) * 2 >= end - begin:
            continue
        text = reading.report.text
        if (
            passages
            and passages[-1][1] == begin
            and "\n" not in text[reading.places[begin - 1][1] : reading.places[begin][0]]
        ):
            passages[-1][1] = end
        else:
            passages.append([begin, end])
    return [reading.span(begin, end - 1) for begin, end in passages]


def strongest(ids: list[str], links: dict[tuple[str, str], Shared]) -> list[Shared]:
    """The fewest links that hold the account together, the strongest first."""
    unions = Unions(ids)
    ranked = sorted(links.items(), key=lambda item: (-item[1].share, item[0]))
    return [shared for (one, other), shared in ranked if unions.join(one, other)]


def reason(shared: Shared) -> str:
    """Why two reports are one account, in words."""
    one, other = shared.one, shared.other
    if one.words == other.words:
        return f"{other.report.id} and {one.report.id} are the same text"
    repeats, marks, whole = (one, shared.in_one, other)
    if len(other.words) < len(one.words):
        repeats, marks, whole = (other, shared.in_other, one)
    told = [(sum(marks[b:e]), e - b) for b, e in repeats.sentences]
    same = sum(1 for found, length in told if found * 10 >= length * 8)
    said = f"{repeats.report.id} repeats {same} of its {len(told)} sentences from {whole.report.id} word for word"
    if not same:
        said = (
            f"{repeats.report.id} shares {round(100 * shared.share)} % of its runs of five words with {whole.report.id}"
        )
    agencies = sorted(one.agencies & other.agencies)
    return said + (f"; both credit {', '.join(agencies)}" if agencies else "")
