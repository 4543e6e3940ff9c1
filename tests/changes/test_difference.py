"""What a later dossier tells otherwise: matched by words, never by ids."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from tests.dossier import example
from tests.reports import FIRST, OTHER, SECOND, report, story
from variorum import model as m
from variorum.api import dossier_of
from variorum.changes import Difference, difference
from variorum.changes.claims import family
from variorum.changes.model import ClaimChange, Field

UPDATED = FIRST.replace("at least four people and wounding 20", "at least nine people and wounding 20")


@pytest.fixture(scope="module")
def first() -> m.Dossier:
    return dossier_of(story()[:1])


@pytest.fixture(scope="module")
def both() -> m.Dossier:
    return dossier_of(story())


def rows(found: Difference, slot: str) -> list[ClaimChange]:
    return [c for c in found.claims if c.slot == slot]


def kinds(found: Difference) -> set[str]:
    return {c.kind for c in found.claims}


# ---------------------------------------------------------------- on the whole road


def test_a_dossier_and_itself_differ_in_nothing(both: m.Dossier) -> None:
    found = difference(both, both)
    assert found.is_empty
    assert found.made_otherwise == ()


def test_a_report_more_confirms_disputes_and_adds(first: m.Dossier, both: m.Dossier) -> None:
    found = difference(first, both)
    assert [r.id for r in found.reports.added] == ["second"]
    assert found.reports.left_out == ()
    (killed,) = rows(found, "killed")
    assert (killed.kind, killed.verdict, killed.reason) == ("revised", "DIFFER", "update")
    assert Field("verdict", "SOLE", "DIFFER") in killed.fields
    assert killed.why.startswith("2 accounts differ (told at different times), before one account tells it")
    assert {r.report for r in killed.told} == {"second"}
    (injured,) = rows(found, "injured")
    assert (injured.kind, injured.verdict) == ("confirmed", "AGREE")
    assert "second tells it too" in injured.why
    assert "withdrawn" not in kinds(found)


def test_a_report_less_withdraws_what_it_alone_told(first: m.Dossier, both: m.Dossier) -> None:
    found = difference(both, first)
    assert [r.id for r in found.reports.left_out] == ["second"]
    assert kinds(found) <= {"revised", "withdrawn"}
    assert all(c.why == "second, which told it, was left out" for c in found.claims if c.kind == "withdrawn")
    (killed,) = rows(found, "killed")
    assert [r.report for r in killed.gone if r.report != "second"] == []


def test_what_is_new_says_whether_its_report_is(first: m.Dossier, both: m.Dossier) -> None:
    new = [c for c in difference(first, both).claims if c.kind == "new"]
    assert new
    assert all(c.why == "told by second, added since" for c in new if {r.report for r in c.told} == {"second"})


def test_another_file_name_changes_nothing_but_the_name(first: m.Dossier) -> None:
    renamed = dossier_of([report("attack-tuesday", FIRST, published="2021-03-02")])
    found = difference(first, renamed)
    assert [(c.old, c.new, c.same_bytes) for c in found.reports.changed] == [("first", "attack-tuesday", True)]
    assert found.claims == found.utterances == found.events == found.entities == ()


def test_a_copy_more_joins_an_account_and_changes_no_row_that_was_there(first: m.Dossier) -> None:
    copied = dossier_of([*story()[:1], report("mirror", FIRST + "\n", published="2021-03-02")])
    found = difference(first, copied)
    assert [(g.how, g.reports, g.came) for g in found.accounts] == [("grown", ("first", "mirror"), ("mirror",))]
    assert kinds(found) <= {"new"}
    assert {c.verdict for c in found.claims} <= {"SOLE"}


def test_a_report_whose_text_changed_goes_on_and_its_figure_is_revised(first: m.Dossier) -> None:
    found = difference(first, dossier_of([report("first", UPDATED, published="2021-03-02")]))
    (change,) = found.reports.changed
    assert (change.old, change.new, change.same_bytes) == ("first", "first", False)
    assert found.reports.added == found.reports.left_out == ()
    changed = [c for c in rows(found, "killed") if c.kind == "revised"]
    assert [r.span.text for c in changed for r in c.told] == ["at least nine people"]
    assert [r.span.text for c in changed for r in c.gone] == ["at least four people"]
    assert rows(found, "injured") == []


def test_other_texts_of_one_name_are_two_reports() -> None:
    found = difference(dossier_of([report("a", FIRST)]), dossier_of([report("a", OTHER)]))
    assert [r.id for r in found.reports.added] == [r.id for r in found.reports.left_out] == ["a"]
    assert kinds(found) == {"new", "withdrawn"}


def test_a_date_given_later_is_told_as_what_it_is(first: m.Dossier) -> None:
    undated = dossier_of([report("first", FIRST)])
    found = difference(undated, first)
    assert [f.name for c in found.reports.changed for f in c.fields] == ["published"]
    dates = rows(found, "date")
    assert [(c.kind, len(c.values)) for c in dates] == [("revised", 1)]
    assert "is read as 2 March 2021 now" in dates[0].why


def test_every_id_is_one_of_its_dossier_and_every_change_says_why(first: m.Dossier, both: m.Dossier) -> None:
    found = difference(first, both)
    for changes, name in ((found.claims, "claims"), (found.utterances, "utterances"), (found.events, "events")):
        old, new = ({t.id for t in getattr(d, name)} for d in (first, both))
        for change in changes:
            assert set(change.old) <= old
            assert set(change.new) <= new
            assert change.why


def test_new_and_withdrawn_mean_what_they_say(first: m.Dossier, both: m.Dossier) -> None:
    for old, new in ((first, both), (both, first)):
        was, now = ({(family(c), r.report, r.span) for c in d.claims for r in c.readings} for d in (old, new))
        for change in difference(old, new).claims:
            told = {(family(c), r.report, r.span) for c in new.claims if c.id in change.new for r in c.readings}
            gone = {(family(c), r.report, r.span) for c in old.claims if c.id in change.old for r in c.readings}
            assert change.kind != "new" or change.why.endswith("too") or not told & was
            assert change.kind != "withdrawn" or not gone & now
            assert change.kind != "confirmed" or change.verdict == "AGREE"


def test_no_row_of_either_dossier_is_told_twice(first: m.Dossier, both: m.Dossier) -> None:
    for one, other in ((first, both), (both, first)):
        found = difference(one, other)
        for side in ("old", "new"):
            ids = [i for c in found.claims for i in getattr(c, side)]
            assert len(ids) == len(set(ids))


# ---------------------------------------------------------------- on records made by hand


def edited(**fields: Any) -> m.Dossier:
    return msgspec.structs.replace(example.dossier(), **fields)


def test_ids_mean_nothing() -> None:
    one = example.dossier()
    renumbered = tuple(msgspec.structs.replace(c, id=f"c{99 - n}") for n, c in enumerate(one.claims))
    assert difference(one, edited(claims=tuple(reversed(renumbered)))).is_empty


def test_a_verdict_alone_makes_a_revision() -> None:
    one = example.dossier()
    weapon = msgspec.structs.replace(one.claims[5], verdict="DIFFER", reason="definition")
    found = difference(one, edited(claims=(*one.claims[:5], weapon, *one.claims[6:])))
    (change,) = found.claims
    assert change.kind == "revised"
    assert change.fields == (Field("verdict", "AGREE", "DIFFER"), Field("reason", None, "definition"))
    assert change.why == "2 accounts differ (they count or name different things), before 2 accounts agree"


def test_a_statement_that_another_account_gives_is_confirmed_and_one_that_lost_its_own_is_revised() -> None:
    one = example.dossier()
    shared = one.utterances[0]
    alone = msgspec.structs.replace(shared, verdict="SOLE", wordings=shared.wordings[:1])
    before = edited(utterances=(alone, *one.utterances[1:]))
    (change,) = difference(before, one).utterances
    assert (change.kind, change.speaker, [w.report for w in change.told]) == (
        "confirmed",
        "Mira Lendal",
        ["herald.html"],
    )
    assert change.why == "2 accounts agree, before one account tells it; herald.html tells it too"
    (back,) = difference(one, before).utterances
    assert (back.kind, [w.report for w in back.gone]) == ("revised", ["herald.html"])


def test_two_rows_that_are_one_now_are_told_once_and_one_that_is_two() -> None:
    one = example.dossier()
    whole = one.claims[2]
    parts = tuple(
        msgspec.structs.replace(whole, id=f"p{n}", readings=some, verdict="SOLE", reason=None)
        for n, some in enumerate((whole.readings[:2], whole.readings[2:]))
    )
    apart = edited(claims=(*one.claims[:2], *parts, *one.claims[3:]))
    (joined,) = difference(apart, one).claims
    assert (joined.kind, joined.old, joined.new) == ("revised", ("p0", "p1"), ("c3",))
    assert "rows p0 and p1 are one now" in joined.why
    (parted,) = difference(one, apart).claims
    assert (parted.kind, parted.old, parted.new) == ("revised", ("c3",), ("p0", "p1"))
    assert "p1, told with it before, is a row apart now" in parted.why
    assert parted.gone == ()


def test_a_row_that_asks_of_another_event_what_its_words_still_tell_of_the_first_is_new() -> None:
    one = example.dossier()
    other = msgspec.structs.replace(one.claims[5], id="c11", about="e2")
    (change,) = difference(one, edited(claims=(*one.claims, other))).claims
    assert (change.kind, change.new, change.why) == ("new", ("c11",), "its words are those of c6 too")
    (back,) = difference(edited(claims=(*one.claims, other)), one).claims
    assert (back.kind, back.old, back.new) == ("revised", ("c6", "c11"), ("c6",))


def test_a_reading_that_makes_a_row_of_its_own_now_is_not_told_as_gone_or_new() -> None:
    one = example.dossier()
    whole = one.claims[0]
    kept = msgspec.structs.replace(whole, readings=whole.readings[1:])
    moved = msgspec.structs.replace(
        whole, id="c11", about="e2", readings=whole.readings[:1], verdict="SOLE", reason=None
    )
    (change,) = difference(one, edited(claims=(kept, *one.claims[1:], moved))).claims
    assert (change.kind, change.new, change.gone) == ("revised", ("c1", "c11"), ())


def test_one_entity_under_another_name_is_no_other_value() -> None:
    one = example.dossier()
    names = {"kunduz": "e-kunduz-city"}

    def renamed(value: m.Value) -> m.Value:
        known = isinstance(value, m.EntityValue) and value.entity in names
        return m.EntityValue("e-kunduz-city") if known else value

    claims = tuple(
        msgspec.structs.replace(
            c, readings=tuple(msgspec.structs.replace(r, value=renamed(r.value)) for r in c.readings)
        )
        for c in one.claims
    )
    entities = tuple(
        msgspec.structs.replace(e, id=names.get(e.id, e.id), name="Kunduz City" if e.id in names else e.name)
        for e in one.entities
    )
    events = tuple(msgspec.structs.replace(e, where=names.get(e.where or "", e.where)) for e in one.events)
    found = difference(one, edited(claims=claims, entities=entities, events=events))
    assert found.claims == ()
    assert [(c.kind, c.why) for c in found.entities] == [("revised", "name: Kunduz City, before Kunduz")]


@pytest.mark.parametrize("back", [False, True])
def test_accounts_that_became_one_and_one_that_became_several(back: bool) -> None:
    one = example.dossier()
    merged = m.Account("a1", ("courier", "herald.html", "mirror"), "one text")
    now = {"a2": "a1"}
    reports = tuple(msgspec.structs.replace(r, account=now.get(r.account, r.account)) for r in one.reports)
    other = edited(accounts=(merged, *one.accounts[2:]), reports=reports)
    found = difference(other, one) if back else difference(one, other)
    assert [(g.how, g.old, g.new) for g in found.accounts] == (
        [("parted", ("a1",), "a1"), ("parted", ("a1",), "a2")] if back else [("joined", ("a1", "a2"), "a1")]
    )


def test_another_version_is_told() -> None:
    one = example.dossier()
    made = msgspec.structs.replace(one.made_by, variorum="0.2.0", digests={"table.tsv": "ffff"})
    assert difference(one, edited(made_by=made)).made_otherwise == (
        Field("variorum", "0.1.0", "0.2.0"),
        Field("table.tsv", "00ff", "ffff"),
    )


def test_the_same_report_twice_is_paired_once() -> None:
    two = dossier_of([report("a", SECOND), report("b", SECOND)])
    one = dossier_of([report("b", SECOND)])
    found = difference(two, one)
    assert [r.id for r in found.reports.left_out] == ["a"]
    assert found.claims == ()
