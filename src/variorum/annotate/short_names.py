"""Short names of what is no person: a firm by the word that opens its name, a team without its town, a piece without its number.

Two wordings are looked at, no more, as words in small letters, the shorter first.
"""

from __future__ import annotations

from functools import lru_cache

from variorum.encoder.words import stem, weight
from variorum.knowledge.gazetteer import places_called
from variorum.knowledge.people import closing_kind, head_kind
from variorum.knowledge.territories import territory_by_demonym, territory_by_name

Words = tuple[str, ...]
FIRM = frozenset({"company", "co", "corporation", "corp", "inc", "incorporated", "ltd", "limited", "plc", "holdings"})
PRESS = frozenset({
    "times", "post", "journal", "gazette", "herald", "telegraph", "mirror", "tribune", "mail", "enquirer", "inquirer",
    "chronicle", "courier", "globe", "observer", "examiner", "dispatch", "standard", "sentinel", "register", "advertiser",
})  # fmt: skip
"""Words that close the names of papers."""
LARGE = 100_000
"""People from which a city has teams that are called by it."""
UNSEEN = 5.4
"""Weight from which a word stands in hardly any text but as a name."""


@lru_cache(maxsize=50_000)
def short_for(short: Words, long: Words) -> str | None:
    """How the one word of `short` is short for `long`, in words; None where it is not."""
    if (
        len(short) != 1
        or len(long) < 2
        or territory_by_name(short[0].title())
        or territory_by_demonym(short[0].title())
    ):
        return None
    if short[0] == long[0] and is_rare(short[0]):
        if is_firm(long[1:]):
            return "is the word that opens"
        if long[1:] == ("1",):
            return "leaves out the number of"
    return "leaves out the town of" if short[0] == long[-1] and (is_team(long) or is_paper(long)) else None


def is_firm(rest: Words) -> bool:
    """Whether words that follow a rare one say what a firm does and that it is one ("Rocket and Space Corporation")."""
    return rest[-1] in FIRM and not any(is_rare(w) for w in rest)


def is_team(words: Words) -> bool:
    """Whether the words are a town and a nickname, as a team of it bears ("Belmar Ravens")."""
    last = words[-1]
    told = closing_kind(last) or head_kind(last)
    nicknamed = told is None or (told == "thing" and last.endswith("s"))  # "Belmar Bears"
    return nicknamed and len(last) > 3 and not last.isdigit() and is_place(" ".join(words[:-1]).title())


def is_paper(words: Words) -> bool:
    """Whether the words are a place and a word that closes the names of papers ("Belmar Herald")."""
    return len(words) > 1 and words[-1] in PRESS and bool(places_called(" ".join(words[:-1]).title()))


def is_place(name: str) -> bool:
    """Whether a large city or region or a country bears the name."""
    least = {"city": LARGE, "region": 10 * LARGE}
    return (
        any(p.population >= least.get(p.feature, 1000 * LARGE) for p in places_called(name))
        or territory_by_name(name) is not None
    )


def is_rare(word: str) -> bool:
    """Whether the word stands in hardly any text but as a name."""
    return len(word) > 3 and weight(stem(word)) >= UNSEEN
