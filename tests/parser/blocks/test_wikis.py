"""The frame of a wiki's page goes, its headline is found; texts that speak of wikis stay."""

from __future__ import annotations

import pytest

PAGES = {
    "en": (
        "Jump to content\nMain menu\nSearch\nCreate account\nPersonal tools",
        "Tarred marline",
        "5 languages\nArticle\nTalk\nRead\nEdit\nView history\nTools\nFrom Wikipedia, the free encyclopedia",
        "Tarred marline is a thin line of two strands, used by sailors to seize the ends of thicker ropes.",
        (
            'Retrieved from "https://wiki.example/w/index.php?title=Tarred_marline"\nCategories: Ropes\n'
            "This page was last edited on 8 January 2026, at 11:02 (UTC).\nPrivacy policy\nDisclaimers\nDevelopers"
        ),
    ),
    "it": (
        "Vai al contenuto\nMenu principale\nRicerca\nStrumenti personali",
        "Merlino (cordame)",
        "4 lingue\nVoce\nDiscussione\nLeggi\nModifica\nCronologia\nStrumenti\nDa Wikipedia, l'enciclopedia libera.",
        "Il merlino è una cordicella di due legnoli, usata dai marinai per legare le cime più grosse.",
        "Categoria: Cordame\nQuesta pagina è stata modificata per l'ultima volta l'8 gen 2026 alle 11:02.\nAvvertenze",
    ),
    "zh": (
        "跳转到内容\n主菜单\n搜索\n登录\n个人工具",
        "油麻绳",
        "8种语言\n条目\n讨论\n阅读\n编辑\n查看历史\n工具\n维基百科，自由的百科全书",
        "油麻绳是用两股麻线捻成的细绳，水手用它捆扎粗缆的末端。",
        "分类：绳索\n本页面最后修订于2026年1月8日 (星期四) 11:02。\n关于维基百科\n手机版视图",
    ),
    "ru": (
        "Перейти к содержанию\nГлавное меню\nПоиск\nПерсональные инструменты",
        "Марлинь (трос)",
        "6 языков\nСтатья\nОбсуждение\nЧитать\nПравить\nИнструменты\nМатериал из Википедии — свободной энциклопедии",
        "Марлинь — тонкий трос из двух прядей, которым моряки обвязывают концы толстых канатов.",
        "Категория: Тросы\nЭта страница в последний раз была отредактирована 8 января 2026 года в 11:02.\nРазработчики",
    ),
}


@pytest.mark.parametrize("language", PAGES)
def test_the_article_of_a_wiki_is_left(document, language: str) -> None:
    menu, title, tabs, text, footer = PAGES[language]
    found = document(f"{menu}\n{title}\n{tabs}\n{text}\n{footer}")
    assert (found["title"], found["body"], found["date"]) == (title, text, None)


@pytest.mark.parametrize(
    "line",
    [
        "From Wikipedia, the free encyclopedia, he copied whole chapters.",
        "She said that this page was hers.",
        "维基媒体基金会是一个非营利组织。",
        "Retrieved from the river, the bell was cracked.",
    ],
)
def test_who_speaks_of_wikis_is_read(document, line: str) -> None:
    text = (
        f"The ferryman had a habit that nobody on the river could explain to the others.\n{line}\nThe council laughed."
    )
    assert document(text)["body"] == text


ENTRY = """首页
登录
搜索
查看我的收藏
有用+1
青石灯草
播报
编辑
上传视频
灯草科植物
青石灯草是灯草科的多年生草本植物，分布于海拔一千米以上的湿地。
别名
灯芯草
形态特征
播报
编辑
茎丛生，高二十至四十厘米，髓白色。[1]
生长环境
播报
编辑
生于溪边和沼泽，喜湿润，忌长久干旱。[2]
词条统计
浏览次数：18432次
投诉建议
关于我们
联系我们
"""


def test_the_sections_between_buttons_to_edit_them_stay(document) -> None:
    body = document(ENTRY)["body"].splitlines()
    for line in (
        "形态特征",
        "茎丛生，高二十至四十厘米，髓白色。[1]",
        "生长环境",
        "生于溪边和沼泽，喜湿润，忌长久干旱。[2]",
        "灯芯草",
    ):
        assert line in body
    assert not {"播报", "编辑", "上传视频", "投诉建议"} & set(body)


@pytest.mark.parametrize("names", [("Ada", "Ben"), ("Recent posts", "Archive")])
def test_what_is_above_a_button_to_edit_elsewhere_is_no_section(document, names: tuple[str, str]) -> None:
    text = "\n".join(f"{name}\nEdit\nReply" for name in names)
    said = "The marline was tarred twice and hung for a week before the sailors used it on deck."
    found = document(
        f"Home\nSign in\nTarred marline\n9 March 2021\n{said}\n{said[4:]}\nShare\n{text}\nPrivacy policy\n"
    )
    assert not set(names) & set(found["body"].splitlines())
