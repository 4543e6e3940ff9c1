"""Lines in Title Case or capitals are lowered for the tagger, names kept, every offset kept."""

from __future__ import annotations

import pytest

from variorum.annotate.casing import restore_case
from variorum.model import Block, Report

BODY = (
    "Police said on Tuesday that the ferry Blue Heron had struck a bridge near Belmar. "
    "Commander Nadia Wray of NATO told the Security Council that the army would help. "
    "The Council met at night; security was tight. Ardova's mayor thanked U.N. staff."
)


def report(headline: str, body: str = BODY) -> Report:
    text = f"{headline}\n\n{body}"
    blocks = (Block("headline", 0, len(headline)), Block("body", len(headline) + 2, len(text)))
    return Report(id="r", source="r.txt", sha256="", text=text, blocks=blocks)


def cased(headline: str, body: str = BODY) -> str:
    return restore_case(report(headline, body)).split("\n")[0]


@pytest.mark.parametrize(
    ("headline", "lowered"),
    [
        ("Tourist Ferry Strikes Bridge Near Belmar", "Tourist ferry strikes bridge near Belmar"),
        ("Army Sends Aid to Ardova After Ferry Wreck", "Army sends aid to Ardova after ferry wreck"),
        ("Nadia Wray Briefs NATO on Ferry Wreck", "Nadia Wray briefs NATO on ferry wreck"),
        ("Wray Thanks Security Council for Its Help", "Wray thanks Security Council for its help"),
        ("Tight Security Planned for Night Meeting", "Tight security planned for night meeting"),
        ("Wray’s Visit ‘Useful’ to U.S.-Norwegian Ties", "Wray’s visit ‘useful’ to U.S.-Norwegian ties"),
        ("Ferry Wreck Reported on Monday in Kenya", "Ferry wreck reported on Monday in Kenya"),
        ("FERRY HITS BRIDGE NEAR BELMAR", "Ferry hits bridge near Belmar"),
        ("UN IN FOCUS", "UN in focus"),
        ("Ferry Strikes Bridge. Nobody Knows Where", "Ferry strikes bridge. Nobody knows where"),
    ],
)
def test_title_case_becomes_sentence_case_and_names_stay(headline: str, lowered: str) -> None:
    assert cased(headline) == lowered


@pytest.mark.parametrize(
    "headline",
    [
        "Ferry strikes bridge near Belmar, Wray says",
        "Nadia Wray meets Karim Haddawi in Belmar",
        "NADIA WRAY, HOST:",
        "Wray Told Belmar Council It Would Rain On Tuesday Night.",
    ],
)
def test_a_line_in_sentence_case_and_a_speakers_label_stay(headline: str) -> None:
    assert cased(headline) == headline


def test_a_dateline_in_capitals_stays() -> None:
    body = "BELMAR, Norland — The ferry struck a bridge, police said."
    assert restore_case(report("Ferry Strikes Old Bridge", body)).endswith(body)


def test_a_letter_whose_small_form_is_longer_is_left() -> None:
    text = cased("Crowds Leave İskele Harbour Before Storm", "The crowds left the harbour.")
    assert len(text) == len("Crowds Leave İskele Harbour Before Storm")
    assert text.startswith("Crowds leave İskele harbour")


def test_what_is_set_aside_is_neither_changed_nor_evidence() -> None:
    text = "Ferry Strikes Stone Bridge\n\nRead more: The Stone Bridge\n\nThe ferry struck a stone bridge."
    blocks = (Block("headline", 0, 26), Block("teaser", 28, 55, "a pointer"), Block("body", 57, len(text)))
    restored = restore_case(Report(id="r", source="r", sha256="", text=text, blocks=blocks))
    assert restored == "Ferry strikes stone bridge" + text[26:]


def test_a_line_of_names_below_the_headline_stays() -> None:
    text = f"Ferry strikes bridge\n\n{BODY}\n\nJonas Brek for Kelt Motors"
    last = text.rindex("\n") + 1
    blocks = (Block("headline", 0, 20), Block("body", 22, last - 2), Block("body", last, len(text)))
    assert restore_case(Report(id="r", source="r", sha256="", text=text, blocks=blocks)) == text
