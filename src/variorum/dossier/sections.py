"""The sections of a story on the page, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, get_args

from markupsafe import Markup

from variorum.dossier.display import MARKS, date, one_line, shortened
from variorum.dossier.map import map_svg
from variorum.dossier.marking import Paragraph
from variorum.dossier.page import AccountView, Context, ReadingView, RowView, VoiceView, said_words, told_once
from variorum.dossier.who_where import HappeningView, PersonView, PlaceView, person, places_of, timeline, told_in
from variorum.dossier.wordings import Piece, compared, denial
from variorum.model import (
    PERSONAL_KINDS,
    Claim,
    DateValue,
    DossierReport,
    Event,
    NumberSlot,
    QuantityValue,
    Span,
    Story,
    Utterance,
)

TOLLS = ("killed", "injured", "missing", "kidnapped", "detained", "rescued", "displaced")
HOW_LEFT_OUT = {
    "silent": "does not tell",
    "ends_before": "ends before it",
    "published_before": "was published before it",
}
MOST_PEOPLE, MOST_VALUES = 40, 5
NO_DAY = date("XXXX-XX-XX")


class Evidence(NamedTuple):
    """A sentence of the summary with links to its words."""

    text: str
    links: tuple[VoiceView, ...]


class Group(NamedTuple):
    """Rows about one event or entity."""

    label: str
    id: str
    rows: tuple[RowView, ...]


class Series(NamedTuple):
    """The figures of a row, earliest first, and what they are about."""

    row: RowView
    about: str
    readings: tuple[ReadingView, ...]


class WordingView(NamedTuple):
    """One report's words of a statement, own words apart."""

    report: str
    mode: str
    denial: str
    pieces: tuple[Piece, ...]
    href: str
    voice: tuple[VoiceView, ...]


class StatementView(NamedTuple):
    """A statement in its wordings."""

    id: str
    speaker: str
    verdict: str
    mark: str
    verdict_words: str
    why: str
    wordings: tuple[WordingView, ...]


class LeftOutView(NamedTuple):
    """A row that a report leaves out."""

    mark: str
    question: str
    href: str
    how: str


class ReportView(NamedTuple):
    """A report with its head, what it leaves out and its text."""

    id: str
    name: str
    report: DossierReport
    published: str
    account: AccountView
    left_out: tuple[LeftOutView, ...]
    text: tuple[Paragraph, ...]


@dataclass(frozen=True)
class StoryView:
    """All that the page says of one story."""

    id: str
    title: str
    why: str
    summary: tuple[Evidence, ...]
    facts: tuple[tuple[str, tuple[VoiceView, ...]], ...]
    accounts: tuple[AccountView, ...]
    groups: tuple[Group, ...]
    only: tuple[tuple[AccountView, tuple[tuple[RowView, str], ...]], ...]
    figures: tuple[Series, ...]
    single_figures: tuple[Series, ...]
    statements: tuple[StatementView, ...]
    single_statements: tuple[StatementView, ...]
    responsibility: tuple[RowView, ...]
    people: tuple[PersonView, ...]
    timeline: tuple[HappeningView, ...]
    map: Markup
    places: tuple[PlaceView, ...]
    reports: tuple[ReportView, ...]
    counts: dict[str, int]


def story_view(story: Story, page: Context) -> StoryView:
    """The sections of `story`. The full texts come last, since the links of all others decide their anchors."""
    dossier = page.dossier
    claims = [c for c in dossier.claims if c.story == story.id]
    said = [u for u in dossier.utterances if u.story == story.id]
    events = [e for e in dossier.events if e.story == story.id]
    mine = [page.reports[r] for r in story.reports]
    account_ids = dict.fromkeys(r.account for r in mine)
    accounts = tuple(page.accounts[a] for a in account_ids)
    rows = {c.id: page.row(c, accounts) for c in claims}
    statements = [statement(u, page) for u in said]
    shared = [s for s, u in zip(statements, said, strict=True) if len(u.wordings) > 1]
    series = [Series(rows[c.id], label_of(c.about, page), in_time(rows[c.id])) for c in claims if is_figure(c)]
    entities = told_in(story, page)
    places, points = places_of(story, entities, events, page)
    return StoryView(
        id=f"story-{page.story_ids[story.id]}",
        title=one_line(story.title),
        why=one_line(story.why),
        summary=tuple(evidence(s.text, s.evidence, page) for s in story.summary),
        facts=facts(story, events, claims, page),
        accounts=accounts,
        groups=groups([c for c in claims if c.verdict != "SOLE"], rows, page),
        only=tuple((a, tuple((rows[c.id], about_words(c, page)) for c in sole_of(a, claims))) for a in accounts),
        figures=tuple(s for s in series if s.row.verdict != "sole"),
        single_figures=tuple(s for s in series if s.row.verdict == "sole"),
        statements=tuple(shared),
        single_statements=tuple(s for s in statements if s not in shared),
        responsibility=tuple(rows[c.id] for c in claims if c.slot == "responsibility"),
        people=tuple(person(e, story, page) for e in entities if e.kind in PERSONAL_KINDS)[:MOST_PEOPLE],
        timeline=timeline(events, page),
        map=map_svg(points, "Map of the places"),
        places=places,
        counts={v: sum(c.verdict == v for c in claims) for v in ("AGREE", "DIFFER", "SOLE")},
        reports=tuple(report_view(r, claims, said, rows, page) for r in mine),
    )


def evidence(text: str, spans: Sequence[Span], page: Context) -> Evidence:
    """A sentence with a link for each of its words in place."""
    links = dict.fromkeys(VoiceView(page.report_names[s.report], page.anchors.href(s)) for s in spans)
    return Evidence(one_line(text), tuple(links))


def facts(
    story: Story, events: Sequence[Event], claims: Sequence[Claim], page: Context
) -> tuple[tuple[str, tuple[VoiceView, ...]], ...]:
    """When, where, who, whom and the tolls of the event that the summary opens with, each with a link to its row or words.

    Where the rows say who is held responsible, nobody is named as the one who did it beside them.
    """
    if not events or not story.summary:
        return ()
    opening = set(story.summary[0].evidence)
    main = max(events, key=lambda e: sum(m in opening for m in e.mentions))
    about = [c for c in claims if c.about == main.id and c.verdict != "SOLE"] or [
        c for c in claims if c.about == main.id
    ]
    about += [c for c in claims if c.slot == "responsibility" and c.about == main.id and c not in about][:2]
    named = (("Who", main.actors), ("Whom", main.recipients), ("Where", (main.where,) if main.where else ()))
    found: dict[str, list[VoiceView]] = {"When": [], "Where": [], "Who": [], "Whom": []}
    for claim in about:
        slot = {
            "date": "When",
            "time": "When",
            "place": "Where",
            "actor": "Who",
            "target": "Whom",
            "responsibility": "Responsibility",
        }.get(claim.slot)
        slot = slot or (claim.slot.capitalize() if claim.slot in TOLLS else None)
        if slot and (slot != "When" or any_day(claim)):
            row = page.row(claim, ())
            words = told_values(claim, row)
            found.setdefault(slot, []).append(VoiceView(f"{row.mark} {words}", f"#{row.id}"))
    if not found["When"] and main.when:
        found["When"].append(VoiceView(date(main.when.edtf), page.anchors.href(main.mentions[0])))
    for label, ids in named:
        if not found[label] and not (label == "Who" and found.get("Responsibility")):
            known = [page.entities[i] for i in ids if i in page.entities and page.entities[i].mentions]
            found[label] += [VoiceView(one_line(e.name), page.anchors.href(e.mentions[0])) for e in known]
    return tuple((label, tuple(dict.fromkeys(values))) for label, values in found.items() if values)


def any_day(claim: Claim) -> bool:
    """Whether some reading of a date tells a day, month or year."""
    return any(not isinstance(r.value, DateValue) or any(c.isdigit() for c in r.value.edtf) for r in claim.readings)


def told_values(claim: Claim, row: RowView) -> str:
    """What a row says in few words: where accounts agree the value that most of them give; no such value: each."""
    by_value: dict[str, set[str]] = {}
    for reading, view in zip(claim.readings, row.readings, strict=True):
        by_value.setdefault(shortened(view.value, 60), set()).add(reading.account)
    values = sorted((v for v in by_value if v != NO_DAY), key=lambda v: -len(by_value[v]))
    if claim.verdict == "AGREE" and len(by_value[values[0]]) > 1:
        return values[0]
    return " / ".join(values[:MOST_VALUES]) + (
        f" and {len(values) - MOST_VALUES} more" if len(values) > MOST_VALUES else ""
    )


def groups(claims: Sequence[Claim], rows: dict[str, RowView], page: Context) -> tuple[Group, ...]:
    """Rows of several accounts by what they are about, in the order of their first row."""
    by_about: dict[str, list[RowView]] = {}
    for claim in claims:
        row = rows[claim.id]
        question = under_heading(row.question, label_of(claim.about, page))
        by_about.setdefault(claim.about, []).append(row._replace(question=question))
    return tuple(Group(label_of(about, page), about, tuple(found)) for about, found in by_about.items())


def under_heading(question: str, heading: str) -> str:
    """A question as it stands under the name of what it is about, which it need not repeat ("When was it?")."""
    asked, _, about = question.partition(": ")
    about, heading = (words.rstrip("?… ").casefold() for words in (about, heading))
    return f"{asked}?" if about and (heading.startswith(about) or about.startswith(heading)) else question


def label_of(about: str, page: Context) -> str:
    """The name of what a row is about."""
    if about in page.events:
        label = one_line(page.events[about].label)
        return label[:1].upper() + label[1:]
    return one_line(page.entities[about].name) if about in page.entities else "Also told"


def about_words(claim: Claim, page: Context) -> str:
    """What a row of one account is about, in few words; nothing where the row is the clause itself."""
    return "" if claim.slot == "other" else shortened(label_of(claim.about, page), 70)


def sole_of(account: AccountView, claims: Sequence[Claim]) -> list[Claim]:
    """Rows that only this account tells, as they stand in its text."""
    mine = [c for c in claims if c.verdict == "SOLE" and c.readings and c.readings[0].account == account.id]
    return sorted(mine, key=lambda c: (c.readings[0].span.report, c.readings[0].span.start, c.id))


def is_figure(claim: Claim) -> bool:
    """Whether a row belongs to the figures: tolls, and other numbers that several accounts give."""
    number = claim.slot in get_args(NumberSlot) and any(isinstance(r.value, QuantityValue) for r in claim.readings)
    return number and (claim.slot in TOLLS or claim.slot == "magnitude" or claim.verdict != "SOLE")


def in_time(row: RowView) -> tuple[ReadingView, ...]:
    """The readings of a row, earliest first."""
    return tuple(sorted(told_once(row.readings), key=lambda r: r.sort or "9"))


def statement(utterance: Utterance, page: Context) -> StatementView:
    """A statement with its wordings compared."""
    pieces = compared([" ".join(w.content.text.split()) for w in utterance.wordings])
    wordings = tuple(
        WordingView(
            report=page.report_names[w.report],
            mode=w.mode,
            denial=one_line(denial(w)),
            pieces=tuple(p),
            href=page.anchors.href(w.content),
            voice=tuple(VoiceView(one_line(v.text), page.anchors.href(v.span)) for v in w.voice),
        )
        for w, p in zip(utterance.wordings, pieces, strict=True)
    )
    speaker = page.entities[utterance.speaker].name if utterance.speaker in page.entities else ""
    told = next((one_line(v.text) for w in utterance.wordings for v in w.voice), "Speaker not told")
    return StatementView(
        id=f"said-{page.said_ids[utterance.id]}",
        speaker=one_line(speaker) or told,
        verdict=utterance.verdict.lower(),
        mark=MARKS[utterance.verdict],
        verdict_words=said_words(utterance)[2:],
        why=one_line(utterance.why),
        wordings=wordings,
    )


def report_view(
    report: DossierReport, claims: Sequence[Claim], said: Sequence[Utterance], rows: dict[str, RowView], page: Context
) -> ReportView:
    """A report with its text marked."""
    left_out = tuple(
        LeftOutView(rows[o.claim].mark, rows[o.claim].question, f"#{rows[o.claim].id}", HOW_LEFT_OUT[o.how])
        for o in report.left_out
        if o.claim in rows
    )
    return ReportView(
        id=f"report-{page.anchors.slugs[report.id]}",
        name=page.report_names[report.id],
        report=report,
        published=date(report.published) if report.published else "date not known",
        account=page.accounts[report.account],
        left_out=left_out,
        text=tuple(page.text(report, claims, said)),
    )
