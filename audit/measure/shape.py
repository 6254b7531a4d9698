"""Tell what is written by machines: code, JSON, base64, hexadecimal, tables of numbers speak no language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

# News prose has 0.3 % of these among its visible characters (99.7th percentile 3.3 %), Python code 5 to 11 %.
_CODE_SIGNS: Final = "{}[]()=<>;_\\|&#$*/+@^~`%"
_RECORD_SIGNS: Final = "\"':,"
_MAX_CODE: Final = 0.09
# With quotes, colons and commas, news prose has at most 7.9 %, code 9 and more: together they decide earlier.
_LIKE_CODE: Final = (0.05, 0.085)
_MAX_RECORD: Final = 0.22
# A short sentence may have a bracket and a percent sign.
_FREE_SIGNS: Final = 3
# Tables and prices leave few letters; a sentence full of figures still has a third.
_MIN_LETTERS: Final = 0.3
# No word of any language with spaces is as long; German's longest in print have about 40.
_LONG_TOKEN: Final = 45
_MAX_LONG: Final = 0.5
_MIN_HEX: Final = 24
_HEX: Final = re.compile(r"[0-9A-Fa-f:\-]+")
_SAMPLE: Final = 4000


@dataclass(frozen=True, slots=True)
class Shape:
    """Shares of a text's visible characters, 0 to 1."""

    letters: float
    code: float
    records: float
    long_tokens: float
    hexadecimal: bool

    @staticmethod
    def of(text: str) -> Shape:
        """Return the shape of the first few thousand characters."""
        tokens = text[:_SAMPLE].split()
        visible = "".join(tokens)
        size = max(1, len(visible))
        code = max(0, sum(map(visible.count, _CODE_SIGNS)) - _FREE_SIGNS)
        records = code + sum(map(visible.count, _RECORD_SIGNS))
        long = sum(len(token) for token in tokens if len(token) > _LONG_TOKEN)
        return Shape(sum(map(str.isalpha, visible)) / size, code / size, records / size, long / size, _is_hex(visible))

    @property
    def is_written_by_machines(self) -> bool:
        """Whether the text is code, records, numbers or encoded bytes."""
        return (
            self.letters < _MIN_LETTERS
            or self.code > _MAX_CODE
            or (self.code > _LIKE_CODE[0] and self.records > _LIKE_CODE[1])
            or self.records > _MAX_RECORD
            or self.long_tokens > _MAX_LONG
            or self.hexadecimal
        )


def _is_hex(visible: str) -> bool:
    return len(visible) >= _MIN_HEX and bool(_HEX.fullmatch(visible)) and any(map(str.isdigit, visible))
