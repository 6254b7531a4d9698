"""Binary records whose strings are readable, and texts with control characters."""

from __future__ import annotations

import struct

import pytest

from audit.read.unfit import unfit

ENGLISH = (
    ("A bridge at the mill", "The council opened a new bridge near the old mill on Friday morning. " * 2),
    (
        "Wool for the market",
        "Every spring the farmers bring their wool to market, and children watch the boats drift by.",
    ),
    ("What painters saw", "Painters sketched the stone arches from the green banks below the weir. " * 5),
)
CHINESE = (
    ("河上新桥今日开通", "附近的农民每年春天都把羊毛运到集市,孩子们在岸边看船。" * 3),
    ("老渡口的故事", "老人坐在石阶上讲起从前的渡口,画家在草地上写生,午后下了一场小雨。"),
    ("羊毛涨价", "集市上的羊毛价格比去年高了两成,商人说与北方的旱情有关。" * 5),
)
BOTH = pytest.mark.parametrize("records", [ENGLISH, CHINESE], ids=["en", "zh"])
TEXT = "The ferry left at nine, and nobody on the quay waved to it.\n" * 9


def _variable(number: int) -> bytes:
    return bytes((number,)) if number < 0x80 else bytes((0x80 | number & 0x7F,)) + _variable(number >> 7)


def _message_pack(text: bytes) -> bytes:
    if len(text) < 32:
        return bytes((0xA0 | len(text),)) + text
    return b"\xd9" + bytes((len(text),)) + text if len(text) < 256 else b"\xda" + struct.pack(">H", len(text)) + text


def _cbor(text: bytes) -> bytes:
    if len(text) < 24:
        return bytes((0x60 | len(text),)) + text
    return b"\x78" + bytes((len(text),)) + text if len(text) < 256 else b"\x79" + struct.pack(">H", len(text)) + text


def _protobuf(title: bytes, text: bytes) -> bytes:
    return b"\x12" + _variable(len(title)) + title + b"\x1a" + _variable(len(text)) + text


def _bson(title: bytes, text: bytes) -> bytes:
    inside = b"".join(
        b"\x02" + name + b"\0" + struct.pack("<i", len(value) + 1) + value + b"\0"
        for name, value in ((b"title", title), (b"text", text))
    )
    return struct.pack("<i", len(inside) + 5) + inside + b"\0"


WRITERS = {
    "MessagePack": lambda a, b: b"\x82\xa5title" + _message_pack(a) + b"\xa4text" + _message_pack(b),
    "CBOR": lambda a, b: b"\xa2\x65title" + _cbor(a) + b"\x64text" + _cbor(b),
    "BSON": _bson,
    "protobuf": _protobuf,
    "length": lambda a, b: b"".join(struct.pack(">I", len(each)) + each for each in (a, b)),
}
STREAMS = {
    "protobuf": lambda a, b: _variable(len(_protobuf(a, b))) + _protobuf(a, b),
    "TFRecord": lambda a, b: (
        struct.pack("<Q", len(_protobuf(a, b))) + b"\x9b\x1fo\xc8" + _protobuf(a, b) + b"\xe0/d\xa7"
    ),
    "Avro": lambda a, b: b"\x0e" + b"".join(_variable(2 * len(each)) + each for each in (a, b)),
    "Java": lambda a, b: b"".join(struct.pack(">H", len(each)) + each for each in (a, b)),
    "a game": lambda a, b: b"".join(struct.pack("<HI", 7, len(each)) + each for each in (a, b)),
}


def _said(raw: bytes) -> str | None:
    found = unfit(raw)
    return None if found is None else f"{found.code}: {found.detail}"


@BOTH
@pytest.mark.parametrize("name", WRITERS)
def test_records_are_named(records: tuple[tuple[str, str], ...], name: str):
    raw = b"".join(WRITERS[name](a.encode(), b.encode()) for a, b in records)
    assert name in str(_said(raw))
    assert "convert it to text" in str(_said(raw))


@BOTH
@pytest.mark.parametrize("name", ["MessagePack", "CBOR", "BSON", "protobuf"])
def test_one_record_is_enough_where_the_structure_is_known(records: tuple[tuple[str, str], ...], name: str):
    title, text = records[0]
    assert name in str(_said(WRITERS[name](title.encode(), text.encode())))


@BOTH
@pytest.mark.parametrize("name", STREAMS)
def test_strings_with_their_lengths_are_no_text(records: tuple[tuple[str, str], ...], name: str):
    raw = b"".join(STREAMS[name](a.encode(), b.encode()) for a, b in records * 2)
    assert str(_said(raw)).startswith("binary: ")


def test_a_table_of_offsets_before_texts_is_no_text():
    texts = [f"{title}. {text}\0".encode() for title, text in ENGLISH * 3]
    offsets = struct.pack(f"<{len(texts)}I", *(sum(map(len, texts[:each])) for each in range(len(texts))))
    assert "binary numbers" in str(_said(b"STRT" + offsets + b"".join(texts)))


LINES = TEXT.splitlines()
TEXTS = {
    "form feeds": "\f".join(LINES),
    "ANSI": "".join(f"\x1b[1m{line[:9]}\x1b[0m{line[9:]}\n" for line in LINES),
    "end of file": TEXT + "\x1a",
    "padding": TEXT + "\x1a" * 90,
    "end of transmission": TEXT + "\x04",
    "a lone NUL": TEXT[:80] + "\0" + TEXT[80:],
    "ended by NULs": "\0".join(LINES) + "\0",
    "a hole": TEXT[:200] + "\0" * 200 + TEXT[200:],
    "padded fields": "".join(f"{line[:20]:\0<32}{line}\n" for line in LINES),
    "overstrikes": TEXT + "N\bNA\bAM\bME\bE\n_\bf_\bi_\bl_\be\n",
    "record separators": "\x1e".join(LINES),
    "unit separators": "".join(f"{n}\x1f{line[:11]}\x1f{line}\x1e" for n, line in enumerate(LINES)),
    "columns of Hive": "".join(f"{n}\x01{line[: 9 + n]}\x01{line}\n" for n, line in enumerate(LINES)),
    "start and end of text": "".join(f"\x02{line[n:]}\x03\n" for n, line in enumerate(LINES)),
    "colours of a chat": "".join(f"\x02\x0304<ada>\x03\x02 {line[n:]}\n" for n, line in enumerate(LINES)),
    "a bell": TEXT.replace("waved", "waved\x07", 3),
    "vertical tabs": "\x0b".join(LINES),
    "DEL": TEXT.replace(" ", " \x7f", 5),
    "fixed width": "\x1e".join(line[:30] for line in LINES),
    "by chance one length": TEXT + "\x05 pears and a plum\n",
    "MARC": "00714cam a2200205 a 4500001001300000\x1e" + "\x1e".join(f"10\x1fa{line}" for line in LINES) + "\x1e\x1d",
    "several kinds": "\x11".join(LINES[:3]) + "\x06" + "\x14".join(LINES[3:6]) + "\x0e\0" + LINES[7],
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_texts_with_control_characters_stay_texts(text: str):
    assert _said(text.encode()) is None


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "gb18030", "big5"])
def test_codecs_stay_texts(codec: str):
    assert _said("".join(f"{title}\n{text}\n" for title, text in CHINESE).encode(codec, "ignore")) is None


@pytest.mark.parametrize("codec", ["gb18030", "cp1251", "cp437"])
def test_texts_that_begin_as_a_list_does_stay_texts(codec: str):
    lead = {"gb18030": "亐亜亝", "cp1251": "Ђмного слов ", "cp437": "Ça va, "}[codec]
    assert _said((lead + TEXT).encode(codec)) is None
