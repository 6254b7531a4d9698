"""Japanese without kana is distinguished from Chinese by its forms of Han characters."""

from __future__ import annotations

import pytest

from tests.measure.language.measured_texts import batch

JAPANESE = [
    "横浜市港北区、長野県諏訪市、広島駅前",
    "会議 資料",
    "電話番号 住所 氏名",
    "松本製作有限会社\n佐藤印刷株式会社",
    "日本国憲法 第一章 天皇",
    "小沢 一馬\n高橋 千鶴\n中村 桜",
    # Rare kanji beside forms of Japan alone.
    "櫻井 栞\n広瀬 鷺沼\n黒沢 駿",
    # Words of Japan in characters that Chinese has, too.
    "昭和四十年六月十日生",
    "大阪市中央区本町四丁目2番12号",
    "有限会社小林商店",
    "国土交通省航空局安全部",
    "京都府宇治市宇治蓮華116",
    "大山町、北村、南山村、川上町",
    "商品取扱説明書",
    "入会申込書",
    "手続代行",
    "切符売場",
    "改札外",
    "北口駐車場",
]
CHINESE = [
    "横滨市、长野县、广岛站",
    "国立大学图书馆",
    "三国演义 西游记 水浒传",
    "這裏 那裏",
    "啓動 檢査",
    "碁海股份有限公司",
    "説明書 小説",
    "台湾 香港 澳門",
    "黄志明 林温良 陳恒",
    "國語 国語 學校 学校",
    "白日依山盡，黃河入海流。欲窮千里目，更上一層樓。",
    # Chinese about Japan.
    "日本国土交通省大臣表示",
    "北海道札幌市旅遊攻略",
    "平成时代结束",
    "台北市、西門町、淡水",
    "小河村、石桥村、白水镇",
    "三菱商事株式会社在中国的投资",
    "昭和六年的日本小说",
    "一番地道的川菜",
    # Signs and forms.
    "停車場",
    "登錄後付款",
    "入口處禁止停車",
    "國際學生申請表",
    # One form of Japan alone among others that Japan has not.
    "土产\n椛\n木桌\n唐顺之\n有错则改",
]


@pytest.mark.parametrize("blocks", [" ", "\n"])
def test_forms_of_japan_alone_or_of_both_sides_of_the_strait_are_japanese(blocks: str) -> None:
    found = batch(*(text.replace(" ", blocks) for text in JAPANESE)).columns
    assert found["language"].to_pylist() == ["ja"] * len(JAPANESE)
    assert set(found["language_runner_up"].to_pylist()) == {"zh"}


def test_chinese_in_forms_that_japan_has_too_is_chinese() -> None:
    said = batch(*CHINESE).columns["language"].to_pylist()
    assert [(text, tag) for text, tag in zip(CHINESE, said, strict=True) if not tag.startswith("zh-")] == []


OLD_LETTER = "今般御改革被仰出候ニ付 村々役人共心得違無之様 急度可申付候 若相背候者有之ニ於テハ厳重ニ御沙汰可有之候"
ABOUT_KANA = "日文的ハ行與バ行讀音不同,初學者常常把ニ和ヒ混淆,老師建議每天練習寫十遍,再學下一行。"
NAMES_IN_KANA = "該公司推出「プレミアム」與「ライト」兩種方案,型號為「ハ-3號」,月費分別為五百元與三百元。"


def test_an_old_letter_with_particles_in_katakana_is_japanese() -> None:
    assert batch(OLD_LETTER).columns["language"].to_pylist() == ["ja"]


def test_chinese_about_kana_and_with_names_in_them_stays_chinese() -> None:
    assert batch(ABOUT_KANA, NAMES_IN_KANA).columns["language"].to_pylist() == ["zh-Hant", "zh-Hant"]
