"""The bytes beyond ASCII."""

from __future__ import annotations

from typing import Final

HIGH: Final = bytes(range(0x80, 0x100))
# The bytes of UTF-8 by kind: c continues a character, 2, 3 and 4 begin one of so many bytes. C0, as in Java's NUL, too.
_KINDS: Final = b"." * 0x80 + b"c" * 0x40 + b"2.2" + b"2" * 0x1D + b"3" * 0x10 + b"4" * 5 + b"." * 0xB


def count_high(raw: bytes) -> int:
    """Return the number of bytes beyond ASCII."""
    return len(raw) - len(raw.translate(None, HIGH))


def most_utf8(raw: bytes) -> int:
    """Return how many of the bytes beyond ASCII may be in UTF-8 sequences, at most: without decoding, thus fast.

    >>> most_utf8("naïve 漢字".encode()), most_utf8("漢字".encode("gb18030"))
    (8, 0)
    """
    kinds = raw.translate(_KINDS)
    return 2 * kinds.count(b"2c") + 3 * kinds.count(b"3cc") + 4 * kinds.count(b"4ccc")
