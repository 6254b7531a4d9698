"""Compressed inputs: whole, cut, damaged, followed by something, and bombs."""

from __future__ import annotations

import bz2
import gzip
import lzma

import zstandard

from tests.hostile.case import document, quarantined, records
from tests.hostile.good import GOOD, PARQUET

_TEXT = b"The lighthouse keeper writes down the wind at six and at noon.\n"
_PAGE = b"<html><body><article><p>" + _TEXT * 8 + b"</p></article></body></html>"
_GZ, _GZ_LINES = gzip.compress(_TEXT, mtime=0), gzip.compress(GOOD * 3, mtime=0)
_BZ2, _BZ2_LINES = bz2.compress(_TEXT), bz2.compress(GOOD * 3)
_XZ, _XZ_LINES = lzma.compress(_TEXT), lzma.compress(GOOD * 3)
_ZST, _ZST_LINES = zstandard.compress(_TEXT), zstandard.compress(GOOD * 3)
_SKIPPED = b"\x50\x2a\x4d\x18\x04\x00\x00\x00skip"
_GZ_BOMB = gzip.compress(b"\0" * 40_000_000, mtime=0)
_ZST_BOMB = zstandard.compress(b"\0" * 200_000_000)
_TAR = b"inside.txt".ljust(257, b"\0") + b"ustar\x0000" + b"\0" * 1000


def _changed(whole: bytes, at: int) -> bytes:
    place = at % len(whole)
    return whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :]


COMPRESSED = (
    document("compressed/text.txt.gz", _GZ),
    document("compressed/text.txt.zst", _ZST),
    document("compressed/upper.TXT.GZ", _GZ),
    document("compressed/text.gz", _GZ),
    document("compressed/gzip-without-suffix.txt", _GZ),
    document("compressed/zstd-without-suffix", _ZST),
    document("compressed/zstd-called.gz", _ZST),
    document("compressed/text.txt.bz2", _BZ2),
    document("compressed/text.txt.XZ", _XZ),
    document("compressed/small-blocks-without-suffix", bz2.compress(_TEXT, 1)),
    document("compressed/xz-without-suffix.txt", _XZ),
    document("compressed/many-streams.txt.bz2", bz2.compress(b"") + _BZ2 * 300),
    document("compressed/padded-streams.txt.xz", _XZ + b"\0" * 8 + _XZ),
    document("compressed/two-members.txt.gz", _GZ + _GZ),
    document("compressed/two-frames.txt.zst", _ZST + _ZST),
    document("compressed/zero-padded.txt.gz", _GZ + b"\0" * 512),
    document("compressed/skippable.txt.zst", _SKIPPED + _ZST + _SKIPPED),
    document("compressed/many-members.txt.gz", _GZ * 3000),
    document("compressed/page.html.gz", gzip.compress(_PAGE, mtime=0)),
    records("compressed/lines.jsonl.gz", _GZ_LINES),
    records("compressed/lines.jsonl.zst", _ZST_LINES),
    records("compressed/table.csv.gz", gzip.compress(b"id,text\n1,a boat\n", mtime=0)),
    records("compressed/table.parquet.gz", gzip.compress(PARQUET, mtime=0)),
    records("compressed/lines.jsonl.bz2", _BZ2_LINES),
    records("compressed/lines.jsonl.xz", _XZ_LINES),
    records("compressed/bad-sum.jsonl.bz2", _changed(_BZ2_LINES, -3), "broken-compression"),
    records("compressed/bad-sum.jsonl.xz", _changed(_XZ_LINES, -3), "broken-compression"),
    records("compressed/trailing.jsonl.bz2", _BZ2_LINES + b"junk", "broken-compression"),
    records("compressed/cut.jsonl.gz", _GZ_LINES[:-6], "broken-compression"),
    records("compressed/bad-sum.jsonl.gz", _changed(_GZ_LINES, -8), "broken-compression"),
    records("compressed/bad-length.jsonl.gz", _changed(_GZ_LINES, -1), "broken-compression"),
    records("compressed/trailing.jsonl.gz", _GZ_LINES + b"junk", "broken-compression"),
    records("compressed/trailing.jsonl.zst", _ZST_LINES + b"junk", "broken-compression"),
    records(
        "compressed/bomb.jsonl.gz",
        gzip.compress(GOOD * 3, mtime=0) + gzip.compress(b"a" * 40_000_000, mtime=0),
        "expands-too-far",
    ),
    quarantined("compressed/cut.txt.gz", _GZ[:-4], "broken-compression"),
    quarantined("compressed/cut-early.txt.gz", _GZ[:12], "broken-compression"),
    quarantined("compressed/header-only.txt.gz", _GZ[:3], "broken-compression"),
    quarantined("compressed/cut.txt.zst", _ZST[:-4], "broken-compression"),
    quarantined("compressed/bad-sum.txt.gz", _changed(_GZ, -7), "broken-compression"),
    quarantined("compressed/damaged.txt.gz", _changed(_GZ, 14), "broken-compression"),
    quarantined("compressed/trailing.txt.gz", _GZ + b"junk", "broken-compression"),
    document("compressed/plain-called.txt.gz", _TEXT),
    document("compressed/plain-called.txt.zst", _TEXT),
    quarantined("compressed/bomb.txt.gz", _GZ_BOMB, "expands-too-far"),
    quarantined("compressed/bomb.txt.zst", _ZST_BOMB, "expands-too-far"),
    quarantined("compressed/bomb.parquet.zst", _ZST_BOMB, "expands-too-far"),
    quarantined("compressed/cut.txt.bz2", _BZ2[:-4], "broken-compression"),
    quarantined("compressed/cut.txt.xz", _XZ[:-4], "broken-compression"),
    quarantined("compressed/damaged.txt.bz2", _changed(_BZ2, 30), "broken-compression"),
    document("compressed/plain-called.txt.bz2", _TEXT),
    document("compressed/plain-called.txt.xz", _TEXT),
    quarantined("compressed/bomb.txt.bz2", bz2.compress(b"\0" * 40_000_000), "expands-too-far"),
    quarantined("compressed/bomb.txt.xz", lzma.compress(b"\0" * 40_000_000), "expands-too-far"),
    quarantined("compressed/twice.txt.xz", lzma.compress(bz2.compress(_TEXT, 1)), "unsupported-archive"),
    quarantined("compressed/archive.tar.bz2", bz2.compress(_TAR), "unsupported-archive"),
    quarantined("compressed/archive.tar.xz", lzma.compress(_TAR), "unsupported-archive"),
    quarantined("compressed/archive.txz", lzma.compress(_TAR), "unsupported-archive"),
    quarantined("compressed/nothing.txt.gz", gzip.compress(b"", mtime=0), "empty"),
    quarantined("compressed/twice.txt.gz", gzip.compress(_GZ, mtime=0), "unsupported-archive"),
    quarantined("compressed/archive.tar.gz", gzip.compress(_TAR, mtime=0), "unsupported-archive"),
    quarantined("compressed/archive.tgz", gzip.compress(_TAR, mtime=0), "unsupported-archive"),
    quarantined("compressed/image.txt.gz", gzip.compress(b"\x89PNG\r\n\x1a\n" + b"\0" * 20, mtime=0), "binary"),
)
