"""Kana that a Chinese line quotes, or writes for の: they make no Japanese of it."""

from __future__ import annotations

import re
from typing import Final

import numpy as np

from audit.kernels.derived import ahead
from audit.measure.language.character_kinds import HANS_KINDS, HANT_KINDS, KIND, Columns, Counts, kinds
from audit.measure.language.spans import Mask, Offsets
from audit.text.classes import Points, codepoints, text_of, tier

# JIS X 0208 level 1, in the bytes of EUC-JP: the characters of everyday Japanese.
_EVERYDAY: Final = (0xB0, 0xD0)
_KANA: Final = np.array([KIND["Hira"], KIND["Kana"]])
# Quotations, titles, and readings in brackets.
_QUOTED: Final = re.compile("[「『《〈“‘（(][^」』》〉”’）)\n]{1,60}[」』》〉”’）)]")
# Frequent words of Chinese in Han alone; 與 is also old print for 与 in Japanese.
_CHINESE_WORDS: Final = "的是在了和把這我你妳她們您也都就很還沒什麼嗎吧呢"
# Japanese names keep a traditional form (國學院大學), and a headline may have 的 or 在.
_MOST_IN_NAMES: Final = 1


def without_kana_in_chinese(points: Points, starts: Offsets, ends: Offsets, counts: Counts) -> Counts:
    """Return the counts of lines by kind, kana of Chinese ones counted as signs.

    A line is Chinese if outside of quotations it has more characters that only simplified Chinese has than kana, or
    both more traditional ones that Japan gave up and more short words of Chinese.
    """
    variants = np.concatenate([HANS_KINDS, HANT_KINDS])
    rows = np.flatnonzero(counts[:, _KANA].any(axis=1) & counts[:, variants].any(axis=1))
    if len(rows):
        rows = rows[_have(_simplified_only() | _traditional_only(), points, starts[rows], ends[rows])]
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
    kana = int(np.isin(kinds()[rest], _KANA).sum())
    if _simplified_only()[rest].sum() > kana:
        return True
    # Old Japanese print has the traditional characters, but few of the words.
    words = int(np.isin(rest, codepoints(_CHINESE_WORDS)).sum())
    return min(int(_traditional_only()[rest].sum()), words) > max(kana, _MOST_IN_NAMES)


@ahead()
def _simplified_only() -> Mask:
    """Return for each code point whether it is a simplified character that everyday Japanese does not have."""
    return _not_everyday(HANS_KINDS)


@ahead()
def _traditional_only() -> Mask:
    """Return for each code point whether it is a traditional character that everyday Japanese does not have."""
    return _not_everyday(HANT_KINDS)


def _not_everyday(variant: Columns) -> Mask:
    made: Mask = np.isin(kinds(), variant)
    made[[*tier("euc_jp", _EVERYDAY)]] = False
    made.setflags(write=False)
    return made
