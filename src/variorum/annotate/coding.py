"""Coding: which of a report's propositions PLOVER codes as an event, in which category and mode, and with which parties.

PLOVER codes what a sentence reports: not what another coded word only speaks of (the truce that is demanded, the act that
somebody is accused of), nor what a clause recalls ("after", "since", "over"). A friendly act to come is an agreement, a
hostile one a threat, a friendly one refused or left undone a rejection. An event noun is coded where its verb tells that
it takes place ("held talks", "a raid killed three").
"""

from __future__ import annotations

import msgspec
from spacy.tokens import Doc, Token

from variorum.annotate.clauses import is_predicate, is_verb, subject_of
from variorum.annotate.conditions import (
    INNER,
    code_of,
    complements,
    frame_category,
    is_infinitive,
    noun_category,
    objects,
)
from variorum.annotate.layer import tokens_of
from variorum.annotate.outlook import DUTIES, has_terms, is_negated, outlook_of, seen
from variorum.annotate.parties import (
    LOCATING,
    actors_of,
    as_arguments,
    is_party,
    kind_at,
    lemma_of,
    of_a_country,
    recipients_of,
    telling_verb,
)
from variorum.annotate.spoken_acts import SpokenAct, spoken_acts
from variorum.knowledge.codes import FRIENDLY, HOSTILE, Code
from variorum.knowledge.cues import is_cue
from variorum.model import Argument

RECALLING = frozenset(
    ["after", "since", "as", "before", "while", "when", "although", "though", "despite", "because", "if", "unless", "until",
     "once", "whether", "where", "following", "during", "over", "amid", "amidst", "without", "whereas", "ahead", "prior",
     "due", "for", "from", "under", "by", "besides", "given"]
)  # fmt: skip
"""Words that open a clause or phrase which only recalls an event, says why or on what terms."""
HARMING = frozenset(
    ["attack", "bombing", "raid", "bomb", "explosion", "blast", "strike", "airstrike", "shelling", "missile", "rocket",
     "ambush", "clash", "fighting", "shooting", "device", "gunman", "gunfire", "fire", "offensive", "assault", "mine",
     "drone", "gunbattle", "battle", "mortar", "grenade", "aircraft", "helicopter", "sniper", "bomber", "torture", "knife",
     "shell", "warplane", "tank", "bullet", "airplane", "jet"]
)  # fmt: skip
HELPERS = frozenset(
    ["aid", "inspector", "relief", "humanitarian", "convoy", "food", "peacekeeper", "monitor", "observer", "delivery",
     "supply", "medicine"]
)  # fmt: skip
UNREAL = frozenset(
    ["want", "hope", "wish", "fear", "doubt", "seek", "consider", "dream", "believe", "suspect", "expect"]
)
"""Verbs that tell of what is only thought or wished."""
RECIPROCAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})


class Coding(msgspec.Struct, frozen=True):
    """How a predicate is coded: `category` as PLOVER codes the sentence, None where that only recalls or speaks of it; `act` as
    what the clause by itself tells of, whatever stands above it and whether it has come or is to come; `mode` of either."""

    category: str | None
    act: str | None
    mode: str | None
    actors: tuple[Argument, ...]
    recipients: tuple[Argument, ...]


def code(doc: Doc) -> dict[int, Coding]:
    """The events that the clauses of `doc` tell of, told by the sentence or not, by the token of their predicate."""
    readings = Readings(doc)
    said = spoken_acts(doc, readings.voiced)
    found: dict[int, Coding] = {}
    for token in doc:
        category, act = readings.category(token), readings.act(token)
        if category is not None and not is_told(token, readings):
            category = None
        if category is not None or act is not None:
            actors, recipients = parties_of(token, category or act, readings)
            found[token.i] = Coding(category, act, readings.mode(token, category or act), actors, recipients)
        elif token.i in said:
            found[token.i] = of_statement(token, said[token.i])
    return found


def of_statement(cue: Token, done: SpokenAct) -> Coding:
    """The coding of a verb of saying by what its speaker does with his words: no event of PLOVER's by itself, but an act."""
    subject = subject_of(done.clause)
    beside = [subject] if subject is not None else []
    if done.category == "REQUEST" and subject is not None and is_party(subject) and subject.pos_ != "PRON":
        recipients = beside
    else:
        found = recipients_of(done.clause, beside, blaming=done.category == "ACCUSE")
        recipients = [t for t in found if kind_at(t) not in {"place", "facility"}]
    return Coding(None, done.category, None, as_arguments("who", actors_of(cue)), as_arguments("whom", recipients))


class Readings:
    """What each predicate of a Doc counts as, worked out once: a word's category hangs on the words below it."""

    def __init__(self, doc: Doc) -> None:
        self.cues = frozenset(tokens_of(doc, q.cue).root.i for q in doc._.quotations if q.cue)
        self._categories: dict[int, str | None] = {}

    def category(self, token: Token) -> str | None:
        """The category of the event that `token` tells of, told or only spoken of; None where it is none."""
        if token.i not in self._categories:
            self._categories[token.i] = None  # a word that governs itself through a bad parse is not coded
            self._categories[token.i] = self._category(token) if is_predicate(token) else None
        return self._categories[token.i]

    def act(self, token: Token) -> str | None:
        """The category of what `token` tells of by itself, be it past, to come or only spoken of."""
        if not is_predicate(token):
            return None
        if not is_verb(token):
            own = noun_category(token)
            verb = telling_verb(token) if own is None else None
            return self.act(verb) if verb is not None else own
        found = code_of(token)
        return self._taken(token, found) if found is not None else None

    def voiced(self, token: Token) -> str | None:
        """The category of a clause of somebody's words; None for what he does beside them ("we are investigating")."""
        category = self.category(token)
        return None if self.mode(token, category) == "investigate" else category

    def mode(self, token: Token, category: str | None) -> str | None:
        """The mode that the code of `token` names, where the words about it have not changed its category."""
        found = code_of(token)
        return found.mode if found is not None and found.category == category else None

    def is_duty(self, token: Token) -> bool:
        """Whether somebody says that another must do it ("said the north must withdraw")."""
        if not is_verb(token) or not any(c.dep_ == "aux" and c.lower_ in DUTIES for c in token.children):
            return False
        subject = subject_of(token)
        sayer = speech_above(token, self.cues)
        return subject is not None and sayer is not None and subject.pos_ != "PRON" and is_party(subject)

    def _category(self, token: Token) -> str | None:
        if self.is_duty(token):
            return "REQUEST"
        found = code_of(token)
        plain = frame_category(token) if found is None else self._taken(token, found)
        return seen(plain, outlook_of(token), on_terms=has_terms(token)) if plain is not None else None

    def _taken(self, token: Token, found: Code) -> str | None:
        """The category of a code after what stands about the word."""
        if found.takes in {"promise", "plan", "ready", "warn", "fail"}:
            return self._of_what_is_below(token, found)
        match found.takes:
            case "through":
                return None
            case "allow" if any(t.lemma_.lower() in HELPERS for t in token.subtree):
                return "RETREAT"
            case "harm" if not by_hand(token):
                return None
            case "jointly" if is_joint(token):
                return "COOPERATE"
            case "unaimed" if is_aimed(token):
                return "ASSAULT"
        return found.category

    def _of_what_is_below(self, token: Token, found: Code) -> str | None:
        """The category of a word of promising, planning, warning or failing, by what it takes."""
        below = self._below(token)
        hostile = below in HOSTILE or below == "THREATEN"
        match found.takes:
            case "fail":
                return "REJECT" if below in FRIENDLY or below == "AGREE" else None
            case "warn":
                return "THREATEN" if below in {"THREATEN", "REJECT"} else None
            case "ready" if below in {"ASSAULT", "MOBILIZE"}:
                return "MOBILIZE"
        if hostile:
            return "THREATEN"
        if found.takes == "promise":
            return "REJECT" if below == "REJECT" or any(is_negated(c) for c in complements(token)) else found.category
        return "AGREE" if below in FRIENDLY or below == "AGREE" else None

    def _below(self, token: Token) -> str | None:
        """The category of what `token` takes: its clause, infinitive or object, and what that passes on."""
        level = complements(token)
        for _ in range(3):
            for child in level:
                category = self.category(child) or noun_category(child)
                if category is not None:
                    return category
            level = [inner for child in level for inner in complements(child)]
        return None


def by_hand(token: Token) -> bool:
    """Whether somebody or a weapon harms: "guerrillas killed", "a bomb wounded", "killed in a raid"."""
    actors = actors_of(token)
    words = {t.lemma_.lower() for a in actors for t in (a, *a.lefts)}
    if words & HARMING:
        return True
    around = {t.lemma_.lower() for c in token.children if c.dep_ in {"prep", "agent"} for t in c.subtree}
    if around & HARMING:
        return True
    return token.lemma_.lower() not in {"die"} and any(is_party(a) and a.pos_ != "PRON" for a in actors)


def is_aimed(verb: Token) -> bool:
    """Whether what is fired goes at somebody: "at the base", "on the town", not "on Saturday"."""
    after = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in {"at", "into", "on"}]
    return any(t.ent_type_ not in {"DATE", "TIME"} for c in after for t in c.children if t.dep_ == "pobj")


def is_joint(token: Token) -> bool:
    """Whether two do it: a subject of two, "with", or "joint"."""
    subject = subject_of(token)
    if subject is not None and any(t.dep_ == "conj" for t in subject.subtree):
        return True
    below = [t for t in token.subtree if t.lower_ in {"joint", "with", "jointly"}]
    return bool(below)


def speech_above(token: Token, cues: frozenset[int]) -> Token | None:
    """The verb of saying whose content the clause of `token` is."""
    node = token
    while node.head.i != node.i and node.dep_ in {"ccomp", "conj", "xcomp"}:
        node = node.head
        if node.i in cues or is_cue(node.lemma_.lower(), "say", "tell"):
            return node
    return next((c for c in node.children if c.dep_ in {"parataxis", "ccomp"} and c.i in cues), None)


def is_told(token: Token, readings: Readings) -> bool:
    """Whether the sentence reports the event: no coded word above speaks of it, no clause or phrase recalls it."""
    node = token
    while node.head.i != node.i:
        head, dep = node.head, node.dep_
        if dep == "relcl" or (dep == "acl" and not tells(node)):
            return False
        if dep in INNER and lemma_of(head) in UNREAL:
            return False
        if dep == "advcl" and (is_infinitive(node) or any(c.lower_ in RECALLING for c in node.children)):
            return False
        if dep in {"pcomp", "pobj"} and head.lower_ in RECALLING:
            return False
        if dep not in {"conj", "advcl", "parataxis"} and readings.category(head) is not None:
            return False
        if dep == "advcl" and readings.category(head) == readings.category(token):
            return False
        node = head
    return True


def tells(participle: Token) -> bool:
    """Whether a participle at a noun tells and does not describe: what a text says ("a letter demanding"), or the news of a
    headline ("Three held in raid")."""
    noun = participle.head
    if participle.tag_ == "VBG":
        return is_cue(noun.lemma_.lower(), "noun", "vehicle")
    return noun.dep_ == "ROOT" or (noun.dep_ == "attr" and any(c.dep_ == "expl" for c in noun.head.children))


def parties_of(
    token: Token, category: str | None, readings: Readings
) -> tuple[tuple[Argument, ...], tuple[Argument, ...]]:
    """The actors and recipients of a coded event."""
    if readings.is_duty(token):
        sayer, subject = speech_above(token, readings.cues), subject_of(token)
        actors = actors_of(sayer) if sayer is not None else []
        return as_arguments("who", actors), as_arguments("whom", [subject] if subject is not None else [])
    actors, found = actors_of(token), code_of(token)
    if not actors and found is not None and found.takes in {"promise", "plan", "ready"}:
        actors = [c for c in token.children if c.dep_ == "nsubjpass"]
    recipients = (
        []
        if found is not None and found.mode == "resign"
        else recipients_of(token, actors, blaming=category == "ACCUSE")
    )
    if found is not None and found.takes == "received":
        actors, recipients = [t for t in recipients if t.head.lower_ not in LOCATING], actors
    who, whom = as_arguments("who", actors), as_arguments("whom", recipients)
    each_other = len(who) > 1 or any(len(nations_in(a)) > 1 for a in actors)
    mutual = found is not None and found.takes == "mutual"
    if each_other and (mutual or category in RECIPROCAL):
        apart = any(c.dep_ == "prep" and c.lower_ == "with" for t in (token, *objects(token)) for c in t.children)
        if not whom or (mutual and not apart):
            whom = as_arguments("whom", actors)
    return who, whom


def nations_in(phrase: Token) -> set[str]:
    """The words for countries before a noun ("French and Egyptian warships")."""
    return {t.text for c in phrase.lefts for t in (c, *c.conjuncts) if of_a_country(t)}
