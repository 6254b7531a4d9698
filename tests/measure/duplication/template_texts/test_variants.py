"""Variants from one template are no copies: products, offers, methods of an interface; copies in other frames are."""

from __future__ import annotations

import random
from typing import Final

import pytest

from tests.measure.duplication.template_texts.test_filled_in import told_apart

_LAMP: Final = (
    "Heron desk lamp, {}, {}\nItem {}\n£{}\nThe arm swings through half a circle and stays where it is put. The shade "
    "keeps the light off your eyes and on the page, and the dimmer remembers how bright you like it. The foot is heavy "
    "enough for a crowded table. Wipe it with a dry cloth only. Spare parts can be ordered for ten years from the shop."
)
_CUP: Final = (
    "松鹤牌茶杯 {} {}毫升\n货号：{}\n售价：{}元\n采用高白泥手工拉坯，釉面温润，盛放热茶不易烫手。"
    "杯口略向外翻，饮用时不挂茶渍。首次使用前请用温水浸泡，避免骤冷骤热。每只均为手工制作，大小与花纹略有差异，属正常现象。签收后七日内可以退换。"
)
_METHOD: Final = (
    "{1} a {0}\nPOST /v1/{0}s/id/{1}\nThis method {1}s the {0} with the given number and returns it as it is then. The "
    "caller needs the right to {1} each {0} of the workspace. If there is no {0} with the number the answer says so, "
    "and a call that is repeated after a timeout takes effect only once. Each call counts towards the limit."
)
_CAKE: Final = (
    "{0} cake\nThis {0} cake keeps for days. Melt the butter, stir the flour with the sugar, beat the eggs with the "
    "milk and pour all of it over the dry mixture. Fold in the {0} last, and stop as soon as no flour is to be seen. "
    "Bake it until a skewer comes out clean, let it stand in the tin for a while, and serve it with more {0} on top."
)
_METHOD_ZH: Final = (
    "{1}{0}接口\n商户可以通过该接口{1}{0}，调用之前应当在平台登记并获得授权。参数按照规则排序之后计算签名，签名有误时返回错误码，"
    "不会执行任何操作。每分钟调用的次数有限，超过之后请求会被拒绝。如需大量{1}{0}，请使用异步任务，以免请求超时。"
)
_SIBLINGS: Final = [
    (_LAMP.format("moss", "size M", 411862, "84.50"), _LAMP.format("rust", "size L", 920737, "93.50")),
    (_LAMP.format("moss", "size M", 411862, "84.50"), _LAMP.format("moss", "size M", 411863, "84.50")),
    (_CUP.format("青瓷", 180, "70418855", 48), _CUP.format("白瓷", 260, "39917042", 66)),
    (_METHOD.format("badge", "archive"), _METHOD.format("voucher", "merge")),
    (_METHOD.format("badge", "archive"), _METHOD.format("badge", "merge")),
    (_METHOD_ZH.format("订单", "查询"), _METHOD_ZH.format("门店", "冻结")),
    (_CAKE.format("cherry"), _CAKE.format("walnut")),
]


@pytest.mark.parametrize("pair", _SIBLINGS)
def test_variants_are_told_apart_in_either_order(pair: tuple[str, str]) -> None:
    assert told_apart([pair, pair[::-1]]) == [True, True]


def _with_synonyms(text: str) -> str:
    for word, other in {"light": "glow", "shade": "hood", "heavy": "solid", "the": "that", "cake": "tart"}.items():
        text = text.replace(f" {word} ", f" {other} ")
    return text.replace("商户", "商家").replace("调用", "使用").replace("之后", "以后")


def _in_frames(text: str) -> tuple[str, str]:
    return f"Bay Post, local news\n{text}\nBay Post", f"Marl Courier, in brief\n{text}\nMarl Courier"


def _misread(text: str) -> str:
    r = random.Random(5)  # noqa: S311 text, not secrets
    return "".join({"l": "1", "o": "0", "e": "c", "日": "曰"}.get(x, x) if r.random() < 0.1 else x for x in text)


@pytest.mark.parametrize("text", [text for text, _ in _SIBLINGS])
def test_copies_of_one_of_them_are_not(text: str) -> None:
    copies = [(text, _misread(text)), (text, _with_synonyms(text)), _in_frames(text)]
    assert told_apart(copies) == [False, False, False]


@pytest.mark.parametrize("label", ["Product code", "Barcode", "Strichcode", "商品条码", "商品コード", "상품코드"])
def test_the_code_of_a_product_tells_it_from_another_by_itself(label: str) -> None:
    one, other = (_LAMP.format("moss", "size M", number, "84.50").replace("Item", label) for number in (411862, 411863))
    assert told_apart([(one, other), (other, one), (one, _misread(one))]) == [True, True, False]
