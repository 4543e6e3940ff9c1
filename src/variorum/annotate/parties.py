"""Parties: who does a coded event and to whom, wherever in the sentence they stand.

PLOVER's recipient need not be an argument of the verb: of "rejected the Iranian proposal" it is Iran, of "demanded that
the south return the ship" the south. The words below the predicate are searched from the nearest outward for somebody
who can act; where somebody is told twice over ("said it would"), the name stands for the pronoun.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Token

from variorum.annotate.clauses import is_passive, is_verb, subject_of
from variorum.annotate.event_nouns import SUFFERED
from variorum.annotate.fillers import mention_at, phrases
from variorum.knowledge.cues import is_cue
from variorum.knowledge.territories import territory_by_demonym, territory_by_name, territory_by_weak_demonym
from variorum.model import PERSONAL_KINDS, Argument, EntityKind

ACTING = frozenset({*PERSONAL_KINDS, "place", "facility"})
TELLING = frozenset(
    ["hold", "launch", "stage", "conduct", "carry", "mount", "start", "begin", "continue", "resume", "open", "issue", "make",
     "have", "organise", "organize", "deliver", "give", "lodge", "file", "voice", "express", "announce", "declare",
     "reiterate", "repeat", "insist", "complete", "speed", "accelerate", "undertake", "engage", "take", "join", "attend",
     "host", "lead", "commit", "wage", "unleash", "perpetrate", "sign", "order", "impose", "enter", "participate", "do",
     "pursue", "step", "intensify", "report", "renew", "escalate"]
)  # fmt: skip
"""Verbs whose object tells what is done."""
HAPPENING = frozenset(
    ["occur", "happen", "take", "break", "erupt", "begin", "start", "kill", "wound", "injure", "continue", "hit", "rock", "go",
     "follow", "strike", "leave", "claim", "target", "tear", "destroy", "damage", "open", "resume", "end", "last"]
)  # fmt: skip
"""Verbs whose subject tells what takes place."""
ORDER = (
    "dative", "nsubj", "dobj", "obj", "nsubjpass", "pobj", "poss", "prep", "agent", "pcomp", "amod", "compound", "nmod",
    "acomp", "ccomp", "xcomp", "advcl", "acl",
)  # fmt: skip
"""Dependents that lead on to a recipient, the likeliest first."""
TOWARD = frozenset(
    ["against", "to", "with", "on", "upon", "at", "from", "of", "for", "into", "between", "toward", "towards", "by", "among",
     "over", "behind"]
)  # fmt: skip
LOCATING = frozenset({"in", "near", "outside", "inside", "off", "along", "around", "across", "through"})
MOVING = frozenset(
    ["send", "dispatch", "deploy", "withdraw", "offer", "give", "provide", "hand", "deliver", "supply", "return", "donate",
     "evacuate", "pull", "ship", "extradite", "fly", "grant", "extend", "remove", "airlift", "contribute", "open", "reopen",
     "evacuation", "withdrawal", "move", "mobilise", "mobilize", "train"]
)  # fmt: skip
"""Verbs whose object is what is moved or given: whom it goes to or comes from stands after a preposition."""
VIOLENCE = frozenset(
    ["attack", "assault", "raid", "killing", "murder", "assassination", "bombing", "massacre", "shooting", "strike",
     "airstrike", "invasion", "execution", "abduction", "kidnapping", "shelling", "blast", "explosion", "ambush", "slaying",
     "violence", "atrocity", "crime", "bomb", "beheading", "stabbing", "attempt"]
)  # fmt: skip
DEEPEST = 6
SLIPS = {
    verb[:-1] + ending: verb
    for verb in ("stage", "hope", "rape", "wage", "hate", "slate", "fine")
    for ending in ("ed", "ing")
}
"""Forms that the lemmatiser leads to another verb ("staged" to "stag")."""


class Candidate(NamedTuple):
    """A word that may name the recipient; the least is the best."""

    doubt: int
    depth: int
    order: int
    token: Token


def actors_of(token: Token) -> list[Token]:
    """Who does it: the subject or agent of the verb, of the verb that tells an event noun, or who is told at the noun."""
    if not is_verb(token):
        verb = telling_verb(token)
        if verb is not None and not same_word(subject_of(verb), token):
            return actors_of(verb)
        by = [t for c in token.children if c.dep_ in {"prep", "agent"} and c.lower_ == "by" for t in c.children]
        own = {"poss", "compound", "amod", "nmod"} - ({"poss", "compound"} if lemma_of(token) in SUFFERED else set())
        return by[:1] or [c for c in token.children if c.dep_ in own and is_party(c)][:1]
    if is_passive(token):
        agents = [t for c in token.children if c.dep_ == "agent" for t in c.children]
        return agents[:1]
    subject = subject_of(token)
    if subject is not None and token.dep_ == "acl" and is_cue(subject.lemma_.lower(), "noun", "vehicle"):
        verb = telling_verb(subject)
        return actors_of(verb) if verb is not None else []
    return [] if subject is None else [speaker_for(subject, token)]


def speaker_for(subject: Token, verb: Token) -> Token:
    """Who says it, where the subject is a pronoun without a name and the clause is what somebody says ("said they would")."""
    if subject.pos_ != "PRON" or has_name(subject):
        return subject
    for ancestor in verb.ancestors:
        if is_verb(ancestor) and ancestor.i != verb.i:
            told = subject_of(ancestor)
            if told is not None and told.pos_ != "PRON":
                return told
    return subject


def has_name(pronoun: Token) -> bool:
    """Whether coreference led a pronoun to words that are no pronoun."""
    entity = entity_at(pronoun)
    entities = pronoun.doc._.entities
    if entity is None or entity >= len(entities):
        return False
    return any(pronoun.doc._.mentions[n].form != "pronoun" for n in entities[entity].mentions)


def entity_at(token: Token) -> int | None:
    """The entity of the mention that `token` heads or lies in, None where it has none."""
    at = mention_at(token)
    entity: int | None = token.doc._.mentions[at].entity if at is not None else None
    return entity


def recipients_of(token: Token, actors: Sequence[Token], *, blaming: bool = False) -> list[Token]:
    """To whom it is done: of the words below the predicate that name somebody who can act, the likeliest and nearest.
    `blaming`: of an attack that is condemned it is who made it, not whom it struck."""
    below = {t.i for t in token.subtree}
    outside = [a for a in actors if token not in set(a.subtree)]
    taken = {t.i for a in outside for t in a.subtree} | {a.i for a in actors} | {token.i}
    starts = [token]
    verb = None if is_verb(token) else telling_verb(token)
    if verb is not None:
        starts.append(verb)
        subject = subject_of(verb)
        taken |= {t.i for t in subject.subtree} - below if subject is not None else set()
    found = min(candidates(starts, taken, actors, blaming=blaming), default=None)
    return [found.token] if found is not None else []


def candidates(starts: list[Token], taken: set[int], actors: Sequence[Token], *, blaming: bool) -> Iterator[Candidate]:
    """The words below `starts` that can be the recipient. Doubt grows where they only say where, are no one in person, are
    what is moved, or are the actor's own."""
    doers = {entity for a in actors if (entity := entity_at(a)) is not None}
    moving = any(t.lemma_.lower() in MOVING for t in starts)
    level, order = [(t, 0) for t in starts], 0
    for depth in range(DEEPEST):
        below: list[tuple[Token, int]] = []
        for node, doubt in level:
            for child in onward(node, first=depth == 0):
                if child.i in taken or (blaming and of_those_struck(node, child)):
                    continue
                below.append((child, doubt + (child.dep_ == "prep" and child.lower_ in LOCATING)))
        for node, doubt in below:
            if is_verb(node) or not is_party(node):
                continue
            entity = entity_at(node)
            if entity is not None and entity in doers:
                continue
            order += 1
            moved = moving and depth == 0 and node.dep_ in {"dobj", "obj", "nsubjpass"} and not is_named(node)
            owned = any(c.dep_ == "poss" and entity_at(c) in doers for c in node.children)
            yield Candidate(doubt + 2 * is_vague(node) + 2 * moved + 6 * owned, depth, order, node)
        level = below


def onward(node: Token, *, first: bool) -> list[Token]:
    """The words directly below `node` that lead on to a recipient, the likeliest first."""
    found = []
    for child in node.children:
        if child.dep_ == "prep":
            heard = lemma_of(node) == "complain" and child.lower_ == "to"
            if (child.lower_ in TOWARD or child.lower_ in LOCATING) and not heard:
                found.append(child)
        elif child.dep_ == "advcl":
            told = {(c.dep_, c.lower_) for c in child.children if c.dep_ in {"mark", "nsubj"}}
            if is_verb(child) and (not told or ("mark", "for") in told):
                found.append(child)
        elif child.dep_ == "nsubj":
            if not first:
                found.append(child)
        elif child.dep_ in ORDER:
            found.append(child)
    return sorted(found, key=lambda c: (ORDER.index(c.dep_), c.lower_ in LOCATING, c.i))


def of_those_struck(noun: Token, child: Token) -> bool:
    """Whether what hangs on an event noun of violence tells whom it struck or where, and not who did it."""
    if lemma_of(noun) not in VIOLENCE or is_verb(noun):
        return False
    return child.dep_ not in {"poss", "amod", "compound", "nmod"} and child.lower_ not in {"by", "from"}


def is_vague(token: Token) -> bool:
    """Whether a party is no one in person: a place or building without a name ("a road", "the camp")."""
    return not is_named(token) and kind_at(token) in {"place", "facility"}


def is_named(token: Token) -> bool:
    """Whether a party has a name, its own or its country's."""
    at = mention_at(token)
    named = at is not None and token.doc._.mentions[at].form == "name"
    return named or any(of_a_country(t) for t in (token, *token.lefts))


def telling_verb(noun: Token) -> Token | None:
    """The verb that tells that an event noun takes place: "held talks", "engaged in a battle", "a raid killed three"."""
    node, head = noun, noun.head
    while node.dep_ in {"conj", "pobj"} and head.i != node.i:
        if node.dep_ == "pobj" and (head.dep_ != "prep" or not carries(head)):
            return None
        node, head = (head, head.head) if node.dep_ == "conj" else (head.head, head.head.head)
        if node.pos_ in {"VERB", "AUX"}:
            return node if lemma_of(node) in TELLING else None
    if not is_verb(head):
        return None
    lemma = lemma_of(head)
    if node.dep_ in {"dobj", "obj", "nsubjpass"} and lemma in TELLING:
        return head
    return head if node.dep_ == "nsubj" and lemma in HAPPENING else None


def carries(prep: Token) -> bool:
    """Whether what follows a preposition is what a verb or a noun of amount tells of ("engaged in", "a series of")."""
    return prep.lower_ in {"in", "on", "out"} if is_verb(prep.head) else prep.lower_ == "of"


def is_party(token: Token) -> bool:
    """Whether `token` heads or is a word for somebody who can act: a person, body, group, country or its adjective."""
    if token.pos_ in {"ADJ", "PROPN", "NOUN"} and of_a_country(token):
        return True
    if token.pos_ == "PRON":
        return has_name(token) and token.lower_ not in {"itself", "themselves", "himself", "herself"}
    return kind_at(token) in ACTING or is_unknown_name(token)


def is_unknown_name(token: Token) -> bool:
    """Whether a word is a name that no layer has read, and no day or month."""
    return (
        token.pos_ == "PROPN"
        and token.text[:1].isupper()
        and token.dep_ in {"pobj", "dobj", "nsubj", "nsubjpass", "poss", "dative", "conj"}
        and token.ent_type_ not in {"DATE", "TIME", "MONEY", "PERCENT"}
        and mention_at(token) is None
    )


def of_a_country(token: Token) -> bool:
    """Whether `token` names a country or those of it."""
    word = token.text
    if not word[:1].isupper():
        return False
    return bool(territory_by_demonym(word) or territory_by_name(word) or territory_by_weak_demonym(word))


def kind_at(token: Token) -> EntityKind | None:
    """The kind of the mention that `token` heads, None where it heads none."""
    at = mention_at(token)
    if at is None:
        return None
    mention = token.doc._.mentions[at]
    headed = mention.head.start <= token.idx < mention.head.end or mention.form == "name"
    kind: EntityKind = mention.kind
    return kind if headed else None


def as_arguments(role: str, tokens: Iterable[Token]) -> tuple[Argument, ...]:
    """Parties as arguments, those coordinated with them too."""
    return tuple(a for t in tokens for a in phrases("who" if role == "who" else "whom", t))


def lemma_of(token: Token) -> str:
    """The lemma of a word in small letters, a known slip of the lemmatiser mended."""
    return SLIPS.get(token.lower_) or token.lemma_.lower()


def same_word(one: Token | None, other: Token) -> bool:
    """Whether two tokens are one."""
    return one is not None and one.i == other.i
