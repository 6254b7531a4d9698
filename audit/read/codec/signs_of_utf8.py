"""Detection of UTF-8 sequences in another codec: those only UTF-8 explains, or explains as well."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from audit.read.codec.statistical.charmaps import SINGLE_BYTE, is_latin
from audit.read.codec.statistical.legacy import TWO_BYTE
from audit.text.frequent_words import is_known

_PAGES: Final = frozenset(codec for codec, _ in SINGLE_BYTE)
_SHORT: Final = rb"[\xc2-\xdf][\x80-\xbf]"
_LONG: Final = rb"[\xe0-\xef][\x80-\xbf]{2}"
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
_LOOKED_AT: Final = 64

# Words with Latin letters of UTF-8 and no other bytes beyond ASCII, and those with its apostrophe.
_WORDS: Final = re.compile(rb"(?<![\x80-\xff])[A-Za-z]+(?:%b[a-z]*)+(?![\x80-\xff])" % _LATIN)
_APOSTROPHE: Final = re.compile(rb"(?<=[a-z])\xe2\x80\x99(?=(?:s|t)\b)")
_AT_WORD: Final = re.compile(rb"(?<=[A-Za-z])%b" % _LATIN)
_LONG_WORD: Final = 4

_OTHER, _SHORT_LEAD, _LONG_LEAD, _FOLLOWING = (bytes([kind]) for kind in range(4))
# What each byte may be in UTF-8. Translated bytes are searched as fast as memory is read.
_KINDS: Final = _OTHER * 0x80 + _FOLLOWING * 0x40 + _OTHER * 2 + _SHORT_LEAD * 0x1E + _LONG_LEAD * 0x10 + _OTHER * 0x10
_KIND_OF_SHORT, _KIND_OF_LONG = _SHORT_LEAD + _FOLLOWING, _LONG_LEAD + _FOLLOWING * 2


def signs_of_utf8(raw: bytes, codec: str, skip: int) -> Iterator[re.Match[bytes]]:
    """Yield possible UTF-8 in another codec, from byte `skip` on."""
    kinds = raw.translate(_KINDS)
    if _KIND_OF_SHORT not in kinds and _KIND_OF_LONG not in kinds:
        return
    if codec not in TWO_BYTE and not _is_full_of_letters(codec):
        yield from _PERHAPS_UTF8.finditer(raw, skip)
        return
    if codec not in TWO_BYTE:
        yield from _IN_LATIN.finditer(raw, skip)
    else:
        yield from _among_ascii(raw, skip)
    if _has_rows(kinds, _SURELY if codec in TWO_BYTE else _PROBABLY):
        yield from _rows(codec).finditer(raw, skip)


def is_partly_utf8(sample: bytes, codec: str) -> bool:
    """Return whether some of a sample in another codec is explained by UTF-8 only."""
    return _rows(codec).search(sample) is not None or (codec in TWO_BYTE and any(_among_ascii(sample, 0)))


def holds_words_of_utf8(raw: bytes) -> bool:
    r"""Return whether some words are known if they are in UTF-8; no other codec has them so.

    >>> [holds_words_of_utf8("Die Gäste".encode(codec) + b" \xfc") for codec in ("utf-8", "cp1252")]
    [True, False]
    """
    if _APOSTROPHE.search(raw):
        return True
    if not _AT_WORD.search(raw):
        return False
    found = {match.group().decode() for match in islice(_WORDS.finditer(raw), _LOOKED_AT)}
    return any(len(word) >= _LONG_WORD and is_known(word) for word in found)


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


def _has_rows(kinds: bytes, fewest: int) -> bool:
    """Return whether enough long sequences, or short ones, occur consecutively; a filter before the slow search."""
    return _KIND_OF_SHORT * fewest in kinds or _KIND_OF_LONG * _LONG_ONES in kinds
