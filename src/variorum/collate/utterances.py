"""Utterances: the same statement in its wordings, whoever tells it in whatever mode.

Wordings of one speaker join on less likeness than those of two; each is at most once a report in an utterance, and the pairs
must be each other's best.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

import msgspec

from variorum.collate.statements import content_words
from variorum.encoder.statement import same_statement
from variorum.model import Cast, Quotation, Span, Utterance, Voice, Wording
from variorum.model import ChainLink as Link
from variorum.resolve.lookup import Lookup

ONE_SPEAKER = 0.5
OTHER_SPEAKER = 0.72
SHORTEST = 12  # letters of an utterance that stands alone


class Said(msgspec.Struct, frozen=True):
    """A quotation of a report, with its speaker in the cast."""

    quotation: Quotation
    speaker: str | None
    words: frozenset[str]

    @property
    def report(self) -> str:
        """The report that gives it."""
        return self.quotation.content.report


def utterances_of(cast: Cast, lookup: Lookup, accounts: Mapping[str, str]) -> tuple[Utterance, ...]:
    """All utterances, those in several wordings first."""
    found: list[Utterance] = []
    for story in cast.stories:
        said = [s for report in story.reports for s in said_in(report, lookup)]
        groups = line_up(said)
        alone = [[s] for s in said if not any(s in g for g in groups) and s.quotation.mode != "indirect"]
        found += [utterance(story.id, group, lookup, accounts) for group in (*groups, *alone)]
    found.sort(key=lambda u: (u.story, -len({w.account for w in u.wordings}), -len(u.wordings), u.wordings[0].content))
    return tuple(msgspec.structs.replace(u, id=f"u{n}") for n, u in enumerate(found, 1))


def said_in(report: str, lookup: Lookup) -> list[Said]:
    """What a report quotes, a denial to speak left out."""
    return [
        Said(q, lookup.entity_of(report, q.voice[0]) if q.voice else None, frozenset(content_words(q.content.text)))
        for q in lookup.annotations[report].quotations
        if not q.declined and len(q.content.text) >= SHORTEST
    ]


def line_up(said: Sequence[Said]) -> list[list[Said]]:
    """Groups of wordings of several reports."""
    scores: dict[tuple[int, int], float] = {}
    for a, b in combinations(range(len(said)), 2):
        one, other = said[a], said[b]
        if one.report == other.report or not one.words & other.words:
            continue
        together = one.speaker is not None and one.speaker == other.speaker
        if not together and len(one.words & other.words) < 3:
            continue
        score = same_statement(one.quotation.content.text, other.quotation.content.text).score
        if score >= (ONE_SPEAKER if together else OTHER_SPEAKER):
            scores[a, b] = score + (0.2 if together else 0.0)
    best: dict[tuple[int, str], float] = defaultdict(float)
    for (a, b), score in scores.items():
        best[a, said[b].report] = max(best[a, said[b].report], score)
        best[b, said[a].report] = max(best[b, said[a].report], score)
    home = list(range(len(said)))
    for (a, b), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if score < max(best[a, said[b].report], best[b, said[a].report]) or home[a] == home[b]:
            continue
        reports = [{said[i].report for i, h in enumerate(home) if h == home[x]} for x in (a, b)]
        if not reports[0] & reports[1]:
            kept, dropped = home[a], home[b]
            home = [kept if h == dropped else h for h in home]
    groups: dict[int, list[Said]] = defaultdict(list)
    for i, h in enumerate(home):
        groups[h].append(said[i])
    return [g for _, g in sorted(groups.items()) if len(g) > 1]


def utterance(story: str, group: Sequence[Said], lookup: Lookup, accounts: Mapping[str, str]) -> Utterance:
    """The utterance of these wordings."""
    wordings = tuple(sorted((wording(s, lookup, accounts) for s in group), key=lambda w: w.content))
    told_by = {w.account for w in wordings}
    speakers = [s.speaker for s in sorted(group, key=lambda s: s.quotation.content) if s.speaker]
    speaker = max(speakers, key=lambda s: (speakers.count(s), -speakers.index(s))) if speakers else None
    alone = len(told_by) == 1
    why = "one account gives it" if alone else f"{len(told_by)} accounts give it: {likeness(wordings, speakers)}"
    return Utterance("", story, speaker, "SOLE" if alone else "AGREE", why, wordings)


def likeness(wordings: Sequence[Wording], speakers: Sequence[str]) -> str:
    """What speaks for the wordings being one statement, in words."""
    found = same_statement(wordings[0].content.text, wordings[-1].content.text)
    return f"{'the same speaker, ' if len(speakers) > 1 and len(set(speakers)) == 1 else ''}{found.why}"


def wording(said: Said, lookup: Lookup, accounts: Mapping[str, str]) -> Wording:
    """A quotation as a wording."""
    q = said.quotation
    return Wording(
        report=said.report,
        account=accounts[said.report],
        mode=q.mode,
        content=without_that(q.content),
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
