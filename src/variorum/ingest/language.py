"""Which language a text is in: a look at common words first, a trained model only in doubt (its import costs as much as a report)."""

from __future__ import annotations

import re

COMMON = frozenset("the of and to in a is that for it was on with as by at from said be has have are an which were not but".split())
ENOUGH = 0.18  # share of common English words in running English text is .3 to .45


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language of `text`, None where there are too few words to tell."""
    words = re.findall(r"[^\W\d_]+", text[:8000].lower())
    if len(words) < 8:
        return None
    if sum(w in COMMON for w in words) / len(words) >= ENOUGH:
        return "en"
    import py3langid  # its import costs 0.6 s: only in doubt

    found: str = py3langid.classify(text[:4000])[0]
    return found
