"""A record that Variorum made is no report, wherever it lies."""

from pathlib import Path

from tests.reports import FIRST, story
from variorum.api import dossier_of
from variorum.dossier.html import to_html
from variorum.ingest import read_reports


def test_a_record_in_the_folder_of_its_reports_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "first.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "dossier.html").write_text(to_html(dossier_of(story())), encoding="utf-8")
    reading = read_reports([tmp_path])
    assert [r.id for r in reading.reports] == ["first"]
    assert not reading.left_out


def test_a_record_given_by_name_is_left_out_with_a_sentence(tmp_path: Path) -> None:
    page = tmp_path / "dossier.html"
    page.write_text(to_html(dossier_of(story())), encoding="utf-8")
    reading = read_reports([page])
    assert "it is a record that Variorum made" in str(reading.left_out[0])
