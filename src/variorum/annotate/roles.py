"""Roles: who did what to whom, where and with what, read off the parse and tied to mentions, times and quantities."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from spacy.tokens import Token

from variorum.annotate.beyond import asked, beyond
from variorum.annotate.clauses import bare_edges, conjuncts_of, is_passive, is_raised, is_verb, subject_of
from variorum.annotate.event_nouns import BY_NATIONS, DONE_BY, MEETINGS, SENT, SUFFERED
from variorum.annotate.fillers import mention_at, phrases
from variorum.annotate.layer import span_of
from variorum.annotate.whereabouts import at_place, is_side_of_a_site, places_by_the_way
from variorum.knowledge.territories import territory_by_demonym
from variorum.knowledge.weapons import load_weapons
from variorum.model import Argument, Quantity, Role, Span

WHERE = {"in", "at", "near", "on", "outside", "inside", "around", "from", "along", "off", "across", "over", "close"}
AT_A_SITE = {"at", "near", "outside", "inside"}  # an organisation that something happens at is its building
WITH = {"with", "using"}
MOTIVES = {"retaliation", "revenge", "reprisal", "response", "reaction", "protest", "retribution"}
TARGETS = {"on", "against", "at", "of", "into", "to", "with", "between"}
AIMED = {"into", "at", "against", "through", "onto"}
NO_ROLE = {
    "according",
    "due",
    "because",
    "owing",
    "thanks",
    "prior",
    "compared",
}  # what follows their "to" takes no part
MOVING = {
    *("come", "go", "run", "walk", "stand", "sit", "rise", "arrive", "fall", "jump", "turn", "return", "stop", "try"),
    *(
        "wait",
        "stay",
        "live",
        "die",
        "fly",
        "drive",
        "step",
        "travel",
        "climb",
        "talk",
        "speak",
        "smile",
        "cry",
        "sign",
    ),
}  # verbs that take no object, however the next verb does
BESIDE = {"along", "together"}
LIGHT = {
    *("conduct", "carry", "stage", "hold", "launch", "mount", "make", "give", "deliver", "pay", "lodge", "issue"),
    *("raise", "open", "begin", "start", "order", "impose", "perform", "undertake", "commit"),
}  # verbs whose object tells what is done


def arguments_of(token: Token, framed: Set[int]) -> tuple[Argument, ...]:
    """The arguments of the predicate `token` except its dates, in text order; `framed` are the tokens that trigger a frame."""
    found = list(verb_arguments(token) if is_verb(token) else noun_arguments(token))
    if not is_verb(token):
        found += arguments_of_light(token, framed)
        found += [] if any(a.role == "who" and a.mention is not None for a in found) else nation_of(token)
    elif not any(a.role == "where" for a in found):
        found += places_by_the_way(token, is_framed=token.i in framed)
    found += list(reasons(token))
    found += [Argument("how_many", q.span, quantity=n) for n, q in figures(token, found)]
    return tuple(sorted(dict.fromkeys(found), key=lambda a: (a.span, a.role)))


def reasons(token: Token) -> Iterator[Argument]:
    """Why: "in retaliation for the raid", "because of the storm", "due to a fault", "because the road was icy"."""
    for child in token.children:
        word = child.lower_
        if child.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "because" for c in child.children):
            yield Argument("why", span_of(token.doc, child.left_edge.i, bare_edges(child)[1]))
        elif child.dep_ == "prep" and (
            word in {"because", "due"}
            or (word in {"in", "as", "for"} and any(c.lemma_.lower() in MOTIVES for c in child.children))
        ):
            yield Argument("why", span_of(token.doc, child.i, bare_edges(child)[1]), preposition=word)


def verb_arguments(verb: Token) -> Iterator[Argument]:
    """Subject and object by voice, then prepositional arguments."""
    passive = is_passive(verb) and not is_raised(verb)
    subject = subject_of(verb)
    if subject is not None:
        yield from phrases("whom" if passive else "who", subject)
        for prep in (c for c in subject.children if c.dep_ == "prep" and c.lower_ in BESIDE):
            yield from prepositional(prep)
    for child in (*verb.children, *shared_object(verb)):
        if child.dep_ == "dative" and child.pos_ == "ADP":
            yield from (a for one in child.children for a in phrases("whom", one, child.lower_))
        elif child.dep_ in {"dobj", "obj", "dative", "attr", "oprd"}:
            yield from phrases("with_what" if is_wielded(child) else "whom", child)
            yield from beyond(child)
        elif child.dep_ == "agent":
            for one in child.children:
                yield from phrases("who", one)
        elif child.dep_ == "prep":
            yield from prepositional(child)


def beside(prep: Token) -> Iterator[Argument]:
    """Who takes part on the side of the subject: "along with the union"."""
    role: Role = "whom" if any(is_passive(t) for t in [t for t in prep.ancestors if is_verb(t)][:1]) else "who"
    for one in prep.children:
        yield from phrases(role, one)


def shared_object(verb: Token) -> list[Token]:
    """The object that a verb shares with the next one: "the animal grabbed and dragged the child"."""
    after = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else None
    if after is None or after.dep_ != "cc" or verb.lemma_.lower() in MOVING or is_passive(verb):
        return []
    following = next((c for c in verb.children if c.dep_ == "conj" and c.tag_ == verb.tag_ and c.i > after.i), None)
    if following is None or any(c.dep_ in {"nsubj", "nsubjpass", "aux", "neg"} for c in following.children):
        return []
    return [c for c in following.children if c.dep_ in {"dobj", "obj"} and c.i > following.i]


def is_wielded(thing: Token) -> bool:
    """Whether the object is what one uses against another: "rammed a truck into the wall", "fired rockets at the base"."""
    word = thing.lemma_.lower()
    kind = load_weapons().class_of(word) or load_weapons().class_of(thing.lower_)
    return kind is not None and any(c.dep_ == "prep" and c.lower_ in AIMED for c in thing.head.children)


def noun_arguments(noun: Token) -> Iterator[Argument]:
    """ "the bombing of X by Y in Z", "the Taliban attack", "X's visit"; whose arrest or rescue it is, it is done to."""
    for child in noun.children:
        if child.dep_ in {"poss", "compound", "nmod"}:
            own: Role = "whom" if noun.lemma_.lower() in SUFFERED else "who"
            yield from phrases("where" if is_locality(child) or beside_locality(child) else own, child)
        elif child.dep_ == "prep" and tells_doer(child.lower_, noun.lemma_.lower()):
            for one in child.children:
                yield from phrases("who", one)
                yield from (a for t in conjuncts_of(one) for c in t.children if c.dep_ == "prep" for a in at_place(c))
        elif child.dep_ == "prep" and (pair := swallowed(child)) is not None:
            yield from phrases("whom", pair[0], child.lower_)
            yield from phrases("who", pair[1])
        elif child.dep_ == "prep":
            yield from prepositional(child, of_event=True)
    if noun.lemma_.lower() in MEETINGS and noun.dep_ == "pobj" and is_verb(noun.head.head):
        subject = subject_of(noun.head.head)
        if subject is not None and noun.i < subject.i:
            yield from phrases("who", subject)
    yield from asked(noun)


def tells_doer(word: str, noun: str) -> bool:
    """Whether a preposition after an event noun tells who does it: "bombing by", "resignation of", "warning from"."""
    return word == "by" or (word == "of" and noun in DONE_BY) or (word == "from" and noun in SENT)


def swallowed(prep: Token) -> tuple[Token, Token] | None:
    """The two who meet where the parse reads them as one: "In a meeting with Ann Berg, General Karl Oder also said"."""
    head = next((c for c in prep.children if c.dep_ == "pobj"), None)
    if head is None or prep.lower_ != "with" or prep.head.lemma_.lower() not in MEETINGS:
        return None
    comma = next((t for t in prep.doc[head.left_edge.i : head.i] if t.text == ","), None)
    first = prep.doc[comma.i - 1] if comma is not None and comma.i > head.left_edge.i else None
    if first is None or mention_at(first) in {None, mention_at(head)}:
        return None
    return first, head


def nation_of(noun: Token) -> Iterator[Argument]:
    """The nation whose act an event noun tells by an adjective: "the North Ardovan missile launch"."""
    if noun.lemma_.lower() not in BY_NATIONS:
        return
    left = [t for t in noun.doc[noun.left_edge.i : noun.i] if t.dep_ in {"amod", "compound", "nmod"}]
    for size in (2, 1):
        for n in range(len(left) - size + 1):
            words = left[n : n + size]
            if words[-1].i - words[0].i == size - 1 and territory_by_demonym(" ".join(t.text for t in words)):
                yield Argument("who", span_of(noun.doc, words[0].i, words[-1].i + 1))
                return


def is_locality(token: Token) -> bool:
    """Whether `token` names a city or region, which acts less than things happen in it ("the Karachi attack"); a country acts."""
    at = mention_at(token)
    places = token.doc._.place_references
    if at is None or token.doc._.mentions[at].kind != "place" or at >= len(places):
        return False
    return places[at] is None or places[at].feature != "country"


def beside_locality(token: Token) -> bool:
    """Whether `token` is a name without known kind of its own beside that of a city or region: "the Dasu and Karachi attacks"."""
    at = mention_at(token)
    kind = token.doc._.mentions[at].kind if at is not None else None
    return kind in {None, "organisation", "thing"} and token.pos_ == "PROPN" and any(map(is_locality, token.conjuncts))


def places_apart(noun: Token) -> tuple[Token, ...]:
    """The places of several happenings that one noun in the plural tells ("after the Dasu and Karachi attacks"); none where it
    tells of one place, or where its verb tells what they did together ("the Dasu and Karachi attacks killed twelve")."""
    if noun.tag_ not in {"NNS", "NNPS"} or noun.dep_ in {"nsubj", "nsubjpass"}:
        return ()
    for child in noun.children:
        if child.dep_ in {"compound", "nmod"} and (is_locality(child) or beside_locality(child)):
            found = conjuncts_of(child)
            return tuple(found) if len(found) > 1 else ()
    return ()


def prepositional(prep: Token, *, of_event: bool = False) -> Iterator[Argument]:
    """The phrase under `prep` as a place, target, instrument or reason, by its mention's kind."""
    for child in prep.children:
        if prep.lower_ in BESIDE and child.dep_ == "prep" and child.lower_ == "with":
            yield from beside(child)
            continue
        if child.dep_ not in {"pobj", "pcomp"}:
            if child.dep_ == "prep" and prep.lower_ not in NO_ROLE:
                yield from prepositional(child, of_event=of_event)
            continue
        word = prep.lower_
        at = mention_at(child)
        kind = child.doc._.mentions[at].kind if at is not None else None
        if (kind in {"place", "facility"} and word in WHERE) or (kind == "organisation" and word in AT_A_SITE):
            yield from phrases("where", child, word)
            if of_event and word in {"on", "at"} and kind == "facility":
                yield from phrases("whom", child, word)
        elif word in WITH and kind is None:
            yield from phrases("with_what", child, word)
        elif word in TARGETS:
            yield from phrases("whom", child, word)
        # the place of a place: "in the city of Mazar-i-Sharif", "at the university in Karachi"
        for inner in child.children:
            if inner.dep_ == "prep" and inner.lower_ in {*WHERE, "of"}:
                for argument in prepositional(inner, of_event=of_event):
                    of_place = inner.lower_ == "of" and (
                        kind in {"place", "facility"} or is_side_of_a_site(child, argument)
                    )
                    if argument.role == "where" or of_place:
                        preposition = word if word == "from" else inner.lower_  # where one comes from, all of it
                        yield Argument("where", argument.span, argument.mention, preposition=preposition)


def figures(token: Token, arguments: Sequence[Argument]) -> Iterator[tuple[int, Quantity]]:
    """The quantities that stand in the subject or object of the predicate: what it counts."""
    for n, quantity in enumerate(token.doc._.quantities):
        if quantity.nature not in {"count", "money", "measure"}:
            continue
        for argument in arguments:
            if argument.role in {"who", "whom"} and starts_in(quantity.span, argument.span):
                yield n, quantity
                break


def starts_in(inner: Span, outer: Span) -> bool:
    """Whether `inner` begins within `outer`, or ends in it ("at least" may stand before the noun phrase)."""
    return outer.start <= inner.start < outer.end or outer.start < inner.end <= outer.end


def event_told(verb: Token, framed: Set[int]) -> Token | None:
    """The event noun that an unframed verb tells of: "the blast occurred", "a speech set for March", "held a vote"."""
    if verb.i in framed or not is_verb(verb):
        return None
    told = [] if is_aside(verb) else [subject_of(verb)]
    if verb.lemma_.lower() in LIGHT:
        told += [c for c in verb.children if c.dep_ == "dobj"]
    return next((t for t in told if t is not None and t.i in framed and not is_verb(t)), None)


def is_aside(verb: Token) -> bool:
    """Whether a verb does not tell of its subject's happening: a participle that goes with what stands before it ("payments,
    beginning in 2009"), or the present of a text that says something ("the indictment lists thefts of 2011")."""
    first = verb
    while first.dep_ == "conj":
        first = first.head
    participle = verb.tag_ == "VBG" and first.dep_ == "advcl"
    return participle or (verb.tag_ in {"VBZ", "VBP"} and any(c.dep_ == "dobj" for c in verb.children))


def taking_part(noun: Token) -> Token | None:
    """The verb that tells that somebody takes part in an event: "took part in a protest", "participated in the raid"."""
    above = noun.head.head
    if noun.head.lower_ != "in" or above.lemma_.lower() not in {"take", "part", "participate", "engage"}:
        return None
    if above.lower_ == "part":
        return above.head if above.head.lemma_.lower() == "take" else None
    return None if above.lemma_.lower() == "take" and not any(c.lower_ == "part" for c in above.children) else above


def arguments_of_light(noun: Token, framed: Set[int]) -> Iterator[Argument]:
    """What the verb that tells of the event noun gives it: its places, and who conducts it."""
    verb = noun.head
    taking = taking_part(noun) if noun.dep_ == "pobj" else None
    if taking is not None and (subject := subject_of(taking)) is not None:
        yield from phrases("who", subject)
    told = event_told(verb, framed) if is_verb(verb) else None
    if told is not None and told.i == noun.i:
        roles = {"where", "who"} if noun.dep_ == "dobj" else {"where"}
        yield from (a for a in verb_arguments(verb) if a.role in roles)
