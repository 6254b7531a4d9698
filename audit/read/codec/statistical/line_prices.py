"""What the lines of a file cost in a code page, all in one pass."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.read.codec.statistical.codepages import (
    ASCII_LETTERS,
    Floats,
    Numbers,
    Pairs,
    Sample,
    code_pages,
    foreign_nats,
)
from audit.read.codec.statistical.writing import STEP

_ASCII_END: Final = 0x80
_IS_LETTER: Final = np.isin(np.arange(256), list(ASCII_LETTERS))


def most_prices(lines: Sequence[bytes], codec: str) -> Floats:
    """Return for each line the nats per non-ASCII bigram in that language of the code page that fits all lines best.

    In another language a line may cost less. Infinite if the code page writes Latin letters only.
    """
    pages, raw = code_pages(ascii_based=True), b"\n".join(lines)
    chosen = np.arange(*pages.among({codec})[codec], dtype=np.uint64)
    chosen = chosen[pages.latin()[chosen] < 0]
    if not len(chosen) or not raw:
        return np.full(len(lines), np.inf)
    pairs = Pairs.of(raw)
    best = chosen[pages.nats(pairs.where(~pairs.ascii()), chosen).argmax()]
    points = np.frombuffer(b"\n" + raw, dtype=np.uint8)
    is_high = points >= _ASCII_END
    beyond = is_high[1:] | is_high[:-1]
    levels = _sums(lines, np.where(beyond, pages.levels(points, int(best)), 0))
    letters, high = (_sums(lines, which) for which in (_IS_LETTER[points[1:]], is_high[1:]))
    foreign = foreign_nats(letters, high, [len(line) for line in lines])
    prices: Floats = (foreign + STEP * levels) / np.maximum(1, _sums(lines, beyond))
    return prices


def gains(lines: Sequence[bytes], other: str, codec: str) -> Floats:
    """Return by how many nats each line is more plausible in another code page.

    Both are asked in that of their common Latin languages that fits all lines best in `codec`.
    """
    pages, raw = code_pages(ascii_based=True), b"\n".join(lines)
    own, others = (
        {pages.readings[at][1].name: at for at in range(*pages.among({each})[each]) if pages.latin()[at] >= 0}
        for each in (codec, other)
    )
    seen, names = Sample.of(raw), sorted(own.keys() & others.keys())
    chosen = np.array([own[name] for name in names], dtype=np.uint64)
    best = names[int((pages.nats(seen.beyond, chosen) + seen.by_language[pages.latin()[chosen]]).argmax())]
    points = np.frombuffer(b"\n" + raw, dtype=np.uint8)
    levels = _sums(lines, pages.levels(points, own[best]) - pages.levels(points, others[best]))
    return STEP * levels.astype(np.float64)


def _sums(lines: Sequence[bytes], numbers: npt.NDArray[np.generic]) -> Numbers:
    """Return the sum over each line of one number per byte of the joined lines."""
    sizes = np.array([len(line) for line in lines])
    starts, totals = np.cumsum(sizes + 1) - sizes - 1, np.concatenate(([0], np.cumsum(numbers, dtype=np.int64)))
    made: Numbers = totals[starts + sizes] - totals[starts]
    return made
