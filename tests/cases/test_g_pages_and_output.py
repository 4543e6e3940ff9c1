# ruff: noqa: E501  (cases: one line a wording)
"""Public cases, section G: bytes, pages, output; by the command, as a user runs it."""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

REPORT = (
    "Bridge in Kelt closed after crack is found\n\nThe old bridge in Kelt was closed on Tuesday after divers found a crack in a "
    'pier, the council said. Four people were hurt when a bus braked hard.\n\n"Nobody will cross until it is mended," said the '
    "mayor, Nadia Wray.\n"
)
PARAGRAPHS = "".join(f"<p>{p}</p>" for p in REPORT.strip().split("\n\n")[1:])
ARTICLE = f"<article><h1>Bridge in Kelt closed after crack is found</h1>{PARAGRAPHS}</article>"


def page(body: str, head: str = "") -> str:
    """A whole page."""
    return f"<!doctype html><html><head><title>Bridge in Kelt closed</title>{head}</head><body>{body}</body></html>"


def command(folder: Path, *arguments: str, memory: int | None = None) -> subprocess.CompletedProcess[bytes]:
    """What the command gives in `folder`, with at most `memory` bytes of address space."""

    def limit() -> None:
        if memory:
            resource.setrlimit(resource.RLIMIT_AS, (memory, memory))

    line = [sys.executable, "-m", "variorum.cli", "brief", *arguments]
    done = subprocess.run(line, capture_output=True, cwd=folder, preexec_fn=limit)
    assert b"Traceback" not in done.stderr
    return done


def dossier(done: subprocess.CompletedProcess[bytes]) -> Any:
    """The record that a run printed."""
    return json.loads(done.stdout)


def test_letters_are_right_as_declared_and_as_meant(tmp_path: Path) -> None:
    """C41: trafilatura#231."""
    said = "Bürgermeister Jörg Küßner sagte “we will help” and the town hall of Kelt opened its doors for those who lost homes."
    markup = page(f"<article><h1>Flood</h1><p>{said}</p>{PARAGRAPHS}</article>", '<meta charset="iso-8859-1">')
    (tmp_path / "a.html").write_bytes(markup.encode("cp1252"))
    assert b"\x93we will help\x94" in (tmp_path / "a.html").read_bytes()
    done = command(tmp_path, "--json", "a.html")
    (report,) = dossier(done)["reports"]
    assert (done.returncode, said in report["text"]) == (0, True)
    spans = [r["span"] for c in dossier(done)["claims"] for r in c["readings"]]
    spans += [m for e in dossier(done)["entities"] for m in e["mentions"]]
    assert spans
    assert all(report["text"][s["start"] : s["end"]] == s["text"] for s in spans)


ZSTD = b"\x28\xb5\x2f\xfd\x00\x58"  # magic, a frame without its size, a window


def test_packed_files_are_read_or_refused_in_a_sentence(tmp_path: Path) -> None:
    """C43: trafilatura#781, #912."""
    markup = page(ARTICLE).encode()
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(markup))
    (tmp_path / "b.html").write_bytes(gzip.compress(markup))
    (tmp_path / "z.html").write_bytes(ZSTD + (len(markup) << 3 | 1).to_bytes(3, "little") + markup)
    (tmp_path / "bomb.html.gz").write_bytes(gzip.compress(bytes(10_000_000)) * 1000)
    done = command(tmp_path, "--json", "a.html.gz", "b.html", "z.html", "bomb.html.gz", memory=4_000_000_000)
    assert done.returncode == 3
    assert [r["id"] for r in dossier(done)["reports"]] == ["a", "b"]
    assert all("Four people were hurt" in r["text"] for r in dossier(done)["reports"])
    assert "z.html: left out: it is packed with zstd" in done.stderr.decode()
    assert "bomb.html.gz: left out: it holds more than 16 million bytes" in done.stderr.decode()
    assert not re.search(r"[\x00-\x08\x0e-\x1a\ufffd]", "".join(r["text"] for r in dossier(done)["reports"]))


LD = {
    "@type": "NewsArticle",
    "headline": "Bridge in Kelt closed after crack is found",
    "datePublished": "2019-03-04T07:40:00+01:00",
    "dateModified": "2019-03-04T09:00:00Z",
    "publisher": {"@type": "Organization", "name": "The Belmar Post"},
}
SHAPES: dict[str, Any] = {
    "a-list": ["The Belmar Post", LD],
    "author-in-author": {**LD, "author": {"@type": "Person", "author": [{"author": {"name": "Jonas Brek"}}]}},
    "types": {**LD, "@type": ["Article", "NewsArticle"]},
    "live": {**LD, "@type": "LiveBlogPosting"},
}


def test_json_ld_in_odd_shapes_stops_nothing_and_loses_nothing(tmp_path: Path) -> None:
    """C44: trafilatura#140, PR #296, #932, #192."""
    for name, shape in SHAPES.items():
        markup = page(ARTICLE, f"<script type='application/ld+json'>{json.dumps(shape)}</script>")
        (tmp_path / f"{name}.html").write_text(markup, encoding="utf-8")
    (tmp_path / "string.html").write_text(page(ARTICLE, "<script type='application/ld+json'>\"Post\"</script>"))
    done = command(tmp_path, "--json", ".")
    reports = {r["id"]: r for r in dossier(done)["reports"]}
    assert (done.returncode, set(reports)) == (0, {*SHAPES, "string"})
    assert all("Four people were hurt" in r["text"] for r in reports.values())
    for name in SHAPES:
        found = reports[name]
        assert (found["outlet"], found["published"], found["updated"]) == (
            "The Belmar Post",
            "2019-03-04T07:40+01:00",
            "2019-03-04T09:00Z",
        )


def test_too_deep_and_too_long_disturb_no_other(tmp_path: Path) -> None:
    """C46: tidy-html5#633, #850; spaCy#2817, #9508."""
    (tmp_path / "alone").mkdir()
    for folder in (tmp_path, tmp_path / "alone"):
        (folder / "c.txt").write_text(REPORT, encoding="utf-8")
    ferry = "<h1>Ferry stuck off Tarn</h1><p>A ferry with 30 sailors ran aground off Tarn on Friday, the coast guard said.</p>"
    (tmp_path / "a.html").write_text(page("<b>" * 20_000 + ferry + "</b>" * 20_000), encoding="utf-8")
    filler = "The list of streets and houses goes on and on. " * 26_000
    (tmp_path / "b.txt").write_text(f"{REPORT.replace('Kelt', 'Orvel')}\n\n{filler}", encoding="utf-8")
    assert (tmp_path / "b.txt").stat().st_size > 1_200_000
    done = command(tmp_path, "--json", "a.html", "b.txt", "c.txt", memory=6_000_000_000)
    alone = dossier(command(tmp_path / "alone", "--json", "c.txt"))
    assert done.returncode == 3
    assert "b.txt: left out: it has 1," in done.stderr.decode()
    both = dossier(done)
    assert [r["id"] for r in both["reports"]] == ["a", "c"]
    assert "ran aground" in both["reports"][0]["text"]
    assert readings(both, "c") == readings(alone, "c")


def readings(record: Any, report: str) -> list[tuple[str, str, str]]:
    """The rows in which a report stands, each by slot, verdict and its words."""
    found = [
        (c["slot"], c["verdict"], r["span"]["text"])
        for c in record["claims"]
        for r in c["readings"]
        if r["report"] == report
    ]
    return sorted(found)


FORMULA = '=HYPERLINK("http://example.invalid","x")'
NAME = "محمد الحداوي"


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A folder with hostile words in a text and in a page."""
    (tmp_path / "q.txt").write_text(
        f'{FORMULA}\n\nA boat sank off Kelt on Monday and two people died. "We saw \u202enothing\u202c of it," said Nadia Wray.\n\n'
        f"{NAME} said that 12 sailors were rescued off Kelt.\n",
        encoding="utf-8",
    )
    body = "<article><h1>&lt;script&gt;alert(1)&lt;/script&gt; Boat sinks</h1><p>A boat sank off Kelt on Monday and two people died, the coast guard said.</p></article>"
    (tmp_path / "s.html").write_text(page(body), encoding="utf-8")
    return tmp_path


def test_json_keeps_hostile_words_as_they_are(hostile: Path) -> None:
    """C47: sitrep#33, langextract#234."""
    made = dossier(command(hostile, "--json", "q.txt", "s.html"))
    assert made["reports"][0]["text"] == (hostile / "q.txt").read_text(encoding="utf-8")
    assert made["reports"][0]["title"] == FORMULA
    assert made["reports"][1]["title"] == "<script>alert(1)</script> Boat sinks"
    assert any(NAME in link["text"] for c in made["claims"] for r in c["readings"] for link in r["voice"])
    assert any("\u202e" in w["content"]["text"] for u in made["utterances"] for w in u["wordings"])


def test_no_cell_of_the_csv_starts_a_formula(hostile: Path) -> None:
    """C47: tableExport#230."""
    table = command(hostile, "--csv", "q.txt", "s.html").stdout.decode("utf-8")
    cells = [cell for line in csv.reader(io.StringIO(table)) for cell in line]
    assert cells
    assert not [c for c in cells if c[:1] in set("=+-@\t\r")]
    assert NAME in table


def test_page_and_terminal_show_overrides_and_run_nothing(hostile: Path) -> None:
    """C47: pfBlockerNG#2041."""
    done = command(hostile, "-o", "out.html", "q.txt", "s.html")
    html = (hostile / "out.html").read_text(encoding="utf-8")
    shown = done.stdout.decode("utf-8")
    assert re.search(r'<meta charset="?utf-8', html, re.I)
    assert "<script>alert" not in html
    assert "&lt;/script&gt;" in html
    assert "\u202e" not in html
    assert "\u202e" not in shown
    assert NAME in html
