"""Kana that a Chinese line quotes, or writes for の: they make no Japanese of it."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.measure.language.character_kinds import HANS_KINDS, KIND, Counts, kinds
from audit.measure.language.spans import Mask, Offsets
from audit.text.classes import Points, codepoints, text_of, tier

# JIS X 0208 level 1, in the bytes of EUC-JP: the characters of everyday Japanese.
_EVERYDAY: Final = (0xB0, 0xD0)
_KANA: Final = np.array([KIND["Hira"], KIND["Kana"]])
_QUOTED: Final = re.compile("[「『《〈“‘][^」』》〉”’\n]{1,60}[」』》〉”’]")


def without_kana_in_chinese(points: Points, starts: Offsets, ends: Offsets, counts: Counts) -> Counts:
    """Return the counts of lines by kind, kana of Chinese ones counted as signs.

    A line is Chinese if outside of quotations it has more characters that only simplified Chinese has than kana.
    """
    rows = np.flatnonzero(counts[:, _KANA].any(axis=1) & counts[:, HANS_KINDS].any(axis=1))
    rows = rows[_have(_is_simplified_only(), points, starts[rows], ends[rows])] if len(rows) else rows
    chinese = np.array([row for row in rows.tolist() if _is_chinese(points[starts[row] : ends[row]])], dtype=np.int64)
    if not len(chinese):
        return counts
    made = counts.copy()
    made[chinese, KIND["Zyyy"]] += made[np.ix_(chinese, _KANA)].sum(axis=1, dtype=np.int32)
    made[np.ix_(chinese, _KANA)] = 0
    return made


def _have(table: Mask, points: Points, starts: Offsets, ends: Offsets) -> Mask:
    """Return which stretches have a code point of the table."""
    at = np.flatnonzero(table[points])
    made: Mask = np.searchsorted(at, starts) < np.searchsorted(at, ends)
    return made


def _is_chinese(line: Points) -> bool:
    rest = codepoints(_QUOTED.sub("", text_of(line)))
    return bool(_is_simplified_only()[rest].sum() > np.isin(kinds()[rest], _KANA).sum())


@cache
def _is_simplified_only() -> npt.NDArray[np.bool_]:
    """Return for each code point whether it is a simplified character that everyday Japanese does not have."""
    made: npt.NDArray[np.bool_] = np.isin(kinds(), HANS_KINDS)
    made[[*tier("euc_jp", _EVERYDAY)]] = False
    made.setflags(write=False)
    return made
