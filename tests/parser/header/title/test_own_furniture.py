"""The headline of a page that is no news, above what only such a page prints, or above the sentence that defines it."""

from __future__ import annotations

import pytest

from tests.parser.pages import ENGLISH_BODY

TOP = "Menu\nLog in\nHome\n"
PROSE = "\n".join(ENGLISH_BODY)
FOOT = f"\n{PROSE}\nPrivacy policy\nContact us"
ASKED = "I am away for five weeks and nobody can ring the bell. Should it be tied up or taken down?\nShare\nFollow"
POST = "The role\nYou will steer a wooden ferry six times a day and ring its bell at noon.\nYou have\nA dry coat"
WARE = "A bell of cast bronze with a rope of hemp, loud enough for both banks of the river.\nWeight: 2 kg\nReturns"
LIST = "Every walk ends at a ferry.\nBeacon Tarn\n3 miles\nQuarry Steps\n4 miles\nHollin Wood\n2 miles\nLoad more"
ENTRY = (
    "{} is a wooden ferry on the Marl river, tied up in 2009 and put back into service in 2021.\nHistory\nIt sank once."
)


@pytest.mark.parametrize(
    ("title", "below"),
    [
        ("How do I keep a ferry bell from rusting in winter?", f"Asked 3 years ago\nViewed 12k times\n{ASKED}"),
        ("Helmsman of a wooden ferry", f"Location: Marl\nSalary: £27,500\nApply now\n{POST}"),
        ("Bronze ferry bell 18 cm", f"4.6\n£68.00\nAdd to cart\n{WARE}"),
        ("Walks that end at a ferry", f"Sort by: Newest\n24 items\n{LIST}"),
        ("Ferry soup with barley", f"4.8/5\n87 reviews\nPrint\n{WARE}"),
        ("Bell Ringing Night", f"Saturday, April 11, 2026 · 7:00pm to 9:00pm\nGet tickets\n{WARE}"),
        ("tidebell", f"2.4.0\npip install tidebell\nLatest version\n{WARE}"),
        ("Marlbell", f"Article\nDiscussion\nRead\nEdit\n{ENTRY.format('Marlbell')}"),
        ("Marlbell", ENTRY.format("The Marlbell")),
        ("A bell rung for thirty days", f"Ada · 5 days ago · 8k views\n{WARE}"),
    ],
)
def test_a_headline_above_the_furniture_of_its_kind(document, title: str, below: str) -> None:
    assert document(f"{TOP}{title}\n{below}{FOOT}")["title"] == title


def test_a_count_above_such_furniture_is_no_headline(document) -> None:
    assert document(f"{TOP}Threads: 53\nArticle\nDiscussion\n{WARE}{FOOT}")["title"] != "Threads: 53"


def test_a_prompt_above_a_prompt_is_no_headline(document) -> None:
    assert document(f"{TOP}Back to results\nApply now\n{POST}{FOOT}")["title"] != "Back to results"


CHINESE_TOP, CHINESE_FOOT = "首页\n登录\n注册\n", "\n联系我们\n版权所有 © 雾港网"
SAID = "雾港的渡口建在礁石上，每天早晚各开一班船，冬天有雾的日子停航。\n老船工说，雾最浓的时候，只能听钟声靠岸。"


@pytest.mark.parametrize(
    ("title", "below"),
    [
        ("雾港渡口为什么冬天停航？", f"我来答\n分享\n2个回答\n山里人\n2019-11-20\n{SAID}"),
        ("雾港渡口的钟还在吗", f"只看楼主\n收藏\n回复\n{SAID}"),
        ("雾港的钟声，又响了", f"原创\n柳渡\n2024-03-02 08:01\n{SAID}"),
        ("雾港渡口夜班舵手", f"6000-8000元/月\n立即沟通\n岗位要求\n{SAID}"),
    ],
)
def test_a_chinese_headline_above_the_furniture_of_its_kind(document, title: str, below: str) -> None:
    assert document(f"{CHINESE_TOP}{title}\n{below}{CHINESE_FOOT}")["title"] == title


def test_a_section_above_such_a_word_of_a_menu_is_no_headline(document) -> None:
    menu, day = "雾港频道\n原创\n直播", "2024-03-02 08:01\n来源：雾港日报"
    text = f"{CHINESE_TOP}{menu}\n雾港渡口恢复早班航线\n{day}\n{SAID}{CHINESE_FOOT}"
    assert document(text)["title"] == "雾港渡口恢复早班航线"


def test_a_price_in_ten_thousands_is_no_headline(document) -> None:
    offer = "雾港花园两室一厅\n关注房源\n132人关注\n128万\n单价 15,238元/平米\n预约看房"
    assert document(f"{CHINESE_TOP}{offer}\n{SAID}{CHINESE_FOOT}")["title"] != "128万"


THREAD = """\
Sign Up
Log In
Frost damage on young fig trees
{}
tessa_w
Mar 2021
My two figs froze back to the ground in February. Will they shoot again from the root?
Reply
oldspade
Mar 2021
Mine did, after fourteen degrees of frost. Cut them in May when you see green.
Reply
Suggested Topics
Privacy policy"""


def test_a_tag_in_small_letters_is_no_headline(document) -> None:
    assert document(THREAD.format("fruit"))["title"] == "Frost damage on young fig trees"


def test_a_name_in_small_letters_below_a_menu_is_one(document) -> None:
    assert document(f"{TOP}tidebell\n2.4.0\npip install tidebell\n{WARE}{FOOT}")["title"] == "tidebell"
