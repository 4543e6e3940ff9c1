"""Silences: what a report does not tell is told apart: it ends before, it came out before the fact, or it is silent."""

from __future__ import annotations

from tests.reports import SECOND, report
from variorum.api import dossier_of
from variorum.dossier.silences import Silences
from variorum.model import Account, Claim, DateValue, Dossier, Event, EventTime, QuantityValue, Reading, Report, Span

WIRE = """Bomb kills four at market in Ardova

A bomb exploded at a market in the city of Ardova on Tuesday, killing at least four people and wounding 20, police said.

The blast shattered windows across the old town. Governor Mira Lendal condemned the attack on Tuesday.

Officers arrested two men near the railway station, the ministry of the interior said in the evening.
"""
CUT = "\n\n".join(WIRE.split("\n\n")[:3]) + "\n"
OTHER = SECOND + "\nTwo men were arrested near the railway station, the ministry of the interior said.\n"


def how(dossier: Dossier, name: str) -> dict[str, str]:
    """How a report leaves out each row, by its question."""
    questions = {c.id: c.question for c in dossier.claims}
    found = next(r for r in dossier.reports if r.id == name)
    return {questions[o.claim]: o.how for o in found.left_out}


def test_a_text_that_was_cut_ends_before_what_only_its_longer_form_tells() -> None:
    dossier = dossier_of([report("wire", WIRE), report("cut", CUT), report("other", OTHER)])
    assert next(a for a in dossier.accounts if "cut" in a.reports).reports == ("cut", "wire")
    told = how(dossier, "cut")
    assert "ends_before" in told.values()
    assert all("arrest" in q or "detained" in q for q, kind in told.items() if kind == "ends_before")


def reading(name: str, value: QuantityValue | DateValue, as_of: str | None = None) -> Reading:
    return Reading(name, f"a-{name}", value, Span(name, 0, 4, "word"), as_of=as_of)


def left(published: dict[str, str | None], *readings: Reading, when: str | None = None, told: str = "") -> str:
    """How the report "silent" leaves out a row of `readings`, whose event is of the day `when` and told by the report `told`."""
    reports = [Report(n, n, "", "word word", published=day) for n, day in published.items()]
    accounts = [Account(f"a-{n}", (n,), "") for n in published]
    event = Event(
        "h1", "s1", "blast", None, None, (), "happened", (), (), EventTime(when, "") if when else None, None, None,
        (Span(told, 0, 4, "word"),) if told else (), "",
    )  # fmt: skip
    claim = Claim("c1", "s1", "h1", "killed", "How many?", "AGREE", None, "", None, readings)
    (one,) = Silences(reports, accounts, [event]).left_out("silent", [claim])
    return one.how


DAYS: dict[str, str | None] = {"silent": "2021-03-01", "b": "2021-03-03", "c": "2021-03-04"}
FOUR = QuantityValue(4, 4)


def test_a_report_older_than_the_event_was_published_before_it() -> None:
    assert left(DAYS, reading("b", FOUR), reading("c", FOUR), when="2021-03-02") == "published_before"


def test_a_report_older_than_the_moment_of_every_figure_was_published_before_them() -> None:
    readings = reading("b", FOUR, "2021-03-03"), reading("c", FOUR, "2021-03-03")
    assert left(DAYS, *readings) == "published_before"


def test_what_others_told_ahead_the_report_could_have_told_too() -> None:
    day = DateValue("2021-03-10")
    assert left(DAYS, reading("b", day), reading("c", day)) == "silent"


def test_a_report_that_tells_the_event_was_not_published_before_it() -> None:
    assert left(DAYS, reading("b", FOUR), reading("c", FOUR), when="2021-03-02", told="silent") == "silent"


def test_without_a_date_of_its_own_a_report_is_silent() -> None:
    days = DAYS | {"silent": None}
    assert left(days, reading("b", FOUR), reading("c", FOUR), when="2021-03-02") == "silent"
