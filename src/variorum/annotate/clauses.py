"""Clauses: which words belong to a predicate. All functions take spaCy tokens and give token offsets."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

# What hangs on a verb but tells something of its own.
APART = {"conj", "advcl", "ccomp", "parataxis", "relcl", "cc", "punct", "csubj", "mark"}
SUBJECTS = {"nsubj", "nsubjpass", "csubj"}
NOUN_TAIL = {
    "of",
    "on",
    "against",
    "at",
    "in",
    "into",
    "by",
    "from",
    "with",
    "near",
    "outside",
    "over",
    "between",
    "to",
}
OBJECTS = {"dobj", "obj", "ccomp", "xcomp", "aux"}
TAKING = {
    *("arrest", "detain", "charge", "jail", "indict", "convict", "sentence", "abduct", "kidnap", "rescue", "evacuate"),
    *(
        "nab",
        "apprehend",
        "brief",
        "injure",
        "wound",
        "hospitalise",
        "hospitalize",
        "release",
        "free",
        "appoint",
        "name",
    ),
    *("kill", "find", "trap", "accuse", "oust", "evict", "expel", "deport", "extradite"),
}  # verbs that always take an object
RAISING = {"schedule", "slate", "set", "expect", "plan", "believe", "think", "say", "suppose"}  # "is set to speak"
# Verbs whose object does what the infinitive tells: "forced them to leave".
HAVING_DO = {
    "force", "urge", "tell", "ask", "order", "permit", "enable", "persuade", "encourage", "advise", "instruct",
    "warn", "invite", "require", "compel", "cause", "prompt", "lead", "press", "pressure", "direct", "command",
    "implore", "beg", "teach", "train", "remind", "convince", "push", "motivate", "inspire", "oblige", "authorise",
    "authorize", "forbid", "hire", "appoint", "elect", "choose", "recruit", "allow", "want", "expect", "get", "help",
    "lobby",
}  # fmt: skip
# Verbs whose object does what follows "of" or "for": "accused them of stealing".
BLAMING = {
    "accuse", "charge", "convict", "suspect", "sentence", "jail", "imprison", "fine", "arrest", "punish",
    "criticise", "criticize", "blame", "condemn", "praise", "thank", "detain", "indict", "hold", "prosecute", "try",
    "sue", "fault", "acquit", "clear", "stop", "prevent", "ban", "bar", "keep", "discourage", "deter", "dissuade",
    "rebuke", "slam",
}  # fmt: skip
LED = {"of", "for", "from", "with", "into", "over", "about"}
CARRYING_OUT = {"make", "take", "have", "announce", "reach", "defend", "reverse"}
DASHES = {"--", "-", "–", "—"}
LONGEST_NOUN = 14  # tokens: an event noun's phrase, cut before it becomes a sentence


def is_verb(token: Token) -> bool:
    """Whether `token` is a verb by its place too: a noun that the tagger takes for a verb ("Nato airstrikes") is none."""
    return token.pos_ in {"VERB", "AUX"} and not (token.dep_ in {"pobj", "poss"} and token.tag_ != "VBG")


def is_predicate(token: Token) -> bool:
    """Whether `token` can head a proposition: a verb that is no auxiliary, or a noun (its frame decides further)."""
    if is_verb(token):
        return token.dep_ not in {"aux", "auxpass", "amod", "compound"} and token.tag_ != "MD"
    return token.pos_ in {"NOUN", "PROPN", "VERB"} and token.dep_ not in {"compound", "nmod", "amod", "aux", "auxpass"}


def complement_verb(token: Token) -> Token | None:
    """The verb of the clause that `token` takes as its complement, None where it has none."""
    return next((c for c in token.children if c.dep_ in {"ccomp", "xcomp"}), None)


def clause_span(verb: Token) -> tuple[int, int]:
    """Token offsets of the clause of `verb`: its subject (a shared one too) to the end of its own complements."""
    start, end = verb.i, verb.i + 1
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    for child in verb.children:
        if child.dep_ in APART or child.is_space:
            continue
        if subject is not None and child.i < subject.left_edge.i and child.dep_ in {"prep", "advmod", "npadvmod"}:
            continue  # "According to the army, ..." and "On Sunday, ..." stand before the clause
        left, right = bare_edges(child)
        start, end = min(start, left), max(end, right)
    return start, trim(verb, start, end)


def bare_edges(token: Token) -> tuple[int, int]:
    """Token offsets of what hangs on `token`, relative clauses and loose appositions at its end left out."""
    left, right = token.left_edge.i, token.right_edge.i + 1
    for child in token.subtree:
        if child.dep_ in {"relcl", "acl"} and child.i > token.i and child.head.i >= token.i:
            right = min(right, child.left_edge.i)
    while right > token.i + 1 and (token.doc[right - 1].is_punct or token.doc[right - 1].is_space):
        right -= 1
    return left, max(right, token.i + 1)


def trim(verb: Token, start: int, end: int) -> int:
    """`end`, moved back over closing punctuation."""
    while end > verb.i + 1 and (
        verb.doc[end - 1].is_space or verb.doc[end - 1].text in {",", ".", ";", ":", "—", "–", "-"}
    ):
        end -= 1
    return end


def noun_span(noun: Token) -> tuple[int, int]:
    """Token offsets of an event noun's phrase: "the terrorist assault on the shuttle van at the university"."""
    start, end = noun.left_edge.i, noun.i + 1
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in NOUN_TAIL and child.left_edge.i <= end + 1:
            right = bare_edges(child)[1]
            if right - start > LONGEST_NOUN:
                break
            end = right
    # a phrase that opens with a relative clause or a number list is cut to the noun's own left words
    if noun.i - start > LONGEST_NOUN:
        start = noun.i
    return start, end


def subject_of(verb: Token) -> Token | None:
    """The subject of `verb`, that of the verb it is coordinated with where it has none of its own.

    A relative pronoun stands for what its clause hangs on: "the officers who shot him".
    """
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
    if subjects:
        first = subjects[0]
        if verb.dep_ == "relcl" and first.tag_ in {"WP", "WDT"} and first.i > verb.head.i:
            return verb.head
        return after_dateline(first, subjects[1:])
    if verb.dep_ == "xcomp" and (made := made_to_do(verb)) is not None:
        return made
    if verb.dep_ in {"conj", "xcomp", "advcl"} and verb.head.pos_ in {"VERB", "AUX"} and verb.head.i != verb.i:
        return subject_of(verb.head)
    if verb.dep_ == "pcomp" and verb.tag_ in {"VBG", "VBN"}:
        return doing(verb)
    if verb.dep_ == "acl" and verb.tag_ == "VB":
        return deciding(verb)
    if verb.dep_ == "acl" and verb.tag_ in {"VBG", "VBN"} and verb.head.pos_ in {"NOUN", "PROPN"}:
        return verb.head
    if verb.dep_ == "relcl":
        return verb.head
    return None


def made_to_do(verb: Token) -> Token | None:
    """Whom the verb above has do what an infinitive tells: "forced the players to leave"."""
    above = verb.head
    if above.lemma_.lower() not in HAVING_DO or verb.tag_ != "VB":
        return None
    return next((c for c in above.children if c.dep_ in {"dobj", "dative"} and above.i < c.i < verb.i), None)


def doing(verb: Token) -> Token | None:
    """Who does what stands behind a preposition: "accused them of stealing", "apologised for grabbing a man"."""
    prep = verb.head
    above = prep.head
    if above.dep_ in {"dobj", "nsubjpass"} and is_verb(above.head) and above.head.lemma_.lower() in BLAMING:
        return above if prep.lower_ in LED else None
    if prep.dep_ != "prep" or not is_verb(above):
        return None
    if above.lemma_.lower() in BLAMING and prep.lower_ in LED:
        return next((c for c in above.children if c.dep_ in {"dobj", "nsubjpass"}), None)
    return subject_of(above)


def deciding(verb: Token) -> Token | None:
    """Whose decision, plan or promise an infinitive tells: "the mayor's decision to close the bridge"."""
    noun = verb.head
    own = next((c for c in noun.children if c.dep_ == "poss"), None)
    if own is None and noun.dep_ == "dobj" and is_verb(noun.head) and noun.head.lemma_.lower() in CARRYING_OUT:
        return subject_of(noun.head)
    return own


def after_dateline(subject: Token, others: Sequence[Token]) -> Token:
    """The subject, or what follows the dateline that the parse takes for it: "ARDOVA -- Officers have arrested"."""
    dash = next((t for t in subject.doc[subject.i + 1 : subject.i + 8] if t.text in DASHES), None)
    if dash is None or not subject.is_upper or len(subject) < 3 or subject.left_edge.i < subject.i - 1:
        return subject
    behind = [*others, *(c for c in subject.children if c.dep_ in {"appos", "nmod", "conj"})]
    return next((t for t in behind if t.i > dash.i), subject)


def is_passive(verb: Token) -> bool:
    """Whether `verb` is in the passive: its subject is whom it happens to."""
    if any(c.dep_ in {"nsubjpass", "auxpass"} or (c.dep_ == "agent" and verb.tag_ == "VBN") for c in verb.children):
        return True
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return True
    if (
        verb.tag_ in {"VBD", "VBN"}
        and verb.lemma_.lower() in TAKING
        and not any(c.dep_ in OBJECTS for c in verb.children)
    ):
        return True  # a headline leaves out the helper verb: "Man arrested in Ardova"
    return verb.dep_ == "conj" and verb.tag_ == "VBN" and verb.head.tag_ == "VBN" and is_passive(verb.head)


def conjuncts_of(token: Token) -> list[Token]:
    """`token` and the nouns coordinated with it."""
    return [token, *(c for c in token.conjuncts if c.i > token.i)]


def is_raised(verb: Token) -> bool:
    """Whether the subject of a passive verb acts in the clause below: "is scheduled to speak", not "to be arraigned"."""
    return verb.lemma_.lower() in RAISING and any(c.dep_ == "xcomp" and c.tag_ == "VB" for c in verb.children)
