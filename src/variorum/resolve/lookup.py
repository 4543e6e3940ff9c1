"""From an item of one report to what it is in the cast: indexes built once, used by resolve and collate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from variorum.knowledge.territories import territory_by_demonym
from variorum.model import (
    Annotation,
    Argument,
    CastEntity,
    LocalEntity,
    LocalRef,
    Mention,
    PlaceReference,
    Proposition,
    Role,
    Voice,
)


class Lookup:
    """Which cast entity a mention, argument or voice of a report refers to.

    Args:
        annotations: the reports' annotations.
        entities: the cast's entities; each report's local entities belong to one of them at most.
    """

    def __init__(self, annotations: Sequence[Annotation], entities: Sequence[CastEntity]) -> None:
        self.annotations = {a.report.id: a for a in annotations}
        self.entities = {e.id: e for e in entities}
        self._countries = {
            e.place.iso3166: e.id for e in entities if e.place is not None and e.place.feature == "country"
        }
        self._entity = {(m.report, m.index): e.id for e in entities for m in e.members}

    def entity_of_local(self, report: str, index: int) -> str | None:
        """The cast entity of the `index`th local entity of `report`."""
        return self._entity.get((report, index))

    def mention(self, report: str, index: int) -> Mention:
        """The `index`th mention of `report`."""
        return self.annotations[report].mentions[index]

    def mentions_of(self, member: LocalRef) -> list[Mention]:
        """The mentions of a local entity, in text order."""
        annotation = self.annotations[member.report]
        return [annotation.mentions[n] for n in annotation.entities[member.index].mentions]

    def entity_of_mention(self, report: str, index: int | None) -> str | None:
        """The cast entity that a mention refers to, None where that is not known."""
        if index is None:
            return None
        local = self.mention(report, index).entity
        return self.entity_of_local(report, local) if local is not None else None

    def entity_of(self, report: str, item: Argument | Voice) -> str | None:
        """The cast entity that an argument or a voice refers to."""
        return self.entity_of_mention(report, item.mention)

    def local(self, report: str, index: int | None) -> LocalEntity | None:
        """The local entity of a mention."""
        if index is None:
            return None
        at = self.mention(report, index).entity
        return self.annotations[report].entities[at] if at is not None else None

    def place(self, entity: str) -> PlaceReference | None:
        """What the gazetteer knows of a cast entity."""
        return self.entities[entity].place

    def proposition(self, ref: LocalRef) -> Proposition:
        """The proposition that `ref` points at."""
        return self.annotations[ref.report].propositions[ref.index]

    def is_named(self, entity: str) -> bool:
        """Whether some report calls the entity by a name."""
        return entity in self._named

    @cached_property
    def _named(self) -> set[str]:
        """The entities that some report calls by a name."""
        members = (
            (e.id, self.annotations[m.report].entities[m.index]) for e in self.entities.values() for m in e.members
        )
        return {entity for entity, local in members if local.names}

    def fillers(self, ref: LocalRef, role: Role, *, kinds: Sequence[str] = ()) -> Iterator[tuple[Argument, str]]:
        """The arguments of a proposition in `role` that refer to a cast entity (of one of `kinds`), with its id."""
        for argument in self.proposition(ref).arguments:
            if argument.role == role:
                entity = self.entity_of(ref.report, argument) or self.speaker_of(ref, argument)
                if entity is not None and (not kinds or self.entities[entity].kind in kinds):
                    yield argument, entity

    def is_a_time(self, report: str, argument: Argument) -> bool:
        """Whether an argument is words for a time, read for a party ("New Year's Eve assaults")."""
        words = argument.span.text.casefold().removeprefix("the ")
        times = (t for t in self.annotations[report].times if t.edtf is not None and t.span.overlaps(argument.span))
        return any(words in time.span.text.casefold() for time in times)

    def is_of_a_doer(self, ref: LocalRef, place: Argument) -> bool:
        """Whether a place is told of those whom a clause has for its subject or its doers, and only thereby of what they do
        ("police in Ardova are searching")."""
        told = self.proposition(ref)
        return not told.nominal and any(
            (a.role == "who" or (a.role == "whom" and a.span.start < told.predicate.start))
            and a.span.start < place.span.start
            and a.span.covers(place.span)
            for a in told.arguments
        )

    def speaker_of(self, ref: LocalRef, argument: Argument) -> str | None:
        """Whom "I" means in somebody's words."""
        if argument.span.text not in {"I", "me", "my"}:
            return None
        voice = self.proposition(ref).voice
        return self.entity_of(ref.report, voice[0]) if voice else None

    def by_nation(self, ref: LocalRef) -> Iterator[tuple[Argument, str]]:
        """The countries that adjectives at a proposition's noun name as its doers ("the Ardovan missile launch")."""
        for argument in self.proposition(ref).arguments:
            if argument.role == "who" and argument.mention is None:
                territory = territory_by_demonym(argument.span.text)
                entity = self._countries.get(territory.iso3166) if territory is not None else None
                if entity is not None:
                    yield argument, entity

    def is_within(self, inner: str, outer: str) -> bool:
        """Whether the place `inner` lies in the place `outer`, as the gazetteer or its own name says."""
        if inner == outer:
            return True
        one, other = self.entities[inner], self.entities[outer]
        names = {n.casefold() for n in (other.name, *other.names)}
        if one.place is not None and any(w.casefold() in names for w in one.place.within):
            return True
        if one.place is not None and other.place is not None and other.place.feature == "country":
            return one.place.iso3166 is not None and one.place.iso3166 == other.place.iso3166
        words = {w for name in (one.name, *one.names) for w in name.casefold().replace("-", " ").split()}
        return one.kind in {"facility", "organisation"} and any(
            set(n.replace("-", " ").split()) <= words for n in names if len(n) > 3
        )
