"""Why: for one thing of a dossier the chain of reasons, down to the words of the reports, in the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from variorum.dossier.display import MARKS, date, number, one_line, shortened, told_words, verdict_words, visible
from variorum.dossier.finding import Thing
from variorum.dossier.terminal import heading, plural
from variorum.dossier.why_words import Words
from variorum.model import (
    Account,
    Claim,
    Dossier,
    DossierReport,
    Entity,
    EntityValue,
    Event,
    Reading,
    Span,
    Story,
    Utterance,
    Wording,
)

HOW_LEFT_OUT = {
    "silent": "does not tell it",
    "ends_before": "ends before it",
    "published_before": "was published before it",
}
MODES = {"direct": "in quote marks", "mixed": "partly in quote marks", "indirect": "in the report's words"}
Lines = Sequence[tuple[str, str]]


def print_why(dossier: Dossier, thing: Thing, console: Console | None = None) -> None:
    """Print why `thing` stands in `dossier` as it does: its reasons, and the words that each rests on.

    Words of reports stand in their context, those meant between `>>` and `<<`, with their offsets. Nothing depends on
    colour; control characters show as marks.
    """
    Why(dossier, console or Console(highlight=False)).tell(thing)


class Why:
    """A dossier with its look-ups, and where to print."""

    def __init__(self, dossier: Dossier, out: Console) -> None:
        self.dossier, self.out = dossier, out
        self.words = Words(dossier)
        self.entities, self.reports = self.words.entities, self.words.reports
        self.accounts = {a.id: a for a in dossier.accounts}

    def tell(self, thing: Thing) -> None:
        """Print the chain of any thing."""
        match thing:
            case Claim():
                self.claim(thing)
            case Utterance():
                self.utterance(thing)
            case Event():
                self.event(thing)
            case Entity():
                self.entity(thing)
            case Account():
                self.account(thing)
            case Story():
                self.story(thing)
            case DossierReport():
                self.report(thing)

    # ------------------------------------------------------------ one function a kind

    def claim(self, claim: Claim) -> None:
        """A row: its verdict, then every reading, then what it is about and who tells it."""
        self.title(f"{MARKS[claim.verdict]} {claim.id}", claim.question)
        self.lines(
            ("slot", claim.slot),
            ("verdict", verdict_words(claim)[2:]),
            ("why", claim.why),
            ("range", self.words.range_words(claim)),
            ("about", self.words.named(claim.about)),
            ("why that", self.words.why_of(claim.about)),
            ("story", self.words.named(claim.story)),
        )
        heading(plural(len(claim.readings), "reading"), self.out)
        for reading in claim.readings:
            self.reading(reading)
        self.why_accounts([r.account for r in claim.readings])
        self.why_entities([r.value.entity for r in claim.readings if isinstance(r.value, EntityValue)])
        left_out = [
            (r.id, HOW_LEFT_OUT[o.how]) for r in self.dossier.reports for o in r.left_out if o.claim == claim.id
        ]
        self.section("Left out by", left_out)

    def reading(self, reading: Reading) -> None:
        """What one report gives: value, voices, time, confidence, and the words in place."""
        self.report_line(reading.report, reading.account)
        named = f" ({reading.value.entity})" if isinstance(reading.value, EntityValue) else ""
        self.lines(
            ("value", told_words(reading, self.entities) + named),
            *self.words.voices(reading.voice),
            ("as of", date(reading.as_of) if reading.as_of else ""),
            ("confidence", f"{number(round(reading.confidence, 2))}" + (", weak" if reading.confidence < 0.5 else "")),
            ("inferred", reading.inferred or "no, it is printed"),
            ("words", self.words.in_place(reading.span)),
            ("at", self.words.offsets(reading.span)),
        )

    def utterance(self, utterance: Utterance) -> None:
        """A statement: its verdict, then every wording."""
        self.title(f"{MARKS[utterance.verdict]} {utterance.id}", f"Statement of {self.words.speaker(utterance)}")
        told = len({w.account for w in utterance.wordings})
        self.lines(
            ("verdict", f"{plural(told, 'account')} give it" if told > 1 else "told by one account"),
            ("why", utterance.why),
            ("speaker", self.words.named(utterance.speaker) if utterance.speaker else "not known"),
            ("why that", self.words.why_of(utterance.speaker) if utterance.speaker else ""),
            ("story", self.words.named(utterance.story)),
        )
        heading(plural(len(utterance.wordings), "wording"), self.out)
        for wording in utterance.wordings:
            self.wording(wording)
        self.why_accounts([w.account for w in utterance.wordings])

    def wording(self, wording: Wording) -> None:
        """One report's words of a statement, with their cue, source and voices."""
        self.report_line(wording.report, wording.account)
        self.lines(
            ("mode", f"{wording.mode}, {MODES[wording.mode]}"),
            ("cue", self.words.quoted(wording.cue)),
            ("source", self.words.quoted(wording.source)),
            *self.words.voices(wording.voice),
            ("as of", date(wording.as_of) if wording.as_of else ""),
            ("words", self.words.in_place(wording.content)),
            ("at", self.words.offsets(wording.content)),
        )

    def event(self, event: Event) -> None:
        """An event: when, where and who, why its tellings are one, and each of them."""
        self.title(event.id, event.label)
        codes = [c for c in (event.category, event.mode, *event.context) if c]
        self.lines(
            ("event", ", ".join([event.status, *codes])),
            ("why", event.why),
            ("when", date(event.when.edtf) if event.when else "not told"),
            ("why then", event.when.why if event.when else ""),
            ("where", self.words.named(event.where) if event.where else "not told"),
            ("actors", "; ".join(self.words.named(e) for e in event.actors)),
            ("recipients", "; ".join(self.words.named(e) for e in event.recipients)),
            ("part of", self.words.named(event.part_of) if event.part_of else ""),
            ("parts", "; ".join(self.words.named(e.id) for e in self.dossier.events if e.part_of == event.id)),
            ("story", self.words.named(event.story)),
        )
        self.mentions("Told in", event.mentions)
        self.rows_about(event.id)

    def entity(self, entity: Entity) -> None:
        """An entity: why its mentions are one, its names, roles and mentions."""
        self.title(entity.id, entity.name)
        ids = entity.identifiers
        known = [
            f"{label} {value}"
            for label, value in (("ISO", ids.iso3166), ("GeoNames", ids.geonames), ("Wikidata", ids.wikidata))
            if value
        ]
        point = entity.coordinates
        self.lines(
            ("entity", entity.kind),
            ("why", entity.why),
            ("names", "; ".join(entity.names)),
            ("registers", ", ".join(known)),
            ("point", f"longitude {point[0]}, latitude {point[1]}" if point else ""),
        )
        if entity.roles:
            heading("Roles", self.out)
            for role in entity.roles:
                self.spans(role.spans)
        self.mentions("Mentioned in", entity.mentions)
        self.rows_about(entity.id)
        said = [
            (u.id, shortened(u.wordings[0].content.text, 90)) for u in self.dossier.utterances if u.speaker == entity.id
        ]
        self.section("Says", said)

    def account(self, account: Account) -> None:
        """An account: why its reports are one witness, what they share and what is a report's own."""
        self.title(account.id, "One account")
        self.lines(
            ("reports", ", ".join(account.reports)),
            ("why", account.why),
            ("house today", account.publisher or ""),
            ("sources", ", ".join(account.origins)),
        )
        if account.publisher or account.origins:
            self.out.print(
                Text("House (by a table made by hand) and sources are shown and count for nothing.", style="dim")
            )
        if account.copied:
            heading("Copied passages", self.out)
            for one, other in account.copied:
                self.spans((one, other))
        if account.own:
            heading("Own passages", self.out)
            self.spans(account.own)
        told = [(c.id, c.question) for c in self.dossier.claims if any(r.account == account.id for r in c.readings)]
        self.out.print()
        self.out.print(Text(f"It tells {plural(len(told), 'row')}."))

    def story(self, story: Story) -> None:
        """A story: why its reports are together, and what its summary rests on."""
        self.title(story.id, story.title)
        self.lines(("reports", ", ".join(story.reports)), ("why", story.why))
        for sentence in story.summary:
            heading("In the summary", self.out)
            self.out.print(Text(one_line(sentence.text)))
            self.lines(("rows", ", ".join(sentence.claims)))
            self.spans(sentence.evidence)
        self.why_accounts([self.reports[r].account for r in story.reports if r in self.reports])

    def report(self, report: DossierReport) -> None:
        """A report: what it is, which account it is of, what it leaves out and what nothing came out of."""
        self.title(report.id, report.title or "Without a title")
        self.lines(
            ("source", report.source),
            ("sha256", report.sha256),
            ("outlet", report.outlet or ""),
            ("published", date(report.published) if report.published else "not known"),
            ("account", report.account),
        )
        self.why_accounts([report.account])
        questions = {c.id: c.question for c in self.dossier.claims}
        left_out = [(o.claim, f"{HOW_LEFT_OUT[o.how]}: {questions.get(o.claim, '')}") for o in report.left_out]
        self.section("It leaves out", left_out)
        if report.unread:
            heading("Sentences that nothing came out of", self.out)
            self.spans(report.unread)
            self.out.print(Text("variorum explain REPORT says which step stopped at each.", style="dim"))

    # ------------------------------------------------------------ parts

    def title(self, name: str, words: str) -> None:
        """The first line."""
        self.out.print(Text(f"{name}  {one_line(words)}", style="bold"))

    def lines(self, *pairs: tuple[str, str]) -> None:
        """Labels with their words, those without words left out."""
        table = Table.grid(padding=(0, 2))
        table.add_column(no_wrap=True, width=10)
        table.add_column(overflow="fold")
        for label, words in pairs:
            if words:
                table.add_row(Text(label, style="dim"), Text(visible(words)))
        self.out.print(Padding(table, (0, 0, 0, 2)))

    def section(self, title: str, pairs: Lines) -> None:
        """A heading with labels and words below it; nothing where there are none."""
        if pairs:
            heading(title, self.out)
            for label, words in pairs:
                self.out.print(Padding(Text(f"{one_line(label)}  {one_line(words)}"), (0, 0, 0, 2), expand=False))

    def report_line(self, name: str, account: str) -> None:
        """The head of a reading or wording."""
        report = self.reports.get(name)
        known = [report.outlet, date(report.published) if report.published else "date not known"] if report else []
        told = ", ".join(one_line(k) for k in (*known, f"account {account}") if k)
        self.out.print(Text(f"{one_line(name)}", style="bold") + Text(f"  {told}", style="dim"))

    def why_accounts(self, ids: Iterable[str]) -> None:
        """Why each account counts as one witness."""
        known = [self.accounts[a] for a in dict.fromkeys(ids) if a in self.accounts]
        self.section("Accounts", [(a.id, f"{', '.join(a.reports)}: {a.why}") for a in known])

    def why_entities(self, ids: Iterable[str]) -> None:
        """Why the mentions of each entity that is a value are one."""
        known = [self.entities[e] for e in dict.fromkeys(ids) if e in self.entities]
        self.section("Entities", [(e.id, f"{e.name}: {e.why}") for e in known])

    def mentions(self, title: str, spans: Sequence[Span]) -> None:
        """Every mention in its words."""
        heading(
            f"{title} {plural(len({s.report for s in spans}), 'report')}, {plural(len(spans), 'mention')}", self.out
        )
        self.spans(spans)

    def spans(self, spans: Iterable[Span]) -> None:
        """Words in place, each with its offsets."""
        for span in spans:
            self.out.print(
                Padding(Text(f"{self.words.offsets(span)}  {self.words.in_place(span)}"), (0, 0, 0, 2), expand=False)
            )

    def rows_about(self, name: str) -> None:
        """The rows about an event or entity."""
        rows = [
            (f"{MARKS[c.verdict]} {c.id}", shortened(c.question, 100)) for c in self.dossier.claims if c.about == name
        ]
        self.section("Rows about it", rows)
