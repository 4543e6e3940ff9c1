"""Voices: from the words that name a source to the chain of those through whom it came, nearest first."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from variorum.annotate.layer import span_of, text_of, tokens_of
from variorum.annotate.phrases import is_kin
from variorum.annotate.sources import Range
from variorum.model import Mention, Quotation, Span, Voice

ARTICLES = {"the", "a", "an"}
RELATIVE = {"who", "which", "that", "whom"}


def voices(doc: Doc, source: Range) -> tuple[Voice, ...]:
    """The voices that the words `source` name: one, or several who speak together, in the order of the words."""
    tokens = doc[source[0] : source[1]]
    head = head_of(tokens)
    if head.lower_ in RELATIVE:
        head = antecedent(head)
    beside = _name_beside(doc, head, source) or _described(doc, head, source)
    if beside is not None:
        return (beside,)
    joined = [head, *(t for t in head.conjuncts if t.i > head.i and source[0] <= t.i < source[1] and t.dep_ == "conj")]
    joined = [t for t in joined if t == head or not _further_post(doc, head, t)]
    named = [t for t in joined if t.pos_ in ("PROPN", "NOUN", "PRON", "NUM", "ADJ", "DET")] or [head]
    found = []
    for one in named:
        voice = voice_of(doc, one, source if len(named) == 1 else None)
        if voice.mention is None and len(named) == 1:
            voice = _closing(doc, source) or voice
        if voice not in found:
            found.append(voice)
    return tuple(found)


def _further_post(doc: Doc, head: Token, other: Token) -> bool:
    """Whether two posts are one person's: "the company's founder and chief executive", "a lawyer and activist"."""
    whose = [any(c.dep_ in ("det", "poss") for c in t.children) for t in (head, other)]
    if whose != [True, False] or any(t.tag_ not in ("NN", "NNP") or t.ent_type_ == "PERSON" for t in (head, other)):
        return False
    found = [mention_at(doc, t, None) for t in (head, other)]
    told = [doc._.mentions[i] for i in found if i is not None]
    return bool(told) and all(m.form != "name" and m.kind == "person" and not is_kin(doc, m) for m in told)


def _name_beside(doc: Doc, head: Token, source: Range) -> Voice | None:
    """The name that stands beside a description: "the mayor, Ann Lee", "head of the committee Ann Lee"."""
    if head.pos_ not in ("NOUN", "ADJ", "PROPN") or any(t.dep_ == "conj" for t in head.children):
        return None
    start, end = doc[source[0]].idx, doc[source[1] - 1].idx + len(doc[source[1] - 1])
    found: list[tuple[int, Voice]] = []
    for index, mention in enumerate(doc._.mentions):
        span = mention.span
        if mention.form != "name" or not (start <= span.start and span.end <= end) or span.start < head.idx:
            continue
        tokens = tokens_of(doc, span)
        first = tokens_of(doc, min([span, *mention.titles])).start
        while first > source[0] and doc[first - 1].ent_type_ == "NORP":
            first -= 1
        if first and doc[first - 1].pos_ == "ADP":
            continue  # "a spokesman for Mr. Lee, Ann Berg,"
        if head.pos_ == "PROPN" and (tokens.start <= head.i + 1 or mention.kind != "person"):
            continue
        before = doc[tokens.start - 1] if tokens.start else None
        apposed = head_of(tokens).dep_ == "appos" and head_of(tokens).head == head
        rest = text_of(doc)[span.end : end].strip(" ,")
        last = mention.kind == "person" and (not rest or text_of(doc)[span.end : end].lstrip().startswith(","))
        free = before is not None and (before.text == "," or before.pos_ in ("NOUN", "PROPN")) and before.lower_ != "'s"
        if apposed or (last and free):
            found.append((0 if apposed else 1, Voice(span, index)))
    return min(found, key=lambda f: (f[0], f[1].span.start))[1] if found else None


def _closing(doc: Doc, source: Range) -> Voice | None:
    """The person whose name closes the words before a bracket or comma, led up to by nouns alone, where the parse found
    another head ("Senate Democratic Leader Ann Lee (D-N.Y.)", "according to founder Ann Lee")."""
    start, end = doc[source[0]].idx, doc[source[1] - 1].idx + len(doc[source[1] - 1])
    for index, mention in enumerate(doc._.mentions):
        span = mention.span
        if mention.form != "name" or mention.kind != "person" or not (start <= span.start and span.end <= end):
            continue
        before = doc[source[0] : tokens_of(doc, span).start]
        led_up = [t for t in before if t.lower_ not in ("according", "to")]
        rest = text_of(doc)[span.end : end].lstrip()
        if not rest.strip(" .") or rest[0] in "(,":
            nouns = all(t.pos_ in ("PROPN", "NOUN", "ADJ", "DET") or t.text == "-" for t in led_up)
            return Voice(span, index) if led_up and nouns else None
    return None


def _described(doc: Doc, head: Token, source: Range) -> Voice | None:
    """For a name that no mention holds: whose surname it is, or the description set after it ("Ajmal Jan, a shopkeeper")."""
    if head.pos_ != "PROPN" or not source[0] <= head.i < source[1] or mention_at(doc, head, source) is not None:
        return None
    start = max(head.left_edge.i, source[0]) if source[0] <= head.i else head.i  # "who" has its name before the source
    name = span_of(doc, start, head.i + 1)
    if name.text == head.text and (known := _by_surname(doc, head.text)) is not None:
        return Voice(name, known)
    end = doc[source[1] - 1].idx + len(doc[source[1] - 1])
    for index, mention in enumerate(doc._.mentions):
        told = mention.form == "nominal" and mention.kind == "person" and name.end < mention.span.start < end
        if told and text_of(doc)[name.end : mention.span.start].strip() == ",":
            return Voice(name, index)
    return None


def _by_surname(doc: Doc, surname: str) -> int | None:
    """The first mention of the one person or body of the report whose longer name ends in `surname`."""
    found: dict[int, int] = {}
    for index, mention in enumerate(doc._.mentions):
        words = mention.span.text.split()
        if (
            mention.form == "name"
            and mention.kind in ("person", "organisation")
            and len(words) > 1
            and words[-1] == surname
        ):
            found.setdefault(mention.entity if mention.entity is not None else -1, index)
    return next(iter(found.values())) if len(found) == 1 else None


def voice_of(doc: Doc, head: Token, source: Range | None) -> Voice:
    """The voice that `head` names: the mention that it heads, else its noun phrase without article and additions."""
    index = mention_at(doc, head, source)
    if index is not None:
        return Voice(doc._.mentions[index].span, index)
    if (named := _named_elsewhere(doc, head)) is not None:
        return Voice(span_of(doc, head.i, head.i + 1), named)
    if source is not None and (told := _told_elsewhere(doc, source)) is not None:
        return Voice(span_of(doc, *source), told)
    start, end = head.left_edge.i, head.right_edge.i + 1
    if source is not None and source[0] <= head.i < source[1]:
        start, end = max(start, source[0]), min(end, source[1])
    end = next((t.i for t in doc[head.i + 1 : end] if t.text in (",", "(", "—", "–") or t.lower_ in RELATIVE), end)
    while start < head.i and (doc[start].lower_ in ARTICLES or doc[start].is_punct or doc[start].is_space):
        start += 1
    return Voice(span_of(doc, start, max(end, head.i + 1)))


def _named_elsewhere(doc: Doc, head: Token) -> int | None:
    """The first mention that gives as a name the one capital word that no mention holds here ("Equinor claimed")."""
    if not head.text[:1].isupper() or any(c.dep_ in ("compound", "amod") for c in head.children):
        return None
    return next((i for i, m in enumerate(doc._.mentions) if m.form == "name" and m.span.text == head.text), None)


def _told_elsewhere(doc: Doc, source: Range) -> int | None:
    """The first description of a person that has, but for its article, the words of a source ("Norair spokesman: …"), else the
    one person before whose name they stand ("Former Ardovan President: …")."""
    words = text_of(doc)[doc[source[0]].idx : doc[source[1] - 1].idx + len(doc[source[1] - 1])].lower()
    people = [(i, m) for i, m in enumerate(doc._.mentions) if m.kind == "person"]
    told = (i for i, m in people if m.form == "nominal" and m.span.text.lower().split(" ", 1)[1:] == [words])
    if (described := next(told, None)) is not None:
        return described
    named: dict[int | None, int] = {}
    for i, m in people:
        if m.form == "name" and any(role.text.lower() == words for role in (*m.roles, *m.titles)):
            named.setdefault(m.entity, i)
    return next(iter(named.values())) if len(named) == 1 and " " in words else None


def mention_at(doc: Doc, head: Token, source: Range | None) -> int | None:
    """The index of the mention whose head is `head`, else of the shortest that holds it."""
    mentions: Sequence[Mention] = doc._.mentions
    at, stop = head.idx, head.idx + len(head)
    heads = [i for i, m in enumerate(mentions) if m.head.start < stop and at < m.head.end]
    if heads:
        return min(heads, key=lambda i: (mentions[i].span.end - mentions[i].span.start, i))
    holding = [i for i, m in enumerate(mentions) if m.span.start <= at and stop <= m.span.end]
    return min(holding, key=lambda i: (mentions[i].span.end - mentions[i].span.start, i), default=None)


def head_of(tokens: DocSpan) -> Token:
    """The token of a phrase on which the rest of it hangs."""
    inside = {t.i for t in tokens}
    roots = [t for t in tokens if (t.head.i not in inside or t.head == t) and not t.is_punct and not t.is_space]
    nominal = [t for t in roots if t.pos_ in ("PROPN", "NOUN", "PRON")]
    opening = [t for t in tokens if t.pos_ in ("PROPN", "NOUN") and t.i + 1 < tokens.end and t.nbor().text == ","]
    return (nominal or opening or roots or list(tokens))[0]


def antecedent(relative: Token) -> Token:
    """What a relative pronoun stands for: the noun that its clause hangs on, of a clause that hangs on none the one before
    it; of "Lee was among those who …" Lee."""
    before = relative.nbor(-1) if relative.i > relative.sent.start else relative
    beside = relative.lower_ == "who" and before.pos_ in ("PROPN", "NOUN")
    at = relative
    while at.head != at:
        if at.dep_ in ("relcl", "acl"):
            strayed = beside and not at.head.is_ancestor(before) and at.head != before
            return before if strayed else _one_of(at.head) or at.head
        at = at.head
    return before if beside else relative


def _one_of(group: Token) -> Token | None:
    """Of "Lee was among those", "Lee was one of the many": the one who is told to be of them."""
    among = group.head if group.dep_ == "pobj" else group
    one = among.head if among.lower_ == "of" and among.head.lower_ == "one" else None
    linking = one.head if one is not None else among.head if among.lower_ == "among" else None
    if linking is None or linking.lemma_ != "be":
        return None
    return next((c for c in linking.children if c.dep_ == "nsubj" and c.pos_ in ("PROPN", "NOUN", "PRON")), None)


def same_voice(doc: Doc, one: Voice, other: Voice) -> bool:
    """Whether two voices are the same words or mentions of one entity."""
    if one.span == other.span:
        return True
    if one.mention is None or other.mention is None:
        return False
    if all(
        doc._.mentions[m].span != v.span and v.span.covers(doc._.mentions[m].span)
        for v, m in ((one, one.mention), (other, other.mention))
    ):
        return one.span.text == other.span.text  # two papers of one issuer
    first, second = doc._.mentions[one.mention].entity, doc._.mentions[other.mention].entity
    return first is not None and first == second


def chained(doc: Doc, quotations: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """Each quotation with the voices of those in whose words it stands added to its own, nearest first."""
    done = []
    for one in quotations:
        voice = list(one.voice)
        for outer in sorted(_around(one, quotations), key=lambda q: (q.content.end - q.content.start, q.content.start)):
            for further in outer.voice:
                if not any(same_voice(doc, further, v) for v in voice):
                    voice.append(further)
        done.append(with_voice(one, tuple(voice)))
    return tuple(done)


def _around(inner: Quotation, quotations: Sequence[Quotation]) -> list[Quotation]:
    mark: Span = inner.cue or inner.source or inner.content
    return [
        q for q in quotations if q is not inner and q.content.covers(mark) and q.content != inner.content and q.voice
        and not (inner.content.covers(q.content))
    ]  # fmt: skip


def with_voice(quotation: Quotation, voice: tuple[Voice, ...]) -> Quotation:
    """`quotation` with another chain."""
    return Quotation(
        quotation.mode,
        quotation.content,
        quotation.cue,
        quotation.source,
        voice,
        quotation.declined,
        quotation.confidence,
    )
