"""What an explanation of a report is made of: `variorum.explanation/1`, the contract of `variorum explain --json`."""

from __future__ import annotations

from typing import Literal

import msgspec

from variorum.model import Annotation, BlockRole, Span

Step = Literal["blocks", "propositions", "frames"]
"""Where reading can stop. blocks: the words are no part of the report; propositions: no verb and no event noun was found
that tells something; frames: something is told, by words of no frame, so that it is lined up by its words alone."""


class Stop(msgspec.Struct, frozen=True):
    """A step that stopped, and why in words; `span` is the word that it is about, null for the whole passage."""

    step: Step
    why: str
    span: Span | None = None


class Passage(msgspec.Struct, frozen=True):
    """A sentence, or a block that is set aside, and what each layer found in it: indices into the lists of the Annotation.

    A quotation stands in each sentence that it runs through, everything else where it starts.
    """

    span: Span
    role: BlockRole
    mentions: tuple[int, ...] = ()
    times: tuple[int, ...] = ()
    quantities: tuple[int, ...] = ()
    quotations: tuple[int, ...] = ()
    propositions: tuple[int, ...] = ()
    stops: tuple[Stop, ...] = ()


class Explanation(msgspec.Struct, frozen=True):
    """How one report was read: all that was read out of it, and for each passage what was found and where it stopped."""

    schema: Literal["variorum.explanation/1"]
    annotation: Annotation
    passages: tuple[Passage, ...]
