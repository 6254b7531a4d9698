"""Files with passages in two codecs, each decoded with its own.

Only lines that the file's codec cannot decode, or that are more plausible as UTF-8, get a second look. It also finds
where a two-byte codec lost a byte: there it loses synchronisation, and fails only later.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final

from audit.read.codec.either_codec import lines_of_other
from audit.read.codec.escapes import escaped_runs
from audit.read.codec.high_bytes import HIGH, reads
from audit.read.codec.odd_lines import LOOKED_AT, MIN_GAIN, MIN_PLACES, SAMPLED, misread_marks, utf8_marks
from audit.read.codec.signs_of_utf8 import SURELY_UTF8, is_partly_utf8
from audit.read.codec.statistical.legacy import CANDIDATES, TWO_BYTE, gain, read_otherwise, reads_well, rivals
from audit.read.codec.statistical.robust import CodecReader, Path, Stretch, best_path
from audit.read.codec.statistical.stray_words import are_words, stray_words
from audit.read.codec.tolerant import PAIRS, BadBytes, surrogate_pairs

# Codecs in which bytes below 0x30 represent themselves, so that line ends are unambiguous; others are read as a whole.
_STEPLESS: Final = ("utf-16", "utf-32", "iso2022", "hz")
_BLANK: Final = b" "
_ASCII: Final = bytes(range(0x80))
# Limits in bytes for the file and for a passage, since the second look costs 10 microseconds per byte.
_MAX_LOOKED_AT: Final = 1 << 14
_MAX_PASSAGE: Final = 1 << 13


@dataclass(frozen=True, slots=True)
class Lines:
    """Whole lines, bytes `start` to `end`, that the file's codec decodes badly, divided into stretches by codec.

    Stretches without a codec are undecodable.
    """

    start: int
    end: int
    stretches: tuple[Stretch, ...] = ()


def second_look(raw: bytes, codec: str, skip: int, errors: Sequence[BadBytes]) -> tuple[Lines, ...]:
    """Return the lines with passages in a second codec, in order; empty if there are none.

    `skip` is the length of the byte order mark, `errors` the bytes `codec` could not decode. Linear in the input.
    """
    if codec.startswith(_STEPLESS):
        return ()
    pairs = _in_pairs(raw, errors) if codec == "utf-8" and errors else ()
    found = pairs or _of_high_bytes(raw, codec, skip, errors)
    if codec == "utf-8" and not found:
        found = tuple(Lines(one.start, one.end, (one,)) for one in stray_words(raw, errors))
    escaped = [Lines(start, end, (Stretch(start, end, own),)) for start, end, own in escaped_runs(raw)]
    alone = (one for one in escaped if all(one.end <= other.start or other.end <= one.start for other in found))
    return tuple(sorted((*found, *alone), key=lambda lines: lines.start)) if escaped else found


def _in_pairs(raw: bytes, errors: Sequence[BadBytes]) -> tuple[Lines, ...]:
    """Return the characters written as two surrogates; empty if any other byte is undecodable."""
    found = list(surrogate_pairs(raw))
    starts = [start for start, _ in found]
    if not found or any(not starts[0] <= bad.start < found[bisect_right(starts, bad.start) - 1][1] for bad in errors):
        return ()
    return tuple(Lines(start, end, (Stretch(start, end, PAIRS),)) for start, end in found)


def _of_high_bytes(raw: bytes, codec: str, skip: int, errors: Sequence[BadBytes]) -> tuple[Lines, ...]:
    """Return the lines with non-ASCII passages in a second codec; empty for intact UTF-8."""
    if not errors and codec == "utf-8":
        return ()
    unread, odd = [bad.start for bad in errors], misread_marks(raw, codec)
    like_utf8 = utf8_marks(raw, codec, skip)
    found = _mixed(raw, codec, skip, unread, [*odd, *like_utf8])
    if found or not odd or not like_utf8:
        return found
    # In Cyrillic code pages some words are valid UTF-8 by chance and would be taken for odd lines.
    return _mixed(raw, codec, skip, unread, odd)


def lost_steps(raw: bytes, codec: str, errors: Sequence[BadBytes]) -> list[int]:
    """Return the bytes at which a two-byte codec lost synchronisation, in order; its errors come later."""
    if codec not in TWO_BYTE or not errors:
        return []
    main = CodecReader.of(codec, raw[:SAMPLED])
    some = _within_budget(list(_suspects(raw, 0, [bad.start for bad in errors])))
    paths = ((part, best_path(raw[part.start : part.end], (main,))) for part in some)
    return [part.start + s.start for part, path in paths for s in path.stretches if s.codec is None]


def _mixed(raw: bytes, codec: str, skip: int, unread: Sequence[int], marks: Sequence[int]) -> tuple[Lines, ...]:
    """Return the lines with `unread` bytes and marks, with their passages in a second codec; () if there is none."""
    lines = list(_suspects(raw, skip, [*unread, *marks]))
    if not lines:
        return ()
    sample = _unexplained(raw, codec, lines, unread)
    some, main = _within_budget(lines), CodecReader.of(codec, raw[skip : skip + SAMPLED])
    # The language of markup among Chinese is no evidence, that of the words around a stray letter is.
    alike = codec in TWO_BYTE
    alone: list[Path] = []
    for other in _others(sample, codec):
        alone = alone or [_path(raw, part, (main,), alike) for part in some]
        both = [_path(raw, part, (main, CodecReader.of(other, sample)), alike) for part in some]
        if _convinces(raw, some, alone, both) and _stands(raw, some, both, codec):
            placed = [_placed(raw, part, path, codec) for part, path in zip(some, both, strict=True)]
            placed += _by_line(raw, codec, other, lines[len(some) :])
            return tuple(sorted([*placed, *_others_of(raw, codec, other, placed)], key=lambda part: part.start))
    return ()


def _path(raw: bytes, part: Lines, readers: Sequence[CodecReader], alike: bool) -> Path:  # noqa: FBT001
    return best_path(raw[part.start : part.end], readers, is_ascii_alike=alike)


def _others_of(raw: bytes, codec: str, other: str, placed: Sequence[Lines]) -> Iterator[Lines]:
    """Yield the other lines of the second codec, once it is known: those that are not odd by themselves."""
    if "utf-8" in (codec, other):
        return
    for start, end in lines_of_other(raw, codec, other):
        if all(end <= part.start or part.end <= start for part in placed) and reads(raw[start:end], other):
            yield Lines(start, end, (Stretch(start, end, other),))


def _others(sample: bytes, codec: str) -> Iterator[str]:
    """Yield candidate codecs of odd lines: in Cyrillic ones some words are valid UTF-8 by chance."""
    if codec != "utf-8" and is_partly_utf8(sample, codec):
        yield "utf-8"
        if codec in TWO_BYTE:
            return
    yield from (one for one in rivals(sample, codec) if codec != "utf-8" or are_words(sample, one))


def _suspects(raw: bytes, skip: int, marks: Sequence[int]) -> Iterator[Lines]:
    """Yield the lines with marks (bytes invalid in the codec, or plausible as UTF-8), merging neighbours."""
    start = end = -1
    for mark in sorted(marks):
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


def _unexplained(raw: bytes, codec: str, lines: Sequence[Lines], unread: Sequence[int]) -> bytes:
    """Return a sample of the lines; in UTF-8, of each what is around its `unread` bytes up to other characters."""
    looked_at = lines[:LOOKED_AT]
    if codec != "utf-8":
        return b"".join(raw[part.start : min(part.end, part.start + SAMPLED)] for part in looked_at)[:SAMPLED]
    pieces = list[bytes]()
    for part in looked_at:
        own = unread[bisect_left(unread, part.start) : bisect_left(unread, part.end)]
        before, after = raw[part.start : own[0]], raw[own[-1] : part.end]
        start = part.start + len(before.rstrip(HIGH).rstrip(_ASCII))
        pieces.append(raw[start : part.end - len(after.lstrip(HIGH).lstrip(_ASCII))])
    return SURELY_UTF8.sub(_BLANK, b"\n".join(pieces)[:SAMPLED])


def _within_budget(lines: Sequence[Lines]) -> list[Lines]:
    spent = accumulate(part.end - part.start for part in lines)
    return [part for part, total in zip(lines, spent, strict=True) if total <= _MAX_LOOKED_AT]


def _convinces(raw: bytes, lines: Sequence[Lines], alone: Sequence[Path], both: Sequence[Path]) -> bool:
    """Whether a second codec explains enough in enough places that damage to the first is unlikely."""
    gain = sum(path.nats for path in both) - sum(path.nats for path in alone)
    return gain > MIN_GAIN and sum(map(_places, [raw] * len(lines), lines, both)) >= MIN_PLACES


def _stands(raw: bytes, lines: Sequence[Lines], paths: Sequence[Path], codec: str) -> bool:
    """Whether the passages as a whole are more plausible in the second codec."""
    if codec not in CANDIDATES:
        return True
    other = paths[0].codecs[-1]
    passages = (
        raw[part.start + s.start : part.start + s.end]
        for part, path in zip(lines, paths, strict=True)
        for s in path.stretches
        if s.codec == other
    )
    sample = b"\n".join(passages)[:SAMPLED]
    # Signs decoded equally by both are no evidence, however rare in the file's code page.
    if read_otherwise(sample, codec, other) < MIN_PLACES:
        return False
    return reads_well(sample, other) and gain(sample, other, codec) > MIN_GAIN


def _places(raw: bytes, part: Lines, path: Path) -> int:
    """Return the number of non-ASCII bytes decoded by the path's last codec."""
    foreign = [s for s in path.stretches if s.codec == path.codecs[-1]]
    return sum(len(_BEYOND.findall(raw, part.start + s.start, part.start + s.end)) for s in foreign)


_BEYOND: Final = re.compile(rb"[\x80-\xff]")


def _placed(raw: bytes, part: Lines, path: Path, codec: str) -> Lines:
    """Return the lines with the path's stretches at their offsets in the file."""
    found = list(path.stretches)
    edges = [0, *(_edge(raw[part.start : part.end], a, b, codec) for a, b in pairwise(found)), part.end - part.start]
    stretches = (
        Stretch(part.start + start, part.start + end, s.codec)
        for s, (start, end) in zip(found, pairwise(edges), strict=True)
        if start < end
    )
    return Lines(part.start, part.end, tuple(stretches))


def _edge(piece: bytes, left: Stretch, right: Stretch, codec: str) -> int:
    """Return the boundary between two stretches.

    ASCII between a passage in another codec and the ends of its line belongs to the passage: both decode it alike, and
    lines are usually written at once.
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
    """Yield the lines that only the other codec decodes, for inputs too long for the second look."""
    for part in lines:
        at = part.start
        for line in raw[part.start : part.end].splitlines(keepends=True):
            if not line.isascii() and reads(line, other) and (_is_utf8(line, other) or not reads(line, codec)):
                yield Lines(at, at + len(line), (Stretch(at, at + len(line), other),))
            at += len(line)


def _is_utf8(line: bytes, codec: str) -> bool:
    return codec == "utf-8" and SURELY_UTF8.search(line) is not None
