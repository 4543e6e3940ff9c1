from itertools import combinations

from variorum.collate.matching import CROWD, NEIGHBOURS, mutual_best, pairs_by_key

LIKE = {frozenset("aA"): 0.9, frozenset("aB"): 0.8, frozenset("bB"): 0.7, frozenset("Ax"): 0.6, frozenset("ax"): 0.6}


def groups(items: str) -> list[list[str]]:
    """Items of report 1 are lower case, of report 2 upper case, of report 3 x to z."""
    return mutual_best(
        items,
        combinations(range(len(items)), 2),
        lambda a, b: LIKE.get(frozenset({a, b})),
        lambda item: "3" if item in "xyz" else "2" if item.isupper() else "1",
    )


def test_each_takes_its_best_and_the_rest_theirs() -> None:
    assert groups("aA") == [["a", "A"]]
    assert groups("aAB") == [["a", "A"]]
    assert groups("bB") == [["b", "B"]]


def test_one_whose_best_is_taken_joins_nobody() -> None:
    assert groups("abAB") == [["a", "A"]]


def test_a_group_has_each_report_once_and_may_have_three() -> None:
    assert groups("aAx") == [["a", "A", "x"]]


def test_what_is_never_alike_stays_alone() -> None:
    assert groups("bA") == []


def test_two_that_clash_do_not_meet_in_a_group_through_a_third() -> None:
    found = mutual_best(
        "aAx",
        combinations(range(3), 2),
        lambda a, b: LIKE.get(frozenset({a, b})) if {a, b} != {"A", "x"} else None,
        lambda item: "3" if item in "xyz" else "2" if item.isupper() else "1",
        lambda a, b: {a, b} == {"A", "x"},
    )
    assert found == [["a", "A"]]


def test_of_many_with_one_key_each_is_paired_with_its_neighbours_in_words_alone() -> None:
    words = [f"clause {n % 50:02}" for n in range(CROWD + 50)]
    pairs = list(pairs_by_key(range(len(words)), lambda n: words[n]))
    assert len(pairs) <= NEIGHBOURS * len(words)
    assert all(a < b for a, b in pairs)
    assert (0, 50) in pairs
    assert len(list(pairs_by_key(range(10), lambda n: words[n]))) == 45


def test_a_clash_holds_between_all_kinds_of_two_groups() -> None:
    items = [(report, kind) for report, kind in enumerate("aaab")]
    found = mutual_best(
        items,
        combinations(range(4), 2),
        lambda one, other: 1.0 if {one[0], other[0]} != {0, 3} else None,
        lambda item: str(item[0]),
        lambda one, other: {one[1], other[1]} == {"a", "b"},
        lambda item: item[1],
    )
    assert found == [[(0, "a"), (1, "a"), (2, "a")]]
