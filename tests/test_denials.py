"""What a speaker denies or will not comment on is never told as what they say."""

from __future__ import annotations

import re

from tests.reports import report
from variorum.api import dossier_of
from variorum.dossier.html import to_html
from variorum.model import Dossier

DENIED = (
    "A fire broke out on a ferry at Ardova on Tuesday, killing three people. "
    "Police denied that the fire was deliberate. "
    "The owner, Piet Vell, declined to comment on reports that the sprinklers had failed."
)
PASSED = "The ferry passed a safety inspection in March, Nadia Wray of the bank Oderland said in Ardova."
FAILED = "The ferry failed a safety inspection in March, Nadia Wray of the bank Oderland said in Ardova."


def made(*texts: str) -> Dossier:
    return dossier_of([report(f"r{n}", text, published="2021-03-03") for n, text in enumerate(texts)])


def test_what_is_denied_is_no_row_and_is_marked_as_denied_in_the_page() -> None:
    found = made(DENIED)
    assert not any(r.span.text == "the fire was deliberate" for c in found.claims for r in c.readings)
    (said,) = [u for u in found.utterances if "deliberate" in u.wordings[0].content.text]
    assert said.wordings[0].cue is not None
    assert said.wordings[0].cue.text == "denied"
    assert re.search(r"<em>(?:<bdi>)?denied(?:</bdi>)?:</em>", to_html(found))


def test_who_declines_to_comment_has_said_nothing() -> None:
    found = made(DENIED)
    assert not any("sprinklers" in w.content.text for u in found.utterances for w in u.wordings)


def test_passing_and_failing_a_test_is_no_agreement() -> None:
    found = made(PASSED, FAILED)
    assert not any(
        c.verdict == "AGREE"
        and {"pass", "fail"} <= {w for r in c.readings for w in ("pass", "fail") if w in r.span.text}
        for c in found.claims
    )
