"""Make `src/variorum/knowledge/name_words.tsv`: nicknames, and words for kinds of bodies in short and long.

    python training/make_name_words.py --data FOLDER

From the lists of rigour (MIT) as the set `names` holds them. Only Latin letters; a nickname is a row for each name it
may stand for.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from anyascii import anyascii

from evals.shared import find_data, read_jsonl

GROUPS = {"person_nick": "nickname", "org_symbols": "body"}
SOURCE = "rigour symbols.yml (MIT)"
PATH = Path(__file__).parent.parent / "src" / "variorum" / "knowledge" / "name_words.tsv"


def main() -> None:
    """Read the lists and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    rows: set[tuple[str, str, str]] = set()
    for symbol in read_jsonl(find_data(parser.parse_args().data, "names/symbols.jsonl")):
        if symbol["group"] not in GROUPS:
            continue
        for form in symbol["forms"]:
            word = anyascii(form).lower().strip(".")
            if form.isascii() and word.replace(" ", "").isalpha():
                rows.add((GROUPS[symbol["group"]], word, symbol["symbol"]))
    lines = ["class\tword\tsame\tsource", *("\t".join((*row, SOURCE)) for row in sorted(rows))]
    PATH.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(rows)} rows in {PATH}")


if __name__ == "__main__":
    main()
