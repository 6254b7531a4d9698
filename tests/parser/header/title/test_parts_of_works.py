"""Titles of parts of works in plain texts: behind a number, below one, in Han; and what only numbers or lists them."""

from __future__ import annotations

import pytest

RAIN = "The rain had not stopped for three days, and the river stood at the sill of the lower door when Ada came home."
LAMP = "She put her lamp on the table, took off her boots, and listened to the water under the boards for a long time."
TALE = f"{RAIN}\n\n{LAMP}"
HAN = "雨下了三天还没有停，河水已经涨到下边那扇门的门槛，阿兰这时候才提着灯回到家里来。"
KANA = "雨は三日のあいだ止まず、アダが家に帰ったとき、川の水は下の扉の敷居まで来ていた。"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"CHAPTER IV. The Storm\n\n{TALE}", "CHAPTER IV. The Storm"),
        (f"Chapter 7\n\nThe Bell\n\n{TALE}", "The Bell"),
        (f"BOOK TWO\n\nChapter 1\n\nThe Keeper\n\n{TALE}", "The Keeper"),
        (f"第四章 风雨\n\n{HAN}\n\n{HAN[:20]}。", "第四章 风雨"),
        (f"嵐の夜\n\n{KANA}\n\n{KANA[:20]}。", "嵐の夜"),
        (f"Start / Inrikes\n\nFärjan på Marl går igen\n\n{TALE}", "Färjan på Marl går igen"),
        ("Minutes of the Ferry Committee, 4 May 2021\n\nPresent: A. Finch, P. Quill\n\n1. The rope is to be replaced.",
         "Minutes of the Ferry Committee, 4 May 2021"),
        (f"The Marl eBook of The Ferry House, by Ada Finch\n\nTitle: The Ferry House\n\nAuthor: Ada Finch\n\n{TALE}",
         "The Ferry House"),
        (f"Chapter 7\n\n{TALE}", "Chapter 7"),
        (f"ropecalc\n========\n\n{RAIN}\n\nInstallation\n------------\n\n    make install", "ropecalc"),
    ],
)  # fmt: skip
def test_a_part_is_called_by_its_title(document, text: str, title: str) -> None:
    """The title is behind the number or below it; a number alone is one only where nothing else is."""
    assert document(text)["title"] == title


@pytest.mark.parametrize(
    "text",
    [
        "ACT II\n\nSCENE I. A ferry house.\n\nADA. Who rings?\n\nQUILL. A man without a boat.\n\nADA. Then swim.",
        f"“回来了？”\n\n{HAN}\n\n{HAN[:20]}。\n\n“回来了。”她说。",
        "Rye flour\nCaraway\nSalt\n\nMix the flour and water and leave it overnight. Bake for an hour and let it cool.",
    ],
)
def test_numbers_words_and_items_are_no_titles(document, text: str) -> None:
    assert document(text)["title"] is None


@pytest.mark.parametrize(
    "head", ["Rye, Caraway and Salt", "The Second Bell", "Love / Hate", "Act now, or the river will"]
)
def test_titles_that_look_like_items_numbers_or_paths(document, head: str) -> None:
    assert document(f"{head}\n\n{TALE}")["title"] == head
