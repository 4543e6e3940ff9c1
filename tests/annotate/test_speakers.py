"""Whom the words of a quotation leave open, and who is meant: on invented sentences."""

from __future__ import annotations

import pytest

from tests.reports import report
from variorum.annotate.pipeline import annotate


def speakers(text: str) -> list[tuple[str, str | None]]:
    """The words of each first voice, and the entity that it is led to."""
    made = annotate(report("one", text))
    found = []
    for quotation in made.quotations:
        voice = quotation.voice[0]
        mention = made.mentions[voice.mention] if voice.mention is not None else None
        entity = mention.entity if mention is not None else None
        found.append((voice.span.text, made.entities[entity].name if entity is not None else None))
    return found


OPENING = "The bridge at Ardova fell on Tuesday.\n\n"


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ('"It was dark," Nadia Wray told Radio North.\n\nShe said the lamps were out.\n', ("She", "Nadia Wray")),
        (
            'Hal Brook said he had seen it. "A woman was there. Her son was on the ground," he told Radio North.\n',
            ("he", "Hal Brook"),
        ),
        (
            "The girl's grandfather told a reporter that the bridge was old.\n\nThe man also said that it had been shut.\n",
            ("The man", "The girl's grandfather"),
        ),
    ],
)
def test_an_open_speaker_is_who_spoke_before(text: str, last: tuple[str, str]) -> None:
    assert speakers(OPENING + text)[-1] == last


def test_an_open_speaker_stays_open_where_another_stands_between() -> None:
    text = OPENING + (
        '"It was dark," Hal Brook told Radio North. Another man, Karl Oder, ran to the river. The man said it was cold.\n'
    )
    assert speakers(text)[-1][1] != "Hal Brook"


def test_the_two_officers_are_the_two_just_named() -> None:
    text = "Hal Brook and Karl Oder both praised the bridge.\n\n“It will stand,” the two officers said.\n"
    made = annotate(report("one", OPENING + text))
    assert [v.span.text for v in made.quotations[-1].voice] == ["Hal Brook", "Karl Oder"]


def test_words_announced_by_a_colon_are_the_next_paragraphs() -> None:
    text = "Hal Brook praised the bridge.\n\nBrook also said:\n\n“The bridge has stood here for a hundred years.”\n"
    assert speakers(OPENING + text) == [("Brook", "Hal Brook")]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            '"We are worried," spokesman Hal Brook was quoted by Radio North as saying.',
            ["Hal Brook", "Radio North"],
        ),
        ("“It will fall,” a woman can be heard saying in the video.", ["a woman"]),
        (
            "In a meeting with General Hal Brook, General Karl Oder, head of the council, also said Belmar would stay.",
            ["Karl Oder"],
        ),
        ("Head of the Belmar State Council's Defence Committee Karl Oder said that it was a game.", ["Karl Oder"]),
        ('"Stay at home," wrote on Twitter Nadia Wray, mayor of Ardova.', ["Nadia Wray"]),
    ],
)
def test_the_speaker_is_read_where_the_parser_sees_none(text: str, chain: list[str]) -> None:
    found = annotate(report("one", text + "\n")).quotations
    assert [v.span.text.removeprefix("Twitter ") for v in found[-1].voice] == chain


def test_a_pronoun_led_to_a_word_within_the_source_is_the_named_speaker() -> None:
    text = OPENING + (
        "Chairman of the Belmar State Council's Defence Committee Karl Oder said that it was a game.\n\nHe noted that it "
        "was late.\n\n“It was dark here,” he said.\n"
    )
    assert {entity for _, entity in speakers(text)} == {"Karl Oder"}


PLEDGE = "Hal Brook came to Ardova on Monday.\n\nBrook said the bridge is strong. {}\n\nHe added that it was old.\n"


def test_a_pledge_between_two_tellings_of_one_speaker_is_his() -> None:
    made = annotate(report("one", PLEDGE.format("France will always support the city.")))
    assert ("France will always support the city", "Brook") in [
        (q.content.text, q.voice[0].span.text) for q in made.quotations
    ]


@pytest.mark.parametrize(
    "sentence", ["The bridge was built in March.", "Belmar has two bridges.", "He will leave soon."]
)
def test_what_a_report_tells_between_two_tellings_is_its_own(sentence: str) -> None:
    made = annotate(report("one", PLEDGE.format(sentence)))
    assert not any(q.content.text in sentence for q in made.quotations)


def test_a_name_in_small_letters_before_who_is_the_speaker() -> None:
    assert speakers("They answered arteaga, who said that the bridge was closed.") == [("arteaga", None)]


def test_who_goes_on_under_a_description_is_who_spoke_before() -> None:
    text = OPENING + '"It was dark," Hal Brook said.\n\n"It was cold too," the senator added.\n'
    assert speakers(text)[-1] == ("the senator", "Hal Brook")


def test_the_next_words_after_a_cited_paper_are_the_speakers() -> None:
    text = (
        OPENING + '"It was dark," said Hal Brook, according to Radio North. "Nobody could see the river that night."\n'
    )
    assert speakers(text)[-1][1] == "Hal Brook"


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Belmar's guidelines say that every bridge must be tested once a year.\n", "Belmar"),
        ('"The lamps were out," said a news release from the Ardova Council.\n', "Ardova Council"),
        (
            'The Ardova Council said in a statement that the bridge was old.\n\n"The lamps were out," the statement said.\n',
            "Ardova Council",
        ),
    ],
)
def test_a_paper_says_what_its_issuer_says(text: str, last: str) -> None:
    assert speakers(OPENING + text)[-1][1] == last


def test_an_embedded_post_is_said_by_who_signs_it() -> None:
    text = (
        "Nadia Wray was there.\n\nThe lamps on the bridge were out. We were told that it was safe. https://t.co/a1 — "
        "Nadia Wray (@nadiawray) May 2, 2018\n"
    )
    made = annotate(report("one", OPENING + text))
    found = next(q for q in made.quotations if q.mode == "direct")
    assert found.content.text == "The lamps on the bridge were out. We were told that it was safe."
    assert [v.span.text for v in found.voice] == ["Nadia Wray"]


def test_a_dash_before_a_handle_in_running_text_is_no_post() -> None:
    text = "The bridge — built by the Orva Works — has a page (@orvabridge), which few read.\n"
    assert not annotate(report("one", OPENING + text)).quotations


def test_two_papers_of_one_issuer_are_two_voices() -> None:
    text = (
        "The notice from the Ardova Council said the lamps were out, according to a statement released by the Ardova "
        "Council.\n"
    )
    made = annotate(report("one", OPENING + text))
    assert any(len(q.voice) == 2 for q in made.quotations)


def test_he_is_no_one_of_whom_only_the_quoted_words_tell() -> None:
    text = (
        "Hal Brook runs the works. Karl Oder, the council's director, came on Tuesday.\n\nOder said the lamps were out. "
        "“Hal Brook knew that the bridge was old,” he said.\n"
    )
    assert speakers(OPENING + text)[-1] == ("he", "Karl Oder")


def test_the_spokesman_of_somebody_is_another_than_he() -> None:
    assert speakers("A spokesman for Mr. Brook, Karl Oder, said that the bridge was old.\n")[-1][0] == "Karl Oder"


def test_whom_the_last_speaker_told_of_in_one_breath_does_not_speak_next() -> None:
    text = (
        "Hal Brook sought to calm the drivers by comparing the bridge to one built by Karl Oder, saying, “It will stand for "
        "years.”\n\n“If they believe this man was right, they must wait,” he said.\n"
    )
    assert speakers(OPENING + text)[-1] == ("he", "Hal Brook")


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            '"It was dark," Karl Oder said at the river.\n\nThe former Norland governor said the lamps were out.\n',
            ("The former Norland governor", "Karl Oder"),
        ),
        (
            "Nadia Wray told Radio North that it was dark.\n\n“The lamps were out,” the 43-year-old singer said.\n",
            ("the 43-year-old singer", "Nadia Wray"),
        ),
        (
            "Rep. Hal Brook spoke to Karl Oder on Monday.\n\n“The lamps were out,” the seven-term congressman said.\n",
            ("the seven-term congressman", "Hal Brook"),
        ),
    ],
)
def test_a_speaker_told_by_a_trait_is_the_named_one_told_of_before(text: str, last: tuple[str, str]) -> None:
    assert speakers(OPENING + text)[-1] == last


@pytest.mark.parametrize(
    "text",
    [
        '"It was dark," Karl Oder said at the river.\n\nThe police chief said the lamps were out.\n',
        '"It was dark," Karl Oder said at the river.\n\nThe former aide said the lamps were out.\n',
        "Nadia Wray waved, and Karl Oder left. “The lamps were out,” the 43-year-old singer said.\n",
    ],
)
def test_a_description_that_may_bring_in_another_is_led_to_nobody(text: str) -> None:
    assert speakers(OPENING + text)[-1][1] not in ("Karl Oder", "Nadia Wray")


def test_a_host_may_be_a_woman_and_speaks_in_the_sentence_after_her_own() -> None:
    text = (
        'Hal Brook said he was "glad" of the vote.\n\nTalk-show host Ellen Wray began a campaign called Dark Water. '
        'By shutting the bridge, she said, the town was "asking for trouble."\n'
    )
    assert speakers(OPENING + text)[-1] == ("she", "Ellen Wray")


def test_who_speaks_in_a_caption_does_not_go_on_in_the_text() -> None:
    text = (
        "Nadia Wray claims she was sent away. She told the guard that she was hurt, according to Wray.\n"
        "Coach Karl Tarn tweeted that the bridge needs lamps\n"
        '"I did not say a word," she said. "I sat down."\n'
    )
    assert speakers(OPENING + text)[-1][1] == "Nadia Wray"


def test_who_asks_along_the_way_is_not_who_goes_on() -> None:
    text = (
        "Rep. Hal Brook was seen on Monday pushing a young man after the man came up to the lawmaker and asked "
        'if he liked the "new bridge."\n\n"No matter how hard it gets, that is no excuse for my answer," he added, '
        'shortly after sending out a letter in which he said he "deeply" regrets it.\n'
    )
    assert [name for _, name in speakers("Hal Brook said he is sorry.\n\n" + text)][-2:] == ["Hal Brook", "Hal Brook"]


def test_a_headlines_speaker_without_article_is_the_one_described_so() -> None:
    text = (
        "A Norair spokesman said the bridge was shut.\n\nNorair spokesman: 'We are sorry for what has happened here.'\n"
    )
    assert speakers(OPENING + text)[-1] == ("Norair spokesman", "A Norair spokesman")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("According to Vexo founder Karl Oder: 'The bridge will stand for years or so.'\n", ("Karl Oder", "Karl Oder")),
        (
            "Park Su-hyun, spokesman of South Korean President Kang Jae-in, said the bridge was old.\n",
            ("Park Su-hyun", "Park Su-hyun"),
        ),
    ],
)  # fmt: skip
def test_a_name_that_closes_or_opens_the_words_for_the_speaker_is_the_speaker(
    text: str, first: tuple[str, str]
) -> None:
    assert speakers(OPENING + text)[0] == first


def test_what_stands_between_a_quotation_and_a_colon_is_no_speaker_unless_it_can_speak() -> None:
    statement = "“checking” the matter and gave this statement by email: “Our bridges are safe.”"
    text = f"Karl Oder told Radio North that it is {statement}\n"
    assert all("matter" not in words for words, _ in speakers(OPENING + text))


@pytest.mark.parametrize("signature", ["BelmarCouncil (@BCouncil)", "Belmar Council ‎ ‎انوشے (@BCouncil)"])
def test_who_signs_a_post_is_known_by_a_name_in_one_word_or_two_scripts(signature: str) -> None:
    text = f"The Belmar Council said it would help.\n\nPublic safety matters to all of us here. — {signature} January 1, 2018\n"
    assert speakers(OPENING + text)[-1][1] == "Belmar Council"


def test_a_noun_announces_what_a_message_says_behind_a_colon() -> None:
    text = "The mayor had a message for Karl Oder: the town will not pay.\n\nThe council had no answer: the town was dark.\n"
    made = annotate(report("one", OPENING + text))
    assert [(q.source.text, q.content.text) for q in made.quotations if q.source] == [
        ("The mayor", "the town will not pay")
    ]


def test_a_description_before_a_colon_is_the_one_person_before_whose_name_it_stands() -> None:
    text = "Norair Chief Executive: 'We Will Not Pay For That Old Wall'\n\n"
    text += "Norair Chief Executive Karl Oder says the line will not pay for a wall.\n"
    assert speakers(text)[0] == ("Norair Chief Executive", "Karl Oder")
