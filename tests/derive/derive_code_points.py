"""Derive audit/text/tables/code_points.xz: the general category of every code point, from Unicode 14.

    python tests/derive/derive_code_points.py audit/text/tables

Needs a Python whose unicodedata is of that version (3.11): with another one it refuses.
"""

from __future__ import annotations

import lzma
import sys
import unicodedata
from pathlib import Path

from audit.text.code_points import CATEGORIES, POINTS, TABLE

UNICODE = "14.0.0"
# No checksum and no time stamp of the library's: the same bytes from any of its versions.
FILTERS = [{"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME}]


def derived() -> bytes:
    """Return the table as it is shipped."""
    number = {category: place for place, category in enumerate(CATEGORIES)}
    plain = bytes(number[unicodedata.category(chr(point))] for point in range(POINTS))
    return lzma.compress(plain, format=lzma.FORMAT_XZ, check=lzma.CHECK_CRC32, filters=FILTERS)


if __name__ == "__main__":
    if unicodedata.unidata_version != UNICODE:
        sys.exit(f"this Python knows Unicode {unicodedata.unidata_version}; {UNICODE} is needed")
    (Path(sys.argv[1]) / TABLE).write_bytes(derived())
