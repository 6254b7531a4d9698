"""Lists of kanji without kana, as of names, in EUC-JP; lists of hanzi with few later ones stay Chinese."""

from __future__ import annotations

from typing import Final

import pytest

from audit.read.codec.decode import decode

FAMILIES: Final = "佐藤、田中、中村、高橋、伊藤、斎藤、前田、藤原、岡田、長谷川、阿部、松本、三浦、石川、木村、吉田"
GIVEN: Final = "智也、直子、舞、幹、稔、健一、零、篤司、花子、太郎、裕美子、康弘、千代、浩、陽一、明美、聡太郎"
TOWNS: Final = "富津市、中野区、千代田区、鴨川市、横浜市鶴見区、川崎市高津区、国分寺市、青梅市、稲城市、大島町、檜原村"
ROWS: Final = 12
FEW_LATER: Final = (
    "黄梅;陈凤兰;陈刚;吴琴;陈桂兰;高强;李丹丹;王华;陈浩;杜玲;刘建华;沈淑兰",
    "西安市\n荣市\n长沙市\n长春县\n武汉县\n南昌县\n呼和浩特市\n上海市\n济南市\n丽娟县",
    "阿姨\n爱好\n安静\n八月\n白菜\n办法\n北方\n比赛\n变化\n冰块\n不断\n菜单\n参加\n草地\n茶杯\n长城\n车票\n成功",
)


@pytest.mark.parametrize("step", range(8))
@pytest.mark.parametrize("between", [";", "\t", ","])
def test_a_table_of_japanese_names_is_in_its_codec(step: int, between: str) -> None:
    rows = (
        (str(row), f"{pick(FAMILIES, step + 3 * row)} {pick(GIVEN, 5 * step + row)}", pick(TOWNS, step + 2 * row))
        for row in range(ROWS)
    )
    text = "id;name;town\n" + "\n".join(between.join(row) for row in rows)
    for codec in ("euc_jp", "cp932"):
        found = decode(text.encode(codec))
        assert found is not None
        assert (found.encoding, found.text) == (codec, text)


@pytest.mark.parametrize("text", FEW_LATER)
def test_chinese_lists_without_later_hanzi_stay_in_theirs(text: str) -> None:
    found = decode(text.encode("gb18030"))
    assert found is not None
    assert (found.encoding, found.text) == ("gb18030", text)


def pick(words: str, at: int) -> str:
    every = words.split("、")
    return every[at % len(every)]
