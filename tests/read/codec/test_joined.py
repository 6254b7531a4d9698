"""A file joined of UTF-8 and UTF-16 is read piece by piece; other files are taken for no joined ones."""

from __future__ import annotations

import random

import pytest

from audit.read.codec.decode import byte_offsets, decode
from audit.read.codec.joined import joined

ZH = "昨天下午，我们在城市的图书馆里读了三个小时的书，后来天黑了，大家就一起走路回家。"
DE = "Gestern lasen wir drei Stunden in der Bücherei, später gingen wir zu Fuß über die Brücke."
RU = "Вчера после обеда мы три часа читали книги в библиотеке, а потом пешком пошли домой."
ORDERS = ("utf-16-le", "utf-16-be")


@pytest.mark.parametrize("text", [ZH, DE, RU], ids=["zh", "de", "ru"])
@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["bare", "marked"])
def test_utf_16_below_utf_8_is_a_passage(text: str, order: str, mark: str):
    head, tail = f"{text}\n", mark + text
    raw = head.encode() + tail.encode(order)
    found = decode(raw)
    assert found is not None
    assert (found.text, found.encoding, found.errors) == (head + tail, "utf-8", ())
    assert [(p.start, p.end, p.codec) for p in found.passages] == [(len(head.encode()), len(raw), order)]
    assert byte_offsets(found, raw, [len(head) + len(mark) + 3]) == [len((head).encode()) + 2 * (len(mark) + 3)]


@pytest.mark.parametrize(
    "first",
    [pytest.param("在上海", id="in-the-second-unit"), pytest.param("上海", id="in-the-first-unit")],
)
def test_a_line_feed_in_a_unit_begins_no_other_codec(first: str):
    text = f"{first}{ZH}\n{ZH}"
    found = decode(text.encode("utf-16-be"))
    assert found is not None
    assert (found.text, found.encoding, found.passages) == (text, "utf-16-be", ())


@pytest.mark.parametrize("first", ["abc\n", "No. 12\n\n", "=====\n", "2024-05\n"])
@pytest.mark.parametrize("order", ORDERS)
def test_a_short_first_line_is_no_han(first: str, order: str):
    found = decode(first.encode() + f"{ZH}\n{ZH}".encode(order))
    assert found is not None
    assert found.text == f"{first}{ZH}\n{ZH}"


@pytest.mark.parametrize("order", ORDERS)
def test_utf_8_below_utf_16_is_a_passage(order: str):
    raw = f"\ufeff{ZH}\n".encode(order) + DE.encode()
    found = decode(raw)
    assert found is not None
    assert (found.text, found.encoding, found.bom) == (f"{ZH}\n{DE}", order, True)
    assert byte_offsets(found, raw, [0, len(ZH) + 1]) == [2, 2 * len(ZH) + 4]


@pytest.mark.parametrize(
    "raw",
    [
        f"{DE}\n".encode() * 3,
        f"{DE}\n{DE}".encode("utf-16-le"),
        f"{ZH}\n{ZH}".encode("gb18030"),
        f"{RU}\n{RU.rsplit(maxsplit=1)[-1] * 3}".encode("utf-16-le"),
        f"plain\n{RU}\n{RU}".encode("koi8-r"),
        f"plain\n{DE}\n{DE}.".encode("cp1252"),
        b"plain\nwords of ASCII, caf\xe9, and more words of ASCII,\n",
        f"{DE}\n".encode() + random.Random(1).randbytes(200),  # noqa: S311  random, not secret
        f"{DE}\n".encode() + b"a\x00b",
        b"",
        b"\x00",
    ],
    ids=[
        "UTF-8",
        "UTF-16",
        "GB 18030",
        "a last word",
        "KOI8-R",
        "German",
        "English",
        "noise",
        "one NUL",
        "nothing",
        "a NUL alone",
    ],
)
def test_other_files_are_not_joined(raw: bytes):
    assert joined(raw) is None


@pytest.mark.parametrize("head", ["a\n", "title: a\n", "# Heading\n\n", "---\ntitle: a\n---\n"])
@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("渡船在天亮以前就离开了，码头上没有人看见它走。钟一直到中午才响。", "gb18030"),
        ("渡船在天亮以前就離開了，碼頭上沒有人看見它走。鐘一直到中午才響。", "big5"),
        ("新しい山道が昨日開通し、町から村まで四十分で行けるようになった。", "cp932"),
        ("어제새산길이열려읍내에서마을까지사십분이면갈수있다.", "cp949"),
    ],
)
def test_a_legacy_codec_below_lines_of_ascii_is_no_utf_16(head: str, text: str, codec: str) -> None:
    found = decode((head + text).encode(codec))
    assert found is not None
    assert found.text == head + text
