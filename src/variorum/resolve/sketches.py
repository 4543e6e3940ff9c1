"""Sketches: what grouping needs of a report: its weighed words, its opening, days, and, where annotated, places."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

import msgspec

from variorum.encoder.words import stem, stems, weight
from variorum.knowledge.cues import is_cue
from variorum.model import SET_ASIDE_ROLES, Annotation, Block, Report, TimeExpression
from variorum.resolve.spellings import spelled_alike
from variorum.resolve.traits import HARM

LEAD_SENTENCES = 3
NAME_WEIGHT = 1.5
"""What a stem counts more where it is part of a name."""
RARITY = 1.5
"""Power of a stem's weight: above 1, rare words decide."""
BACKGROUND_TEXTS = 570
"""Texts that the background was counted over: in a small batch they decide, in a large one the batch does."""
RARE_NAME = 5.4
"""Weight from which each word of a name says that few texts hold it."""
WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
MONTH = re.compile(r"\b(?:January|February|March|April|June|July|August|September|October|November|December)\b")
OPENING = 6
"""Sentences whose dates and places may be those of the main happening."""
SENTENCE = re.compile(r"(?<=[.!?])[\"”’']?\s+|\n+")
NAME = re.compile(r"(?<=[\w,;:’'\"”)] )[A-Z][\w’-]+")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?:T|$)")
TIMEX_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")


class Sketch(msgspec.Struct, frozen=True):
    """A report for grouping: counted stems, stems of names, its opening, names, days and places.

    stems of names in the lead, `lead_weekdays` and `lead_months` the weekdays and months that it names, `weekdays` those of
    the opening; `parties` the rarely named persons, bodies and affairs that it names, media left out; `harms`
    the frames of what the opening tells as done that harms, each with a weekday (0 is Monday) on which it says that it was
    done.
    """

    report: str
    counts: dict[str, int]
    name_stems: frozenset[str]
    lead: str
    names: frozenset[str]
    days: frozenset[str] = frozenset()
    tells_days: bool = False
    weekdays: frozenset[str] = frozenset()
    lead_weekdays: frozenset[str] = frozenset()
    lead_months: frozenset[str] = frozenset()
    opening_names: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    harms: frozenset[tuple[str, int]] = frozenset()
    places: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()

    def vector(self, weights: dict[str, float]) -> dict[str, float]:
        """The stems by weight, as a vector of length 1."""
        raw = {
            s: (1 + math.log(n)) * weights[s] ** RARITY * (NAME_WEIGHT if s in self.name_stems else 1.0)
            for s, n in self.counts.items()
        }
        length = math.sqrt(math.fsum(v * v for v in raw.values()))
        return {s: v / length for s, v in raw.items()} if length else {}

    def days_from(self, other: Sketch) -> int | None:
        """The least number of days between a day of this report and one of the other; None where one tells none."""
        if not self.days or not other.days:
            return None
        if self.days & other.days:
            return 0
        return min(abs(number_of(a) - number_of(b)) for a in self.days for b in other.days)

    def shares_a_party(self, other: Sketch) -> bool:
        """Whether a party of either may be one of the other's, in another spelling or under a shorter name."""
        return any(named_alike(a, b) for a in self.parties for b in other.parties)


@lru_cache(maxsize=50_000)
def named_alike(one: str, other: str) -> bool:
    """Whether each word of the shorter name stands in the longer one, in this spelling or another."""
    shorter, longer = sorted((one.split(), other.split()), key=len)
    return all(any(spelled_alike(a, b) for b in longer) for a in shorter)


@lru_cache(maxsize=50_000)
def number_of(day: str) -> int:
    """The number of a day, counted from the year 1."""
    return date.fromisoformat(day).toordinal()


def background(counts: Sequence[dict[str, int]]) -> dict[str, float]:
    """The weight of each stem, counted over the background's texts and the batch together."""
    held = Counter(s for found in counts for s in found)
    return {s: weight_in(s, n, len(counts)) for s, n in held.items()}


def weight_in(stem_of_word: str, held: int, texts: int) -> float:
    """The weight of a stem that `held` of `texts` hold, counted over the background's texts and these together."""
    before = max((BACKGROUND_TEXTS + 1) / math.exp(weight(stem_of_word)) - 0.5, 0.5)
    return math.log((BACKGROUND_TEXTS + texts + 1) / (before + held + 0.5))


def sketch_of_report(report: Report) -> Sketch:
    """The sketch of a report by its text alone."""
    blocks = [b for b in report.blocks if b.role not in SET_ASIDE_ROLES] or [Block("body", 0, len(report.text))]
    text = "\n".join(report.text[b.start : b.end] for b in blocks)
    if report.title and report.title not in text:
        text = f"{report.title}\n{text}"
    names = frozenset(m.group().removesuffix("’s").removesuffix("'s") for m in NAME.finditer(text))
    sentences = [s for s in SENTENCE.split(text) if len(s.split()) > 4]
    lead = " ".join(sentences[: LEAD_SENTENCES + bool(report.title)]) or text[:500]
    return Sketch(
        report=report.id,
        counts=dict(Counter(stems(text))),
        name_stems=frozenset(stem(n) for n in names),
        lead=lead,
        lead_weekdays=frozenset(WEEKDAY.findall(lead)),
        lead_months=frozenset(MONTH.findall(lead)),
        names=names,
        days=frozenset(day for given in (report.published,) if (day := day_of(given)) is not None),
    )


def sketch_of(annotation: Annotation) -> Sketch:
    """The sketch of an annotated report: with the days and places that its opening tells."""
    plain = sketch_of_report(annotation.report)
    end = opening(annotation)
    told = {day for t in annotation.times if t.span.start <= end and (day := day_of(t.edtf)) is not None}
    places = [
        e.place
        for e in annotation.entities
        if e.place is not None and any(annotation.mentions[m].span.start <= end for m in e.mentions)
    ]
    named = {n for e in annotation.entities for n in e.names if n[:1].isupper()}
    return msgspec.structs.replace(
        plain,
        names=frozenset(named) or plain.names,
        days=plain.days | told,
        tells_days=bool(told),
        weekdays=frozenset(WEEKDAY.findall(annotation.report.text[:end])),
        opening_names=opening_names(annotation, end),
        parties=parties(annotation, end),
        harms=harms(annotation, end),
        places=frozenset(p.name for p in places if p.feature != "country"),
        countries=frozenset(p.iso3166[:2] for p in places if p.iso3166),
    )


def parties(annotation: Annotation, end: int) -> frozenset[str]:
    """The persons, bodies and whatever else has a name of several words in the opening, named by a word that few texts hold, in
    small letters: whom or what the report is about."""
    found = {
        name.lower()
        for e in annotation.entities
        if e.place is None and any(annotation.mentions[m].span.start <= end for m in e.mentions)
        for name in e.names
        if (e.kind in {"person", "organisation"} or (" " in name and name[:1].isupper())) and not is_cue(name, "medium")
    }
    return frozenset(n for n in found if any(weight(s) >= RARE_NAME for s in stems(n)))


def harms(annotation: Annotation, end: int) -> frozenset[tuple[str, int]]:
    """What the opening tells as done that harms: its frame and the weekday on which it was done."""
    return frozenset(
        (told.frame, day)
        for told in annotation.propositions
        if told.frame in HARM and told.status in {"happened", "alleged"} and told.span.start <= end
        for argument in told.arguments
        if argument.time is not None and (day := weekday_of(annotation.times[argument.time])) is not None
    )


def weekday_of(time: TimeExpression) -> int | None:
    """The weekday of a day whose date is known, or which is only named by it; 0 is Monday. None where it is neither."""
    if (day := day_of(time.edtf)) is not None:
        return date.fromisoformat(day).weekday()
    named = TIMEX_WEEKDAY.match(time.timex or "")
    return int(named.group(1)) - 1 if named else None


def opening_names(annotation: Annotation, end: int) -> frozenset[str]:
    """The rare names in the opening, in small letters: known words and countries tie nothing together."""
    found = {
        name.lower()
        for e in annotation.entities
        if e.kind != "thing" and any(annotation.mentions[m].span.start <= end for m in e.mentions)
        for name in e.names
    }
    return frozenset(n for n in found if all(weight(s) >= RARE_NAME for s in stems(n)))


def opening(annotation: Annotation) -> int:
    """Where the part of the report ends that tells its main happening."""
    sentences = annotation.sentences
    return sentences[min(len(sentences), OPENING) - 1].end if sentences else 0


def day_of(edtf: str | None) -> str | None:
    """The day that `edtf` is, with an hour or without; None where it is less exact or no calendar day."""
    if edtf is None or "/" in edtf or not DAY.match(edtf):
        return None
    try:
        return date.fromisoformat(edtf[:10]).isoformat()
    except ValueError:
        return None
