"""Pairs of codecs that are commonly confused on Windows, DOS, Mac, Unix and in East Asia."""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from collections.abc import KeysView
from functools import cache, lru_cache
from typing import Final

# (right, wrong) pairs, most frequent first; of equal readings the earlier is reported. cp1252 includes latin-1:
# unencodable characters count as C1.
_MISREAD: Final = (
    ("utf-8", ("gb18030", "cp1252", "cp950", "cp932", "cp949", "cp1251", "cp1250", "koi8-r", "cp1254", "mac-roman")),
    ("utf-8", ("cp437", "cp850", "cp866", "cp1253", "cp1255", "cp1256", "cp1257", "cp1258", "cp874", "cp852")),
    ("gb18030", ("cp1252", "cp950", "cp932", "cp949", "euc_jp", "cp1251", "cp1250", "cp437", "cp850", "mac-roman")),
    ("gb18030", ("koi8-r", "cp866")),
    ("cp950", ("gb18030", "cp1252", "cp932", "cp949", "cp437", "cp850", "mac-roman", "cp1251", "koi8-r", "cp866")),
    ("cp932", ("gb18030", "cp1252", "cp950", "cp949", "cp437", "cp850", "mac-roman", "cp1251", "koi8-r", "cp866")),
    ("euc_jp", ("gb18030", "cp1252", "cp932", "cp950", "cp949", "cp437", "cp850", "mac-roman", "cp1251", "koi8-r")),
    ("cp949", ("gb18030", "cp1252", "cp932", "cp950", "euc_jp", "cp437", "cp850", "mac-roman", "cp1251", "koi8-r")),
    ("cp1251", ("cp1252", "koi8-r", "cp866", "gb18030", "mac-cyrillic", "iso8859-5", "mac-roman", "cp437", "cp850")),
    ("koi8-r", ("cp1252", "cp1251", "cp866", "gb18030", "mac-roman")),
    ("cp866", ("cp1252", "cp1251", "koi8-r", "gb18030", "cp437", "cp850", "mac-roman")),
    ("iso8859-5", ("cp1252", "cp1251", "koi8-r")),
    ("mac-cyrillic", ("cp1252", "cp1251", "mac-roman")),
    ("cp1252", ("mac-roman", "cp850", "cp437", "gb18030", "cp1251", "koi8-r", "cp932", "cp950", "cp949")),
    ("mac-roman", ("cp1252", "cp850", "cp437")),
    ("cp850", ("cp1252", "mac-roman", "cp1251")),
    ("cp437", ("cp1252", "mac-roman")),
    ("cp1250", ("cp1252", "cp852", "mac-roman", "cp1251")),
    ("iso8859-2", ("cp1252", "cp1250")),
    ("cp852", ("cp1252", "cp1250", "cp437")),
    ("cp1254", ("cp1252", "cp857", "mac-roman")),
    ("cp857", ("cp1252", "cp1254")),
    ("cp1253", ("cp1252", "cp1251", "cp737", "mac-roman")),
    ("cp737", ("cp1252", "cp1253", "cp437")),
    ("cp1255", ("cp1252", "cp1251", "cp862")),
    ("cp862", ("cp1252", "cp1255", "cp437")),
    ("cp1256", ("cp1252", "cp1251", "mac-roman")),
    ("iso8859-6", ("cp1252", "cp1256")),
    ("cp874", ("cp1252", "gb18030", "mac-roman")),
    ("cp1257", ("cp1252",)),
    ("cp1258", ("cp1252",)),
)
PAIRS: Final = tuple((right, wrong) for right, wrongs in _MISREAD for wrong in wrongs)
RANK: Final = {pair: rank for rank, pair in enumerate(PAIRS)}
# The same grouped by wrong codec, since encoding is the expensive part.
RIGHTS: Final = {wrong: tuple(right for right, other in PAIRS if other == wrong) for _, wrong in PAIRS}
TWO_BYTES: Final = frozenset({"gb18030", "cp950", "cp932", "cp949", "euc_jp"})
# Alphabet pairs, which map letters to letters: only spelling tells them apart.
ALPHABETS: Final = frozenset(right for right, _ in PAIRS if right not in {"utf-8", *TWO_BYTES})
LATIN_CODECS: Final = frozenset(
    {"cp1252", "mac-roman", "cp850", "cp437", "cp1250", "iso8859-2", "cp852", "cp1254", "cp857", "cp1257", "cp1258"}
)
# Non-Latin pairs with nearly the same small letters, so that a misreading leaves most words as they are.
NEARLY_EQUAL: Final = frozenset({("cp1251", "mac-cyrillic"), ("mac-cyrillic", "cp1251")})
# Those that misread few of the words; in other non-Latin alphabets nearly every word is misread.
SPARING: Final = frozenset(pair for pair in PAIRS if pair[0] in {*LATIN_CODECS, "utf-8"}) | NEARLY_EQUAL
# Codecs whose undefined bytes careless decoders map to the characters of the same number, mostly C1 controls.
HALF_EMPTY: Final = frozenset(
    {"cp1252", "cp1251", "cp1254", "cp1250", "cp1253", "cp1255", "cp1256", "cp1257", "cp1258", "cp874", "cp857"}
)
_HIGH: Final = range(0x80, 0x100)
# Passages whose verdicts are remembered: the words of menus recur on every page of a site.
PASSAGES: Final = 1 << 12
# Characters whose bytes are remembered for each codec.
_REMEMBERED: Final = 1 << 14


def read_carelessly(raw: bytes, codec: str) -> str | None:
    """Decode bytes leniently: a byte that a half-empty codec does not define becomes the character of its number."""
    try:
        return raw.decode(codec)
    except UnicodeDecodeError:
        return "".join(_one(byte, codec) for byte in raw) if codec in HALF_EMPTY else None


@lru_cache(maxsize=1 << 12)
def _one(byte: int, codec: str) -> str:
    found = bytes((byte,)).decode(codec, "ignore")
    return found or chr(byte)


def byte_of(char: str, codec: str) -> bytes:
    """Return the bytes that the codec decodes to `char`; empty if there are none. C1 controls may map to themselves."""
    return bytes_in(codec)[char]


class _Bytes(dict[str, bytes]):
    """The bytes of characters in a codec, remembered up to a bound; looking one up costs no call."""

    def __init__(self, codec: str) -> None:
        super().__init__()
        self._codec = codec

    def __missing__(self, char: str) -> bytes:
        """Return the bytes of a character that was not asked for before."""
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[char] = _encoded(char, self._codec)
        return found


@cache
def bytes_in(codec: str) -> _Bytes:
    """Return the bytes of each character in a codec, as byte_of does."""
    return _Bytes(codec)


def _encoded(char: str, codec: str) -> bytes:
    if char < "\x80":
        return char.encode()
    if codec not in TWO_BYTES:
        return _bytes_of(codec).get(char, b"")
    if char == "\ufffd":
        return b""
    try:
        return char.encode(codec)
    except UnicodeEncodeError:
        return b""


@cache
def _bytes_of(codec: str) -> dict[str, bytes]:
    """Return the byte of each non-ASCII character of a single-byte codec.

    The character of an undefined byte's number is that byte: a codec that also has it elsewhere shows it more rarely.
    """
    defined = {byte: bytes((byte,)).decode(codec, "ignore") for byte in _HIGH}
    made = {chr(byte): bytes((byte,)) for byte in _HIGH[:0x20] if codec in HALF_EMPTY}
    made.update((char, bytes((byte,))) for byte, char in defined.items() if char)
    made.update((chr(byte), bytes((byte,))) for byte, char in defined.items() if not char and codec in HALF_EMPTY)
    return made


def shown_alone(codec: str) -> KeysView[str]:
    """Return the non-ASCII characters of a single-byte codec."""
    return _bytes_of(codec).keys()


# A lead byte before which, in a two-byte codec, any byte may follow: it stands for a byte that a decoder dropped.
_STAND_IN: Final = {"gb18030": b"\xb0", "cp950": b"\xa4", "cp932": b"\x8e", "cp949": b"\xb0", "euc_jp": b"\xb0"}


def read_in_step(passage: str, wrong: str, right: str) -> str:
    """Return the bytes of `wrong` decoded in `right`, both two-byte codecs, with a hole for each character with U+FFFD.

    Each U+FFFD is one byte that the decoder dropped; without it the bytes that follow would be paired wrongly.
    """
    first, *rest = (part.encode(wrong, "ignore") for part in passage.split("\ufffd"))
    decoder, made = getincrementaldecoder(right)("replace"), list[str]()
    made.append(decoder.decode(first))
    for part in rest:
        holed = decoder.decode(_STAND_IN[right])
        at = 0
        while not holed and at < len(part):
            holed, at = decoder.decode(part[at : at + 1]), at + 1
        made += "\ufffd" * bool(holed), decoder.decode(part[at:])
    return "".join((*made, decoder.decode(b"", final=True)))


def put_back(text: str, codec: str) -> tuple[bytes, int]:
    """Encode the text in the codec, and return the number of unencodable characters left out."""
    if codec in TWO_BYTES:
        whole = text.replace("\ufffd", "")
        try:
            return whole.encode(codec), len(text) - len(whole)
        except UnicodeEncodeError:
            raw = whole.encode(codec, "ignore")
            return raw, len(text) - len(raw.decode(codec))
    kept = text.translate(_Table.of(codec))
    return kept.encode("latin-1"), len(text) - len(kept)


class _Table(dict[int, int | None]):
    """A str.translate table from characters to bytes of a single-byte codec."""

    def __missing__(self, key: int) -> None:
        """Return nothing: str.translate deletes the character."""

    @staticmethod
    @cache
    def of(codec: str) -> _Table:
        """Return the table of a codec, cached."""
        table = _Table({point: point for point in range(_HIGH.start)})
        table.update((ord(char), byte[0]) for char, byte in _bytes_of(codec).items())
        return table


@cache
def shown_by(codec: str, many: str = "*") -> re.Pattern[str]:
    """Return a pattern, without backtracking, of a run of a single-byte codec's characters: of `many`, or of none."""
    return re.compile(f"[\\x00-\\x7f{re.escape(''.join(_bytes_of(codec)))}]{many}")


def longest_shown(text: str, start: int, end: int, wrong: str) -> tuple[int, int]:
    """Return the longest non-ASCII run of the passage in a single-byte codec; empty for none."""
    runs = (found.span() for found in shown_by(wrong, "+").finditer(text, start, end))
    beyond = ((at, stop) for at, stop in runs if not text[at:stop].isascii())
    return max(beyond, key=lambda run: run[1] - run[0], default=(start, start))
