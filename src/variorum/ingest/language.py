"""Which language a text is in: a look at common words first, a trained model only in doubt (0.7 s to import it)."""

from __future__ import annotations

import re

COMMON_WORDS = """
the of and to in a is that for it was on with as by at from said be has have are an which were not but his her their
they he she this after had who been will would about when there more than its into
"""
COMMON = frozenset(COMMON_WORDS.split())
ENOUGH = 0.18  # share of common English words; in running English text it is .3 to .5, in other languages under .1
FEWEST = 12  # words: fewer are too few to call a text foreign by a model, unless its script is another
# Codes of ISO 639-1 and their names, for those that a news desk meets most.
LANGUAGES = {
    "af": "Afrikaans", "am": "Amharic", "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian",
    "bg": "Bulgarian", "bn": "Bengali", "bs": "Bosnian", "ca": "Catalan", "cs": "Czech", "da": "Danish",
    "de": "German", "el": "Greek", "es": "Spanish", "et": "Estonian", "fa": "Persian", "fi": "Finnish",
    "fr": "French", "gu": "Gujarati", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian",
    "hy": "Armenian", "id": "Indonesian", "is": "Icelandic", "it": "Italian", "ja": "Japanese",
    "ka": "Georgian", "kk": "Kazakh", "km": "Khmer", "ko": "Korean", "ku": "Kurdish", "lt": "Lithuanian",
    "lv": "Latvian", "mk": "Macedonian", "ml": "Malayalam", "mn": "Mongolian", "mr": "Marathi", "ms": "Malay",
    "my": "Burmese", "nb": "Norwegian", "ne": "Nepali", "nl": "Dutch", "no": "Norwegian", "pa": "Punjabi",
    "pl": "Polish", "ps": "Pashto", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "si": "Sinhala",
    "sk": "Slovak", "sl": "Slovenian", "so": "Somali", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish",
    "sw": "Swahili", "ta": "Tamil", "te": "Telugu", "th": "Thai", "tl": "Tagalog", "tr": "Turkish",
    "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


def language_of(text: str) -> str:
    """The ISO 639-1 code of the language of `text`; a text too short to tell, in Latin letters, counts as English."""
    words = re.findall(r"[^\W\d_]+", text[:12_000].lower())
    letters = "".join(words)
    latin = sum(c < "\u0250" for c in letters) >= 0.5 * len(letters)
    if latin and (len(words) < FEWEST or sum(w in COMMON for w in words) >= ENOUGH * len(words)):
        return "en"
    if not letters:
        return "en"
    from py3langid.langid import classify  # only in doubt

    found: str = classify(text[:4000])[0]
    return found if found in LANGUAGES or not latin else "en"  # the rest are pidgins and dialects of few speakers


def language_name(code: str) -> str:
    """The name of a language, or its code in quotes where it is none of the common ones."""
    return LANGUAGES.get(code.lower().split("-")[0], f'"{code}"')
