"""Between a site's menu and its footer a text without prose is kept whole; a list of links is none."""

from __future__ import annotations

import pytest

from audit.parser import parse
from audit.parser.blocks.features import lines
from audit.parser.templates.template_lines import source_of
from tests.parser.pages import table
from tests.parser.templates.in_memory import repeats_of

FRAMES = {
    "en": (("Home", "Archive", "Log in", "Search"), ("Share", "Facebook", "Privacy policy", "Terms of use")),
    "zh": (("首页", "新闻", "登录", "注册"), ("分享到", "微信", "返回顶部", "关于我们")),
    "ru": (("Главная", "Новости", "Войти", "Поиск"), ("Поделиться", "ВКонтакте", "Наверх", "Контакты")),
    "ko": (("홈", "로그인", "회원가입", "검색"), ("공유", "페이스북", "이용약관", "목록")),
}
TEXTS = {
    "a play": ("zh", "甲\n谁把门打开了？\n乙\n风。\n甲\n风不会开门\n乙\n那就是你\n甲\n我在睡觉\n乙\n那就不知道了"),
    "a dialogue": ("ko", "수아\n누가 왔어?\n도윤\n아무도.\n수아\n문이 열렸는데\n도윤\n바람이야\n수아\n또?\n도윤\n또."),
    "a chat": (
        "ru",
        "14.03.2025, 19:02 Вера\nгде ты\n14.03.2025, 19:04 Глеб\nеду\n14.03.2025, 19:30 Вера\nжду",
    ),
    "a diary": ("en", "3 May 2025\nFog\n4 May 2025\nNet\n7 May 2025\nA letter.\n9 May 2025\nFog\n12 May 2025\nSun"),
    "a changelog": (
        "en",
        "2.1\n3 May 2025\nAdded\nA quiet mode\n2.0\n1 March 2025\nRepaired\nA slow start\n1.9\n2 February 2025\nLinks",
    ),
    "a table of days": ("en", "Rye, 3 May 2025\nOats, 4 May 2025\nHay, 9 July 2025\nPeas, 2 June 2025"),
    "a poem": ("ru", "Кто зовёт лодку\nВетер, ветер\nКто зовёт поле\nВетер, ветер\nКто меня\nВетер, ветер\nНикто"),
}  # fmt: skip
DAYS = {
    "a Chinese chat": (
        "zh",
        "2025-04-02 09:03 小岳\n船到了吗\n2025-04-02 09:05 阿禾\n还没\n2025-04-02 09:40 小岳\n快了\n再等等",
    ),
    "a Korean diary": (
        "ko",
        "2025년 4월 2일\n비. 벌통을 옮겼다.\n2025년 4월 5일\n맑음\n2025년 4월 9일\n편지가 왔다.",
    ),
}  # fmt: skip
INTRODUCED = {
    "episodes": (
        "zh",
        "渡口人\n这部广播剧由河边几个村子的居民录制，每集大约二十分钟。故事发生在渡口关闭前的那个冬天。",
        "第一集 铁锁\n第二集 枯水\n第三集 旧账\n第四集 涨水\n第五集 空船\n演员\n何素\n唐百里\n安丽",
    ),
    "a scene": (
        "ru",
        "Второй фонарь\nЭта короткая сцена написана для двух голосов. Впервые её прочли в сельском клубе зимой.",
        "МАРФА\nТы зажёг?\nГЛЕБ\nЯ не трогал\nМАРФА\nТогда кто?\nГЛЕБ\nВетер\nМАРФА\nВетер гасит\nГЛЕБ\nНе этот",
    ),
    "a glossary": (
        "en",
        "Words of the mill\nThe words of a mill are lost when the mill is. We asked the last three millers.",
        "1. Leat\nThe channel\n2. Hopper\nAbove the stones\n3. Sluice\nA gate\n4. Runner\nThe upper stone",
    ),
}  # fmt: skip
LISTS = {
    "links": ("en", "Products\nSolutions\nPricing\nCustomers\nDevelopers\nPartners\nInvestors\nFoundation"),
    "Chinese links": ("zh", "数码器材\n露营装备\n厨房小件\n亲子乐园\n老城漫步\n手作工坊"),
    "headlines above their days": (
        "ko", "나루 운항 중단\n2025.03.02\n물레방아 도착\n2025.03.01\n교실 난방\n2025.02.28\n왜가리\n2025.02.27",
    ),
    "an error": ("zh", "产品中心\n解决方案\n404\n您访问的页面不存在\n人才招聘\n新闻中心"),
}  # fmt: skip


def framed(language: str, text: str) -> str:
    above, below = FRAMES[language]
    return "\n".join((*above, text, *below))


@pytest.mark.parametrize(("language", "text"), TEXTS.values(), ids=TEXTS)
def test_a_text_in_a_frame_is_kept_whole(document, language: str, text: str) -> None:
    assert document(framed(language, text))["body"] == text


@pytest.mark.parametrize(("language", "above", "text"), INTRODUCED.values(), ids=INTRODUCED)
def test_a_text_below_an_introduction_is_kept_whole(document, language: str, above: str, text: str) -> None:
    found, (title, _, said) = document(framed(language, f"{above}\n{text}")), above.partition("\n")
    assert found["body"].removeprefix(f"{title}\n") == f"{said}\n{text}"
    assert found["title"] in (None, title)


def test_a_menu_below_an_introduction_is_no_text(document) -> None:
    said = "The mill ferry is running again after repairs to its chain. Boats leave every half hour until dusk."
    menu = "Villages\nHarbour\nFields and farms\nTide tables\nCrossword\nDeaths"
    assert document(framed("en", f"{said}\n{menu}"))["body"] == said


@pytest.mark.parametrize(("language", "text"), LISTS.values(), ids=LISTS)
def test_a_list_of_links_in_a_frame_is_no_text(document, language: str, text: str) -> None:
    assert document(framed(language, text))["body"] == ""


@pytest.mark.parametrize(("language", "text"), DAYS.values(), ids=DAYS)
def test_the_day_of_an_entry_is_not_the_page_s(document, language: str, text: str) -> None:
    found = document(framed(language, text))
    assert (found["body"], found["date"]) == (text, None)


def test_the_only_day_of_a_text_is_the_page_s(document) -> None:
    found = document(framed("ru", "Кто зовёт лодку\n3 мая 2025\nВетер, ветер\nКто зовёт поле\nВетер, ветер\nКто меня"))
    assert found["date"].isoformat() == "2025-05-03"


def test_speakers_that_take_turns_are_no_buttons(document) -> None:
    text = (
        "EDDA\nIs it snowing?\nTHUL\nNot yet.\nEDDA\n(at the door) Soon\nTHUL\nYou always say so.\n"
        "EDDA\nAm I wrong?\nTHUL\nTwice.\nEDDA\nName one\nTHUL\nThe well"
    )
    assert document(framed("en", text))["body"] == text


def test_a_day_inside_that_other_texts_of_the_site_have_is_kept() -> None:
    texts = [
        "1 May 2025\nFog\nA net, torn\n4 May 2025\nThe letter.\n7 May 2025\nNo wind\n9 May 2025\nSnow\nHay",
        "3 May 2025\nRain, rain\n4 May 2025\nTwo geese\n7 May 2025\nHe came.\n9 May 2025\nSnow\nDry roads",
        "2 May 2025\nNobody there\n4 May 2025\nThe bell rang.\nSun\n9 May 2025\nSnow\nDusk, at last\nMud",
    ]
    pages = table(*(framed("en", text) for text in texts))
    ids = [f"diaries/{number}.txt" for number in range(len(texts))]
    pages = pages.set_column(pages.schema.get_field_index("id"), pages.schema.field("id"), [ids])
    known = repeats_of(lines(pages["text"].to_pylist()), [source_of(id) for id in ids])
    bodies = [document["body"] for document in parse(pages, known).documents.to_pylist()]
    assert [body.endswith(text.partition("\n")[2]) for body, text in zip(bodies, texts, strict=True)] == [True] * 3


def test_a_name_that_recurs_is_no_title(document) -> None:
    assert document(framed(*TEXTS["a dialogue"]))["title"] is None


def test_a_list_of_articles_above_a_pager_is_no_text(document) -> None:
    said = ("渡船又开了", "老桥要修了", "今年河水高", "集市搬到河边", "水磨坊开门")
    entries = "\n".join(f"{one}\n2021-03-{9 - number:02}" for number, one in enumerate(said))
    found = document(f"首页 > 新闻\n{entries}\n上一页\n1\n2\n3\n下一页\n版权所有 小城网")
    assert (found["body"], found["title"], found["date"]) == ("", None, None)
