"""Where names may stand: datelines, known names, what spaCy's recogniser found, other capitalised runs; trimmed to
the name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from variorum.annotate.layer import report_of, text_of
from variorum.annotate.name_cuts import cut_names, with_number, with_surname
from variorum.annotate.name_shapes import is_party, kind_before, over_and, run_on, shaped_names
from variorum.knowledge.people import closing_kind, gender_of, is_word, known_kind
from variorum.knowledge.territories import territory_by_name
from variorum.model import EntityKind

KIND_OF_LABEL: dict[str, EntityKind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "NORP": "group",
    "GPE": "place",
    "LOC": "place",
    "FAC": "facility",
    "PRODUCT": "thing",
    "EVENT": "thing",
    "WORK_OF_ART": "thing",
    "LAW": "thing",
}
Votes = dict[EntityKind, float]
CAPITAL = re.compile(r"[^\W\d_]")
DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Z'’\- ]+[A-Z]|[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})"
    r"(?:, (?P<wider>[A-Z][\w.'’-]+(?: [A-Z][\w'’-]+){0,2}))?"
    r"(?:,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}))?\s*(?:\((?P<agency>[\w .-]+)\))?\s*(?:—|–|--|-(?= ))"
)
ARTICLES = {"the", "a", "an", "this", "that", "these", "those"}
GENITIVES = {"'s", "’s", "'", "’"}
IN_PERSON = {
    "de",
    "da",
    "do",
    "dos",
    "del",
    "la",
    "le",
    "van",
    "von",
    "der",
    "den",
    "al",
    "el",
    "bin",
    "ibn",
    "ben",
    "-",
    "–",
    "di",
}
FOREIGN_OF = frozenset({"de", "des", "du", "della", "dei", "do", "dos", "das", "del"})
"""Small words that join the parts of a name in French, Spanish, Portuguese and Italian."""
MONTHS_AND_DAYS = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thur",
        "thurs",
        "fri",
        "sat",
        "sun",
        "gmt",
        "est",
        "utc",
        "am",
        "pm",
    ]
)


@dataclass
class Candidate:
    """A stretch of tokens `start:end` that may be a name; `votes` are the kinds that speak for it, with their
    weight."""

    start: int
    end: int
    votes: Votes = field(default_factory=lambda: new_votes({}))
    sure: EntityKind | None = None
    tagged: bool = False


def new_votes(votes: Votes) -> Votes:
    """Votes that count 0 for each kind not named."""
    return defaultdict(float, votes)


def add_votes(votes: Votes, more: Votes) -> None:
    """Add `more` to `votes`."""
    for kind, weight in more.items():
        votes[kind] += weight


def candidates_of(doc: Doc) -> list[Candidate]:
    """Datelines, known names, spaCy's entities and other capitalised runs, trimmed; the earlier source wins an
    overlap."""
    taken: set[int] = set()
    found: list[Candidate] = []
    tagged = list(tagged_names(doc))
    wholes = seen_in_full(doc, tagged)
    shaped = [Candidate(start, end, sure=kind, tagged=True) for start, end, kind in shaped_names(doc)]
    for candidate in [*datelines(doc), *shaped, *wholes, *known_names(doc), *tagged, *capitalised_runs(doc)]:
        trimmed = trim(doc, candidate)
        if trimmed is None or taken.intersection(range(trimmed.start, trimmed.end)):
            continue
        taken.update(range(trimmed.start, trimmed.end))
        found.append(trimmed)
    return sorted(found, key=lambda c: c.start)


def datelines(doc: Doc) -> Iterator[Candidate]:
    """The places that open a report: "KUNDUZ, Afghanistan —", "Quito (AP) -"."""
    for block in report_of(doc).blocks:
        if block.role != "body":
            continue
        found = DATELINE.match(text_of(doc), block.start, min(block.end, block.start + 90))
        if found is None or not (found["place"].isupper() or found["wider"] or found["agency"]):
            continue
        for part, kind in (("place", "place"), ("wider", "place"), ("agency", "organisation")):
            span = doc.char_span(*found.span(part)) if found[part] else None
            if span is not None and (part != "wider" or span.text.lower() not in MONTHS_AND_DAYS):
                yield Candidate(span.start, span.end, sure="place" if kind == "place" else "organisation", tagged=True)


def known_names(doc: Doc) -> Iterator[Candidate]:
    """The longest names of the tables at each token, countries among them."""
    text = text_of(doc)
    for start in range(len(doc)):
        if not is_capital(doc[start]):
            continue
        first = doc[start].idx
        for end in range(min(len(doc), start + 7), start, -1):
            words = text[first : doc[end - 1].idx + len(doc[end - 1])]
            paired = end - start > 1 or in_pair(doc, start)
            kind = known_kind(words) or ("place" if paired and territory_by_name(words) else None)
            if kind is not None and not continues(doc, start, end):
                yield Candidate(start, end, sure=kind, tagged=True)
                break


def continues(doc: Doc, start: int, end: int) -> bool:
    """Whether the tokens are part of a longer name ("Apple Daily", "Islamic State University"), so that the tables
    are silent."""
    after = doc[end] if end < len(doc) else None
    before = doc[start - 1] if start else None
    if after is not None and is_name_word(after) and not doc[end - 1].text.endswith(".") and after.ent_type_ != "DATE":
        return doc[start].ent_type_ == after.ent_type_ or closing_kind(after.lower_) is not None
    return (
        before is not None
        and is_name_word(before)
        and before.ent_type_ != ""
        and before.ent_type_ == doc[start].ent_type_
    )


def tagged_names(doc: Doc) -> Iterator[Candidate]:
    """spaCy's entities of the kinds that we keep, hyphened names made whole, titles and relatives cut off."""
    for entity in doc.ents:
        kind = KIND_OF_LABEL.get(entity.label_)
        if kind is None:
            continue
        start, end = whole_name(doc, entity.start, entity.end)
        start, end = over_and(doc, start, end)
        pieces = cut_names(doc, start, end, kind)
        if pieces:
            yield from (
                Candidate(s, e, new_votes({k: 3.0 if k == "person" else 1.0}), tagged=True) for s, e, k in pieces
            )
            continue
        end = with_surname(doc, start, end) if kind == "person" else with_number(doc, end)
        if kind in {"place", "group"} and run_on(doc, start, end) > end:
            yield Candidate(start, run_on(doc, start, end), new_votes({"organisation": 1.0}), tagged=True)
            continue
        if end - start > 40:
            continue
        body, *officer = parted(doc, start, end)
        if officer:
            yield Candidate(*body, new_votes({"organisation": 1.0}), tagged=True)
            yield Candidate(*officer[0], new_votes({"person": 2.0}), tagged=True)
        else:
            yield Candidate(start, end, new_votes({kind: 1.0 if entity.label_ != "NORP" else 0.5}), tagged=True)


def seen_in_full(doc: Doc, tagged: list[Candidate]) -> Iterator[Candidate]:
    """All places of the longer names that the recogniser found somewhere ("Promenade des Anglais"), as whole names."""
    full: dict[tuple[str, ...], Votes] = {}
    for candidate in tagged:
        trimmed = trim(doc, candidate)
        if trimmed is not None and trimmed.end - trimmed.start > 1:
            words = tuple(t.text for t in doc[trimmed.start : trimmed.end])
            if all(is_capital(doc[i]) for i in (trimmed.start, trimmed.end - 1)) and "," not in words:
                add_votes(full.setdefault(words, new_votes({})), trimmed.votes)
    firsts: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words in sorted(full, key=lambda w: (-len(w), w)):
        firsts[words[0]].append(words)
    entities = [(e.start, e.end) for e in doc.ents if e[0].lower_ not in ARTICLES]
    at = 0
    while at < len(doc):
        found = next(
            (w for w in firsts.get(doc[at].text, []) if tuple(t.text for t in doc[at : at + len(w)]) == w), None
        )
        if found is not None and not extends(entities, at, at + len(found)):
            top = max(sorted(full[found]), key=lambda k: full[found][k])
            yield Candidate(at, at + len(found), new_votes({top: 1.0}), tagged=True)
            at += len(found)
        else:
            at += 1


def extends(entities: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a longer one of `entities`, those of the recogniser, holds the tokens, which then is the name."""
    return any(first <= start and end <= last and last - first > end - start for first, last in entities)


def whole_name(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The entity with the parts that a hyphen or "des" joins to it ("Mazar" of "Mazar-i-Sharif")."""
    while end + 1 < len(doc) and joins(doc, end) and not pairs_states(doc, end):
        end += 2
    if end + 1 < len(doc) and doc[end].lower_ in FOREIGN_OF and doc[end].is_lower and doc[end + 1].text.istitle():
        end += 2
    while start >= 2 and joins(doc, start - 1) and not pairs_states(doc, start - 1) and not is_party(doc, start - 2):
        start -= 2
    return start, end


def joins(doc: Doc, at: int) -> bool:
    """Whether the token is a hyphen without space on either side."""
    return doc[at].text in {"-", "–"} and at > 0 and not doc[at].whitespace_ and not doc[at - 1].whitespace_


def pairs_states(doc: Doc, at: int) -> bool:
    """Whether the hyphen stands between two countries, which then are two names ("Russia-Ukraine talks")."""
    after = doc[at + 1].text if at + 1 < len(doc) else ""
    return territory_by_name(doc[at - 1].text) is not None and territory_by_name(after) is not None


def in_pair(doc: Doc, at: int) -> bool:
    """Whether the token is one of two countries that a hyphen joins."""
    return any(0 < i < len(doc) - 1 and joins(doc, i) and pairs_states(doc, i) for i in (at - 1, at + 1))


def parted(doc: Doc, start: int, end: int) -> list[tuple[int, int]]:
    """A body and its officer that the recogniser took for one name ("Karsholm Police Chief Lena Aas"), as two."""
    for at in range(start + 1, end - 1):
        officer = (
            is_word(doc[at].lower_, "title") and doc[at].text.istitle() and closing_kind(doc[end - 1].lower_) is None
        )
        if officer and closing_kind(doc[at - 1].lower_) is not None and all(is_capital(t) for t in doc[at + 1 : end]):
            return [(start, at), (at + 1, end)]
    return [(start, end)]


def capitalised_runs(doc: Doc) -> Iterator[Candidate]:
    """Runs of capitalised proper nouns that the recogniser passed over."""
    at = 0
    while at < len(doc):
        if not (is_name_word(doc[at]) and (doc[at].pos_ == "PROPN" or not doc[at].is_sent_start)):
            at += 1
            continue
        end = at + 1
        while end < len(doc) and not doc[end - 1].text_with_ws.endswith("\n"):
            if is_name_word(doc[end]):
                end += 1
            elif (
                doc[end].text in {"-", "–"}
                and end + 1 < len(doc)
                and not doc[end].whitespace_
                and not doc[end - 1].whitespace_
            ) or (doc[end].lower_ in IN_PERSON | {"of"} and end + 1 < len(doc) and is_name_word(doc[end + 1])):
                end += 2
            else:
                break
        proper = any(t.pos_ == "PROPN" for t in doc[at:end]) or kind_before(doc, at) is not None
        if proper and not any(t.ent_type_ for t in doc[at:end]):
            pieces = cut_names(doc, at, end, None)
            yield from (Candidate(s, e, new_votes({k: 3.0}), tagged=True) for s, e, k in pieces)
            if not pieces:
                yield Candidate(at, end)
        at = end


def is_capital(token: Token) -> bool:
    """Whether the token begins with a capital letter, a small article joined by a hyphen ("al-Nusra") counted."""
    return token.text[:1].isupper() or token.lower_.startswith(("al-", "el-"))


def is_name_word(token: Token) -> bool:
    """Whether the token can stand in a name: capitalised, no month or weekday, no mere sentence opener."""
    return (
        is_capital(token)
        and token.pos_ in {"PROPN", "NOUN", "ADJ", "X"}
        and not (token.lower_ in MONTHS_AND_DAYS and token.ent_type_ in {"", "DATE", "TIME"})
        and token.ent_type_ not in {"DATE", "TIME", "ORDINAL", "CARDINAL", "MONEY", "LANGUAGE"}
    )


def trim(doc: Doc, candidate: Candidate) -> Candidate | None:
    """The candidate without article, genitive, titles, adjectives of nationality and edges that are no words."""
    start, end = candidate.start, candidate.end
    end = next((i for i in range(start + 1, end) if doc[i].text in {"(", ";"} or opens_question(doc, i)), end)
    line = doc[start:end].text.find("\n")
    if line >= 0:
        end = next(i for i in range(start, end) if "\n" in doc[i].text_with_ws) + ("\n" not in doc[start].text)
    while start < end and (doc[start].lower_ in ARTICLES or not CAPITAL.match(doc[start].text)):
        start += 1
    while start < end and (doc[end - 1].text in GENITIVES or not any(c.isalnum() for c in doc[end - 1].text)):
        end -= 1
    if "person" in candidate.votes or not candidate.tagged:
        start = after_titles(doc, start, end)
    while start < end and doc[start].text.islower() and doc[start].lower_ not in IN_PERSON:
        start += 1
    while (
        end - 1 > start
        and (doc[end - 1].text.islower() and closing_kind(doc[end - 1].lower_) is None)
        and not is_second_syllable(doc, start, end - 1)
    ):
        end -= 1 + (end - 2 > start and joins(doc, end - 2))
    if start >= end or not any(t.text[:1].isupper() for t in doc[start:end]):
        return None
    if end - start == 1 and (doc[start].lower_ in MONTHS_AND_DAYS or len(doc[start].text) == 1):
        return None
    if is_word(doc[start : end + 1].text.lower(), "title"):
        return None  # "Health" of "Health Minister X"
    return Candidate(start, end, candidate.votes, candidate.sure, candidate.tagged)


def is_second_syllable(doc: Doc, start: int, at: int) -> bool:
    """Whether the token is the small half of a given name that a hyphen joins to a surname's ("Kang Eun-hye"), and no word that
    tells of a name ("an Ann Lee-backed bill")."""
    joined = at - 3 >= start and joins(doc, at - 1) and doc[at - 2].text.istitle() and doc[at - 3].text.istitle()
    return (
        joined and len(doc[at]) <= 5 and not doc[at].lower_.endswith(("ed", "ing", "led", "run", "born", "era", "like"))
    )


def opens_question(doc: Doc, at: int) -> bool:
    """Whether a colon before a question word stands here, which ends a name ("Karsholm Papers: Where ..."), not a title."""
    return doc[at].text == ":" and at + 1 < len(doc) and doc[at + 1].tag_ in {"WRB", "WP", "WDT"}


def after_titles(doc: Doc, start: int, end: int) -> int:
    """Where a person's name begins once titles and role words are left out; the whole where nothing would stay."""
    first = start
    while first < end - 1 and is_title(doc, first) and not (first == end - 2 and is_given_here(doc, first)):
        first += 1
        if doc[first].text == "." and first < end - 1:
            first += 1
    return first if first < end else start


def is_given_here(doc: Doc, at: int) -> bool:
    """Whether a title that is also a given name is the name, since another title stands before it ("Rep. Earl Vass")."""
    before = doc[at - 2] if at > 1 and doc[at - 1].text == "." else doc[at - 1] if at else None
    led = before is not None and is_word(before.lower_.rstrip("."), "title", "person")
    return led and is_word(doc[at].text, "given") and doc[at].text_with_ws != doc[at].text


def is_title(doc: Doc, at: int) -> bool:
    """Whether the token is a title, rank or role word, or the first of a two-word title ("Foreign Minister")."""
    word = doc[at].lower_.rstrip(".")
    if is_word(word, "title") or (is_word(word, "person") and (doc[at].is_lower or not gender_of(doc[at].text))):
        return True
    pair = f"{word} {doc[at + 1].lower_}" if at + 1 < len(doc) else ""
    return is_word(pair, "title") or word in {"ex", "ex-president", "former", "acting", "late", "then"}
