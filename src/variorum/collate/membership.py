"""Membership: of which party the reports say that somebody is, as rows about him."""

from __future__ import annotations

import re
from collections.abc import Iterator

from variorum.collate.draft import DraftReading, DraftRow
from variorum.collate.told_of import descriptions_of
from variorum.model import Cast, LocalRef, Span, TextValue
from variorum.resolve.affiliations import parties_in
from variorum.resolve.lookup import Lookup

CODES = {"D": "democrat", "R": "republican", "I": "independent", "Lab": "labour", "Con": "conservative"}
SITS = re.compile(r"\s*[(,]\s*(?P<all>(?P<code>D|R|I|Lab|Con)\s?[-–—]\s?[A-Z][\w.]*\w(?: [A-Z]\w+)?(?:\.(?=[),]))?)")
"""Behind a name: the party and the state or seat of who sits for it ("(D-Ohio)", ", R-N.C.")."""
MEMBER = re.compile(r",\s+(?:an?\s+|the\s+)?(?P<all>[A-Z][a-z]+ (?:of|from|for) [A-Z][\w.]*\w(?: [A-Z]\w+)?)")
"""Behind a name: who belongs to a party, of which place ("Democrat of Ohio")."""
ABOUT = re.compile(r"[ ,](?:of|for|in|at|from|with|on|to|by) ")


def membership_rows(cast: Cast, lookup: Lookup, story_of: dict[str, str]) -> Iterator[DraftRow]:
    """A row for each person and party of whom reports tell it; who is told to be of two parties has a row of each."""
    for entity in cast.entities:
        if entity.kind != "person" or not lookup.is_named(entity.id):
            continue
        found: dict[tuple[str, str], dict[str, DraftReading]] = {}
        for member in entity.members:
            for party, span in parties_of(member, lookup):
                told = found.setdefault((story_of[member.report], party), {})
                told.setdefault(member.report, DraftReading(TextValue(span.text), span))
        for (story, _), by_report in sorted(found.items()):
            readings = tuple(sorted(by_report.values(), key=lambda r: r.span))
            yield DraftRow(
                story, entity.id, "role", f"Of which party is {entity.name}?", readings, "they name one party"
            )


def parties_of(member: LocalRef, lookup: Lookup) -> Iterator[tuple[str, Span]]:
    """The parties that a report tells of a person, in text order: in a description, or by what stands behind the name."""
    report = lookup.annotations[member.report].report
    found = []
    for span in descriptions_of(member, lookup):
        found += [(party, span) for party in parties_in(ABOUT.split(span.text)[0])]
    for mention in lookup.mentions_of(member):
        if mention.form != "name":
            continue
        sits, member_of = (p.match(report.text, mention.span.end) for p in (SITS, MEMBER))
        if sits is not None:
            found.append((CODES[sits["code"]], report.span(*sits.span("all"))))
        elif member_of is not None:
            found += [(p, report.span(*member_of.span("all"))) for p in parties_in(member_of["all"])]
    yield from sorted(found, key=lambda f: (f[1], f[0]))
