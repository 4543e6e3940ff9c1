"""Compose: Grid -> Dossier. Ranks, names, sums up, says what each report leaves out and how the record was made."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from variorum.dossier.display import report_names
from variorum.dossier.foremost import Foremost
from variorum.dossier.made import made_by
from variorum.dossier.ranking import ranked
from variorum.dossier.silences import Silences
from variorum.dossier.summary import summarise
from variorum.model import (
    SET_ASIDE_ROLES,
    Annotation,
    Claim,
    Dossier,
    DossierReport,
    Grid,
    SetAside,
    Story,
    StoryGroup,
)


def compose(grid: Grid, options: Mapping[str, str]) -> Dossier:
    """The dossier of a grid. `options` are the ones that shaped it, for the foot of the record."""
    claims = tuple(
        msgspec.structs.replace(claim, id=f"c{n}")
        for n, claim in enumerate(ranked(grid.claims, grid.events, grid.cast.annotations, grid.cast.stories), 1)
    )
    silences = Silences([a.report for a in grid.cast.annotations], grid.cast.accounts, grid.events)
    story_of = {r: s.id for s in grid.cast.stories for r in s.reports}
    return Dossier(
        schema="variorum.dossier/1",
        made_by=made_by(grid.cast.annotations, options),
        reports=tuple(
            report_of(a, silences, [c for c in claims if c.story == story_of[a.report.id]])
            for a in grid.cast.annotations
        ),
        accounts=grid.cast.accounts,
        stories=tuple(story_of_group(s, grid, claims) for s in grid.cast.stories),
        entities=grid.entities,
        events=grid.events,
        claims=claims,
        utterances=grid.utterances,
        set_aside=tuple(
            SetAside(a.report.span(b.start, b.end), b.why or "not part of the report")
            for a in grid.cast.annotations
            for b in a.report.blocks
            if b.role in SET_ASIDE_ROLES
        ),
    )


def report_of(annotation: Annotation, silences: Silences, claims: list[Claim]) -> DossierReport:
    """A report with what it leaves out of its story's rows."""
    report = annotation.report
    return DossierReport(
        id=report.id,
        source=report.source,
        url=report.url,
        sha256=report.sha256,
        text=report.text,
        title=report.title,
        outlet=report.outlet,
        published=report.published,
        updated=report.updated,
        language=report.language,
        account=silences.account[report.id].id,
        blocks=report.blocks,
        left_out=silences.left_out(report.id, claims),
        unread=annotation.unread,
    )


def story_of_group(group: StoryGroup, grid: Grid, claims: tuple[Claim, ...]) -> Story:
    """A story with its title and summary."""
    annotations = [a for a in grid.cast.annotations if a.report.id in group.reports]
    titles = [a.report.title for a in annotations if a.report.title]
    names = report_names([a.report for a in grid.cast.annotations])
    events = [e for e in grid.events if e.story == group.id]
    mine = [c for c in claims if c.story == group.id]
    said = [u for u in grid.utterances if u.story == group.id]
    return Story(
        id=group.id,
        reports=group.reports,
        title=titles[0] if titles else (events[0].label if events else "Untitled"),
        summary=summarise(events, mine, said, {e.id: e for e in grid.entities}, names, Foremost(annotations)),
        why=group.why,
    )
