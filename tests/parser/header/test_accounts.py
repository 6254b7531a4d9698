"""The account of a post is its author and no headline; what else stands above a button to follow is nobody."""

from __future__ import annotations

import pytest

MENU, FOOTER = "Home\nSign in\nSearch\n", "\nPrivacy policy\nTerms of use\nContact us"
TITLE = "The bridge that nobody asked for"
DECK = "What a parish learns when it builds first and counts later"
SAID = (
    "Two winters ago the parish opened a footbridge over the brook, a mile below the ford that everybody uses.\n"
    "I stood there on a Saturday with a flask of tea, and in six hours I counted eleven people and a dog."
)
WIDE = "昨天夜里一场霜，东坡的芽头冻掉了三成。\n今天请了村里六个婶子，从六点采到现在，一共才两斤半鲜叶。"


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Rust Room\n284K subscribers", "Rust Room"),
        ("@inkpot\nInes of the marsh\n@ines@reedbed.example", "Ines of the marsh"),
        ("河边的鹤\n关注\n2026.03.30 19:48", "河边的鹤"),
        ("砖瓦先生\n盖房子的，喜欢旧东西\n关注他\n2026-07-01", "砖瓦先生"),
        ("marshlight\n3 Nov 2024\n#1", "marshlight"),
        ("山里的风\n楼主\n发表于 2025-1-8 20:14", "山里的风"),
        ("木匠老李\n2025-01-08 21:02\n1楼", "木匠老李"),
        ("바람결\n2026. 10. 18.\n이웃추가", "바람결"),
        ("Галин чердак\n3,4 тыс подписчиков", "Галин чердак"),
    ],
)
def test_the_name_above_the_mark_of_an_account_is_the_author(document, head: str, name: str) -> None:
    made = document(f"{MENU}{TITLE}\n{head}\n{SAID}{FOOTER}")
    assert (made["title"], made["author"]) == (TITLE, name)


def test_the_board_above_a_thread_is_no_title(document) -> None:
    made = document(f"Foren\nNeue Beiträge\nGarten & Geräte\n{TITLE}\nwiesel77\n14. April 2024\n#1\n{SAID}{FOOTER}")
    assert (made["title"], made["author"]) == (TITLE, "wiesel77")


def test_a_note_without_a_headline_has_an_author_and_no_title(document) -> None:
    made = document(
        f"首页\n发现\n登录\n山里的老周\n2026-4-6 07:12\n来自 手机\n+关注\n{WIDE}\n转发 96\n关于我们\n联系我们"
    )
    assert (made["title"], made["author"]) == (None, "山里的老周")


@pytest.mark.parametrize(
    "head",
    [
        "Marl Daily News\nFollow",
        "Marl Daily News\n3 Nov 2024\n#1",
        "marshlight\n#1",
        "Best of all\n#1\n#2",
        "1楼\n木匠老李",
        "清江晚报\n关注",
        "Play\nFollow",
        "Follow",
        "1,204\nFollow",
        "Viewed 121\nFollow",
        "Answer\nFollow",
        "东城会馆\n关注",
        "Share this page\nFollow",
        "What a parish learns\nand forgets",
    ],
)
def test_other_lines_there_are_no_author(document, head: str) -> None:
    assert document(f"{MENU}{TITLE}\n{head}\n{SAID}{FOOTER}")["author"] is None


def test_the_deck_of_a_post_is_no_title(document) -> None:
    made = document(f"{MENU}{TITLE}\n{DECK}\nMaren Oakes\nFeb 11, 2026\n41\n6\nShare\n{SAID}{FOOTER}")
    assert (made["title"], made["author"]) == (TITLE, "Maren Oakes")


def test_who_holds_the_rights_to_a_post_is_its_author_and_no_source(document) -> None:
    made = document(f"{MENU}{TITLE}\nMaren Oakes\nFeb 11, 2026\n41\n{SAID}\n© 2026 Maren Oakes{FOOTER}")
    assert (made["author"], made["source"]) == ("Maren Oakes", None)


def test_the_day_below_the_counters_of_a_post_is_its_date(document) -> None:
    made = document(f"{MENU}{TITLE}\n{SAID}\n1,904 views\n88 faves\n12 comments\nUploaded on February 21, 2026{FOOTER}")
    assert str(made["date"])[:10] == "2026-02-21"


@pytest.mark.parametrize("label", ["最終更新日", "最終編集日時", "記事公開日"])
def test_the_label_of_a_day_is_no_source(document, label: str) -> None:
    head, foot = "ログイン\n新規登録\n梅干しを三年寝かせてわかったこと\n", "\nプライバシー\n利用規約"
    made = document(f"{head}{label} 2026年4月10日\n{WIDE}{foot}")
    assert made["source"] is None


def test_an_account_that_ends_its_path_is_no_title(document) -> None:
    """Its name is the last part of the path, as a headline may be; a button to follow it is below."""
    path = "首页\n登录\n青石号 > 中国青石发布\n定了！青石渡口即将复航"
    day = "2021-03-09 14:07 来源：青石新闻·青石号·政务\n字号\n大\n小"
    made = document(f"{path}\n{day}\n中国青石发布\n关注\n{WIDE}\n版权声明\n联系我们")
    assert (made["title"], made["author"]) == ("定了！青石渡口即将复航", "中国青石发布")


def test_a_headline_that_ends_its_path_is_the_title(document) -> None:
    path = "首页\n登录\n青石号 > 青石渡口即将复航\n青石渡口即将复航\n2021-03-09 14:07 来源：青石新闻"
    assert document(f"{path}\n{WIDE}\n版权声明\n关注\n联系我们")["title"] == "青石渡口即将复航"
