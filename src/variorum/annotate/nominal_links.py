"""Where a noun phrase points: an apposition, an office that somebody holds, a body or place named before, an earlier phrase."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Token

from variorum.annotate.clusters import Cluster, Clusters, folded, nation_of_word
from variorum.annotate.layer import block_at, tokens_of
from variorum.knowledge.people import is_word
from variorum.knowledge.territories import territory_by_name
from variorum.model import Mention, Span

DEFINITE = {"the", "this", "that", "these", "those"}
INDEFINITE = {
    "a",
    "an",
    "another",
    "some",
    "any",
    "every",
    "each",
    "no",
    "many",
    "several",
    "two",
    "three",
    "other",
    "more",
}
POSSESSIVES = {"his", "her", "its", "their", "my", "our", "your"}
RANKING = {"former", "deputy", "vice", "acting", "assistant", "senior", "junior", "chief", "first", "second", "third", "other",
           "another", "next", "previous", "new", "late", "future", "provincial", "regional", "local", "national", "federal",
           "military", "civilian", "foreign", "female", "male", "unnamed", "fellow", "ex"}  # fmt: skip
COLLECTIVE = {
    "group",
    "movement",
    "militia",
    "network",
    "organisation",
    "organization",
    "faction",
    "party",
    "insurgency",
}
BODIES = {"company", "firm", "agency", "organisation", "organization", "group", "airline", "carmaker", "manufacturer", "newspaper",
          "broadcaster", "bank", "charity", "chipmaker", "union", "club", "university", "operator"}  # fmt: skip
CITIES = {"city", "town", "capital", "village"}
COUNTRIES = {"country", "nation", "state"}
SORTS: tuple[frozenset[str], ...] = tuple(
    frozenset(words.split())
    for words in (
        "boy child kid youngster toddler infant son schoolboy teenager youth old",
        "girl child kid youngster toddler infant daughter schoolgirl teenager youth old",
        "attacker assailant gunman bomber shooter perpetrator assassin knifeman terrorist",
        "insurgent militant fighter rebel guerrilla",
        "truck lorry vehicle",
        "car vehicle van",
        "bus coach minibus vehicle",
        "ship boat vessel ferry yacht trawler liner",
        "boat barge vessel",
        "plane aircraft jet airliner seaplane airplane floatplane",
        "helicopter aircraft chopper",
        "rocket missile projectile",
        "consulate embassy mission building compound",
        "hotel building",
        "school building",
        "hospital building clinic",
        "crowd people",
        "couple pair duo",
        "firm company",
    )
)
VAGUE = frozenset(
    "people person man woman child official resident witness other expert analyst critic source local observer student member worker "
    "citizen man parent journalist reporter leader minister lawmaker politician user supporter family thousands dozens hundreds".split()
)
Rung = Callable[[Clusters, int], Cluster | None]


def link_appositions(clusters: Clusters) -> None:
    """Join each name's role phrases with it, and phrases that the parse calls appositions of a name of their kind."""
    starts: dict[int, int] = {}
    for at, mention in enumerate(clusters.mentions):
        if mention.form == "nominal":
            starts.setdefault(mention.span.start, at)
    for at, mention in enumerate(clusters.mentions):
        if mention.form != "name" or at not in clusters.of:
            continue
        for role in mention.roles:
            phrase = starts.get(role.start)
            if phrase is not None and phrase not in clusters.of and clusters.mentions[phrase].kind == "person":
                clusters.add(phrase, clusters.of[at])
    for at, mention in enumerate(clusters.mentions):
        if mention.form == "nominal" and at not in clusters.of:
            partner = apposed(clusters, at)
            if partner is not None:
                clusters.add(at, clusters.of[partner])


def apposed(clusters: Clusters, at: int) -> int | None:
    """The name that the phrase stands in apposition to ("Mazar-i-Sharif, the capital of Balkh province")."""
    mention, doc = clusters.mentions[at], clusters.doc
    head = head_of(doc, mention)
    for other, name in enumerate(clusters.mentions):
        if name.form != "name" or name.kind != mention.kind or other not in clusters.of or mention.plural:
            continue
        root = head_of(doc, name)
        comma_before = (
            doc[tokens_of(doc, mention.span).start - 1].text == "," if tokens_of(doc, mention.span).start else False
        )
        if head.dep_ == "appos" and head.head == root and comma_before and mention.span.start >= name.span.end:
            return other
        if root.dep_ == "appos" and root.head == head and 0 <= name.span.start - mention.span.end <= 2:
            return other
        if head.dep_ == "attr" and head.head.lemma_ == "be" and root.dep_ == "nsubj" and root.head == head.head:
            return other
    return None


def link_nominal(clusters: Clusters, at: int) -> None:
    """Give the noun phrase at `at` the cluster it points back to, or one of its own."""
    mention = clusters.mentions[at]
    if is_indefinite(clusters.doc, mention):
        rungs: tuple[Rung, ...] = (from_headline, told_again)
    else:
        rungs = (
            the_north,
            named_by_head,
            same_wording,
            office_holder,
            named_by_class,
            same_head,
            same_sort,
            from_headline,
        )
    for rung in rungs:
        found = rung(clusters, at)
        if found is not None:
            clusters.add(at, found)
            return
    clusters.start(at)


def the_north(clusters: Clusters, at: int) -> Cluster | None:
    """ "The North" where North Korea was named: the country whose name begins so."""
    mention = clusters.mentions[at]
    words = bare_words(clusters.doc, mention)
    if len(words) != 1 or not mention.head.text.istitle() or not is_definite(clusters.doc, mention):
        return None
    for cluster in earlier_first(clusters, at):
        if cluster.kind == "place" and any(folded(n)[0] == words[0] and territory_by_name(n) for n in cluster.names):
            return cluster
    return None


def from_headline(clusters: Clusters, at: int) -> Cluster | None:
    """The cluster that only headlines and captions spoke of, in the shortened manner of headlines, of the same head noun."""
    mention, doc = clusters.mentions[at], clusters.doc
    if in_headline(doc, mention):
        return None
    head = head_of(doc, mention).lemma_.lower()
    for cluster in earlier_first(clusters, at):
        if cluster.kind != mention.kind or cluster.named or not nations_agree(clusters, at, cluster, open_to_new=True):
            continue
        phrases = [clusters.mentions[m] for m in cluster.mentions if clusters.mentions[m].form == "nominal"]
        if all(in_headline(doc, clusters.mentions[m]) for m in cluster.mentions) and any(
            p.plural == mention.plural and head_of(doc, p).lemma_.lower() == head for p in phrases
        ):
            return cluster
    return None


def told_again(clusters: Clusters, at: int) -> Cluster | None:
    """The cluster brought in before by the same words: a thing with a modifier ("a deserted well"), a person with an age."""
    mention, doc = clusters.mentions[at], clusters.doc
    words = bare_words(doc, mention)
    first = tokens_of(doc, mention.span)[0]
    if first.lower_ not in {"a", "an"} or not (modifiers(doc, mention) - RANKING):
        return None
    if mention.kind in {"person", "group"} and not any(w in {"old", "-old"} or "year-old" in w for w in words):
        return None
    for other in range(at - 1, -1, -1):
        earlier = clusters.mentions[other]
        if earlier.form == "nominal" and other in clusters.of and earlier.kind == mention.kind:
            if bare_words(doc, earlier) == words and not clusters.of[other].named:
                return clusters.of[other]
    return None


def link_identified(clusters: Clusters) -> None:
    """Join the unnamed person of the lead with the name that has the same age, or that "identified as" gives."""
    doc, mentions = clusters.doc, clusters.mentions
    for at, mention in enumerate(mentions):
        if mention.form != "nominal" or mention.kind != "person" or mention.plural or at not in clusters.of:
            continue
        cluster = clusters.of[at]
        if cluster.named:
            continue
        ages = {t.text for t in tokens_of(doc, mention.span) if t.text.isdigit() and "old" in mention.span.text}
        for other, name in enumerate(mentions):
            if (
                name.form != "name"
                or name.kind != "person"
                or other not in clusters.of
                or not genders_agree(mention, clusters.of[other])
            ):
                continue
            if (ages and age_after(doc, name) in ages) or identified_as(doc, mention, name):
                clusters.merge(clusters.of[other], cluster)
                break


def age_after(doc: Doc, name: Mention) -> str | None:
    """The age that stands after a name ("Michael Haddad, 67,")."""
    end = tokens_of(doc, name.span).end
    after = [t.text for t in doc[end : end + 3]]
    return after[1] if len(after) == 3 and after[0] == "," and after[1].isdigit() and after[2] in ",.;" else None


def identified_as(doc: Doc, mention: Mention, name: Mention) -> bool:
    """Whether the sentence says that the phrase is the bearer of the name ("identified the driver as X", "a man named X")."""
    head, root = head_of(doc, mention), head_of(doc, name)
    if root.dep_ == "pobj" and root.head.lower_ == "as" and root.head.head.lemma_ in {"identify", "name"}:
        return head.head == root.head.head and head.dep_ in {"dobj", "nsubjpass"}
    if root.dep_ in {"oprd", "dobj", "attr"} and root.head.lemma_ in {"name", "call"}:
        return root.head.head == head or (head.dep_ == "nsubjpass" and head.head == root.head)
    return False


def in_headline(doc: Doc, mention: Mention) -> bool:
    """Whether the mention stands in a headline, standfirst or caption."""
    block = block_at(doc, mention.span.start)
    return block is not None and block.role in {"headline", "standfirst", "caption"}


def same_wording(clusters: Clusters, at: int) -> Cluster | None:
    """The cluster of an earlier phrase of the same words, article apart, with a modifier or owner that tells which one."""
    mention = clusters.mentions[at]
    words = bare_words(clusters.doc, mention)
    collective = mention.kind == "organisation"
    bare_plural = len(words) == 1 and mention.plural and not collective
    if any(w in POSSESSIVES for w in words) or (bare_plural and words[0] in VAGUE):
        return None
    for other in range(at - 1, -1, -1):
        earlier = clusters.mentions[other]
        if earlier.form == "nominal" and other in clusters.of and bare_words(clusters.doc, earlier) == words:
            if earlier.kind == mention.kind and (
                len(words) > 1 or collective or bare_plural or is_definite(clusters.doc, mention)
            ):
                return clusters.of[other]
    return None


def office_holder(clusters: Clusters, at: int) -> Cluster | None:
    """The named person who has the office or role that the phrase tells ("the army chief")."""
    mention = clusters.mentions[at]
    if mention.kind != "person" or mention.plural:
        return None
    head = head_of(clusters.doc, mention)
    told = modifiers(clusters.doc, mention)
    if told & POSSESSIVES:
        return None
    found: list[Cluster] = []
    for cluster in earlier_first(clusters, at):
        if cluster.kind == "person" and cluster.named and genders_agree(mention, cluster):
            for role in roles_of(clusters, cluster):
                words = role.text.lower().replace("’s", "").replace("'s", "").split()
                if role_head(words, head) and told <= set(words) and nations_agree(clusters, at, cluster):
                    found.append(cluster)
                    break
    return found[0] if found else None


def role_head(words: list[str], head: Token) -> bool:
    """Whether the head noun is that of the role: its last word before any "of", "for", "in"."""
    for preposition in ("of", "for", "in", "at", "with", "to", "from"):
        if preposition in words:
            words = words[: words.index(preposition)]
    return bool(words) and words[-1] in {head.lower_, head.lemma_.lower()}


def named_by_head(clusters: Clusters, at: int) -> Cluster | None:
    """The body, facility or place whose name holds the head noun ("the ministry" for "Ministry of Defence")."""
    mention = clusters.mentions[at]
    head, told = head_of(clusters.doc, mention), modifiers(clusters.doc, mention)
    if mention.plural or mention.kind == "person" or told & POSSESSIVES:
        return None
    for cluster in earlier_first(clusters, at):
        if cluster.kind not in {mention.kind, "organisation", "group", "facility"} or not cluster.named:
            continue
        for name in cluster.names:
            words = folded(name)
            if (
                head.lower_ in {words[-1], words[0]}
                and told <= set(words)
                and len(words) > 1
                and nations_agree(clusters, at, cluster)
            ):
                return cluster
    return None


def named_by_class(clusters: Clusters, at: int) -> Cluster | None:
    """ "The group", "the company", "the city", "the country": the last named one of that sort within reach."""
    mention = clusters.mentions[at]
    head = head_of(clusters.doc, mention).lower_
    told = {w for w in modifiers(clusters.doc, mention) if not is_loose(w)}
    if mention.plural or told or not is_definite(clusters.doc, mention):
        return None
    recent = [c for c in earlier_first(clusters, at) if c.named and sentences_apart(clusters, at, c) <= 3]
    if head in COLLECTIVE or head in BODIES:
        kinds = {"group"} if head in COLLECTIVE - BODIES else {"group", "organisation"}
        fits = [c for c in recent if c.kind in kinds and nations_agree(clusters, at, c)]
        if head == "group":
            fits = [c for c in fits if c.kind == "group"] or fits
        return fits[0] if fits else None
    if head in CITIES or head in COUNTRIES:
        feature = "country" if head in COUNTRIES else "city"
        fits = [
            c
            for c in recent
            if c.kind == "place" and feature_of(clusters, c) == feature and lies_right(clusters, at, c)
        ]
        return fits[0] if fits else None
    return None


def lies_right(clusters: Clusters, at: int, cluster: Cluster) -> bool:
    """Whether the place lies in the country that the phrase tells ("the French city"), if it tells one."""
    told = nations_told(clusters, at)
    if not told:
        return True
    references = clusters.doc._.place_references
    lands = {references[m].iso3166 for m in cluster.mentions if m < len(references) and references[m] is not None}
    return any(land is not None and land[:2] in told for land in lands)


def same_sort(clusters: Clusters, at: int) -> Cluster | None:
    """The last cluster whose phrase is of the same sort in other words ("the vessel" for "a ferry", "the compound")."""
    mention, doc = clusters.mentions[at], clusters.doc
    head = head_of(doc, mention).lemma_.lower()
    told = {w for w in modifiers(doc, mention) if not is_loose(w)}
    sorts = [s for s in SORTS if head in s]
    if not sorts or told & (POSSESSIVES | RANKING) or not is_definite(doc, mention):
        return None
    for cluster in earlier_first(clusters, at):
        if sentences_apart(clusters, at, cluster) > 12 or cluster.kind != mention.kind:
            continue
        if (
            not genders_agree(mention, cluster)
            or not nations_agree(clusters, at, cluster)
            or cluster.plural != mention.plural
        ):
            continue
        heads = {
            head_of(doc, clusters.mentions[m]).lemma_.lower()
            for m in cluster.mentions
            if clusters.mentions[m].form != "pronoun"
        }
        if any(heads & s for s in sorts):
            return cluster
    return None


def is_loose(word: str) -> bool:
    """Whether a modifier only describes, so that it does not tell one thing of a sort from another."""
    return word in {"same", "northern", "southern", "eastern", "western", "central", "small", "large", "big", "usually", "tranquil",
                    "islamist", "militant", "insurgent", "extremist", "entire", "whole", "own", "said", "busy", "heavily",
                    "protected", "coastal", "historic"}  # fmt: skip


def feature_of(clusters: Clusters, cluster: Cluster) -> str | None:
    """What sort of place the gazetteer says it is, where the layer has looked it up; else by its name."""
    references = clusters.doc._.place_references
    for at in cluster.mentions:
        if at < len(references) and references[at] is not None:
            feature: str = references[at].feature
            return feature
    return "country" if any(nation_of_word(n) for n in cluster.names) else None


def same_head(clusters: Clusters, at: int) -> Cluster | None:
    """The last cluster with a phrase of the same head noun, nothing in either's modifiers against it."""
    mention = clusters.mentions[at]
    head, told = head_of(clusters.doc, mention), modifiers(clusters.doc, mention)
    if not is_definite(clusters.doc, mention) or (mention.plural and told):
        return None
    for cluster in earlier_first(clusters, at):
        if (
            cluster.kind != mention.kind
            or not nations_agree(clusters, at, cluster)
            or not genders_agree(mention, cluster)
        ):
            continue
        phrases = [clusters.mentions[m] for m in cluster.mentions if clusters.mentions[m].form == "nominal"]
        alike = [
            p
            for p in phrases
            if head_of(clusters.doc, p).lemma_.lower() == head.lemma_.lower() and p.plural == mention.plural
        ]
        if not alike:
            continue
        known = set().union(*(modifiers(clusters.doc, p) for p in phrases))
        if told & POSSESSIVES or known & POSSESSIVES:
            continue
        extra = {w for w in told - known if w in RANKING or is_noun_in(clusters.doc, mention, w)}
        lacking = {w for w in known - told if is_number(w)} if {w for w in told if is_number(w)} else set()
        if not extra and not lacking and sentences_apart(clusters, at, cluster) <= 12:
            return cluster
    return None


# ---------------------------------------------------------------- what phrases tell


def head_of(doc: Doc, mention: Mention) -> Token:
    """The head token of a mention."""
    return tokens_of(doc, mention.head)[0]


def bare_words(doc: Doc, mention: Mention) -> tuple[str, ...]:
    """The words of a phrase in small letters, article left out, head noun as its lemma."""
    head = head_of(doc, mention)
    return tuple(
        t.lemma_.lower() if t == head else t.lower_
        for t in tokens_of(doc, mention.span)
        if t.lower_ not in DEFINITE | {"a", "an"} and not t.is_punct
    )


def modifiers(doc: Doc, mention: Mention) -> set[str]:
    """The words of the phrase that narrow its head, demonyms and countries left out (`nations_agree` looks at those)."""
    head = head_of(doc, mention)
    return {
        t.lower_
        for t in tokens_of(doc, mention.span)
        if t != head
        and t.lower_ not in DEFINITE | {"a", "an", "'s", "’s", "'", "’"}
        and not (t.is_punct or t.is_space)
        and (t.i < head.i or t.pos_ in {"NOUN", "PROPN"})
        and not nation_of_word(t.text)
    }


def is_definite(doc: Doc, mention: Mention) -> bool:
    """Whether the phrase points at a known one: "the", "this", or an owner before it."""
    first = tokens_of(doc, mention.span)[0]
    return first.lower_ in DEFINITE or any(t.tag_ == "POS" for t in tokens_of(doc, mention.span))


def is_indefinite(doc: Doc, mention: Mention) -> bool:
    """Whether the phrase brings in a new one: "a", "another", a number, or a bare plural with modifiers."""
    first = tokens_of(doc, mention.span)[0]
    return first.lower_ in INDEFINITE or first.like_num


def is_number(word: str) -> bool:
    """Whether a modifier is a figure."""
    return word.isdigit() or word in {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozen"}


def is_noun_in(doc: Doc, mention: Mention, word: str) -> bool:
    """Whether the modifier is a noun or name of the phrase ("police spokesman"), which tells one from another."""
    return any(t.lower_ == word and t.pos_ in {"NOUN", "PROPN"} for t in tokens_of(doc, mention.span))


def nations_agree(clusters: Clusters, at: int, cluster: Cluster, *, open_to_new: bool = False) -> bool:
    """Whether the phrase's country, if it tells one, is the cluster's; one without a country is another, unless a person."""
    told = nations_told(clusters, at)
    if not told:
        return True
    if not cluster.nations:
        return open_to_new or cluster.kind == "person"
    return bool(told & cluster.nations)


def nations_told(clusters: Clusters, at: int) -> set[str]:
    """The codes of the countries that the words of a mention name or are demonyms of."""
    return set().union(*(nation_of_word(t.text) for t in tokens_of(clusters.doc, clusters.mentions[at].span)))


def genders_agree(mention: Mention, cluster: Cluster) -> bool:
    """Whether neither tells another gender than the other."""
    return mention.gender is None or cluster.gender is None or mention.gender == cluster.gender


def roles_of(clusters: Clusters, cluster: Cluster) -> Iterator[Span]:
    """The roles and titles of all mentions of a cluster, and its own noun phrases."""
    for at in cluster.mentions:
        mention = clusters.mentions[at]
        yield from mention.roles
        yield from mention.titles
        if mention.form == "nominal":
            yield mention.span


def earlier_first(clusters: Clusters, at: int) -> list[Cluster]:
    """The clusters that have a mention before `at`, the one mentioned last first."""
    last = {id(c): max((m for m in c.mentions if m < at), default=-1) for c in clusters.all}
    return sorted((c for c in clusters.all if last[id(c)] >= 0), key=lambda c: -last[id(c)])


def sentences_apart(clusters: Clusters, at: int, cluster: Cluster) -> int:
    """How many sentences lie between the mention and the cluster's last mention before it."""
    order = sentence_numbers(clusters.doc)
    before = [m for m in cluster.mentions if m < at]
    here = order[head_of(clusters.doc, clusters.mentions[at]).i]
    return min((here - order[head_of(clusters.doc, clusters.mentions[m]).i] for m in before), default=10**6)


def sentence_numbers(doc: Doc) -> list[int]:
    """The number of each token's sentence, kept with the Doc."""
    if "variorum_sentences" not in doc.user_data:
        numbers, now = [], -1
        for token in doc:
            now += bool(token.is_sent_start) or token.i == 0
            numbers.append(now)
        doc.user_data["variorum_sentences"] = numbers
    found: list[int] = doc.user_data["variorum_sentences"]
    return found


def is_kin(doc: Doc, mention: Mention) -> bool:
    """Whether the phrase names a relative, who is never the one whose relative it is."""
    return is_word(head_of(doc, mention).lemma_.lower(), "kin")
