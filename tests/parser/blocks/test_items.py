"""The items of a list stay together on a page of its own, and go together below an article."""

from __future__ import annotations

from itertools import chain

import pytest

from tests.parser.pages import ENGLISH_BODY

HEAD = "Home\nNews\nSign in\n"
FOOT = "\nNext\nPrivacy policy\nTerms of use\nContact us"
WALKS = (
    ("Beacon Ford", "3.2 miles · Easy", "A level path along the river to a mill that no longer turns."),
    ("The Tin Steps", "4.1 miles · Moderate", "Three hundred steps, then a view over four valleys."),
    ("Otter Wood", "2.8 miles · Easy", "Best in April, when the anemones are out."),
    ("Marl Moor", "7.5 miles · Hard", "Take a compass: the cairns are far apart."),
)
CAMPS = (
    ("沙湾营地", "距市区21公里 · 人均60元", "草地平整，水电齐全，夜里十一点熄灯。"),
    ("北坡水库", "距市区38公里 · 免费", "没有厕所，风大，胜在看得见星星。"),
    ("旧砖窑", "距市区17公里 · 人均90元", "窑洞改成了厨房，雨天也能生火。"),
)
GAMES = (
    ("Saturday 7 March 2026", "Marl 3-1 Denby", "Otter Wood 0-0 Holm"),
    ("Saturday 14 March 2026", "Denby 2-2 Otter Wood", "Holm 1-4 Marl"),
    ("Saturday 21 March 2026", "Marl 1-0 Otter Wood", "Denby 5-2 Holm"),
)
WORDS = (
    ("Backstay", "The rope that holds the mast from behind."),
    ("Bilge", "The lowest part of a hull, where water gathers."),
    ("Clew", "The corner of a sail to which the sheet is tied."),
    ("Fender", "A cushion between a hull and a wall."),
)
LISTS = {"catalogue": WALKS, "chinese": CAMPS, "results": GAMES, "glossary": WORDS}


@pytest.mark.parametrize("items", LISTS.values(), ids=LISTS)
def test_all_items_of_a_list_are_content(document, items: tuple[tuple[str, ...], ...]) -> None:
    lines = list(chain.from_iterable(items))
    kept = document(HEAD + "All of them\n" + "\n".join(lines) + FOOT)["body"].splitlines()
    assert [line for line in lines if line not in kept] == []
    assert not {"Next", "Privacy policy", "Sign in"} & set(kept)


def test_the_name_above_a_price_that_is_kept_is(document) -> None:
    wares = {
        "竹编灯罩 手工 30cm 2只": "￥88.00",
        "青瓷碟 六只装 16cm": "￥126.00",
        "桐油纸伞 红": "￥210.00",
        "麻布门帘 90cm": "￥65.00",
    }
    top = "登录\n注册\n我的订单\n购物车0件\n全部分类\n首页\n家居\n餐厨\n首页\n>\n手作"
    top += "\n>\n器物\n器物\n综合\n销量\n新品\n价格\n共 38 件商品"
    items = "\n".join(f"{name}\n{price}\n加入购物车\n收藏" for name, price in wares.items())
    below = "上一页\n1\n2\n3\n下一页\n到第\n页\n确定\n猜你喜欢\n铜铃\n￥29.00\n新手指南\n售后服务\n关于我们"
    kept = document(f"{top}\n{items}\n{below}")["body"].splitlines()
    assert [line for line in chain.from_iterable(wares.items()) if line not in kept] == []
    assert not {"加入购物车", "家居", "上一页"} & set(kept)


@pytest.mark.parametrize("items", [WALKS, GAMES], ids=["catalogue", "results"])
def test_no_item_of_a_list_below_an_article_is(document, items: tuple[tuple[str, ...], ...]) -> None:
    body = "\n".join(ENGLISH_BODY)
    below = "\n".join(chain.from_iterable(items))
    header = "Wooden ferry sails again\nBy Peter Quill\nPublished March 9, 2021"
    page = f"{HEAD}{header}\n{body}\nRelated stories\n{below}{FOOT}"
    assert document(page)["body"].removeprefix("Wooden ferry sails again\n") == body


def test_the_facts_of_an_item_are_no_title(document) -> None:
    page = HEAD + "\n".join(chain.from_iterable(WALKS)) + FOOT
    assert document(page)["title"] not in set(chain.from_iterable(WALKS))


def test_menus_in_columns_are_no_items(document) -> None:
    menus = "\n".join(f"{name}\nAll {name}\nNew {name}" for name in ("Boots", "Coats", "Tents", "Stoves"))
    page = f"{HEAD}{menus}\nWooden ferry sails again\n" + "\n".join(ENGLISH_BODY) + FOOT
    assert "Boots" not in document(page)["body"]


def test_dates_of_posts_are_no_facts(document) -> None:
    posts = "\n".join(
        f"Reply\nmember{n}\n2026-03-0{n} 08:1{n}\n#{n}\nI would take the boat out of the water before week {n}."
        for n in range(1, 6)
    )
    assert "2026-03-03" not in document(f"{HEAD}When to lift a boat\n{posts}{FOOT}")["body"]


@pytest.mark.parametrize("button", ["Read more", "Learn more", "Listen", "See the knot"])
def test_the_button_of_each_item_goes(document, button: str) -> None:
    page = (
        HEAD + "Sort by: Newest\n" + "\n".join((*chain.from_iterable((*walk, button) for walk in WALKS), "Load more"))
    )
    kept = document(page + FOOT)["body"].splitlines()
    assert not {button, "Sort by: Newest", "Load more"} & set(kept)
    assert set(chain.from_iterable(WALKS)) <= set(kept)


def test_the_comments_of_each_item_are_no_heading(document) -> None:
    posts = "\n".join(
        f"{name}\nMarch {n}, 2026\n{said} I went there on a wet Tuesday.\nContinue reading\n{n} Comments"
        for n, (name, _, said) in enumerate(WALKS, 2)
    )
    kept = document(HEAD + posts + FOOT)["body"].splitlines()
    assert {walk[0] for walk in WALKS} <= set(kept)
    assert "3 Comments" not in kept


def test_facts_all_items_share_are_no_buttons(document) -> None:
    lines = list(chain.from_iterable((name, "Free", said) for name, _, said in WALKS))
    assert document("Walks\n" + "\n".join(lines))["body"].splitlines().count("Free") == len(WALKS)


@pytest.mark.parametrize("word", ["Listen", "Details", "Filter", "Play", "摘要", "播放"])
def test_a_button_may_be_a_heading(document, word: str) -> None:
    text = f"{ENGLISH_BODY[0]}\n{word}\n" + "\n".join(ENGLISH_BODY[1:])
    assert word in document(text)["body"].splitlines()


def test_a_refrain_is_no_button(document) -> None:
    verse = "\n".join(
        f"{name} lies low in the rain.\nAnd we rowed to the sound of {name}.\nHeave away" for name, *_ in WALKS
    )
    assert document(f"Heave away\n{verse}")["body"].splitlines().count("Heave away") >= len(WALKS)
