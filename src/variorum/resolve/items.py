"""Items and clusters: a local entity with what merging asks of it, and local entities that were found to be one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cached_property

from variorum.annotate.name_agreement import department_first
from variorum.knowledge.aliases import known_as
from variorum.knowledge.people import is_word
from variorum.knowledge.territories import government_metonym, territory_by_demonym, territory_by_name
from variorum.model import Annotation, EntityKind, LocalEntity, LocalRef, Mention, PlaceReference
from variorum.resolve.acronyms import SMALL
from variorum.resolve.names import without_particles, words_of_name
from variorum.resolve.phrases import Phrase, read_phrase, without_office
from variorum.resolve.spellings import skeleton

GOVERNING = frozenset({"government", "administration", "regime"})
BODIES = frozenset({"organisation", "group"})
KINDRED = frozenset({"family", "parents", "relatives"})
GENITIVES = frozenset({"'s", "’s", "s'", "s’"})


class Item:
    """A local entity of one report, and the story that its report tells."""

    def __init__(self, annotation: Annotation, index: int, story: str) -> None:
        self.entity: LocalEntity = annotation.entities[index]
        self.ref = LocalRef(annotation.report.id, index)
        self.story = story
        self.mentions: tuple[Mention, ...] = tuple(annotation.mentions[m] for m in self.entity.mentions)
        self._annotation = annotation

    @property
    def text(self) -> str:
        """The text of its report."""
        return self._annotation.report.text

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Its names, at most eight."""
        return self.entity.names[:8]

    @property
    def geonames(self) -> int | None:
        """Its number in the gazetteer."""
        return self.entity.place.geonames if self.entity.place is not None else None

    @property
    def spot(self) -> tuple[str, str, str] | None:
        """Feature, country and number or name of what the gazetteer takes it for."""
        place = self.entity.place
        if place is None or self.entity.kind not in ("place", "facility"):
            return None
        return place.feature, place.iso3166 or "", str(place.geonames or place.name)

    @cached_property
    def genders(self) -> frozenset[str]:
        """The genders that its names and noun phrases tell; where a pronoun points is too unsure to tell any."""
        return frozenset(m.gender for m in self.mentions if m.gender and m.form != "pronoun")

    @cached_property
    def plural(self) -> bool:
        """Whether it is spoken of as several, more often than not."""
        told = [m.plural for m in self.mentions if m.form != "pronoun"]
        return 2 * sum(told) > len(told)

    @cached_property
    def fullness(self) -> int:
        """Words of its fullest name, one told twice counted once ("Vexo Vexo"), 0 where it has none."""
        return max((len(set(words_of_name(n))) for n in self.names), default=0)

    @cached_property
    def fullest(self) -> tuple[str, ...]:
        """Its names of most words: a surname alone tells nothing where the kinds differ ("Ford")."""
        return tuple(n for n in self.names if len(set(words_of_name(n))) == self.fullness)

    @cached_property
    def offices(self) -> frozenset[str]:
        """The words of the offices and descriptions told of it."""
        return frozenset(w for span in self.entity.roles for w in words_of_name(span.text) if w not in SMALL)

    @cached_property
    def phrases(self) -> tuple[Phrase, ...]:
        """Its noun phrases: nominal mentions, the roles told of a person, the longer names of what is none."""
        read = [read_phrase(m.span.text, m.head.text) for m in self.mentions if m.form == "nominal"]
        if self.entity.kind == "person":
            read += [read_phrase(span.text) for span in self.entity.roles]
        elif self.entity.kind != "thing":
            read += [read_phrase(name, name=True) for name in without_office(self.names)]
        return tuple(dict.fromkeys(p for p in read if p is not None))

    @cached_property
    def relations(self) -> frozenset[tuple[int, str]]:
        """Whose relative it is called: the local entity of the owner and the word ("his father", "the boy's uncle")."""
        found = set()
        for mention in self.mentions:
            head = mention.head.text.lower()
            if mention.form == "nominal" and (head in KINDRED or is_word(head, "kin")):
                owners = [m for m in self._annotation.mentions if owns(m, mention)]
                found |= {(m.entity, head) for m in owners[-1:] if m.entity is not None}
        return frozenset(found)

    def places_between(self, start: int, end: int) -> tuple[PlaceReference, ...]:
        """What the gazetteer knows of the names of places that begin between two letters of its report."""
        named = (m for m in self._annotation.mentions if m.form == "name" and start <= m.span.start < end)
        held = (self._annotation.entities[m.entity] for m in named if m.entity is not None)
        return tuple(e.place for e in held if e.kind == "place" and e.place is not None)

    @cached_property
    def government(self) -> str | None:
        """The country whose government it is, None where it is none: by metonym, or by a head noun and a nation."""
        if self.entity.kind == "place":
            return None
        if self.names:
            found = {m.iso3166 for n in self.names if (m := government_metonym(n)) is not None and not m.always}
            return min(found) if len(found) == 1 else None
        heads = {m.head.text.lower() for m in self.mentions if m.form == "nominal"}
        return self.entity.nationality if heads & GOVERNING else None

    @cached_property
    def governs(self) -> bool:
        """Whether it is a body that is called by a country's or capital's name: a government, never the place."""
        return self.entity.kind != "place" and any(
            territory_by_name(n) is not None or territory_by_demonym(n) is not None or government_metonym(n) is not None
            for n in self.names
        )

    def agreed_kind(self, other: Item) -> EntityKind | None:
        """The kind under which two items can be one, None where their kinds keep them apart."""
        one, two = self.entity.kind, other.entity.kind
        if one == two or {one, two} <= BODIES:
            return one
        if self.governs or other.governs:
            return None
        return "person" if "person" in {one, two} else "organisation"

    @cached_property
    def keys(self) -> frozenset[str]:
        """What items that may be one have in common."""
        found = set(self._keys())
        if self.spot is not None and self.names:
            found.add(f"geo:{self.spot}")
        return frozenset(found)

    def _keys(self) -> Iterator[str]:
        for name in self.names:
            words = without_particles(words_of_name(name))
            if not words:
                continue
            yield f"all:{''.join(words)}"
            yield f"skel:{skeleton(''.join(words))}"
            known = known_as(name)
            if known is not None:
                yield f"known:{known}"
            territory = territory_by_name(name)
            if territory is not None:
                yield f"iso:{territory.iso3166}"
            content = [w for w in words if w not in SMALL]
            if len(content) > 1:
                yield f"bag:{' '.join(sorted(content))}"
                yield f"acro:{''.join(w[0] for w in content)}"
                yield f"acro:{''.join(w[0] for w in words)}"
                yield f"acro:{''.join(w[0] for w in department_first(list(words)))}"
            if len(words) == 1 and (name.replace(".", "").isupper() or name.istitle()) and len(words[0]) <= 8:
                yield f"acro:{words[0]}"
            for word in (words[0], words[-1]):
                yield f"word:{skeleton(word)}"


def owns(owner: Mention, owned: Mention) -> bool:
    """Whether `owner` stands as owner within the phrase `owned`: "his" of "his father", "the boy" of "the boy's"."""
    text = owned.span.text[owner.span.end - owned.span.start :]
    return (
        owned.span.start <= owner.span.start
        and owner.span.end < owned.head.start
        and (owner.form == "pronoun" or text[:2] in GENITIVES)
    )


class Cluster:
    """Local entities that are one, grown by joining; `root` is the cluster that took this one in."""

    def __init__(self, item: Item) -> None:
        self.first = item
        self.items = [item]
        self.reasons: list[str] = []
        self.phrases: tuple[Phrase, ...] = item.phrases
        self._into: Cluster | None = None

    @property
    def root(self) -> Cluster:
        """The cluster that stands for this one now."""
        return self if self._into is None else self._into.root

    @property
    def alive(self) -> bool:
        """Whether it was not taken in by another."""
        return self._into is None

    @property
    def size(self) -> int:
        """Its mentions in the report that speaks of it least."""
        return min(Counter(i.ref.report for i in self.items for _ in i.mentions).values(), default=0)

    @property
    def reports(self) -> list[str]:
        """The reports that tell of it, sorted."""
        return sorted({i.ref.report for i in self.items})

    @property
    def plural(self) -> bool:
        """Whether it is spoken of as several."""
        return any(i.plural for i in self.items)

    @property
    def named(self) -> bool:
        """Whether some report names it."""
        return any(i.names for i in self.items)

    def join(self, other: Cluster, why: str | None) -> None:
        """Take `other` in, for the reason `why` (None: nothing that needs saying)."""
        self.items = sorted([*self.items, *other.items], key=lambda i: i.ref)
        self.reasons += other.reasons + ([why] if why else [])
        self.phrases = tuple(dict.fromkeys(self.phrases + other.phrases))
        other._into = self

    @property
    def kind(self) -> EntityKind:
        """The kind that most mentions have, of equals the first in the alphabet."""
        votes: Counter[EntityKind] = Counter()
        for item in self.items:
            votes[item.entity.kind] += len(item.mentions)
        if votes["person"] and any(is_word(n.split()[0], "given") for n in self.full_names):
            return "person"
        return min(votes, key=lambda k: (-votes[k], k))

    @property
    def names(self) -> Counter[str]:
        """All names with the number of reports that use them."""
        return Counter(n for i in self.items for n in dict.fromkeys(i.entity.names))

    @property
    def full_names(self) -> set[str]:
        """Names of two words or more."""
        return {n for n in self.names if len(words_of_name(n)) > 1}

    @property
    def fullness(self) -> tuple[int, LocalRef]:
        """Words of the fullest name, then place: the lesser of two is the shortened one."""
        return max(i.fullness for i in self.items), self.items[0].ref

    @property
    def offices(self) -> frozenset[str]:
        """Words of the offices told of it."""
        return frozenset().union(*(i.offices for i in self.items))

    @property
    def nations(self) -> frozenset[str]:
        """Nationalities told of it."""
        return frozenset(i.entity.nationality for i in self.items if i.entity.nationality)

    @property
    def nationality(self) -> str | None:
        """The nationality, where all who tell one agree."""
        return next(iter(self.nations)) if len(self.nations) == 1 else None

    @property
    def name(self) -> str:
        """The fullest name: of a person most words, else the most used that is no acronym, or the longest phrase."""
        names = self.names
        if not names:
            phrases = self._phrases()
            return min(phrases, key=lambda n: (len(n.split()) > 5, -phrases[n], -len(n), n))
        person = self.kind == "person"
        return min(
            names,
            key=lambda n: (
                n.isupper() and len(n) > 5,
                n.replace(".", "").isupper(),
                -min(len(words_of_name(n)), 4) if person else 0,
                -names[n],
                -len(n),
                n,
            ),
        )

    def _phrases(self) -> Counter[str]:
        """The noun phrases by which it is called, with the number of reports that use them."""
        found = [{m.span.text for m in i.mentions if m.form == "nominal"} or {i.entity.name} for i in self.items]
        return Counter(phrase for texts in found for phrase in sorted(texts))

    @property
    def all_names(self) -> tuple[str, ...]:
        """All names, its own first, the most used next; phrases where it has no name."""
        names = self.names or Counter(i.entity.name for i in self.items)
        return tuple(sorted(names, key=lambda n: (n != self.name, -names[n], n)))

    def opposes(self, other: Cluster) -> bool:
        """Whether nation, gender or gazetteer say that the two are different."""
        if self.nations and other.nations and not self.nations & other.nations:
            return True
        one = frozenset().union(*(i.genders for i in self.items))
        two = frozenset().union(*(i.genders for i in other.items))
        apart = len(one) == 1 and len(two) == 1 and one != two and "person" in {self.kind, other.kind}
        if apart and not self.full_names & other.full_names:
            return True
        here, there = (frozenset(i.spot for i in c.items if i.spot) for c in (self, other))
        if not here or not there or here & there:
            return False
        alike = set(self.names) & set(other.names) and {i.story for i in self.items} & {i.story for i in other.items}
        return not alike or {s[0] for s in here | there} == {"city", "region"}


def items_of(annotation: Annotation, story: str) -> list[Item]:
    """The local entities of a report as items."""
    return [Item(annotation, n, story) for n in range(len(annotation.entities))]


def by_head(clusters: list[Cluster]) -> Iterator[tuple[str, str, list[Cluster]]]:
    """For each story and head noun what is called by it, as it stands when its turn comes; the most used first."""
    holders: dict[tuple[str, str], list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        if cluster.alive:
            for key in sorted({(i.story, p.head) for i in cluster.items for p in i.phrases}):
                holders[key].append(cluster)
    told = {key: len({report for c in found for report in c.reports}) for key, found in holders.items()}
    for story, head in sorted(holders, key=lambda key: (key[0], -told[key], key[1])):
        yield story, head, list(dict.fromkeys(c.root for c in holders[story, head]))
