"""Copied wordings: where a stretch of text stands twice, in two reports of a story or in one, each place of it is one.

Reports copy sentences from an agency or from one another, and repeat their own below a picture.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from variorum.resolve.apart import kinds_agree, may_join
from variorum.resolve.items import Cluster, Item

WORD = re.compile(r"\w+")
AROUND = 4
"""Words on each side that must be the same."""
REACH = 60
"""Letters in which those words are looked for."""


def join_copied(clusters: Sequence[Cluster]) -> None:
    """Join what stands in the same words of two reports, the most often shared first, where nothing speaks against."""
    seen: dict[tuple[str, ...], list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        for item in cluster.items:
            for key in sorted(set(contexts(item))):
                seen[(item.story, *key)].append(cluster)
    for _, found in sorted(seen.items()):
        for other in found[1:]:
            one, two = found[0].root, other.root
            if one is not two and one.plural == two.plural and (repeated(one, two) or may_join(one, two, copied=True)):
                first, second = (two, one) if two.named else (one, two)
                first.join(second, "stands in the same words twice")


def repeated(one: Cluster, other: Cluster) -> bool:
    """Whether a single report says the same sentence twice of what nothing typed tells apart."""
    alone = one.reports == other.reports and len(one.reports) == 1 and not (one.named and other.named)
    return alone and kinds_agree(one, other) and not one.opposes(other)


def contexts(item: Item) -> Iterator[tuple[str, ...]]:
    """The words of each noun phrase of an item with those around it, where there are enough."""
    for mention in item.mentions:
        if mention.form == "nominal":
            before = WORD.findall(item.text[max(0, mention.span.start - REACH) : mention.span.start].lower())[-AROUND:]
            after = WORD.findall(item.text[mention.span.end : mention.span.end + REACH].lower())[:AROUND]
            if len(before) == len(after) == AROUND:
                yield (*before, *WORD.findall(mention.span.text.lower()), *after)
