"""UTF-7 (RFC 2152): ASCII in which `+` starts a run of base64-encoded UTF-16 that `-` may end."""

from __future__ import annotations

import re
import unicodedata
from binascii import a2b_base64
from typing import TYPE_CHECKING, Final

from audit.text.likelihood import nats_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_RUN: Final = re.compile(rb"\+([A-Za-z0-9+/]*+)-?")
_UNIT_BITS: Final = 16
_DIGIT_BITS: Final = 6
# Characters never encoded explicitly: controls except line ends, surrogates, private use, unassigned.
_NEVER: Final = frozenset({"Cc", "Cs", "Co", "Cn"})
_LINE_ENDS: Final = "\t\r\n"
# Bytes of a text that are scored.
_SAMPLE: Final = 1 << 16
# Required gain in nats over plain ASCII: `a+internet` decodes to three Han characters, too.
_GAIN: Final = 8.0


def read_utf7(raw: bytes) -> str | None:
    """Decode ASCII bytes as UTF-7; None if a `+` starts no valid run, or plain ASCII is as plausible.

    Linear in the input.
    """
    if b"+" not in raw or not all(map(_is_run, _RUN.finditer(raw))):
        return None
    try:
        text = raw.decode("utf-7")
    except UnicodeDecodeError:
        return None
    if text.isascii():
        return None
    sample = _whole_lines(raw)
    gain = nats_of(sample.decode("utf-7", "ignore")) - nats_of(sample.decode("ascii"))
    return text if gain >= _GAIN else None


def _is_run(found: re.Match[bytes]) -> bool:
    """Whether the digits are whole units, padded with zero bits, of characters that require encoding."""
    digits = found[1]
    if not digits:
        return found[0] == b"+-"
    spare = len(digits) * _DIGIT_BITS % _UNIT_BITS
    if spare >= _DIGIT_BITS:
        return False
    try:
        text = _octets(digits)[: len(digits) * _DIGIT_BITS // _UNIT_BITS * 2].decode("utf-16-be")
    except UnicodeDecodeError:
        return False
    return _spare_bits(digits, spare) == 0 and all(map(_is_spelled_out, set(text)))


def _octets(digits: bytes) -> bytes:
    return a2b_base64(digits + b"A" * (-len(digits) % 4))


def _spare_bits(digits: bytes, spare: int) -> int:
    last = a2b_base64(b"AAA" + digits[-1:])[2]
    return last & ((1 << spare) - 1)


def _is_spelled_out(char: str) -> bool:
    if char.isascii():
        return not char.isalnum() and (char >= " " or char in _LINE_ENDS)
    return unicodedata.category(char) not in _NEVER


def _whole_lines(raw: bytes) -> bytes:
    if len(raw) <= _SAMPLE:
        return raw
    return raw[: raw.rfind(b"\n", 0, _SAMPLE) + 1] or raw[:_SAMPLE]


class Utf7Walk:
    """A forward-only cursor over UTF-7 bytes and their text.

    Code points of a run start within its digits: their byte is that of the digit with their first bit.
    """

    def __init__(self, raw: bytes, byte: int, char: int) -> None:
        self._char = char
        self._steps = _steps(raw, byte)
        self._step = next(self._steps, None)

    def to(self, target: int, end: int) -> int:
        """Advance to code point `target`, or to byte `end` if that comes first; return the byte offset."""
        while self._step is not None:
            byte, chars = self._step
            if byte >= end:
                break
            if target < self._char + len(chars):
                return min(end, byte + chars[target - self._char])
            self._char += len(chars)
            self._step = next(self._steps, None)
        return end


def _steps(raw: bytes, start: int) -> Iterator[tuple[int, list[int] | range]]:
    """Yield each plain stretch and each run: its start, and where its code points start."""
    at = start
    for run in _RUN.finditer(raw, start):
        yield at, range(run.start() - at)
        yield run.start(), _places(run[1])
        at = run.end()
    yield at, range(len(raw) - at)


def _places(digits: bytes) -> list[int]:
    if not digits:
        return [0]
    text = _octets(digits)[: len(digits) * _DIGIT_BITS // _UNIT_BITS * 2].decode("utf-16-be", "replace")
    places, unit = [], 0
    for char in text:
        places.append(1 + unit * _UNIT_BITS // _DIGIT_BITS if unit else 0)
        unit += 1 + (char > "\uffff")
    return places
