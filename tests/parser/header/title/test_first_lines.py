"""A few words above verse, talk, a statute, a song or a paper are its headline; its own first line is none."""

from __future__ import annotations

import pytest

TALK = "“Is the ferry late?”\n“No.”\n“Then I am early.”\nHe looked at the river.\n“Both can be true,” she said."
DASHES = "— Vous attendez le bac ?\n— Non.\n— Moi si.\nElle posa sa valise sur le quai."
VERSE = "Nobody asks the river\nwhich side it is on.\nI have carried brides\nand a piano,\na priest with a goose."
STATUTE = "第一章 总则\n第一条 为了保护渡口，制定本办法。\n第二条 本镇渡口适用本办法。\n第三条 镇政府负责渡口工作。"
ACT = "1 Duty to ring\n(1) The ferryman must ring the bell.\n2 Offences\n(1) A silent crossing is an offence."
SONG = "[Verse 1]\nI hung a light where the water bends\nSo you could find the shore\n[Chorus]\nBurn low, burn low"
PAPER = "摘要：比较了三处渡口的水位。\n关键词：渡口；水位\n1 引言\n渡口水位的变化影响航行。"


@pytest.mark.parametrize(
    ("head", "below"),
    [
        ("The Ferry", TALK),
        ("过河", TALK.replace("He looked at the river.", "他看着河。")),
        ("Quai numéro deux", DASHES),
        ("What the Ferryman Said", VERSE),
        ("青石镇渡口管理办法", STATUTE),
        ("Ferry Bells (Maintenance) Act 2019", ACT),
        (
            "Satzung über die Benutzung der Stege",
            "§ 1 Geltung\nSie gilt für alle Stege.\n§ 2 Anlegen\nSchwäne haben Vorrang.",
        ),
        ("Lantern on the Weir", SONG),
        ("青石镇三处渡口水位的比较", PAPER),
    ],
)
def test_a_few_words_above_lines_made_otherwise(document, head: str, below: str) -> None:
    assert document(f"{head}\n{below}")["title"] == head


@pytest.mark.parametrize("text", [TALK, DASHES, VERSE, SONG])
def test_the_first_line_of_such_a_text_is_no_headline(document, text: str) -> None:
    found = document(text)
    assert found["title"] is None
    assert found["body"].startswith(text.split("\n", maxsplit=1)[0])


@pytest.mark.parametrize(
    "text",
    [
        "She put the kettle on.\n“Tea?”\n“No.”\n“Then what?”\nOutside it rained.",
        "Two oars, one split,\nA coil of rope gone green,\nThe smell of tar,\nand under it the river.",
        "Nobody Asks The River\nWhich Side It Is On\nAnd Still The Ferry Goes\nFrom Here To There",
    ],
)
def test_a_line_like_those_below_is_no_headline(document, text: str) -> None:
    assert document(text)["title"] is None


PROSE = (
    "Everybody who sleeps in the hut brings what follows.\n\n- a lamp\n- two loaves\n- rope\n\nThe key hangs outside."
)
SECTION = (
    "The ferry left the landing at noon with forty people on board, and the bell of the mill rang twice.\n\n"
    "The master said that the boat would sail every day until the first frost, and that the fare would stay."
)
CREDITED = (
    "The boat came in before the day\nYou tied your scarf around my hand\n\nFerry lamp, burn on\nDown the dark land"
)
LAMP = (
    "船靠岸的时候天还没亮\n你把围巾系在我手上\n\n渡口的灯 亮一亮\n照我走过那条长巷\n\n渡口的灯 亮一亮\n照我走过那条长巷"
)


@pytest.mark.parametrize(
    ("head", "below"),
    [
        ("Packing for the hut", f"\n{PROSE}"),
        ("夜路", "\n老馬把燈籠掛好，回頭看了一眼。\n\n「走嗎？」\n「走。」\n「冷嗎？」\n「不冷。」"),
        ("The Ferry Lamp", f"Words: Ada Finch\nMusic: P. Quill\n\n{CREDITED}"),
        ("渡口的灯", f"词：阿禾 曲：老秦\n\n{LAMP}"),
        ("渡口的灯", f"\n{LAMP}"),
    ],
)
def test_a_few_words_set_off_from_prose_or_above_who_made_a_song(document, head: str, below: str) -> None:
    assert document(f"{head}\n{below}")["title"] == head


@pytest.mark.parametrize(
    ("head", "below"),
    [
        ("Yesterday", f"\n{PROSE}"),
        ("■ The ferry sails again", f"\n{SECTION}\n\n■ The bell rings\n\n{SECTION}"),
        ("Read more", f"\n{PROSE}"),
        ("We sleep in the hut.", f"\n{PROSE}"),
        ("Words: Ada Finch", f"Music: P. Quill\n\n{CREDITED}"),
    ],
)
def test_a_word_a_button_a_sentence_or_a_credit_above_a_text_is_no_headline(document, head: str, below: str) -> None:
    assert document(f"{head}\n{below}")["title"] is None
