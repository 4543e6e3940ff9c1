"""From names to Reports: bytes, folders, sidecar, ids, errors in sentences."""

from __future__ import annotations

import gzip
import io
import subprocess
import sys
from pathlib import Path

import pytest

from variorum.ingest import IngestError, Reading, read_reports
from variorum.model import Report

TEXT = "Fire kills two\n\nTwo people died in a fire in Ardova on Monday, said “Jörg”.\n"
PAGE = (
    "<html><body><article><h1>Fire kills two</h1><p>Two people died in a fire at a mill in Ardova.</p></article>"
    "</body></html>"
)


@pytest.fixture
def put(tmp_path: Path):  # type: ignore[no-untyped-def]
    def putter(name: str, content: str | bytes = TEXT) -> Path:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path / name

    return putter


def one(reading: Reading) -> Report:
    assert reading.left_out == ()
    (report,) = reading.reports
    return report


def why_left_out(*sources: str | Path) -> str:
    reading = read_reports(list(sources))
    assert reading.reports == ()
    (error,) = reading.left_out
    return str(error)


# ---------------------------------------------------------------- bytes


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-32"])
def test_a_text_is_the_same_in_any_encoding(put, encoding: str) -> None:  # type: ignore[no-untyped-def]
    assert one(read_reports([put("a.txt", TEXT.encode(encoding))])).text == TEXT


def test_only_line_ends_and_mark_are_changed(put) -> None:  # type: ignore[no-untyped-def]
    odd = "\n  Fire  kills two \t\r\n\r\nTwo\u202e people\u00a0died,\rsaid ناديا.\x0c \r\n"
    assert one(read_reports([put("a.txt", "\ufeff" + odd)])).text == odd.replace("\r\n", "\n").replace("\r", "\n")


def test_a_damaged_letter_does_not_change_the_others(put) -> None:  # type: ignore[no-untyped-def]
    damaged = TEXT.encode() + "“Küßner” “Jörg” “Müller”".encode() + b"\xff"
    assert one(read_reports([put("a.txt", damaged)])).text.endswith("“Müller”\ufffd")


@pytest.mark.parametrize("name", ["a.html.gz", "a.html", "a"])
def test_gzip_is_known_by_its_bytes_under_any_name(put, name: str) -> None:  # type: ignore[no-untyped-def]
    assert "Two people died" in one(read_reports([put(name, gzip.compress(PAGE.encode()))])).text


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "it is empty."),
        (b" \n\n ", "it is empty."),
        (b"%PDF-1.4", "it is a PDF, and Variorum reads text and HTML. Convert it, for example: pdftotext"),
        (b"\x28\xb5\x2f\xfd\x00\x58abc", "it is packed with zstd, and Variorum unpacks gzip alone."),
        (bytes(range(256)) * 40, "it is not text, and Variorum reads text and HTML."),
        (gzip.compress(bytes(range(256)) * 40), "it is not text, and Variorum reads text and HTML."),
        (gzip.compress(TEXT.encode())[:-20], "it is a gzip file that breaks off."),
        (gzip.compress(gzip.compress(TEXT.encode())), "it is packed twice."),
        (gzip.compress(bytes(10_000_000)) * 1000, "it holds more than 16 million bytes"),
        (
            "Two people died in Ardova. " * 50_000,
            "it has 1,350,000 characters; Variorum reads reports of up to 1,000,000.",
        ),
        ("Two people died in Ardova. " * 750_000, "it holds more than 16 million bytes"),
    ],
    ids=[
        "empty",
        "blank",
        "pdf",
        "zstd",
        "binary",
        "packed binary",
        "cut gzip",
        "gzip in gzip",
        "bomb",
        "1.35 m",
        "20 MB",
    ],
)
def test_what_is_no_report_is_left_out_in_a_sentence(put, content: str | bytes, sentence: str) -> None:  # type: ignore[no-untyped-def]
    path = put("a.txt", content)
    assert f"{path}: left out: {sentence}" in why_left_out(path)


def test_one_bad_source_never_stops_the_others(put) -> None:  # type: ignore[no-untyped-def]
    reading = read_reports([put("b.pdf", b"%PDF-1.4"), put("c.txt"), "no-such-file.txt", put("d.txt", "")])
    assert [report.id for report in reading.reports] == ["c"]
    assert len(reading.left_out) == 3
    assert all(isinstance(error, IngestError) for error in reading.left_out)


# ---------------------------------------------------------------- language


def test_another_language_is_left_out_by_its_name(put) -> None:  # type: ignore[no-untyped-def]
    german = (
        "Zwei Menschen sind am Montag bei einem Brand in einer Fabrik ums Leben gekommen, wie die Feuerwehr mitteilte."
    )
    assert "it is in German, and Variorum reads English." in why_left_out(put("de.txt", german))
    assert "it is in Arabic" in why_left_out(put("ar.txt", "قتل شخصان في حريق اندلع في مصنع للأحذية يوم الاثنين"))


@pytest.mark.parametrize(
    "text",
    [
        "Six people died in Belmar.",
        "Bombs kill 12",
        "The envoy, نادية الحداوي, said that talks in Ardova would go on for two days.",
    ],
)
def test_short_english_and_names_in_other_letters_are_read(put, text: str) -> None:  # type: ignore[no-untyped-def]
    assert one(read_reports([put("a.txt", text)])).language == "en"


def test_the_sidecar_has_the_last_word_on_the_language(put) -> None:  # type: ignore[no-untyped-def]
    put("reports.toml", '["a.txt"]\nlanguage = "de"\n["b.txt"]\nlanguage = "en"\n')
    german = (
        "Zwei Menschen sind am Montag bei einem Brand in einer Fabrik ums Leben gekommen, wie die Feuerwehr mitteilte."
    )
    reading = read_reports([put("a.txt"), put("b.txt", german)])
    assert [report.id for report in reading.reports] == ["b"]


# ---------------------------------------------------------------- sources and ids


def test_missing_files_addresses_and_empty_folders_are_told(tmp_path: Path) -> None:
    assert why_left_out("no-such.txt") == "no-such.txt: left out: there is no such file. Check the name."
    assert "fetches nothing from the network" in why_left_out("https://example.org/fire")
    (tmp_path / "notes.json").write_text("{}")
    assert (
        why_left_out(tmp_path)
        == f"{tmp_path}: left out: the folder holds no reports. Reports end in .txt, .html or .htm."
    )


def test_a_folder_gives_its_reports_and_nothing_else(put, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    for name in ("b.txt", "a.html", "c.txt.gz", ".hidden.txt", "gold.json", "reports.toml"):
        put(name, {"a.html": PAGE, "c.txt.gz": gzip.compress(TEXT.encode()), "reports.toml": ""}.get(name, TEXT))
    reading = read_reports([tmp_path])
    assert [(report.id, report.source) for report in reading.reports] == [
        ("a", "a.html"),
        ("b", "b.txt"),
        ("c", "c.txt.gz"),
    ]
    assert reading.warnings == ()


def test_standard_input_is_a_dash() -> None:
    report = one(read_reports(["-"], stdin=io.BytesIO(TEXT.encode())))
    assert (report.id, report.source, report.text) == ("stdin", "-", TEXT)


def test_the_same_file_twice_makes_two_reports_of_one_text(put) -> None:  # type: ignore[no-untyped-def]
    path = put("a.txt")
    reading = read_reports([path, path])
    assert [report.id for report in reading.reports] == ["a", "a-2"]
    assert reading.reports[0].text == reading.reports[1].text
    assert reading.reports[0].sha256 == reading.reports[1].sha256


def test_ids_and_order_do_not_depend_on_the_order_given(put) -> None:  # type: ignore[no-untyped-def]
    sources = [
        put("x/a.txt"),
        put("y/a.txt", TEXT + "More."),
        put("a-2.txt"),
        put("Été 1.txt"),
        put("n.txt", ""),
        "no.txt",
    ]
    reading = read_reports(sources)
    assert [report.id for report in reading.reports] == ["a", "a-2", "a-3", "ete-1"]
    assert read_reports(sources[::-1]).reports == reading.reports
    assert [str(e) for e in read_reports(sources[::-1]).left_out] == [str(e) for e in reading.left_out]


# ---------------------------------------------------------------- side information


def test_flags_win_over_the_sidecar_and_the_sidecar_over_the_page(put) -> None:  # type: ignore[no-untyped-def]
    head = "<meta property='og:site_name' content='Of the page'><meta name='date' content='2019-01-01'>"
    path = put("a.html", PAGE.replace("<body>", f"<head>{head}</head><body>"))
    assert one(read_reports([path])).outlet == "Of the page"
    put("reports.toml", '["a.html"]\noutlet = "Of the sidecar"\npublished = 2019-01-02\nurl = "https://example.org"\n')
    report = one(read_reports([path]))
    assert (report.outlet, report.published, report.url) == ("Of the sidecar", "2019-01-02", "https://example.org")
    report = one(read_reports([path], outlet="Of the flags", date="2019-01-03T07:40Z"))
    assert (report.outlet, report.published) == ("Of the flags", "2019-01-03T07:40Z")


def test_a_text_that_prints_its_date_is_believed(put) -> None:  # type: ignore[no-untyped-def]
    assert one(read_reports([put("a.txt", f"{TEXT}\nUpdated: 2017-09-15 21:45\n")])).updated == "2017-09-15T21:45"
    dateline = "February 21, 2015 (ADDIS ABABA) - The talks were put off until Monday, the envoy said."
    assert one(read_reports([put("b.txt", dateline)])).published == "2015-02-21"
    assert one(read_reports([put("c.txt", dateline.replace(" - ", " -\n\n"))])).published == "2015-02-21"


@pytest.mark.parametrize(
    ("entry", "where", "what"),
    [
        (
            'published = "last Friday"',
            "published",
            '"last Friday" is not a date. Write 2016-11-11 or 2016-11-11T07:40Z',
        ),
        (
            'outlets = "The Post"',
            "outlets",
            "there is no such key. Known keys: outlet, published, updated, url, language",
        ),
        ("outlet = 3", "outlet", "3 is no text. Write it in quotes."),
    ],
)
def test_a_fault_in_the_sidecar_is_named_and_the_report_read(put, entry: str, where: str, what: str) -> None:  # type: ignore[no-untyped-def]
    sidecar = put("reports.toml", f'["a.txt"]\n{entry}\nupdated = "2016-11-12"\n')
    reading = read_reports([put("a.txt")])
    assert [str(fault) for fault in reading.warnings] == [f'{sidecar}, "a.txt", {where}: {what}']
    assert reading.reports[0].updated == "2016-11-12"
    assert (reading.reports[0].published, reading.reports[0].outlet) == (None, None)


def test_a_sidecar_that_names_no_file_or_cannot_be_parsed_is_told(put) -> None:  # type: ignore[no-untyped-def]
    put("reports.toml", '["b.txt"]\noutlet = "The Post"\n')
    path = put("a.txt")
    assert "there is no such file beside it." in str(read_reports([path]).warnings[0])
    put("reports.toml", "[broken")
    assert "it cannot be read" in str(read_reports([path]).warnings[0])


def test_a_date_flag_that_is_no_date_is_refused(put) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(IngestError, match='--date: "soon" is not a date'):
        read_reports([put("a.txt")], date="soon")


def test_two_plain_texts_import_nothing_heavy(put) -> None:  # type: ignore[no-untyped-def]
    files = [str(put("a.txt")), str(put("b.txt"))]
    heavy = ["trafilatura", "lxml", "py3langid", "numpy", "spacy", "charset_normalizer"]
    code = (
        f"import sys; from variorum.ingest import read_reports; read_reports({files!r}); "
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
