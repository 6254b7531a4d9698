"""Arabic in which every letter has its vowel: the marks, of which ordinary text has hardly any, are left out."""

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
