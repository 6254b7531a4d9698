"""Bytes read as letters of an alphabet, and whether letters made of hanzi bytes are implausible."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from typing import Final
from unicodedata import category, combining, normalize

from audit.measure.encoding.mojibake.codec_pairs import LATIN_CODECS, read_carelessly
from audit.measure.encoding.mojibake.spelled.spelling import BETWEEN, SCRIPT_OF

UTF8: Final = "utf-8"
_SEQUENCE: Final = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}|.", re.DOTALL
)
# Non-ASCII letters per capital after a lower case letter: chance has five.
_MAX_SUDDEN: Final = 10
# Non-ASCII bytes per non-letter: chance has at most three; quotes and dashes are rarer.
_SIGNS_AMONG: Final = 5
_SIGN_WITHIN: Final = re.compile(b"(?<=[Aa])[-]+(?=[Aa])")
# Of what is invisible within words, such as soft hyphens.
_FORMAT: Final = "Cf"
# This codec encodes tone marks as separate letters.
_VIETNAMESE: Final = "cp1258"
# Thai vowels and tones adjoin a consonant. The number of Thai bytes per misplaced one that is tolerated: GBK drops
# a byte in twenty, and the vowels of it are misplaced.
THAI: Final = "cp874"
_MISPLACED: Final = re.compile(
    rb"(?<![\xa1-\xce])[\xd1\xd4-\xda\xe7]|(?<![\xa1-\xce\xd1\xd4-\xd9\xe7])[\xe8-\xee]"
    rb"|(?<![\xa1-\xce\xd2\xe8-\xee])[\xd0\xd2\xd3]|[\xe0-\xe4](?![\xa1-\xce])|[\xdb-\xdf\xef-\xff]"
)
_MAX_MISPLACED: Final = 12


Raw = bytes | Sequence[bytes]
Pieces = Sequence[str]


def read_pieces(seen: str, raw: Raw, right: str) -> tuple[Pieces, Pieces] | None:
    """Return the characters of a text in pieces, and each piece's bytes in another codec.

    `raw` are these bytes: one per character, or a sequence with the bytes of each character. A piece is a character; in
    UTF-8 the characters whose bytes form one, in Vietnamese a vowel with its tone. None if the codec leaves a byte
    undefined, or the bytes are not valid in it.
    """
    if right == UTF8:
        return _pieces_of_utf8(seen, raw)
    read = _letters_of(raw, right)
    if read is None:
        return None
    return _composed(seen, read) if right == _VIETNAMESE else (seen, read)


def _composed(seen: str, read: Pieces) -> tuple[Pieces, Pieces]:
    """Return the pieces with each tone mark, a separate letter in the codec, joined to the preceding vowel."""
    stood, letters = list[str](), list[str]()
    for char, letter in zip(seen, read, strict=True):
        if letters and combining(letter):
            stood[-1] += char
            letters[-1] = normalize("NFC", letters[-1] + letter)
        else:
            stood.append(char)
            letters.append(letter)
    return stood, letters


def _pieces_of_utf8(seen: str, raw: Raw) -> tuple[Pieces, Pieces]:
    """Return the pieces of a text in UTF-8; U+FFFD stands for stray bytes.

    In the text it has no byte, and is a piece: a decoder dropped bytes there.
    """
    ends = [*accumulate(map(len, raw))] if not isinstance(raw, bytes) else range(1, len(raw) + 1)
    number_of: dict[int, int] = {}
    for number, end in enumerate(ends, 1):
        number_of.setdefault(end, number)
    stood, read, first, parts = [], [], 0, ""
    for match in _SEQUENCE.finditer(raw if isinstance(raw, bytes) else b"".join(raw)):
        parts += match[0].decode("utf-8", "replace")
        if (last := number_of.get(match.end())) is not None:
            stood.append(seen[first:last])
            read.append(parts)
            while last < len(ends) and ends[last] == match.end():
                stood.append(seen[last])
                read.append("")
                last += 1
            first, parts = last, ""
    return stood, read


def _letters_of(raw: Raw, right: str) -> Pieces | None:
    """Decode each character's bytes in a single-byte codec; None if one is undefined."""
    every = raw if isinstance(raw, bytes) else b"".join(raw)
    read = every.decode("latin-1").translate(_letters(right))
    if "\ufffd" in read:
        return None
    if isinstance(raw, bytes):
        return read
    ends = [*accumulate(map(len, raw))]
    return [read[start:end] for start, end in zip([0, *ends], ends, strict=False)]


@cache
def _letters(right: str) -> dict[int, str]:
    """Return the characters of the high bytes in a single-byte codec."""
    return {byte: read_carelessly(bytes((byte,)), right) or "\ufffd" for byte in range(0x80, 0x100)}


def is_jumbled(raw: bytes, right: str) -> bool:
    """Whether hanzi read as implausible words: repeated capitals after lower case letters, or signs among letters.

    One word in a thousand has such a capital. Accents are few among ASCII letters, and may be quotes.
    """
    cases = raw.translate(_cases(right))
    plain = cases.count(b" ")
    letters = len(cases) - plain
    is_mixed = letters > plain if right in LATIN_CODECS else _SIGNS_AMONG * cases.count(b"-") > letters
    return is_mixed or _MAX_SUDDEN * cases.count(b"aA") > letters or _is_misspelt_thai(raw, right)


def is_strewn_with_signs(raw: bytes, right: str) -> bool:
    """Whether signs stand between letters, or capitals behind small ones, again and again: words have neither."""
    cases = raw.translate(_places(right))
    odd = len(_SIGN_WITHIN.findall(cases)) + cases.count(b"aA")
    return odd > 1 and _MAX_SUDDEN * odd > cases.count(b"a") + cases.count(b"A")


def _is_misspelt_thai(raw: bytes, right: str) -> bool:
    """Whether Thai vowels and tones repeatedly lack a consonant."""
    return right == THAI and _MAX_MISPLACED * len(_MISPLACED.findall(raw)) > len(raw)


@cache
def _cases(right: str) -> bytes:
    """Return a letter per byte: A for a non-ASCII capital, a for other letters, - for a sign, a space for ASCII."""
    read = [_letters(right)[byte] for byte in range(0x80, 0x100)]
    return b" " * 0x80 + b"".join(b"A" if char.isupper() else b"a" if char in SCRIPT_OF else b"-" for char in read)


@cache
def _places(right: str) -> bytes:
    """Return the same, with - for signs that belong around words only, and spaces for those that part words."""
    chars = [_letters(right)[byte] for byte in range(0x80, 0x100)]
    return b" " * 0x80 + bytes(
        ord(" ") if char in BETWEEN or category(char) == _FORMAT else ord("a") if combining(char) else byte
        for byte, char in zip(_cases(right)[0x80:], chars, strict=True)
    )
