"""Invented reports for tests of the whole road."""

from __future__ import annotations

import hashlib

from variorum.ingest.blocks import blocks_of, headline_of
from variorum.model import Report

FIRST = """Bomb kills four at market in Ardova

A bomb exploded at a market in the city of Ardova on Tuesday, killing at least four people and wounding 20, police said.

The blast shattered windows across the old town. Governor Mira Lendal condemned the attack.

"We will find those who did this," Lendal told reporters.
"""
SECOND = """Six dead in Ardova market blast

At least six people died when a bomb went off at a market in Ardova on Tuesday, the head of the hospital, Jonas Brek, said.

Brek said that 20 people were injured. Mira Lendal, the governor, promised that those who did this would be found.
"""
OTHER = """Ferry sinks off Belmar, crew rescued

A ferry with 30 people on board sank off the coast near Belmar on Friday. The coast guard rescued the crew, a spokesman said.

"Nobody was hurt," the spokesman, Karl Oder, said.
"""


def report(name: str, text: str, *, published: str | None = None, outlet: str | None = None) -> Report:
    """A Report as ingest would make it of a plain text."""
    blocks = blocks_of(text)
    digest = hashlib.sha256(text.encode()).hexdigest()
    title = headline_of(text, blocks)
    return Report(name, f"{name}.txt", digest, text, title=title, outlet=outlet, published=published, blocks=blocks)


def story() -> list[Report]:
    """Two reports of one happening, a day apart."""
    return [report("first", FIRST, published="2021-03-02"), report("second", SECOND, published="2021-03-03")]
