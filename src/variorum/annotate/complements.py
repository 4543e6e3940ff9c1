"""What is said: the clause, object or infinitive that a cue verb takes, as token ranges."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from variorum.annotate.sources import SUBJECTS, VERBAL, Range, after_dateline
from variorum.annotate.strayed import is_in_a_word, without_contrast, without_relative
from variorum.knowledge.cues import is_cue


def clause_after(verb: Token) -> Range | None:
    """The clause that `verb` takes as its object, to the right, with the clauses joined to it."""
    doc = verb.doc
    comps = [c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i and c.pos_ not in ("PUNCT",)]
    if not comps and is_cue(verb.lemma_.lower(), "say", "tell", "deny"):
        comps = _that_clause(verb)
    if not comps:
        return after_that(verb) if is_cue(verb.lemma_.lower(), "say", "tell", "deny") else None
    comp = comps[0]
    start, end = comp.left_edge.i, without_next_act(comps[-1])
    if start <= verb.i:
        return without_relative(verb, comp)
    if is_in_a_word(doc, end):
        end = verb.right_edge.i + 1
    before = doc[start - 1] if start else None
    if before is not None and before.lower_ == "that" and before.i > verb.i:
        start -= 1
    for conj in verb.conjuncts:
        subject = next((c for c in conj.children if c.dep_ in SUBJECTS), None)
        if conj.head == verb and conj.i >= end and subject is not None:
            own = subject.pos_ == "PRON" and any(
                c.dep_ in SUBJECTS and c.lower_ == subject.lower_ for c in comp.children
            )
            if not is_cue(conj.lemma_.lower(), "say", "tell", "think") or own:
                end = max(end, conj.right_edge.i + 1)
            break
    while end < len(doc) and doc[end - 1].text in _CLOSING and doc[end].lower_ in ("when", "if", "because", "unless"):
        clause = doc[end].head
        if clause.dep_ != "advcl" or clause.head != verb or clause.tag_ == "VBN":
            break
        end = clause.right_edge.i + 1
    return _past_time(doc, start, comp), without_contrast(comp, _with_condition(verb, end))


def _with_condition(verb: Token, end: int) -> int:
    """The end of what is said, a condition straight after it included ("that he'd stay even if the bridge fell")."""
    doc = verb.doc
    if end + 1 < len(doc) and doc[end].lower_ == "even" and doc[end + 1].lower_ in ("if", "though"):
        clause = doc[end + 1].head
        if clause.dep_ == "advcl" and clause.head == verb and clause.left_edge.i == end:
            return clause.right_edge.i + 1
    return end


def _past_time(doc: Doc, start: int, comp: Token) -> int:
    """Where what is said begins after the day on which it was said ("told the council on Monday it was ready")."""
    subject = next((c for c in comp.children if c.dep_ in SUBJECTS), None)
    if subject is None or not start < subject.left_edge.i < start + 5:
        return start
    between = doc[start : subject.left_edge.i]
    timed = all(t.ent_type_ in ("DATE", "TIME") or (t.i == start and t.lower_ in ("on", "in", "at")) for t in between)
    return subject.left_edge.i if timed and between[-1].ent_type_ and not any(t.is_punct for t in between) else start


def without_next_act(head: Token) -> int:
    """The end of what is said, less a further act of the speaker's: "said it was ready and warned Belmar to stop"."""
    end = head.right_edge.i + 1
    for conj in (t for t in head.subtree if t.dep_ == "conj" and t.i > head.i and t.head in (head, *head.conjuncts)):
        acting = is_cue(conj.lemma_.lower(), "say", "tell", "request", "accuse") and conj.tag_ in ("VBD", "VBZ", "VB")
        if (
            not acting
            or (conj.tag_ != head.tag_ and conj.tag_ != "VBD")
            or any(c.dep_ in SUBJECTS for c in conj.children)
        ):
            continue
        joint = conj.i - 1
        while joint > head.i and head.doc[joint].dep_ in ("advmod", "aux"):
            joint -= 1
        if head.doc[joint].pos_ == "CCONJ":
            end = min(end, joint)
    return end


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
            governor = token.head.head
            return [token.head] if governor == verb or governor.pos_ not in VERBAL else []
    return []


def after_that(verb: Token) -> Range | None:
    """What a "that" brings in where the parser took it for a relative ("announced in a notice that the bridge is safe")."""
    doc, limit = verb.doc, min(verb.i + 14, verb.sent.end - 2)
    if any(c.dep_ in ("dobj", "ccomp", "xcomp") and c.lower_ != "that" for c in verb.children) and not is_cue(
        verb.lemma_.lower(), "tell"
    ):
        return None
    for token in doc[verb.i + 1 : limit]:
        if token.tag_ in ("VBD", "VBZ", "VBP", "MD") or token.text in _OPENING or token.text in (";", ":"):
            return None
        opening = token.nbor().nbor() if token.nbor().pos_ == "ADV" else token.nbor()
        if token.lower_ != "that" or token.tag_ == "DT" or not _opens_clause(opening):
            continue
        finite = next((t for t in doc[token.i + 2 : verb.sent.end] if t.tag_ in ("VBD", "VBZ", "VBP", "MD")), None)
        if finite is None:
            return None
        joined = [c.left_edge.i for c in verb.conjuncts if c.i > finite.i and c.head == verb]
        return token.i, min([verb.right_edge.i + 1 if verb.right_edge.i > finite.i else verb.sent.end, *joined])
    return None


def _opens_clause(token: Token) -> bool:
    """Whether a clause's subject can begin here, a participle's among them ("that keeping it shut would …")."""
    return token.pos_ in ("DET", "PRON", "NOUN", "PROPN", "ADJ", "NUM") or token.tag_ == "VBG"


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
    while inside and max(inside) >= last and (doc[max(inside)].is_punct or doc[max(inside)].is_space):
        inside.remove(max(inside))
    if not inside:
        return None
    start, end = min(inside), max(inside) + 1
    lead = doc[sentence.start : start]
    if not any(t.pos_ in VERBAL for t in lead):
        start = past_link(doc, sentence.start, start)
    if start == sentence.start:
        start = after_dateline(doc, start, end)
    if end < last:
        end = first
    elif end > last and sentence[-1].i == end and doc[end - 1].dep_ != "punct":
        end = sentence.end
    if (start >= first and end <= first) or start >= last:
        return None if start >= last else (start, first)
    return start, end


def past_link(doc: Doc, start: int, limit: int) -> int:
    """`start` moved over a dateline or a word that links the sentence to the one before ("But …", "Still, …")."""
    start = after_dateline(doc, start, limit)
    if start < limit and (doc[start].is_space or (doc[start].is_punct and doc[start].text not in "\"“‘'")):
        return past_link(doc, start + 1, limit)
    if start + 1 < limit and doc[start].pos_ == "CCONJ":
        return start + 1
    if start + 2 < limit and doc[start].pos_ in ("ADV", "SCONJ") and doc[start + 1].text == ",":
        return start + 2
    return start


def _bare_aside(verb: Token) -> bool:
    return verb.i > 0 and verb.tag_ != "VBG" and not any(c.dep_ in ("mark", "advmod") for c in verb.children)


def object_and_complement(verb: Token) -> Range | None:
    """Of "called the attack a reprisal": the attack a reprisal; of "what he called a reprisal": a reprisal."""
    doc = verb.doc
    right = [c for c in verb.children if c.i > verb.i]
    goal = next((c for c in right if c.dep_ == "dobj"), None)
    complement = [c for c in right if c.dep_ in ("oprd", "ccomp", "xcomp") or (c.dep_ == "prep" and c.lower_ == "as")]
    if complement:
        parts = [c for c in right if c.dep_ == "dobj"] + complement
        start, end = min(c.left_edge.i for c in parts), max(c.right_edge.i for c in parts) + 1
        return (start, end) if start > verb.i and not (goal is None and is_nickname(doc, start, end)) else None
    if goal is None or verb.lemma_ == "refer":
        return None
    if any(c.lower_ in ("what", "that", "which") and c.i < verb.i for c in verb.children):
        return goal.left_edge.i, goal.right_edge.i + 1
    after = goal.i + 1
    if after < len(doc) and (doc[after].lower_ in ("a", "an") or doc[after].text in _OPENING):
        rest = [c for c in right if c.i > goal.i and c.dep_ not in ("prep", "advcl", "npadvmod", "punct")]
        return goal.left_edge.i, max([goal.right_edge.i, *(c.right_edge.i for c in rest)]) + 1
    return None


def is_nickname(doc: Doc, start: int, end: int) -> bool:
    """Whether the words are a name in quotation marks: "a fisherman called “Smokey” by his friends"."""
    words = [t for t in doc[start:end] if not t.is_punct and not t.is_quote]
    return doc[start].is_quote and 0 < len(words) <= 3 and all(t.text[:1].isupper() for t in words)


_OPENING = {"“", '"', "‘", "``", "''", "'"}
_CLOSING = {"”", '"', "’", "''", "'"}
_SETTING = {
    "at",
    "during",
    "in",
    "on",
    "—",
    "–",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
}
REASONS = {"as", "for", "compared"}


def object_with(verb: Token, prepositions: set[str]) -> Range | None:
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


def plain_object(verb: Token) -> Range | None:
    goal = next((c for c in verb.children if c.dep_ in ("dobj", "xcomp") and c.i > verb.i), None)
    return None if goal is None else (goal.left_edge.i, goal.right_edge.i + 1)


def held(verb: Token) -> Range | None:
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
    return None if goal is None else (goal.left_edge.i, _with_reasons(verb, goal))


def _with_reasons(verb: Token, goal: Token) -> int:
    """The end of an object with what the verb finds in it: "the media for being unfair", "the bill as a gift"."""
    tail = [c.right_edge.i for c in verb.children if c.dep_ == "prep" and c.lower_ in REASONS and c.i > goal.i]
    return _without_setting(verb.doc, goal.i, max([goal.right_edge.i, *tail]) + 1)


def _without_setting(doc: Doc, start: int, end: int) -> int:
    """Where quoted words end when only where and when they were said follows ("as a “disgrace” during a rally")."""
    closing = [t.i + 1 for t in doc[start + 1 : end] if t.text in _CLOSING]
    return closing[-1] if closing and closing[-1] < end and doc[closing[-1]].lower_ in _SETTING else end


def labelled(verb: Token) -> Range | None:
    """Of "rated the claim as “false”", "likened the plan to “a gift”": object and label; None without quotation marks."""
    links = ("as", "to") if verb.lemma_ in ("compare", "liken") else ("as",)
    goal = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    if goal is None or any(c.dep_ == "auxpass" for c in verb.children):
        return None
    near = [*verb.children, *(goal.children if len(links) > 1 else ())]
    label = next((c for c in near if c.dep_ in ("prep", "dative") and c.lower_ in links and c.i > goal.i), None)
    if label is None or not any(t.text in _OPENING for t in label.subtree):
        return None
    return goal.left_edge.i, _with_reasons(verb, label)


def rest_of(verb: Token) -> Range | None:
    end = verb.right_edge.i + 1
    return (verb.i + 1, end) if end > verb.i + 1 else None


def tidied(doc: Doc, content: Range) -> Range:
    """`content` without the white space, commas and stops at its ends."""
    start, end = content
    while start < end and (doc[start].is_space or doc[start].text in {",", ":", ".", ";", "—", "–"}):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in {",", ".", ";", ":", "—", "–"}):
        end -= 1
    return (start, end) if start < end else content
