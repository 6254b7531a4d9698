"""Scoring of multi-byte codecs, as East Asian text."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

import numpy as np

from audit.kernels.codepage import weigh_characters
from audit.read.codec.statistical.codepages import Sample
from audit.read.codec.statistical.shapes import shapes
from audit.read.codec.statistical.writing import EAST_ASIAN, GROUPS, STEP, WIDTH, Levels, costs, steps
from audit.text.classes import Points, codepoints

# Codec, prior cost in nats (see SINGLE_BYTE), and languages.
WIDE: Final[tuple[tuple[str, float, tuple[str, ...]], ...]] = (
    ("gb18030", 0.0, ("zh-Hans", "zh-Hant")),
    ("cp950", 0.0, ("zh-Hant",)),
    ("big5hkscs", 4.0, ("zh-Hant",)),
    ("cp932", 0.0, ("ja",)),
    ("euc_jp", 1.0, ("ja",)),
    ("cp949", 0.0, ("ko",)),
    ("johab", 6.0, ("ko",)),
    ("utf-16-le", 2.0, EAST_ASIAN),
    ("utf-16-be", 2.0, EAST_ASIAN),
)
_WRITES: Final = {codec: groups for codec, _, groups in WIDE}
# Cost of a lost or bad byte; the letter it hides costs about as much as an ordinary rare one.
_ERROR_NATS: Final = -14.0
# Further bad bytes beside it cost as much as any random byte.
_FURTHER_NATS: Final = -5.5
# All non-ASCII bytes being damage is rarer than letters of some code page.
_ALL_BAD_NATS: Final = -4.0
_RUN: Final = re.compile("\ufffd+")
# With a larger share of bad characters there is nothing left to score.
_MAX_BAD: Final = 0.4
# Cost of a UTF-8 character in any script: high compared with its own language, low compared with other codecs.
_UTF8_NATS: Final = -5.0
_MAX_ODD_UNITS: Final = 0.1
# Full-width signs, kana, Han and Hangul, and the blocks between them.
_EAST_ASIAN_UNITS: Final = bytes((0x00, 0x20, 0xFF, *range(0x30, 0x34), *range(0x4E, 0xA0), *range(0xAC, 0xD8)))
_BAD: Final = "\ufffd"


def wide_nats(sample: Sample, start: bytes, codec: str) -> float | None:
    """Return the log probability of a sample in a codec, of `start` in UTF-16; None if it decodes too little.

    In UTF-16, ASCII bytes are no ASCII letters.
    """
    in_units = codec.startswith("utf-16")
    if in_units and not _in_units(start, codec):
        return None
    points = codepoints((start if in_units else sample.raw).decode(codec, "replace"))
    plain, found = 0.0 if in_units else sample.foreign, list[float]()
    for group in _WRITES[codec]:
        level, beyond, bad, runs = _weighed(points, group)
        if bad > _MAX_BAD * beyond:
            return None
        found.append(-STEP * float(level))
    return _bad_nats(bad, runs) + plain + max(found)


def _in_units(start: bytes, codec: str) -> bool:
    """Whether most units have high bytes of East Asian text; others contain NULs, which identify them."""
    highs = start[1 if codec.endswith("le") else 0 :: 2]
    return len(highs) > 0 and len(highs.translate(None, _EAST_ASIAN_UNITS)) <= _MAX_ODD_UNITS * len(highs)


def utf8_nats(sample: Sample) -> float | None:
    """Return the log probability of a sample in damaged UTF-8; None if damage outweighs letters.

    A few high bytes in a long ASCII text may all be damage.
    """
    text = sample.raw.decode("utf-8", "replace")
    bad, runs = text.count(_BAD), sum(1 for _ in _RUN.finditer(text))
    letters = _beyond_ascii(text) - bad
    if runs > letters and not sample.is_stray:
        return None
    return _bad_nats(bad, runs) + (
        sample.foreign + _UTF8_NATS * letters if letters else sample.alphabetic + _ALL_BAD_NATS
    )


def _bad_nats(bad: int, runs: int) -> float:
    return _ERROR_NATS * runs + _FURTHER_NATS * (bad - runs)


def _beyond_ascii(text: str) -> int:
    return len(text) - len(text.encode("ascii", "ignore"))


def _weighed(points: Points, group: str) -> list[int]:
    """Return the level of the non-ASCII characters, their number, that of bad ones, and of runs of these."""
    told = np.zeros(4, dtype=np.int64)
    kinds, own = _tables(group)
    start = np.uint64(GROUPS.index(group) * WIDTH * WIDTH)
    weigh_characters(points, kinds, own, steps(), start, np.uint64(WIDTH), told)
    found: list[int] = told.tolist()
    return found


@cache
def _tables(group: str) -> tuple[Levels, Levels]:
    return shapes(group), costs(group)
