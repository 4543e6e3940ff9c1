"""Clauses that line up as one statement, and those that tell two things though their words are near."""

from __future__ import annotations

import msgspec
import pytest

from tests.reports import report
from variorum.api import dossier_of
from variorum.collate.clauses import Clause, content_words
from variorum.collate.likeness import alike, line_up
from variorum.encoder import encode, word_vectors
from variorum.encoder.words import stems
from variorum.knowledge.opposites import are_opposite
from variorum.model import LocalRef, Span


def agreed(first: str, second: str) -> list[set[str]]:
    """The words of each row on which two reports of one happening agree."""
    one = f"{first} Traders in Belmar spoke of a calm day, said Nadia Wray of the bank Oderland."
    other = f"{second} Nadia Wray, who works for Oderland in Belmar, found the day calm."
    found = dossier_of([report("a", one, published="2021-03-03"), report("b", other, published="2021-03-03")])
    return [{r.span.text for r in c.readings} for c in found.claims if c.verdict == "AGREE" and c.slot == "other"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Shares of the carmaker Norland Motors rose slightly before the opening bell.",
            "Shares of the carmaker Norland Motors fell slightly after the opening bell.",
        ),
        ("The first suspicious packages were discovered.", "Two additional suspicious packages were discovered."),
        ("The ferry was stopped in the strait for a second time.", "The ferry was stopped in the strait."),
        ("Did the envoy buy automatic rifles in Belmar?", "The envoy bought automatic rifles in Belmar."),
    ],
)
def test_opposite_tellings_are_no_one_statement(first: str, second: str) -> None:
    assert not any({first.rstrip("."), second.rstrip(".")} <= words for words in agreed(first, second))


def clause(
    words: str,
    lemma: str,
    *,
    report: str = "",
    subject: str = "",
    frame: str | None = None,
    where: str | None = "e-belmar",
    figures: tuple[float, ...] = (),
) -> Clause:
    typed = frozenset({("where", where)}) if where else frozenset()
    return Clause(
        ref=LocalRef(report or lemma, 0),
        span=Span(report or lemma, 0, len(words), words),
        subject=frozenset(stems(subject)),
        keys=frozenset({"@e-belmar"}) | content_words(words),
        subjects=frozenset(),
        persons=frozenset(),
        typed=typed,
        figures=frozenset((n, n) for n in figures),
        affirmed=True,
        unreal=False,
        words=len(content_words(words)),
        lemma=lemma,
        frame=frame,
        happening=None,
    )


def test_a_clause_within_a_longer_one_is_one_statement_with_the_clause_that_tells_it_alone() -> None:
    long = "Oskar Lind fell into the old canal of Belmar by accident while mending torn nets with his brother."
    rows = agreed(long, "Nobody saw it. He had been mending torn nets with his brother.")
    assert any(any("fell" not in words for words in row) and any("torn nets" in words for words in row) for row in rows)


def test_what_may_not_be_done_is_not_what_is_done() -> None:
    refused = "Shops of Belmar will not be allowed to sell smoked eels without a licence."
    rows = agreed(refused, "From May on traders will be allowed to sell smoked eels without a licence.")
    assert not any(all("to sell" in words for words in row) for row in rows)


def test_an_exact_figure_within_the_bounds_of_the_other_is_no_other_figure() -> None:
    words = "Visitors had gathered for the harvest festival"
    many = msgspec.structs.replace(clause(words, "gather"), figures=frozenset({(1000.0, None)}))
    exact = clause(words, "gather", report="b", figures=(22000,))
    assert alike(many, exact) is not None
    assert alike(exact, clause(words, "gather", report="b", figures=(30,))) is None
    two = msgspec.structs.replace(many, figures=frozenset({(1000.0, None), (2.0, 2.0)}))
    assert alike(two, clause(words, "gather", report="b", figures=(22000, 4))) is None


def test_what_was_in_another_country_or_town_is_another_thing() -> None:
    words = "the envoy was born in this place"
    here, there = (
        msgspec.structs.replace(clause(words, "bear", report=r, where=None), places=frozenset({place}))
        for r, place in (("a", ("NO", "e-belmar")), ("b", ("SE", None)))
    )
    assert alike(here, there) is None
    assert alike(here, msgspec.structs.replace(there, places=frozenset({("NO", None)}))) is not None


def test_what_other_named_persons_do_is_another_thing() -> None:
    words = "she was injured during the attack on the harbour"
    one, other = (
        msgspec.structs.replace(clause(words, "injure", report=r), persons=frozenset({who}))
        for r, who in (("a", "e-lind"), ("b", "e-berg"))
    )
    assert alike(one, other) is None
    assert alike(one, msgspec.structs.replace(other, persons=one.persons)) is not None
    assert alike(one, msgspec.structs.replace(other, persons=frozenset())) is not None


def test_the_more_telling_words_two_clauses_share_the_less_alike_they_need_be() -> None:
    one = clause("burglars took rare porcelain figurines from a museum", "take", subject="burglars", where=None)
    many = "a museum of the old port misses rare porcelain figurines since the visit of thieves"
    few = "a museum of the old port misses visitors since the harbour was closed"
    assert alike(one, clause(many, "miss", subject="museum", where=None)) is not None
    assert alike(one, clause(few, "miss", subject="museum", where=None)) is None


def test_two_words_are_a_statement_only_with_one_verb() -> None:
    one = clause("gambled in Las Vegas", "gamble")
    assert alike(one, clause("gambled in Las Vegas again", "gamble")) is not None
    assert alike(one, clause("gambled in Las Vegas again", "injure")) is None


def test_clauses_far_apart_in_their_words_are_parted_without_reading_their_verbs() -> None:
    encode.cache_clear()
    one = clause("an old aircraft of the coast guard landed safely at Belmar", "land", frame="travel", where=None)
    other = clause("the envoy flew to Belmar after the talks had failed", "fly", frame="travel", where=None)
    assert alike(one, other) is None
    assert encode.cache_info().misses == 0


def test_clauses_that_too_little_speaks_for_are_parted_without_comparing_their_words() -> None:
    word_vectors.cache_clear()
    assert alike(clause("gambled in Las Vegas", "gamble"), clause("an aircraft landed at Belmar", "land")) is None
    assert word_vectors.cache_info().misses == 0


def test_two_tellings_of_one_subject_are_one_only_where_they_say_the_same_of_it() -> None:
    built = clause("The new harbour of Belmar was built", "build", subject="The new harbour of Belmar", where=None)
    comes = clause("The new harbour of Belmar comes in", "come", subject="The new harbour of Belmar", where=None)
    assert alike(built, comes) is None
    jailed = clause("who was put in prison for taking pictures inside a military submarine", "put", where=None)
    again = clause("who was jailed for taking unauthorized pictures inside a submarine", "jail", where=None)
    assert alike(jailed, again) is not None


def test_to_be_tells_nothing_that_two_clauses_could_share() -> None:
    one = clause("the truck was full of explosives", "be", subject="the truck", where=None)
    assert alike(one, clause("the truck was still there", "be", report="b", subject="the truck", where=None)) is None


def test_no_two_clauses_of_a_row_exclude_each_other() -> None:
    rows = line_up(
        [
            clause("Soldiers of Norland took 12 prisoners at the bridge", "take", report="a", figures=(12,)),
            clause("Soldiers of Norland took prisoners at the bridge", "take", report="b"),
            clause("Soldiers of Norland took 40 prisoners at the bridge", "take", report="c", figures=(40,)),
        ]
    )
    assert [len(row) for row in rows] == [2]


def test_what_is_not_done_is_no_telling_of_it() -> None:
    one = "Instead of raising the price of bread in Belmar, the ministry waited."
    assert not any(
        "price" in words
        for row in agreed(one, "The ministry was raising the price of bread in Belmar.")
        for words in row
    )


def test_tellings_of_two_days_do_not_agree() -> None:
    first, second = "The report was published on Saturday in Belmar.", "The report was published on Sunday in Belmar."
    assert not any(len(row) > 1 for row in agreed(first, second) if any("published" in words for words in row))


def test_clauses_of_other_words_are_one_statement_where_each_word_has_its_like() -> None:
    one = clause("firefighters put out the blaze after six hours", "put", frame="rescue")
    assert alike(one, clause("firemen needed six hours to extinguish the fire", "need", frame="rescue")) is not None
    assert alike(one, clause("firefighters had a blaze of publicity before", "have", frame="rescue")) is None


def test_the_same_telling_is_one_statement() -> None:
    first = "Shares of the carmaker Norland Motors rose slightly before the opening bell."
    second = "Shares of the carmaker Norland Motors climbed slightly before the opening bell."
    assert any({first.rstrip("."), second.rstrip(".")} <= words for words in agreed(first, second))


def test_a_verb_is_not_opposite_to_itself_or_its_like() -> None:
    assert are_opposite("start", "stop")
    assert are_opposite("stop", "start")
    assert not are_opposite("start", "start")
    assert not are_opposite("start", "begin")


def test_what_two_reports_say_twice_is_one_row() -> None:
    one = "Shares of the carmaker Norland Motors rose slightly before the opening bell."
    other = "Before the opening bell the shares of Norland Motors climbed slightly."
    rows = [words for words in agreed(f"{one} {one}", f"{other} {other}") if any("Norland" in w for w in words)]
    assert len(rows) == 1


def test_what_one_report_says_once_more_stands_in_the_row() -> None:
    told = "Shares of the carmaker Norland Motors rose slightly before the opening bell."
    one = report("a", f"{told} Nadia Wray of Oderland spoke of a calm day.\n\n{told}", published="2021-03-03")
    other = report("b", f"{told} The day was calm, Nadia Wray of Oderland found.", published="2021-03-03")
    row = next(c for c in dossier_of([one, other]).claims if c.verdict == "AGREE" and c.slot == "other")
    assert [r.report for r in row.readings] == ["a", "a", "b"]


def test_a_long_report_has_a_row_for_each_of_forty_things_that_it_alone_tells() -> None:
    towns = ["Belmar", "Ardova", "Lendal", "Vass", "Corvo", "Dresvik", "Oderland", "Tarn"]
    things = (
        "mended its old bridge",
        "painted the school hall",
        "closed the fish market",
        "sold a ferry",
        "planted lime trees",
    )
    told = [f"{town} {thing}" for thing in things for town in towns]
    found = dossier_of([report("a", ". ".join(told) + ".", published="2021-03-03")])
    rows = {r.span.text for c in found.claims for r in c.readings}
    assert len(rows & set(told)) == len(told)


def test_a_short_statement_that_two_reports_tell_is_one_row_and_one_that_is_told_once_is_none() -> None:
    told = agreed("People in the square fled. It was fireworks.", "Families ran from the square. It was fireworks.")
    assert {"It was fireworks"} in told
    alone = dossier_of([report("a", "People in the square fled. It was fireworks.", published="2021-03-03")])
    assert not any(r.span.text == "It was fireworks" for c in alone.claims for r in c.readings)


@pytest.mark.parametrize("words", ["I think", "It probably is", "The boy is 4 years old"])
def test_what_has_no_telling_word_beside_its_verb_or_only_an_age_is_no_statement(words: str) -> None:
    told = agreed(f"People in the square fled. {words}.", f"Families ran from the square. {words}.")
    assert not any(words in row for row in told)


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("Nadia Wray blasted the ferry operators", True),
        ("Nadia Wray called the long delay a national disgrace", True),
        ("Nadia Wray noted that the ferries would sail again", False),
    ],
)
def test_how_somebody_takes_something_is_a_row_though_its_verb_is_one_of_saying(words: str, kept: bool) -> None:
    found = dossier_of([report("a", f"The ferries to Belmar stood still on Monday. {words}.", published="2021-03-03")])
    assert any(words in r.span.text for c in found.claims for r in c.readings) == kept


def test_who_is_taken_to_hospital_is_not_released_from_it() -> None:
    taken = "Four passengers with serious injuries were taken to hospital."
    released = "Four passengers with serious injuries were released from hospital."
    assert not any({taken.rstrip("."), released.rstrip(".")} <= words for words in agreed(taken, released))


def test_what_one_report_adds_behind_a_comma_is_not_agreed_on() -> None:
    found = agreed(
        "The ferry was operated by Norland Boats, a unit of Lendal Lines.", "The ferry was operated by Norland Boats."
    )
    assert {"The ferry was operated by Norland Boats"} in found


def test_what_names_a_date_or_place_behind_a_comma_is_left_whole() -> None:
    found = agreed("The new ferry will sail from Belmar, Ardova.", "The new ferry will sail from Belmar on Monday.")
    assert any("The new ferry will sail from Belmar, Ardova" in words for words in found)


def test_what_is_counted_as_the_second_of_its_kind_tells_of_others() -> None:
    found = agreed(
        "Ardova has conducted dozens of tests of its missiles.",
        "It is the second time in four days that Ardova has tested its missiles.",
    )
    assert not any("Ardova has tested its missiles" in words for words in found)


def test_what_one_speaker_says_in_two_wordings_of_an_utterance_is_one_row() -> None:
    said = "We will lend our neighbours in Corvo a hand whatever the weather"
    told = "Belmar would always stand by Corvo “whatever the weather”"
    rows = agreed(f"“{said},” Mayor Mira Lendal said.", f"Mayor Mira Lendal said that {told}.")
    assert {said, told.rstrip("”")} in rows


def test_to_fail_is_not_to_succeed() -> None:
    failing = "Any attempt to divide the two towns of Belmar and Corvo will fail"
    vain = "Any attempt to divide Belmar and Corvo will not succeed"
    assert {failing, vain} in agreed(f"“{failing},” Mayor Mira Lendal said.", f"{vain}, Mira Lendal told the council.")


def test_what_is_done_to_nothing_is_not_done() -> None:
    none = "The guild gave no proof of the theft"
    assert {none, "No proof of the theft was given by the guild"} in agreed(
        f"{none}.", "No proof of the theft was given by the guild."
    )
    assert not any("proof" in w for row in agreed(f"{none}.", "The guild gave proof of the theft.") for w in row)


def test_that_somebody_announced_is_no_statement_without_what_he_announced() -> None:
    found = agreed(
        "Tomas Varga has announced that the ferry will sail in May.",
        "Tomas Varga has already announced that he bought three customers a drink.",
    )
    assert not any(text.endswith("announced") for words in found for text in words)


def test_a_row_of_words_that_make_no_question_asks_what_their_speaker_says() -> None:
    text = "“It's wonderful for the whole of the old town,” Mira Lendal of Belmar said on Monday."
    questions = [c.question for c in dossier_of([report("a", text, published="2021-03-03")]).claims]
    assert any(q.startswith("What does Mira Lendal say of this: It's wonderful") for q in questions)


def test_clauses_of_one_utterance_that_tell_other_things_of_it_are_no_one_statement() -> None:
    danger = clause("the ferry was in grave danger on the rocks", "be", report="a")
    saved = clause("The crew's quick response saved the passengers' lives", "save", report="b")
    one, other = (
        msgspec.structs.replace(c, said=frozenset({"u1"}), all_said=frozenset({"u1"})) for c in (danger, saved)
    )
    assert alike(one, other) is None


@pytest.mark.parametrize("words", ["concerning fireworks in Belmar on Monday", "based on the age of the crew"])
def test_a_participle_that_is_a_preposition_tells_nothing(words: str) -> None:
    one, other = f"The council spoke of rules {words}. It met.", f"The mayor spoke of rules {words}. He left."
    assert not any(text.startswith(words[:9]) for row in agreed(one, other) for text in row)


def test_what_was_to_be_done_is_asked_for_in_a_sentence() -> None:
    one = "The captain of the ferry turned round in the strait to avoid a collision in the dark."
    other = "The ferry of Belmar went back, its captain said, to avoid a collision in the dark."
    reports = [report(n, text, published="2021-03-03") for n, text in (("a", one), ("b", other))]
    assert not any(": to " in c.question for c in dossier_of(reports).claims)
