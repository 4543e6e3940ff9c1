"""The page's section on what changed since an earlier record, each line with a link to its row or words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from variorum.changes.model import ClaimChange, Difference, Kind, UtteranceChange
from variorum.dossier.display import MARKS, date, one_line, shortened, told_words
from variorum.dossier.page import Context
from variorum.model import Dossier, Reading, Wording

TITLES: dict[Kind, str] = {
    "revised": "Revised",
    "confirmed": "Confirmed by more accounts",
    "new": "New, told by several accounts",
    "withdrawn": "Withdrawn",
}


class LineView(NamedTuple):
    """What came (`+`) or went (`-`), with a link to its words where they stand on this page."""

    sign: str
    text: str
    href: str


class ChangeView(NamedTuple):
    """A row or statement that changed; `href` leads to it, empty where it is gone."""

    mark: str
    verdict: str
    title: str
    href: str
    why: str
    lines: tuple[LineView, ...]


class KindView(NamedTuple):
    """The changes of one kind, and how many more of one account alone are not listed."""

    title: str
    changes: tuple[ChangeView, ...]
    more: int


class SinceView(NamedTuple):
    """The whole section."""

    reports: tuple[LineView, ...]
    accounts: tuple[str, ...]
    rows: tuple[KindView, ...]
    statements: tuple[KindView, ...]
    made: tuple[str, ...]


def since_view(difference: Difference, old: Dossier, page: Context) -> SinceView:
    """What the page says of `difference`, that of `old` and the page's dossier. To be made before the full texts."""
    reports = difference.reports
    lines = [
        LineView("+", page.report_names.get(r.id, r.id), f"#report-{page.anchors.slugs[r.id]}") for r in reports.added
    ]
    lines += [LineView("-", one_line(r.outlet or r.id), "") for r in reports.left_out]
    lines += [
        LineView("~", f"{page.report_names.get(c.new, c.new)}: {', '.join(f.name for f in c.fields)}", "")
        for c in reports.changed
        if c.fields
    ]
    before = {e.id: e for e in old.entities}

    def row(change: ClaimChange) -> ChangeView:
        told = [
            LineView("+", reading_words(r, told_words(r, page.entities), page), page.anchors.href(r.span))
            for r in (*change.told, *(v.new for v in change.values))
        ]
        gone = [
            LineView("-", reading_words(r, told_words(r, before), page), "")
            for r in (*change.gone, *(v.old for v in change.values))
        ]
        href = f"#row-{page.claim_ids[change.new[0]]}" if change.new else ""
        return view(change, shortened(change.question, 150), href, (*gone, *told))

    def statement(change: UtteranceChange) -> ChangeView:
        told = [LineView("+", wording_words(w, page), page.anchors.href(w.content)) for w in change.told]
        gone = [LineView("-", wording_words(w, page), "") for w in change.gone]
        href = f"#said-{page.said_ids[change.new[0]]}" if change.new else ""
        return view(change, one_line(change.speaker or "Speaker not told"), href, (*gone, *told))

    return SinceView(
        reports=tuple(lines),
        accounts=tuple(one_line(f"{', '.join(a.reports)}: {a.why}") for a in difference.accounts),
        rows=by_kind([(c.kind, row(c)) for c in difference.claims]),
        statements=by_kind([(c.kind, statement(c)) for c in difference.utterances]),
        made=tuple(
            one_line(f"{f.name}: {f.new or 'none'}, before {f.old or 'none'}") for f in difference.made_otherwise
        ),
    )


def view(change: ClaimChange | UtteranceChange, title: str, href: str, lines: Sequence[LineView]) -> ChangeView:
    """A change as the page lists it."""
    return ChangeView(MARKS[change.verdict], change.verdict.lower(), title, href, one_line(change.why), tuple(lines))


def by_kind(views: Sequence[tuple[Kind, ChangeView]]) -> tuple[KindView, ...]:
    """The views by kind; new ones of one account alone are counted only, since they stand below as what they are."""
    found = []
    for kind, title in TITLES.items():
        some = [v for k, v in views if k == kind]
        shown = [v for v in some if kind != "new" or v.verdict != "sole"]
        if some:
            found.append(KindView(title, tuple(shown), len(some) - len(shown)))
    return tuple(found)


def reading_words(reading: Reading, value: str, page: Context) -> str:
    """`The Guardian: at least 6, as of 3 May 2017`."""
    when = f", as of {date(reading.as_of)}" if reading.as_of else ""
    return f"{page.report_names.get(reading.report, one_line(reading.report))}: {shortened(value, 160)}{when}"


def wording_words(wording: Wording, page: Context) -> str:
    """`The Guardian: "We will find them"`."""
    return f"{page.report_names.get(wording.report, one_line(wording.report))}: {shortened(wording.content.text, 200)}"
