"""Why nothing came out of a sentence: which step stopped, and at which word."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from variorum.annotate.clauses import is_predicate, is_verb
from variorum.annotate.layer import span_of, tokens_of
from variorum.explanation.model import Passage, Stop
from variorum.knowledge.frames import Trigger, load_triggers
from variorum.model import Annotation, Proposition

READ_AS = {"NOUN": "a noun", "PROPN": "a name", "ADJ": "an adjective", "ADP": "a preposition", "ADV": "an adverb"}
PARTS_OF_PHRASES = {"amod", "compound", "nmod"}


def stops_in(passage: Passage, doc: Doc, annotation: Annotation) -> Iterator[Stop]:
    """The steps that stopped in a sentence; none where a clause of some frame came out of it."""
    propositions = [annotation.propositions[n] for n in passage.propositions]
    if not propositions:
        yield from without_propositions(passage, doc)
    elif not any(p.frame for p in propositions):
        for proposition in propositions:
            yield Stop("frames", why_no_frame(proposition), proposition.predicate)


def without_propositions(passage: Passage, doc: Doc) -> Iterator[Stop]:
    """Why no clause was found: what was made of each word that could have told something."""
    tokens = [t for t in tokens_of(doc, passage.span) if not t.is_space and not t.is_punct]
    found = [(token, why) for token in tokens if (why := why_no_predicate(token)) is not None]
    if not found:
        yield Stop("propositions", "there is no verb and no noun of any frame in it")
    for token, why in found:
        yield Stop("propositions", why, span_of(doc, token.i, token.i + 1))


def why_no_predicate(token: Token) -> str | None:
    """Why a word that could tell something does not head a clause here; None where it could not."""
    lemma = token.lemma_.lower()
    noun, verb = (load_triggers().get((lemma, part), ()) for part in ("noun", "verb"))
    if token.pos_ in {"VERB", "AUX"} and not is_verb(token):
        return f'taken for a noun, since it hangs on "{token.head}"'
    if is_verb(token):
        return None if is_predicate(token) else why_verb_no_predicate(token)
    if noun and token.dep_ in PARTS_OF_PHRASES:
        return f'it can tell of {frames(noun)}, but is read as a part of the phrase of "{token.head}"'
    if noun and is_predicate(token):
        return unmet(noun)
    if verb and not noun:
        return f"as a verb it can tell of {frames(verb)}, but it is read as {READ_AS.get(token.pos_, 'another word')}"
    return None


def why_verb_no_predicate(verb: Token) -> str:
    """What a verb is read as that heads no clause."""
    if verb.dep_ in PARTS_OF_PHRASES:
        return f'read as a part of the phrase of "{verb.head}"'
    if verb.tag_ == "MD":
        return "it stands without the verb that it belongs to"
    return f'read as an auxiliary of "{verb.head}"'


def why_no_frame(proposition: Proposition) -> str:
    """Why a clause is of no frame: its word is in no table, or only with a condition that does not hold."""
    triggers = load_triggers().get((proposition.lemma, "noun" if proposition.nominal else "verb"), ())
    return unmet(triggers) if triggers else "of no frame, so the clause is lined up by its words alone"


def unmet(triggers: tuple[Trigger, ...]) -> str:
    """`it tells of meet only with meeting or talk as its object`, `it tells of nothing behind under`."""
    told = [f"{t.frame} only {condition(t)}" if t.frame else f"nothing {condition(t)}" for t in triggers if t.relation]
    return "it tells of " + ", and of ".join(told)


def condition(trigger: Trigger) -> str:
    """The condition of a trigger in words."""
    any_word = trigger.lemmas == {"*"}
    some = sorted(trigger.lemmas)
    listed = " or ".join([", ".join(some[:-1]), some[-1]] if len(some) > 1 else some)
    match trigger.relation:
        case "particle":
            return f'with "{listed}" after it'
        case "object":
            return "with an object" if any_word else f"with {listed} as its object"
        case "modifier":
            return "with a word before it" if any_word else f"with {listed} before it"
        case "behind":
            return f"behind {listed}"
        case preposition:
            return f'with "{preposition}" after it' if any_word else f'with "{preposition}" and {listed} after it'


def frames(triggers: tuple[Trigger, ...]) -> str:
    """The frames of a word, each once."""
    return " or ".join(dict.fromkeys(t.frame for t in triggers if t.frame))
