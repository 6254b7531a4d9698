"""Strings with their lengths in front of them, as formats of records have them: protobuf, Avro, logs, games."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

# Bytes of a text between control characters: all but C0 without backspace, tab, LF, FF, CR and ESC, and DEL.
_CONTROL: Final = rb"\x00-\x07\x0b\x0e-\x1a\x1c-\x1f\x7f"
_RUN: Final = re.compile(rb"(?<=[%b])[^%b]{4,}" % (_CONTROL, _CONTROL))
_CONTROLS: Final = re.compile(rb"[%b]" % _CONTROL)
# Runs looked at, and bytes behind a string in which the control character of the next head has to be.
_RUNS: Final = 400
_NEXT: Final = 4
# A number's bits in each of its bytes, the highest of which says whether there are more, and its bytes at most.
_LOW: Final = 0x7F
_LONGEST: Final = 10
# A length tells if it is at least this; so many of them, different ones, are no accident if every third run of text
# has one, and more where control characters are dense: at a share of d a run ends by chance within the five bytes in
# question in 5 d of the cases, for each of the ways to write a length.
_SHORTEST: Final = 4
_LEAST: Final = 4
_SHARE: Final = 0.33
_BY_CHANCE: Final = 12
# Small numbers in four bytes or more, at several places, among control characters of several kinds. UTF-16 has no three
# NULs in a row, and damage of a disk leaves nothing but NULs.
_WIDE_NUMBER: Final = re.compile(rb"\x00{3,}")
_TABLE: Final = re.compile(rb"(?:(?!\x00\x00)[\x00-\xff]{2}\x00\x00){4,}|(?:\x00\x00(?!\x00\x00)[\x00-\xff]{2}){4,}")
_LEAST_NUMBERS: Final = 3
_LEAST_KINDS: Final = 3


def length_prefixed(sample: bytes) -> str | None:
    """Return why a sample with control characters is binary records, None if its controls tell nothing."""
    controls = _CONTROLS.findall(sample)
    least = max(_SHARE, _BY_CHANCE * len(controls) / len(sample))
    kinds = {*controls} - {b"\0"}
    runs = list(islice(_RUN.finditer(sample), _RUNS)) if len({*controls}) > 1 else []
    for way in _WAYS if runs else ():
        found = [size for run in runs if (size := way(sample, run.start(), run.end() - run.start()))]
        if len(set(found)) >= _LEAST and len(found) >= least * len(runs):
            return "binary records, with the length before each string (read them with the program that wrote them)"
    if len(kinds) < _LEAST_KINDS:
        return None
    if len(_WIDE_NUMBER.findall(sample)) >= _LEAST_NUMBERS or _TABLE.search(sample):
        return "binary numbers between texts (read them with the program that wrote them)"
    return None


def varint(raw: bytes, at: int) -> tuple[int, int]:
    """Return the number at `at`, seven bits a byte, lowest first, and where the next byte is; 0 if it has no end."""
    number = 0
    for count, byte in enumerate(raw[at : at + _LONGEST]):
        number |= (byte & _LOW) << 7 * count
        if byte <= _LOW:
            return number, at + count + 1
    return 0, len(raw) + 1


def _variable(sample: bytes, start: int, run: int) -> int:
    """Return the size of a string if the number before it, seven bits a byte, says where it ends, else 0."""
    return _ending(_numbers(sample, start), run)


def _doubled(sample: bytes, start: int, run: int) -> int:
    """Return the same for Avro, which doubles numbers for their sign."""
    first, second, third = _numbers(sample, start)
    return _ending((first // 2, 1 + (second - 1) // 2, third // 2), run)


def _numbers(sample: bytes, start: int) -> tuple[int, int, int]:
    """Return where a string ends by the byte before it, by its first one, which is a letter too, and by two bytes."""
    last = sample[start - 1]
    is_long = start > 1 and sample[start - 2] > _LOW
    return last, 1 + sample[start], varint(sample, start - 2)[0] if is_long else 0


def _big(sample: bytes, start: int, run: int) -> int:
    """Return the same for numbers of two or four bytes, the highest first; the last may be a letter."""
    before = sample[max(0, start - 4) : start]
    sizes = (int.from_bytes(before[-2:], "big"), int.from_bytes(before, "big"), 1 + (before[-1] << 8 | sample[start]))
    return _ending(sizes, run)


def _little(sample: bytes, start: int, run: int) -> int:
    """Return the same for numbers of two or four bytes, the lowest first."""
    before = sample[max(0, start - 4) : start]
    return _ending((int.from_bytes(before[-2:], "little"), int.from_bytes(before, "little")), run)


def _ending(sizes: Iterable[int], run: int) -> int:
    """Return the size of a string that ends where a run of text does, or just before; 0 for none."""
    return next((size for size in sizes if size >= _SHORTEST and -1 <= run - size < _NEXT), 0)


_WAYS: Final = (_variable, _doubled, _big, _little)
