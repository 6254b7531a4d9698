"""Places in a file that look like another codec than its own: like UTF-8, or implausible."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, compress
from typing import Final

from audit.read.codec.signs_of_utf8 import signs_of_utf8
from audit.read.codec.statistical.charmaps import ASCII_BASED, is_latin
from audit.read.codec.statistical.codepages import Sample, own_letters
from audit.read.codec.statistical.legacy import TWO_BYTE, gain, misread
from audit.read.codec.statistical.line_prices import gains
from audit.read.codec.statistical.samples import sampled

# Number of lines or passages inspected first, and their size in bytes.
LOOKED_AT: Final = 64
SAMPLED: Final = 1 << 12
# Nats that a second codec must gain over damage to the first.
MIN_GAIN: Final = 10.0
# A single letter between letters may be a damaged byte: a second codec must explain at least two places.
MIN_PLACES: Final = 2
# Minimum length of a line with evidence of its codec.
_LONG_LINE: Final = 24
# Scoring a line takes 0.2 ms.
_MAX_LINES: Final = 1 << 11
# Codecs with many private use code points: GBK maps a third of a Big5 line to them.
_WITH_PRIVATE: Final = "gb18030"
_PRIVATE: Final = re.compile("[\ue000-\ue765]")
_MIN_PRIVATE: Final = 10
# Code pages of Central Europe, whose letters are nearly the same and at the same bytes but for a dozen.
_SISTERS: Final = {"cp1250": "iso8859-2", "iso8859-2": "cp1250"}
# Bytes that may be part of a character of two bytes; the others are characters by themselves.
_IN_PAIRS: Final = bytes(range(0x30, 0x100))
# The only sign that occurs inside words of intact text.
_APOSTROPHE: Final = "’"


def utf8_marks(raw: bytes, codec: str, skip: int) -> list[int]:
    """Return where UTF-8 seems to occur in another codec; two-byte and Cyrillic ones have such sequences by chance."""
    if codec == "utf-8":
        return []
    found = list(signs_of_utf8(raw, codec, skip))
    spans = [match.span() for match in found[:LOOKED_AT]]
    if codec in TWO_BYTE:
        spans = [_whole_characters(raw, span, codec) for span in spans]
    runs = b"\n".join(raw[start:end] for start, end in spans)[:SAMPLED]
    if runs and gain(runs, "utf-8", codec) <= (MIN_GAIN if codec in TWO_BYTE else 0):
        return []
    return [match.start() for match in found]


def _whole_characters(raw: bytes, span: tuple[int, int], codec: str) -> tuple[int, int]:
    """Return a span widened to whole characters of a two-byte codec: halves of them are unlikely as any text.

    >>> _whole_characters("在全日制".encode("gb18030"), (1, 7), "gb18030")
    (0, 8)
    """
    start, end = span
    before = raw[max(0, start - SAMPLED) : start]
    decoder = codecs.getincrementaldecoder(codec)("ignore")
    decoder.decode(before[len(before.rstrip(_IN_PAIRS)) :])
    start -= len(decoder.getstate()[0])
    decoder.decode(raw[span[0] : end])
    while decoder.getstate()[0] and end < len(raw):
        decoder.decode(raw[end : end + 1])
        end += 1
    return start, end


def misread_marks(raw: bytes, codec: str) -> list[int]:
    """Return the starts of lines that are implausible in the codec; of many lines a sample."""
    if codec == _WITH_PRIVATE:
        return [*_private_lines(raw)]
    if codec not in ASCII_BASED:
        return []
    if codec in _SISTERS and (found := [*_of_the_sister(raw, codec)]):
        return found
    lines = list(_odd_lines(raw, codec))
    some = lines[:: 1 + len(lines) // LOOKED_AT]
    if next(_misread(raw, codec, some), None) is None:
        return []
    return [*_misread(raw, codec, lines[:_MAX_LINES])]


def _misread(raw: bytes, codec: str, lines: Sequence[tuple[int, int]]) -> Iterator[int]:
    """Yield the starts of implausible lines; they are scored in groups, to bound memory."""
    for at in range(0, len(lines), LOOKED_AT):
        some = lines[at : at + LOOKED_AT]
        found = misread([raw[start:end] for start, end in some], codec)
        yield from (start for start, _ in compress(some, found))


def _of_the_sister(raw: bytes, codec: str) -> Iterator[int]:
    """Yield the starts of lines that are more plausible in the code page with the same letters at other bytes."""
    lines = list(_long_lines(raw))
    for at in range(0, min(len(lines), _MAX_LINES), LOOKED_AT):
        some = lines[at : at + LOOKED_AT]
        found = gains([raw[start:end] for start, end in some], _SISTERS[codec], codec)
        yield from (start for (start, _), gained in zip(some, found.tolist(), strict=True) if gained > MIN_GAIN)


def _private_lines(raw: bytes) -> Iterator[int]:
    """Yield the starts of lines with private use characters, if one of these recurs."""
    text = raw.decode(_WITH_PRIVATE, "replace")
    if not _PRIVATE.search(text):
        return
    lines = text.split("\n")
    found = [len(_PRIVATE.findall(line)) for line in lines]
    if any(_MIN_PRIVATE * count > len(line) for line, count in zip(lines, found, strict=True)):
        starts = accumulate((len(line) + 1 for line in raw.split(b"\n")), initial=0)
        yield from (start for start, count in zip(starts, found, strict=False) if count)


def _odd_lines(raw: bytes, codec: str) -> Iterator[tuple[int, int]]:
    """Yield the long lines in which the code page gives letters foreign to its language."""
    if not is_latin(codec):
        yield from _long_lines(raw)
        return
    expected = bytes(range(0x80)) + own_letters(Sample.of(sampled(raw, SAMPLED)), codec)
    odd = bytes(range(0x100)).translate(None, expected + _APOSTROPHE.encode(codec, "ignore"))
    within_word = re.compile(rb"(?<=[A-Za-z\x80-\xff])[%b](?=[A-Za-z\x80-\xff])" % re.escape(odd))
    for start, end in _long_lines(raw):
        if len(raw[start:end].translate(None, expected)) >= MIN_PLACES and within_word.search(raw, start, end):
            yield start, end


def _long_lines(raw: bytes) -> Iterator[tuple[int, int]]:
    """Yield the spans of lines with evidence of their codec, or the beginnings of very long ones."""
    start = 0
    for line in raw.split(b"\n"):
        if len(line) >= _LONG_LINE and not line.isascii():
            yield start, start + min(len(line), SAMPLED)
        start += len(line) + 1
