"""Two forms filled in with ordinary words are no copies, even when only these two stand there; copies of one are."""

from __future__ import annotations

import random
from typing import Final

import pytest

from tests.measure.duplication.template_texts.test_filled_in import told_apart

_CLOSED: Final = (
    "To all who use the reading room. Owing to {}, the {} will be shut on {} next, and most likely till noon on {}. "
    "Books on hold can be fetched from the {} desk, whose bell must be rung twice. We ask you to leave coats and wet "
    "umbrellas in the {}, to speak in a low voice, and not to move the ladders. Those who wait for a scan get a card "
    "with the hour at which it can be had. Lamps are lent against a pledge. We regret the trouble, thank you for your "
    "patience, and hope to see you again when the paint has dried."
)
_ROOMS: Final = [
    ("a leaking gutter", "map cabinet", "Tuesday", "Thursday", "green", "porch"),
    ("dry rot", "gallery", "Monday", "Friday", "white", "old vestry"),
    ("new shelves", "microfilm corner", "Saturday", "Sunday", "brown", "coach house"),
    ("woodworm", "print room", "Wednesday", "Tuesday", "black", "scullery"),
]
_SERVICE: Final = (
    "致全体读者：因{}，本馆{}将于星期{}起暂停开放，预计星期{}恢复。需要取书的读者请到{}色柜台办理，按铃之后稍候片刻。请不要移动梯子，交谈时压低声音，"
    "雨具放在{}。等待复印的读者可以领取号牌，凭牌取件。台灯凭押金借用，闭馆之前归还。由此带来的不便敬请谅解。"
)
_HALLS: Final = [
    ("屋顶漏雨", "阅览大厅", "日", "三", "红", "门廊"),
    ("更换书架", "地图室", "四", "日", "蓝", "旧库房"),
    ("电路改造", "报刊角", "六", "二", "白", "楼梯下"),
]
_SWEETS: Final = (
    "糕点介绍。这一款{}用{}和{}做成，外皮呈{}色，入口{}，适合{}的时候配一壶清茶慢慢享用。师傅每天清早开始揉面，蒸好之后晾到不烫手才装盒。"
    "盒子里附有干燥剂，请不要误食。开盒之后应当当天吃完，吃不完的放进冰箱，第二天回笼再蒸片刻。"
)
_CAKES: Final = [
    ("桂花糕", "糯米粉", "糖渍花瓣", "白", "松软", "雨后"),
    ("枣泥卷", "面粉", "红豆沙", "棕", "绵密带韧", "饭后散步"),
    ("栗子酥", "熟核桃仁", "猪油", "黄", "酥脆", "守岁"),
]
_PAIRS: Final = [
    (form.format(*one), form.format(*other))
    for form, values in ((_CLOSED, _ROOMS), (_SERVICE, _HALLS), (_SWEETS, _CAKES))
    for nth, one in enumerate(values)
    for other in values[nth + 1 :]
]
_FORMS: Final = [_CLOSED.format(*_ROOMS[0]), _SERVICE.format(*_HALLS[0]), _SWEETS.format(*_CAKES[0])]


@pytest.mark.parametrize("pair", _PAIRS)
def test_two_forms_are_told_apart_in_either_order(pair: tuple[str, str]) -> None:
    assert told_apart([pair, pair[::-1]]) == [True, True]


def _with_other_words(text: str, share: float, seed: int) -> str:
    """Return a text with words of its own, or characters, at the places of others."""
    r = random.Random(seed)  # noqa: S311 text, not secrets
    by = " " if text.isascii() else ""
    words = text.split(by) if by else list(text)
    for at in r.sample(range(len(words)), int(share * len(words))):
        words[at] = r.choice(words)
    return by.join(words)


@pytest.mark.parametrize("share", [0.01, 0.03, 0.1])
@pytest.mark.parametrize("text", _FORMS)
def test_copies_with_words_replaced_are_not(text: str, share: float) -> None:
    assert sum(told_apart([(text, _with_other_words(text, share, seed)) for seed in range(60)])) <= 1


def test_nor_are_a_corrected_day_and_synonyms() -> None:
    text = _FORMS[0]
    corrected = text.replace("Thursday", "Friday")
    worded = corrected
    for word, other in {
        "Owing": "Due", "shut": "closed", "must": "has to", "fetched": "got", "speak": "talk", "move": "shift",
        "wait": "queue", "lent": "handed out", "regret": "lament",
    }.items():  # fmt: skip
        worded = worded.replace(word, other)
    shorter = text.replace("Lamps are lent against a pledge. ", "").replace("green", "blue")
    assert told_apart([(text, corrected), (text, worded), (text, shorter)]) == [False, False, False]
