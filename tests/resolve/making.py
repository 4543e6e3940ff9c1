"""Annotations made by hand for tests: a text and the words of it that matter, without a pipeline."""

from __future__ import annotations

import re

from variorum.model import (
    Annotation,
    Block,
    EntityKind,
    LocalEntity,
    Mention,
    PlaceReference,
    Report,
    Span,
    TimeExpression,
)


def report(name: str, text: str, published: str | None = None) -> Report:
    """A report of one block."""
    return Report(name, f"{name}.txt", "", text, published=published, blocks=(Block("body", 0, len(text)),))


def find(made: Report, words: str) -> Span:
    """The first place of `words`."""
    start = made.text.index(words)
    return made.span(start, start + len(words))


class Making:
    """An annotation in the making."""

    def __init__(self, name: str, text: str, published: str | None = None) -> None:
        self.report = report(name, text, published)
        self.mentions: list[Mention] = []
        self.entities: list[LocalEntity] = []
        self.times: list[TimeExpression] = []

    def named(
        self,
        kind: EntityKind,
        *names: str,
        roles: tuple[str, ...] = (),
        nationality: str | None = None,
        place: PlaceReference | None = None,
    ) -> Making:
        """Add an entity that the text calls by `names`."""
        spans = [find(self.report, name) for name in names]
        self._add(kind, names[0], spans, "name", names, roles, nationality, place)
        return self

    def described(self, kind: EntityKind, *phrases: str, head: str | None = None, plural: bool = False) -> Making:
        """Add an entity that the text only describes; `head` is the head noun, else the last word."""
        spans = [find(self.report, phrase) for phrase in phrases]
        self._add(kind, phrases[0], spans, "nominal", (), (), None, None, head, plural)
        return self

    def pronoun(self, word: str, entity: int) -> Making:
        """Add the first place of a pronoun as a mention that refers to the `entity`th entity."""
        found = re.search(rf"\b{word}\b", self.report.text)
        assert found is not None
        span = self.report.span(*found.span())
        self.mentions.append(Mention(span, "person", "pronoun", span, entity=entity))
        return self

    def _add(self, kind, name, spans, form, names, roles, nationality, place, head=None, plural=False) -> None:  # type: ignore[no-untyped-def]
        first, here = len(self.mentions), len(self.entities)
        for span in spans:
            word = head or span.text.split()[-1]
            at = span.start + span.text.index(word)
            self.mentions.append(
                Mention(span, kind, form, self.report.span(at, at + len(word)), entity=here, plural=plural)
            )
        self.entities.append(
            LocalEntity(
                kind=kind,
                name=name,
                mentions=tuple(range(first, len(self.mentions))),
                names=tuple(names),
                roles=tuple(find(self.report, r) for r in roles),
                nationality=nationality,
                place=place,
            )
        )

    def day(self, words: str, edtf: str) -> Making:
        """Add a date."""
        self.times.append(TimeExpression(find(self.report, words), "date", edtf))
        return self

    def done(self) -> Annotation:
        """The annotation; a sentence a line."""
        sentences, start = [], 0
        for line in self.report.text.split("\n"):
            if line:
                sentences.append(self.report.span(start, start + len(line)))
            start += len(line) + 1
        return Annotation(
            self.report, tuple(sentences), tuple(self.mentions), tuple(self.entities), tuple(self.times), (), (), ()
        )
