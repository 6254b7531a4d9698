"""Additions to Python's gb18030: the euro sign of Windows, and characters once encoded as private use."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from audit.read.codec.decoded import Decoded
from audit.read.codec.tolerant import BadBytes

# Characters that Unicode lacked when GB 18030 was published; Python keeps their private use code points. The editions
# of 2005 and 2022 name the first nineteen; the six on plane 2 follow all current decoders.
_NAMED_SINCE: Final = {
    0xE7C7: 0x1E3F,
    **dict(zip(range(0xE78D, 0xE797), (*(0xFE10, 0xFE12, 0xFE11), *range(0xFE13, 0xFE1A)), strict=True)),
    0xE81E: 0x9FB4, 0xE826: 0x9FB5, 0xE82B: 0x9FB6, 0xE82C: 0x9FB7, 0xE832: 0x9FB8, 0xE843: 0x9FB9,
    0xE854: 0x9FBA, 0xE864: 0x9FBB, 0xE816: 0x20087, 0xE817: 0x20089, 0xE818: 0x200CC, 0xE831: 0x215D7,
    0xE83B: 0x2298F, 0xE855: 0x241FE,
}  # fmt: skip
_PRIVATE: Final = re.compile("[" + "".join(map(chr, _NAMED_SINCE)) + "]")
# The byte of the euro sign in code page 936, unassigned in GB 18030.
_EURO_BYTE: Final = b"\x80"
_EURO: Final = "€"
_PRICED: Final = re.compile(r"[0-9\uff10-\uff19][ \xa0\u3000]?\Z|[(/\uff08]\Z")
_PRICE: Final = re.compile(r"[ \xa0\u3000]?[0-9\uff10-\uff19]|[)/\uff09]")


def with_todays_names(found: Decoded, raw: bytes) -> Decoded:
    """Return a text in GB 18030 with its euro signs, and with characters instead of private use code points."""
    if found.encoding != "gb18030":
        return found
    signs = euros(raw, found.text, found.errors)
    text, places = named_since(with_euros(found.text, signs))
    priced = frozenset(signs)
    errors = tuple(bad for bad in found.errors if bad not in priced)
    superseded = tuple(sorted([*places, *(sign.char for sign in signs)]))
    return replace(found, text=text, errors=errors, euros=signs, superseded=superseded)


def named_since(text: str) -> tuple[str, tuple[int, ...]]:
    """Replace private use code points of GB 18030's first edition by today's characters; return text and positions."""
    places = tuple(match.start() for match in _PRIVATE.finditer(text))
    return (text.translate(_NAMED_SINCE) if places else text), places


def euros(raw: bytes, text: str, errors: Sequence[BadBytes]) -> tuple[BadBytes, ...]:
    """Return the undecodable bytes that are euro signs of code page 936: next to a number, or in brackets."""
    return tuple(bad for bad in errors if raw[bad.start : bad.end] == _EURO_BYTE and _is_euro(text, bad.char))


def with_euros(text: str, found: Sequence[BadBytes]) -> str:
    """Insert the euro signs at their positions."""
    edges = [0, *(edge for bad in found for edge in (bad.char, bad.char + 1)), len(text)]
    return _EURO.join(text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))


def _is_euro(text: str, at: int) -> bool:
    return bool(_PRICED.search(text[max(0, at - 2) : at]) or _PRICE.match(text[at + 1 : at + 3]))
