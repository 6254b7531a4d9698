"""Edits of a decoded text with all offsets mapped."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TypeVar

from audit.read.codec.assembled import CodecPassage
from audit.read.codec.decode import byte_offsets
from audit.read.codec.decoded import Decoded
from audit.read.codec.lost_bytes import LostByte
from audit.read.codec.tolerant import BadBytes

_Span = TypeVar("_Span", CodecPassage, LostByte)


@dataclass(frozen=True, slots=True)
class Edit:
    """Replacement of code points `start` to `end` by `text`."""

    start: int
    end: int
    text: str


def edited(decoded: Decoded, raw: bytes, edits: Sequence[Edit]) -> Decoded:
    """Return the text with the edits, ordered and disjoint, applied.

    Byte offsets of replaced text are those where the original began. Marks inside removed passages are dropped.
    """
    if not edits:
        return decoded
    moved = Moved.by(edits)
    return replace(
        decoded,
        text=applied(decoded.text, edits),
        errors=tuple(_bad(bad, moved) for bad in decoded.errors if moved.keeps(bad.char)),
        euros=tuple(_bad(bad, moved) for bad in decoded.euros if moved.keeps(bad.char)),
        passages=tuple(_span(p, moved) for p in decoded.passages if moved.keeps(p.char)),
        lost=tuple(_span(lost, moved) for lost in decoded.lost if moved.keeps(lost.char)),
        superseded=tuple(moved.to(at) for at in decoded.superseded if moved.keeps(at)),
        mended=tuple(sorted(_mended(decoded, raw, edits, moved), key=lambda passage: passage.start)),
    )


def applied(text: str, edits: Iterable[Edit]) -> str:
    """Return the text with the edits applied."""
    made, at = [], 0
    for edit in edits:
        made += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*made, text[at:]])


@dataclass(frozen=True, slots=True)
class Moved:
    """The mapping of offsets by edits: `shifts[n]` applies from the end of the n-th edit."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    shifts: tuple[int, ...]

    @staticmethod
    def by(edits: Sequence[Edit]) -> Moved:
        """Return the mapping of these edits."""
        shifts = accumulate(len(e.text) - (e.end - e.start) for e in edits)
        return Moved(tuple(e.start for e in edits), tuple(e.end for e in edits), (0, *shifts))

    def to(self, at: int) -> int:
        """Return the new offset of a code point outside all edits."""
        return at + self.shifts[bisect_right(self.ends, at)]

    def keeps(self, at: int) -> bool:
        """Return whether a code point is outside all edits."""
        nth = bisect_right(self.starts, at) - 1
        return nth < 0 or at >= self.ends[nth]


def _bad(bad: BadBytes, moved: Moved) -> BadBytes:
    astray = None if bad.astray is None or not moved.keeps(bad.astray) else moved.to(bad.astray)
    return replace(bad, char=moved.to(bad.char), astray=astray)


def _span(span: _Span, moved: Moved) -> _Span:
    """Return a span at its new offsets; one that runs into an edit is empty."""
    start = moved.to(span.char)
    end = max(start, moved.to(span.char_end) if moved.keeps(span.char_end) else start)
    return replace(span, char=start, char_end=end)


def _mended(decoded: Decoded, raw: bytes, edits: Sequence[Edit], moved: Moved) -> Iterator[CodecPassage]:
    yield from (_span(passage, moved) for passage in decoded.mended if moved.keeps(passage.char))
    at = byte_offsets(decoded, raw, [edge for e in edits for edge in (e.start, e.end)])
    for number, edit in enumerate(edits):
        char = edit.start + moved.shifts[number]
        yield CodecPassage(at[2 * number], at[2 * number + 1], char, char + len(edit.text), None)
