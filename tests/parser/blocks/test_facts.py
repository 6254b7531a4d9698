"""The facts of what a page offers stay, and what the page asks to do with it goes."""

from __future__ import annotations

import pytest

MENU, FOOTER = "Home\nFind boats\nLog in\nEmployers\n", "\nCookie settings\nPrivacy policy\nTerms of use"
TEXT = "You will look after eleven wooden boats afloat and ashore, from a cutter to a dinghy."
FACTS = ("Place: Marl", "Pay: 34,200 a year", "Hours: 35 a week")
JOB = (
    f"{MENU}Keeper of Boats\n{FACTS[0]}\n{FACTS[1]}\n{FACTS[2]}\nApply now\nSave this job\nAbout the post\n{TEXT}\n"
    f"Share this job\nSimilar jobs\nRigger\nOarsman{FOOTER}"
)
SHOP = (
    "全部商品\n首页\n我的订单\n竹露 手工菜刀\n促销 满199减20\n月销 1200+\n加入购物车\n立即购买\n正品保证\n"
    "品牌：竹露\n材质：不锈钢\n净重：268克\n刀口用三层钢打成，切肉不粘，切菜不费力，砍骨头就不行了。\n"
    "看了又看\n竹露 磨刀石 39元\n关于我们\n联系我们\n版权所有"
)
THREAD = (
    "Home\nLog in\nBoards\nSqueaking oar\nadawrites\nJoined: Mar 2019\nMessages: 412\nBoat: a punt\nCoast: north\n"
    f"River: Marl\n{TEXT}\nReply\nQuote\nReport\nfinch\nJoined: May 2020\nMessages: 3\nBoat: none\nCoast: none\n"
    f"{TEXT[:60]} mine.\nReply\nQuote\nReport{FOOTER}"
)
LONG = "The ferry went back into service on Saturday, twelve years after it was tied up below the mill. " * 4
FOOT = f"{MENU}The ferry sails again\nBy Ada Finch\n9 March 2021\n{LONG}\n{TEXT}\nTel: 555 0100\nFax: 555 0101\n"
HEADLINES = (
    f"{MENU}The ferry sails again\nBy Ada Finch\n9 March 2021\n{LONG}\n{TEXT}\nMore from Marl\n"
    "Crime: How the swindlers of the valley proceed with pensioners\n"
    f"Traffic: Why the bridge of the upper town is closed until May{FOOTER}"
)

ROW = "Length: 4.2 m | Beam: 1.5 m | Built: 1987 | Planks: larch"
BOATS = f"{MENU}Boats of the valley\n{{}}\n{TEXT}\n{{}}\nSimilar jobs\nRigger{FOOTER}"


@pytest.mark.parametrize(
    ("page", "kept"),
    [(JOB, (*FACTS, "About the post", TEXT)), (SHOP, ("品牌：竹露", "材质：不锈钢", "净重：268克"))],
    ids=["a job", "a shop"],
)
def test_facts_and_headings_of_an_offer_stay(document, page: str, kept: tuple[str, ...]) -> None:
    lines = document(page)["body"].splitlines()
    assert [line for line in kept if line not in lines] == []


@pytest.mark.parametrize(
    ("page", "dropped"),
    [
        (JOB, ("Apply now", "Save this job", "Share this job", "Similar jobs", "Rigger", "Oarsman")),
        (SHOP, ("促销 满199减20", "月销 1200+", "加入购物车", "立即购买", "正品保证", "看了又看", "竹露 磨刀石 39元")),
        (THREAD, ("Boat: a punt", "Coast: north", "Boat: none")),
        (FOOT + "Address: Mill Lane" + FOOTER, ("Tel: 555 0100", "Fax: 555 0101", "Address: Mill Lane")),
        (HEADLINES, HEADLINES.splitlines()[-5:-3]),
    ],
    ids=["a job", "a shop", "members of a thread", "contacts below an article", "headlines with their topics"],
)
def test_what_is_around_an_offer_goes(document, page: str, dropped: tuple[str, ...]) -> None:
    lines = document(page)["body"].splitlines()
    assert [line for line in dropped if line in lines] == []


@pytest.mark.parametrize(
    "text",
    [
        "Price list of the smithy\nGate hinge: £38\nFire basket: £64\nQuantity\nOrder online\nDelivery: ten miles",
        "Minutes of the society\nDate: 4 March\nAdd to cart: two hoes.\nIn stock\nPrice: what people give.",
        "二手书交换会须知\n时间：周六下午\n数量：每人十本\n收藏\n免费\n已售出的图书请勿带来。\n购物车请停在门外。",
        "Words of a shop\nAdd to cart puts a thing into the cart.\nBuy now skips it.\nReviews are below.",
    ],
    ids=["a price list", "minutes", "a Chinese notice", "a text on buttons"],
)
def test_a_text_with_such_words_and_no_furniture_stays(document, text: str) -> None:
    made = document(text)
    kept = {made["title"], *made["body"].splitlines()}
    assert [line for line in text.splitlines() if line not in kept] == []


def test_an_article_on_shops_stays(document) -> None:
    said = (
        "Nobody presses Buy now by accident, and every button has been moved an inch until it sells.",
        "Free delivery on orders over fifty is the oldest trick that we have, says a designer of shops.",
        "Customers also bought a torch, the page says, and most of them never did.",
        "七天无理由退货的那一周，是驿站老板娘一年里最忙的时候。",
    )
    page = f"{MENU}Why the basket wins\nBy Ada Finch\n9 March 2021\n" + "\n".join(said) + FOOTER
    assert document(page)["body"].splitlines() == list(said)


TRAY = (
    "Shop\nSale\nCart (0)\nWalnut desk tray\nAdd to cart\n"
    "A tray for the things that never have a place: keys, stamps and one good pen.\nMaterial: walnut\n%s\n"
    "You may also like\nOak letter rack\nPrivacy policy"
)
SHIPPED = "Orders ship within two business days.\nWe take them back within 30 days."


@pytest.mark.parametrize("heading", ["Shipping & returns", "Delivery, returns and refunds", "Return policy"])
def test_terms_of_the_shop_go(document, heading: str) -> None:
    body = document(TRAY % f"{heading}\n{SHIPPED}")["body"]
    assert "A tray for the things" in body
    assert not set(f"{heading}\n{SHIPPED}".splitlines()) & set(body.splitlines())


@pytest.mark.parametrize("heading", ["Returns", "How it is made"])
def test_what_may_be_said_of_the_thing_stays(document, heading: str) -> None:
    """A function returns something, too; and without an offer the terms may be what a page tells of."""
    assert SHIPPED in document(TRAY % f"{heading}\n{SHIPPED}")["body"]
    assert (
        SHIPPED
        in document(f"Return policy\nA shop may choose what it takes back, and when.\nReturn policy\n{SHIPPED}")["body"]
    )


HOUSE = ("家賃", "8.6万円", "管理費・共益費", "5,000円", "間取り", "2LDK", "専有面積", "54.2㎡", "築年月", "1998年3月")
SAID = "南向きの角部屋で、朝から夕方まで日が入ります。"
OTHERS = (
    "白鷺の冬",
    "2021年3月9日",
    "渡し船の話",
    "2021年3月8日",
    "水車の音",
    "2021年3月7日",
    "港の朝",
    "2021年3月5日",
)


def _house(lines: tuple[str, ...]) -> str:
    top = "住まいさがし\n買う\n借りる\nお気に入り\nトップ\n賃貸\n潮町2丁目 2LDK\nお気に入りに追加\nお問い合わせ(無料)"
    below = (
        "この物件を見た人はこちらも見ています\n潮町1丁目 1K\n5.2万円\n浜通り 3DK\n7.1万円\n個人情報の取り扱いについて"
    )
    return "\n".join((top, *lines, "物件の特徴", SAID, SAID.replace("朝", "昼"), below))


def test_labels_and_values_on_lines_of_their_own_stay(document) -> None:
    body = document(_house(HOUSE))["body"].splitlines()
    assert [line for line in HOUSE if line not in body] == []
    assert not {"浜通り 3DK", "7.1万円"} & set(body)


def test_headlines_and_their_days_are_no_labels_and_values(parsed) -> None:
    found = parsed(_house(OTHERS)).blocks.to_pylist()
    assert [block["text"] for block in found if "label and its value" in (block["reason"] or "")] == []


QUANTITIES = ("3 bedrooms", "2 bathrooms", "96 sq m", "1 garden shed")


@pytest.mark.parametrize(
    ("lines", "stay"), [(QUANTITIES, True), (("20 boats", "40 boats", "60 boats", "80 boats"), False)]
)
def test_quantities_of_different_things_stay_and_sizes_of_one_go(document, lines: tuple[str, ...], stay: bool) -> None:
    below = f"Save\nShare\n{LONG}\n{TEXT}\nSimilar homes\n9 Weir Road{FOOTER}"
    page = f"{MENU}Mill Lane, Marl\nBy Ada Finch\n" + "\n".join(lines) + f"\n{below}"
    assert {line in document(page)["body"].splitlines() for line in lines} == {stay}


@pytest.mark.parametrize(
    "hours",
    [
        ("Opening hours", "Tue–Sat 12:00–22:00", "Closed Sunday and Monday"),
        ("Öffnungszeiten", "Mo bis Sa: 9 bis 18 Uhr", "Sonntags geschlossen"),
        ("Horario", "Mar a sáb: 9.30 – 13.00"),
        ("营业时间", "周二至周日 9:00-17:00", "周一闭馆"),
    ],
)
def test_hours_of_a_place_stay_above_what_is_said_of_it(document, hours: tuple[str, ...]) -> None:
    page = (
        f"{MENU}The Eel House\n4.3\n212 reviews\n"
        + "\n".join(hours)
        + f"\nBook a table\nWrite a review\n{TEXT}{FOOTER}"
    )
    assert [line for line in hours if line not in document(page)["body"].splitlines()] == []
    below = (
        f"{MENU}The ferry sails again\nBy Ada Finch\n9 March 2021\n{LONG}\n{TEXT}\nContact us\n"
        + "\n".join(hours)
        + FOOTER
    )
    assert [line for line in hours if line in document(below)["body"].splitlines()] == []


def test_facts_between_bars_stay_next_to_a_description(document) -> None:
    above, below = (document(BOATS.format(*lines))["body"].splitlines() for lines in ((ROW, ""), ("", ROW)))
    assert ROW in above
    assert ROW in below


@pytest.mark.parametrize(
    "row",
    [
        "Tel: 555 0100 | Fax: 555 0101 | Office: Mill Lane 4",
        "Source: Marl Press | Photo: A. Finch | Desk: north",
        "Views: 3,481 | Replies: 3 | Votes: 12",
        "Home | Boats | Oars | Sails | Log in",
        "Length: 4.2 m | Beam | Planks",
    ],
    ids=["contacts", "credits", "counts", "a menu", "a menu with one label"],
)
def test_other_rows_between_bars_go(document, row: str) -> None:
    assert row not in document(BOATS.format("", row))["body"].splitlines()


def test_facts_between_bars_go_far_from_a_description(document) -> None:
    page = BOATS.format("", "") + "\nTerms" * 20 + f"\n{ROW}\nContact us"
    assert ROW not in document(page)["body"].splitlines()


@pytest.mark.parametrize(
    ("greeting", "menu", "text"),
    [
        ("Dear keepers,", MENU, TEXT),
        ("各位船友：", "首页\n登录\n注册\n", "老渡船已经修好，从下星期起每天早上六点开船，请大家早一点到码头。"),
    ],
)
def test_the_greeting_above_a_paragraph_is_its_heading(document, greeting: str, menu: str, text: str) -> None:
    footer = "\n版权所有 © 2021" if greeting > "z" else FOOTER
    assert document(f"{menu}{greeting}\n{text}{footer}")["body"].split("\n")[-2:] == [greeting, text]
    # Above no sentence of the text it greets who is logged in.
    assert greeting not in document(f"{greeting}\n{menu}{text}{footer}")["body"]
