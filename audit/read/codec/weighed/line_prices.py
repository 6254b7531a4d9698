"""Upper bounds of the prices of lines in a code page, all in one pass."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from audit.read.codec.weighed.codepages import ASCII_LETTERS, Floats, Pairs, code_pages, foreign_nats
from audit.read.codec.weighed.writing import STEP

_ASCII_END = 0x80
_IS_LETTER = np.isin(np.arange(256), list(ASCII_LETTERS))


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
    levels = np.where(beyond, pages.levels(points, int(best)), 0)
    sizes = np.array([len(line) for line in lines])
    starts = np.cumsum(sizes + 1) - sizes - 1

    def sums(numbers: npt.NDArray[np.generic]) -> npt.NDArray[np.int64]:
        totals = np.concatenate(([0], np.cumsum(numbers, dtype=np.int64)))
        made: npt.NDArray[np.int64] = totals[starts + sizes] - totals[starts]
        return made

    foreign = foreign_nats(sums(_IS_LETTER[points[1:]]), sums(is_high[1:]), sizes)
    prices: Floats = (foreign + STEP * sums(levels)) / np.maximum(1, sums(beyond))
    return prices
