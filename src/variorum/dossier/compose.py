"""Compose: Grid -> Dossier. Ranks, names, sums up, says what each report leaves out and how the record was made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

from variorum.dossier.display import report_names
from variorum.dossier.made import made_by
from variorum.dossier.ranking import ranked
from variorum.dossier.summary import summarise
from variorum.model import (
    SET_ASIDE_ROLES,
    Annotation,
    Claim,
    Dossier,
    DossierReport,
    Grid,
    LeftOut,
    SetAside,
    Story,
    StoryGroup,
)

MOST_LEFT_OUT = 40  # rows of a report's list: those that an analyst would want first


def compose(grid: Grid, options: Mapping[str, str]) -> Dossier:
    """The dossier of a grid. `options` are the ones that shaped it, for the foot of the record."""
    claims = tuple(
        msgspec.structs.replace(claim, id=f"c{n}")
        for n, claim in enumerate(ranked(grid.claims, grid.events, grid.cast.annotations), 1)
    )
    account_of = {r: a.id for a in grid.cast.accounts for r in a.reports}
    story_of = {r: s.id for s in grid.cast.stories for r in s.reports}
    return Dossier(
        schema="variorum.dossier/1",
        made_by=made_by(grid.cast.annotations, options),
        reports=tuple(
            report_of(a, account_of[a.report.id], [c for c in claims if c.story == story_of[a.report.id]])
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


def report_of(annotation: Annotation, account: str, claims: list[Claim]) -> DossierReport:
    """A report with what it leaves out of its story's rows."""
    report = annotation.report
    left_out = [
        LeftOut(c.id, how_left_out(report.published, c))
        for c in claims
        if c.verdict != "SOLE" and all(r.account != account for r in c.readings)
    ]
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
        account=account,
        blocks=report.blocks,
        left_out=tuple(left_out[:MOST_LEFT_OUT]),
        unread=annotation.unread,
    )


def how_left_out(published: str | None, claim: Claim) -> Literal["silent", "published_before"]:
    """`published_before` where the report is older than all that the row dates, else silent."""
    days = [r.value.edtf for r in claim.readings if hasattr(r.value, "edtf") and r.value.edtf[:1].isdigit()]
    if published and days and "X" not in min(days) and published[:10] < min(days)[:10]:
        return "published_before"
    return "silent"


def story_of_group(group: StoryGroup, grid: Grid, claims: tuple[Claim, ...]) -> Story:
    """A story with its title and summary."""
    titles = [a.report.title for a in grid.cast.annotations if a.report.id in group.reports and a.report.title]
    names = report_names([a.report for a in grid.cast.annotations])
    events = [e for e in grid.events if e.story == group.id]
    mine = [c for c in claims if c.story == group.id]
    said = [u for u in grid.utterances if u.story == group.id]
    return Story(
        id=group.id,
        reports=group.reports,
        title=titles[0] if titles else (events[0].label if events else "Untitled"),
        summary=summarise(events, mine, said, {e.id: e for e in grid.entities}, names),
        why=group.why,
    )
