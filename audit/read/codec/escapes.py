"""Decoding of 7-bit codecs that switch character sets by escape sequences: ISO-2022 and HZ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from audit.read.codec.high_bytes import count_high
from audit.read.codec.tolerant import BadBytes, tolerantly

# Escape sequences, and the codecs that know them, the widest of each family; the one with the fewest errors wins.
_SIGNS: Final = (
    (rb"\x1b\$\)C", ("iso2022_kr",)),
    (rb"\x1b\$[@B]|\x1b\([JI]|\x1b\$\([ACDOPQ]", ("iso2022_jp_2", "iso2022_jp_ext", "iso2022_jp_2004", "iso2022_jp_3")),
    (rb"~\{[!-w][!-~]", ("hz",)),
)
_ANNOUNCED: Final = tuple((re.compile(sign), codecs) for sign, codecs in _SIGNS)
# Maximum share of errors: a damaged byte spoils the text up to the next escape.
_MAX_BAD: Final = 0.1
# Escapes that occur in plain ASCII, such as a shell's ~{a,b}: no errors are tolerated.
_ENOUGH: Final = 8
# High bytes belong to none of these codecs.
_MAX_HIGH: Final = 0.005
_ESCAPE: Final = b"\x1b"


@dataclass(frozen=True, slots=True)
class Announced:
    """A text, the codec announced by its escapes, and its undecodable bytes."""

    text: str
    codec: str
    errors: tuple[BadBytes, ...]


def announced(raw: bytes) -> Announced | None:
    """Return the text announced by the escapes of `raw`, or None if there are none or they are invalid."""
    if count_high(raw) > _MAX_HIGH * len(raw):
        return None
    readings = (Announced(*_read(raw, codec)) for sign, codecs in _ANNOUNCED if sign.search(raw) for codec in codecs)
    sound = [found for found in readings if _makes_sense(found)]
    return min(sound, key=lambda found: len(found.errors), default=None)


def escaped_runs(raw: bytes) -> Iterator[tuple[int, int, str]]:
    """Yield the runs of ASCII lines, as bytes from and to, that a codec of ISO-2022 decodes whole, with the codec.

    Mailboxes hold such messages beside others. HZ is no part of them: its braces also occur in programs.
    """
    at = raw.find(_ESCAPE)
    while at >= 0:
        start = end = raw.rfind(b"\n", 0, at) + 1
        while end < len(raw) and raw[end : (stop := raw.find(b"\n", end) + 1 or len(raw))].isascii():
            end = stop
        found = announced(raw[start:end])
        if found and found.codec != "hz" and not found.errors:
            yield start, end, found.codec
        at = raw.find(_ESCAPE, max(end, at + 1))


def _read(raw: bytes, codec: str) -> tuple[str, str, tuple[BadBytes, ...]]:
    text, errors = tolerantly(raw, codec)
    return text, codec, errors


def _makes_sense(found: Announced) -> bool:
    beyond = sum(1 for char in found.text if char > "\x7f") - len(found.errors)
    if not found.errors:
        return beyond > 0
    return beyond >= _ENOUGH and len(found.errors) <= _MAX_BAD * beyond
