"""What decoding gives: a text, and how its bytes were read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from audit.read.codec.assembled import CodecPassage
from audit.read.codec.tolerant import BadBytes

_UNICODE: Final = frozenset({"utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"})


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how it was read.

    `source` is what decided (see measures.encoding_source), `confidence` is 0 to 1, `bom` whether a byte order mark
    was taken off. `errors` and `passages` (those in another codec than `encoding`) are in order. `superseded` are the
    code points that `encoding` names otherwise today than Python does, the `euros` of code page 936 among them.
    `runner_up` is the codec that came next where bytes were weighed, `declared` the one that the file named. `mended`
    are passages that were put right since: their places in the bytes and in the text as it is now.
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

    @property
    def legacy(self) -> bool:
        """Return whether the codec is none of the Unicode ones."""
        return self.encoding not in _UNICODE
