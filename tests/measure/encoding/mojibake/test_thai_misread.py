"""Thai read in a codec of hanzi or Latin letters is found by its spelling; other rows of letters are not."""

from __future__ import annotations

from typing import Final

import pytest

from tests.measure.encoding.mojibake.test_every_pair import misread, mojibake

THAI: Final = (
    "เมื่อวานนี้ฝนตกหนักมากจนถนนหน้าบ้านน้ำท่วม",
    "แม่ค้าขายผลไม้ในตลาดเช้าทุกวันอาทิตย์",
    "ครูให้นักเรียนอ่านหนังสือคนละหนึ่งหน้าก่อนกลับบ้าน",
)
HEALTHY: Final = (
    "锅碗瓢盆，油盐酱醋，张王李赵，梅兰竹菊，琴棋书画。",
    "Ça été très àpre, où l'île brûlée gît là-bas, après Noël.",
    "煞费苦心的砧板匠人在选材时尤其讲究纹理与韧性。",
)


@pytest.mark.parametrize("wrong", ["gb18030", "cp1252", "mac-roman"])
def test_thai_is_found(wrong: str):
    assert mojibake(*(misread(text, "cp874", wrong) for text in THAI)) == [1] * len(THAI)


def test_thai_itself_and_other_letters_are_not():
    assert mojibake(*THAI, *HEALTHY) == [0] * (len(THAI) + len(HEALTHY))
