"""Mapping of offsets in the decoded text to offsets in the raw bytes."""

from __future__ import annotations

import codecs
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.read.codec.utf7 import Utf7Walk

# Bytes decoded per step; bisection only in the chunk with the wanted offset.
_PIECE: Final = 1 << 14
# Chunks below this size are walked bytewise: no character is longer.
_SMALL: Final = 8
# UTF-8 bytes counted per step.
_COUNTED: Final = 1 << 16
# Continuation bytes are 10xxxxxx, the smallest values as signed bytes.
_LAST_FOLLOWING: Final = -65


@dataclass(frozen=True, slots=True)
class Anchor:
    """Code point `char` starts at byte `byte`, from where `codec` applies (None: one U+FFFD up to the next anchor)."""

    byte: int
    char: int
    codec: str | None


def offsets(raw: bytes, anchors: Sequence[Anchor], points: Sequence[int]) -> list[int]:
    """Return the byte offset in `raw` of each of the sorted code point offsets `points`.

    `anchors` are in order and start with the first code point.
    """
    found: list[int] = []
    for number, anchor in enumerate(anchors):
        after = anchors[number + 1] if number + 1 < len(anchors) else Anchor(len(raw), _NEVER, None)
        walk = _walk(raw, anchor)
        while len(found) < len(points) and points[len(found)] < after.char:
            found.append(walk.to(points[len(found)], after.byte) if walk else anchor.byte)
    return found


_NEVER: Final = 1 << 62


def _walk(raw: bytes, anchor: Anchor) -> _Walk | _Utf8Walk | Utf7Walk | None:
    if anchor.codec == "utf-7":
        # Python's decoder buffers a run until it ends, and restarts with each byte.
        return Utf7Walk(raw, anchor.byte, anchor.char)
    if anchor.codec == "utf-8":
        return _Utf8Walk(raw, anchor.byte, anchor.char)
    return _Walk(raw, anchor.codec, anchor.byte, anchor.char) if anchor.codec else None


class _Walk:
    """A forward-only cursor over bytes and text, in a stretch without errors."""

    def __init__(self, raw: bytes, codec: str, byte: int, char: int) -> None:
        self._raw, self._byte, self._char = raw, byte, char
        self._decoder = codecs.getincrementaldecoder(codec)()

    def to(self, target: int, end: int) -> int:
        """Advance to code point `target`, or to byte `end` if that comes first; return the byte offset."""
        size = _PIECE
        while self._char < target and self._byte < end:
            if size <= _SMALL:
                self._feed(1, end)
            elif not self._fits(size, target, end):
                size //= 2
        return self._byte - len(self._decoder.getstate()[0])

    def _fits(self, size: int, target: int, end: int) -> bool:
        """Advance by `size` bytes unless that passes the target; return whether it did not."""
        before = self._decoder.getstate(), self._byte, self._char
        self._feed(size, end)
        if self._char <= target:
            return True
        state, self._byte, self._char = before
        self._decoder.setstate(state)
        return False

    def _feed(self, size: int, end: int) -> None:
        stop = min(self._byte + size, end)
        self._char += len(self._decoder.decode(self._raw[self._byte : stop]))
        self._byte = stop


class _Utf8Walk:
    """The cursor for UTF-8, which counts lead bytes instead of decoding.

    The lead bytes of the current chunk are cached.
    """

    def __init__(self, raw: bytes, byte: int, char: int) -> None:
        self._raw, self._byte, self._char = raw, byte, char
        self._begins: npt.NDArray[np.int64] | None = None

    def to(self, target: int, end: int) -> int:
        """Advance to code point `target`, or to byte `end` if that comes first; return the byte offset."""
        while self._byte < end:
            size = min(_COUNTED, end - self._byte)
            if self._begins is None:
                self._begins = np.flatnonzero(np.frombuffer(self._raw, np.int8, size, self._byte) > _LAST_FOLLOWING)
            if target - self._char < len(self._begins):
                return self._byte + int(self._begins[target - self._char])
            self._byte, self._char, self._begins = self._byte + size, self._char + len(self._begins), None
        return self._byte
