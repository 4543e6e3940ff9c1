"""Mentions: the names, noun phrases and pronouns of a report, names with the titles and roles that the text ties
to them."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Token

from variorum.annotate.descriptions import described_as
from variorum.annotate.layer import span_of
from variorum.annotate.name_candidates import is_title
from variorum.annotate.name_cuts import is_countryman
from variorum.annotate.name_shapes import is_hyphen, past_party
from variorum.annotate.names import Name, find_names
from variorum.annotate.nominals import Phrase, complement_end, find_phrases
from variorum.knowledge.people import Gender, gender_of, is_word
from variorum.knowledge.territories import territory_by_name
from variorum.model import Mention, Span


@Language.component("variorum_mentions", requires=["token.tag", "token.dep", "doc.ents"], assigns=["doc._.mentions"])
def mentions(doc: Doc) -> Doc:
    """Assign `doc._.mentions`, in text order."""
    doc._.mentions = tuple(find_mentions(doc))
    return doc


LONGEST_BODY = 5  # words of the body that an office names


def find_mentions(doc: Doc) -> list[Mention]:
    """The mentions of `doc` in text order, an outer before an inner one; entities not yet given."""
    names = find_names(doc)
    inside = {i for n in names for i in range(n.start, n.end)}
    phrases = list(find_phrases(doc, inside))
    found = [named(doc, n, phrases) for n in names] + [
        described(doc, p) for p in phrases if not is_role_before(doc, p, names)
    ]
    return sorted(found, key=lambda m: (m.span.start, -m.span.end))


def named(doc: Doc, name: Name, phrases: list[Phrase]) -> Mention:
    """The mention of a name, with its titles where it is a person's, and the roles told of it."""
    span = span_of(doc, name.start, name.end)
    root = doc[name.start : name.end].root
    titles: tuple[Span, ...] = ()
    roles: tuple[Span, ...] = ()
    gender: Gender | None = None
    if name.kind == "person":
        before = words_before(doc, name.start)
        titles = tuple(title_spans(doc, before, name.start))
        roles = tuple(sorted(set(role_spans(doc, name, before, phrases))))
        gender = name_gender(doc, name, before, roles)
    else:
        roles = tuple(span_of(doc, *told) for told in described_as(doc, name))
    return Mention(
        span=span,
        kind=name.kind,
        form="name",
        head=span_of(doc, root.i, root.i + 1),
        titles=titles,
        roles=roles,
        gender=gender,
    )


def described(doc: Doc, phrase: Phrase) -> Mention:
    """The mention of a noun phrase or pronoun."""
    return Mention(
        span=span_of(doc, phrase.start, phrase.end),
        kind=phrase.kind,
        form=phrase.form,
        head=span_of(doc, phrase.head, phrase.head + 1),
        plural=phrase.plural,
        gender=phrase.gender,
    )


# ---------------------------------------------------------------- titles and roles


def words_before(doc: Doc, start: int) -> int:
    """The first of the title and role words that lead up to the name at `start` ("Former US President", "head
    doctor")."""
    at = start
    while at > 0 and not doc[at - 1].text_with_ws.endswith("\n") and belongs_before(doc, at - 1, start):
        at -= 1
    at = first_of_two(doc, office_before(doc, at), start)
    while at < start and not any(c.isalpha() for c in doc[at].text):
        at += 1
    # Modifiers alone make no role ("Syrian Bashar"): some word among them must be one.
    return at if any(is_role_word(doc[i]) for i in range(at, start)) else start


def first_of_two(doc: Doc, at: int, start: int) -> int:
    """Where the roles before a name begin if another role without article is joined to them ("company chairman and chief
    executive X"); `at` where there is none."""
    if not (2 < at < start) or doc[at - 1].lower_ != "and" or not (is_role_word(doc[at - 2]) and doc[at - 2].is_lower):
        return at
    first = at - 1
    while first > 0 and belongs_before(doc, first - 1, at - 1):
        first -= 1
    apart = first == at - 1 or doc[first - 1].pos_ in {"DET", "PRON", "PROPN", "NUM"} or doc[first - 1].tag_ == "POS"
    return at if apart else first


def office_before(doc: Doc, at: int) -> int:
    """The first word of an office that names its body and leads up to `at` ("Secretary of State X", "Chief of Army Staff
    General X", "Vice Chairman Central Military Commission General X"); `at` where there is none."""
    body = at
    while (
        body > 0
        and at - body < LONGEST_BODY
        and (doc[body - 1].tag_ in {"NNP", "NNPS"} or doc[body - 1].lower_ == "the")
    ):
        if is_role_word(doc[body - 1]) and doc[body - 1].text[:1].isupper():
            break
        body -= 1
    of = body - 1 if body > 1 and doc[body - 1].lower_ == "of" else body
    if (body == at and of == body) or of < 1 or not is_role_word(doc[of - 1]):
        return at
    ruled = of < body and territory_by_name(doc[body:at].text) is not None  # "former president of Norland X"
    if not doc[of - 1].text[:1].isupper() and not ruled:
        return at
    first = of - 1
    while first > 0 and belongs_before(doc, first - 1, of) and not doc[first - 1].text_with_ws.endswith("\n"):
        first -= 1
    return first


def belongs_before(doc: Doc, at: int, start: int) -> bool:
    """Whether the word can be part of what leads up to a name: a role or title word, or a modifier of one to its
    right."""
    token = doc[at]
    if is_role_word(token):
        return token.tag_ not in {"NNS", "NNPS"}
    if token.text == "." and at and is_word(doc[at - 1].lower_, "title"):
        return True
    if token.tag_ in {"WRB", "WDT", "WP"}:
        return False
    right = any(is_role_word(doc[i]) for i in range(at + 1, start))
    if right and is_hyphen(doc, at + 1):  # "four-time champion"
        return token.is_alpha or token.like_num
    modifies = token.dep_ in {"compound", "amod", "nmod", "advmod", "punct"} and (
        token.is_alpha or bool(set(".-") & set(token.text[1:-1])) or is_hyphen(doc, at)
    )
    return right and modifies and token.lower_ not in {"and", "or", "the", "a", "an"}


def is_role_word(token: Token) -> bool:
    """Whether the token is a title or a person noun."""
    word = token.lower_.rstrip(".")
    return (is_word(word, "title", "person") or is_countryman(token)) and token.tag_ not in {
        "VB",
        "VBD",
        "VBZ",
        "VBP",
        "VBN",
        "VBG",
        "IN",
    }


def title_spans(doc: Doc, before: int, start: int) -> Iterator[Span]:
    """The title just before the name: its words from the last stretch of title words."""
    if before == start:
        return
    at = start
    while at > before and (
        is_title(doc, at - 1) or doc[at - 1].text == "." or is_word(f"{doc[at - 1].lower_} {doc[at].lower_}", "title")
    ):
        at -= 1
    if at < start and any(is_word(doc[i].lower_.rstrip("."), "title") for i in range(at, start)):
        while at < start and doc[at].text == ".":
            at += 1
        if doc[at].text[:1].isupper():
            yield span_of(doc, at, start)
        elif is_office_in_print(doc, at, start):
            yield span_of(doc, before, start)


def is_office_in_print(doc: Doc, at: int, start: int) -> bool:
    """Whether title words without capitals are an office ("prime minister X"), no relative ("father X") and no article's noun."""
    words = doc[at:start]
    return all(t.tag_ in {"NN", "JJ"} for t in words) and not any(is_word(t.lower_, "kin") for t in words)


def role_spans(doc: Doc, name: Name, before: int, phrases: list[Phrase]) -> Iterator[Span]:
    """The descriptions tied to the name: words before it, an apposition before or after it, "X is the mayor of Y"."""
    if (
        before < name.start
        and any(
            is_role_word(doc[i]) and not is_word(doc[i].lower_.rstrip("."), "title") for i in range(before, name.start)
        )
    ) or (
        name.start - before > 1 and any(doc[i].ent_type_ in {"NORP", "GPE", "ORG"} for i in range(before, name.start))
    ):
        yield span_of(doc, before, name.start)
    after = phrase_after(doc, name, phrases)
    if after is not None:
        yield span_of(doc, after.start, role_end(doc, after))
    ahead = phrase_ahead(doc, name, before, phrases)
    if ahead is not None:
        yield span_of(doc, ahead.start, role_end(doc, ahead, before))


def phrase_after(doc: Doc, name: Name, phrases: list[Phrase]) -> Phrase | None:
    """The person phrase in apposition after the name ("X, the mayor of Y,", "X, 34, a surgeon", "X is the mayor")."""
    at = past_party(doc, name.end)
    if at + 1 >= len(doc):
        return None
    if doc[at].text in {",", "(", "–", "—"}:
        at += 1
        if at + 1 < len(doc) and doc[at].text.isdigit() and doc[at + 1].text == ",":
            at += 2
    elif doc[at].lemma_ == "be" and doc[at].pos_ in {"AUX", "VERB"}:
        at += 1
    else:
        return None
    opening = [p for p in phrases if p.start == at and p.form == "nominal"]
    found = max(opening, key=lambda p: p.end, default=None)
    if found is not None and (found.kind != "person" or doc[found.end : found.end + 1].text in {"'s", "’s"}):
        return None
    if (
        found is None
        or found.plural
        or is_bare_kin(doc, found)
        or (
            doc[found.head].dep_ in {"nsubj", "nsubjpass"}
            and doc[found.head].head.i > found.head
            and doc[name.end - 1].dep_ not in {"nsubj", "nsubjpass"}
            and not (doc[name.start].is_sent_start and doc[found.end : found.end + 1].text == "who")
        )
    ):
        return None
    return found


def is_bare_kin(doc: Doc, phrase: Phrase) -> bool:
    """Whether a phrase is a word for a relative alone, who is another than the one before the comma ("X, wife charged")."""
    alone = phrase.start == phrase.head and doc[phrase.head].lower_ not in {"widow", "widower"}
    return alone and is_word(doc[phrase.head].lower_, "kin") and doc[phrase.end].lower_ != "of"


def phrase_ahead(doc: Doc, name: Name, before: int, phrases: list[Phrase]) -> Phrase | None:
    """The person phrase that the name stands in apposition to ("The group's spokesman, X, said")."""
    comma = before - 1
    if comma < 1 or doc[comma].text not in {",", "–", "—"}:
        return None
    closers = doc[name.end] if name.end < len(doc) else None
    if closers is None or closers.text not in {",", ".", ";", "–", "—", "(", ":"}:
        return None
    for phrase in phrases:
        if (
            (
                phrase.form == "nominal"
                and phrase.kind == "person"
                and not phrase.plural
                and phrase.start < comma <= phrase.head + 12
            )
            and role_end(doc, phrase, before) == comma
            and doc[name.end - 1].dep_ not in {"conj"}
        ):
            return phrase
    return None


def role_end(doc: Doc, phrase: Phrase, limit: int | None = None) -> int:
    """Where a role ends: the phrase with the "of", "for", "in" that follow it, up to a comma or a verb."""
    stop = min(len(doc), phrase.head + 15) if limit is None else limit
    end = complement_end(doc, phrase.end, stop) if doc[phrase.end : phrase.end + 1] else phrase.end
    while end > phrase.end and doc[end - 1].is_punct:
        end -= 1
    return end


def is_role_before(doc: Doc, phrase: Phrase, names: list[Name]) -> bool:
    """Whether a phrase without article leads straight into a person's name, so that it is the name's role and no
    mention."""
    if phrase.form == "pronoun":
        return False
    if doc[phrase.start].dep_ in {"det", "poss"}:
        return False
    return any(
        n.kind == "person"
        and (n.start == phrase.end or (n.end == phrase.end and words_before(doc, n.start) <= phrase.start < n.start))
        for n in names
    )


def name_gender(doc: Doc, name: Name, before: int, roles: tuple[Span, ...]) -> Gender | None:
    """The gender told by a title, the given name or a role's head, in this order."""
    for i in range(name.start - 1, before - 1, -1):
        found = gender_of(doc[i].lower_.rstrip("."))
        if found is not None:
            return found
    found = gender_of(doc[name.start].text) if name.end - name.start > 1 else None
    if found is not None:
        return found
    for role in roles:
        for word in role.text.lower().split():
            found = gender_of(word) if is_word(word, "person", "kin") else None
            if found is not None:
                return found
    return None
