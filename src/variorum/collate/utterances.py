"""Utterances: the same statement in its wordings, whoever tells it in whatever mode.

Pieces of two reports join when they are each other's best (`alike`), pieces of one when its speaker says the same again.
Neighbouring pieces that line up with neighbours are one utterance again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

import msgspec

from variorum.collate.alike import likeness, opposed, said_again, same_speaker
from variorum.collate.matching import CROWD, HELD, mutual_best, pairs_by_key, spread
from variorum.collate.sayings import SURE, Said, is_named, is_too_short, joined, said_in, with_topics
from variorum.encoder.statement import same_statement
from variorum.model import Cast, Span, Utterance, Voice, Wording
from variorum.model import ChainLink as Link
from variorum.resolve.lookup import Lookup

MUCH_ALIKE = 0.66
"""Likeness, with what one speaker counts, from which a second wording of a report belongs to an utterance."""
GUESSED = 0.5
"""Confidence of a speaker whom no cue names beside the words: he counts where no other is told."""


def utterances_of(cast: Cast, lookup: Lookup, accounts: Mapping[str, str]) -> tuple[Utterance, ...]:
    """All utterances, those in several wordings first."""
    found: list[Utterance] = []
    for story in cast.stories:
        said = with_topics([s for report in story.reports for s in said_in(report, lookup)])
        groups = line_up(said)
        found += [utterance(story.id, group, lookup, accounts) for group in (*groups, *alone(said, groups))]
    found.sort(key=lambda u: (u.story, -len({w.account for w in u.wordings}), -len(u.wordings), u.wordings[0].content))
    return tuple(msgspec.structs.replace(u, id=f"u{n}") for n, u in enumerate(found, 1))


def line_up(said: Sequence[Said]) -> list[list[Said]]:
    """Groups of wordings of several reports, neighbouring pieces joined again where they line up with neighbours."""
    best = mutual_best(
        said, pairs_of(said), likeness, lambda s: s.report, opposed, lambda s: (s.span.text, s.speaker, s.denied)
    )
    groups = with_others_alike(said, gathered(said, best))
    groups.sort(key=lambda g: [(s.report, s.of, s.piece) for s in sorted(g, key=lambda s: s.span)])
    done: list[list[Said]] = []
    for group in groups:
        before = next((d for d in done if follows(d, group)), None)
        if before is None:
            done.append(group)
        else:
            before[:] = [joined(one, other) for one, other in zip(in_order(before), in_order(group), strict=True)]
    return done


def pairs_of(said: Sequence[Said]) -> Iterable[tuple[int, int]]:
    """The pairs of wordings that are compared: all of a few, of many those that share a word."""
    if len(said) <= CROWD:
        return combinations(range(len(said)), 2)
    by_word: dict[str, list[int]] = defaultdict(list)
    for n, one in enumerate(said):
        for word in one.words:
            by_word[word].append(n)
    return sorted({pair for some in by_word.values() for pair in pairs_by_key(some, lambda n: said[n].span.text)})


def gathered(said: Sequence[Said], groups: Sequence[Sequence[Said]]) -> list[list[Said]]:
    """The groups, those joined of which a report says the same again, and what it says again added to them."""
    home = {s: n for n, group in enumerate(groups) for s in group}
    members = {n: list(group) for n, group in enumerate(groups)}
    for s in said:
        if s not in home:
            home[s] = len(home) + len(groups)
            members[home[s]] = [s]
    by_report: dict[str, list[Said]] = defaultdict(list)
    for s in said:
        by_report[s.report].append(s)
    for one, other in (pair for some in by_report.values() for pair in combinations(some, 2)):
        if home[one] == home[other] or not said_again(one, other):
            continue
        a, b = sorted((home[one], home[other]))
        ours, theirs = (spread(members[n], HELD) for n in (a, b))
        if any(opposed(x, y) for x in ours for y in theirs) or not go_together(ours, theirs):
            continue
        for s in members[b]:
            home[s] = a
        members[a] += members.pop(b)
    return [group for _, group in sorted(members.items()) if len(group) > 1]


def with_others_alike(said: Sequence[Said], groups: list[list[Said]]) -> list[list[Said]]:
    """The groups, each with the sayings that none took, as their report stands in the group already, though another report's
    wording there is much like them."""
    home = {s: n for n, group in enumerate(groups) for s in group}
    likest: dict[Said, tuple[float, int]] = {}
    for a, b in pairs_of(said):
        for lone, told in ((said[a], said[b]), (said[b], said[a])):
            if lone in home or told not in home or lone.report == told.report or not same_speaker(lone, told):
                continue
            score = likeness(lone, told) or 0.0
            if score >= MUCH_ALIKE and score > likest.get(lone, (0.0, 0))[0]:
                likest[lone] = score, home[told]
    for lone, (_, n) in likest.items():
        if not any(opposed(lone, other) for other in groups[n]):
            groups[n].append(lone)
    return groups


def go_together(one: Sequence[Said], other: Sequence[Said]) -> bool:
    """Whether each wording of the smaller group is like one that another report gives in the greater, if others do."""
    less, more = sorted((one, other), key=len)
    beside = [[y for y in more if y.report != x.report] for x in less]
    return all(not ys or any(likeness(x, y) is not None for y in ys) for x, ys in zip(less, beside, strict=True))


def follows(before: Sequence[Said], group: Sequence[Said]) -> bool:
    """Whether each wording of `group` goes straight on from one of `before`."""
    return len(before) == len(group) and all(
        a.report == b.report and a.of == b.of and a.piece + a.count == b.piece
        for a, b in zip(in_order(before), in_order(group), strict=True)
    )


def in_order(group: Sequence[Said]) -> list[Said]:
    """The wordings by report."""
    return sorted(group, key=lambda s: s.span)


def alone(said: Sequence[Said], groups: Sequence[Sequence[Said]]) -> list[list[Said]]:
    """What one report alone gives: the other pieces of each quotation, words that are already told left out."""
    told: dict[str, list[Span]] = defaultdict(list)
    for s in (s for g in groups for s in g):
        told[s.report].append(s.span)
    runs: list[Said] = []
    for one in said:
        if any(one.span.overlaps(span) for span in told[one.report]):
            continue
        if (
            runs
            and runs[-1].of == one.of
            and runs[-1].report == one.report
            and runs[-1].piece + runs[-1].count == one.piece
        ):
            runs[-1] = joined(runs[-1], one)
        else:
            runs.append(one)
    worth = [r for r in runs if not is_too_short(r.quotation) and (r.mode != "indirect" or is_sure(r))]
    of_report: dict[str, list[Said]] = defaultdict(list)
    for r in worth:
        of_report[r.report].append(r)
    return [[r] for r in worth if not any(holds(o, r) for o in of_report[r.report])]


def holds(outer: Said, inner: Said) -> bool:
    """Whether `outer` has the words of `inner`, who says them or tells of them."""
    within = outer.span != inner.span and outer.span.covers(inner.span)
    return within and (inner.mode == "indirect" or inner.speaker == outer.speaker)


def is_sure(said: Said) -> bool:
    """Whether indirect speech has a known speaker and a sure reading."""
    return said.speaker is not None and said.quotation.confidence >= SURE and len(said.words) > 1


def utterance(story: str, group: Sequence[Said], lookup: Lookup, accounts: Mapping[str, str]) -> Utterance:
    """The utterance of these wordings."""
    wordings = tuple(sorted((wording(s, lookup, accounts) for s in group), key=lambda w: w.content))
    told_by = {w.account for w in wordings}
    sure = [s.speaker for s in in_order(group) if s.speaker and s.quotation.confidence > GUESSED]
    speakers = sure or [s.speaker for s in in_order(group) if s.speaker]
    named = [s for s in speakers if is_named(s, lookup)] or speakers
    speaker = max(named, key=lambda s: (named.count(s), -named.index(s))) if named else None
    alone = len(told_by) == 1
    why = "one account gives it" if alone else f"{len(told_by)} accounts give it: {reasons(wordings, speakers)}"
    return Utterance("", story, speaker, "SOLE" if alone else "AGREE", why, wordings)


def reasons(wordings: Sequence[Wording], speakers: Sequence[str]) -> str:
    """What speaks for the wordings being one statement, in words."""
    found = same_statement(wordings[0].content.text, wordings[-1].content.text)
    return f"{'the same speaker, ' if len(speakers) > 1 and len(set(speakers)) == 1 else ''}{found.why}"


def wording(said: Said, lookup: Lookup, accounts: Mapping[str, str]) -> Wording:
    """A piece of a quotation as a wording."""
    q = said.quotation
    return Wording(
        report=said.report,
        account=accounts[said.report],
        mode=said.mode,
        content=without_that(said.span),
        cue=q.cue,
        source=q.source,
        voice=chain(q.voice, lookup),
    )


def without_that(content: Span) -> Span:
    """What is said, without the conjunction that brings it in."""
    if content.text[:5].casefold() != "that ":
        return content
    cut = len(content.text) - len(content.text[5:].lstrip())
    return Span(content.report, content.start + cut, content.end, content.text[cut:])


def chain(voices: Sequence[Voice], lookup: Lookup) -> tuple[Link, ...]:
    """Voices as the dossier carries them."""
    return tuple(Link(v.span.text, lookup.entity_of(v.span.report, v), v.span) for v in voices)
