"""Texts in Han characters: Chinese, Cantonese and Japanese apart, and beside other scripts."""

from __future__ import annotations

import pytest

from tests.measure.language.measured_texts import EN, HANS, HANT, JA, fact


def test_variant_mix():
    assert fact(HANS, "variant_mix") == 0
    assert fact(HANT, "variant_mix") == 0
    assert fact(HANS + HANT, "variant_mix") > 0.4  # type: ignore[operator]
    assert fact(EN, "variant_mix") == 0


def test_japanese_mixes_no_han_variants():
    assert fact(JA * 3 + "会国学、機関車、図書館", "variant_mix") == 0


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("呢本書嘅嘢好難諗，聽日先再睇啦。", "yue-Hant"),
        ("佢哋琴日喺碼頭等咗好耐，都冇見到隻船返嚟，唔知係咪出咗事。", "yue-Hant"),
        (
            "老人昨天在碼頭等了很久，也沒有看見船回來，嘅、喺這些字他不認得；他只好慢慢走回家去，第二天再來等那條船。",
            "zh-Hant",
        ),
        (HANT, "zh-Hant"),
    ],
)
def test_written_cantonese_is_told_by_the_characters_only_it_needs(text: str, tag: str):
    assert fact(text, "language") == tag
    assert fact("\n".join([text] * 4 + [EN]), "foreign_blocks") == 1
    assert fact("\n".join([text] * 4), "foreign_blocks") == 0


@pytest.mark.parametrize(
    "text",
    ["林檎 蜜柑", "薔薇 檸檬", "珈琲 茶碗", "お茶", "天気 予報", "パン 屋", "会議 資料", "駅前 ガム", "蕎麦 饂飩"],
)
def test_pairs_of_japanese_words_are_in_some_language(text: str) -> None:
    assert fact(text, "language") in ("ja", "zh-Hans", "zh-Hant")
    assert fact(text, "language", spans=[]) in ("ja", "zh-Hans", "zh-Hant")


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("大韓民國은 民主共和國이다. 모든 國民은 法 앞에 平等하고 港口를 自由로이 利用할 權利를 가진다.", "ko"),
        ("歌唱團體（가창단체）是韓國的合唱團，二〇一三年在釜山成立。", "zh-Hant"),
        ("港口港湾（항구항만）", "zh-Hans"),
        ("Ｔｈｅ　ｆｅｒｒｙ　ｄｉｄ　ｎｏｔ　ｓａｉｌ　ｔｈｉｓ　ｍｏｒｎｉｎｇ．", "en"),
        ("在Harbour 11上安装Ferry Desktop需要先启用QSL 2和Virtual Quay Platform", "zh-Hans"),
        ("Harbour 11のUpdateでFerry Desktop ClientがCrashするBugが報告されている", "ja"),
        ("The word 朋友 means friend, 你好 means hello and 谢谢 means thank you", "en"),
        ("DAS WORT 朋友 HEISST FREUND, 你好 HEISST GUTEN TAG, UND 谢谢 HEISST DANKE", "de"),
    ],
)
def test_han_beside_hangul_wide_letters_and_names_in_latin_letters(text: str, tag: str):
    assert fact(text, "language") == tag


@pytest.mark.parametrize(
    "text",
    [
        "他在书里写道「ありがとう」四个字。",
        "她说「カワイイ」很流行。",
        "我喜欢の这个字。",
        "日语里「は」读作wa。",
    ],
)
def test_a_short_chinese_sentence_that_quotes_kana_is_chinese(text: str):
    assert fact(text, "language") == "zh-Hans"


@pytest.mark.parametrize(
    "text",
    [
        "店門口貼著「またのお越しをお待ちしております」，原來我們白跑一趟了。",
        "電影《そして父になる》講的是兩個家庭發現孩子被抱錯的故事。",
        "他在日本東京（とうきょう）的學校裡教了我們三年，還沒有回來。",
    ],
)
def test_a_traditional_sentence_that_quotes_kana_is_chinese(text: str):
    assert fact(text, "language") == "zh-Hant"


@pytest.mark.parametrize(
    "text",
    [
        "國學院大學「まだ早い」声明",
        "國語學會の會員、總會を來月に擧行",
        "台湾の新聞は「總統府發言人表示，這項政策將於明年實施」と伝えた。",
        "首相「辞任しない」表明",
        "「これで最後」市長会見",
        "彼は「谢谢你们」と言った。",
        "谢谢は中国語でありがとうの意味です。",
        "国会学会「まだ早い」声明",
    ],
)
def test_japanese_that_quotes_is_japanese(text: str):
    assert fact(text, "language") == "ja"


def test_two_characters_of_cantonese_are_enough_in_a_short_sentence() -> None:
    assert (fact("佢今朝唔返工。", "language"), fact("你睇下啱唔啱？", "language")) == ("yue-Hans", "yue-Hans")


@pytest.mark.parametrize(
    "text", ["粤语里「佢哋」是他们的意思。", "她学会了第一句粤语：唔該。", "「冇問題」是香港人的口頭禪。"]
)
def test_a_sentence_that_mentions_a_word_of_cantonese_is_mandarin(text: str):
    assert str(fact(text, "language")).startswith("zh-")
    assert fact(text, "language_confidence") > 0.5


def test_one_character_of_cantonese_leaves_a_short_sentence_open() -> None:
    text = "我冇錢買呢本書。"
    assert (fact(text, "language"), fact(text, "language_runner_up")) == ("zh-Hant", "yue-Hant")
    assert fact(text, "language_confidence") < 0.5


@pytest.mark.parametrize("times", [1, 2])
def test_text_in_two_languages_of_which_one_writes_with_fewer_letters_is_mul(times: int):
    text = "\n".join([HANS * 3, " ".join([EN] * times * 2)])
    assert fact(text, "language") == "mul"
    assert fact("\n".join([HANS, *[EN] * 8]), "language") == "en"


@pytest.mark.parametrize(
    ("text", "is_sure"),
    [
        (
            "在广州，人们把他们叫作“佢哋”，把没有叫作“冇”，把在这里叫作“喺呢度”；老师说，这些字的读音和写法都要学。",
            False,
        ),
        (
            "老師把「佢」寫在黑板上，說這就是我們的他；又寫了「哋」，說這是表示多數的字；最後寫了「冇」，也就是沒有。學生們都笑了，他們覺得很有意思。",
            True,
        ),
    ],
)
def test_mandarin_about_several_words_of_cantonese_is_not_named_cantonese(text: str, is_sure: bool) -> None:
    assert str(fact(text, "language")).startswith("zh-")
    assert (fact(text, "language_confidence") >= 0.5) == is_sure  # type: ignore[operator]
