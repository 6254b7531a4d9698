"""One sentence of Chinese or Korean, read as a DOS code page or another East Asian codec; rare hanzi are no damage."""

import pytest

from tests.measure.encoding.mojibake.test_every_pair import misread, mojibake

ZH = ("奶奶一直讲故事，直到孩子们睡着。", "花园里的树下睡着一只红色的猫。", "山坡上有一座白色的教堂，塔很高。")
KO = ("이웃 사람이 갓 구운 빵과 우유를 가져다 주었다.", "할머니는 아이들이 잠들 때까지 이야기를 들려주셨다.")


@pytest.mark.parametrize("wrong", ["cp437", "cp866", "cp850"])
def test_a_chinese_sentence_in_boxes_of_dos_is_found_to_its_last_byte(wrong: str) -> None:
    assert 0 not in mojibake(*(misread(text, "gb18030", wrong) for text in (*ZH, "渔夫很晚才回到家里。")))


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        *((text, "cp949", "gb18030") for text in KO),
        (ZH[0], "gb18030", "euc_jp"),
        ("大雪のために列車が二時間も遅れてしまった。", "euc_jp", "cp950"),
    ],
    ids=["Korean 1", "Korean 2", "Chinese as Japanese", "Japanese as Big5"],
)
def test_a_sentence_of_characters_that_are_rare_together_is_found(text: str, right: str, wrong: str) -> None:
    assert mojibake(misread(text, right, wrong), text) == [1, 0]


@pytest.mark.parametrize(
    "text",
    [
        "甪直、洑口、濮阳、邗江、郫都、盱眙、亳州、歙县、黟县、婺源",
        "鳜、鲮、鳙、鲢、鲫、鳊、鲶、鲈、鳢、黄鳝和泥鳅都在集市上",
        "磷、硫、氩、钪、钛、钒、锰、镓、锗、硒、溴、氪、铷、锶、钇、锆",
        "嬴稷、芈月、樗里疾、甘茂、魏冉、芈戎、嬴荡、公子悝、公孙衍",
        "蠹鱼、蜉蝣、蟪蛄、螽斯、蚍蜉、蠼螋、蛞蝓",
        "┌┬┐├┼┤└┴┘─│╔╦╗╠╬╣╚╩╝═║ ╒╤╕╞╪╡╘╧╛ ╓╥╖╟╫╢╙╨╜",
    ],
    ids=["towns", "fish", "elements", "names", "insects", "boxes"],
)
def test_rare_hanzi_and_boxes_of_a_table_are_none(text: str) -> None:
    assert mojibake(text) == [0]
