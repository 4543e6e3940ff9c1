"""Names: what spaCy's recogniser found, mended by the report itself and by what is known of the world.

A candidate is a stretch of words with the kinds that speak for it. Evidence is gathered over the whole report for each
wording and then decided once, so that no report takes "Haddad" for a person here and a place there: a title or an age
beside it, "said" after it, "the village of" before it, a closing noun ("Ministry"), the tables, a full name elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from variorum.annotate.after_names import is_letters, is_state
from variorum.annotate.layer import is_set_aside
from variorum.annotate.name_candidates import Candidate, Votes, add_votes, after_titles, candidates_of, new_votes
from variorum.annotate.name_evidence import weigh
from variorum.annotate.name_shapes import FIRM, kind_before
from variorum.annotate.short_names import is_paper, is_rare, is_team
from variorum.knowledge.outlets import outlet_by_name
from variorum.knowledge.territories import territory_by_demonym
from variorum.model import EntityKind

PIECE = re.compile(r"([a-z]{4,})[- ]1")
"""A name with the number of the first piece, capitals folded ("orbsat-1")."""


@dataclass(frozen=True)
class Name:
    """A name found: tokens `start:end` and its kind."""

    start: int
    end: int
    kind: EntityKind


def find_names(doc: Doc) -> list[Name]:
    """The names of `doc` in text order, no two overlapping."""
    candidates = [
        c for c in candidates_of(doc) if not is_set_aside(doc, doc[c.start].idx) and not is_letters(doc, c.start, c.end)
    ]
    uses = Counter(key(doc[c.start : c.end].text) for c in candidates)
    for candidate in candidates:
        candidate.start = after_agency(doc, candidate, uses)
        if is_state(doc, candidate.start, candidate.end):
            candidate.sure = "place"
        weigh(doc, candidate)
    return sorted(decide(doc, candidates), key=lambda n: n.start)


def decide(doc: Doc, candidates: list[Candidate]) -> Iterable[Name]:
    """One kind for each wording, from all its places and from the full names that it shortens."""
    votes: dict[str, Votes] = defaultdict(lambda: new_votes({}))
    for candidate in candidates:
        add_votes(votes[key(doc[candidate.start : candidate.end].text)], candidate.votes)
    uses = Counter(key(doc[c.start : c.end].text) for c in candidates)
    heads = heads_of_firms(votes)
    firms = heads | brought_in(doc, candidates)
    parts = {w: weight for w, weight in parts_of_persons(votes).items() if w not in firms}
    known = set(parts) | single_persons(votes)
    numbered = {m[1] for w in votes if (m := PIECE.fullmatch(w)) and strongest(votes[w]) == "thing"}
    pieces = {word for word in numbered if is_rare(word)}
    bodies = shortened_bodies(votes) - set(parts)
    taken = {i for c in candidates for i in range(c.start, c.end)}
    for candidate in [*candidates, *bare_parts(doc, parts, taken)]:
        start = person_start(doc, candidate, known)
        words = key(doc[start : candidate.end].text)
        tally = new_votes(votes[words])
        if start != candidate.start:
            add_votes(tally, candidate.votes)
        if candidate.end - start == 1 and words in parts and candidate.sure is None:
            tally["person"] += parts[words] * max(uses[words], 1) + (4.0 if start != candidate.start else 0.0)
        if words in heads and candidate.sure is None and is_rare(words):
            tally["organisation"] += 3.0
        if words in pieces and candidate.sure is None:
            tally["thing"] += 3.0
        if words in bodies and candidate.sure is None:
            tally["organisation"] += 4.0
        if (not candidate.tagged and sum(tally.values()) < 1.0) or is_demonym(doc, candidate, tally):
            continue
        yield Name(start, candidate.end, candidate.sure or strongest(tally))


def strongest(votes: Votes) -> EntityKind:
    """The kind with the most weight, of equals the first by name."""
    ranked: list[EntityKind] = sorted(votes)
    return max(ranked, key=lambda k: votes[k])


def person_start(doc: Doc, candidate: Candidate, known: set[str]) -> int:
    """Where the name begins, a title that the recogniser took into it left out if a person known from elsewhere
    remains."""
    start = after_titles(doc, candidate.start, candidate.end)
    return start if key(doc[start : candidate.end].text) in known else candidate.start


def after_agency(doc: Doc, candidate: Candidate, uses: Counter[str]) -> int:
    """Where the name begins that the credit of a picture stands before ("Reuters Vassmann said"): an agency's name, then
    what the report names by itself again and again."""
    start, end = candidate.start, candidate.end
    agency = end - start > 1 and bool(doc[start].is_sent_start) and outlet_by_name(doc[start].text) is not None
    return start + (agency and uses[key(doc[start + 1 : end].text)] > 1)


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


def parts_of_persons(votes: dict[str, Votes]) -> dict[str, float]:
    """The first and last words of names that are surely persons', with the weight that they lend to the bare word."""
    parts: dict[str, float] = {}
    for words, tally in votes.items():
        pieces = words.split()
        if len(pieces) > 1 and tally["person"] >= max(1.0, *(v for k, v in tally.items() if k != "person"), 0.0):
            parts[pieces[-1]] = 3.0
            parts.setdefault(pieces[0], 2.0)
    return parts


def heads_of_firms(votes: dict[str, Votes]) -> set[str]:
    """The first words of the names of firms ("Karsholm Motor Company"): alone they are the firm, whoever bears them."""
    return {words.split()[0] for words in votes if " " in words and words.split()[-1].strip(".") in FIRM}


def shortened_bodies(votes: dict[str, Votes]) -> set[str]:
    """The last words of the names of teams and papers that open with their town ("Belmar Ravens", "Belmar Herald")."""
    told = {words: tuple(words.split()) for words, tally in votes.items() if strongest(tally) == "organisation"}
    return {w[-1] for w in told.values() if len(w) > 1 and (is_paper(w) or (is_team(w) and w[-1].endswith("s")))}


def brought_in(doc: Doc, candidates: list[Candidate]) -> set[str]:
    """The single words that nouns bring in again and again as the name of a body or thing ("the messaging app Vexo"): whoever
    bears them as a part of his name, they shorten none."""
    told = [
        key(doc[c.start].text) for c in candidates if c.end - c.start == 1 and kind_before(doc, c.start) is not None
    ]
    return {word for word, times in Counter(told).items() if times > 1}


def single_persons(votes: dict[str, Votes]) -> set[str]:
    """The single words that by themselves are taken for a person's name somewhere in the report."""
    return {w for w, tally in votes.items() if " " not in w and tally["person"] >= 1.0 and strongest(tally) == "person"}


def is_demonym(doc: Doc, candidate: Candidate, tally: Votes) -> bool:
    """Whether the words are an adjective or people of a nationality or religion ("Chinese", "the Saudis"), which
    name nobody."""
    words = doc[candidate.start : candidate.end]
    if candidate.sure is not None or len(words) > 2:
        return False
    if territory_by_demonym(words.text) is not None and tally["person"] < 2.0:
        return True
    if len(words) == 2 and words[1].tag_ == "NNP" and territory_by_demonym(words[1].text) is None:
        return False
    return all(t.ent_type_ == "NORP" for t in words) and max(tally, key=lambda k: tally[k], default="group") == "group"
