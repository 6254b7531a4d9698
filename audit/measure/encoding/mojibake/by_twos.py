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
# Nats per non-ASCII character, doubled ones once: Chinese sentences have -6 to -10.5 with bytes lost, those with kana
# or hangul -5 to -9; random hanzi -9.5 to -24. Shift JIS loses most bytes, and shows half-width kana.
_LEAST_PLAUSIBLE: Final = {"gb18030": -10.5, "cp950": -10.5, "cp932": -9.0, "euc_jp": -9.0, "cp949": -9.0}
_LEAST_FROM_SHIFT_JIS: Final = -11.5
# Maximum holes as a share of restored letters: GB 18030 and EUC-JP have a character for nearly every pair of bytes.
_MAX_HOLES: Final = 0.34
_MAX_HOLES_OF: Final = {"gb18030": 0.1, "euc_jp": 0.1}


def is_by_twos(right: str, wrong: str) -> bool:
    """Whether both codecs show two bytes as one character, so that a reading doubles what the text doubles."""
    return right != "utf-8" and wrong in TWO_BYTES


@lru_cache(maxsize=256)
def once(text: str) -> str:
    """Return the text with what is doubled counted once, words of doubled characters too, and longer runs not at all.

    Healthy 绿油油 is hardly less likely than 绿油, and a reading of it gains no evidence by the second 油.
    """
    return _DOUBLED.sub(r"\1", _DOUBLED.sub(r"\1", SAME.sub(" ", text)))


def least_plausible(right: str, wrong: str) -> float:
    """Return the nats per non-ASCII character that a reading must exceed to be text."""
    return _LEAST_FROM_SHIFT_JIS if wrong == "cp932" else _LEAST_PLAUSIBLE[right]


def max_holes(wrong: str) -> float:
    """Return the share of holes that a reading may have."""
    return _MAX_HOLES_OF.get(wrong, _MAX_HOLES)
