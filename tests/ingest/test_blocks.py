"""Paragraphs of plain texts and the parts they play."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.ingest.blocks import blocks_of, headline_of

PROSE = (
    "Water rose in Belmar on Monday and the council closed the schools, the mayor said.",
    "The army sent boats to the old town, where families waited on their roofs.",
)


def roles(text: str) -> list[tuple[str, str]]:
    return [(block.role, text[block.start : block.end]) for block in blocks_of(text)]


def role_of(line: str) -> str:
    """The role of a line that stands between two paragraphs of a report."""
    text = f"Flood closes schools in Belmar\n\n{PROSE[0]}\n\n{line}\n\n{PROSE[1]}"
    return next(role for role, words in roles(text) if words == line)


def test_a_report_has_headline_standfirst_and_body() -> None:
    opening = "Flood closes schools in Belmar\nArmy sends boats to the old town\n- Mayor asks for help"
    text = f"{opening}\n\n{PROSE[0]}\n{PROSE[1]}\n"
    assert [role for role, _ in roles(text)] == ["headline", "standfirst", "standfirst", "body", "body"]
    assert headline_of(text, blocks_of(text)) == "Flood closes schools in Belmar"


@pytest.mark.parametrize(
    "opening",
    [
        "Water rose in Belmar on Monday, the mayor said.",
        "BELMAR, Norland — Water rose on Monday and did not stop for the whole of the night that followed it",
        "NADIA WRAY, HOST:",
        '"We could do nothing," the mayor said.',
    ],
)
def test_a_text_that_opens_with_its_body_has_no_headline(opening: str) -> None:
    text = f"{opening}\n\n{PROSE[0]}\n\n{PROSE[1]}"
    assert all(role == "body" for role, _ in roles(text))
    assert headline_of(text, blocks_of(text)) is None


@pytest.mark.parametrize(
    "headline",
    [
        "US/China talks on flood resume",
        "Newsletter editor arrested in Belmar",
        "Copyright ruling shakes Norland",
        "N. Korea fires missile over Japan",
        "Will the water ever leave Belmar?",
        '=HYPERLINK("http://example.invalid","x")',
        "<script>alert(1)</script> and more",
    ],
)
def test_a_headline_is_no_furniture_whatever_words_it_opens_with(headline: str) -> None:
    assert roles(f"{headline}\n\n{PROSE[0]}\n\n{PROSE[1]}")[0] == ("headline", headline)


def test_a_sentence_alone_is_body() -> None:
    assert roles("Five people died in the blast.") == [("body", "Five people died in the blast.")]


def test_a_headline_that_is_printed_twice_stays_headline_and_its_stamp_goes() -> None:
    text = (
        f"Flood closes schools\n\nFlood closes schools Updated: 2016-07-15 13:14 By Agencies(Belmar Post)\n\n{PROSE[0]}"
    )
    assert [role for role, _ in roles(text)] == ["headline", "headline", "noise", "body"]


def test_hard_wrapped_lines_make_one_paragraph() -> None:
    text = (
        "Flood closes schools in Belmar\nBy Nadia Wray\n\n"
        "Water rose in Belmar on Monday and the council closed the schools, the mayor\n"
        "said. The army sent boats to the old town, where families had been waiting on\n"
        "their roofs.\n\nNobody was hurt.\n"
    )
    found = roles(text)
    assert [role for role, _ in found] == ["headline", "noise", "body", "body"]
    assert found[2][1].endswith("their roofs.")


def test_lines_that_are_whole_sentences_are_paragraphs_of_their_own() -> None:
    text = "Water rose in Belmar on Monday.\nThe army sent boats to the old town.\nNobody was hurt in the flood."
    assert len(roles(text)) == 3


@pytest.mark.parametrize(
    "line",
    [
        "Photo",
        "Advertisement Continue reading the main story",
        "Newsletter Sign Up Continue reading the main story Please verify you're not a robot by clicking the box.",
        "By Nadia Wray and Karim Haddawi in Ardova",
        "By Agencies",
        "Nadia Wray, BelmarPost.com",
        "nw/kh (AFP, dpa)",
        "(Additional reporting by Karim Haddawi; Editing by Nadia Wray)",
        "Karim Haddawi contributed to this report.",
        "Copyright 2017 The Belmar Press. All rights reserved. This material may not be published.",
        "Xinhua | Updated: 2017-09-15 21:45",
        "Updated at 9:50 p.m. ET Thursday",
        "Published 2 November 2025",
        "11 November 2016",
        "(Belmar Post 07/15/2016 page1)",
        "Share this",
        "Read or Share this story: https://example.org/2Bx",
        "Facebook Twitter WhatsApp",
        "We use cookies to make this site better.",
        "Home > World > Norland",
        "Skip to content",
        "Photo: Reuters",
        "Image copyright EPA",
        "File photo: the 2019 blast that killed 12",
        "FILE - In this Jan. 3, 2018 file photo, a boat lies in the harbour.",
        "Most read",
        "Scroll down for video",
        "Get the Harbour newsletter. SUBSCRIBE",
        "[Editor’s note: spoilers follow.]",
        "Nadia Wray/Getty Images",
        "Source: Flightwatch",
        "___",
        "Information from: Belmar Times, http://www.example.org",
        "Interested in Floods? Add Floods as an interest to stay up to date on the latest flood news.",
        "Re-enter zip code or sign up for digital access.",
        "Order Reprints | Today’s Paper | Subscribe A version of this article appears in print on Page A14 of the Belmar edition",
        "Read the original article on BELMAR. Follow BELMAR on Facebook. Copyright 2018.",
        "Look back at the history of Belmar each day. Click to read today's story.",
        "For more Ardova coverage: http://www.example.org",
        "window._box = window._box || []; _box.push({ mode: 'thumbs' });",
        "License for publishing multimedia online 0108263",
        "Registration Number: 130349 Registration Number: 130349",
        "— With assistance by Nadia Wray",
        "Do you have a story for the Belmar Post? Email us at tips@example.org or call 555 0100",
        "Follow us on Facebook, on Twitter @belmarpost, or on Instagram. If you have a story suggestion email post@example.org.",
        "SaveSaveSave",
        "A post shared by Nadia (@nadiawray) on Oct 1, 2017 at 10:56pm PDT",
        "Floods of the year Tue, March 22, 2016 We rank them all Play slideshow Getty Images 1 of 11 11. Kelt",
        "Nadia Wray/WireImage via Getty Images, FILE",
        "Belmar YouTube",
        "Twitter/@nadiawray",
        "This article originally appeared on Harbour News.",
        "Ardova’s space lab will soon fall into the sea originally appeared on Harbour.com on Mon, 1 Mar 2021 at 10:05:01 EDT. "
        "Please see our terms for use of feeds.",
        "Additional reporting from agencies",
        "Nadia Wray can be reached at nwray@example.org.",
        "Scroll below for video",
        "End of Twitter post by @nadiawray",
        "Check us out on Facebook:",
        "External links are provided for reference purposes. We are not responsible for what they hold.",
        "Keep up with this story and more by subscribing now",
        "The Tide is a daily newsletter of the Belmar Post. Who knows what you'll miss if you don't subscribe.",
        "Download the Belmar Post app for more on the floods.",
        "Got a story? email desk@example.org or call us on 555 0100.",
        "Have a suggestion on how we can improve The Tide? Send us a note.",
        "Got a confidential news tip? The Belmar Post would like to hear from readers who want to share messages.",
        "Update: This article has been updated with new information from a study.",
        "• This article was amended on 4 November 2016. An earlier version said that the schools had burned.",
        "Correction: An earlier version of this article misstated when the schools were closed.",
        "Correction: December 1, 2010",
        "Email the author.",
        "Online:",
        "Council of Belmar: http://www.example.org/",
        "Market news: See latest prices & which goods are performing best",
        "Here are the latest updates (time in IST)",
        "(SOUNDBITE OF ARCHIVED RECORDING)",
        "AP - AFP",
        "Twitter/Nadiawray via Pixelpress",
    ],
)
def test_furniture_is_set_aside(line: str) -> None:
    assert role_of(line) == "noise"


@pytest.mark.parametrize(
    "line",
    [
        "Read more: Ardova – Three Travel Tips",
        "Related: 5 scams that are fooling even the smartest victims",
        "SEE ALSO: Ferry sinks off Kelt",
        "READ: Ferry sinks off Kelt",
        "More: Ferry sinks off Kelt",
        "[Why ferries sink off Kelt]",
        "Ferry sinks off Kelt with all of its crew Read more",
        "Also Read Council discounts the fears of fishermen",
        "more on floods and storms OUT OF THIS WORLD Boat found in Sudria 'unlike anything seen before', scientists say",
        "How the drought in Sudria is aggravating a global bread crisis",
        "Are Norland’s rail projects in cash-strapped Sudria losing momentum?",
        "Related stories Fears grow for the ferry FLOOD OF TEARS Singer and actor split after 15 month romance",
        "Ferry sinks off Kelt with all of its crew (VIDEO) https://t.co/abc — BBC News (@BBCNews) May 10, 2017",
        "Ferry just sank off Kelt with all of its crew 11:03 AM ET Fri, 29 Dec 2017 | 00:40",
        "HIGH WATER Old bridge may not last the winter TEARS AT SEA Singer reveals TRUTH about ferry and fans are baffled "
        "WATCH OUT This cheap boat has a motor What games do you play in the rain?",
    ],
)
def test_headlines_of_other_articles_are_teasers(line: str) -> None:
    assert role_of(line) == "teaser"


@pytest.mark.parametrize(
    "line",
    [
        "'Massive damage'",
        "BOATS FOR THE OLD TOWN",
        "Won’t leave the roofs: mayor",
        "The mayor also said:",
        "What happens now?",
        "Who closed the schools in Belmar?",
        "Follow the water",
        "Related Works of the Harbour",
        "Sponsored fighters attacked the town at night.",
        "Copyright law was not the council's business.",
        "By Monday the water had reached the schools.",
        "More on floods will be told on Tuesday.",
        "Also read in court was a letter of the mayor.",
        "Enter the harbour at your own risk, the sign said.",
        "The whole town is under water now and nobody came — Nadia Wray (@nadiawray)",
        "“Missile launch! missile launch! A missile appears to have been launched,” loudspeakers blared.",
        "Subscribers of the water board will get a newsletter on Tuesday.",
        "An earlier version of this bridge fell in 1960. The council had it built again.",
        "RIVER GATE Schools closed at noon. OLD TOWN The army came. HARBOUR STREET Nobody was there.",
    ],
)
def test_subheadings_and_sentences_stay_body(line: str) -> None:
    assert role_of(line) == "body"


@pytest.mark.parametrize(
    "line",
    ["Families wait on the roofs of the old town in Belmar", "The army has sent boats to the schools of Belmar"],
)
def test_a_lone_line_about_this_report_is_a_caption(line: str) -> None:
    assert role_of(line) == "caption"


@pytest.mark.parametrize(
    ("line", "cut"),
    [
        (
            "Image copyright EPA Image caption Boats in the old town",
            [("noise", "Image copyright EPA Image caption"), ("caption", "Boats in the old town")],
        ),
        ("Image caption Boats in the old town", [("noise", "Image caption"), ("caption", "Boats in the old town")]),
        (
            "A boat lies in a street of Belmar on Tuesday. Photo: Reuters",
            [("caption", "A boat lies in a street of Belmar on Tuesday."), ("noise", "Photo: Reuters")],
        ),
        (
            "A boat lies in a street of Belmar on Tuesday.AFP",
            [("caption", "A boat lies in a street of Belmar on Tuesday."), ("noise", "AFP")],
        ),
        (
            "The mayor in his office, according to the council. (Photo: Belmar Police)",
            [("caption", "The mayor in his office, according to the council."), ("noise", "(Photo: Belmar Police)")],
        ),
        (
            "Boats lie in a street of Belmar (Nadia Wray/Getty Images)",
            [("caption", "Boats lie in a street of Belmar"), ("noise", "(Nadia Wray/Getty Images)")],
        ),
        (
            "Boats lie in a street of Belmar. | Photo Credit: AP",
            [("caption", "Boats lie in a street of Belmar."), ("noise", "| Photo Credit: AP")],
        ),
        (
            "The water fell at night. Read more: Ferry sinks off Kelt",
            [("body", "The water fell at night."), ("teaser", "Read more: Ferry sinks off Kelt")],
        ),
        (
            "Getty - Contributor Boats in the old town of Belmar",
            [("noise", "Getty - Contributor"), ("caption", "Boats in the old town of Belmar")],
        ),
        (
            "Reuters Boats lay in the old town of Belmar at night",
            [("noise", "Reuters"), ("caption", "Boats lay in the old town of Belmar at night")],
        ),
        (
            "SWNS Boats lay in the old town of Belmar at night",
            [("noise", "SWNS"), ("caption", "Boats lay in the old town of Belmar at night")],
        ),
        (
            "How the water rose in the old town Source: Council of Belmar",
            [("caption", "How the water rose in the old town"), ("noise", "Source: Council of Belmar")],
        ),
        (
            "GETTY Boats in the old town of Belmar",
            [("noise", "GETTY"), ("caption", "Boats in the old town of Belmar")],
        ),
        (
            "The town is gone. — Nadia Wray (@nadiawray) October 2, 2017",
            [("body", "The town is gone. — Nadia Wray (@nadiawray)"), ("noise", "October 2, 2017")],
        ),
        (
            "Water at Route 9 A post shared by Nadia (@nadiawray) on Oct 1, 2017 at 10:56pm PDT",
            [
                ("body", "Water at Route 9"),
                ("noise", "A post shared by Nadia (@nadiawray) on Oct 1, 2017 at 10:56pm PDT"),
            ],
        ),
        (
            "The council closed the schools. (Editing by Nadia Wray; Please credit the Belmar Press)",
            [
                ("body", "The council closed the schools."),
                ("noise", "(Editing by Nadia Wray; Please credit the Belmar Press)"),
            ],
        ),
        (
            "Facebook Twitter Pinterest Boats lie in a street of Belmar.",
            [("noise", "Facebook Twitter Pinterest"), ("caption", "Boats lie in a street of Belmar.")],
        ),
        (
            "Pixel 8000 At one point the water reached the roofs",
            [("noise", "Pixel 8000"), ("caption", "At one point the water reached the roofs")],
        ),
        (
            "Enlarge this image toggle caption Karim Haddawi/AP Karim Haddawi/AP",
            [("noise", "Enlarge this image toggle caption Karim Haddawi/AP Karim Haddawi/AP")],
        ),
    ],
)
def test_credits_are_cut_from_captions(line: str, cut: list[tuple[str, str]]) -> None:
    text = f"{PROSE[0]}\n\n{line}\n\n{PROSE[1]}"
    assert roles(text)[1:-1] == cut


def test_a_gallery_of_another_story_is_set_aside_and_one_of_this_is_caption() -> None:
    gallery = [
        f"Port of Kelt turns 300 {t} and much more is told here." for t in ("Old days", "New days", "Trade grows")
    ]
    text = "\n\n".join(["Flood closes schools in Belmar", *PROSE, *gallery])
    assert [role for role, _ in roles(text)][-3:] == ["noise"] * 3
    own = [g.replace("Port of Kelt turns 300", "Flood closes Belmar Schools") for g in gallery]
    text = "\n\n".join(["Flood closes schools in Belmar", *PROSE, *own])
    assert [role for role, _ in roles(text)][-3:] == ["caption"] * 3


def test_the_labelled_title_of_a_gallery_is_cut_from_its_captions() -> None:
    title = "Photos: Flood closes schools in Belmar"
    told = [
        f"{t} is told here by those who saw it with their own eyes on that day."
        for t in ("Old town", "New town", "Trade")
    ]
    gallery = [f"{title} {words} Hide Caption {n} of 3" for n, words in enumerate(told, 1)]
    text = "\n\n".join(["Flood closes schools in Belmar", *PROSE, *gallery])
    assert [(role, words) for role, words in roles(text) if role == "caption"] == [("caption", words) for words in told]
    assert roles(text).count(("noise", title)) == 3


def test_speakers_of_a_transcript_are_no_gallery() -> None:
    text = "\n\n".join(
        f"WRAY: The council of Belmar met on {day} and closed it." for day in ("Monday", "Tuesday", "Friday")
    )
    assert all(role == "body" for role, _ in roles(text))


def test_a_line_that_names_what_the_headline_names_or_asks_the_reader_is_of_this_report() -> None:
    told = " ".join(f"word{n}{'abcdefghij'[n % 10]}" for n in range(90)) + "."
    text = "\n\n".join(
        ["Storm Kelly floods Belmar", told, PROSE[0], "Spray hid cars and trees, but Kelly went past", PROSE[1]]
    )
    assert [role for role, _ in roles(text)][3] == "caption"
    assert role_of("Might we suggest flashy, high-kicking song numbers?") == "body"


def test_lines_below_related_stories_are_teasers_until_the_prose_goes_on() -> None:
    text = "\n\n".join([PROSE[0], "Related stories", "Ferry sinks off Kelt", "Minister resigns", PROSE[1]])
    assert [role for role, _ in roles(text)] == ["body", "noise", "teaser", "teaser", "body"]


ELSEWHERE = (
    "Ferry sinks off Kelt with forty aboard",
    "Sudrian opposition agrees on coalition led by Oder",
    "Skier wins again as rival's dream appears over",
)


def test_a_list_of_other_headlines_below_the_report_is_set_aside() -> None:
    text = "\n\n".join(("Flood closes schools in Belmar", *PROSE, *ELSEWHERE))
    assert [role for role, _ in roles(text)][3:] == ["teaser"] * 3


@pytest.mark.parametrize(
    "lines",
    [
        ELSEWHERE[:2],
        (
            "The mayor speaks to families in Belmar",
            "Boats of the army reach the old town",
            "Water covers the schools of Belmar",
        ),
    ],
)
def test_two_lines_or_captions_about_the_report_stay(lines: tuple[str, ...]) -> None:
    text = "\n\n".join(("Flood closes schools in Belmar", *PROSE, *lines))
    assert not {"teaser", "noise"} & {role for role, _ in roles(text)[3:]}


def test_every_set_aside_block_says_why_and_no_other_does() -> None:
    text = "\n\n".join(
        ["Flood closes schools", "By Nadia Wray", PROSE[0], "Related: Ferry sinks off Kelt", PROSE[1], "AFP"]
    )
    for block in blocks_of(text):
        assert (block.why is not None) == (block.role in {"teaser", "noise"})


LINES = st.lists(
    st.sampled_from(
        [*PROSE, "Photo", "", " ", "By Nadia Wray", "Flood closes schools", "Image caption Boats", "Read more: x y"]
    )
    | st.text(max_size=40),
    max_size=12,
)


@given(LINES)
def test_blocks_are_in_order_disjoint_and_cover_every_letter(lines: list[str]) -> None:
    text = "\n".join(lines).replace("\r", "\n")
    covered = 0
    for block in blocks_of(text):
        assert not text[covered : block.start].strip()
        assert block.start < block.end <= len(text)
        covered = block.end
    assert not text[covered:].strip()
