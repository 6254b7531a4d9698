"""Which compression a file has, by its first bytes, or by its name where those do not tell."""

from __future__ import annotations

import re
from typing import Final, Literal

from audit.read.binary.magic import is_unknown

Compression = Literal["gzip", "bzip2", "xz", "zstd"]

_SUFFIXES: Final[dict[str, Compression]] = {".gz": "gzip", ".bz2": "bzip2", ".xz": "xz", ".zst": "zstd"}
_ENDS: Final = tuple(_SUFFIXES)
# bzip2: the size of blocks, then the sign of a block, or of the end if there is none. A zstd file may begin with a
# skippable frame: 0x184D2A50 to 0x184D2A5F, little endian (RFC 8878, 3.1.2).
_MAGIC: Final[dict[Compression, re.Pattern[bytes]]] = {
    "gzip": re.compile(rb"\x1f\x8b\x08"),
    "bzip2": re.compile(rb"BZh[1-9](?:1AY&SY|\x17rE8P\x90)"),
    "xz": re.compile(rb"\xfd7zXZ\x00"),
    "zstd": re.compile(rb"\x28\xb5\x2f\xfd|[\x50-\x5f]\x2a\x4d\x18"),
}


def compression_of(name: str, head: bytes) -> Compression | None:
    """Return the compression of a file, by its first bytes, or by its last suffix where those are nothing known.

    What many programs save under such a name was decompressed on its way.
    """
    found, said = compression_in(head), compression_named(name)
    return said if found is None and said is not None and is_unknown(head) else found


def compression_named(name: str) -> Compression | None:
    """Return the compression that the last suffix of a name says."""
    lowered = name.lower()
    if not lowered.endswith(_ENDS):
        return None
    return next(kind for suffix, kind in _SUFFIXES.items() if lowered.endswith(suffix))


def compression_in(head: bytes) -> Compression | None:
    """Return the compression that a file's first bytes are the sign of."""
    return next((kind for kind, sign in _MAGIC.items() if sign.match(head)), None)


def without_compression(name: str) -> str:
    """Return the lower case name without a compression suffix."""
    lowered = name.lower()
    if not lowered.endswith(_ENDS):
        return lowered
    return next((lowered.removesuffix(suffix) for suffix in _SUFFIXES if lowered.endswith(suffix)), lowered)
