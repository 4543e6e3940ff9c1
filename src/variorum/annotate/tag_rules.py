"""Word classes by rule: the stock pipeline's rules from tags and words to parts of speech, asked once for each kind of token.

The stock attribute ruler tries some 180 patterns at each token of each text. Nearly all of them look at one token alone, so what
holds of it is known once a token of the same word, tag and relation was seen; only patterns of several tokens need trying again.
"""

from __future__ import annotations

from typing import Any

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.vocab import Vocab

LOOKED_AT = {"TAG", "LOWER", "DEP", "IS_SPACE"}
"""What patterns may look at of a token for what holds of it to be known by its word, tag and relation."""
Found = tuple[int, int, int]


def remember(nlp: Language) -> None:
    """Let the attribute ruler of `nlp`, if it has a stock one, know the tokens that it has seen; its results stay the same."""
    for _, pipe in nlp.pipeline:
        if type(pipe) is AttributeRuler:
            pipe.matcher = Remembering(nlp.vocab, pipe)


class Remembering(Matcher):
    """A matcher in place of the ruler's: gives the same matches in another order, which the ruler sorts."""

    def __init__(self, vocab: Vocab, ruler: AttributeRuler) -> None:
        super().__init__(vocab)
        self._alone, self._together = Matcher(vocab), Matcher(vocab)
        rules: Any = ruler.patterns
        for name, rule in enumerate(rules):
            self.add(str(name), rule["patterns"])
            for pattern in rule["patterns"]:
                alone = len(pattern) == 1 and pattern[0].keys() <= LOOKED_AT
                (self._alone if alone else self._together).add(str(name), [pattern])
        self._known: dict[tuple[int, int, int], tuple[int, ...]] = {}

    def __call__(self, doc: Doc, **how: Any) -> list[Found]:  # type: ignore[override]
        """The rules that hold in `doc`: each with the tokens it holds of. `how` is what the ruler asks of a matcher, always the
        same."""
        found: list[Found] = self._together(doc, allow_missing=True)
        for at, token in enumerate(doc):
            kind = token.lower, token.tag, token.dep
            if kind not in self._known:
                held = self._alone(doc[at : at + 1], allow_missing=True)
                self._known[kind] = tuple(rule for rule, _, _ in held)
            found += ((rule, at, at + 1) for rule in self._known[kind])
        return found
