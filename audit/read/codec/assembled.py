"""Assembly of a text from lines in the file's codec and passages in others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from audit.read.codec.mixed import Lines
from audit.read.codec.offsets import Anchor
from audit.read.codec.statistical.robust import Stretch
from audit.read.codec.tolerant import BadBytes, tolerantly

_REPLACEMENT = "\ufffd"


@dataclass(frozen=True, slots=True)
class CodecPassage:
    """Bytes `start` to `end` in another codec; they are the code points `char` to `char_end`.

    `codec` is None for a repaired passage, which no codec yields.
    """

    start: int
    end: int
    char: int
    char_end: int
    codec: str | None


@dataclass(slots=True)
class Assembly:
    """A text under construction: pieces, length, undecodable bytes, passages in other codecs."""

    raw: bytes
    codec: str
    pieces: list[str] = field(default_factory=list)
    size: int = 0
    errors: list[BadBytes] = field(default_factory=list)
    passages: list[CodecPassage] = field(default_factory=list)

    def plain(self, start: int, end: int) -> None:
        """Decode bytes with the file's codec."""
        text, errors = tolerantly(self.raw[start:end], self.codec)
        self.errors += [BadBytes(bad.start + start, bad.end + start, bad.char + self.size) for bad in errors]
        self._grow(text)

    def stretch(self, found: Stretch) -> None:
        """Decode a stretch as the second look decided."""
        if found.codec is None:
            self.errors.append(BadBytes(found.start, found.end, self.size))
            self._grow(_REPLACEMENT)
        elif found.codec == self.codec:
            self.plain(found.start, found.end)
        else:
            piece = self.raw[found.start : found.end]
            text, foreign = piece.decode(found.codec), piece.rstrip(b"\r\n")
            end = found.start + len(foreign)
            size = len(foreign.decode(found.codec))
            if size:
                self.passages.append(CodecPassage(found.start, end, self.size, self.size + size, found.codec))
            self._grow(text)

    def _grow(self, text: str) -> None:
        self.pieces.append(text)
        self.size += len(text)


def assembled(raw: bytes, codec: str, skip: int, lines: Sequence[Lines]) -> Assembly:
    """Return the text of `raw` from byte `skip` on, with `lines` decoded by their stretches."""
    made = Assembly(raw, codec)
    at = skip
    for part in lines:
        made.plain(at, part.start)
        for found in part.stretches:
            made.stretch(found)
        at = part.end
    made.plain(at, len(raw))
    return made


def anchors(codec: str, skip: int, errors: Sequence[BadBytes], passages: Sequence[CodecPassage]) -> Iterator[Anchor]:
    """Yield the positions where decoding restarts: at each undecodable place, and after it."""
    yield Anchor(skip, 0, codec)
    others = [(bad.start, bad.end, bad.char, bad.char + 1, None) for bad in errors]
    foreign = [(p.start, p.end, p.char, p.char_end, p.codec) for p in passages]
    for start, end, char, char_end, reader in sorted([*others, *foreign], key=lambda item: item[0]):
        yield Anchor(start, char, reader)
        yield Anchor(end, char_end, codec)
