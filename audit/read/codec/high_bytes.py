"""The bytes beyond ASCII."""

from __future__ import annotations

import re
from typing import Final

HIGH: Final = bytes(range(0x80, 0x100))
# The bytes of UTF-8 by kind: c continues a character, 2, 3 and 4 begin one of so many bytes. C0, as in Java's NUL, too.
_KINDS: Final = b"." * 0x80 + b"c" * 0x40 + b"2.2" + b"2" * 0x1D + b"3" * 0x10 + b"4" * 5 + b"." * 0xB

# Share of high bytes in valid sequences: at least 0.948 in damaged UTF-8, at most 0.33 in GBK (measured on 200 Chinese
# documents each).
_TOLERANT_SHARE: Final = 0.85
# Invalid sequences written by careless encoders: surrogate halves (CESU-8), and NUL as in Java.
_NEARLY_UTF8: Final = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]|\xc0\x80")


def count_high(raw: bytes) -> int:
    """Return the number of bytes beyond ASCII."""
    return len(raw) - len(raw.translate(None, HIGH))


def reads(raw: bytes, codec: str = "utf-8") -> bool:
    """Return whether bytes are valid in a codec."""
    try:
        raw.decode(codec)
    except UnicodeDecodeError:
        return False
    return True


def most_utf8(raw: bytes) -> int:
    """Return how many of the bytes beyond ASCII may be in UTF-8 sequences, at most: without decoding, thus fast.

    >>> most_utf8("naïve 漢字".encode()), most_utf8("漢字".encode("gb18030"))
    (8, 0)
    """
    kinds = raw.translate(_KINDS)
    return 2 * kinds.count(b"2c") + 3 * kinds.count(b"3cc") + 4 * kinds.count(b"4ccc")


def valid_share(sample: bytes) -> float:
    """Return the share of non-ASCII bytes in valid UTF-8, 1 if the others are nearly valid, 0 if they are too many.

    >>> valid_share("naïve 漢字".encode()), valid_share("漢字".encode("gb18030"))
    (1.0, 0.0)
    """
    high = count_high(sample)
    if most_utf8(sample) < _TOLERANT_SHARE * high:
        return 0.0
    bad = len(sample) - len(sample.decode("utf-8", "ignore").encode("utf-8"))
    if not high or (bad and bad == sum(map(len, _NEARLY_UTF8.findall(sample)))):
        return 1.0
    return 1 - bad / high if bad <= (1 - _TOLERANT_SHARE) * high else 0.0
