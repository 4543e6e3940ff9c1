"""What PLOVER codes: categories after future, negation and embedding; parties wherever they stand."""

from __future__ import annotations

import pytest

from tests.reports import report
from variorum.annotate.pipeline import annotate
from variorum.model import Proposition


def coded(text: str) -> list[Proposition]:
    return [p for p in annotate(report("r", text, published="2021-03-05")).propositions if p.category]


def parties(text: str) -> tuple[list[str], list[str]]:
    event = coded(text)[0]
    return [a.span.text for a in event.actors], [a.span.text for a in event.recipients]


@pytest.mark.parametrize(
    ("text", "categories"),
    [
        # an act to come
        ("Kenya will send food to Somalia.", ["AGREE"]),
        ("Kenya sent food to Somalia.", ["AID"]),
        ("Kenya promised to send food to Somalia.", ["AGREE"]),
        ("Kenya said it was ready to release the prisoners.", ["AGREE"]),
        ("Kenya will impose sanctions on Somalia.", ["THREATEN"]),
        ("Kenya threatened to attack Somalia.", ["THREATEN"]),
        ("Kenya vowed to bomb the camps in Somalia.", ["THREATEN"]),
        # an act left undone
        ("Kenya refused to release the prisoners.", ["REJECT"]),
        ("Kenya will not release the prisoners.", ["REJECT"]),
        ("Kenya did not attack Somalia.", []),
        # what a coded word speaks of is no event by itself
        ("Kenya demanded a ceasefire from Somalia.", ["REQUEST"]),
        ("Kenya accused Somalia of attacking the town.", ["ACCUSE"]),
        ("Kenya rejected a proposal to lift the sanctions.", ["REJECT"]),
        # what is only recalled
        ("Kenya condemned Somalia after its troops attacked the town.", ["ACCUSE"]),
        # what must be done
        ("Kenya said Somalia must withdraw its troops.", ["REQUEST"]),
        # the object decides
        ("Kenya lifted the curfew in Mombasa.", ["CONCEDE"]),
        ("Kenya lifted the embargo against Somalia.", ["RETREAT"]),
        ("Kenya imposed a curfew in Mombasa.", ["COERCE"]),
        ("Kenya imposed sanctions on Somalia.", ["SANCTION"]),
        ("Kenya expelled two diplomats of Somalia.", ["SANCTION"]),
        ("Kenya suspended military aid to Somalia.", ["SANCTION"]),
        # an event noun and the verb that tells it
        ("Students staged a hunger strike in Nairobi.", ["PROTEST"]),
        ("Kenya launched an investigation into the deaths.", ["ACCUSE"]),
        ("The talks were about fish.", []),
        # who kills
        ("Rebels killed three soldiers.", ["ASSAULT"]),
        ("Three people were killed in a crash.", []),
    ],
)
def test_the_words_about_an_act_make_its_category(text: str, categories: list[str]) -> None:
    assert [p.category for p in coded(text)] == categories


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Kenya rejected an Ethiopian proposal.", ["Kenya"], ["Ethiopian"]),
        ("Kenya demanded that Ethiopia return the ship.", ["Kenya"], ["Ethiopia"]),
        ("Kenya threatened to attack Ethiopia.", ["Kenya"], ["Ethiopia"]),
        ("Kenya sent troops to Ethiopia.", ["Kenya"], ["Ethiopia"]),
        ("The mayor was arrested by soldiers.", ["soldiers"], ["The mayor"]),
        ("Kenya and Ethiopia signed a treaty.", ["Kenya", "Ethiopia"], ["Kenya", "Ethiopia"]),
        ("Kenya opened its border to refugees.", ["Kenya"], ["refugees"]),
        ("Kenya condemned an attack on Ethiopia by rebels.", ["Kenya"], ["rebels"]),
        ("Kenya condemned an attack on Ethiopia.", ["Kenya"], []),
        ("Kenya called for Ethiopia to return the ship.", ["Kenya"], ["Ethiopia"]),
    ],
)
def test_parties_are_found_where_they_stand(text: str, actors: list[str], recipients: list[str]) -> None:
    who, whom = parties(text)
    assert {a.split(" and ")[0] for a in who} == set(actors)
    assert {r.split(" and ")[0] for r in whom} == set(recipients)


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Kenya froze the assets of Somalia.", "COERCE"),
        ("Kenya walked out of the talks with Somalia.", "SANCTION"),
        ("Workers walked out in Nairobi.", "PROTEST"),
        ("Rebels took twelve tourists hostage.", "ASSAULT"),
        ("Kenya sent a delegation to Somalia.", "CONSULT"),
        ("Kenya put its troops on alert.", "MOBILIZE"),
        ("Kenya recalled its ambassador from Somalia.", "SANCTION"),
        ("Kenya raised the alert along the border.", "MOBILIZE"),
        ("The guard grabbed the reporter's wrist.", "ASSAULT"),
    ],
)
def test_what_stands_beside_the_verb_tells_its_categories_apart(text: str, category: str) -> None:
    assert [p.category for p in coded(text)] == [category]


@pytest.mark.parametrize(
    "text",
    [
        "The president held a news conference in Nairobi.",
        "Kenya hoped that Somalia would release the prisoners.",
        "Floods killed three people.",
        "The company sent invoices to customers.",
        "The minister pleaded guilty on Wednesday.",
    ],
)
def test_what_is_only_hoped_or_no_act_between_parties_is_not_coded(text: str) -> None:
    assert coded(text) == []


def acts(text: str) -> dict[str, str | None]:
    return {p.lemma: p.act for p in annotate(report("r", text, published="2021-03-05")).propositions}


@pytest.mark.parametrize(
    ("text", "verb", "act"),
    [
        # what a sentence only recalls or describes is an act all the same
        ("The pilot, who was penalised on Monday, left the room.", "penalise", "COERCE"),
        ("The airline will reach out to the two passengers.", "reach", "CONSULT"),
        ("Anna Berg resigned after she had blasted the senator in a speech.", "blast", "ACCUSE"),
        # what one calls another
        ("Anna Berg called the budget a disgrace.", "call", "ACCUSE"),
        ("Anna Berg called the budget a draft.", "call", None),
        # punished, freed, put out
        ("Karl Oder was handed a ten-year sentence.", "hand", "COERCE"),
        ("The court acquitted Karl Oder.", "acquit", "CONCEDE"),
        ("Two women were kicked off a plane in Nairobi.", "kick", "COERCE"),
        ("The firm removed the app from its store.", "remove", "COERCE"),
        ("The firm removed the paint from its windows.", "remove", None),
        # praised, defended, sought
        ("Environmental groups celebrated the ruling.", "celebrate", "SUPPORT"),
        ("The minister defended the law.", "defend", "SUPPORT"),
        ("Farmers celebrated Christmas.", "celebrate", None),
        # no act between parties
        ("The firm declined to comment.", "decline", None),
        ("A boiler exploded in the cellar.", "explode", None),
        ("The four tourists were released from hospital.", "release", None),
        ("The city released a report.", "release", None),
    ],
)
def test_a_clause_tells_of_an_act_wherever_it_stands(text: str, verb: str, act: str | None) -> None:
    assert acts(text)[verb] == act


def test_who_serves_a_sentence_suffers_it() -> None:
    (one,) = [
        p for p in annotate(report("r", "Karl Oder is serving a life sentence.")).propositions if p.lemma == "serve"
    ]
    assert [a.span.text for a in one.recipients] == ["Karl Oder"]
    assert not one.actors
