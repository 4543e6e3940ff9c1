"""Which wordings of two reports become one utterance, and what is kept of the rest."""

import pytest

from tests.reports import report
from variorum.annotate.pipeline import annotate
from variorum.collate import collate
from variorum.collate.alike import contradicts, negations, shares_quote
from variorum.model import Utterance
from variorum.resolve import resolve

LEAD = "Mira Lendal, the governor of Ardova, spoke to reporters on Tuesday.\n\n"


def utterances(*texts: str) -> tuple[Utterance, ...]:
    annotations = [annotate(report(f"r{n}", text)) for n, text in enumerate(texts)]
    return collate(resolve(annotations)).utterances


def lined(*texts: str) -> list[tuple[str, ...]]:
    """The wordings of utterances that more than one report gives."""
    return [tuple(w.content.text for w in u.wordings) for u in utterances(*texts) if len(u.wordings) > 1]


def test_a_speech_in_one_sentence_lines_up_with_its_two_clauses() -> None:
    one = LEAD + (
        "Lendal told the council that the friendship with Belmar is unbreakable and rock solid and her city would "
        "always stand with Belmar.\n"
    )
    other = LEAD + (
        "Lendal said the friendship with Belmar is strong and rock-solid.\n\nLendal said her city would always stand "
        "with Belmar.\n"
    )
    assert len(lined(one, other)) == 2


def test_neighbours_that_line_up_with_neighbours_are_one_utterance() -> None:
    said = "“The bridge over the Orva was closed in March. Nobody warned the drivers of the coaches,” Lendal said.\n"
    assert lined(LEAD + said, LEAD + said.replace("Nobody", "No one")) == [
        (
            "“The bridge over the Orva was closed in March. Nobody warned the drivers of the coaches,”",
            "“The bridge over the Orva was closed in March. No one warned the drivers of the coaches,”",
        )
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the old bridge will be torn down within a year", "they would demolish the bridge in the next twelve months"),
        ("the governor would not leave her post over the bridge", "she would stay in office despite the bridge"),
    ],
)
def test_what_one_speaker_said_in_other_words_is_one_utterance(one: str, other: str) -> None:
    assert len(lined(LEAD + f"Lendal said {one}.\n", LEAD + f"Lendal told the council that {other}.\n")) == 1


def test_words_of_one_through_another_are_held_once() -> None:
    text = LEAD + "Lendal said the bridge over the Orva was closed in March, according to the Ardova Herald.\n"
    found = [u for u in utterances(text) if "bridge" in u.wordings[0].content.text]
    assert [w.content.text for u in found for w in u.wordings] == ["the bridge over the Orva was closed in March"]
    assert [v.text for v in found[0].wordings[0].voice] == ["Lendal", "Ardova Herald"]


def test_indirect_speech_of_a_known_speaker_stands_alone_too() -> None:
    assert [u.wordings[0].mode for u in utterances(LEAD + "Lendal said the bridge would be rebuilt by June.\n")] == [
        "indirect"
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("at least six people were killed", "at least four people were killed"),
        ("the bridge was closed", "the bridge was not closed"),
        ("he never took the money", "he took the money"),
        ("the army won't leave the valley", "the army will leave the valley"),
        ("it was not “a war of his choosing”", "it was a war of his choosing"),
        ("at least 30 were killed", "28 were killed"),
        ("The fire killed at least 78 people", "At least 100 people were killed in the fire"),
    ],
)
def test_what_one_denies_or_counts_otherwise_is_another_statement(one: str, other: str) -> None:
    assert contradicts(one, other)
    assert contradicts(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("any attempt to divide us will fail", "any attempt to divide us will not succeed"),
        ("six people were hurt", "people were hurt"),
        ("no one was hurt", "nobody was hurt"),
        ("more than 30 were killed", "32 were killed"),
    ],
)
def test_the_same_told_otherwise_is_no_contradiction(one: str, other: str) -> None:
    assert not contradicts(one, other)


def test_quoted_words_that_stand_in_the_other_wording_bind() -> None:
    assert shares_quote('there was "massive damage" to the hall', "the blast caused massive damage to the building")
    assert not shares_quote('there was "damage" to the hall', "the blast caused damage")
    assert not shares_quote("the workers' rights and the owners' duties", "rights and the owners matter")


def test_a_report_that_says_it_again_is_one_utterance_with_the_other_report() -> None:
    one = (
        'Mira Lendal calls bridge plan "destructive"\n\nMira Lendal said on Tuesday that the plan for the bridge would be '
        '"destructive" for Ardova.\n\n"It is destructive for the city of Ardova," Lendal said.\n'
    )
    other = 'Plan for bridge disputed\n\nMira Lendal said the plan for the bridge was "destructive" for Ardova.\n'
    found = [u for u in utterances(one, other) if len(u.wordings) > 1]
    assert [sorted(w.report for w in u.wordings) for u in found] == [["r0", "r0", "r0", "r1"]]
    assert [u.verdict for u in found] == ["AGREE"]


def test_what_is_believed_in_a_telling_is_held_once_by_who_tells_it() -> None:
    text = LEAD + "Lendal said the engineers believe that the bridge was closed in March.\n"
    assert [[w.content.text for w in u.wordings] for u in utterances(text)] == [
        ["the engineers believe that the bridge was closed in March"]
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Hal Brook said the office had offered Lendal the post.",
            "Lendal denied that the office had offered her the post.",
        ),
        (
            "Hal Brook said the council never offered the bridge to Belmar.",
            "Lendal said the council gave the bridge to Belmar.",
        ),
        (
            "Hal Brook said the old bridge was built in Belmar.",
            "Lendal said the old bridge could have been built in Belmar.",
        ),
    ],
)
def test_what_one_denies_or_doubts_is_no_agreement_with_another(one: str, other: str) -> None:
    assert lined(LEAD + one + "\n", LEAD + other + "\n") == []


def test_a_word_that_both_quote_of_other_matters_is_only_their_topic() -> None:
    one = LEAD + (
        "Lendal said the storm in which 50 shops burned and 53 boats were lost is being looked into by the harbour, though "
        'she did not say whether it was tied to "radical farmers".\n'
    )
    assert lined(one, LEAD + 'Lendal said she refuses to call them "radical farmers".\n') == []


def test_what_somebody_tells_of_others_words_within_quoted_words_is_part_of_them() -> None:
    text = LEAD + "“Hal Brook told us that the bridge over the Orva was safe. Nobody believed him,” Lendal said.\n"
    assert [[w.content.text for w in u.wordings] for u in utterances(text)] == [
        ["“Hal Brook told us that the bridge over the Orva was safe. Nobody believed him,”"]
    ]


def test_two_clauses_that_each_open_with_that_line_up_one_by_one() -> None:
    one = LEAD + "Lendal said that the old bridge was closed in March and that the drivers were warned in April.\n"
    other = (
        LEAD
        + "Lendal said the old bridge was closed in March.\n\nLendal added that the drivers were warned in April.\n"
    )
    assert len(lined(one, other)) == 2


def test_a_long_quotation_is_one_utterance_whoever_is_named_for_it() -> None:
    one = LEAD + (
        "Lendal said the works had bought “tens of planks for the eastern side of the bridge, with ropes and nails from "
        "the old yard.”\n"
    )
    other = (
        LEAD + "Karl Oder, the builder, said the town paid for “tens of planks for the eastern side of the bridge.”\n"
    )
    assert len(lined(one, other)) == 1
    assert not lined(one, LEAD + "Karl Oder, the builder, said “the eastern side” of the bridge was heavy.\n")


def test_a_short_question_that_somebody_calls_out_is_an_utterance() -> None:
    found = utterances(LEAD + "A guard stood at the door. “Who are you?” Lendal asked.\n")
    assert [w.content.text for u in found for w in u.wordings] == ["“Who are you?”"]


def test_a_speaker_whom_a_cue_names_counts_before_one_who_is_only_carried_on() -> None:
    words = "“His conduct is unbecoming of a member of the council.”"
    guessed = LEAD + f"“I was spat at,” Lendal said on Tuesday.\n\n{words}\n"
    cued = LEAD + f"{words[:-2]},” said Jon Tomsen, a spokesman of the party.\n"
    (both,) = [u for u in utterances(guessed, cued) if len(u.wordings) > 1]
    assert both.speaker == "e-jon-tomsen"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("one diver was hurt at around 5:10 a.m.", "one diver was hurt at around 5.10am"),
        ("the trains met in the 53rd Street tunnel", "two trains met in a tunnel"),
        ("Belmar will not pay for the wall", "we are not going to pay for such a wall"),
    ],
)
def test_an_hour_a_street_and_a_denial_in_other_words_contradict_nothing(one: str, other: str) -> None:
    assert not contradicts(one, other)


def test_of_one_speaker_what_is_denied_as_often_is_no_contradiction() -> None:
    one, other = "no evidence suggested a link with any group", "we have found no link with a group"
    assert contradicts(one, other)
    assert not contradicts(one, other, same=True)


def test_what_is_told_with_that_and_that_is_two_statements() -> None:
    one = LEAD + (
        'Lendal said that the old bridge was "a danger" in any weather, to drivers and to walkers alike and that even with '
        "the lamps on no driver should cross it.\n"
    )
    assert [u.wordings[0].content.text for u in utterances(one)] == [
        'the old bridge was "a danger" in any weather, to drivers and to walkers alike and that even with the lamps on no '
        "driver should cross it"
    ]
    assert len(lined(one, LEAD + "Lendal said that no driver should cross it, even with the lamps on.\n")[0]) == 2


def test_words_of_which_the_story_speaks_throughout_make_no_statement_one() -> None:
    said = ["was built of stone", "has no lamps", "will be sold", "needs new planks", "was a gift", "is far too narrow"]
    one = LEAD + "".join(f"Lendal said the bridge {words}.\n\n" for words in said)
    other = LEAD + "Lendal said the bridge belongs to Belmar.\n\nLendal said the bridge drew ten painters.\n"
    assert not lined(one, other)


def test_a_headlines_quotation_without_a_speaker_is_said_again_below() -> None:
    one = "Former governor: “We will never pay for that ugly bridge”\n\n" + LEAD
    one += "“We will never pay for that ugly bridge,” Lendal told the council.\n"
    other = LEAD + "“We will never pay for that ugly bridge,” Lendal said.\n"
    assert [len(found) for found in lined(one, other)] == [3]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“It’s a sad day all the way around,” Nadia Wray said.", "Nadia Wray called it 'a very sad day', and wept."),
        ('"Who are you!" Nadia Wray asked.', "“Tell me who you are,” Nadia Wray said."),
        (
            "Officials said the boy was alert when he was taken to hospital.",
            "The mill said the boy was alert while he was taken to a hospital.",
        ),
    ],
)
def test_common_words_of_one_speaker_and_two_telling_ones_of_unknown_ones_line_up(one: str, other: str) -> None:
    assert lined(f"Mill burns in Ardova\n\n{one}\n", f"Fire at mill in Ardova\n\n{other}\n")


def test_no_matter_what_denies_nothing_and_non_denies() -> None:
    assert not contradicts("no matter who did it, they must leave the mill", "they must leave the mill")
    assert negations("no matter who did it, they will be brought to justice") == 0
    assert negations("he has non-life threatening injuries") == 1


def test_a_figure_that_both_tell_speaks_for_one_utterance() -> None:
    one = LEAD + "Lendal said that 143 million customers may have been affected by the breach.\n"
    assert len(lined(one, LEAD + "Lendal said data on 143million users had been exposed.\n")) == 1


def test_a_report_that_says_it_twice_has_both_wordings_beside_that_of_another_report() -> None:
    twice = LEAD + (
        "“It was a hard choice for us,” Lendal said.\n\nTraders spoke of a calm day. Lendal said “it’s a sad day all the way "
        "around”.\n\nNobody was hurt. “This is a very sad day,” Lendal said.\n"
    )
    (wordings,) = lined(twice, LEAD + "“A sad day,” Lendal called it.\n")
    assert len(wordings) == 3
