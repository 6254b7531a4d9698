"""Escape sequences announce ISO 2022; what only looks like one stays as it is."""

from __future__ import annotations

import pytest

from audit.read.binary.magic import looks_binary
from audit.read.codec.decode import byte_offsets, decode

JA = "きのうの午後、私たちは図書館で三時間ほど本を読みました。それから歩いて家に帰りました。"
KO = "어제 오후에 우리는 도서관에서 세 시간 동안 책을 읽고 나서 걸어서 집으로 돌아왔습니다."
ZH = "昨天下午，我们在城市的图书馆里读了三个小时的书，后来天黑了，大家就一起走路回家。"


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (JA, "iso2022_jp"),
        ("ﾃﾞｰﾀ" + JA, "iso2022_jp_ext"),
        ("①②" + JA, "iso2022_jp_2004"),
        ("①②" + JA, "iso2022_jp_3"),
        (KO, "iso2022_kr"),
        (KO, "iso2022_jp_2"),
        (ZH, "iso2022_jp_2"),
        (ZH, "hz"),
        ("plain words\n" * 20 + JA, "iso2022_jp"),
    ],
)
def test_escapes_announce_their_codec(text: str, codec: str):
    raw = text.encode(codec)
    found = decode(raw)
    assert found is not None
    assert (found.text, found.source, found.errors) == (text, "escapes", ())
    assert looks_binary(raw) is None


@pytest.mark.parametrize(("text", "codec", "lost"), [(JA, "iso2022_jp", 60), (KO, "iso2022_kr", 86), (ZH, "hz", 60)])
def test_a_lost_byte_is_damage_and_no_other_codec(text: str, codec: str, lost: int):
    raw = (text + "\n" + text).encode(codec)
    found = decode(raw[:lost] + raw[lost + 1 :])
    assert found is not None
    assert found.source == "escapes"
    assert found.errors
    assert found.text[:10] == text[:10]


@pytest.mark.parametrize(
    "raw",
    [
        b"\x1b[1mbold\x1b[0m and \x1b(B plain",
        b"echo ~{a,b}/file",
        b"cp ~{one,two} there; ls ~{x y}",
        b"a tilde ~{ and a brace ~}",
        b"",
    ],
)
def test_what_only_looks_like_an_escape_is_ascii(raw: bytes):
    found = decode(raw)
    assert found is not None
    assert (found.encoding, found.text) == ("utf-8", raw.decode())


@pytest.mark.parametrize(
    ("text", "codec", "escaped"),
    [
        (JA, "utf-8", "iso2022_jp"),
        (JA, "cp932", "iso2022_jp"),
        (JA, "euc_jp", "iso2022_jp"),
        (KO, "utf-8", "iso2022_kr"),
        (KO, "cp949", "iso2022_kr"),
    ],
    ids=lambda value: value[:10] if value.isascii() else "",
)
def test_messages_in_iso_2022_between_others_are_passages(text: str, codec: str, escaped: str):
    before, message, after = f"{text}\n", f"From: x\n{text}\nplain\n", f"{text}\n"
    raw = before.encode(codec) + message.encode(escaped) + after.encode(codec)
    found = decode(raw)
    assert found is not None
    assert (found.text, found.encoding, found.errors) == (before + message + after, codec, ())
    assert [passage.codec.startswith(escaped) for passage in found.passages] == [True]
    ends = [len(before), len(before + message)]
    assert byte_offsets(found, raw, ends) == [len(before.encode(codec)), len(raw) - len(after.encode(codec))]


@pytest.mark.parametrize("line", ["\x1b[32mok\x1b[0m", "rm ~{old,new}/*", "\x1b$Bcut", "\x1b"])
def test_other_escapes_stay_as_they_are(line: str):
    found = decode(f"{JA}\n{line}\n".encode())
    assert found is not None
    assert (found.text, found.passages) == (f"{JA}\n{line}\n", ())
