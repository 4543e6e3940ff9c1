"""What `why` says of things by their ids: names, voices, offsets, words in place."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.dossier.display import number, one_line
from variorum.dossier.in_place import in_place
from variorum.model import Bound, ChainLink, Claim, Dossier, Span, Utterance


class Words:
    """A dossier with its look-ups by id, each answer in words."""

    def __init__(self, dossier: Dossier) -> None:
        self.entities = {e.id: e for e in dossier.entities}
        self.events = {e.id: e for e in dossier.events}
        self.reports = {r.id: r for r in dossier.reports}
        self.labels = {s.id: s.title for s in dossier.stories} | {e.id: e.name for e in dossier.entities}
        self.labels |= {e.id: e.label for e in dossier.events}

    def voices(self, voice: Sequence[ChainLink]) -> list[tuple[str, str]]:
        """The chain of voices, nearest first, a line each."""
        if not voice:
            return [("says", "the report itself")]
        labels = ["says", *["via"] * (len(voice) - 1)]
        return [
            (label, f"{one_line(v.text)}{f' ({v.entity})' if v.entity else ''}, {self.offsets(v.span)}")
            for label, v in zip(labels, voice, strict=True)
        ]

    def named(self, name: str) -> str:
        """`h1 A huge explosion`."""
        return f"{name}  {one_line(self.labels.get(name, ''))}".strip()

    def why_of(self, name: str) -> str:
        """Why the tellings of an event or the mentions of an entity are one."""
        known = self.events.get(name) or self.entities.get(name)
        return known.why if known else ""

    def speaker(self, utterance: Utterance) -> str:
        """The name of a speaker, else the words that tell of one."""
        if utterance.speaker in self.entities:
            return one_line(self.entities[utterance.speaker].name)
        return next((one_line(v.text) for w in utterance.wordings for v in w.voice), "an untold speaker")

    def range_words(self, claim: Claim) -> str:
        """The least low and greatest high, and who gives each."""
        if claim.range is None:
            return ""

        def end(bound: Bound | None) -> str:
            if bound is None:
                return "open"
            given = claim.readings[bound.reading : bound.reading + 1]
            return number(bound.value) + "".join(f" ({one_line(r.report)})" for r in given)

        return f"from {end(claim.range.low)} to {end(claim.range.high)}; no figure is chosen"

    def quoted(self, span: Span | None) -> str:
        """Words with their offsets, empty where there are none."""
        return f'"{one_line(span.text)}", {self.offsets(span)}' if span else ""

    def offsets(self, span: Span) -> str:
        """`guardian 14:34`."""
        return f"{one_line(span.report)} {span.start}:{span.end}"

    def in_place(self, span: Span) -> str:
        """The words of a span in their paragraph."""
        return in_place(span, self.reports.get(span.report))
