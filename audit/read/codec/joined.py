"""Files concatenated from UTF-8 and UTF-16, recognised by a NUL or a byte order mark."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from audit.read.binary.magic import are_units, script_unit
from audit.read.codec.assembled import CodecPassage
from audit.read.codec.decoded import Decoded
from audit.text.likelihood import nats_of

# Minimum bytes of a part, about a line; shorter ones are damage.
_SHORTEST: Final = 16
_SAMPLE: Final = 1 << 11
# Two ASCII letters are one unit of Han in UTF-16, but units of Han are rarely all ASCII letters.
_PLAIN: Final = bytes((0x09, 0x0A, 0x0D, *range(0x20, 0x7F)))
_MAX_PLAIN: Final = 0.8
_BYTE_ORDERS: Final = ("utf-16-le", "utf-16-be")
_MARK: Final = "\ufeff"
_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
_NEWLINE: Final = b"\n"


@dataclass(frozen=True, slots=True)
class Joined:
    """Bytes up to `seam` are `head` in `codec`, the others `tail` in `other`; `bom`: a mark was removed."""

    seam: int
    codec: str
    other: str
    head: str
    tail: str
    bom: bool = False


def decode_joined(raw: bytes) -> Decoded | None:
    """Decode a file joined from UTF-8 and UTF-16, reporting the first part's codec; None for other files."""
    parts = joined(raw)
    if parts is None:
        return None
    text = parts.head + parts.tail
    passage = CodecPassage(parts.seam, len(raw), len(parts.head), len(text), parts.other)
    source = "bom" if parts.bom else "utf-8" if parts.codec == "utf-8" else "nul-pattern"
    return Decoded(text, parts.codec, source, bom=parts.bom, passages=(passage,))


def joined(raw: bytes) -> Joined | None:
    """Return the two parts of a file in UTF-8 and UTF-16, in either order; None for other files."""
    return _utf16_below(raw) or _utf8_below(raw)


def _utf16_below(raw: bytes) -> Joined | None:
    """Return the parts if UTF-16 follows: from the line in which UTF-8 becomes invalid, or with the first NUL."""
    nul = raw.find(b"\x00")
    head = _strictly(raw[: nul if nul >= 0 else None], "utf-8")
    stop = nul if head is not None else _first_error(raw)
    seam = raw.rfind(_NEWLINE, 0, max(stop, 0)) + 1
    # Pairs of GBK or Big5 bytes are also valid Hangul units, but line ends, spaces and digits of UTF-16 contain a NUL.
    if stop < 0 or not seam or (nul < 0 and not raw.startswith(_MARKS, seam)):
        return None
    for codec in _BYTE_ORDERS:
        tail = _part(raw[seam:], codec)
        if tail is not None and not _is_rather(codec, raw[:seam]):
            return Joined(seam, "utf-8", codec, raw[:seam].decode("utf-8"), tail)
    return None


def _utf8_below(raw: bytes) -> Joined | None:
    """Return the parts if UTF-8 follows: from the UTF-16 line end that is the last NUL of the file.

    A last line in UTF-16 may be valid UTF-8 too, each Cyrillic letter an ASCII character and a control.
    """
    nul = raw.rfind(b"\x00")
    if nul < 0 or len(raw) - nul < _SHORTEST:
        return None
    for codec, seam in zip(_BYTE_ORDERS, (nul + 1, nul + 2), strict=True):
        if script_unit(raw[seam : seam + _SAMPLE]) == codec:
            continue
        tail, head = _strictly(raw[seam:], "utf-8"), _part(raw[:seam], codec)
        if tail is not None and head is not None and head.endswith("\n"):
            return Joined(seam, codec, "utf-8", head.removeprefix(_MARK), tail, head.startswith(_MARK))
    return None


def _part(raw: bytes, codec: str) -> str | None:
    """Decode bytes as UTF-16 if they cannot be anything else."""
    sample = raw[:_SAMPLE]
    plain = len(sample) - len(sample.translate(None, _PLAIN))
    if len(raw) < _SHORTEST or len(raw) % 2 or plain > _MAX_PLAIN * len(sample) or not are_units(sample, codec):
        return None
    return _strictly(raw, codec)


def _is_rather(codec: str, head: bytes) -> bool:
    """Whether a first line is likelier in UTF-16: the bytes of 上 (U+4E0A) are a letter and a line feed, too."""
    units = None if len(head) % 2 else _strictly(head, codec)
    return units is not None and nats_of(units) > nats_of(head.decode("utf-8"))


def _first_error(raw: bytes) -> int:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return -1


def _strictly(raw: bytes, codec: str) -> str | None:
    try:
        return raw.decode(codec)
    except UnicodeDecodeError:
        return None
