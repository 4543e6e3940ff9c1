"""Which place a name means: surroundings, countries, sizes, company."""

import pytest

from variorum.annotate.locating import context_of, locate
from variorum.annotate.surroundings import Surroundings, surroundings_of
from variorum.model import PlaceReference


def placed(text: str, *names: str) -> dict[str, PlaceReference | None]:
    """What each of `names` means in `text`."""
    named = [(name, surroundings_of(text, text.index(name), text.index(name) + len(name))) for name in names]
    context = context_of(named)
    return {name: locate(name, context, beside) for name, beside in named}


@pytest.mark.parametrize(
    ("name", "code"),
    [("China", "CN"), ("the U.S.", "US"), ("DPRK", "KP"), ("Britain", "GB"), ("Republic of Armenia", "AM")],
)
def test_a_country_stays_a_country(name: str, code: str) -> None:
    found = locate(name)
    assert found is not None
    assert (found.feature, found.iso3166) == ("country", code)


@pytest.mark.parametrize("name", ["European", "Iranian", "M.S.", "R.D.", "Western", "Georgian", "Zzyzzygrad"])
def test_words_for_people_letters_and_unknown_names_are_no_points(name: str) -> None:
    assert locate(name) is None


def test_the_state_behind_a_comma_holds_the_town() -> None:
    found = placed("A truck left Long Beach, CA, for Paris, Texas, on Monday.", "Long Beach", "Paris")
    assert [f.within[-2:] for f in found.values() if f] == [("California", "United States"), ("Texas", "United States")]


def test_states_in_a_list_are_states() -> None:
    found = placed("Floods hit Washington, Oregon and Idaho.", "Washington", "Oregon", "Idaho")
    assert all(f and f.iso3166 == "US" for f in found.values())
    assert found["Oregon"]
    assert found["Oregon"].feature == "region"


def test_the_noun_beside_a_name_tells_region_from_city() -> None:
    found = placed("Fighting spread in Kunduz province.", "Kunduz")["Kunduz"]
    city = placed("Shops closed in the city of Kunduz.", "Kunduz")["Kunduz"]
    assert found
    assert city
    assert (found.feature, city.feature) == ("region", "city")


def test_georgia_is_the_country_unless_the_report_speaks_of_the_south_of_the_us() -> None:
    country = placed("Georgia sent envoys from Tbilisi.", "Georgia", "Tbilisi")["Georgia"]
    state = placed("Voters in Georgia queued from Atlanta to Savannah.", "Georgia", "Atlanta", "Savannah")["Georgia"]
    assert country
    assert state
    assert (country.iso3166, state.iso3166, state.feature) == ("GE", "US", "region")


def test_the_reports_other_places_choose_among_towns_of_one_name() -> None:
    found = placed("From Manchester and Nashua the road leads to Concord.", "Manchester", "Nashua", "Concord")
    alone = locate("Manchester")
    assert alone
    assert alone.iso3166 == "GB"
    assert found["Concord"]
    assert "New Hampshire" in found["Concord"].within


def test_a_small_place_that_nothing_speaks_for_is_no_answer() -> None:
    abroad = context_of([("Lagos", Surroundings()), ("Abuja", Surroundings())])
    home = context_of([("London", Surroundings()), ("Exeter", Surroundings())])
    assert locate("Lyme Regis", abroad) is None
    assert locate("Lyme Regis", home) is not None


def test_a_facility_stands_where_its_name_says_and_the_reason_says_so() -> None:
    found = locate("University of Karachi")
    assert found is not None
    assert (found.feature, found.iso3166) == ("site", "PK")
    assert "Karachi" in found.why
    assert "Karachi" in found.within
    assert locate("Thomas Memorial Hospital") is None


def test_part_of_a_country_is_told_from_the_country() -> None:
    found = locate("northern Mali")
    assert found
    assert found.feature == "area"
    assert found.within[0] == "Mali"


def test_what_holds_a_place_is_named_nearest_first_country_last() -> None:
    found = locate("Qingdao")
    assert found
    assert found.within == ("Shandong", "China")
    assert found.geonames == 1797929


def test_the_order_of_names_changes_nothing() -> None:
    names = [("Paris", Surroundings()), ("Austin", Surroundings()), ("Dallas", Surroundings())]
    assert locate("Paris", context_of(names)) == locate("Paris", context_of(names[::-1]))


def test_a_capital_is_meant_where_its_country_is_spoken_of() -> None:
    found = placed("Senators from Illinois flew from Chicago to Washington.", "Illinois", "Chicago", "Washington")
    assert found["Washington"] is not None
    assert found["Washington"].name == "Washington, D.C."


def test_the_town_and_not_its_county_is_meant_before_a_state() -> None:
    found = placed("A truck left for Fresno, CA.", "Fresno")["Fresno"]
    assert found is not None
    assert found.feature == "city"
