"""East Asian passages that are as their writers spelled them, versus bytes of other codecs decoded as such.

Hanzi and hangul as frequent as in text, half-width katakana (one byte each in Shift JIS), Bopomofo syllables, hanja
beside words of hangul, and letters of hangul as typed in chats.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

import numpy as np

from audit.measure.encoding.mojibake.by_twos import once
from audit.measure.encoding.mojibake.codec_pairs import PASSAGES
from audit.measure.encoding.rarity import odds_of_rarity
from audit.text.classes import classes, codepoints, members

_KANA: Final = re.compile("[ｦ-ﾟ]")
# Voicing marks, small kana, the length mark and ﾝ, with their permitted positions: misread Chinese and Korean bytes put
# them anywhere.
_BOUND: Final = re.compile("[ﾞﾟｧ-ｰﾝ]")
_PLACED: Final = re.compile("(?<=[ｳｶ-ﾄﾊ-ﾎ])ﾞ|(?<=[ﾊ-ﾎ])ﾟ|(?<=[ｷｼﾁﾆﾋﾐﾘﾃﾌｳﾞﾟ])[ｬｭｮ]|(?<=[ﾃﾌｳﾄﾂｼﾁｸｲﾞﾟ])[ｧ-ｫ]|(?<=[ｧ-ｰｱ-ﾜﾞﾟ])[ｯｰﾝ]")
_AT_SMALL_LETTERS: Final = re.compile("[a-z][ｦ-ﾟ]|[ｦ-ﾟ][a-z]")
# A unit behind a number is no part of a word.
_UNIT: Final = re.compile("(?<=[0-9])[\u4e00-\u9fff]")
_LEAST: Final = 3
# Minimum number in permitted positions. Of 4,087 Japanese texts with three or more kana nearly all with 15 kana have
# it, and of 340 texts misread from other codecs three. Fewer kana, if they are most letters of a passage, may have
# none.
_MANY: Final = 15
_SHARE_PLACED: Final = 0.12
_PLACED_FOR_ONE_AMISS: Final = 3

# EUC-JP has them in two bytes, of which the first begins rare hanzi and no hangul.
_HALF_WIDTH_IN_EUC: Final = 0.05
# Drills double their letters, so that marks of voicing follow each other.
_SHARE_SINGLE: Final = 0.7
_BOPOMOFO: Final = re.compile("[\u3105-\u312f]")
# Initial, medial, final and tone, of which there are at least two.
_SYLLABLE: Final = re.compile(
    "(?:[ㄅ-ㄙ][ㄧ-ㄩ]?[ㄚ-ㄦ]?[ˇˊˋ˙]?|[ㄧ-ㄩ][ㄚ-ㄦ]?[ˇˊˋ˙]?|[ㄚ-ㄦ][ˇˊˋ˙])(?<=[\u3105-\u312fˇˊˋ˙]{2})"
)
_SHARE_OF_SYLLABLES: Final = 0.7
_EASTERN: Final = re.compile("[\u4e00-\u9fff\uac00-\ud7a3]+")
_HANGUL: Final = re.compile("[\uac00-\ud7a3]+")
_HANJA: Final = re.compile("[\u4e00-\u9fff]+")
# A reading in brackets: 角(뿔 각).
_READ: Final = re.compile("[\u4e00-\u9fff]\\([\uac00-\ud7a3]+[ )]")
# What is typed for laughter, tears and short answers: consonants alone, or vowels alone, at the ends of words.
_JAMO: Final = re.compile("[ㄱ-ㆎ]")
_TYPED_JAMO: Final = re.compile("(?:[ㄱ-ㅎ]{2,}|[ㅏ-ㅣ]{2,})?[^ㄱ-ㆎ]*(?:[ㄱ-ㅎ]+|[ㅏ-ㅣ]+)?")
_HOLE: Final = "\ufffd"
_LENGTH_MARK: Final = "〖"
_KANA_WORDS: Final = members("hiragana", "katakana")
_WORDS: Final = members(
    *("han_both", "han_hans", "han_hans_rare", "han_hant", "han_hant_rare", "han_gb_second", "han_second", "han_jis"),
    *("han_ks", "han_gbk", "han_ext", "han_compat", "hangul_ks", "hangul_more"),
)
_BYTES_ALONE: Final = members("half_kana", "private")
# Tenths of a nat by which characters are likelier in text than by chance: for all of them, and for each. No passage of
# 3,689 misread ones of all pairs has it, and none has thirty and ten.
_FREQUENT, _FREQUENT_EACH = 50, 10
# Letters of a line in a passage that is healthy as a whole: a menu has a word a line.
_MIN_OF_LINE: Final = 5
_FIRST: Final = "\u2e80"
# A list of short names, by what stands between them, and its letters: so few are bytes of others by chance.
_NAME: Final = r"[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]"
_LISTED: Final = re.compile(rf"[\s,;、，·]*(?:{_NAME}{{1,6}}\s*[,;、，·][\s,;、，·]*)+{_NAME}{{0,6}}\s*")
_FEW_NAMED: Final = 16


@lru_cache(maxsize=PASSAGES)
def is_as_frequent(passage: str) -> bool:
    """Whether hanzi and hangul are as frequent as in text, where the bytes of another codec give rare ones.

    So are kana without hanzi, but not among the brackets that EUC-JP has for length marks. A passage of neither has
    nothing of two bytes.
    """
    points = codepoints(passage)
    kinds = classes(points)
    words, kana = _WORDS[kinds], _KANA_WORDS[kinds]
    if not (words | kana | _BYTES_ALONE[kinds]).any():
        return True
    counted = words if np.count_nonzero(words) >= _LEAST or _LENGTH_MARK in passage else words | kana
    odds = odds_of_rarity()[points[counted]]
    return int(odds.sum()) < -(_FREQUENT + _FREQUENT_EACH * len(odds))


def is_too_short(line: str) -> bool:
    """Whether a line of hanzi, kana and hangul is too short to prove anything: few of them, and no other letters."""
    is_eastern = all(char >= _FIRST for char in line if char > "\x7f" or char.isalpha())
    return is_eastern and sum(map(str.isalpha, line)) < _MIN_OF_LINE


def is_as_written(passage: str, wrong: str) -> bool:
    """Whether the letters are placed as in healthy text, where the bytes of another codec put them anywhere.

    Or few of them stand in a list of names.
    """
    if sum(map(str.isalpha, passage)) < _FEW_NAMED and _LISTED.fullmatch(passage):
        return True
    if wrong == "euc_jp":
        return len(_KANA.findall(passage)) > _HALF_WIDTH_IN_EUC * len(passage)
    if _is_half_width_kana(passage) or _is_bopomofo(passage):
        return True
    if wrong == "cp949" and (_is_glossary(passage) or _is_chat(passage)):
        return True
    single = once(passage)
    return len(single) < _SHARE_SINGLE * len(passage) and _is_half_width_kana(single)


def _is_bopomofo(passage: str) -> bool:
    """Whether Bopomofo letters stand in syllables: those that bytes give stand alone among hanzi."""
    letters = len(_BOPOMOFO.findall(passage))
    in_syllables = sum(len(_BOPOMOFO.findall(found)) for found in _SYLLABLE.findall(passage))
    return letters >= _LEAST and in_syllables > _SHARE_OF_SYLLABLES * letters


def _is_glossary(passage: str) -> bool:
    """Whether hangul and hanja stand in words of their own, as in a list of meanings: bytes mix them within words.

    Readings in brackets behind hanja show the same. Words that a dropped byte divides are not apart.
    """
    if _HOLE in passage:
        return False
    words = _EASTERN.findall(passage)
    hangul, hanja = (sum(pattern.fullmatch(word) is not None for word in words) for pattern in (_HANGUL, _HANJA))
    is_apart = hangul >= _LEAST <= hanja and hangul + hanja == len(words)
    return is_apart or len(_READ.findall(passage)) >= _LEAST


def _is_chat(passage: str) -> bool:
    """Whether single letters of hangul stand where they are typed: bytes of kana are vowels among consonants anywhere.

    Japanese has no spaces, so that kana stand within what looks like words.
    """
    return _JAMO.search(passage) is not None and all(map(_TYPED_JAMO.fullmatch, passage.split()))


def _is_half_width_kana(passage: str) -> bool:
    """Whether half-width kana follow Japanese spelling; UTF-8 accents decoded so adjoin lower case letters."""
    kana, placed = len(_KANA.findall(passage)), len(_PLACED.findall(passage))
    amiss = len(_BOUND.findall(passage)) - placed
    if kana < _LEAST or amiss * _PLACED_FOR_ONE_AMISS > placed or _AT_SMALL_LETTERS.search(passage):
        return False
    letters = sum(char > "\x7f" and char.isalpha() for char in _UNIT.sub("", passage))
    if placed >= _SHARE_PLACED * kana:
        return True
    if kana >= _MANY:
        # Six of 2,257 passages misread from other codecs consist of kana, none of them misplaced.
        return not amiss and kana >= letters
    # One placed among nine kana or more is as few as bytes have by chance: nothing else may stand there.
    return (kana if placed else 2 * kana) >= letters
