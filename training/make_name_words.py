"""Make `src/variorum/knowledge/name_words.tsv`: nicknames, and words for kinds of bodies in short and long.

    python training/make_name_words.py --data FOLDER

From the lists of rigour (MIT) as the set `names` holds them, with further nicknames by hand. Only Latin letters; a
nickname is a row for each name it may stand for.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from anyascii import anyascii

from evals.shared import find_data, read_jsonl

GROUPS = {"person_nick": "nickname", "org_symbols": "body"}
SOURCE = "rigour symbols.yml (MIT)"
BY_HAND = (
    "joe joseph, jimmy james, bobby robert, billy william, charlie charles, tommy thomas, kate katherine, kate "
    "catherine, kathy katherine, cathy catherine, beth elizabeth, betty elizabeth, jenny jennifer, jen "
    "jennifer, pam pamela, pat patricia, pat patrick, jerry gerald, gerry gerald, jeff jeffrey, jeff geoffrey, "
    "hank henry, harry henry, mitch mitchell, phil philip, phil phillip, stan stanley, vince vincent, walt "
    "walter, abe abraham, gabe gabriel, nate nathan, zack zachary, don donald, eddie edward, freddie "
    "frederick, johnny john, ronnie ronald, becky rebecca, vicky victoria, barb barbara, cindy cynthia, judy "
    "judith, mandy amanda, peggy margaret, meg margaret, chuck charles, bibi benjamin, bibi binyamin, misha mikhail, "
    "sasha alexander, sasha aleksandr, volodya vladimir, dima dmitry, kolya nikolai, paco francisco, pepe jose"
)
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
    hand = {("nickname", word, pair.replace(" ", "-")) for pair in BY_HAND.split(", ") for word in pair.split()}
    lines = [
        "class\tword\tsame\tsource",
        *("\t".join((*row, SOURCE if row in rows else "Variorum")) for row in sorted(rows | hand)),
    ]
    PATH.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(rows | hand)} rows in {PATH}")


if __name__ == "__main__":
    main()
