"""Bounded samples of bytes around evidence for a codec, aligned with its characters."""

from __future__ import annotations

import re
from typing import Final

SAMPLE: Final = 4096
_WINDOWS: Final = 4
_MARGIN: Final = 64
_SAFE: Final = re.compile(rb"[\x00-\x2f]")
_HIGH: Final = re.compile(rb"[\x80-\xff]")
_STEP_SEARCH: Final = 1 << 12
_PIECE: Final = 1 << 12


def sampled(raw: bytes, size: int = SAMPLE) -> bytes:
    """Return about `size` bytes at most around high bytes, from the first one on and at places spread over the rest.

    Windows start after a byte below 0x30, which is never a second byte, so that they are aligned.
    """
    if len(raw) <= size:
        return raw
    width, at = size // _WINDOWS, 0
    windows: list[bytes] = []
    for number in range(_WINDOWS):
        start = _window(raw, max(at, number * len(raw) // _WINDOWS))
        if start is not None:
            windows.append(raw[start : start + width])
            at = start + width
    return b"\n".join(windows)


def _window(raw: bytes, at: int) -> int | None:
    """Return the start of a window near the next high byte from `at` on; None if it cannot be aligned."""
    if at:
        safe = _SAFE.search(raw, at, at + _STEP_SEARCH)
        if safe is None:
            return None
        at = safe.end()
    high = _first_high(raw, at)
    line = raw.rfind(b"\n", max(at, high - _MARGIN), high)
    return line + 1 if line >= 0 else high


def _first_high(raw: bytes, at: int) -> int:
    """Return the first non-ASCII byte from `at` on, or the end; ASCII is passed over in chunks."""
    while at < len(raw) and raw[at : at + _PIECE].isascii():
        at += _PIECE
    high = _HIGH.search(raw, at)
    return high.start() if high else len(raw)
