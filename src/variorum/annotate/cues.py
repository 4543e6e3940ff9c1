"""Who says what by which word, read from the parse: cue verbs, their subjects, their complements.

Each finder takes a token or sentence and gives `Found` records in token indices; marks of quotation are not looked at here.
What is held rather than said (wanting, endorsing) is marked `view` and becomes no quotation.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from variorum.knowledge.cues import is_cue

Range = tuple[int, int]
VERBAL = {"VERB", "AUX"}
SUBJECTS = {"nsubj", "nsubjpass"}
GROUP = {"aux", "auxpass", "neg", "advmod", "prt"}
ISSUING = {"issue", "release", "make", "publish", "give", "send", "post", "deliver", "read", "write"}
ENDS = {".", "?", "!"}
UNASKED = {"if", "unless", "whether"}


@dataclass(frozen=True)
class Found:
    """An attribution in token ranges (end exclusive). `via`: through whom the source's words came, nearest first."""

    cue: Range
    content: Range
    source: Range | None = None
    via: tuple[Range, ...] = ()
    confidence: float = 0.9
    declined: bool = False
    view: bool = False


def attributions(sentence: DocSpan) -> list[Found]:
    """Every attribution that the parse of `sentence` shows, held views included, in the order of their cues."""
    return _participles(sentence.doc, sorted(_read(sentence), key=lambda f: (f.cue, f.content)))


def _read(sentence: DocSpan) -> Iterator[Found]:
    for token in sentence:
        found: Found | None = None
        if token.lower_ == "according" and token.i + 1 < sentence.end and token.nbor().lower_ == "to":
            found = _according(token, sentence)
        elif token.pos_ in VERBAL:
            found = _of_verb(token) or _tail(token, sentence)
        elif token.pos_ == "NOUN" and is_cue(token.lemma_.lower(), "noun"):
            found = _of_noun(token)
        if found is not None:
            yield found


def _participles(doc: Doc, found: list[Found]) -> list[Found]:
    """Of "X said A, adding that B": A ends at the comma, and X says B too, though the parser hangs "adding" within A."""
    out = list(found)
    for j, later in enumerate(found):
        verb = doc[later.cue[1] - 1]
        if verb.tag_ != "VBG" or not is_cue(verb.lemma_.lower(), "say", "tell") or later.cue[0] < 2 or later.view:
            continue
        if doc[later.cue[0] - 1].text != ",":
            continue
        for i in range(j - 1, -1, -1):
            first = out[i]
            comma = later.cue[0] - 1
            if first.view or first.content[0] >= comma or doc[first.cue[0]].tag_ == "NN":
                continue
            after_cue = first.content[0] >= first.cue[1] and first.content[1] > comma
            straight = first.source is not None and comma - 1 <= max(first.source[1], first.cue[1]) <= comma + 1
            if after_cue or straight:
                if after_cue and first.content[0] < comma:
                    out[i] = replace(first, content=(first.content[0], comma))
                out[j] = replace(later, source=first.source, via=later.via or first.via)
                break
    return out


def _tail(verb: Token, sentence: DocSpan) -> Found | None:
    """ "The bridge fell, reported Radio North" and "…, news agency Norpress reported", where the parser sees no clause."""
    lemma, doc = verb.lemma_.lower(), verb.doc
    if not is_cue(lemma, "say") or verb.tag_ not in ("VBD", "VBZ", "VBP") or _negated(verb):
        return None
    end = sentence.end
    while end > verb.i + 1 and (doc[end - 1].is_space or doc[end - 1].text in ENDS):
        end -= 1
    group = verb_group(verb)
    comma = group[0] - 1
    if comma > sentence.start and doc[comma].text == "," and group[1] < end:
        source = (group[1], next((t.i for t in doc[group[1] : end] if t.text == ","), end))
    else:
        comma = next((t.i for t in reversed(doc[sentence.start : group[0]]) if t.text == ","), -1)
        closed = group[1] >= end or doc[group[1]].lower_ in (
            "on",
            "in",
            "at",
            "late",
            "early",
            "earlier",
            "citing",
            ",",
        )
        if comma < 0 or not closed or comma + 1 >= group[0]:
            return None
        source = (comma + 1, group[0])
    named = doc[source[0] : source[1]]
    before = doc[sentence.start : comma]
    if not any(t.pos_ in ("NOUN", "PROPN", "PRON") for t in named) or any(t.pos_ in VERBAL for t in named):
        return None
    if named[0].pos_ in ("CCONJ", "ADP", "SCONJ") or named[0].lower_ in _RELATIVES or len(named) > 12:
        return None
    if not any(t.pos_ in VERBAL and t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in before):
        return None
    start = _past_link(doc, sentence.start, comma)
    return Found(group, (start, comma), source, via(verb), 0.8)


def _of_verb(verb: Token) -> Found | None:
    lemma = verb.lemma_.lower()
    if _negated(verb) and not is_cue(lemma, "deny", "decline"):
        return _no_answer(verb)
    if any(child.dep_ == "mark" and child.lower_ in UNASKED for child in verb.children):
        return None
    source = source_of(verb)
    cue = verb_group(verb)
    content, confidence, declined, view = None, 0.9, False, False
    if (
        verb.dep_ == "acl"
        and verb.tag_ == "VBG"
        and verb.head.dep_ == "dobj"
        and verb.head.head.lemma_ in ("quote", "cite")
    ):
        teller = source_of(verb.head.head)
        told = clause_after(verb)
        if told is not None:
            return Found(
                cue, _tidy(verb.doc, told), (verb.head.left_edge.i, verb.head.i + 1), (teller,) if teller else ()
            )
    if lemma == "say" and verb.head.lower_ == "as" and is_cue(verb.head.head.lemma_.lower(), "quote"):
        return _quoted_as_saying(verb)
    if is_cue(lemma, "say", "manner", "tell", "ask", "show", "learn", "think", "deny", "call", "attitude"):
        content = clause_after(verb) if not is_cue(lemma, "call") or lemma in ("denounce",) else None
        if content is None and is_cue(lemma, "say", "tell", "think", "learn", "show"):
            content = clause_before(verb, cue, source)
        if content is not None and is_cue(lemma, "think", "show", "learn") and not is_cue(lemma, "say"):
            confidence = 0.7
        if content is not None and lemma in ("know", "realize", "realise", "feel", "decide", "consider", "see", "love"):
            view = True
    if content is None and is_cue(lemma, "call"):
        content, confidence = _object_and_complement(verb), 0.8
    if content is None and is_cue(lemma, "accuse"):
        content = _object_with(verb, {"of", "for", "on"})
    if content is None and is_cue(lemma, "decline"):
        asked = next((c for c in verb.children if c.dep_ == "xcomp" and c.lemma_ in _COMMENTING), None)
        if asked is not None:
            content, declined = (asked.left_edge.i, asked.right_edge.i + 1), True
    if content is None and is_cue(lemma, "request"):
        content, confidence = _request(verb), 0.7
    if content is None and lemma == "deny":
        content, confidence = _object(verb), 0.8
    if content is None and is_cue(lemma, "want", "attitude"):
        content, view = _held(verb), True
    if content is None or (source is None and not _spoken_of(verb)):
        return None
    if source is not None and source[0] <= content[0] and content[1] <= source[1]:
        return None
    return Found(cue, _tidy(verb.doc, content), source, via(verb), confidence, declined, view)


_COMMENTING = {"comment", "say", "discuss", "elaborate", "answer", "give", "disclose", "respond", "confirm", "identify",
               "specify", "speculate", "provide", "name", "speak", "talk", "reveal", "explain"}  # fmt: skip


def _negated(verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in verb.children)


def _no_answer(verb: Token) -> Found | None:
    """ "X did not respond to a request for comment"."""
    if verb.lemma_ not in ("respond", "reply", "return", "answer", "comment"):
        return None
    words = verb.doc[verb.i : verb.right_edge.i + 1]
    if verb.lemma_ != "comment" and not any(
        w.lemma_.lower() in ("comment", "request", "call", "message") for w in words
    ):
        return None
    source = source_of(verb)
    rest = (verb.i, verb.right_edge.i + 1)
    if source is None or rest[1] - rest[0] < 2:
        return None
    return Found(verb_group(verb), _tidy(verb.doc, (verb.i + 1, rest[1])), source, (), 0.8, declined=True)


def verb_group(verb: Token) -> Range:
    """The verb with the auxiliaries, adverbs and particles that stand straight at it."""
    doc, start, end = verb.doc, verb.i, verb.i + 1
    own = {child.i for child in verb.children if child.dep_ in GROUP}
    while start - 1 in own and doc[start - 1].lower_ not in ("reportedly",):
        start -= 1
    while end < len(doc) and end in own and doc[end].dep_ == "prt":
        end += 1
    while (
        end < len(doc)
        and doc[end].pos_ == "ADV"
        and doc[end].head == verb
        and doc[end].tag_ == "RB"
        and doc[end].lower_.endswith("ly")
    ):
        end += 1
    end = _vehicle(doc, end)
    if verb.dep_ == "xcomp" and start > 0 and doc[start].lower_ != "to" and doc[start - 1].lower_ == "to":
        start -= 1
    return start, end


def _vehicle(doc: Doc, end: int) -> int:
    """The end of a cue that names what the words stand in ("said in a statement", "wrote on Twitter")."""
    if end + 1 >= len(doc) or doc[end].lower_ not in ("in", "on", "via"):
        return end
    for goal in (c for c in doc[end].children if c.dep_ == "pobj"):
        if goal.i == goal.right_edge.i and (
            (is_cue(goal.lemma_.lower(), "vehicle") and doc[end].lower_ != "on") or is_cue(goal.text, "platform")
        ):
            return goal.i + 1
    return end


def source_of(verb: Token) -> Range | None:
    """The words that name who does what `verb` says: its subject, its agent, or those of the verb that it hangs on."""
    seen = 0
    at = verb
    while seen < 5:
        seen += 1
        passive = any(c.dep_ == "auxpass" for c in at.children) or (at.tag_ == "VBN" and at.dep_ in ("acl", "relcl"))
        if passive:
            agent = next((p for a in at.children if a.dep_ == "agent" for p in a.children if p.dep_ == "pobj"), None)
            return phrase(agent) if agent is not None else None
        subject = next((c for c in at.children if c.dep_ in SUBJECTS), None)
        if subject is not None:
            return (
                None
                if subject.dep_ == "expl" or (subject.lower_ in ("it", "there") and at != verb)
                else phrase(subject)
            )
        if at.dep_ == "acl" and at.tag_ == "VBG":
            return _author(at.head)
        if at.dep_ in ("conj", "xcomp", "advcl", "ccomp", "pcomp", "prep", "parataxis", "dep") and at.head != at:
            if at.dep_ == "ccomp" and at.tag_ not in ("VBG", "VB"):
                return None
            at = at.head
            continue
        return None
    return None


def _author(noun: Token) -> Range | None:
    """Of "a statement saying …": who issued it, where the clause tells, else the statement itself."""
    if noun.dep_ == "dobj" and noun.head.lemma_ in ISSUING:
        return source_of(noun.head)
    if noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.head.pos_ == "VERB":
        return source_of(noun.head.head)
    return (noun.left_edge.i, noun.i + 1)


def phrase(head: Token) -> Range:
    """The phrase of `head` as printed, appositions included; a clause set after it by a comma ("…, who …") left out."""
    doc, start, end = head.doc, head.left_edge.i, head.right_edge.i + 1
    start = _fresh(doc, start, head.i)
    end = next((t.i for t in doc[head.i + 1 : end] if t.is_space and "\n" in t.text), end)
    end = next((t.i for t in doc[head.i + 1 : end] if t.text in _BREAKS and _loose(t, head)), end)
    while end < len(doc) and doc[end].pos_ == "PROPN" and doc[end - 1].pos_ in ("PROPN", "NOUN") and end > head.i:
        end += 1
    # an apposition set off by commas runs to the comma that closes it
    if any(t.text == "," for t in doc[head.i : end]) and end < len(doc) - 1 and doc[end].text == ",":
        end += doc[end + 1].pos_ in VERBAL or doc[end + 1].dep_ in GROUP
    while end > head.i + 1 and (doc[end - 1].is_space or doc[end - 1].text in ENDS or doc[end - 1].lower_ == "both"):
        end -= 1
    return start, end


_BREAKS = {",", "(", "—", "–", "-"}
_RELATIVES = {"who", "which", "whose", "whom", "where", "when"}


def _loose(mark: Token, head: Token) -> bool:
    """Whether `mark` opens a relative clause set loosely after the phrase."""
    after = mark.i + 1
    return after < len(mark.doc) and mark.i > head.i and mark.nbor().lower_ in _RELATIVES


def _fresh(doc: Doc, start: int, head: int) -> int:
    """Where the phrase begins when marks, "even" and a dateline ("CAIRO (AP) -") before it are left out."""
    for at in range(head - 1, start, -1):
        if doc[at].text in ("-", "–", "—", "--") and doc[at].whitespace_ and doc[at - 1].text == ")":
            return at + 1
        if doc[at].is_space and "\n" in doc[at].text:
            return at + 1
    while start < head and (doc[start].is_punct and doc[start].text not in "\"“‘'" or doc[start].is_space
                            or doc[start].lower_ in ("even", "but", "and", "while", "as", "not", "only")):  # fmt: skip
        start += 1
    return start


def clause_after(verb: Token) -> Range | None:
    """The clause that `verb` takes as its object, to the right, with the clauses joined to it."""
    doc = verb.doc
    comps = [c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i and c.pos_ not in ("PUNCT",)]
    if not comps and is_cue(verb.lemma_.lower(), "say", "tell", "deny"):
        comps = _that_clause(verb)
    if not comps:
        return None
    comp = comps[0]
    start, end = comp.left_edge.i, comps[-1].right_edge.i + 1
    if start <= verb.i:
        return None
    before = doc[start - 1] if start else None
    if before is not None and before.lower_ == "that" and before.i > verb.i:
        start -= 1
    for conj in verb.conjuncts:
        if conj.head == verb and conj.i >= end and any(c.dep_ in SUBJECTS for c in conj.children):
            if not is_cue(conj.lemma_.lower(), "say", "tell", "think"):
                end = max(end, conj.right_edge.i + 1)
            break
    return start, end


def _that_clause(verb: Token) -> list[Token]:
    """The clause after a "that" which the parser hung on a noun between ("told a reporter on Friday that …")."""
    for token in verb.doc[verb.i + 1 : min(verb.i + 16, verb.sent.end)]:
        if (
            token.pos_ in VERBAL
            and token.tag_ in ("VBD", "VBZ", "VBP")
            and token.dep_ not in ("acl", "relcl", "ccomp", "advcl")
        ):
            return []
        if token.lower_ == "that" and token.dep_ == "mark" and verb in token.head.ancestors:
            return [token.head]
    return []


def clause_before(verb: Token, cue: Range, source: Range | None) -> Range | None:
    """The clause that stands before its cue ("The dam is safe, he said") or around it ("The dam, he said, is safe")."""
    comp = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i), None)
    if comp is None and verb.dep_ in ("parataxis", "dep") and verb.head.pos_ in VERBAL:
        comp = verb.head.head if verb.head.dep_ in ("aux", "auxpass") else verb.head
    if comp is None and verb.dep_ == "advcl" and _bare_aside(verb):
        comp = verb.head
    if comp is None:
        return None
    doc, sentence = verb.doc, verb.sent
    first = min(cue[0], source[0]) if source else cue[0]
    last = max(cue[1], source[1]) if source else cue[1]
    inside = [t.i for t in comp.subtree if not first <= t.i < last]
    if verb.head == comp:
        own = {t.i for t in verb.subtree}
        inside = [i for i in inside if i not in own]
    if not inside:
        return None
    start, end = min(inside), max(inside) + 1
    lead = doc[sentence.start : start]
    if not any(t.pos_ in VERBAL for t in lead):
        start = _past_link(doc, sentence.start, start)
    if end < last:
        end = first
    elif end > last and sentence[-1].i == end and doc[end - 1].dep_ != "punct":
        end = sentence.end
    if (start >= first and end <= first) or start >= last:
        return None if start >= last else (start, first)
    return start, end


def _past_link(doc: Doc, start: int, limit: int) -> int:
    """`start` moved over a word that links the sentence to the one before ("But …", "Still, …")."""
    if start < limit and (doc[start].is_space or doc[start].is_punct and doc[start].text not in "\"“‘'"):
        return _past_link(doc, start + 1, limit)
    if start + 1 < limit and doc[start].pos_ == "CCONJ":
        return start + 1
    if start + 2 < limit and doc[start].pos_ in ("ADV", "SCONJ") and doc[start + 1].text == ",":
        return start + 2
    return start


def _bare_aside(verb: Token) -> bool:
    return verb.i > 0 and not any(c.dep_ in ("mark", "advmod") for c in verb.children)


def _object_and_complement(verb: Token) -> Range | None:
    """Of "called the attack a reprisal": the attack a reprisal; of "what he called a reprisal": a reprisal."""
    doc = verb.doc
    right = [c for c in verb.children if c.i > verb.i]
    goal = next((c for c in right if c.dep_ == "dobj"), None)
    complement = [c for c in right if c.dep_ in ("oprd", "ccomp", "xcomp") or (c.dep_ == "prep" and c.lower_ == "as")]
    if complement:
        parts = [c for c in right if c.dep_ == "dobj"] + complement
        start, end = min(c.left_edge.i for c in parts), max(c.right_edge.i for c in parts) + 1
        return (start, end) if start > verb.i else None
    if goal is None or verb.lemma_ == "refer":
        return None
    if any(c.lower_ in ("what", "that", "which") and c.i < verb.i for c in verb.children):
        return goal.left_edge.i, goal.right_edge.i + 1
    after = goal.i + 1
    if after < len(doc) and (doc[after].lower_ in ("a", "an") or doc[after].text in _OPENING):
        rest = [c for c in right if c.i > goal.i and c.dep_ not in ("prep", "advcl", "npadvmod", "punct")]
        return goal.left_edge.i, max([goal.right_edge.i, *(c.right_edge.i for c in rest)]) + 1
    return None


_OPENING = {"“", '"', "‘", "``", "''", "'"}


def _object_with(verb: Token, prepositions: set[str]) -> Range | None:
    right = [c for c in verb.children if c.i > verb.i]
    goal = next((c for c in right if c.dep_ == "dobj"), None)
    tail = [c for c in right if c.dep_ == "prep" and c.lower_ in prepositions]
    if goal is not None and not tail:
        tail = [c for c in goal.children if c.dep_ == "prep" and c.lower_ in prepositions and c.i > goal.i]
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    if not tail or (goal is None and not passive):
        return None
    parts = [goal, *tail] if goal is not None else tail
    return min(c.left_edge.i for c in parts), max(c.right_edge.i for c in parts) + 1


def _request(verb: Token) -> Range | None:
    """Of "urged both sides to stop": the infinitive with what stands before it after the verb."""
    right = [c for c in verb.children if c.i > verb.i]
    wish = next(
        (c for c in right if c.dep_ in ("xcomp", "ccomp", "advcl") and any(t.lower_ == "to" for t in c.children)), None
    )
    if wish is None:
        return None
    start = verb.i + 1
    doc = verb.doc
    if verb.lemma_ == "call":
        if doc[start].lower_ not in ("on", "upon", "for"):
            return None
    elif wish.left_edge.i == start and verb.lemma_ in ("ask", "tell", "call", "beg"):
        return None
    return start + (verb.lemma_ == "call"), wish.right_edge.i + 1


def _object(verb: Token) -> Range | None:
    goal = next((c for c in verb.children if c.dep_ in ("dobj", "xcomp") and c.i > verb.i), None)
    return None if goal is None else (goal.left_edge.i, goal.right_edge.i + 1)


def _held(verb: Token) -> Range | None:
    """What is wanted, endorsed, opposed: an infinitive or an object, with the prepositions that follow it."""
    lemma = verb.lemma_.lower()
    wish = next((c for c in verb.children if c.dep_ == "xcomp" and c.i > verb.i), None)
    if wish is not None and is_cue(lemma, "want"):
        return wish.left_edge.i, wish.right_edge.i + 1
    if not is_cue(lemma, "attitude"):
        return None
    if any(c.dep_ == "auxpass" for c in verb.children):
        subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
        return None if subject is None else (subject.left_edge.i, subject.right_edge.i + 1)
    goal = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    return None if goal is None else (goal.left_edge.i, goal.right_edge.i + 1)


def _spoken_of(verb: Token) -> bool:
    return False


def _quoted_as_saying(saying: Token) -> Found | None:
    quoting = saying.head.head
    content = clause_after(saying) or _rest(saying)
    goal = next((c for c in quoting.children if c.dep_ in ("dobj", "nsubjpass")), None)
    if goal is None or content is None:
        return None
    teller = source_of(quoting)
    if teller is not None and teller[0] == goal.left_edge.i:
        teller = None
    return Found(verb_group(saying), _tidy(saying.doc, content), phrase(goal), (teller,) if teller else (), 0.9)


def _rest(verb: Token) -> Range | None:
    end = verb.right_edge.i + 1
    return (verb.i + 1, end) if end > verb.i + 1 else None


def _of_noun(noun: Token) -> Found | None:
    """ "their claim that the bridge was safe": only where the noun says whose it is."""
    clause = next((c for c in noun.children if c.dep_ in ("acl", "ccomp") and c.i > noun.i), None)
    if clause is None or not any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children):
        return None
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    if owner is None:
        by = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ in ("by", "from", "of")), None)
        owner = next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None
    if owner is not None:
        source: Range | None = phrase(owner)
    elif noun.dep_ == "dobj" and noun.head.pos_ == "VERB":
        source = source_of(noun.head)
    else:
        source = None
    if source is None:
        return None
    return Found((noun.i, noun.i + 1), _tidy(noun.doc, (clause.left_edge.i, clause.right_edge.i + 1)), source, (), 0.6)


def _according(token: Token, sentence: DocSpan) -> Found | None:
    doc = token.doc
    to = token.nbor()
    name = next((c for t in (to, token) for c in t.children if c.dep_ in ("pobj", "dobj") and c.i > to.i), None)
    if name is None:
        name = next((t for t in doc[to.i + 1 : sentence.end] if t.pos_ in ("NOUN", "PROPN", "PRON")), None)
        name = name and next(
            (t for t in (name, *name.ancestors) if t.i < sentence.end and t.pos_ in ("NOUN", "PROPN")), name
        )
    if name is None:
        return None
    source = phrase(name)
    start, end = sentence.start, sentence.end
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in ENDS):
        end -= 1
    cue = (token.i, to.i + 1)
    lead = token.i - start
    if not any(t.pos_ in VERBAL for t in doc[start : token.i]) and lead <= 2:
        comma = next((t.i for t in doc[source[0] : end] if t.text == "," and t.i >= source[0]), None)
        own = {t.i for t in name.subtree}
        closing = next((t.i for t in doc[source[0] : end] if t.text == "," and t.i not in own), comma)
        if closing is None:
            return None
        return Found(cue, (closing + 1, end), (source[0], min(source[1], closing)), _via_noun(name), 0.9)
    last = source[1]
    start = _past_link(doc, start, token.i)
    content = (start, token.i)
    if last < end and doc[last].text == "," and last + 2 < end and any(t.pos_ in VERBAL for t in doc[last:end]):
        content = (start, end)
    return Found(cue, _tidy(doc, content), source, _via_noun(name), 0.9)


def _via_noun(name: Token) -> tuple[Range, ...]:
    return ()


def via(verb: Token) -> tuple[Range, ...]:
    """Through whom: the medium that was told, interviewed or cited, in the clause of the cue."""
    found: list[Range] = []
    for child in verb.children:
        if child.dep_ in ("dobj", "dative") and verb.lemma_ in ("tell", "inform"):
            heads = [child, *(p for p in child.children if p.dep_ == "pobj")]
            found += [phrase(h) for h in heads if is_medium(h)]
            for prep in (p for p in child.children if p.dep_ == "prep" and p.lower_ in ("from", "of", "with", "for")):
                found += _media_under(prep)
        elif child.dep_ == "prep" and child.lower_ in ("in", "to", "on", "during", "by", "with"):
            found += _media_under(child)
    return tuple(found[:1])


def _media_under(prep: Token) -> list[Range]:
    found: list[Range] = []
    for goal in (c for c in prep.children if c.dep_ == "pobj"):
        if is_medium(goal):
            found.append(phrase(goal))
        elif is_cue(goal.lemma_.lower(), "vehicle"):
            found += _released_by(goal)
            for inner in goal.children:
                if inner.dep_ == "prep" and inner.lower_ in ("with", "to", "on", "by", "for", "in"):
                    found += _media_under(inner)
                elif inner.dep_ in ("compound", "poss") and is_medium(inner):
                    found.append(phrase(inner))
    return found


def _released_by(vehicle: Token) -> list[Range]:
    """Of "a letter released by her office": her office."""
    makers = [
        goal
        for clause in vehicle.children if clause.dep_ == "acl" and clause.tag_ == "VBN"
        for agent in clause.children if agent.lower_ == "by"
        for goal in agent.children if goal.dep_ == "pobj"
    ]  # fmt: skip
    return [phrase(m) for m in makers]


def is_medium(head: Token) -> bool:
    """Whether the phrase of `head` names a news agency, paper or station ("the Reuters news agency", "local media")."""
    words = list(head.doc[head.left_edge.i : head.i + 1])
    name = [t.text for t in words if t.lower_ != "the"]
    if any(is_cue(t, "medium") for t in name) or any(is_cue(" ".join(name[i:]), "medium") for i in range(len(name))):
        return True
    if not is_cue(head.lemma_.lower(), "medium-noun") and not is_cue(head.lower_, "medium-noun"):
        return False
    return head.pos_ == "PROPN" or any(t.pos_ in ("PROPN", "ADJ") or t.dep_ == "compound" for t in words[:-1])


def _tidy(doc: Doc, content: Range) -> Range:
    """`content` without the white space, commas and stops at its ends."""
    start, end = content
    while start < end and (doc[start].is_space or doc[start].text in {",", ":", ".", ";", "—", "–"}):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in {",", ".", ";", ":", "—", "–"}):
        end -= 1
    return (start, end) if start < end else content


def moved(found: Found, content: Range) -> Found:
    """`found` with another content."""
    return replace(found, content=content)
