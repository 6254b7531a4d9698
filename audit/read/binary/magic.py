"""Detection of binary data by magic numbers and byte statistics."""

from __future__ import annotations

import re
from typing import Final

from audit.read.binary.prefixes import length_prefixed
from audit.read.binary.records import LEADS, records_in
from audit.read.binary.signs import ENDINGS, STRONG, WEAK

_WEAK_WINDOW: Final = 64
# The first two bytes of magic numbers at one offset, as a cheap pre-test.
_TWO: Final = {
    at: frozenset(sign[:2] for other, sign, _ in STRONG if other == at) for at in sorted({at for at, _, _ in STRONG})
}

# Control characters used by no text codec: C0 without backspace, tab, LF, FF, CR, ESC (ISO-2022); DEL.
_CONTROLS: Final = bytes(range(0x20)).translate(None, b"\b\t\n\f\r\x1b") + b"\x7f"
# Bytes between SO and SI are no controls once ISO-2022 announced a set.
_SHIFTED: Final = re.compile(rb"\x1b\$\)[ACEG]")
_SHIFTS: Final = b"\x0e\x0f"
_SAMPLE: Final = 1 << 16
_UNIT_SAMPLE: Final = 1 << 11
# Maximum share of controls: random bytes have 10.5 %; a text of 20 characters with three inserted ones has 7 % in a
# two-byte codec.
_MAX_CONTROLS: Final = 0.08
# The same for valid UTF-8, which is no accident.
_MAX_CONTROLS_UTF8: Final = 0.34
# High bytes of UTF-16 units: Latin to Arabic, Indic to Thai, signs, lines, kana, Han, Hangul, full width.
_UNIT_HIGH: Final = frozenset(
    (
        *(0x10, 0x1E, 0x20, 0x21, 0x25, 0x26, 0xFF),
        *range(0x07),
        *range(0x09, 0x0F),
        *range(0x30, 0x34),
        *range(0x4E, 0xA0),
        *range(0xAC, 0xD8),
    )
)
_MIN_UNITS: Final = 0.9
# ASCII words are units of Han characters too; of Han characters a half of the bytes is ASCII.
_ASCII: Final = bytes(range(0x20, 0x7F))
_FEW: Final = 0.2
# UTF-16 text in any alphabet has NULs in spaces and line ends; a few may be on the other side.
_MIN_NULS: Final = 0.2
_STRAY_NULS: Final = 0.05
# In ASCII words that NULs separate, pairs of letters look like Han characters, most of them rare: outside of the first
# levels of GB 2312, Big5 and JIS, which have these leading bytes.
_FIRST_HAN: Final = "\u4e00"
_MIN_LETTER_PAIRS: Final = 2
_COMMON_HAN: Final = {
    "gb2312": bytes(range(0xB0, 0xD8)),
    "big5": bytes(range(0xA4, 0xC7)),
    "shift_jis": bytes(range(0x88, 0x99)),
}


def looks_binary(raw: bytes) -> str | None:
    """Return why `raw` is no text (such as "PNG image"), or None if it may be text.

    UTF-16 and UTF-32, with or without a byte order mark, are text.
    """
    sample = raw[:_SAMPLE]
    if len(sample) == len(sample.translate(None, _CONTROLS)):
        return _strongly_named(raw) or (records_in(raw) if raw[:1] in LEADS else None)
    named = _strongly_named(raw) or _weakly_named(raw) or _named_at_the_end(raw) or records_in(raw)
    if named or raw.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        return named
    if _SHIFTED.search(sample):
        sample = sample.translate(None, _SHIFTS)
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if not controls or wide_unit(sample) is not None or _holds_utf16(sample[:_UNIT_SAMPLE]):
        return None
    told = length_prefixed(sample)
    if told or controls <= (_MAX_CONTROLS_UTF8 if _is_utf8(sample) else _MAX_CONTROLS) * len(sample):
        return told
    return f"{100 * controls // len(sample)} % control bytes"


def is_unknown(raw: bytes) -> bool:
    """Return whether `raw` is neither text nor has the sign of a known format."""
    return looks_binary(raw) is not None and (_strongly_named(raw) or _weakly_named(raw)) is None


def _strongly_named(raw: bytes) -> str | None:
    if not any(raw[at : at + 2] in begins for at, begins in _TWO.items()):
        return None
    return next((name for at, sign, name in STRONG if raw.startswith(sign, at)), None)


def _weakly_named(raw: bytes) -> str | None:
    head = raw[:_WEAK_WINDOW]
    if len(head) == len(head.translate(None, _CONTROLS)):
        return None
    return next((name for at, sign, name in WEAK if raw.startswith(sign, at)), None)


def _named_at_the_end(raw: bytes) -> str | None:
    return next((name for sign, name in ENDINGS if raw.endswith(sign)), None)


def _is_utf8(sample: bytes) -> bool:
    try:
        sample[:-3].decode("utf-8")  # three bytes at the end may belong to a character that the sample cuts
    except UnicodeDecodeError as error:
        return error.start >= len(sample) - 7
    return True


def wide_unit(sample: bytes) -> str | None:
    """Return utf-16-le, utf-16-be, utf-32-le or utf-32-be if NULs are where that codec has them, else None."""
    size = len(sample) // 4 * 4
    if size and _are_utf32(sample[1:size:4], sample[0:size:4], sample[3:size:4]):
        return "utf-32-be"
    if size and _are_utf32(sample[2:size:4], sample[3:size:4], sample[0:size:4]):
        return "utf-32-le"
    return _utf16_unit(sample)


def _are_utf32(planes: bytes, tops: bytes, lows: bytes) -> bool:
    """Whether the highest bytes are NUL, planes are 0 to 2, and not everything is NUL."""
    return not tops.strip(b"\x00") and not planes.translate(None, b"\x00\x01\x02") and lows.count(0) < len(lows)


def _utf16_unit(sample: bytes) -> str | None:
    """Return the byte order if every fifth unit has a NUL, all on one side, and the others are no ASCII words."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) < _MIN_NULS * len(sample) / 2 or min(even, odd) > _STRAY_NULS * max(even, odd):
        return None
    codec = "utf-16-le" if odd > even else "utf-16-be"
    return None if sample.isascii() and _holds_letter_pairs(sample.decode(codec, "ignore")) else codec


def _holds_letter_pairs(text: str) -> bool:
    """Whether ASCII bytes read as Han characters hold more than the few common ones that consist of such bytes."""
    han = [char for char in text if char >= _FIRST_HAN]
    return len(han) >= _MIN_LETTER_PAIRS and not any(
        all(char.encode(codec, "replace")[:1] in leads for char in han) for codec, leads in _COMMON_HAN.items()
    )


def script_unit(sample: bytes) -> str | None:
    """Return utf-16-le or utf-16-be if the control bytes in a sample are high bytes of a script's units, else None.

    For UTF-16 without byte order mark or NULs, such as Cyrillic, which is valid UTF-8 with control characters.
    """
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls <= _MAX_CONTROLS_UTF8 * len(sample):
        return None
    little, big = _unit_score(sample[1::2], sample[0::2]), _unit_score(sample[0::2], sample[1::2])
    highs = sample[1::2] if little >= big else sample[0::2]
    if max(little, big) < _MIN_UNITS or 2 * max(map(highs.count, set(highs))) < len(highs):
        return None
    return "utf-16-le" if little >= big else "utf-16-be"


def _holds_utf16(sample: bytes) -> bool:
    """Whether most units have a script's high byte on one side: UTF-16 without byte order mark or NULs."""
    if len(sample.translate(None, _ASCII)) <= _FEW * len(sample):
        return False
    return max(_unit_score(sample[1::2], sample[0::2]), _unit_score(sample[0::2], sample[1::2])) >= _MIN_UNITS


def are_units(sample: bytes, codec: str) -> bool:
    """Return whether a sample is plausible as a script's units in either byte order of UTF-16."""
    evens, odds = sample[0::2], sample[1::2]
    return _unit_score(*((odds, evens) if codec == "utf-16-le" else (evens, odds))) >= _MIN_UNITS


def _unit_score(highs: bytes, lows: bytes) -> float:
    """Return the share of units with a script's high byte that are no controls."""
    good = sum(h in _UNIT_HIGH and (h != 0 or low not in _CONTROLS) for h, low in zip(highs, lows, strict=False))
    return good / max(1, len(highs))
