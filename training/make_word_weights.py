"""Make `src/variorum/knowledge/word_weights.tsv`: in how few texts a stem stands, counted over openly licensed texts.

    python training/make_word_weights.py --data FOLDER

Sets: ECB+ (CC BY 3.0), MEANTIME (CC BY 4.0), GUM (CC BY 4.0), EWT (CC BY-SA 4.0), train and dev. Texts of one story
count together as one unit, each word by the share of them that hold it: otherwise the names of forty topics would pass
for common words.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter, defaultdict
from pathlib import Path

from evals.shared import find_data, read_jsonl
from variorum.encoder.words import stems

SOURCES = {
    "ecbplus/train.docs.jsonl": "story",
    "ecbplus/dev.docs.jsonl": "story",
    "meantime/train.docs.jsonl": "doc",
    "meantime/dev.docs.jsonl": "doc",
    "gum/train.docs.jsonl": "doc",
    "gum/dev.docs.jsonl": "doc",
    "names_ewt/dev.jsonl": "doc",
}
SOURCE = "ECB+, MEANTIME, GUM, EWT"
LEAST = 2.0
"""Units that must hold a stem for it to be listed."""
PATH = Path(__file__).parent.parent / "src" / "variorum" / "knowledge" / "word_weights.tsv"


def main() -> None:
    """Count and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data
    units: dict[str, list[set[str]]] = defaultdict(list)
    for name, key in SOURCES.items():
        for n, doc in enumerate(read_jsonl(find_data(data, name))):
            units[f"{name} {doc.get(key, n)}"].append(set(stems(doc["text"])))
    held: Counter[str] = Counter()
    for texts in units.values():
        for text in texts:
            held.update(dict.fromkeys(text, 1 / len(texts)))
    lines = [
        f"{found}\t{math.log((len(units) + 1) / (count + 0.5)):.2f}\t{SOURCE}"
        for found, count in sorted(held.items())
        if count >= LEAST and not found.isdigit()
    ]
    PATH.write_text("\n".join(["stem\tidf\tsource", *lines]) + "\n", encoding="utf-8")
    print(f"{len(lines)} stems of {len(units)} units in {PATH}")


if __name__ == "__main__":
    main()
