"""Tell half-width katakana of Japanese, a kana a byte in Shift JIS, from bytes of other codecs shown as such."""

from __future__ import annotations

import re
from typing import Final

_KANA: Final = re.compile("[ｦ-ﾟ]")
# Marks of voicing, small kana, the sign of length and ﾝ, and where these may stand: Chinese and Korean bytes put them
# anywhere.
_BOUND: Final = re.compile("[ﾞﾟｧ-ｰﾝ]")
_PLACED: Final = re.compile("(?<=[ｳｶ-ﾄﾊ-ﾎ])ﾞ|(?<=[ﾊ-ﾎ])ﾟ|(?<=[ｷｼﾁﾆﾋﾐﾘﾃﾌｳﾞﾟ])[ｬｭｮ]|(?<=[ﾃﾌｳﾄﾂｼﾁｸｲﾞﾟ])[ｧ-ｫ]|(?<=[ｧ-ｰｱ-ﾜﾞﾟ])[ｯｰﾝ]")
_AT_SMALL_LETTERS: Final = re.compile("[a-z][ｦ-ﾟ]|[ｦ-ﾟ][a-z]")
_LEAST: Final = 3
# Of 4,087 Japanese texts of three kana and more nearly all of 15 kana have so many placed, of 340 that are bytes of
# other codecs three; in fewer kana, most letters of a passage, there may be none.
_MANY: Final = 15
_SHARE_PLACED: Final = 0.12
_PLACED_FOR_ONE_AMISS: Final = 3


def is_half_width_kana(passage: str) -> bool:
    """Whether half-width kana of a passage are spelled as in Japanese; accents in UTF-8 stand at small letters."""
    kana, placed = len(_KANA.findall(passage)), len(_PLACED.findall(passage))
    amiss = len(_BOUND.findall(passage)) - placed
    if kana < _LEAST or amiss * _PLACED_FOR_ONE_AMISS > placed or _AT_SMALL_LETTERS.search(passage):
        return False
    if kana >= _MANY or placed:
        return placed >= _SHARE_PLACED * kana
    return 2 * kana >= sum(char > "\x7f" and char.isalpha() for char in passage)
