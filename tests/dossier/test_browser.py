"""The page in a browser: hostile words run nothing, and nothing is cut off on a phone."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.dossier import example
from variorum.dossier.html import to_html

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium on the path")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--dump-dom",
)
PHONE = 360
MEASURE = """<script>addEventListener("load",()=>{
const f=document.getElementById("frame"),d=f.contentDocument,w=d.documentElement.clientWidth;
const beyond=e=>e.getBoundingClientRect().right>w+1&&!e.closest("svg,.unseen,.says,.skip,thead");
const over=[...d.querySelectorAll("body *")].filter(beyond).slice(0,5).map(e=>e.tagName+"."+e.className);
document.title="width "+d.documentElement.scrollWidth+" of "+w+" over "+over.join(",")+";"})</script>"""


def title(path: Path, profile: Path, *more: str) -> str:
    """The title of a page after it has loaded."""
    assert BROWSER is not None
    command = [BROWSER, *FLAGS, f"--user-data-dir={profile}", *more, path.as_uri()]
    dom = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout
    found = re.search(r"<title>(.*?)</title>", dom, re.DOTALL)
    assert found
    return found.group(1)


def without_policy(html: str) -> str:
    """The page without its content security policy: what escaping alone must stand."""
    return re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", html)


def test_hostile_words_run_nothing_even_without_the_policy(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(without_policy(to_html(example.dossier())), encoding="utf-8")
    assert title(page, tmp_path / "profile") == "Six dead in &lt;market&gt; blast / Ferry sinks off Belmar"


@pytest.mark.parametrize("record", ["few", "many"])
def test_nothing_is_cut_off_on_a_phone(record: str, tmp_path: Path) -> None:
    html = to_html(example.dossier() if record == "few" else example.copies(8))
    quoted = without_policy(html).replace("&", "&amp;").replace('"', "&quot;")
    frame = f'<iframe id="frame" style="border:0;width:{PHONE}px;height:800px" srcdoc="{quoted}"></iframe>'
    page = tmp_path / "frame.html"
    page.write_text(f"<!DOCTYPE html><meta charset=utf-8><title>-</title>{frame}{MEASURE}", encoding="utf-8")
    told = re.fullmatch(r"width (\d+) of (\d+) over (.*);", title(page, tmp_path / "profile"))
    assert told
    assert int(told.group(1)) <= int(told.group(2)) <= PHONE
    assert told.group(3) == ""
