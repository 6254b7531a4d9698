"""Marks with a byte of their own behind a letter: vowels of Arabic, which are left out, and tones of Vietnamese."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from audit.read.codec.high_bytes import count_high

_CODECS: Final = ("iso8859-6", "cp1256")
_MARKS: Final = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"
_LETTERS: Final = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيـ"
_SHADDA: Final = "\u0651"
# Texts in other alphabets have as many of these bytes, but also at the beginning of words. Marks of at least so many
# kinds, and their share of all high bytes: two in five where every letter has one.
_MIN_MARKS: Final = 10
_MIN_KINDS: Final = 4
_MIN_SHARE: Final = 0.2

# Vietnamese of code page 1258, in which the tone of a vowel is a byte behind it: in short texts that decides.
TONED: Final = "cp1258"
# Vowels with their signs, the letter đ, vowels with a tone in one byte, and tones.
_TONE_VOWELS: Final = "aeiouyAEIOUYâêôăơưÂÊÔĂƠƯ".encode(TONED)
_VIETNAMESE: Final = "đĐàáèéóúÀÁÈÉÓÚíÍ".encode(TONED)
_TONES: Final = "\u0300\u0301\u0303\u0309\u0323".encode(TONED)
_QUOTES: Final = bytes(range(0x80, 0xC0))
_TONED: Final = re.compile(b"[%b][%b]" % (re.escape(_TONE_VOWELS), re.escape(_TONES)))
# In Western code pages three tones are capitals, which stand behind no small letter.
_CAPITAL: Final = re.compile(b"[a-z\xe0-\xff][\xcc\xd2\xde]")
_ASCII_LETTERS: Final = re.compile(b"[A-Za-z]")
_MIN_TONES: Final = 2
# What the law is worth in nats, more than letters of any other language are in a text of so few.
TONED_NATS: Final = 60.0


def without_vowel_marks(raw: bytes) -> bytes:
    """Return bytes without those that are marks of vowels in Arabic, if each of many stands behind a letter.

    Two marks adjoin only where one of them doubles the letter.
    """
    high = count_high(raw)
    for codec in _CODECS:
        marks = _marks(codec)
        rest = raw.translate(None, marks)
        count = len(raw) - len(rest)
        if count >= _MIN_MARKS and count >= _MIN_SHARE * high and sum(mark in raw for mark in marks) >= _MIN_KINDS:
            placed = sum(len(found[0]) - 1 for found in _placed(codec).finditer(raw))
            if placed == count:
                return rest
    return raw


@cache
def _marks(codec: str) -> bytes:
    return _MARKS.encode(codec)


@cache
def _placed(codec: str) -> re.Pattern[bytes]:
    """Return a pattern of a letter and its marks, at most two."""
    letters, marks = _LETTERS.encode(codec), _marks(codec)
    doubled = re.escape(_SHADDA.encode(codec))
    one = b"[%b]" % re.escape(marks)
    return re.compile(b"[%b](?:%b%b|%b%b|%b)" % (re.escape(letters), doubled, one, one, doubled, one))


def are_toned(raw: bytes) -> bool:
    """Return whether every high byte is a Vietnamese letter or a tone, and every tone stands behind a vowel.

    At least two do, of which one would be a capital within a word; most letters are ASCII.

    >>> are_toned("nươ\u0301c na\u0300o".encode("cp1258")), are_toned("Ÿ Ò".encode("cp1252"))
    (True, False)
    """
    tones = sum(map(raw.count, (bytes((tone,)) for tone in _TONES)))
    if tones < _MIN_TONES or not _CAPITAL.search(raw) or len(_TONED.findall(raw)) < tones:
        return False
    own = raw.translate(None, _TONE_VOWELS + _VIETNAMESE + _TONES + _QUOTES)
    return own.isascii() and len(_ASCII_LETTERS.findall(raw)) >= count_high(raw)
