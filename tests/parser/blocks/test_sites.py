"""What a site prints on all its pages goes; lines of the text in the same words stay."""

from __future__ import annotations

import pytest

from tests.parser.pages import ENGLISH_BODY

FRAME = "Home\nSign in\nBasket\n%s\nPrivacy policy\nTerms of use\nAbout us\n"
OFFER = (
    "Oak bell stool\n£54.00\nThe stool is turned from one piece of oak and oiled twice before it leaves the shop.\n%s\n"
    "It carries a grown person, and the feet do not mark a wooden floor."
)
SHOP = (
    "Delivery & returns\nWrite a customer review", "48 products", "Price: low to high", "Under £80", "Default sorting",
    "Taxes and shipping calculated at checkout",
)  # fmt: skip
SHOPS = (
    "Guide des tailles", "Trouver en magasin", "Signaler cet avis", "Größe auswählen", "Verifizierter Kauf",
    "Guía de tallas", "Agregar a favoritos", "Vista rápida", "Scegli la taglia", "Таблица размеров",
    "サイズガイド", "参考になった(5)", "尺码助手", "极速退款", "商家回复:谢谢",
)  # fmt: skip
JOB = ("Report job", "Not interested\nEasy apply", "People also searched:", "Get notified about new stools")
NEWS = ("Thank you for signing up!", "Hide Ad", "La suite après cette publicité", "Report a problem with this page")
CHINESE = "青石茶壶\n￥168.00\n壶身由匠人手工拉坯，釉面温润，出水利落。\n%s\n壶嘴内置球形滤网，泡散茶也不会堵住。"
TABS = ("好评(1900+)", "晒图(320)", "好评度 98%", "满199减20", "卖家服务", "严禁用人单位和招聘者用户做出违法行为。")


@pytest.mark.parametrize("line", [*SHOP, *SHOPS, *JOB, *NEWS])
def test_what_a_site_prints_on_all_its_pages_goes(document, line: str) -> None:
    body = document(FRAME % (OFFER % line))["body"]
    assert not set(line.splitlines()) & set(body.splitlines())
    assert "It carries a grown person" in body


@pytest.mark.parametrize("line", TABS)
def test_what_a_chinese_site_prints_on_all_its_pages_goes(document, line: str) -> None:
    body = document("首页\n登录\n购物车\n%s\n关于我们\n联系我们\n隐私政策\n" % (CHINESE % line))["body"]
    assert line not in body.splitlines()
    assert "壶嘴内置球形滤网，泡散茶也不会堵住。" in body


@pytest.mark.parametrize(
    "line",
    [
        "Cookies with brown butter keep for a week.",
        "Accept all lumps: they melt in the oven.",
        "Jobs at risk in the stool trade, the union says.",
        "He was not interested in stools under £80.",
        "The price went from low to high within a year.",
        "Dazu passt ein Stuhl aus Esche.",
        "Vous avez consulté un menuisier avant de le faire.",
        "También te puede pasar a ti, dijo el carpintero.",
        "卖家回复说，凳子明天发货。",
        "参考になった本を三冊挙げる。",
        "from workshop import Stool, Bench",
    ],
)
def test_a_line_of_the_text_in_words_of_a_site_stays(document, line: str) -> None:
    assert line in document(FRAME % (OFFER % line))["body"].splitlines()


@pytest.mark.parametrize(
    "text",
    [
        "第一章 总则\n第一条 为了公开，制定本办法。\n政务服务\n第二条 大厅设坡道。\n互动交流\n第三条 三日内答复。",
        "Delivery options\nIt takes three days.\nReturns policy\nUnworn items.\nOrder summary\nIt shows what you pay.",
        "Not interested\nHe pushed the paper back.\nReport job\nIt was on his list.\nEveryone\nEveryone knew.",
        "Forum rules\nBe kind.\nThread tools\nUse them.\nThe team\nAda and Ben.\nTopic locked\nThat is it.",
        "第十二章 旧灯\n上一章说到，灯灭了。\n“推荐本书。”他说。\n背景颜色\n黑。\n章节目录\n第一章 灯\n第二章 油",
        "12 results\n5 products\nname: a to z\n3 stars\na**b\nShowing 6 of 48",
    ],
    ids=["statute", "help", "story", "rules", "novel", "list"],
)
def test_a_text_without_furniture_keeps_all_lines(document, text: str) -> None:
    found = document(text)
    assert set(text.splitlines()) <= {*found["body"].splitlines(), found["title"]}


def test_an_article_goes_on_below_an_advertisement(document) -> None:
    text = "\n".join(("Home", "Sign in", "A ferry sails again", "9 March 2021", *ENGLISH_BODY[:1], "Anzeige"))
    found = document("\n".join((text, *ENGLISH_BODY[1:], "Share", "Impressum", "Datenschutz")))
    assert found["body"].splitlines() == list(ENGLISH_BODY)


@pytest.mark.parametrize("heading", ["公司介绍", "任职要求", "使用方法"])
def test_the_heading_of_a_part_of_an_offer_stays_above_its_sentence(document, heading: str) -> None:
    said = "青石茶社成立于2011年，在三个镇上有铺面，常年招收学徒。"
    page = f"首页\n登录\n职位\n立即沟通\n{heading}\n{said}\n点击查看地图\n关于我们\n联系我们\n隐私政策\n"
    assert heading in document(page)["body"].splitlines()
