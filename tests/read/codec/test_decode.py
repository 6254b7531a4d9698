"""A text is read with the codec that wrote it, damage has its place, and what is no text is refused."""

from __future__ import annotations

import codecs
import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.read.binary.magic import looks_binary
from audit.read.codec.decode import byte_offsets, decode
from audit.read.codec.tolerant import BadBytes

ZH = "昨天下午，我们在城市的图书馆里读了三个小时的书，后来天黑了，大家就一起走路回家。"
HANT = "昨天下午，我們在城市的圖書館裡讀了三個小時的書，後來天黑了，大家就一起走路回家。"
JA = "きのうの午後、私たちは図書館で三時間ほど本を読みました。それから歩いて家に帰りました。"
KO = "어제 오후에 우리는 도서관에서 세 시간 동안 책을 읽고 나서 걸어서 집으로 돌아왔습니다."
RU = "Вчера после обеда мы три часа читали книги в библиотеке, а потом пешком пошли домой."
DE = "Gestern lasen wir drei Stunden in der Bücherei, später gingen wir zu Fuß über die Brücke."
FR = "Hier après-midi, nous avons lu à la bibliothèque, puis nous sommes rentrés à pied."
PL = "Wczoraj po południu czytaliśmy książki w bibliotece, a później wróciliśmy pieszo."
EL = "Χθες το απόγευμα διαβάσαμε τρεις ώρες στη βιβλιοθήκη και μετά γυρίσαμε σπίτι."
HE = "אתמול אחר הצהריים קראנו שלוש שעות בספרייה ואחר כך הלכנו הביתה ברגל."
AR = "بعد ظهر أمس قرأنا الكتب في المكتبة لمدة ثلاث ساعات ثم عدنا إلى البيت سيرا."
TH = "เมื่อวานตอนบ่ายเราอ่านหนังสือที่ห้องสมุดสามชั่วโมงแล้วเดินกลับบ้าน"
TR = "Dün öğleden sonra kütüphanede üç saat kitap okuduk, sonra yürüyerek eve döndük, çok güzeldi."

WRITTEN = [
    (ZH, "gb18030", "gb18030"),
    (ZH, "gbk", "gb18030"),
    (ZH, "gb2312", "gb18030"),
    (HANT, "big5", "cp950"),
    (JA, "shift_jis", "cp932"),
    (JA, "euc_jp", "euc_jp"),
    (KO, "euc_kr", "cp949"),
    (RU, "cp1251", "cp1251"),
    (RU, "koi8_r", "koi8-r"),
    (RU, "iso8859_5", "iso8859-5"),
    (DE, "latin-1", "cp1252"),
    (FR, "cp1252", "cp1252"),
    (PL, "cp1250", "cp1250"),
    (PL, "iso8859_2", "iso8859-2"),
    (EL, "cp1253", "cp1253"),
    (HE, "cp1255", "cp1255"),
    (AR, "cp1256", "cp1256"),
    (TH, "tis_620", "cp874"),
    (TR, "cp1254", "cp1254"),
    (ZH, "utf-16-le", "utf-16-le"),
    (ZH, "utf-16-be", "utf-16-be"),
    (DE, "utf-16-le", "utf-16-le"),
    (DE, "utf-16-be", "utf-16-be"),
    (ZH, "utf-32-le", "utf-32-le"),
    (JA, "iso2022_jp", "iso2022_jp_2"),
    (KO, "iso2022_kr", "iso2022_kr"),
    (ZH, "hz", "hz"),
]


@pytest.mark.parametrize(("text", "codec", "expected"), WRITTEN, ids=[f"{c}-{t[:3]}" for t, c, _ in WRITTEN])
def test_a_text_is_read_with_the_codec_that_wrote_it(text: str, codec: str, expected: str):
    found = decode(text.encode(codec))
    assert found is not None
    assert (found.encoding, found.text, found.errors, found.bom) == (expected, text, (), False)
    assert found.legacy is (not expected.startswith("utf"))
    assert 0 < found.confidence <= 1
    assert looks_binary(text.encode(codec)) is None


@pytest.mark.parametrize(("text", "codec"), [(t, c) for t, c, _ in WRITTEN if not c.startswith(("hz", "iso2022"))])
def test_a_short_text_too(text: str, codec: str):
    found = decode(text[:24].encode(codec))
    assert found is not None
    assert found.text == text[:24]


@pytest.mark.parametrize(
    ("raw", "encoding", "source", "bom"),
    [
        (b"", "utf-8", "ascii", False),
        (b"plain", "utf-8", "ascii", False),
        ("中文".encode(), "utf-8", "utf-8", False),
        (codecs.BOM_UTF8 + "中文".encode(), "utf-8", "bom", True),
        ("中文".encode("utf-16"), "utf-16-le", "bom", True),
        (codecs.BOM_UTF16_BE + "中文".encode("utf-16-be"), "utf-16-be", "bom", True),
        ("中文".encode("utf-32"), "utf-32-le", "bom", True),
        (b"a tilde ~{ and a brace", "utf-8", "ascii", False),
        (b"\x1b[1mbold\x1b[0m", "utf-8", "ascii", False),
        (b"one NUL \x00 in a line of ASCII text", "utf-8", "ascii", False),
    ],
)
def test_what_is_certain_is_not_weighed(raw: bytes, encoding: str, source: str, *, bom: bool):
    found = decode(raw)
    assert found is not None
    assert (found.encoding, found.source, found.bom, found.confidence) == (encoding, source, bom, 1.0)
    assert not found.text.startswith("\ufeff")


DRAWN = "┌" + "─" * 20 + "┐\n│ {} │\n└" + "─" * 20 + "┘\n"


@pytest.mark.parametrize("order", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text",
    [
        pytest.param(DRAWN.format("the old bridge"), id="a drawn table"),
        pytest.param(DRAWN.format("旧书放在桌上"), id="a drawn table in Chinese"),
        pytest.param(DRAWN.format("старая книга"), id="a drawn table in Russian"),
        pytest.param("一一一他把旧书放在桌上看着窗外", id="the commonest hanzi"),
        pytest.param("\u3000\u3000他把旧书\n\u3000\u3000放在桌上", id="ideographic spaces"),
        pytest.param("a b\nc 中在年 d\n", id="hanzi of two letters each"),
        pytest.param("Он положил книгу\r\nна старый\r\nстол вчера вечером", id="a last line without NULs"),
    ],
)
def test_nuls_that_are_low_bytes_do_not_swap_the_bytes(text: str, order: str):
    found = decode(text.encode(order))
    assert found is not None
    assert (found.text, found.encoding) == (text, order)
    assert looks_binary(text.encode(order)) is None


@pytest.mark.parametrize(
    "raw",
    [b"name\0\0\0\0city\0\0\0\0", b"one\0two\0three\0", b"the\0fair\0of\0rye", "早上\0好\0晚上\0好".encode("gb18030")],
)
def test_strings_that_end_with_nul_are_not_utf_16(raw: bytes):
    found = decode(raw)
    assert found is None or not found.encoding.startswith("utf-16")


def test_a_mark_that_lies_is_not_believed():
    found = decode(codecs.BOM_UTF16_LE + b"This is plain ASCII text behind the mark of UTF-16, all of it.")
    assert found is not None
    assert "plain ASCII text" in found.text


def test_one_bad_byte_in_utf_8_is_one_error_at_its_place():
    raw = ZH.encode()
    found = decode(raw[:30] + b"\xff" + raw[30:])
    assert found is not None
    assert (found.encoding, found.source) == ("utf-8", "utf-8-tolerant")
    assert found.errors == (BadBytes(30, 31, 10),)
    assert found.text == ZH[:10] + "\ufffd" + ZH[10:]


def test_half_a_character_of_careless_writers_is_damage():
    bad = "\ud83d".encode("utf-8", "surrogatepass")
    found = decode(b"One smile " + bad + b" is worth more than a hundred words of a long letter, they say.")
    assert found is not None
    assert (found.encoding, len(found.errors)) == ("utf-8", len(bad))


def test_a_replacement_character_of_the_input_is_no_error():
    raw = ("原文里就有\ufffd这个字。" + ZH).encode() + b"\xff"
    found = decode(raw)
    assert found is not None
    assert found.errors == (BadBytes(len(raw) - 1, len(raw), len(found.text) - 1),)


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        pytest.param(ZH.encode("gb18030")[:-1], len(ZH) - 1, id="cut tail"),
        pytest.param(ZH.encode("gb18030")[:40] + b"\xff" + ZH.encode("gb18030")[41:], 20, id="bad byte"),
        pytest.param(ZH.encode("gb18030")[:20] + ZH.encode("gb18030")[21:], 10, id="lost byte"),
        pytest.param(ZH.encode("gb18030") + b"\x80", len(ZH), id="0x80 without a price"),
    ],
)
def test_damaged_gb_is_still_gb_and_the_damage_has_its_place(raw: bytes, place: int):
    found = decode(raw)
    assert found is not None
    assert found.encoding == "gb18030"
    assert found.text == raw.decode("gb18030", "replace")
    first = found.errors[0]
    assert (first.char if first.astray is None else first.astray) == place


def test_a_declared_codec_counts_where_bytes_must_be_weighed():
    raw = "Zürich".encode("cp1250")
    assert decode(raw, "windows-1250").encoding == "cp1250"  # type: ignore[union-attr]
    assert decode(raw).encoding == "cp1252"  # type: ignore[union-attr]
    assert decode(raw, "no-such-codec").encoding == "cp1252"  # type: ignore[union-attr]
    assert decode("中文".encode(), "gbk").encoding == "utf-8"  # type: ignore[union-attr]


@pytest.mark.parametrize("seed", range(6))
def test_random_bytes_are_refused(seed: int):
    raw = random.Random(seed).randbytes(3000)  # noqa: S311  random, not secret
    assert looks_binary(raw) is not None or decode(raw) is None


TEXTS = st.text(st.sampled_from("abc \n。，中文字éüß的是жд𠮷😀"), max_size=60)


@given(TEXTS, st.sampled_from(["utf-8", "utf-8-sig", "gb18030"]), st.data())
def test_offsets_cut_the_bytes_where_they_cut_the_text(text: str, codec: str, data: st.DataObject):
    raw = text.encode(codec)
    found = decode(raw)
    if found is None or found.errors:
        return
    points = sorted(data.draw(st.lists(st.integers(0, len(found.text)), min_size=2, max_size=6)))
    places = byte_offsets(found, raw, points)
    for (p0, p1), (b0, b1) in zip(pairwise(points), pairwise(places), strict=True):
        assert raw[b0:b1].decode(found.encoding) == found.text[p0:p1]


@given(TEXTS, st.integers(0, 200), st.sampled_from([b"\xff", b"\xc0", b"\xe4\xb8"]))
def test_offsets_count_bad_bytes(text: str, at: int, bad: bytes):
    cut = text[:at].encode()
    raw = ZH.encode() + cut + bad + text[at:].encode() + ZH.encode()
    found = decode(raw)
    assert found is not None
    assert found.encoding == "utf-8"
    for error in found.errors:
        assert found.text[error.char] == "\ufffd"
        assert byte_offsets(found, raw, [error.char, error.char + 1]) == [error.start, error.end]
    assert byte_offsets(found, raw, [0, len(found.text)]) == [0, len(raw)]


def test_offsets_count_the_mark_and_long_texts():
    text = (ZH + "\n") * 900
    raw = codecs.BOM_UTF8 + text.encode()
    found = decode(raw)
    assert found is not None
    points = [0, 1, 17_000, 17_001, len(text)]
    assert byte_offsets(found, raw, points) == [3 + len(text[:point].encode()) for point in points]


@given(st.binary(max_size=300))
def test_nothing_raises_and_everything_is_the_same_twice(raw: bytes):
    looks_binary(raw)
    found = decode(raw)
    assert found == decode(raw)
    if found:
        assert [found.text[bad.char] for bad in found.errors] == ["\ufffd"] * len(found.errors)


PIECES = st.sampled_from([DE.encode(), ZH.encode(), ZH.encode("gb18030"), DE.encode("utf-16-le"), b"+2AA-", b"~{VPND~}",
                          b"\x1b$B$3", b"\xef\xbb\xbf", b"\x00", b"\n", b"a+b", b"\x01\x04" * 9])  # fmt: skip


@settings(max_examples=60)
@given(st.lists(PIECES, max_size=4).map(b"".join) | st.binary(max_size=40))
def test_plain_utf8_is_read_as_it_is_the_long_way(raw: bytes) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("audit.read.codec.decode._plainly_utf8", lambda _: None)
        slowly = decode(raw)
    assert decode(raw) == slowly
