"""The code of a word: which words stand to a predicate in a relation, and which row of the codes they make hold."""

from __future__ import annotations

from collections.abc import Set

from spacy.tokens import Token

from variorum.annotate.clauses import is_verb
from variorum.annotate.parties import is_party, kind_at, lemma_of, telling_verb
from variorum.knowledge.codes import Code, load_codes
from variorum.knowledge.frames import Trigger, load_frames, load_triggers

INNER = frozenset({"xcomp", "ccomp"})
OBJECTS = frozenset({"dobj", "obj", "nsubjpass", "dative"})
SORTS = frozenset(
    ["effort", "programme", "program", "operation", "campaign", "process", "mission", "activity", "package", "delivery",
     "measure", "drive", "session", "plan", "agreement", "deployment", "project", "attempt", "bid", "action", "force"]
)  # fmt: skip
"""Nouns that say little without the word before them."""


def stands(trigger: Trigger, token: Token) -> bool:
    """Whether the words about `token` meet a condition."""
    return any(fits(t, trigger.lemmas) for t in related(token, trigger.relation or ""))


def fits(token: Token, lemmas: Set[str]) -> bool:
    """Whether `token` is one of the lemmas of a condition, or of a kind that it names in capitals; "who" is what it refers to."""
    token = antecedent(token)
    return bool(
        "*" in lemmas
        or lemma_of(token) in lemmas
        or token.lower_ in lemmas
        or ("PARTY" in lemmas and is_party(token))
        or ("PERSON" in lemmas and kind_at(token) in {"person", "group"})
        or ("PLACE" in lemmas and kind_at(token) in {"place", "facility"})
        or ("THING" in lemmas and kind_at(token) in {None, "thing"})
    )


def antecedent(token: Token) -> Token:
    """The noun that a relative pronoun refers to, any other word itself."""
    return token.head.head if token.tag_ in {"WP", "WDT"} and token.head.dep_ == "relcl" else token


def related(token: Token, relation: str) -> list[Token]:
    """The words that stand to `token` in the relation of a condition: its particle, object, modifier, infinitive, clause,
        wish (a clause with "must", or without an ending), what it calls its object ("called it a lie"), its subject, who does it
    ("by" included), or what follows a preposition."""
    match relation:
        case "subject":
            agents = [t for c in token.children if c.dep_ == "agent" for t in c.children]
            return [t for a in (agents or [c for c in token.children if c.dep_ == "nsubj"]) for t in (a, *a.conjuncts)]
        case "complement":
            return called(token)
        case "particle":
            return [c for c in token.children if c.dep_ in {"prt", "prep", "advmod"}]
        case "object":
            return [t for c in objects(token) for t in (c, *c.conjuncts, *parts(c))]
        case "modifier":
            return [c for c in token.lefts if c.dep_ in {"compound", "amod", "nmod", "nummod"}]
        case "infinitive":
            below = [c for c in token.children if c.dep_ in {"xcomp", "ccomp", "advcl"}]
            return [c for c in below if is_infinitive(c)]
        case "clause":
            return [c for c in token.children if c.dep_ == "ccomp"]
        case "wish":
            return [c for c in token.children if c.dep_ == "ccomp" and is_wished(c)]
    above = [token, *objects(token), *(c for c in token.children if c.dep_ in {"prt", "prep", "advmod"})]
    opened = [c for a in above for c in a.children if c.lower_ == relation]
    after = [t for c in opened if c.dep_ in {"prep", "agent", "prt", "advmod"} for t in c.children]
    loose = [
        c for c in opened if c.head.i == token.i and c.dep_ in {"acomp", "oprd", "prt", "advmod", "dobj", "npadvmod"}
    ]
    wished = [c for c in token.children if c.dep_ in {*INNER, "advcl"} and is_infinitive(c) and is_marked(c, relation)]
    return [t for a in after for t in (a, *a.conjuncts)] + loose + wished


def is_marked(clause: Token, word: str) -> bool:
    """Whether a word opens a clause: "called for the army to leave"."""
    return any(c.dep_ == "mark" and c.lower_ == word for c in clause.children)


def objects(token: Token) -> list[Token]:
    """The objects of a verb, its subject in the passive, the noun of a participle ("the curfew imposed")."""
    own = [c for c in token.children if c.dep_ in OBJECTS]
    return [*own, token.head] if token.dep_ == "acl" and token.tag_ == "VBN" else own


def called(verb: Token) -> list[Token]:
    """What a verb calls its object ("called the plan a lie", "denounced it as unfair"), each word's conjuncts too."""
    found = [c for c in verb.children if c.dep_ in {"oprd", "acomp", "attr"}]
    found += [t for c in verb.children if c.dep_ == "prep" and c.lower_ == "as" for t in c.children]
    found += [t for c in verb.children if c.dep_ in {"dobj", "obj"} for t in c.children if t.dep_ == "appos"]
    for clause in (
        c for c in verb.children if c.dep_ in {"ccomp", "xcomp"} and not any(d.dep_ == "aux" for d in c.children)
    ):
        found += [clause] if not is_verb(clause) else []
    return [t for c in found for t in (c, *c.conjuncts, *(a for a in c.children if a.dep_ == "amod"))]


def parts(noun: Token) -> list[Token]:
    """What a phrase of amount or kind is of ("10 days of war games"), or what sort it is of ("a mediation effort")."""
    found = [t for c in noun.children if c.dep_ == "prep" and c.lower_ == "of" for t in c.children if t.dep_ == "pobj"]
    if noun.lemma_.lower() in SORTS:
        found += [c for c in noun.lefts if c.dep_ in {"compound", "amod"}]
    return found


def is_wished(verb: Token) -> bool:
    """Whether a clause tells what should be: "that they must leave", "that the army leave"."""
    helpers = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    return bool(helpers & {"must", "should"}) or (verb.tag_ == "VB" and not helpers)


def is_infinitive(verb: Token) -> bool:
    """Whether a verb stands with "to"."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def complements(token: Token) -> list[Token]:
    """The clauses, infinitives and nouns that `token` takes, "to" and "on" phrases included."""
    found = [c for c in token.children if c.dep_ in INNER]
    for child in token.children:
        if child.dep_ == "acomp":
            found += complements(child)
        elif child.dep_ == "prep" and child.lower_ in {"to", "on"}:
            found += [c for c in child.children if c.dep_ in {"pcomp", "pobj"}]
    return found + [c for c in token.children if c.dep_ in {"dobj", "obj"}]


def code_of(token: Token) -> Code | None:
    """The first code of `token` whose condition holds; a "be" has that of its adjective ("is ready to")."""
    if token.lemma_ == "be":
        complement = next((c for c in token.children if c.dep_ in {"acomp", "attr", "oprd"}), None)
        return first_holding(complement, "adjective") if complement is not None else first_holding(token, "verb")
    if is_verb(token):
        return first_holding(token, "verb")
    found = first_holding(token, "noun")
    return found if found is not None and telling_verb(token) is not None else None


def first_holding(token: Token, pos: str) -> Code | None:
    """The first code of `token`, taken as a `pos`, whose condition holds."""
    codes = load_codes().get((lemma_of(token), pos), ())
    return next((c for c in codes if all(stands(condition, token) for condition in c.conditions)), None)


def noun_category(token: Token) -> str | None:
    """The category of an event noun by itself, whatever its verb ("promised sanctions")."""
    found = first_holding(token, "noun") if not is_verb(token) else None
    return found.category if found is not None else None


def frame_category(token: Token) -> str | None:
    """The category of the unconditional frame of a word that has no codes."""
    key = (lemma_of(token), "verb" if is_verb(token) else "noun")
    plain = next((t for t in load_triggers().get(key, ()) if t.relation is None), None)
    if plain is None or key in load_codes() or (not is_verb(token) and telling_verb(token) is None):
        return None
    return load_frames()[plain.frame].category


def act_of_frame(token: Token, frame: str) -> str | None:
    """The category of the frame that a word triggers, where the table has no row for it or only one that always holds and
    gives none ("denied the report" is a refusal, which PLOVER leaves uncoded)."""
    rows = load_codes().get((lemma_of(token), "verb" if is_verb(token) else "noun"), ())
    found = code_of(token)
    if rows and (found is None or found.conditions):
        return None if is_verb(token) else load_frames()[frame].category
    return load_frames()[frame].category
