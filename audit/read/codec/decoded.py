"""The result of decoding: a text, and how it was decoded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from audit.read.codec.assembled import CodecPassage
from audit.read.codec.lost_bytes import LostByte
from audit.read.codec.tolerant import BadBytes

_UNICODE: Final = frozenset({"utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"})


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how it was decoded.

    `source` is the deciding evidence (see measures.encoding_source), `confidence` is 0 to 1, `bom` whether a byte order
    mark was removed. `errors` and `passages` (in another codec than `encoding`) are in order. `superseded` are the code
    points that `encoding` assigns differently today than in Python, including the `euros` of code page 936. `runner_up`
    is the second best codec where statistics decided, `declared` the one named by the file. `mended` are passages
    repaired afterwards, with byte offsets and offsets in the present text. `lost` are places where a byte was lost
    without an error; the text there is as `encoding` decodes it.
    """

    text: str
    encoding: str
    source: str
    confidence: float = 1.0
    bom: bool = False
    errors: tuple[BadBytes, ...] = ()
    passages: tuple[CodecPassage, ...] = ()
    euros: tuple[BadBytes, ...] = ()
    superseded: tuple[int, ...] = ()
    runner_up: str | None = None
    declared: str | None = None
    mended: tuple[CodecPassage, ...] = ()
    lost: tuple[LostByte, ...] = ()

    @property
    def legacy(self) -> bool:
        """Return whether the codec is no Unicode encoding."""
        return self.encoding not in _UNICODE
