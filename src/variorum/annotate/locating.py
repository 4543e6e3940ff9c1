"""Which place on earth a name means: pure functions of the name, the words beside it, and its report's other places.

The name's own surroundings decide first ("Long Beach, CA", "Kunduz province"), then countries, then the size of the
places that bear it together with where the report's other places lie: one report speaks of few regions of the world,
as in the "toponym resolution by minimality" of Leidner 2007 and the context features of Mordecai 3 (Halterman 2023).
What is decided comes with its reason; a small place that nothing in the report speaks for is no answer.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence

import msgspec

from variorum.annotate.surroundings import Surroundings
from variorum.knowledge.gazetteer import (
    KnownPlace,
    bare_region_name,
    folded,
    place_by_adjective,
    places_called,
    state_abbreviations,
)
from variorum.knowledge.territories import (
    Territory,
    territory_by_code,
    territory_by_demonym,
    territory_by_name,
    territory_by_weak_demonym,
)
from variorum.model import PlaceReference

# Weights of the score that chooses among places of one name, in powers of ten of population.
SAME_COUNTRY, SAME_STATE, NEAR, NEAR_KM = 2.0, 3.0, 2.0, 120.0
SITE_SIZE, LEAST_SIZE, OTHER_NAME = 6.5, 2.0, 2.2
NAMESAKE_FROM = 300_000
CAPITAL, CAPITAL_FROM = 3.0, 100_000
# What counts as evidence before anything is weighed.
SCHEDULE = (0.95, 0.8, 0.0, 0.0)
POSSIBLE, SPREAD = 0.25, 0.25
# A place smaller than this is meant only where something in the report speaks for its country.
KNOWN_BY_ITSELF = 20_000
NO_NAMES = frozenset({"West", "Western", "East", "Eastern", "North", "Northern", "South", "Southern", "Arab", "Arabs"})
INITIALS = re.compile(r"(?:[A-Za-z]{1,2}\.){2,}[A-Za-z]?|[A-Za-z]\.?")
INSIDE = re.compile(
    r"(?i)^(?:down|mid|up)town |^(?:greater|central|inner|outer|metropolitan|old|"
    r"(?:north|south|east|west)(?:ern|eastern|western|east|west)?)[ -]|"
    r"[ -](?:area|metropolitan area|metro|region|suburbs)$"
)
FACILITY = re.compile(
    r"\b(?:University|College|School|Institute|Academy|Hospital|Clinic|Infirmary|Medical Cent(?:er|re)|Airport|"
    r"Airfield|Air(?:\s?force)? Base|Base|Barracks|Camp|Prison|Jail|Stadium|Arena|Park|Zoo|Museum|Gallery|Library|"
    r"Theat(?:er|re)|Cathedral|Church|Mosque|Temple|Synagogue|Court|Courthouse|Station|Port|Harbou?r|Bridge|Tower|Hotel|Mall|Market|"
    r"Square|Cent(?:er|re)|Plant|Refinery|Zone|Embassy|Consulate|City Hall|Town Hall|Fairgrounds|Speedway|Bay|Beach)\b"
)

Point = tuple[float, float]


class Companion(msgspec.Struct, frozen=True):
    """A place that the report names, as evidence for its others: name, country, states, point, and how sure it is."""

    name: str
    country: str
    states: tuple[str, ...] = ()
    point: Point | None = None
    weight: float = 1.0


class PlaceContext(msgspec.Struct, frozen=True):
    """What a report says around a name: its other places, and the containers that it tells of a name somewhere."""

    company: tuple[Companion, ...] = ()
    containers: dict[str, tuple[str, ...]] = {}

    def share_of(self, name: str, code: str) -> float:
        """The share of `code` (a country or a state) among the other places, the name itself left out."""
        state = len(code) > 2
        others = [c for c in self.company if c.name != name and (c.states if state else c.country)]
        total = sum(c.weight for c in others)
        return sum(c.weight for c in others if code in (c.states if state else (c.country,))) / total if total else 0.0

    def has_others(self, name: str) -> bool:
        """Whether any other place is named."""
        return any(c.name != name for c in self.company)


NO_CONTEXT = PlaceContext()


def locate(name: str, context: PlaceContext = NO_CONTEXT, beside: Surroundings | None = None) -> PlaceReference | None:
    """The place that `name` means, with the reason; None: a word for people, unknown, or nothing speaks for it."""
    beside = beside or Surroundings()
    if is_no_place(name):
        return None
    containers = beside.containers or context.containers.get(name, ())
    return (
        within_container(name, containers, beside, context)
        or country_or_state(name, beside, context)
        or abbreviated_state(name, beside)
        or likeliest(name, beside, context)
        or part_or_facility(name, context)
    )


def is_no_place(name: str) -> bool:
    """Whether `name` is a word for people ("Iranian", "European") or letters ("M.S.") that are no state's."""
    if territory_by_name(name):
        return False
    if name in NO_NAMES or territory_by_demonym(name) or territory_by_weak_demonym(name) or place_by_adjective(name):
        return True
    return INITIALS.fullmatch(name) is not None and name not in state_abbreviations() and not places_called(name)


# ---------------------------------------------------------------- what the words beside a name say


def within_container(
    name: str, containers: Sequence[str], beside: Surroundings, context: PlaceContext
) -> PlaceReference | None:
    """The place of that name inside what is named beside it ("CA" in "Long Beach, CA")."""
    if beside.listed and (territory_by_name(name) or state_codes(name)):
        return None
    for container in containers:
        a_country = territory_by_name(name) is not None
        holders = () if a_country and (name.isupper() or not state_codes(container)) else holders_called(container)
        inside = [p for p in candidates(name, beside) if any(lies_in(p, holder) for holder in holders)]
        if inside:
            best = max(inside, key=lambda p: score(p, name, context))
            return reference(best, 0.98, f"“{container}” stands beside the name")
    return None


def holders_called(name: str) -> tuple[str, ...]:
    """Codes of the countries and states that `name` can mean as what holds another place, a state before a country."""
    codes = list(state_codes(name))
    if territory := territory_by_name(name):
        codes.append(territory.country)
    if not codes:
        codes = [p.state for p in places_called(name) if p.state and p.level == 1]
    if not codes:
        codes = [f"{p.country}|{p.name}" for p in places_called(name) if p.level == 2]
    return tuple(codes)


def state_codes(name: str) -> tuple[str, ...]:
    """The codes of the states and provinces that `name` is the name or the abbreviation of."""
    return state_abbreviations().get(name, ())


def lies_in(place: KnownPlace, holder: str) -> bool:
    """Whether `place` lies in the country, state or (`country|name`) second order region `holder`."""
    if "|" in holder:
        country, name = holder.split("|", 1)
        return place.country == country and name in place.within
    return holder in (place.country, place.state) and not (place.level == 1 and holder == place.state)


def country_or_state(name: str, beside: Surroundings, context: PlaceContext) -> PlaceReference | None:
    """`name` as a country, or as a state or province that shares a country's name where the report speaks for that."""
    territory = territory_by_name(name)
    if territory is None or beside.kind in ("city", "county"):
        return None
    states = [p for p in places_called(name) if p.level == 1 and p.state in state_codes(name)]
    if beside.kind == "state" and states:
        return reference(states[0], 0.95, "called a state")
    for state in states:
        in_state = context.share_of(name, state.state or state.country) > 0
        if in_state or context.share_of(name, state.country) > context.share_of(name, territory.country):
            there = country_name(state.country)
            return reference(
                state, 0.8, f"the report's other places are in {there}, none in the country {territory.name}"
            )
    return country_reference(territory, 0.99, "a country's name")


def abbreviated_state(name: str, beside: Surroundings) -> PlaceReference | None:
    """The state that an abbreviation stands for; two letters without points only behind a comma (", CA")."""
    codes = state_codes(name)
    if not codes or not (name.endswith(".") or name.isupper()) or (len(name) == 2 and not beside.behind_comma):
        return None
    state = next(
        (p for known in state_abbreviations() if codes[0] in state_codes(known) for p in places_called(known)
         if p.level == 1 and p.state == codes[0]), None,
    )  # fmt: skip
    return reference(state, 0.9, f"“{name}” abbreviates it") if state else None


def country_reference(territory: Territory, confidence: float, why: str) -> PlaceReference:
    """The reference to a country or nation."""
    return PlaceReference(
        name=territory.name,
        feature="country" if territory.is_country else "region",
        coordinates=territory.coordinates,
        iso3166=territory.country,
        geonames=territory.geonames,
        wikidata=territory.wikidata,
        within=() if territory.is_country else (country_name(territory.country),),
        confidence=confidence,
        why=why,
    )


# ---------------------------------------------------------------- what sizes and the other places say


def candidates(name: str, beside: Surroundings) -> tuple[KnownPlace, ...]:
    """All places called `name`, of the kind that the words beside it tell, where any is."""
    called = places_called(name)
    if name.isupper() and len(name.replace(".", "")) <= 4:
        called = tuple(p for p in called if p.source != "GeoNames")
    bare = bare_region_name(name)
    if not called and bare != name:
        called = tuple(p for p in places_called(bare) if p.feature == "region") or places_called(bare)
    wanted = {"state": 1, "county": 2, "city": 0}.get(beside.kind or "")
    if beside.kind == "county" and not any(p.level == 2 for p in called):
        called = (*called, *(p for p in places_called(f"{name} County") if p.level == 2))
    of_kind = tuple(p for p in called if p.level == wanted and (p.feature in ("region", "city")))
    if wanted == 2 and not of_kind:
        of_kind = tuple(p for p in called if p.feature == "region")
    return of_kind or called


def likeliest(name: str, beside: Surroundings, context: PlaceContext) -> PlaceReference | None:
    """The place of that name with the best score of size and company, None where it is small and alone."""
    called = candidates(name, beside)
    if not called:
        return None
    ranked = sorted(called, key=lambda p: (-score(p, name, context), p.country, p.name, p.coordinates))
    best = ranked[0]
    rivals = [p for p in ranked[1:] if kilometres(p.coordinates, best.coordinates) > 100]
    if best.feature == "city" and says_region(name) and not (best.state and context.share_of(name, best.state)):
        return None
    spoken_for = weight(best, name, context) > 0.5 or best.population >= KNOWN_BY_ITSELF or best.source != "GeoNames"
    if not spoken_for and (context.has_others(name) or rivals):
        return None
    if not rivals:
        return reference(best, 0.95 if spoken_for else 0.6, "the only place of that name that the gazetteer knows")
    margin = score(best, name, context) - score(rivals[0], name, context)
    larger = size_of(best, name) >= size_of(rivals[0], name)
    why = f"the largest of {len(rivals) + 1} places of that name" if larger else "nearest to the report's other places"
    return reference(best, round(1 - 0.5 * math.exp(-margin), 2), why)


def says_region(name: str) -> bool:
    """Whether the name says that it is a region's ("Lixian County"): a town of that name elsewhere is not meant."""
    return bare_region_name(name) != name


def score(place: KnownPlace, name: str, context: PlaceContext) -> float:
    """Size of a place and what the report's other places say for it; where a country is spoken of, its capital is."""
    total = size_of(place, name) + weight(place, name, context)
    large = place.feature == "city" and (place.population >= CAPITAL_FROM or place.source != "GeoNames")
    if large and is_capital(name, place.country) and context.share_of(name, place.country):
        return total + CAPITAL
    return total


def size_of(place: KnownPlace, name: str) -> float:
    """How likely a place is to be spoken of at all: the power of ten of its population, less for lesser regions."""
    if place.source != "GeoNames":
        return SITE_SIZE
    size = math.log10(place.population + 10**LEAST_SIZE)
    if place.level == 1:
        known_by_its_name = place.state in all_state_codes() and not is_capital(name, place.country)
        return size if known_by_its_name else size - 1.0
    if place.level == 2:
        return size - 1.5
    return size if folded(place.name) in (folded(name), f"{folded(name)} city") else size - OTHER_NAME


def is_capital(name: str, country: str) -> bool:
    """Whether `name` is that of the capital of the country of code `country`."""
    territory = territory_by_code(country)
    return territory is not None and territory.capital is not None and folded(territory.capital) == folded(name)


def all_state_codes() -> frozenset[str]:
    """The codes of the states whose names stand for themselves ("California")."""
    return frozenset(code for codes in state_abbreviations().values() for code in codes)


def weight(place: KnownPlace, name: str, context: PlaceContext) -> float:
    """What the report's other places say for this one: the shares of its country and state among them, and nearness."""
    total = SAME_COUNTRY * context.share_of(name, place.country)
    if place.state:
        total += SAME_STATE * context.share_of(name, place.state)
    near = sum(
        c.weight * math.exp(-kilometres(place.coordinates, c.point) / NEAR_KM)
        for c in context.company
        if c.point and c.name != name and abs(c.point[1] - place.coordinates[1]) < 5
    )
    return total + NEAR * min(1.0, near / 2)


def kilometres(one: Point, other: Point) -> float:
    """The great-circle distance of two points (longitude, latitude)."""
    longitude, latitude, longitude2, latitude2 = map(math.radians, (*one, *other))
    half = math.sin((latitude2 - latitude) / 2) ** 2
    half += math.cos(latitude) * math.cos(latitude2) * math.sin((longitude2 - longitude) / 2) ** 2
    return 2 * 6371 * math.asin(min(1.0, math.sqrt(half)))


# ---------------------------------------------------------------- parts of places, and what is named after one


def part_or_facility(name: str, context: PlaceContext) -> PlaceReference | None:
    """A part of a place ("northern Mali"), or a facility named after one ("University of Karachi"), at that place."""
    inside = INSIDE.sub("", name).strip()
    if inside and inside != name and (whole := locate(inside, context)):
        why = f"part of {whole.name}, whose point stands for it"
        return msgspec.structs.replace(
            whole, name=name, feature="area", geonames=None, wikidata=None,
            within=(whole.name, *whole.within), confidence=min(0.7, whole.confidence), why=why,
        )  # fmt: skip
    if FACILITY.search(name):
        named = {c.name for c in context.company}
        for place, said in named_after(name):
            found = locate(place, context)
            if found and found.feature in ("city", "region") and (said or place in named or is_large(place)):
                why = f"named after {found.name}, whose point stands for it"
                return msgspec.structs.replace(
                    found, name=name, feature="site", geonames=None, wikidata=None,
                    within=(found.name, *found.within), confidence=min(0.6, found.confidence), why=why,
                )  # fmt: skip
    return None


def named_after(name: str) -> Iterable[tuple[str, bool]]:
    """The words of a facility's name that can be the place it stands in, and whether "of", "in" or "at" says so."""
    if behind := re.search(r"\b(?:of|in|at) (?:the )?([A-Z].*)$", name):
        yield behind.group(1), True
    words = FACILITY.split(name)[0].split()
    yield from ((" ".join(words[:size]), False) for size in range(len(words), 0, -1))


def is_large(name: str) -> bool:
    """Whether `name` is that of a city so large that a facility is likelier named after it than after a person."""
    return any(p.feature == "city" and p.population >= NAMESAKE_FROM for p in places_called(name)[:1])


# ---------------------------------------------------------------- answers, and the company that places keep


def reference(place: KnownPlace, confidence: float, why: str) -> PlaceReference:
    """`place` as a reference; what holds it nearest first, its country last."""
    country = country_name(place.country)
    own = folded(place.name) if place.feature != "city" else None
    holders = [holder for holder in place.within if folded(holder) != own]
    within = tuple(dict.fromkeys((*holders, country) if country else holders))
    return PlaceReference(
        name=place.name,
        feature=place.feature,
        coordinates=place.coordinates,
        iso3166=place.country or None,
        geonames=place.geonames,
        within=within,
        confidence=confidence,
        why=why,
    )


def country_name(code: str) -> str:
    """The name of the country of a two-letter code, the code itself where it is not known."""
    territory = territory_by_code(code)
    return territory.name if territory else code


def context_of(
    named: Sequence[tuple[str, Surroundings]], nationalities: Iterable[str] = (), spoken_for: Iterable[str] = ()
) -> PlaceContext:
    """What the places named in a report say of each other: first the sure ones, then all in their light.

    `named` are the names in the order of the text with what stands beside them; `nationalities` words for people
    ("Georgian"); `spoken_for` codes of countries or states that something else speaks for (an outlet's seat).
    """
    containers = {
        name: beside.containers for name, beside in reversed(named) if beside.containers and not beside.listed
    }
    first: dict[tuple[str, tuple[str, ...]], Surroundings] = {}
    for name, beside in named:
        first.setdefault((name, beside.containers), beside)
    told = tuple(companions_told(containers, nationalities, spoken_for))
    context = PlaceContext(told, containers)
    for least in SCHEDULE:
        found = [(name, locate(name, context, beside)) for (name, _), beside in sorted(first.items())]
        sure = {name for name, place in found if place and place.confidence >= least}
        company = [companion(name, place) for name, place in found if place and name in sure]
        if least:
            company += [
                c for (name, _), beside in sorted(first.items()) if name not in sure for c in possible(name, beside)
            ]
        context = PlaceContext((*told, *company), containers)
    return context


def possible(name: str, beside: Surroundings) -> Iterable[Companion]:
    """All that a name may mean, each as evidence by its size, before anything is decided."""
    if is_no_place(name) or territory_by_name(name):
        return
    called = candidates(name, beside)[:20]
    weights = [10 ** (SPREAD * size_of(place, name)) for place in called]
    for place, share in zip(called, weights, strict=True):
        states = (place.state,) if place.state else ()
        point = place.coordinates if place.feature == "city" or place.level == 2 else None
        yield Companion(name, place.country, states, point, POSSIBLE * share / sum(weights))


def companions_told(
    containers: dict[str, tuple[str, ...]], nationalities: Iterable[str], spoken_for: Iterable[str]
) -> Iterable[Companion]:
    """What is said beside names and in words for people, as evidence."""
    for container in sorted({c for some in containers.values() for c in some}):
        for code in state_codes(container):
            yield Companion(container, code[:2], (code,))
    for word in sorted(set(nationalities)):
        weak = territory_by_weak_demonym(word)
        if territory := territory_by_demonym(word) or (weak[0] if weak else None):
            yield Companion(word, territory.country, weight=0.5)
    for code in sorted(set(spoken_for)):
        yield Companion("", code[:2], (code,) if len(code) > 2 else ())


def companion(name: str, place: PlaceReference) -> Companion:
    """A place found, as evidence for others; a country has no point, for nothing is near the middle of one."""
    point = place.coordinates if place.feature in ("city", "site") else None
    states = states_named(place) if place.feature in ("city", "region", "site") else ()
    return Companion(name, place.iso3166 or "", states, point, place.confidence)


def states_named(place: PlaceReference) -> tuple[str, ...]:
    """The codes of the first order regions that a place is or lies in."""
    names = (place.name, *place.within) if place.feature == "region" else place.within
    known = (p for name in names for p in places_called(name) if p.level == 1 and p.country == place.iso3166)
    return tuple(dict.fromkeys(p.state for p in known if p.state))
