"""The terminal: what happened, the top rows, differences, statements side by side, people, copies, what to try next."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from variorum.dossier.display import (
    MARKS,
    REASONS,
    accounts_of,
    date,
    one_line,
    shortened,
    told_words,
    voice_words,
)
from variorum.dossier.summary import stands
from variorum.dossier.who_where import is_named
from variorum.dossier.wordings import denial
from variorum.model import PERSONAL_KINDS, Claim, Dossier, Entity, Reading, Story, Utterance

TOP_ROWS, TOP_DIFFERENCES, TOP_STATEMENTS, TOP_PEOPLE, TOP_SOLE = 12, 8, 3, 10, 5


def print_summary(dossier: Dossier, page: str | None = None, console: Console | None = None) -> None:
    """Print what a reader needs first of `dossier` to `console` (standard output by default).

    `page` is the name of the page that holds the whole, if one was written. Nothing depends on colour; words of reports
    are never taken for markup, and control characters show as marks.
    """
    out = console or Console(highlight=False)
    for story in dossier.stories:
        print_story(dossier, story, out)
    print_copies(dossier, out)
    print_next(dossier, page, out)


def print_story(dossier: Dossier, story: Story, out: Console) -> None:
    """One story: heading, summary, rows, differences, statements, people."""
    entities = {e.id: e for e in dossier.entities}
    claims = [c for c in dossier.claims if c.story == story.id]
    out.print()
    out.print(Text(one_line(story.title), style="bold"))
    out.print(Text(counted_reports(dossier, story), style="dim"))
    out.print()
    if story.summary:
        out.print(Text(" ".join(one_line(s.text) for s in story.summary)))
    said = [u for u in dossier.utterances if u.story == story.id]
    crossing = [c for c in claims if c.verdict != "SOLE" and not only_said(c, said)]
    print_rows(crossing or claims[:TOP_SOLE], entities, out)
    print_differences([c for c in claims if c.verdict == "DIFFER"], entities, out)
    print_statements(said, entities, out)
    print_people(dossier, story, out)


def only_said(claim: Claim, said: Sequence[Utterance]) -> bool:
    """Whether a row tells only what stands among the statements side by side: each reading lies in one of direct speech."""
    shared = [u for u in said if len({w.report for w in u.wordings}) > 1]
    spoken = [w.content for u in shared for w in u.wordings if w.mode == "direct"]
    return all(any(content.covers(r.span) for content in spoken) for r in claim.readings)


def counted_reports(dossier: Dossier, story: Story) -> str:
    """How many reports tell the story and how many independent accounts they make."""
    accounts = {r.account for r in dossier.reports if r.id in story.reports}
    return f"{plural(len(story.reports), 'report')}, {plural(len(accounts), 'independent account')}"


def plural(count: int, noun: str) -> str:
    """`1 report`, `2 reports`."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


def heading(words: str, out: Console) -> None:
    """A heading with its line of space."""
    out.print()
    out.print(Text(words.upper(), style="bold"))


def print_rows(claims: Sequence[Claim], entities: dict[str, Entity], out: Console) -> None:
    """The first rows of the grid: the mark of the verdict, the question, what is told."""
    if not claims:
        return
    heading("What the accounts tell", out)
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, expand=True)
    table.add_column("", width=1)
    table.add_column("Question", ratio=2)
    table.add_column("Told", ratio=3)
    table.add_column("Accounts", justify="right", width=8)
    for claim in claims[:TOP_ROWS]:
        told = list(dict.fromkeys(shortened(told_words(r, entities), 90) for r in claim.readings))
        shown = "; ".join(told[:3]) + (" …" if len(told) > 3 else "")
        count = str(len(accounts_of(claim.readings)))
        table.add_row(MARKS[claim.verdict], Text(shortened(claim.question, 70)), Text(shown), count)
    out.print(table)
    out.print(Text("≡ accounts agree   ≠ they differ   ◦ told by one account", style="dim"))
    if len(claims) > TOP_ROWS:
        out.print(Text(f"{plural(len(claims) - TOP_ROWS, 'more row')} in the page", style="dim"))


def print_differences(claims: Sequence[Claim], entities: dict[str, Entity], out: Console) -> None:
    """Where accounts differ, and why that may be."""
    if not claims:
        return
    heading("Where they differ", out)
    for claim in claims[:TOP_DIFFERENCES]:
        reason = f" ({REASONS[claim.reason]})" if claim.reason else ""
        out.print(Text(f"≠ {one_line(claim.question)}{reason}"))
        for reading in claim.readings:
            out.print(Padding(Text(reading_words(reading, entities)), (0, 0, 0, 4), expand=False))
    if len(claims) > TOP_DIFFERENCES:
        out.print(Text(f"and {plural(len(claims) - TOP_DIFFERENCES, 'more difference')}", style="dim"))


def reading_words(reading: Reading, entities: dict[str, Entity]) -> str:
    """`guardian: at least 4 (police, as of 3 May 2017)`."""
    notes = [voice_words(reading.voice), f"as of {date(reading.as_of)}" if reading.as_of else ""]
    note = ", ".join(one_line(n) for n in notes if n)
    told = shortened(told_words(reading, entities), 160)
    return f"{one_line(reading.report)}: {told}" + (f" ({note})" if note else "")


def print_statements(utterances: Sequence[Utterance], entities: dict[str, Entity], out: Console) -> None:
    """Statements that several accounts give, their wordings one below the other; those first that can be read by themselves."""
    shared = sorted((u for u in utterances if len({w.report for w in u.wordings}) > 1), key=lambda u: not stands(u))
    if not shared:
        return
    heading("Statements side by side", out)
    for utterance in shared[:TOP_STATEMENTS]:
        speaker = entities[utterance.speaker].name if utterance.speaker in entities else "Speaker not told"
        out.print(Text(f"{MARKS[utterance.verdict]} {one_line(speaker)}"))
        for wording in utterance.wordings:
            denied = f"{one_line(denial(wording))}: " if denial(wording) else ""
            words = f"{one_line(wording.report)}: {denied}{shortened(wording.content.text, 240)}"
            out.print(Padding(Text(words), (0, 0, 0, 4), expand=False))
    if len(shared) > TOP_STATEMENTS:
        out.print(Text(f"and {plural(len(shared) - TOP_STATEMENTS, 'more statement')}", style="dim"))


def print_people(dossier: Dossier, story: Story, out: Console) -> None:
    """People and bodies of the story with what they are said to be, the most named first."""
    named = [
        (e, sum(m.report in story.reports for m in e.mentions))
        for e in dossier.entities
        if e.kind in PERSONAL_KINDS and is_named(e)
    ]
    top = sorted((p for p in named if p[1]), key=lambda p: (-p[1], p[0].id))[:TOP_PEOPLE]
    if not top:
        return
    heading("People and bodies", out)
    for entity, _ in top:
        role = "" if entity.description == entity.kind else entity.description
        told = f"{one_line(entity.name)}" + (f", {shortened(role, 100)}" if role and role != entity.name else "")
        out.print(Padding(Text(told), (0, 0, 0, 2), expand=False))


def print_copies(dossier: Dossier, out: Console) -> None:
    """Reports that are one account, and why."""
    copies = [a for a in dossier.accounts if len(a.reports) > 1]
    if not copies:
        return
    heading("Copies", out)
    for account in copies:
        names = ", ".join(one_line(r) for r in account.reports)
        out.print(Text(f"{names} count as one account: {one_line(account.why)}"))


def print_next(dossier: Dossier, page: str | None, out: Console) -> None:
    """Where the whole is, and what would make it better."""
    out.print()
    if page:
        out.print(Text(f"The whole record, every cell with its words in place: {one_line(page)}"))
    undated = [r.id for r in dossier.reports if r.published is None]
    if undated:
        words = f"{plural(len(undated), 'report')} without a publication date, so weekdays stay open."
        out.print(Text(f"{words} Give --date, or a reports.toml."))
    out.print(Text("For machines: variorum brief --json, --csv or --geojson", style="dim"))
