"""A difference in the terminal: reports and accounts first, then what changed of each sort, the weightiest kinds first."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from variorum.changes.model import (
    ClaimChange,
    Difference,
    Field,
    GroupChange,
    Kind,
    ReportRef,
    Reports,
    ThingChange,
    UtteranceChange,
)
from variorum.changes.words import listed
from variorum.dossier.display import MARKS, date, one_line, shortened, told_words, voice_words
from variorum.dossier.terminal import heading, plural
from variorum.dossier.who_where import is_named
from variorum.model import Dossier, Entity, Reading, Wording

NEW_OF_ONE, MOST_NEW, MOST_SHORTLY = 12, 40, 10  # new rows of one account, new rows at all, rows of the short form
KIND_WORDS: dict[Kind, str] = {
    "revised": "revised",
    "confirmed": "confirmed by more accounts",
    "new": "new",
    "withdrawn": "withdrawn",
}


def print_difference(difference: Difference, old: Dossier, new: Dossier, console: Console | None = None) -> None:
    """Print `difference`, which is that of `old` and `new`, to `console` (standard output by default).

    Nothing depends on colour; words of reports are never taken for markup, and control characters show as marks.
    """
    out = console or Console(highlight=False)
    before, now = ({e.id: e for e in d.entities} for d in (old, new))
    if difference.is_empty:
        out.print(Text("Both tell the same, of the same reports."))
    print_reports(difference.reports, out)
    print_groups("Accounts", difference.accounts, out)
    if len(old.stories) > 1 or len(new.stories) > 1:
        print_groups("Stories", difference.stories, out)
    print_claims(difference.claims, before, now, out)
    print_utterances(difference.utterances, out)
    print_things("Events", difference.events, out)
    named = {e.id for d in (old, new) for e in d.entities if is_named(e)}
    print_things("People, bodies and places", [c for c in difference.entities if named & {*c.old, *c.new}], out)
    print_made(difference.made_otherwise, out)


def print_changes(difference: Difference, console: Console | None = None) -> None:
    """Print what changed shortly, as a section of a summary: the counts, and rows that are revised or withdrawn."""
    out = console or Console(highlight=False)
    heading("What changed", out)
    if difference.is_empty:
        out.print(Text("Nothing: the earlier record tells the same."))
    for name, changes in (("Rows", difference.claims), ("Statements", difference.utterances)):
        if changes:
            out.print(Text(f"{name}: {kinds_counted(changes)}"))
    for change in [c for c in difference.claims if c.kind in {"revised", "withdrawn"}][:MOST_SHORTLY]:
        out.print(Text(f"{MARKS[change.verdict]} {shortened(change.question, 110)}"))
        indented(one_line(f"withdrawn: {change.why}" if change.kind == "withdrawn" else change.why), out)
    print_made(difference.made_otherwise, out)


def print_reports(reports: Reports, out: Console) -> None:
    """Which reports came, went and changed."""
    if not (reports.added or reports.left_out or reports.changed):
        return
    heading("Reports", out)
    for sign, some in (("+", reports.added), ("-", reports.left_out)):
        for report in some:
            line(f"{sign} {one_line(report.id)}", report_words(report), out)
    for change in reports.changed:
        what = "" if change.same_bytes else "other bytes under its name; "
        line(f"~ {one_line(change.new)}", what + "; ".join(field_words(f) for f in change.fields), out)


def report_words(report: ReportRef) -> str:
    """`The Guardian, 11 November 2016`."""
    return ", ".join(w for w in (report.outlet or "", date(report.published) if report.published else "") if w)


def field_words(field: Field) -> str:
    """`published: 11 November 2016, before not told`."""
    told = [date(v) if v and field.name in {"published", "updated", "when"} else v for v in (field.new, field.old)]
    return f"{field.name}: {one_line(told[0] or 'not told')}, before {one_line(told[1] or 'not told')}"


def print_groups(title: str, changes: Sequence[GroupChange], out: Console) -> None:
    """Accounts or stories that hold other reports now."""
    if not changes:
        return
    heading(title, out)
    for change in changes:
        held = listed(change.reports)
        words = {
            "new": f"{held}: new",
            "grown": f"{held}: {listed(change.came)} came to it",
            "joined": f"{held}: {len(change.old)} became one",
            "parted": f"{held}: one became several",
        }[change.how]
        line(f"~ {change.new}", f"{words} ({one_line(change.why)})", out)


def print_claims(
    changes: Sequence[ClaimChange], before: dict[str, Entity], now: dict[str, Entity], out: Console
) -> None:
    """Rows by kind; new ones of one account alone are cut short."""
    if not changes:
        return
    heading("Rows", out)
    counted(changes, out)
    for kind in KIND_WORDS:
        some = [c for c in changes if c.kind == kind]
        shown = [c for c in some if c.verdict != "SOLE"][:MOST_NEW] if kind == "new" else some
        shown += [c for c in some if c.verdict == "SOLE"][:NEW_OF_ONE] if kind == "new" else []
        if some:
            out.print()
            out.print(Text(f"{kind.capitalize()}", style="bold"))
        for change in shown:
            print_claim(change, before, now, out)
        if len(some) > len(shown):
            rest = plural(len(some) - len(shown), "more new row")
            out.print(Text(f"and {rest}, told by one account each: --json", style="dim"))


def print_claim(change: ClaimChange, before: dict[str, Entity], now: dict[str, Entity], out: Console) -> None:
    """A row: its question, what changed, and the readings that came and went."""
    out.print(Text(f"{MARKS[change.verdict]} {ids(change)} {shortened(change.question, 110)}"))
    if change.kind != "new":
        indented(one_line(change.why), out)
    for sign, readings, entities in (("+", change.told, now), ("-", change.gone, before)):
        for reading in readings:
            indented(f"{sign} {reading_words(reading, entities)}", out)
    for value in change.values:
        indented(f"- {reading_words(value.old, before)}", out)
        indented(f"+ {reading_words(value.new, now)}", out)


def reading_words(reading: Reading, entities: dict[str, Entity]) -> str:
    """`guardian: at least 4 "at least four people" (police, as of 3 May 2017)`."""
    told = shortened(told_words(reading, entities), 120)
    words = shortened(reading.span.text, 80)
    notes = [voice_words(reading.voice), f"as of {date(reading.as_of)}" if reading.as_of else ""]
    note = ", ".join(one_line(n) for n in notes if n)
    quoted = "" if words.casefold() == told.casefold() or told.startswith(words[:-1]) else f' "{words}"'
    return f"{one_line(reading.report)}: {told}{quoted}" + (f" ({note})" if note else "")


def print_utterances(changes: Sequence[UtteranceChange], out: Console) -> None:
    """Statements by kind."""
    if not changes:
        return
    heading("Statements", out)
    counted(changes, out)
    for kind in KIND_WORDS:
        some = [c for c in changes if c.kind == kind]
        if some:
            out.print()
            out.print(Text(kind.capitalize(), style="bold"))
        for change in some:
            out.print(Text(f"{MARKS[change.verdict]} {ids(change)} {one_line(change.speaker or 'speaker not told')}"))
            if kind != "new":
                indented(one_line(change.why), out)
            for sign, wordings in (("+", change.told), ("-", change.gone)):
                for wording in wordings:
                    indented(f"{sign} {wording_words(wording)}", out)


def wording_words(wording: Wording) -> str:
    """`guardian: "We will find them"`."""
    return f"{one_line(wording.report)}: {shortened(wording.content.text, 200)}"


def print_things(title: str, changes: Sequence[ThingChange], out: Console) -> None:
    """Events or entities shortly: what became of those that went on, and the names of those that came and went."""
    if not changes:
        return
    heading(title, out)
    for change in changes:
        if change.kind == "revised":
            line(f"~ {ids(change)} {shortened(change.label, 60)}", one_line(change.why), out)
    for sign, kind in (("+", "new"), ("-", "withdrawn")):
        names = [shortened(c.label, 60) for c in changes if c.kind == kind]
        if names:
            out.print(Padding(Text(f"{sign} {'; '.join(dict.fromkeys(names))}"), (0, 0, 0, 0), expand=False))


def print_made(fields: Sequence[Field], out: Console) -> None:
    """What was otherwise when the two were made."""
    if not fields:
        return
    heading("Made otherwise", out)
    out.print(Text("Some of these changes may come from Variorum or its options, not from the reports:"))
    for field in fields:
        indented(field_words(field), out)


def counted(changes: Sequence[ClaimChange] | Sequence[UtteranceChange], out: Console) -> None:
    """The line of counts."""
    out.print(Text(kinds_counted(changes), style="dim"))


def kinds_counted(changes: Sequence[ClaimChange] | Sequence[UtteranceChange]) -> str:
    """`2 revised, 3 confirmed by more accounts, 10 new`."""
    kinds = [c.kind for c in changes]
    return ", ".join(f"{kinds.count(k)} {words}" for k, words in KIND_WORDS.items() if k in kinds)


def ids(change: ClaimChange | UtteranceChange | ThingChange) -> str:
    """`c3 (was c5 and c9)`; only what differs is told."""
    if not change.new:
        return f"(was {listed(change.old)})"
    was = f" (was {listed(change.old)})" if change.old and change.old != change.new else ""
    return listed(change.new) + was


def line(name: str, words: str, out: Console) -> None:
    """A line of a list, its name first."""
    out.print(Text(f"{name}  {one_line(words)}".rstrip()))


def indented(words: str, out: Console) -> None:
    """A line below another."""
    out.print(Padding(Text(words), (0, 0, 0, 4), expand=False))
