"""Headlines of encyclopedias, notices, offices, offers, courses, poems and stores above what only their pages print."""

from __future__ import annotations

import pytest

TOP, FOOT = "首页\n登录\n注册\n", "\n联系我们\n版权所有 © 雾港网"
SAID = "雾港的渡口建在礁石上，每天早晚各开一班船，冬天有雾的日子停航。\n老船工说，雾最浓的时候，只能听钟声靠岸。"
ENGLISH = "The bell is cast of bronze and rings across the river at noon.\nIn fog the helmsman steers by it alone."


@pytest.mark.parametrize(
    ("title", "below"),
    [
        ("雾天坐船头晕怎么办", f"发布者：内科\n阅读：326\n{SAID}"),
        ("水墨山水零基础入门", f"共24课时\n1.2万人已学\n{SAID}"),
        ("渡口夜泊", f"清代：沈云帆\n孤舟泊渡头，灯火隔江楼。\n{SAID}"),
        ("雾港古桥", f"播报\n编辑\n{SAID}"),
        ("陈知秋", f"主任医师\n科室：内科\n陈知秋，主任医师，从事临床工作三十余年，擅长治疗慢性咳嗽。\n{SAID}"),
        ("青竹牌 手工菜篮 大号 加厚", f"老手艺人编的，一只用十年\n价格\n¥89.00\n{SAID}"),
        ("雾港花园 2室1厅 南北通透", f"关注房源\n12,356元/平米\n{SAID}"),
    ],
)
def test_a_chinese_headline(document, title: str, below: str) -> None:
    assert document(f"{TOP}{title}\n{below}{FOOT}")["title"] == title


@pytest.mark.parametrize(
    ("title", "below"),
    [
        ("Title: Headways of ferries in fog", f"Authors: Ada Finch, Tom Aske\n{ENGLISH}"),
        ("Marl Bells", f"Niebla Software\nContains ads\n{ENGLISH}"),
        ("How a ferry bell is cast", f"6 min read\n{ENGLISH}"),
        ("Ada Finch", f"Born 12 March 1951\n{ENGLISH}"),
    ],
)
def test_a_headline(document, title: str, below: str) -> None:
    found = document(f"Log in\nSections\nHome\n{title}\n{below}\nPrivacy policy\nContact us")["title"]
    assert found == title.removeprefix("Title: ")


def test_a_section_above_the_time_it_takes_to_read_a_page_is_no_headline(document) -> None:
    text = (
        f"Log in\nHome\nSecurity\n10 min read\nWhy the ferry bell of Marl cracked in the frost\n{ENGLISH}\nContact us"
    )
    assert document(text)["title"] == "Why the ferry bell of Marl cracked in the frost"


def test_a_button_in_every_item_of_a_list_speaks_for_no_headline(document) -> None:
    offers = "".join(f"{name}\nот {pay} 000 ₽\nОткликнуться\n" for name, pay in (("Рулевой", 65), ("Матрос", 48)))
    text = f"Работа\nВакансии\nРезюме\nВойти\n{offers}Кассир\nот 40 000 ₽\nОткликнуться\nПомощь"
    assert document(text)["title"] is None


def test_what_ends_the_path_right_above_is_the_headline_and_not_the_name_of_the_site(document) -> None:
    about = "雾港造船有限公司成立于1952年，是一家建造渡船的企业，有员工四十八人。"
    menu = "雾港造船\n网站首页\n关于我们\n联系我们\n当前位置：网站首页 > 关于我们 > 公司简介"
    assert document(f"{menu}\n公司简介\n{about}\n{SAID}{FOOT}")["title"] == "公司简介"


def test_a_word_of_a_menu_is_no_headline(document) -> None:
    assert document(f"首页\n渡口\n钟声\n{SAID}{FOOT}")["title"] is None


def test_a_notice_is_named_above_the_only_day_that_says_it_was_published(document) -> None:
    days = "一、递交时间\n2024年6月24日前\n二、获取时间\n2024年6月12日\n雾港小学\n2024年6月11日"
    title = "雾港小学食堂设备采购项目竞争性磋商公告"
    said = "雾港小学食堂设备采购项目的潜在供应商应获取采购文件，并于开标前提交文件。"
    menu = "雾港交易中心\n首页\n交易信息\n政策法规\n首页>交易信息>采购公告"
    assert document(f"{menu}\n{title}\n信息时间：2024-06-11\n关闭\n{said}\n{days}")["title"] == title


def test_a_work_is_named_with_its_year_above_who_made_it(document) -> None:
    made = "导演: 林一舟\n主演: 周明河\n类型: 剧情"
    assert document(f"{TOP}渡口来信 (2019)\n{made}\n剧情简介\n{SAID}{FOOT}")["title"] == "渡口来信 (2019)"


def test_a_patent_is_named_above_its_days(document) -> None:
    days = "申请号：CN20180000000.1\n申请日：2018-03-12\n公开日：2018-09-04\n申请人：雾港软件"
    said = "本发明公开了一种渡船雾航声光警示装置，包括钟体、闪光灯和测距模块。"
    path = "首页 > 专利 > 船舶"
    found = document(f"专利搜\n高级检索\n{path}\n一种渡船雾航声光警示装置\n{days}\n摘要\n{said}\n{SAID}{FOOT}")
    assert found["title"] == "一种渡船雾航声光警示装置"


def test_a_headline_is_right_below_the_path_and_the_path_is_none(document) -> None:
    menu = "Bénévoles des Aulnes\nMissions\nAssociations\nTémoignages\nSe connecter\nMissions > Environnement"
    facts = "Association Rive propre\nBrumeport\nTous les samedis matin\nJe candidate"
    said = (
        "Nous cherchons cinquante personnes pour ramasser les plastiques sur les deux rives avant les hautes eaux.\n"
        "Les gants, les sacs et le repas sont fournis, prévoyez des chaussures qui ne glissent pas."
    )
    title = "Nettoyer les berges avant la crue"
    assert document(f"{menu}\n{title}\n{facts}\n{said}\nCompétences\nAccès\nMentions légales")["title"] == title


def test_names_with_a_slash_are_no_path(document) -> None:
    head = "Low light for plants\nFebruary 27, 2021\nLaura / House of Plants\nA guide to, plants, Houses"
    assert document(f"Home\nLog in\n{head}\n{ENGLISH}\nPrivacy policy\nContact us")["title"] == "Low light for plants"
