"""What stands on the page: a Dossier turned into what the templates print, with every link and anchor made here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from variorum.dossier.display import (
    MARKS,
    date,
    one_line,
    report_names,
    shortened,
    told_words,
    verdict_words,
)
from variorum.dossier.marking import Anchors, Mark, Paragraph, paragraphs
from variorum.model import Account, Claim, Dossier, DossierReport, Reading, Span, TextValue, Utterance


class VoiceView(NamedTuple):
    """A voice and the link to its words."""

    text: str
    href: str


class ReadingView(NamedTuple):
    """A reading as a cell prints it. `words` is None where it only repeats the value; `again`: the same told again."""

    report: str
    value: str
    words: str | None
    href: str
    voice: tuple[VoiceView, ...]
    when: str
    sort: str
    inferred: str | None
    weak: bool
    again: tuple[str, ...] = ()


class AccountView(NamedTuple):
    """A column: the account, its name and its reports."""

    id: str
    name: str
    reports: tuple[str, ...]
    why: str
    copied: int
    publisher: str | None
    origins: tuple[str, ...]


class RowView(NamedTuple):
    """A row of the grid; `cells` in the order of the story's accounts."""

    id: str
    slot: str
    question: str
    verdict: str
    mark: str
    verdict_words: str
    why: str
    range: str
    cells: tuple[tuple[AccountView, tuple[ReadingView, ...]], ...]
    readings: tuple[ReadingView, ...]
    label: str


class Context:
    """The dossier with its look-ups and the anchors handed out so far; shared by all views of one page."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.entities = {e.id: e for e in dossier.entities}
        self.reports = {r.id: r for r in dossier.reports}
        self.anchors = Anchors(slugs([r.id for r in dossier.reports]))
        self.claim_ids = slugs([c.id for c in dossier.claims])
        self.said_ids = slugs([u.id for u in dossier.utterances])
        self.entity_ids = slugs([e.id for e in dossier.entities])
        self.event_ids = slugs([e.id for e in dossier.events])
        self.story_ids = slugs([s.id for s in dossier.stories])
        self.report_names = report_names(dossier.reports)
        self.accounts = {a.id: self.account(a) for a in dossier.accounts}
        self.events = {e.id: e for e in dossier.events}

    def account(self, account: Account) -> AccountView:
        """An account as a column."""
        names = tuple(self.report_names[r] for r in account.reports)
        name = names[0] if len(names) == 1 else f"{names[0]} and {len(names) - 1} more"
        origins = tuple(one_line(o) for o in account.origins)
        return AccountView(
            account.id, name, account.reports, one_line(account.why), len(account.copied), account.publisher, origins
        )

    def row(self, claim: Claim, accounts: Sequence[AccountView]) -> RowView:
        """A claim as a row over `accounts`."""
        by_account: dict[str, list[ReadingView]] = {}
        views = tuple(self.reading(r) for r in claim.readings)
        for reading, view in zip(claim.readings, views, strict=True):
            by_account.setdefault(reading.account, []).append(view)
        return RowView(
            id=f"row-{self.claim_ids[claim.id]}",
            slot=claim.slot,
            question=shortened(claim.question, 150),
            verdict=claim.verdict.lower(),
            mark=MARKS[claim.verdict],
            verdict_words=verdict_words(claim)[2:],
            why=one_line(claim.why),
            range=range_words(claim),
            cells=tuple((a, told_once(by_account.get(a.id, ()))) for a in accounts),
            readings=views,
            label=re.sub(r"\D", "", claim.id) or claim.id,
        )

    def reading(self, reading: Reading) -> ReadingView:
        """A reading as a cell."""
        report = self.reports[reading.report]
        value, words = told_words(reading, self.entities), one_line(reading.span.text)
        told = reading.as_of or report.published or ""
        when = f"as of {date(reading.as_of)}" if reading.as_of else date(told) if told else "date not known"
        return ReadingView(
            report=self.report_names[reading.report],
            value=value,
            words=None if isinstance(reading.value, TextValue) or plain(words) == plain(value) else words,
            href=self.anchors.href(reading.span),
            voice=tuple(VoiceView(one_line(v.text), self.anchors.href(v.span)) for v in reading.voice),
            when=when,
            sort=told,
            inferred=one_line(reading.inferred) if reading.inferred else None,
            weak=reading.confidence < 0.5,
        )

    def text(self, report: DossierReport, claims: Sequence[Claim], utterances: Sequence[Utterance]) -> list[Paragraph]:
        """A report's full text with its marks; called last, when every link to its words has been handed out."""
        marks = [
            self.mark(f"#row-{self.claim_ids[c.id]}", r.span, c.verdict, verdict_words(c), c.question, c.id)
            for c in claims
            for r in c.readings
            if r.report == report.id
        ]
        marks += [
            self.mark(f"#said-{self.said_ids[u.id]}", w.content, u.verdict, said_words(u), "statement", u.id)
            for u in utterances
            for w in u.wordings
            if w.report == report.id
        ]
        return paragraphs(report, sorted(set(marks)), self.anchors)

    def mark(self, href: str, span: Span, verdict: str, words: str, about: str, name: str) -> Mark:
        """The mark of a span."""
        label = f"{MARKS[verdict]}{re.sub(r'[^0-9]', '', name) or name}"
        return Mark(span.start, span.end, href, verdict.lower(), label, f"{words}: {shortened(about, 100)}")


def told_once(readings: Sequence[ReadingView]) -> tuple[ReadingView, ...]:
    """Readings of a cell, those that read the same as one with links to each."""
    found: dict[tuple[object, ...], ReadingView] = {}
    for r in readings:
        key = (
            r.report,
            plain(r.value),
            plain(r.words or ""),
            tuple(plain(v.text) for v in r.voice),
            r.when,
            r.inferred,
        )
        if key not in found:
            found[key] = r
        elif r.href != found[key].href and r.href not in found[key].again:
            found[key] = found[key]._replace(again=(*found[key].again, r.href))
    return tuple(found.values())


def said_words(utterance: Utterance) -> str:
    """The verdict of a statement in words."""
    count = len({w.account for w in utterance.wordings})
    return {"AGREE": f"≡ {count} accounts agree", "SOLE": "◦ told by one account", "DIFFER": "≠ accounts differ"}[
        utterance.verdict
    ]


def range_words(claim: Claim) -> str:
    """The least and the greatest figure over the accounts: `4 to 6`, `at least 4`; empty where there is no range."""
    if claim.range is None or claim.verdict != "DIFFER":
        return ""
    low, high = claim.range.low, claim.range.high
    if low and high:
        return f"{low.value:,.10g} to {high.value:,.10g}" if low.value != high.value else f"{low.value:,.10g}"
    return f"at least {low.value:,.10g}" if low else f"at most {high.value:,.10g}" if high else ""


def plain(words: str) -> str:
    """Words without case and quote marks, to tell a repetition."""
    return words.strip("“”\"'‘’ .,").casefold()


def slugs(ids: Sequence[str]) -> dict[str, str]:
    """A name fit for an HTML id for each of `ids`, the same for the same ids, no two alike."""
    taken: set[str] = set()
    found = {}
    for identifier in ids:
        base = re.sub(r"[^A-Za-z0-9_-]+", "-", identifier).strip("-") or "x"
        name, n = base, 2
        while name in taken:
            name, n = f"{base}-{n}", n + 1
        taken.add(name)
        found[identifier] = name
    return found
