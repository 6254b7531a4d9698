"""Two encodings in one file: each passage is read with its own codec and named; damage alone is no second encoding."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.read.codec.decode import byte_offsets, decode

ZH = "他把旧书放在桌上，然后走到窗前，看着外面的雨慢慢停下来。"
HANT = "他把舊書放在桌上，然後走到窗前，看著外面的雨慢慢停下來。"
JA = "彼は古い本を机の上に置いて、窓のそばまで歩き、雨がやむのを見ていました。"
KO = "그는 낡은 책을 책상 위에 놓고 창가로 걸어가 비가 그치는 것을 바라보았다."
DE = "Er legte das Buch zurück, öffnete die Tür und hörte draußen die Vögel singen."
FR = "Les élèves ont été très étonnés de la réponse donnée à la fenêtre fermée."
ES = "Mañana por la mañana el camión traerá los libros desde la estación."
RU = "Он положил старую книгу на стол, подошёл к окну и стал смотреть на дождь."
PL = "Położył starą książkę na stole, podszedł do okna i patrzył, jak powoli przestaje padać śnieg, aż się ściemniło."
CS = "Položil starou knihu na stůl, přistoupil k oknu a díval se, jak ještě sněží, když už začínalo být šero."

JOINED = [
    pytest.param(ZH * 3, "utf-8", ZH, "gb18030", id="gb18030 below utf-8"),
    pytest.param(ZH * 3, "gb18030", ZH, "utf-8", id="utf-8 below gb18030"),
    pytest.param(ZH, "gb18030", FR, "utf-8", id="French utf-8 below gb18030"),
    pytest.param(JA, "cp932", DE * 2, "utf-8", id="German utf-8 below shift_jis"),
    pytest.param(HANT * 3, "utf-8", HANT, "cp950", id="big5 below utf-8"),
    pytest.param(ZH * 3, "gb18030", HANT, "cp950", id="big5 below gb18030"),
    pytest.param(JA * 3, "cp932", JA, "utf-8", id="utf-8 below shift_jis"),
    pytest.param(KO * 3, "utf-8", KO, "cp949", id="euc-kr below utf-8"),
    pytest.param(DE * 3, "utf-8", DE, "cp1252", id="cp1252 below utf-8"),
    pytest.param(DE * 3, "cp1252", DE, "utf-8", id="utf-8 below cp1252"),
    pytest.param(RU * 3, "utf-8", RU, "cp1251", id="cp1251 below utf-8"),
    pytest.param(RU, "cp1251", RU, "koi8-r", id="koi8-r below cp1251"),
    pytest.param(RU * 3, "cp1251", RU * 3, "koi8-r", id="more koi8-r below cp1251"),
    pytest.param(RU * 3, "koi8-r", RU, "cp1251", id="cp1251 below koi8-r"),
    pytest.param(RU * 3, "cp866", RU, "cp1251", id="cp1251 below cp866"),
    pytest.param(RU * 3, "cp1251", RU, "cp866", id="cp866 below cp1251"),
    pytest.param(DE, "cp1252", DE, "cp850", id="cp850 below cp1252"),
    pytest.param(ES * 4, "cp850", ES, "cp1252", id="three letters of Spanish cp1252 below cp850"),
    pytest.param(PL, "cp1250", PL, "iso8859-2", id="Polish iso8859-2 below cp1250"),
    pytest.param(CS * 2, "iso8859-2", CS, "cp1250", id="Czech cp1250 below iso8859-2"),
    pytest.param(FR, "cp1252", FR, "cp850", id="French cp850 below cp1252"),
    pytest.param(FR, "cp850", FR, "cp1252", id="French cp1252 below cp850"),
]


@pytest.mark.parametrize(("first", "codec", "second", "other"), JOINED)
def test_each_part_is_read_with_its_own_codec(first: str, codec: str, second: str, other: str):
    raw = first.encode(codec) + b"\n" + second.encode(other) + b"\n" + first.encode(codec)
    found = decode(raw)
    assert found is not None
    assert found.text == f"{first}\n{second}\n{first}"
    assert (found.encoding, found.errors) == (codec, ())
    start = len(first.encode(codec)) + 1
    passage = (start, start + len(second.encode(other)), len(first) + 1, len(first) + 1 + len(second), other)
    assert [(p.start, p.end, p.char, p.char_end, p.codec) for p in found.passages] == [passage]


SHORT_LINES = "Les élèves ont été très étonnés de la réponse donnée à la fenêtre fermée.\nCréé hier\nà côté\nDéjà lu\n"
SHORT_CZECH = (
    "Položil starou knihu na stůl, přistoupil k oknu a díval se, jak ještě sněží.\nZpět\nDalší stránka\nPříště\n"
)


@pytest.mark.parametrize(
    ("text", "codec", "other"),
    [
        (SHORT_LINES, "cp1252", "cp850"),
        (SHORT_LINES, "cp850", "cp1252"),
        (SHORT_CZECH, "cp1250", "cp852"),
        (SHORT_CZECH, "cp852", "cp1250"),
    ],
    ids=lambda value: value if value.isascii() else "",
)
def test_short_lines_beside_a_passage_in_a_second_codec_are_read_in_it_too(text: str, codec: str, other: str):
    raw = (2 * text).encode(codec) + text.encode(other)
    found = decode(raw)
    assert found is not None
    assert found.text == 3 * text
    alone = decode((3 * text).encode(codec))
    assert alone is not None
    assert (alone.text, alone.passages) == (3 * text, ())


@pytest.mark.parametrize(("first", "codec", "second", "other"), JOINED)
def test_offsets_hold_on_both_sides_of_a_seam(first: str, codec: str, second: str, other: str):
    raw = first.encode(codec) + b"\n" + second.encode(other) + b"\n" + first.encode(codec)
    found = decode(raw)
    assert found is not None
    ends = [(len(first) + 1 + n, len(first.encode(codec)) + 1 + len(second[:n].encode(other))) for n in (0, 5, 12)]
    assert byte_offsets(found, raw, [point for point, _ in ends]) == [byte for _, byte in ends]
    assert byte_offsets(found, raw, [len(found.text)]) == [len(raw)]


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("Kitabı masaya bıraktı, pencereye doğru yürüdü ve yağmuru izledi.\nSee “Notes” — it’s “new”.", "cp1254"),
        (f"{DE}\n│ Name │ Ort │\n├──────┼─────┤\n│ Köln │ Rhein │\n└──────┴─────┘", "cp850"),
        (f"{DE}\nDer „Café“-Besitzer aus Besançon rief: „Señor Muñoz!“", "cp1252"),
        (f"{PL}\n{CS}\nTemperatura ±0,5 °C, § 12 ¶ 3, „cytat”, Škoda, Žižek, Ľubomír, Ťažký", "cp1250"),
        (f"{ES}\nEl señor Þórður Æ. Ólafsson viajó desde Ísafjörður.", "cp1252"),
    ],
    ids=["quotes that both read", "a frame", "loans", "neighbours", "a name of four foreign letters"],
)  # fmt: skip
def test_signs_loans_and_names_are_no_second_encoding(text: str, codec: str):
    found = decode(text.encode(codec))
    assert found is not None
    assert (found.text, found.passages) == (text, ())


def test_a_name_in_another_codec_inside_a_line_is_found():
    before, name, after = "今天的来信由读者", "王小明先生和他的邻居们", "寄来，编辑部已经回复。"
    raw = (ZH * 2 + before).encode() + name.encode("gb18030") + (after + ZH).encode()
    found = decode(raw)
    assert found is not None
    assert found.text == ZH * 2 + before + name + after + ZH
    assert [(p.char, p.char_end, p.codec) for p in found.passages] == [
        (len(ZH * 2 + before), len(ZH * 2 + before + name), "gb18030")
    ]


def test_many_parts_by_turns_are_many_passages():
    lines = [ZH.encode("gb18030" if n % 3 == 0 else "utf-8") for n in range(60)]
    found = decode(b"\n".join(lines))
    assert found is not None
    assert found.text == "\n".join([ZH] * 60)
    assert len(found.passages) == 20


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param((ZH * 2).encode()[:50] + (ZH * 2).encode()[51:], id="utf-8 with a lost byte"),
        pytest.param(ZH.encode()[:30] + b"\xfe" + ZH.encode()[31:], id="utf-8 with a bad byte"),
        pytest.param(ZH.encode()[:-2], id="utf-8 cut"),
        pytest.param(DE.encode().replace("ü".encode(), b"\xc3", 1), id="German utf-8 with a lost byte"),
        pytest.param((ZH * 2).encode("gb18030")[:51] + (ZH * 2).encode("gb18030")[52:], id="gb18030 with a lost byte"),
        pytest.param(
            "联通和移动都在北京有很多用户，每天都有人打电话。".encode("gb18030"), id="gb18030 that begins as utf-8"
        ),
        pytest.param((DE + "\n" + "Der Preis: 5 €, „günstig“ – sehr").encode("cp1252"), id="cp1252 with signs"),
    ],
)
def test_damage_is_no_second_encoding(raw: bytes):
    found = decode(raw)
    assert found is not None
    assert found.passages == ()


def test_markup_is_evidence_for_no_codec():
    """Every codec reads ASCII alike; a row of letters that UTF-8 reads by chance (催淚瓦斯) is not enough."""
    link = "&lt;a href=&quot;mailto:{0}@example.org&quot;&gt;{0}@example.org&lt;/a&gt;"
    name = f"&lt;br /&gt;姓名：{'_' * 14}  單位：{'_' * 15}    職稱：{'_' * 10}&lt;br /&gt;"
    form = f"{link.format('office')}  或  {link.format('club')}{name}"
    text = f"今天的天氣很好。\n聯絡：{form * 2} [more ...]&lt;ul&gt;武裝的警察使用棍棒及催淚瓦斯驅散了人群。"
    found = decode(text.encode("cp950"))
    assert found is not None
    assert (found.text, found.passages, found.errors) == (text, (), ())


@pytest.mark.parametrize("codec", ["gb18030", "cp949"])
def test_a_lost_byte_is_named_where_it_was_lost(codec: str):
    text = {"gb18030": ZH, "cp949": KO}[codec]
    raw = f"{text}\n{text}\n{text}".encode(codec)
    at = len(f"{text}\n{text[:4]}".encode(codec))
    found = decode(raw[:at] + raw[at + 1 :])
    assert found is not None
    assert found.text == (raw[:at] + raw[at + 1 :]).decode(codec, "replace")
    # Which of two neighbours lost its half is sometimes open.
    assert found.errors[0].astray in (len(text) + 4, len(text) + 5)


def test_damage_in_step_is_not_astray():
    raw = ZH.encode("gb18030")
    found = decode(raw[:20] + b"\xff\xff" + raw[20:])
    assert found is not None
    assert [error.astray for error in found.errors] == [None] * len(found.errors)


@pytest.mark.parametrize("price", ["票价\x8050元", "票价50\x80。", "以欧元(\x80)计", "票价\x80 50元"])
def test_the_euro_sign_of_code_page_936_is_read(price: str):
    head, tail = price.split("\x80")
    raw = ZH.encode("gb18030") + head.encode("gb18030") + b"\x80" + tail.encode("gb18030")
    found = decode(raw)
    assert found is not None
    assert (found.encoding, found.errors) == ("gb18030", ())
    assert found.text == f"{ZH}{head}€{tail}"
    assert found.superseded == (len(ZH + head),)
    point, byte = len(ZH + head), raw.index(b"\x80")
    assert byte_offsets(found, raw, [point, point + 1]) == [byte, byte + 1]


def test_characters_that_later_tables_name_are_read():
    found = decode(ZH.encode("gb18030") + b"\xa6\xd9\xa8\xbc\xfe\x51" + ZH.encode("gb18030"))
    assert found is not None
    assert found.text == ZH + "\ufe10\u1e3f\U00020087" + ZH
    assert found.superseded == (len(ZH), len(ZH) + 1, len(ZH) + 2)


def test_other_private_use_codes_stay_what_they_are():
    found = decode(ZH.encode("gb18030") + b"\xaa\xa1" + ZH.encode("gb18030"))
    assert found is not None
    assert found.text == ZH + "\ue000" + ZH
    assert found.superseded == ()


@given(
    st.lists(st.tuples(st.sampled_from((ZH, HANT, DE, RU, "plain")), st.sampled_from(("utf-8", "gb18030"))), max_size=9)
)
def test_places_are_in_order_and_lead_back_to_the_bytes(parts: list[tuple[str, str]]):
    raw = b"\n".join(text.encode(codec) for text, codec in parts)
    found = decode(raw)
    assert found is not None
    spans = sorted([(p.start, p.end) for p in found.passages] + [(e.start, e.end) for e in found.errors])
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    for p in found.passages:
        assert raw[p.start : p.end].decode(p.codec) == found.text[p.char : p.char_end]
        assert byte_offsets(found, raw, [p.char, p.char_end]) == [p.start, p.end]


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["нужно,импортируйте", "שלום_עולם_זה_טקסט", "ภาษาไทยเป็นภาษาที่มี"])
def test_utf_16_without_a_mark_or_a_space_is_no_utf_8_full_of_controls(text: str, codec: str):
    found = decode(text.encode(codec))
    assert found is not None
    assert (found.encoding, found.text) == (codec, text)


def test_utf_8_with_some_controls_is_no_utf_16():
    found = decode(("a\x01b\x02c\x03" * 9 + ZH).encode())
    assert found is not None
    assert found.encoding == "utf-8"


def test_the_runner_up_is_the_codec_that_reads_something_else():
    found = decode(RU.encode("koi8-r"))
    assert found is not None
    assert found.encoding == "koi8-r"
    assert found.runner_up not in (None, "koi8-r", "koi8-u")
    assert found.confidence > 0.9
