"""Line and column numbers of passages, as editors count them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Final

from audit.finding import Place
from audit.read.codec.decoded import Decoded

_MARK: Final = "\ufeff"
_ENDS: Final = re.compile(r"\r\n?|\n")
_BYTE_ENDS: Final = re.compile(rb"\r\n?|\n")
# Codecs whose line ends are not single ASCII bytes.
_WIDE: Final = ("utf-16", "utf-32", "utf-7", "utf_16", "utf_32", "utf_7")


@dataclass(frozen=True, slots=True)
class LineSpan:
    """Lines and columns of a passage, from 1, columns in code points; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True)
class TextLines:
    """The lines of a text."""

    text: str

    def span(self, start: int, end: int) -> LineSpan:
        """Return the span of a passage, given by its code points."""
        return LineSpan(*self._at(start), *self._at(end))

    @cached_property
    def _starts(self) -> list[int]:
        if "\r" in self.text:
            return [0, *(found.end() for found in _ENDS.finditer(self.text))]
        # Every line end is one character here.
        return [
            start + number for number, start in enumerate(accumulate(map(len, self.text.split("\n")[:-1]), initial=0))
        ]

    def _at(self, point: int) -> tuple[int, int]:
        line = bisect_right(self._starts, point)
        return line, point - self._starts[line - 1] + 1


@dataclass(frozen=True)
class FileLines:
    """The lines of a file that is a single document."""

    raw: bytes
    decoded: Decoded

    def spans(self, places: Sequence[Place], at: Sequence[tuple[int, int] | None]) -> list[LineSpan | None]:
        """Return the span of each place, whose bytes are `at`; None if the bytes cannot be counted in lines."""
        if not self.decoded.mended:
            lines = TextLines(self.decoded.text)
            return [lines.span(place.start, place.end) for place in places]
        # The text was extracted or repaired: removed passages contain line ends, too.
        if self.decoded.encoding.startswith(_WIDE):
            return [None] * len(at)
        return [found and LineSpan(*self._in_bytes(found[0]), *self._in_bytes(found[1])) for found in at]

    @cached_property
    def _byte_starts(self) -> list[int]:
        return [0, *(found.end() for found in _BYTE_ENDS.finditer(self.raw))]

    def _in_bytes(self, byte: int) -> tuple[int, int]:
        line = bisect_right(self._byte_starts, byte)
        before = self.raw[self._byte_starts[line - 1] : byte]
        return line, len(before.decode(self.decoded.encoding, "replace").removeprefix(_MARK)) + 1
