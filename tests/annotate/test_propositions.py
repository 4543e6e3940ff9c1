"""What clauses tell: frames, roles, status, dates, and what belongs to which event."""

from __future__ import annotations

import pytest

from tests.reports import report
from variorum.annotate.pipeline import annotate
from variorum.model import Annotation, Proposition


def read(text: str) -> Annotation:
    return annotate(report("r", text, published="2021-03-05"))


def told(annotation: Annotation, frame: str) -> Proposition:
    return next(p for p in annotation.propositions if p.frame == frame)


def fillers(proposition: Proposition, role: str) -> list[str]:
    return [a.span.text for a in proposition.arguments if a.role == role]


@pytest.mark.parametrize(
    ("text", "frame", "category"),
    [
        ("The minister met the envoy in Ardova.", "meet", "CONSULT"),
        ("Police arrested two men in Ardova.", "arrest", "COERCE"),
        ("The army carried out an attack on the village.", "attack", "ASSAULT"),
        ("The north fired a missile over the sea.", "launch", "MOBILIZE"),
        ("The union urged the government to act.", "request", "REQUEST"),
        ("The government condemned the raid.", "condemn", "ACCUSE"),
    ],
)
def test_a_clause_has_the_category_of_its_predicate(text: str, frame: str, category: str) -> None:
    assert told(read(text), frame).category == category


@pytest.mark.parametrize(
    "text", ["Sales fell for a third month.", "They fired the manager.", "He struck a deal with them."]
)
def test_a_word_of_another_sense_triggers_no_happening(text: str) -> None:
    assert not {p.frame for p in read(text).propositions} & {"fall", "launch", "crash", "attack"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The president will meet the envoy.", "planned"),
        ("The president did not meet the envoy.", "denied"),
        ("The president may meet the envoy.", "hypothetical"),
        ("The president reportedly met the envoy.", "alleged"),
        ("The president is said to have met the envoy.", "alleged"),
        ("Players accused of meeting the envoy fled.", "alleged"),
        ("The president said that he had called the envoy and would meet him.", "planned"),
        ("The president met the envoy.", "happened"),
    ],
)
def test_words_about_a_predicate_give_its_status(text: str, status: str) -> None:
    assert told(read(text), "meet").status == status


def test_a_passive_turns_its_subject_into_whom() -> None:
    arrest = told(read("The mayor was arrested by soldiers."), "arrest")
    assert (fillers(arrest, "whom"), fillers(arrest, "who")) == (["The mayor"], ["soldiers"])


def test_a_headline_s_accused_is_whom_it_is_done_to() -> None:
    accused = told(read("Belmar Lines apologizes after Ardova team accused of fraud"), "blame")
    assert ("Ardova team" in fillers(accused, "whom"), fillers(accused, "who")) == (True, [])


def test_an_event_noun_takes_the_date_of_its_verb() -> None:
    annotation = read("On April 26, an explosion tore through a bus.")
    assert fillers(told(annotation, "attack"), "when") == ["April 26"]


def dated(text: str, lemma: str) -> list[str]:
    """The times of the clause of the verb `lemma`."""
    return fillers(next(p for p in read(text).propositions if p.lemma == lemma and not p.nominal), "when")


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("In May 2019 the owner sold the mill and left Ardova.", "leave"),
        ("The boy fell when a rail gave way on Sunday.", "fall"),
        ("The bridge was closed on Sunday when a rail gave way.", "give"),
        ("Guests cheered as the mayor opened the mill on Sunday.", "cheer"),
        ("She is an icon of the 2011 uprising that toppled Lendal.", "topple"),
        ("Sunday's storm flooded the mill.", "flood"),
        ("In a speech on Tuesday, Lendal praised the guards and mocked the mayor.", "praise"),
        ("In a speech on Tuesday, Lendal praised the guards and mocked the mayor.", "mock"),
    ],
)
def test_a_date_that_is_said_for_another_clause_too_dates_it(text: str, lemma: str) -> None:
    assert len(dated(text, lemma)) == 1


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("In May 2019 the owner sold the mill, and the mayor left.", "leave"),
        ("In May 2019 the owner sold the mill and will leave Ardova.", "leave"),
        ("Lendal sold the mill after a rail gave way in 2019.", "sell"),
        ("The speech, scheduled for March 9, was arranged by Lendal.", "arrange"),
        ("Lendal, a candidate in the election on March 9, bought the mill.", "buy"),
    ],
)
def test_a_date_that_is_said_for_one_clause_dates_no_other(text: str, lemma: str) -> None:
    assert dated(text, lemma) == []


@pytest.mark.parametrize(
    "text",
    [
        "The indictment details scores of payments, beginning in 2009 and continuing through 2016.",
        "The indictment lists thefts from 2011 to 2014.",
    ],
)
def test_the_years_of_what_a_text_tells_are_not_the_text_s(text: str) -> None:
    assert fillers(told(read(text), "charge"), "when") == []


def test_the_place_that_closes_a_clause_is_where_it_happened() -> None:
    annotation = read("The general met with a delegation led by Admiral Wei Zhong in Paris.")
    assert fillers(told(annotation, "meet"), "where") == ["Paris"]


@pytest.mark.parametrize(
    ("text", "lemma", "place"),
    [
        ("Police in Madrid are searching the river.", "search", "Madrid"),
        ("A British tourist on holiday in Paris bought a cheap phone.", "buy", "Paris"),
        ("The mayor was indicted by a grand jury in London on Tuesday.", "indict", "London"),
        ("Saturday's demonstrations by farmers and students in Berlin ended.", "demonstration", "Berlin"),
        ("She shouted during a protest in front of the Paris Cathedral.", "protest", "the Paris Cathedral"),
    ],
)
def test_where_those_who_act_are_is_where_they_act(text: str, lemma: str, place: str) -> None:
    found = next(p for p in read(text).propositions if p.lemma == lemma)
    assert fillers(found, "where") == [place]


def test_where_somebody_is_from_is_not_where_he_acts() -> None:
    found = next(
        p for p in read("A man of Paris, a teacher at a school in London, bought it.").propositions if p.lemma == "buy"
    )
    assert fillers(found, "where") == []


def test_what_stands_before_the_subject_is_no_part_of_the_clause() -> None:
    meeting = told(read("According to the army, the general met the envoy."), "meet")
    assert meeting.span.text == "the general met the envoy"


@pytest.mark.parametrize(
    ("text", "frame", "role", "words"),
    [
        ("He was stopped by the officers, who shot the driver.", "shoot", "who", "the officers"),
        ("ARDOVA -- Belmar condemned the raid.", "condemn", "who", "Belmar"),
        ("Lendal's arrest surprised the town.", "arrest", "whom", "Lendal's"),
        ("Mayor arrested in Ardova", "arrest", "whom", "Mayor"),
        ("He rammed a truck into the crowd.", "attack", "with_what", "a truck"),
        ("A man arrested in Ardova was freed.", "arrest", "whom", "A man"),
        ("Belmar conducted a missile launch on Tuesday.", "launch", "who", "Belmar"),
        ("The French missile launch alarmed the region.", "launch", "who", "French"),
    ],
)
def test_the_one_who_acts_or_suffers_is_found(text: str, frame: str, role: str, words: str) -> None:
    assert words in [found for p in read(text).propositions if p.frame == frame for found in fillers(p, role)]


def test_whom_a_report_accords_to_suffers_nothing() -> None:
    arrest = told(read("The mayor was arrested, according to the Ardova Police Department."), "arrest")
    assert fillers(arrest, "whom") == ["The mayor"]


@pytest.mark.parametrize(
    ("text", "frame", "status"),
    [
        ("The boy was found without signs of life after the body was found.", "find", "happened"),
        ("He acted without consulting the council.", "negotiate", "denied"),
        ("His speech, set for March 3, divided the council.", "speech", "planned"),
        ("The north threatened to fire four missiles.", "launch", "planned"),
        ("The premier refused to meet the envoy.", "meet", "denied"),
        ("The driver appeared to open fire.", "shoot", "alleged"),
        ("The premier said that he would meet the envoy.", "meet", "planned"),
        ("The premier would meet the envoy if he came.", "meet", "hypothetical"),
        ("The council called an emergency meeting.", "meet", "planned"),
    ],
)
def test_what_governs_a_predicate_gives_its_status(text: str, frame: str, status: str) -> None:
    assert [p.status for p in read(text).propositions if p.frame == frame][-1] == status


@pytest.mark.parametrize(
    "text", ["His speech, set for March 3, divided the council.", "The mayor held a meeting on March 3."]
)
def test_the_day_of_a_verb_that_only_sets_or_holds_an_event_is_the_event_s(text: str) -> None:
    assert any("March 3" in found for p in read(text).propositions if p.frame for found in fillers(p, "when"))


def test_the_noun_that_makes_its_verb_a_happening_is_none_of_its_own() -> None:
    assert [p.frame for p in read("The man opened fire on the crowd.").propositions] == ["shoot"]


def sides(text: str, lemma: str) -> tuple[list[str], list[str]]:
    one = next(p for p in read(text).propositions if p.lemma == lemma)
    return fillers(one, "who"), fillers(one, "whom")


@pytest.mark.parametrize(
    ("text", "lemma", "who", "whom"),
    [
        # two verbs, one object; none where the first takes none
        ("The animal grabbed and dragged the child.", "grab", ["The animal"], ["the child"]),
        ("The man came and took the child.", "come", ["The man"], []),
        # whom one gives something to
        ("Most readers sent good wishes to the boy.", "send", ["Most readers"], ["good wishes", "the boy"]),
        # a participle with a doer is a passive
        ("Eighty people have died, mowed down by a truck.", "mow", ["a truck"], ["Eighty people"]),
    ],
)
def test_who_acts_and_whom_it_is_done_to(text: str, lemma: str, who: list[str], whom: list[str]) -> None:
    assert sides(text, lemma) == (who, whom)


def test_who_acts_along_with_the_subject_acts_too() -> None:
    who, whom = sides("The farmers' union, along with the Ardovan Guild, sued the ministry.", "sue")
    assert "the Ardovan Guild" in who
    assert whom == ["the ministry"]


def test_those_whom_an_amount_counts_are_whom_it_is_done_to() -> None:
    found = read("German police have identified a total of 31 suspects.")
    (whom,) = [a for p in found.propositions if p.lemma == "identify" for a in p.arguments if a.role == "whom"]
    assert whom.mention is not None


@pytest.mark.parametrize(
    ("text", "lemma", "status"),
    [
        ("The Millers are scheduled to be arraigned on Thursday.", "schedule", "planned"),
        ("The Millers are scheduled to be arraigned on Thursday.", "arraign", "planned"),
        ("The bank expects to take a loss.", "expect", "planned"),
        ("The bank expects rain.", "expect", "happened"),
        ("Her party decided to take tougher action.", "decide", "happened"),
        ("Prosecutors say Karl Oder spent the money on trips.", "spend", "alleged"),
        ("The indictment alleges that Oder wired funds to Ardova.", "wire", "alleged"),
        ("The mayor says Karl Oder spent the money on trips.", "spend", "happened"),
    ],
)
def test_what_lies_ahead_is_planned_and_what_is_charged_is_alleged(text: str, lemma: str, status: str) -> None:
    assert next(p for p in read(text).propositions if p.lemma == lemma).status == status


def test_who_takes_part_in_an_event_and_who_is_to_speak_act() -> None:
    found = read("Karl Oder took part in a protest in Nairobi.")
    assert fillers(told(found, "protest"), "who") == ["Karl Oder"]
    assert sides("Ann Berg is scheduled to speak on Sunday.", "schedule")[0] == ["Ann Berg"]
    assert sides("Ann Berg is scheduled to be honoured on Sunday.", "schedule")[0] == []


@pytest.mark.parametrize("subject", ["No one", "No-one", "Nobody", "Nothing", "No trader"])
def test_what_nobody_does_is_denied(subject: str) -> None:
    assert not next(
        p for p in read(f"{subject} stopped the lorry in Ardova.").propositions if p.lemma == "stop"
    ).polarity


def test_a_verb_behind_a_curly_apostrophe_is_to_be_or_to_have() -> None:
    assert {p.lemma for p in read("It’s about our harbour. They’re at home.").propositions} == {"be"}


@pytest.mark.parametrize(
    ("text", "verb", "who"),
    [
        ("The company forced the players to leave the plane.", "leave", ["the players"]),
        ("The mayor apologized for grabbing a young man.", "grab", ["The mayor"]),
        ("The court convicted Anna Berg of insulting the judge.", "insult", ["Anna Berg"]),
        ("Anna Berg was sentenced to three years in prison for insulting the judge.", "insult", ["Anna Berg"]),
        ("Anna Berg played in Belmar before signing a contract.", "sign", ["Anna Berg"]),
        ("The mayor's decision to close the bridge angered drivers.", "close", ["The mayor"]),
        ("Anna Berg made the decision to close the bridge.", "close", ["Anna Berg"]),
        ("The plan to close the bridge angered drivers.", "close", []),
    ],
)
def test_who_does_what_another_word_leads_to(text: str, verb: str, who: list[str]) -> None:
    (found,) = [p for p in read(text).propositions if p.lemma == verb]
    assert [name.removesuffix("'s") for name in fillers(found, "who")] == who


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Anna Berg grabbed the reporter's wrist.", "the reporter"),
        ("Experts regained control of the satellite.", "the satellite"),
        ("The club ended its relationship with Anna Berg.", "Anna Berg"),
    ],
)
def test_an_object_that_is_nobody_itself_leads_to_whom_it_is_done(text: str, whom: str) -> None:
    assert whom in [name.removesuffix("'s") for name in fillers(read(text).propositions[0], "whom")]


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("The police department is under fire for its slow response.", "blaze"),
        ("The flash was captured on video.", "arrest"),
        ("A camera captured an image of the bird.", "arrest"),
        ("Mira Lendal shot a documentary in the old town.", "shoot"),
        ("The club released a statement on Monday.", "release"),
        ("The figures released by the state on Monday were higher.", "release"),
        ("The speech was a thinly veiled attack on Anna Berg.", "attack"),
        ("She works for Global Rescue in Belmar.", "rescue"),
    ],
)
def test_an_idiom_or_another_object_makes_another_sense(text: str, frame: str) -> None:
    assert frame not in {p.frame for p in read(text).propositions}


def test_from_whom_a_warning_comes_gives_it() -> None:
    found = told(read("He spent the money despite warnings from his treasurer."), "warn")
    assert fillers(found, "who") == ["his treasurer"]
    assert fillers(told(read("The withdrawal from Belmar was slow."), "withdraw"), "who") == []


@pytest.mark.parametrize(
    ("text", "lemma", "places"),
    [
        ("The unrest began in France, where the president was placed under arrest by the army.", "place", ["France"]),
        ("Mira Lendal won California's primary with 48 percent.", "win", ["California's"]),
        ("Mira Lendal did well during the Nevada caucus.", "do", ["Nevada"]),
        ("The staff of the consulate, where about 30 people worked, fled.", "work", []),
        ("Mira Lendal praised California's governor.", "praise", []),
    ],
)
def test_a_clause_with_where_and_a_contest_named_by_its_place_tell_where(
    text: str, lemma: str, places: list[str]
) -> None:
    one = next(p for p in read(text).propositions if p.lemma == lemma and not p.nominal)
    assert fillers(one, "where") == places


def test_where_one_comes_from_is_so_of_all_that_tells_where_it_is() -> None:
    one = next(
        p for p in read("The ape came to Chicago in 2015 from a zoo in Paris.").propositions if p.lemma == "come"
    )
    assert {a.preposition for a in one.arguments if a.role == "where"} == {"from"}


@pytest.mark.parametrize(
    ("text", "lemma", "whom"),
    [
        ("Jonas Brek did not respond to the newspaper's request for comment.", "request", "Jonas Brek"),
        ("The lawmakers demanded Mira Lendal's removal.", "removal", "Mira Lendal's"),
    ],
)
def test_whom_an_event_noun_is_done_to_stands_about_it(text: str, lemma: str, whom: str) -> None:
    one = next(p for p in read(text).propositions if p.lemma == lemma and p.nominal)
    assert fillers(one, "whom") == [whom]


def test_one_of_several_is_the_one_named_behind_it() -> None:
    annotation = read("One of the party's leading candidates, businessman Jonas Brek, released a radio ad.")
    one = next(p for p in annotation.propositions if p.lemma == "release")
    assert [
        annotation.mentions[a.mention].kind for a in one.arguments if a.role == "who" and a.mention is not None
    ] == ["person"]
