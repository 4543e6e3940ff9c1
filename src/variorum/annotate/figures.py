"""Figures in running text: a numeral with its bound words, its range and its unit, found by their letters alone.

What a figure counts, and whether it counts at all, needs the words around it and is the quantities layer's. Vague
plurals bound a figure from below by the gold standard's convention: dozens 24, scores 40, hundreds 200, two of the
next scale.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from variorum.annotate.numerals import DIGITS, GLYPHS, NUMERAL, SCALE, SCALES, SHORT_SCALES, SPACES, read_numeral
from variorum.knowledge.bounds import Effect, Side, bounds
from variorum.knowledge.territories import territory_by_demonym
from variorum.knowledge.units import Unit, UnitKind, units

VAGUE = {
    "tens": 20.0,
    "dozens": 24.0,
    "scores": 40.0,
    "hundreds": 200.0,
    "thousands": 2e3,
    "millions": 2e6,
    "billions": 2e9,
}
LETTERS = "A-Za-zÀ-ÿ"


@dataclass(frozen=True)
class Figure:
    """A number where it stands: `start:end` with bound words and unit, `core` the numeral alone (or the vague
    plural)."""

    start: int
    end: int
    core: tuple[int, int]
    low: float | None
    high: float | None
    unit: str | None = None
    kind: UnitKind | None = None
    approximate: bool = False
    additional: bool = False
    subset: bool = False
    digits: bool = False
    joined: bool = False
    """Joined to the next word by a hyphen ("an 18-month inquiry", "a 25-strong team")."""
    vague: bool = False


@lru_cache(maxsize=1)
def numeral_pattern() -> re.Pattern[str]:
    """A numeral that is no part of a longer word, number or name; a currency sign or code may touch it."""
    money = sorted(
        c for c, unit in units().items() if unit.kind == "money" and c.isalpha() and (len(c) == 3 or c == "rm")
    )
    codes = "|".join(rf"(?<=\b{code})" for code in money)
    return re.compile(
        rf"(?<![\w.,/'’:-])(?:{NUMERAL})|(?<=[$€£¥₹₽₩₪₺₴₦₱฿~(\[–—])(?:{NUMERAL})|(?<=[ (]-)(?:{DIGITS})"
        rf"|(?<=\bminus[- ])(?:{DIGITS})|(?=[\d.{''.join(GLYPHS)}])(?:{codes})(?:{DIGITS}(?:[ -]?(?:{SCALE}))*)",
        re.I,
    )


@lru_cache(maxsize=1)
def vague_pattern() -> re.Pattern[str]:
    """Vague plurals and counts of scales: "dozens", "tens of thousands", "several hundred", "100s", "a couple of"."""
    plural, scale = "|".join(VAGUE), "dozen|hundred|thousand|million|billion"
    return re.compile(
        rf"\b(?:(?P<many>{plural})(?:(?:[ ]and[ ]|[ ]upon[ ])(?:{plural}))?"
        rf"(?:[ ]of[ ](?P<times>thousands|millions|billions))?"
        rf"|(?:several|a[ ]few|many|some[ ]few)[ ](?P<few>{scale})s?|(?P<digits>10+)s(?=[ ]of\b)"
        rf"|a[ ]couple[ ](?:of[ ])?(?P<twice>{scale})|(?P<couple>a[ ]couple)(?=[ ](?:of|more|dozen)\b))\b",
        re.I,
    )


@lru_cache(maxsize=2)
def bound_pattern(side: Side) -> re.Pattern[str]:
    """A run of bound words that ends (`before`) or starts (`after`) at the number."""
    words = "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(bounds(side), key=len, reverse=True))
    if side == "before":
        return re.compile(rf"(?:(?<=[^\w-])|^)(?:(?:{words})\s*(?<=[\s~≈])(?:the\s+|of\s+)?)+$", re.I)
    return re.compile(rf"(?:\s+|(?=[-+]))(?:{words})(?![\w])", re.I)


@lru_cache(maxsize=1)
def unit_pattern() -> re.Pattern[str]:
    """A unit right after the numeral; one to three letters need digits before them, which the caller sees to."""
    forms = "|".join(re.escape(f).replace(r"\ ", r"[\s-]") for f in sorted(units(), key=len, reverse=True))
    return re.compile(rf"(?P<gap>[\s{SPACES}]*-?\s?|\s+of\s+)(?P<unit>{forms})(?![{LETTERS}])", re.I)


@lru_cache(maxsize=1)
def currency_pattern() -> re.Pattern[str]:
    """A currency sign or code right before the numeral."""
    forms = sorted((f for f, unit in units().items() if unit.kind == "money"), key=len, reverse=True)
    signs = "|".join(re.escape(f) for f in forms if not f.isalpha() or len(f) == 3 or f in {"rs", "rm"})
    return re.compile(rf"(?<![{LETTERS}])(?P<sign>{signs})\s?$", re.I)


RANGE = re.compile(
    rf"(?:\s+(?P<link>[-–—]|to|or|and)\s+|(?P<tight>[-–—])|(?P<comma>,)\s+)[$€£]?(?P<other>{NUMERAL})(?!/|[-–]\d|:\d)",
    re.I,
)
MOVES_UP = re.compile(
    r"\b(?:back|went|goes|go|going|climb\w*|shot|rose|inch\w*|moved?|all\s+the\s+way)\s+up\s+to\s+$", re.I
)
"""Here "up to" tells of a movement and bounds nothing."""
GIVEN_OVER = re.compile(r"\b(?:turn|hand|sign)(?:s|ed|ing)?\s+over\s+(?=[^.;]{0,30}$)", re.I)
"""Here "over" is the verb's and bounds nothing."""
STERLING = re.compile(r"£|\bsterling\b", re.I)
BRITAIN = re.compile(r"\b(?:Britain|British|UK|U\.K\.|England|London|Scotland|Wales)\b")
OTHER_POUNDS = re.compile(r"\b(?:Egypt|Leban|Syria|Sudan)|\bCairo\b")
"""States whose money is a pound too."""
CONVERTED = re.compile(r"\s*\((?:about |around |roughly |some |approximately |nearly )?(?:US)?[$€]")
GREAT_SUM = 1e5
HEDGE = re.compile(r"\b(?:perhaps|maybe|some|about|around|roughly|like|probably)\s+$", re.I)
NEGATIVE = re.compile(r"(?:(?:^|[ (])-|\bminus[- ])$", re.I)
CHANGES = re.compile(
    r"\b(?:ris(?:e|es|en|ing)|rose|f[ae]ll(?:s|en|ing)?|gr[eo]w(?:s|n|ing)?|increas\w+|decreas\w+|drop\w*|rais\w+|revis\w+|cut|"
    r"jump\w*|climb\w*|up|down|go(?:es|ing)?|went|lower\w*|reduc\w+|chang\w+|shr[aiu]nk|move[sd]?|slump\w*|surg\w+)\b[^.;]{0,40}from\s*$",
    re.I,
)


def find_figures(text: str, taken: Sequence[tuple[int, int]] = ()) -> Iterator[Figure]:
    """The figures of `text` in order, none overlapping another, none that begins in a span of `taken` (dates)."""
    inside = {at for start, end in taken for at in range(start, end)}
    vague = {m.start(): m for m in vague_pattern().finditer(text)}
    plain = {m.start(): m for m in numeral_pattern().finditer(text)}
    done = 0
    for start in sorted(vague.keys() | plain.keys()):
        if start < done or start in inside:
            continue
        figure = vague_figure(vague[start]) if start in vague else plain_figure(plain[start])
        if figure is None:
            continue
        for found in with_range(figure, text):
            whole = bounded(with_same_unit(with_unit(found, text), text), text, done)
            done = max(done, whole.end)
            yield whole


def vague_figure(match: re.Match[str]) -> Figure:
    """The figure of a vague plural: bounded below, open above; a couple is two."""
    start, end = match.span()
    if match["couple"] or match["twice"]:
        value = 2.0 * SCALES.get((match["twice"] or "").lower(), 1.0)
        return Figure(start, end, (start, end), value, value, approximate=True)
    if match["digits"]:
        low = 2.0 * float(match["digits"])
    elif match["few"]:
        low = 2.0 * SCALES[match["few"].lower()]
    else:
        low = VAGUE[match["many"].lower()]
        if match["times"]:
            low *= VAGUE[match["times"].lower()] / 2
    return Figure(start, end, (start, end), low, None, vague=True)


def plain_figure(match: re.Match[str]) -> Figure | None:
    """The figure of one numeral."""
    value = read_numeral(match[0])
    if value is None:
        return None
    if NEGATIVE.search(match.string[max(0, match.start() - 7) : match.start()]):
        value = -value
    return Figure(*match.span(), match.span(), value, value, digits=match[0][0].isdigit() or match[0][0] == ".")


def with_range(figure: Figure, text: str) -> list[Figure]:
    """`figure` with the number that ends its range; two figures where the words tell of a change from one to the
    other."""
    found = None if figure.vague else RANGE.match(text, figure.end)
    if found is None or figure.low is None or text[figure.start : figure.end].endswith("."):
        return [figure]
    lead, other = figure.low, found["other"]
    value, link = read_numeral(other), (found["link"] or found["tight"] or ",").lower()
    if value is None:
        return [figure]
    before = text[max(0, figure.start - 60) : figure.start]
    scale = scale_of(other)
    if lead < value / scale < 1000 and scale > 1 and scale_of(text[figure.start : figure.end]) == 1:
        wide = lead * scale
    elif link in "-–—" and lead < 100 <= value and value % 1000 == 0 and lead < value / 1000:
        wide = lead * 1000
    else:
        wide = lead
    if link == "and" and not re.search(r"\bbetween\s+(?:\w+\s+)?[$€£]?$", before, re.I):
        return [figure]
    if (
        link == ","
        and not (lead == value / scale - 1 and scale > 1)
        and not is_guess(figure, before, value, found, text)
    ):
        return [figure]
    if link == "or" and wide >= value:
        return [figure]
    if link == "to" and (CHANGES.search(before) or wide >= value):
        return [figure]
    if link in ("-", "–", "—") and wide >= value:
        return [replace(figure, end=found.end(), joined=True, low=None, high=None)]
    low, high = sorted((wide, value))
    opened = re.search(r"\b(?:between|from)\s+$", before, re.I)
    start = opened.start() + figure.start - len(before) if opened else figure.start
    core = (figure.core[0], found.end())
    return [replace(figure, start=start, end=found.end(), core=core, low=low, high=high, approximate=link == ",")]


def is_guess(figure: Figure, before: str, value: float, found: re.Match[str], text: str) -> bool:
    """Whether two numbers after a hedge are one guess: "maybe 20, 30 people"; never two of a list."""
    if figure.low is None or not figure.low < value <= 2 * figure.low or not HEDGE.search(before):
        return False
    return re.match(r"\s*(?:,|and|or)\s*(?:\d|\w+\s+and\b)", text[found.end() :]) is None


def scale_of(numeral: str) -> float:
    """The scale words at the end of a numeral multiplied: 1 where none is."""
    found = re.search(rf"(?:[ -]?(?:{SCALE}))+$", numeral.lower())
    value = 1.0
    for word in re.findall(SCALE, found[0]) if found else []:
        value *= SCALES[word]
    return value


def with_unit(figure: Figure, text: str) -> Figure:
    """`figure` with the currency before it or the unit after it; a short scale ("$5m") counts beside a currency."""
    sign = currency_pattern().search(text, max(0, figure.start - 8), figure.start)
    if sign is not None:
        name = units()[sign["sign"].lower()]
        figure = scaled(replace(figure, start=sign.start(), unit=name.name, kind="money"), text)
        shared = re.compile(r"\s*(?:US |Canadian |Australian )?(?:dollars|euros|pounds)\b", re.I).match(
            text, figure.end
        )
        return replace(figure, end=shared.end()) if shared else figure
    if figure.digits and re.match(r"k\b|M\b", text[figure.end : figure.end + 2]):
        return scaled(figure, text)
    national = with_nation(figure, text)
    if national is not None:
        return national
    found = unit_pattern().match(text, figure.end)
    if found is None:
        return figure
    form, gap = found["unit"].lower(), found["gap"]
    unit: Unit = units().get(form) or units()[re.sub(r"[\s-]", " ", form)]
    if form in ("pound", "pounds"):
        unit = pounds(replace(figure, end=found.end()), text)
    if gap.strip() == "of" and not form[0].isalpha():
        return figure
    if gap.strip() == "of" and not (figure.vague or text[figure.start : figure.end].lower() == "a couple"):
        return figure
    if len(form) <= 2 and form.isalpha() and not figure.digits:
        return figure
    if (
        form == "m"
        and figure.digits
        and re.match(r"m\s+(?:people|[a-z]{3,}s)\b(?<!metres)(?<!meters)", text[found.start("unit") :])
    ):
        return scaled(figure, text)
    joined = gap.strip() == "-"
    return replace(figure, end=found.end(), unit=unit.name, kind=unit.kind, joined=joined)


def pounds(figure: Figure, text: str) -> Unit:
    """What "pounds" are: sterling where the text writes the sign or no other state of pounds is spoken of, a weight where
    the sum is small and nothing is paid, else money of a state that the number does not name."""
    great = (figure.low or figure.high or 0) >= GREAT_SUM
    if STERLING.search(text):
        return units()["pounds"]
    if OTHER_POUNDS.search(text) and not BRITAIN.search(text):
        return Unit("pound", "money" if great or CONVERTED.match(text, figure.end) else "measure")
    return units()["pounds"] if great else Unit("pound", "measure")


def with_nation(figure: Figure, text: str) -> Figure | None:
    """`figure` in the money of a named nation: "30,000 Egyptian pounds"; None where no such words follow."""
    found = national_pattern().match(text, figure.end)
    if found is None or territory_by_demonym(found["nation"]) is None:
        return None
    unit = units().get(f"{found['nation']} {found['unit']}".lower())
    name = unit.name if unit else f"{found['nation']} {found['unit'].lower().removesuffix('s')}"
    return replace(figure, end=found.end(), unit=name, kind="money")


@lru_cache(maxsize=1)
def national_pattern() -> re.Pattern[str]:
    """A nation and the word of its money after a numeral."""
    money = sorted({f for f, unit in units().items() if unit.kind == "money" and f.isalpha() and len(f) > 3}, key=len)
    forms = "|".join(re.escape(f) for f in reversed(money))
    return re.compile(rf"\s(?P<nation>[A-Z][a-z]+(?: [A-Z][a-z]+)?)\s(?P<unit>{forms})(?![{LETTERS}])")


def with_same_unit(figure: Figure, text: str) -> Figure:
    """`figure` as a range where the same unit follows a second number: "5% to 10%", "between 4% and 5%", "$3m to
    $5m"."""
    if figure.unit is None or figure.low is None or figure.low != figure.high:
        return figure
    before = text[max(0, figure.start - 60) : figure.start]
    link = re.compile(r"\s*(?:to|-|–|—)\s*|\s+and\s+", re.I).match(text, figure.end)
    between = bool(re.search(r"\bbetween\s+$", before, re.I))
    if link is None or CHANGES.search(before) or ("and" in link[0].lower() and not between):
        return figure
    sign = currency_pattern().search(text, figure.start, figure.core[0]) if figure.kind == "money" else None
    start = link.end() + (len(sign[0]) if sign and text[link.end() :].startswith(sign[0]) else 0)
    numeral = numeral_pattern().match(text, start)
    value = read_numeral(numeral[0]) if numeral else None
    if numeral is None or value is None:
        return figure
    other = with_unit(Figure(numeral.start(), numeral.end(), numeral.span(), value, value, digits=True), text)
    if other.unit != figure.unit or other.low is None or other.low <= figure.low:
        return figure
    opened = re.search(r"\b(?:between|from)\s+$", before, re.I)
    begin = opened.start() + figure.start - len(before) if opened else figure.start
    return replace(figure, start=begin, end=other.end, core=(figure.core[0], numeral.end()), high=other.low)


def scaled(figure: Figure, text: str) -> Figure:
    """`figure` times the short scale that follows it, if one does."""
    found = re.compile(rf"\s?(?P<scale>[kmb])(?![{LETTERS}])", re.I).match(text, figure.end)
    if found is None:
        return figure
    factor = SHORT_SCALES[found["scale"].lower()]
    low, high = (None if n is None else n * factor for n in (figure.low, figure.high))
    return replace(figure, end=found.end(), low=low, high=high)


def bounded(figure: Figure, text: str, floor: int) -> Figure:
    """`figure` under the bound words on its two sides; nothing before `floor` is read."""
    effects: list[Effect] = []
    left = max(floor, figure.start - 60)
    given = GIVEN_OVER.search(text, left, figure.start)
    left = given.end() if given else left
    before = (
        None
        if MOVES_UP.search(text[left : figure.start])
        else bound_pattern("before").search(text[left : figure.start])
    )
    start, end = figure.start, figure.end
    if before is not None:
        for words, effect in worded(before[0], "before"):
            effects.append(effect)
            if effect != "subset":
                start = min(start, left + before.start() + before[0].lower().index(words))
    after = bound_pattern("after").match(text, figure.end)
    if after is not None and (after[0][0] != "-" or not figure.joined or after[0].lower() == "-plus"):
        effects.append(bounds("after")[re.sub(r"\s+", " ", after[0].strip().lower())])
        end = after.end()
        if after[0].lower() in ("-plus", "+") and figure.unit is None:
            figure = with_unit(replace(figure, end=end), text)  # "the 400-plus-pound bear"
            end = figure.end
    figure = replace(figure, start=start, end=end)
    for effect in effects:
        figure = under(figure, effect, text)
    return figure


def worded(words: str, side: Side) -> list[tuple[str, Effect]]:
    """The bound wordings in a run of them, the longest at each place first."""
    table, found, rest = bounds(side), [], re.sub(r"\s+", " ", words.lower())
    for wording in sorted(table, key=len, reverse=True):
        if re.search(rf"(?<!\w){re.escape(wording)}(?!\w)", rest):
            found.append((wording.split(" ")[0], table[wording]))
            rest = rest.replace(wording, "|")
    return found


def under(figure: Figure, effect: Effect, text: str) -> Figure:
    """`figure` after one bound word. "Over two days" tells how long, not more than, so durations keep both ends
    there."""
    if effect in ("least", "more"):
        if figure.kind == "duration" and re.match(r"over\b", text[figure.start :], re.I):
            return replace(figure, start=figure.core[0])
        return replace(figure, high=None)
    if effect in ("most", "less"):
        return replace(figure, low=None, high=figure.high if figure.high is not None else figure.low)
    if effect == "about":
        return replace(figure, approximate=True)
    if effect == "additional":
        return replace(figure, additional=True)
    return replace(figure, subset=True) if effect == "subset" else figure
