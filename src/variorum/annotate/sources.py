"""Who says it: the verb's group of words, its subject or agent, and the phrase that names the source, as printed."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from variorum.knowledge.cues import is_cue

Range = tuple[int, int]
VERBAL = {"VERB", "AUX"}
SUBJECTS = {"nsubj", "nsubjpass"}
GROUP = {"aux", "auxpass", "neg", "advmod", "prt"}
ISSUING = {"issue", "release", "make", "publish", "give", "send", "post", "deliver", "read", "write"}
ENDS = {".", "?", "!"}
CAUSING = {"lead", "prompt", "force", "cause", "allow", "push", "drive", "get", "press", "pressure", "compel", "enable"}


def verb_group(verb: Token) -> Range:
    """The verb with the auxiliaries, adverbs and particles that stand straight at it."""
    doc, start, end = verb.doc, verb.i, verb.i + 1
    own = {child.i for child in verb.children if child.dep_ in GROUP and not _is_name(child)}
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


def _is_name(adverb: Token) -> bool:
    """Whether what the tagger took for an adverb is a surname: "…, Connolly told Radio North"."""
    titled = adverb.dep_ == "advmod" and adverb.text.istitle() and adverb.i > adverb.sent.start
    return titled and adverb.lower_.endswith("ly") and not adverb.nbor(-1).is_quote and not adverb.nbor(-1).is_space


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
            if agent is None and at != verb:  # "after saying that …, she was taken to hospital"
                agent = next((c for c in at.children if c.dep_ == "nsubjpass"), None)
            return phrase(agent) if agent is not None else None
        left = at.doc[at.i - 1] if at.i else None
        if at.tag_ == "VBG" and left is not None and left.dep_ == "pobj" and left.head.lower_ == "of":
            return phrase(left)  # "a video of him warning that …"
        subject = next((c for c in at.children if c.dep_ in SUBJECTS), None)
        if subject is not None:
            if subject.dep_ == "expl" or (subject.lower_ in ("it", "there") and at != verb and not _acts(at)):
                return None
            opening = after_dateline(at.doc, at.sent.start, at.i)
            group = verb_group(at)[0]
            return (opening, group) if subject.i < opening < group else phrase(subject)
        if at == verb and (name := _name_after_comma(at)) is not None:
            return name
        if at == verb and at.dep_ == "conj" and (nearer := _subject_between(at)) is not None:
            return phrase(nearer)
        if at == verb and at.dep_ == "conj" and (joined := _after_conjunction(at)) is not None:
            return joined
        if at.dep_ == "acl" and at.tag_ == "VBG":
            return _author(at.head)
        if at.dep_ in ("conj", "xcomp", "advcl", "ccomp", "pcomp", "prep", "parataxis", "dep") and at.head != at:
            if at.dep_ == "ccomp" and at.tag_ not in ("VBG", "VB"):
                return None
            if (moved := _moved(at)) is not None:
                return phrase(moved)
            at = at.head
            continue
        return None
    return None


def _subject_between(verb: Token) -> Token | None:
    """Of "is seen … after a man came up and asked": of the clause between, in the tense of `verb`, which its head is not in."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.head.tag_ == verb.tag_:
        return None
    for token in reversed(verb.doc[verb.head.i + 1 : verb.i]):
        if token.tag_ == verb.tag_ and token.pos_ in VERBAL and token.dep_ in ("advcl", "ccomp", "relcl"):
            return next((c for c in token.children if c.dep_ == "nsubj" and not c.tag_.startswith("W")), None)
    return None


def _name_after_comma(verb: Token) -> Range | None:
    """Of "…, Connolly told Radio North": a name in one word between comma and verb that the parser took for no subject."""
    at = verb_group(verb)[0] - 1
    named = at > verb.sent.start and verb.doc[at].text.istitle() and verb.doc[at - 1].text == ","
    return (
        (at, at + 1) if named and verb.tag_ in ("VBD", "VBZ") and verb.dep_ not in ("relcl", "acl", "xcomp") else None
    )


def source_between_commas(verb: Token) -> Range | None:
    """Of "…, the brother of the owner, Ann Lee, of Ardova, said.": all that stands after the last clause, where the verb
    ends the sentence and the parser gave it no subject."""
    doc, end = verb.doc, verb_group(verb)[0]
    rest = doc[verb.i + 1 : verb.sent.end]
    if any(not (t.is_punct or t.is_space) for t in rest) or end == verb.sent.start or doc[end - 1].text != ",":
        return None
    finite = max((t.i for t in doc[verb.sent.start : end] if t.tag_ in ("VBD", "VBZ", "VBP", "MD")), default=end)
    comma = next((t.i for t in doc[finite:end] if t.text == ","), end)
    opening = doc[comma + 1] if comma + 1 < end else None
    return (comma + 1, end) if opening is not None and opening.pos_ in ("DET", "PROPN", "NOUN", "PRON") else None


def _moved(verb: Token) -> Token | None:
    """Of "leading him to ask", "forced the mayor to admit": who was made to say it."""
    making = verb.head.lemma_.lower() in CAUSING or is_cue(verb.head.lemma_.lower(), "request")
    if not making or not any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children):
        return None
    return next((c for c in verb.head.children if c.dep_ == "dobj" and verb.head.i < c.i < verb.i), None)


def _after_conjunction(verb: Token) -> Range | None:
    """Of "The council met and UN chief Ann Lee said …": the name between the conjunction and the verb."""
    doc, end = verb.doc, verb_group(verb)[0]
    start = end
    while start > verb.sent.start and doc[start - 1].pos_ in ("PROPN", "NOUN", "ADJ", "DET"):
        start -= 1
    joined = start > verb.sent.start and doc[start - 1].lower_ in ("and", "but", "while")
    return (start, end) if joined and start < end and doc[end - 1].pos_ in ("PROPN", "NOUN") else None


def source_left_of(verb: Token) -> Range | None:
    """The name straight before a verb to which the parser gave no subject: "In a meeting with A, General B, its head, said"."""
    doc, first = verb.doc, verb.sent.start
    end = stop = verb_group(verb)[0]
    if stop > first and doc[stop - 1].text == ",":
        stop = next((t.i for t in reversed(doc[first : stop - 1]) if t.text == ","), first)
    start = stop
    while start > first and (
        doc[start - 1].pos_ in ("PROPN", "NOUN", "ADJ") or doc[start - 1].lower_ in ("the", "a", "an")
    ):
        start -= 1
    named = any(t.pos_ in ("PROPN", "NOUN") for t in doc[start:stop])
    return (start, end) if named and (start == first or doc[start - 1].text == ",") else None


def _acts(verb: Token) -> bool:
    """Whether a verb has an object, so that its "it" is somebody."""
    return any(c.dep_ == "dobj" for c in verb.children)


def _author(noun: Token) -> Range | None:
    """Of "a statement saying …": who issued it, where the clause tells, else the statement itself."""
    if noun.dep_ == "dobj" and noun.head.lemma_ in ISSUING:
        return source_of(noun.head)
    within = noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.lower_ in ("in", "with", "through", "via")
    if within and noun.head.head.pos_ == "VERB":
        return source_of(noun.head.head)
    return (noun.left_edge.i, noun.i + 1)


def phrase(head: Token) -> Range:
    """The phrase of `head` as printed, appositions included; a clause set after it by a comma ("…, who …") left out."""
    doc, start, end = head.doc, head.left_edge.i, head.right_edge.i + 1
    start = _fresh(doc, start, head.i)
    end = next((t.i for t in doc[head.i + 1 : end] if t.is_space and "\n" in t.text), end)
    end = next((t.i for t in doc[head.i + 1 : end] if t.text in BREAKS and _loose(t, head)), end)
    while end < len(doc) and doc[end].pos_ == "PROPN" and doc[end - 1].pos_ in ("PROPN", "NOUN") and end > head.i:
        end += 1
    # an apposition set off by commas runs to the comma that closes it
    if any(t.text == "," for t in doc[head.i : end]) and end < len(doc) - 1 and doc[end].text == ",":
        end += doc[end + 1].pos_ in VERBAL or doc[end + 1].dep_ in GROUP
    while end > head.i + 1 and (doc[end - 1].is_space or doc[end - 1].text in ENDS or doc[end - 1].lower_ == "both"):
        end -= 1
    return start, end


BREAKS = {",", "(", "—", "–", "-"}
RELATIVES = {"who", "which", "whose", "whom", "where", "when"}


def _loose(mark: Token, head: Token) -> bool:
    """Whether `mark` opens a relative clause set loosely after the phrase."""
    after = mark.i + 1
    return after < len(mark.doc) and mark.i > head.i and mark.nbor().lower_ in RELATIVES


def _fresh(doc: Doc, start: int, head: int) -> int:
    """Where the phrase begins when marks, "even" and a dateline ("CAIRO (AP) -") before it are left out."""
    for at in range(head - 1, start, -1):
        if doc[at].text in ("-", "–", "—", "--") and doc[at].whitespace_ and doc[at - 1].text == ")":
            return at + 1
        if doc[at].is_space and "\n" in doc[at].text:
            return at + 1
    while start < head and ((doc[start].is_punct and doc[start].text not in "\"“‘'") or doc[start].is_space
                            or doc[start].lower_ in ("even", "but", "and", "while", "as", "not", "only")):  # fmt: skip
        start += 1
    return start


def after_dateline(doc: Doc, start: int, limit: int) -> int:
    """`start` moved over a dateline: "PARIS -", "SEOUL (Reuters) -", "ARDOVA, Belmar —", "Dec 29 (Reuters) -"."""
    for at in range(start + 1, min(start + 12, limit)):
        if doc[at].text in ("-", "–", "—", "--") and doc[at - 1].whitespace_ and doc[at].whitespace_:
            place = [t for t in doc[start:at] if t.is_alpha]
            shouted = len(place) > 0 and place[0].is_upper and len(place[0]) > 2
            names = all(t.is_upper or t.pos_ == "PROPN" for t in place)
            return at + 1 if doc[at - 1].text == ")" or (shouted and names) else start
    return start
