"""Which slot a number answers (killed, injured, people, distance ...), by the words beside it and the deed it is told of."""

from __future__ import annotations

import re

from variorum.knowledge.people import is_word
from variorum.knowledge.slots import Counted, load_counted
from variorum.knowledge.territories import territory_by_demonym
from variorum.model import Annotation, NumberSlot, Proposition, Quantity

BY_FRAME: dict[str, tuple[str, NumberSlot]] = {
    "kill": ("whom", "killed"),
    "injure": ("whom", "injured"),
    "arrest": ("whom", "detained"),
    "abduct": ("whom", "kidnapped"),
    "rescue": ("whom", "rescued"),
    "evacuate": ("any", "displaced"),
}
OTHER_CLAUSE = r"(?:whose|when|where|while|after|before|because|as|if|until)"
BE = rf"\W*(?:(?!{OTHER_CLAUSE}\b)\w+\W+){{0,3}}?(?:is|are|was|were|be|been|being)\W+(?:\w+\W+){{0,2}}?"
CONDITIONS: tuple[tuple[re.Pattern[str], NumberSlot], ...] = (
    (re.compile(BE + r"(?:dead|killed)\b"), "killed"),
    (re.compile(r"\W*(?:(?:have|had|has)\W+)?(?:died|perished)\b"), "killed"),
    (
        re.compile(
            BE + r"(?:injured|wounded|hurt|hospitali[sz]ed|critical|in (?:a )?(?:critical|serious|stable) condition)\b"
        ),
        "injured",
    ),
    (
        re.compile(BE + r"(?:taken|rushed|transferred|brought|admitted|flown) to (?:\w+\W+){0,3}?hospitals?\b"),
        "injured",
    ),
    (re.compile(r"\W*(?:(?:have|had|has|who)\W+)?suffered (?:\w+\W+){0,3}?injur(?:y|ies)\b"), "injured"),
    (re.compile(r"\W*with (?:\w+\W+){0,3}?injur(?:y|ies)\b"), "injured"),
    (re.compile(BE + r"missing\b"), "missing"),
    (
        re.compile(
            BE + r"(?:arrested|detained|held|taken into custody|behind bars|in (?:\w+\W+)?(?:custody|detention))\b"
        ),
        "detained",
    ),
    (re.compile(BE + r"rescued\b"), "rescued"),
    (re.compile(r"\W*(?:(?:\w+\W+){0,3}?)(?:flee|fled|fleeing)\b"), "displaced"),
    (
        re.compile(
            BE + r"(?:evacuated|displaced|uprooted|made homeless|driven (?:from|out)|moved to safety|removed from"
            r"|forced to (?:leave|flee))"
        ),
        "displaced",
    ),
)
TOLD_BEFORE: tuple[tuple[re.Pattern[str], NumberSlot], ...] = (
    (
        re.compile(r"\b(?:injury|injured|wounded) toll\b[^.;:]{0,40}\b(?:at|to|of|past|is|was|reached|passed)\s*$"),
        "injured",
    ),
    (
        re.compile(
            r"\btolls?\b(?! road| gate| booth)[^.;:]{0,60}"
            r"\b(?:at|to|of|past|is|was|were|reached|passed|above|topped|exceeded|hit|by)\s*$"
        ),
        "killed",
    ),
    (re.compile(r"\bshot (?:\w+ )?dead\s*$"), "killed"),
    (re.compile(r"\b(?:displaced|uprooted|evacuated)\s*$"), "displaced"),
)
DRIVEN = re.compile(r"\b(?:drove|driven|forced|sent)\s*$")
FLEEING = re.compile(
    r"\W*(?:\w+\W+){0,2}?(?:from|out of) (?:their|its) (?:homes?|houses?|villages?)|\W*to (?:flee|leave)\b"
)
TAKEN = re.compile(
    r"\b(?:claim(?:s|ed|ing)?|tak(?:e|es|en|ing)|took|costs?|costing|los(?:t|ses?|s of|ing)|ended)\W+(?:\w+\W+){0,3}?$",
    re.I,
)
BEFALLS = re.compile(
    rf"\W*(?:(?!(?:who|{OTHER_CLAUSE})\b)\w+\W+){{0,4}}?(?:is|are|was|were|be|been|being|got|died|dead|injured|hurt|wounded|missing)\b"
)
SENTENCE_END = re.compile(r"\.\s|\n")
CLAUSE_END = re.compile(r"[.;\n]|, (?!with)| and | while | but ")
SEVERE = (
    (
        "gravely",
        re.compile(r"\b(?:critical|critically|serious|seriously|severe|severely|grave|gravely|life-threatening)\b"),
    ),
    ("lightly", re.compile(r"\b(?:slight|slightly|minor|light|lightly)\b")),
)
OF_WHOM, OTHERS = re.compile(r"\s+of\s+whom\b"), re.compile(r"\s+others\b")
AND_BEFORE = re.compile(r"\s*,?\s+(?:and|along with|with|plus)\s+$")
DOING = re.compile(
    r"\s+(?:were|are|have been|had been)\s+(?!of\b)\w+(?:ing|ed)\b|\s+(?:gathered|marched|fled|attended|protested|rallied)\b"
)
NAME_BEFORE = re.compile(
    r"(?P<preposition>\b(?i:in|on|at|from|near|of|by|since|until|to|with|and|for)\s+(?:the\s+)?)?(?P<word>[A-Z][\w’'-]*) [“\"]?$"
)
DYING = {"die", "perish", "succumb"}
TOLL: frozenset[NumberSlot] = frozenset(
    {"killed", "injured", "missing", "detained", "kidnapped", "rescued", "displaced"}
)


def slot_of(annotation: Annotation, quantity: Quantity, told: int | None) -> NumberSlot | str | None:
    """The slot of a figure, None where it answers no question of the grid."""
    counted = load_counted()
    of = (quantity.of or "").casefold()
    proposition = annotation.propositions[told] if told is not None else None
    match quantity.nature:
        case "money" | "percent":
            return "amount"
        case "age":
            return "other"
        case "magnitude":
            return "magnitude"
        case "measure":
            unit = (quantity.unit or of).casefold()
            return "distance" if counted.is_(unit, "length") else "duration" if counted.is_(unit, "time") else "amount"
        case "ordinal" | "name":
            return None
        case _:
            pass
    if is_zero(quantity) and not BEFALLS.match(annotation.report.text, quantity.span.end):
        return None
    by_words = state_of(annotation, quantity, counted)
    if by_words is not None:
        return by_words
    if proposition is not None and proposition.frame in BY_FRAME and in_role(quantity, proposition):
        return BY_FRAME[proposition.frame][1]
    if counted.is_(of, "time"):
        return "duration"
    if counted.is_(of, "length"):
        return "distance"
    if is_article(annotation, quantity) or is_winner_of(annotation, quantity) or is_zero(quantity):
        return None
    if is_of_a_name(annotation, quantity):
        return None
    if is_people(annotation, quantity, counted) or (not of and stands_for_people(annotation, quantity)):
        return "people"
    return "count" if of else None


def is_of_a_name(annotation: Annotation, quantity: Quantity) -> bool:
    """Whether a number ends a name that no place and no time is ("Vega 9 rockets", "the Meridian 11 mission")."""
    if not quantity.span.text.isdigit():
        return False
    before = NAME_BEFORE.search(annotation.report.text, max(0, quantity.span.start - 40), quantity.span.start)
    if before is None:
        return False
    word = annotation.report.span(before.start("word"), before.end("word"))
    opens = any(s.start == word.start for s in annotation.sentences)
    timed = any(t.span.overlaps(word) for t in annotation.times)
    return not (opens or timed or before["preposition"])


def is_article(annotation: Annotation, quantity: Quantity) -> bool:
    """Whether "one" only points at something and nobody counted: "one of the men", "at one point", "one source said".

    Beside another number of the same noun it counts ("20 counts of fraud and one count of perjury").
    """
    if quantity.span.text.casefold() != "one":
        return False
    sentence = next((s for s in annotation.sentences if s.covers(quantity.span)), quantity.span)
    beside = [q for q in annotation.quantities if q.nature == "count" and sentence.covers(q.span) and q.low != 1]
    return quantity.subset or all(thing_of(q) != thing_of(quantity) for q in beside)


def thing_of(quantity: Quantity) -> str:
    """What is counted, as a key that two reports can share; a bare figure in a slot counts people ("19 others")."""
    words = (
        (quantity.of or quantity.unit or ("people" if quantity.nature == "count" else quantity.nature))
        .casefold()
        .split()
    )
    return load_counted().alike(words[-1]) if words else quantity.nature


def is_winner_of(annotation: Annotation, quantity: Quantity) -> bool:
    """Whether the number says how often somebody won or served: "a three-time champion"."""
    return bool(re.match(r"[-–]times?\s", annotation.report.text[quantity.span.end :][:8]))


def is_zero(quantity: Quantity) -> bool:
    """Whether nobody at all is told of, in one word: "nobody", "no one", "none"."""
    return quantity.low == quantity.high == 0 and quantity.span.text.casefold() not in {"no", "zero", "0"}


def state_of(annotation: Annotation, quantity: Quantity, counted: Counted) -> NumberSlot | None:
    """The slot that the words right after the number give: "dead", "wounded", "people missing", "bodies"."""
    text = annotation.report.text
    end = quantity.of_span.end if quantity.of_span else quantity.span.end
    if counted.is_((quantity.of or "").casefold(), "life"):
        return "killed" if TAKEN.search(text, max(0, quantity.span.start - 40), quantity.span.start) else None
    near = text[quantity.span.end : end + 24].casefold().replace(",", " ").split(".")[0].split()
    phrase = " ".join(near[: len(text[quantity.span.end : end].split()) + 1])
    for word in phrase.split():
        slot = counted.state(word)
        if slot is not None:
            return slot
    after = SENTENCE_END.split(text[end : end + 90])[0].casefold()
    found = next((slot for pattern, slot in CONDITIONS if pattern.match(after)), None)
    return found or told_before(text[max(0, quantity.span.start - 90) : quantity.span.start].casefold(), after)


def told_before(before: str, after: str) -> NumberSlot | None:
    """The slot that the words before the number give: "the toll stood at", "displaced", "drove 300 from their homes"."""
    found = next((slot for pattern, slot in TOLD_BEFORE if pattern.search(before)), None)
    return found or ("displaced" if DRIVEN.search(before) and FLEEING.match(after) else None)


def severity_of(annotation: Annotation, quantity: Quantity) -> str:
    """How badly those counted are hurt, where the words beside the figure say so: two severities are two questions."""
    end = quantity.of_span.end if quantity.of_span else quantity.span.end
    after = CLAUSE_END.split(annotation.report.text[end : end + 70])[0].casefold()
    return next((part for part, words in SEVERE if words.search(after)), "")


def in_role(quantity: Quantity, proposition: Proposition) -> bool:
    """Whether the figure counts those to whom the predicate happens (who dies, is killed, is arrested)."""
    wanted = BY_FRAME[proposition.frame or ""][0]
    if proposition.lemma in DYING or wanted == "any":
        wanted = "who" if proposition.lemma in DYING else "any"
    for argument in proposition.arguments:
        if argument.role in {"who", "whom"} and argument.span.start <= quantity.span.start < argument.span.end + 1:
            return wanted in {"any", argument.role}
    return proposition.nominal


def is_people(annotation: Annotation, quantity: Quantity, counted: Counted) -> bool:
    """Whether what is counted are persons, not bodies of them ("24 teams")."""
    of = (quantity.of or "").casefold()
    if counted.is_(of, "body"):
        return False
    noun = of.split()[-1] if of else ""
    if counted.is_(of, "people") or is_word(noun, "person") or is_word(noun.removesuffix("s"), "person"):
        return True
    span = quantity.of_span
    return span is not None and (
        is_of_a_nation(span.text)
        or any(
            m.kind in {"person", "group"} and m.head.overlaps(span) and m.head.end == span.end
            for m in annotation.mentions
        )
    )


def stands_for_people(annotation: Annotation, quantity: Quantity) -> bool:
    """Whether a figure without a noun counts people: "five of whom", "Lendal and 19 others", "thousands were watching"."""
    text, end = annotation.report.text, quantity.span.end
    if OF_WHOM.match(text, end):
        return True
    if OTHERS.match(text, end):
        before = AND_BEFORE.search(text, max(0, quantity.span.start - 12), quantity.span.start)
        return before is not None and any(
            m.kind in {"person", "group"} and m.span.end == before.start() for m in annotation.mentions
        )
    return quantity.high is None and quantity.span.text[:1].isupper() and DOING.match(text, end) is not None


def is_of_a_nation(phrase: str) -> bool:
    """Whether the noun of a phrase names the people of a country: "2.5 million more Americans", "400,000 Brits"."""
    noun = phrase.split()[-1].rstrip("'’")
    return noun.endswith(("s", "ese")) and territory_by_demonym(noun) is not None
