"""One sentence of Chinese or Korean, read as a DOS code page or another East Asian codec; rare hanzi are no damage."""

import re

import pytest

from audit.measure.encoding.mojibake.repair import repairs
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


def without_controls(text: str) -> str:
    """Return UTF-8 read as Latin-1, without what that shows as controls."""
    return re.sub("[\x80-\x9f]", "", text.encode().decode("latin-1"))


def test_a_chinese_text_in_latin_1_is_found_without_its_controls_and_not_repaired() -> None:
    text = without_controls("河口的老渡船昨天最后一次过河，两岸的居民站在雨里送它，船头挂着红布，汽笛响了三次。")
    assert mojibake(text) == [1]
    assert repairs(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "À l'été, l'aîné « pesé à 3 m³ » reçut 12 µg de thé ¹ et de café ² ; « né », « gré », « blé », « pré »",
        "Træ³ på bæk¹, små å² ved sæ·de, blæ·se, hæ·ve, læ·se og væ·re",
        "não³ são² pão¹ mão³ cão² chão¹, coração ª, irmã º, manhã ³, lã ²",
        "ä²³ + ä¹² = ç²¹, è³² - é¹³ (å¼½ + æ³¹)",
    ],
    ids=["French", "Danish", "Portuguese", "formulas"],
)
def test_letters_before_raised_numbers_are_none(text: str) -> None:
    assert mojibake(text) == [0]
