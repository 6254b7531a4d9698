"""Bytes lost from a two-byte codec without a trace: up to the next single byte it reads other characters.

No sequence of bytes is undecodable then. But the characters are unlikely ones, while those that begin one byte later
are likely.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from audit.kernels.derived import derived
from audit.kernels.text.lost_bytes import NO_CHARACTER, SPAN, find_lost_bytes
from audit.read.codec.statistical.shapes import PLANE, SHAPE, shapes
from audit.read.codec.statistical.writing import EAST_ASIAN, GROUPS, WIDTH, costs, steps

_CODECS: Final = ("gb18030", "cp950", "big5hkscs", "cp932", "euc_jp", "cp949")
# What the other reading must gain, in steps of 0.2 nats, and its fewest characters: no passage of 159,000 healthy lines
# is found, and at 60 ten. With one character, ASCII signs beside hanzi (`度|大`) would be.
_LEAST: Final = 70
_FEWEST: Final = 2
# Letters of alphabets have no tables in East Asian text: a word of them is as likely as one of hanzi.
_ALPHABET: Final = 10
# The cost of an ordinary letter, which counts as much as so many of the file, and what one of a passage costs more.
_USUAL: Final = 25
_WEIGHT: Final = 20
_MARGIN: Final = 4
# Passages for which there is room; they are counted beyond.
_ROOM: Final = 1 << 10
# What a sign costs at most as it stands, so that a row of them proves nothing.
_SIGN: Final = 40
_UNLIMITED: Final = 0xFF
# What proves something where it stands: letters, and ASCII, as the halves of characters are read.
_PROVING: Final = (
    *("han", "hiragana", "katakana", "hangul", "half_kana", "alien", "ascii_lower", "ascii_upper"),
    *("sign", "bracket"),
)
# The codec with half-width katakana, and the first byte of hiragana: two of them are the letter ｂ.
_WITH_HALVES: Final = "cp932"
_HIRAGANA: Final = b"\x82"
_ANY_HALF: Final = re.compile("[ｦ-ﾟ]")
_HALVES: Final = re.compile("[ｦ-ﾟ]{2}")
# Not those that are written for one kana as a word, a particle or a counter (三ｶ所, いいﾖと).
_HALF: Final = re.compile(
    "(?:(?<=[ぁ-ん])(?=[^ｂ][ぁ-ん一-龥])|(?<=[一-龥])(?=[^ｂ][ぁ-ん])|(?<=[ぁ-んァ-ヶー一-龥、。])ｂ)"
    "[ｱ-ｵｷｸｼ-ﾄﾆﾇﾊ-ﾕﾗ-ﾛ]"
)
_SHOWN: Final = 24
_BYTES: Final = 0x100

Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class LostByte:
    """Near byte `byte`, which is left over, another one was lost.

    The code points `char` to `char_end` should read `reading` behind it, of which the beginning is kept.
    """

    byte: int
    char: int
    char_end: int
    reading: str


def lost_bytes(raw: bytes, codec: str) -> Iterator[LostByte]:
    """Yield where a two-byte codec lost a byte but decodes everything, in order. Linear in the input."""
    if codec not in _CODECS:
        return
    found = [*_out_of_step(raw, codec)]
    if codec == _WITH_HALVES:
        found += _halves_of_hiragana(raw.decode(codec, "replace"))
        found.sort(key=lambda lost: lost.byte)
    end = 0
    for lost in found:
        if lost.char >= end:
            yield lost
            end = lost.char_end


def _halves_of_hiragana(text: str) -> Iterator[LostByte]:
    """Yield single half-width katakana within hiragana: the second byte of one is read as such.

    Where half-width katakana stand side by side, they are meant.
    """
    if not _ANY_HALF.search(text) or _HALVES.search(text):
        return
    at = byte = 0
    for match in _HALF.finditer(text):
        byte += len(text[at : match.start()].encode(_WITH_HALVES, "replace"))
        at = match.start()
        reading = (_HIRAGANA + match.group()[-1].encode(_WITH_HALVES)).decode(_WITH_HALVES)
        yield LostByte(byte, at, match.end(), reading)


def _out_of_step(raw: bytes, codec: str) -> Iterator[LostByte]:
    """Yield the passages that become likely text when they are read from one byte later."""
    told, spans = np.zeros(3, np.int64), np.zeros(SPAN * _ROOM, np.int64)
    known = _tables()
    own = known[f"{codec} shapes"], known[f"{codec} costs"], known["steps"], known["caps"]
    find_lost_bytes(np.frombuffer(raw, np.uint8), *own, SHAPE["newline"], _LEAST, _FEWEST, spans, told)
    at = char = 0
    found = spans.reshape(-1, SPAN)[: int(told[0])]
    for start, end in found[_stand_out(found, told)][:, :2].tolist():
        char += len(raw[at:start].decode(codec, "replace"))
        after = char + len(raw[start:end].decode(codec, "replace"))
        yield LostByte(start, char, after, raw[start + 1 : end].decode(codec, "replace")[:_SHOWN])
        at, char = end, after


def _stand_out(found: Numbers, told: Numbers) -> npt.NDArray[np.bool_]:
    """Return which passages are less likely than the rest of the file: in a table of rare characters none is."""
    spent, many = found[:, 2], found[:, 3]
    rest, others = told[1] - spent.sum(), told[2] - many.sum()
    usual = (rest + _USUAL * _WEIGHT) / (others + _WEIGHT)
    made: npt.NDArray[np.bool_] = spent > (usual + _MARGIN) * many
    return made


@derived
def _tables() -> dict[str, npt.NDArray[Any]]:
    """Return shape and cost of every byte and pair of bytes of each codec, and the cost of each shape after each.

    Each cost is that of the language for which it is least: Big5 holds Japanese too, and GB 18030 everything.
    """
    told = steps().reshape(len(GROUPS), -1)
    between = np.min([told[GROUPS.index(group)] for group in EAST_ASIAN], axis=0).reshape(WIDTH, WIDTH)
    own = np.min([costs(group) for group in EAST_ASIAN], axis=0)
    kinds, alien = shapes(EAST_ASIAN[0]), SHAPE["alien"]
    own[kinds == alien] = between[alien, alien] = _ALPHABET
    caps = np.full(WIDTH, _SIGN, np.uint8)
    caps[[SHAPE[name] for name in _PROVING]] = _UNLIMITED
    made: dict[str, npt.NDArray[Any]] = {"steps": np.ascontiguousarray(between).ravel(), "caps": caps}
    for codec in _CODECS:
        points = _points(codec)
        made[f"{codec} shapes"] = np.where(points < 0, NO_CHARACTER, kinds[points]).astype(np.uint8)
        made[f"{codec} costs"] = np.where(points < 0, 0, own[points]).astype(np.uint8)
    return made


def _points(codec: str) -> npt.NDArray[np.int64]:
    """Return the code point of every byte and, after these, of every pair of bytes; -1 where there is none."""
    made = np.full(_BYTES * _BYTES, -1, np.int64)
    for first in range(_BYTES):
        single = bytes((first,)).decode(codec, "ignore")
        if single:
            made[first] = ord(single)
            continue
        for second in range(_BYTES):
            pair = bytes((first, second)).decode(codec, "ignore")
            if len(pair) == 1 and not pair.isascii():
                made[first * _BYTES + second] = min(ord(pair), PLANE - 1)
    return made
