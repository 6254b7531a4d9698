"""A lost byte that shifts the halves of characters is reported; healthy text is silent, and no text is changed."""

from __future__ import annotations

import pytest

from audit.read.codec.decode import decode
from audit.read.codec.decoded import Decoded
from audit.read.codec.lost_bytes import lost_bytes
from audit.read.texts.edited import Edit, edited

HANT = "這條老街每逢週末都擠滿遊客，店家把新烤的麵包擺在門口，香味一直飄到河邊的公園裡。孩子們追著鴿子跑。"
HANS = "这条老街每逢周末都挤满游客，店家把新烤的面包摆在门口，共有3家店，香味一直飘到河边的公园里。"
JA = "市立図書館の司書課長補佐は地域連携推進委員会の設置を提案し、来年度予算案に改修工事費用を計上した。"
KO = "이 오래된 거리는 주말마다 여행객으로 붐비고 가게 주인은 갓 구운 빵을 문 앞에 내놓는다."
EVERY = ("gb18030", "cp950", "big5hkscs", "cp932", "euc_jp", "cp949")


def cut(text: str, codec: str, at: int) -> bytes:
    """Return the text without the second byte of its character `at`."""
    raw, after = text.encode(codec), len(text[: at + 1].encode(codec))
    return raw[: after - 1] + raw[after:]


@pytest.mark.parametrize(
    ("text", "codec", "at", "reading"),
    [
        pytest.param(HANT, "cp950", 33, "邊的公園裡。", id="big5"),
        pytest.param(HANT, "big5hkscs", 33, "邊的公園裡。", id="big5-hkscs"),
        pytest.param(JA, "cp932", 24, "を提案", id="shift-jis"),
    ],
)
def test_a_lost_byte_is_reported_and_the_text_left_as_it_is(text: str, codec: str, at: int, reading: str):
    damaged = cut(text, codec, at)
    found = decode(f"{text}\n".encode(codec) + damaged)
    assert found is not None
    assert found.text == f"{text}\n" + damaged.decode(codec)
    assert not found.errors
    (lost,) = found.lost
    assert lost.reading == reading
    assert lost.char == len(text) + 1 + at
    assert lost.byte == len(f"{text}\n{text[:at]}".encode(codec))


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda raw, at: raw[:at] + b"?" + raw[at + 1 :], id="replaced"),
        pytest.param(lambda raw, at: raw[:at] + b"\xb4" + raw[at:], id="inserted"),
        pytest.param(lambda raw, at: raw[:at] + raw[at + 1 :], id="deleted"),
    ],
)
def test_every_damage_that_shifts_the_halves_is_found(damage):
    raw = HANT.encode("cp950")
    (lost,) = lost_bytes(damage(raw, 68), "cp950")
    assert "公園裡。" in lost.reading


@pytest.mark.parametrize(
    ("at", "reading"),
    [
        pytest.param(6, "は", id="the first half of a letter"),
        pytest.param(11, "の", id="the second half before another letter"),
    ],
)
def test_half_of_a_hiragana_is_no_half_width_katakana(at: int, reading: str):
    raw = "駅からは遠いので歩くのをやめて、みんなで話しながらバスを待った。".encode("cp932")
    (lost,) = lost_bytes(raw[:at] + raw[at + 1 :], "cp932")
    assert lost.reading == reading


@pytest.mark.parametrize(
    "text", ["いいﾖと言ったのに、三ｶ所の谷ﾉ口で", "駅からﾊ遠いけどﾃﾚﾋﾞで見た", "うんｂとｂでいいﾈという"]
)
def test_half_width_katakana_that_are_meant_are_silent(text: str):
    assert not [*lost_bytes(text.encode("cp932"), "cp932")]


def test_gb18030_is_out_of_step_up_to_the_next_ascii_digit():
    raw = "有一天店家把新烤的面包摆在门口共有3家店，香味一直飘到河边的公园里。".encode("gb18030")
    (lost,) = lost_bytes(raw[:5] + raw[6:], "gb18030")
    assert lost.reading.startswith("店家把新烤的面包摆在门口共")


@pytest.mark.parametrize("codec", EVERY)
@pytest.mark.parametrize(
    "text",
    [
        pytest.param(HANT, id="traditional"),
        pytest.param(HANS, id="simplified"),
        pytest.param(JA, id="Japanese"),
        pytest.param(KO, id="Korean"),
        pytest.param("①②③④⑤⑥⑦⑧⑨⑩ⅠⅡⅢⅣ", id="numbers"),
        pytest.param("★☆★☆◆◇◆◇▲▼▲▼●○●○", id="ornaments"),
        pytest.param("∀∂∇∈∋⊂⊃∪∩∧∨⇒⇔∃∠⊥⌒≡≒≪≫√∽∝∵∫∬", id="mathematics"),
        pytest.param("┌──┬──┐\n│甲│乙│\n├──┼──┤\n└──┴──┘", id="box"),
        pytest.param("！！！！！！！！！！～～～～～～～～……………………————————", id="repeated"),
        pytest.param("Привет, мир! Γειά σου Κόσμε", id="alphabets"),
        pytest.param("霞ｹ関の谷ﾉ口から三ｶ所を回った(ﾟДﾟ)ｷﾀ━━(ﾟ∀ﾟ)━━!! ﾃﾚﾋﾞを見ﾏｼﾀよ｡", id="half-width"),
        pytest.param("魑魅魍魎、饕餮、鬱躊躇、彁挧暃椦槞蟐袮閠駲墸壥、龘靐齉齾爩鱻麤", id="rare"),
        pytest.param("鲭鲮鲰鲱鲲鲳鲴鲵鲷鲺鲻、氢氦锂铍硼碳氮氧氟氖钠镁铝硅磷硫氯氩", id="lists"),
        pytest.param("流行度|大小|[面包]|X光|維C|多啦A夢|^上|~喵~", id="ascii-beside"),
        pytest.param("嗰啲嘢喺邊度㗎喇咗嚟啦，你哋食咗飯未呀", id="Cantonese"),
    ],
)
def test_healthy_text_is_silent(text: str, codec: str):
    for shown in (text, text[::-1], "\n".join([text] * 3), "]".join(text)):
        assert not [*lost_bytes(shown.encode(codec, "ignore"), codec)]


@pytest.mark.parametrize("codec", EVERY)
def test_a_list_of_all_characters_is_silent(codec: str):
    every = "".join(map(chr, [*range(0x3041, 0x3400), *range(0x4E00, 0xA000)])).encode(codec, "ignore").decode(codec)
    in_order = sorted(every, key=lambda char: char.encode(codec))
    rows = "\n".join("".join(in_order[at : at + 16]) for at in range(0, len(in_order), 16))
    assert not [*lost_bytes(rows.encode(codec), codec)]


def test_other_codecs_are_not_looked_at():
    assert not [*lost_bytes(HANS.encode()[1:], "utf-8")]
    assert not [*lost_bytes(b"", "cp950")]


def test_an_edit_moves_the_place_of_a_lost_byte():
    raw = HANT.encode("cp950") + b"\n" + cut(HANT, "cp950", 33)
    found = decode(raw)
    assert isinstance(found, Decoded)
    moved = edited(found, raw, [Edit(0, 2, "")])
    assert [lost.char for lost in moved.lost] == [found.lost[0].char - 2]
    assert not edited(found, raw, [Edit(len(HANT), len(found.text), "")]).lost
