"""An explanation in the terminal: the report, then sentence by sentence what each layer found."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from variorum.dossier.display import date, number, one_line, shortened
from variorum.dossier.terminal import plural
from variorum.explanation.model import Explanation, Passage, Step
from variorum.model import (
    Annotation,
    Argument,
    Mention,
    PlaceReference,
    Proposition,
    Quantity,
    Quotation,
    TimeExpression,
    Voice,
)

QUOTE_MARKS = "\"'“”„«‘’‹"
STEPS: dict[Step, str] = {"blocks": "set aside", "propositions": "no clause", "frames": "no frame"}
ROLES = {"how_many": "how many", "with_what": "with what"}


def print_explanation(explanation: Explanation, console: Console | None = None) -> None:
    """Print `explanation` to `console` (standard output by default).

    Nothing depends on colour; words of reports are never taken for markup, and control characters show as marks.
    """
    out = console or Console(highlight=False)
    annotation = explanation.annotation
    report = annotation.report
    out.print(Text(one_line(report.title or report.id), style="bold"))
    published = date(report.published) if report.published else "date not known: weekdays and bare days stay open"
    out.print(Text(", ".join(one_line(w) for w in (report.source, report.outlet or "", published) if w), style="dim"))
    out.print(Text(counted(explanation), style="dim"))
    for number_, passage in enumerate(explanation.passages, 1):
        print_passage(number_, passage, annotation, out)


def counted(explanation: Explanation) -> str:
    """`12 sentences, 2 of them without a frame, 1 without anything; 1 passage set aside`."""
    stops = [{s.step for s in p.stops} for p in explanation.passages]
    aside = sum("blocks" in s for s in stops)
    parts = [plural(len(stops) - aside, "sentence")]
    for step, words in (("frames", "of no frame"), ("propositions", "without a clause")):
        count = sum(step in s for s in stops)
        parts += [f"{count} {words}"] if count else []
    return ", ".join(parts) + (f"; {plural(aside, 'passage')} set aside" if aside else "")


def print_passage(count: int, passage: Passage, annotation: Annotation, out: Console) -> None:
    """A passage with its findings."""
    out.print()
    at = f"{passage.span.start}:{passage.span.end}"
    out.print(Text(f"{count}  {passage.role}  {at}", style="dim"))
    aside = any(s.step == "blocks" for s in passage.stops)
    out.print(Text(shortened(passage.span.text, 300) if aside else one_line(passage.span.text), style="bold"))
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True, width=12)
    table.add_column(overflow="fold")
    found = findings(passage, annotation)
    for label, words in found:
        table.add_row(Text(label, style="dim"), Text(words))
    if found:
        out.print(Padding(table, (0, 0, 0, 2)))


def findings(passage: Passage, annotation: Annotation) -> list[tuple[str, str]]:
    """What each layer found in a passage, a line a finding, labelled where a layer's lines begin."""
    a = annotation
    reading = Words(a)
    first_in = [n for n in passage.quotations if a.quotations[n].content.start >= passage.span.start]
    layers: list[tuple[str, list[str]]] = [
        ("mentions", [reading.mention(a.mentions[n]) for n in passage.mentions]),
        ("times", [time_words(a.times[n]) for n in passage.times]),
        ("quantities", [quantity_words(a.quantities[n]) for n in passage.quantities]),
        ("quotations", [reading.quotation(a.quotations[n], goes_on=n not in first_in) for n in passage.quotations]),
        ("clauses", [reading.proposition(a.propositions[n]) for n in passage.propositions]),
        *((label, stopped(passage, step)) for step, label in STEPS.items()),
    ]
    return [(label if n == 0 else "", one_line(words)) for label, some in layers for n, words in enumerate(some)]


def stopped(passage: Passage, step: Step) -> list[str]:
    """Why a step stopped, the words of which one thing is true together: `"left", "go": of no frame`."""
    words: dict[str, list[str]] = {}
    for stop in passage.stops:
        if stop.step == step:
            words.setdefault(stop.why, []).extend([f'"{stop.span.text}"'] if stop.span else [])
    return [f"{', '.join(some)}: {why}" if some else why for why, some in words.items()]


class Words:
    """What was read out of a report, each finding in words."""

    def __init__(self, annotation: Annotation) -> None:
        self.annotation = annotation

    def mention(self, mention: Mention) -> str:
        """`the governor: person, described, is Mira Lendal`."""
        form = {"name": "", "nominal": "described", "pronoun": "pronoun"}[mention.form]
        who = self.stands_for(mention)
        local = self.annotation.entities[mention.entity] if mention.entity is not None else None
        parts = [mention.kind, form, f"is {who}" if who else "", ", ".join(t.text for t in mention.titles)]
        parts += [f"role {r.text}" for r in mention.roles]
        parts += [place_words(local.place)] if local and local.place and mention.form == "name" else []
        if mention.form == "pronoun" and local is None:
            parts.append("nobody is known to be meant")
        return f"{mention.span.text}: {', '.join(p for p in parts if p)}"

    def stands_for(self, mention: Mention) -> str:
        """The name of what a mention refers to, empty where it is the mention's own words."""
        local = self.annotation.entities[mention.entity] if mention.entity is not None else None
        return local.name if local and local.name.casefold() not in mention.span.text.casefold() else ""

    def quotation(self, quotation: Quotation, *, goes_on: bool) -> str:
        """`direct "We will find them", source Lendal, cue told; voice Lendal`."""
        if goes_on:
            return f"… the one of {quotation.content.start}:{quotation.content.end} goes on"
        words = quotation.content.text
        marked = words if words[:1] in QUOTE_MARKS else f'"{words}"'
        parts = [f"{'declined: ' if quotation.declined else ''}{quotation.mode} {marked}"]
        parts += [f"source {quotation.source.text}" if quotation.source else "no source"]
        parts += [f"cue {quotation.cue.text}" if quotation.cue else "no cue"]
        parts += [f"voice {self.voices(quotation.voice)}"] if quotation.voice else []
        return ", ".join(parts)

    def voices(self, voice: Iterable[Voice]) -> str:
        """`police, via Radio Ardova`, each with the name that it stands for."""
        told = []
        for one in voice:
            mention = self.annotation.mentions[one.mention] if one.mention is not None else None
            name = self.stands_for(mention) if mention else ""
            told.append(one.span.text + (f" (is {name})" if name else ""))
        return ", via ".join(told)

    def proposition(self, proposition: Proposition) -> str:
        """`killing: frame kill (ASSAULT), happened; who A bomb; whom people`."""
        frame = f"frame {proposition.frame}" if proposition.frame else "no frame"
        category = f" ({proposition.category})" if proposition.category else ""
        parts = [f"{proposition.predicate.text}: {frame}{category}, {proposition.status}"]
        parts += [f"{ROLES.get(a.role, a.role)} {self.argument(a)}" for a in proposition.arguments]
        if proposition.voice:
            parts.append(f"in the words of {self.voices(proposition.voice)}")
        if proposition.markers:
            parts.append(f"marked {', '.join(proposition.markers)}")
        return "; ".join(parts)

    def argument(self, argument: Argument) -> str:
        """The words of an argument, and the name or value that they stand for."""
        value = ""
        if argument.mention is not None:
            value = self.stands_for(self.annotation.mentions[argument.mention])
        elif argument.time is not None:
            value = self.annotation.times[argument.time].edtf or ""
        elif argument.quantity is not None:
            value = bounds(self.annotation.quantities[argument.quantity])
        words = argument.span.text
        return words + (f" (is {value})" if value and value.casefold() != words.casefold() else "")


def place_words(place: PlaceReference) -> str:
    """`city Beirut in Lebanon, LB, GeoNames 276781`."""
    parts = [f"{place.feature} {place.name}" + (f" in {place.within[-1]}" if place.within else "")]
    parts += [place.iso3166] if place.iso3166 else []
    parts += [f"GeoNames {place.geonames}"] if place.geonames else []
    parts += [f"stands for {place.stands_for}"] if place.stands_for else []
    return ", ".join(parts)


def time_words(time: TimeExpression) -> str:
    """`on Tuesday: date 2021-03-02, inferred (counted from the publication date)`."""
    parts = [f"{time.kind} {time.edtf}" if time.edtf else f"{time.kind} without a value"]
    parts += [f"hour {time.hour}"] if time.hour else []
    parts += [f"TimeML {time.timex}"] if time.timex and not time.edtf else []
    parts += ["vague"] if time.vague else []
    parts += [f"inferred: {time.inferred}"] if time.inferred else []
    return f"{time.span.text}: {', '.join(parts)}"


def quantity_words(quantity: Quantity) -> str:
    """`at least four people: count, at least 4 of people`."""
    parts = [quantity.nature, bounds(quantity) + (f" of {quantity.of}" if quantity.of else "")]
    parts += [w for w, there in (("in addition", quantity.additional), ("a part of another", quantity.subset)) if there]
    return f"{quantity.span.text}: {', '.join(parts)}"


def bounds(quantity: Quantity) -> str:
    """`at least 4`, `4 to 6`, `about 30 km`."""
    low, high = quantity.low, quantity.high
    unit = f" {quantity.unit}" if quantity.unit else ""
    if low is not None and high is not None:
        words = number(low) if low == high else f"{number(low)} to {number(high)}"
        return f"{'about ' if quantity.approximate else ''}{words}{unit}"
    if low is None and high is None:
        return f"an open number{unit}"
    return f"at least {number(low)}{unit}" if low is not None else f"at most {number(high or 0)}{unit}"
