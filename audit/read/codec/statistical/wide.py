"""Scoring of multi-byte codecs, as East Asian text."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

import numpy as np

from audit.read.codec.statistical.codepages import Sample
from audit.read.codec.statistical.shapes import PLANE, shapes
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
_ASCII_END: Final = 0x80
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
    text = (start if in_units else sample.raw).decode(codec, "replace")
    bad = text.count(_BAD)
    if bad > _MAX_BAD * _beyond_ascii(text):
        return None
    # The first character counts as following a line end (see Pairs).
    points = np.minimum(codepoints("\n" + (text.replace(_BAD, "") if bad else text)), PLANE - 1)
    plain = 0.0 if in_units else sample.foreign
    return _bad_nats(text, bad) + plain + max(_group_nats(points, group) for group in _WRITES[codec])


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
    return _bad_nats(text, bad) + (
        sample.foreign + _UTF8_NATS * letters if letters else sample.alphabetic + _ALL_BAD_NATS
    )


def _bad_nats(text: str, bad: int) -> float:
    runs = sum(1 for _ in _RUN.finditer(text)) if bad else 0
    return _ERROR_NATS * runs + _FURTHER_NATS * (bad - runs)


def _beyond_ascii(text: str) -> int:
    return len(text) - len(text.encode("ascii", "ignore"))


def _group_nats(points: Points, group: str) -> float:
    """Return the log probability of the non-ASCII characters."""
    table, own = _tables(group)
    kinds = table[points].astype(np.int64)
    weighed = (points[1:] >= _ASCII_END) | (points[:-1] >= _ASCII_END)
    start = GROUPS.index(group) * WIDTH * WIDTH
    step = steps()[start + kinds[:-1] * WIDTH + kinds[1:]].astype(np.int64)
    return -STEP * float((step + own[points[1:]])[weighed].sum())


@cache
def _tables(group: str) -> tuple[Levels, Levels]:
    return shapes(group), costs(group)
