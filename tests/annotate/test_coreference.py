"""Which mentions are one, on invented sentences."""

from __future__ import annotations

from functools import lru_cache

import pytest
import spacy
from spacy.language import Language

from variorum.annotate import blocks, coreference, mentions, places  # noqa: F401  (each registers its component)
from variorum.annotate.name_agreement import other_names_agree, person_names_agree
from variorum.annotate.pipeline import DEFAULT_PIPELINE, doc_of, load_pipeline
from variorum.model import Block, Report


@lru_cache(maxsize=1)
def pipeline() -> Language:
    nlp = spacy.load(DEFAULT_PIPELINE)
    nlp.add_pipe("variorum_blocks", first=True)
    nlp.add_pipe("variorum_mentions")
    nlp.add_pipe("variorum_places")
    nlp.add_pipe("variorum_coreference")
    return nlp


def clusters(text: str) -> list[list[str]]:
    doc = pipeline()(text)
    return [[doc._.mentions[i].span.text for i in entity.mentions] for entity in doc._.entities]


def together(text: str, one: str, other: str) -> bool:
    return any(one in words and other in words for words in clusters(text))


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Anton Brekke resigned. Mr. Brekke gave no reason.", "Anton Brekke", "Brekke"),
        ("Anton Brekke Jr. resigned. Mr. Brekke gave no reason.", "Anton Brekke Jr.", "Brekke"),
        ("General Zhang Weimin came. Zhang praised the hosts.", "Zhang Weimin", "Zhang"),
        ("The Norland Liberation Army (NLA) fled. The NLA denied it.", "Norland Liberation Army", "NLA"),
        ("Norland's army chief, General Omar Zaki, spoke. The army chief was calm.", "Omar Zaki", "The army chief"),
        ("Anna Miller said she was safe.", "Anna Miller", "she"),
        ("Police held a 67-year-old man. Michael Vance, 67, denied it.", "a 67-year-old man", "Michael Vance"),
        ("Beijing said it was ready. The Chinese government gave no date.", "Beijing", "The Chinese government"),
        ("A ferry ran aground. The vessel was towed.", "A ferry", "The vessel"),
        (
            "A Louisiana man was held. Michael Vance, 67, of Slidell, Louisiana, denied it.",
            "A Louisiana man",
            "Michael Vance",
        ),
        ("They fled Norland province for Norland.", "Norland province", "Norland"),
        ("North Korea fired a missile. The North gave no reason.", "North Korea", "North"),
        (
            "The firm Vassmann praised it. The Trade Ministry fined Vassmann. The company was silent.",
            "Vassmann",
            "The company",
        ),
        (
            "Brandtec Inc. sued Thorvik Corp. in May. Thorvik Corp. won. The company was glad.",
            "Thorvik Corp.",
            "The company",
        ),
        (
            "Islamic Jihad fired at the Norland army. The terrorist group gave no reason.",
            "Islamic Jihad",
            "The terrorist group",
        ),
        ("“No,” said company chairman and chief executive Anton Brekke.", "company chairman", "Anton Brekke"),
        (
            "Anton Brekke, who stepped down last week as Vassmann's chief executive, will testify.",
            "Anton Brekke",
            "Vassmann's chief executive",
        ),
        (
            "Consumer credit agency Vassmann says that 143 people may have been affected",
            "Consumer credit agency",
            "Vassmann",
        ),
        ("Karsholm's lawyer Anton Brekke said so.", "Karsholm's lawyer", "Anton Brekke"),
        ("An Oslo court fined him in a court session. The court closed.", "An Oslo court", "The court"),
        ("A fisherman known along the quay as “Smokey” spoke.", "A fisherman", "Smokey"),
        ("Karsholm Energy Group (DVE) lost two ships.", "Karsholm Energy Group", "DVE"),
        (
            "The government of Canada spoke. The Canadian government left.",
            "The government of Canada",
            "The Canadian government",
        ),
        ("The United Auto Workers union struck. The UAW won.", "United Auto Workers", "UAW"),
        ("Keepers shot a gorilla. The animal had dragged a boy.", "a gorilla", "The animal"),
        ("Anton Brekke was held. Officers asked the Brekkes about it. The couple denied it.", "Brekkes", "The couple"),
        (
            "The state-run Dresvik company spoke on Monday. Dresvik was glad.",
            "The state-run Dresvik company",
            "Dresvik",
        ),
        (
            "Dresvik Rocket and Space Corporation paid for it. Dresvik was glad.",
            "Dresvik Rocket and Space Corporation",
            "Dresvik",
        ),
        ("They praised Oregon Ravens guard Erik Sand. The Ravens left on Monday.", "Oregon Ravens", "Ravens"),
        ("They flew on Norwegian. Norwegian Airlines paid them back.", "Norwegian", "Norwegian Airlines"),
        ("A fire broke out on a ferry named Aurora. Aurora sank.", "a ferry", "Aurora"),
        (
            "Anton Brekke denied it. His wife, Lena Brekke, wept. Anton Brekke left for Oslo. Brekke will be back.",
            "Anton Brekke",
            "Brekke",
        ),
    ],
)
def test_one_and_the_same(text: str, one: str, other: str) -> None:
    assert together(text, one, other)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("The Pakistani Taliban fought the Taliban.", "Pakistani Taliban", "Taliban"),
        (
            "They left the German consulate. Shells hit the Indian consulate.",
            "the German consulate",
            "the Indian consulate",
        ),
        ("Omar Zaki came. His brother Karim Zaki stayed.", "Omar Zaki", "Karim Zaki"),
        ("Anna Miller spoke. Her husband was away.", "Anna Miller", "Her husband"),
        ("Anton Brekke met him in Oslo.", "Anton Brekke", "him"),
        ("The Karsholm Police Department spoke. Karsholm mourned.", "Karsholm Police Department", "Karsholm"),
        ("Tomas Varga painted at night. “He never slept,” Ivo Brandt said.", "Ivo Brandt", "He"),
        ("A Texas man was held. Michael Vance, 67, of Slidell, Louisiana, denied it.", "A Texas man", "Michael Vance"),
        ("The blast shook buildings. The building burned.", "buildings", "The building"),
        ("The firm Vassmann told the Karsholm Times that the company was safe.", "Karsholm Times", "the company"),
        ("The banks were calm. The bank closed.", "The banks", "The bank"),
        ("The wife of the president, Anna Miller, spoke.", "the president", "Anna Miller"),
        ("The brother of the gunman, Anton Brekke, said no.", "the gunman", "Anton Brekke"),
        ("The mayor and police chief Anna Miller came.", "The mayor", "Anna Miller"),
        ("A man was shot in Oslo. Police closed the Oslo Strip.", "Oslo", "Oslo Strip"),
        (
            "The government of Canada met the government of Germany.",
            "The government of Canada",
            "the government of Germany",
        ),
        ("The Senate met. The Senate Judiciary Committee voted.", "Senate", "Senate Judiciary Committee"),
        ("Anton Brekke, wife charged in May", "Anton Brekke", "wife"),
        (
            "President Brekke spoke. A photo showed Anton Brekke Jr. with a trophy. Mr. Brekke said nothing.",
            "Anton Brekke Jr.",
            "Brekke",
        ),
        (
            "The son of President Omar Vassou Karsh was named. Omar Christel Vassou Karsh denied it.",
            "Omar Vassou Karsh",
            "Omar Christel Vassou Karsh",
        ),
        ("Anton Brekke came. With the child, Brekke said, all was well.", "the child", "Brekke"),
    ],
)
def test_not_the_same(text: str, one: str, other: str) -> None:
    assert not together(text, one, other)


def test_a_pronoun_without_antecedent_stays_unresolved() -> None:
    doc = pipeline()("She said nothing.")
    assert [m.entity for m in doc._.mentions if m.form == "pronoun"] == [None]


def test_every_mention_of_a_cluster_points_back_at_it() -> None:
    doc = pipeline()("Anton Brekke, the mayor of Karsholm, said he would go. Beijing said it agreed. Brekke left.")
    for number, entity in enumerate(doc._.entities):
        assert entity.mentions == tuple(sorted(set(entity.mentions)))
        assert all(doc._.mentions[i].entity == number for i in entity.mentions)


def test_the_fullest_name_is_the_name() -> None:
    doc = pipeline()("Brekke won. Anton Brekke, the mayor of Karsholm, thanked voters. Brekke cried.")
    entity = next(e for e in doc._.entities if e.kind == "person" and e.names)
    assert entity.name == "Anton Brekke"
    assert "the mayor of Karsholm" in [r.text for r in entity.roles]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Qasim Haddawi", "Qassem Haddawi", True),
        ("Qasim Haddawi", "Karim Haddawi", False),
        ("J. Haddawi", "John Haddawi", True),
        ("Haddawi", "Qasim Haddawi", True),
        ("John Haddawi", "Mary Haddawi", False),
    ],
)
def test_spellings_of_a_persons_name(one: str, other: str, same: bool) -> None:
    assert person_names_agree(one, other) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Karsholm Airways", "Karsholm", True),
        ("al-Qaeda", "Al Qaeda", True),
        ("United States", "U.S.", True),
        ("North Korea", "South Korea", False),
        ("French Airways", "French", False),
        ("Karsholm Zoo and Botanical Garden", "Karsholm Zoo", True),
        ("Dresvik Rocket and Space Corporation", "Dresvik", True),
        ("Norvasat-1", "Norvasat", True),
        ("Norvasat-2", "Norvasat", False),
        ("Houston Ravens", "Ravens", True),
        ("Houston Police", "Police", False),
    ],
)
def test_names_of_bodies_and_places(one: str, other: str, same: bool) -> None:
    assert other_names_agree(one, other, "organisation") is same


def test_a_city_told_with_its_name_is_that_city_and_no_other() -> None:
    text = "Raiders came from Kovalem. They burned down the northern city of Ardova, police said."
    assert not any("Kovalem" in words and "city" in " ".join(words) for words in clusters(text))


def test_a_bare_noun_means_the_body_of_the_headline() -> None:
    text = "Dresva Zoo to open again\n\nIt came from the Karsholm Zoo in May. The zoo was closed all week."
    made = Report("r", "r", "", text, blocks=(Block("headline", 0, 24), Block("body", 26, len(text))))
    nlp = load_pipeline()
    doc = nlp(doc_of(nlp, made))
    zoo = next(m for m in doc._.mentions if m.span.text == "The zoo")
    assert doc._.entities[zoo.entity].name == "Dresva Zoo"


def test_his_wife_is_one_woman_as_long_as_one_owner_is_known() -> None:
    one = "Anton Brekke and his wife, Lena, were charged. Two lawyers spoke. Months ago Brekke said that his wife paid."
    assert together(one, "Lena", "his wife")
    assert len([words for words in clusters(one) if "his wife" in words]) == 1
    two = "Anton Brekke came with his wife. Omar Zaki came with his wife."
    assert len([words for words in clusters(two) if "his wife" in words]) == 2


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("Norland banned messaging app Vexo on Monday. Users said the app was safe.", "the app", "Vexo"),
        ("A Vexo spokesman said no. Vexo spokesman Karl Oder spoke on Monday.", "A Vexo spokesman", "Karl Oder"),
        ("Rep. Karl Oder left on Monday. The congressman said no.", "The congressman", "Karl Oder"),
        ("Sen. Karl Oder left on Monday. The lawmaker said no.", "The lawmaker", "Karl Oder"),
    ],
)
def test_a_description_leads_to_the_one_whom_the_report_brings_in_with_it(text: str, phrase: str, name: str) -> None:
    assert together(text, phrase, name)


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("They banned messaging app Vexo and messaging app Lumo. Users said the app was safe.", "the app", "Vexo"),
        ("They banned messaging app Vexo. Users said the dating app was safe.", "the dating app", "Vexo"),
        ("A Lumo spokesman said no. Vexo spokesman Karl Oder spoke on Monday.", "A Lumo spokesman", "Karl Oder"),
        ("Mayor Karl Oder left on Monday. The lawmaker said no.", "The lawmaker", "Karl Oder"),
    ],
)
def test_a_description_of_another_or_of_two_stays_open(text: str, phrase: str, name: str) -> None:
    assert not together(text, phrase, name)
