"""Lines worded like labels by chance, in texts without a page: they stay, and take none of their neighbours away."""

from __future__ import annotations

import pytest

PROSE = "The crate opens when it is thrown, and then the herring slides over the deck and back into the sea."


def dropped(blocks: list[dict]) -> list[str]:
    return [b["text"] for b in blocks if b["boilerplate"]]


@pytest.mark.parametrize(
    "text",
    [
        "Clubs of the cup\nThe Gulls\nRed and Black\nStar of the Port\nContact FC\nThe Terns\nYoung Aske\nRovers",
        "कल के काम\nदादी का चश्मा\nऔर दूध लाना है\nसंपर्क करें बिजली वाले से\nअगला काम: बगीचे में पानी\nकॉपी पर हस्ताक्षर\nपैसे देना",
        "本课生词\n灯塔\n渔船\n海鸥\n搜索\n码头\n绳子\n月亮",
    ],
    ids=["clubs", "errands", "words"],
)
def test_one_label_in_a_list_of_short_lines_is_one_of_them(blocks, text: str) -> None:
    assert dropped(blocks(text)) == []


@pytest.mark.parametrize("place", [0, 7])
def test_a_label_that_begins_or_ends_such_a_text_goes_alone(blocks, place: int) -> None:
    lines = ["Silver Lad", "Tin Whistle", "Quick March", "Barley", "Harbour Lights", "Mrs. Brown", "Old Tom"]
    lines.insert(place, "Newsletter")
    assert dropped(blocks("\n".join(lines))) == ["Newsletter"]


@pytest.mark.parametrize("frame", ["Skip to content\n{}\nPrivacy policy", "{}\n© 2021 Marl. All rights reserved."])
def test_a_label_on_a_page_is_no_line_of_its_list(blocks, frame: str) -> None:
    clubs = "The Gulls\nRed and Black\nStar of the Port\nNewsletter\nThe Terns\nYoung Aske"
    assert "Newsletter" in dropped(blocks(frame.format(clubs)))


SIGNS = f"Reference signs\n1 crate\n2 lid\n3 latch\n4 spring\n5 contact\n6 hook\nClaims\n1. {PROSE}"


def test_a_label_in_a_series_of_numbers_is_an_item_of_it(blocks) -> None:
    assert dropped(blocks(SIGNS)) == []


@pytest.mark.parametrize("items", ["1 Contact\n1 Search\n1 News", "5 contact\n9 search"])
def test_numbers_that_are_no_series_tell_nothing(blocks, items: str) -> None:
    gone = dropped(blocks(f"Skip to content\n{items}\nLog in\n{PROSE}\n{PROSE.replace('crate', 'box')}"))
    assert set(items.split("\n")) <= set(gone)


def test_two_lines_that_begin_like_labels_may_meet(blocks) -> None:
    song = "Verse 1\nThe tide goes out\nThe ferry goes\nChorus\nHomeward, homeward\nBread and salt\nVerse 2\nDark"
    assert dropped(blocks(f"{song}\nSearch for fire\nShare bread\nChorus\nHomeward, homeward")) == []


def test_three_that_meet_are_a_menu(blocks) -> None:
    menu = ["Contact the parish", "Newsletter of the parish", "Help for parents"]
    text = "Spring fair\nBake sale at ten\nTombola at noon\nTea in the hall\nBand at four\nDance at eight\nLights out\n"
    assert set(menu) <= set(dropped(blocks(text + "\n".join(menu))))


MEMO = """\
Gull Transfer Protocol
Status of This Memo
This memo is for information. It may be copied.
{}
1. Introduction
A gull carries one message, and gulls are lost in fog.
2. Search
3. Answers
LOGIN <name> CRLF
4. Gulls
Others may feed a gull.
5. Greetings
HELLO <name> CRLF
6. Considerations
None of these is safe. A gull that is fed may be read.
7. Address
A. Finch, Harbour Lab"""


def test_a_notice_in_a_section_of_its_own_is_no_sign_of_a_page(blocks) -> None:
    section = "Copyright Notice\nCopyright (C) Harbour Lab (2019)."
    assert set(dropped(blocks(MEMO.format(section)))) <= {"LOGIN <name> CRLF"}


def test_a_notice_without_one_is(blocks) -> None:
    page = "Home\nLog in\nThe ferry is back\n" + f"{PROSE}\n" * 2 + "Short and sweet\n© 2019 Marl Courier"
    assert {"Home", "Log in", "© 2019 Marl Courier"} <= set(dropped(blocks(page)))


@pytest.mark.parametrize("prompts", ["Join our newsletter\n{}\nSubscribe to our newsletter", "Subscribe now\n{}"])
def test_prompts_to_subscribe_take_no_lines_around_them(blocks, prompts: str) -> None:
    letter = "The ferry is back\n" + prompts.format("The ferry came back on Monday.") + "\nShe sails at noon."
    assert set(dropped(blocks(letter))) == set(prompts.split("\n")) - {"{}"}


def test_but_their_words_and_those_of_a_page_beside_them_do(blocks) -> None:
    page = f"Log in\n{PROSE}\nSubscribe now\nMost read\nRope in winter\nShare\nPrivacy policy"
    assert {"Log in", "Subscribe now", "Most read", "Rope in winter", "Share"} <= set(dropped(blocks(page)))
