# ruff: noqa: E501  (the record is data: a line an item)
"""A dossier made by hand, of invented reports: two stories, a copy, every verdict and reason, chains, hostile words."""

from __future__ import annotations

import hashlib

import msgspec

from variorum import model as m

HEADLINE = '=HYPERLINK("http://example.invalid","x")'
TEXTS = {
    "courier": """Blast kills four at Kunduz market

A bomb killed at least four people at a market in Kunduz on Tuesday, police said. Twenty were wounded.

"We will find the men who did this and bring them to court," Governor Mira Lendal told Radio Ardova.

No group claimed the attack. Soldiers from Kabul sealed off the old town.

Read more: ten recipes for spring
""",
    "herald.html": """Six dead in market blast

At least six people died when a bomb went off at a market in Kunduz, the hospital director, Jonas Brek, said on Wednesday.

The governor promised: "We will find those who did this and bring them to justice."

The Northern Front said that it had carried out the attack, the agency Norvia reported. The bomb was hidden in a fruit cart.
""",
    "mirror": """Blast kills four at Kunduz market

A bomb killed at least four people at a market in Kunduz on Tuesday, police said. Twenty were wounded.

Traders want more patrols.
""",
    "رأي <b>": f"""{HEADLINE}

<script>document.title='owned'</script><img src=x onerror="document.title='owned'"> A bomb killed 5 [bold]soldiers[/bold] in Mazar-i-Sharif, said \u0639\u0628\u062f \u0627\u0644\u0631\u062d\u0645\u0646.

"Nothing \u202egnihton\u202c is \x1b[31mred\x07 here," he said. +1 =cmd @here
""",
    "ferry": """Ferry sinks off Belmar

A ferry with 30 people on board sank off Belmar on Friday. The coast guard rescued all of them.
""",
}
NAMES = tuple(TEXTS)
PUBLISHED = {"courier": "2021-03-02T18:20Z", "herald.html": "2021-03-03", "mirror": "2021-03-03", "ferry": "2021-05-07"}
OUTLETS = {
    "courier": "The Courier",
    "herald.html": "Herald",
    "mirror": "Evening Mirror",
    "رأي <b>": '<i>Ra"y</i> \u202eyaR',
}
ACCOUNT = {"courier": "a1", "mirror": "a1", "herald.html": "a2", "رأي <b>": "a3", "ferry": "a4"}


def at(report: str, words: str) -> m.Span:
    """The span of `words`, which stand in the report once or first."""
    start = TEXTS[report].index(words)
    return m.Span(report, start, start + len(words), words)


def voice(report: str, *chain: str, entity: str | None = None) -> tuple[m.ChainLink, ...]:
    """A chain of voices by their words."""
    return tuple(m.ChainLink(words, entity if n == 0 else None, at(report, words)) for n, words in enumerate(chain))


def reading(report: str, words: str, value: m.Value, *chain: str, **more: object) -> m.Reading:
    """What a report gives, at its words."""
    return m.Reading(report, ACCOUNT[report], value, at(report, words), voice(report, *chain), **more)  # type: ignore[arg-type]


def claim(
    number: int, about: str, slot: str, question: str, verdict: str, reason: str | None, *readings: m.Reading
) -> m.Claim:
    """A row."""
    figures = [r.value for r in readings if isinstance(r.value, m.QuantityValue)]
    lows = [v.low for v in figures if v.low is not None]
    span = m.Range(m.Bound(min(lows), 0), None) if lows and verdict == "DIFFER" else None
    story = "s2" if about.startswith("f") else "s1"
    return m.Claim(f"c{number}", story, about, slot, question, verdict, reason, "why it is so", span, readings)  # type: ignore[arg-type]


def claims() -> tuple[m.Claim, ...]:
    """Rows with every verdict and reason."""
    four, six = m.QuantityValue(4, None, of="people"), m.QuantityValue(6, None, of="people")
    text = m.TextValue
    odd = "رأي <b>"
    return (
        claim(1, "e1", "killed", "How many were killed?", "DIFFER", "update",
              reading("courier", "at least four people", four, "police"),
              reading("herald.html", "At least six people", six, "Jonas Brek", as_of="2021-03-03"),
              reading("mirror", "at least four people", four, "police"),
              reading(odd, "5 [bold]soldiers[/bold]", m.QuantityValue(5, 5, of="soldiers"), confidence=0.4)),
        claim(2, "e1", "date", "When was it?", "AGREE", None,
              reading("courier", "on Tuesday", m.DateValue("2021-03-02"), inferred="the Tuesday of its publication"),
              reading("herald.html", "on Wednesday", m.DateValue("2021-03-XX"))),
        claim(3, "e1", "place", "Where was it?", "DIFFER", "outlet",
              reading("courier", "Kunduz", m.EntityValue("kunduz")),
              reading("herald.html", "a market in Kunduz", m.EntityValue("kunduz")),
              reading(odd, "Mazar-i-Sharif", m.EntityValue("mazar"))),
        claim(4, "e1", "responsibility", "Who is said to have done it?", "DIFFER", "attribution",
              reading("courier", "No group claimed the attack", text("No group claimed the attack")),
              reading("herald.html", "The Northern Front", m.EntityValue("front"), "the agency Norvia")),
        claim(5, "e1", "target", "Who was hit?", "DIFFER", "definition",
              reading("courier", "people", text("people")),
              reading(odd, "[bold]soldiers[/bold]", text("[bold]soldiers[/bold]"))),
        claim(6, "e1", "weapon", "What was used?", "AGREE", None,
              reading("courier", "A bomb", text("A bomb")), reading("herald.html", "a bomb", text("a bomb"))),
        claim(7, "e1", "injured", "How many were injured?", "SOLE", None,
              reading("courier", "Twenty were wounded", m.QuantityValue(20, 20, of="people"))),
        claim(8, "e1", "other", "=1+1 What is told of this?", "SOLE", None,
              reading(odd, "+1 =cmd @here", text("+1 =cmd @here"))),
        claim(9, "e1", "other", "What is told of this: hidden in a fruit cart?", "SOLE", None,
              reading("herald.html", "hidden in a fruit cart", text("hidden in a fruit cart"))),
        claim(10, "f1", "people", "How many were on board?", "SOLE", None,
              reading("ferry", "30 people", m.QuantityValue(30, 30, of="people"))),
    )  # fmt: skip


def entities() -> tuple[m.Entity, ...]:
    """People, bodies and places."""

    def entity(
        name: str,
        kind: str,
        label: str,
        *spans: m.Span,
        at_point: tuple[float, float] | None = None,
        roles: tuple[m.EntityRole, ...] = (),
    ) -> m.Entity:
        return m.Entity(name, kind, label, (label,), "", roles, m.Identifiers(), at_point, spans, "one name")  # type: ignore[arg-type]

    director = m.EntityRole("the hospital director", (at("herald.html", "the hospital director"),))
    odd = "رأي <b>"
    return (
        entity("brek", "person", "Jonas Brek", at("herald.html", "Jonas Brek"), roles=(director,)),
        entity("lendal", "person", "Mira Lendal", at("courier", "Mira Lendal"), at("herald.html", "The governor")),
        entity(
            "rahman",
            "person",
            "\u0639\u0628\u062f \u0627\u0644\u0631\u062d\u0645\u0646",
            at(odd, "\u0639\u0628\u062f \u0627\u0644\u0631\u062d\u0645\u0646"),
        ),
        entity("front", "organisation", "The Northern Front", at("herald.html", "The Northern Front")),
        entity(
            "kunduz", "place", "Kunduz", at("courier", "Kunduz"), at("herald.html", "Kunduz"), at_point=(68.86, 36.73)
        ),
        entity("mazar", "place", "Mazar-i-Sharif", at(odd, "Mazar-i-Sharif"), at_point=(67.11, 36.71)),
        entity("kabul", "place", "Kabul", at("courier", "Kabul"), at_point=(69.17, 34.53)),
        entity("belmar", "place", "Belmar", at("ferry", "Belmar")),
    )


def events() -> tuple[m.Event, ...]:
    """The blast and the sinking."""
    day = m.EventTime("2021-03-02", "the Tuesday of the first report's publication")
    blast = (at("courier", "A bomb killed at least four people"), at("herald.html", "a bomb went off"))
    return (
        m.Event("e1", "s1", "bomb at a market", "ASSAULT", None, (), "happened", ("front",), (), day, "kunduz", None, blast, "one"),
        m.Event("e2", "s1", "governor promises trial", None, None, (), "planned", ("lendal",), (), None, None, None, (at("herald.html", "promised"),), "one"),
        m.Event("f1", "s2", "ferry sinks", None, None, (), "happened", (), (), m.EventTime("XXXX-XX-XX", "a weekday alone"), "belmar", None, (at("ferry", "sank"),), "one"),
    )  # fmt: skip


def utterances() -> tuple[m.Utterance, ...]:
    """One statement in two wordings, one with a hostile one alone."""
    odd = "رأي <b>"
    one = '"We will find the men who did this and bring them to court,"'
    other = '"We will find those who did this and bring them to justice."'
    strange = '"Nothing \u202egnihton\u202c is \x1b[31mred\x07 here,"'
    return (
        m.Utterance("u1", "s1", "lendal", "AGREE", "the same words but four", (
            m.Wording("courier", "a1", "direct", at("courier", one), voice=voice("courier", "Governor Mira Lendal", "Radio Ardova", entity="lendal")),
            m.Wording("herald.html", "a2", "direct", at("herald.html", other), voice=voice("herald.html", "The governor", entity="lendal")),
        )),
        m.Utterance("u2", "s1", None, "SOLE", "one account", (m.Wording(odd, "a3", "direct", at(odd, strange), voice=voice(odd, "he")),)),
    )  # fmt: skip


def report(name: str) -> m.DossierReport:
    """A report with its blocks."""
    text = TEXTS[name]
    blocks, start = [], 0
    for part in text.split("\n\n"):
        words = part.rstrip("\n")
        role = "headline" if start == 0 else "teaser" if words.startswith("Read more") else "body"
        blocks.append(
            m.Block(role, start, start + len(words), "it leads to another story" if role == "teaser" else None)
        )  # type: ignore[arg-type]
        start += len(part) + 2
    left_out = (
        (m.LeftOut("c6", "silent"),)
        if name == "رأي <b>"
        else (m.LeftOut("c5", "published_before"),)
        if name == "herald.html"
        else ()
    )
    digest = hashlib.sha256(text.encode()).hexdigest()
    title = text.split("\n")[0]
    return m.DossierReport(
        name,
        f"{name}.txt",
        None,
        digest,
        text,
        title,
        OUTLETS.get(name),
        PUBLISHED.get(name),
        None,
        "en",
        ACCOUNT[name],
        tuple(blocks),
        left_out,
        (),
    )


def dossier() -> m.Dossier:
    """The whole record."""
    copied = ((at("courier", "Twenty were wounded."), at("mirror", "Twenty were wounded.")),)
    first = ("courier", "herald.html", "mirror", "رأي <b>")
    summary = m.SummarySentence(
        "A bomb went off at a market in Kunduz.", (at("courier", "A bomb"), at("herald.html", "a bomb")), ("c6",)
    )
    hostile = m.SummarySentence(
        "<script>document.title='owned'</script> \u202eNot this way.", (at("courier", "police"),), ()
    )
    return m.Dossier(
        schema="variorum.dossier/1",
        made_by=m.MadeBy("0.1.0", {"spacy": "3.8"}, {"table.tsv": "00ff"}, {"pipeline": "x"}, ("رأي <b>: no publication date",)),
        reports=tuple(report(name) for name in NAMES),
        accounts=(
            m.Account("a1", ("courier", "mirror"), "mirror copies courier", copied, (at("mirror", "Traders want more patrols."),)),
            m.Account("a2", ("herald.html",), "its own words", origins=("Norvia",)),
            m.Account("a3", ("رأي <b>",), "its own words"),
            m.Account("a4", ("ferry",), "its own words"),
        ),
        stories=(
            m.Story("s1", first, "Six dead in <market> blast", (summary, hostile), "one day and place"),
            m.Story("s2", ("ferry",), "Ferry sinks off Belmar", (), "alone"),
        ),
        entities=entities(),
        events=events(),
        claims=claims(),
        utterances=utterances(),
        set_aside=(m.SetAside(at("courier", "Read more: ten recipes for spring"), "it leads to another story"),),
    )  # fmt: skip


def copies(count: int) -> m.Dossier:
    """The first story told by `count` further accounts with the same words as the second report: for speed and wide grids."""
    base = dossier()
    more = [f"wire-{n}" for n in range(count)]
    for name in more:
        TEXTS[name], ACCOUNT[name], OUTLETS[name] = TEXTS["herald.html"], f"x-{name}", f"Paper {name}"
    made = tuple(report(name) for name in more)
    extra = {
        c.id: tuple(
            m.Reading(n, ACCOUNT[n], r.value, m.Span(n, r.span.start, r.span.end, r.span.text))
            for n in more
            for r in c.readings
            if r.report == "herald.html"
        )
        for c in base.claims
    }
    rows = [msgspec.structs.replace(c, readings=c.readings + extra[c.id]) for c in base.claims]
    story = msgspec.structs.replace(base.stories[0], reports=(*base.stories[0].reports, *more))
    return msgspec.structs.replace(
        base,
        reports=base.reports + made,
        accounts=base.accounts + tuple(m.Account(ACCOUNT[n], (n,), "its own words") for n in more),
        stories=(story, base.stories[1]),
        claims=tuple(rows),
    )
