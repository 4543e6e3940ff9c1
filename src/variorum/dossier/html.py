"""The page: one self-contained HTML file, without script and without network."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from variorum.changes import difference
from variorum.dossier.display import date, visible
from variorum.dossier.page import Context
from variorum.dossier.sections import story_view
from variorum.dossier.since import since_view
from variorum.model import Dossier


def to_html(dossier: Dossier, earlier: Dossier | None = None) -> str:
    """The page of `dossier`: the same bytes for the same dossier. With an `earlier` one it opens with what changed.

    Words of reports are escaped, stand isolated in `<bdi>` (or a paragraph of their own direction), and show control
    characters as marks. The page forbids itself script and network by its content security policy.
    """
    page = Context(dossier)
    since = (
        since_view(difference(earlier, dossier), earlier, page) if earlier else None
    )  # before the texts: their anchors
    stories = [story_view(story, page) for story in dossier.stories]
    titles = " / ".join(story.title for story in stories) or "No story"
    return (
        environment()
        .get_template("page.html")
        .render(
            stories=stories,
            since=since,
            earlier=len(earlier.reports) if earlier else 0,
            dossier=dossier,
            title=titles,
            style=Markup(style()),
            copies=[a for a in dossier.accounts if len(a.reports) > 1],
        )
    )


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates, everything escaped, an unknown name an error."""
    made = Environment(
        loader=PackageLoader("variorum.dossier", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"t": isolated, "visible": visible, "date": date}
    return made


def isolated(text: str) -> Markup:
    """Words of a report, escaped and isolated so that their direction reaches nothing around them."""
    return Markup(f"<bdi>{escape(visible(text))}</bdi>")


@lru_cache(maxsize=1)
def style() -> str:
    """The style sheet."""
    return (files("variorum.dossier") / "style.css").read_text(encoding="utf-8")
