"""Readings of a passage in another codec."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

# What follows the name of the wrong codec of text damaged in the same way more than once.
TIMES: Final = ("", " twice", " three times", " four times", " five times")
TWICE: Final = TIMES[1]


@dataclass(frozen=True, slots=True)
class Reading:
    """A correct reading: the original codec, the wrong one, the text, the gain in nats."""

    right: str
    wrong: str
    text: str
    gain: float


@dataclass(frozen=True, slots=True)
class RestoredWord:
    """A span without spaces, in code points, part of which a pair of codecs turns into a frequent word.

    `weight` is cumulated over the pair's words: three for a word of at least four letters, less for shorter ones, two
    more if a sign or capital is inside the letters; less one per intact word in between.
    """

    start: int
    end: int
    pair: tuple[str, str]
    weight: int
    languages: tuple[str, ...]


def codec_and_times(wrong: str) -> tuple[str, int]:
    """Return the wrong codec of a reading, and how often the text was read in it.

    >>> codec_and_times("cp1252 twice")
    ('cp1252', 2)
    """
    codec, _, rest = wrong.partition(" ")
    return codec, TIMES.index(f" {rest}" if rest else "") + 1
