"""Acts of saying whose words are one utterance are one event, in whatever verb they are told."""

from __future__ import annotations

from tests.reports import report
from variorum.api import dossier_of


def sayings(*texts: str) -> list[set[str]]:
    record = dossier_of([report(f"r{n}", text, published="2021-03-03") for n, text in enumerate(texts)])
    return [{m.text for m in e.mentions} for e in record.events]


SAID = '"The old bridge over the Ard will be closed for repairs until autumn," Mayor Mira Lendal told the Belmar Post.'
AGAIN = '"The old bridge over the Ard will be closed for repairs until autumn," Mayor Mira Lendal said on Monday.'


def test_one_utterance_is_told_to_be_made_in_one_event() -> None:
    found = [words for words in sayings(SAID, AGAIN) if any("Lendal" in w for w in words)]
    assert len(found) == 1
    assert any("told" in w for w in found[0])
    assert any("said" in w for w in found[0])


def test_other_words_of_the_same_speaker_are_another_event() -> None:
    other = '"We hired two new drivers for the ferry to Ardova," Mayor Mira Lendal said on Monday.'
    assert len([words for words in sayings(SAID, other) if any("Lendal" in w for w in words)]) == 2


def test_what_a_report_tells_to_be_posted_on_a_day_and_what_it_tells_without_one_are_two() -> None:
    text = (
        '"The bridge is closed," Mira Lendal posted on Twitter on Sunday. The mayor was late. '
        'Days before, "The ferry will sail again soon," Mira Lendal posted on Twitter.'
    )
    assert len([words for words in sayings(text) if any("posted on Twitter" in w for w in words)]) == 2
