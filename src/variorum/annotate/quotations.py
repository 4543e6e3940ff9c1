"""The layer of quotations: what is said, by whom, by which words, and through whom it came.

Two readings are joined. Between quotation marks the marks decide (`quote_marks`, `direct_speech`); elsewhere the parse
does (`cues`). Then quoted words that stand without a cue go on with the last speaker, and the chains of voices are made
(`chains`). What somebody wants or favours is no quotation; `views` gives it to those who ask.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from variorum.annotate.chains import chained, voices, with_voice
from variorum.annotate.cues import attributions
from variorum.annotate.direct_speech import Stretch, spoken, stretches
from variorum.annotate.documents import issued
from variorum.annotate.found import Found
from variorum.annotate.layer import is_set_aside, report_of, span_of
from variorum.annotate.media import passed_on
from variorum.annotate.messages import messages
from variorum.annotate.partial import partly_quoted
from variorum.annotate.posts import posted
from variorum.annotate.quote_marks import paragraphs, running_on
from variorum.annotate.sources import Range
from variorum.annotate.speakers import settled
from variorum.annotate.uncued import fragments, going_on, headlined, told_again, without_cue
from variorum.model import Mode, Quotation, Span, Voice


@Language.component(
    "variorum_quotations",
    requires=["token.tag", "token.dep", "token.lemma", "doc._.mentions"],
    assigns=["doc._.quotations"],
)
def quotations(doc: Doc) -> Doc:
    """Hang `doc._.quotations` on `doc`: a tuple of Quotation in the order of the text."""
    doc._.quotations = read_quotations(doc)
    return doc


def voice_at(quotations: Sequence[Quotation], span: Span) -> tuple[Voice, ...]:
    """The chain of voices under which `span` stands: that of the innermost quotation whose content covers it."""
    index = quotation_at(quotations, span)
    return () if index is None else quotations[index].voice


def quotation_at(quotations: Sequence[Quotation], span: Span) -> int | None:
    """The index of the innermost quotation whose content covers `span`; None: the report says it in its own voice."""
    holding = [
        i for i, q in enumerate(quotations)
        if q.content.covers(span) and not q.declined
        and not any(s is not None and s.overlaps(span) for s in (q.cue, q.source))
    ]  # fmt: skip
    return min(holding, key=lambda i: (quotations[i].content.end - quotations[i].content.start, i), default=None)


def views(doc: Doc) -> tuple[Quotation, ...]:
    """What somebody wants, intends, favours or opposes ("backs the deal", "wants to go"): held, not said.

    Only what the report tells itself: a view within somebody's words, or within another view, is left out.
    """
    said = {q.cue for q in doc._.quotations}
    held = [_quotation(doc, f, "indirect") for f in _parsed(doc) if f.view]
    held = sorted((q for q in held if q.cue not in said), key=lambda q: q.content)
    around = [q.content for q in (*doc._.quotations, *held)]
    return tuple(q for q in held if q.cue is None or not any(c.covers(q.cue) for c in around))


def read_quotations(doc: Doc) -> tuple[Quotation, ...]:
    """All that is said in `doc`, in the order of the text."""
    if not len(doc):
        return ()
    regions: list[Stretch] = []
    direct: list[Found] = []
    parts = list(_paragraphs(doc))
    further = running_on(report_of(doc).text, [(start, end) for start, end, _ in parts])
    for start, end, tokens in parts:
        here = stretches(doc, report_of(doc).text, start, end, further)
        regions += here
        direct += spoken(doc, tokens, here)
    parsed = [f for f in _parsed(doc) if not f.view or _in_words(f, regions)]
    said = _joined(doc, direct, parsed, regions)
    said = [_passed_on(doc, f) for f in (*said, *partly_quoted(doc, said, regions))]
    found = [_quotation(doc, f, _mode(doc, f.content, regions)) for f in said]
    found = settled(doc, [q for q in found if q.content.text.strip()])
    found += posted(doc)
    found += without_cue(doc, found, parts, regions)
    found += told_again(doc, found, regions)
    found += fragments(doc, found, parts, regions)
    found += headlined(doc, found)
    found += messages(doc, found)
    found += going_on(doc, found)
    found = _through(doc, found, parts)
    return chained(doc, sorted(found, key=lambda q: (q.content.start, -q.content.end)))


def _parsed(doc: Doc) -> Iterator[Found]:
    """What the parse gives, no content or source running over the end of its paragraph."""
    for sentence in doc.sents:
        if sentence.text.isspace() or is_set_aside(doc, sentence.start_char):
            continue
        for found in attributions(sentence):
            low, high = _paragraph_of(doc, found.cue)
            start, end = max(low, found.content[0]), min(high, found.content[1])
            if start < end:
                yield replace(found, content=(start, end))


def _paragraph_of(doc: Doc, cue: Range) -> Range:
    """The tokens around `cue` up to the nearest line ends."""
    start, end = cue
    while start > 0 and not (doc[start - 1].is_space and "\n" in doc[start - 1].text):
        start -= 1
    while end < len(doc) and not (doc[end].is_space and "\n" in doc[end].text):
        end += 1
    return start, end


def _paragraphs(doc: Doc) -> Iterator[tuple[int, int, Range]]:
    """The paragraphs that are read: characters from, to, and their tokens."""
    report = report_of(doc)
    for block in report.blocks or ():
        for start, end in paragraphs(report.text, block.start, block.end):
            tokens = doc.char_span(start, end, alignment_mode="expand")
            if tokens is not None and len(tokens) and not is_set_aside(doc, start):
                yield start, end, (tokens.start, tokens.end)


def _joined(doc: Doc, direct: list[Found], parsed: list[Found], regions: list[Stretch]) -> list[Found]:
    """Direct speech and what the parse gives, one for each cue; contents never end within quotation marks."""
    said = list(direct)
    for found in parsed:
        own = found.source is not None and _of_speaker(doc, found.source)
        if _within_marks(found.cue, regions) and (own or any(_is_told_in(found, d) for d in direct)):
            continue
        twin = next((i for i, d in enumerate(said) if _touch(d.cue, found.cue)), None)
        if twin is not None and twin < len(direct):
            kept = said[twin]
            if (
                found.content[0] < kept.content[0]
                and found.content[1] >= kept.content[0]
                and found.cue[1] <= found.content[0]
            ):
                said[twin] = replace(kept, content=(found.content[0], max(kept.content[1], found.content[1])))
            if not kept.via and found.via:
                said[twin] = replace(said[twin], via=found.via)
            continue
        said.append(replace(found, content=_whole(found, regions)))
    return said


def _passed_on(doc: Doc, found: Found) -> Found:
    """`found` with whom a medium quotes or cites for its source."""
    if found.source is None:
        return found
    source, through = passed_on(doc, found.cue, found.content, found.source, found.via)
    return replace(found, source=source, via=through)


def _in_words(view: Found, regions: list[Stretch]) -> bool:
    """Whether what somebody holds is told in quoted words, and so was said: "vowed to punish “all of them”"."""
    start, end = view.content
    return any(start <= r.start < end and any(len(w) > 3 and w.islower() for w in r.inner.split()) for r in regions)


def _whole(found: Found, regions: list[Stretch]) -> Range:
    """The content with every quoted stretch whole that it cuts, where the cue stands outside that stretch."""
    start, end = found.content
    for region in regions:
        if region.start <= found.cue[0] < region.end or (found.source and region.start < found.source[0] < region.end):
            continue
        if start < region.end and region.start < end:
            start, end = min(start, region.start), max(end, region.end)
    return start, end


def _within_marks(cue: Range, regions: list[Stretch]) -> bool:
    return any(r.start <= cue[0] and cue[1] <= r.end for r in regions)


def _is_told_in(found: Found, spoken: Found) -> bool:
    """Whether what is read as a telling of the speaker stands within his words: "“Tell me who you are,” Lee said"."""
    within = spoken.content[0] <= found.cue[0] and found.cue[1] <= spoken.content[1]
    return within and found.source is not None and spoken.source is not None and _touch(found.source, spoken.source)


def _of_speaker(doc: Doc, source: Range) -> bool:
    """Whether the source is the speaker: "I think", "you know" within quoted words adds no voice."""
    return source[1] - source[0] == 1 and doc[source[0]].lower_ in ("i", "we", "you")


def _touch(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _mode(doc: Doc, content: Range, regions: list[Stretch]) -> Mode:
    inside = [r for r in regions if content[0] <= r.start and r.end <= content[1]]
    if not inside:
        return "indirect"
    if inside[0].start == content[0] and inside[-1].end >= content[1]:
        return "direct"
    return "mixed"


def _quotation(doc: Doc, found: Found, mode: Mode) -> Quotation:
    cue = span_of(doc, *found.cue) if found.cue[1] > found.cue[0] else None
    chain: list[Voice] = []
    if found.source is not None:
        chain += [issued(doc, v) for v in voices(doc, found.source)]
    for through in found.via:
        chain += [v for v in voices(doc, through) if v not in chain]
    return Quotation(
        mode=mode,
        content=span_of(doc, *found.content),
        cue=cue,
        source=span_of(doc, *found.source) if found.source is not None else None,
        voice=tuple(chain),
        declined=found.declined,
        confidence=found.confidence,
    )


def _through(doc: Doc, found: list[Quotation], parts: list[tuple[int, int, Range]]) -> list[Quotation]:
    """ "…," Ann Lee told Radio North. She said …": what "she" says next came through Radio North too."""
    out = list(found)
    order = sorted(range(len(out)), key=lambda i: (out[i].cue or out[i].content).start)
    for start, end, _ in parts:
        through: tuple[Voice, ...] = ()
        for i in order:
            quotation = out[i]
            if not start <= quotation.content.start < end or quotation.source is None or not quotation.voice:
                continue
            if quotation.source.text.lower() in ("he", "she") and len(quotation.voice) == 1:
                out[i] = with_voice(quotation, quotation.voice + through)
            else:
                told = quotation.cue is not None and quotation.cue.text.split()[-1] in ("told", "tells")
                through = quotation.voice[-1:] if told and len(quotation.voice) > 1 else ()
    return out
