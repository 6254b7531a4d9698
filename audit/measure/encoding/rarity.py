"""Rarity of individual hanzi, kana and hangul, by which misread bytes are recognised."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from audit.kernels.derived import derived
from audit.text.classes import NAMES, Points, members, table
from audit.text.code_points import POINTS
from audit.text.likelihood import characters, groups

# Threshold in tenths of a nat: a Korean sentence read as GBK reaches it. So do three in a thousand of 35,222 healthy
# paragraphs, none of which another codec makes plausible.
RARE: Final = 70
# The neutral value of the kernel.
COMMON: Final = 128
# A few rare hanzi are a name.
_MIN_RARE: Final = 8
_EASTERN: Final = (
    *("hiragana", "katakana", "half_kana", "han_both", "han_hans", "han_hans_rare", "han_hant", "han_hant_rare"),
    *("han_gb_second", "han_second", "han_jis", "han_ks", "han_gbk", "han_ext", "han_compat"),
    *("hangul_ks", "hangul_more"),
)
_LANGUAGES: Final = ("ja", "ko", "zh-Hans", "zh-Hant")
# The share of one of eight thousand equally frequent characters; and the maximum evidence of one character.
_ANY: Final = -9.0
_MOST: Final = 4.0
_PER_NAT: Final = 10
_PLANE: Final = 0x10000
# Iterations after which the shares are stationary.
_STEPS: Final = 200
_NEVER: Final = 1e-9

Bytes = npt.NDArray[np.uint8]


def rarity() -> Bytes:
    """Return for each code point the log odds of chance against East Asian text, in tenths of a nat, plus COMMON."""
    return _rarity()["odds"]


@cache
def odds_of_rarity() -> npt.NDArray[np.int64]:
    """Return the same without COMMON."""
    return rarity().astype(np.int64) - COMMON


def rare_runs(points: Points) -> Iterator[tuple[int, int]]:
    """Yield where the odds of a text rise above RARE, from their minimum to their maximum (CUSUM)."""
    odds = odds_of_rarity()[points]
    sums = np.concatenate(([0], np.cumsum(odds, dtype=np.int64)))
    height = (sums - np.minimum.accumulate(sums))[1:]
    starts = np.flatnonzero((height > 0) & (np.concatenate(([0], height[:-1])) <= 0))
    if not len(starts):
        return
    high = np.maximum.reduceat(height, starts) > RARE
    for start, stop in zip(starts[high].tolist(), np.append(starts[1:], len(odds))[high].tolist(), strict=True):
        end = start + int(height[start:stop].argmax()) + 1
        if end - start >= _MIN_RARE:
            yield start, end


@derived
def _rarity() -> dict[str, npt.NDArray[Any]]:
    kinds = table()[:_PLANE]
    eastern = members(*_EASTERN)[kinds]
    best = np.max([_logs(language, kinds) for language in _LANGUAGES], axis=0)
    odds = np.where(eastern, np.clip(_ANY - best, -_MOST, _MOST), 0.0)
    made = np.full(POINTS, COMMON, np.uint8)
    made[:_PLANE] = np.rint(odds * _PER_NAT + COMMON)
    return {"odds": made}


def _logs(language: str, kinds: Bytes) -> npt.NDArray[np.float64]:
    """Return log P(character | East Asian character) in a language, for the BMP."""
    told = characters()
    number = told.languages.index(language)
    shares = dict(_shares(number))
    own = np.log([shares.get(kind, 0.0) + _NEVER for kind in range(len(NAMES))])
    return np.asarray(told.logs[number][told.column[:_PLANE]] + own[kinds], np.float64)


def _shares(number: int) -> Iterator[tuple[int, float]]:
    """Yield the share of each East Asian class in a language, from its group's bigrams."""
    every = np.flatnonzero(members(*_EASTERN)).tolist()
    steps = np.exp(groups().logs[groups().of[number]].reshape(len(NAMES), -1)[np.ix_(every, every)].astype(np.float64))
    steps /= steps.sum(axis=1, keepdims=True)
    shares = np.full(len(every), 1 / len(every))
    for _ in range(_STEPS):
        shares = shares @ steps
    yield from zip(every, shares.tolist(), strict=True)
