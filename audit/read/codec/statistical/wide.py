"""Scoring of multi-byte codecs, as East Asian text."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.kernels.codepage import weigh_characters
from audit.kernels.derived import derived
from audit.read.codec.statistical.codepages import Sample
from audit.read.codec.statistical.shapes import shapes
from audit.read.codec.statistical.writing import EAST_ASIAN, GROUPS, STEP, WIDTH, costs, steps
from audit.text.classes import codepoints

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
# The frequent kanji of JIS are in order of their sounds under the lead bytes to CF; of the hanzi of GB 2312, in order
# of theirs, a fifth of a text is under those from D0 on. Of 13,508 Chinese sentences and lists 103 have next to none
# there, and are more plausible so by at least 2.7 nats a hanzi; 160 tables of Japanese names by at most 1.4.
_CHINESE, _JAPANESE = "gb18030", "euc_jp"
_IN_PAIRS: Final = re.compile(rb"[\xa1-\xfe]{2,}")
_NOT_HAN, _NOT_LATER = bytes(range(0xB0)), bytes(range(0xD0))
_MIN_HAN: Final = 24
_MAX_LATER: Final = 0.04
_MAX_LEAD_NATS: Final = 2.0


def wide_nats(sample: Sample, start: bytes, codecs: Collection[str]) -> dict[str, float]:
    """Return the log probability of a sample in some codecs, of `start` in UTF-16, but where too little is decoded.

    Each is that of the best language. In UTF-16, ASCII bytes are no ASCII letters.
    """
    names = [codec for codec, _, _ in WIDE if codec in codecs and (not _is_in_units(codec) or _in_units(start, codec))]
    texts = [(start if _is_in_units(codec) else sample.raw).decode(codec, "replace") for codec in names]
    found: dict[str, float] = {}
    for codec, level, beyond, bad, runs in _weighed(names, texts):
        if bad <= _MAX_BAD * beyond:
            nats = _bad_nats(bad, runs) + (0.0 if _is_in_units(codec) else sample.foreign) - STEP * level
            found[codec] = max(found.get(codec, -math.inf), nats)
    return found


def with_kanji(scores: Mapping[str, float], samples: Mapping[str, bytes]) -> dict[str, float]:
    """Return the scores with those of GB 18030 and EUC-JP exchanged for lists of kanji, as of names.

    Without kana they are slightly more plausible as hanzi, but they use only the lead bytes of frequent kanji.
    """
    if max(scores, key=scores.__getitem__) != _CHINESE or _JAPANESE not in scores:
        return dict(scores)
    rows = (row[: len(row) // 2 * 2 : 2] for row in _IN_PAIRS.findall(samples[_JAPANESE]))
    leads = b"".join(rows).translate(None, _NOT_HAN)
    ahead = scores[_CHINESE] - scores[_JAPANESE]
    if len(leads) < _MIN_HAN or ahead > _MAX_LEAD_NATS * len(leads):
        return dict(scores)
    if len(leads.translate(None, _NOT_LATER)) > _MAX_LATER * len(leads):
        return dict(scores)
    return {**scores, _CHINESE: scores[_JAPANESE], _JAPANESE: scores[_CHINESE]}


def _is_in_units(codec: str) -> bool:
    return codec.startswith("utf-16")


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


def _weighed(names: Sequence[str], texts: Sequence[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """Yield each codec as text of each of its groups: level, non-ASCII characters, bad ones, and runs of these."""
    ends = [*accumulate(map(len, texts), initial=0)]
    readings = [(codec, n, EAST_ASIAN.index(group)) for n, codec in enumerate(names) for group in _WRITES[codec]]
    edges = np.array([(ends[n], ends[n + 1]) for _, n, _ in readings], dtype=np.int64).ravel()
    groups, told = (
        np.array([group for *_, group in readings], dtype=np.uint64),
        np.zeros(2 * len(edges), dtype=np.int64),
    )
    known = _tables()
    tables = known["shapes"], known["costs"], known["steps"]
    weigh_characters(codepoints("".join(texts)), edges, groups, *tables, np.uint64(WIDTH), told)
    for (codec, _, _), (level, beyond, bad, runs) in zip(readings, told.reshape(-1, 4).tolist(), strict=True):
        yield codec, level, beyond, bad, runs


@derived
def _tables() -> dict[str, npt.NDArray[np.uint8]]:
    """Return the shape of each BMP code point, its cost in each East Asian group, and that of each shape after each."""
    first = GROUPS.index(EAST_ASIAN[0]) * WIDTH * WIDTH
    every = np.concatenate([costs(group) for group in EAST_ASIAN])
    return {"shapes": shapes(EAST_ASIAN[0]), "costs": every, "steps": steps()[first:]}
