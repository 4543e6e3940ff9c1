"""What is said, by whom, through whom: on invented sentences."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from variorum.annotate import coreference, mentions, quotations  # noqa: F401  (each registers its component)
from variorum.annotate.layer import report_of
from variorum.annotate.pipeline import DEFAULT_PIPELINE
from variorum.annotate.quotations import quotation_at, views, voice_at
from variorum.annotate.quote_marks import quoted
from variorum.knowledge.cues import cues, is_cue
from variorum.model import Quotation


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = spacy.load(DEFAULT_PIPELINE)
    for layer in ("variorum_mentions", "variorum_coreference", "variorum_quotations"):
        pipeline.add_pipe(layer)
    return pipeline


def said(doc: Doc) -> list[Quotation]:
    return list(doc._.quotations)


def chain(quotation: Quotation) -> list[str]:
    return [v.span.text for v in quotation.voice]


def at(doc: Doc, words: str) -> list[str]:
    """The chain of voices under which `words` stand."""
    start = doc.text.index(words)
    return [v.span.text for v in voice_at(doc._.quotations, report_of(doc).span(start, start + len(words)))]


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("He said “it is” and ‘hard times,’ the workers’ party", ["“it is”", "‘hard times,’"]),
        ('"A," he said, "B."', ['"A,"', '"B."']),
        ("'I don't know the workers' leader,' he said.", ["'I don't know the workers' leader,'"]),
        ("''It's easy,'' she said. ''I went''", ["''It's easy,''", "''I went''"]),
        ("``Yes, sir,'' he said", ["``Yes, sir,''"]),
        ("«Oui,» „Ja“", ["«Oui,»", "„Ja“"]),
        ("“Nobody closed this", ["“Nobody closed this"]),
        ("“He told me ‘no’ twice”", ["“He told me ‘no’ twice”"]),
        ("'It was dark,'' she said. 'We ran.''", ["'It was dark,''", "'We ran.''"]),
        ("”It was dark here.” — Nadia Wray", ["”It was dark here.”"]),
        ("the '90s and rock 'n' roll", []),
    ],
)
def test_quotation_marks_are_told_from_apostrophes(text: str, stretches: list[str]) -> None:
    assert [text[q.start : q.end] for q in quoted(text, 0, len(text))] == stretches


def test_an_unclosed_paragraph_and_the_next_have_one_speaker(nlp: Language) -> None:
    doc = nlp(
        'Hal Brook, a surgeon, told us: "The ward has no oxygen left.\n\n"We expect deaths by morning," he added.'
    )
    first, second = said(doc)
    assert first.content.text == '"The ward has no oxygen left.'
    assert chain(first) == ["Hal Brook"]
    assert second.content.text == '"We expect deaths by morning,"'
    assert chain(second) == ["he"]


def test_a_nickname_in_marks_is_no_speech(nlp: Language) -> None:
    (only,) = said(nlp("“The shelling did not stop,” said a fisherman known along the quay as “Smokey.”"))
    assert only.content.text == "“The shelling did not stop,”"
    assert only.source is not None
    assert only.source.text.startswith("a fisherman")


@pytest.mark.parametrize(
    ("text", "content", "mode"),
    [
        ('"The water rose in minutes," Nadia Wray told reporters.', '"The water rose in minutes,"', "direct"),
        ('Water came up "in minutes", said resident Nadia Wray.', 'Water came up "in minutes"', "mixed"),
    ],
)
def test_a_name_straight_after_the_mark_is_the_speaker(nlp: Language, text: str, content: str, mode: str) -> None:
    (only,) = said(nlp(text))
    assert (only.content.text, only.mode) == (content, mode)
    assert "Nadia Wray" in chain(only)[0]


def test_each_side_of_a_semicolon_keeps_its_voice(nlp: Language) -> None:
    doc = nlp("Engineers said the dam is safe; villagers say cracks are widening.")
    assert at(doc, "the dam is safe") == ["Engineers"]
    assert at(doc, "cracks are widening") == ["villagers"]
    assert at(nlp("The ministry claims the dam is safe."), "the dam is safe")[0].endswith("ministry")


def test_a_quotation_split_by_its_cue_is_one_span(nlp: Language) -> None:
    (only,) = said(nlp('"A big wave," he said, "was coming."'))
    assert only.content.text == '"A big wave," he said, "was coming."'


@pytest.mark.parametrize(
    ("text", "content", "voices"),
    [
        ("The bridge is closed, according to the army.", "The bridge is closed", ["army"]),
        ("According to the army, the bridge is closed.", "the bridge is closed", ["army"]),
        ("The bridge fell, reported Radio North.", "The bridge fell", ["Radio North"]),
        ("He called the attack a reprisal.", "the attack a reprisal", ["He"]),
        ("She accused the army of shelling homes.", "the army of shelling homes", ["She"]),
        ("Tass quoted Ivan Petrov as saying the bridge was closed.", "the bridge was closed", ["Ivan Petrov", "Tass"]),
    ],
)
def test_indirect_speech_has_its_content_and_voices(nlp: Language, text: str, content: str, voices: list[str]) -> None:
    (only,) = said(nlp(text))
    assert only.content.text == content
    assert [c.removeprefix("the ") for c in chain(only)] == voices


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The mayor attacked the plan as “a gift to thieves” on Monday.", "the plan as “a gift to thieves”"),
        ("The mayor blasted the paper for being “wholly dishonest.”", "the paper for being “wholly dishonest.”"),
        ("The mayor vowed to punish “those who lied to us.”", "to punish “those who lied to us.”"),
        ("The court rated the claim as “mostly false.”", "the claim as “mostly false.”"),
        ("The mayor likened the plan to a “slow fire.”", "the plan to a “slow fire.”"),
        ("The mayor has used the phrase “rotten harvest” often.", "“rotten harvest”"),
    ],
)
def test_what_is_held_in_quoted_words_is_said(nlp: Language, text: str, content: str) -> None:
    assert [q.content.text for q in said(nlp(text))] == [content]
    assert views(nlp(text)) == ()


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ('"I like Hal," she said, but "he never listens."', '"I like Hal," she said, but "he never listens."'),
        (
            "On the broadcast of “Ardova Today,” Nadia Wray said the plan was only “for show.”",
            "the plan was only “for show.”",
        ),
        ("Belmar said it was ready and warned Ardova to stop the test.", "it was ready"),
        (
            "These men, Nadia Wray explained on Monday, were paid in cash.",
            "These men, Nadia Wray explained on Monday, were paid in cash",
        ),
        ("After saying her foot was “badly swollen,” Nadia Wray was taken home.", "her foot was “badly swollen,”"),
    ],
)
def test_a_content_is_whole_and_holds_no_further_act(nlp: Language, text: str, content: str) -> None:
    assert content in [q.content.text for q in said(nlp(text))]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "Hal Brook said the well was empty, according to Radio North.",
            ["Hal Brook said the well was empty", "the well was empty"],
        ),
        ("ARDOVA, Belmar — The bridge fell on Monday, officials said.", ["The bridge fell on Monday"]),
        ("Belmar said on Wednesday it had tested a missile.", ["it had tested a missile"]),
        (
            "The prefecture took the crash as an attack, reported French media, adding that the driver was shot.",
            ["The prefecture took the crash as an attack", "that the driver was shot"],
        ),
        ("Ms. Wray, when asked whether she believed it, smiled.", []),
    ],
)
def test_a_content_leaves_out_what_frames_it(nlp: Language, text: str, contents: list[str]) -> None:
    assert [q.content.text for q in said(nlp(text))] == contents


def test_rebels_who_attack_a_named_quarter_say_nothing(nlp: Language) -> None:
    assert said(nlp("Rebels attacked the “Green Zone” on Monday.")) == []


def test_the_agency_that_was_told_follows_the_speaker(nlp: Language) -> None:
    (only,) = said(nlp('"We saw smoke," Nadia Wray told Reuters.'))
    assert chain(only) == ["Nadia Wray", "Reuters"]


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        ("Nadia Wray told Ardova Weekly that the bridge was closed.", ["Nadia Wray", "Ardova Weekly"]),
        ("Nadia Wray told KTBX the bridge was closed.", ["Nadia Wray", "KTBX"]),
        ("Nadia Wray told ardova.com that the bridge was closed.", ["Nadia Wray"]),
        ("Nadia Wray told Congress that the bridge was closed.", ["Nadia Wray"]),
        ("Nadia Wray told Amy Sun that the bridge was closed.", ["Nadia Wray"]),
        ("Speaking to Radio North, Nadia Wray said the bridge was closed.", ["Nadia Wray", "Radio North"]),
        ("A letter seen by Sky News says the bridge was closed.", ["A letter", "Sky News"]),
        ("A letter seen by the mayor says the bridge was closed.", ["A letter"]),
    ],
)
def test_an_outlet_that_was_told_or_shown_follows_and_others_do_not(
    nlp: Language, text: str, voices: list[str]
) -> None:
    assert at(nlp(text), "bridge was closed") == voices


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        ("Reuters quoted Nadia Wray as saying, “The bridge was closed.”", ["Nadia Wray", "Reuters"]),
        ("“The bridge was closed,” Reuters quoted her as saying.", ["her", "Reuters"]),
        ("“The bridge was closed,” Reuters quoted the mayor.", ["the mayor", "Reuters"]),
        ("“The bridge was closed,” the court quoted the mayor.", ["the court"]),
        ("The Ardova Times quoted Mayor Nadia Wray: “The bridge was closed at noon.”", ["Nadia Wray", "Ardova Times"]),
        ("Citing two officials, Reuters reported that the bridge was closed.", ["two officials", "Reuters"]),
        ("Reuters said the bridge was closed, citing a lack of steel.", ["Reuters"]),
        ("The mayor said the bridge was closed, citing two engineers.", ["The mayor"]),
        ("According to Reuters, citing two officials, the bridge was closed.", ["two officials", "Reuters"]),
    ],
)
def test_whom_a_medium_quotes_or_cites_speaks_through_it(nlp: Language, text: str, voices: list[str]) -> None:
    assert at(nlp(text), "ridge was closed") == voices


def test_words_within_words_carry_both_voices(nlp: Language) -> None:
    doc = nlp("Nadia Wray said the bridge was closed, according to the army.")
    assert [c.removeprefix("the ") for c in at(doc, "the bridge was closed")] == ["Nadia Wray", "army"]


def test_adding_goes_on_with_the_same_speaker(nlp: Language) -> None:
    doc = nlp("The mayor said the bridge was closed, adding that two roads were flooded.")
    assert at(doc, "two roads were flooded") == at(doc, "the bridge was closed")
    assert "adding" not in said(doc)[0].content.text


def test_i_think_within_speech_adds_no_voice(nlp: Language) -> None:
    doc = nlp('"I think the bridge will fall," Nadia Wray said.')
    assert at(doc, "the bridge will fall") == ["Nadia Wray"]


def test_a_quoted_sentence_without_cue_goes_on_with_the_speaker(nlp: Language) -> None:
    doc = nlp('"It was dark," Nadia Wray said. "Nobody could see the road."')
    assert at(doc, "Nobody could see the road") == ["Nadia Wray"]
    assert said(doc)[1].cue is None


def test_who_declines_to_comment_says_nothing(nlp: Language) -> None:
    doc = nlp("The spokesman declined to comment on the raid.")
    assert said(doc)[0].declined
    assert at(doc, "the raid") == []


def test_the_speaker_and_the_cue_are_the_reports_own_words(nlp: Language) -> None:
    doc = nlp("The bridge, officials said, is closed.")
    start = doc.text.index("officials said")
    assert quotation_at(doc._.quotations, report_of(doc).span(start, start + 14)) is None


@pytest.mark.parametrize(
    "text", ["She did not say whether the bridge was safe.", "The footage shows the bridge is gone."]
)
def test_what_is_not_said_is_no_quotation(nlp: Language, text: str) -> None:
    assert said(nlp(text)) == []


def test_what_is_wanted_is_a_view_and_no_quotation(nlp: Language) -> None:
    doc = nlp("The party backs the new bridge.")
    assert said(doc) == []
    assert [q.content.text for q in views(doc)] == ["the new bridge"]


def test_every_span_stands_where_it_says(nlp: Language) -> None:
    text = 'PARIS (Norpress) - The toll rose, Ann Lee said on Friday. "It hurts," she told Radio North. He denied it.'
    doc = nlp(text)
    for q in said(doc):
        for span in (q.content, q.cue, q.source, *(v.span for v in q.voice)):
            assert span is None or text[span.start : span.end] == span.text


def test_each_cue_has_a_known_kind() -> None:
    assert is_cue("say", "say")
    assert not is_cue("eat", "say", "attitude")
    assert all(cues().values())


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Anna Berg announced in a notice that she grew up on a farm near Ardova.\n",
            "that she grew up on a farm near Ardova",
        ),
        (
            "The Orva Works said in a notice issued on Thursday that keeping the bridge shut will save money.\n",
            "that keeping the bridge shut will save money",
        ),
        ("Anna Berg pledged to rebuild the bridge by June.\n", "to rebuild the bridge by June"),
        (
            "Farmers are calling for drivers who cross the old bridge to be fined.\n",
            "drivers who cross the old bridge to be fined",
        ),
        (
            "Karl Oder is under fire after a video surfaced of him warning that the bridge was old.\n",
            "that the bridge was old",
        ),
    ],
)
def test_words_are_found_where_the_parser_hangs_them_elsewhere(nlp: Language, text: str, content: str) -> None:
    assert content in [q.content.text for q in said(nlp(text))]


def test_quoted_words_without_a_clause_are_the_verbs_before_them(nlp: Language) -> None:
    found = said(nlp("Anna Berg spoke on Tuesday. She blasted “reckless drivers and greedy coach owners.”\n"))
    assert [(q.content.text, q.source.text if q.source else None) for q in found] == [
        ("“reckless drivers and greedy coach owners.”", "She")
    ]


def test_quoted_words_beside_a_deed_are_not_the_doers(nlp: Language) -> None:
    assert not said(nlp("Anna Berg continued to use the bridge despite warnings about “dangerous old planks.”\n"))


def test_a_headlines_quoted_words_are_whose_they_are_below(nlp: Language) -> None:
    text = (
        "Ardova reels as fall “could have been far worse”\n\nThe bridge fell on Tuesday.\n\n“It could have been far worse,” "
        "Anna Berg said.\n"
    )
    assert [[v.span.text for v in q.voice] for q in said(nlp(text))] == [["Anna Berg"], ["Anna Berg"]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "As Anna Berg pointed out, “the owners of the coaches pay the bill” in the end.\n",
            [("Anna Berg", "“the owners of the coaches pay the bill”")],
        ),
        ("Though Anna Berg doesn’t use the word “closed,” the bridge will stay empty.\n", []),
        ("Orva First, a group of drivers that fights the council, posted the footage on Tuesday.\n", []),
        ("As the row went on and threatened to become the talk of the town, the bridge fell.\n", []),
        (
            "Anna Berg told the council that she would stay even if the bridge fell.\n",
            [("Anna Berg", "that she would stay even if the bridge fell")],
        ),
        (
            "Ms. Berg, one of the few drivers behind Karl Oder, said that the bridge was old.\n",
            [("Berg", "that the bridge was old")],
        ),
    ],
)
def test_who_says_it_and_how_far_it_goes(nlp: Language, text: str, found: list[tuple[str, str]]) -> None:
    assert [(q.voice[0].span.text, q.content.text) for q in said(nlp(text))] == found


def test_a_question_before_anothers_cue_is_not_part_of_his_words(nlp: Language) -> None:
    text = "“Wait for what? Wait until when?” Then Anna Berg concludes: “The bridge needs help, not words.”\n"
    assert "“The bridge needs help, not words.”" in [q.content.text for q in said(nlp(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "In Ardova, the Orva Council called a meeting for later Friday and UN chief Anna Berg said talks would go on.\n",
            [("Anna Berg", "talks would go on")],
        ),
        ("Anna Berg claimed to have seen the bridge fall.\n", [("Anna Berg", "to have seen the bridge fall")]),
        ("Anna Berg warned against crossing the bridge.\n", [("Anna Berg", "against crossing the bridge")]),
        ("The drivers were attacked by men “from the far bank and beyond”.\n", []),
    ],
)
def test_claims_warnings_and_the_second_of_two_speakers(nlp: Language, text: str, found: list[tuple[str, str]]) -> None:
    assert [(q.voice[0].span.text, q.content.text) for q in said(nlp(text))] == found
