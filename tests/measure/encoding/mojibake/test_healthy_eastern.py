"""Menus of hanzi, kana and hangul are no suspicion, and the same in a wrong codec is."""

import pytest

from audit.measure.encoding.mojibake.codec_pairs import PAIRS, TWO_BYTES
from audit.measure.encoding.mojibake.healthy_eastern import is_as_frequent, is_as_written, is_too_short
from tests.measure.encoding.mojibake.test_every_pair import WRITTEN, misread

MENUS = (
    "首页\n新闻\n体育\n财经\n娱乐\n科技\n汽车\n房产\n教育\n健康",
    "首頁\n新聞\n體育\n財經\n會員登入\n關於我們\n常見問題",
    "お知らせ\n会社概要\n採用情報\nお問い合わせ\n商品一覧",
    "홈\n뉴스\n스포츠\n연예\n경제\n부동산\n자동차\n여행",
    "アイロン・カメラ・コーヒー・タオル・ノート・フォーク・シャツ・スープ",
)


@pytest.mark.parametrize("menu", MENUS)
def test_the_characters_of_a_menu_are_as_frequent_as_in_text(menu: str) -> None:
    assert is_as_frequent(menu)


@pytest.mark.parametrize("pair", [pair for pair in PAIRS if pair[1] in TWO_BYTES and pair[0] in WRITTEN])
def test_those_of_text_in_a_wrong_codec_are_not(pair: tuple[str, str]) -> None:
    right, wrong = pair
    shown = [misread(text, right, wrong) for text in WRITTEN[right]]
    # Japanese in Big5 and Latin letters in EUC-KR are dropped, and nothing of two bytes is left.
    assert not any(map(is_as_frequent, shown)) or pair in {("cp932", "cp950"), ("cp1252", "cp949")}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("+ 北海道", True),
        ("财经", True),
        ("l間alement", False),
        ("\u251c\u2524", False),
        ("彼は古い本を読む", False),
        ("", True),
    ],
)
def test_a_word_of_a_menu_is_too_short_and_one_among_latin_letters_is_not(line: str, expected: bool) -> None:
    assert is_too_short(line) == expected


@pytest.mark.parametrize("said", ["낡은 ㅅㄱ 낡은 ㅗ 낡은 ㅇㅋ", "ㅋㅋㅋ진짜 낡은 책ㅠㅠ ㄱㅅ"])
def test_letters_of_hangul_at_the_ends_of_words_are_typed(said: str) -> None:
    assert is_as_written(said, "cp949")


@pytest.mark.parametrize("text", ["駅から 歩いて 五分の 所です", "窓のそばまで歩き、雨がやむのを見ていました。"])
def test_those_of_kana_are_not(text: str) -> None:
    assert not is_as_written(misread(text, "euc_jp", "cp949"), "cp949")


@pytest.mark.parametrize(
    "names",
    [
        "雁溪, 雁溪镇, 雁溪街道",
        "紅カン, 紅磡, 红磡",
        ", シエラビスタ, 谢拉维斯塔",
        "板栗沟、芦荡、芦荡乡",
        "청계, 청계동, 淸溪",
    ],
)
def test_a_list_of_few_names_is_as_written_and_a_sentence_is_not(names: str) -> None:
    assert is_as_written(names, "gb18030")
    assert not is_as_written(names + "的渡船昨天沉没了，没有人受伤。", "gb18030")
