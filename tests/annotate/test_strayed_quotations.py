"""Words that the parser, the printer or the report puts away from who says them: on invented sentences."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from tests.reports import report
from variorum.annotate.pipeline import DEFAULT_PIPELINE, annotate
from variorum.annotate.quote_marks import paragraphs, running_on
from variorum.annotate.speakers import sentence_before
from variorum.model import Quotation


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = spacy.load(DEFAULT_PIPELINE)
    for layer in ("variorum_mentions", "variorum_coreference", "variorum_quotations"):
        pipeline.add_pipe(layer)
    return pipeline


def told(doc: Doc) -> list[tuple[str, str]]:
    """The words and the nearest voice of each quotation."""
    return [(q.content.text, q.voice[0].span.text if q.voice else "") for q in doc._.quotations]


def spoken_by(text: str, words: str) -> list[str]:
    """The names of the one who says `words`."""
    annotation = annotate(report("a", text))
    said: Quotation = next(q for q in annotation.quotations if words in q.content.text)
    mention = annotation.mentions[said.voice[0].mention] if said.voice and said.voice[0].mention is not None else None
    return [] if mention is None or mention.entity is None else list(annotation.entities[mention.entity].names)


@pytest.mark.parametrize(
    ("text", "content", "voice"),
    [
        (
            "It was a fire, which she said was started by between 10 and 30 people.",
            "was started by between 10 and 30 people",
            "she",
        ),
        (
            "The mayor wants a wall, which he estimates would cost about $8 million.",
            "would cost about $8 million",
            "he",
        ),
        (
            "The ferry line claimed at the time it does not tolerate smoking.",
            "it does not tolerate smoking",
            "ferry line",
        ),
        (
            "The bank said in a statement it learned of the theft on July 29.",
            "it learned of the theft on July 29",
            "The bank",
        ),
        (
            "Lindt said, as a taxpayer, he’s not willing to fund the wall.",
            "as a taxpayer, he’s not willing to fund the wall",
            "Lindt",
        ),
        (
            "The bank has suffered since its announcement last month that thieves emptied its vault.",
            "that thieves emptied its vault",
            "its",
        ),
        (
            "Mayor Carl Lindt made it loud and clear that he won’t be paying for the wall.",
            "that he won’t be paying for the wall",
            "Carl Lindt",
        ),
        (
            "Norspace confirmed on Friday that it had re-established contact with the probe.",
            "that it had re-established contact with the probe",
            "Norspace",
        ),
        (
            "Lee's guidelines for iOS apps say that exclusively violent apps or apps which allow thefts do not belong there.",
            "that exclusively violent apps or apps which allow thefts do not belong there",
            "Lee's guidelines for iOS apps",
        ),
        (
            "Minutes later, a shot rang out, Connolly told Radio North.",
            "Minutes later, a shot rang out",
            "Connolly",
        ),
        (
            "The app was singled out by prime minister Teresa Mey who said the app is a place where thieves can hide.",
            "the app is a place where thieves can hide",
            "Teresa Mey",
        ),
        (
            "Rep. Ed Roy was among the many people who called on Berg to abandon the plan.",
            "to abandon the plan",
            "Ed Roy",
        ),
        (
            "The scandal forced the mayor to admit that he had known of it.",
            "that he had known of it",
            "the mayor",
        ),
        (
            "The driver did not belong to any party or church, the brother of the owner, Eric Paddo, from Ardova, said.",
            "The driver did not belong to any party or church",
            "Eric Paddo",
        ),
        (
            'The speaker, who made remarks including calling strangers "criminals" and "thieves," insists he\'ll build a wall.',
            "he'll build a wall",
            "The speaker",
        ),
        (
            '"Who are you!" the seven-term congressman demands.',
            '"Who are you!"',
            "the seven-term congressman",
        ),
        (
            'Foreign banks are behind the "River Files", a state-run Ardovan newspaper alleged Tuesday, as radio avoided it.',
            'Foreign banks are behind the "River Files"',
            "a state-run Ardovan newspaper",
        ),
        (
            "Hamlin was unhappy that the race was stopped for a second time, calling conditions 'normal'.",
            "conditions 'normal'",
            "Hamlin",
        ),
        (
            "Berg, a Democrat, is seen in an amateur video grabbing the wrist of a young man after the man approached the "
            "congressman and asked if he supported the plan.",
            "if he supported the plan",
            "the man",
        ),
        (
            "The app has been accused of harbouring violent content on its platform and was recently singled out by prime "
            "minister Teresa Mey who said the app acts as a place where thieves can hide.",
            "the app acts as a place where thieves can hide",
            "Teresa Mey",
        ),
        ("“Tell me who you are,” Mr. Berg said.", "“Tell me who you are,”", "Berg"),
        (
            "Norbank said it expects a loss of $20 million, while Bank of Belmar will take a $3 million charge.",
            "it expects a loss of $20 million",
            "Norbank",
        ),
        (
            "The company’s founder and chief executive said the store removed the app.",
            "the store removed the app",
            "The company’s founder",
        ),
        (
            "Berg revised his plan, promising to focus more of its benefits on the poor.",
            "to focus more of its benefits on the poor",
            "Berg",
        ),
        (
            'Women hold up placards that read "Where are you? This worries us!" during a protest.',
            '"Where are you? This worries us!"',
            "placards",
        ),
        (
            "Spokesman Hal Brook: 'We are sorry for it. We take pride in our ships",
            "'We are sorry for it. We take pride in our ships",
            "Hal Brook",
        ),
    ],
)
def test_words_away_from_their_cue_are_found(nlp: Language, text: str, content: str, voice: str) -> None:
    assert told(nlp(text)) == [(content, voice)]


def test_what_another_passed_on_is_not_his_within_the_firsts_words(nlp: Language) -> None:
    said = 'the boy "was treated for serious, but not grave injuries,"'
    assert told(nlp(f"Police said {said} Norpress.com reported.")) == [
        (f"Police said {said}", "Norpress.com"),
        (said, "Police"),
    ]


def test_speech_left_open_goes_on_below_a_caption(nlp: Language) -> None:
    doc = nlp(
        'Prosecutor Ann Lee said in a statement: "The fire is being looked into.\n\nThe harbour in March.\n\n'
        '"When the review is complete, we will tell you."'
    )
    assert [voice for _, voice in told(doc)] == ["Ann Lee", "Ann Lee"]


def test_paragraphs_between_an_opening_mark_and_its_closing_one_are_speech() -> None:
    text = "“Nobody asked us.\n\nIt was dark.\n\nWe left.” Then he rose.\n\n“Yes,” he said."
    assert [text[q.start : q.end] for q in running_on(text, paragraphs(text))] == ["It was dark.", "We left.”"]
    anew = "“Nobody asked us.\n\n“It was dark.”\n\nThey left."
    assert running_on(anew, paragraphs(anew)) == []


def test_quoted_words_without_cue_are_the_one_speakers_of_their_paragraph(nlp: Language) -> None:
    doc = nlp(
        "All worked properly, a source told Norpress. However, contact was later “lost and the signal ceased to arrive.”"
    )
    assert told(doc)[-1] == ("“lost and the signal ceased to arrive.”", "a source")


def test_a_headline_tells_what_somebody_says() -> None:
    text = (
        "Berg Calls Wall A 'Shame,' Says He's Unlikely To Pay\n\nARDOVA - Carl Berg, the mayor of Ardova, spoke of the "
        "wall. Berg was tired of it."
    )
    assert "Berg" in spoken_by(text, "Unlikely To Pay")[0]


def test_he_who_speaks_after_a_sentence_about_one_man_is_that_man() -> None:
    text = (
        "Donald Norg is hated in Ardova. Norg knows it. Norg wants a wall. Carl Lindt, who was president until 2012, has "
        'also dismissed Norg\'s idea.\n\n"We are not going to pay a cent for such a stupid wall," he said.'
    )
    assert spoken_by(text, "not going to pay") == ["Carl Lindt"]


def test_only_he_who_opens_a_sentence_can_be_the_man_of_the_one_before(nlp: Language) -> None:
    doc = nlp("Carl Lindt was first. “It is late,” he said. Later he signed a bill, which he called late.")
    before = sentence_before(doc, doc.text.index("“It"))
    assert before is not None
    assert before.text.strip() == "Carl Lindt was first."
    assert sentence_before(doc, doc.text.index("he called")) is None


def test_words_in_single_marks_are_no_speech_for_want_of_a_cue(nlp: Language) -> None:
    doc = nlp("It was far, Ann Lee said. The 'rings' are a pair of linked eddies that move faster than 'usual' ones.")
    assert [content for content, _ in told(doc)] == ["It was far"]


def test_nobody_is_he_in_his_own_line_of_a_transcript() -> None:
    text = (
        "The delay bothered the minister, Thomas Lindt.\nNELSON: He told us late last night that he was shocked.\n"
        "MONTAGNE: And what about suspects?\nNELSON: There are none.\n"
    )
    assert spoken_by(text, "he was shocked") == ["Thomas Lindt"]


def test_a_news_release_told_again_is_that_of_the_zoo_that_put_it_out(nlp: Language) -> None:
    doc = nlp(
        "The lake is shallow, according to a news release from the zoo. The boy was hurt, the news release stated."
    )
    voices = [doc._.mentions[q.voice[0].mention].span.text for q in doc._.quotations if q.voice[0].mention is not None]
    assert voices == ["the zoo", "the zoo"]


@pytest.mark.parametrize(
    ("text", "content", "voice"),
    [
        (
            "A woman told Radio North she saw the bridge fall, while another said the lamps were out.",
            "she saw the bridge fall",
            "A woman",
        ),
        (
            "The owners booked their meals as “work trips,” “meals with staff” and “road signs” for the town and “other "
            "things,” the report said.",
            "The owners booked their meals as “work trips,” “meals with staff” and “road signs” for the town and “other "
            "things,”",
            "report",
        ),
    ],
)
def test_what_is_said_ends_and_begins_with_its_own_clause(nlp: Language, text: str, content: str, voice: str) -> None:
    assert (content, voice) in told(nlp(text))


def test_a_headlines_quotation_of_common_words_is_what_somebody_says_below() -> None:
    text = (
        "'It could have been very bad': Bridge falls at Ardova\n\nThe bridge at Ardova fell on Tuesday.\n\n"
        '"It could have been very bad," said Karl Oder, the mayor.\n'
    )
    made = annotate(report("a", text))
    assert [q.voice[0].span.text for q in made.quotations if q.content.start < 10] == ["Karl Oder"]
