# ruff: noqa: SIM905  (word lists read better as words)
"""Numerals: digits and number words as values ("16 000", "1.2 million", "two hundred and fifty", "half a dozen", "4½").

`NUMERAL` is a regular expression (to compile with IGNORECASE) that matches one numeral, `read_numeral` gives its value.
Thousands may be set apart by a comma, a full space, or the thin, hair and no-break spaces of typesetters; Indian
grouping ("1,00,000") and its lakh and crore are read. Neither knows what the number is for: bounds and nouns are the
quantities layer's.
"""

from __future__ import annotations

import re
from functools import lru_cache

ONES = dict(
    zip(
        (
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
            "sixteen seventeen eighteen nineteen"
        ).split(),
        range(20),
        strict=True,
    )
)
TENS = dict(zip(("twenty thirty forty fifty sixty seventy eighty ninety").split(), range(20, 100, 10), strict=True))
SCALES = {
    "dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "mn": 1e6, "mil": 1e6, "bn": 1e9, "tn": 1e12, "lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7,
}  # fmt: skip
SHORT_SCALES = {"k": 1e3, "m": 1e6, "b": 1e9}
"""Scales that are read only beside a currency: "$5m" is money, "5m" is five metres."""
GLYPHS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
SPACES = "\u00a0\u2007\u2009\u200a\u202f "

SMALL = (
    rf"(?:(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(list(ONES)[1:10])}))?"
    rf"|{'|'.join(sorted(ONES, key=len, reverse=True))})\b"
)
SCALE = rf"(?:{'|'.join(sorted(SCALES, key=len, reverse=True))})\b"
SPACED = rf"\d{{1,3}}(?:[{SPACES}]\d{{3}})+"
"""Thousands parted by spaces: "16 000"."""
DIGITS = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|{SPACED}(?!\d)|\d{{1,2}}(?:,\d{{2}})+,\d{{3}}"
    rf"|\d+(?:\.\d+)?(?:[{''.join(GLYPHS)}]|[ ](?:1/2|1/4|3/4|1/3|2/3)\b)?|[{''.join(GLYPHS)}]|(?<![\d.])\.\d+)"
)
NUMERAL = (
    rf"(?:half[ -]a[ -](?:{SCALE})|a[ ]half[ -](?:{SCALE})|half[ -]dozen\b|a[ ]quarter[ ]of[ ]a[ ](?:{SCALE})"
    rf"|(?:{SMALL}|\d+)[ ]and[ ]a[ ]half\b(?:[ -]{SCALE})?"
    rf"|(?:{SMALL}|an?(?=[ ]{SCALE}))(?:(?:[ -]{SCALE})+(?:(?:,?[ ]and[ ]|[ -]){SMALL})?)*"
    rf"|{DIGITS}(?:[ {SPACES}-]?(?:{SCALE}))*)"
)
WORD = re.compile(r"[a-z]+|[\d,.\u00a0\u2007\u2009\u200a\u202f ]*\d|[½¼¾⅓⅔]|\d/\d")


@lru_cache(maxsize=8192)
def read_numeral(words: str) -> float | None:
    """The value of a numeral, None where `words` are none: "two hundred and fifty" is 250, "half a million" 500000."""
    text = words.lower().strip().replace("-", " ")
    half = re.fullmatch(r"(?:a )?half (?:an? )?(\w+)", text)
    if half:
        return SCALES[half[1]] / 2 if half[1] in SCALES else None
    quarter = re.fullmatch(r"a quarter of an? (\w+)", text)
    if quarter:
        return SCALES[quarter[1]] / 4 if quarter[1] in SCALES else None
    with_half = re.fullmatch(r"(.+?) and a half(?: (\w+))?", text)
    if with_half:
        whole = read_numeral(with_half[1])
        return None if whole is None else (whole + 0.5) * SCALES.get(with_half[2] or "", 1.0)
    leading = re.match(rf"{DIGITS}", text)
    if leading:
        return read_digits(leading[0], text[leading.end() :].split())
    return read_words(text.replace(",", " ").split())


def read_digits(digits: str, scales: list[str]) -> float | None:
    """The value of digits with the scale words after them."""
    fraction = 0.0
    for glyph, value in GLYPHS.items():
        if glyph in digits:
            fraction, digits = value, digits.replace(glyph, "")
    common = re.fullmatch(r"(\d+) (\d)/(\d)", digits)
    if common:
        digits, fraction = common[1], int(common[2]) / int(common[3])
    plain = re.sub(rf"[,{SPACES}]", "", digits)
    value = (float(plain) if plain else 0.0) + fraction
    for scale in scales:
        if scale not in SCALES:
            return None
        value *= SCALES[scale]
    return round(value, 6)


def read_words(words: list[str]) -> float | None:
    """The value of number words: small numbers add up, hundred and dozen multiply them, greater scales close a
    group."""
    total, group, seen = 0.0, 0.0, False
    for word in words:
        if word in ("and", "a", "an"):
            continue
        if word in ONES or word in TENS:
            group += ONES.get(word, TENS.get(word, 0))
        elif word in SCALES and SCALES[word] < 1e3:
            group = (group or 1.0) * SCALES[word]
        elif word in SCALES:
            total = total + group * SCALES[word] if group else max(total, 1.0) * SCALES[word]
            group = 0.0
        else:
            return None
        seen = True
    return total + group if seen else None
