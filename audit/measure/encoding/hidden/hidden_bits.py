"""Zero-width characters decoded as the bits of hidden messages."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.text.classes import Points

Mask = npt.NDArray[np.bool_]

# Maximum distance of a message's characters: adjacent, or one after each letter.
_NEAR: Final = 3
# Minimum bits: four characters of seven bits.
_LEAST: Final = 28
# Longer messages are decoded partially.
_MOST: Final = 4096
_BYTE: Final = 8
_ASCII_BITS: Final = 7
_PAIR: Final = 4
_UTF16: Final = 16


def spelt_by_widthless(points: Points, mask: Mask) -> Iterator[tuple[int, int, str]]:
    """Yield the passages of zero-width characters that may encode bits, with the most likely message."""
    at = np.flatnonzero(mask)
    for own in np.split(at, np.flatnonzero(np.diff(at) > _NEAR) + 1):
        if len(own) >= _LEAST:
            yield int(own[0]), int(own[-1]) + 1, reading(points[own[:_MOST]].tolist())


def reading(signs: list[int]) -> str:
    """Return the decoding with most letters, trying bits and pairs of bits; ties by order of trial.

    >>> reading([0x200C if bit == "1" else 0x200B for char in "hide" for bit in f"{ord(char):08b}"])
    'hide'
    """
    return max(_readings(signs), key=lambda text: sum(char.isalnum() or char == " " for char in text), default="")


def _readings(signs: list[int]) -> Iterator[str]:
    kinds = sorted(set(signs), key=lambda sign: (-signs.count(sign), sign))
    # Two signs are bits; a third, the rarest, separates characters.
    if len(kinds) in (2, 3):
        for zero, one in permutations(kinds[:2]):
            bits = "".join("0" if sign == zero else "1" if sign == one else " " for sign in signs)
            yield from _in_bits(bits)
    if len(kinds) == _PAIR:
        for order in permutations(kinds):
            digits = {sign: f"{number:02b}" for number, sign in enumerate(order)}
            yield from _in_bits("".join(digits[sign] for sign in signs))


def _in_bits(bits: str) -> Iterator[str]:
    parts, joined = bits.split(), bits.replace(" ", "")
    if len(parts) > 1:
        yield "".join(chr(int(part, 2)) for part in parts if len(part) <= _UTF16).encode("utf-8", "replace").decode()
    for size in (_BYTE, _ASCII_BITS):
        if len(joined) % size == 0:
            yield bytes(int(joined[n : n + size], 2) for n in range(0, len(joined), size)).decode("utf-8", "replace")
    if len(joined) % _UTF16 == 0:
        units = bytes(int(joined[n : n + _BYTE], 2) for n in range(0, len(joined), _BYTE))
        yield units.decode("utf-16-be", "replace")
