"""Clusters of mentions within one report, and how names join them: full names, surnames, acronyms, other spellings."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from anyascii import anyascii
from spacy.tokens import Doc

from variorum.annotate.layer import tokens_of
from variorum.annotate.name_shapes import FIRM
from variorum.knowledge.aliases import known_as
from variorum.knowledge.gazetteer import is_beside
from variorum.knowledge.people import Gender, closing_kind, is_civic, is_word
from variorum.knowledge.territories import territory_by_demonym, territory_by_name, territory_by_weak_demonym
from variorum.model import EntityKind, Mention

WORD = re.compile(r"[\w&]+")
SMALL = {"the", "of", "and", "for", "in", "de", "la", "del", "a", "an", "on", "to", "&"}
HALVES = {"north", "south"}
"""Words by which one of two countries is called for short ("the North")."""
PERSONAL_SUFFIXES = {"jr", "sr", "ii", "iii", "iv"}


@dataclass
class Cluster:
    """What the report says of one: its mentions (indices), its kind, and all that narrows who it can be."""

    kind: EntityKind
    mentions: list[int] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    gender: Gender | None = None
    plural: bool = False
    nations: set[str] = field(default_factory=set)

    @property
    def named(self) -> bool:
        """Whether any mention is a name."""
        return bool(self.names)


class Clusters:
    """The clusters of a Doc while they grow; `of[i]` is the cluster of mention i."""

    def __init__(self, doc: Doc, mentions: tuple[Mention, ...]) -> None:
        self.doc, self.mentions = doc, mentions
        self.of: dict[int, Cluster] = {}
        self.all: list[Cluster] = []

    def start(self, at: int) -> Cluster:
        """A new cluster that holds mention `at` alone."""
        cluster = Cluster(self.mentions[at].kind)
        self.all.append(cluster)
        self.add(at, cluster)
        return cluster

    def add(self, at: int, cluster: Cluster) -> None:
        """Put mention `at` into `cluster`."""
        mention = self.mentions[at]
        cluster.mentions.append(at)
        cluster.gender = cluster.gender or mention.gender
        if mention.form == "name":
            cluster.names.append(mention.span.text)
        elif mention.form == "nominal":
            cluster.plural = cluster.plural or mention.plural
        cluster.nations |= nations_of(self.doc, mention)
        self.of[at] = cluster

    def merge(self, one: Cluster, other: Cluster) -> Cluster:
        """The two as one; the first keeps its kind."""
        if one is other:
            return one
        for at in list(other.mentions):
            self.add(at, one)
        one.gender = one.gender or other.gender
        self.all = [c for c in self.all if c is not other]
        return one


def nations_of(doc: Doc, mention: Mention) -> set[str]:
    """The countries that the words of a mention, or the roles tied to it, give it ("the German consulate", "Iraq's
    army")."""
    if mention.form == "nominal":
        return nations_in([t.text for t in tokens_of(doc, mention.span)])
    if mention.form == "name" and mention.kind != "place":
        wordings = [mention.span.text, *(role.text for role in mention.roles)]
        return set().union(*(nations_in(w.split(), demonyms_only=True) for w in wordings))
    return set()


def nations_in(words: list[str], *, demonyms_only: bool = False) -> set[str]:
    """The codes of the countries that words name or are demonyms of, pairs of words ("North Korean") before single
    ones."""
    found: set[str] = set()
    at = 0
    while at < len(words):
        for size in (2, 1):
            nation = nation_of_word(" ".join(words[at : at + size]), demonyms_only=demonyms_only)
            if nation:
                found |= nation
                at += size - 1
                break
        at += 1
    return found


def nation_of_word(word: str, *, demonyms_only: bool = False) -> set[str]:
    """The code of the country that capitalised words name or are a demonym of; a demonym that two countries share
    tells none."""
    if not word[:1].isupper():
        return set()
    territory = territory_by_demonym(word) or (None if demonyms_only else territory_by_name(word))
    if territory is not None:
        return {territory.iso3166}
    weak = territory_by_weak_demonym(word)
    return {weak[0].iso3166} if weak is not None and not weak[1].startswith("two ") else set()


# ---------------------------------------------------------------- names


def folded(name: str) -> tuple[str, ...]:
    """The words of a name in small ASCII letters, without hyphens, dots and genitives ("al-Qaeda" and "Al Qaeda"
    are one)."""
    plain = anyascii(name).lower().replace("'s ", " ").replace(".", "").replace("'", "").replace("`", "")
    words = [w for w in WORD.findall(plain) if w not in PERSONAL_SUFFIXES]
    return tuple(words or [plain])


def skeleton(word: str) -> str:
    """A word as romanisations tend to share it: vowels and doubled letters gone, like consonants made one."""
    plain = (
        word.replace("ou", "u")
        .replace("kh", "k")
        .replace("gh", "g")
        .replace("q", "k")
        .replace("c", "k")
        .replace("dh", "d")
    )
    first, rest = plain[:1], re.sub(r"[aeiouyhw]", "", plain[1:])
    return re.sub(r"(.)\1+", r"\1", first + rest)


def link_names(clusters: Clusters) -> None:
    """Give each name of the report its cluster: longest wordings first, so that a shortened name finds its full one."""
    names = [i for i, m in enumerate(clusters.mentions) if m.form == "name" and i not in clusters.of]
    for at in sorted(names, key=lambda i: (-len(folded(clusters.mentions[i].span.text)), i)):
        found = [c for c in clusters.all if names_agree(clusters, at, c)]
        if len(found) > 1:
            found = [nearest(clusters, at, found)]
        if found:
            clusters.add(at, found[0])
        else:
            clusters.start(at)


def nearest(clusters: Clusters, at: int, found: list[Cluster]) -> Cluster:
    """Of several bearers of a name the one that shares the wording, else ends with it, and was named last before.

    A bare surname is that of the person whom the report names most in full: a relative goes by the given name.
    """
    words = folded(clusters.mentions[at].span.text)
    person = clusters.mentions[at].kind == "person" and len(words) == 1

    def rank(cluster: Cluster) -> tuple[bool, bool, bool, int, int]:
        same = any(folded(n) == words for n in cluster.names)
        ends = any(folded(n)[-len(words) :] == words for n in cluster.names)
        before = [m for m in cluster.mentions if m < at]
        often = person * sum(len(folded(n)) > 1 for n in cluster.names)
        return same and len(words) > 1, bool(before), ends, often, max(before, default=-min(cluster.mentions))

    return max(found, key=rank)


def names_agree(clusters: Clusters, at: int, cluster: Cluster) -> bool:
    """Whether the name at `at` can be of `cluster`: same kind, no word against it, and one wording shortens the
    other."""
    mention = clusters.mentions[at]
    if not cluster.named or not kinds_agree(mention.kind, cluster.kind):
        return False
    if mention.gender and cluster.gender and mention.gender != cluster.gender:
        return False
    if mention.kind == "place" and same_place(clusters, at, cluster):
        return True
    if mention.kind == "person":
        return any(person_names_agree(mention.span.text, name) for name in cluster.names)
    if any(opens_firm(mention, name) for name in cluster.names):
        return True
    return any(other_names_agree(mention.span.text, name, mention.kind) for name in cluster.names)


def opens_firm(mention: Mention, name: str) -> bool:
    """Whether a word for a people that was read as a body is short for the firm ("Norish" for "Norish Airlines")."""
    words = folded(name)
    alone = mention.kind == "organisation" and folded(mention.span.text) == words[:1] and len(words) > 1
    return alone and words[-1] in FIRM and is_demonym_words(words[:1])


def same_place(clusters: Clusters, at: int, cluster: Cluster) -> bool:
    """Whether the gazetteer gave the mention and one of the cluster's the same entry ("La." and "Louisiana")."""
    references = clusters.doc._.place_references
    here = references[at] if at < len(references) else None
    if here is None or here.geonames is None:
        return False
    there = [references[m] for m in cluster.mentions if m < len(references)]
    return any(r is not None and r.geonames == here.geonames for r in there)


def kinds_agree(one: EntityKind, other: EntityKind) -> bool:
    """Whether a mention of one kind can be of an entity of the other: bodies and groups are told apart too
    uncertainly."""
    bodies = {"organisation", "group"}
    return one == other or (one in bodies and other in bodies)


def person_names_agree(one: str, other: str) -> bool:
    """Whether two names can be one person's: equal, one shortens the other, or another spelling of it."""
    short, long = sorted((folded(one), folded(other)), key=len)
    if short == long or "".join(short) == "".join(long):
        return True
    if len(short) == len(long):
        return len(short) > 1 and all(spellings_agree(a, b) for a, b in zip(short, long, strict=True))
    if len(short) == 1:
        return (
            short[0] in {long[-1], long[0]}
            or (len(long) > 2 and short[0] == "".join(long[-2:]))
            or (len(short[0]) > 3 and short[0] in long[1:])
        )
    inside = [w for w in long if w in short]
    return tuple(inside) == short and (short[-1] == long[-1] or short[0] == long[0])


def spellings_agree(one: str, other: str) -> bool:
    """Whether two words are spellings of one name, or an initial and the name."""
    if one == other:
        return True
    if 1 in {len(one), len(other)}:
        return one[0] == other[0]
    return min(len(one), len(other)) > 3 and skeleton(one) == skeleton(other)


def other_names_agree(one: str, other: str, kind: EntityKind) -> bool:
    """Whether two names can be of one body, place, facility or thing."""
    first, second = folded(one), folded(other)
    if "".join(first) == "".join(second):
        return True
    here, there = territory_by_name(one), territory_by_name(other)
    if here is not None and there is not None:
        return here.iso3166 == there.iso3166
    if is_acronym(one, other) or is_acronym(other, one):
        return True
    if known_as(one) is not None and known_as(one) == known_as(other):
        return True
    short, long = sorted((first, second), key=len)
    if kind == "place" and len(short) == 1 and short[0] in HALVES and short[0] == long[0]:
        return here is not None or there is not None
    if len(short) == len(long):
        joined = skeleton("".join(short)) == skeleton("".join(long)) and len("".join(short)) > 5
        if kind in {"place", "group"} and joined:
            return True
        spelled = all(a == b or (len(a) > 4 and skeleton(a) == skeleton(b)) for a, b in zip(short, long, strict=True))
        return spelled and len(short) > 1 and kind != "place"
    rest = long[len(short) :]
    if long[: len(short)] == short and rest:
        apart = is_demonym_words(short) or is_civic(rest) or (kind == "place" and is_beside(" ".join(short), rest))
        return all(is_closing(w, kind) for w in rest) and not apart
    return kind == "facility" and len(short) > 1 and long[-len(short) :] == short


def is_closing(word: str, kind: EntityKind) -> bool:
    """Whether the word only says what kind of thing a name is of ("Airways", "Province")."""
    if kind == "place":
        return is_word(word, "place-name", "place")
    return closing_kind(word) is not None or is_word(word, "organisation", "group")


def is_demonym_words(words: tuple[str, ...]) -> bool:
    """Whether the words are a demonym or country, which alone name no body."""
    text = " ".join(words).title()
    return len(words) == 1 and (territory_by_demonym(text) is not None or territory_by_name(text) is not None)


def is_acronym(short: str, long: str) -> bool:
    """Whether `short` is made of the initials of `long`, small words left out or kept."""
    letters = short.replace(".", "")
    if not (2 <= len(letters) <= 8 and letters.isupper() and letters.isalpha()):
        return False
    words = [w for w in re.split(r"[\s\-–/]+", anyascii(long)) if w]
    if len(words) < 2:
        return False
    large = "".join(w[0] for w in words if w.lower() not in SMALL).upper()
    every = "".join(w[0] for w in words).upper()
    return letters in {large, every}


def fullest_name(names: list[str], kind: EntityKind) -> str:
    """The name to call the entity by: of most words, then the most used, then the first; never in capitals if
    avoidable."""
    counts = Counter(names)
    return min(
        counts,
        key=lambda n: (
            n.isupper() and len(n) > 5,
            is_short(n),
            -min(len(folded(n)), 5) if kind == "person" else 0,
            -counts[n],
            names.index(n),
        ),
    )


def is_short(name: str) -> bool:
    """Whether a name is an acronym."""
    return name.replace(".", "").isupper() and len(name) <= 6
