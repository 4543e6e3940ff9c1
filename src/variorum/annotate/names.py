"""Names: what spaCy's recogniser found, mended by the report itself and by what is known of the world.

A candidate is a stretch of words with the kinds that speak for it. Evidence is gathered over the whole report for each
wording and then decided once, so that one report never takes "Haddad" for a person here and a place there: a title or an
age beside it, "said" after it, "the village of" before it, a closing noun ("Ministry"), the tables, a full name elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from spacy.tokens import Doc, Token

from variorum.annotate.layer import is_set_aside, report_of
from variorum.knowledge.cues import is_cue
from variorum.knowledge.gazetteer import places_called
from variorum.knowledge.people import closing_kind, gender_of, is_word, known_kind
from variorum.knowledge.territories import territory_by_demonym, territory_by_name
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
LARGE = 150_000
CAPITAL = re.compile(r"[^\W\d_]")
DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Z'’\- ]+[A-Z]|[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})"
    r"(?:, (?P<wider>[A-Z][\w.'’-]+(?: [A-Z][\w'’-]+){0,2}))?"
    r"(?:,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}))?\s*(?:\((?P<agency>[\w .-]+)\))?\s*(?:—|–|--|-(?= ))"
)
ARTICLES = {"the", "a", "an", "this", "that", "these", "those"}
GENITIVES = {"'s", "’s", "'", "’"}
INNER = {"-", "–", "of", "de", "da", "do", "dos", "del", "la", "le", "van", "von", "der", "den", "al", "el", "bin", "ibn", "ben",
         "e", "i", "'", "’", "and", "for", "the", "&", "d'", "y", "di"}  # fmt: skip
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
PLACE_PREPOSITIONS = {
    "in",
    "near",
    "outside",
    "around",
    "across",
    "throughout",
    "within",
    "inside",
    "into",
    "toward",
    "towards",
}
HUMAN_VERBS = {"marry", "die", "study", "bear", "graduate", "retire", "smile", "walk", "wear", "love", "live", "divorce", "survive", "wed",
               "remember", "recall", "resign", "speak", "sit", "stand", "nod", "laugh", "cry", "weep", "drive", "travel", "visit",
               "sleep", "wake", "shout", "feel", "fall", "remarry", "testify", "convict", "sentence", "jail"}  # fmt: skip
ARMED = {"liberation", "resistance", "jihad", "militia", "mujahideen", "revolutionary", "brigades"}
MONTHS_AND_DAYS = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri "
    "sat sun gmt est utc am pm".split()
)


@dataclass
class Candidate:
    """A stretch of tokens `start:end` that may be a name; `votes` are the kinds that speak for it, with their weight."""

    start: int
    end: int
    votes: Counter[EntityKind] = field(default_factory=Counter)
    sure: EntityKind | None = None
    tagged: bool = False


@dataclass(frozen=True)
class Name:
    """A name found: tokens `start:end` and its kind."""

    start: int
    end: int
    kind: EntityKind


def find_names(doc: Doc) -> list[Name]:
    """The names of `doc` in text order, no two overlapping."""
    candidates = [c for c in candidates_of(doc) if not is_set_aside(doc, doc[c.start].idx)]
    for candidate in candidates:
        weigh(doc, candidate)
    return sorted(decide(doc, candidates), key=lambda n: n.start)


# ---------------------------------------------------------------- candidates


def candidates_of(doc: Doc) -> list[Candidate]:
    """Datelines, known names, spaCy's entities and other capitalised runs, trimmed; the earlier source wins an overlap."""
    taken: set[int] = set()
    found: list[Candidate] = []
    tagged = list(tagged_names(doc))
    wholes = seen_in_full(doc, tagged)
    for candidate in [*datelines(doc), *wholes, *known_names(doc), *tagged, *capitalised_runs(doc)]:
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
        found = DATELINE.match(doc.text, block.start, min(block.end, block.start + 90))
        if found is None or not (found["place"].isupper() or found["wider"] or found["agency"]):
            continue
        for part, kind in (("place", "place"), ("wider", "place"), ("agency", "organisation")):
            span = doc.char_span(*found.span(part)) if found[part] else None
            if span is not None and (part != "wider" or span.text.lower() not in MONTHS_AND_DAYS):
                yield Candidate(span.start, span.end, sure="place" if kind == "place" else "organisation", tagged=True)


def known_names(doc: Doc) -> Iterator[Candidate]:
    """The longest names of the tables at each token, countries among them."""
    for start in range(len(doc)):
        if not is_capital(doc[start]):
            continue
        for end in range(min(len(doc), start + 7), start, -1):
            words = doc[start:end].text
            kind = known_kind(words) or ("place" if end - start > 1 and territory_by_name(words) else None)
            if kind is not None and not continues(doc, start, end):
                yield Candidate(start, end, sure=kind, tagged=True)
                break


def continues(doc: Doc, start: int, end: int) -> bool:
    """Whether the tokens are part of a longer name ("Apple Daily", "Islamic State University"), so that the tables are silent."""
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
        if end - start > 40:
            continue
        yield Candidate(start, end, Counter({kind: 1.0 if entity.label_ != "NORP" else 0.5}), tagged=True)


def seen_in_full(doc: Doc, tagged: list[Candidate]) -> Iterator[Candidate]:
    """All places of the longer names that the recogniser found somewhere ("Promenade des Anglais"), as whole names."""
    full: dict[tuple[str, ...], Counter[EntityKind]] = {}
    for candidate in tagged:
        trimmed = trim(doc, candidate)
        if trimmed is not None and trimmed.end - trimmed.start > 1:
            words = tuple(t.text for t in doc[trimmed.start : trimmed.end])
            if all(is_capital(doc[i]) for i in (trimmed.start, trimmed.end - 1)) and "," not in words:
                full.setdefault(words, Counter()).update(trimmed.votes)
    firsts: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words in sorted(full, key=lambda w: (-len(w), w)):
        firsts[words[0]].append(words)
    at = 0
    while at < len(doc):
        found = next(
            (w for w in firsts.get(doc[at].text, []) if tuple(t.text for t in doc[at : at + len(w)]) == w), None
        )
        if found is not None and not extends(doc, at, at + len(found)):
            top = max(sorted(full[found]), key=lambda k: full[found][k])
            yield Candidate(at, at + len(found), Counter({top: 1.0}), tagged=True)
            at += len(found)
        else:
            at += 1


def extends(doc: Doc, start: int, end: int) -> bool:
    """Whether a longer entity of the recogniser holds the tokens, which then is the name."""
    return any(
        e.start <= start and end <= e.end and len(e) > end - start for e in doc.ents if e[0].lower_ not in ARTICLES
    )


def whole_name(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The entity with the parts that a hyphen joins to it ("Mazar" of "Mazar-i-Sharif")."""
    while (
        end + 1 < len(doc) and doc[end].text in {"-", "–"} and not doc[end - 1].whitespace_ and not doc[end].whitespace_
    ):
        end += 2
    while (
        start >= 2
        and doc[start - 1].text in {"-", "–"}
        and not doc[start - 1].whitespace_
        and not doc[start - 2].whitespace_
    ):
        start -= 2
    return start, end


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
            ):
                end += 2
            elif doc[end].lower_ in IN_PERSON | {"of"} and end + 1 < len(doc) and is_name_word(doc[end + 1]):
                end += 2
            else:
                break
        if any(t.pos_ == "PROPN" for t in doc[at:end]) and not any(t.ent_type_ for t in doc[at:end]):
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
    while end - 1 > start and doc[end - 1].text.islower() and closing_kind(doc[end - 1].lower_) is None:
        end -= 1
    if start >= end or not any(t.text[:1].isupper() for t in doc[start:end]):
        return None
    if end - start == 1 and (doc[start].lower_ in MONTHS_AND_DAYS or len(doc[start].text) == 1):
        return None
    return Candidate(start, end, candidate.votes, candidate.sure, candidate.tagged)


def after_titles(doc: Doc, start: int, end: int) -> int:
    """Where a person's name begins once titles and role words are left out; the whole where nothing would stay."""
    first = start
    while first < end - 1 and is_title(doc, first):
        first += 1
        if doc[first].text == "." and first < end - 1:
            first += 1
    return first if first < end else start


def is_title(doc: Doc, at: int) -> bool:
    """Whether the token is a title, rank or role word, or the first of a two-word title ("Foreign Minister")."""
    word = doc[at].lower_.rstrip(".")
    if is_word(word, "title") or (is_word(word, "person") and (doc[at].is_lower or not gender_of(doc[at].text))):
        return True
    pair = f"{word} {doc[at + 1].lower_}" if at + 1 < len(doc) else ""
    return is_word(pair, "title") or word in {"ex", "ex-president", "former", "acting", "late", "then"}


# ---------------------------------------------------------------- evidence


def weigh(doc: Doc, candidate: Candidate) -> None:
    """Add to the candidate's votes what its words and its surroundings say of its kind."""
    words, last = doc[candidate.start : candidate.end].text, doc[candidate.end - 1].lower_
    votes = candidate.votes
    long = candidate.end - candidate.start > 1
    if candidate.sure is None and known_kind(words):
        candidate.sure = known_kind(words)
    if candidate.sure is not None:
        votes[candidate.sure] += 6.0
        return
    territory = territory_by_name(words)
    if territory is not None:
        votes["place"] += 4.0
    elif known_place(words):
        votes["place"] += 1.5 if long else 1.0
    closing = closing_kind(last) or (closing_kind(doc[candidate.start].lower_) if named_of(doc, candidate) else None)
    if closing is not None and long:
        votes[closing] += 4.0
    for kind, weight in context(doc, candidate):
        votes[kind] += weight
    if long and gender_of(doc[candidate.start].text) and closing is None:
        votes["person"] += 2.0
    if closing in {"organisation", None} and any(w.lower_ in ARMED for w in doc[candidate.start : candidate.end]):
        votes["group"] += 5.0
    if words.isupper() and 2 <= len(words) <= 6 and not long and territory is None:
        votes["organisation"] += 1.5


@lru_cache(maxsize=4096)
def known_place(words: str) -> bool:
    """Whether the gazetteer has a region, site or larger city of this name."""
    return any(p.feature != "city" or (p.population or 0) >= LARGE for p in places_called(words))


def named_of(doc: Doc, candidate: Candidate) -> bool:
    """Whether the name is a noun with "of": "Ministry of Trade", "University of Lagos"."""
    return candidate.end - candidate.start > 2 and doc[candidate.start + 1].lower_ in {"of", "for"}


def context(doc: Doc, candidate: Candidate) -> Iterator[tuple[EntityKind, float]]:
    """What stands around the candidate and speaks for a kind."""
    start, end = candidate.start, candidate.end
    before = doc[start - 1] if start else None
    after = doc[end] if end < len(doc) else None
    root = doc[start:end].root
    if before is not None and before.text == "." and start > 1 and is_word(doc[start - 2].lower_, "title"):
        yield "person", 4.0
    if before is not None and is_title_before(doc, start):
        yield "person", 4.0
    if (
        after is not None
        and after.text == ","
        and end + 2 < len(doc)
        and doc[end + 1].text.isdigit()
        and doc[end + 2].text in ",."
    ):
        if len(doc[end + 1].text) <= 2:
            yield "person", 4.0
    if root.dep_ == "nsubj" and is_cue(root.head.lemma_, "say", "manner", "tell", "ask"):
        yield "person", 1.5
        yield "organisation", 0.7
    if (
        after is not None
        and after.lower_ in {"who", "whose", "whom"}
        or (after is not None and after.text == "," and end + 1 < len(doc) and doc[end + 1].lower_ in {"who", "whose"})
    ):
        yield "person", 2.0
    if before is not None and before.lower_ in PLACE_PREPOSITIONS and root.dep_ == "pobj":
        yield "place", 1.0
    if before is not None and (before.lower_ == "of" and start > 1 and is_word(doc[start - 2].lower_, "place-before")):
        yield "place", 4.0
    if before is not None and is_word(before.lower_, "place-before") and before.text.islower() and before.head == root:
        yield "place", 2.5
    if (
        after is not None
        and after.text.islower()
        and root.head == after
        and is_word(after.lower_, "place-name", "place-before")
    ):
        yield "place", 2.5
    if after is not None and after.text == "," and end + 1 < len(doc) and territory_by_name(doc[end + 1].text):
        yield "place", 1.5
    if after is not None and after.text in GENITIVES and end + 1 < len(doc) and is_word(doc[end + 1].lower_, "kin"):
        yield "person", 2.0
    if root.dep_ in {"nsubj", "nsubjpass"}:
        if root.head.lemma_ in HUMAN_VERBS:
            yield "person", 1.5
        if pronoun_follows(doc, candidate):
            yield "person", 0.7


def pronoun_follows(doc: Doc, candidate: Candidate) -> bool:
    """Whether "he", "her" and the like come later in the sentence, where the recogniser sees no other person."""
    sentence = doc[candidate.start].sent
    if any(t.ent_type_ == "PERSON" for t in sentence if not candidate.start <= t.i < candidate.end):
        return False
    return any(t.lower_ in {"he", "his", "him", "himself", "she", "her", "herself"} for t in doc[candidate.end : sentence.end])


def is_title_before(doc: Doc, start: int) -> bool:
    """Whether a title or a small-letter role word stands just before ("General X", "army chief X"), not a whole phrase of its own."""
    word = doc[start - 1]
    if word.text[:1].isupper():
        return is_word(word.lower_.rstrip("."), "title") and (start < 2 or doc[start - 2].lower_ != "of")
    return is_word(word.lower_, "person", "title") and word.tag_ == "NN" and doc[start].head != word and word.dep_ in {
        "compound", "nmod", "amod", "nsubj", "appos", "pobj", "dobj", "conj"
    } and (word.dep_ == "compound" or doc[start].dep_ == "appos")  # fmt: skip


# ---------------------------------------------------------------- decision


def decide(doc: Doc, candidates: list[Candidate]) -> Iterable[Name]:
    """One kind for each wording, from all its places and from the full names that it shortens."""
    votes: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    for candidate in candidates:
        votes[key(doc[candidate.start : candidate.end].text)].update(candidate.votes)
    uses = Counter(key(doc[c.start : c.end].text) for c in candidates)
    parts = parts_of_persons(votes)
    taken = {i for c in candidates for i in range(c.start, c.end)}
    for candidate in [*candidates, *bare_parts(doc, parts, taken)]:
        start = person_start(doc, candidate, parts)
        words = key(doc[start : candidate.end].text)
        tally = Counter(votes[words]) + Counter(candidate.votes if start != candidate.start else ())
        if candidate.end - start == 1 and words in parts and candidate.sure is None:
            tally["person"] += parts[words] * max(uses[words], 1) + (4.0 if start != candidate.start else 0.0)
        if (not candidate.tagged and sum(tally.values()) < 1.0) or is_demonym(doc, candidate, tally):
            continue
        yield Name(start, candidate.end, candidate.sure or max(sorted(tally), key=lambda k: tally[k]))


def person_start(doc: Doc, candidate: Candidate, parts: dict[str, float]) -> int:
    """Where the name begins, a title that the recogniser took into it left out if a person known from elsewhere remains."""
    start = after_titles(doc, candidate.start, candidate.end)
    return start if key(doc[start : candidate.end].text) in parts else candidate.start


def bare_parts(doc: Doc, parts: dict[str, float], taken: set[int]) -> Iterator[Candidate]:
    """Bare surnames that were no candidates: at a sentence's start, or tagged as another part of speech."""
    for token in doc:
        if token.i in taken or not token.text[:1].isupper() or parts.get(token.lower_, 0.0) < 2.0 or len(token) < 3:
            continue
        if (
            token.pos_ in {"PROPN", "NOUN", "X", "VERB", "ADJ", "ADV"}
            and not token.is_stop
            and not is_set_aside(doc, token.idx)
        ):
            yield Candidate(token.i, token.i + 1)


def key(words: str) -> str:
    """The wording under which evidence is gathered: capitals of datelines and headlines folded."""
    return words.casefold()


def parts_of_persons(votes: dict[str, Counter[EntityKind]]) -> dict[str, float]:
    """The first and last words of names that are surely persons', with the weight that they lend to the bare word."""
    parts: dict[str, float] = {}
    for words, tally in votes.items():
        pieces = words.split()
        if len(pieces) > 1 and tally["person"] >= max(1.0, *(v for k, v in tally.items() if k != "person"), 0.0):
            parts[pieces[-1]] = 3.0
            parts.setdefault(pieces[0], 2.0)
    return parts


def is_demonym(doc: Doc, candidate: Candidate, tally: Counter[EntityKind]) -> bool:
    """Whether the words are an adjective or people of a nationality or religion ("Chinese", "the Saudis"), which name nobody."""
    words = doc[candidate.start : candidate.end]
    if candidate.sure is not None or len(words) > 2:
        return False
    if territory_by_demonym(words.text) is not None and tally["person"] < 2.0:
        return True
    return all(t.ent_type_ == "NORP" for t in words) and max(tally, key=lambda k: tally[k], default="group") == "group"
