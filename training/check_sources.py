"""Look up every sense of WordNet 3.0 and code of ISO that the knowledge tables cite; say which do not hold.

    apt-get install wordnet-base iso-codes
    python training/check_sources.py [--wordnet FOLDER] [--iso FOLDER] [--senses]

A citation reads `WordNet 3.0, verb.communication, say%2:32:00::`: the lexicographers' file of the sense and its sense
key. It holds when WordNet has that key, it is a sense of the row's own word or of its singular, its file is the one
named, for `cues.tsv` that file counts for the row's kind (`COUNTS`), and for `units.tsv` WordNet gives the row's unit as
a synonym. A row that names ISO 4217 holds when its word is its unit and that is a code in force; one that names ISO
3166-2, when its name is the one that the standard gives its code. Exit code 1 tells that one does not hold. `--senses`
prints every cited sense with its gloss, to judge by eye whether it is the sense that the row means. None of these lists
is part of this repository; `index.sense` is not needed, keys are made from the `data` files.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

TABLES = Path(__file__).parent.parent / "src" / "variorum" / "knowledge"
CITED, CURRENCY, SUBDIVISION = "WordNet 3.0, ", "ISO 4217, ", "ISO 3166-2, "
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
    "sign": "noun.communication noun.artifact",
    "adverb": "adv.all",
}
"""Which files a sense may stand in to speak for a cue of a kind."""
SINGULARS = (("s", ""), ("ses", "s"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"), ("men", "man"), ("ies", "y"))
"""WordNet's own rules for the plural of nouns, `morphy(7WN)`."""


class Sense(NamedTuple):
    """A sense of WordNet: the words of its synset and its gloss."""

    words: frozenset[str]
    gloss: str


def main() -> int:
    """Check every table; print what does not hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wordnet", type=Path, default=Path("/usr/share/wordnet"))
    parser.add_argument("--iso", type=Path, default=Path("/usr/share/iso-codes/json"))
    parser.add_argument("--senses", action="store_true", help="print every cited sense with its gloss")
    options = parser.parse_args()
    senses = read_senses(options.wordnet)
    codes = {(row["alpha_3"], row["alpha_3"]) for row in read_codes(options.iso, "4217")}
    codes |= {(row["code"], row["name"]) for row in read_codes(options.iso, "3166-2")}
    checked = wrong = 0
    for table, word, row in cited_rows():
        source = row["source"]
        if source.startswith(CITED):
            fault = fault_of(table, word, row, senses)
        else:
            code = (row["unit"], word.upper()) if source.startswith(CURRENCY) else (row["code"], row["name"])
            fault = "" if code in codes else "the standard has no such code"
        checked, wrong = checked + 1, wrong + bool(fault)
        if fault:
            print(f"{table}: {word}: {source}: {fault}")
        elif options.senses and source.startswith(CITED):
            print(f"{table}: {row.get('kind', '')} {word}: {senses[source.rpartition(' ')[2]].gloss}")
    print(f"{checked} citations, {wrong} that do not hold")
    return 1 if wrong else 0


def read_senses(folder: Path) -> dict[str, Sense]:
    """The senses by sense key, from WordNet's `data.noun`, `data.verb` and `data.adv`."""
    senses = {}
    for name, part in PARTS.items():
        for line in (folder / f"data.{name}").read_text(encoding="latin-1").splitlines():
            if line.startswith("  "):  # the licence
                continue
            facts, _, gloss = line.partition(" | ")
            fields = facts.split(" ")
            places = range(4, 4 + 2 * int(fields[3], 16), 2)
            sense = Sense(frozenset(fields[at].lower() for at in places), gloss.strip())
            for at in places:
                key = f"{fields[at].lower()}%{NUMBERS[part]}:{fields[1]}:{int(fields[at + 1], 16):02d}::"
                senses[key] = sense
    return senses


def read_codes(folder: Path, standard: str) -> list[dict[str, str]]:
    """The entries of a standard, from the JSON of the package iso-codes."""
    name = f"iso_{standard}.json"
    entries: list[dict[str, str]] = json.loads((folder / name).read_text(encoding="utf-8"))[standard]
    return entries


def cited_rows() -> Iterator[tuple[str, str, dict[str, str]]]:
    """The rows of all tables that cite one of these lists, each with the name of its table and its word."""
    for path in sorted(TABLES.glob("*.tsv")):
        header, *lines = path.read_text(encoding="utf-8").splitlines()
        for line in lines:
            row = dict(zip(header.split("\t"), line.split("\t"), strict=True))
            if row.get("source", "").startswith((CITED, CURRENCY, SUBDIVISION)):
                yield path.name, row["word"] if "word" in row else next(iter(row.values())), row


def fault_of(table: str, word: str, row: dict[str, str], senses: dict[str, Sense]) -> str:
    """What is wrong with the citation of `row`; empty where nothing is."""
    file, _, key = row["source"].removeprefix(CITED).partition(", ")
    if key not in senses:
        return "WordNet 3.0 has no such sense key"
    lemma, _, place = key.partition("%")
    if lemma not in forms(word):
        return "that is a sense of another word"
    if FILES[int(place.split(":")[1])] != file:
        return "the sense stands in another file"
    if table == "cues.tsv" and file not in COUNTS.get(row["kind"], "").split():
        return "that file does not count for this kind"
    if table == "units.tsv" and row["kind"] != "money" and folded(row["unit"]) not in senses[key].words:
        return "WordNet does not give this unit as a synonym"
    return ""


def forms(word: str) -> set[str]:
    """The word as WordNet writes it, and what it may be the plural of."""
    plain = folded(word)
    return {plain, *(plain.removesuffix(end) + put for end, put in SINGULARS if plain.endswith(end))}


def folded(word: str) -> str:
    """The word in small letters, with underscores for spaces."""
    return word.lower().replace(" ", "_")


if __name__ == "__main__":
    sys.exit(main())
