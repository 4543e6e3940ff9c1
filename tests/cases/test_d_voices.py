# ruff: noqa: E501  (cases: one line a wording)
"""Public cases, section D: quotations and voices."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases.record import entity, record, rows, utterance, voices

APPOSITIONS = {
    "C26": ('Hal Brook, a surgeon, told us: "The ward has no oxygen left.\n\n"We expect deaths by morning," he added.', "Hal Brook", "surgeon"),
    "C26, nurse": (
        'Mira Lendal, a nurse, told reporters: "The ward is cold and dark.\n\n"We fear for the old," she added.',
        "Mira Lendal",
        "nurse",
    ),
    "C26, curly": (
        "Karl Oder, the harbour master, said: “The pier is gone.\n\n“We will build it again,” he added.",
        "Karl Oder",
        "harbour master",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "name", "role"), APPOSITIONS.values(), ids=APPOSITIONS)
def test_a_quotation_that_runs_over_two_paragraphs_has_one_speaker(
    text: str, name: str, role: str, tmp_path: Path
) -> None:
    """C26: CoreNLP#905."""
    made = record(tmp_path, text)
    speaker = entity(made, name)
    assert speaker.kind == "person"
    assert any(role in r.text for r in speaker.roles)
    assert {u.speaker for u in made.utterances} == {speaker.id}
    first, second = sorted((w.content for u in made.utterances for w in u.wordings), key=lambda s: s.start)
    assert first.end <= text.index("\n") < second.start
    assert first.text.rstrip('”"').endswith(".")


NICKNAMES = {
    "C27": "“The shelling did not stop,” said a fisherman known along the quay as “Smokey.”",
    "C27, called": "“The guns did not fall silent,” said a fisherman called “Smokey” by his friends.",
    "C27, nicknamed": "“The sea did not calm,” said a fisherman nicknamed “Smokey.”",
    "C27, straight": '"The shelling did not stop," said a fisherman known to all as "Smokey".',
}


@pytest.mark.parametrize("text", NICKNAMES.values(), ids=NICKNAMES)
def test_a_nickname_in_quotation_marks_is_a_name(text: str, tmp_path: Path) -> None:
    """C27: CoreNLP#1251."""
    made = record(tmp_path, text)
    (said,) = made.utterances
    assert "did not" in said.wordings[0].content.text
    assert "Smokey" not in said.wordings[0].content.text
    speaker = next(e for e in made.entities if e.id == said.speaker)
    assert speaker.kind == "person"
    assert any("Smokey" in n for n in (speaker.name, *speaker.names))
    assert any("fisherman" in m.text for m in speaker.mentions)


AFTER_THE_MARK = {
    "C29": ('"The water rose in minutes," Nadia Wray told reporters.', 'Water came up "in minutes", said resident Nadia Wray.'),
    "C29, fire": (
        "“The flames came over the ridge within an hour,” Nadia Wray told reporters.",
        "The flames came “over the ridge” within the hour, said farmer Nadia Wray.",
    ),
    "C29, said": ('"The roof fell in at once," Nadia Wray said.', 'The roof "fell in at once", said teacher Nadia Wray.'),
}  # fmt: skip


@pytest.mark.parametrize(("first", "second"), AFTER_THE_MARK.values(), ids=AFTER_THE_MARK)
def test_one_statement_quoted_whole_and_in_part_is_one_utterance(first: str, second: str, tmp_path: Path) -> None:
    """C29: spaCy#1255."""
    made = record(tmp_path, first, second)
    speaker = entity(made, "Nadia Wray")
    assert speaker.kind == "person"
    (said,) = made.utterances
    assert (said.speaker, said.verdict) == (speaker.id, "AGREE")
    assert [(w.report, w.mode) for w in said.wordings] == [("r1", "direct"), ("r2", "mixed")]


OPINIONS = {
    "C31": ("The ministry claims the dam is safe.", "Engineers said the dam is safe; villagers say cracks are widening.", "dam is safe", "cracks are widening"),
    "C31, bridge": (
        "The company claims that the bridge is sound.",
        "Builders said the bridge is sound; drivers say it sways in the wind.",
        "bridge is sound",
        "sways in the wind",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("first", "second", "opinion", "other"), OPINIONS.values(), ids=OPINIONS)
def test_an_opinion_keeps_its_voice_everywhere(
    first: str, second: str, opinion: str, other: str, tmp_path: Path
) -> None:
    """C31: arXiv 2509.25498."""
    made = record(tmp_path, first, second)
    source = "company" if "company" in first else "ministry"
    told = {(w.report, w.voice[0].text.casefold().removeprefix("the ")) for u in made.utterances for w in u.wordings}
    assert ("r1", source) in told
    assert {r for r, _ in told} == {"r1", "r2"}
    assert len({v for r, v in told if r == "r2"}) == 2
    assert utterance(made, other)
    holding = [r for c in made.claims for r in c.readings if opinion in r.span.text]
    assert all(voices(r) or source in r.span.text or "said" in r.span.text for r in holding)
    assert all(voices(r) for c in rows(made, "other", "status") for r in c.readings)
    for sentence in (s.text for story in made.stories for s in story.summary):
        if opinion in sentence:
            assert source in sentence or "ngineers" in sentence or "uilders" in sentence
    assert not [e for e in made.events if any(m.text.startswith("the " + opinion.split()[0]) for m in e.mentions)]
