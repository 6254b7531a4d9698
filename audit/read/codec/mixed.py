"""Read files that were joined from two encodings: passage by passage, each with the codec that wrote it.

Only lines that the file's codec cannot read, or that are better UTF-8 than anything else, are looked at again. The
same second look tells where a two-byte codec lost a byte: it falls out of step there, and fails only later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final

from audit.read.codec.signs_of_utf8 import SURELY_UTF8, is_partly_utf8, signs_of_utf8
from audit.read.codec.tolerant import BadBytes
from audit.read.codec.weighed.legacy import CANDIDATES, TWO_BYTE, gain, misread, reads_well, rival
from audit.read.codec.weighed.robust import CodecReader, Path, Stretch, best_path

# Codecs in which every byte below 0x30 is itself, so that a line end always is one. Others are read as a whole.
_STEPLESS: Final = ("utf-16", "utf-32", "iso2022", "hz")
# Shorter lines tell nothing of their codec.
_LONG_LINE: Final = 24
# Weighing one costs a fifth of a millisecond.
_MAX_LINES: Final = 1 << 11
_BLANK: Final = b" "
# The second look costs 10 microseconds a byte: so much of a file gets it, and so long a passage, in bytes.
_MAX_LOOKED_AT: Final = 1 << 14
_MAX_PASSAGE: Final = 1 << 13
_SAMPLE: Final = 1 << 12
_MANY: Final = 64
# Nats that a second codec must explain beyond what damage to the first one does.
_MIN_GAIN: Final = 10.0
# One letter between letters is a damaged byte to anyone: a second codec explains two places at least.
_MIN_PLACES: Final = 2


@dataclass(frozen=True, slots=True)
class Lines:
    """Whole lines, bytes `start` to `end`, that the file's codec reads badly, and who reads what of them, in order.

    Stretches without a codec are bytes that nobody reads.
    """

    start: int
    end: int
    stretches: tuple[Stretch, ...] = ()


def second_look(raw: bytes, codec: str, skip: int, errors: Sequence[BadBytes]) -> tuple[Lines, ...]:
    """Return the lines that hold passages in a second codec, in order; none where the first look stands.

    `skip` bytes at the start are a byte order mark, `errors` what `codec` could not read. Linear in the input.
    """
    if codec.startswith(_STEPLESS) or not (errors or codec != "utf-8"):
        return ()
    return _mixed(raw, codec, skip, list(_suspects(raw, codec, skip, errors)))


def lost_steps(raw: bytes, codec: str, errors: Sequence[BadBytes]) -> list[int]:
    """Return the bytes at which a two-byte codec fell out of step, in order: what it cannot read comes later."""
    if codec not in TWO_BYTE or not errors:
        return []
    main = CodecReader.of(codec, raw[:_SAMPLE])
    some = _within_budget(list(_suspects(raw, "utf-8", 0, errors)))
    paths = ((part, best_path(raw[part.start : part.end], (main,))) for part in some)
    return [part.start + s.start for part, path in paths for s in path.stretches if s.codec is None]


def _mixed(raw: bytes, codec: str, skip: int, lines: Sequence[Lines]) -> tuple[Lines, ...]:
    """Return the lines with their passages in a second codec, if there is one; () if there is none."""
    sample = _unexplained(raw, codec, lines)
    other = "utf-8" if codec != "utf-8" and is_partly_utf8(sample, codec) else rival(sample, codec)
    if other is None:
        return ()
    some, main = _within_budget(lines), CodecReader.of(codec, raw[skip : skip + _SAMPLE])
    alone = [best_path(raw[part.start : part.end], (main,)) for part in some]
    both = [best_path(raw[part.start : part.end], (main, CodecReader.of(other, sample))) for part in some]
    if not _convinces(raw, some, alone, both) or not _stands(raw, some, both, codec):
        return ()
    placed = (_placed(raw, part, path, codec) for part, path in zip(some, both, strict=True))
    return (*placed, *_by_line(raw, codec, other, lines[len(some) :]))


def _suspects(raw: bytes, codec: str, skip: int, errors: Sequence[BadBytes]) -> Iterator[Lines]:
    """Yield the lines that hold errors, or look like UTF-8 or nothing in the codec; neighbours are one passage."""
    marks = sorted([*(bad.start for bad in errors), *_utf8_marks(raw, codec, skip), *_misread_marks(raw, codec)])
    start = end = -1
    for mark in marks:
        if mark < end:
            continue
        begin = max(raw.rfind(b"\n", 0, mark) + 1, skip)
        stop = raw.find(b"\n", mark) + 1 or len(raw)
        if start >= 0 and (begin > _MAX_PASSAGE + start or not raw[end:begin].isascii()):
            yield Lines(start, end)
            start = begin
        start, end = (begin if start < 0 else start), stop
    if start >= 0:
        yield Lines(start, end)


def _utf8_marks(raw: bytes, codec: str, skip: int) -> list[int]:
    """Return where UTF-8 seems to stand in another codec; two-byte and Cyrillic ones have such runs by chance."""
    if codec == "utf-8":
        return []
    found = list(signs_of_utf8(raw, codec, skip))
    runs = b"\n".join(match.group() for match in found[:_MANY])[:_SAMPLE]
    if runs and gain(runs, "utf-8", codec) <= (_MIN_GAIN if codec in TWO_BYTE else 0):
        return []
    return [match.start() for match in found]


def _misread_marks(raw: bytes, codec: str) -> list[int]:
    """Return where lines begin that the code page reads as nothing; of many lines some are looked at."""
    if codec in TWO_BYTE or codec == "utf-8":
        return []
    lines = list(_long_lines(raw))
    some = lines[:: 1 + len(lines) // _MANY]
    if not any(misread(raw[start:end], codec) for start, end in some):
        return []
    return [start for start, end in lines[:_MAX_LINES] if misread(raw[start:end], codec)]


def _long_lines(raw: bytes) -> Iterator[tuple[int, int]]:
    """Yield where lines that tell something of their codec begin and end, or the beginning of a very long one does."""
    start = 0
    for line in raw.split(b"\n"):
        if len(line) >= _LONG_LINE and not line.isascii():
            yield start, start + min(len(line), _SAMPLE)
        start += len(line) + 1


def _unexplained(raw: bytes, codec: str, lines: Sequence[Lines]) -> bytes:
    """Return a sample of the lines; without what is surely UTF-8 when that is the file's codec."""
    sample = b"".join(raw[passage.start : min(passage.end, passage.start + _SAMPLE)] for passage in lines[:_MANY])
    return (SURELY_UTF8.sub(_BLANK, sample) if codec == "utf-8" else sample)[:_SAMPLE]


def _within_budget(lines: Sequence[Lines]) -> list[Lines]:
    spent = accumulate(part.end - part.start for part in lines)
    return [part for part, total in zip(lines, spent, strict=True) if total <= _MAX_LOOKED_AT]


def _convinces(raw: bytes, lines: Sequence[Lines], alone: Sequence[Path], both: Sequence[Path]) -> bool:
    """Whether a second codec explains enough, in enough places, that damage to the first one does not."""
    gain = sum(path.nats for path in both) - sum(path.nats for path in alone)
    return gain > _MIN_GAIN and sum(map(_places, [raw] * len(lines), lines, both)) >= _MIN_PLACES


def _stands(raw: bytes, lines: Sequence[Lines], paths: Sequence[Path], codec: str) -> bool:
    """Whether the passages, weighed as whole texts, are the second codec's."""
    if codec not in CANDIDATES:
        return True
    other = paths[0].codecs[-1]
    passages = (
        raw[part.start + s.start : part.start + s.end]
        for part, path in zip(lines, paths, strict=True)
        for s in path.stretches
        if s.codec == other
    )
    sample = b"\n".join(passages)[:_SAMPLE]
    return reads_well(sample, other) and gain(sample, other, codec) > _MIN_GAIN


def _places(raw: bytes, part: Lines, path: Path) -> int:
    """Return the number of bytes above ASCII that the path's last codec reads."""
    foreign = [s for s in path.stretches if s.codec == path.codecs[-1]]
    return sum(len(_BEYOND.findall(raw, part.start + s.start, part.start + s.end)) for s in foreign)


_BEYOND: Final = re.compile(rb"[\x80-\xff]")


def _placed(raw: bytes, part: Lines, path: Path, codec: str) -> Lines:
    """Return the lines with the path's stretches at their places in the file."""
    found = list(path.stretches)
    edges = [0, *(_edge(raw[part.start : part.end], a, b, codec) for a, b in pairwise(found)), part.end - part.start]
    stretches = (
        Stretch(part.start + start, part.start + end, s.codec)
        for s, (start, end) in zip(found, pairwise(edges), strict=True)
        if start < end
    )
    return Lines(part.start, part.end, tuple(stretches))


def _edge(piece: bytes, left: Stretch, right: Stretch, codec: str) -> int:
    """Return where one stretch ends and the next begins.

    Plain ASCII between a passage in another codec and the ends of its line belongs to the passage: both codecs read
    it alike, and lines are written at once.
    """
    at = left.end
    if left.codec == codec and right.codec is not None:
        begin = max(piece.rfind(b"\n", 0, at) + 1, left.start)
        return begin if piece[begin:at].isascii() and begin in (0, piece.rfind(b"\n", 0, at) + 1) else at
    if right.codec == codec and left.codec is not None:
        line_end = piece.find(b"\n", at)
        stop = line_end if line_end >= 0 else len(piece)
        return stop if stop <= right.end and piece[at:stop].isascii() else at
    return at


def _by_line(raw: bytes, codec: str, other: str, lines: Sequence[Lines]) -> Iterator[Lines]:
    """Yield the lines that only the other codec reads: what is too long for the second look."""
    for part in lines:
        at = part.start
        for line in raw[part.start : part.end].splitlines(keepends=True):
            if not line.isascii() and _reads(line, other) and (_is_utf8(line, other) or not _reads(line, codec)):
                yield Lines(at, at + len(line), (Stretch(at, at + len(line), other),))
            at += len(line)


def _is_utf8(line: bytes, codec: str) -> bool:
    return codec == "utf-8" and SURELY_UTF8.search(line) is not None


def _reads(line: bytes, codec: str) -> bool:
    try:
        line.decode(codec)
    except UnicodeDecodeError:
        return False
    return True
