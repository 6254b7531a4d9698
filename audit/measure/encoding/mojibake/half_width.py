"""Half-width katakana in Japanese text (one byte each in Shift JIS), versus bytes of other codecs decoded as such."""

from __future__ import annotations

import re
from typing import Final

_KANA: Final = re.compile("[ｦ-ﾟ]")
# Voicing marks, small kana, the length mark and ﾝ, with their permitted positions: misread Chinese and Korean bytes put
# them anywhere.
_BOUND: Final = re.compile("[ﾞﾟｧ-ｰﾝ]")
_PLACED: Final = re.compile("(?<=[ｳｶ-ﾄﾊ-ﾎ])ﾞ|(?<=[ﾊ-ﾎ])ﾟ|(?<=[ｷｼﾁﾆﾋﾐﾘﾃﾌｳﾞﾟ])[ｬｭｮ]|(?<=[ﾃﾌｳﾄﾂｼﾁｸｲﾞﾟ])[ｧ-ｫ]|(?<=[ｧ-ｰｱ-ﾜﾞﾟ])[ｯｰﾝ]")
_AT_SMALL_LETTERS: Final = re.compile("[a-z][ｦ-ﾟ]|[ｦ-ﾟ][a-z]")
_LEAST: Final = 3
# Minimum number in permitted positions. Of 4,087 Japanese texts with three or more kana nearly all with 15 kana have
# it, and of 340 texts misread from other codecs three. Fewer kana, if they are most letters of a passage, may have
# none.
_MANY: Final = 15
_SHARE_PLACED: Final = 0.12
_PLACED_FOR_ONE_AMISS: Final = 3


def is_half_width_kana(passage: str) -> bool:
    """Whether half-width kana follow Japanese spelling; UTF-8 accents decoded so adjoin lower case letters."""
    kana, placed = len(_KANA.findall(passage)), len(_PLACED.findall(passage))
    amiss = len(_BOUND.findall(passage)) - placed
    if kana < _LEAST or amiss * _PLACED_FOR_ONE_AMISS > placed or _AT_SMALL_LETTERS.search(passage):
        return False
    letters = sum(char > "\x7f" and char.isalpha() for char in passage)
    if placed >= _SHARE_PLACED * kana:
        return True
    if kana >= _MANY:
        # Six of 2,257 passages misread from other codecs consist of kana, none of them misplaced.
        return not amiss and kana >= letters
    # One placed among nine kana or more is as few as bytes have by chance: nothing else may stand there.
    return (kana if placed else 2 * kana) >= letters
