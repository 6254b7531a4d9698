"""Detection of UTF-8 sequences in another codec: those only UTF-8 explains, or explains as well."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.read.codec.statistical.charmaps import SINGLE_BYTE, is_latin
from audit.read.codec.statistical.legacy import TWO_BYTE

_PAGES: Final = frozenset(codec for codec, _ in SINGLE_BYTE)
_SHORT: Final = rb"[\xc2-\xdf][\x80-\xbf]"
_LONG: Final = rb"[\xe0-\xef][\x80-\xbf]{2}"
_SHORT_WIDTH, _LONG_WIDTH = 2, 3
# Sequences in a row that only UTF-8 explains; in two-byte codecs single ones occur by chance, pairs of long ones
# hardly.
_LONG_ONES: Final = 2
_SURELY, _PROBABLY = 6, 3
SURELY_UTF8: Final = re.compile(rb"(?:%b){%d,64}|(?:%b){%d,64}" % (_LONG, _LONG_ONES, _SHORT, _SURELY))
# A single sequence is evidence only against code pages with few non-ASCII letters. In Cyrillic or Thai ones adjacent
# letters may form some, but hardly a whole word, nor one inside a Latin word.
_PERHAPS_UTF8: Final = re.compile(rb"%b|%b" % (_LONG, _SHORT))
_A_WORD: Final = rb"(?<![\x80-\xff])(?:(?:%b){%d,}|(?:%b){%d,})(?![\x80-\xff])"
_PROBABLY_UTF8: Final = re.compile(_A_WORD % (_LONG, _LONG_ONES, _SHORT, _PROBABLY))
_IN_LATIN: Final = re.compile(rb"(?<=[A-Za-z])(?:%b|%b)|(?:%b|%b)(?=[A-Za-z])" % (_LONG, _SHORT, _LONG, _SHORT))
# Latin letters of UTF-8, at most three in a row, and signs, each between ASCII; lines with no other bytes beyond ASCII.
# Lines of a two-byte codec have longer rows or other bytes, so that three letters within words are evidence.
_LATIN: Final = rb"[\xc3-\xc5][\x80-\xbf]"
_AMONG_ASCII: Final = rb"(?:(?:%b){1,3}|\xc2[\xa0-\xbf]|\xe2\x80[\x90-\xbf])(?![\x80-\xff])" % _LATIN
_LATIN_LINES: Final = re.compile(
    rb"^[^\n\x80-\xff]*+%b(?:[\x00-\x7f]*+%b)*[^\n\x80-\xff]*+$" % (_AMONG_ASCII, _AMONG_ASCII), re.MULTILINE
)
_BEYOND_ASCII: Final = re.compile(_AMONG_ASCII)
_IN_WORD: Final = re.compile(rb"(?<=[A-Za-z])%b(?=[a-z])" % _LATIN)
_LETTERS: Final = 3


def _those(pattern: bytes) -> npt.NDArray[np.bool_]:
    """Return a mask of the bytes matching a pattern."""
    return np.array([re.fullmatch(pattern, bytes([byte])) is not None for byte in range(256)])


_FOLLOWS: Final = _those(rb"[\x80-\xbf]")
_BEGINS_SHORT: Final = _those(rb"[\xc2-\xdf]")
_BEGINS_LONG: Final = _those(rb"[\xe0-\xef]")


def signs_of_utf8(raw: bytes, codec: str, skip: int) -> Iterator[re.Match[bytes]]:
    """Yield possible UTF-8 in another codec, from byte `skip` on."""
    if codec not in TWO_BYTE and not _is_full_of_letters(codec):
        yield from _PERHAPS_UTF8.finditer(raw, skip)
        return
    if codec not in TWO_BYTE:
        yield from _IN_LATIN.finditer(raw, skip)
    else:
        yield from _among_ascii(raw, skip)
    if _has_rows(raw, _SURELY if codec in TWO_BYTE else _PROBABLY):
        yield from _rows(codec).finditer(raw, skip)


def is_partly_utf8(sample: bytes, codec: str) -> bool:
    """Return whether some of a sample in another codec is explained by UTF-8 only."""
    return _rows(codec).search(sample) is not None or (codec in TWO_BYTE and any(_among_ascii(sample, 0)))


def _among_ascii(raw: bytes, skip: int) -> Iterator[re.Match[bytes]]:
    """Yield the letters and signs of lines in which enough Latin letters of UTF-8 are within words."""
    for lines in _LATIN_LINES.finditer(raw, skip):
        if len(_IN_WORD.findall(lines.group())) >= _LETTERS:
            yield from _BEYOND_ASCII.finditer(raw, *lines.span())


def _rows(codec: str) -> re.Pattern[bytes]:
    return _PROBABLY_UTF8 if _is_full_of_letters(codec) else SURELY_UTF8


def _is_full_of_letters(codec: str) -> bool:
    """Return whether a codec is a code page of a non-Latin script."""
    return codec in _PAGES and not is_latin(codec)


def _has_rows(raw: bytes, fewest: int) -> bool:
    """Return whether enough long sequences, or short ones, occur consecutively; a filter before the slow search."""
    points = np.frombuffer(raw, dtype=np.uint8)
    follows = _FOLLOWS[points]
    short = _BEGINS_SHORT[points[:-1]] & follows[1:]
    long = _BEGINS_LONG[points[:-2]] & follows[1:-1] & follows[2:]
    return _in_a_row(short, _SHORT_WIDTH, fewest) or _in_a_row(long, _LONG_WIDTH, _LONG_ONES)


def _in_a_row(found: npt.NDArray[np.bool_], width: int, count: int) -> bool:
    """Return whether `count` sequences are consecutive; `found` marks their starts."""
    own = found
    for _ in range(count - 1):
        own = own[:-width] & found[len(found) - len(own) + width :]
    return bool(own.any())
