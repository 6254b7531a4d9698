"""Headlines above what only threads, recipes, houses, apps and wikis print below one; words of menus are none."""

from __future__ import annotations

import pytest

STEPS = (
    "Beat the butter with the sugar until it is pale, add the eggs one by one, and fold in the flour with a spoon.\n"
    "Spread the batter in the tin, press the halved plums into it and bake for forty-five minutes."
)
KOCHEN = "Die Milch mit Zucker aufkochen, den Reis einrühren und quellen lassen.\nMit Zimt bestreut warm servieren."
HAUS = "日当たりの良い南向きの部屋です。近くにはスーパーと公園があり、お子様のいるご家庭にもおすすめです。"
RIVER = "달빛강은 산내군 북쪽에서 시작하여 남쪽 바다로 흘러드는 길이 84킬로미터의 강이다."
WAND = (
    "家里是八十年代的老房子，一楼，今年春天墙面返潮很厉害，墙纸都掉下来了，想问大家有什么办法处理。\n"
    "找过装修公司，说要把墙皮全部铲掉重新做防水，报价一万多，感觉有点贵，不知道值不值。"
)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Milchreis\nZutaten\n1 l Milch\n250 g Rundkornreis\nZubereitung\n{KOCHEN}", "Milchreis"),
        (f"Milchreis\nFür 4 Personen\nZutaten\n1 l Milch\nZubereitung\n{KOCHEN}", "Milchreis"),
        (f"Plum Cake\nPrep: 20 mins\nCook: 45 mins\nIngredients\n200g butter\nMethod\n{STEPS}", "Plum Cake"),
        (f"桜ヶ丘ハイツ\n賃料：6.8万円\n間取り：1LDK\n{HAUS}", "桜ヶ丘ハイツ"),
        (
            f"달빛강\n최근 수정 시각: 2024-02-03 11:20:10\n편집\n토론\n1. 개요\n{RIVER}",
            "달빛강",
        ),
        (f"论坛\n家装论坛\n主题: 墙面返潮\n查看: 3|回复: 4\n河边草\n发表于 2023-4-5 20:11\n{WAND}", "墙面返潮"),
        (f"论坛\n家装论坛\n墙面返潮怎么办\n查看: 3|回复: 4\n河边草\n发表于 2023-4-5\n{WAND}", "墙面返潮怎么办"),
        (f"首页\n二手房\n经纪人\n更新时间：2024-08-08\n总价：128万\n户型：2室1厅\n{WAND}", None),
        (f"首页\n二手房\n东湖花园两室急售\n更新时间：2024-08-08\n总价：128万\n{WAND}", "东湖花园两室急售"),
    ],
)
def test_the_headline_of_other_pages_than_news(document, text: str, title: str | None) -> None:
    assert document(text)["title"] == title


def test_the_author_of_a_thread_ends_before_the_mark(document) -> None:
    found = document(f"Plum cake sinks\nby Marlowe » Tue Mar 02, 2021 7:14 pm\n{STEPS}")
    assert (found["author"], str(found["date"])) == ("Marlowe", "2021-03-02")
