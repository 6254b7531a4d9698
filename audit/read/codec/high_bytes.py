"""The bytes beyond ASCII."""

from __future__ import annotations

from typing import Final

HIGH: Final = bytes(range(0x80, 0x100))


def count_high(raw: bytes) -> int:
    """Return the number of bytes beyond ASCII."""
    return len(raw) - len(raw.translate(None, HIGH))
