"""Utterances: the same statement in its wordings, whoever tells it in whatever mode.

Pieces of one speaker join on less likeness than those of two; each is at most once a report in an utterance, and the pairs
must be each other's best. Neighbouring pieces that line up with neighbours are one utterance again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import combinations

import msgspec

from variorum.collate.matching import mutual_best
from variorum.collate.sayings import SHORTEST, Said, joined, said_in
from variorum.collate.statements import content_words
from variorum.encoder.statement import figures, same_statement
from variorum.encoder.words import stem, stems
from variorum.model import Cast, Span, Utterance, Voice, Wording
from variorum.model import ChainLink as Link
from variorum.resolve.lookup import Lookup

ONE_SPEAKER = 0.45
NO_OTHER_SPEAKER = 0.6
OTHER_SPEAKER = 0.8
SAME_SPEAKER, SAME_QUOTE = 0.2, 0.3  # what speaks for two wordings beside their likeness
DENIED = re.compile(
    r"(?:\b(?:not|never|no|cannot|without)|n['’]t)\s+(?:(?:be|been|have|yet|any|\w+ly)\s+)*([^\W\d_]{3,})",
    re.IGNORECASE,
)
QUOTED = re.compile(r"[\"“«]([^\"“”«»]+)[\"”»]|(?<!\w)['‘]([^'‘’\"]+)['’](?!\w)")
SURE = 0.8  # confidence from which indirect speech that one report alone gives is kept


def utterances_of(cast: Cast, lookup: Lookup, accounts: Mapping[str, str]) -> tuple[Utterance, ...]:
    """All utterances, those in several wordings first."""
    found: list[Utterance] = []
    for story in cast.stories:
        said = [s for report in story.reports for s in said_in(report, lookup)]
        groups = line_up(said)
        found += [utterance(story.id, group, lookup, accounts) for group in (*groups, *alone(said, groups))]
    found.sort(key=lambda u: (u.story, -len({w.account for w in u.wordings}), -len(u.wordings), u.wordings[0].content))
    return tuple(msgspec.structs.replace(u, id=f"u{n}") for n, u in enumerate(found, 1))


def line_up(said: Sequence[Said]) -> list[list[Said]]:
    """Groups of wordings of several reports, neighbouring pieces joined again where they line up with neighbours."""
    groups = mutual_best(said, combinations(range(len(said)), 2), likeness, lambda s: s.report)
    groups.sort(key=lambda g: [(s.report, s.of, s.piece) for s in sorted(g, key=lambda s: s.span)])
    done: list[list[Said]] = []
    for group in groups:
        before = next((d for d in done if follows(d, group)), None)
        if before is None:
            done.append(group)
        else:
            before[:] = [joined(one, other) for one, other in zip(in_order(before), in_order(group), strict=True)]
    return done


def likeness(one: Said, other: Said) -> float | None:
    """How far two pieces are one statement, None where too little speaks for it or something against."""
    if contradicts(one.span.text, other.span.text):
        return None
    together = one.speaker is not None and one.speaker == other.speaker
    apart = not together and one.named is not None and one.named == other.named
    quoted = shares_quote(one.span.text, other.span.text) or shares_quote(other.span.text, one.span.text)
    if len(one.words & other.words) < (2 if together or quoted else 3) and one.words != other.words:
        return None
    score = same_statement(one.span.text, other.span.text).score + SAME_QUOTE * quoted
    enough = ONE_SPEAKER if together else OTHER_SPEAKER if apart else NO_OTHER_SPEAKER
    return None if score < enough else score + SAME_SPEAKER * together


def contradicts(one: str, other: str) -> bool:
    """Whether each of two wordings has a figure of its own, or one denies in so many words what the other says."""
    first, second = figures(one), figures(other)
    if not (first <= second or second <= first):
        return True
    denied = [{stem(w) for w in DENIED.findall(text)} for text in (one, other)]
    return bool((denied[0] - denied[1]) & set(stems(other)) or (denied[1] - denied[0]) & set(stems(one)))


def shares_quote(one: str, other: str) -> bool:
    """Whether words that `one` has in quotation marks, two that carry sense at least, stand so in `other`."""
    there = f" {' '.join(stems(other))} "
    quoted = [words for pair in QUOTED.findall(one) for words in pair if len(content_words(words)) > 1]
    return any(f" {' '.join(stems(words))} " in there for words in quoted)


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
    told = [s.span for g in groups for s in g]
    runs: list[Said] = []
    for one in said:
        if any(one.span.overlaps(span) for span in told):
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
    worth = [r for r in runs if len(r.span.text) >= SHORTEST and (r.mode != "indirect" or is_sure(r))]
    return [
        [r] for r in worth
        if r.mode != "indirect" or not any(o is not r and o.span.covers(r.span) and o.span != r.span for o in worth)
    ]  # fmt: skip


def is_sure(said: Said) -> bool:
    """Whether indirect speech has a known speaker and a sure reading."""
    return said.speaker is not None and said.quotation.confidence >= SURE and len(said.words) > 1


def utterance(story: str, group: Sequence[Said], lookup: Lookup, accounts: Mapping[str, str]) -> Utterance:
    """The utterance of these wordings."""
    wordings = tuple(sorted((wording(s, lookup, accounts) for s in group), key=lambda w: w.content))
    told_by = {w.account for w in wordings}
    speakers = [s.speaker for s in in_order(group) if s.speaker]
    speaker = max(speakers, key=lambda s: (speakers.count(s), -speakers.index(s))) if speakers else None
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
