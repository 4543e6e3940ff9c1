"""Look up in WordNet 3.0 every row of the knowledge tables that cites it, and say which citations do not hold.

    apt-get install wordnet-base
    python training/check_wordnet.py [--wordnet FOLDER] [--senses]

A citation reads `WordNet 3.0, verb.communication, say%2:32:00::`: the lexicographers' file of the sense and its sense
key. It holds when WordNet has that key, it is a sense of the word in the row's first column, its file is the one named,
and for `cues.tsv` that file is one that counts for the row's kind (`COUNTS`). Exit code 1 tells that one does not hold.
`--senses` prints every cited sense with its gloss, to judge by eye whether it is the sense that the row means.
WordNet itself is no part of this repository; `index.sense` is not needed, the keys are made from the `data` files.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

TABLES = Path(__file__).parent.parent / "src" / "variorum" / "knowledge"
CITED = "WordNet 3.0, "
PARTS = {"noun": "n", "verb": "v", "adv": "r"}
NUMBERS = {"n": 1, "v": 2, "r": 4}
FILES = (
    *("adj.all", "adj.pert", "adv.all", "noun.Tops", "noun.act", "noun.animal", "noun.artifact", "noun.attribute"),
    *("noun.body", "noun.cognition", "noun.communication", "noun.event", "noun.feeling", "noun.food", "noun.group"),
    *("noun.location", "noun.motive", "noun.object", "noun.person", "noun.phenomenon", "noun.plant"),
    *("noun.possession", "noun.process", "noun.quantity", "noun.relation", "noun.shape", "noun.state"),
    *("noun.substance", "noun.time", "verb.body", "verb.change", "verb.cognition", "verb.communication"),
    *("verb.competition", "verb.consumption", "verb.contact", "verb.creation", "verb.emotion", "verb.motion"),
    *("verb.perception", "verb.possession", "verb.social", "verb.stative", "verb.weather", "adj.ppl"),
)
"""The lexicographers' files by number, as `lexnames(5WN)` lists them."""
COUNTS = {
    "say": "verb.communication verb.cognition",
    "manner": "verb.communication",
    "tell": "verb.communication verb.cognition",
    "ask": "verb.communication",
    "show": "verb.communication verb.stative",
    "learn": "verb.cognition",
    "think": "verb.cognition verb.emotion verb.communication",
    "call": "verb.communication",
    "accuse": "verb.communication",
    "deny": "verb.communication verb.cognition",
    "decline": "verb.communication",
    "quote": "verb.communication",
    "request": "verb.communication",
    "want": "verb.emotion verb.cognition verb.communication verb.social",
    "attitude": "verb.communication verb.emotion verb.cognition verb.social verb.possession",
    "noun": "noun.communication noun.cognition noun.feeling",
    "vehicle": "noun.communication",
    "adverb": "adv.all",
}
"""Which files a sense may stand in to speak for a cue of a kind."""


def main() -> int:
    """Check every table; print what does not hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wordnet", type=Path, default=Path("/usr/share/wordnet"))
    parser.add_argument("--senses", action="store_true", help="print every cited sense with its gloss")
    options = parser.parse_args()
    senses = read_senses(options.wordnet)
    checked = wrong = 0
    for table, row in cited_rows():
        word, source = next(iter(row.values())), row["source"]
        fault = fault_of(word, source, senses, COUNTS.get(row["kind"], "") if table == "cues.tsv" else None)
        checked, wrong = checked + 1, wrong + bool(fault)
        if fault:
            print(f"{table}: {word}: {source}: {fault}")
        elif options.senses:
            print(f"{table}: {row.get('kind', '')} {word}: {senses[source.rpartition(' ')[2]]}")
    print(f"{checked} citations, {wrong} that do not hold")
    return 1 if wrong else 0


def read_senses(folder: Path) -> dict[str, str]:
    """Gloss by sense key, from WordNet's `data.noun`, `data.verb` and `data.adv`."""
    senses = {}
    for name, part in PARTS.items():
        for line in (folder / f"data.{name}").read_text(encoding="latin-1").splitlines():
            if line.startswith("  "):  # the licence
                continue
            facts, _, gloss = line.partition(" | ")
            fields = facts.split(" ")
            for at in range(4, 4 + 2 * int(fields[3], 16), 2):
                key = f"{fields[at].lower()}%{NUMBERS[part]}:{fields[1]}:{int(fields[at + 1], 16):02d}::"
                senses[key] = gloss.strip()
    return senses


def cited_rows() -> Iterator[tuple[str, dict[str, str]]]:
    """The rows of all tables whose source is a sense of WordNet 3.0, each with the name of its table."""
    for path in sorted(TABLES.glob("*.tsv")):
        header, *lines = path.read_text(encoding="utf-8").splitlines()
        for line in lines:
            row = dict(zip(header.split("\t"), line.split("\t"), strict=True))
            if row.get("source", "").startswith(CITED):
                yield path.name, row


def fault_of(word: str, source: str, senses: dict[str, str], counts: str | None) -> str:
    """What is wrong with the citation `source` of `word`; empty where nothing is."""
    file, _, key = source.removeprefix(CITED).partition(", ")
    if key not in senses:
        return "WordNet 3.0 has no such sense key"
    lemma, _, place = key.partition("%")
    if lemma != word.lower().replace(" ", "_"):
        return "that is a sense of another word"
    if FILES[int(place.split(":")[1])] != file:
        return "the sense stands in another file"
    if counts is not None and file not in counts.split():
        return "that file does not count for this kind"
    return ""


if __name__ == "__main__":
    sys.exit(main())
