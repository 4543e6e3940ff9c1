"""Direct speech: quoted stretches joined to the cue beside them, where the parse cannot be trusted across the marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from variorum.annotate.found import Found
from variorum.annotate.media import QUOTING, is_voice, saying_of_another
from variorum.annotate.media import via as via_of
from variorum.annotate.quote_marks import Quoted, quoted
from variorum.annotate.sources import ENDS, VERBAL, Range, phrase, source_of, verb_group
from variorum.annotate.verbs_of_speech import SPEECH, is_thought, reads, speaks, speaks_by_place, taken_for_noun
from variorum.knowledge.cues import is_cue

STOPS = (",", ".", "?", "!", "…", "—", "–", "-", ";", ":")
DASHES = {"—", "–", "-", "--"}
WORDS = {"word", "phrase", "term", "expression", "slogan"}
USING = {"use", "coin", "utter", "repeat"}
LINKS = {"but", "and", "that", "still", "then", "also"}


@dataclass(frozen=True)
class Stretch:
    """A quoted stretch in tokens (marks included) and in characters."""

    start: int
    end: int
    quote: Quoted
    inner: str

    @property
    def stopped(self) -> bool:
        """Whether its last words end in a stop inside the marks."""
        return self.inner.rstrip("'’ ”\"").endswith(STOPS)

    @property
    def sentence(self) -> bool:
        """Whether it reads like a whole sentence: a capital (or digit) first, a stop last."""
        first = next((c for c in self.inner if c.isalnum()), "a")
        last = self.inner.rstrip("'’ ”\"")[-1:]
        return not first.islower() and (last in ".?!…," or not self.quote.closed) and len(self.inner.split()) > 2


def stretches(doc: Doc, text: str, start: int, end: int, further: Sequence[Quoted] = ()) -> list[Stretch]:
    """The quoted stretches of the paragraph `text[start:end]`; `further`: those that an earlier paragraph left open."""
    found = []
    for quote in [q for q in further if start <= q.start < end] or quoted(text, start, end):
        tokens = doc.char_span(quote.start, quote.end, alignment_mode="expand")
        if tokens is not None and len(tokens) and quote.inner(text).strip():
            found.append(Stretch(tokens.start, tokens.end, quote, quote.inner(text).strip()))
    return found


def spoken(doc: Doc, paragraph: Range, regions: list[Stretch]) -> Iterator[Found]:
    """The direct speech of one paragraph (token range), each with the cue and source that stand beside it."""
    taken, done = -1, paragraph[0]
    for index, region in enumerate(regions):
        if index <= taken:
            continue
        before = (
            _back(doc, paragraph[0], regions[index - 1].end if index else paragraph[0], region.start),
            region.start,
        )
        after_limit = regions[index + 1].start if index + 1 < len(regions) else paragraph[1]
        after = (region.end, _forward(doc, region.end, after_limit))
        found = _cued_after(doc, region, before, after, _clause_start(doc, paragraph[0], regions, index, done))
        if found is not None:
            follows = index + 1 < len(regions) and after[1] == regions[index + 1].start
            if follows and _leads_on(doc, after) and not _cue_between(doc, found, after):
                taken = index + 1
                found = Found(found.cue, (found.content[0], regions[index + 1].end), found.source, found.via, 0.95)
            done = regions[max(index, taken)].end
            yield found
            continue
        found = _cued_before(doc, region, before, after)
        if found is not None:
            done = region.end
            yield found


def _clause_start(doc: Doc, floor: int, regions: list[Stretch], index: int, done: int) -> int | None:
    """Where a sentence begins that quotes a word here and there before it comes to the cue ("They called it “work,” “play” and
    “rest,” Lee said"); None where the stretch at `index` is a sentence, or the first of its own."""
    region = regions[index]
    start = _back(doc, floor, done, region.start)
    earlier = [r for r in regions[:index] if start <= r.start]
    if not earlier or region.sentence or any(r.sentence for r in earlier):
        return None
    told = [t for t in doc[start : region.start] if not any(r.start <= t.i < r.end for r in earlier)]
    return None if any(speaks(t) or t.text == ":" for t in told) or not any(t.is_alpha for t in told) else start


def _leads_on(doc: Doc, between: Range) -> bool:
    """Whether the words between two stretches end in a mark that leads on, or in one and a conjunction (", but still")."""
    end = between[1]
    while end > between[0] and (doc[end - 1].pos_ == "CCONJ" or doc[end - 1].lower_ in LINKS):
        end -= 1
    return end > between[0] and doc[end - 1].text in (",", ":", "—", "–")


def _cue_between(doc: Doc, found: Found, after: Range) -> bool:
    """Whether a second cue stands between the first and the next stretch ("…," he said, adding, "…")."""
    first = max(found.cue[1], found.source[1] if found.source else 0)
    return any(t.pos_ in VERBAL and is_cue(t.lemma_.lower(), *SPEECH) for t in doc[first : after[1]])


def _back(doc: Doc, floor: int, previous: int, at: int) -> int:
    """Where the words before the stretch begin: after the last stop, or the stretch before."""
    start = at
    while start > max(floor, previous):
        token = doc[start - 1]
        if token.text in ENDS or (token.is_space and "\n" in token.text):
            break
        start -= 1
    while start < at and doc[start].is_space:
        start += 1
    return start


def _forward(doc: Doc, start: int, limit: int) -> int:
    end = start
    while end < limit and doc[end].text not in ENDS and not (doc[end].is_space and "\n" in doc[end].text):
        end += 1
    return end


def _cued_after(doc: Doc, region: Stretch, before: Range, after: Range, opening: int | None) -> Found | None:
    """ "…," said X — and "…," X told Y; `opening`: where a sentence begins that quotes other words before."""
    start, end = after
    comma = start < end and doc[start].text == ","
    if comma:
        start += 1
    if not (region.stopped or comma) or start >= end:
        return None
    if region.inner.rstrip("'’ ”\"").endswith(".") and not comma and not doc[start].text[0].islower():
        return None
    if (
        not comma
        and doc[start].text[0].isupper()
        and doc[start].pos_ in ("ADV", "CCONJ", "SCONJ")
        and doc[end - 1].text == ":"
    ):
        return None  # "…?” Then Lee said: “…"
    if doc[start].text in DASHES and start + 1 < end and not any(t.pos_ in VERBAL for t in doc[start:end]):
        return Found((start, start), (region.start, region.end), (start + 1, end), (), 0.8)
    verb = next((t for t in doc[start:end] if speaks(t) or reads(t)), None)
    if verb is None and region.inner.rstrip("'’ ”\"").endswith((",", "!", "?")):
        verb = next(
            (t for t in doc[start : min(end, start + 10)] if speaks_by_place(t) or taken_for_noun(t, end)), None
        )
    if verb is None:
        return None
    group = verb_group(verb)
    lead = [t for t in doc[start : group[0]] if not t.is_punct and not t.is_space]
    if len(lead) > 25 or (
        lead and lead[0].lower_ in ("but", "and", "while", "as", "when", "which", "that", "to", "because")
    ):
        return None
    told = via_of(verb)
    if not lead and any(c.dep_ == "nsubj" and c.i < region.start for c in verb.children):
        return None  # "Lee, who spoke of “criminals,” insists that …"
    if not lead:
        source = _inverted(verb, group[1], end)
    else:
        other = [
            t for t in doc[start : group[0]] if t.pos_ == "VERB" and t.dep_ not in ("acl", "relcl", "amod", "compound")
        ]
        source = _trim(doc, start, group[0])
        if other and not any(t.dep_ == "relcl" for t in doc[start : group[0]]):
            source, told = saying_of_another(verb, (start, group[0]))
    if source is None:
        return None
    begin = region.start
    inside = [t for t in doc[before[0] : before[1]] if not t.is_punct and not t.is_space]
    if inside:
        if any(speaks(t) for t in inside) or doc[before[1] - 1].text == ":" or _is_title(doc, region, inside[-1]):
            return None
        begin = before[0]
        while begin < region.start and (doc[begin].is_punct or doc[begin].pos_ == "CCONJ"):
            begin += 1
    begin = begin if opening is None else min(begin, opening)
    return Found(group, (begin, region.end), source, told, 0.95)


def _is_title(doc: Doc, region: Stretch, last: Token) -> bool:
    """Whether the stretch names something: "On the broadcast of “Today in Ardova,” …", "CBS's “Face the Nation,” …"."""
    tied = last.pos_ == "ADP" or last.tag_ == "POS" or (last.pos_ == "DET" and region.inner[:1].isupper())
    finite = any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in doc[region.start : region.end])
    return tied and not finite


def _cued_before(doc: Doc, region: Stretch, before: Range, after: Range) -> Found | None:
    """X said, "…" — X: "…" — and X said "…"."""
    start, end = before
    if start >= end:
        return None
    last = doc[end - 1]
    colon = last.text == ":"
    joined = last.text in (",", ":") or speaks(last) or reads(last)
    if not joined and last.lower_ == "that" and end - start > 1 and speaks(doc[end - 2]):
        joined = True
    verbs = [t for t in doc[start:end] if speaks(t) or reads(t)]
    if last.lemma_ in WORDS and last.dep_ == "dobj" and last.head.lemma_ in USING:
        source = source_of(last.head) if not any(c.dep_ == "neg" for c in last.head.children) else None
        return None if source is None else Found(verb_group(last.head), (region.start, region.end), source, (), 0.8)
    if not verbs:
        return _headed(doc, region, before) if colon else None
    verb = verbs[-1]
    if is_thought(verb) and any(a in verbs and not is_thought(a) for a in verb.ancestors):
        return None  # "She said she hopes to win and knows that “…”": all of it is what she said
    aside = any(t.lower_ == "as" for t in doc[start : verb.i])  # "as Lee pointed out, “…”"
    if not joined or (last.text == "," and not (region.sentence or region.stopped or aside)):
        return None
    if not colon and last.text == "," and _clause_open(doc, verb, end):
        return None
    if any(c.dep_ == "neg" for c in verb.children):
        return None
    source = source_of(verb) or _before(doc, start, verb_group(verb)[0])
    if source is None or source[0] >= region.start or source[1] > region.start:
        source = _before(doc, start, verb_group(verb)[0])
    if source is None:
        return None
    finish = region.end
    if not colon and not region.stopped and after[1] > after[0] and speaks(last) and not region.sentence:
        # "He said “fire and fury” would follow": the clause goes on after the marks
        own = [
            t.i for c in verb.children if c.dep_ in ("ccomp", "dobj") for t in c.subtree if region.end <= t.i < after[1]
        ]
        finish = max([finish, *(i + 1 for i in own)])
    return Found(verb_group(verb), (region.start, finish), source, via_of(verb), 0.95)


def _clause_open(doc: Doc, verb: Token, end: int) -> bool:
    """Whether the verb already has its clause before the comma: then the quoted words go on with that clause."""
    return any(c.dep_ == "ccomp" and verb.i < c.i < end for c in verb.children)


def _headed(doc: Doc, region: Stretch, before: Range) -> Found | None:
    """Words and a colon before speech: "Trump: “…”", "From Chairwoman Ortiz: “…”", "He took to the radio: “…”"."""
    start, colon = before[0], before[1] - 1
    if not region.sentence and len(region.inner.split()) < 3:
        return None
    words = doc[start:colon]
    verb = next((t for t in words if t.pos_ in VERBAL and any(c.dep_ == "nsubj" for c in t.children)), None)
    if verb is not None:
        subject = next(c for c in verb.children if c.dep_ == "nsubj")
        whom = next((c for c in verb.children if c.dep_ == "dobj" and subject.i < c.i < colon), None)
        if verb.lemma_ in QUOTING and whom is not None and is_voice(whom) and start <= subject.i:
            return Found((colon, colon + 1), (region.start, region.end), phrase(whom), (phrase(subject),), 0.8)
        if (
            subject.pos_ in ("PRON", "PROPN", "NOUN")
            and start <= subject.i < colon
            and subject.lower_ not in ("it", "that", "this")
        ):
            return Found((colon, colon + 1), (region.start, region.end), phrase(subject), (), 0.6)
        return None
    if len(words) and words[0].lower_ in ("from", "by"):
        start += 1
    source = _trim(doc, start, colon)
    if source is not None and start > words[0].sent.start and not _can_speak(doc, source):
        telling = (t for t in reversed(doc[words[0].sent.start : colon]) if t.tag_ in ("VBD", "VBZ", "VBP"))
        source = next((found for t in telling if (found := source_of(t)) is not None), None)
    if source is None or source[1] - source[0] > 12 or source[1] > region.start:
        return None
    return Found((colon, colon + 1), (region.start, region.end), source, (), 0.8)


def _can_speak(doc: Doc, source: Range) -> bool:
    """Whether words between a quotation and a colon name one who can speak, not the end of what is told ("… over “odd”
    rules: “…”")."""
    finite = any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in doc[source[0] : source[1]])
    return not finite and any(t.pos_ == "PROPN" or is_voice(t) for t in doc[source[0] : source[1]])


def _inverted(verb: Token, start: int, end: int) -> Range | None:
    """The source after its verb: the subject that the parse gives, else the words up to the next comma."""
    doc = verb.doc
    if start + 2 < end and doc[start].lower_ in ("on", "via", "in") and is_cue(doc[start + 1].text, "platform"):
        start += 2
    subject = next(
        (c for c in verb.children if c.dep_ in ("nsubj", "dobj", "npadvmod", "attr") and start <= c.i < end), None
    )
    if subject is not None and subject.left_edge.i <= start + 1:
        first, last = phrase(subject)
        return max(first, start), min(last, end)
    stop = start
    while stop < end and doc[stop].text not in (",", ":", ";"):
        stop += 1
    return _trim(doc, start, stop)


def _before(doc: Doc, start: int, end: int) -> Range | None:
    heads = [
        t for t in doc[start:end] if t.pos_ in ("PROPN", "NOUN", "PRON") and t.dep_ in ("nsubj", "ROOT", "dep", "conj")
    ]
    if not heads:
        return None
    first, last = phrase(heads[-1])
    return max(first, start), min(last, end)


def _trim(doc: Doc, start: int, end: int) -> Range | None:
    while start < end and (doc[start].is_space or doc[start].is_punct or doc[start].pos_ in ("CCONJ", "ADV")):
        start += 1
    while start < end and (
        doc[end - 1].is_space or doc[end - 1].pos_ in ("ADV", "AUX") or doc[end - 1].text in (":", ";")
    ):
        end -= 1
    if start >= end or not any(t.pos_ in ("PROPN", "NOUN", "PRON", "NUM", "ADJ", "DET", "X") for t in doc[start:end]):
        return None
    return start, end
