"""What the lines of a file cost in a code page, all in one pass."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from audit.read.codec.statistical.codepages import Floats, Sample, code_pages, foreign_nats
from audit.read.codec.statistical.pairs import Pairs
from audit.read.codec.statistical.writing import STEP


def most_prices(lines: Sequence[bytes], codec: str) -> Floats:
    """Return for each line the nats per non-ASCII bigram in that language of the code page that fits all lines best.

    In another language a line may cost less. Infinite if the code page writes Latin letters only.
    """
    pages, raw = code_pages(ascii_based=True), b"\n".join(lines)
    chosen = np.arange(*pages.among({codec})[codec], dtype=np.uint64)
    chosen = chosen[pages.latin()[chosen] < 0]
    if not len(chosen) or not raw:
        return np.full(len(lines), np.inf)
    _, _, pairs = Pairs.of(raw)
    best = chosen[pages.nats(pairs, chosen).argmax()]
    _, levels, beyond, letters, high = pages.by_line(lines, int(best)).T
    foreign = foreign_nats(letters, high, [len(line) for line in lines])
    prices: Floats = (foreign + STEP * levels) / np.maximum(1, beyond)
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
    levels = pages.by_line(lines, own[best])[:, 0] - pages.by_line(lines, others[best])[:, 0]
    return STEP * levels.astype(np.float64)
