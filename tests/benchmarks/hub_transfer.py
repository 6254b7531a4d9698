"""How much of a version a content-defined store, such as the Hub's, knows already: one document inserted in front.

    python tests/benchmarks/hub_transfer.py [--documents 100000] [--chunk-bits 16]

The chunker cuts by a gear hash over the last 64 bytes (Xia et al., FastCDC, 2016), at 64 KiB on average, as the Hub's
Xet store does; without least and largest sizes, which only few chunks meet.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import numpy as np
import pyarrow as pa

from audit.release.storage.shards import write_shards
from audit.tables import DOCUMENTS

BATCH = 2000
WINDOW = 64
PIECE = 1 << 22
GEAR = np.random.default_rng(20_260).integers(0, 2**64, 256, np.uint64)


def documents(count: int, *, inserted: bool) -> Iterator[pa.Table]:
    """Yield documents of about 2 kB; with `inserted` one more stands before them all."""
    words = [f"{chr(97 + n % 26)}{n * 7919 % 99991:x}" for n in range(20_000)]
    numbers = range(-1 if inserted else 0, count)
    for start in range(0, len(numbers), BATCH):
        yield batch(numbers[start : start + BATCH], words)


def batch(numbers: range, words: list[str]) -> pa.Table:
    bodies = ["\n".join(" ".join(random.Random(n).choices(words, k=300)).split(" x", 3)) for n in numbers]
    nothing = [None] * len(numbers)
    return DOCUMENTS.build(
        title=[f"Story {n}" for n in numbers],
        source=["Harbour Post"] * len(numbers),
        date=[date(2020, 1, 1) + timedelta(n % 1500) for n in numbers],
        body=bodies,
        boilerplate=[False] * len(numbers),
        id=[f"news/{n + 1:08}.txt" for n in numbers],
        author=nothing,
        source_original=nothing,
        published_at=nothing,
        language=["en"] * len(numbers),
        encoding=["utf-8"] * len(numbers),
        sha256=[hashlib.sha256(body.encode()).hexdigest() for body in bodies],
        url=nothing,
        record_id=nothing,
    )


def chunks(content: bytes, bits: int) -> Iterator[bytes]:
    """Yield the chunks that a gear hash cuts the content into."""
    octets, ends = np.frombuffer(content, np.uint8), [0]
    for start in range(0, len(octets), PIECE):
        begin = max(0, start - WINDOW)
        hashes, width = GEAR[octets[begin : start + PIECE]], 1
        # The hash of a window of twice as many bytes at every step: each byte further back is shifted once more.
        while width < WINDOW:
            hashes[width:] += hashes[:-width] << np.uint64(width)
            width *= 2
        cuts = np.flatnonzero(hashes >> np.uint64(64 - bits) == 0) + begin + 1
        ends.extend(cuts[cuts > start].tolist())
    if ends[-1] < len(content):
        ends.append(len(content))
    for first, last in pairwise(ends):
        yield content[first:last]


def stored(folder: Path, bits: int) -> dict[bytes, int]:
    """Return the digests of all chunks of the files in a folder, with their bytes."""
    files = sorted(folder.glob("*.parquet"))
    return {hashlib.sha256(chunk).digest(): len(chunk) for file in files for chunk in chunks(file.read_bytes(), bits)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--chunk-bits", type=int, default=16)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        sides = []
        for name, inserted in (("old", False), ("new", True)):
            write_shards(Path(made, name), DOCUMENTS, documents(asked.documents, inserted=inserted))
            sides.append(stored(Path(made, name), asked.chunk_bits))
    old, new = sides
    total, known = sum(new.values()), sum(size for digest, size in new.items() if digest in old)
    print(f"{asked.documents:,} documents, one inserted in front: {total:,} bytes in {len(new):,} chunks")
    print(f"known already: {known / total:.2%}, to be sent: {total - known:,} bytes")


if __name__ == "__main__":
    main()
