"""Readings between two-byte codecs, which turn each hanzi, kana or hangul into another one."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from audit.measure.encoding.mojibake.codec_pairs import TWO_BYTES

# Repetitions of one letter prove nothing.
SAME: Final = re.compile(r"([^\x00-\x7f])\1\1+")
# Characters and words that are said twice, in drills and onomatopoeia.
_DOUBLED: Final = re.compile(r"([^\x00-\x7f]{1,4}?)\1+")
# Nats per non-ASCII character, doubled ones once, that a reading must exceed: the bytes of healthy kanji or hanja are
# hangul or hanzi that form no text. With these bounds 1,353 of 1,728 damaged passages are found (1,362 with -9 to
# -11.5 for all), and 9 of 8,700 healthy lists of names, drills and glossaries are flagged (108). Where Shift JIS or
# Big5 lose bytes, what is left reads worse.
_LEAST_PLAUSIBLE: Final = {"gb18030": -9.0, "cp950": -9.5, "cp932": -7.5, "euc_jp": -8.5, "cp949": -7.5}
_LEAST_PLAUSIBLE_OF: Final = {
    ("gb18030", "euc_jp"): -8.0,
    ("gb18030", "cp949"): -8.8,
    ("gb18030", "cp932"): -11.5,
    ("cp950", "gb18030"): -10.5,
    ("cp950", "cp949"): -10.0,
    ("cp950", "cp932"): -8.5,
    ("euc_jp", "gb18030"): -7.5,
    ("euc_jp", "cp932"): -10.0,
    ("cp949", "cp932"): -8.5,
}
# Maximum holes as a share of restored letters: GB 18030 and EUC-JP have a character for nearly every pair of bytes.
_MAX_HOLES: Final = 0.34
_MAX_HOLES_OF: Final = {"gb18030": 0.1, "euc_jp": 0.1}

# Kana have equal bytes in Chinese and Japanese codecs: with this many, hanzi are Japanese.
_CHINESE: Final = frozenset({"gb18030", "cp950"})
_MAX_KANA: Final = 0.2
_KANA: Final = re.compile("[\u3041-\u30fa]")
# Korean is written in hangul: a row of signs is hanja alone, as in art drawn with the signs of a code page.
_KOREAN: Final = "cp949"
_MIN_HANGUL: Final = 0.5
_HANGUL: Final = re.compile("[\uac00-\ud7a3]")

# Kana are the same in both codecs, and the length mark of katakana is an opening bracket.
KANA_LENGTHENED: Final = ("euc_jp", "gb18030")
_LENGTH_MARKS: Final = re.compile("[ァ-ヺ]〖")
_MANY_LENGTH_MARKS: Final = 3


def is_by_twos(right: str, wrong: str) -> bool:
    """Whether both codecs show two bytes as one character, so that a reading doubles what the text doubles."""
    return right != "utf-8" and wrong in TWO_BYTES


def lengthens_kana(passage: str) -> bool:
    """Whether brackets follow katakana where length marks do: those that open something are closed, too."""
    return len(_LENGTH_MARKS.findall(passage)) >= _MANY_LENGTH_MARKS and "〗" not in passage


@lru_cache(maxsize=256)
def once(text: str) -> str:
    """Return the text with what is doubled counted once, words of doubled characters too, and longer runs not at all.

    Healthy 绿油油 is hardly less likely than 绿油, and a reading of it gains no evidence by the second 油.
    """
    single = SAME.sub(" ", text)
    return _DOUBLED.sub(r"\1", _DOUBLED.sub(r"\1", single)) if _DOUBLED.search(single) else single


def is_in_its_script(foreign: str, right: str) -> bool:
    """Whether the letters of a reading are those that the language of its codec is written in."""
    if right in _CHINESE:
        return _MAX_KANA * len(foreign) >= len(_KANA.findall(foreign))
    return right != _KOREAN or len(_HANGUL.findall(foreign)) >= _MIN_HANGUL * len(foreign)


def least_plausible(right: str, wrong: str) -> float:
    """Return the nats per non-ASCII character that a reading must exceed to be text."""
    return _LEAST_PLAUSIBLE_OF.get((right, wrong), _LEAST_PLAUSIBLE[right])


def max_holes(wrong: str) -> float:
    """Return the share of holes that a reading may have."""
    return _MAX_HOLES_OF.get(wrong, _MAX_HOLES)
