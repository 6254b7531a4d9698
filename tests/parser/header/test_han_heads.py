"""Heads and ends of Chinese pages: offices, labels told again, writers behind a paper, heads of posts, credits."""

from __future__ import annotations

import pytest

from tests.parser.pages import CHINESE_BODY

BODY = "\n".join(CHINESE_BODY)
TITLE = "渡口复航：青石镇等来了停航十二年后的第一班船"
DAY = "2024-03-12 09:15"


@pytest.mark.parametrize("name", ["青石经济交流中心世界经济研究部部长", "清江大学经济学院教授", "清江研究院副院长"])
def test_an_office_is_no_author(document, name: str) -> None:
    assert document(f"{TITLE}\n{DAY}\n作者：{name}\n{BODY}")["author"] is None


@pytest.mark.parametrize("name", ["周小渡", "周部长", "林研究"])
def test_a_name_that_resembles_an_office_is_an_author(document, name: str) -> None:
    assert document(f"{TITLE}\n{DAY}\n作者：{name}\n{BODY}")["author"] == name


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("来源：清江新闻网 王帆", "清江新闻网"),
        ("来源：清江日报 周小渡 林一", "清江日报"),
        ("來源：清江新聞網　王帆", "清江新聞網"),
        ("来源：本文来源于清江商报", "清江商报"),
        ("发布机构：清江市人民政府\t成文日期：2024年3月1日", "清江市人民政府"),
        ("发布机构：清江市人民政府 成文日期：2024年3月1日", "清江市人民政府"),
        ("发布单位：清江市水利局\t索引号：000014\t主题分类：水利", "清江市水利局"),
        ("来源：转自清江商报", "清江商报"),
        ("来源：青石镇 党政办", "青石镇 党政办"),
        ("来源：本文书屋", "本文书屋"),
        ("来源：清江商报社", "清江商报社"),
    ],
)
def test_a_source_is_named_without_its_label_and_writer(document, line: str, source: str) -> None:
    assert document(f"{TITLE}\n{DAY}\n{line}\n{BODY}")["source"] == source


def test_a_label_before_a_paper_and_its_day_is_no_part_of_the_name(document) -> None:
    assert document(f"{TITLE}\n本文来源于清江商报 {DAY}:48\n{BODY}")["source"] == "清江商报"


@pytest.mark.parametrize(("name", "source"), [("青石新闻或青石网", None), ("青石新闻", "青石新闻")])
def test_a_choice_of_names_is_no_source(document, name: str, source: str | None) -> None:
    assert document(f"{TITLE}\n{DAY}\n{BODY}\n以上内容不代表{name}立场。")["source"] == source


def test_the_widget_of_other_pages_is_no_author(document) -> None:
    assert document(f"{TITLE}\n{DAY}\n{BODY}\nby Taboolaby Taboola\nSponsored Links")["author"] is None


def test_the_head_of_a_post_names_writer_and_account(document) -> None:
    found = document(f"{TITLE}\n原创 周小渡 青石观察\n{DAY} 发表于浙江\n{BODY}")
    assert (found["author"], found["source"]) == ("周小渡", "青石观察")


def test_a_menu_that_resembles_the_head_of_a_post_names_nobody(document) -> None:
    found = document(f"首页\n原创 文学 论坛\n{TITLE}\n{DAY}\n{BODY}")
    assert (found["author"], found["source"]) == (None, None)


@pytest.mark.parametrize("label", ["发文机关", "发布单位", "发布机关"])
def test_an_office_that_issues_is_the_source(document, label: str) -> None:
    head = f"索引号：QS-2024-0012 {label}：青石镇人民政府\n成文日期：2024-03-12"
    assert document(f"{TITLE}\n{head}\n{BODY}")["source"] == "青石镇人民政府"


def test_the_label_of_a_poem_is_no_headline(document) -> None:
    verse = "小舟横渡口，春水绿如蓝。\n白发撑船客，铜铃响夜潭。\n青山连远岸，明月落寒滩。\n欲问归来日，桃花已满潭。"
    assert document(f"首页\n登录\n春渡\n朝代：唐代\n作者：林满仓\n{verse}")["title"] in {None, "春渡"}


def test_a_headline_that_begins_like_such_a_label_is_one(document) -> None:
    title = "年代：一座渡口与它的三代船工"
    assert document(f"首页\n登录\n{title}\n{DAY}\n来源：清江晚报\n{BODY}")["title"] == title


@pytest.mark.parametrize("label", ["信息时间", "发布时间"])
def test_the_day_of_the_information_is_that_of_its_publication(document, label: str) -> None:
    assert str(document(f"{TITLE}\n{label}：2024-03-12\n{BODY}")["date"]) == "2024-03-12"


@pytest.mark.parametrize(
    "line",
    [
        "供稿：周小渡 审核：林一 发布：王二",
        "（供稿：党政办）",
        "审核丨王二",
        "终审：王二",
        "一审：周小渡丨二审：林一",
        "供稿：周小渡　審核：林一",
    ],
)
def test_credits_below_the_text_are_no_part_of_it(document, line: str) -> None:
    assert document(f"{TITLE}\n{DAY}\n{BODY}\n{line}")["body"].endswith(CHINESE_BODY[-1])


@pytest.mark.parametrize(
    "line",
    [
        "审核：镇里每周两次查验船上的救生衣，不合格的当天停航。",
        "审核通过的船工可以领到一张新证。",
        "终审判决维持原判。",
    ],
)
def test_sentences_that_begin_like_credits_stay(document, line: str) -> None:
    assert document(f"{TITLE}\n{DAY}\n{BODY}\n{line}")["body"].endswith(line)


STEPS = ("初审：材料是否齐全", "复审：现场核查", "终审：公示七天")
CAST = ("导演：何一舟", "摄影：林一", "统筹：王二")


@pytest.mark.parametrize("listed", [STEPS, CAST])
@pytest.mark.parametrize("frame", [("", ""), ("首页\n登录\n", "\n分享到：")])
def test_steps_and_casts_below_the_text_stay(document, listed: tuple[str, ...], frame: tuple[str, str]) -> None:
    lines = "\n".join(listed)
    assert document(f"{frame[0]}{TITLE}\n{DAY}\n{BODY}\n{lines}{frame[1]}")["body"].endswith(listed[-1])
