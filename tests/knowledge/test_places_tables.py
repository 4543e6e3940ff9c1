"""Countries, governments, outlets, gazetteer: what is true of the world, and how it is looked up."""

import pytest

from variorum.annotate.locating import kilometres
from variorum.knowledge.gazetteer import base, places_called, sites, state_abbreviations
from variorum.knowledge.outlets import outlet_by_name, outlets
from variorum.knowledge.tables import read_table
from variorum.knowledge.territories import (
    government_metonym,
    territories,
    territory_by_demonym,
    territory_by_name,
    territory_by_weak_demonym,
)


@pytest.mark.parametrize(
    "table", ["territories.tsv", "metonyms.tsv", "sites.tsv", "regions.tsv", "adjectives.tsv", "outlets.tsv"]
)
def test_every_row_names_its_source(table: str) -> None:
    assert all(row["source"] and None not in row for row in read_table(table))


def test_every_point_lies_on_the_earth() -> None:
    points = [t.coordinates for t in territories()] + [s.coordinates for some in sites().values() for s in some]
    assert all(-180 <= longitude <= 180 and -90 <= latitude <= 90 for longitude, latitude in points)


def test_small_letters_are_no_country() -> None:
    assert territory_by_name("us") is None
    assert territory_by_name("US") == territory_by_name("the United States")


def test_sure_demonyms_are_told_from_weak_ones() -> None:
    iranian = territory_by_demonym("Iranians")
    assert iranian
    assert iranian.iso3166 == "IR"
    assert territory_by_demonym("Georgian") is None
    weak = territory_by_weak_demonym("Georgian")
    assert weak
    assert weak[0].iso3166 == "GE"


def test_a_seat_of_government_is_always_one_and_a_capital_only_sometimes() -> None:
    kremlin, capital = government_metonym("the Kremlin"), government_metonym("Canberra")
    assert kremlin
    assert kremlin.always
    assert capital
    assert not capital.always
    assert capital.iso3166 == "AU"
    assert government_metonym("Lyon") is None


def test_a_place_is_found_under_its_spellings() -> None:
    assert places_called("Tsingtao")[0] == places_called("Qingdao")[0]
    assert places_called("St. Louis")
    assert places_called("Mazar-i-Sharif")[0].country == "AF"


def test_abbreviations_of_states_are_known() -> None:
    assert state_abbreviations()["Calif."] == ("US-CA",)


def test_outlets_are_found_by_other_names_and_not_in_common_words() -> None:
    assert outlet_by_name("AFP") == outlet_by_name("Agence France-Presse")
    afp = outlet_by_name("AFP")
    assert afp
    assert afp.agency
    assert outlet_by_name("the sun") is None
    assert outlet_by_name("nobody's paper") is None
    assert len(outlets()) > 300


def test_each_site_lies_near_a_town_of_its_country() -> None:
    towns: dict[str, list[tuple[float, float]]] = {}
    for country, latitude, longitude in base().execute("SELECT country, latitude, longitude FROM city"):
        towns.setdefault(country, []).append((longitude / 1000, latitude / 1000))
    of_a_country = [
        s for some in sites().values() for s in some if s.country and s.feature in ("site", "city", "region")
    ]
    far = {
        site.name
        for site in of_a_country
        if all(kilometres(site.coordinates, town) > 175 for town in towns.get(site.country, ()))
    }
    assert far == {"Wake Island", "Midway Atoll", "Svalbard"}
